// Steps of the operations that only compute: integers of 32 bits in one word, of 64 bits in two. All words are read before
// one is written, since a result may live where an operand does.

import { signExtend } from "../../server/base/int64.ts";
import { type Compilation, type Slot, type Step, slotOf, typeOfValue } from "./evaluator.ts";
import type { BinaryName, CompareName, ConvertName, OpOf, UnaryName } from "./ir.ts";

type Make1 = (w: Int32Array, d: Slot, a: Slot) => Step;
type Make2 = (w: Int32Array, d: Slot, a: Slot, b: Slot) => Step;

/** The 64-bit product's low half from 16-bit pieces, as [low, high] words written to d. */
function multiply(w: Int32Array, d: Slot, a: Slot, b: Slot): void {
  const al = w[a]!;
  const bl = w[b]!;
  const high = Math.imul(al, w[b + 1]!) + Math.imul(w[a + 1]!, bl);
  const a0 = al & 0xffff;
  const a1 = al >>> 16;
  const b0 = bl & 0xffff;
  const b1 = bl >>> 16;
  const low = a0 * b0;
  const middle = a1 * b0 + (low >>> 16);
  const other = a0 * b1 + (middle & 0xffff);
  w[d] = (other << 16) | (low & 0xffff);
  w[d + 1] = high + a1 * b1 + Math.floor(middle / 65536) + (other >>> 16);
}

const shiftLeft64: Make2 = (w, d, a, b) => () => {
  const count = w[b]! & 63;
  const low = w[a]!;
  if (count >= 32) {
    w[d + 1] = low << (count - 32);
    w[d] = 0;
  } else if (count > 0) {
    w[d + 1] = (w[a + 1]! << count) | (low >>> (32 - count));
    w[d] = low << count;
  } else {
    w[d + 1] = w[a + 1]!;
    w[d] = low;
  }
};

const shiftRight64 =
  (fill: "zero" | "sign"): Make2 =>
  (w, d, a, b) =>
  () => {
    const count = w[b]! & 63;
    const high = w[a + 1]!;
    const above = fill === "sign" ? high >> 31 : 0;
    if (count >= 32) {
      w[d] = fill === "sign" ? high >> (count - 32) : high >>> (count - 32);
      w[d + 1] = above;
    } else if (count > 0) {
      w[d] = (w[a]! >>> count) | (high << (32 - count));
      w[d + 1] = fill === "sign" ? high >> count : high >>> count;
    } else {
      w[d] = w[a]!;
      w[d + 1] = high;
    }
  };

const rotate64 =
  (direction: "left" | "right"): Make2 =>
  (w, d, a, b) =>
  () => {
    const count = (direction === "left" ? w[b]! : -w[b]!) & 63;
    const low = count & 32 ? w[a + 1]! : w[a]!;
    const high = count & 32 ? w[a]! : w[a + 1]!;
    const rest = count & 31;
    w[d] = rest === 0 ? low : (low << rest) | (high >>> (32 - rest));
    w[d + 1] = rest === 0 ? high : (high << rest) | (low >>> (32 - rest));
  };

/** [i32, i64] steps of each binary operation. */
const binaries: Record<BinaryName, readonly [Make2, Make2]> = {
  add: [
    (w, d, a, b) => () => {
      w[d] = w[a]! + w[b]!;
    },
    (w, d, a, b) => () => {
      const left = w[a]!;
      const low = (left + w[b]!) | 0;
      w[d + 1] = w[a + 1]! + w[b + 1]! + (low >>> 0 < left >>> 0 ? 1 : 0);
      w[d] = low;
    },
  ],
  sub: [
    (w, d, a, b) => () => {
      w[d] = w[a]! - w[b]!;
    },
    (w, d, a, b) => () => {
      const left = w[a]!;
      const right = w[b]!;
      w[d + 1] = w[a + 1]! - w[b + 1]! - (left >>> 0 < right >>> 0 ? 1 : 0);
      w[d] = left - right;
    },
  ],
  mul: [
    (w, d, a, b) => () => {
      w[d] = Math.imul(w[a]!, w[b]!);
    },
    (w, d, a, b) => () => multiply(w, d, a, b),
  ],
  and: [
    (w, d, a, b) => () => {
      w[d] = w[a]! & w[b]!;
    },
    (w, d, a, b) => () => {
      w[d] = w[a]! & w[b]!;
      w[d + 1] = w[a + 1]! & w[b + 1]!;
    },
  ],
  or: [
    (w, d, a, b) => () => {
      w[d] = w[a]! | w[b]!;
    },
    (w, d, a, b) => () => {
      w[d] = w[a]! | w[b]!;
      w[d + 1] = w[a + 1]! | w[b + 1]!;
    },
  ],
  xor: [
    (w, d, a, b) => () => {
      w[d] = w[a]! ^ w[b]!;
    },
    (w, d, a, b) => () => {
      w[d] = w[a]! ^ w[b]!;
      w[d + 1] = w[a + 1]! ^ w[b + 1]!;
    },
  ],
  shl: [
    (w, d, a, b) => () => {
      w[d] = w[a]! << w[b]!;
    },
    shiftLeft64,
  ],
  shrU: [
    (w, d, a, b) => () => {
      w[d] = w[a]! >>> w[b]!;
    },
    shiftRight64("zero"),
  ],
  shrS: [
    (w, d, a, b) => () => {
      w[d] = w[a]! >> w[b]!;
    },
    shiftRight64("sign"),
  ],
  rotl: [
    (w, d, a, b) => () => {
      const count = w[b]! & 31;
      w[d] = (w[a]! << count) | (w[a]! >>> (-count & 31));
    },
    rotate64("left"),
  ],
  rotr: [
    (w, d, a, b) => () => {
      const count = w[b]! & 31;
      w[d] = (w[a]! >>> count) | (w[a]! << (-count & 31));
    },
    rotate64("right"),
  ],
};

/** -1, 0 or 1 as the high words say, for 64-bit comparisons. */
const compares: Record<CompareName, readonly [Make2, Make2]> = {
  eq: [
    (w, d, a, b) => () => {
      w[d] = w[a]! === w[b]! ? 1 : 0;
    },
    (w, d, a, b) => () => {
      w[d] = w[a]! === w[b]! && w[a + 1]! === w[b + 1]! ? 1 : 0;
    },
  ],
  ne: [
    (w, d, a, b) => () => {
      w[d] = w[a]! !== w[b]! ? 1 : 0;
    },
    (w, d, a, b) => () => {
      w[d] = w[a]! !== w[b]! || w[a + 1]! !== w[b + 1]! ? 1 : 0;
    },
  ],
  ltU: [
    (w, d, a, b) => () => {
      w[d] = w[a]! >>> 0 < w[b]! >>> 0 ? 1 : 0;
    },
    (w, d, a, b) => () => {
      const [high, other] = [w[a + 1]! >>> 0, w[b + 1]! >>> 0];
      w[d] = high < other || (high === other && w[a]! >>> 0 < w[b]! >>> 0) ? 1 : 0;
    },
  ],
  ltS: [
    (w, d, a, b) => () => {
      w[d] = w[a]! < w[b]! ? 1 : 0;
    },
    (w, d, a, b) => () => {
      const [high, other] = [w[a + 1]!, w[b + 1]!];
      w[d] = high < other || (high === other && w[a]! >>> 0 < w[b]! >>> 0) ? 1 : 0;
    },
  ],
  leU: [
    (w, d, a, b) => () => {
      w[d] = w[a]! >>> 0 <= w[b]! >>> 0 ? 1 : 0;
    },
    (w, d, a, b) => () => {
      const [high, other] = [w[a + 1]! >>> 0, w[b + 1]! >>> 0];
      w[d] = high < other || (high === other && w[a]! >>> 0 <= w[b]! >>> 0) ? 1 : 0;
    },
  ],
  leS: [
    (w, d, a, b) => () => {
      w[d] = w[a]! <= w[b]! ? 1 : 0;
    },
    (w, d, a, b) => () => {
      const [high, other] = [w[a + 1]!, w[b + 1]!];
      w[d] = high < other || (high === other && w[a]! >>> 0 <= w[b]! >>> 0) ? 1 : 0;
    },
  ],
};

function countOnes(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Trailing zeros of a word; 32 for 0. */
const trailingZeros = (value: number): number => (value === 0 ? 32 : 31 - Math.clz32(value & -value));

const swapBytes = (value: number): number =>
  (value << 24) | ((value & 0xff00) << 8) | ((value >>> 8) & 0xff00) | (value >>> 24);

/** A unary operation of 64 bits that gives one word and clears the upper. */
const lowResult =
  (compute: (low: number, high: number) => number): Make1 =>
  (w, d, a) =>
  () => {
    w[d] = compute(w[a]!, w[a + 1]!);
    w[d + 1] = 0;
  };

const word =
  (compute: (value: number) => number): Make1 =>
  (w, d, a) =>
  () => {
    w[d] = compute(w[a]!);
  };

/** Sign extension inside 64 bits. */
const signed =
  (shift: number): Make1 =>
  (w, d, a) =>
  () => {
    const low = (w[a]! << shift) >> shift;
    w[d] = low;
    w[d + 1] = low >> 31;
  };

const unaries: Record<UnaryName, readonly [Make1, Make1]> = {
  clz: [word(Math.clz32), lowResult((low, high) => (high === 0 ? 32 + Math.clz32(low) : Math.clz32(high)))],
  ctz: [word(trailingZeros), lowResult((low, high) => (low === 0 ? 32 + trailingZeros(high) : trailingZeros(low)))],
  popcnt: [word(countOnes), lowResult((low, high) => countOnes(low) + countOnes(high))],
  zext8: [word((value) => value & 0xff), lowResult((low) => low & 0xff)],
  zext16: [word((value) => value & 0xffff), lowResult((low) => low & 0xffff)],
  zext32: [word((value) => value), lowResult((low) => low)],
  sext8: [word((value) => (value << 24) >> 24), signed(24)],
  sext16: [word((value) => (value << 16) >> 16), signed(16)],
  sext32: [word((value) => value), signed(0)],
  byteSwap: [
    word(swapBytes),
    (w, d, a) => () => {
      const low = swapBytes(w[a + 1]!);
      w[d + 1] = swapBytes(w[a]!);
      w[d] = low;
    },
  ],
};

const converts: Record<ConvertName, Make1> = {
  wrap: (w, d, a) => () => {
    w[d] = w[a]!;
  },
  extendU: (w, d, a) => () => {
    w[d] = w[a]!;
    w[d + 1] = 0;
  },
  extendS: (w, d, a) => () => {
    const value = w[a]!;
    w[d] = value;
    w[d + 1] = value >> 31;
  },
};

const variant = (c: Compilation, value: OpOf<"add">["a"]): 0 | 1 => (typeOfValue(c, value) === "i64" ? 1 : 0);

export function compileBinary(op: OpOf<BinaryName>, c: Compilation): Step {
  const make = binaries[op.op as BinaryName][variant(c, op.a)];
  return make(c.evaluator.words, slotOf(c, op.dest), slotOf(c, op.a), slotOf(c, op.b));
}

export function compileCompare(op: OpOf<CompareName>, c: Compilation): Step {
  const make = compares[op.op as CompareName][variant(c, op.a)];
  return make(c.evaluator.words, slotOf(c, op.dest), slotOf(c, op.a), slotOf(c, op.b));
}

export function compileUnary(op: OpOf<UnaryName>, c: Compilation): Step {
  const make = unaries[op.op as UnaryName][variant(c, op.a)];
  return make(c.evaluator.words, slotOf(c, op.dest), slotOf(c, op.a));
}

export function compileConvert(op: OpOf<ConvertName>, c: Compilation): Step {
  return converts[op.op as ConvertName](c.evaluator.words, slotOf(c, op.dest), slotOf(c, op.a));
}

export function compileEqz(op: OpOf<"eqz">, c: Compilation): Step {
  const w = c.evaluator.words;
  const [d, a] = [slotOf(c, op.dest), slotOf(c, op.a)];
  if (variant(c, op.a) === 0) {
    return () => {
      w[d] = w[a]! === 0 ? 1 : 0;
    };
  }
  return () => {
    w[d] = (w[a]! | w[a + 1]!) === 0 ? 1 : 0;
  };
}

export function compileSelect(op: OpOf<"select">, c: Compilation): Step {
  const w = c.evaluator.words;
  const [d, s, a, b] = [slotOf(c, op.dest), slotOf(c, op.condition), slotOf(c, op.a), slotOf(c, op.b)];
  if (variant(c, op.a) === 0) {
    return () => {
      w[d] = w[s]! !== 0 ? w[a]! : w[b]!;
    };
  }
  return () => {
    const from = w[s]! !== 0 ? a : b;
    w[d] = w[from]!;
    w[d + 1] = w[from + 1]!;
  };
}

export function compileMulHigh(op: OpOf<"mulHighU" | "mulHighS">, c: Compilation): Step {
  const { evaluator } = c;
  const [d, a, b] = [slotOf(c, op.dest), slotOf(c, op.a), slotOf(c, op.b)];
  const asNumber = op.op === "mulHighS" ? (value: bigint) => signExtend(value, 64) : (value: bigint) => value;
  return () => evaluator.setWide(d, (asNumber(evaluator.wide(a)) * asNumber(evaluator.wide(b))) >> 64n);
}

export function compilePackCarry(op: OpOf<"packCarry">, c: Compilation): Step {
  const w = c.evaluator.words;
  const [d, carry, overflow] = [slotOf(c, op.dest), slotOf(c, op.carry), slotOf(c, op.overflow)];
  return () => {
    w[d + 1] = (w[carry]! << 31) | ((w[carry]! ^ w[overflow]!) << 30);
    w[d] = 0;
  };
}
