// The shapes that vector instructions come in: where operands are, how much memory they read, what is aligned. A row of
// sse.ts or mmx.ts is a shape; what the lanes do is a function of vector/ with the mnemonic's name.

import { assert } from "../../../server/base/assert.ts";
import type { Builder, Semantics } from "../builder.ts";
import { type SizeBits, type StateOffset, type Value, VECTOR_SCRATCH } from "../ir.ts";
import { STATE } from "../state.ts";

/** A vector register's bytes in the state struct. */
export function registerPlace(b: Builder, k: number): StateOffset {
  const operand = b.operand(k);
  assert(operand.kind === "register", `${b.decoded.form.row}: operand ${k} is a vector register`);
  const { register } = operand;
  return register.class === "mmx" ? STATE.st + 16 * (register.number & 7) : STATE.ymm + 32 * register.number;
}

export function isMmx(b: Builder, k: number): boolean {
  const operand = b.decoded.operands[k];
  return operand?.kind === "register" && operand.register.class === "mmx";
}

/** A register's bytes, or those of memory after loading `sizeBytes` of it. */
export function sourcePlace(b: Builder, k: number, sizeBytes: number, alignBytes = 1): StateOffset {
  if (!b.isMemory(k)) return registerPlace(b, k);
  const place = VECTOR_SCRATCH[0]!;
  b.loadBytes(place, b.linear(k), sizeBytes, alignBytes, b.spaceOf(k));
  return place;
}

/**
 * MMX takes over the x87 registers: all in use, top 0; a written one gets the exponent of an infinity. #MF when an unmasked
 * x87 exception is pending. The CPU does this after a load and before a store, which may still fault.
 */
export function enterMmx(b: Builder, written: number | undefined): void {
  const operand = written === undefined ? undefined : b.operand(written);
  const register = operand?.kind === "register" ? operand.register.number & 7 : -1;
  b.helper("enterMmx", [], [], [register]);
}

const immediateOf = (b: Builder, k: number): number => Number((b.immediate(k) ?? 0n) & 255n);

/** One function of vector/ over whole registers: dest := f(dest, source). */
export const packed =
  (name?: string, fixedImmediate?: number): Semantics =>
  (b) => {
    const mmx = isMmx(b, 0);
    const sizeBytes = mmx ? 8 : 16;
    const dest = registerPlace(b, 0);
    const source = sourcePlace(b, 1, sizeBytes, mmx ? 1 : 16);
    if (mmx) enterMmx(b, 0);
    emitVector(b, name, dest, source, sizeBytes, fixedImmediate ?? immediateOf(b, 2));
  };

function emitVector(
  b: Builder,
  name: string | undefined,
  dest: StateOffset,
  source: StateOffset,
  sizeBytes: number,
  immediate: number,
): void {
  const operation = name ?? b.decoded.mnemonic;
  b.emit({ op: "vector", name: operation, dest, a: dest, b: source, sizeBytes, immediate });
}

/** The lowest lane only; memory is as wide as the lane and needs no alignment. */
export const scalar =
  (laneBytes: 4 | 8, name?: string, fixedImmediate?: number): Semantics =>
  (b) => {
    const dest = registerPlace(b, 0);
    const source = sourcePlace(b, 1, laneBytes);
    emitVector(b, name, dest, source, laneBytes, fixedImmediate ?? immediateOf(b, 2));
  };

/** A whole result from fewer bytes of source: widening moves and conversions. `lanes` goes into the immediate. */
export const widening =
  (
    sourceBytes: number,
    options: { readonly name?: string; readonly lanes?: number; readonly alignBytes?: number } = {},
  ): Semantics =>
  (b) => {
    const dest = registerPlace(b, 0);
    const source = sourcePlace(b, 1, sourceBytes, options.alignBytes ?? 1);
    emitVector(b, options.name, dest, source, 16, options.lanes ?? immediateOf(b, 2));
  };

/** Shifts: the count is an immediate, or the low 64 bits of a register or of memory. */
export const shiftAll = (): Semantics => (b) => {
  const mmx = isMmx(b, 0);
  const sizeBytes = mmx ? 8 : 16;
  const dest = registerPlace(b, 0);
  const fixed = b.immediate(1) !== undefined;
  const source = fixed ? dest : sourcePlace(b, 1, sizeBytes, mmx ? 1 : 16);
  if (mmx) enterMmx(b, 0);
  emitVector(b, undefined, dest, source, sizeBytes, fixed ? immediateOf(b, 1) : -1);
};

/** Moves of whole registers, aligned or not. */
export const moveAll =
  (alignBytes: 1 | 16): Semantics =>
  (b) => {
    if (b.isMemory(0)) {
      b.storeBytes(registerPlace(b, 1), b.linear(0), 16, alignBytes, b.spaceOf(0));
    } else if (b.isMemory(1)) {
      b.loadBytes(registerPlace(b, 0), b.linear(1), 16, alignBytes, b.spaceOf(1));
    } else {
      emitVector(b, "copy", registerPlace(b, 0), registerPlace(b, 1), 16, 0);
    }
  };

/** MOVSS, MOVSD: loads clear the rest of the register, moves between registers keep it. */
export const moveLane =
  (bits: 32 | 64): Semantics =>
  (b) => {
    if (b.isMemory(0)) {
      b.store(b.linear(0), b.getState(registerPlace(b, 1), bits), bits, b.spaceOf(0));
    } else if (b.isMemory(1)) {
      setLowest(b, registerPlace(b, 0), b.load(b.linear(1), bits, b.spaceOf(1)));
    } else {
      b.setState(registerPlace(b, 0), b.getState(registerPlace(b, 1), bits), bits);
    }
  };

/** The whole 16 bytes become a zero-extended value. */
export function setLowest(b: Builder, place: StateOffset, value: Value): void {
  b.setState(place, b.wide(value), 64);
  b.setState(place + 8, b.i64(0), 64);
}

/** MOVLPS, MOVHPS and kin: 64 bits between memory and one half of a register. */
export const moveHalf =
  (half: 0 | 8): Semantics =>
  (b) => {
    if (b.isMemory(0)) {
      b.store(b.linear(0), b.getState(registerPlace(b, 1) + half, 64), 64, b.spaceOf(0));
    } else {
      b.setState(registerPlace(b, 0) + half, b.load(b.linear(1), 64, b.spaceOf(1)), 64);
    }
  };

/** 64 bits from one half of a register to a half of another. */
export const crossHalf =
  (from: 0 | 8, to: 0 | 8): Semantics =>
  (b) =>
    b.setState(registerPlace(b, 0) + to, b.getState(registerPlace(b, 1) + from, 64), 64);

/** Reads a vector register's low bits, or a general register or memory, as a value of `bits`. */
export function readAny(b: Builder, k: number, bits: SizeBits): Value {
  const operand = b.operand(k);
  if (operand.kind === "memory") return b.load(b.linear(k), bits, b.spaceOf(k));
  if (operand.kind === "register" && /^(xmm|mmx)$/.test(operand.register.class)) {
    return b.getState(registerPlace(b, k), bits);
  }
  return b.read(k);
}

/** MOVD, MOVQ in all directions. */
export const moveInteger =
  (bits: 32 | 64): Semantics =>
  (b) => {
    const [to, from] = [b.operand(0), b.operand(1)];
    const isGeneral = (operand: typeof to): boolean =>
      operand.kind === "register" && operand.register.class.startsWith("gpr");
    const general = [to, from].find(isGeneral);
    const width = general?.kind === "register" ? (general.register.sizeBits as 32 | 64) : bits;
    const value = readAny(b, 1, width);
    const mmx = isMmx(b, 0) || isMmx(b, 1);
    if (to.kind === "memory") {
      if (mmx) enterMmx(b, undefined);
      b.store(b.linear(0), value, width, b.spaceOf(0));
    } else if (isGeneral(to)) {
      if (mmx) enterMmx(b, undefined);
      b.write(0, value);
    } else if (mmx) {
      enterMmx(b, 0);
      b.setState(registerPlace(b, 0), b.wide(value), 64);
    } else {
      setLowest(b, registerPlace(b, 0), value);
    }
  };

/** The low bits of a general register; PINSRB's byte is never the high one, whatever prefixes say. */
function insertedValue(b: Builder, bits: SizeBits): Value {
  const operand = b.operand(1);
  assert(operand.kind === "register", `${b.decoded.form.row}: operand 1 is a register`);
  return bits === 8 ? b.getRegister(operand.register.number, "low8") : b.fit(b.read(1), bits);
}

/** PINSRx: a general register's or memory's low bits into one lane. */
export const insertLane =
  (bits: SizeBits): Semantics =>
  (b) => {
    const mmx = isMmx(b, 0);
    const lanes = (mmx ? 64 : 128) / bits;
    const lane = immediateOf(b, 2) & (lanes - 1);
    const value = b.isMemory(1) ? b.load(b.linear(1), bits, b.spaceOf(1)) : insertedValue(b, bits);
    if (mmx) enterMmx(b, 0);
    b.setState(registerPlace(b, 0) + (lane * bits) / 8, value, bits);
  };

/** PEXTRx, EXTRACTPS: one lane, zero-extended, to a general register or memory. */
export const extractLane =
  (bits: SizeBits): Semantics =>
  (b) => {
    const mmx = isMmx(b, 1);
    const lanes = (mmx ? 64 : 128) / bits;
    const lane = immediateOf(b, 2) & (lanes - 1);
    const value = b.getState(registerPlace(b, 1) + (lane * bits) / 8, bits);
    if (mmx) enterMmx(b, undefined);
    if (b.isMemory(0)) b.store(b.linear(0), value, bits, b.spaceOf(0));
    else b.write(0, b.fit(value, b.bitsOf(0)));
  };

/** Top bits of all lanes, as a number. */
export const signMask =
  (laneBytes: 1 | 4 | 8): Semantics =>
  (b) => {
    const mmx = isMmx(b, 1);
    if (mmx) enterMmx(b, undefined);
    const [mask] = b.helper("signMask", [], ["i32"], [registerPlace(b, 1), mmx ? 8 : 16, laneBytes]);
    b.write(0, b.fit(mask!, b.bitsOf(0)));
  };

/** COMISS and kin: ZF, PF, CF from the comparison, the others clear. */
export const compareScalar =
  (laneBytes: 4 | 8, nans: "quiet" | "signalling"): Semantics =>
  (b) => {
    const source = sourcePlace(b, 1, laneBytes);
    const [flags] = b.helper(
      "compareScalar",
      [],
      ["i32"],
      [registerPlace(b, 0), source, laneBytes, nans === "quiet" ? 1 : 0],
    );
    b.setEflags(flags!, 0x8d5);
  };

/** CVTSI2SS, CVTSI2SD: a signed integer into the lowest lane. */
export const fromInteger =
  (laneBytes: 4 | 8): Semantics =>
  (b) => {
    const bits = integerBits(b, 1);
    const value = b.isMemory(1) ? b.load(b.linear(1), bits, b.spaceOf(1)) : b.read(1);
    const [result] = b.helper("integerToFloat", [b.wideSigned(value, bits)], ["i64"], [laneBytes]);
    b.setState(registerPlace(b, 0), b.fit(result!, laneBytes * 8), laneBytes === 8 ? 64 : 32);
  };

/** Size of an integer operand: the register's, or for memory what REX.W says. */
function integerBits(b: Builder, k: number): 32 | 64 {
  const operand = b.operand(k);
  return (operand.kind === "memory" ? operand.sizeBits : b.bitsOf(k)) === 64 ? 64 : 32;
}

/** CVTSS2SI and kin: the lowest lane to a signed integer register. */
export const toInteger =
  (laneBytes: 4 | 8, rounding: "truncate" | "round"): Semantics =>
  (b) => {
    const bits = b.bitsOf(0);
    const source = sourcePlace(b, 1, laneBytes);
    const [result] = b.helper(
      "floatToInteger",
      [],
      ["i64"],
      [source, laneBytes, bits, rounding === "truncate" ? 1 : 0],
    );
    b.write(0, b.fit(result!, bits));
  };

/** MASKMOVQ, MASKMOVDQU: bytes whose mask byte has its top bit set, to [rdi]. All bytes must be writable, if any is written. */
export const maskedStore: Semantics = (b) => {
  const mmx = isMmx(b, 0);
  const address = b.withSegment(b.fit(b.get("rdi", b.addressBits), b.bits), b.implicitSegment("ds"));
  if (mmx) enterMmx(b, undefined);
  b.helper("maskedStore", [b.wide(address)], [], [registerPlace(b, 0), registerPlace(b, 1), mmx ? 8 : 16]);
};
