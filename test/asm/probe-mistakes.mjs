// Sources with many mistakes each, for the messages of one pass: what other assemblers' programs say, words in wrong places,
// numbers and addresses that are warned of while NASM measures. Each is a list of lines.

import { readFileSync } from "node:fs";

const dialect = (name) => readFileSync(new URL(`./dialects/${name}.txt`, import.meta.url), "latin1");
const dialects = ["masm", "tasm", "fasm", "gas"].flatMap((name) =>
  ["elf64", "elf32", "bin"].map((format) => [format, dialect(name)]),
);

const lines = (...list) => `${list.map((line) => `${line}\n`).join("")}`;
const everywhere = (source) => ["elf64", "elf32", "bin"].map((format) => [format, source]);

/** Warned of in every pass, so beside the errors of the first one too. */
const measured = lines(
  " mov al, [byte 5]",
  " mov al, [byte es:foo]",
  " mov al, [qword 5]",
  "foo: mov eax, [rel eax]",
  " lea eax, [rel ebx]",
  " mov al, [byte ptr es:di]",
  " lock mov eax, ebx",
  " mov al, 300",
  " equ",
);

const addressSizes = (bits) =>
  lines(
    `bits ${bits}`,
    ...["movsb", "nop", "mov eax,[eax]", "mov eax,[bx]", "mov eax,[rax]", "mov eax,[5]", "mov eax,[xmm0]"].flatMap(
      (text) => [` a64 ${text}`, ` a16 ${text}`],
    ),
    " a16 vgatherdps xmm0,[eax+xmm1],xmm2",
    " a64 vgatherdps xmm0,[eax+xmm1],xmm2",
    " a16 vgatherdps xmm0,[xmm1],xmm2",
  );

const numbers = [
  "1.5e3, 3.0r",
  "3.r",
  "3.rp",
  "5.5e5r",
  "1.0E5E5",
  "1.5.5",
  "0x1.5g",
  "0x1p",
  "12p",
  "99999999999999999999",
  "3.14_15p",
];
const floats = lines(...numbers.flatMap((text) => [` dd ${text}`, ` dt ${text}`, ` mov eax, ${text}`]), " equ");
const lateFloats = lines(" dd 1.5e3, 3.0r", " dq 3.r", " mov eax, __?float32?__(1.0f)");

const decorated = lines(
  ...[
    "mov al{k1}, xmm0",
    "add eax, 5{k1}",
    "add 5{1to4}, eax",
    "push 5{z}",
    "vaddps zmm0, zmm1, 5{1to16}",
    "int 5{k1}",
  ],
  ...["resb 5{k1}", "resw 2{1to4}", "foo: equ 5{z}", "jmp foo{k1}"],
);

/** What may stand where an operand should have ended. */
const strays = [
  "{k9}",
  "{",
  "}",
  '"x',
  "`",
  "'x'",
  "$",
  "5z",
  "1.5",
  "eax",
  "byte",
  "seg",
  "<=>",
  "\x01",
  "\\x",
  "ptr",
  "x {",
];
const stray = (before) => lines(...strays.map((word) => ` ${before} ${word}`));

/** Distances to the instruction's own place, which are neither numbers nor RIP-relative. */
const selfRelative = [
  ...["[5-$]", "[bar-$]", "[rel 5-$]", "[rel q-$]", "[q-$]", "[rcx+5-$]", "[rcx+q-$]", "[rel q-foo]"].map(
    (text) => `mov ecx,${text}`,
  ),
  "mov eax,[5-$]",
  "mov rax,[qword 5-$]",
  "default rel\n mov eax,[q-$]",
];

export const mistakes = [
  ...dialects,
  ...everywhere(measured),
  ...[16, 32, 64].map((bits) => ["elf64", addressSizes(bits)]),
  ["elf64", floats],
  ["elf64", lateFloats],
  ["elf64", decorated],
  ...["mov al,[rsi]", "mov al,bl", "db 5", "db", "foo", "xlat"].map((before) => ["elf64", stray(before)]),
  ...selfRelative.map((text) => ["elf64", `bits 64\nextern q\nbar equ 5\nfoo: nop\n ${text}\n`]),
  ["elf32", `bits 32\nfoo: nop\n mov eax,[5-$]\n mov ecx,[ecx+5-$]\n mov al,[5-$+7]\n`],
  ...["-1", "-4", "+3", "+4", "+31", "+32", "+foo", "+ebx"].map((text) => ["elf64", ` mov eax, ebp${text}\nfoo:\n`]),
  ["elf64", "  lea rsi,rbp-16]\n mov eax,rbp-16 x\n mov eax, 2*ebp\n equ\n"],
  ...["elf32", "bin"].map((format) => [
    format,
    " jmp far foo\n call far foo+5\n jmp far ext\nextern ext\nfoo: jmp 5:foo\n",
  ]),
  ["elf32", " jmp far 5\n jmp far 5:6\n jmp foo:5\n"],
  ["elf32", " jmp far 5\n equ\n"],
  ["elf64", "x: jmp 5:\n call x:\n mov eax:ebx\n"],
  ["elf32", "x: jmp 5:\n push 5:\n jmp 5:x\n"],
  // Names of a call's own that are macros, and labels beside them.
  [
    "elf64",
    "%macro m 1\n%assign %%n %1\n%xdefine %%r eax\n mov %%r, %%n\n%if %%n > 2\n inc %%r\n%endif\n%%l: jmp %%l\n%endmacro\n m 1\n m 3\n m 1\n m 3\n",
  ],
  // What the preprocessor asks has other answers in later passes.
  [
    "elf64",
    "%macro pad 0\n%assign %%gap (16 - ($ - $$)) & 15\n%if %%gap > 7\n nop\n%endif\n times (16 - ($ - $$)) & 15 db %%gap\n%endmacro\n jz far_away\n nop\n pad\n call x\n pad\nx: jmp x\n times 150 nop\nfar_away: pad\n ret\n",
  ],
  ["elf64", " section RAW = $(X)\n section t exec = write\n section v = foo=5 align=16\n nop\n"],
  ["elf64", '#0xfc000000orr r2, r2,\n foo bar\n# 7 "x" 2\n foo bar\n'],
  ["elf64", "# 7. here\n foo bar\n%if 1.\n%endif\n dd 1., -2., 1._5\n"],
  ["bin", "%define x 5.\n dd x, 1., -3.\n%macro q 1.nolist\n dd %1.\n%endmacro\n q 5\n"],
  ...["elf64", "elf32"].map((format) => [
    format,
    "%pragma elf gprefix X_\n%pragma output gprefix Y_\n%pragma output lsuffix .q\n%pragma elf64 suffix @x\nglobal a\nextern q\na: nop\n.x: nop\nb: call q\n",
  ]),
  ["elf64", " cpu XDATA3\n cpu noFOO\n cpu x,Foo\n"],
  ...["equ1-2", "foo-*", "foo+", "foo-", "'a'-2"].map((range) => [
    "elf64",
    `%macro mac ${range}\n db 1\n%endmacro\n mac c, 2\n mac 1\n mac\n`,
  ]),
  ["elf64", '%include "a.inc"\nx incbin "none.bin", eax\n incbin "none.bin", 1, eax\n incbin eax, 5\n'],
  // Behind the label, a number is read before it is refused.
  ["elf64", " invoke 99999999999999999999, x\n"],
  // The preprocessor keeps the `$` of a name.
  ["bin", "foo equ 5\n%if $foo = 5\n%endif\n%assign x $foo+1\n"],
  ["elf64", "[default rel:]\n[default abs+5]\n[default (rel)]\n[warning pop]\n struc default rel\n"],
  ["elf64", " struc point x, y {\n[absolute y {]\n[absolute {]\n"],
  // A default section without labels, and a name that is no UTF-8.
  ...everywhere(" dd $\n mov eax, [$]\n push $$\n"),
  ["elf64", "global caf\xe9\ncaf\xe9: jmp caf\xe9\n"],
];
