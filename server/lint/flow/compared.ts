// What a conditional jump goes by: the comparison before it, its condition, the number that a register is held against.

import { createSideTable } from "../../base/side-table.ts";
import { generalNumber, registerUse } from "../../isa/register-use.ts";
import { conditionNames } from "../../isa/table/conditions.ts";
import type { Graph } from "./graph.ts";
import { copyState, type FlowState } from "./state.ts";

const RCX = 1;
const JUMPS_AT_ZERO = /^j[er]?cxz$/;
const KEEPS_FLAGS = /^(?:mov[sz]?x?d?|lea|push|pop|nop)$/;
const COMPARES = /^(?:cmp|test|bt)$/;

/** The number of a jump's condition, whose opposite differs in the lowest bit; -1 of other instructions. */
export const conditionOf = (mnemonic: string): number =>
  mnemonic.startsWith("j") ? conditionNames.indexOf(mnemonic.slice(1) as (typeof conditionNames)[number]) : -1;

/** The condition of `jz`, whose opposite is the next one. */
export const EQUAL = conditionOf("jz");

export const jumpsAtZero = (mnemonic: string): boolean => JUMPS_AT_ZERO.test(mnemonic);
export const compares = (mnemonic: string): boolean => COMPARES.test(mnemonic);

/** The condition that a jump goes by; `jecxz` jumps as `jz` behind a comparison with 0. */
export function askedAt({ code }: Graph, jump: number): number {
  const { mnemonic } = code.instructions[jump]!.decoded;
  return jumpsAtZero(mnemonic) ? EQUAL : conditionOf(mnemonic);
}

const known = createSideTable<Graph, ReadonlySet<number>>("jump targets");

function jumpTargets(graph: Graph): ReadonlySet<number> {
  const before = known.get(graph);
  if (before !== undefined) return before;
  const found = new Set(graph.targets.flatMap((one) => (one?.kind === "instruction" ? [one.index] : [])));
  known.set(graph, found);
  return found;
}

/** The comparison that a conditional jump goes by, of `jecxz` itself; undefined where several may lead there. */
export function comparisonOf(graph: Graph, jump: number): number | undefined {
  const { code, next } = graph;
  const { mnemonic } = code.instructions[jump]!.decoded;
  if (jumpsAtZero(mnemonic)) return jump;
  if (conditionOf(mnemonic) < 0) return undefined;
  for (let index = jump - 1; index >= 0 && next[index] === index + 1; index--) {
    const { decoded } = code.instructions[index]!;
    if (compares(decoded.mnemonic)) return index;
    if (!KEEPS_FLAGS.test(decoded.mnemonic) || jumpTargets(graph).has(index + 1)) return undefined;
  }
  return undefined;
}

/** A general register, so many of its low bits, and the number that they are held against. */
interface Question {
  readonly register: number;
  readonly sizeBits: number;
  readonly number: bigint;
}

/** What a jump asks that goes by whether a register is a certain number: behind `test`, `cmp`, or `jecxz`. */
function questionAt(graph: Graph, jump: number): Question | undefined {
  const comparison = comparisonOf(graph, jump);
  if (comparison === undefined || askedAt(graph, jump) >> 1 !== EQUAL >> 1) return undefined;
  const { decoded, hasFixup } = graph.code.instructions[comparison]!;
  if (jumpsAtZero(decoded.mnemonic)) {
    const sizeBits = { jcxz: 16, jecxz: 32, jrcxz: 64 }[decoded.mnemonic] ?? 64;
    return { register: RCX, sizeBits, number: 0n };
  }
  const [first, second] = decoded.operands;
  const register = first && generalNumber(first);
  if (register === undefined || first?.kind !== "register" || first.register.class === "gpr8h") return undefined;
  for (let index = comparison + 1; index < jump; index++)
    if (registerUse(graph.code.instructions[index]!.decoded).writes.has(register)) return undefined;
  const { sizeBits } = first.register;
  const isWithItself = second?.kind === "register" && second.register === first.register;
  if (decoded.mnemonic === "test" && isWithItself) return { register, sizeBits, number: 0n };
  if (decoded.mnemonic !== "cmp" || second?.kind !== "immediate" || hasFixup) return undefined;
  return { register, sizeBits, number: BigInt.asUintN(sizeBits, second.value) };
}

/**
 * The state behind a conditional jump that goes one way: without the numbers that would have sent it the other way.
 * Undefined where nothing is left: it never goes this way.
 */
export function stateBehind(graph: Graph, jump: number, state: FlowState, jumps: boolean): FlowState | undefined {
  const question = questionAt(graph, jump);
  if (question === undefined) return state;
  const { register, sizeBits, number } = question;
  const isEqual = (askedAt(graph, jump) === EQUAL) === jumps;
  const before = state.registers[register]!;
  const values = before.filter(
    (value) => value.kind !== "constant" || (BigInt.asUintN(sizeBits, value.value) === number) === isEqual,
  );
  if (values.length === before.length) return state;
  if (values.length === 0) return undefined;
  const behind = copyState(state);
  behind.registers[register] = values;
  return behind;
}
