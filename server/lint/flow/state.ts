// The abstract state before an instruction: what each general register and each known stack slot may hold, and the direction
// flag. Plain and never changed in place once it is stored.

import { isSame, isStack, only, UNKNOWN, union, type Value, type Values } from "./value.ts";

/** A stack slot's value and width. */
export interface Slot {
  readonly values: Values;
  readonly sizeBytes: number;
  /** The instruction that stored it, -1 for none in particular. */
  readonly at: number;
}

export interface FlowState {
  /** By encoding: 0 = rax … 15 = r15. */
  readonly registers: Values[];
  /** By place: see `slotKey`. */
  readonly slots: Map<string, Slot>;
  /** Stack addresses have gone to other registers than rsp and rbp: others may write the slots. */
  escaped: boolean;
  direction: "clear" | "set" | "either";
  /** The arithmetic flags: only whether a call has left them undefined. */
  flags: Values;
  /** Vector registers by number: only whether a call has left them undefined. */
  vectors: readonly Values[];
}

/** Of no vector register anything is known. */
export const UNKNOWN_VECTORS: readonly Values[] = Array.from({ length: 16 }, () => UNKNOWN);

const RSP = 4;
export type EntryKind = "start" | "function" | "anywhere";

/** The state where execution enters: the program's start, a function, a label that something may jump to. */
export function entryState(kind: EntryKind, wordBytes: number): FlowState {
  const registers = Array.from({ length: 16 }, (_, register): Values => {
    if (kind === "anywhere") return UNKNOWN;
    if (kind === "start" && register !== RSP) return [{ kind: "unset" }];
    return [{ kind: "entry", register, offset: 0 }];
  });
  const slots = new Map<string, Slot>();
  if (kind === "function") slots.set("0", { values: [{ kind: "return" }], sizeBytes: wordBytes, at: -1 });
  const direction = kind === "anywhere" ? "either" : "clear";
  return { registers, slots, escaped: false, direction, flags: UNKNOWN, vectors: UNKNOWN_VECTORS };
}

/** Slots that are known at a time: each instruction has a state of its own, and all are kept. */
const MOST_SLOTS = 512;

/** What stands in a slot is unknown where too many are known already. */
export function setSlot({ slots }: FlowState, key: string, slot: Slot): void {
  if (slots.size < MOST_SLOTS || slots.has(key)) slots.set(key, slot);
}

export const copyState = (state: FlowState): FlowState => ({
  registers: [...state.registers],
  slots: new Map(state.slots),
  escaped: state.escaped,
  direction: state.direction,
  flags: state.flags,
  vectors: state.vectors,
});

function mergedVectors(into: readonly Values[], from: readonly Values[]): readonly Values[] {
  if (into === from) return into;
  const both = into.map((values, number) => union(values, from[number]!));
  return both.every((values, number) => values === into[number]) ? into : both;
}

/** What both ways together may leave; undefined when `into` covers `from` already. */
export function merged(into: FlowState, from: FlowState): FlowState | undefined {
  let changed = false;
  const registers = into.registers.map((values, index) => {
    const both = union(values, from.registers[index]!);
    changed ||= both !== values;
    return both;
  });
  const slots = new Map<string, Slot>();
  for (const [key, slot] of into.slots) {
    const other = from.slots.get(key);
    if (other === undefined) {
      changed = true;
      continue;
    }
    const values = union(slot.values, other.values);
    const isSameSize = slot.sizeBytes === other.sizeBytes;
    changed ||= values !== slot.values || !isSameSize;
    if (isSameSize) slots.set(key, { values, sizeBytes: slot.sizeBytes, at: slot.at === other.at ? slot.at : -1 });
  }
  const escaped = into.escaped || from.escaped;
  const direction = into.direction === from.direction ? into.direction : "either";
  const flags = union(into.flags, from.flags);
  const vectors = mergedVectors(into.vectors, from.vectors);
  changed ||= flags !== into.flags || vectors !== into.vectors;
  changed ||= escaped !== into.escaped || direction !== into.direction;
  return changed ? { registers, slots, escaped, direction, flags, vectors } : undefined;
}

/** Name of the slot at a stack address; undefined when the address is not known exactly. */
export function slotKey(values: Values, displacement: number): string | undefined {
  const value = only(values);
  if (value === undefined || !isStack(value)) return undefined;
  if (value.kind === "aligned") return `${value.at}:${value.offset + displacement}`;
  return value.kind === "entry" ? String(value.offset + displacement) : undefined;
}

/** Replaces a value wherever it stands. */
export function replaceValues(state: FlowState, change: (value: Value) => Value): void {
  const apply = (values: Values): Values => {
    const changed = values.map(change);
    return changed.every((value, index) => isSame(value, values[index]!))
      ? values
      : changed.reduce<Values>((all, one) => union(all, [one]), []);
  };
  state.registers.forEach((values, index) => {
    state.registers[index] = apply(values);
  });
  for (const [key, slot] of state.slots) state.slots.set(key, { ...slot, values: apply(slot.values) });
}
