// Single bits, bit scans and bit fields (SDM Vol. 1, 7.3.6 and 7.3.1.2, BMI1, BMI2).

import type { bit as table } from "../../../server/isa/table/bit.ts";
import type { Builder, Semantics } from "../builder.ts";
import type { SizeBits, Value } from "../ir.ts";

type BitChange = (b: Builder, value: Value, mask: Value) => Value;

/** Where a bit lives: the value that holds it, its mask, and how to put a changed value back. */
interface BitPlace {
  readonly value: Value;
  readonly index: Value;
  put(changed: Value): void;
}

/** A register index into memory counts from the operand's address over the whole address space (SDM Vol. 2A, BT). */
function bitInMemory(b: Builder, intent: "read" | "update"): BitPlace {
  const index = b.read(1);
  const bytes = b.size / 8;
  const units = b.shrS(b.sext(index, b.size), b.like(index, Math.log2(b.size)));
  const step = b.mul(units, b.like(units, bytes));
  const offset = b.bits === 64 ? b.wideSigned(step, b.size === 64 ? 64 : 32) : b.narrow(step);
  const address = b.linearBeyond(0, offset);
  const value = b.load(address, b.size, b.spaceOf(0), intent);
  return { value, index, put: (changed) => b.store(address, changed, b.size, b.spaceOf(0)) };
}

/** BT, BTS, BTR, BTC: CF := the bit, then the change. */
const bitTest =
  (change: BitChange | undefined): Semantics =>
  (b) => {
    const farIndex = b.isMemory(0) && b.immediate(1) === undefined;
    const place: BitPlace = farIndex
      ? bitInMemory(b, change === undefined ? "read" : "update")
      : { value: b.read(0), index: b.read(1), put: (changed) => b.write(0, changed) };
    const index = b.and(place.index, b.like(place.index, b.size - 1));
    const carry = b.and(b.narrow(b.shrU(place.value, index)), b.i32(1));
    if (change !== undefined) place.put(change(b, place.value, b.shl(b.like(place.value, 1), index)));
    b.setFlag("cf", carry);
  };

/** BSF, BSR: a zero source leaves DEST as it is, ZF says so. */
const scan =
  (direction: "forward" | "reverse"): Semantics =>
  (b) => {
    const source = b.read(1);
    const position =
      direction === "forward"
        ? b.unary("ctz", source)
        : b.sub(b.like(source, b.size === 64 ? 63 : 31), b.unary("clz", source));
    const empty = b.eqz(source);
    const part: SizeBits = b.size === 32 && b.bits === 64 ? 64 : b.size;
    const old = b.readPart(0, part);
    b.writePart(0, part, b.select(empty, old, b.fit(position, part)));
    b.setFlagWords(b.wideSigned(source, b.size), b.i64(0), b.i64(0));
  };

/** LZCNT, TZCNT: CF := the source is zero, ZF := the count is zero. */
const count =
  (direction: "leading" | "trailing"): Semantics =>
  (b) => {
    const source = b.read(1);
    let result: Value;
    if (direction === "leading") {
      result = b.unary("clz", source);
      if (b.size === 16) result = b.sub(result, b.i32(16));
    } else {
      result = b.unary("ctz", b.size === 16 ? b.or(source, b.i32(0x10000)) : source);
    }
    b.write(0, result);
    b.setFlagWords(b.wide(result), b.packCarry(b.eqz(source), b.i32(0)), b.i64(0));
  };

/** POPCNT: only ZF can be set. A zero result would give PF too, hence the correction. */
const popcnt: Semantics = (b) => {
  const source = b.read(1);
  b.write(0, b.unary("popcnt", source));
  const empty = b.eqz(source);
  b.setFlagWords(b.wide(b.xor(empty, b.i32(1))), b.i64(0), b.wide(b.shl(empty, b.i32(10))));
};

/** SF, ZF of a BMI result, OF 0, CF as given; AF and PF are undefined. */
function setBmiFlags(b: Builder, result: Value, carry: Value): void {
  b.setFlagWords(b.wideSigned(result, b.size), b.packCarry(carry, b.i32(0)), b.i64(0));
}

/**
 * The lowest set bit alone. `source & -source` would do; the bit at its position says once more, for the checker, that what
 * lies above does not matter: there the two operands are undefined together although they never are one together.
 */
const lowestBit = (b: Builder, source: Value): Value =>
  b.and(b.and(source, b.sub(b.like(source, 0), source)), b.shl(b.like(source, 1), b.unary("ctz", source)));

const lowest =
  (operation: "blsi" | "blsr" | "blsmsk"): Semantics =>
  (b) => {
    const source = b.read(1);
    const less = (value: Value): Value => b.sub(value, b.like(value, 1));
    let result: Value;
    if (operation === "blsr") result = b.and(source, less(source));
    else {
      const bit = lowestBit(b, source);
      result = operation === "blsi" ? bit : b.and(b.xor(source, less(source)), b.xor(bit, less(bit)));
    }
    b.write(0, result);
    setBmiFlags(b, result, operation === "blsi" ? b.nez(source) : b.eqz(source));
  };

/** All bits below `count` (i32, 0 … 255): everything from the operand's size on. */
function maskBelow(b: Builder, amount: Value): Value {
  const one = b.constant(1, b.size === 64 ? "i64" : "i32");
  const mask = b.sub(b.shl(one, b.fit(amount, b.size)), one);
  return b.select(b.compare("leU", b.i32(b.size), amount), b.like(one, -1), mask);
}

/** BEXTR: start in bits 0–7, length in bits 8–15 of the second source. */
const bextr: Semantics = (b) => {
  const control = b.narrow(b.read(2));
  const start = b.zext(control, 8);
  const length = b.zext(b.shrU(control, b.i32(8)), 8);
  const source = b.read(1);
  const shifted = b.select(
    b.compare("leU", b.i32(b.size), start),
    b.like(source, 0),
    b.shrU(source, b.fit(start, b.size)),
  );
  const result = b.and(shifted, maskBelow(b, length));
  b.write(0, result);
  setBmiFlags(b, result, b.i32(0));
};

/** BZHI: clears from the given bit on; CF := the index is beyond the operand. */
const bzhi: Semantics = (b) => {
  const index = b.zext(b.narrow(b.read(2)), 8);
  const result = b.and(b.read(1), maskBelow(b, index));
  b.write(0, result);
  setBmiFlags(b, result, b.compare("leU", b.i32(b.size), index));
};

/** PDEP, PEXT. */
const scatter =
  (name: "pdep" | "pext"): Semantics =>
  (b) => {
    const source = b.wide(b.read(1));
    const [result] = b.helper(name, [source, b.wide(b.read(2))], ["i64"]);
    b.write(0, b.fit(result!, b.size));
  };

/** CRC32 (polynomial 0x11EDC6F41). */
const crc32: Semantics = (b) => {
  const bits = b.bitsOf(1);
  const [result] = b.helper("crc32", [b.wide(b.read(0)), b.wide(b.read(1))], ["i64"], [bits]);
  b.write(0, b.fit(result!, b.bitsOf(0)));
};

export const bit = () =>
  ({
    bt: bitTest(undefined),
    bts: bitTest((b, value, mask) => b.or(value, mask)),
    btr: bitTest((b, value, mask) => b.and(value, b.not(mask))),
    btc: bitTest((b, value, mask) => b.xor(value, mask)),
    bsf: scan("forward"),
    bsr: scan("reverse"),
    lzcnt: count("leading"),
    tzcnt: count("trailing"),
    popcnt,
    blsi: lowest("blsi"),
    blsr: lowest("blsr"),
    blsmsk: lowest("blsmsk"),
    bextr,
    bzhi,
    pdep: scatter("pdep"),
    pext: scatter("pext"),
    crc32,
  }) satisfies Record<keyof ReturnType<typeof table>, Semantics>;
