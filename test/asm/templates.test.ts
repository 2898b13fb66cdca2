// Lines laid out by what lines like them came to, and the same lines worked out one by one: bytes and messages are the same.
// Numbers lie on both sides of all that NASM's choices hang on, registers are of all kinds. That the second way is NASM's, other tests say.

import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { assemble } from "../../server/asm/assemble.ts";
import { sourceFromText } from "../../server/base/source.ts";
import { registerNamed, registerNames } from "../../server/isa/registers.ts";

const EDGES = [0, 0x7f, 0x80, 0xff, 0x100, 0x7fff, 0x8000, 0xff80, 0xffff, 0x10000, 0x1ff80, 0x7fffffff, 0x80000000]
  .concat(0xffffff80, 0xffffffff, 0x100000000)
  .flatMap((edge) => [edge - 1, edge, edge + 1])
  .filter((edge) => edge >= 0);

/** `#` is the number. */
const LINES = [
  ...["al", "bx", "ecx", "eax", "rdx", "rax"].flatMap((name) => [
    `mov ${name}, #`,
    `add ${name},-#`,
    `test ${name}, #`,
  ]),
  ...["byte", "word", "dword", "qword"].flatMap((size) => [`cmp ${size} [rbx], #`, `push ${size} #`]),
  ...[
    "rax + #",
    "rbp-#",
    "r12+#",
    "rax+rcx*4 + #",
    "# + rdx*8",
    "byte rax+#",
    "dword rax-#",
    "eax+#",
    "abs #",
    "fs:#",
  ].map((address) => `mov edx, [${address}]`),
  "mov dword [rax+#], #",
  "mov rax, [#]",
  "mov rax, [rax+#-8]",
  "mov rax, [rax+2*#]",
  "mov al, [qword #]",
  "add ecx, strict byte #",
  "shl eax, #",
  "int #",
  "enter #, #",
  "imul eax, [rbx+#], #",
  "vpaddd zmm1, zmm2, [rax+#]",
  "vpshufd xmm20, [rax], #",
  "mov eax, #+1",
  "mov eax, 3 & -#",
];

const lines = LINES.flatMap((line) =>
  EDGES.map((edge, k) => line.replaceAll("#", k % 3 ? `${edge}` : `0x${edge.toString(16)}`)),
);

const NAMES = registerNames.filter((name) =>
  /^([er]?[abcd]x|[er]?[sb]p|[er]?[sd]i|[abcds]p?[lh]|[sd]il|bpl|r\d+[bwd]?)$/.test(name),
);
const VECTORS = registerNames.filter((name) => /^([xyz]mm([0-8]|15|16|31)|mm[0-7])$/.test(name));

/** `@` is a register, `&` the same one again, `!` another of the same size. */
const REGISTER_LINES = [
  ...["mov @, !", "add @, &", "xchg @, !", "test @, @", "push @", "inc @", "shl @, cl", "imul @, !, 5", "imul @, 300"],
  ...[
    "mov @, [rbx]",
    "mov [@], ecx",
    "mov edx, [@+!]",
    "lea rax, [@+!*4+8]",
    "mov cl, [@*2]",
    "lea rsi, [@+&*8]",
    "mov eax, [@*8+1000]",
  ],
  ...[
    "lea rax, [!*2 + @]",
    "mov byte [@+&], 1",
    "mov eax, [@*3]",
    "mov eax, [@*1+!]",
    "mov eax, [nosplit @*2]",
    "mov ax, [bx+@]",
  ],
  ...[
    "lock add [@], eax",
    "rep movsb",
    "movzx @, al",
    "movsx eax, @",
    "in al, dx",
    "jmp @",
    "call [@]",
    "bswap @",
    "bndstx [rbx+5], @, bnd1",
    "bndldx bnd1, [@+5], !",
    "mov @, 5",
    "mov @, 70000",
  ],
];
const VECTOR_LINES = [
  ...[
    "movaps @, !",
    "paddd @, [rax]",
    "vaddps @, !, &",
    "vpaddd @, [rsi+16], !",
    "vpermd @, &, !",
    "movq @, rax",
    "pinsrw @, ecx, 3",
  ],
  ...[
    "vgatherdps @, [rax+!*4], xmm3",
    "pshufd @, !, 7",
    "vblendvps @, &, !, xmm12",
    "blendvps @, !",
    "movd r9d, @",
    "vmovups [rbp+@*0], @",
  ],
];

const pick = (list: readonly string[], k: number): string => list[(k * 7919) % list.length]!;

const withRegisters = (template: string, list: readonly string[]): string[] =>
  list.map((name, k) => {
    const size = list.filter((other) => registerNamed(other)?.class === registerNamed(name)?.class);
    return template.replaceAll(/[@&]/g, name).replaceAll("!", pick(size, k));
  });

const registerLines = [
  ...REGISTER_LINES.flatMap((line) => withRegisters(line, NAMES)),
  ...VECTOR_LINES.flatMap((line) => withRegisters(line, VECTORS)),
];

/** Each line where it stands, from a macro's parameters, and from a single-line macro. */
const inMacros = (line: string): string[] => {
  const [name = "", ...operands] = line.split(/ (.*)/s);
  const parameters = (operands[0] ?? "").split(",");
  return [
    line,
    `as_is {${line}}`,
    ...(parameters[0] ? [`with${parameters.length} ${name}, ${parameters.map((one) => `{${one}}`).join(", ")}`] : []),
  ];
};

const MACROS = [
  ...["%macro as_is 1+", "%1", "%endmacro"],
  ...["%macro with1 2", "%1 %2", "%endmacro", "%macro with2 3", "  %1 %2,%3", "%endmacro"],
  ...["%macro with3 4", "%1 %2, %3, %4", "%endmacro", "%macro with4 5", "%1 %2, %3, %4,%5", "%endmacro"],
];

/** Labels, jumps and data beside what looks like them. */
const PLAIN = [
  ...[
    "one:",
    "two: nop",
    "  three:  mov eax, 5",
    "four db 1, 'four', 0x7f",
    ".local:",
    "jmp one",
    "  jz .local",
    "call two",
    "jmp short four",
  ],
  ...[
    "five: db -128, 255",
    "six: dw -32768, 65535",
    "dd 0xffffffff, -2147483648",
    "dq -1, 9007199254740991, 5",
    "db 256",
    "dw -32769",
  ],
  ...[
    "db 'it''s', \"x\"",
    "db 'a' + 1",
    "dw 'ab'",
    "db 1,",
    "db 010, 0x10, 10h, 1_0",
    "seven: dd $",
    "times 3 db 7",
    "eight equ 5",
  ],
  ...[
    "%define nine db",
    "nine 9",
    "%define one_more one",
    "jmp one_more",
    "%macro ten 0",
    "db 10",
    "%endmacro",
    "ten",
    "ten: db 1",
  ],
  ...[
    "%define rdx rcx",
    "mov rax, rdx",
    "mov rax, rbx",
    "eleven: mov rdx, 5",
    "%undef rdx",
    "mov rax, rdx",
    "section .bss",
    "twelve: resb 5",
  ],
  ...[
    "db 5",
    "mov eax, ebx",
    "section .text",
    "absolute 5",
    "thirteen: db 1",
    "section .text",
    "jnz thirteen",
    "fourteen:fifteen: db 1",
  ],
  ...[
    "lock: db 1",
    "sixteen: lock inc dword [rax]",
    "db 'with ; semicolon' ; and more",
    "db 'backslash \\'",
    "mov eax, 5 \\",
    ", 6",
    "call outside",
  ],
];

/** Names of numbers, known and yet to come, of labels, and of macros that look like them. */
const CONSTANTS = [
  ...EDGES.flatMap((edge, k) => [`value_${k} equ ${edge}`, `minus_${k} equ -${edge}`]),
  ...[
    "struc point",
    ".x: resd 1",
    ".y: resd 1",
    "endstruc",
    "label_1: nop",
    "near_1 equ label_1+4",
    "size_1 equ $ - label_1",
  ],
];
const CONSTANT_LINES = [
  "mov ecx, #",
  "mov edx, -#",
  "add edi, #",
  "mov al, #",
  "mov [ebx+#], esi",
  "mov cl, [ebp-#]",
  "push #",
  "cmp esi, #*2",
]
  .concat(
    "mov eax, [edx+ecx*4+#]",
    "mov dword [eax+5], #",
    "imul eax, ebx, #",
    "shl ebx, #",
    "lea eax, [#+ebx]",
    "mov eax, dword #",
    "dd #",
  )
  .flatMap((line) =>
    EDGES.flatMap((_, k) => [`value_${k}`, `minus_${k}`, `number_${k}`])
      .concat(
        "point.x",
        "point.y",
        "point_size",
        "size_1",
        "label_1",
        "near_1",
        "later",
        "eax",
        "byte",
        "lengthy",
        "5",
        "counted",
        "any_case",
        "NUMBER_2",
        "hexadecimal",
        "sum",
        "apply(5)",
      )
      .map((name) => line.replaceAll("#", name)),
  );
const AFTER = [
  "%assign counted counted+300",
  "mov ecx, counted",
  "mov edx, counted",
  "%define number_5(x) x",
  "mov ecx, number_5(1)",
]
  .concat(
    "later equ 7",
    "%define lengthy 9",
    "mov eax, lengthy",
    "%define value_3 label_1",
    "mov ecx, value_3",
    "mov ecx, value_4",
  )
  .concat(
    "half equ (last - first) / 2",
    "first: jmp last",
    "mov ecx, half",
    "mov edx, half",
    "times 200 nop",
    "last: mov ecx, half",
  );

const variants: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ["numbers", [], lines],
  ["registers", MACROS, registerLines.flatMap(inMacros)],
  ["numbers from macros", MACROS, lines.filter((_, k) => k % 3 === 0).flatMap(inMacros)],
  ["plain lines", [], PLAIN],
  ["constants", CONSTANTS, [...CONSTANT_LINES, ...AFTER]],
];

for (const [what, before, all] of variants) {
  for (const bits of [16, 32, 64] as const) {
    test(`${what} in ${bits} bits`, () => {
      // Lines that cannot be stand alone: behind an error nothing is written.
      let kept = all;
      const head = [`bits ${bits}`, "extern outside", ...before];
      const source = () => sourceFromText("lines.asm", `${[...head, ...kept].join("\n")}\n`);
      const run = (items: "kept" | "left-out") => {
        const { diagnostics, module, ok } = assemble(source(), {
          format: "elf64",
          reader: () => "missing",
          timeSeconds: 0,
          items,
          warnings: ["all"],
        });
        return {
          ok,
          said: diagnostics.map((one) => [one.lineNumber, one.severity, one.message]),
          bytes: module.sections[0]?.bytes,
        };
      };
      const compare = () => {
        const expected = run("kept");
        // The first two learn, the third knows.
        for (let round = 0; round < 3; round++) deepEqual(run("left-out"), expected);
        return expected;
      };
      for (let round = 0; round < 5; round++) {
        const { ok: good, said } = compare();
        if (good) break;
        const bad = new Set(
          said.flatMap(([lineNumber, severity]) =>
            severity === "warning" ? [] : Number(lineNumber) - 1 - head.length,
          ),
        );
        kept = kept.filter((_, k) => !bad.has(k));
      }
      ok(run("kept").ok && kept.length > all.length / 6);
    });
  }
}
