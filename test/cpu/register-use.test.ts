// The registers that the static layer and the checker's register rules go by (server/isa/register-use.ts), beside what the
// instructions do.

import assert from "node:assert/strict";
import test from "node:test";
import { effects, familyOf } from "../../debugger/cpu/effects.ts";
import { decode } from "../../server/isa/decode.ts";
import { registerUse } from "../../server/isa/register-use.ts";
import { readSample } from "../oracle/sample.ts";

const STACK_POINTER = 4;

/** Whose old values are said to be no use: zero idioms and `or r, -1`, what pusha keeps, a target that may stay. */
const NO_USE = /^(xor|sub|and|or|pusha[wd]?|lar|lsl)$/;

const missing = (names: readonly string[], known: ReadonlySet<number>): number[] =>
  names.flatMap((name) => {
    const number = familyOf(name);
    return number === undefined || number >= 16 || number === STACK_POINTER || known.has(number) ? [] : [number];
  });

for (const sample of ["integer", "sse", "x87", "avx"])
  test(`implicit registers are known: ${sample}`, () => {
    const wrong = new Set<string>();
    let count = 0;
    for (const { case: before } of readSample(`test/cpu/data/${sample}.cases.br`)) {
      const decoded = decode(before.code, before.mode);
      if (decoded === undefined) continue;
      count++;
      const { registersRead, registersWritten } = effects(decoded);
      const use = registerUse(decoded);
      const { mnemonic } = decoded;
      if (missing(registersWritten, use.writes).length > 0) wrong.add(`${mnemonic} writes`);
      if (!NO_USE.test(mnemonic) && missing(registersRead, use.reads).length > 0) wrong.add(`${mnemonic} reads`);
    }
    assert.ok(count > 0);
    assert.deepEqual([...wrong], []);
  });
