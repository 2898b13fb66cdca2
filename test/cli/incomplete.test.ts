// An installation that lacks a part says so in a sentence.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";

test("a part of the command line that is missing is named", () => {
  const folder = mkdtempSync(join(tmpdir(), "incomplete-"));
  try {
    const alone = join(folder, "cli.cjs");
    copyFileSync("dist/node/cli.js", alone);
    const { status, stdout, stderr } = spawnSync(process.execPath, [alone, "run", "x.asm"], { encoding: "utf8" });
    assert.equal(status, 125);
    assert.equal(stdout, "");
    assert.equal(
      stderr,
      `asmoscope: ${join(folder, "cli", "main.cjs")} cannot be read: the installation is not complete\n`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
