// The text of a decoded instruction in NASM's syntax, as its disassembler writes it: lower case, numbers in
// hexadecimal, a size word exactly where the form needs one. NASM assembles the text back to the same bytes.

import { codeOf, DISTANCE_BIT, type OperandSpec } from "./form.ts";
import type { Decoded, DecodedImmediate, DecodedMemory, DecodedOperand, DecodedRelative } from "./insn.ts";

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
  return plain ? text : `${sizeWords[spec.size & 255] ?? ""}${text}`;
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
  return `${segment}${registers}${displacementText(operand)}`;
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

const scaled = (operand: DecodedMemory): string =>
  `${operand.index!.name}${operand.scale === 1 && operand.base ? "" : `*${operand.scale}`}`;

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

function relative(operand: DecodedRelative, spec: OperandSpec, { decoded, options }: Context): string {
  const fromHere = operand.displacement + BigInt(decoded.lengthBytes);
  if (options.address === undefined) return `${words(spec)}$${signedHex(fromHere)}`;
  const bits =
    decoded.bits === 64
      ? 64
      : codeOf(decoded.form).operandSizeBits === 16 || (decoded.bits === 16 && operand.sizeBits < 32)
        ? 16
        : 32;
  const target = BigInt.asUintN(bits, options.address + fromHere);
  return `${words(spec)}${options.symbolAt?.(target) ?? hex(target)}`;
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

/** lock, rep and what else was there and is not the operands' matter. */
function prefixText(decoded: Decoded): string {
  const hints = codeOf(decoded.form).hints;
  let text = decoded.lock ? "lock " : "";
  if (decoded.repeat === "rep") text += hints.has("repe") ? "repe " : "rep ";
  if (decoded.repeat === "repne") text += codeOf(decoded.form).attributes.has("bnd") ? "bnd " : "repne ";
  const segment = decoded.segmentOverride;
  if (segment !== undefined && !decoded.operands.some((operand) => operand.kind === "memory")) text += `${segment} `;
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
