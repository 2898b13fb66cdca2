// Helpers of vector instructions whose result is a number or flags, or that store single bytes.

import { unitOf } from "../evaluate-vector.ts";
import { CpuException, type Evaluator, STOPPED } from "../evaluator.ts";
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

/** Stores the bytes whose mask has its top bit set; the others need not be writable. */
function maskedStore(e: Evaluator, address: number, [source, mask, sizeBytes]: readonly number[]): void {
  const at = e.base * 4;
  const chosen = Array.from({ length: sizeBytes! }, (_, k) => k).filter((k) => e.bytes[at + mask! + k]! & 0x80);
  for (const k of chosen) {
    e.memory.checkWrite(address + k, 1);
    if (e.access?.(address + k, 1, "write") === "stop") throw STOPPED;
  }
  for (const k of chosen) e.memory.store(address + k, 1, BigInt(e.bytes[at + source! + k]!));
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
      maskedStore(e, Number(address), constants);
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
