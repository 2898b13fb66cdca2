// Which lanes of vector registers hold neither a denormal nor a NaN where a block begins, whatever the way there: what was
// computed or checked before need not be checked again, which in loops is most operands. Takes a region's blocks, gives a
// mask of lanes for each vector local.

import type { InstructionIr, Op, OpOf, StateOffset } from "../cpu/ir.ts";
import { type Block, successorsOf } from "./region-graph.ts";
import { shuffleOf, vectorPlace } from "./vector-operation.ts";

/** By index of the vector local: bits 0 and 1 for the lanes as doubles, 2 to 5 for them as singles. */
export type Settled = readonly number[];

/** Vector locals that there are at most: the halves of the registers and of the rooms for one instruction. */
const PLACES = 64;
const ALL = 0b11_1111;
const NOTHING: Settled = new Array<number>(PLACES).fill(0);

/** The lanes of an operation on so many bytes. */
export const lanesOfOperation = (laneBytes: 4 | 8, sizeBytes: number): number =>
  laneBytes === 8 ? (1 << (sizeBytes / 8)) - 1 : ((1 << (sizeBytes / 4)) - 1) << 2;

/** The bits of lanes that overlap the first `sizeBytes`. */
const overlapping = (sizeBytes: number): number =>
  lanesOfOperation(8, Math.max(8, sizeBytes)) | lanesOfOperation(4, sizeBytes);

const ARITHMETIC = /^(?:add|sub|mul|div|sqrt|min|max)[sp]([sd])$/;
const FUSED = /^fn?m(?:add|sub)/;

/** The index of a place that is a whole vector local's. */
function indexOf(offset: StateOffset): number | undefined {
  const place = vectorPlace(offset);
  return place?.byte === 0 ? place.index : undefined;
}

/** The lanes that a shuffle brings over whole. */
function shuffled(indices: readonly number[], a: number, b: number): number {
  let mask = 0;
  const bring = (laneBytes: 4 | 8, firstBit: number): void => {
    for (let lane = 0; lane < 16 / laneBytes; lane++) {
      const from = indices[lane * laneBytes]!;
      const isWhole =
        from % laneBytes === 0 &&
        indices.slice(lane * laneBytes, (lane + 1) * laneBytes).every((at, k) => at === from + k);
      const source = from < 16 ? a : b;
      if (isWhole && source & (1 << (firstBit + (from % 16) / laneBytes))) mask |= 1 << (firstBit + lane);
    }
  };
  bring(8, 0);
  bring(4, 2);
  return mask;
}

/** Notes what an operation of an instruction does; `settled` is changed. */
export function settle(settled: number[], { ops }: InstructionIr, op: Op): void {
  const set = (offset: StateOffset, mask: number): void => {
    const place = vectorPlace(offset);
    if (place !== undefined) settled[place.index] = mask;
  };
  const add = (offset: StateOffset, lanes: number): void => {
    const index = indexOf(offset);
    if (index !== undefined) settled[index]! |= lanes;
  };
  if (op.op === "loadBytes") {
    set(op.dest, 0);
    if (op.sizeBytes > 16) set(op.dest + 16, 0);
  } else if (op.op === "setState") {
    const isConverted = (other: Op): boolean =>
      other.op === "helper" && other.name === "integerToFloat" && other.results[0] === op.value;
    const sizeBytes = op.sizeBits / 8;
    const index = indexOf(op.offset);
    if (index === undefined || !ops.some(isConverted)) set(op.offset, 0);
    else settled[index] = (settled[index]! & ~overlapping(sizeBytes)) | lanesOfOperation(sizeBytes as 4 | 8, sizeBytes);
  } else if (op.op === "helper") {
    const [first, second, third] = op.constants;
    if (op.name === "compareScalar") {
      const lanes = lanesOfOperation(third as 4 | 8, third!);
      add(first!, lanes);
      add(second!, lanes);
    } else if (op.name === "floatToInteger") add(first!, lanesOfOperation(second as 4 | 8, second!));
  } else if (op.op === "vector") settleVector(settled, op, set, add);
}

function settleVector(
  settled: number[],
  op: OpOf<"vector">,
  set: (offset: StateOffset, mask: number) => void,
  add: (offset: StateOffset, lanes: number) => void,
): void {
  const { name, dest, a, b, sizeBytes } = op;
  const at = (offset: StateOffset): number => settled[indexOf(offset) ?? PLACES] ?? 0;
  /** Lanes of the result that were computed: what was not ordinary there was noted at run time (FLOAT_MODE). */
  const compute = (laneBytes: 4 | 8): void => {
    for (let half = 0; half < sizeBytes; half += 16) {
      const bytes = Math.min(16, sizeBytes - half);
      const lanes = lanesOfOperation(laneBytes, bytes);
      set(dest + half, (at(dest + half) & ~overlapping(bytes)) | lanes);
    }
  };
  const arithmetic = ARITHMETIC.exec(name);
  if (arithmetic !== null) {
    const laneBytes = arithmetic[1] === "d" ? 8 : 4;
    for (let half = 0; half < sizeBytes; half += 16) {
      const lanes = lanesOfOperation(laneBytes, Math.min(16, sizeBytes - half));
      if (!name.startsWith("sqrt")) add(a + half, lanes);
      add(b + half, lanes);
    }
    compute(laneBytes);
    return;
  }
  if (FUSED.test(name)) {
    compute(name.endsWith("d") ? 8 : 4);
    return;
  }
  if (name === "cvtps2pd" || name === "cvtpd2ps") {
    const [from, to] = name === "cvtps2pd" ? ([4, 8] as const) : ([8, 4] as const);
    add(b, lanesOfOperation(from, Math.min(16, from * op.immediate)));
    compute(to);
    return;
  }
  const indices = sizeBytes === 16 ? shuffleOf(name, op.immediate) : undefined;
  if (indices !== undefined) set(dest, shuffled(indices, at(a), at(b)));
  else if (name === "pxor" && a === b && sizeBytes === 16) set(dest, ALL);
  else {
    set(dest, 0);
    if (sizeBytes > 16) set(dest + 16, 0);
  }
}

/** What is settled behind a block. */
function behind({ instructions }: Block, before: Settled): Settled {
  const settled = [...before];
  for (const ir of instructions) for (const op of ir.ops) settle(settled, ir, op);
  return settled;
}

const hasVectors = ({ ops }: InstructionIr): boolean => ops.some((op) => op.op === "vector");

/** @param reached blocks where execution may come in, or that computed ways may lead to */
export function settledFloats(blocks: readonly Block[], reached: readonly number[]): readonly Settled[] {
  if (!blocks.some(({ instructions }) => instructions.some(hasVectors))) return blocks.map(() => NOTHING);
  const states = new Array<Settled | undefined>(blocks.length).fill(undefined);
  const work: number[] = [];
  const meet = (block: number, settled: Settled): void => {
    const state = states[block];
    const met = state === undefined ? settled : settled.map((mask, index) => mask & state[index]!);
    if (state?.every((mask, index) => mask === met[index])) return;
    states[block] = met;
    work.push(block);
  };
  for (const entry of [0, ...reached]) meet(entry, NOTHING);
  while (work.length > 0) {
    const from = work.pop()!;
    const out = behind(blocks[from]!, states[from]!);
    for (const next of successorsOf(blocks[from]!.ending)) meet(next, out);
  }
  return states.map((state) => state ?? NOTHING);
}
