// Steps that read and write registers and flags.

import { type Compilation, type Slot, type Step, slotOf, typeOfValue } from "./evaluator.ts";
import { FIX, parityFlag } from "./flags.ts";
import type { Condition, FlagsKind, FlagWord, OpOf } from "./ir.ts";
import { FLAG, type FlagName, STATE, tlsIndex } from "./state.ts";

const SEGMENT_INDEX = { es: 0, cs: 1, ss: 2, ds: 3, fs: 4, gs: 5 } as const;

// ---- registers

export function compileGetRegister(op: OpOf<"getRegister">, c: Compilation): Step {
  const w = c.evaluator.words;
  const [d, r] = [slotOf(c, op.dest), c.evaluator.register(op.register)];
  switch (op.part) {
    case "64":
      return () => {
        w[d] = w[r]!;
        w[d + 1] = w[r + 1]!;
      };
    case "32":
      return () => {
        w[d] = w[r]!;
      };
    case "16":
      return () => {
        w[d] = w[r]! & 0xffff;
      };
    case "low8":
      return () => {
        w[d] = w[r]! & 0xff;
      };
    case "high8":
      return () => {
        w[d] = (w[r]! >>> 8) & 0xff;
      };
  }
}

export function compileSetRegister(op: OpOf<"setRegister">, c: Compilation): Step {
  const w = c.evaluator.words;
  const [r, a] = [c.evaluator.register(op.register), slotOf(c, op.value)];
  switch (op.part) {
    case "64":
      return () => {
        w[r] = w[a]!;
        w[r + 1] = w[a + 1]!;
      };
    case "32":
      return () => {
        w[r] = w[a]!;
        w[r + 1] = 0;
      };
    case "16":
      return () => {
        w[r] = (w[r]! & ~0xffff) | (w[a]! & 0xffff);
      };
    case "low8":
      return () => {
        w[r] = (w[r]! & ~0xff) | (w[a]! & 0xff);
      };
    case "high8":
      return () => {
        w[r] = (w[r]! & ~0xff00) | ((w[a]! & 0xff) << 8);
      };
  }
}

export function compileGetSegmentBase(op: OpOf<"getSegmentBase">, c: Compilation): Step {
  const w = c.evaluator.words;
  const from = c.evaluator.field(op.segment === "fs" ? STATE.fsBase : STATE.gsBase);
  const d = slotOf(c, op.dest);
  return () => {
    w[d] = w[from]!;
    w[d + 1] = w[from + 1]!;
  };
}

export function compileGetSelector(op: OpOf<"getSelector">, c: Compilation): Step {
  const { words: w, view, base } = c.evaluator;
  const at = base * 4 + STATE.segment + 2 * SEGMENT_INDEX[op.segment];
  const d = slotOf(c, op.dest);
  return () => {
    w[d] = view.getUint16(at, true);
  };
}

/** Loads a selector and, for fs and gs, the base of its descriptor: a thread-local one's own, 0 for all others. */
export function compileSetSelector(op: OpOf<"setSelector">, c: Compilation): Step {
  const { words: w, view, base } = c.evaluator;
  const at = base * 4 + STATE.segment + 2 * SEGMENT_INDEX[op.segment];
  const a = slotOf(c, op.value);
  const hasBase = op.segment === "fs" || op.segment === "gs";
  const baseWord = c.evaluator.field(op.segment === "fs" ? STATE.fsBase : STATE.gsBase);
  return () => {
    view.setUint16(at, w[a]! & 0xffff, true);
    if (!hasBase) return;
    const descriptor = tlsIndex(w[a]! & 0xffff);
    w[baseWord] = descriptor === undefined ? 0 : view.getUint32(base * 4 + STATE.tls + 8 * descriptor, true);
    w[baseWord + 1] = 0;
  };
}

export function compileGetState(op: OpOf<"getState">, c: Compilation): Step {
  const { words: w, view, base } = c.evaluator;
  const at = base * 4 + op.offset;
  const d = slotOf(c, op.dest);
  switch (op.sizeBits) {
    case 64:
      return () => {
        w[d] = view.getInt32(at, true);
        w[d + 1] = view.getInt32(at + 4, true);
      };
    case 32:
      return () => {
        w[d] = view.getInt32(at, true);
      };
    case 16:
      return () => {
        w[d] = view.getUint16(at, true);
      };
    case 8:
      return () => {
        w[d] = view.getUint8(at);
      };
  }
}

export function compileSetState(op: OpOf<"setState">, c: Compilation): Step {
  const { words: w, view, base } = c.evaluator;
  const at = base * 4 + op.offset;
  const a = slotOf(c, op.value);
  switch (op.sizeBits) {
    case 64:
      return () => {
        view.setInt32(at, w[a]!, true);
        view.setInt32(at + 4, w[a + 1]!, true);
      };
    case 32:
      return () => view.setInt32(at, w[a]!, true);
    case 16:
      return () => view.setInt16(at, w[a]!, true);
    case 8:
      return () => view.setInt8(at, w[a]!);
  }
}

// ---- flags

/** Words of the lazy flags, for the functions below. */
interface FlagPlaces {
  readonly w: Int32Array;
  readonly result: Slot;
  readonly carry: Slot;
  readonly aux: Slot;
  readonly system: Slot;
}

const places = (c: Compilation): FlagPlaces => ({
  w: c.evaluator.words,
  result: c.evaluator.result,
  carry: c.evaluator.carry,
  aux: c.evaluator.aux,
  system: c.evaluator.system,
});

const carryOf = (p: FlagPlaces): number => p.w[p.carry + 1]! >>> 31;
const overflowOf = (p: FlagPlaces): number => (p.w[p.carry + 1]! >>> 31) ^ ((p.w[p.carry + 1]! >>> 30) & 1);
const zeroOf = (p: FlagPlaces): number =>
  ((p.w[p.result]! | p.w[p.result + 1]!) === 0 ? 1 : 0) ^ ((p.w[p.aux]! >>> 8) & 1);
const signOf = (p: FlagPlaces): number => (p.w[p.result + 1]! >>> 31) ^ ((p.w[p.aux]! >>> 9) & 1);
const parityOf = (p: FlagPlaces): number => (parityFlag(p.w[p.result]! & 0xff) >>> 2) ^ ((p.w[p.aux]! >>> 10) & 1);

type ReadFlag = (p: FlagPlaces) => number;

const flagReaders: Record<FlagName, ReadFlag> = {
  cf: carryOf,
  of: overflowOf,
  zf: zeroOf,
  sf: signOf,
  pf: parityOf,
  af: (p) => (p.w[p.aux]! >>> 4) & 1,
  df: (p) => (p.w[p.system]! >>> 10) & 1,
  if: () => 1,
  tf: (p) => (p.w[p.system]! >>> 8) & 1,
  ac: (p) => (p.w[p.system]! >>> 18) & 1,
  id: (p) => (p.w[p.system]! >>> 21) & 1,
};

const conditions: Record<Condition, ReadFlag> = {
  o: overflowOf,
  no: (p) => overflowOf(p) ^ 1,
  b: carryOf,
  ae: (p) => carryOf(p) ^ 1,
  e: zeroOf,
  ne: (p) => zeroOf(p) ^ 1,
  be: (p) => carryOf(p) | zeroOf(p),
  a: (p) => (carryOf(p) | zeroOf(p)) ^ 1,
  s: signOf,
  ns: (p) => signOf(p) ^ 1,
  p: parityOf,
  np: (p) => parityOf(p) ^ 1,
  l: (p) => signOf(p) ^ overflowOf(p),
  ge: (p) => signOf(p) ^ overflowOf(p) ^ 1,
  le: (p) => (signOf(p) ^ overflowOf(p)) | zeroOf(p),
  g: (p) => ((signOf(p) ^ overflowOf(p)) | zeroOf(p)) ^ 1,
};

/** The condition as a function to call, for branches that need no value. */
export function conditionReader(c: Compilation, condition: Condition): () => number {
  const p = places(c);
  const read = conditions[condition];
  return () => read(p);
}

export function compileGetFlag(op: OpOf<"getFlag">, c: Compilation): Step {
  const p = places(c);
  const [d, read] = [slotOf(c, op.dest), flagReaders[op.flag]];
  return () => {
    p.w[d] = read(p);
  };
}

export function compileGetCondition(op: OpOf<"getCondition">, c: Compilation): Step {
  const p = places(c);
  const [d, read] = [slotOf(c, op.dest), conditions[op.condition]];
  return () => {
    p.w[d] = read(p);
  };
}

type WriteFlag = (p: FlagPlaces, value: number) => void;

const auxBit =
  (mask: number, read?: ReadFlag): WriteFlag =>
  (p, value) => {
    if (read === undefined) p.w[p.aux] = value ? p.w[p.aux]! | mask : p.w[p.aux]! & ~mask;
    else if (read(p) !== value) p.w[p.aux] = p.w[p.aux]! ^ mask;
  };

const systemBit =
  (mask: number): WriteFlag =>
  (p, value) => {
    p.w[p.system] = value ? p.w[p.system]! | mask : p.w[p.system]! & ~mask;
  };

function setCarryWord(p: FlagPlaces, carry: number, overflow: number): void {
  p.w[p.carry + 1] = (carry << 31) | ((carry ^ overflow) << 30);
  p.w[p.carry] = 0;
}

const flagWriters: Record<FlagName, WriteFlag> = {
  cf: (p, value) => setCarryWord(p, value, overflowOf(p)),
  of: (p, value) => setCarryWord(p, carryOf(p), value),
  zf: auxBit(FIX.zf, zeroOf),
  sf: auxBit(FIX.sf, signOf),
  pf: auxBit(FIX.pf, parityOf),
  af: auxBit(FLAG.af),
  df: systemBit(FLAG.df),
  if: () => {},
  tf: systemBit(FLAG.tf),
  ac: systemBit(FLAG.ac),
  id: systemBit(FLAG.id),
};

export function compileSetFlag(op: OpOf<"setFlag">, c: Compilation): Step {
  const p = places(c);
  const [a, write] = [slotOf(c, op.value), flagWriters[op.flag]];
  return () => write(p, p.w[a]!);
}

/** Result word of an operation of up to 32 bits: sign-extended. */
function setResult(p: FlagPlaces, value: number, shift: number): void {
  const extended = (value << shift) >> shift;
  p.w[p.result] = extended;
  p.w[p.result + 1] = extended >> 31;
}

type MakeFlags = (p: FlagPlaces, shift: number, a: Slot, b: Slot, r: Slot) => Step;

/** Bit k of what these give is the carry (borrow) out of bit k. */
const carriesOut = (a: number, b: number, r: number): number => (a & b) | ((a | b) & ~r);
const borrowsOut = (a: number, b: number, r: number): number => (~a & b) | ((~a | b) & r);

const addFlags: MakeFlags = (p, shift, a, b, r) => () => {
  const { w } = p;
  const [left, right, sum] = [w[a]!, w[b]!, w[r]!];
  w[p.carry + 1] = carriesOut(left, right, sum) << shift;
  w[p.aux] = (left ^ right ^ sum) & 16;
  setResult(p, sum, shift);
};

const subFlags: MakeFlags = (p, shift, a, b, r) => () => {
  const { w } = p;
  const [left, right, difference] = [w[a]!, w[b]!, w[r]!];
  w[p.carry + 1] = borrowsOut(left, right, difference) << shift;
  w[p.aux] = (left ^ right ^ difference) & 16;
  setResult(p, difference, shift);
};

const logicFlags: MakeFlags = (p, shift, _a, _b, r) => () => {
  p.w[p.carry + 1] = 0;
  p.w[p.aux] = 0;
  setResult(p, p.w[r]!, shift);
};

/** inc and dec: CF stays, OF from the vector. */
const stepFlags =
  (vector: typeof carriesOut): MakeFlags =>
  (p, shift, a, b, r) =>
  () => {
    const { w } = p;
    const [left, right, result] = [w[a]!, w[b]!, w[r]!];
    const out = vector(left, right, result) << shift;
    setCarryWord(p, carryOf(p), (out >>> 31) ^ ((out >>> 30) & 1));
    w[p.aux] = (left ^ right ^ result) & 16;
    setResult(p, result, shift);
  };

const narrowFlags: Record<FlagsKind, MakeFlags> = {
  add: addFlags,
  adc: addFlags,
  sub: subFlags,
  sbb: subFlags,
  logic: logicFlags,
  inc: stepFlags(carriesOut),
  dec: stepFlags(borrowsOut),
};

/** 64-bit flags: the vector's upper word is enough, AF comes from the lower words. */
const wideFlags =
  (kind: FlagsKind): MakeFlags =>
  (p, _shift, a, b, r) => {
    const { w } = p;
    const vector = kind === "add" || kind === "adc" || kind === "inc" ? carriesOut : borrowsOut;
    const keepsCarry = kind === "inc" || kind === "dec";
    return () => {
      const [low, high] = [w[r]!, w[r + 1]!];
      const out = kind === "logic" ? 0 : vector(w[a + 1]!, w[b + 1]!, high);
      if (keepsCarry) setCarryWord(p, carryOf(p), (out >>> 31) ^ ((out >>> 30) & 1));
      else w[p.carry + 1] = out;
      w[p.aux] = kind === "logic" ? 0 : (w[a]! ^ w[b]! ^ low) & 16;
      w[p.result] = low;
      w[p.result + 1] = high;
    };
  };

export function compileSetFlags(op: OpOf<"setFlags">, c: Compilation): Step {
  const [a, b, r] = [slotOf(c, op.a), slotOf(c, op.b), slotOf(c, op.result)];
  const wide = typeOfValue(c, op.result) === "i64";
  const make = wide ? wideFlags(op.kind) : narrowFlags[op.kind];
  return make(places(c), 32 - op.sizeBits, a, b, r);
}

const wordPlace = (c: Compilation, word: FlagWord): Slot => places(c)[word];

export function compileGetFlagWord(op: OpOf<"getFlagWord">, c: Compilation): Step {
  const w = c.evaluator.words;
  const [d, from] = [slotOf(c, op.dest), wordPlace(c, op.word)];
  return () => {
    w[d] = w[from]!;
    w[d + 1] = w[from + 1]!;
  };
}

export function compileSetFlagWords(op: OpOf<"setFlagWords">, c: Compilation): Step {
  const p = places(c);
  const { w } = p;
  const [result, carry, aux] = [slotOf(c, op.result), slotOf(c, op.carry), slotOf(c, op.aux)];
  return () => {
    w[p.result] = w[result]!;
    w[p.result + 1] = w[result + 1]!;
    w[p.carry] = w[carry]!;
    w[p.carry + 1] = w[carry + 1]!;
    w[p.aux] = w[aux]!;
  };
}

export function compileGetEflags(op: OpOf<"getEflags">, c: Compilation): Step {
  const { words: w, state } = c.evaluator;
  const d = slotOf(c, op.dest);
  return () => {
    w[d] = Number(state.eflags);
  };
}

export function compileSetEflags(op: OpOf<"setEflags">, c: Compilation): Step {
  const { words: w, state } = c.evaluator;
  const a = slotOf(c, op.value);
  const kept = ~op.mask;
  return () => {
    state.eflags = BigInt(((Number(state.eflags) & kept) | (w[a]! & op.mask)) >>> 0);
  };
}
