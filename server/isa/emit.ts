// Writing a chosen form: prefixes, REX or VEX or EVEX, opcode, ModRM and SIB, displacement, immediates, and the slots
// where a value still has to be fixed up.
// Source: SDM Vol. 2, chapter 2 "Instruction Format"; order of the legacy prefixes as NASM writes them.

import { type Address, compressionUnit, encodeAddress } from "./address.ts";
import { ATTRIBUTE, codeOf, DECORATION, type FormCode, SIZE_BIT, type Step, type VectorPrefix } from "./form.ts";
import {
  type EncodeRequest,
  type EncodeWarning,
  type Form,
  type MemoryOperand,
  NO_SEGMENT,
  type NumberField,
  type Operand,
  type Slot,
  type Value,
} from "./insn.ts";
import type { OperandFacts, RequestFacts } from "./operand-facts.ts";
import { type FieldSign, overflowMessage, overflows } from "./overflow.ts";
import { type Prefixes, segmentWarning, writePrefixes } from "./prefixes.ts";
import type { Register } from "./register.ts";

/** REX bits, and beside them "a REX byte must be" and "a high byte register is used". */
const B = 1;
const X = 2;
const R = 4;
const W = 8;
const PRESENT = 0x40;
const HIGH = 0x100;

/** One instruction being written. */
export interface Emission {
  readonly request: EncodeRequest;
  readonly facts: RequestFacts;
  readonly form: Form;
  readonly code: FormCode;
  readonly prefixes: Prefixes;
  readonly addressBits: number;
  readonly warnings: EncodeWarning[];
  slots: readonly Slot[];
  numbers: readonly NumberField[];
  at: number;
  rex: number;
  /** Bit 4 of ModRM.reg, of ModRM.rm and of vvvv or a vector index (EVEX R', X, V'). */
  regHigh: boolean;
  rmHigh: boolean;
  vvvvHigh: boolean;
  address: Address | undefined;
  error: string;
  /** "measure" a short jump, or "write" an instruction: what NASM warns of at each look at the prefixes differs. */
  purpose: "measure" | "write";
}

/** The longest thing written: prefixes, EVEX, opcode, SIB, displacement, immediate; and NASM's long jcc. */
const bytes = new Uint8Array(64);

export function begin(
  request: EncodeRequest,
  facts: RequestFacts,
  form: Form,
  prefixes: Prefixes,
  addressBits: number,
  warnings: EncodeWarning[],
): Emission {
  return {
    request,
    facts,
    form,
    code: codeOf(form),
    prefixes,
    addressBits,
    warnings,
    slots: NO_SLOTS,
    numbers: NO_NUMBERS,
    at: 0,
    rex: 0,
    regHigh: false,
    rmHigh: false,
    vvvvHigh: false,
    address: undefined,
    error: "",
    purpose: "write",
  };
}

const NO_SLOTS: readonly Slot[] = [];
const NO_NUMBERS: readonly NumberField[] = [];

/** Notes that a plain number stands at the place under way. */
function addNumber(e: Emission, operand: number, sizeBytes: NumberField["sizeBytes"]): void {
  const field = { operand: e.facts.operands[operand]!.position, offset: e.at, sizeBytes };
  e.numbers = e.numbers.length === 0 ? [field] : [...e.numbers, field];
}

const addSlot = (e: Emission, slot: Slot): void => {
  const written = { ...slot, operand: e.facts.operands[slot.operand]!.position };
  e.slots = e.slots.length === 0 ? [written] : [...e.slots, written];
};

function warn(e: Emission, code: string, message: string): void {
  if (e.request.final) e.warnings.push({ code, message, at: e.at });
}

function registerAt(e: Emission, operand: number): Register | undefined {
  const given = e.facts.operands[operand]?.operand;
  return given?.kind === "register" ? given.register : undefined;
}

/** REX bits that a register asks for; `bit` is the one for its number. */
function rexFor(register: Register, bit: number): number {
  let rex = register.number & 8 ? bit : 0;
  if (register.class === "gpr64") rex |= W;
  else if (register.class === "gpr8h") rex |= HIGH;
  else if (register.class === "gpr8" && register.number >= 4) rex |= PRESENT;
  return rex;
}

function gatherRegister(e: Emission, step: Step): void {
  const reg = step.kind === "modrm-register" ? registerAt(e, step.second) : undefined;
  if (reg) {
    e.rex |= rexFor(reg, R);
    e.regHigh = (reg.number & 16) !== 0;
  }
  if (step.kind === "modrm-digit" || step.kind === "modrm-register") {
    const given = e.facts.operands[step.operand]!;
    const rm = registerAt(e, step.operand);
    if (rm) {
      e.rex |= rexFor(rm, B);
      e.rmHigh = (rm.number & 16) !== 0;
      if (given.broadcast !== 0) e.error = "broadcast not allowed with register operand";
    } else gatherMemory(e, given, step);
    return;
  }
  const register = registerAt(e, step.operand);
  if (register) e.rex |= rexFor(register, step.kind === "plus-register" ? B : R);
}

/** The number in vvvv. For two forms NASM's table puts memory there: its base register is taken. */
function vvvvNumber(e: Emission, operand: number): number {
  const given = e.facts.operands[operand]?.operand;
  if (operand < 0 || given === undefined) return 0;
  if (given.kind === "register") return given.register.number;
  if (given.kind !== "memory" || given.base === undefined) {
    e.error = "invalid combination of opcode and operands";
    return 0;
  }
  return given.base.number;
}

/** N of disp8*N for this form and operand. */
function unitOf(vector: VectorPrefix | undefined, given: OperandFacts, { operands, decorated }: RequestFacts): number {
  if (vector?.kind !== "EVEX") return 0;
  const rounded = decorated >= 0 && (operands[decorated]!.decorations & (DECORATION.rounding | DECORATION.sae)) !== 0;
  const w = vector.w === 1 || vector.w === -2 ? 1 : 0;
  // With {sae} beside memory NASM has written 0 for the vector's length by then.
  return compressionUnit(rounded ? { ...vector, length: 0 } : vector, w, given.broadcast !== 0) || -1;
}

/** An immediate may stand for an address: lea eax, 5. */
function asMemory(
  given: OperandFacts,
  { defaultRelative: relative = false }: EncodeRequest,
): MemoryOperand | undefined {
  const { operand } = given;
  if (operand.kind === "memory") return operand;
  if (operand.kind !== "immediate") return undefined;
  return {
    kind: "memory",
    sizeBits: 0,
    strict: false,
    scale: 0,
    hint: "none",
    noSplit: false,
    displacement: operand.value,
    hasDisplacement: true,
    displacementSizeBits: 0,
    addressSizeBits: 0,
    relative,
    relativeExplicit: false,
    broadcast: 0,
  };
}

function gatherMemory(e: Emission, given: OperandFacts, _step: Step): void {
  const { bits } = e.request;
  const plain = asMemory(given, e.request);
  if (plain === undefined) {
    e.error = `invalid ${bits}-bit effective address`;
    return;
  }
  if (given.decorations & (DECORATION.rounding | DECORATION.sae)) {
    e.error = "embedded rounding is available only with register-register operations";
    return;
  }
  const index = e.code.index >= 0 ? registerAt(e, e.code.index) : undefined;
  const operand: MemoryOperand = index ? { ...plain, index, scale: 1, hint: "not-base" } : plain;
  const address = encodeAddress(operand, {
    bits,
    addressBits: e.addressBits,
    scaleN: unitOf(e.code.vector, given, e.facts),
    needSib: (e.code.flags & ATTRIBUTE.sib) !== 0,
    mib: (e.code.flags & ATTRIBUTE.mib) !== 0,
    warn: (code, message, when) => {
      if (when === "measured") e.warnings.push({ code, message, measured: true });
      else warn(e, code, message);
    },
  });
  if (typeof address === "string") {
    e.error = address;
    return;
  }
  if (address.kind !== (e.code.vsib || "scalar")) {
    e.error = `invalid ${bits}-bit effective address`;
    return;
  }
  e.address = address;
  e.rex |= address.rex;
  if (address.indexHigh) e.vvvvHigh = true;
}

function settleOperandSize(e: Emission): void {
  const { operandSizeBits } = e.code;
  if (operandSizeBits === 64) e.rex |= W;
  else if (operandSizeBits !== 0) {
    const word = operandSizeBits === 16 ? "o16" : "o32";
    if (e.prefixes.operandSize === "") e.prefixes.operandSize = word;
    else if (e.prefixes.operandSize !== word) {
      warn(e, "prefix-opsize", `invalid operand size prefix, must be ${word}`);
    }
  }
}

/** Everything that decides the bytes before the opcode. */
export function prepare(e: Emission): void {
  const { code, prefixes } = e;
  if (prefixes.operandSize === "o64") e.rex |= W;
  settleOperandSize(e);
  if (code.hints.size !== 0) {
    if (code.hints.has("wait") && prefixes.wait === "") prefixes.wait = "wait";
    if (code.hints.has("mustrep") && prefixes.repeat === "") prefixes.repeat = "rep";
  }
  for (const step of code.steps) {
    if (step.kind.startsWith("modrm") || step.kind === "plus-register") gatherRegister(e, step);
  }
  if (code.default64) e.rex &= ~W;
  if (code.hints.has("nohi")) {
    if (e.rex & HIGH) e.error ||= "instruction cannot use high registers";
    e.rex &= ~PRESENT;
  }
  if (prefixes.encoding === "rex") e.rex |= PRESENT;
  if (e.error === "") checkPrefixes(e);
}

function checkPrefixes(e: Emission): void {
  const { code, prefixes, request } = e;
  if (code.vector) checkVector(e, code.vector);
  else if (e.rex & 0x4f) checkRex(e);
  if (e.error !== "") return;
  const first = e.facts.operands[0];
  const onMemory = e.facts.count > 0 && first!.operand.kind === "memory";
  if (prefixes.lock !== "" && !(onMemory && code.flags & ATTRIBUTE.lock)) {
    warn(e, "prefix-lock", "instruction is not lockable");
  }
  if (prefixes.repeat === "xacquire" || prefixes.repeat === "xrelease") checkElision(e, onMemory);
  if (request.defaultBnd && code.flags & ATTRIBUTE.bnd && prefixes.repeat !== "nobnd") prefixes.repeat = "bnd";
  const segment = segmentWarning(prefixes, request.bits);
  if (segment) {
    // NASM counts the prefixes once for the length and once for the bytes, and warns each time.
    warn(e, segment.code, segment.message);
    if (e.purpose === "write") warn(e, segment.code, segment.message);
  }
}

const notInMode = "invalid operands in non-64-bit mode";

function checkVector(e: Emission, vector: VectorPrefix): void {
  if (e.rex & HIGH) {
    e.error = "cannot use high register in AVX instruction";
    return;
  }
  let bad = R | X | B | W;
  if (vector.w === 1) {
    e.rex |= W;
    bad &= ~W;
  } else if (vector.w !== -2) e.rex &= ~W;
  const vvvv = vvvvNumber(e, vector.vvvv);
  if (e.request.bits !== 64 && (e.rex & bad || vvvv > 7)) e.error = notInMode;
  if (vector.kind !== "EVEX" && (vvvv > 15 || e.regHigh || e.rmHigh)) {
    e.error ||= "invalid high-16 register in non-AVX-512";
  }
  if (e.prefixes.encoding === "vex2" && needsThreeBytes(e, vector)) {
    e.error ||= "instruction not encodable with {vex2} prefix";
  }
}

const needsThreeBytes = (e: Emission, vector: VectorPrefix): boolean =>
  vector.map !== 1 || (e.rex & (W | X | B)) !== 0 || e.prefixes.encoding === "vex3";

function checkRex(e: Emission): void {
  if (e.rex & HIGH) e.error = "cannot use high byte register in rex instruction";
  else if (e.request.bits !== 64) {
    // mov cr8, eax: LOCK stands for REX.R outside 64-bit mode.
    const lockAsR = e.code.hints.has("rex.l") && !(e.rex & (PRESENT | W | X | B));
    if (!lockAsR) e.error = notInMode;
    else if (e.prefixes.lock !== "") e.error = "invalid lock prefix";
  }
}

function checkElision(e: Emission, onMemory: boolean): void {
  const { attributes } = e.code;
  const { repeat } = e.prefixes;
  const free = attributes.has("hlenl") || (attributes.has("hlexr") && repeat === "xrelease");
  if (!onMemory || !(free || attributes.has("hle"))) {
    warn(e, "prefix-hle", `${repeat} invalid with this instruction`);
  } else if (!free && e.prefixes.lock === "") {
    warn(e, "prefix-hle", `${repeat} with this instruction requires lock`);
  }
}

/** Bytes before the opcode. */
export function writeHeader(e: Emission): void {
  const { code, prefixes, request } = e;
  let at = writePrefixes(prefixes, request.bits, bytes);
  const fixed = code.addressSizeBits;
  if (fixed === 64 && (request.bits !== 64 || (prefixes.addressSize !== "" && prefixes.addressSize !== "a64"))) {
    e.error = "invalid combination of opcode and operands";
    return;
  }
  if ((fixed === 16 || fixed === 32) && request.bits !== fixed && prefixes.addressSize !== `a${fixed}`)
    bytes[at++] = 0x67;
  for (const byte of code.mandatory) bytes[at++] = byte;
  if (code.vector) at = writeVector(e, code.vector, at);
  else if (request.bits === 64) {
    if (e.rex & 0x4f) bytes[at++] = 0x40 | (e.rex & 15);
  } else if (code.hints.has("rex.l") && e.rex & R) bytes[at++] = 0xf0;
  e.at = at;
}

function writeVector(e: Emission, vector: VectorPrefix, start: number): number {
  let at = start;
  const vvvv = vvvvNumber(e, vector.vvvv);
  const length = Math.max(0, vector.length);
  const inverted = (~vvvv & 15) << 3;
  if (vector.kind === "EVEX") {
    const rex = (e.rex & (R | X | B)) | (e.rmHigh ? X : 0);
    bytes[at++] = 0x62;
    bytes[at++] = (((rex << 5) | (e.regHigh ? 0x10 : 0)) ^ 0xf0) | vector.map;
    bytes[at++] = (e.rex & W ? 0x80 : 0) | inverted | 4 | vector.pp;
    bytes[at++] = evexPayload(e, length, vvvv > 15 || e.vvvvHigh);
  } else if (needsThreeBytes(e, vector)) {
    bytes[at++] = vector.kind === "XOP" ? 0x8f : 0xc4;
    bytes[at++] = ((~e.rex & 7) << 5) | vector.map;
    bytes[at++] = (e.rex & W ? 0x80 : 0) | inverted | (length << 2) | vector.pp;
  } else {
    bytes[at++] = 0xc5;
    bytes[at++] = (e.rex & R ? 0 : 0x80) | inverted | (length << 2) | vector.pp;
  }
  return at;
}

/** z, L'L or rounding, b, V', aaa. */
function evexPayload(e: Emission, length: number, high: boolean): number {
  const { decorated, operands, rounding } = e.facts;
  const given = decorated >= 0 ? operands[decorated]! : undefined;
  let payload = high ? 0 : 8;
  if (given && given.decorations & (DECORATION.rounding | DECORATION.sae)) {
    payload |= 0x10 | (given.decorations & DECORATION.rounding ? rounding << 5 : 0);
  } else payload |= (length << 5) | (given ? 0x10 : 0);
  const first = operands[0]!.operand;
  if (e.facts.count > 0 && (first.kind === "register" || first.kind === "memory")) {
    if (first.zeroing) payload |= 0x80;
    payload |= (first.mask?.number ?? 0) & 7;
  }
  return payload;
}

const isPlain = (value: Value): boolean => value.segment === NO_SEGMENT && value.wrt === NO_SEGMENT;

/** Low bytes of a value. */
function writeNumber(value: bigint, sizeBytes: number, at: number): void {
  let rest = Number(BigInt.asUintN(32, value));
  const low = Math.min(sizeBytes, 4);
  for (let k = 0; k < low; k++, rest >>>= 8) bytes[at + k] = rest & 0xff;
  if (sizeBytes <= 4) return;
  rest = Number(BigInt.asUintN(32, value >> 32n));
  for (let k = 4; k < 8; k++, rest >>>= 8) bytes[at + k] = rest & 0xff;
}

interface Field {
  readonly operand: number;
  readonly part: Slot["part"];
  readonly sizeBytes: 1 | 2 | 4 | 8;
  readonly sign: FieldSign;
  readonly use: Slot["use"];
  /** The value counts from the instruction's place: it is no plain number. */
  readonly selfRelative?: boolean | undefined;
}

function writeField(e: Emission, value: Value, field: Field): void {
  const { sizeBytes, sign } = field;
  if (isPlain(value) && !field.selfRelative) {
    const checked = sizeBytes * 8 >= e.request.bits ? "wrap" : sign;
    if (e.request.final && overflows(value.offset, sizeBytes, checked)) {
      warn(e, "number-overflow", overflowMessage(sizeBytes));
    }
    // Which displacements have another form hangs on what EVEX compresses them by.
    if (e.code.vector?.kind !== "EVEX" || field.part !== "displacement") addNumber(e, field.operand, sizeBytes);
  } else {
    const { operand, part, use } = field;
    addSlot(e, { operand, part, offset: e.at, sizeBytes, relative: false, signed: sign === "signed", use });
  }
  writeNumber(value.offset, sizeBytes, e.at);
  e.at += sizeBytes;
}

/** A field that counts from the end of the instruction: the value is put in when the end is known. */
function writeRelative(e: Emission, field: Field): void {
  const { operand, part, sizeBytes, use } = field;
  addSlot(e, { operand, part, offset: e.at, sizeBytes, relative: true, signed: true, use });
  e.at += sizeBytes;
}

function valueAt(e: Emission, operand: number): Value {
  return numberIn(e.facts.operands[operand]!.operand);
}

function numberIn(given: Operand): Value {
  if (given.kind === "memory") return given.displacement;
  return given.kind === "immediate"
    ? given.value
    : { offset: 0n, segment: NO_SEGMENT, wrt: NO_SEGMENT, forward: false, unknown: false };
}

/** 2 or 4 bytes, by the size written before the operand or the mode. */
function modeBytes(e: Emission, operand: number): 2 | 4 {
  const written = e.facts.operands[operand]!.operand.sizeBits;
  if (written === 16) return 2;
  if (written === 32 || written === 64) return 4;
  return e.request.bits === 16 ? 2 : 4;
}

/** Whether an address is written as a distance from the instruction (`label - $`). */
function isSelfRelative(e: Emission, operand: number): boolean | undefined {
  const given = e.facts.operands[operand]!.operand;
  return given.kind === "memory" && given.selfRelative;
}

function writeDisplacement(e: Emission, address: Address, operand: number): void {
  const sizeBytes = address.displacementBytes;
  if (sizeBytes === 0) return;
  // A compressed zero is written as any other displacement: it may be the distance of a label.
  if (address.compressed) {
    bytes[e.at++] = address.compressed & 0xff;
    return;
  }
  const selfRelative = isSelfRelative(e, operand);
  const field: Field = { operand, part: "displacement", sizeBytes, sign: "wrap", use: "address", selfRelative };
  if (address.ripRelative) {
    writeRelative(e, field);
    return;
  }
  const value = valueAt(e, operand);
  const addressBytes = e.addressBits / 8;
  if (e.request.final && displacementOverflows(value.offset, e.addressBits, sizeBytes)) {
    warn(e, "number-overflow", overflowMessage(sizeBytes));
  }
  writeField(e, value, { ...field, sign: addressBytes > sizeBytes ? "signed" : "wrap" });
}

function displacementOverflows(offset: bigint, addressBits: number, sizeBytes: number): boolean {
  if (overflows(offset, addressBits / 8, "wrap")) return true;
  return BigInt.asIntN(addressBits, offset) !== BigInt.asIntN(sizeBytes * 8, offset);
}

function writeModRm(e: Emission, reg: number, operand: number): void {
  const rm = registerAt(e, operand);
  if (rm) {
    bytes[e.at++] = 0xc0 | (reg << 3) | (rm.number & 7);
    return;
  }
  const address = e.address!;
  if (address.again) warn(e, address.again.code, address.again.message);
  bytes[e.at++] = address.modRm | (reg << 3);
  if (address.sib >= 0) bytes[e.at++] = address.sib;
  writeDisplacement(e, address, operand);
}

/** A byte that the CPU sign-extends: a number may also be written as the operation's unsigned one. */
function writeSignedByte(e: Emission, operand: number): void {
  const value = valueAt(e, operand);
  if (!isPlain(value)) {
    writeField(e, value, { operand, part: "immediate", sizeBytes: 1, sign: "wrap", use: "data" });
    return;
  }
  const { operandSize } = e.prefixes;
  const sizeBits = e.rex & W ? 64 : operandSize === "o16" ? 16 : operandSize === "o32" ? 32 : e.request.bits;
  if (e.request.final) {
    const { offset } = value;
    const unsigned = BigInt.asUintN(64, offset);
    const top = BigInt.asUintN(64, 1n << BigInt(sizeBits));
    const fitsByte = offset >= -128n && offset <= 127n;
    const from = BigInt.asUintN(64, top - 128n);
    const to = BigInt.asUintN(64, top - 1n);
    if (!fitsByte && (unsigned < from || unsigned > to)) {
      // Written, or what all forms agree on.
      const byte = e.facts.operands[operand]!.size === SIZE_BIT[8];
      const name = byte ? "signed byte" : sizeBits === 16 ? "word" : sizeBits === 32 ? "dword" : "signed dword";
      warn(e, "number-overflow", `${name} value exceeds bounds`);
    }
  }
  addNumber(e, operand, 1);
  bytes[e.at++] = Number(BigInt.asUintN(8, value.offset));
}

function writeSegment(e: Emission, operand: number): void {
  const given = e.facts.operands[operand]!.operand;
  if (given.kind !== "immediate") return;
  const { farSegment } = given;
  if (farSegment && isPlain(farSegment)) {
    writeField(e, farSegment, { operand, part: "far-segment", sizeBytes: 2, sign: "wrap", use: "data" });
    return;
  }
  if (!farSegment && given.value.segment === NO_SEGMENT && e.request.final) {
    e.error = "value referenced by FAR is not relocatable";
    return;
  }
  addSlot(e, {
    operand,
    part: "far-segment",
    offset: e.at,
    sizeBytes: 2,
    relative: false,
    signed: false,
    use: "data",
  });
  writeNumber(farSegment?.offset ?? 0n, 2, e.at);
  e.at += 2;
}

/** Register in the high four bits (bit 4 of it in bit 3), a number in the rest. */
function writeIs4(e: Emission, step: Step): void {
  const register = registerAt(e, step.operand)!.number;
  let low = step.value;
  if (step.second >= 0) {
    const value = valueAt(e, step.second);
    const mask = e.prefixes.encoding === "evex" ? 7n : 15n;
    if (!isPlain(value) && e.request.final)
      e.error = `non-absolute expression not permitted as argument ${step.second}`;
    else if (value.offset & ~mask) warn(e, "number-overflow", "is4 argument exceeds bounds");
    low = Number(value.offset & mask);
  }
  bytes[e.at++] = ((register << 4) & 0xf0) | ((register & 0x10) >> 1) | low;
}

type ImmediateRow = readonly [1 | 2 | 4 | 8, FieldSign];
const immediateRows: Readonly<Record<string, ImmediateRow>> = {
  imm8: [1, "wrap"],
  "imm8-unsigned": [1, "unsigned"],
  imm16: [2, "wrap"],
  imm32: [4, "wrap"],
  "imm32-signed": [4, "signed"],
  imm64: [8, "wrap"],
};

function writeImmediate(e: Emission, step: Step): void {
  const [sizeBytes, sign] = immediateRows[step.kind]!;
  const value = valueAt(e, step.operand);
  if (step.kind === "imm32-signed" && e.request.final && isPlain(value) && overflows(value.offset, 4, "signed")) {
    warn(e, "number-overflow", "signed dword immediate exceeds bounds");
  }
  writeField(e, value, { operand: step.operand, part: "immediate", sizeBytes, sign, use: "data" });
}

/** Runs one step of the form's encoding. */
export function writeStep(e: Emission, step: Step): void {
  const { operand } = step;
  switch (step.kind) {
    case "byte":
      bytes[e.at++] = step.value;
      return;
    case "plus-register":
      bytes[e.at++] = step.value + (registerAt(e, operand)!.number & 7);
      return;
    case "modrm-register":
      writeModRm(e, registerAt(e, step.second)!.number & 7, operand);
      return;
    case "modrm-digit":
      writeModRm(e, step.value, operand);
      return;
    case "modrm-fixed":
      bytes[e.at++] = step.value | ((registerAt(e, operand)!.number & 7) << 3);
      return;
    case "imm8-signed":
      writeSignedByte(e, operand);
      return;
    case "imm-mode":
      writeField(e, valueAt(e, operand), {
        operand,
        part: "immediate",
        sizeBytes: modeBytes(e, operand),
        sign: "wrap",
        use: "data",
      });
      return;
    case "offset":
      writeField(e, valueAt(e, operand), {
        operand,
        part: "displacement",
        sizeBytes: (e.addressBits / 8) as 2 | 4 | 8,
        sign: "wrap",
        use: "address",
        selfRelative: isSelfRelative(e, operand),
      });
      return;
    case "rel8":
      writeRelative(e, { operand, part: "immediate", sizeBytes: 1, sign: "signed", use: "branch" });
      return;
    case "rel":
      writeRelative(e, {
        operand,
        part: "immediate",
        sizeBytes: modeBytes(e, operand),
        sign: "signed",
        use: "branch",
      });
      return;
    case "segment":
      writeSegment(e, operand);
      return;
    case "is4":
      writeIs4(e, step);
      return;
    case "jump-length":
      bytes[e.at++] = e.request.bits === 16 ? 3 : 5;
      return;
    default:
      writeImmediate(e, step);
      return;
  }
}

/** Puts the relative fields' values in, now that the instruction's end is known, and hands the bytes out. */
export function finish(e: Emission): Uint8Array {
  const result = bytes.slice(0, e.at);
  for (const slot of e.slots) {
    if (!slot.relative) continue;
    const value = numberIn(e.request.operands[slot.operand]!);
    // Counted from the end: the distance when the target is in this section, an addend otherwise.
    const distance = value.offset - e.request.here.offset - BigInt(e.at);
    if (e.request.final && value.segment === e.request.here.segment) checkReach(e, slot, distance);
    let rest = distance;
    for (let k = 0; k < slot.sizeBytes; k++, rest >>= 8n) result[slot.offset + k] = Number(rest & 255n);
  }
  return result;
}

function checkReach(e: Emission, slot: Slot, distance: bigint): void {
  const sign = slot.sizeBytes * 8 >= e.request.bits ? "wrap" : "signed";
  if (!overflows(distance, slot.sizeBytes, sign)) return;
  if (slot.sizeBytes === 1) e.error = "short jump is out of range";
  warn(e, "number-overflow", overflowMessage(slot.sizeBytes));
}

/** Bytes of a short jump form with these prefixes: what decides whether the target is near enough. */
export function shortJumpLength(e: Emission): number {
  e.purpose = "measure";
  prepare(e);
  return writePrefixes(e.prefixes, e.request.bits, bytes) + 2;
}
