// Locations as editors write them: POSIX and Windows paths, URIs with authorities and percent signs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createSourceNames, folderOf, resolveLocation } from "../../debugger/dap/source-names.ts";
import { Client, compareGolden } from "./conversation.ts";

test("relative names are resolved inside folders and beside files", () => {
  const cases: readonly (readonly [string, string, "file" | "folder", string])[] = [
    ["/home/me/x.asm", "y.inc", "file", "/home/me/y.inc"],
    ["/home/me", "lib/y.inc", "folder", "/home/me/lib/y.inc"],
    ["/home/me", "../y.inc", "folder", "/home/y.inc"],
    ["/home/me", "/abs/y.inc", "folder", "/abs/y.inc"],
    ["C:\\me\\x.asm", "y.inc", "file", "C:/me/y.inc"],
    ["vscode-vfs://github/me/repo/x.asm", "a b.inc", "file", "vscode-vfs://github/me/repo/a%20b.inc"],
    ["vscode-vfs://github/me/repo", "../y.inc", "folder", "vscode-vfs://github/me/y.inc"],
    ["vscode-vfs://github/me/repo/x.asm", "a#b?%41.inc", "file", "vscode-vfs://github/me/repo/a%23b%3F%2541.inc"],
    ["hostfs:/wsp", "lib\\y.inc", "folder", "hostfs:/wsp/lib/y.inc"],
    ["untitled:Untitled-1", "y.inc", "file", "untitled:/y.inc"],
    ["memfs:/x.asm", "y.inc", "file", "memfs:/y.inc"],
  ];
  for (const [location, relative, from, expected] of cases) {
    assert.equal(resolveLocation(location, relative, from), expected, location);
  }
  assert.equal(folderOf("/home/me/x.asm"), "/home/me");
  assert.equal(folderOf("vscode-vfs://github/me/x.asm"), "vscode-vfs://github/me");
});

test("a file is known by all its names, however its location is written", () => {
  const names = createSourceNames();
  names.add("x.asm", "memfs:/a%20b/x.asm");
  names.add("./x.asm", "memfs:/a%20b/x.asm");
  assert.deepEqual(names.namesOf("memfs:/a b/x.asm"), ["x.asm", "./x.asm"]);
  names.add("y.asm", "C:/Me/y.asm");
  assert.deepEqual(names.namesOf("c:\\me\\y.asm"), ["y.asm"]);
});

test("a launch that fails says why, not only what", async () => {
  const files: Record<string, string> = {
    "memfs:/w/push.asm": "global _start\n_start: push ebp\n  pop ebp\n  int 0x80\n",
    "memfs:/w/mark.asm": "\ufeffglobal _start\n_start: ud2\n",
    "memfs:/w/utf16.asm": "g\0l\0o\0b\0a\0l\0 \0x\0\n\0",
  };
  const client = new Client({
    readFile: async (location: string) => ({ bytes: new TextEncoder().encode(files[location] ?? "") }),
    listFolder: async () => ({ error: "cannot be read" }),
  });
  const reasonOf = async (name: string, more: object = {}) =>
    (await client.ask("launch", { program: `memfs:/w/${name}`, ...more })).message;
  assert.match(
    (await reasonOf("push.asm", { mode: 64 })) ?? "",
    /^push\.asm:2: error: instruction not supported in 64-bit mode \(and 1 more error\); this is a 32-bit program/,
  );
  assert.match(
    (await reasonOf("mark.asm")) ?? "",
    /^mark\.asm:1: error: parser: instruction expected.*; the file begins/,
  );
  assert.equal(await reasonOf("utf16.asm"), "utf16.asm is UTF-16 text: save it as UTF-8.");
});

test("a program in a virtual folder: includes and neighbours come through the host, never saved text runs", async () => {
  const files: Record<string, string> = {
    "memfs:/work/my%20prog.asm":
      '%include "in c.inc"\nextern done\nsection .text\nglobal _start\n_start: mov edi, VALUE\n jmp done\n',
    "memfs:/work/in%20c.inc": '%include "sub/deep.inc"\n',
    "memfs:/work/sub/deep.inc": "VALUE equ 9\n",
    "memfs:/work/done.asm": "section .text\nglobal done\ndone: mov eax, 60\n syscall\n",
  };
  const client = new Client({
    async readFile(location: string) {
      const text = files[location];
      return text === undefined ? { error: "does not exist" } : { bytes: new TextEncoder().encode(text) };
    },
    async listFolder() {
      const names = ["my prog.asm", "in c.inc", "sub", "done.asm", "notes.txt"];
      return { entries: names.map((name) => ({ name, directory: name === "sub" })) };
    },
  });
  await client.request("initialize", { adapterID: "asmoscope" });
  await client.request("launch", { program: "memfs:/work/my%20prog.asm", stopOnEntry: true });
  const source = { path: "memfs:/work/done.asm" };
  await client.request("setBreakpoints", { source, breakpoints: [{ line: 4 }] });
  await client.request("configurationDone");
  await client.event("stopped");
  await client.move("continue");
  assert.deepEqual(await client.stack(), ["done:4"]);
  await client.request("loadedSources");
  await client.request("continue", { threadId: 1 });
  assert.deepEqual(await client.event("exited"), { exitCode: 9 });
  compareGolden("virtual-folder", client.transcript());

  const untitled = new Client({
    readFile: async () => ({ bytes: new TextEncoder().encode("section .text\nglobal _start\n_start: ud2\n") }),
    listFolder: async () => ({ error: "cannot be read" }),
  });
  await untitled.request("initialize", { adapterID: "asmoscope" });
  await untitled.request("launch", { program: "untitled:Untitled-1" });
  await untitled.request("configurationDone");
  const stop = await untitled.event<{ description: string }>("stopped");
  assert.equal(stop.description, "Ends with SIGILL");
});
