// Running: budgets, breakpoints, data breakpoints, faults in words, input that is not there, stops before harm is done.

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding } from "../../debugger/check/finding.ts";
import { fingerprint, label, runOut, worldOf } from "./program.ts";

const EXIT = "mov eax, 60\n xor edi, edi\n syscall";
const program = (code: string, rest = "") => `section .text\nglobal _start\n_start:\n${code}\n${EXIT}\n${rest}`;

test("a budget is kept to the instruction", () => {
  const { machine } = worldOf(program("again: inc rax\n jmp again"));
  assert.deepEqual(machine.run(1001), { kind: "budget" });
  assert.equal(machine.time, 1001);
  assert.equal(machine.state.read("rax"), 501n);
});

test("a breakpoint stops before its instruction and not at the first", () => {
  const { machine } = worldOf(program("xor eax, eax\nhere: inc eax\n cmp eax, 3\n jne here"));
  machine.breakpoints = new Set([label(machine, "here")]);
  const values: (bigint | undefined)[] = [];
  while (machine.run(1000).kind === "breakpoint") values.push(machine.state.read("rax"));
  assert.deepEqual(values, [0n, 1n, 2n]);
  assert.deepEqual(machine.ended, { kind: "exit", code: 0 });
});

test("a budget that ends on a breakpoint says so", () => {
  const { machine } = worldOf(program("nop\nnop\nhere: nop"));
  machine.breakpoints = new Set([label(machine, "here")]);
  assert.deepEqual(machine.run(2), { kind: "breakpoint" });
});

test("data breakpoints: reads before, writes after, with the bytes as they were", () => {
  const { machine } = worldOf(program("mov rax, [cell]\n mov qword [cell], 9\n nop", "section .data\ncell dq 5"));
  const address = label(machine, "cell");
  machine.watchpoints = [{ address, sizeBytes: 8, access: "readWrite" }];
  const read = machine.run(1000);
  assert.ok(read.kind === "watch" && read.access === "read");
  assert.equal(machine.time, 0);
  const write = machine.run(1000);
  assert.ok(write.kind === "watch" && write.access === "write" && write.before?.[0] === 5);
  assert.equal(machine.memory.peek(address, 1)[0], 9);
  assert.equal(machine.time, 2);
  assert.equal(runOut(machine).kind, "exit");
});

const SWEEP = program(
  `mov ebx, 40
.round: lea rdi, [rel table]
 mov ecx, 3000
.cell: add [rdi], ecx
 mov rax, [rdi+2]
 movdqu xmm0, [rdi]
 add rdi, 4
 dec ecx
 jnz .cell
 push rbx
 lea rsi, [rel table+5000]
 lea rdi, [rel table+7000]
 mov ecx, 300
 rep movsd
 pop rbx
 dec ebx
 jnz .round`,
  "section .bss\nalignb 16\ntable: resb 16384",
);

test("data breakpoints hit the same accesses at the same instants in every core", () => {
  for (const access of ["read", "write", "readWrite"] as const) {
    const runs = (["full", "off"] as const).flatMap((check) =>
      (["step", "jit"] as const).map((core) => {
        const { machine } = worldOf(SWEEP, { check, core });
        machine.watchpoints = [{ address: label(machine, "table") + 8001, sizeBytes: 3, access }];
        const hits: unknown[] = [];
        for (let stop = machine.run(1e9); stop.kind !== "exit"; stop = machine.run(1e9)) {
          assert.ok(stop.kind === "watch" || stop.kind === "budget", stop.kind);
          if (stop.kind === "watch") hits.push([machine.time, stop.pc, stop.access]);
        }
        assert.equal(machine.reverse().kind, "watch");
        hits.push(machine.time);
        return hits;
      }),
    );
    assert.ok(runs[0]!.length > 40);
    for (const other of runs.slice(1)) assert.deepEqual(other, runs[0]);
  }
});

test("faults become signals that are explained at every check level", () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ["mov rax, [0]", "SIGSEGV", /Reads 8 bytes at 0x0/],
    ["xor edx, edx\n xor ecx, ecx\n div ecx", "SIGFPE", /./],
    ["ud2", "SIGILL", /./],
    ["xor eax, eax\n jmp rax", "SIGSEGV", /./],
    ["mov byte [_start], 1", "SIGSEGV", /./],
  ];
  for (const check of ["full", "off"] as const) {
    for (const [code, signal, words] of cases) {
      const { machine } = worldOf(program(code), { check });
      const stop = runOut(machine);
      assert.ok(stop.kind === "signal" && stop.signal === signal, `${code}: ${JSON.stringify(stop.kind)}`);
      assert.match(stop.explanation, words, code);
    }
  }
});

test("a recursion without end is told as what it is", () => {
  const { machine } = worldOf(program("again: push rax\n call again"), { check: "off" });
  const stop = runOut(machine);
  assert.ok(stop.kind === "signal" && stop.signal === "SIGSEGV");
  assert.match(stop.explanation, /stack is full[\s\S]*recursion/);
});

test("without input the machine stands before the instruction as if nothing had happened", () => {
  const reading = `xor eax, eax\n xor edi, edi\n lea rsi, [rel line]\n mov edx, 8\n here: syscall\n mov ebx, eax`;
  const { machine, type } = worldOf(program(reading, "section .bss\nline resb 8"));
  machine.travel(4);
  const before = fingerprint(machine);
  for (let k = 0; k < 3; k++) {
    assert.deepEqual(machine.run(1000), { kind: "input" });
    assert.equal(fingerprint(machine), before);
  }
  type("abc\n");
  machine.run(2);
  assert.equal(machine.state.read("rbx"), 4n);
});

test("libc waits for input too", () => {
  const { machine, output, type } = worldOf(`
extern getchar
extern putchar
section .text
global main
main: sub rsp, 8
    call getchar
    mov edi, eax
    call putchar
    xor eax, eax
    add rsp, 8
    ret`);
  assert.deepEqual(machine.run(1000), { kind: "input" });
  assert.equal(machine.libcFunction, "getchar");
  type("q\n");
  assert.deepEqual(runOut(machine), { kind: "exit", code: 0 });
  assert.equal(output(), "q");
});

const OVERFLOW = `
extern malloc
section .text
global main
main: sub rsp, 8
    mov edi, 2
    call malloc
    mov qword [rax], -1
    xor eax, eax
    add rsp, 8
    ret`;

test("a finding stops before harm is done, once", () => {
  const { machine } = worldOf(OVERFLOW);
  const asked: Finding[] = [];
  machine.stopAtFinding = (finding) => {
    asked.push(finding);
    return finding.severity === "error" && !finding.kind.startsWith("leak");
  };
  const stop = machine.run(1000);
  assert.ok(stop.kind === "finding" && stop.finding.kind === "heap-overflow-write", JSON.stringify(stop));
  assert.equal(Number(machine.state.rip), stop.finding.pc);
  const block = machine.heapBlocks()[0]!;
  assert.deepEqual([...machine.memory.peek(block.address, 8)], [0, 0, 0, 0, 0, 0, 0, 0]);
  assert.equal(runOut(machine).kind, "exit");
  assert.deepEqual([...machine.memory.peek(block.address, 8)], Array(8).fill(255));
  assert.equal(machine.findings.filter(({ kind }) => kind === "heap-overflow-write")[0]!.count, 1);
});

test("a finding inside a libc call stops before the call", () => {
  const { machine } = worldOf(`
extern malloc
extern free
section .text
global main
main: push rbx
    mov edi, 8
    call malloc
    mov rbx, rax
    mov rdi, rbx
    call free
    mov rdi, rbx
second: call free
    pop rbx
    ret`);
  machine.stopAtFinding = ({ severity }) => severity === "error";
  const stop = machine.run(1000);
  assert.ok(stop.kind === "finding" && stop.finding.kind === "double-free", JSON.stringify(stop));
  assert.equal(Number(machine.state.rip), label(machine, "second"));
});

test("an event can be stopped at before it happens", () => {
  const { machine, output } = worldOf(
    program(
      "mov eax, 1\n mov edi, 1\n lea rsi, [rel text]\n mov edx, 3\nhere: syscall",
      "section .data\ntext db 'hi', 10",
    ),
  );
  machine.stopAtEvent = (event) => event.kind === "syscall-enter" && event.name === "write";
  const stop = machine.run(1000);
  assert.ok(stop.kind === "event" && stop.event.kind === "syscall-enter");
  assert.equal(Number(machine.state.rip), label(machine, "here"));
  assert.equal(runOut(machine).kind, "exit");
  assert.equal(output(), "hi\n");
});

test("events are told once, also when they are reached again", () => {
  const names: string[] = [];
  const { machine } = worldOf(program("mov eax, 39\n syscall\n mov eax, 39\n syscall"), {
    onEvent: (event) => {
      if (event.kind === "syscall-enter") names.push(event.name);
    },
  });
  runOut(machine);
  machine.travel(1);
  runOut(machine);
  assert.deepEqual(names, ["getpid", "getpid", "exit"]);
});

test("a program that cannot be loaded is refused with a sentence", () => {
  const { machine } = worldOf(program("nop", "section .bss\nhuge resb 0x10000000"));
  const stop = machine.run(1);
  assert.ok(stop.kind === "refused");
  assert.match(stop.explanation, /memory/);
});
