// Integer addition, subtraction, multiplication, division, comparison, widening, decimal adjustments (SDM Vol. 1, 7.3.2, 7.3.3).

import type { arithmetic as table } from "../../../server/isa/table/arithmetic.ts";
import type { Builder, Semantics } from "../builder.ts";
import { typeOf, type Value } from "../ir.ts";

/** ADD and its kin: DEST := DEST op SRC. */
const addition =
  (kind: "add" | "sub", write: "write" | "compare"): Semantics =>
  (b) => {
    const left = b.read(0);
    const right = b.read(1);
    const result = b.binary(kind, left, right);
    if (write === "write") b.write(0, result);
    b.setFlags(kind, left, right, result);
  };

/** ADC, SBB: the carry flag takes part. */
const withCarry =
  (kind: "adc" | "sbb"): Semantics =>
  (b) => {
    const left = b.read(0);
    const right = b.read(1);
    const carry = b.fit(b.getFlag("cf"), b.size);
    const operation = kind === "adc" ? "add" : "sub";
    const result = b.binary(operation, b.binary(operation, left, right), carry);
    b.write(0, result);
    b.setFlags(kind, left, right, result);
  };

/** INC, DEC: CF stays. */
const step =
  (kind: "inc" | "dec"): Semantics =>
  (b) => {
    const value = b.read(0);
    const one = b.like(value, 1);
    const result = kind === "inc" ? b.add(value, one) : b.sub(value, one);
    b.write(0, result);
    b.setFlags(kind, value, one, result);
  };

/** NEG: CF := DEST ≠ 0; DEST := −DEST. */
const neg: Semantics = (b) => {
  const value = b.read(0);
  const zero = b.like(value, 0);
  const result = b.sub(zero, value);
  b.write(0, result);
  b.setFlags("sub", zero, value, result);
};

/** A product in two halves, each of the operation's size. */
function product(b: Builder, signed: "signed" | "unsigned", left: Value, right: Value): { low: Value; high: Value } {
  if (b.size === 64) return { low: b.mul(left, right), high: b.mulHigh(signed, left, right) };
  const wide = (value: Value): Value => (signed === "signed" ? b.wideSigned(value, b.size) : b.wide(value));
  const whole = b.mul(wide(left), wide(right));
  return { low: b.narrow(whole), high: b.narrow(b.shrU(whole, b.i64(b.size))) };
}

/** CF = OF = whether the upper half holds anything; SF, ZF, PF follow the lower half as on current CPUs. */
function setProductFlags(b: Builder, signed: "signed" | "unsigned", low: Value, high: Value): void {
  const sign = signed === "signed" ? b.shrS(b.sext(low, b.size), b.like(low, b.size === 64 ? 63 : 31)) : b.like(low, 0);
  const overflow = b.nez(b.zext(b.xor(high, sign), b.size));
  b.setFlagWords(b.wideSigned(low, b.size), b.packCarry(overflow, overflow), b.i64(0));
}

/** MUL and one-operand IMUL: rdx:rax := rax × SRC (ax := al × SRC for bytes). */
function widening(b: Builder, signed: "signed" | "unsigned"): void {
  const source = b.read(0);
  const { low, high } = product(b, signed, b.get("rax", b.size), source);
  if (b.size === 8) {
    b.set("rax", 16, b.or(b.shl(high, b.i32(8)), b.zext(low, 8)));
  } else {
    b.set("rax", b.size, low);
    b.set("rdx", b.size, high);
  }
  setProductFlags(b, signed, low, high);
}

/** IMUL with two or three operands: only the lower half is kept. */
const imul: Semantics = (b) => {
  if (b.operandCount === 1) {
    widening(b, "signed");
    return;
  }
  const right = b.read(b.operandCount - 1);
  const { low, high } = product(b, "signed", b.read(b.operandCount - 2), right);
  b.write(0, low);
  setProductFlags(b, "signed", low, high);
};

/** DIV, IDIV: quotient and remainder of rdx:rax (ax for bytes). The flags are undefined and stay. */
const division =
  (signed: "signed" | "unsigned"): Semantics =>
  (b) => {
    const divisor = b.read(0);
    const high = b.size === 8 ? b.getRegister(0, "high8") : b.get("rdx", b.size);
    const { quotient, remainder } = b.divide(signed, high, b.get("rax", b.size), divisor);
    b.set("rax", b.size, quotient);
    if (b.size === 8) b.setRegister(0, "high8", remainder);
    else b.set("rdx", b.size, remainder);
  };

/** XADD: exchange, then add; with the same register twice the sum remains. */
const xadd: Semantics = (b) => {
  const left = b.read(0);
  const right = b.read(1);
  const sum = b.add(left, right);
  if (b.isMemory(0)) b.write(0, sum);
  b.write(1, left);
  if (!b.isMemory(0)) b.write(0, sum);
  b.setFlags("add", left, right, sum);
};

/** ADCX, ADOX: additions through CF or OF alone. */
const singleFlag =
  (flag: "cf" | "of"): Semantics =>
  (b) => {
    const left = b.read(0);
    const right = b.read(1);
    const sum = b.add(left, right);
    const result = b.add(sum, b.fit(b.getFlag(flag), b.size));
    const carry = b.or(b.compare("ltU", sum, left), b.compare("ltU", result, sum));
    b.write(0, result);
    b.setFlag(flag, carry);
  };

/** MULX: unsigned product without flags; with one register for both halves the upper remains. */
const mulx: Semantics = (b) => {
  const source = b.read(2);
  const { low, high } = product(b, "unsigned", b.get("rdx", b.size), source);
  b.write(1, low);
  b.write(0, high);
};

/** CMPXCHG: equal → DEST := SRC, else the accumulator := DEST; DEST is written either way. */
const cmpxchg: Semantics = (b) => {
  const destination = b.read(0);
  const source = b.read(1);
  const accumulator = b.get("rax", b.size);
  const equal = b.compare("eq", accumulator, destination);
  const whole = b.size === 32 && b.bits === 64 ? 64 : b.size;
  const kept = b.get("rax", whole);
  if (b.isMemory(0)) {
    b.write(0, b.select(equal, source, destination));
    b.set("rax", whole, b.select(equal, kept, b.fit(destination, whole)));
  } else if (whole === b.size) {
    b.set("rax", whole, b.select(equal, kept, destination));
    b.write(0, b.select(equal, source, destination));
  } else {
    const old = b.readPart(0, whole);
    b.set("rax", whole, b.select(equal, kept, b.fit(destination, whole)));
    b.writePart(0, whole, b.select(equal, b.fit(source, whole), old));
  }
  b.setFlags("sub", accumulator, destination, b.sub(accumulator, destination));
};

/** CMPXCHG8B, CMPXCHG16B: the same with a pair of registers; only ZF changes. */
const exchangePair =
  (half: 32 | 64): Semantics =>
  (b) => {
    const low = b.linear(0);
    const bytes = half / 8;
    if (half === 64) {
      const misaligned = b.nez(b.and(low, b.like(low, 15)));
      b.trapIf(misaligned, "#GP", "cmpxchg16b needs an address that is a multiple of 16");
    }
    const high = b.add(low, b.like(low, bytes));
    b.checkWrite(low, 2 * bytes, b.spaceOf(0));
    const oldLow = b.load(low, half, b.spaceOf(0), "update");
    const oldHigh = b.load(high, half, b.spaceOf(0), "update");
    const [rax, rdx] = [b.get("rax", half), b.get("rdx", half)];
    const equal = b.and(b.compare("eq", oldLow, rax), b.compare("eq", oldHigh, rdx));
    b.store(low, b.select(equal, b.get("rbx", half), oldLow), half, b.spaceOf(0), "unchecked");
    b.store(high, b.select(equal, b.get("rcx", half), oldHigh), half, b.spaceOf(0), "unchecked");
    const [wholeRax, wholeRdx] = [b.get("rax", b.bits), b.get("rdx", b.bits)];
    b.set("rax", b.bits, b.select(equal, wholeRax, b.fit(oldLow, b.bits)));
    b.set("rdx", b.bits, b.select(equal, wholeRdx, b.fit(oldHigh, b.bits)));
    b.setFlag("zf", equal);
  };

/** CBW, CWDE, CDQE: the accumulator from half its size. */
const widenAccumulator =
  (from: 8 | 16 | 32): Semantics =>
  (b) => {
    const value = b.get("rax", from);
    b.set("rax", from * 2, from === 32 ? b.wideSigned(value, 32) : b.sext(value, from));
  };

/** CWD, CDQ, CQO: rdx := the accumulator's sign. */
const signIntoRdx =
  (size: 16 | 32 | 64): Semantics =>
  (b) => {
    const value = b.sext(b.get("rax", size), size);
    b.set("rdx", size, b.shrS(value, b.constant(size === 64 ? 63 : 31, typeOf(size))));
  };

// ---- decimal arithmetic on al and ax, 32-bit mode only

/** SF, ZF, PF of an 8-bit result, with CF and AF as given (i32 0 or 1); OF is undefined and cleared. */
function setDecimalFlags(b: Builder, result: Value, carry: Value, auxiliary: Value): void {
  const aux = b.wide(b.shl(auxiliary, b.i32(4)));
  b.setFlagWords(b.wideSigned(result, 8), b.packCarry(carry, b.i32(0)), aux);
}

/** Whether the lower digit is more than nine or AF says that it was. */
function lowDigitCarry(b: Builder, al: Value): Value {
  return b.or(b.compare("ltU", b.i32(9), b.and(al, b.i32(15))), b.getFlag("af"));
}

/** DAA, DAS (SDM Vol. 2A: the second adjustment looks at the old al and CF). */
const packed =
  (operation: "add" | "sub"): Semantics =>
  (b) => {
    const al = b.get("rax", 8);
    const low = lowDigitCarry(b, al);
    const high = b.or(b.compare("ltU", b.i32(0x99), al), b.getFlag("cf"));
    const six = b.select(low, b.i32(6), b.i32(0));
    const sixty = b.select(high, b.i32(0x60), b.i32(0));
    const result = b.zext(b.binary(operation, b.binary(operation, al, six), sixty), 8);
    b.set("rax", 8, result);
    const borrow = operation === "sub" ? b.compare("ltU", al, six) : b.i32(0);
    setDecimalFlags(b, result, b.or(high, borrow), low);
  };

/** AAA, AAS: one digit in al, its carry into ah. */
const unpacked =
  (operation: "add" | "sub"): Semantics =>
  (b) => {
    const ax = b.get("rax", 16);
    const low = lowDigitCarry(b, ax);
    const adjusted = b.binary(operation, ax, b.select(low, b.i32(0x106), b.i32(0)));
    b.set("rax", 16, b.and(adjusted, b.i32(0xff0f)));
    setDecimalFlags(b, b.and(adjusted, b.i32(15)), low, low);
  };

/** AAM: ah := al ÷ imm8, al := the rest; #DE for a zero. */
const aam: Semantics = (b) => {
  const base = b.i32(Number((b.immediate(0) ?? 10n) & 255n));
  const { quotient, remainder } = b.divide("unsigned", b.i32(0), b.get("rax", 8), base, 8);
  b.set("rax", 16, b.or(b.shl(quotient, b.i32(8)), remainder));
  setDecimalFlags(b, remainder, b.i32(0), b.i32(0));
};

/** AAD: al := al + ah × imm8, ah := 0. */
const aad: Semantics = (b) => {
  const base = b.i32(Number((b.immediate(0) ?? 10n) & 255n));
  const result = b.zext(b.add(b.get("rax", 8), b.mul(b.getRegister(0, "high8"), base)), 8);
  b.set("rax", 16, result);
  setDecimalFlags(b, result, b.i32(0), b.i32(0));
};

export const arithmetic = () =>
  ({
    add: addition("add", "write"),
    adc: withCarry("adc"),
    sub: addition("sub", "write"),
    sbb: withCarry("sbb"),
    cmp: addition("sub", "compare"),
    inc: step("inc"),
    dec: step("dec"),
    neg,
    mul: (b) => widening(b, "unsigned"),
    imul,
    div: division("unsigned"),
    idiv: division("signed"),
    xadd,
    adcx: singleFlag("cf"),
    adox: singleFlag("of"),
    mulx,
    cmpxchg,
    cmpxchg8b: exchangePair(32),
    cmpxchg16b: exchangePair(64),
    cbw: widenAccumulator(8),
    cwde: widenAccumulator(16),
    cdqe: widenAccumulator(32),
    cwd: signIntoRdx(16),
    cdq: signIntoRdx(32),
    cqo: signIntoRdx(64),
    daa: packed("add"),
    das: packed("sub"),
    aaa: unpacked("add"),
    aas: unpacked("sub"),
    aam,
    aad,
  }) satisfies Record<keyof ReturnType<typeof table>, Semantics>;
