// A folder of this machine as the guest's files: nothing outside of it is read or written, whatever links say, and nothing
// that is no file is opened.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { mountForSession } from "../../debugger/dap/host-folder.ts";
import { Client } from "./conversation.ts";

test("links do not lead out, pipes are not opened, what is no folder is told in words", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "asmoscope-root-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const root = join(folder, "root");
  mkdirSync(root);
  writeFileSync(join(root, "inside.txt"), "inside");
  writeFileSync(join(folder, "outside.txt"), "outside");
  symlinkSync(join(folder, "outside.txt"), join(root, "out"));
  symlinkSync("inside.txt", join(root, "in"));
  spawnSync("mkfifo", [join(root, "pipe")]);
  const files = mountForSession(root, "read-write");
  assert.ok(typeof files !== "string");
  const text = (name: string) => {
    const answer = files.read(name);
    return typeof answer === "string" ? answer : new TextDecoder().decode(answer);
  };
  assert.deepEqual(
    ["inside.txt", "in", "out", "none"].map((name) => text(name)),
    ["inside", "inside", "ENOENT", "ENOENT"],
  );
  assert.match(text("pipe"), /EACCES|ENOENT/);
  assert.notEqual(files.write("out", new Uint8Array([1])), "ok");
  assert.equal(readFileSync(join(folder, "outside.txt"), "utf8"), "outside");
  assert.equal(mountForSession(join(folder, "none"), "read-only"), `root: ${join(folder, "none")} does not exist.`);
  assert.match(String(mountForSession(join(root, "inside.txt"), "read-only")), /is not a folder\.$/);
});

test("a root's name counts from the current folder", async () => {
  const asked: string[] = [];
  const client = new Client({
    readFile: async () => ({ bytes: new TextEncoder().encode("global _start\nsection .text\n_start: ud2\n") }),
    mount(folder, access) {
      asked.push(`${folder} ${access}`);
      return "no";
    },
  });
  for (const [root, cwd] of [["data:rw"], ["../data"], ["data", "/far"], ["/abs", "/far"]]) {
    await client.request("initialize", { adapterID: "asmoscope" });
    const answer = await client.ask("launch", { program: "/w/a.asm", root, ...(cwd === undefined ? {} : { cwd }) });
    assert.equal(answer.message, "no");
  }
  assert.deepEqual(asked, ["/w/data read-write", "/data read-only", "/far/data read-only", "/abs read-only"]);
});
