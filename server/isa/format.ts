// The text of a decoded instruction in NASM's syntax, as its disassembler writes it: lower case, numbers in
// hexadecimal, a size word exactly where the form needs one. NASM assembles the text back to the same bytes.

import { compressionUnit } from "./address.ts";
import { ATTRIBUTE, codeOf, DISTANCE_BIT, FACT2, type FormCode, type OperandSpec } from "./form.ts";
import type { Decoded, DecodedImmediate, DecodedMemory, DecodedOperand, DecodedRelative } from "./insn.ts";
import { formsTaking } from "./table.ts";

/** What surrounds the instruction. */
export interface FormatOptions {
  /** Where it stands: targets of jumps become absolute. Without it they are written as "$+0x10". */
  readonly address?: bigint;
  /** Name for an absolute address, such as "main" or "main+0x10"; undefined where there is none. */
  readonly symbolAt?: (address: bigint) => string | undefined;
  /** "ndisasm" (default): its words and spacing. "plain": a space after commas, no size words that -Ox finds by itself. */
  readonly style?: "ndisasm" | "plain";
}

const sizeWords: Readonly<Record<number, string>> = {
  1: "byte ",
  2: "word ",
  4: "dword ",
  8: "qword ",
  16: "tword ",
  32: "oword ",
  64: "yword ",
  128: "zword ",
};

const hex = (value: bigint): string => `0x${value.toString(16)}`;
const signedHex = (value: bigint): string => (value < 0n ? `-${hex(-value)}` : `+${hex(value)}`);

/** near, far, short as the form's row has them. */
function words(spec: OperandSpec): string {
  if (spec.size & DISTANCE_BIT.far) return "far ";
  if (spec.size & DISTANCE_BIT.near) return "near ";
  if (spec.size & DISTANCE_BIT.short) return "short ";
  return spec.to ? "to " : "";
}

/** Operand number of the operand an instruction's r/m, for braces: the first operand takes the mask. */
const FIRST = 0;

interface Context {
  readonly decoded: Decoded;
  readonly options: FormatOptions;
  readonly plain: boolean;
}

function immediate(operand: DecodedImmediate, spec: OperandSpec, index: number, context: Context): string {
  const { decoded, plain } = context;
  const step = codeOf(decoded.form).steps.find(
    (one) => one.operand === index && (one.kind.startsWith("imm") || one.kind === "is4"),
  );
  if (step === undefined) return "1";
  const { value } = operand;
  if (step.kind === "imm8-signed") {
    if (plain) return value < 0n ? `-${hex(-value)}` : hex(value);
    return `${sizeWords[spec.size & 255] ?? ""}${signedHex(value)}`;
  }
  const bits = step.kind === "imm32-signed" ? decoded.sizeBits : storedBits(step.kind, operand);
  const text = hex(BigInt.asUintN(bits, value));
  // mov r64 with a positive number has a shorter form.
  if (
    decoded.mnemonic === "mov" &&
    step.kind === "imm32-signed" &&
    value >= 0n &&
    decoded.operands[0]!.kind === "register"
  ) {
    return `dword ${text}`;
  }
  if (isLonger(step.kind, value, decoded)) return `strict ${sizeWords[spec.size & 255] ?? ""}${text}`;
  return plain ? text : `${sizeWords[spec.size & 255] ?? ""}${text}`;
}

/** True for a number written longer than NASM would: a form with a sign-extended byte takes it too. */
function isLonger(kind: string, value: bigint, { form }: Decoded): boolean {
  if (kind !== "imm16" && kind !== "imm32" && kind !== "imm32-signed") return false;
  if (value < -128n || value > 127n) return false;
  return formsTaking(form.mnemonic, form.operands.length).some(({ code }) =>
    (code as FormCode).steps.some((step) => step.kind === "imm8-signed"),
  );
}

function storedBits(kind: string, operand: DecodedImmediate): number {
  if (kind === "imm16") return 16;
  if (kind === "imm64") return 64;
  if (kind === "imm32") return 32;
  return kind === "imm-mode" ? operand.sizeBits : 8;
}

function memory(operand: DecodedMemory, spec: OperandSpec, context: Context): string {
  const { decoded } = context;
  const size = operand.sizeBits === 0 || spec.size === 0 ? "" : (sizeWords[spec.size & 255] ?? "");
  const broadcast = decoded.evex?.broadcastOrRounding === true && spec.broadcastBits !== 0;
  const inside = insideBrackets(operand, context);
  if (broadcast) return `${broadcastWord(spec)}[${inside}]{1to${spec.broadcastCount}}`;
  return `${words(spec)}${size}[${inside}]`;
}

const broadcastWord = (spec: OperandSpec): string =>
  spec.broadcastBits === 64 ? "qword " : spec.broadcastBits === 16 ? "word " : "dword ";

function insideBrackets(operand: DecodedMemory, context: Context): string {
  const { decoded, options } = context;
  const segment = operand.segmentExplicit ? `${operand.segment}:` : "";
  if (operand.ripRelative) return `${segment}rel ${ripTarget(operand, decoded, options)}`;
  const registers = [operand.base?.name, operand.index ? scaled(operand) : undefined].filter(Boolean).join("+");
  if (registers === "") return `${absolutePrefix(operand, decoded)}${segment}${absoluteAddress(operand, context)}`;
  return `${exactWords(operand, decoded)}${segment}${registers}${displacementText(operand)}`;
}

/** An address without registers in another size than the mode's has to say so. */
function absolutePrefix(operand: DecodedMemory, decoded: Decoded): string {
  if (operand.addressSizeBits !== decoded.bits) return operand.addressSizeBits === 16 ? "word " : "dword ";
  const offset = codeOf(decoded.form).steps.some((step) => step.kind === "offset");
  return offset && decoded.bits === 64 ? "qword " : "";
}

function absoluteAddress(operand: DecodedMemory, { options }: Context): string {
  const address = BigInt.asUintN(operand.addressSizeBits, operand.displacement);
  return options.symbolAt?.(address) ?? hex(address);
}

/** Words that keep NASM from choosing another form: nosplit, the displacement's size. */
function exactWords(operand: DecodedMemory, decoded: Decoded): string {
  const { base, index, displacement, displacementBytes } = operand;
  const keepIndex = base === undefined && index?.class.startsWith("gpr") && operand.scale <= 2 ? "nosplit " : "";
  if (base === undefined) return keepIndex;
  const needsOne = (base.number & 7) === 5 && !(base.class === "gpr16" && index);
  const shortest = displacement === 0n && !needsOne ? 0 : fitsByte(displacement, decoded) ? 1 : displacementBytes;
  if (displacementBytes <= shortest) return "";
  return displacementBytes === 1 ? "byte " : operand.addressSizeBits === 16 ? "word " : "dword ";
}

/** True when NASM would take the one-byte displacement, which EVEX counts in units. */
function fitsByte(displacement: bigint, decoded: Decoded): boolean {
  const { vector } = codeOf(decoded.form);
  let unit = 1;
  if (decoded.evex && vector) unit = compressionUnit(vector, decoded.evex.w, decoded.evex.broadcastOrRounding);
  if (unit === 0 || displacement % BigInt(unit) !== 0n) return false;
  const scaledDown = displacement / BigInt(unit);
  return scaledDown >= -128n && scaledDown <= 127n;
}

const scaled = (operand: DecodedMemory): string =>
  `${operand.index!.name}${operand.scale === 1 && operand.base && !isVectorRegister(operand) ? "" : `*${operand.scale}`}`;

const isVectorRegister = (operand: DecodedMemory): boolean => operand.index?.class.endsWith("mm") === true;

function displacementText(operand: DecodedMemory): string {
  const { displacement, base } = operand;
  if (displacement === 0n) {
    // bp and r13 cannot stand without a displacement, nor an index without a base.
    const must = base === undefined || ((base.number & 7) === 5 && !(base.class === "gpr16" && operand.index));
    return must ? "+0x0" : "";
  }
  return signedHex(displacement);
}

function ripTarget(operand: DecodedMemory, decoded: Decoded, { address, symbolAt }: FormatOptions): string {
  const fromHere = operand.displacement + BigInt(decoded.lengthBytes);
  if (address === undefined) return `$${signedHex(fromHere)}`;
  const target = BigInt.asUintN(64, address + fromHere);
  return symbolAt?.(target) ?? hex(target);
}

/** "word " for a 16-bit branch in 32-bit code, "dword " the other way round. */
function offSizeWord(decoded: Decoded): string {
  const size = codeOf(decoded.form).operandSizeBits;
  if (size === 16 && decoded.bits === 32) return "word ";
  return size === 32 && decoded.bits === 16 ? "dword " : "";
}

function relative(operand: DecodedRelative, spec: OperandSpec, { decoded, options }: Context): string {
  const fromHere = operand.displacement + BigInt(decoded.lengthBytes);
  const fromShort = fromHere - 2n;
  // NASM would make a short jump of it.
  const isLong = decoded.mnemonic === "jmp" && operand.sizeBits > 8 && fromShort >= -128n && fromShort <= 127n;
  const before = `${offSizeWord(decoded)}${isLong ? "near " : words(spec)}`;
  if (options.address === undefined) return `${before}$${signedHex(fromHere)}`;
  const bits =
    decoded.bits === 64
      ? 64
      : codeOf(decoded.form).operandSizeBits === 16 || (decoded.bits === 16 && operand.sizeBits < 32)
        ? 16
        : 32;
  const target = BigInt.asUintN(bits, options.address + fromHere);
  return `${before}${options.symbolAt?.(target) ?? hex(target)}`;
}

function operandText(operand: DecodedOperand, index: number, context: Context): string {
  const { decoded, options } = context;
  const spec = codeOf(decoded.form).specs[index]!;
  switch (operand.kind) {
    case "register":
      return `${words(spec)}${operand.register.name}`;
    case "immediate":
      return immediate(operand, spec, index, context);
    case "memory":
      return memory(operand, spec, context);
    case "relative":
      return relative(operand, spec, context);
    default: {
      const size = sizeWords[spec.size & 255] ?? "";
      return `${size}${hex(BigInt(operand.segment))}:${options.symbolAt?.(operand.offset) ?? hex(operand.offset)}`;
    }
  }
}

/** `{vex}` or `{evex}` where NASM would choose the other encoding by itself. */
function encodingText(decoded: Decoded): string {
  const { evex, form } = decoded;
  if (evex === undefined) return codeOf(form).flags & ATTRIBUTE.latevex ? "{vex} " : "";
  if (evex.mask !== 0 || evex.zeroing || evex.broadcastOrRounding || evex.length === 2) return "";
  if (decoded.operands.some(needsEvex)) return "";
  const twins = formsTaking(form.mnemonic, form.operands.length);
  const hasTwin = twins.some(({ code }) => isVexForm(code as FormCode));
  return hasTwin ? "{evex} " : "";
}

const isVexForm = (code: FormCode): boolean => code.vector?.kind === "VEX" && !(code.flags & ATTRIBUTE.latevex);

/** Registers 16 to 31 exist behind EVEX only. */
function needsEvex(operand: DecodedOperand): boolean {
  if (operand.kind === "register") return operand.register.number > 15;
  return operand.kind === "memory" && (operand.index?.number ?? 0) > 15;
}

/** An operand size that no operand shows: push word -1, a 16-bit ret. */
function operandSizeText(decoded: Decoded): string {
  const { bits, sizeBits, form } = decoded;
  const code = codeOf(form);
  if (code.vector || code.operandSizeBits !== 0 || code.mandatory.length > 0 || code.specs.some(showsSize)) return "";
  if (sizeBits === 16 && bits !== 16) return "o16 ";
  return sizeBits === 32 && bits === 16 ? "o32 " : "";
}

const showsSize = (spec: OperandSpec): boolean => spec.facts !== 0 || (spec.facts2 & FACT2.memory) !== 0;

/** lock, rep and what else was there and is not the operands' matter. */
function prefixText(decoded: Decoded): string {
  const hints = codeOf(decoded.form).hints;
  let text = encodingText(decoded);
  if (decoded.lock) text += "lock ";
  if (decoded.repeat === "rep") text += hints.has("repe") ? "repe " : "rep ";
  if (decoded.repeat === "repne") text += codeOf(decoded.form).attributes.has("bnd") ? "bnd " : "repne ";
  const segment = decoded.segmentOverride;
  if (segment !== undefined && !decoded.operands.some((operand) => operand.kind === "memory")) text += `${segment} `;
  text += operandSizeText(decoded);
  if (decoded.addressSizeBits !== decoded.bits && needsAddressPrefix(decoded)) text += `a${decoded.addressSizeBits} `;
  return text;
}

/** An address size that no operand shows: rep movsb with a 67 prefix. */
function needsAddressPrefix(decoded: Decoded): boolean {
  if (codeOf(decoded.form).addressSizeBits !== 0) return false;
  return !decoded.operands.some((operand) => operand.kind === "memory");
}

const roundingWords = ["rn-sae", "rd-sae", "ru-sae", "rz-sae"];

/** `{rn-sae}` or `{sae}` of an EVEX instruction between registers, and the operand it stands behind. */
function roundingText(decoded: Decoded): { behind: number; text: string } | undefined {
  if (decoded.evex?.broadcastOrRounding !== true || decoded.operands.some((operand) => operand.kind === "memory"))
    return undefined;
  const { specs } = codeOf(decoded.form);
  const behind = specs.findIndex((spec) => spec.decorations & 12);
  if (behind < 0) return undefined;
  return { behind, text: specs[behind]!.decorations & 4 ? roundingWords[decoded.evex.length]! : "sae" };
}

/** The instruction as NASM would have it written. */
export function format(decoded: Decoded, options: FormatOptions = {}): string {
  const plain = options.style === "plain";
  const context: Context = { decoded, options, plain };
  const rounding = roundingText(decoded);
  const parts: string[] = [];
  decoded.operands.forEach((operand, index) => {
    let text = operandText(operand, index, context);
    if (index === FIRST && decoded.evex) {
      if (decoded.evex.mask !== 0) text += `{k${decoded.evex.mask}}`;
      if (decoded.evex.zeroing) text += "{z}";
    }
    parts.push(text);
    if (rounding?.behind === index) parts.push(`{${rounding.text}}`);
  });
  const name = `${prefixText(decoded)}${decoded.form.mnemonic}`;
  return parts.length === 0 ? name : `${name} ${parts.join(plain ? ", " : ",")}`;
}
