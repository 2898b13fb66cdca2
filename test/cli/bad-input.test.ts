// Every kind of bad input gets one clear sentence and the right exit status. The sentences stand in bad-input.golden.txt.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { command, type Files, inFolder } from "./command.ts";

const golden = join(process.cwd(), "test/cli/bad-input.golden.txt");

const exit = "  mov edi, eax\n  mov eax, 60\n  syscall\n";
const start = "global _start\n_start:\n";

/** An executable whose only segment has 16 bytes in the file and takes none in memory. */
function shrunken(): Uint8Array {
  const bytes = Buffer.alloc(136);
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  for (const [at, value] of [
    [16, 2],
    [18, 62],
    [20, 1],
    [52, 64],
    [54, 56],
    [56, 1],
  ] as const)
    bytes.writeUInt16LE(value, at);
  for (const [at, value] of [
    [24, 0x400078],
    [32, 64],
    [80, 0x400000],
    [96, 16],
    [112, 0x1000],
  ] as const)
    bytes.writeUInt32LE(value, at);
  bytes.set([1, 0, 0, 0, 5], 64);
  return new Uint8Array(bytes);
}

const files: Files = {
  "empty.asm": "",
  "blank.asm": " \n\t\n",
  "binary.asm": Uint8Array.from({ length: 3000 }, (_, k) => (k * 7) & 255),
  "marked.asm": `\ufeff${start}  xor eax, eax\n${exit}`,
  "utf16.asm": new Uint8Array(Buffer.from(`\ufeff${start}${exit}`, "utf16le")),
  "utf16-unmarked.asm": new Uint8Array(Buffer.from(`${start}${exit}`, "utf16le").swap16()),
  "push-ebp.asm": `${start}  push ebp\n  pop ebp\n  mov eax, 1\n  int 0x80\n`,
  "folder/": "",
  "windows.exe": Uint8Array.from({ length: 600 }, (_, k) => [0x4d, 0x5a][k] ?? 0),
  "boot.img": Uint8Array.from({ length: 512 }, (_, k) => ({ 510: 0x55, 511: 0xaa })[k] ?? 0x90),
  "cut.o": Uint8Array.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]),
  "shrunken.elf": shrunken(),
  "boot.asm": "bits 16\norg 0x7c00\nstart: mov ax, 0\n  jmp $\ntimes 510-($-$$) db 0\ndw 0xaa55\n",
  "com.asm": "org 100h\n mov ah, 9\n int 21h\n",
  "no-entry.asm": `section .text\nfoo: nop\n  mov eax, 3\n${exit}`,
  "no-global.asm": `section .text\n_start: mov eax, 4\n${exit}`,
  "library.asm": "%define A 1\nstruc point\n.x: resd 1\nendstruc\n",
  "data.asm": "section .data\n  a: dd 1\n",
  "syntax.asm": `${start}  mov eax,,\n  foo bar\n`,
  "includes-itself.asm": '%include "includes-itself.asm"\n',
  "include-missing.asm": '%include "nowhere.inc"\n',
  "foreign-names.asm": `${start}extern ExitProcess, _printf, nothing, hidden, Upper\n  call ExitProcess\n  call _printf\n  call nothing\n  call hidden\n  call upper\nextern upper\n`,
  "far-jump.asm": `${start}  mov al, data\nsection .data\ndata: db 0\n`,
  "terabyte.asm": `${start}  mov eax, 9\n  xor edi, edi\n  mov rsi, 1<<40\n  mov edx, 3\n  mov r10d, 0x22\n  mov r8, -1\n  xor r9d, r9d\n  syscall\n  neg eax\n${exit}`,
  "huge-bss.asm": `${start}  nop\nsection .bss\n  resb 1<<45\n`,
  "loop.asm": `${start}  jmp _start\n`,
  "prints.asm": `${start}  mov eax, 1\n  mov edi, 1\n  mov rsi, text\n  mov edx, 4\n  syscall\n  jmp _start\nsection .data\ntext: db "abc", 10\n`,
  "executes-data.asm": `${start}  mov rax, number\n  jmp rax\nsection .data\nnumber: dq 1\n`,
  "divides-by-zero.asm": `${start}  xor edx, edx\n  xor ecx, ecx\n  mov eax, 5\n  div ecx\n`,
  "jumps-to-zero.asm": `${start}  xor eax, eax\n  jmp rax\n`,
  "says-32.asm": `bits 32\n${start}  xor eax, eax\n  jmp eax\n`,
  "traps.asm": `${start}  int3\n`,
  "privileged.asm": `${start}  hlt\n`,
};

const commands: readonly (readonly string[])[] = [
  [],
  ["fly"],
  ["run"],
  ["run", "--fly", "x.asm"],
  ["run", "--check=some", "x.asm"],
  ["run", "--max-instructions", "many", "x.asm"],
  ["run", "-f", "elf"],
  ["run", "-f", "pe", "x.asm"],
  ["run", "-m32", "-f", "elf64", "x.asm"],
  ["run", "--trace", "x.trace", "x.asm"],
  ["run", "--report=", "x.asm"],
  ["build", "-o", "", "x.asm"],
  ["run", "--report"],
  ["rnu", "x.asm"],
  ["loop.asm"],
  ["--hlep"],
  ["run", "-m", "32", "x.asm"],
  ["run", "--max", "3", "x.asm"],
  ["run", "x.asm", "--verbose"],
  ["run", "loop.asm", "one"],
  ["run", ""],
  ["check", ""],
  ["run", "--timeout", "0", "x.asm"],
  ["run", "--seed", "-1", "x.asm"],
  ["run", "--seed", "18446744073709551615", "x.asm"],
  ["run", "--max-memory", "1G", "x.asm"],
  ["run", "--root", ":rw", "loop.asm"],
  ["run", "--root", "loop.asm", "loop.asm"],
  ["run", "--stdin", "folder", "loop.asm"],
  ["run", "-m64", "says-32.asm"],
  ["run", "-m64", "push-ebp.asm"],
  ["run", "-m32", "push-ebp.asm"],
  ["run", "-m32", "traps.asm"],
  ["run", "-fbin", "traps.asm"],
  ["build", "-"],
  ["check", "--json", "--sarif", "x.asm"],
  ["build", "-f", "bin", "x.asm"],
  ...["nothing.asm", "folder", "/dev/zero"].map((name) => ["run", name]),
  ["run", "loop.asm", "nothing.asm"],
  ["run", "--stdin", "nothing", "loop.asm"],
  ["run", "--root", "nothing", "loop.asm"],
  ...Object.keys(files)
    .filter((name) => !/folder|loop|prints|says|push/.test(name))
    .map((name) => ["run", name]),
  ["run", "--max-instructions", "1000", "loop.asm"],
  ["run", "--max-instructions", "1000", "--", "loop.asm", "--", "one"],
  ["run", "--timeout", "0.05", "loop.asm"],
  ["build", "prints.asm", "-o", "prints.asm"],
  ["build", "prints.asm", "-o", "/dev/null"],
  ["build", "prints.asm", "-o", "folder"],
  ["build", "prints.asm", "-o", "nowhere/prints"],
  ["check", "nothing.asm", "empty.asm", "syntax.asm"],
  ["check", "marked.asm", "utf16.asm", "utf16-unmarked.asm"],
  ["build", "marked.asm"],
];

/** Of findings only severity and kind: their words are the checker's and tested there. */
const withoutDetails = (text: string) =>
  text.replace(/^== (\w+: [a-z-]+): .*$/gm, "== $1: …").replace(/^==(?! \w+: [a-z-]+: …).*\n/gm, "");

test("bad input: one clear sentence each, and its status", async () => {
  const seen = await inFolder(files, async () => {
    const texts: string[] = [];
    for (const args of commands) {
      const { status, stdout, stderr } = await command(args);
      texts.push(`$ asmoscope ${args.join(" ")}\n${stdout}${withoutDetails(stderr)}-> ${status}\n`);
    }
    return texts.join("\n");
  });
  if (process.env.UPDATE) writeFileSync(golden, seen);
  assert.equal(seen, existsSync(golden) ? readFileSync(golden, "utf8") : "");
  assert.doesNotMatch(seen, /\bat .*\.[jt]s:\d+|internal error|undefined:|\[object/);
});

test("a program that prints for ever ends when nobody reads", async () => {
  const { status, stderr } = await inFolder(files, () => command(["run", "prints.asm"], { brokenAfter: 4096 }));
  assert.equal(status, 128 + 13);
  assert.equal(stderr, "");
});

test("a full disk behind standard output is the program's to hear of", async () => {
  const source = `global _start
_start: mov eax, 1
  mov edi, 1
  mov rsi, text
  mov edx, 3
  syscall
  test rax, rax
  jns _start
  neg eax
  mov edi, eax
  mov eax, 60
  syscall
section .data
text: db "abc"
`;
  const run = () => command(["run", "--check=off", "x.asm"], { brokenAfter: 30, problem: "ENOSPC" });
  const { status, stdout } = await inFolder({ "x.asm": source }, run);
  assert.deepEqual([status, stdout], [28, "abc".repeat(10)]);
});
