// Helpers of vector instructions whose result is a number or flags, or that store single bytes.

import { type Access, announce, checkedAddress } from "../evaluate-memory.ts";
import { unitOf } from "../evaluate-vector.ts";
import { CpuException, type Evaluator } from "../evaluator.ts";
import type { Routine } from "../routine.ts";
import { STATE } from "../state.ts";
import { floatToInteger, integerToFloat } from "./convert.ts";
import { comparisonFlags } from "./float.ts";
import { stringCompare } from "./string.ts";

/** An unmasked x87 exception is pending: the next x87 or MMX instruction gets #MF (SDM Vol. 1, 8.6). */
const EXCEPTION_SUMMARY = 0x80;

function enterMmx(e: Evaluator, register: number): void {
  const at = e.base * 4;
  const status = e.view.getUint16(at + STATE.fsw, true);
  if (status & EXCEPTION_SUMMARY) throw new CpuException({ vector: "#MF", errorCode: 0 });
  e.view.setUint16(at + STATE.fsw, status & ~0x3800, true);
  e.view.setUint16(at + STATE.ftw, 0, true);
  if (register >= 0) e.view.setUint16(at + STATE.st + 16 * register + 8, 0xffff, true);
}

function signMask(e: Evaluator, [place, sizeBytes, laneBytes]: readonly number[]): bigint {
  const start = e.base * 4 + place!;
  let mask = 0;
  for (let at = laneBytes! - 1, k = 0; at < sizeBytes!; at += laneBytes!, k++) mask |= (e.bytes[start + at]! >> 7) << k;
  return BigInt(mask >>> 0);
}

/** Offsets of lanes whose mask has its top bit set. */
function chosenLanes(e: Evaluator, mask: number, sizeBytes: number, laneBytes: number): number[] {
  const top = e.base * 4 + mask + laneBytes - 1;
  const lanes: number[] = [];
  for (let at = 0; at < sizeBytes; at += laneBytes) if (e.bytes[top + at]! & 0x80) lanes.push(at);
  return lanes;
}

/** Linear address `at` bytes behind a start; with its checks. */
function laneAddress(start: bigint, at: number, access: Access): number {
  const address = BigInt.asUintN(64, start + BigInt(at));
  return checkedAddress(Number(BigInt.asIntN(32, address)), Number(BigInt.asIntN(32, address >> 32n)), access);
}

const readLane = (e: Evaluator, place: number, laneBytes: number): bigint => {
  const at = e.base * 4 + place;
  if (laneBytes === 8) return e.view.getBigUint64(at, true);
  return BigInt(laneBytes === 4 ? e.view.getUint32(at, true) : e.bytes[at]!);
};

/** Stores the lanes that the mask chooses; the others need not be writable. */
function maskedStore(
  e: Evaluator,
  start: bigint,
  [source = 0, mask = 0, sizeBytes = 0, laneBytes = 1]: readonly number[],
): void {
  const lanes = chosenLanes(e, mask, sizeBytes, laneBytes);
  const access = { sizeBytes: laneBytes, space: "data", access: "write" } as const;
  const addresses = lanes.map((at) => laneAddress(start, at, access));
  for (const address of addresses) {
    e.memory.checkWrite(address, laneBytes);
    announce(e, address, laneBytes, "write");
  }
  lanes.forEach((at, k) => {
    e.memory.store(addresses[k]!, laneBytes, readLane(e, source + at, laneBytes));
  });
}

/** Loads the lanes that the mask chooses, zeros in the others. */
function maskedLoad(
  e: Evaluator,
  start: bigint,
  [dest = 0, mask = 0, sizeBytes = 0, laneBytes = 4]: readonly number[],
): void {
  const access = { sizeBytes: laneBytes, space: "data", access: "read" } as const;
  const result = new Uint8Array(sizeBytes);
  for (const at of chosenLanes(e, mask, sizeBytes, laneBytes)) {
    const address = laneAddress(start, at, access);
    result.set(e.memory.loadBytes(address, laneBytes), at);
    announce(e, address, laneBytes, "read");
  }
  e.bytes.set(result, e.base * 4 + dest);
}

/**
 * VGATHERxx, VPGATHERxx: each loaded element clears its mask, so a fault in the middle leaves what has been done. Above the
 * elements destination and mask become zero.
 */
function gather(e: Evaluator, [start, segmentBase]: readonly bigint[], constants: readonly number[]): void {
  const [dest = 0, mask = 0, index = 0, laneBytes = 4, indexBytes = 4, count = 0] = constants;
  const [scale = 1, addressBits = 64, bits = 64, stack = 0] = constants.slice(6);
  const access = { sizeBytes: laneBytes, space: stack === 0 ? "data" : "stack", access: "read" } as const;
  const state = e.base * 4;
  const all = count * laneBytes;
  for (const at of chosenLanes(e, mask, all, laneBytes)) {
    const raw = readLane(e, index + (at / laneBytes) * indexBytes, indexBytes);
    const offset = BigInt.asUintN(addressBits, start! + BigInt.asIntN(8 * indexBytes, raw) * BigInt(scale));
    const address = laneAddress(BigInt.asUintN(bits, offset + segmentBase!), 0, access);
    const bytes = e.memory.loadBytes(address, laneBytes);
    announce(e, address, laneBytes, "read");
    e.bytes.set(bytes, state + dest + at);
    e.bytes.fill(0, state + mask + at, state + mask + at + laneBytes);
  }
  e.bytes.fill(0, state + dest + all, state + dest + 32);
  e.bytes.fill(0, state + mask, state + mask + 32);
}

const effects = { state: "read", faults: "maybe" } as const;
const writes = { state: "write", faults: "maybe" } as const;

export const vectorRoutines: Readonly<Record<string, Routine>> = {
  enterMmx: {
    effects: writes,
    run: (e, _args, [register]) => {
      enterMmx(e, register!);
      return [];
    },
  },
  emms: {
    effects: writes,
    run: (e) => {
      enterMmx(e, -1);
      e.view.setUint16(e.base * 4 + STATE.ftw, 0xffff, true);
      return [];
    },
  },
  signMask: { effects, run: (e, _args, constants) => [signMask(e, constants)] },
  compareScalar: {
    effects: writes,
    run: (e, _args, [a, b, laneBytes, quiet]) => {
      const unit = unitOf(e);
      const flags = comparisonFlags(unit, unit.base + a!, unit.base + b!, laneBytes!, quiet ? "quiet" : "signalling");
      return [BigInt(flags)];
    },
  },
  integerToFloat: {
    effects: writes,
    run: (e, [value], [laneBytes]) => [integerToFloat(unitOf(e), BigInt.asIntN(64, value!), laneBytes!)],
  },
  floatToInteger: {
    effects: writes,
    run: (e, _args, [place, laneBytes, sizeBits, truncates]) => {
      const unit = unitOf(e);
      return [floatToInteger(unit, unit.base + place!, laneBytes!, sizeBits!, truncates ? "truncate" : "round")];
    },
  },
  maskedStore: {
    effects,
    run: (e, [address], constants) => {
      maskedStore(e, address!, constants);
      return [];
    },
  },
  maskedLoad: {
    effects: writes,
    run: (e, [address], constants) => {
      maskedLoad(e, address!, constants);
      return [];
    },
  },
  gather: {
    effects: writes,
    run: (e, args, constants) => {
      gather(e, args, constants);
      return [];
    },
  },
  stringCompare: {
    effects: writes,
    run: (e, lengths, constants) => {
      const signed = lengths.map((length) => BigInt.asIntN(64, length));
      return stringCompare(unitOf(e), constants, signed).map((value) => BigInt(value));
    },
  },
};
