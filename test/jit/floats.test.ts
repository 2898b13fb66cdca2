// Floating point on everything but ordinary numbers, in every core: results and MXCSR are those of a CPU. UPDATE=1 runs the
// program on this machine's, by nasm and ld.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { worldOf } from "../machine/program.ts";
import { floatProgram } from "./float-program.ts";
import { nativeOutput } from "./native-run.ts";

const EXPECTED = "test/jit/floats.txt";

test("special operands under every rounding give a CPU's results and flags", () => {
  const { source, names } = floatProgram();
  const label = (output: string): string =>
    output
      .trim()
      .split("\n")
      .map((line, k) => `${line} ${names[k]}\n`)
      .join("");
  if (process.env.UPDATE) writeFileSync(EXPECTED, label(nativeOutput(source, 64)));
  const expected = readFileSync(EXPECTED, "utf8");
  for (const options of [
    { core: "jit", check: "off" },
    { core: "jit", check: "full" },
    { core: "step", check: "off" },
  ] as const) {
    const world = worldOf(source, options);
    const stop = world.machine.run(1_000_000_000);
    assert.equal(stop.kind, "exit", JSON.stringify(options));
    assert.equal(label(world.output()), expected, JSON.stringify(options));
    assert.ok(world.machine.core.translatedBlocks > 0);
  }
});

/** A difference of infinities, an ordinary operation by the same function or beside it, and then what a NaN decides. */
const afterwards = (between: string, decides: string): string => `global _start
section .text
_start: mov ebp, 20000
        vmovupd ymm2, [rel ones]
        vmovupd ymm3, [rel ones]
next:   vmovupd ymm0, [rel infinities]
        vmovupd ymm4, [rel ones]
        subsd xmm0, [rel infinities]
        ${between}
        xor edi, edi
        ${decides}
        dec ebp
        jnz next
        mov eax, 60
        syscall
section .data
ones: times 4 dq 1.0
infinities: times 4 dq __Infinity__
`;
const BETWEEN = ["addsd xmm4, xmm2", "vfmadd231pd xmm4, xmm2, xmm3", "divsd xmm4, xmm2"];
/** Each sets edi to 1: an unordered comparison holds. */
const DECIDES = [
  "ucomisd xmm0, xmm2\n        setp dil",
  "cmpnltsd xmm0, xmm2\n        movd edi, xmm0\n        and edi, 1",
  "cmpnlesd xmm0, xmm2\n        movd edi, xmm0\n        and edi, 1",
];

test("a NaN is one still behind an operation on ordinary numbers", () => {
  for (const between of BETWEEN) {
    for (const decides of DECIDES) {
      for (const core of ["auto", "jit"] as const) {
        const { machine } = worldOf(afterwards(between, decides), { core, check: "off" });
        assert.deepEqual(machine.run(1_000_000_000), { kind: "exit", code: 1 }, `${core}: ${between}; ${decides}`);
      }
    }
  }
});
