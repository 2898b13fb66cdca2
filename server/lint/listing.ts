// The static layer's view of a module: its instructions decoded in order, with the labels and the source behind them.
// It reads the bytes that were assembled, so macros, `times` and includes need no second understanding.

import type { Assembly } from "../asm/options.ts";
import { lineNumberAt, lineRange, type Source, textOf, withoutComment } from "../base/source.ts";
import { decode } from "../isa/decode.ts";
import type { Decoded, DecodedMemory } from "../isa/insn.ts";
import { registerUse } from "../isa/register-use.ts";
import type { Item, LabelReference, ModuleSymbol, ObjectModule, Section } from "../obj/object-module.ts";

/** One assembled instruction. */
export interface Instruction {
  readonly section: number;
  readonly item: Item;
  readonly decoded: Decoded;
  /** Labels (local ones too) that stand at this instruction. */
  readonly labels: readonly ModuleSymbol[];
  /** Flow may come here from elsewhere than from the line above. A label that nothing names is only there for the reader. */
  readonly isTarget: boolean;
  /** Text behind the semicolon on its line. */
  readonly comment: string;
  /** The linker fills in a part of it. */
  readonly hasFixup: boolean;
}

/** A module with its instructions, section by section. */
export interface Listing {
  readonly module: ObjectModule;
  readonly bits: 32 | 64;
  readonly instructions: readonly Instruction[];
  /** Global labels of the program's other sources. */
  readonly own: ReadonlySet<string>;
}

/** True when one of the sources of the code says what `says` looks for. */
export function isWritten({ instructions }: Listing, says: (source: string) => boolean): boolean {
  const sources = new Set(instructions.map(({ item }) => item.span.source));
  return [...sources].some((source) => says(textOf(source, 0, source.bytes.length)));
}

function labelsByOffset(module: ObjectModule, section: number): Map<bigint, ModuleSymbol[]> {
  const map = new Map<bigint, ModuleSymbol[]>();
  for (const symbol of module.symbols) {
    if (symbol.section !== section || !symbol.isLabel) continue;
    map.set(symbol.value, [...(map.get(symbol.value) ?? []), symbol]);
  }
  return map;
}

/** The comment on the line where an item's statement stands. */
function commentOf(item: Item): string {
  const { source, start } = item.span;
  const { start: lineStart, end } = lineRange(source, lineNumberAt(source, start));
  const text = textOf(source, lineStart, end);
  return text.slice(withoutComment(text).length).trim().slice(1).trim();
}

/** How often each word stands in the sources. */
function wordCounts(sources: readonly Source[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const source of sources)
    for (const [word] of textOf(source, 0, source.bytes.length).matchAll(/[\w#@~?]+/g))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/**
 * Tells of a symbol whether anything but its line may know it: other files, operands, data; where an expression is more than
 * a label and a number, or a macro puts names together, the word alone counts.
 */
function namedSymbols({ module, sources }: Assembly): (symbol: ModuleSymbol) => boolean {
  const named = new Set<string>();
  const put = ({ section, value }: ModuleSymbol, addend = 0n): void => void named.add(`${section} ${value + addend}`);
  for (const { references = [], distances = [] } of module.sections.flatMap(({ items }) => items)) {
    for (const { symbol, addend } of references) {
      put(module.symbols[symbol]!);
      put(module.symbols[symbol]!, addend);
    }
    for (const { to, from } of distances)
      for (const end of [to, from]) if (typeof end === "number") put(module.symbols[end]!);
  }
  let counts: ReadonlyMap<string, number> | undefined;
  return (symbol) => {
    if (symbol.binding !== "local" || named.has(`${symbol.section} ${symbol.value}`)) return true;
    counts ??= wordCounts(sources);
    return counts.get(symbol.name.slice(symbol.name.lastIndexOf(".") + 1)) !== 1;
  };
}

function sectionInstructions(
  module: ObjectModule,
  index: number,
  section: Section,
  bits: 32 | 64,
  isNamed: (symbol: ModuleSymbol) => boolean,
): Instruction[] {
  const labels = labelsByOffset(module, index);
  const fixups = section.fixups.map(({ offset }) => offset).sort((a, b) => a - b);
  const out: Omit<Instruction, "isTarget">[] = [];
  const targets = new Set<number>();
  let fixup = 0;
  for (const item of section.items) {
    if (item.kind !== "code") continue;
    const decoded = decode(section.bytes.subarray(item.offset, item.offset + item.sizeBytes), bits);
    if (decoded === undefined) continue;
    while (fixup < fixups.length && fixups[fixup]! < item.offset) fixup++;
    const hasFixup = fixup < fixups.length && fixups[fixup]! < item.offset + item.sizeBytes;
    for (const operand of decoded.operands)
      if (operand.kind === "relative" && !hasFixup)
        targets.add(item.offset + item.sizeBytes + Number(operand.displacement));
    out.push({
      section: index,
      item,
      decoded,
      labels: labels.get(BigInt(item.offset)) ?? [],
      comment: commentOf(item),
      hasFixup,
    });
  }
  return out.map((one) => ({ ...one, isTarget: targets.has(one.item.offset) || one.labels.some(isNamed) }));
}

/** Decodes every executable section of an assembly. */
export function listing(assembly: Assembly, bits: 32 | 64, own: ReadonlySet<string> = new Set()): Listing {
  const { module } = assembly;
  const isNamed = namedSymbols(assembly);
  const instructions = module.sections.flatMap((section, index) =>
    section.exec ? sectionInstructions(module, index, section, bits, isNamed) : [],
  );
  return { module, bits, instructions, own };
}

/** The symbol that an instruction's operand of this use names. */
export function referenced(
  code: Listing,
  instruction: Instruction,
  use: LabelReference["use"],
): { reference: LabelReference; symbol: ModuleSymbol } | undefined {
  const reference = instruction.item.references?.find((one) => one.use === use);
  const symbol = reference && code.module.symbols[reference.symbol];
  return reference && symbol && { reference, symbol };
}

const ENDS = new Set(["jmp", "ret", "retn", "retf", "hlt", "ud2", "iret", "iretq", "iretd"]);

/** True for instructions behind which execution does not go on. */
export const endsFlow = (decoded: Decoded): boolean => ENDS.has(decoded.mnemonic);
/** True for any change of flow: what a straight line must not cross. */
export const changesFlow = (decoded: Decoded): boolean =>
  endsFlow(decoded) || decoded.mnemonic === "call" || /^(j[a-z]+|loop[a-z]*)$/.test(decoded.mnemonic);

/** "syscall" or "int80" for the instructions that enter the kernel. */
export function kernelEntry(decoded: Decoded): "syscall" | "int80" | undefined {
  if (decoded.mnemonic === "syscall") return "syscall";
  const operand = decoded.operands[0];
  return decoded.mnemonic === "int" && operand?.kind === "immediate" && BigInt.asUintN(8, operand.value) === 0x80n
    ? "int80"
    : undefined;
}

/** What an instruction takes of its memory operand: NASM's table has `cmpsd` with 16 bytes, the CPU reads 8. */
export const accessedBytes = ({ mnemonic }: Decoded, operand: DecodedMemory): number =>
  MASKED.test(mnemonic) ? 0 : mnemonic === "cmpsd_xmm" ? 8 : operand.sizeBits / 8;

/** Which elements these touch is the mask's, where gathers go the indexes'. */
const MASKED = /^v?p?(maskmov|gather)/;

/** True when the program asks for other rights to its memory: what was read-only may be written then. */
export const changesMemory = ({ module, instructions }: Listing): boolean =>
  // Of a flat binary only its own headers say what may be written.
  module.originGiven === true ||
  module.symbols.some(({ name, section }) => section === "undefined" && name === "mprotect") ||
  instructions.some(({ decoded }, index) => {
    const [target, value] = decoded.operands;
    const isNumber = value?.kind === "immediate" && (value.value === 10n || value.value === 125n);
    const isInRax = target?.kind === "register" && target.register.number === 0;
    return decoded.mnemonic === "mov" && isInRax && isNumber && mayReachKernel(instructions, index + 1);
  });

/** rax goes as it is from an instruction to a system call, or along a branch that is not followed. */
function mayReachKernel(instructions: readonly Instruction[], from: number): boolean {
  for (let index = from; index < instructions.length; index++) {
    const { decoded } = instructions[index]!;
    if (kernelEntry(decoded) !== undefined || changesFlow(decoded)) return true;
    const { reads, writes } = registerUse(decoded);
    if (reads.has(0) || writes.has(0)) return false;
  }
  return false;
}
