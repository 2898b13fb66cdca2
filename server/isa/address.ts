// Effective addresses: from base, index, scale and displacement to ModRM, SIB and displacement bytes.
// Source: SDM Vol. 2, 2.1.5 tables 2-1 to 2-3; 2.7.5 "Compressed Displacement (disp8*N)"; NASM manual 3.3.

import type { VectorPrefix } from "./form.ts";
import { type Bits, type EncodeWarning, type MemoryOperand, NO_SEGMENT } from "./insn.ts";
import type { Register } from "./register.ts";

/** An encoded r/m operand. */
export interface Address {
  /** mod and rm bits of ModRM; the reg field is added by the encoder. */
  modRm: number;
  /** -1 = no SIB. */
  sib: number;
  displacementBytes: 0 | 1 | 2 | 4;
  /** Divided by N where EVEX compresses it; then no field for a fixup. */
  compressed: number | undefined;
  ripRelative: boolean;
  /** REX bits: 2 = X, 1 = B. */
  rex: number;
  /** Bit 4 of an EVEX index. */
  indexHigh: boolean;
  kind: "scalar" | "x" | "y" | "z";
  /** To be said again with the bytes: NASM looks at the address twice, for the length and for the bytes. */
  again: EncodeWarning | undefined;
}

/** What the address depends on beside the operand. */
export interface AddressContext {
  readonly bits: Bits;
  readonly addressBits: number;
  /** N of disp8*N, 0 = not EVEX; -1 = EVEX without compression. */
  readonly scaleN: number;
  /** SIB must be there (tile loads). */
  readonly needSib: boolean;
  /** Bound instructions keep base and index apart. */
  readonly mib: boolean;
  /** Takes a warning; "measured" when it belongs to every pass. */
  readonly warn: (code: string, message: string, when?: "measured") => void;
}

const result: Address = {
  modRm: 0,
  sib: -1,
  displacementBytes: 0,
  compressed: undefined,
  ripRelative: false,
  rex: 0,
  indexHigh: false,
  kind: "scalar",
  again: undefined,
};

function warnTwice(context: AddressContext, code: string, message: string): void {
  context.warn(code, message, "measured");
  result.again = { code, message };
}

/** Bytes that disp8 counts in for a tuple type. Source: SDM Vol. 2, table 2-36 and 2-37. */
export function compressionUnit(vector: VectorPrefix, w: number, broadcast: boolean): number {
  const length = Math.max(0, vector.length);
  const bytes = 16 << length;
  switch (vector.tuple) {
    case "fv":
      return broadcast ? (w ? 8 : 4) : bytes;
    case "hv":
      return broadcast ? 4 : bytes / 2;
    case "fvm":
      return bytes;
    case "t1s8":
      return 1;
    case "t1s16":
      return 2;
    case "t1s":
      return w ? 8 : 4;
    case "t1f32":
      return 4;
    case "t1f64":
      return 8;
    case "t2":
      return w ? (length === 0 ? 0 : 16) : 8;
    case "t4":
      return length === 0 || (w && length < 2) ? 0 : w ? 32 : 16;
    case "t8":
      return length === 2 && !w ? 32 : 0;
    case "hvm":
      return bytes / 2;
    case "qvm":
      return bytes / 4;
    case "ovm":
      return bytes / 8;
    case "m128":
      return 16;
    case "dup":
      return length === 0 ? 8 : bytes;
    default:
      return 0;
  }
}

const isVector = (register: Register | undefined): boolean =>
  register?.class === "xmm" || register?.class === "ymm" || register?.class === "zmm";

const bitsOf = (register: Register): number =>
  register.class === "gpr64" ? 64 : register.class === "gpr32" ? 32 : register.class === "gpr16" ? 16 : 0;

/** mod 0, 1 or 2 for a displacement after base `rm` (5 cannot do without one), or -1 for a compressed byte. */
function chooseMod(
  operand: MemoryOperand,
  mustHave: boolean,
  displacement: number,
  context: AddressContext,
): 0 | 1 | 2 {
  const { value, forcedBits } = { value: operand.displacement, forcedBits: operand.displacementSizeBits };
  const fixed = value.segment === NO_SEGMENT && !value.unknown;
  if (!mustHave && displacement === 0 && fixed && forcedBits === 0) return 0;
  if (forcedBits > 8) return 2;
  if (context.scaleN !== 0) {
    if (!fixed || context.scaleN < 0 || displacement % context.scaleN !== 0) return 2;
    const scaled = displacement / context.scaleN;
    if (scaled < -128 || scaled > 127) return 2;
    result.compressed = scaled;
    return 1;
  }
  return forcedBits === 8 || (displacement >= -128 && displacement <= 127 && fixed) ? 1 : 2;
}

/** An address without registers. */
function absolute(operand: MemoryOperand, context: AddressContext): string {
  const { bits, addressBits } = context;
  const { displacement } = operand;
  let relative = bits === 64 && operand.relative;
  if (relative && (displacement.segment === NO_SEGMENT || operand.selfRelative)) {
    // What is unknown has no segment yet: NASM measures it as absolute in its first pass, a byte longer.
    if (!displacement.unknown) context.warn("ea-absolute", "absolute address can not be RIP-relative");
    relative = false;
  }
  if (relative && context.needSib) return "instruction requires SIB encoding, cannot be RIP-relative";
  const forced = operand.displacementSizeBits;
  if (forced === 8 || (forced !== 0 && forced !== (addressBits === 16 ? 16 : 32))) {
    warnTwice(context, "ea-dispsize", "displacement size ignored on absolute address");
  }
  if (context.needSib || (bits === 64 && !relative)) {
    result.modRm = 4;
    result.sib = 0x25;
    result.displacementBytes = 4;
    return "";
  }
  result.modRm = addressBits === 16 ? 6 : 5;
  result.displacementBytes = addressBits === 16 ? 2 : 4;
  result.ripRelative = bits === 64;
  return "";
}

/** The error NASM has for an address that cannot be. */
const invalid = (bits: Bits): string => `invalid ${bits}-bit effective address`;

/** Low 32 bits of the displacement, signed: what decides its length. */
function displacement32(operand: MemoryOperand): number {
  const { offset } = operand.displacement;
  const n = Number(offset);
  return n >= -0x80000000 && n <= 0x7fffffff ? n : Number(BigInt.asIntN(32, offset));
}

const sixteen: Readonly<Record<string, number>> = {
  "bx+si": 0,
  "bx+di": 1,
  "bp+si": 2,
  "bp+di": 3,
  si: 4,
  di: 5,
  bp: 6,
  bx: 7,
};

function address16(operand: MemoryOperand, context: AddressContext): string {
  let base = operand.base?.name ?? "";
  let index = operand.scale === 0 ? "" : (operand.index?.name ?? "");
  if (context.addressBits === 64 || (index !== "" && operand.scale !== 1)) return invalid(context.bits);
  if (operand.displacementSizeBits > 16) return invalid(context.bits);
  if (base === "" || (index !== "" && (base === "si" || base === "di"))) [base, index] = [index, base];
  const rm = sixteen[index === "" ? base : `${base}+${index}`];
  if (rm === undefined) return invalid(context.bits);
  const displacement = (displacement32(operand) << 16) >> 16;
  const mod = chooseMod(operand, rm === 6, displacement, context);
  result.modRm = (mod << 6) | rm;
  result.displacementBytes = mod;
  return "";
}

/** The two registers of an address while they change places. */
interface Pair {
  base: Register | undefined;
  index: Register | undefined;
  scale: number;
}

const isStack = (register: Register | undefined): boolean => register !== undefined && register.number === 4;

/** NASM's rules for base and index: scale 1 prefers a base, reg*2 without base is reg+reg, and so on. */
function arrange(pair: Pair, operand: MemoryOperand, mib: boolean): void {
  const { hint } = operand;
  if (pair.base === undefined && pair.scale === 1 && hint !== "not-base") {
    pair.base = pair.index;
    pair.index = undefined;
  }
  const single = pair.index === undefined && pair.base !== undefined && hint === "not-base";
  if (mib) {
    if (single) [pair.base, pair.index, pair.scale] = [undefined, pair.base, 1];
    if (hint === "summed" && pair.base === undefined) {
      pair.base = pair.index;
      pair.scale--;
    }
  } else {
    splitScale(pair, operand);
    if (
      pair.index === undefined &&
      hint === "not-base" &&
      operand.noSplit &&
      pair.base &&
      (pair.base.number & 7) !== 4
    ) {
      [pair.base, pair.index, pair.scale] = [undefined, pair.base, 1];
    }
  }
  if (pair.scale === 1 && isStack(pair.index)) [pair.base, pair.index] = [pair.index, pair.base];
}

/** [reg*2], [reg*3], [reg*5], [reg*9] without a base become reg + reg*(scale - 1). */
function splitScale(pair: Pair, operand: MemoryOperand): void {
  if (pair.base !== undefined || pair.index === undefined) return;
  const two = pair.scale === 2 && !isStack(pair.index) && (!operand.noSplit || operand.hint === "summed");
  if (two || pair.scale === 3 || pair.scale === 5 || pair.scale === 9) {
    pair.base = pair.index;
    pair.scale--;
  }
}

const scaleBits: Readonly<Record<number, number>> = { 1: 0, 2: 1, 4: 2, 8: 3 };

function address32(operand: MemoryOperand, context: AddressContext): string {
  const pair: Pair = {
    base: operand.base,
    index: operand.scale === 0 ? undefined : operand.index,
    scale: operand.scale,
  };
  let usable = 32 | 64;
  for (const register of [pair.index, pair.base]) {
    if (register === undefined) continue;
    const bits = bitsOf(register);
    if (bits < 32 || !(usable & bits)) return invalid(context.bits);
    usable &= bits;
  }
  const forced = operand.displacementSizeBits;
  if (forced === 16 || forced === 64) return invalid(context.bits);
  if (context.addressBits === 16 || !(usable & context.addressBits)) return invalid(context.bits);
  arrange(pair, operand, context.mib);
  const { base, index } = pair;
  if (isStack(index) || (index !== undefined && scaleBits[pair.scale] === undefined)) return invalid(context.bits);
  return finish(base, index, index === undefined ? 0 : scaleBits[pair.scale]!, operand, context);
}

/** Vector SIB: the vector register is the index. */
function addressVector(operand: MemoryOperand, context: AddressContext): string {
  let { base, index, scale } = operand;
  if (scale === 0) index = undefined;
  if (index === undefined || isVector(base)) {
    if (scale === 0) scale = 1;
    else if (scale !== 1) return invalid(context.bits);
    [base, index] = [index, base];
  }
  if (index === undefined || !isVector(index)) return invalid(context.bits);
  let usable = 32 | 64;
  if (base !== undefined) {
    const bits = bitsOf(base);
    if (bits < 32) return invalid(context.bits);
    usable = bits;
  }
  const forced = operand.displacementSizeBits;
  if (forced === 16 || forced === 64) return invalid(context.bits);
  if (context.addressBits === 16 || !(usable & context.addressBits)) return invalid(context.bits);
  const bits = scaleBits[scale];
  if (bits === undefined) return invalid(context.bits);
  result.kind = index.class === "zmm" ? "z" : index.class === "ymm" ? "y" : "x";
  result.indexHigh = index.number > 15;
  return finish(base, index, bits, operand, context);
}

/** ModRM and SIB once base and index are settled. */
function finish(
  base: Register | undefined,
  index: Register | undefined,
  scale: number,
  operand: MemoryOperand,
  context: AddressContext,
): string {
  if (index && index.number & 8) result.rex |= 2;
  if (base && base.number & 8) result.rex |= 1;
  const needSib = index !== undefined || context.needSib || base === undefined || (base.number & 7) === 4;
  if (base === undefined) {
    result.modRm = 4;
    result.displacementBytes = 4;
  } else {
    const mod = chooseMod(operand, (base.number & 7) === 5, displacement32(operand), context);
    result.modRm = (mod << 6) | (needSib ? 4 : base.number & 7);
    result.displacementBytes = mod === 2 ? 4 : mod;
  }
  if (needSib) {
    result.sib =
      (scale << 6) | ((index === undefined ? 4 : index.number & 7) << 3) | (base === undefined ? 5 : base.number & 7);
  }
  return "";
}

/** Encodes a memory operand. The result is overwritten by the next call; a string is NASM's error. */
export function encodeAddress(operand: MemoryOperand, context: AddressContext): Address | string {
  result.sib = -1;
  result.rex = 0;
  result.compressed = undefined;
  result.ripRelative = false;
  result.indexHigh = false;
  result.kind = "scalar";
  result.again = undefined;
  result.displacementBytes = 0;
  const index = operand.scale === 0 ? undefined : operand.index;
  if (operand.base === undefined && index === undefined) {
    const error = absolute(operand, context);
    return error === "" ? result : error;
  }
  let error: string;
  if (isVector(operand.base) || isVector(index)) error = addressVector(operand, context);
  else if ([operand.base, index].some((register) => register !== undefined && bitsOf(register) >= 32)) {
    error = address32(operand, context);
  } else error = address16(operand, context);
  if (error !== "") return error;
  if (operand.relativeExplicit) {
    warnTwice(context, "other", "indirect address displacements cannot be RIP-relative");
  }
  return result;
}
