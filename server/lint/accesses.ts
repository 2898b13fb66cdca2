// The memory accesses of an instruction, from its operands and from what string instructions do without naming it: where,
// how many bytes, read or written. A repeated string instruction is one access of its whole length where the count is known.

import type { Decoded, DecodedMemory } from "../isa/insn.ts";
import type { Place } from "./flow/judge.ts";
import { addressOf } from "./flow/transfer.ts";
import { constantOf, only, type Value, type Values } from "./flow/value.ts";
import { accessedBytes } from "./listing.ts";

export interface Access {
  readonly place: Place;
  /** What the instruction names; undefined for string instructions. */
  readonly operand?: DecodedMemory;
  readonly values: Values;
  /** 0 when it is not known. */
  readonly sizeBytes: number;
  readonly isWrite: boolean;
}

const [RCX, RSI, RDI] = [1, 6, 7] as const;
const ELEMENT: Readonly<Record<string, number>> = { b: 1, w: 2, d: 4, q: 8 };

/** What each string instruction reads and writes. */
const STRINGS: Readonly<Record<string, readonly { readonly register: number; readonly isWrite: boolean }[]>> = {
  movs: [
    { register: RDI, isWrite: true },
    { register: RSI, isWrite: false },
  ],
  stos: [{ register: RDI, isWrite: true }],
  lods: [{ register: RSI, isWrite: false }],
  scas: [{ register: RDI, isWrite: false }],
  cmps: [
    { register: RSI, isWrite: false },
    { register: RDI, isWrite: false },
  ],
};

/** Bytes that a string instruction moves in all; 0 where that is not known, or not all need be looked at. */
function lengthOf(decoded: Decoded, place: Place, elementBytes: number): number {
  if (decoded.repeat === "none") return elementBytes;
  const count = constantOf(place.state.registers[RCX]!);
  const isPlain = /^(movs|stos)/.test(decoded.mnemonic) && place.state.direction === "clear";
  return isPlain && count !== undefined && count < 1n << 31n ? Number(count) * elementBytes : 0;
}

function stringAccesses(place: Place): Access[] {
  const { decoded } = place.instruction;
  const match = /^(movs|stos|lods|scas|cmps)([bwdq])$/.exec(decoded.mnemonic);
  if (match === null || decoded.operands.length > 0) return [];
  const sizeBytes = lengthOf(decoded, place, ELEMENT[match[2]!]!);
  return STRINGS[match[1]!]!.map(({ register, isWrite }) => ({
    place,
    values: place.state.registers[register]!,
    sizeBytes,
    isWrite,
  }));
}

/** Accesses of the instruction at a place. */
export function accessesOf(place: Place): Access[] {
  const { decoded } = place.instruction;
  if (/^(lea|nop|prefetch\w*|clflush\w*|invlpg)$/.test(decoded.mnemonic)) return [];
  const named = decoded.operands.flatMap((operand, at): Access[] => {
    const type = decoded.form.operands[at];
    if (operand.kind !== "memory" || type === undefined || type.access === "none") return [];
    const values = addressOf(place.state, place.instruction, operand);
    return [{ place, operand, values, sizeBytes: accessedBytes(decoded, operand), isWrite: type.access.includes("w") }];
  });
  return [...named, ...stringAccesses(place)];
}

type Label = Extract<Value, { kind: "label" }>;

/** The label an address begins with, when the rest of it is not known: `[label + rcx]`, or a register that holds one. */
export function labelWithin({ operand, values, place }: Access): Label | undefined {
  const exact = only(values);
  if (exact?.kind === "label") return exact;
  if (operand === undefined) return undefined;
  const reference = place.instruction.item.references?.find(({ use }) => use === "memory");
  if (reference !== undefined) return { kind: "label", symbol: reference.symbol, offset: 0 };
  for (const register of [operand.base, operand.scale === 1 ? operand.index : undefined]) {
    const value = register?.class.startsWith("gpr") ? only(place.state.registers[register.number]!) : undefined;
    if (value?.kind === "label") return value;
  }
  return undefined;
}
