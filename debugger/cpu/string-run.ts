// Repeated moves and fills a page at a time: what `rep movs` and `rep stos` do where nobody watches, both pages need no
// care and the direction is up. Each call does as many iterations as that allows and leaves the registers as if they had
// been made one by one; the step engine does the rest, faults included.

import type { Decoded } from "../../server/isa/insn.ts";
import { stringStem } from "../../server/isa/register-use.ts";
import type { Evaluator, Slot } from "./evaluator.ts";
import { FLAG, GPR } from "./state.ts";

/** A repeated move or fill of elements of `elementBytes`. */
export interface StringRun {
  readonly kind: "move" | "fill";
  readonly elementBytes: number;
}

const ELEMENT_BYTES: Readonly<Record<string, number>> = { b: 1, w: 2, d: 4, q: 8 };

/** What the instruction repeats, when it can be done in runs: full-size addresses, no segment with a base. */
export function stringRunOf(decoded: Decoded): StringRun | undefined {
  const stem = stringStem(decoded.mnemonic);
  if ((stem !== "movs" && stem !== "stos") || decoded.repeat === "none" || decoded.addressSizeBits !== decoded.bits)
    return undefined;
  if (decoded.segmentOverride === "fs" || decoded.segmentOverride === "gs") return undefined;
  return { kind: stem === "movs" ? "move" : "fill", elementBytes: ELEMENT_BYTES[decoded.mnemonic[4]!]! };
}

/** Host offset of the address in a register when its page needs no care, else −1. */
function hostOf(e: Evaluator, register: Slot, tags: number): number {
  const { words: w } = e;
  const host = w[register]! & e.foldMask;
  const tag = tags + ((host >>> 12) << 1);
  return w[tag] === (w[register]! & ~4095) && w[tag + 1] === w[register + 1]! ? host : -1;
}

const bytesLeft = (host: number): number => 4096 - (host & 4095);

/** Adds to a register that does not leave its page, so that nothing carries beyond the lower word's range. */
function advance(e: Evaluator, register: Slot, sizeBytes: number): void {
  const { words: w } = e;
  const low = (w[register]! + sizeBytes) | 0;
  if (low >>> 0 < sizeBytes && low !== w[register]!) w[register + 1] = w[register + 1]! + 1;
  w[register] = low;
}

function fill(e: Evaluator, host: number, elementBytes: number, count: number): void {
  const accumulator = e.register(GPR.rax) * 4;
  if (elementBytes === 1) {
    e.bytes.fill(e.bytes[accumulator]!, host, host + count);
    return;
  }
  e.bytes.copyWithin(host, accumulator, accumulator + elementBytes);
  // Doubling: what is filled already is the source of the next part.
  const total = elementBytes * count;
  for (let done = elementBytes; done < total; done *= 2) {
    e.bytes.copyWithin(host + done, host, host + Math.min(done, total - done));
  }
}

/** Does iterations until a page ends or the count does. Returns how many, 0 when it is not a case for this. */
export function runString(e: Evaluator, { kind, elementBytes }: StringRun): number {
  const { words: w } = e;
  const [counter, to, from] = [e.register(GPR.rcx), e.register(GPR.rdi), e.register(GPR.rsi)];
  if (e.access !== undefined || w[e.system]! & FLAG.df) return 0;
  const target = hostOf(e, to, e.writeTags);
  if (target < 0) return 0;
  let room = bytesLeft(target);
  let source = 0;
  if (kind === "move") {
    source = hostOf(e, from, e.readTags);
    if (source < 0) return 0;
    room = Math.min(room, bytesLeft(source));
    // A target just above its source repeats a pattern: only the part before it can be copied at once.
    if (target > source) room = Math.min(room, target - source);
  }
  const left = w[counter + 1] === 0 ? w[counter]! >>> 0 : 0xffffffff;
  const count = Math.min(left, Math.floor(room / elementBytes));
  if (count < 2) return 0;
  const sizeBytes = count * elementBytes;
  if (kind === "move") e.bytes.copyWithin(target, source, source + sizeBytes);
  else fill(e, target, elementBytes, count);
  advance(e, to, sizeBytes);
  if (kind === "move") advance(e, from, sizeBytes);
  const before = w[counter]! >>> 0;
  w[counter] = before - count;
  if (before < count) w[counter + 1] = w[counter + 1]! - 1;
  return count;
}
