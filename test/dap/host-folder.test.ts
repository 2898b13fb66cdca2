// A folder of this machine as the guest's files: nothing outside of it is read or written, whatever links say, and nothing
// that is no file is opened.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { HAS_ANCHORS } from "../../debugger/dap/confined-folder.ts";
import { mountFolder, mountForSession } from "../../debugger/dap/host-folder.ts";
import type { HostFiles } from "../../debugger/os/host.ts";
import { Client } from "./conversation.ts";

/** A folder with `root` in it, which goes when the test ends. */
function withRoot(t: TestContext): { readonly folder: string; readonly root: string } {
  const folder = mkdtempSync(join(tmpdir(), "asmoscope-root-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const root = join(folder, "root");
  mkdirSync(root);
  return { folder, root };
}

function textIn(files: HostFiles, name: string): string {
  const answer = files.read(name);
  if (typeof answer === "string") return answer;
  return "target" in answer ? `-> ${answer.target}` : new TextDecoder().decode(answer);
}

/** With directories held open on the way, where this system can, and with paths that are checked. */
const WAYS = HAS_ANCHORS ? [true, false] : [false];

for (const isAnchored of WAYS) {
  const way = isAnchored ? "open directories" : "checked paths";

  test(`links do not lead out, and pipes are not opened (${way})`, (t) => {
    const { folder, root } = withRoot(t);
    writeFileSync(join(root, "inside.txt"), "inside");
    writeFileSync(join(folder, "outside.txt"), "outside");
    spawnSync("mkfifo", [join(root, "pipe")]);
    const files = mountFolder(root, "read-write", undefined, isAnchored);
    const text = (name: string) => textIn(files, name);
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
  });

  test(`links are removed, renamed and made themselves, wherever they lead (${way})`, (t) => {
    const { folder, root } = withRoot(t);
    const outside = join(folder, "outside");
    mkdirSync(outside);
    writeFileSync(join(outside, "kept"), "kept");
    const targets = {
      file: join(outside, "kept"),
      directory: "../outside",
      nowhere: "nothing",
      back: join(root, "real"),
    };
    for (const [name, target] of Object.entries(targets)) symlinkSync(target, join(root, name));
    writeFileSync(join(root, "real"), "");
    const files = mountFolder(root, "read-write", undefined, isAnchored);
    for (const [name, target] of Object.entries(targets)) {
      assert.equal(files.rename(name, `${name}2`), "ok", name);
      assert.equal(readlinkSync(join(root, `${name}2`)), target);
      assert.equal(files.remove(`${name}2`), "ok", name);
      assert.equal(lstatSync(join(root, `${name}2`), { throwIfNoEntry: false }), undefined);
    }
    assert.equal(files.makeLink("made", outside), "ok");
    assert.equal(readlinkSync(join(root, "made")), outside);
    for (const name of ["made/kept", "made/new", "../outside/kept", "../outside/new", "./../outside/kept", ".."]) {
      assert.equal(files.read(name), "ENOENT", name);
      assert.equal(files.about(name), undefined, name);
      assert.equal(files.list(name), "ENOENT", name);
      assert.equal(files.write(name, new Uint8Array([1])), "ENOENT", name);
      assert.equal(files.remove(name), "ENOENT", name);
      assert.equal(files.makeDirectory(name), "ENOENT", name);
      assert.equal(files.rename("made", name), "ENOENT", name);
      assert.equal(files.link("made", name), "ENOENT", name);
      assert.equal(files.makeLink(name, "x"), "ENOENT", name);
    }
    assert.deepEqual(readdirSync(outside), ["kept"]);
    assert.equal(readFileSync(join(outside, "kept"), "utf8"), "kept");
  });
}

const FLIP_SECONDS = 3;

/** Swaps a directory of the root and a link that leads out, again and again, as another program over the same folder can. */
const FLIP = `
const { renameSync, symlinkSync } = require("node:fs");
symlinkSync("../out", ".link");
for (const end = Date.now() + ${FLIP_SECONDS * 1000}; Date.now() < end; ) {
  renameSync("sub", ".real");
  renameSync(".link", "sub");
  renameSync("sub", ".link");
  renameSync(".real", "sub");
}`;

test("nothing gets out while another process swaps a directory and a link", { skip: !HAS_ANCHORS }, async (t) => {
  const { folder, root } = withRoot(t);
  for (const name of ["out", "root/sub"]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "file"), name);
    writeFileSync(join(folder, name, name === "out" ? "out-only" : "in-only"), "");
  }
  const files = mountFolder(root, "read-write");
  const open = () => readdirSync("/proc/self/fd").length;
  const openBefore = open();
  const flipping = spawn(process.execPath, ["-e", FLIP], { cwd: root, stdio: "inherit" });
  let isOver = false;
  const over = new Promise((resolve) => flipping.once("exit", resolve)).then(() => {
    isOver = true;
  });
  const seen = new Set<string>();
  for (let count = 0; !isOver; count++) {
    for (let times = 0; times < 100; times++) {
      seen.add(textIn(files, "sub/file"));
      if (files.about("sub/out-only") !== undefined) seen.add("facts from outside");
      const names = files.list("sub");
      if (typeof names !== "string" && names.some(({ name }) => name === "out-only")) seen.add("names from outside");
      const name = `${count}-${times}`;
      files.write(`sub/${name}`, new Uint8Array([1]));
      files.write("sub/file", new TextEncoder().encode("root/sub"));
      files.makeDirectory(`sub/${name}-directory`);
      files.makeLink(`sub/${name}-link`, "file");
      files.link("sub/file", `sub/${name}-name`);
      files.rename(`sub/${name}`, `sub/${name}-moved`);
      for (const last of ["-moved", "-directory", "-link", "-name", ""]) files.remove(`sub/${name}${last}`);
      files.remove("sub/out-only");
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  await over;
  assert.deepEqual(
    [...seen].filter((text) => !["root/sub", "ENOENT", "EACCES", "-> ../out", ""].includes(text)),
    [],
  );
  assert.ok(seen.has("root/sub"));
  assert.deepEqual(readdirSync(join(folder, "out")).sort(), ["file", "out-only"]);
  assert.equal(readFileSync(join(folder, "out/file"), "utf8"), "out");
  // What was opened on the way has been closed; the process's own pipes to the child have gone by now.
  assert.ok(open() <= openBefore + 2);
});

test("what is no folder is told in words", (t) => {
  const { folder, root } = withRoot(t);
  writeFileSync(join(root, "inside.txt"), "");
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
