// Decimal arithmetic on al and ax, 32-bit mode only (SDM Vol. 1, 7.3.3).

import type { Builder, Semantics } from "../builder.ts";
import type { Value } from "../ir.ts";

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

/** SALC: al := CF ? 0xFF : 0. */
const salc: Semantics = (b) => b.set("rax", 8, b.sub(b.i32(0), b.getFlag("cf")));

export const decimal = {
  daa: packed("add"),
  das: packed("sub"),
  aaa: unpacked("add"),
  aas: unpacked("sub"),
  aam,
  aad,
  salc,
} satisfies Record<string, Semantics>;
