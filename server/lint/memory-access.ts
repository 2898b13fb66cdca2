// Accesses whose address is known without running: heap blocks of constant size, freed blocks, null, sections that may not be
// written, places behind a section's end, aligned instructions on unaligned labels, results of malloc that nobody tested.

import type { Diagnostic, Fix } from "../base/diagnostic.ts";
import type { FindingName } from "../facts/findings.ts";
import { searchesTexts, searchesVectors, searchesWords } from "../facts/zero-search.ts";
import { generalNumber, registerUse } from "../isa/register-use.ts";
import type { Item, Section } from "../obj/object-module.ts";
import { type Access, accessesOf, labelWithin } from "./accesses.ts";
import { isInRows, objectOf } from "./element-size.ts";
import { stackAlignments } from "./flow/alignment.ts";
import { externName, freedBy } from "./flow/calls.ts";
import { LOOK_BACK } from "./flow/graph.ts";
import {
  bodyText,
  flowFinding,
  isCompared,
  isEditable,
  judged,
  lineText,
  overFlow,
  type Place,
  registerName,
  relatedTo,
  replaced,
} from "./flow/judge.ts";
import { isStack, only, type Value } from "./flow/value.ts";
import { changesFlow, changesMemory, type Instruction, isWritten, type Listing } from "./listing.ts";

type Block = Extract<Value, { kind: "block" }>;
type Label = Extract<Value, { kind: "label" }>;

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
  if (!isWrite && isSearch(place.code, block, sizeBytes)) return [];
  const isPast = (value: Value) =>
    value.kind === "block" && value.sizeBytes >= 0 && value.offset + sizeBytes > value.sizeBytes;
  const past = judged(values, isPast);
  if (past !== undefined) {
    const end = block.offset + sizeBytes - block.sizeBytes;
    const part = end >= sizeBytes ? "" : `, ${bytes(end)} of them`;
    const message = `${verb} ${bytes(sizeBytes)}${part} past the end of a block of ${bytes(block.sizeBytes)}; ${by} in ${lineText(place.code, block.at)} allocated it`;
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

/** An aligned read of a word that begins inside the block, in a source that looks for zero bytes that way. */
function isSearch(code: Listing, { offset, sizeBytes: blockBytes }: Block, sizeBytes: number): boolean {
  if (sizeBytes < 4 || offset < 0 || offset >= blockBytes) return false;
  if (offset % sizeBytes !== 0) return sizeBytes >= 16 && isWritten(code, searchesTexts);
  return isWritten(code, sizeBytes >= 16 ? searchesVectors : searchesWords);
}

/** Through the register whose block the straight line above has given to free. */
function ofFreedArgument({ place, operand, isWrite }: Access): Diagnostic[] {
  if (operand?.base === undefined || operand.index !== undefined) return [];
  const at = freedBy(place, operand.base.number);
  if (at === undefined) return [];
  const message = `${isWrite ? "writes" : "reads"} a block that free in ${lineText(place.code, at)} was given`;
  const related = relatedTo(place.code, at, "freed here");
  return [flowFinding(place, named(isWrite, "use-after-free"), "warning", message, { related })];
}

function ofNull({ place, operand, values, isWrite }: Access): Diagnostic[] {
  if (operand?.base === undefined || operand.segment === "fs" || operand.segment === "gs") return [];
  const isLow = (value: Value): boolean => value.kind === "constant" && value.value < 4096n;
  const severity = judged(values, isLow);
  const value = values.find(isLow);
  const base = registerName(place.code, operand.base.number);
  const register = operand.base.number;
  if (severity === undefined && operand.index === undefined && isFoundZero(place, register)) {
    const message = `${isWrite ? "writes" : "reads"} through ${base}, which is 0 here: the jump above is taken when it is not`;
    return [flowFinding(place, "null-deref", "warning", message)];
  }
  if (severity === undefined || value?.kind !== "constant") return [];
  if (severity === "hint") {
    const isElsePointer = values.every((one) => isLow(one) || one.kind === "label" || one.kind === "block");
    if (!isElsePointer || operand.index !== undefined || isCompared(place, register)) return [];
    const message = `${isWrite ? "writes" : "reads"} at address ${value.value} on some path: ${base} may hold a number here, not an address, and nothing is mapped there`;
    return [flowFinding(place, "null-deref", "hint", message)];
  }
  const message = `${isWrite ? "writes" : "reads"} at address ${value.value}: ${base} holds a number here, not an address, and nothing is mapped there`;
  return [flowFinding(place, "null-deref", severity, message)];
}

/** In the straight line above a jump has left for elsewhere unless the register is 0. */
function isFoundZero({ code, index, flow }: Place, register: number): boolean {
  for (let at = index; at > Math.max(1, index - LOOK_BACK) && !code.instructions[at]!.isTarget; at--) {
    const { decoded } = code.instructions[at - 1]!;
    if (flow.graph.next[at - 1] !== at) return false;
    if (decoded.mnemonic === "jnz") {
      const isLine = !code.instructions[at - 1]!.isTarget && flow.graph.next[at - 2] === at - 1;
      return isLine && asksForZero(code.instructions[at - 2]!, register);
    }
    if (changesFlow(decoded) || registerUse(decoded).writes.has(register)) return false;
  }
  return false;
}

function asksForZero({ decoded, hasFixup }: Instruction, register: number): boolean {
  const {
    mnemonic,
    operands: [first, second],
  } = decoded;
  if (first?.kind !== "register" || first.register.sizeBits < 32 || generalNumber(first) !== register) return false;
  if (mnemonic === "test") return second?.kind === "register" && second.register === first.register;
  return mnemonic === "cmp" && second?.kind === "immediate" && second.value === 0n && !hasFixup;
}

function sectionOf(place: Place, label: Label): { section: Section; offset: number } | undefined {
  const symbol = place.code.module.symbols[label.symbol];
  const section = typeof symbol?.section === "number" ? place.code.module.sections[symbol.section] : undefined;
  return section && symbol && { section, offset: Number(symbol.value) + label.offset };
}

function toReadOnly(access: Access, code: Listing): Diagnostic[] {
  const label = access.isWrite ? labelWithin(access) : undefined;
  const section = label && sectionOf(access.place, label)?.section;
  if (access.isWrite && label === undefined) return toReadOnlyOnPath(access, code);
  if (label === undefined || !section?.alloc || section.write || changesMemory(code)) return [];
  const name = code.module.symbols[label.symbol]!.name;
  const message = `writes to \`${name}\` in ${section.name}, which is read-only: variables belong in .data or .bss`;
  return [flowFinding(access.place, "write-to-readonly", "warning", message)];
}

/** The pointer leads to variables on one path, to constants on another. */
function toReadOnlyOnPath({ place, values }: Access, code: Listing): Diagnostic[] {
  const isConstant = (value: Value): boolean => {
    const section = value.kind === "label" ? sectionOf(place, value)?.section : undefined;
    return section?.alloc === true && !section.write;
  };
  const label = values.find(isConstant);
  if (label?.kind !== "label" || values.some(({ kind }) => kind !== "label") || changesMemory(code)) return [];
  const section = sectionOf(place, label)!.section;
  const message = `writes to \`${code.module.symbols[label.symbol]!.name}\` in ${section.name} on some path, which is read-only: variables belong in .data or .bss`;
  return [flowFinding(place, "write-to-readonly", judged(values, isConstant) ?? "hint", message)];
}

function ofLabel(access: Access, code: Listing): Diagnostic[] {
  const readOnly = toReadOnly(access, code);
  const label = only(access.values);
  if (readOnly.length > 0 || label?.kind !== "label") return readOnly;
  const target = sectionOf(access.place, label);
  if (target === undefined) return [];
  const { section, offset } = target;
  const { place, sizeBytes, isWrite, operand } = access;
  const name = code.module.symbols[label.symbol]!.name;
  if (section.exec || (offset >= 0 && offset + sizeBytes <= section.sizeBytes))
    return [...aligned(access, section, offset, name, label.offset), ...pastObject(access, label)];
  const isDirect = operand !== undefined && operand.base === undefined && operand.index === undefined;
  // A read that begins inside may be meant (vectors over short texts); a direct one is element-size-mismatch's business.
  const isPartly = offset < section.sizeBytes && offset + sizeBytes > 0;
  if (isPartly && (isDirect || (!isWrite && sizeBytes >= 16)))
    return isDirect ? [] : aligned(access, section, offset, name, label.offset);
  if (offset < -4096 || offset > section.sizeBytes + 4096 || sizeBytes === 0) return [];
  const message = `${isWrite ? "writes" : "reads"} ${bytes(sizeBytes)} at \`${name}\`${label.offset === 0 ? "" : ` + ${label.offset}`}, outside ${section.name}, which is ${bytes(section.sizeBytes)} long`;
  return [flowFinding(place, named(isWrite, "global-overflow"), "warning", message)];
}

/** An array's element behind its last, through a register or an index: what stands there belongs to another label. */
function pastObject({ place, operand, sizeBytes, isWrite, values }: Access, label: Label): Diagnostic[] {
  const isDirect = operand !== undefined && operand.base === undefined && operand.index === undefined;
  const { module } = place.code;
  const object = objectOf(module, module.symbols[label.symbol]!);
  if (isDirect || object === undefined || operand === undefined || values.length !== 1) return [];
  if (place.instruction.item.distances !== undefined) return [];
  const objectBytes = object.end - Number(module.symbols[label.symbol]!.value);
  const past = label.offset + sizeBytes - objectBytes;
  if (label.offset < 0 || past <= 0 || past > sizeBytes || sizeBytes >= 16) return [];
  if (!isArray(object.items, sizeBytes, isWrite)) return [];
  if (isInRows(place.code, module.symbols[label.symbol]!, label.offset + sizeBytes)) return [];
  const message = `${isWrite ? "writes" : "reads"} ${bytes(sizeBytes)} at \`${module.symbols[label.symbol]!.name}\` + ${label.offset}, ${past === sizeBytes ? "behind" : `${past} of them behind`} its end: it is ${bytes(objectBytes)} long`;
  return [flowFinding(place, named(isWrite, "global-overflow"), "warning", message)];
}

/** Several elements of one size under one label; text may be read on into the text behind it. */
const isArray = (items: readonly Item[], sizeBytes: number, isWrite: boolean): boolean =>
  items.every(
    (item) => item.elementSizeBytes === items[0]!.elementSizeBytes && (isWrite || item.dataKind !== "string"),
  ) && items.reduce((sum, item) => sum + item.sizeBytes, 0) > Math.max(sizeBytes, items[0]!.elementSizeBytes);

const ALIGNED = /^v?(movaps|movapd|movdqa|movntps|movntpd|movntdq)$/;
const ANYWHERE = /^(movups|movupd|movdqu|lddqu|pcmp[ei]str[im])$/;

/** Instructions that fault on an unaligned operand: the aligned moves, and all of SSE that takes 16 bytes. */
function wantsAlignment({ instruction }: Place, sizeBytes: number): boolean {
  const { mnemonic, operands } = instruction.decoded;
  if (ALIGNED.test(mnemonic)) return sizeBytes >= 16;
  const isVector = operands.some((operand) => operand.kind === "register" && operand.register.class === "xmm");
  return isVector && sizeBytes === 16 && !mnemonic.startsWith("v") && !ANYWHERE.test(mnemonic);
}
const UNALIGNED: Readonly<Record<string, string>> = { movaps: "movups", movapd: "movupd", movdqa: "movdqu" };

function unalignedFix(place: Place): Fix[] {
  const { mnemonic } = place.instruction.decoded;
  const other = UNALIGNED[mnemonic];
  const word = new RegExp(`\\b${mnemonic}\\b`, "i");
  const text = bodyText(place.instruction);
  if (other === undefined || !isEditable(place.instruction) || !word.test(text)) return [];
  return [{ title: `Use ${other}`, edits: replaced(place.instruction, [text.replace(word, other)]) }];
}

/** An aligned instruction on a label whose place in its section, or whose section, is not aligned enough. */
function aligned(
  { place, sizeBytes }: Access,
  section: Section,
  offset: number,
  name: string,
  distance: number,
): Diagnostic[] {
  if (!wantsAlignment(place, sizeBytes)) return [];
  const isOff = offset % sizeBytes !== 0;
  if (!isOff && section.alignment % sizeBytes === 0) return [];
  const why = isOff
    ? `it lies ${bytes(offset)} behind the start of ${section.name}`
    : `${section.name} is aligned to ${section.alignment} only`;
  // Where the section begins is the linker's choice when its own alignment is small.
  const isSure = isOff && (section.alignment % sizeBytes === 0 || offset % section.alignment !== 0);
  const { mnemonic } = place.instruction.decoded;
  const isLabelRight = distance !== 0 && (offset - distance) % sizeBytes === 0;
  const where = `\`${name}\` ${distance < 0 ? "-" : "+"} ${Math.abs(distance)}`;
  const message = isLabelRight
    ? `${mnemonic} wants a multiple of ${sizeBytes}, and ${where} is none`
    : `${mnemonic} wants \`${name}\` at a multiple of ${sizeBytes}, but ${why}: put \`align ${sizeBytes}\` before it`;
  return [
    flowFinding(place, "misaligned-access", isSure || isOff ? "warning" : "hint", message, {
      fixes: unalignedFix(place),
    }),
  ];
}

function ofStack(access: Access, alignmentOf: ReturnType<typeof stackAlignments>): Diagnostic[] {
  const { place, values, sizeBytes, operand } = access;
  const half = judged(values, ({ kind }) => kind === "stack-half");
  const isOwn = operand?.base?.number === 4 || operand?.base?.number === 5;
  // Where rsp or rbp itself was cut, the finding stands there.
  if (half !== undefined && operand?.base !== undefined && !isOwn) {
    const message = `${registerName(place.code, operand.base.number)} holds only the lower 32 bits of a stack address here, and the stack lies above 4 GiB`;
    return [flowFinding(place, "truncated-stack-pointer", half, message)];
  }
  const value = only(values);
  const { mnemonic } = place.instruction.decoded;
  if (value === undefined || !isStack(value) || !wantsAlignment(place, sizeBytes) || sizeBytes !== 16) return [];
  const registers = [...place.state.registers];
  registers[4] = values;
  const modulus = alignmentOf(place.owner, { ...place.state, registers });
  if (modulus === undefined || modulus === 0) return [];
  const message = `${mnemonic} wants a multiple of 16, but this place on the stack is ${modulus} more than one`;
  return [flowFinding(place, "misaligned-access", "warning", message, { fixes: unalignedFix(place) })];
}

/**
 * `mov rsi, array + size` in front of a loop: its first round is as sure as what stands in front of it. A constant of its own
 * (`[rsi + 16]`) may lead to another array on purpose.
 */
function ofFirstRound(place: Place): Diagnostic[] {
  if (place.first === undefined) return [];
  return accessesOf({ ...place, state: place.first }).flatMap((access) => {
    const { operand } = access;
    const label = only(access.values);
    if (operand === undefined || (operand.index === undefined && operand.displacement > 0n)) return [];
    return label?.kind === "label" && label.offset > 0 ? pastObject(access, label) : [];
  });
}

function blockOrArgument(access: Access): Diagnostic[] {
  const found = ofBlock(access);
  return found.length > 0 ? found : ofFreedArgument(access);
}

function check(place: Place, alignmentOf: ReturnType<typeof stackAlignments>): Diagnostic[] {
  const found = accessesOf(place).flatMap((access) => [
    ...blockOrArgument(access),
    ...ofNull(access),
    ...ofLabel(access, place.code),
    ...ofStack(access, alignmentOf),
  ]);
  return found.length > 0 ? found : ofFirstRound(place);
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
