// Translated code under the memory checker against the step engine that shows the checker each instruction: random programs,
// stopped at the same random instants. Machine, findings and everything the checker knows must be the same each time.
// TRANSLATOR_SECONDS runs for long, TRANSLATOR_SEED repeats what failed.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { restoreActivations, type SavedActivations } from "../../debugger/check/saved-activations.ts";
import type { MachineOptions } from "../../debugger/machine/machine.ts";
import { createParts, type Parts } from "../../debugger/machine/parts.ts";
import type { Image } from "../../server/obj/image.ts";
import { imageOf, worldOf } from "../machine/program.ts";
import { randomFrames } from "./random-frames.ts";
import { randomFrom, randomProgram } from "./random-program.ts";

/** So many instructions of each program are compared. */
const LENGTH = 15_000;
/** rsp is neither used nor written, as far as the convention goes. */
const COUNTED = 0xffef;

function partsOf(image: Image, options: Pick<MachineOptions, "core" | "translator" | "check">): Parts {
  const host = { readInput: () => new Uint8Array(), writeOutput: () => undefined };
  const machine = { image, args: [], environment: {}, seed: 0, host, foldBytes: 2 ** 25, maxMemoryBytes: 2 ** 25 };
  const parts = createParts({ ...machine, ...options }, host, { onEvent() {}, report: () => "continue" });
  assert.ok(!("problem" in parts));
  parts.core.observer = parts.checker.observer;
  return parts;
}

interface SavedChecker {
  readonly owners: Record<string, unknown> & {
    readonly savedActivations: SavedActivations;
    readonly rootUse: { readonly used: number; readonly written: number };
    readonly everWritten: number;
    readonly pointers: readonly unknown[];
  };
  readonly shadow: { readonly undef: Uint8Array; readonly flags: number; readonly dirty: number };
}

/** Everything that decides about findings, to be compared. */
function knowledge({ checker, memory, state, core }: Parts, check: MachineOptions["check"]) {
  const { owners, shadow } = checker.save() as SavedChecker;
  const hash = createHash("sha1");
  for (const { start, sizeBytes } of memory.runs()) {
    hash.update(memory.peek(start, sizeBytes)).update(memory.shadowOf(start, sizeBytes));
  }
  const masks = ({ used, written }: { readonly used: number; readonly written: number }) => [
    used & COUNTED,
    written & COUNTED,
  ];
  const { activations, savedActivations, rootUse, everWritten, mirrored, unchanged, blocks, pointers, ...others } =
    owners;
  return {
    registers: Array.from({ length: 16 }, (_, k) => state.gpr(k)),
    flags: state.eflags,
    rip: state.rip,
    time: state.retired,
    memory: hash.update(core.calls.save()).digest("hex"),
    findings: structuredClone(checker.findings),
    activations: restoreActivations(savedActivations).map(({ use, ...one }) => ({ ...one, use: masks(use) })),
    uses: [masks(rootUse), everWritten & COUNTED],
    // Without definedness nobody asks what pointers point into.
    pointers: check === "full" && Array.from({ length: 16 }, (_, k) => pointers[k]),
    owners: others,
    shadow: [shadow.flags, shadow.dirty, createHash("sha1").update(shadow.undef).digest("hex")],
  };
}

const bigText = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

/** @returns the program's text when the cores disagree. */
function compare(seed: number, program = randomProgram): string | undefined {
  const random = randomFrom(seed ^ 0xc4ec);
  const source = program(seed, random(4) === 0 ? 32 : 64);
  const image = imageOf(source);
  const check = random(4) === 0 ? "bounds" : "full";
  const translator = { hotVisits: [1, 2, 30][random(3)]!, maxInstructions: [2000, 2000, 20][random(3)]! };
  const both = [partsOf(image, { core: "step", check }), partsOf(image, { core: "jit", translator, check })] as const;
  for (let left = LENGTH; left > 0; ) {
    const slice = 1 + random(random(2) === 0 ? 60 : 3000);
    left -= slice;
    const stops = both.map(({ core }) => JSON.stringify(core.run(slice), bigText));
    const [slow, fast] = both.map((parts) => knowledge(parts, check));
    try {
      assert.deepEqual(fast, slow);
      assert.equal(stops[1], stops[0]);
    } catch (error) {
      return `seed ${seed}, ${check}, ${JSON.stringify(translator)}\n${(error as Error).message}\n${source}`;
    }
    if (!stops[0]!.includes("budget")) break;
  }
  regions += both[1].core.translatedBlocks;
  return undefined;
}

let regions = 0;

/** A region was entered by the number of another one's entry, which had just been made with code of it. */
const ONCE_WRONG = [282016941];

test("random programs under the checker go the same way translated", () => {
  const one = process.env["TRANSLATOR_SEED"];
  if (one !== undefined) {
    assert.equal(compare(Number(one)), undefined);
    return;
  }
  for (const seed of ONCE_WRONG) assert.equal(compare(seed), undefined);
  const seconds = process.env["TRANSLATOR_SECONDS"];
  const end = performance.now() + Number(seconds ?? 0) * 1000;
  const first = seconds === undefined ? 1 : Math.floor(Date.now() % 1e9);
  let seed = first;
  for (; seed < first + 12 || performance.now() < end; seed++) {
    const difference = compare(seed);
    if (difference !== undefined) assert.fail(difference);
  }
  assert.ok(regions > seed - first, `${regions} regions in ${seed - first} programs`);
});

test("random calls and frames under the checker go the same way translated", () => {
  const one = process.env["TRANSLATOR_SEED"];
  if (one !== undefined) {
    assert.equal(compare(Number(one), randomFrames), undefined);
    return;
  }
  const seconds = process.env["TRANSLATOR_SECONDS"];
  const end = performance.now() + Number(seconds ?? 0) * 1000;
  const first = seconds === undefined ? 1 : Math.floor(Date.now() % 1e9);
  for (let seed = first; seed < first + 40 || performance.now() < end; seed++) {
    const difference = compare(seed, randomFrames);
    if (difference !== undefined) assert.fail(difference);
  }
});

/** A function of 32-bit code that gets its own address by calling the instruction behind the call. */
const OWN_ADDRESS = `bits 32
global _start
section .bss
cell: resd 4
section .text
_start: mov dword [cell], 0
        mov ecx, 2000
next:   push ecx
        call f
        pop ecx
        dec ecx
        jnz next
        hlt
f:      push ebp
        mov ebp, esp
        push ebx
        sub esp, 8
        call .here
.here:  pop ebx
        mov [ebp - 8], ebx
        add ebx, cell - .here
        mov eax, [ebp - 8]
        add [ebx], eax
        add esp, 8
        pop ebx
        pop ebp
        ret
`;

/** Ten bytes at once, and the status word in ax, as flags and in memory. */
const TEN_BYTES = `global _start
section .data
align 16
ten: dt 1.5
state: dw 0
double: dq 1.25
section .text
_start: fninit
        sub rsp, 32
        xor ebx, ebx
        mov ecx, 2000
next:   fld tword [ten]
        fcom qword [double]
        fnstsw ax
        test ah, 45h
        jnz .s
        inc ebx
.s:     sahf
        jbe .t
        inc ebx
.t:     lahf
        fnstsw [state]
        fld st0
        fstp tword [rsp + 6]
        fstp tword [ten]
        fld tword [rsp + 6]
        fstp st0
        dec ecx
        jnz next
        hlt
`;

/** Two words exchanged by way of the stack: variables, locals, and one that is the slot which is popped. */
const popsToMemory = (bits: 32 | 64): string => {
  const [a, c, bp, sp, word] =
    bits === 64 ? ["rax", "rcx", "rbp", "rsp", "qword"] : ["eax", "ecx", "ebp", "esp", "dword"];
  return `bits ${bits}
global _start
section .bss
cells: resq 4
section .text
_start: mov ${c}, 2000
next:   push ${c}
        mov ${a}, cells
        call swap
        pop ${c}
        dec ${c}
        jnz next
        hlt
swap:   push ${bp}
        mov ${bp}, ${sp}
        sub ${sp}, 16
        mov ${word} [${bp} - 8], 7
        push ${word} [${a}]
        push ${word} [${a} + 16]
        pop ${word} [${a}]
        pop ${word} [${a} + 16]
        push ${c}
        pop ${word} [${a} + 8]
        push ${word} [${bp} - 8]
        pop ${word} [${bp} - 16]
        push ${word} [${bp} - 16]
        mov ${c}, ${sp}
        pop ${word} [${c}]
        mov ${c}, [${a} + 8]
        add [${a}], ${c}
        leave
        ret
`;
};

/** Begins like a pop, and is none. */
const COUNTED_BITS = `global _start
section .text
_start: mov ecx, 2000
next:   popcnt eax, ecx
        add ebx, eax
        dec ecx
        jnz next
        hlt
`;

/** Code that the checker need not see. */
const UNSEEN: Readonly<Record<string, string>> = {
  "code that gets its own address": OWN_ADDRESS,
  "code that counts bits": COUNTED_BITS,
  "code that moves ten bytes and has the status word as flags": TEN_BYTES,
  "code that pops to memory": popsToMemory(64),
  "32-bit code that pops to memory": popsToMemory(32),
};

for (const [name, source] of Object.entries(UNSEEN))
  for (const check of ["bounds", "full"] as const)
    test(`${name} stays in translated code (${check})`, () => {
      const image = imageOf(source);
      const slow = partsOf(image, { core: "step", check });
      const fast = partsOf(image, { core: "jit", check });
      const { observer } = fast.core;
      let shown = 0;
      fast.core.observer = {
        ...observer,
        before(...place) {
          shown++;
          return observer?.before?.(...place);
        },
      };
      for (let k = 0; k < 20; k++) {
        if (k === 10) shown = 0;
        assert.deepEqual(fast.core.run(997), slow.core.run(997));
        assert.deepEqual(knowledge(fast, check), knowledge(slow, check));
      }
      // Where a slice ends a few are.
      assert.ok(shown < 10 * 40, `${shown} instructions were shown`);
    });

/** An access of ten bytes through rdi that goes well many times, and once not. */
const once = (good: string, change: string, access: string): string => `global _start
section .data
ten: dt 1.5
next: dq 2.5
section .text
_start: fninit
        mov eax, 12
        xor edi, edi
        syscall
        mov r12, rax
        lea rdi, [rax + 20]
        mov eax, 12
        syscall
        mov ebx, 300
again:  call f
        dec ebx
        jnz again
        mov eax, 60
        xor edi, edi
        syscall
f:      sub rsp, 72
        ${good}
        cmp ebx, 2
        jne .go
        ${change}
.go:    ${access}
.end:   add rsp, 72
        ret
`;

const READ = "fld tword [rdi]\nfstp st0";
const WRITE = "fldz\nfstp tword [rdi]";
const TESTED = "fld tword [rdi]\nfldz";
const FINDINGS: readonly (readonly [source: string, bounds: string, full: string])[] = [
  [once("lea rdi, [ten]", "add rdi, 6", READ), "", "global-overflow-read"],
  [once("lea rdi, [ten]", "add rdi, 6", WRITE), "", "global-overflow-write"],
  [once("mov rdi, r12", "add rdi, 12", WRITE), "heap-overflow-write", "heap-overflow-write"],
  [once(`mov rdi, r12\n${WRITE}`, "add rdi, 12", READ), "heap-overflow-read", "heap-overflow-read"],
  [once("mov rdi, rsp", "sub rdi, 140", READ), "", "below-rsp-read"],
  [
    once("mov rdi, rsp", "add rdi, 64", WRITE),
    "return-address-overwritten exec-nonexec",
    "stack-buffer-overflow-write return-address-overwritten exec-nonexec",
  ],
  [once(`mov rdi, rsp\n${WRITE}`, "add rdi, 2", `${TESTED}\nfcomip st0, st1\nfstp st0\nja .end`), "", "uninit-branch"],
  [
    once(`mov rdi, rsp\n${WRITE}`, "add rdi, 2", `${TESTED}\nfcompp\nfnstsw ax\ntest ah, 1\njnz .end`),
    "",
    "uninit-branch",
  ],
];

for (const check of ["bounds", "full"] as const)
  test(`ten bytes that are wrong once are found in translated code (${check})`, () => {
    for (const [source, bounds, full] of FINDINGS) {
      const [slow, fast] = (["step", "jit"] as const).map((core) => {
        const { machine } = worldOf(source, { core, check, translator: { hotVisits: 2 } });
        const stop = machine.run(100_000);
        return { stop, time: machine.time, findings: machine.findings, translated: machine.core.translatedBlocks > 0 };
      });
      assert.deepEqual(fast, { ...slow, translated: true });
      const kinds = fast!.findings.map(({ kind }) => kind).join(" ");
      assert.equal(kinds, check === "full" ? full : bounds, source);
    }
  });
