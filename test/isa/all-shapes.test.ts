// Every row of the table in every mode and operand shape, through the whole assembler: bytes, warnings and messages are
// NASM's recorded ones. Where NASM itself panics there must be an error.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assemble } from "../../server/asm/assemble.ts";
import { nasmLines } from "../../server/asm/report.ts";
import { sourceFromText } from "../../server/base/source.ts";
import type { Bits } from "../../server/isa/insn.ts";
import { answers, textsOf } from "./all-shapes.ts";
import { recordedShapes } from "./golden.ts";

function listed(source: string) {
  const { diagnostics, listing } = assemble(sourceFromText("all.asm", source), {
    format: "bin",
    reader: () => "missing",
    timeSeconds: 0,
    listing: true,
    items: "left-out",
  });
  return { messages: diagnostics.flatMap((diagnostic) => nasmLines(diagnostic)).join("\n"), listing };
}

const known = recordedShapes();

for (const bits of [64, 32, 16] as const satisfies Bits[]) {
  test(`every row in ${bits}-bit mode, in every operand shape`, () => {
    const texts = textsOf(bits);
    assert.ok(texts.length > 10_000, `only ${texts.length} texts`);
    const given = answers(bits, texts, listed);
    const wrong: string[] = [];
    for (const [k, text] of texts.entries()) {
      const want = known.get(`${bits} ${text}`) ?? "not recorded: run test/isa/record.mjs";
      const got = given[k]!;
      const right = want.startsWith("panic") ? got.startsWith("error") : got === want;
      if (!right) wrong.push(`${text}\n  want ${want}\n  got  ${got}`);
    }
    assert.equal(wrong.slice(0, 20).join("\n"), "", `${wrong.length} differ`);
  });
}
