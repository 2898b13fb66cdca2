// Decoding: bytes become one instruction taken apart, or nothing when they are none. All forms of the table, indexed
// by opcode; prefixes, ModRM and SIB are read once, then the candidates of the opcode are tried in order.
// Source: SDM Vol. 2, chapter 2 "Instruction Format" and appendix A "Opcode Map".

import { compressionUnit } from "./address.ts";
import { type Candidate, candidatesFor, type OperandPlan } from "./decode-index.ts";
import { plainTwin } from "./decode-twins.ts";
import type { Step } from "./form.ts";
import type { Bits, Decoded, DecodedMemory, DecodedOperand } from "./insn.ts";
import type { Register } from "./register.ts";
import { byteRegister, registerOf } from "./registers.ts";

/** An instruction may not be longer: #GP on a CPU. */
const MAX_LENGTH = 15;

/** What the bytes before the opcode say. */
interface Head {
  bytes: Uint8Array;
  /** End of the readable bytes, at most 15 on. */
  end: number;
  bits: Bits;
  at: number;
  operandPrefix: boolean;
  addressPrefix: boolean;
  lock: boolean;
  /** 0, 0xF2 or 0xF3: the last one counts. */
  repeat: number;
  /** Segment register number, -1 = none. */
  segment: number;
  /** REX or the same bits of VEX and EVEX; 0x40 when a REX byte was there. */
  rex: number;
  addressBits: Bits;
  kind: "legacy" | "vex" | "xop" | "evex";
  map: number;
  /** VEX, XOP, EVEX fields. */
  pp: number;
  w: number;
  length: number;
  vvvv: number;
  /** EVEX: R', X (bit 4 of a register rm), V', b, z, aaa. */
  regHigh: number;
  rmHigh: number;
  vvvvHigh: number;
  b: boolean;
  zeroing: boolean;
  mask: number;
  /** Set when bytes end before the instruction does. */
  short: boolean;
  /** A prefix before VEX that must not be there: 66, F2, F3, LOCK, REX. */
  prefixed: boolean;
  /** Set when an operand names a register that is not there (bnd5, k9): an invalid opcode. */
  noRegister: boolean;
}

const head: Head = {
  bytes: new Uint8Array(0),
  end: 0,
  bits: 64,
  at: 0,
  operandPrefix: false,
  addressPrefix: false,
  lock: false,
  repeat: 0,
  segment: -1,
  rex: 0,
  addressBits: 64,
  kind: "legacy",
  map: 0,
  pp: 0,
  w: 0,
  length: 0,
  vvvv: 0,
  regHigh: 0,
  rmHigh: 0,
  vvvvHigh: 0,
  b: false,
  zeroing: false,
  mask: 0,
  short: false,
  prefixed: false,
  noRegister: false,
};

/** The byte at `at`, or 0 with `short` set past the end. */
function byteAt(at: number): number {
  if (at < head.end) return head.bytes[at]!;
  head.short = true;
  return 0;
}

const segmentOf: Readonly<Record<number, number>> = { 38: 0, 46: 1, 54: 2, 62: 3, 100: 4, 101: 5 };

function reset(bytes: Uint8Array, bits: Bits): void {
  head.bytes = bytes;
  head.end = Math.min(bytes.length, MAX_LENGTH);
  head.bits = bits;
  head.at = 0;
  head.operandPrefix = false;
  head.addressPrefix = false;
  head.lock = false;
  head.repeat = 0;
  head.segment = -1;
  head.rex = 0;
  head.kind = "legacy";
  head.w = 0;
  head.regHigh = 0;
  head.rmHigh = 0;
  head.vvvvHigh = 0;
  head.b = false;
  head.zeroing = false;
  head.mask = 0;
  head.short = false;
  head.prefixed = false;
  head.noRegister = false;
}

/** The last one counts; but in 64-bit mode only fs and gs do, whatever stands behind them. */
function readSegment(segment: number): void {
  if (head.bits !== 64 || segment >= FS || head.segment < FS) head.segment = segment;
}

/** Reads legacy prefixes and REX. A REX byte counts only right before the opcode. */
function readPrefixes(): void {
  for (; head.at < head.end; head.at++) {
    const byte = head.bytes[head.at]!;
    if (byte === 0x66) head.operandPrefix = true;
    else if (byte === 0x67) head.addressPrefix = true;
    else if (byte === 0xf0) head.lock = true;
    else if (byte === 0xf2 || byte === 0xf3) head.repeat = byte;
    else if (segmentOf[byte] !== undefined) readSegment(segmentOf[byte]!);
    else if (head.bits === 64 && (byte & 0xf0) === 0x40) {
      head.rex = byte;
      continue;
    } else break;
    head.rex = 0;
  }
  const { bits, addressPrefix } = head;
  head.addressBits = !addressPrefix ? bits : bits === 32 ? 16 : 32;
}

/** VEX, XOP or EVEX at `at`: reads it and leaves `at` on the opcode. False when the bytes are something else. */
function readVector(first: number): boolean {
  const next = byteAt(head.at + 1);
  const inLong = head.bits === 64;
  // Outside 64-bit mode these bytes are les, lds, bound unless the next one has mod 3.
  if (!inLong && (next & 0xc0) !== 0xc0 && first !== 0x8f) return false;
  if (first === 0x8f && (next & 0x1f) < 8) return false;
  if (head.short) return true;
  head.prefixed = head.operandPrefix || head.lock || head.repeat !== 0 || head.rex !== 0;
  if (first === 0xc5) {
    head.kind = "vex";
    head.rex = next & 0x80 ? 0 : 4;
    head.map = 1;
    head.w = 0;
    readLengthFields(next);
    head.at += 2;
    return true;
  }
  const third = byteAt(head.at + 2);
  head.rex = ((~next >> 5) & 7) | (third & 0x80 ? 8 : 0);
  head.w = third >> 7;
  if (first === 0x62) {
    readEvex(next, third, byteAt(head.at + 3));
    head.at += 4;
    return true;
  }
  head.kind = first === 0xc4 ? "vex" : "xop";
  head.map = next & 0x1f;
  readLengthFields(third);
  // With eight registers the bits for the upper eight say nothing.
  if (head.bits !== 64) head.rex &= 8;
  head.at += 3;
  return true;
}

function readLengthFields(byte: number): void {
  head.pp = byte & 3;
  head.length = (byte >> 2) & 1;
  head.vvvv = (~byte >> 3) & 15;
}

function readEvex(p0: number, p1: number, p2: number): void {
  head.kind = "evex";
  head.map = p0 & 7;
  head.pp = p1 & 3;
  head.vvvv = (~p1 >> 3) & 15;
  head.length = (p2 >> 5) & 3;
  head.regHigh = p0 & 0x10 ? 0 : 16;
  head.rmHigh = p0 & 0x40 ? 0 : 16;
  head.vvvvHigh = p2 & 8 ? 0 : 16;
  head.b = (p2 & 0x10) !== 0;
  head.zeroing = (p2 & 0x80) !== 0;
  head.mask = p2 & 7;
}

/** The candidates for the opcode, with `at` left behind the indexed byte; undefined when there are none. */
function readOpcode(): readonly Candidate[] | undefined {
  const first = byteAt(head.at);
  if (head.short) return undefined;
  if ((first === 0xc4 || first === 0xc5 || first === 0x62 || first === 0x8f) && readVector(first)) {
    if (head.short) return undefined;
    const opcode = byteAt(head.at++);
    return head.short ? undefined : candidatesFor(head.kind === "evex" ? "evex" : "vex", head.map, opcode);
  }
  head.at++;
  if (first !== 0x0f) return candidatesFor("legacy", 0, first);
  const second = byteAt(head.at++);
  if (second === 0x38 || second === 0x3a) {
    const third = byteAt(head.at++);
    const found = candidatesFor("legacy", second === 0x38 ? 2 : 3, third);
    if (found !== undefined || head.short) return found;
    head.at--;
  }
  return head.short ? undefined : (candidatesFor("legacy", 1, second) ?? candidatesFor("legacy", 0, 0x0f));
}

/** Effective operand size without the default-64 rule. */
function operandBits(): Bits {
  if (head.bits === 64) return head.rex & 8 ? 64 : head.operandPrefix ? 16 : 32;
  return head.operandPrefix === (head.bits === 16) ? 32 : 16;
}

/** True when prefixes and mode let a legacy form be. */
function legacyFits(candidate: Candidate): boolean {
  const { code } = candidate;
  const { repeat, operandPrefix, rex } = head;
  if (candidate.needsF2 ? repeat !== 0xf2 : candidate.needsF3 ? repeat !== 0xf3 : candidate.needs66 && repeat !== 0)
    return false;
  if (candidate.needs66 && !operandPrefix) return false;
  if (candidate.plain && (operandPrefix || repeat !== 0)) return false;
  if (candidate.noRepeat && repeat !== 0) return false;
  if (candidate.noF3 && repeat === 0xf3) return false;
  const fixed = code.operandSizeBits;
  if (fixed !== 0) {
    const bits = candidate.needs66 && fixed !== 16 ? (rex & 8 ? 64 : 32) : operandBits();
    if (bits !== fixed) return false;
  } else if (code.hints.has("norexw") && rex & 8) return false;
  if (code.hints.has("norexb") && rex & 1) return false;
  if (code.addressSizeBits !== 0 && code.addressSizeBits !== head.addressBits) return false;
  return !(code.hints.has("adf") && head.addressPrefix);
}

/** W counts; but outside 64-bit mode it says nothing to instructions that take general registers. */
const widthBit = (candidate: Candidate): number => (candidate.takesGeneral && head.bits !== 64 ? 0 : head.w);

function vectorFits(candidate: Candidate): boolean {
  const vector = candidate.code.vector!;
  if ((vector.kind === "XOP") !== (head.kind === "xop")) return false;
  if (vector.pp !== head.pp || (vector.w >= 0 && vector.w !== widthBit(candidate))) return false;
  if (!candidate.usesVvvv && (head.vvvv !== 0 || (head.vvvvHigh !== 0 && candidate.code.vsib === ""))) return false;
  // With embedded rounding, the length field holds the rounding mode.
  if (vector.length < 0 || vector.length === head.length) return true;
  return head.b && candidate.rounding && vector.length !== 1;
}

/** ModRM, SIB and displacement, read once an instruction. */
interface ModRm {
  known: boolean;
  mod: number;
  reg: number;
  rm: number;
  /** Index of the byte after SIB and displacement. */
  end: number;
  base: number;
  index: number;
  scale: 1 | 2 | 4 | 8;
  displacement: number;
  displacementBytes: number;
  ripRelative: boolean;
}

const modRm: ModRm = {
  known: false,
  mod: 0,
  reg: 0,
  rm: 0,
  end: 0,
  base: -1,
  index: -1,
  scale: 1,
  displacement: 0,
  displacementBytes: 0,
  ripRelative: false,
};

/** Base and index numbers of 16-bit addressing, by rm. */
const sixteen: readonly (readonly [number, number])[] = [
  [3, 6],
  [3, 7],
  [5, 6],
  [5, 7],
  [6, -1],
  [7, -1],
  [5, -1],
  [3, -1],
];

function readModRm(at: number): void {
  if (modRm.known) return;
  const byte = byteAt(at);
  modRm.known = true;
  modRm.mod = byte >> 6;
  modRm.reg = (byte >> 3) & 7;
  modRm.rm = byte & 7;
  modRm.base = -1;
  modRm.index = -1;
  modRm.scale = 1;
  modRm.ripRelative = false;
  modRm.displacementBytes = 0;
  modRm.end = at + 1;
  if (modRm.mod === 3) return;
  if (head.addressBits === 16) readAddress16();
  else readAddress32(at + 1);
  readDisplacement();
}

function readAddress16(): void {
  const { mod, rm } = modRm;
  if (mod === 0 && rm === 6) modRm.displacementBytes = 2;
  else {
    [modRm.base, modRm.index] = sixteen[rm]!;
    modRm.displacementBytes = mod;
  }
}

function readAddress32(at: number): void {
  const { mod, rm } = modRm;
  modRm.displacementBytes = mod === 2 ? 4 : mod;
  if (rm !== 4) {
    if (mod === 0 && rm === 5) {
      modRm.displacementBytes = 4;
      modRm.ripRelative = head.bits === 64;
    } else modRm.base = rm | (head.rex & 1 ? 8 : 0);
    return;
  }
  const sib = byteAt(at);
  modRm.end = at + 1;
  modRm.scale = (1 << (sib >> 6)) as 1 | 2 | 4 | 8;
  modRm.index = ((sib >> 3) & 7) | (head.rex & 2 ? 8 : 0);
  const base = sib & 7;
  if (mod === 0 && base === 5) modRm.displacementBytes = 4;
  else modRm.base = base | (head.rex & 1 ? 8 : 0);
}

function readDisplacement(): void {
  const at = modRm.end;
  modRm.end += modRm.displacementBytes;
  modRm.displacement = modRm.displacementBytes === 0 ? 0 : signedAt(at, modRm.displacementBytes);
}

/** A signed little-endian number of 1, 2 or 4 bytes. */
function signedAt(at: number, sizeBytes: number): number {
  if (sizeBytes === 1) return (byteAt(at) << 24) >> 24;
  if (sizeBytes === 2) return ((byteAt(at) | (byteAt(at + 1) << 8)) << 16) >> 16;
  return byteAt(at) | (byteAt(at + 1) << 8) | (byteAt(at + 2) << 16) | (byteAt(at + 3) << 24);
}

function bigAt(at: number, sizeBytes: number): bigint {
  if (sizeBytes <= 4) return BigInt(signedAt(at, sizeBytes));
  const low = BigInt(signedAt(at, 4) >>> 0);
  return (BigInt(signedAt(at + 4, 4)) << 32n) | low;
}

const immediateBytes: Readonly<Partial<Record<Step["kind"], number>>> = {
  imm8: 1,
  "imm8-unsigned": 1,
  "imm8-signed": 1,
  imm16: 2,
  imm32: 4,
  "imm32-signed": 4,
  imm64: 8,
  rel8: 1,
  segment: 2,
  is4: 1,
  "jump-length": 1,
};

/** Bytes a step reads after ModRM. */
function stepBytes(step: Step, candidate: Candidate): number {
  const fixed = immediateBytes[step.kind];
  if (fixed !== undefined) return fixed;
  if (step.kind === "offset") return head.addressBits / 8;
  // rel and imm-mode: the form's own size tokens decide, 64-bit mode has 32.
  const bits = candidate.code.operandSizeBits || (head.bits === 64 ? 32 : operandBits());
  return bits === 16 ? 2 : 4;
}

/** Where each step's bytes begin, for the operands that read them. */
const stepStarts: number[] = [];

/** Walks the form's steps over the bytes. Returns the instruction's end, or -1 when a byte or ModRM does not fit. */
function walk(candidate: Candidate): number {
  let { at } = head;
  const { steps } = candidate;
  for (let k = 0; k < steps.length; k++) {
    const step = steps[k]!;
    stepStarts[k] = at;
    switch (step.kind) {
      case "byte":
        if (byteAt(at) !== step.value) return -1;
        at++;
        break;
      case "plus-register":
        if (k === 0 && candidate.plusIndexed) {
          stepStarts[k] = at - 1;
          break;
        }
        if ((byteAt(at) & 0xf8) !== step.value) return -1;
        at++;
        break;
      case "modrm-register":
      case "modrm-digit":
      case "modrm-fixed":
        readModRm(at);
        if (!modRmFits(candidate, step)) return -1;
        at = modRm.end;
        break;
      default:
        at += stepBytes(step, candidate);
    }
    if (at > head.end) return -1;
  }
  return at;
}

function modRmFits(candidate: Candidate, step: Step): boolean {
  if (modRm.end > head.end) return false;
  const isRegister = modRm.mod === 3;
  if (candidate.rm === "register" ? !isRegister : candidate.rm === "memory" && isRegister) return false;
  if (step.kind === "modrm-digit" && modRm.reg !== step.value) return false;
  if (step.kind === "modrm-fixed") return ((modRm.mod << 6) | modRm.rm) === step.value;
  if (candidate.sameRegister && (!isRegister || modRm.rm !== modRm.reg || (head.rex & 4) >> 2 !== (head.rex & 1)))
    return false;
  if (head.kind === "evex" && head.b) {
    if (isRegister) return candidate.rounding;
    const length = candidate.code.vector!.length;
    return candidate.broadcast && (length < 0 || length === head.length);
  }
  if (candidate.code.vsib !== "" && modRm.rm !== 4) return false;
  return true;
}

/** Tries the candidates in order. */
function choose(candidates: readonly Candidate[]): { candidate: Candidate; end: number } | undefined {
  modRm.known = false;
  for (const candidate of candidates) {
    if (!(candidate.code.modeBits & head.bits)) continue;
    if (head.kind === "legacy" ? !legacyFits(candidate) : !vectorFits(candidate)) continue;
    const end = walk(candidate);
    if (end >= 0) return { candidate, end };
  }
  return undefined;
}

const segmentNames = ["es", "cs", "ss", "ds", "fs", "gs"] as const;
/** The first of the two segments that have a base in 64-bit mode. */
const FS = 4;

function memoryOperand(candidate: Candidate, plan: OperandPlan): DecodedMemory {
  const { addressBits } = head;
  const { code } = candidate;
  const registers = addressBits === 64 ? "gpr64" : addressBits === 32 ? "gpr32" : "gpr16";
  const base = modRm.base < 0 ? undefined : registerOf(registers, modRm.base);
  let index: Register | undefined;
  if (code.vsib !== "") {
    const number = modRm.index | (head.kind === "evex" ? head.vvvvHigh : 0);
    index = registerOf(code.vsib === "x" ? "xmm" : code.vsib === "y" ? "ymm" : "zmm", number);
  } else if (modRm.index >= 0 && (modRm.index !== 4 || addressBits === 16)) index = registerOf(registers, modRm.index);
  const onStack = modRm.base >= 0 && (addressBits === 16 ? modRm.base === 5 : modRm.base === 4 || modRm.base === 5);
  const displacement = displacementOf(candidate);
  const explicit = head.segment >= 0;
  return {
    kind: "memory",
    ...(base ? { base } : {}),
    ...(index ? { index } : {}),
    scale: modRm.scale,
    displacement: BigInt(displacement),
    displacementBytes: modRm.displacementBytes,
    ripRelative: modRm.ripRelative,
    addressSizeBits: addressBits,
    segment: explicit ? segmentNames[head.segment]! : onStack ? "ss" : "ds",
    segmentExplicit: explicit,
    sizeBits: head.b && head.kind === "evex" ? broadcastBits(candidate) : plan.sizeBits,
  };
}

function broadcastBits(candidate: Candidate): number {
  return candidate.code.specs.find((spec) => spec.broadcastBits !== 0)?.broadcastBits ?? 0;
}

function displacementOf(candidate: Candidate): number {
  if (head.kind !== "evex" || modRm.mod !== 1) return modRm.displacement;
  const { vector } = candidate.code;
  return modRm.displacement * (compressionUnit(vector!, head.w, head.b) || 1);
}

function registerOperand(plan: OperandPlan, number: number): DecodedOperand {
  const { registerClass } = plan;
  if (registerClass === "gpr8") {
    const rex = head.kind !== "legacy" || head.rex !== 0 ? "rex" : "no-rex";
    return { kind: "register", register: byteRegister(number, rex) };
  }
  const register = registerOf(registerClass!, registerClass === "mmx" || registerClass === "st" ? number & 7 : number);
  if (register === undefined) head.noRegister = true;
  return { kind: "register", register: register! };
}

/** Where the bytes of a plan's step begin. */
const startOf = (candidate: Candidate, step: Step): number => stepStarts[candidate.steps.indexOf(step)] ?? head.at;

function immediateOperand(candidate: Candidate, plan: OperandPlan, operationBits: number): DecodedOperand {
  const step = plan.step!;
  const at = startOf(candidate, step);
  const sizeBytes = stepBytes(step, candidate);
  let value = bigAt(at, sizeBytes);
  if (step.kind === "is4") value &= 15n;
  else if (step.kind === "imm8-unsigned") value &= 255n;
  // b8+r with 32 bits and the like are as wide as the operation; a byte for a shift count is a byte.
  const own = step.kind === "imm8-unsigned" || step.kind === "is4" || step.kind === "imm8";
  return { kind: "immediate", value, sizeBits: own ? 8 : Math.max(sizeBytes * 8, operationBits) };
}

function operandOf(candidate: Candidate, plan: OperandPlan, operationBits: number): DecodedOperand {
  switch (plan.source) {
    case "reg":
      return registerOperand(plan, modRm.reg | (head.rex & 4 ? 8 : 0) | head.regHigh | lockAsR(candidate));
    case "rm":
      if (modRm.mod !== 3) return memoryOperand(candidate, plan);
      return registerOperand(plan, modRm.rm | (head.rex & 1 ? 8 : 0) | head.rmHigh);
    case "opcode": {
      const byte = byteAt(startOf(candidate, plan.step!));
      return registerOperand(plan, (byte & 7) | (head.rex & 1 ? 8 : 0));
    }
    case "vvvv":
      return registerOperand(plan, head.bits === 64 ? head.vvvv | head.vvvvHigh : head.vvvv & 7);
    case "is4": {
      const byte = byteAt(startOf(candidate, plan.step!));
      return registerOperand(plan, head.bits === 64 ? byte >> 4 : (byte >> 4) & 7);
    }
    case "one":
      return { kind: "immediate", value: 1n, sizeBits: 8 };
    case "implied":
      return { kind: "register", register: plan.register! };
    case "immediate":
      return immediateOperand(candidate, plan, operationBits);
    case "far": {
      const at = startOf(candidate, plan.step!);
      const sizeBytes = stepBytes(plan.step!, candidate);
      const offset = BigInt.asUintN(sizeBytes * 8, bigAt(at, sizeBytes));
      return { kind: "far", segment: signedAt(at + sizeBytes, 2) & 0xffff, offset };
    }
    case "relative": {
      const sizeBytes = stepBytes(plan.step!, candidate);
      const displacement = bigAt(startOf(candidate, plan.step!), sizeBytes);
      return { kind: "relative", displacement, sizeBits: sizeBytes * 8 };
    }
    default:
      return offsetOperand(candidate, plan);
  }
}

/** mov al, [offset]: an address without registers. */
function offsetOperand(candidate: Candidate, plan: OperandPlan): DecodedMemory {
  const sizeBytes = head.addressBits / 8;
  const explicit = head.segment >= 0;
  return {
    kind: "memory",
    scale: 1,
    displacement: BigInt.asUintN(sizeBytes * 8, bigAt(startOf(candidate, plan.step!), sizeBytes)),
    displacementBytes: sizeBytes,
    ripRelative: false,
    addressSizeBits: head.addressBits,
    segment: explicit ? segmentNames[head.segment]! : "ds",
    segmentExplicit: explicit,
    sizeBits: plan.sizeBits,
  };
}

/** mov cr8, eax outside 64-bit mode: LOCK is REX.R. */
const lockAsR = ({ code }: Candidate): number => (head.lock && head.bits !== 64 && code.hints.has("rex.l") ? 8 : 0);

/** Size of the operation in bits. */
function operationBits(candidate: Candidate): number {
  if (candidate.sizeBits !== 0) return candidate.sizeBits;
  const { code } = candidate;
  if (head.bits === 64 && (code.default64 || candidate.stackSized))
    return head.operandPrefix && !code.default64 && !(head.rex & 8) ? 16 : 64;
  return operandBits();
}

/** LOCK is allowed before a read-modify-write of memory only. */
function lockFits(candidate: Candidate): boolean {
  if (!head.lock || lockAsR(candidate)) return true;
  return candidate.lockable && modRm.known && modRm.mod !== 3;
}

function read(bytes: Uint8Array, bits: Bits): Decoded | undefined {
  reset(bytes, bits);
  readPrefixes();
  const candidates = readOpcode();
  if (candidates === undefined || head.prefixed) return undefined;
  const chosen = choose(candidates);
  if (chosen === undefined || !lockFits(chosen.candidate)) return undefined;
  const { candidate, end } = chosen;
  const sizeBits = operationBits(candidate);
  const repeats = !candidate.needsF2 && !candidate.needsF3 && head.kind === "legacy";
  const evex = head.kind === "evex" ? evexFields() : undefined;
  const segment = segmentOverride();
  const operands = candidate.operands.map((plan) => operandOf(candidate, plan, sizeBits));
  if (head.noRegister) return undefined;
  return {
    mnemonic: candidate.entry.key,
    form: candidate.form,
    lengthBytes: end,
    bits,
    sizeBits,
    addressSizeBits: head.addressBits,
    lock: head.lock,
    repeat: !repeats || head.repeat === 0 ? "none" : head.repeat === 0xf3 ? "rep" : "repne",
    operands,
    ...(segment ? { segmentOverride: segment } : {}),
    ...(head.rex & 8 ? { w: 1 as const } : {}),
    ...(evex ? { evex } : {}),
  };
}

const evexFields = (): NonNullable<Decoded["evex"]> => ({
  mask: head.mask,
  zeroing: head.zeroing,
  broadcastOrRounding: head.b,
  w: head.w,
  length: head.length,
});

/**
 * Decodes the instruction at the start of `bytes` (give at least 15 where there are so many). Undefined when the bytes
 * are no instruction of the mode, or end before it does: `judgeBytes` tells which.
 */
export function decode(bytes: Uint8Array, bits: Bits): Decoded | undefined {
  return read(bytes, bits) ?? readTwin(bytes, bits);
}

/** An encoding that only the CPU knows, as the instruction it is another spelling of. */
function readTwin(bytes: Uint8Array, bits: Bits): Decoded | undefined {
  const twin = plainTwin(bytes, bits);
  const decoded = twin && read(twin.bytes, bits);
  return decoded && { ...decoded, lengthBytes: decoded.lengthBytes + twin.longerBy };
}

/** The segment a prefix names; in 64-bit mode only fs and gs count. */
function segmentOverride(): DecodedMemory["segment"] | undefined {
  return head.segment < 0 || (head.bits === 64 && head.segment < FS) ? undefined : segmentNames[head.segment];
}
