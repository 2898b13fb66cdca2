// The image as the checker asks it: which instruction stands at an address and where it was written, which variable holds an
// address and how far it reaches. Built once, read only.

import { lineNumberAt, lineRange, type Span, textOf, withoutComment } from "../../server/base/source.ts";
import type { AllocatorRow } from "../../server/facts/annotation.ts";
import { variableLabels } from "../../server/facts/data-label.ts";
import {
  fieldsFrom,
  headedBy,
  isAlone,
  takesFields,
  takesWhole,
  type Variable,
} from "../../server/facts/heading-label.ts";
import { commentedLines, ignores } from "../../server/facts/ignore-comment.ts";
import { searchesTexts, searchesVectors, searchesWords } from "../../server/facts/zero-search.ts";
import type { Image, ImageItem, ImageSymbol } from "../../server/obj/image.ts";
import { callsOf } from "../../server/obj/object-module.ts";
import { allocatorsOf } from "./allocator-rows.ts";
import { basesBefore, type Group, groupsOf, namedAddresses, sourceTexts } from "./object-groups.ts";

/** A variable: a label of a data section up to the next non-local label of its section, or the section's end. */
export interface DataObject {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly section: string;
  readonly writable: boolean;
}

export interface ProgramMap {
  readonly image: Image;
  readonly objects: readonly DataObject[];
  readonly objectByName: ReadonlyMap<string, DataObject>;
  readonly items: ReadonlyMap<number, ImageItem>;
  /** As `objectAt`, faster. */
  readonly objectAtAddress: (address: number) => DataObject | undefined;
  /** Labels that belong together. */
  readonly groups: readonly Group[];
  /** Addresses in front of variables that the source names by these. */
  readonly bases: ReadonlyMap<number, string>;
  /** The program's own allocator functions by address. */
  readonly allocators: ReadonlyMap<number, AllocatorRow>;
  /** Blocks are given back, and where some come from is not said: what is freed cannot be judged. */
  readonly isAllocatorMissing: boolean;
  /** Loads whole words of text and looks for a zero byte by arithmetic (0x80808080 and the like). */
  readonly looksForZeros: () => boolean;
  /** Compares bytes of whole vectors, as searches through text do. */
  readonly searchesVectors: () => boolean;
  /** Uses instructions for texts, or tests for the end of the page: takes whole vectors from any address. */
  readonly searchesTexts: () => boolean;
  /** Ranges that the source treats as one object and that hold this one. */
  readonly groupOf: (object: DataObject) => readonly Group[];
  /** Texts of the source as messages say them, made once for each instruction: findings come by the million. */
  readonly said: {
    readonly place: Map<number, string>;
    readonly statement: Map<number, string>;
    readonly line: Map<number, string>;
    readonly ignoring: Map<number, string>;
  };
  /** The source names the variable elsewhere: it is meant by itself, too. */
  readonly isNamed: (object: DataObject) => boolean;
  /** Labels alone in front of others (`student:` above `name:` and `age:`), as far as the source names them. */
  readonly headings: () => readonly DataObject[];
  /** One of them stands at the address. */
  readonly isHeading: (address: number) => boolean;
  /** Where direct branches go. */
  readonly branchTargets: ReadonlySet<number>;
  /** The first instruction of the statement that one is part of. */
  readonly firstOfStatement: (pc: number) => number;
  /** A global label stands at the address. */
  readonly isGlobal: (address: number) => boolean;
  /** Anywhere in a libc function's stub. */
  readonly isInStub: (address: number) => boolean;
  /** True for the start of a libc function's stub. */
  readonly isStub: (address: number) => boolean;
  /** The start of a function whose mistakes are its caller's: one of libc, or an allocator of the program's own. */
  readonly isToldAtCall: (address: number) => boolean;
}

/** Of a libc function's stub in `.plt`; they lie one behind the other. */
const STUB_BYTES = 16;

/** Labels that begin an object: those of data sections that are variables. */
function dataLabels(image: Image): ImageSymbol[] {
  const isVariable = variableLabels(image.symbols);
  return image.symbols.filter((symbol) => {
    const section = image.sections[symbol.section];
    return isVariable(symbol) && section !== undefined && !section.exec;
  });
}

/** The end of what was written under a label: padding in front of the next one does not belong to it. */
function contentEnd(image: Image, { address: start, sizeBytes, definition }: ImageSymbol, limit: number): number {
  let end = -1;
  for (const item of image.items) {
    if (item.address >= limit) break;
    if (item.address >= start && item.kind !== "align") end = item.address + item.sizeBytes;
  }
  // A common symbol has its size from its definition, and nothing is written there.
  if (end < 0) return definition === undefined ? limit : start + sizeBytes;
  return Math.min(end, limit);
}

/** By the file's name: compilers write line tables too. */
export const isAssembly = (fileName: string): boolean => /\.(asm|nasm|inc|mac|nas)$/i.test(fileName);

/** Compiled code only, as far as sources tell: there is nothing that the rules know. */
export const isAllCompiled = (image: Image): boolean =>
  image.compiled === true && !image.items.some((item) => isAssembly(item.file));

export function createProgramMap(image: Image, allocators: readonly AllocatorRow[] = []): ProgramMap {
  const labels = dataLabels(image).sort((a, b) => a.address - b.address);
  const objects: DataObject[] = labels.map((label, index) => {
    const section = image.sections[label.section]!;
    const next = labels
      .slice(index + 1)
      .find((other) => other.address > label.address && other.section === label.section);
    const limit = next?.address ?? section.address + section.sizeBytes;
    const end = contentEnd(image, label, limit);
    return { name: label.name, start: label.address, end, section: section.name, writable: section.write };
  });
  const groups = groupsOf(image, objects);
  const texts = sourceTexts(image);
  const places = image.stubs.map(({ address }) => address);
  const stubs = { start: Math.min(...places), end: Math.max(...places) + STUB_BYTES };
  const named = once(() => namedAddresses(image));
  const headings = once(() => namedHeadings(image, objects));
  const starts = once(() => new Set(headings().map(({ start }) => start)));
  const known = allocatorsOf(image, allocators);
  const isStub = (address: number): boolean => image.stubs.some((stub) => stub.address === address);
  const globals = new Set(image.symbols.filter(({ global }) => global).map(({ address }) => address));
  return {
    image,
    objects,
    objectByName: new Map(objects.map((object) => [object.name, object])),
    items: new Map(image.items.map((item) => [item.address, item])),
    objectAtAddress: (address) => nearestObject(objects, address),
    groups,
    bases: basesBefore(image),
    ...known,
    looksForZeros: once(() => texts.some(searchesWords)),
    searchesVectors: once(() => texts.some(searchesVectors)),
    searchesTexts: once(() => texts.some(searchesTexts)),
    groupOf: (object) => groups.filter(({ start, end }) => object.start >= start && object.start < end),
    said: { place: new Map(), statement: new Map(), line: new Map(), ignoring: new Map() },
    isNamed: ({ start }) => named().has(start),
    headings,
    isHeading: (address) => starts().has(address),
    branchTargets: branchTargets(image),
    firstOfStatement: firstOfStatement(image),
    isGlobal: (address) => globals.has(address),
    isInStub: (address) => address >= stubs.start && address < stubs.end,
    isStub,
    isToldAtCall: (address) => known.allocators.has(address) || isStub(address),
  };
}

/** What is found out when somebody asks first. */
function once<T>(find: () => T): () => T {
  let found: T | undefined;
  return () => (found ??= find());
}

/** What a line puts down again and again (`%rep`) is one statement. */
function firstOfStatement(image: Image): (pc: number) => number {
  let firsts: Map<number, number> | undefined;
  return (pc) => {
    firsts ??= statementsAgain(image);
    return firsts.get(pc) ?? pc;
  };
}

/** The first address of its statement, for each instruction that is not the first itself. */
function statementsAgain({ items }: Image): Map<number, number> {
  const statements = new Map<string, number>();
  const firsts = new Map<number, number>();
  for (const { address, file, lineNumber, span } of items) {
    const key = `${file}:${lineNumber}:${span?.start}`;
    const first = statements.get(key);
    if (first === undefined) statements.set(key, address);
    else if (span !== undefined) firsts.set(address, first);
  }
  return firsts;
}

function branchTargets(image: Image): Set<number> {
  const targets = new Set<number>();
  for (const { references } of image.items)
    for (const one of references ?? []) if (one.use === "branch") targets.add(one.address + Number(one.addend));
  return targets;
}

function nearestObject(objects: readonly DataObject[], address: number): DataObject | undefined {
  let [low, high] = [0, objects.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (objects[middle]!.start <= address) low = middle + 1;
    else high = middle;
  }
  // Labels at one place may have different ends.
  for (let k = low - 1; k >= 0 && k >= low - 4; k--) if (address < objects[k]!.end) return objects[k];
  return undefined;
}

/** The object that holds an address; the last of several labels at one place. */
export function objectAt(map: ProgramMap, address: number): DataObject | undefined {
  let found: DataObject | undefined;
  for (const object of map.objects) {
    if (object.start > address) break;
    if (address < object.end) found = object;
  }
  return found;
}

/** The instruction or data item that covers an address. */
export function itemCovering(image: Image, address: number): ImageItem | undefined {
  let low = 0;
  let high = image.items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (image.items[middle]!.address <= address) low = middle + 1;
    else high = middle;
  }
  const item = image.items[low - 1];
  return item !== undefined && address < item.address + item.sizeBytes ? item : undefined;
}

/** Instructions written as numbers: no text, and without a name, but for a macro's own or one that a branch goes to. */
export function isCodeAsData({ image, branchTargets }: ProgramMap, pc: number): boolean {
  const item = itemCovering(image, pc);
  const isBytes = item?.kind === "data" && item.address === pc && item.dataKind !== "string";
  if (!isBytes || branchTargets.has(pc)) return isBytes;
  return !image.symbols.some((symbol) => symbol.address === pc && !symbol.name.startsWith("..@"));
}

/** "f+0x12", the nearest label at or below an address in the same section; undefined outside of all sections. */
export function symbolText(image: Image, address: number): string | undefined {
  const section = image.sections.find((one) => address >= one.address && address < one.address + one.sizeBytes);
  if (section === undefined)
    return image.stubs.find((stub) => address >= stub.address && address < stub.address + 16)?.name;
  let best: ImageSymbol | undefined;
  for (const symbol of image.symbols) {
    if (symbol.address > address) break;
    if (symbol.isLabel && symbol.address >= section.address) best = symbol;
  }
  if (best === undefined) return `${section.name}+0x${(address - section.address).toString(16)}`;
  return best.address === address ? best.name : `${best.name}+0x${(address - best.address).toString(16)}`;
}

/** Address of the nearest label at or below an address that is not local to another one. */
export function functionAt(image: Image, address: number): number | undefined {
  let best: number | undefined;
  for (const symbol of image.symbols) {
    if (symbol.address > address) break;
    if (symbol.isLabel && !symbol.name.includes(".")) best = symbol.address;
  }
  return best;
}

/** What `make` says of an instruction, kept for those of the source. */
function textOnce(map: ProgramMap, texts: Map<number, string>, pc: number, make: () => string): string {
  const known = texts.get(pc);
  if (known !== undefined) return known;
  const text = make();
  if (map.items.has(pc)) texts.set(pc, text);
  return text;
}

/** "line 14" of the program's only file, "uaf.asm:14" of one of several, the label outside of sources. */
export const placeText = (map: ProgramMap, pc: number): string =>
  textOnce(map, map.said.place, pc, () => {
    const item = map.items.get(pc) ?? itemCovering(map.image, pc);
    if (item === undefined) return symbolText(map.image, pc) ?? `address 0x${pc.toString(16)}`;
    return map.image.modules.length === 1 ? `line ${item.lineNumber}` : `${item.file}:${item.lineNumber}`;
  });

/** The source text of the instruction at an address, blanks squeezed; "" outside of sources. */
export const statementText = (map: ProgramMap, pc: number): string =>
  textOnce(map, map.said.statement, pc, () => {
    const span = map.items.get(pc)?.span;
    return span === undefined ? "" : squeezed(span);
  });

/** A line without its comment and a label with its colon in front of an instruction. */
function squeezed({ source, start, end }: Span): string {
  const text = textOf(source, start, end).replace(/\\\r?\n/g, " ");
  return withoutComment(text)
    .trim()
    .replace(/\s+/g, " ")
    .replace(/^[\w.$#@~?%]+ ?: ?(?=\S)/, "");
}

/** "`mov eax, 1` at line 3"; of a macro's instruction with parameters the call that gives them, too. */
export function instructionAt(map: ProgramMap, pc: number): string {
  const statement = statementText(map, pc);
  const call = statement.includes("%") ? callsOf(map.items.get(pc)?.expansion).at(-1) : undefined;
  return `\`${statement}\`${call === undefined ? "" : ` of \`${squeezed(call)}\``} at ${placeText(map, pc)}`;
}

/** The whole source line of the instruction at an address; "" outside of sources. */
export const lineText = (map: ProgramMap, pc: number): string =>
  textOnce(map, map.said.line, pc, () => {
    const span = map.items.get(pc)?.span;
    if (span === undefined) return "";
    const { start, end } = lineRange(span.source, lineNumberAt(span.source, span.start));
    return textOf(span.source, start, end);
  });

/** True when the instruction's line, or a macro call around it, says `; asmoscope: ignore` of this kind. */
export function isIgnored(map: ProgramMap, pc: number, kind: string): boolean {
  const lines = textOnce(map, map.said.ignoring, pc, () => {
    const item = map.items.get(pc);
    const spans = item?.span === undefined ? [] : [item.span, ...callsOf(item.expansion)];
    return spans.flatMap(commentedLines).join("\n");
  });
  return lines !== "" && lines.split("\n").some((line) => ignores(line, kind));
}

/** The comment on the source line of the instruction at an address. */
export function commentText(map: ProgramMap, pc: number): string {
  const text = lineText(map, pc);
  if (!text.includes(";")) return "";
  const at = text.replace(/"[^"]*"|'[^']*'/g, (quoted) => "x".repeat(quoted.length)).indexOf(";");
  return at < 0 ? "" : text.slice(at + 1).trim();
}

/** True for a label that another one follows at the same place: it may close what stands before it. */
export function isFollowedAtOnce({ objects }: ProgramMap, object: DataObject): boolean {
  const at = objects.indexOf(object);
  return objects[at + 1]?.start === object.start && objects[at + 1]?.section === object.section;
}

/** Labels that stand alone in front of others and that the source names. */
function namedHeadings(image: Image, objects: readonly DataObject[]): DataObject[] {
  const named = new Set(image.items.flatMap(({ references }) => references?.map(({ symbol }) => symbol) ?? []));
  return objects.filter((one, at) => isAlone(objects, at) && named.has(one.name));
}

/** True where an access takes variables whole that some label alone in front of them names together. */
export const takesSomeHeaded = (map: ProgramMap, start: number, end: number): boolean =>
  map.headings().some((heading) => heading.start <= start && takesHeaded(map, heading, start, end));

/** True where an access takes variables whole that a label alone in front of them names together, by that label. */
export function takesHeaded({ image, objects }: ProgramMap, heading: DataObject, start: number, end: number): boolean {
  const isPadding = (from: number, to: number): boolean => {
    for (let at = from; at < to; ) {
      const item = itemCovering(image, at);
      if (item?.kind !== "align") return false;
      at = item.address + item.sizeBytes;
    }
    return true;
  };
  return takesWhole(headedBy(objects, heading, isPadding), start, end);
}

function fieldsOf({ image, objects }: ProgramMap, first: DataObject): readonly Variable[] {
  const isSingle = (one: Variable): boolean => itemCovering(image, one.start)?.elementSizeBytes === one.end - one.start;
  return fieldsFrom(objects, first, isSingle);
}

/** True where an access takes the first fields of a record whole, beginning with the very first. */
export const takesRecord = (map: ProgramMap, first: DataObject, start: number, end: number): boolean =>
  first.start === start && takesFields(fieldsOf(map, first), end);

/** True where an access stays in one field of the record that begins with `first`. */
export const takesField = (map: ProgramMap, first: DataObject, start: number, end: number): boolean =>
  fieldsOf(map, first).some((field) => start >= field.start && end <= field.end);
