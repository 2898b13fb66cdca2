// How arithmetic flags travel between the blocks of a region. The operation that set them last is known inside a block; at
// a block with several predecessors it may not be. Takes the blocks' operations and edges, gives for each block what is
// known at its start and in which form its predecessors have to leave the flags: raw operands with a code that says what
// was done with them, which cost nothing until somebody leaves the region, or the three words when they are read for real.

import { ARITHMETIC_FLAGS } from "../cpu/flags.ts";
import type { FlagsKind, InstructionIr, Op, OpOf, SizeBits } from "../cpu/ir.ts";

/** What was done with the raw operands, as bits: an i32 in translated code. */
export const FLAG_CODE = {
  ...{ shift: 63, subtracts: 64, logic: 128, stepped: 256, words: 512, withCarry: 1024 },
  /** No operands: the arithmetic flags as EFLAGS has them. */
  eflags: 2048,
} as const;

const KIND_BITS: Readonly<Record<FlagsKind, number>> = {
  add: 0,
  adc: FLAG_CODE.withCarry,
  sub: FLAG_CODE.subtracts,
  sbb: FLAG_CODE.subtracts | FLAG_CODE.withCarry,
  logic: FLAG_CODE.logic,
  inc: FLAG_CODE.stepped,
  dec: FLAG_CODE.stepped | FLAG_CODE.subtracts,
};

export const flagCode = (kind: FlagsKind, sizeBits: SizeBits): number => KIND_BITS[kind] | (64 - sizeBits);

/** What a code other than words says. */
export function flagsOf(code: number): { readonly kind: FlagsKind; readonly sizeBits: SizeBits } {
  const kind = (Object.keys(KIND_BITS) as FlagsKind[]).find((name) => KIND_BITS[name] === (code & ~FLAG_CODE.shift));
  return { kind: kind ?? "logic", sizeBits: (64 - (code & FLAG_CODE.shift)) as SizeBits };
}

/** Known only when it runs. */
export const DYNAMIC = -1;

export interface BlockFlags {
  /** Code of what set the flags at the block's start, or DYNAMIC. */
  readonly before: number;
  /** In what form predecessors leave the flags: CF in its own local, or the three words. */
  readonly wants: "nothing" | "carry" | "words";
}

interface Summary {
  /** What of the incoming flags is read before they are all replaced. */
  readonly reads: "nothing" | "carry" | "words";
  /** Code of the last operation that sets them; undefined when none does. */
  readonly sets: number | undefined;
}

/** The flags as they were count only where FCOMI cannot deliver: then it is left to the step engine. */
export const isUnusedFlags = (op: Op, { ops }: InstructionIr): op is OpOf<"getEflags"> =>
  op.op === "getEflags" && ops.some((other) => other.op === "helper" && other.name === "fcomi");

/** What one operation reads of the flags, and the code of what it sets. */
function effectOf(op: Op, ir: InstructionIr): Summary {
  switch (op.op) {
    case "getFlag":
      if (op.flag === "df") return { reads: "nothing", sets: undefined };
      return { reads: op.flag === "cf" ? "carry" : "words", sets: undefined };
    case "getCondition":
      return { reads: op.condition === "b" || op.condition === "ae" ? "carry" : "words", sets: undefined };
    case "getFlagWord":
      return { reads: "words", sets: undefined };
    case "setFlag":
      if (op.flag === "df") return { reads: "nothing", sets: undefined };
      return { reads: "words", sets: FLAG_CODE.words };
    case "setFlags":
      return {
        reads: op.kind === "inc" || op.kind === "dec" ? "carry" : "nothing",
        sets: flagCode(op.kind, op.sizeBits),
      };
    case "getEflags":
      return { reads: isUnusedFlags(op, ir) ? "nothing" : "words", sets: undefined };
    case "setEflags":
      return { reads: ARITHMETIC_FLAGS & ~op.mask ? "words" : "nothing", sets: FLAG_CODE.eflags };
    case "setFlagWords":
      return { reads: "nothing", sets: FLAG_CODE.words };
    default:
      return { reads: "nothing", sets: undefined };
  }
}

/** A repeated comparison may compare nothing: the old flags stay, and it is made with words. */
const REPEATED: Summary = { reads: "words", sets: FLAG_CODE.words };

function summarise(instructions: readonly InstructionIr[]): Summary {
  let reads: Summary["reads"] = "nothing";
  let sets: number | undefined;
  for (const ir of instructions) {
    for (const op of ir.ops) {
      const effect = ir.repeat !== undefined && op.op === "setFlags" ? REPEATED : effectOf(op, ir);
      if (sets === undefined && effect.reads !== "nothing" && reads !== "words") reads = effect.reads;
      sets = effect.sets ?? sets;
    }
  }
  return { reads, sets };
}

/** True when the region has to do with flags at all. */
export function touchesFlags(instructions: readonly InstructionIr[]): boolean {
  const { reads, sets } = summarise(instructions);
  return reads !== "nothing" || sets !== undefined;
}

/**
 * @param successors edges within the region
 * @param entries blocks that are entered from outside, where the flags are words, and from the dispatch
 * @param dispatching blocks that may go to any of `entries`
 */
export function flagFlow(
  blocks: readonly { readonly instructions: readonly InstructionIr[] }[],
  successors: readonly (readonly number[])[],
  entries: readonly number[],
  dispatching: readonly number[],
): readonly BlockFlags[] {
  const summaries = blocks.map(({ instructions }) => summarise(instructions));
  const before = new Array<number | undefined>(blocks.length).fill(undefined);
  let atDispatch: number = FLAG_CODE.words;
  const meet = (a: number | undefined, b: number): number => (a === undefined || a === b ? b : DYNAMIC);
  const isDispatching = new Set(dispatching);
  for (const entry of entries) before[entry] = FLAG_CODE.words;
  for (let changed = true; changed; ) {
    changed = false;
    const note = (block: number, code: number): void => {
      const met = meet(before[block], code);
      if (met === before[block]) return;
      before[block] = met;
      changed = true;
    };
    blocks.forEach((_, block) => {
      if (before[block] === undefined) return;
      const after = summaries[block]!.sets ?? before[block];
      for (const next of successors[block]!) note(next, after);
      if (isDispatching.has(block)) atDispatch = meet(atDispatch, after);
    });
    for (const entry of entries) note(entry, atDispatch);
  }
  const wants = readsAt(summaries, successors, entries, isDispatching);
  return blocks.map((_, block) => {
    const code = before[block] ?? DYNAMIC;
    const want = code === DYNAMIC ? wants[block]! : "nothing";
    return { before: want === "words" ? FLAG_CODE.words : code, wants: want };
  });
}

const RANK = { nothing: 0, carry: 1, words: 2 } as const;

/** What is read of the flags from each block's start on, exits aside. All entries want what one of them wants. */
function readsAt(
  summaries: readonly Summary[],
  successors: readonly (readonly number[])[],
  entries: readonly number[],
  dispatching: ReadonlySet<number>,
): Summary["reads"][] {
  const wants = summaries.map(({ reads }) => reads);
  for (let changed = true; changed; ) {
    changed = false;
    const raise = (block: number, to: Summary["reads"]): void => {
      if (RANK[to] <= RANK[wants[block]!]) return;
      wants[block] = to;
      changed = true;
    };
    let most: Summary["reads"] = "nothing";
    for (const entry of entries) if (RANK[wants[entry]!] > RANK[most]) most = wants[entry]!;
    if (entries.length > 1) for (const entry of entries) raise(entry, most);
    summaries.forEach(({ sets }, block) => {
      if (sets !== undefined) return;
      for (const next of successors[block]!) raise(block, wants[next]!);
      if (dispatching.has(block)) raise(block, most);
    });
  }
  return wants;
}
