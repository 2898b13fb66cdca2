// Steps that touch guest memory. The fast path is the one translated code uses too: fold the address, compare the page's tag.
// What the tag does not allow goes to the Memory interface, which knows relocated pages, copies for going back, code pages.

import {
  type Compilation,
  CpuException,
  type Evaluator,
  type Slot,
  STOPPED,
  type Step,
  slotOf,
  typeOfValue,
} from "./evaluator.ts";
import type { AddressSpace, OpOf, Value, ValueType } from "./ir.ts";

const NON_CANONICAL = "the address is not canonical: bits 63 to 47 differ";
const BEYOND_LIMIT = "the bytes go on beyond the last address";
const PAGE_MASK = ~4095;

/** What an access is, for the fault that it may raise. */
export interface Access {
  readonly sizeBytes: number;
  readonly space: AddressSpace;
  readonly access: "read" | "write";
  /** In 32-bit mode an access that goes on beyond the last address breaks the segment's limit. */
  readonly limit?: "32" | undefined;
}

/** The limit of an access whose address is of type `type`. */
const limitOf = (type: ValueType): "32" | undefined => (type === "i32" ? "32" : undefined);

/**
 * The address in two words as a number. @throws {CpuException} #GP or #SS when it is not canonical or, in 32-bit mode, beyond
 * the limit; #PF in the kernel's half.
 */
export function checkedAddress(low: number, high: number, { sizeBytes, space, access, limit }: Access): number {
  if (limit === "32" && (low >>> 0) + sizeBytes > 2 ** 32) {
    throw new CpuException({ vector: space === "stack" ? "#SS" : "#GP", errorCode: 0, detail: BEYOND_LIMIT });
  }
  if (high >= 0 && high < 0x8000) return high * 2 ** 32 + (low >>> 0);
  if (high >>> 0 < 0xffff8000) {
    throw new CpuException({ vector: space === "stack" ? "#SS" : "#GP", errorCode: 0, detail: NON_CANONICAL });
  }
  const exactAddress = (BigInt(high >>> 0) << 32n) | BigInt(low >>> 0);
  const errorCode = access === "write" ? 7 : 5;
  const address = Number(exactAddress);
  throw new CpuException({ vector: "#PF", errorCode, address, exactAddress, access, sizeBytes });
}

/** Lets the observer see an access. @throws {STOPPED} */
export function announce(e: Evaluator, address: number, sizeBytes: number, access: "read" | "write"): void {
  if (e.access?.(address, sizeBytes, access) === "stop") throw STOPPED;
}

/** A load that the fast path cannot do, or that is watched; `e.access` may be undefined. */
function slowLoad(e: Evaluator, low: number, high: number, op: OpOf<"load">, limit: Access["limit"]): bigint {
  const sizeBytes = op.sizeBits / 8;
  const access = op.intent === "update" ? "write" : "read";
  const address = checkedAddress(low, high, { sizeBytes, space: op.space, access, limit });
  if (op.intent === "update") e.memory.checkWrite(address, sizeBytes);
  if (e.access !== undefined) {
    e.memory.load(address, sizeBytes);
    announce(e, address, sizeBytes, "read");
  }
  return e.memory.load(address, sizeBytes);
}

function slowStore(
  e: Evaluator,
  low: number,
  high: number,
  value: bigint,
  { op, limit }: { readonly op: OpOf<"store">; readonly limit: Access["limit"] },
): void {
  const sizeBytes = op.sizeBits / 8;
  const address = checkedAddress(low, high, { sizeBytes, space: op.space, access: "write", limit });
  if (e.access !== undefined && op.check === "checked") {
    e.memory.checkWrite(address, sizeBytes);
    announce(e, address, sizeBytes, "write");
  }
  e.memory.store(address, sizeBytes, value);
}

/** Slot whose words are the address: in 32-bit mode the upper word is a constant zero. */
function addressSlots(c: Compilation, address: Value): readonly [Slot, Slot] {
  const low = slotOf(c, address);
  if (typeOfValue(c, address) === "i64") return [low, low + 1];
  return [low, c.evaluator.constantSlot(0n)!];
}

export function compileLoad(op: OpOf<"load">, c: Compilation): Step {
  const e = c.evaluator;
  const { words: w, bytes, view, foldMask } = e;
  const tags = op.intent === "update" ? e.writeTags : e.readTags;
  const [a, h] = addressSlots(c, op.address);
  const d = slotOf(c, op.dest);
  const limit = limitOf(typeOfValue(c, op.address));
  const slow = (low: number, high: number): void => {
    const value = slowLoad(e, low, high, op, limit);
    if (op.sizeBits === 64) e.setWide(d, value);
    else w[d] = Number(value);
  };
  const sizeBytes = op.sizeBits / 8;
  /** Host offset of the bytes, −1 when the slow path has to do it. */
  const find = (low: number, high: number): number => {
    const host = low & foldMask;
    const tag = tags + ((host >>> 12) << 1);
    if (w[tag] !== ((low + sizeBytes - 1) & PAGE_MASK) || w[tag + 1] !== high) return -1;
    if (e.access !== undefined) announce(e, high * 2 ** 32 + (low >>> 0), sizeBytes, "read");
    return host;
  };
  if (op.sizeBits === 64) {
    return () => {
      const host = find(w[a]!, w[h]!);
      if (host < 0) return slow(w[a]!, w[h]!);
      const low = view.getInt32(host, true);
      w[d + 1] = view.getInt32(host + 4, true);
      w[d] = low;
    };
  }
  if (op.sizeBits === 32) {
    return () => {
      const host = find(w[a]!, w[h]!);
      if (host < 0) return slow(w[a]!, w[h]!);
      w[d] = view.getInt32(host, true);
    };
  }
  if (op.sizeBits === 16) {
    return () => {
      const host = find(w[a]!, w[h]!);
      if (host < 0) return slow(w[a]!, w[h]!);
      w[d] = view.getUint16(host, true);
    };
  }
  return () => {
    const host = find(w[a]!, w[h]!);
    if (host < 0) return slow(w[a]!, w[h]!);
    w[d] = bytes[host]!;
  };
}

export function compileStore(op: OpOf<"store">, c: Compilation): Step {
  const e = c.evaluator;
  const { words: w, bytes, view, foldMask, writeTags } = e;
  const [a, h] = addressSlots(c, op.address);
  const v = slotOf(c, op.value);
  const limit = limitOf(typeOfValue(c, op.address));
  const slow = (low: number, high: number): void => {
    slowStore(e, low, high, op.sizeBits === 64 ? e.wide(v) : BigInt(w[v]!), { op, limit });
  };
  const sizeBytes = op.sizeBits / 8;
  const announced = op.check === "checked";
  const find = (low: number, high: number): number => {
    const host = low & foldMask;
    const tag = writeTags + ((host >>> 12) << 1);
    if (w[tag] !== ((low + sizeBytes - 1) & PAGE_MASK) || w[tag + 1] !== high) return -1;
    if (e.access !== undefined && announced) announce(e, high * 2 ** 32 + (low >>> 0), sizeBytes, "write");
    return host;
  };
  if (op.sizeBits === 64) {
    return () => {
      const host = find(w[a]!, w[h]!);
      if (host < 0) return slow(w[a]!, w[h]!);
      view.setInt32(host, w[v]!, true);
      view.setInt32(host + 4, w[v + 1]!, true);
    };
  }
  if (op.sizeBits === 32) {
    return () => {
      const host = find(w[a]!, w[h]!);
      if (host < 0) return slow(w[a]!, w[h]!);
      view.setInt32(host, w[v]!, true);
    };
  }
  if (op.sizeBits === 16) {
    return () => {
      const host = find(w[a]!, w[h]!);
      if (host < 0) return slow(w[a]!, w[h]!);
      view.setInt16(host, w[v]!, true);
    };
  }
  return () => {
    const host = find(w[a]!, w[h]!);
    if (host < 0) return slow(w[a]!, w[h]!);
    bytes[host] = w[v]!;
  };
}

export function compileCheckWrite(op: OpOf<"checkWrite">, c: Compilation): Step {
  const e = c.evaluator;
  const [a, h] = addressSlots(c, op.address);
  const { sizeBytes, space } = op;
  const access = { sizeBytes, space, access: "write", limit: limitOf(typeOfValue(c, op.address)) } as const;
  return () => {
    const address = checkedAddress(e.words[a]!, e.words[h]!, access);
    e.memory.checkWrite(address, op.sizeBytes);
    if (op.follows === "store") announce(e, address, op.sizeBytes, "write");
  };
}

/** Address of a vector access. @throws {CpuException} when it is not aligned or not canonical. */
function vectorAddress(e: Evaluator, a: Slot, h: Slot, alignBytes: number, access: Access): number {
  const low = e.words[a]!;
  const high = e.words[h]!;
  const isAligned = (low & (alignBytes - 1)) === 0;
  // What is not aligned comes before any page, those of the kernel's half included.
  if (isAligned || high >>> 0 < 0xffff8000) {
    const address = checkedAddress(low, high, access);
    if (isAligned) return address;
  }
  throw new CpuException({ vector: "#GP", errorCode: 0, detail: `the address is not a multiple of ${alignBytes}` });
}

export function compileLoadBytes(op: OpOf<"loadBytes">, c: Compilation): Step {
  const e = c.evaluator;
  const [a, h] = addressSlots(c, op.address);
  const to = e.base * 4 + op.dest;
  const limit = limitOf(typeOfValue(c, op.address));
  const access = { sizeBytes: op.sizeBytes, space: op.space, access: "read", limit } as const;
  return () => {
    const address = vectorAddress(e, a, h, op.alignBytes, access);
    const bytes = e.memory.loadBytes(address, op.sizeBytes);
    announce(e, address, op.sizeBytes, "read");
    e.bytes.set(bytes, to);
  };
}

export function compileStoreBytes(op: OpOf<"storeBytes">, c: Compilation): Step {
  const e = c.evaluator;
  const [a, h] = addressSlots(c, op.address);
  const from = e.base * 4 + op.source;
  const limit = limitOf(typeOfValue(c, op.address));
  const access = { sizeBytes: op.sizeBytes, space: op.space, access: "write", limit } as const;
  return () => {
    const address = vectorAddress(e, a, h, op.alignBytes, access);
    if (e.access !== undefined) {
      e.memory.checkWrite(address, op.sizeBytes);
      announce(e, address, op.sizeBytes, "write");
    }
    e.memory.storeBytes(address, e.bytes.slice(from, from + op.sizeBytes));
  };
}
