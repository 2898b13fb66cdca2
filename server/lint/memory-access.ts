// Accesses whose address is known without running: heap blocks of constant size, freed blocks, null, sections that may not be
// written, places behind a section's end, aligned instructions on unaligned labels, results of malloc that nobody tested.

import type { Diagnostic, Fix } from "../base/diagnostic.ts";
import { textOf } from "../base/source.ts";
import type { FindingName } from "../facts/findings.ts";
import type { DecodedMemory } from "../isa/insn.ts";
import type { Section } from "../obj/object-module.ts";
import { stackAlignments } from "./flow/alignment.ts";
import { externName } from "./flow/calls.ts";
import {
  flowFinding,
  isEditable,
  judged,
  lineText,
  overFlow,
  type Place,
  registerName,
  relatedTo,
} from "./flow/judge.ts";
import { addressOf } from "./flow/transfer.ts";
import { isStack, only, type Value } from "./flow/value.ts";
import { changesMemory, type Listing } from "./listing.ts";

type Block = Extract<Value, { kind: "block" }>;
type Label = Extract<Value, { kind: "label" }>;

interface Access {
  readonly place: Place;
  readonly operand: DecodedMemory;
  readonly values: readonly Value[];
  readonly sizeBytes: number;
  readonly isWrite: boolean;
}

const bytes = (count: number): string => `${count} ${count === 1 ? "byte" : "bytes"}`;
const named = (isWrite: boolean, kind: string): FindingName => `${kind}-${isWrite ? "write" : "read"}` as FindingName;

function ofBlock({ place, values, sizeBytes, isWrite }: Access): Diagnostic[] {
  const blocks = values.filter((value): value is Block => value.kind === "block");
  const block = blocks[0];
  if (block === undefined) return [];
  const by = externName(place.flow.graph, block.at) ?? "malloc";
  const related = relatedTo(place.code, block.at, "allocated here");
  const verb = isWrite ? "writes" : "reads";
  const freed = judged(values, (value) => value.kind === "block" && value.state === "freed");
  if (freed !== undefined) {
    const path = freed === "hint" ? " on some path" : "";
    const message = `${verb} a block that was freed${path}; ${by} in ${lineText(place.code, block.at)} allocated it`;
    return [flowFinding(place, named(isWrite, "use-after-free"), freed, message, { related })];
  }
  const isPast = (value: Value) =>
    value.kind === "block" && value.sizeBytes >= 0 && value.offset + sizeBytes > value.sizeBytes;
  const past = judged(values, isPast);
  if (past !== undefined) {
    const end = block.offset + sizeBytes - block.sizeBytes;
    const message = `${verb} ${bytes(sizeBytes)}, ${bytes(Math.min(end, sizeBytes))} of them past the end of a block of ${bytes(block.sizeBytes)}; ${by} in ${lineText(place.code, block.at)} allocated it`;
    return [flowFinding(place, named(isWrite, "heap-overflow"), past, message, { related })];
  }
  const before = judged(values, (value) => value.kind === "block" && value.offset < 0);
  if (before !== undefined) {
    const message = `${verb} ${bytes(sizeBytes)} before the start of the block that ${by} in ${lineText(place.code, block.at)} allocated`;
    return [flowFinding(place, named(isWrite, "heap-underflow"), before, message, { related })];
  }
  if (block.state !== "untested" || blocks.length !== values.length) return [];
  const message = `the result of ${by} in ${lineText(place.code, block.at)} is used without a test: it is 0 when there is no memory`;
  return [flowFinding(place, "missing-null-check", "hint", message, { related })];
}

function ofNull({ place, operand, values, isWrite }: Access): Diagnostic[] {
  if (operand.base === undefined || operand.segment === "fs" || operand.segment === "gs") return [];
  const severity = judged(values, (value) => value.kind === "constant" && value.value < 4096n);
  const value = values.find(({ kind }) => kind === "constant");
  if (severity !== "warning" || value?.kind !== "constant") return [];
  const base = registerName(place.code, operand.base.number);
  const message = `${isWrite ? "writes" : "reads"} at address ${value.value}: ${base} holds a number here, not an address, and nothing is mapped there`;
  return [flowFinding(place, "null-deref", severity, message)];
}

function sectionOf(place: Place, label: Label): { section: Section; offset: number } | undefined {
  const symbol = place.code.module.symbols[label.symbol];
  const section = typeof symbol?.section === "number" ? place.code.module.sections[symbol.section] : undefined;
  return section && symbol && { section, offset: Number(symbol.value) + label.offset };
}

function ofLabel(access: Access, code: Listing): Diagnostic[] {
  const { place, values, sizeBytes, isWrite } = access;
  const label = only(values);
  if (label?.kind !== "label") return [];
  const target = sectionOf(place, label);
  if (target === undefined) return [];
  const { section, offset } = target;
  const name = code.module.symbols[label.symbol]!.name;
  if (isWrite && section.alloc && !section.write && !changesMemory(code)) {
    const message = `writes to \`${name}\` in ${section.name}, which is read-only: variables belong in .data or .bss`;
    return [flowFinding(place, "write-to-readonly", "warning", message)];
  }
  if (section.exec || (offset >= 0 && offset + sizeBytes <= section.sizeBytes))
    return aligned(access, section, offset, name);
  const isDirect = access.operand.base === undefined && access.operand.index === undefined;
  // A read that begins inside may be meant (vectors over short texts); a direct one is element-size-mismatch's business.
  const isPartly = offset < section.sizeBytes && offset + sizeBytes > 0;
  if (isPartly && (isDirect || (!isWrite && sizeBytes >= 16))) return [];
  if (offset < -4096 || offset > section.sizeBytes + 4096 || sizeBytes === 0) return [];
  const message = `${isWrite ? "writes" : "reads"} ${bytes(sizeBytes)} at \`${name}\`${label.offset === 0 ? "" : ` + ${label.offset}`}, outside ${section.name}, which is ${bytes(section.sizeBytes)} long`;
  return [flowFinding(place, named(isWrite, "global-overflow"), "warning", message)];
}

const ALIGNED = /^v?(movaps|movapd|movdqa|movntps|movntpd|movntdq)$/;
const UNALIGNED: Readonly<Record<string, string>> = { movaps: "movups", movapd: "movupd", movdqa: "movdqu" };

function unalignedFix(place: Place): Fix[] {
  const { mnemonic } = place.instruction.decoded;
  const { span } = place.instruction.item;
  const other = UNALIGNED[mnemonic];
  const text = textOf(span.source, span.start, span.end);
  if (other === undefined || !isEditable(place.instruction) || !new RegExp(`\\b${mnemonic}\\b`, "i").test(text))
    return [];
  return [
    { title: `Use ${other}`, edits: [{ span, text: text.replace(new RegExp(`\\b${mnemonic}\\b`, "i"), other) }] },
  ];
}

/** An aligned instruction on a label whose place in its section, or whose section, is not aligned enough. */
function aligned({ place, sizeBytes }: Access, section: Section, offset: number, name: string): Diagnostic[] {
  if (!ALIGNED.test(place.instruction.decoded.mnemonic) || sizeBytes < 16) return [];
  const isOff = offset % sizeBytes !== 0;
  if (!isOff && section.alignment % sizeBytes === 0) return [];
  const why = isOff
    ? `it lies ${bytes(offset)} behind the start of ${section.name}`
    : `${section.name} is aligned to ${section.alignment} only`;
  // Where the section begins is the linker's choice when its own alignment is small.
  const isSure = isOff && (section.alignment % sizeBytes === 0 || offset % section.alignment !== 0);
  const message = `${place.instruction.decoded.mnemonic} wants \`${name}\` at a multiple of ${sizeBytes}, but ${why}: put \`align ${sizeBytes}\` before it`;
  return [
    flowFinding(place, "misaligned-access", isSure || isOff ? "warning" : "hint", message, {
      fixes: unalignedFix(place),
    }),
  ];
}

function ofStack(access: Access, alignmentOf: ReturnType<typeof stackAlignments>): Diagnostic[] {
  const { place, values, sizeBytes, operand } = access;
  const half = judged(values, ({ kind }) => kind === "stack-half");
  if (half !== undefined && operand.base !== undefined) {
    const message = `${registerName(place.code, operand.base.number)} holds only the lower 32 bits of a stack address here, and the stack lies above 4 GiB`;
    return [flowFinding(place, "truncated-stack-pointer", half, message)];
  }
  const value = only(values);
  const { mnemonic } = place.instruction.decoded;
  if (value === undefined || !isStack(value) || !ALIGNED.test(mnemonic) || sizeBytes !== 16) return [];
  const registers = [...place.state.registers];
  registers[4] = values;
  const modulus = alignmentOf(place.owner, { ...place.state, registers });
  if (modulus === undefined || modulus === 0) return [];
  const message = `${mnemonic} wants a multiple of 16, but this place on the stack is ${modulus} more than one`;
  return [flowFinding(place, "misaligned-access", "warning", message, { fixes: unalignedFix(place) })];
}

function check(place: Place, alignmentOf: ReturnType<typeof stackAlignments>): Diagnostic[] {
  const { decoded } = place.instruction;
  if (/^(lea|nop|prefetch\w*|clflush\w*|invlpg)$/.test(decoded.mnemonic)) return [];
  return decoded.operands.flatMap((operand, at) => {
    const type = decoded.form.operands[at];
    if (operand.kind !== "memory" || type === undefined || type.access === "none") return [];
    const access: Access = {
      place,
      operand,
      values: addressOf(place.state, place.instruction, operand),
      sizeBytes: operand.sizeBits / 8,
      isWrite: type.access.includes("w"),
    };
    const found = [
      ...ofBlock(access),
      ...ofNull(access),
      ...ofLabel(access, place.code),
      ...ofStack(access, alignmentOf),
    ];
    return found;
  });
}

/** One note for each allocation: where its result is used first. */
function firstOfEach(found: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<number>();
  return found.filter(({ code, related }) => {
    if (code !== "missing-null-check") return true;
    const line = related?.[0]?.lineNumber ?? 0;
    const isNew = !seen.has(line);
    seen.add(line);
    return isNew;
  });
}

/** Rules for accesses through known addresses. */
export function memoryAccess(code: Listing): Diagnostic[] {
  const alignmentOf = stackAlignments(code);
  return firstOfEach(overFlow(code, (place) => check(place, alignmentOf)));
}
