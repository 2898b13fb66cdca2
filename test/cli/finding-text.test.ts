// What a person reads of findings on standard error: leaks of one origin together, columns, what a comment silences.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { command, inFolder, type Seen } from "./command.ts";

const seenOf = (text: string, ...args: string[]): Promise<Seen> =>
  inFolder({ "x.asm": text }, () => command([...args, "x.asm"]));

const NODES = `extern malloc
section .text
global main
main: push rbx
  mov ebx, 30
.next: mov edi, 24
  call malloc
  dec ebx
  jnz .next
  mov edi, 8
  call malloc
  xor eax, eax
  pop rbx
  ret
`;

test("leaks of blocks that one instruction allocated and one lost are told together, and each counts", async () => {
  const { stderr } = await seenOf(NODES, "run");
  const lines = stderr.split("\n").filter((line) => /leak-definite|And \d|errors/.test(line));
  assert.deepEqual(lines, [
    "== error: leak-definite: 24 bytes at 0x4032a0 were never freed: nothing points to it any more.",
    "==   And 9 more that were allocated there, 240 bytes in all.",
    "== error: leak-definite: 24 bytes at 0x403520 were never freed: nothing points to it any more.",
    "==   And 19 more that were allocated there, 480 bytes in all.",
    "== error: leak-definite: 8 bytes at 0x403a20 were never freed: nothing points to it any more.",
    "== 31 errors",
  ]);
});

test("leaks for which there is no room are counted with others of their origin, in text and reports", async () => {
  const text = NODES.replace("ebx, 30", "ebx, 10005");
  await inFolder({ "x.asm": text }, async () => {
    const { stderr } = await command(["run", "x.asm"]);
    const lines = stderr.split("\n").filter((line) => /And \d|errors/.test(line));
    assert.deepEqual(lines, [
      "==   And 10004 more that were allocated there, 240120 bytes in all.",
      "== 10001 errors, seen 10006 times in all; only the first 10000 findings are kept",
    ]);
    await command(["run", "--report=r.json", "--xml=r.xml", "x.asm"]);
    const { findings, heap } = JSON.parse(readFileSync("r.json", "utf8")) as {
      findings: { size: number; countedBytes?: number }[];
      heap: { inUseAtExit: { bytes: number } };
    };
    const told = findings.reduce((sum, { size, countedBytes = 0 }) => sum + size + countedBytes, 0);
    assert.deepEqual([told, heap.inUseAtExit.bytes], [10005 * 24 + 8, 10005 * 24 + 8]);
    const xml = readFileSync("r.xml", "utf8");
    const blocks = [...xml.matchAll(/<leakedblocks>(\d+)</g)].reduce((sum, [, count]) => sum + Number(count), 0);
    assert.equal(blocks, 10006);
  });
});

test("memory that libc has no more of, because of --max-memory, is a note of the report", async () => {
  const text = NODES.replace("edi, 24", "edi, 1000000");
  await inFolder({ "x.asm": text }, async () => {
    await command(["run", "--max-memory=20000000", "--report=r.json", "x.asm"]);
    const { notes } = JSON.parse(readFileSync("r.json", "utf8")) as { notes: string[] };
    assert.deepEqual(notes, [
      "malloc at main (x.asm:7): 1000000 more bytes would pass the memory limit of 20000000 bytes",
    ]);
  });
});

/** A page of a memfd, mapped shared at r12, and once more as `flags` say. */
const mappedTwice = (flags: number) => `section .data
name: db "ring", 0
section .text
global _start
_start: mov eax, 319
  mov edi, name
  xor esi, esi
  syscall
  mov r8d, eax
  mov edi, eax
  mov esi, 4096
  mov eax, 77
  syscall
%assign flags 1
%rep 2
  xor edi, edi
  mov esi, 4096
  mov edx, 3
  mov r10d, flags
  xor r9d, r9d
  mov eax, 9
  syscall
%assign flags ${flags}
%endrep
  mov eax, 60
  xor edi, edi
  syscall
`;

test("bytes of a file that a program maps twice, shared, are told", async () => {
  const told =
    "asmoscope: at line 22 the same bytes of a file are mapped a second time: here one mapping sees what is stored through the other only after the next system call on the file, on Linux at once\n";
  assert.equal((await seenOf(mappedTwice(1), "run")).stderr, told);
  assert.equal((await seenOf(mappedTwice(2), "run")).stderr, "", "a private one is its own");
});

const DATA = `section .data
x: db 300
y: db 400 ; asmoscope: ignore data-overflow
section .text
global _start
_start: mov rbp, rsp
z:  mov ebp, \\
      esp
  mov eax, 60
  xor edi, edi
  syscall
`;

test("the column of a finding is the instruction's", async () => {
  const { stderr } = await seenOf(DATA, "check", "--columns");
  assert.deepEqual(
    stderr
      .trimEnd()
      .split("\n")
      .map((line) => /^(x\.asm:\d+:\d+).*\[(.*)\]$/.exec(line)?.slice(1).join(" ")),
    ["x.asm:2:1 data-overflow", "x.asm:7:5 truncated-stack-pointer"],
  );
});

test("an overflow that a comment silences is not said by run either", async () => {
  const { stderr } = await seenOf(DATA, "run");
  assert.deepEqual(stderr.match(/^x\.asm.*$/gm), ["x.asm:2: warning: byte data exceeds bounds [-w+number-overflow]"]);
});
