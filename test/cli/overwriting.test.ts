// No command writes over a file that it has read, by whatever name: a source, an included file, a link to one.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { command, type Files, inFolder } from "./command.ts";

const files: Files = {
  "a.asm": '%include "b.inc"\nglobal _start\n_start: mov eax, 60\n  mov edi, N\n  syscall\n',
  "b.inc": "N equ 3\n",
  "typed.txt": "what somebody typed\n",
  "known.txt": '{ "version": 1, "findings": [] }\n',
  "reader.asm":
    'section .data\nname db "/typed.txt", 0\nsection .text\nglobal _start\n_start: mov eax, 2\n mov edi, name\n xor esi, esi\n syscall\n xor edi, edi\n mov eax, 60\n syscall\n',
  "bad.asm": '%include "b.inc"\nglobal _start\n_start: mov eax,,\n',
};

const otherInputs: readonly (readonly string[])[] = [
  ...["--report", "--xml", "--write-baseline"].map((option) => [
    ...["run", "--stdin", "typed.txt", option, "typed.txt", "a.asm"],
  ]),
  ["run", "--root", ".", "--report", "typed.txt", "reader.asm"],
  ...["--report", "--xml"].map((option) => ["run", "--baseline", "known.txt", option, "known.txt", "a.asm"]),
];

const OTHER_NAMES = ["a.asm", "./a.asm", "link.asm", "b.inc"];

const commands: readonly (readonly string[])[] = OTHER_NAMES.flatMap((name) => [
  ["run", "--report", name, "a.asm"],
  ["run", "--xml", name, "a.asm"],
  ["check", "--write-baseline", name, "a.asm"],
  ["build", "-o", name, "a.asm"],
  ["nasm", "-f", "elf64", "-o", name, "a.asm"],
  ["nasm", "-f", "bin", "-o", name, "bad.asm", "-p", "a.asm"],
  ["nasm", "-f", "elf64", "-o", "a.o", "-l", name, "a.asm"],
  ["nasm", "-f", "elf64", "-o", "a.o", "-MD", name, "a.asm"],
  ["nasm", "-f", "elf64", "-o", "a.o", "-Z", name, "a.asm"],
  ["nasm", "-E", "-o", name, "a.asm"],
]);

test("no command writes over what it read", async (t) => {
  await inFolder(files, async (folder) => {
    symlinkSync("a.asm", join(folder, "link.asm"));
    for (const words of [...commands, ...otherInputs]) {
      await t.test(words.join(" "), async () => {
        const { status, stderr } = await command(words);
        for (const name of ["a.asm", "b.inc", "typed.txt", "known.txt"])
          assert.equal(readFileSync(join(folder, name), "latin1"), files[name], name);
        assert.notEqual(status, 0);
        if (!words.includes("bad.asm")) assert.match(stderr, /is an input|will not overwrite|unable to open listing/);
      });
    }
  });
});

test("nor one of its reports with another", async () => {
  await inFolder(files, async (folder) => {
    for (const words of [
      ["--report", "both", "--xml", "./both"],
      ["--xml", "known.txt", "--write-baseline", "./known.txt"],
    ]) {
      const { status, stderr } = await command(["run", ...words, "a.asm"]);
      assert.equal(status, 2);
      assert.match(stderr, new RegExp(`${words[0]} and ${words[2]} name one file, ${words[3]}`));
    }
    assert.equal(existsSync(join(folder, "both")), false);
    const { status } = await command(["run", "--report", "/dev/null", "--xml", "/dev/null", "a.asm"]);
    assert.equal(status, 3);
  });
});

test("nor over what is redirected into standard input", async () => {
  const cli = join(process.cwd(), "dist/node/cli.js");
  await inFolder(files, async () => {
    for (const [words, name] of [
      [["run", "--report", "a.asm", "-"], "a.asm"],
      [["build", "-o", "a.asm", "-"], "a.asm"],
      [["check", "--write-baseline", "a.asm", "-"], "a.asm"],
      [["run", "--report", "typed.txt", "a.asm"], "typed.txt"],
      [["run", "--xml", "typed.txt", "bad.asm"], "typed.txt"],
      [["run", "--report", "typed.txt", "--stdin", "typed.txt", "bad.asm"], "typed.txt"],
    ] as const) {
      const input = openSync(name, "r");
      const { status, stderr } = spawnSync(process.execPath, [cli, ...words], { stdio: [input, "pipe", "pipe"] });
      closeSync(input);
      assert.match(String(stderr), /is an input: it would be overwritten/);
      assert.notEqual(status, 0);
      assert.equal(readFileSync(name, "latin1"), files[name]);
    }
  });
});
