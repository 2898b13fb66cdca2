// AMD's additions: 3DNow! on MMX registers, and SSE4A's bit fields and stores (AMD64 Architecture Programmer's Manual, volumes
// 4 and 5).

import type { amdVector as table } from "../../../server/isa/table/amd-vector.ts";
import type { Builder, Semantics } from "../builder.ts";
import type { Value } from "../ir.ts";
import { moveLane, packed, registerPlace } from "./vector-shapes.ts";

/** Six bits of a number that say a field's length or place. */
const sixBits = (b: Builder, word: Value, from: number): Value => b.and(b.shrU(word, b.i64(from)), b.i64(63));

/** The field that an instruction names: in two immediates behind operand `k - 1`, or in a quadword. */
function fieldOf(b: Builder, k: number, place: number): { readonly length: Value; readonly index: Value } {
  const immediate = b.immediate(k);
  if (immediate !== undefined) {
    return { length: b.i64(immediate & 63n), index: b.i64((b.immediate(k + 1) ?? 0n) & 63n) };
  }
  const word = b.getState(place, 64);
  return { length: sixBits(b, word, 0), index: sixBits(b, word, 8) };
}

/** As many ones as the length says; 0 stands for 64. */
const onesOf = (b: Builder, length: Value): Value =>
  b.select(b.eqz(length), b.i64(-1n), b.sub(b.shl(b.i64(1), length), b.i64(1)));

/** EXTRQ: the field moves to the bottom, all else is zero; the upper quadword too, which the manual leaves open. */
const extrq: Semantics = (b) => {
  const dest = registerPlace(b, 0);
  const { length, index } = fieldOf(b, 1, b.immediate(1) === undefined ? registerPlace(b, 1) : dest);
  const field = b.and(b.shrU(b.getState(dest, 64), index), onesOf(b, length));
  b.setState(dest, field, 64);
  b.setState(dest + 8, b.i64(0), 64);
};

/** INSERTQ: low bits of the source replace the field; the upper quadword becomes zero. */
const insertq: Semantics = (b) => {
  const dest = registerPlace(b, 0);
  const source = registerPlace(b, 1);
  const { length, index } = fieldOf(b, 2, source + 8);
  const mask = b.shl(onesOf(b, length), index);
  const inserted = b.and(b.shl(b.getState(source, 64), index), mask);
  b.setState(dest, b.or(b.and(b.getState(dest, 64), b.not(mask)), inserted), 64);
  b.setState(dest + 8, b.i64(0), 64);
};

const leave: Semantics = (b) => {
  b.helper("emms", []);
};

// biome-ignore format: groups of names
const singles = ["pf2id", "pfacc", "pfadd", "pfcmpeq", "pfcmpge", "pfcmpgt", "pfmax", "pfmin", "pfmul", "pfrcp", "pfrcpit1",
  "pfrcpit2", "pfrsqit1", "pfrsqrt", "pfsub", "pfsubr", "pi2fd", "pmulhrwa", "pf2iw", "pfnacc", "pfpnacc", "pi2fw", "pswapd",
  "pfrcpv", "pfrsqrtv"] as const;

export const amdVector = () =>
  ({
    ...(Object.fromEntries(singles.map((name) => [name, packed()])) as Record<(typeof singles)[number], Semantics>),
    femms: leave,
    pavgusb: packed("pavgb"),
    extrq,
    insertq,
    movntss: moveLane(32),
    movntsd: moveLane(64),
  }) satisfies Record<keyof ReturnType<typeof table>, Semantics>;
