// The abstract run: each function from its entry to a fixed point, block by block, then the state before every instruction
// that it reaches. What is too large is left alone: the rules then say nothing.

import { createSideTable } from "../../base/side-table.ts";
import type { Listing } from "../listing.ts";
import { externName, kernelCall } from "./calls.ts";
import { conditionOf, stateBehind } from "./compared.ts";
import { doesNotReturn, EXITS, exitsPlainly, type Graph, graphOf, isOwnFunction } from "./graph.ts";
import { copyState, entryState, type FlowState, merged } from "./state.ts";
import { step } from "./transfer.ts";
import { UNKNOWN } from "./value.ts";

/** An instruction that a function reaches, with the state before it. */
export interface Reached {
  readonly index: number;
  readonly state: FlowState;
  /** The state when it runs first, where nothing is decided on the way there from the entry: what it is then is sure. */
  readonly first: FlowState | undefined;
}

export interface FlowFunction {
  readonly entry: number;
  readonly why: "start" | "main" | "global" | "called" | "address";
  /** In ascending order of instructions. */
  readonly reached: readonly Reached[];
}

export interface Flow {
  readonly graph: Graph;
  readonly functions: readonly FlowFunction[];
}

/** More instructions than this are not followed. */
const MODULE_LIMIT = 30_000;
/** Visits of one place before the function is given up. */
const VISIT_LIMIT = 40;

/** True when execution surely ends in the kernel. */
const exits = (state: FlowState, graph: Graph, index: number): boolean =>
  EXITS.has(kernelCall(state, graph, index) ?? "") || exitsPlainly(graph.code, index);

/** Where execution may go from `index`, when `state` is the one before it: instructions of the same function, -1 for the end. */
export function successors(state: FlowState, graph: Graph, index: number): number[] {
  const { mnemonic } = graph.code.instructions[index]!.decoded;
  if (/^(ret|retf|hlt|ud2|iretq?|iretd)$/.test(mnemonic)) return [];
  const target = graph.targets[index];
  if (mnemonic === "call") {
    const name = externName(graph, index);
    if (name !== undefined && doesNotReturn(name)) return [];
    if (target?.kind === "instruction" && target.index !== index + 1 && neverReturns(graph, target.index)) return [];
    return [graph.next[index]!];
  }
  if (exits(state, graph, index)) return [];
  const out = mnemonic === "jmp" || isOtherCase(graph, index) ? [] : [graph.next[index]!];
  if (target?.kind === "instruction") out.push(target.index);
  return out;
}

/** `jz even` and `jnz odd`, one behind the other: the second one jumps whenever it is reached. */
function isOtherCase({ code, next, targets }: Graph, index: number): boolean {
  const condition = conditionOf(code.instructions[index]!.decoded.mnemonic);
  if (condition < 0 || next[index - 1] !== index) return false;
  const before = conditionOf(code.instructions[index - 1]!.decoded.mnemonic);
  const isEntry = (): boolean => targets.some((one) => one?.kind === "instruction" && one.index === index);
  return before === (condition ^ 1) && !isEntry();
}

const neverReturns = (graph: Graph, entry: number): boolean => graph.pops.get(entry) === "never returns";

interface Work {
  readonly states: Map<number, FlowState>;
  readonly visits: Map<number, number>;
  readonly open: number[];
}

function arrive(work: Work, index: number, state: FlowState): boolean {
  const known = work.states.get(index);
  const next = known === undefined ? copyState(state) : merged(known, state);
  if (next === undefined) return true;
  const visits = (work.visits.get(index) ?? 0) + 1;
  if (visits > VISIT_LIMIT) return false;
  work.visits.set(index, visits);
  work.states.set(index, next);
  work.open.push(index);
  return true;
}

/** The states on the way from the entry up to the first decision: loops are gone through once. */
function firstStates(graph: Graph, entry: number, start: FlowState): Map<number, FlowState> {
  const states = new Map<number, FlowState>();
  const state = copyState(start);
  for (let index = entry; index >= 0 && !states.has(index); ) {
    const before = copyState(state);
    states.set(index, before);
    step(state, graph, index);
    const [next = -1, ...others] = successors(before, graph, index);
    if (others.length > 0 || (next !== entry && isOwnFunction(graph, next))) break;
    index = next;
  }
  return states;
}

/** Whether the conditional jump at an index jumps, where that is decided. */
export type Decided = (index: number) => boolean | undefined;

/** Where a jump goes whose decision is known. */
function decidedSuccessors(graph: Graph, index: number, jumps: boolean): number[] {
  const target = graph.targets[index];
  if (!jumps) return [graph.next[index]!];
  return target?.kind === "instruction" ? [target.index] : [];
}

/** The state at one of the instructions that follow a conditional jump; undefined where it never goes there. */
function stateOnWay(graph: Graph, index: number, next: number, state: FlowState): FlowState | undefined {
  const target = graph.targets[index];
  const jumps = target?.kind === "instruction" && target.index === next;
  return jumps && graph.next[index] === next ? state : stateBehind(graph, index, state, jumps);
}

/**
 * The state before each instruction that the function reaches; undefined when it does not settle. With decisions it takes
 * the ways only that the numbers compared leave open too.
 */
function runFunction(graph: Graph, entry: number, start: FlowState, decided?: Decided): Reached[] | undefined {
  const work: Work = { states: new Map(), visits: new Map(), open: [] };
  arrive(work, entry, start);
  while (work.open.length > 0) {
    const index = work.open.pop()!;
    const before = work.states.get(index)!;
    const state = copyState(before);
    step(state, graph, index);
    const jumps = decided?.(index);
    const nexts = jumps === undefined ? successors(before, graph, index) : decidedSuccessors(graph, index, jumps);
    for (const next of nexts) {
      if (next < 0 || (next !== entry && isOwnFunction(graph, next))) continue;
      const behind = decided === undefined ? state : stateOnWay(graph, index, next, state);
      if (behind !== undefined && !arrive(work, next, behind)) return undefined;
    }
  }
  const firsts = firstStates(graph, entry, start);
  return [...work.states]
    .map(([index, state]) => ({ index, state, first: firsts.get(index) }))
    .sort((a, b) => a.index - b.index);
}

/** The state where a function is entered. */
function startOf(code: Listing, why: FlowFunction["why"]): FlowState {
  const kind = why === "start" ? "start" : why === "address" ? "anywhere" : "function";
  const state = entryState(kind, code.bits / 8);
  if (kind === "anywhere") state.registers[4] = UNKNOWN;
  return state;
}

/** What the function reaches when some jumps go one way only; undefined when it does not settle. */
export const reachedWhen = (graph: Graph, { entry, why }: FlowFunction, decided: Decided): Reached[] | undefined =>
  runFunction(graph, entry, startOf(graph.code, why), decided);

const known = createSideTable<Listing, Flow>("flow");

/** The abstract run of a listing; worked out once. */
export function flowOf(code: Listing): Flow {
  const before = known.get(code);
  if (before !== undefined) return before;
  const graph = graphOf(code);
  const functions: FlowFunction[] = [];
  if (code.instructions.length <= MODULE_LIMIT) {
    for (const [entry, why] of graph.entries) {
      const reached = runFunction(graph, entry, startOf(code, why));
      if (reached !== undefined) functions.push({ entry, why, reached });
    }
  }
  const flow = { graph, functions };
  known.set(code, flow);
  return flow;
}
