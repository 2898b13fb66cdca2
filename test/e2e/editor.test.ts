// The product in a real editor: VS Code for the Web in Chromium, with the extension as `npm start` serves it.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
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
});
