// Time: every instant that was seen once is the same when it is reached again, from any side and in any order.

import assert from "node:assert/strict";
import { test } from "node:test";
import { fingerprint, label, runOut, worldOf } from "./program.ts";

/** Calls, heap, system calls, input, output, a changing page map. */
const BUSY = `
extern malloc
extern free
extern printf
section .data
format db "%d", 10, 0
numbers dq 1, 2, 3, 4
section .bss
line resb 16
section .text
global main
main:
    push rbx
    push r12
    xor eax, eax
    xor edi, edi
    lea rsi, [rel line]
    mov edx, 16
    syscall
    mov r12d, 5
.round:
    mov edi, r12d
    shl edi, 4
    call malloc
    mov rbx, rax
    mov [rbx], r12
    lea rdi, [rel format]
    mov rsi, [rbx]
    xor eax, eax
    call printf
    mov rdi, rbx
    call free
    inc qword [rel numbers]
    mov eax, 12
    xor edi, edi
    syscall
    mov ecx, 40
.spin:
    add qword [rel numbers+8], rcx
    dec ecx
    jnz .spin
    dec r12d
    jnz .round
    pop r12
    pop rbx
    xor eax, eax
    ret
`;

test("every instant is the same when it is reached again", () => {
  const { machine, output, type } = worldOf(BUSY);
  type("hello\n");
  const seen = [fingerprint(machine)];
  while (!machine.ended) {
    machine.run(1);
    seen[machine.time] = fingerprint(machine);
  }
  const printed = output();
  assert.equal(printed, "5\n4\n3\n2\n1\n");
  const last = seen.length - 1;
  let random = 12345;
  for (let k = 0; k < 60; k++) {
    random = (random * 1103515245 + 12345) % 2 ** 31;
    const time = random % last;
    machine.travel(time);
    assert.equal(machine.time, time);
    assert.equal(fingerprint(machine), seen[time], `instant ${time}`);
  }
  for (let time = 300; time > 250; time--) {
    machine.travel(time);
    assert.equal(fingerprint(machine), seen[time], `instant ${time}, step by step`);
  }
  runOut(machine);
  assert.equal(fingerprint(machine), seen[last]);
  assert.equal(output(), printed, "nothing is printed twice");
});

test("one big run and many small ones give the same", () => {
  const whole = worldOf(BUSY);
  const parts = worldOf(BUSY);
  whole.type("x\n");
  parts.type("x\n");
  runOut(whole.machine);
  while (!parts.machine.ended) parts.machine.run(7);
  assert.equal(fingerprint(whole.machine), fingerprint(parts.machine));
});

test("reverse stops at breakpoints, the last one first, then at the start", () => {
  const { machine, type } = worldOf(BUSY);
  type("x\n");
  machine.breakpoints = new Set([label(machine, "main.round")]);
  const times: number[] = [];
  while (machine.run(100_000).kind === "breakpoint") times.push(machine.time);
  assert.equal(times.length, 5);
  for (const time of times.reverse()) {
    assert.deepEqual(machine.reverse(), { kind: "breakpoint" });
    assert.equal(machine.time, time);
  }
  assert.deepEqual(machine.reverse(), { kind: "start" });
  assert.equal(machine.time, 0);
});

test("reverse finds the last write, by an instruction, libc or the kernel", () => {
  const { machine, type } = worldOf(BUSY);
  type("hello\n");
  runOut(machine);
  machine.watchpoints = [{ address: label(machine, "numbers"), sizeBytes: 8, access: "write" }];
  const stop = machine.reverse();
  assert.equal(stop.kind, "watch");
  assert.equal(machine.memory.peek(label(machine, "numbers"), 1)[0], 5, "before the last of five increments");
  machine.watchpoints = [{ address: label(machine, "line"), sizeBytes: 16, access: "write" }];
  assert.equal(machine.reverse().kind, "watch");
  assert.deepEqual([...machine.memory.peek(label(machine, "line"), 6)], [0, 0, 0, 0, 0, 0]);
  machine.run(1);
  assert.equal(new TextDecoder().decode(machine.memory.peek(label(machine, "line"), 6)), "hello\n");
});

/** Each of 3000 rounds reads and writes the same bytes. */
const LOOP = `
section .bss
cell resd 1
section .text
global _start
_start: mov ecx, 3000
next:   mov eax, [rel cell]
        add eax, ecx
        mov [rel cell], eax
behind: dec ecx
        jnz next
        mov eax, 60
        xor edi, edi
        syscall
`;

for (const check of ["off", "full"] as const)
  test(`a search backwards asks for each hit once, as the way forwards met it, and goes to the last wanted one (${check})`, () => {
    const { machine } = worldOf(LOOP, { check, core: "jit" });
    machine.breakpoints = new Set([label(machine, "behind")]);
    machine.watchpoints = [{ address: label(machine, "cell"), sizeBytes: 4, access: "readWrite" }];
    const note = (kind: string) => `${kind} ${machine.time} ${machine.state.read("rip")} ${machine.state.read("rcx")}`;
    const met: string[] = [];
    for (;;) {
      const { kind } = machine.run(100_000);
      if (kind !== "watch" && kind !== "breakpoint") break;
      met.push(note(kind));
      // Behind a write it stands on the breakpoint.
      if (kind === "watch" && Number(machine.state.rip) === label(machine, "behind")) met.push(note("breakpoint"));
    }
    assert.equal(met.length, 9000);
    const asked: string[] = [];
    let stop = machine.reverseSome((hit) => {
      asked.push(note(hit.kind));
      return hit.kind === "watch" && hit.access === "write" && machine.state.read("rcx") === 2000n;
    });
    assert.deepEqual(asked, met);
    assert.deepEqual([stop.kind, machine.state.read("rcx"), machine.time], ["watch", 2000n, 1 + 1000 * 5 + 2]);
    do stop = machine.reverseSome(() => false);
    while (stop.kind === "budget");
    assert.deepEqual([stop.kind, machine.time], ["start", 0]);
  });

test("a read that it has come back to is passed by when it goes on", () => {
  const { machine } = worldOf(LOOP, { check: "off" });
  machine.watchpoints = [{ address: label(machine, "cell"), sizeBytes: 4, access: "read" }];
  const times = [0, 1, 2].map(() => (machine.run(1000), machine.time));
  assert.equal(new Set(times).size, 3);
  assert.equal(machine.reverse().kind, "watch");
  assert.equal(machine.time, times[1]);
  assert.equal(machine.run(1000).kind, "watch");
  assert.equal(machine.time, times[2]);
  machine.travel(times[1]!);
  machine.run(1000);
  assert.equal(machine.time, times[1], "who has not come for it stops for it");
});

test("changing a register discards the later history, and going back over the change brings it again", () => {
  const { machine, type } = worldOf(BUSY);
  type("hello\n");
  runOut(machine);
  const { horizon } = machine;
  machine.travel(30);
  const before = machine.state.read("r15");
  assert.notEqual(before, 77n);
  assert.equal(machine.setRegister("r15", 77n), true);
  assert.equal(machine.horizon, 30);
  assert.ok(horizon > 30);
  machine.run(10);
  assert.equal(machine.state.read("r15"), 77n);
  machine.travel(20);
  assert.equal(machine.state.read("r15"), before);
  machine.travel(35);
  assert.equal(machine.state.read("r15"), 77n);
});

test("input that a discarded future had read is read again", () => {
  const { machine, type } = worldOf(BUSY);
  type("hello\n");
  runOut(machine);
  machine.travel(0);
  machine.writeMemory(label(machine, "numbers"), Uint8Array.of(9));
  runOut(machine);
  assert.equal(new TextDecoder().decode(machine.memory.peek(label(machine, "line"), 6)), "hello\n");
  assert.equal(machine.memory.peek(label(machine, "numbers"), 1)[0], 14);
});

test("a long run keeps few checkpoints and still goes back exactly", () => {
  const { machine } = worldOf(
    `
section .bss
table resq 4096
section .text
global _start
_start:
    mov ecx, 600000
.next:
    mov eax, ecx
    and eax, 4095
    mov [table+rax*8], rcx
    dec ecx
    jnz .next
    mov eax, 60
    xor edi, edi
    syscall`,
    { check: "off" },
  );
  runOut(machine);
  const end = machine.time;
  machine.travel(end - 5);
  machine.travel(2_000_003);
  assert.equal(machine.time, 2_000_003);
  const rcx = machine.state.read("rcx")!;
  assert.equal(rcx, 600_000n - (2_000_003n - 1n) / 5n);
  machine.travel(end - 5);
  assert.equal(machine.time, end - 5);
});

test("both cores reach the same instants, forwards and backwards", () => {
  const step = worldOf(BUSY, { check: "off", core: "step" });
  const jit = worldOf(BUSY, { check: "off", core: "jit" });
  for (const { machine, type } of [step, jit]) {
    type("hello\n");
    assert.deepEqual(runOut(machine), { kind: "exit", code: 0 });
  }
  assert.equal(jit.output(), step.output());
  assert.equal(jit.machine.time, step.machine.time);
  for (let time = step.machine.time - 1; time > 0; time -= 97) {
    step.machine.travel(time);
    jit.machine.travel(time);
    assert.equal(jit.machine.time, time);
    assert.equal(fingerprint(jit.machine), fingerprint(step.machine), `instant ${time}`);
  }
});
