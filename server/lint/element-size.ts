// element-size-mismatch: `[label]` read or written wider than what stands at the label; global-overflow-read and -write for
// `[label+constant]` that begins inside and ends behind it. The object of a label reaches to the
// next non-local label of the section, or to its end.

import type { Diagnostic, Fix } from "../base/diagnostic.ts";
import { textOf } from "../base/source.ts";
import { readAnnotations } from "../facts/annotation.ts";
import { variableLabels } from "../facts/data-label.ts";
import { endStem, fieldsFrom, headedBy, takesFields, takesWhole, type Variable } from "../facts/heading-label.ts";
import { givesNumber, isThreeOfFour, NEAR, rowsOfOneArray } from "../facts/label-rows.ts";
import { measuredLengths } from "../facts/measured-length.ts";
import { searchesTexts } from "../facts/zero-search.ts";
import { isBitString } from "../isa/register-use.ts";
import type { Item, ModuleSymbol, ObjectModule, Section } from "../obj/object-module.ts";
import { accessedBytes, type Instruction, isWritten, type Listing, referenced } from "./listing.ts";
import { finding } from "./rule.ts";

const DATA_WORDS: Record<number, string> = { 1: "db", 2: "dw", 4: "dd", 8: "dq" };
const RESERVE_WORDS: Record<number, string> = { 1: "resb", 2: "resw", 4: "resd", 8: "resq" };

const variables = new WeakMap<ObjectModule, ReturnType<typeof variableLabels>>();

function variablesOf(module: ObjectModule): ReturnType<typeof variableLabels> {
  const known = variables.get(module) ?? variableLabels(module.symbols);
  variables.set(module, known);
  return known;
}

/** Index of the first element that `isBehind` is true of, as it is of all after it; the length when there is none. */
function firstFrom<T>(sorted: readonly T[], isBehind: (one: T) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(sorted[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Offsets of a section's variables, each once, in ascending order. */
const startsOf = new WeakMap<Section, readonly number[]>();

function variableStarts(module: ObjectModule, number: number): readonly number[] {
  const section = module.sections[number]!;
  const known = startsOf.get(section);
  if (known !== undefined) return known;
  const isVariable = variablesOf(module);
  const own = module.symbols.filter((one) => one.section === number && isVariable(one));
  const starts = [...new Set(own.map(({ value }) => Number(value)))].sort((one, other) => one - other);
  startsOf.set(section, starts);
  return starts;
}

/** The data that belongs to a label: its end offset and the items in it; undefined for code and for labels without data. */
export function objectOf(module: ObjectModule, symbol: ModuleSymbol): { end: number; items: Item[] } | undefined {
  const section = typeof symbol.section === "number" ? module.sections[symbol.section] : undefined;
  if (typeof symbol.section !== "number" || section === undefined || section.exec) return undefined;
  const start = Number(symbol.value);
  const starts = variableStarts(module, symbol.section);
  const end = Math.min(section.sizeBytes, starts[firstFrom(starts, (one) => one > start)] ?? Number.POSITIVE_INFINITY);
  const items = section.items
    .slice(
      firstFrom(section.items, ({ offset }) => offset >= start),
      firstFrom(section.items, ({ offset }) => offset >= end),
    )
    .filter(({ kind }) => kind !== "align");
  const last = items.at(-1);
  return last && { end: last.offset + last.sizeBytes, items };
}

/** True where `offset` bytes behind a label still is the array that the label is a row of. */
export function isInRows(code: Listing, { section, value }: ModuleSymbol, offset: number): boolean {
  const { module, instructions } = code;
  if (typeof section !== "number") return false;
  const labels = variablesIn(module, section);
  const lines = new Map(module.sections[section]!.items.map((item) => [item.offset, item]));
  const takes = ({ item }: Instruction, start: number): boolean =>
    item.references?.some((one) => {
      const symbol = module.symbols[one.symbol]!;
      return one.use !== "branch" && symbol.section === section && Number(symbol.value + one.addend) === start;
    }) === true;
  const isCounted = ({ start }: { start: number }, sizes: readonly number[]): boolean =>
    instructions.some((one, at) => {
      const near = takes(one, start) ? instructions.slice(Math.max(0, at - NEAR), at + NEAR + 1) : [];
      return near.some(({ decoded }) => givesNumber(decoded.operands, sizes));
    });
  const arrays = rowsOfOneArray(labels, (at) => lines.get(at), isCounted);
  return arrays.some(({ start, end }) => start <= Number(value) && Number(value) + offset <= end);
}

/** Widening the directive of a single value to the access's size. */
function wideningFix(items: readonly Item[], sizeBytes: number): Fix[] {
  const item = items[0]!;
  if (items.length !== 1 || item.sizeBytes !== item.elementSizeBytes) return [];
  const words = item.kind === "reserve" ? RESERVE_WORDS : DATA_WORDS;
  const [from, to] = [words[item.elementSizeBytes], words[sizeBytes]];
  if (from === undefined || to === undefined || item.expansion !== undefined) return [];
  const text = textOf(item.span.source, item.span.start, item.span.end);
  const at = new RegExp(`\\b${from}\\b`, "i").exec(text);
  if (at === null) return [];
  const start = item.span.start + new TextEncoder().encode(text.slice(0, at.index)).length;
  return [
    {
      title: `Store it as ${sizeBytes} bytes: ${to}`,
      edits: [{ span: { source: item.span.source, start, end: start + from.length }, text: to }],
    },
  ];
}

/** Elements of one size under labels of their own, taken as one vector or array. */
export function isRow(
  module: ObjectModule,
  symbol: ModuleSymbol,
  object: { end: number; items: Item[] },
  sizeBytes: number,
): boolean {
  const section = typeof symbol.section === "number" ? module.sections[symbol.section]! : undefined;
  const end = Number(symbol.value) + sizeBytes;
  const items = section?.items.filter((item) => item.offset >= Number(symbol.value) && item.offset < end) ?? [];
  const first = object.items[0]!;
  const isSame = items.every((item) => item.kind === first.kind && item.elementSizeBytes === first.elementSizeBytes);
  return isSame && (section?.sizeBytes ?? 0) >= end;
}

/** What a module's sources say of their objects: lengths that `equ` measures, and annotations. */
interface Said {
  readonly named: ReadonlyMap<string, ModuleSymbol>;
  readonly lengths: ReturnType<typeof measuredLengths>;
  readonly objects: ReturnType<typeof readAnnotations>["objects"];
}

const saidIn = new WeakMap<Listing, Said>();

function saidOf(code: Listing): Said {
  const known = saidIn.get(code);
  if (known !== undefined) return known;
  const sources = [...new Set(code.instructions.map(({ item }) => item.span.source))];
  const texts = sources.map((source) => textOf(source, 0, source.bytes.length));
  const said = {
    named: new Map(code.module.symbols.map((symbol) => [symbol.name, symbol])),
    lengths: texts.flatMap(measuredLengths),
    objects: texts.flatMap((text) => readAnnotations(text).objects),
  };
  saidIn.set(code, said);
  return said;
}

/**
 * The source has one object from the label's place on, at least up to the end of the access, whose parts have labels of their
 * own: it measures it, or says `; @object first..last`.
 */
const isOneObject = (code: Listing, { section, value }: ModuleSymbol, sizeBytes: number): boolean => {
  const { named, lengths, objects } = saidOf(code);
  const isMeasured = ({ length, name, elementBytes }: ReturnType<typeof measuredLengths>[number]): boolean => {
    const [first, count] = [named.get(name), named.get(length)];
    const isHere = first?.section === section && first.value === value && count?.section === "absolute";
    return isHere && Number(count.value) * elementBytes >= sizeBytes;
  };
  const isAnnotated = (range: { readonly first: string; readonly last: string }): boolean => {
    const [first, last] = [named.get(range.first), named.get(range.last)];
    if (first === undefined || last === undefined || first.section !== section) return false;
    const end = objectOf(code.module, last)?.end ?? Number(last.value);
    return first.value <= value && Number(value) + sizeBytes <= end;
  };
  return lengths.some(isMeasured) || objects.some(isAnnotated);
};

const variablesOfSection = new WeakMap<Section, readonly Variable[]>();

/** The variables of a section, ascending. */
function variablesIn(module: ObjectModule, number: number): readonly Variable[] {
  const section = module.sections[number]!;
  const known = variablesOfSection.get(section);
  if (known !== undefined) return known;
  const isVariable = variablesOf(module);
  const found = module.symbols
    .filter((one) => one.section === number && isVariable(one))
    .flatMap((one) => {
      const end = objectOf(module, one)?.end;
      return end === undefined ? [] : [{ name: one.name, section: number, start: Number(one.value), end }];
    })
    .sort((a, b) => a.start - b.start);
  variablesOfSection.set(section, found);
  return found;
}

/**
 * The label names several variables together: it stands alone in front of them, and the access takes them whole, or a label with
 * an end's name closes them.
 */
function isOfSeveral(module: ObjectModule, { name, section, value }: ModuleSymbol, from: number, to: number): boolean {
  const { items } = module.sections[section as number]!;
  const variables = variablesIn(module, section as number);
  const first = variables.find((one) => one.name === name);
  if (first === undefined) return false;
  const isPadding = (low: number, high: number): boolean =>
    items.every((item) => item.kind === "align" || item.offset < low || item.offset >= high);
  if (takesWhole(headedBy(variables, first, isPadding), from, to)) return true;
  return module.symbols.some((last) => {
    const stem = endStem(last.name);
    if (last.section !== section || last.value <= value || Number(last.value) < to || stem === "") return false;
    return variables.find((one) => one.start < Number(last.value) && one.name.startsWith(stem))?.start === first.start;
  });
}

/** From the first field of a record, over others whose names have its stem, to the end of one. */
export function isRecord(module: ObjectModule, { name, section }: ModuleSymbol, sizeBytes: number): boolean {
  if (typeof section !== "number") return false;
  const variables = variablesIn(module, section);
  const first = variables.find((one) => one.name === name);
  const { items } = module.sections[section]!;
  const isSingle = (one: Variable): boolean =>
    items.find(({ offset }) => offset === one.start)?.elementSizeBytes === one.end - one.start;
  return first !== undefined && takesFields(fieldsFrom(variables, first, isSingle), first.start + sizeBytes);
}

/** All that is read behind the object is padding of an `align`, which belongs to nobody. */
function isPadded({ sections }: ObjectModule, { section }: ModuleSymbol, from: number, to: number): boolean {
  const { items, bytes } = sections[section as number]!;
  const padding = items.find(
    (item) => item.kind === "align" && item.offset <= from && item.offset + item.sizeBytes >= to,
  );
  return padding !== undefined && bytes.subarray(from, to).every((byte) => byte === 0);
}

/** `[rel x wrt ..got]` reads the entry of x in the global offset table, not x. */
const isTableEntry = ({ sections }: ObjectModule, { section, item }: Instruction): boolean =>
  sections[section]!.fixups.some(
    ({ offset, kind }) =>
      offset >= item.offset && offset < item.offset + item.sizeBytes && /^(got|gotpcrel|gottpoff)$/.test(kind),
  );

function check(code: Listing, instruction: Instruction): Diagnostic[] {
  const named = referenced(code, instruction, "memory");
  const index = instruction.decoded.operands.findIndex((operand) => operand.kind === "memory");
  const operand = instruction.decoded.operands[index];
  const type = instruction.decoded.form.operands[index];
  if (named === undefined || named.reference.indexed || operand?.kind !== "memory" || type?.access === "none")
    return [];
  const sizeBytes = accessedBytes(instruction.decoded, operand);
  const object = objectOf(code.module, named.symbol);
  const { mnemonic } = instruction.decoded;
  if (object === undefined || sizeBytes === 0 || mnemonic === "lea" || isBitString(instruction.decoded)) return [];
  const start = Number(named.symbol.value + named.reference.addend);
  const objectBytes = object.end - Number(named.symbol.value);
  const inside = object.end - start;
  if (start < Number(named.symbol.value) || inside <= 0 || inside >= sizeBytes) return [];
  // `pixel equ rgb` is a name for something else than the bytes of `rgb`.
  if (!named.symbol.isLabel || isTableEntry(code.module, instruction)) return [];
  if (isOfSeveral(code.module, named.symbol, start, start + sizeBytes)) return [];
  const isWrite = type?.access === "w";
  if (!isWrite && isPadded(code.module, named.symbol, object.end, start + sizeBytes)) return [];
  if (sizeBytes >= 16 && isRow(code.module, named.symbol, object, sizeBytes)) return [];
  if (sizeBytes >= 16 && !isWrite && isWritten(code, searchesTexts)) return [];
  const elementBytes = object.items[0]!.elementSizeBytes;
  if (!isWrite && start === Number(named.symbol.value) && isThreeOfFour(objectBytes, elementBytes, sizeBytes))
    return [];
  if (isOneObject(code, named.symbol, start - Number(named.symbol.value) + sizeBytes)) return [];
  const verb = isWrite ? "writes" : "reads";
  const size = objectBytes === 1 ? "1 byte" : `${objectBytes} bytes`;
  const outside = sizeBytes - inside;
  const others = outside === 1 ? "the other one lies" : `the other ${outside} lie`;
  const message = `${verb} ${sizeBytes} bytes, but \`${named.symbol.name}\` is ${size} long: ${others} behind it`;
  if (start === Number(named.symbol.value))
    return [finding(instruction, "element-size-mismatch", "warning", message, wideningFix(object.items, sizeBytes))];
  return [finding(instruction, isWrite ? "global-overflow-write" : "global-overflow-read", "warning", message)];
}

/** Rule element-size-mismatch. */
export const elementSize = (code: Listing): Diagnostic[] =>
  code.instructions.flatMap((instruction) => check(code, instruction));
