// What registers point to, as far as it is the same whenever execution comes by: nothing, or a variable of the source. Code
// under an observer then need not carry numbers of objects about, and the bounds of variables are constants in it. Takes a
// region's blocks and what registers point to where it is entered; entries are refused to execution for which that is not so.

import type { InlineRule, PointerRule } from "../cpu/inline-watch.ts";
import type { InstructionIr } from "../cpu/ir.ts";
import { GPR } from "../cpu/state.ts";
import { type Block, successorsOf } from "./region-graph.ts";

/** For each general register the number of the object that it points into: 0 = none, UNKNOWN. */
export type Known = readonly number[];

export const UNKNOWN = -1;
const REGISTERS = 16;
/** Longest instruction (SDM Vol. 2A, 2.3.11). */
const LONGEST_BYTES = 15;

type Rules = ReadonlyMap<InstructionIr, InlineRule>;

const hasOther = (register: number): boolean => register >= 0 && register !== GPR.rsp;

/** Of the two summands one may point into something. */
function sumOf(mine: number, other: number): number {
  if (mine === 0) return other;
  if (other === 0) return mine;
  return mine > 0 && other > 0 ? 0 : UNKNOWN;
}

/** What the rule's target points to afterwards; for the kinds that set it. */
function carried(known: Known, { kind, target, source, index, range }: PointerRule): number {
  const mine = known[target]!;
  const other = hasOther(source) ? known[source]! : range;
  switch (kind) {
    case "copy":
      return other;
    case "constant":
      return range;
    case "sum":
      return sumOf(mine, other);
    case "chosen":
      return mine === other ? mine : UNKNOWN;
    case "difference":
      if (mine === 0 || other === 0) return mine;
      return other > 0 ? 0 : UNKNOWN;
    case "lea": {
      const base = hasOther(source) ? known[source]! : 0;
      if (base !== 0 || !hasOther(source) || !hasOther(index) || index === source) return base;
      return known[index]!;
    }
    default:
      return UNKNOWN;
  }
}

/** What registers point to behind an instruction. */
export function knownBehind(before: Known, { pointer }: InlineRule): Known {
  if (pointer === undefined) return before;
  const known = [...before];
  for (const register of pointer.drops) known[register] = 0;
  const { kind, target, source, range } = pointer;
  if (kind === "none" || kind === "masked" || kind === "compare") return known;
  if (kind === "exchange") {
    const mine = known[target]!;
    known[target] = hasOther(source) ? known[source]! : range;
    if (hasOther(source)) known[source] = mine;
  } else known[target] = carried(known, pointer);
  known[GPR.rsp] = 0;
  return known;
}

function behind({ instructions }: Block, before: Known, rules: Rules): Known {
  let known = before;
  for (const ir of instructions) {
    const rule = rules.get(ir);
    if (rule !== undefined) known = knownBehind(known, rule);
  }
  return known;
}

/** What is known where a region is entered. */
export interface EntryKnowledge {
  /** At its root. */
  readonly root: Known;
  /** Registers that turned out to point elsewhere than assumed: bit n for register n. */
  readonly wandering: number;
}

const isComputed = ({ ending }: Block): boolean => ending.kind === "return" || ending.kind === "computed";

/** Blocks that may come next through edges, and behind a system call or an instruction of the step engine. */
function nextOf({ ending }: Block, blocks: readonly Block[], reached: readonly number[]): readonly number[] {
  if (ending.kind === "system") return reached.filter((block) => blocks[block]!.address === ending.address);
  if (ending.kind !== "slow") return successorsOf(ending);
  const { address } = ending;
  const isBehind = (block: number): boolean => {
    const distance = blocks[block]!.address - address;
    return distance > 0 && distance <= LONGEST_BYTES;
  };
  return reached.filter(isBehind);
}

/**
 * For each block what registers point to where it begins, on every way there. What comes in from outside is assumed to be as
 * what comes from inside, or as at the root.
 * @param reached blocks where execution may come in, or that computed ways may lead to; the first block is one
 */
export function knownPointers(
  blocks: readonly Block[],
  reached: readonly number[],
  rules: Rules,
  { root, wandering }: EntryKnowledge,
): readonly Known[] {
  const states = new Array<number[] | undefined>(blocks.length).fill(undefined);
  const isReached = new Set(reached);
  const work: number[] = [];
  const meet = (block: number, known: Known): void => {
    const state = states[block];
    let changed = state === undefined;
    const met = state ?? [...known];
    states[block] = met;
    for (let register = 0; register < REGISTERS; register++) {
      const isLost = isReached.has(block) && (wandering & (1 << register)) !== 0;
      if (met[register] === UNKNOWN || (met[register] === known[register] && !isLost)) continue;
      met[register] = UNKNOWN;
      changed = true;
    }
    if (changed) work.push(block);
  };
  /** Behind all computed ways so far. */
  let anywhere: Known | undefined;
  const reachAll = (out: Known): void => {
    const all = anywhere;
    const met = all === undefined ? out : all.map((number, k) => (number === out[k] ? number : UNKNOWN));
    if (all?.every((number, k) => number === met[k])) return;
    anywhere = met;
    for (const next of reached) meet(next, met);
  };
  for (const entry of [0, ...reached]) {
    if (states[entry] === undefined) meet(entry, root);
    while (work.length > 0) {
      const from = work.pop()!;
      const out = behind(blocks[from]!, states[from]!, rules);
      for (const next of nextOf(blocks[from]!, blocks, reached)) meet(next, out);
      if (isComputed(blocks[from]!)) reachAll(out);
    }
  }
  const nothing = new Array<number>(REGISTERS).fill(UNKNOWN);
  return states.map((state) => state ?? nothing);
}

/** Registers that do not point to the same everywhere: bit n for register n. */
export function varying(blocks: readonly Block[], states: readonly Known[], rules: Rules): number {
  const seen = new Array<number | undefined>(REGISTERS).fill(undefined);
  let mask = 0;
  const see = (known: Known): void => {
    known.forEach((number, register) => {
      seen[register] ??= number;
      if (number === UNKNOWN || number !== seen[register]) mask |= 1 << register;
    });
  };
  blocks.forEach(({ instructions }, block) => {
    let known = states[block]!;
    see(known);
    for (const ir of instructions) {
      const rule = rules.get(ir);
      if (rule === undefined) continue;
      known = knownBehind(known, rule);
      see(known);
    }
  });
  return mask;
}
