// The shapes that vector instructions come in: where operands are, how much memory they read, what is aligned. A row of
// sse.ts or mmx.ts is a shape; what the lanes do is a function of vector/ with the mnemonic's name. The VEX form of an
// instruction is the same shape in another frame: two sources and a result of its own, 16 or 32 bytes, no alignment, and
// zeros above what is written (SDM Vol. 1, 14.1).

import { assert } from "../../../server/base/assert.ts";
import { codeOf } from "../../../server/isa/form.ts";
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

/** Where the operands of an instruction on vector registers are. */
export interface Frame {
  readonly encoding: "legacy" | "vex";
  readonly dest: StateOffset;
  /** The first source: the destination itself, unless VEX names another. */
  readonly first: StateOffset;
  /** Number of the operand that is the last source, which may be in memory. */
  readonly source: number;
  /** Number of the operand behind it. */
  readonly immediate: number;
  /** Bytes of a whole register: 8 for MMX, 16, or 32 with VEX.L. */
  readonly sizeBytes: 8 | 16 | 32;
  /** What whole operands in memory are aligned to. */
  readonly alignBytes: 1 | 16;
}

export function frameOf(b: Builder): Frame {
  const dest = registerPlace(b, 0);
  const vector = codeOf(b.decoded.form).vector;
  if (vector === undefined) {
    const mmx = isMmx(b, 0);
    const [sizeBytes, alignBytes] = mmx ? ([8, 1] as const) : ([16, 16] as const);
    return { encoding: "legacy", dest, first: dest, source: 1, immediate: 2, sizeBytes, alignBytes };
  }
  const source = b.operandCount > 2 && b.operand(2).kind !== "immediate" ? 2 : 1;
  const first = source === 2 ? registerPlace(b, 1) : dest;
  const sizeBytes = vector.length === 1 ? 32 : 16;
  return { encoding: "vex", dest, first, source, immediate: source + 1, sizeBytes, alignBytes: 1 };
}

/** Bytes of the registers that an instruction works on, for those without a result in a vector register. */
export const widthOf = (b: Builder): 16 | 32 => (codeOf(b.decoded.form).vector?.length === 1 ? 32 : 16);

/** VEX forms clear the destination's bytes from 16 up when they write no more than 16. */
export function clearAbove(b: Builder, { encoding, dest }: Pick<Frame, "encoding" | "dest">): void {
  if (encoding !== "vex") return;
  for (const at of [16, 24]) b.setState(dest + at, b.i64(0), 64);
}

/** What `clearAbove` needs of instructions whose operands are in no frame. */
export const resultOf = (b: Builder): Pick<Frame, "encoding" | "dest"> => ({
  encoding: codeOf(b.decoded.form).vector === undefined ? "legacy" : "vex",
  dest: registerPlace(b, 0),
});

/** Name of the operation: the mnemonic without the v of its VEX form. */
const nameOf = (b: Builder, frame: Frame, name: string | undefined): string =>
  name ?? (frame.encoding === "vex" ? b.decoded.mnemonic.slice(1) : b.decoded.mnemonic);

/** dest := name(first, source) over `sizeBytes` of the result; what VEX clears is cleared. */
export function emitFrame(
  b: Builder,
  frame: Frame,
  name: string | undefined,
  source: StateOffset,
  immediate: number,
  sizeBytes: number = frame.sizeBytes,
): void {
  const { dest, first } = frame;
  b.emit({ op: "vector", name: nameOf(b, frame, name), dest, a: first, b: source, sizeBytes, immediate });
  if (sizeBytes <= 16) clearAbove(b, frame);
}

/** The lower 16 bytes of the first source become the destination's: what VEX forms of scalar instructions begin with. */
export function takeFirst(b: Builder, { dest, first }: Frame): void {
  if (dest !== first) b.emit({ op: "vector", name: "copy", dest, a: dest, b: first, sizeBytes: 16, immediate: 0 });
}

/** One function of vector/ over whole registers: dest := f(first, source). */
export const packed =
  (name?: string, fixedImmediate?: number): Semantics =>
  (b) => {
    const frame = frameOf(b);
    const source = sourcePlace(b, frame.source, frame.sizeBytes, frame.alignBytes);
    if (frame.sizeBytes === 8) enterMmx(b, 0);
    emitFrame(b, frame, name, source, fixedImmediate ?? immediateOf(b, frame.immediate));
  };

/** The lowest lane only; memory is as wide as the lane and needs no alignment. */
export const scalar =
  (laneBytes: 4 | 8, name?: string, fixedImmediate?: number): Semantics =>
  (b) => {
    const frame = frameOf(b);
    const source = sourcePlace(b, frame.source, laneBytes);
    lowestLane(b, frame, nameOf(b, frame, name), source, laneBytes, fixedImmediate ?? immediateOf(b, frame.immediate));
  };

/** The lowest lane of the result is name(first, source), the rest of the 16 bytes is the first source's. */
export function lowestLane(
  b: Builder,
  frame: Frame,
  name: string,
  source: StateOffset,
  laneBytes: 4 | 8,
  immediate: number,
): void {
  const { dest, first } = frame;
  if (dest === first) {
    b.emit({ op: "vector", name, dest, a: dest, b: source, sizeBytes: laneBytes, immediate });
  } else {
    // The operation may fault, and the destination may be the source: the lane is worked out apart.
    const result = VECTOR_SCRATCH[1]!;
    b.emit({ op: "vector", name, dest: result, a: first, b: source, sizeBytes: laneBytes, immediate });
    takeFirst(b, frame);
    b.setState(dest, b.getState(result, laneBytes === 4 ? 32 : 64), laneBytes === 4 ? 32 : 64);
  }
  clearAbove(b, frame);
}

/** Conversions of the lowest lane to another format: "source bytes" are read, `laneBytes` written. */
export const convertLowest =
  (name: string, sourceBytes: 4 | 8, laneBytes: 4 | 8): Semantics =>
  (b) => {
    const frame = frameOf(b);
    lowestLane(b, frame, name, sourcePlace(b, frame.source, sourceBytes), laneBytes, 1);
  };

/**
 * A whole result from fewer bytes of source, or the other way round: widening moves and conversions. `sourceBytes` and
 * `lanes` are those of 128-bit forms, 256-bit forms have twice as many. `lanes` goes into the immediate.
 */
export const widening =
  (
    sourceBytes: number,
    options: { readonly lanes?: number; readonly alignBytes?: number; readonly result?: "whole" | "sixteen" } = {},
  ): Semantics =>
  (b) => {
    const frame = frameOf(b);
    const times = frame.sizeBytes / 16;
    const alignBytes = frame.encoding === "vex" ? 1 : (options.alignBytes ?? 1);
    const source = sourcePlace(b, frame.source, sourceBytes * times, alignBytes);
    const immediate = options.lanes === undefined ? immediateOf(b, frame.immediate) : options.lanes * times;
    emitFrame(b, frame, undefined, source, immediate, options.result === "sixteen" ? 16 : frame.sizeBytes);
  };

/** Shifts: the count is an immediate, or the low 64 bits of a register or of memory, of which 16 bytes are read. */
export const shiftAll = (): Semantics => (b) => {
  const frame = frameOf(b);
  const last = b.operandCount - 1;
  if (b.immediate(last) !== undefined) {
    if (frame.sizeBytes === 8) enterMmx(b, 0);
    const first = registerPlace(b, last - 1);
    emitFrame(b, { ...frame, first }, undefined, first, immediateOf(b, last));
    return;
  }
  const source = sourcePlace(b, frame.source, Math.min(16, frame.sizeBytes), frame.alignBytes);
  if (frame.sizeBytes === 8) enterMmx(b, 0);
  emitFrame(b, frame, undefined, source, -1);
};

/** Moves of whole registers, aligned or not. */
export const moveAll =
  (alignment: "aligned" | "unaligned"): Semantics =>
  (b) => {
    const sizeBytes = widthOf(b);
    const alignBytes = alignment === "aligned" ? sizeBytes : 1;
    if (b.isMemory(0)) {
      b.storeBytes(registerPlace(b, 1), b.linear(0), sizeBytes, alignBytes, b.spaceOf(0));
      return;
    }
    const result = resultOf(b);
    const { dest } = result;
    if (b.isMemory(1)) b.loadBytes(dest, b.linear(1), sizeBytes, alignBytes, b.spaceOf(1));
    else b.emit({ op: "vector", name: "copy", dest, a: dest, b: registerPlace(b, 1), sizeBytes, immediate: 0 });
    if (sizeBytes === 16) clearAbove(b, result);
  };

/** MOVSS, MOVSD: loads clear the rest of the register, moves between registers keep the first source's. */
export const moveLane =
  (bits: 32 | 64): Semantics =>
  (b) => {
    if (b.isMemory(0)) {
      b.store(b.linear(0), b.getState(registerPlace(b, 1), bits), bits, b.spaceOf(0));
      return;
    }
    if (b.isMemory(1)) {
      setLowest(b, registerPlace(b, 0), b.load(b.linear(1), bits, b.spaceOf(1)));
      clearAbove(b, resultOf(b));
      return;
    }
    const frame = frameOf(b);
    setPart(b, frame, 0, b.getState(registerPlace(b, frame.source), bits), bits);
  };

/** A part of the destination, the rest of its 16 bytes the first source's. */
function setPart(b: Builder, frame: Frame, at: number, value: Value, bits: SizeBits): void {
  takeFirst(b, frame);
  b.setState(frame.dest + at, value, bits);
  clearAbove(b, frame);
}

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
      const frame = frameOf(b);
      const { source } = frame;
      setPart(b, frame, half, b.load(b.linear(source), 64, b.spaceOf(source)), 64);
    }
  };

/** 64 bits from one half of a register to a half of another. */
export const crossHalf =
  (from: 0 | 8, to: 0 | 8): Semantics =>
  (b) => {
    const frame = frameOf(b);
    setPart(b, frame, to, b.getState(registerPlace(b, frame.source) + from, 64), 64);
  };

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
      clearAbove(b, resultOf(b));
    }
  };

/** The low bits of a general register; PINSRB's byte is never the high one, whatever prefixes say. */
function insertedValue(b: Builder, k: number, bits: SizeBits): Value {
  const operand = b.operand(k);
  assert(operand.kind === "register", `${b.decoded.form.row}: operand ${k} is a register`);
  return bits === 8 ? b.getRegister(operand.register.number, "low8") : b.fit(b.read(k), bits);
}

/** PINSRx: a general register's or memory's low bits into one lane. */
export const insertLane =
  (bits: SizeBits): Semantics =>
  (b) => {
    const frame = frameOf(b);
    const { source: k, sizeBytes } = frame;
    const lanes = Math.min(16, sizeBytes) / (bits / 8);
    const lane = immediateOf(b, frame.immediate) & (lanes - 1);
    const value = b.isMemory(k) ? b.load(b.linear(k), bits, b.spaceOf(k)) : insertedValue(b, k, bits);
    if (sizeBytes === 8) enterMmx(b, 0);
    setPart(b, frame, (lane * bits) / 8, value, bits);
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
    const [mask] = b.helper("signMask", [], ["i32"], [registerPlace(b, 1), mmx ? 8 : widthOf(b), laneBytes]);
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
    const frame = frameOf(b);
    const k = frame.source;
    const bits = integerBits(b, k);
    const value = b.isMemory(k) ? b.load(b.linear(k), bits, b.spaceOf(k)) : b.read(k);
    const [result] = b.helper("integerToFloat", [b.wideSigned(value, bits)], ["i64"], [laneBytes]);
    setPart(b, frame, 0, b.fit(result!, laneBytes * 8), laneBytes === 8 ? 64 : 32);
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
  b.guard(address, 1, "write", 8, "data");
  b.helper("maskedStore", [b.wide(address)], [], [registerPlace(b, 0), registerPlace(b, 1), mmx ? 8 : 16, 1]);
};
