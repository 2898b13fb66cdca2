// The product in a real editor: VS Code for the Web in Chromium, with the extension as `npm start` serves it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { openPicturesPage, showPictures } from "./pictures-page.ts";
import { samplePictures } from "./sample-pictures.ts";
import { findChromium, type StartedServer, startServer, temporaryWorkspace, Workbench } from "./workbench.ts";

const chromium = findChromium();
const inContinuousIntegration = process.env.CI === "true";
const skip = "missing" in chromium && !inContinuousIntegration ? chromium.missing : false;
if (skip) console.log(skip);

describe("in the editor", { skip }, () => {
  let server: StartedServer;
  let workbench: Workbench;
  const workspace = temporaryWorkspace();

  before(async () => {
    if ("missing" in chromium) throw new Error(chromium.missing);
    server = await startServer(workspace.folder);
    workbench = await Workbench.open(chromium.path, server.address);
  });
  after(async () => {
    await workbench?.close();
    const status = await server?.stop();
    workspace.remove();
    assert.equal(status, 0, "npm start ends with status 0 after Ctrl+C");
  });

  test("a first visit shows an example, and the extension is active", async () => {
    await workbench.statusItem("Asmoscope").waitFor({ timeout: 60_000 });
    await workbench.page.locator('.tab.active[data-resource-name="brk-mended.asm"]').waitFor();
  });

  test("the grammar tells comments, instructions, registers, numbers and labels apart", async () => {
    const texts = ["; Mended", "mov", "rax", "12", "_start", "section"];
    const found = await Promise.all(texts.map((text) => workbench.tokenClass(text)));
    const [comment, ...others] = found;
    assert.ok(
      others.every((other) => other !== comment && other !== ""),
      found.join(" "),
    );
    assert.ok(new Set(found).size >= 5, found.join(" "));
  });

  describe("the pictures", () => {
    test("side by side: frames, chain arrows, break, blocks and regions of the model", async () => {
      const page = await workbench.blankPage({ width: 1200, height: 800 });
      const sent = await openPicturesPage(page, "tab");
      await showPictures(page, samplePictures);
      assert.deepEqual(await page.locator(".frame h3").allInnerTexts(), [
        "f2\nline 14 · 32 bytes",
        "f1\nline 23 · 32 bytes",
        "main\nline 31 · 16 bytes",
        "the kernel\n3080 bytes",
      ]);
      // An arrow is a line and a head; rbp's slot and the one it points to have each one.
      assert.equal(await page.locator(".links path").count(), 4);
      assert.match(
        (await page.locator(".break").allInnerTexts()).join(),
        /\+4096 bytes since the previous stop[\s\S]*8192 bytes/,
      );
      assert.deepEqual(await page.locator(".block .state").allInnerTexts(), ["freed", "live", "overflowed"]);
      assert.equal(
        (await page.locator(".region b").allInnerTexts()).join(" "),
        "[stack] [vdso] anonymous [brk] .data .bss .rodata .text headers",
      );
      assert.deepEqual(await page.locator(".region:has-text('.text') .marker").allInnerTexts(), ["rip"]);
      await page.screenshot({ path: "dist/screenshots/pictures-wide.png" });
      await page.locator("#time").fill("500");
      assert.deepEqual(await sent(), [{ kind: "ready" }, { kind: "travel", time: 500 }]);
      await page.close();
    });

    test("in a narrow side bar: tabs by keyboard, and words for screen readers", async () => {
      const page = await workbench.blankPage({ width: 300, height: 800 });
      await openPicturesPage(page, "side-bar");
      await showPictures(page, samplePictures);
      const visible = () =>
        page.locator("[role=tabpanel]:visible h2").evaluateAll((all) => all.map((h) => h.textContent));
      assert.deepEqual(await visible(), ["Stack"]);
      await page.getByRole("tab", { name: "Stack" }).press("ArrowRight");
      assert.deepEqual(await visible(), ["Heap"]);
      await page.getByRole("tab", { name: "Heap" }).press("ArrowLeft");
      const slots = page.getByRole("listitem");
      await slots.first().focus();
      await slots.first().press("ArrowDown");
      const focused = page.locator(":focus");
      assert.equal(await focused.getAttribute("aria-label"), "0x7fffffffe3b0: 0x2a, [rbp-8], local variable, changed");
      await showPictures(page, { ...samplePictures, time: 1235 });
      assert.equal(await focused.getAttribute("data-key"), "0x7fffffffe3b0", "a new stop keeps the focus");
      assert.match(
        (await page.locator("[aria-live]").textContent()) ?? "",
        /The program break moved by \+4096 bytes\./,
      );
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), true);
      await showPictures(page, samplePictures, "ended");
      assert.equal(await page.locator("#time").isDisabled(), true);
      await page.close();
    });
  });

  test("nothing complained", async () => {
    assert.deepEqual(await workbench.complaints(), []);
    assert.deepEqual(workbench.errors, []);
  });
});
