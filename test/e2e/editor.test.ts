// The product in a real editor: VS Code for the Web in Chromium, with the extension as `npm start` serves it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test as nodeTest } from "node:test";
import { openPicturesPage, showPictures } from "./pictures-page.ts";
import { samplePictures } from "./sample-pictures.ts";
import { findChromium, type StartedServer, startServer, temporaryWorkspace, Workbench } from "./workbench.ts";

/** Number of the nth line of an example that holds a text. */
function lineOf(name: string, text: string, nth = 0): number {
  const lines = readFileSync(`examples/${name}`, "utf8").split("\n");
  const found = lines.flatMap((line, index) => (line.split(";")[0]!.includes(text) ? [index + 1] : []))[nth];
  assert.ok(found, `${name} holds "${text}"`);
  return found;
}

const chromium = findChromium();
const inContinuousIntegration = process.env.CI === "true";
const skip = "missing" in chromium && !inContinuousIntegration ? chromium.missing : false;
if (skip) console.log(skip);

describe("in the editor", { skip }, () => {
  let server: StartedServer;
  let workbench: Workbench;
  const workspace = temporaryWorkspace();

  /** A test that leaves a picture of the screen when it fails. */
  function test(name: string, act: () => Promise<void>): void {
    nodeTest(name, async () => {
      try {
        await act();
      } catch (error) {
        await workbench?.screenshot(`failed-${name.replace(/[^a-z0-9]+/gi, "-").slice(0, 60)}`).catch(() => {});
        throw error;
      }
    });
  }

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

  describe("while typing", () => {
    test("a mistake is underlined in NASM's words, and the quick fix mends it", async () => {
      await workbench.openFile("missing-size.asm");
      await workbench.page.locator(".squiggly-error").first().waitFor();
      assert.match(await workbench.hover("0xCAFEBABE"), /operation size not specified/);
      await workbench.screenshot("diagnostic");
      await workbench.clickLine(lineOf("missing-size.asm", "0xCAFEBABE"));
      await workbench.page.keyboard.press("Control+.");
      await workbench.page.locator(".action-widget .monaco-list-row", { hasText: "dword" }).click();
      await workbench.waitEditorText(/mov dword \[rbx\], 0xCAFEBABE/);
      await workbench.page.locator(".squiggly-error").waitFor({ state: "detached" });
    });

    test("hover explains instructions, registers, labels and directives", async () => {
      await workbench.openFile("brk-mended.asm");
      assert.match(await workbench.hover("add"), /Add/);
      assert.match(await workbench.hover("rbx"), /rbx/);
      assert.match(await workbench.hover("[amount]"), /4096/);
      assert.match(await workbench.hover("section"), /section/i);
    });

    test("completion offers instructions and registers", async () => {
      await workbench.clickLine(lineOf("brk-mended.asm", "xor rdi, rdi"));
      await workbench.page.keyboard.press("Enter");
      await workbench.page.keyboard.type("cmpxc");
      const suggestions = workbench.page.locator(".suggest-widget .monaco-list-row");
      await suggestions.filter({ hasText: "cmpxchg" }).first().waitFor();
      await workbench.page.keyboard.press("Escape");
      await workbench.undoAll();
    });

    test("go to definition finds a label, and the outline lists it", async () => {
      await workbench.openFile("frames.asm");
      await workbench.placeCursor("call f2", 6);
      await workbench.page.keyboard.press("F12");
      await workbench.statusItem(`Ln ${lineOf("frames.asm", "f2:")},`).waitFor();
      await workbench.page.keyboard.press("Control+Shift+O");
      const symbols = workbench.page.locator(".quick-input-list .monaco-list-row");
      await symbols.filter({ hasText: "f3" }).first().waitFor();
      await workbench.page.keyboard.press("Escape");
    });
  });

  describe("debugging", () => {
    const moved = lineOf("brk-mended.asm", "syscall", 1);

    test("breakpoint in the gutter, F5: registers and call stack at the breakpoint", async () => {
      await workbench.openFile("brk-mended.asm");
      await workbench.toggleBreakpoint(moved);
      await workbench.page.keyboard.press("F5");
      await workbench.waitStopped();
      const [top] = await workbench.waitTopFrame(new RegExp(`^_start.*brk-mended\\.asm\\D*${moved}:`));
      assert.ok(top);
      await workbench.waitVariable(/^rax =.*0x?c\b/i);
      await workbench.screenshot("stopped-at-breakpoint");
    });

    test("hover tells about syscall while the program stands still", async () => {
      assert.match(await workbench.hover("syscall", 1), /system call|kernel/i);
      await workbench.screenshot("hover");
    });

    test("F10 over the system call: the break is 4096 bytes higher in picture and Heap scope; step back takes it back", async () => {
      const pictures = workbench.pictures();
      await pictures.getByRole("tab", { name: "Heap" }).click();
      await workbench.showScope("Heap");
      await workbench.waitVariable(/^brk =.*empty/);
      await pictures.locator(".break", { hasText: "0 bytes" }).waitFor();

      await workbench.page.keyboard.press("F10");
      await workbench.waitTopFrame(new RegExp(`\\D${lineOf("brk-mended.asm", "mov qword")}:`));
      await workbench.waitVariable(/^brk =.*4096 bytes/);
      await pictures.locator(".break", { hasText: "+4096 bytes since the previous stop" }).waitFor();
      await pictures.locator(".break", { hasText: "4096 bytes (4 KiB)" }).waitFor();
      await workbench.screenshot("break-moved");

      await workbench.pressToolbar("step-back");
      await workbench.waitTopFrame(new RegExp(`\\D${moved}:`));
      await workbench.waitVariable(/^brk =.*empty/);
      await pictures.locator(".break", { hasText: "0 bytes" }).waitFor();
      await workbench.screenshot("break-is-back");
    });

    test("Shift+F5 ends the session and the pictures say so", async () => {
      await workbench.stopDebugging();
      await workbench.pictures().locator(".notice", { hasText: "has ended" }).waitFor();
      await workbench.toggleBreakpoint(moved);
    });
  });

  test("nothing complained", async () => {
    assert.deepEqual(await workbench.complaints(), []);
    assert.deepEqual(workbench.errors, []);
  });
});
