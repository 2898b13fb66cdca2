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
  spawnSync("mkfifo", [join(root, "pipe")]);
  const files = mountForSession(root, "read-write");
  assert.ok(typeof files !== "string");
  const text = (name: string) => {
    const answer = files.read(name);
    if (typeof answer === "string") return answer;
    return "target" in answer ? `-> ${answer.target}` : new TextDecoder().decode(answer);
  };
  const outside = join(folder, "outside.txt");
  for (const [name, target, expected] of [
    ["in", "inside.txt", "-> inside.txt"],
    ["out", outside, `-> ${outside}`],
    ["back", join(root, "inside.txt"), "inside"],
    ["round-about", "../root/inside.txt", "inside"],
    ["up", "../outside.txt", "-> ../outside.txt"],
    ["loop", "loop", "-> loop"],
    ["nowhere", "nothing", "-> nothing"],
    ["folder", ".", "-> ."],
  ] as const) {
    symlinkSync(target, join(root, name));
    assert.equal(text(name), expected, name);
  }
  assert.equal(text("inside.txt"), "inside");
  assert.equal(text("none"), "ENOENT");
  const listed = files.list("");
  assert.ok(typeof listed !== "string");
  const names = listed.map(({ name }) => name).sort();
  assert.deepEqual(names, [
    "back",
    "folder",
    "in",
    "inside.txt",
    "loop",
    "nowhere",
    "out",
    "pipe",
    "round-about",
    "up",
  ]);
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
