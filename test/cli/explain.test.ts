// `asmoscope explain`: every word that hover knows, as plain text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { directives } from "../../server/facts/directives.ts";
import { findingKinds } from "../../server/facts/findings.ts";
import { libcFunctions } from "../../server/facts/libc.ts";
import { allSyscalls } from "../../server/facts/syscalls.ts";
import { explain } from "../../server/ide/explain.ts";
import { mnemonics } from "../../server/isa/describe.ts";
import { registerNames } from "../../server/isa/registers.ts";
import { command } from "./command.ts";

test("every word of the tables is explained", () => {
  const names = allSyscalls().map(({ name }) => name);
  const words = [
    ...mnemonics(),
    ...registerNames,
    ...Object.keys({ ...directives, ...libcFunctions(), ...findingKinds }),
  ];
  assert.deepEqual(
    [...words, ...names].filter((word) => explain(word, 64).length === 0),
    [],
  );
});

test("instruction, register, system call, libc function, kind of finding, number", async () => {
  const text = async (...args: string[]): Promise<string> => (await command(["explain", ...args])).stdout;
  assert.match(await text("cmova"), /^cmova · .*\n\n.*CF = 0.*\n\n {4}if CF/);
  assert.match(await text("eax"), /32 bits \(bits 31…0 of rax\).*upper 32 bits/s);
  assert.match(await text("-m32", "ebx"), /A function gives it back as it found it/);
  assert.match(await text("malloc"), /void \*malloc\(size_t size\).*size in rdi; result in rax/s);
  assert.match(await text("-m32", "malloc"), /size in \[esp\]; result in eax/);
  assert.match(await text("brk"), /System call 12 \(syscall\): brk\(.* in rdi\).*System call 45 \(int 0x80\)/s);
  assert.match(await text("0x3c"), /^0x3c = 60 = 111100b = '<'\n\nSystem call 60 \(syscall\): exit\(status in rdi\)/);
  assert.match(await text("double-free"), /Why it is wrong/);
  assert.doesNotMatch(await text("mov", "rax", "read", "double-free"), /\*\*|`/);
});

test("unknown words name similar ones, and the status is 1", async () => {
  assert.deepEqual(await command(["explain", "mvo"]), {
    status: 1,
    stdout: "",
    stderr: 'asmoscope: nothing is known about "mvo" (did you mean mov?)\n',
  });
  const some = await command(["explain", "nop", "qqqqqqqq"]);
  assert.deepEqual([some.status, some.stderr], [1, 'asmoscope: nothing is known about "qqqqqqqq"\n']);
  assert.match(some.stdout, /^nop/);
});
