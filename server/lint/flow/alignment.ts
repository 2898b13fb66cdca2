// rsp modulo 16 at each instruction, where it is known: 0 at _start, 8 at the entry of main and of functions that other files
// call; a local function's entry is what its call sites make it, when they agree.

import type { Listing } from "../listing.ts";
import { type Flow, type FlowFunction, flowOf } from "./analysis.ts";
import type { FlowState } from "./state.ts";
import { only } from "./value.ts";

const RSP = 4;
const mod16 = (value: number): number => ((value % 16) + 16) % 16;

function relative(state: FlowState, entry: number | undefined): number | undefined {
  const value = only(state.registers[RSP]!);
  if (value?.kind === "aligned") return value.toBytes >= 16 ? mod16(value.offset) : undefined;
  if (value?.kind !== "entry" || value.register !== RSP || entry === undefined) return undefined;
  return mod16(entry + value.offset);
}

/** Alignment at entry by function; "unknown" where call sites disagree. */
function entryAlignments({ graph, functions }: Flow): Map<number, number | "unknown"> {
  const known = new Map<number, number | "unknown">();
  for (const { entry, why } of functions) {
    if (why === "start") known.set(entry, 0);
    if (why === "main" || why === "global") known.set(entry, 8);
  }
  const fixed = new Set(known.keys());
  for (let changed = true; changed; ) {
    changed = false;
    for (const { entry, reached } of functions) {
      const own = known.get(entry);
      for (const { index, state } of reached) {
        const target = graph.targets[index];
        const isCall = graph.code.instructions[index]!.decoded.mnemonic === "call";
        if (target?.kind !== "instruction" || !isCall || fixed.has(target.index) || own === undefined) continue;
        const at = own === "unknown" ? undefined : relative(state, own);
        const next = at === undefined ? "unknown" : mod16(at - 8);
        const before = known.get(target.index);
        if (before === next || before === "unknown") continue;
        known.set(target.index, before === undefined ? next : "unknown");
        changed = true;
      }
    }
  }
  return known;
}

/** Gives rsp modulo 16 in a function at a state; undefined where it is not known. */
export function stackAlignments(code: Listing): (owner: FlowFunction, state: FlowState) => number | undefined {
  if (code.bits !== 64) return () => undefined;
  const entries = entryAlignments(flowOf(code));
  return (owner, state) => {
    const entry = entries.get(owner.entry);
    return relative(state, entry === "unknown" ? undefined : entry);
  };
}
