// The tables of Linux facts: rows that can be read, numbers that agree with what is known by heart, texts that are there.
import assert from "node:assert/strict";
import test from "node:test";
import { executedCalls } from "../../debugger/os/syscall-functions.ts";
import { ERRNO, errnoName, errnoRows, errnoText } from "../../server/facts/errno.ts";
import { flagSets, flagsText } from "../../server/facts/flags.ts";
import { libcFunctions } from "../../server/facts/libc.ts";
import { STUB, STUB_BYTES } from "../../server/facts/libc-linking.ts";
import { leavings, leavingsOf, survivors, survivorsOf } from "../../server/facts/libc-survivors.ts";
import { signalName, signals } from "../../server/facts/signals.ts";
import { allSyscalls, bufferBytes, structBytes, syscallByName, syscallByNumber } from "../../server/facts/syscalls.ts";

test("system calls: numbers of both ABIs are distinct and the well-known ones right", () => {
  for (const abi of ["x86_64", "i386"] as const) {
    const numbers = allSyscalls().flatMap((call) => call[abi] ?? []);
    assert.equal(new Set(numbers).size, numbers.length);
  }
  const known = [
    ["read", 0, 3],
    ["write", 1, 4],
    ["open", 2, 5],
    ["close", 3, 6],
    ["mmap", 9, 90],
    ["mprotect", 10, 125],
    ["munmap", 11, 91],
    ["brk", 12, 45],
    ["exit", 60, 1],
    ["exit_group", 231, 252],
    ["getrandom", 318, 355],
  ] as const;
  for (const [name, x64, i386] of known) {
    assert.equal(syscallByNumber("x86_64", x64)?.name, name);
    assert.equal(syscallByNumber("i386", i386)?.name, name);
  }
  assert.equal(syscallByName("mmap2")?.x86_64, undefined);
  assert.equal(syscallByNumber("x86_64", 5000), undefined);
});

test("every argument of a call has a name, a known type and, for memory, a size that can be told", () => {
  const plain = new Set([
    "int",
    "uint",
    "long",
    "hex",
    "size",
    "off",
    "fd",
    "dirfd",
    "pid",
    "address",
    "mode",
    "signal",
    "path",
    "strings",
    ...Object.keys(flagSets),
  ]);
  for (const call of allSyscalls()) {
    for (const [abi, list] of [
      ["x86_64", call.arguments],
      ["i386", call.argumentsI386],
    ] as const) {
      assert.ok(list.length <= 6, call.name);
      for (const argument of list) {
        const where = `${call.name} ${argument.name}`;
        assert.match(argument.name, /^\w+$/, call.name);
        if (plain.has(argument.type)) continue;
        if (argument.type === "iovin" || argument.type === "iovout") {
          assert.ok(
            list.some(({ name }) => name === argument.size),
            where,
          );
          continue;
        }
        if (argument.type === "msgin" || argument.type === "msgout") {
          assert.ok(argument.size === "" || list.some(({ name }) => name === argument.size), where);
          continue;
        }
        assert.ok(["in", "out", "inout"].includes(argument.type), where);
        if (argument.size.startsWith("{")) assert.ok(structBytes[argument.size.slice(1, -1)], where);
        else assert.notEqual(bufferBytes(argument, call, abi, [1n, 2n, 3n, 4n, 5n, 6n]), undefined, where);
      }
    }
  }
});

test("what the kernel executes is described: arguments where there are any, and a sentence", () => {
  for (const name of executedCalls()) {
    const call = syscallByName(name)!;
    assert.ok(call, name);
    assert.match(call.summary, /^[A-Z].*\.$/, name);
  }
});

test("errors and signals by number, name and text", () => {
  assert.equal(ERRNO.ENOENT, 2);
  assert.equal(errnoName(22), "EINVAL");
  assert.equal(errnoText(9), "Bad file descriptor");
  assert.equal(errnoText(0), "Success");
  assert.equal(errnoText(4000), "Unknown error 4000");
  const numbers = Object.values(errnoRows).map(([number]) => number);
  assert.equal(new Set(numbers).size, numbers.length);
  assert.equal(signals.SIGSEGV.number, 11);
  assert.equal(signalName(6), "SIGABRT");
  assert.equal(signalName(34), "SIGRT_2");
  assert.equal(signalName(99), undefined);
});

test("flags as strace writes them", () => {
  assert.equal(flagsText("open", 0o1102n), "O_RDWR|O_CREAT|O_TRUNC");
  assert.equal(flagsText("open", 0n), "O_RDONLY");
  assert.equal(flagsText("prot", 0n), "PROT_NONE");
  assert.equal(flagsText("prot", 7n), "PROT_READ|PROT_WRITE|PROT_EXEC");
  assert.equal(flagsText("map", 0x22n), "MAP_PRIVATE|MAP_ANONYMOUS");
  assert.equal(flagsText("map", 0n), "0");
  assert.equal(flagsText("map", 0x20n), "MAP_ANONYMOUS");
  assert.equal(flagsText("whence", 2n), "SEEK_END");
  assert.equal(flagsText("whence", 77n), "0x4d /* SEEK_??? */");
  assert.equal(flagsText("random", 8n), "0x8 /* GRND_??? */");
});

test("libc: rows have prototypes and sentences, stubs are 16 bytes, survivors are registers", () => {
  for (const [name, { prototype, summary }] of Object.entries(libcFunctions())) {
    assert.ok(prototype.includes(`${name}(`), name);
    assert.match(summary, /^[a-zA-Z−].*\.$/, name);
  }
  assert.equal(STUB_BYTES.length, 16);
  assert.deepEqual([...STUB_BYTES.slice(STUB.callBack, STUB.callBack + 4)], [0xff, 0xd0, 0x0f, 0x0b]);
  for (const name of Object.keys(survivors) as (keyof ReturnType<typeof libcFunctions>)[]) {
    const { general, xmm } = survivorsOf(name);
    for (const register of general) assert.match(register, /^(rcx|rdx|rsi|rdi|r8|r9|r10|r11)$/, name);
    for (const number of xmm) assert.ok(number >= 0 && number < 16);
  }
  for (const bits of [32, 64] as const)
    for (const name of Object.keys(leavings[bits]) as (keyof ReturnType<typeof libcFunctions>)[])
      for (const { register } of leavingsOf(name, bits)) {
        assert.match(register, /^(rax|rcx|rdx|rsi|rdi)$/, name);
        assert.ok(!survivorsOf(name).general.has(register) || bits === 32, `${name} keeps ${register}`);
      }
});
