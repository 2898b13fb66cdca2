// What the editor and the debugger get from the assembler beyond NASM's own output: fixes, findings behind the point where
// NASM stops, mode and dialect, items with the labels they refer to; and that no input, however broken, throws.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assemble } from "../../server/asm/assemble.ts";
import { detectDialect } from "../../server/asm/dialect.ts";
import { detectMode } from "../../server/asm/mode.ts";
import type { AssembleOptions } from "../../server/asm/options.ts";
import { nasmLines } from "../../server/asm/report.ts";
import { createSource, sourceFromText, textOf } from "../../server/base/source.ts";

const options: AssembleOptions = { format: "elf64", reader: () => "missing", timeSeconds: 0 };
const run = (text: string, more: Partial<AssembleOptions> = {}) =>
  assemble(sourceFromText("t.asm", text), { ...options, ...more });

/** [text, words the message marks, titles of the fixes] */
const fixes: readonly (readonly [string, string, readonly string[]])[] = [
  [
    "mov [rax], 1",
    "[rax]",
    [
      "Add size: mov dword [rax], 1",
      "Add size: mov qword [rax], 1",
      "Add size: mov word [rax], 1",
      "Add size: mov byte [rax], 1",
    ],
  ],
  ["push [rbx+8]", "[rbx+8]", ["Add size: push qword [rbx+8]", "Add size: push word [rbx+8]"]],
  ["movzx eax, [rsi]", "[rsi]", ["Add size: movzx eax, word [rsi]", "Add size: movzx eax, byte [rsi]"]],
  ["fld [x]\nx:", "[x]", ["Add size: fld dword [x]", "Add size: fld qword [x]", "Add size: fld tword [x]"]],
  ["push eax", "push eax", ["Use the 64-bit register: push rax"]],
  ["mov eax, rbx", "mov eax, rbx", []],
];

test("sizes and registers that would fit are offered as fixes", () => {
  for (const [text, words, titles] of fixes) {
    const [diagnostic] = run(text).diagnostics;
    const { span } = diagnostic!;
    assert.equal(span && textOf(span.source, span.start, span.end), words);
    assert.deepEqual(
      (diagnostic!.fixes ?? []).map(({ title }) => title),
      titles,
    );
    for (const { edits } of diagnostic!.fixes ?? []) {
      const { span: where, text: insert } = edits[0]!;
      assert.ok(run(text.slice(0, where.start) + insert + text.slice(where.end)).ok, `${text} with ${insert}`);
    }
  }
});

test("lenient goes on behind the pass that NASM stops in, and marks what it adds", () => {
  const text = "mov eax, (\n foo bar\nmov [rax], 1\njmp nowhere\n";
  const strict = run(text).diagnostics;
  const lenient = run(text, { lenient: true }).diagnostics;
  assert.deepEqual(
    strict.map(({ lineNumber }) => lineNumber),
    [1, 2],
  );
  assert.deepEqual(
    lenient.map(({ lineNumber, editorOnly = false }) => [lineNumber, editorOnly]),
    [
      [1, false],
      [2, false],
      [3, true],
      [4, true],
    ],
  );
});

test("mode: an option, the source's own words, or what it would fail for", () => {
  const modes: readonly (readonly [string, string])[] = [
    ["mov eax, 5", "64 default"],
    ["bits 32\npush eax", "32 source"],
    ["push eax\nmov eax,[ebp+8]", "32 detected"],
    ["%macro p 1\npush %1\n%endmacro\np ebx", "32 detected"],
    ["push eax\nmov rax, 1", "64 default"],
    ["push eax\nfoo(", "64 default"],
    ["; push eax\n mov ebx, 1", "64 default"],
    ["extern puts\nmain: push msg\ncall puts\nadd esp, 4\nret\nmsg db 'rax', 0", "32 detected"],
    ["extern exit\nmain: push 0\ncall exit", "32 detected"],
    ["mov eax, [esp+4]\nint 0x80", "32 detected"],
    ["extern exit\nmain: push 0\nmov edi, 3\ncall exit", "64 default"],
    ["main: sub esp, 8\nmov edi, 3\nsyscall", "64 default"],
    ["mov eax, [esp+4]\nmov r8d, 1", "64 default"],
    ["[bits 16]\nmov ax, 5", "real source"],
    ["org 0x7c00\nmov ax, 5", "real source"],
  ];
  for (const [text, expected] of modes) {
    const { kind, bits, reason } = detectMode(sourceFromText("t.asm", text), options);
    assert.equal(`${kind === "real" ? kind : bits} ${reason}`, expected, text);
  }
  assert.equal(detectMode(sourceFromText("t.asm", "bits 64"), options, 32).reason, "option");
});

test("sources of other assemblers are known by their words", () => {
  const dialects: readonly (readonly [string, string])[] = [
    [".globl main\nmain:\n movq %rax, %rbx\n ret", "gas"],
    [".intel_syntax noprefix\n.text\nmain: mov eax, 5", "gas"],
    [".model small\n.code\nmain PROC\n mov ax,5\nmain ENDP\nEND main", "masm"],
    ["IDEAL\nMODEL small\nSTACK 100h\nDATASEG\nx db 5\nCODESEG\nstart: mov ax, @data\nEND start", "tasm"],
    [".global _start\n_start: mov x0, #1\n ldr x1, =msg\n mov x8, #64\n svc #0", "other"],
    [" AREA text, CODE, READONLY\n ENTRY\nstart MOV r0, #5\n ADD r1, r0, #3\nstop B stop\n END", "other"],
    ["mov r8, 5\nmov r9, r8\nstack resb 5\nmodel db 5\nend equ $", "nasm"],
    ["org 0x7c00\nmov dx, 0x3c8\nout dx, al\nout 0x20, al\nout dx, al\nout dx, al\nmov ax, [foo", "nasm"],
    [".def temp = r16\n ldi temp, 5\n out PORTB, r16\nloop: rjmp loop", "other"],
    ["struc node\n.size resq 1\n.type resd 1\n.data resb 8\n.byte db 0\nendstruc\n mov eax,,", "nasm"],
    [".type main, @function\nmain: ret\n.size main, .-main", "gas"],
    ["ld a,5\nloop: djnz loop\n ld (hl),a", "other"],
    ["ldr r0, [r1]\n bl foo", "other"],
    ["format ELF64 executable\nentry start\nstart: mov eax, 60\n syscall", "fasm"],
    ["format PE64 console\nmov eax, 1", "fasm"],
    ["format ELF executable 3\nmov eax, 1", "fasm"],
    ["section .text\nglobal _start\n_start: mov eax, dword ptr [ebx]", "nasm"],
    ["", "nasm"],
    ["mov eax, 1 ; .globl", "nasm"],
  ];
  for (const [text, expected] of dialects) assert.equal(detectDialect(sourceFromText("t.asm", text)), expected, text);
});

test("items tell what stands where and which labels it was derived from", () => {
  const { module } = run(
    "section .text\nmain: lea rdi,[rel text]\n mov eax,[list+rcx*4+8]\n jmp main\n align 16\nsection .data\ntext: db 'hi',0\nlist: dd 1,2\nreal: dq 1.5\nlink: dq list, 5, 2 dup (list - 8)\nsection .bss\nroom: resw 4\n",
  );
  const lines = module.sections.flatMap(({ items }) =>
    items.slice(0, 5).map(({ kind, dataKind, sizeBytes, elementSizeBytes, lineNumber, references = [] }) => {
      const labels = references.map(
        ({ symbol, addend, use, indexed }) =>
          `${module.symbols[symbol]!.name}+${addend} ${use}${indexed ? " indexed" : ""}`,
      );
      return [lineNumber, kind, dataKind ?? "", sizeBytes, elementSizeBytes, ...labels].join(" ");
    }),
  );
  assert.deepEqual(lines, [
    "2 code  7 0 text+0 memory",
    "3 code  7 0 list+8 memory indexed",
    "4 code  2 0 main+0 branch",
    "7 data string 3 1",
    "8 data integer 8 4",
    "9 data float 8 8",
    "10 data integer 32 8 list+0 immediate list+-8 immediate",
    "12 reserve  8 2",
  ]);
});

test("a message inside macros tells the calls", () => {
  const [diagnostic] = run(
    "%macro in 1\n mov eax, %1\n%endmacro\n%macro out 0\n nop\n in rbx\n%endmacro\nout\n",
  ).diagnostics;
  assert.deepEqual(nasmLines(diagnostic!), [
    "t.asm:8: error: invalid combination of opcode and operands",
    "t.asm:6: ... from macro `out' defined here",
    "t.asm:2: ... from macro `in' defined here",
  ]);
});

test("a count of which 32 bits are left is told, where nasm stops with an assertion or says nothing", () => {
  const said = (count: string) =>
    run(`section .data\nx: times ${count} db 0\n`).diagnostics.flatMap((one) => nasmLines(one));
  assert.deepEqual(said("3000000000"), ["t.asm:2: error: TIMES value 3000000000 is too large"]);
  assert.deepEqual(said("1 << 40"), [
    "t.asm:2: warning: TIMES value 1099511627776 exceeds 32 bits: 0 is left of it [-w+other]",
  ]);
  assert.deepEqual(said("((-5) >> 31) + 1"), []);
});

test("a label that is defined over and over is told each time, and not waited for", () => {
  const { diagnostics, optimisingPasses } = run("a: nop\n".repeat(5000), { lenient: true });
  assert.equal(diagnostics.length, 4999);
  assert.ok(optimisingPasses !== undefined && optimisingPasses < 20, `${optimisingPasses} passes`);
});

test("any number of warnings can wait for an error, of which an editor shows the first 5,000", () => {
  const text = `${"mov rax, 0x1ffffffffffffffff\n".repeat(200_000)})\n`;
  assert.equal(run(text).diagnostics.length, 200_001);
  const shown = run(text, { lenient: true }).diagnostics;
  assert.equal(shown.length, 5_001);
  assert.equal(shown.filter(({ severity }) => severity === "error").length, 1);
});

test("a literal or a line that goes on and on takes no longer than its length", () => {
  const long = 500_000;
  const digits = [`0x${"f".repeat(long)}`, "9".repeat(long), `1.${"3".repeat(long)}`];
  const { ok, module } = run(digits.map((text) => ` dq ${text}\n`).join(""));
  assert.ok(ok);
  const bytes = Buffer.from(module.sections[0]!.bytes).toString("hex");
  // As nasm: all bits set, what 64 bits keep of 10^500000 - 1, and 4/3.
  assert.equal(bytes, "ffffffffffffffffffffffffffffffff555555555555f53f");
  const [continued] = run(`${" nop \\\n".repeat(200_000)} nop\n`).diagnostics;
  assert.equal(continued?.message, "comma, colon, decorator or end of line expected after operand");
  assert.equal(continued?.lineNumber, 1);
});

test("no input throws, and none takes for ever", () => {
  const recorded = readFileSync(join(process.cwd(), "test/asm/nasm.golden.jsonl"), "utf8").split("\n").slice(0, -1);
  const seeds = recorded.map((line) => Buffer.from((JSON.parse(line) as { source: string }).source, "latin1"));
  const pieces = [
    "(",
    "[",
    "'",
    "`",
    "%macro ",
    "%rep 9\n",
    "times 1000000000 ",
    "%%",
    "\0",
    "1e99999999",
    "dup (",
    "{",
    "$",
  ];
  let state = 4711;
  const below = (n: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % n;
  };
  for (let k = 0; k < 300; k++) {
    const seed = seeds[below(seeds.length)]!;
    const at = below(seed.length + 1);
    const piece = Buffer.from(pieces[below(pieces.length)]!, "latin1");
    const bytes = Buffer.concat([seed.subarray(0, at), piece, seed.subarray(at + below(4))]);
    const limits = { outputBytes: 1 << 20 };
    assemble(createSource("t.asm", new Uint8Array(bytes)), { ...options, lenient: k % 2 === 0, limits });
  }
});
