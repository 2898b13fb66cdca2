// Registers and stack words as numbers, straight from the state struct: the rules that run at each call, ret and push read
// them, and bigints there cost more than the guest's instruction (benchmark fib).

import { STATE } from "../cpu/state.ts";
import type { Context } from "./context.ts";

const RSP = 4;
const HIGH_WORD = 2 ** 32;

/** Low and high word of a register, by number. */
export function registerWords(context: Context, number: number): readonly [number, number] {
  const { layout, view } = context.options.memory;
  const at = layout.state + STATE.gpr + 8 * number;
  return [view.getUint32(at, true), view.getUint32(at + 4, true)];
}

/** A register as a number: exact for addresses, rounded above 2^53. */
export function registerNumber(context: Context, number: number): number {
  const { layout, view } = context.options.memory;
  const at = layout.state + STATE.gpr + 8 * number;
  return view.getUint32(at + 4, true) * HIGH_WORD + view.getUint32(at, true);
}

/** A 64-bit field of the state struct, for counts and addresses. */
function field(context: Context, offset: number): number {
  const { layout, view } = context.options.memory;
  const at = layout.state + offset;
  return view.getUint32(at + 4, true) * HIGH_WORD + view.getUint32(at, true);
}

/** Retired instructions. */
export const retiredOf = (context: Context): number => field(context, STATE.retired);
export const instructionPointerOf = (context: Context): number => field(context, STATE.rip);
export const stackPointerOf = (context: Context): number => registerNumber(context, RSP);

export const stackPointerName = (context: Context): string => (context.options.core.bits === 64 ? "rsp" : "esp");

/** Bytes of a stack slot. */
export const wordBytes = (context: Context): number => (context.options.core.bits === 64 ? 8 : 4);

/** The stack slot at an address as a number; undefined where nothing is mapped. */
export function loadWord(context: Context, address: number): number | undefined {
  const size = wordBytes(context);
  const bytes = context.options.memory.peek(address, size);
  if (bytes.length < size) return undefined;
  let value = 0;
  for (let k = size - 1; k >= 0; k--) value = value * 256 + bytes[k]!;
  return value;
}

/** The stack slot at an address in hexadecimal, exact: for messages. */
export function wordText(context: Context, address: number): string {
  const bytes = context.options.memory.peek(address, wordBytes(context));
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).reverse();
  return `0x${digits.join("").replace(/^0+(?=.)/, "") || "0"}`;
}
