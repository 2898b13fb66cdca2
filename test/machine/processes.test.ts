// Several processes on one machine: every instant is the same from any side, whatever process it belongs to; findings name the
// process; what never ends or waits for itself is bounded. What children do natively is compared in test/programs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fingerprint, label, runOut, worldOf } from "./program.ts";

/** A parent and two children over pipes, a handler for SIGCHLD, memory that each changes for itself, malloc and printf. */
const FAMILY = `
extern printf
extern malloc
extern free
extern fork
extern waitpid
extern fflush
section .data
format db "%s %d", 10, 0
parent db "parent", 0
child db "child", 0
counter dq 7
section .bss
ends resd 2
status resd 1
value resq 1
section .text
global main
main:
    push rbx
    push r12
    sub rsp, 8
    mov eax, 22
    mov edi, ends
    syscall
    mov r12d, 2
.each:
    call fork
    test eax, eax
    jz .inChild
    dec r12d
    jnz .each
    mov eax, 3
    mov edi, [ends+4]
    syscall
.read:
    xor eax, eax
    mov edi, [ends]
    mov esi, value
    mov edx, 8
    syscall
    cmp rax, 8
    jne .closed
    mov rax, [value]
    add [counter], rax
    jmp .read
.closed:
    mov edi, -1
    mov esi, status
    xor edx, edx
    call waitpid
    test eax, eax
    js .done
    movzx edx, byte [status+1]
    mov edi, format
    mov esi, parent
    xor eax, eax
    call printf
    jmp .closed
.done:
    mov edi, format
    mov esi, parent
    mov edx, [counter]
    xor eax, eax
    call printf
    add rsp, 8
    pop r12
    pop rbx
    xor eax, eax
    ret
.inChild:
    mov edi, 100
    call malloc
    mov rbx, rax
    mov [rbx], r12
    mov ecx, 300
.spin:
    inc qword [counter]
    dec ecx
    jnz .spin
    mov rax, [counter]
    mov [value], rax
    mov eax, 1
    mov edi, [ends+4]
    mov esi, value
    mov edx, 8
    syscall
    mov edi, format
    mov esi, child
    mov edx, [counter]
    xor eax, eax
    call printf
    mov rdi, rbx
    call free
    lea eax, [r12+40]
    add rsp, 8
    pop r12
    pop rbx
    ret
`;
const FAMILY_PRINTS = "child 307\nchild 307\nparent 42\nparent 41\nparent 621\n";

/** Runs a program instruction by instruction, then goes to a dozen instants and out again. */
function reachedAgain(source: string, how: { readonly core: "step" | "jit"; readonly check: "off" | "full" }) {
  const { machine, output } = worldOf(source, { ...how, translator: { hotVisits: 1 } });
  const seen = [fingerprint(machine)];
  const processes = new Set<number>();
  while (!machine.ended) {
    machine.run(1);
    seen[machine.time] = fingerprint(machine);
    processes.add(machine.processId);
  }
  const printed = output();
  assert.deepEqual(machine.ended, { kind: "exit", code: 0 });
  assert.deepEqual(machine.findings, []);
  const times = Object.keys(seen).map(Number);
  let random = 4711;
  for (let k = 0; k < 12; k++) {
    random = (random * 1103515245 + 12345) % 2 ** 31;
    const time = times[random % times.length]!;
    machine.travel(time);
    assert.equal(fingerprint(machine), seen[time], `instant ${time}`);
  }
  runOut(machine);
  assert.equal(fingerprint(machine), seen.at(-1));
  assert.equal(output(), printed, "nothing is printed twice");
  return { printed, processes };
}

for (const core of ["step", "jit"] as const) {
  for (const check of ["off", "full"] as const) {
    test(`every instant of every process is the same when it is reached again: ${core}, check=${check}`, () => {
      const { printed, processes } = reachedAgain(FAMILY, { core, check });
      assert.deepEqual(printed.split("\n").sort(), FAMILY_PRINTS.split("\n").sort());
      assert.deepEqual([...processes].sort(), [4242, 4243, 4244]);
    });
    test(`every instant of every thread is the same when it is reached again: ${core}, check=${check}`, () => {
      const { printed } = reachedAgain(readFileSync("test/sources/threads-turns.asm", "utf8"), { core, check });
      assert.equal(`${printed}\nstatus 0\n`, readFileSync("test/sources/threads-turns.out", "utf8"));
    });
  }
}

test("one big run and many small ones give the same, in both cores", () => {
  const whole = worldOf(FAMILY, { core: "jit", check: "off" });
  const parts = worldOf(FAMILY, { core: "step", check: "off" });
  runOut(whole.machine);
  while (!parts.machine.ended) parts.machine.run(13);
  assert.equal(fingerprint(whole.machine), fingerprint(parts.machine));
  assert.equal(whole.output(), parts.output());
});

test("breakpoints are met in children too, and going back meets them again", () => {
  const { machine } = worldOf(FAMILY);
  machine.breakpoints = new Set([label(machine, "main.inChild")]);
  const stops: [number, number][] = [];
  while (machine.run(1_000_000).kind === "breakpoint") stops.push([machine.time, machine.processId]);
  assert.deepEqual(
    stops.map(([, process]) => process),
    [4243, 4244],
  );
  for (const [time, process] of stops.reverse()) {
    assert.deepEqual(machine.reverse(), { kind: "breakpoint" });
    assert.deepEqual([machine.time, machine.processId], [time, process]);
  }
});

test("a finding names the process when it is not the first, and a fault ends that process alone", () => {
  const { machine } = worldOf(`
section .text
global _start
_start:
    mov eax, 57
    syscall
    test eax, eax
    jnz .parent
    mov dword [0], 1
.parent:
    mov eax, 61
    mov edi, -1
    push rax
    mov rsi, rsp
    xor edx, edx
    xor r10d, r10d
    syscall
    mov edi, [rsp]
    mov eax, 60
    syscall
`);
  assert.deepEqual(runOut(machine), { kind: "exit", code: 11 });
  assert.deepEqual(
    machine.findings.map(({ kind, details }) => [kind, details.at(-1)]),
    [["null-deref", "In process 4243."]],
  );
});

test("the first process's end is the run's, after what it has left behind", () => {
  const { machine, output } = worldOf(`
section .data
duration dq 1, 0
text db "late", 10
section .text
global _start
_start:
    mov eax, 57
    syscall
    test eax, eax
    jz .child
    mov eax, 60
    mov edi, 9
    syscall
.child:
    mov eax, 35
    mov edi, duration
    xor esi, esi
    syscall
    mov eax, 1
    mov edi, 1
    mov esi, text
    mov edx, 5
    syscall
    mov eax, 110
    syscall
    mov edi, eax
    mov eax, 60
    syscall
`);
  assert.deepEqual(runOut(machine), { kind: "exit", code: 9 });
  assert.equal(output(), "late\n");
});

test("forks in a loop meet a limit", () => {
  const { machine } = worldOf(`
section .text
global _start
_start:
    inc ebx
    mov eax, 57
    syscall
    test eax, eax
    jz .wait
    cmp eax, -11
    jne _start
    mov edi, ebx
    mov eax, 60
    syscall
.wait:
    mov eax, 34
    syscall
`);
  assert.deepEqual(runOut(machine), { kind: "exit", code: 64 });
});

test("a fork bomb costs no more than its instructions", () => {
  const { machine } = worldOf("section .text\nglobal _start\n_start:\n mov eax, 57\n syscall\n jmp _start\n");
  assert.deepEqual(machine.run(20_000), { kind: "budget" });
  assert.deepEqual(machine.run(20_000), { kind: "budget" });
});

test("processes that wait for each other for ever are told so, one by one", () => {
  const { machine } = worldOf(`
section .bss
ends resd 2
byte1 resb 1
section .text
global _start
_start:
    mov eax, 22
    mov edi, ends
    syscall
    mov eax, 57
    syscall
    xor eax, eax
    mov edi, [ends]
    mov esi, byte1
    mov edx, 1
    syscall
    neg eax
    mov edi, eax
    mov eax, 60
    syscall
`);
  assert.deepEqual(runOut(machine), { kind: "exit", code: 11 });
});

const SHELL_64 = `
section .text
global _start
_start:
    xor edx, edx
    mov rbx, "/bin/sh"
    push rbx
    mov rdi, rsp
    push rdx
    push rdi
    mov rsi, rsp
    mov eax, 59
    syscall
`;
const SHELL_32 = `
bits 32
section .text
global _start
_start:
    xor edx, edx
    push edx
    push "//sh"
    push "/bin"
    mov ebx, esp
    push edx
    push ebx
    mov ecx, esp
    mov eax, 11
    int 0x80
`;

for (const [bits, source] of [
  [64, SHELL_64],
  [32, SHELL_32],
] as const) {
  test(`a program of ${bits} bits that ends as a shell: nothing to read ends it, commands are not there`, () => {
    const quiet = worldOf(source);
    quiet.type("end");
    assert.deepEqual(runOut(quiet.machine), { kind: "exit", code: 0 });
    const asked = worldOf(source);
    asked.type("  # nothing\nls\n");
    asked.type("end");
    assert.deepEqual(runOut(asked.machine), { kind: "exit", code: 127 });
    const { time } = asked.machine;
    asked.machine.travel(0);
    assert.deepEqual(runOut(asked.machine), { kind: "exit", code: 127 });
    assert.equal(asked.machine.time, time);
  });
}

test("echo is there for those that start it, from 32 bits too, and keeps its -n to itself", () => {
  const source = (words: readonly string[]): string => `
section .data
name db "/bin/echo", 0
${words.map((word, k) => `w${k} db "${word}", 0`).join("\n")}
args dd name${words.map((_, k) => `, w${k}`).join("")}, 0
section .text
global _start
_start:
    mov eax, 11
    mov ebx, name
    mov ecx, args
    xor edx, edx
    int 0x80
    mov ebx, eax
    mov eax, 1
    int 0x80
`;
  for (const [words, expected] of [
    [["Hello World!"], "Hello World!\n"],
    [["-n", "a", "", "b c"], "a  b c"],
    [["-nx"], "-nx\n"],
    [["x".repeat(5000), "y"], `${"x".repeat(5000)} y\n`],
    [[], "\n"],
  ] as const) {
    const { machine, output } = worldOf(`bits 32\n${source(words)}`);
    assert.deepEqual(runOut(machine), { kind: "exit", code: 0 });
    assert.equal(output(), expected);
  }
});

test("threads share memory, and every instant of theirs is the same when it is reached again", () => {
  const { machine, output } = worldOf(
    `
section .data
text db "thread", 10
section .bss
stack resb 4096
top:
flag resd 1
section .text
global _start
_start:
    mov eax, 56
    mov edi, 0x10f00
    mov rsi, top
    xor edx, edx
    xor r10d, r10d
    xor r8d, r8d
    syscall
    test eax, eax
    jz .thread
.wait:
    mov eax, 202
    mov edi, flag
    xor esi, esi
    xor edx, edx
    xor r10d, r10d
    syscall
    cmp dword [flag], 0
    je .wait
    mov eax, 231
    mov edi, [flag]
    syscall
.thread:
    mov eax, 1
    mov edi, 1
    mov esi, text
    mov edx, 7
    syscall
    mov eax, 186
    syscall
    sub eax, 4200
    mov [flag], eax
    mov eax, 202
    mov edi, flag
    mov esi, 1
    mov edx, 1
    syscall
    mov eax, 60
    xor edi, edi
    syscall
`,
    { check: "off" },
  );
  const seen = [fingerprint(machine)];
  while (!machine.ended) {
    machine.run(1);
    seen[machine.time] = fingerprint(machine);
  }
  assert.deepEqual(machine.ended, { kind: "exit", code: 43 });
  assert.equal(output(), "thread\n");
  for (const time of Object.keys(seen).map(Number).reverse()) {
    machine.travel(time);
    assert.equal(fingerprint(machine), seen[time], `instant ${time}`);
  }
});

/** Two threads with a lock that the first holds for all but three instructions of a loop, whose length divides 50,000: turns of that length would all end in the locked part. */
const LOCKED_LOOP = `
section .bss
stack resb 4096
top:
locked resd 1
done resd 1
section .text
global _start
_start:
    inc dword [locked]
    mov eax, 56
    mov edi, 0x10f00
    mov rsi, top
    xor edx, edx
    xor r10d, r10d
    xor r8d, r8d
    syscall
    test eax, eax
    jz thread
    times 8 nop
    mov ecx, 30000
.late:
    dec ecx
    jnz .late
    mov dword [locked], 0
.again:
    mov eax, 1
    xchg [locked], eax
    test eax, eax
    jnz .again
    mov ebx, [done]
    times 10 nop
    mov dword [locked], 0
    nop
    nop
    test ebx, ebx
    jz .again
    mov eax, 231
    xor edi, edi
    syscall
thread:
    mov eax, 1
    xchg [locked], eax
    test eax, eax
    jnz thread
    inc dword [done]
    mov dword [locked], 0
    mov eax, 60
    xor edi, edi
    syscall
`;

for (const core of ["step", "jit"] as const) {
  for (const check of ["off", "full"] as const) {
    test(`turns that end by their length leave nobody out, and are the same again: ${core}, check=${check}`, () => {
      const options = { core, check, translator: { hotVisits: 1 } };
      const { machine } = worldOf(LOCKED_LOOP, options);
      const seen = new Map<number, string>();
      while (!machine.ended && machine.time < 2_000_000) {
        machine.run(7001);
        seen.set(machine.time, fingerprint(machine));
      }
      assert.deepEqual(machine.ended, { kind: "exit", code: 0 });
      const inOne = worldOf(LOCKED_LOOP, options).machine;
      runOut(inOne);
      assert.equal(fingerprint(inOne), seen.get(inOne.time));
      const times = [...seen.keys()];
      for (const time of [...times.filter((_, k) => k % 5 === 0).reverse(), times[3]!, times.at(-1)!]) {
        machine.travel(time);
        assert.equal(fingerprint(machine), seen.get(time), `instant ${time}`);
      }
    });
  }
}

test("how long turns are follows from the seed", () => {
  const endsWith = (seed: number): number => {
    const { machine } = worldOf(LOCKED_LOOP, { check: "off", seed });
    runOut(machine);
    return machine.time;
  };
  assert.equal(endsWith(5), endsWith(5));
  assert.notEqual(endsWith(5), endsWith(6));
});
