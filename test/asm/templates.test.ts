// Lines laid out by what lines like them came to, and the same lines worked out one by one: bytes and messages are the same.
// Numbers lie on both sides of all that NASM's choices hang on. That the second way is NASM's, other tests say.

import { deepEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import { assemble } from "../../server/asm/assemble.ts";
import { sourceFromText } from "../../server/base/source.ts";

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

for (const bits of [16, 32, 64] as const) {
  test(`numbers in ${bits} bits`, () => {
    // Lines that cannot be stand alone: behind an error nothing is written.
    let kept = lines;
    const source = () => sourceFromText("numbers.asm", `bits ${bits}\n${kept.join("\n")}\n`);
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
        said.flatMap(([lineNumber, severity]) => (severity === "warning" ? [] : Number(lineNumber) - 2)),
      );
      kept = kept.filter((_, k) => !bad.has(k));
    }
    ok(run("kept").ok && kept.length > 300);
  });
}
