// Which mnemonics run where: in the step engine, in regions of the translator, in cases of the emitted interpreter. Each
// shape of each row of the table that NASM assembles is decoded and asked; UPDATE=1 writes the list anew.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { buildInstruction } from "../../debugger/cpu/build.ts";
import type { InstructionIr } from "../../debugger/cpu/ir.ts";
import { isForRegion } from "../../debugger/jit/region.ts";
import { decode } from "../../server/isa/decode.ts";
import { fromHex, recordedAnswers, recordedShapes } from "../isa/golden.ts";

const RECORDED = "test/jit/coverage.txt";

/** Shapes of a mnemonic: how many there are, are executed, are translated. */
interface Shapes {
  all: number;
  executed: number;
  translated: number;
}

const isInvalid = ({ ops }: InstructionIr): boolean => ops.some((op) => op.op === "trap" && op.vector === "#UD");

/** Every distinct encoding, by the mnemonic it decodes to. */
function shapesByMnemonic(): Map<string, Shapes> {
  const found = new Map<string, Shapes>();
  const seen = new Set<string>();
  for (const [key, answer] of [...recordedAnswers(), ...recordedShapes()]) {
    const bits = Number(key.slice(0, 2));
    const hex = answer.split(" ; ")[0]!;
    if (bits === 16 || /^(error|panic)/.test(answer) || seen.has(`${bits} ${hex}`)) continue;
    seen.add(`${bits} ${hex}`);
    const mode = bits === 64 ? 64 : 32;
    const decoded = decode(fromHex(hex), mode);
    if (decoded === undefined) continue;
    const shapes = found.get(decoded.mnemonic) ?? { all: 0, executed: 0, translated: 0 };
    found.set(decoded.mnemonic, shapes);
    const ir = buildInstruction(decoded, 0x400000n);
    shapes.all++;
    if (isInvalid(ir)) continue;
    shapes.executed++;
    if (isForRegion(ir, mode)) shapes.translated++;
  }
  return found;
}

function listing(found: ReadonlyMap<string, Shapes>): string {
  const names = (fits: (shapes: Shapes) => boolean): string[] =>
    [...found]
      .filter(([, shapes]) => fits(shapes))
      .map(([name]) => name)
      .sort();
  const groups = [
    ["executed, every shape translated", names((s) => s.executed > 0 && s.translated === s.executed)],
    ["executed, some shapes translated", names((s) => s.translated > 0 && s.translated < s.executed)],
    ["executed by the step engine alone", names((s) => s.executed > 0 && s.translated === 0)],
    ["assembled, not executed: invalid opcode", names((s) => s.executed === 0)],
  ] as const;
  return groups.map(([title, list]) => `${title}: ${list.length}\n  ${list.join(" ")}\n`).join("\n");
}

test("every mnemonic runs where the list says", (t) => {
  const text = listing(shapesByMnemonic());
  for (const line of text.split("\n")) if (/: \d+$/.test(line)) t.diagnostic(line);
  if (process.env.UPDATE || !existsSync(RECORDED)) writeFileSync(RECORDED, text);
  assert.equal(text, readFileSync(RECORDED, "utf8"));
});
