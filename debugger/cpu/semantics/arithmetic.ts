// Integer addition, subtraction, multiplication, division, comparison (SDM Vol. 1, 7.3.2).

import type { Builder, Semantics } from "../builder.ts";
import type { Value } from "../ir.ts";

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

export const arithmetic = {
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
} satisfies Record<string, Semantics>;
