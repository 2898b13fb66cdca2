// Labels that the source treats as one object: closed by an end label (by its name, or by where its address is taken), measured
// by one `equ $ - first`, at both ends of a distance that code or data name (`[rsi + second - first]`, `db loop - next`), a
// section from `__start_SECTION` to `__stop_SECTION`, a structure by name (`x_struct`, `x_num`), rows of equal shape (`row0`,
// `row1`, `row2`), texts side by side up to an empty one, or joined by the annotation `; @object first..last`. A pointer may walk over all of such a group.

import { lineNumberAt, textOf } from "../../server/base/source.ts";
import { readAnnotations } from "../../server/facts/annotation.ts";
import { END_WORD, endStem } from "../../server/facts/heading-label.ts";
import { givesNumber, NEAR, rowsOfOneArray } from "../../server/facts/label-rows.ts";
import { measuredLengths } from "../../server/facts/measured-length.ts";
import { decode } from "../../server/isa/decode.ts";
import type { Decoded, DecodedOperand } from "../../server/isa/insn.ts";
import { generalNumber, registerUse } from "../../server/isa/register-use.ts";
import type { Image, ImageItem, ImageReference } from "../../server/obj/image.ts";

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Group extends Range {
  /**
   * Where `[label + number]` may lead that leaves its label: anywhere in the group, anywhere from its first label, or to whole
   * elements of other rows. A pointer may walk over groups without it, too.
   */
  readonly named?: "any" | "first" | "rows";
  /** Single elements of one size in a row, which may as well be variables of their own. */
  readonly isRun?: true;
}

interface Labelled extends Range {
  readonly name: string;
  readonly section: string;
}

/** A distance with a name of its own. */
const NAMED_DISTANCE = /^[ \t]*[\w.$#@~?]+:?[ \t]+equ[ \t]+\(?([\w.$#@~?]+)[ \t]*-[ \t]*([\w.$#@~?]+)/gim;

/** The linker's own labels around a section, which several files add to: the whole of it is one array. */
const WHOLE_SECTION = /\b__(?:start|stop)_([A-Za-z_]\w*)/g;

/** The texts the program was written in. */
export function sourceTexts(image: Image): string[] {
  const sources = new Set(image.items.flatMap(({ span }) => (span === undefined ? [] : [span.source])));
  return [...sources].map((source) => textOf(source, 0, source.bytes.length));
}

/** `one: dd 1`, `two: dd 2` …: single elements of one size, one after the other, are often an array with names. */
function scalarRuns(image: Image, objects: readonly Labelled[]): Range[] {
  const elements = new Map(image.items.map((item) => [item.address, item]));
  const sizeOf = ({ start, end }: Range): number => {
    const item = elements.get(start);
    return item !== undefined && item.elementSizeBytes === end - start ? end - start : 0;
  };
  const runs: Range[] = [];
  let run: Range | undefined;
  let runSize = 0;
  for (const one of objects) {
    const size = sizeOf(one);
    if (run !== undefined && size > 0 && run.end === one.start && runSize === size)
      run = { start: run.start, end: one.end };
    else {
      if (run !== undefined) runs.push(run);
      run = size > 0 ? { start: one.start, end: one.end } : undefined;
    }
    runSize = size;
  }
  return run === undefined ? runs : [...runs, run];
}

/** `hero: istruc player`. */
const INSTANCE = /^[ \t]*([\w.$#@~?]+):?\s+istruc[ \t]+([\w.$#@~?]+)/gim;

/** Instances of one structure in a row are a table, whatever they are called. */
function instancesInRow(text: string, named: ReadonlyMap<string, Labelled>): Range[] {
  const all = [...text.matchAll(INSTANCE)].flatMap(([, name = "", structure = ""]) => {
    const one = named.get(name);
    return one === undefined ? [] : [{ ...one, structure }];
  });
  const rows: { start: number; end: number; structure: string }[] = [];
  for (const { start, end, structure } of all.sort((one, other) => one.start - other.start)) {
    const row = rows.at(-1);
    if (row?.end === start && row.structure === structure) row.end = end;
    else rows.push({ start, end, structure });
  }
  return rows;
}

/** A name of a structure whose members have labels of their own: `x_struct: dd 4`, then `x_num: db 1, 2, 3, 4`. */
const STRUCTURE_WORD = /^(.+)_(?:struct|structure|header|hdr)$/i;

/** A structure's first element with the labels that follow it at once and begin with its stem. */
function namedStructures(objects: readonly Labelled[]): Range[] {
  return objects.flatMap((first, index) => {
    const stem = STRUCTURE_WORD.exec(first.name)?.[1];
    if (stem === undefined) return [];
    let end = first.end;
    for (const member of objects.slice(index + 1)) {
      if (member.start !== end || !member.name.startsWith(`${stem}_`) || STRUCTURE_WORD.test(member.name)) break;
      end = member.end;
    }
    return end === first.end ? [] : [{ start: first.start, end }];
  });
}

/** A macro that puts data down and then a label for what follows its call (`entry "key", name`): header and contents are one
 * object to whoever walks over them. */
function macroHeaders(image: Image, objects: readonly Labelled[]): Range[] {
  const ends = new Map(image.items.map((item) => [item.address + item.sizeBytes, item]));
  const definitions = new Map(image.symbols.map(({ name, definition }) => [name, definition]));
  return objects.flatMap(({ name, start, end }, index) => {
    const before = ends.get(start);
    const definition = definitions.get(name);
    if (before?.expansion === undefined || before.kind === "code" || definition === undefined) return [];
    if (lineNumberAt(definition.source, definition.start) !== before.lineNumber) return [];
    const previous = objects[index - 1];
    const isNeighbour = previous !== undefined && previous.end === start;
    return [{ start: isNeighbour ? previous.start : before.address, end }];
  });
}

/** The object at an address; objects ascend. */
function objectOf(objects: readonly Labelled[], address: number): Labelled | undefined {
  let [low, high] = [0, objects.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (objects[middle]!.start <= address) low = middle + 1;
    else high = middle;
  }
  const found = objects[low - 1];
  return found !== undefined && (address < found.end || address === found.start) ? found : undefined;
}

/** An instruction that goes the way, not one that counts the bytes of it (`mov edx, second - first`). */
const goes = ({ span }: ImageItem): boolean =>
  span !== undefined && /\[|\b(?:add|sub)\b/i.test(textOf(span.source, span.start, span.end));

/**
 * Objects between whose labels a distance is named: an offset leads from one to the other. From a label to the next one it
 * is how long the first is, unless it stands in the first itself.
 */
function measured(image: Image, objects: readonly Labelled[]): Range[] {
  const ends = new Map<number, number>();
  for (const item of image.items)
    for (const { to, from } of item.distances ?? []) {
      const [low, high] = [objectOf(objects, Math.min(to, from)), objectOf(objects, Math.max(to, from))];
      if (low === undefined || high === undefined || low === high || low.section !== high.section) continue;
      const isNext = to === high.start && low.end === to;
      const isCounted = item.kind === "code" ? !goes(item) : objectOf(objects, item.address) !== low;
      const isLength = to > from && ((isNext && isCounted) || (item.kind !== "code" && to === item.address));
      ends.set(low.start, Math.max(ends.get(low.start) ?? 0, isLength ? to : high.end));
    }
  return [...ends].map(([start, end]) => ({ start, end }));
}

/** `buffer_end: db 0`: the end label of bytes stands at the zero, or the line's end, that closes the text. */
function closesText(image: Image, first: Labelled, last: Labelled): boolean {
  if (last.end - last.start > 2) return false;
  const [own, closing] = [first, last].map(({ start }) => image.items.find(({ address }) => address === start));
  return own?.elementSizeBytes === 1 && closing?.elementSizeBytes === 1 && closing.kind === "data";
}

/** `table_end: dd -1`: what the end label stands at is read to know that the table ends, since nothing names it. */
function isSentinel(image: Image, last: Labelled, named: ReadonlySet<number>): boolean {
  const item = image.items.find(({ address }) => address === last.start);
  const bytes = bytesOf(image, last);
  const isOne = item?.kind === "data" && item.elementSizeBytes === last.end - last.start && bytes.length <= 8;
  return isOne && !named.has(last.start) && (bytes.every((byte) => byte === 0) || bytes.every((byte) => byte === 255));
}

const isLea = ({ span }: ImageItem): boolean =>
  span !== undefined && /\blea\b/i.test(textOf(span.source, span.start, span.end));

/** Addresses as values: what lies there is not touched. */
const takenBy = (item: ImageItem): readonly ImageReference[] =>
  item.references?.filter(({ use }) => use === "immediate" || (use === "memory" && isLea(item))) ?? [];

/** Bytes of the image; fewer where it has none. */
export function bytesOf(image: Image, { start, end }: Range): Uint8Array {
  const segment = image.segments.find(({ address, bytes }) => start >= address && start < address + bytes.length);
  return segment === undefined
    ? new Uint8Array()
    : segment.bytes.subarray(start - segment.address, end - segment.address);
}

/** The instruction of an item. */
function decodedAt(image: Image, item: ImageItem | undefined): Decoded | undefined {
  if (item?.kind !== "code") return undefined;
  const bytes = bytesOf(image, { start: item.address, end: item.address + item.sizeBytes });
  return bytes.length === 0 ? undefined : decode(bytes, image.bits);
}

/** Instructions behind `mov rbx, array` or `lea rbx, [array]` in which the base may still be moved to the front. */
const MOVED_WITHIN = 4;

const registerOf = (operand: DecodedOperand | undefined): number =>
  (operand === undefined ? undefined : generalNumber(operand)) ?? -1;

/** Addresses that code and data name, other than to go there. */
export function namedAddresses(image: Image): Set<number> {
  const named = new Set<number>();
  for (const { references } of image.items)
    for (const { use, address, addend } of references ?? []) if (use !== "branch") named.add(address + Number(addend));
  return named;
}

/** `red: db "red", 0`, `blue: db "blue", 0, 0`: texts side by side, closed by an empty one, of which only the first is named. */
function listsOfTexts(image: Image, objects: readonly Labelled[], named: ReadonlySet<number>): Range[] {
  const items = new Map(image.items.map((item) => [item.address, item]));
  const lists: Range[] = [];
  let first: Labelled | undefined;
  let before: Labelled | undefined;
  for (const one of objects) {
    const bytes = items.get(one.start)?.elementSizeBytes === 1 ? bytesOf(image, one) : new Uint8Array();
    const isFirst = first === undefined || before?.end !== one.start || named.has(one.start);
    const [last, beforeLast] = [bytes.at(-1), bytes.at(-2)];
    before = one;
    if (last !== 0 || bytes[0] === 0) first = undefined;
    else if (isFirst) first = beforeLast === 0 ? undefined : one;
    else if (first !== undefined && beforeLast === 0) {
      lists.push({ start: first.start, end: one.end });
      first = undefined;
    }
  }
  return lists;
}

/** By how much an instruction moves the address in a register, or a copy of it; undefined when it does not. */
function distanceMoved({ mnemonic, operands }: Decoded, register: number): number | undefined {
  const [target, source] = operands;
  if (mnemonic === "lea")
    return source?.kind === "memory" && source.index === undefined && source.base?.number === register
      ? Number(BigInt.asIntN(32, source.displacement))
      : undefined;
  if (registerOf(target) !== register) return undefined;
  if (mnemonic === "dec") return -1;
  if (source?.kind !== "immediate" || (mnemonic !== "sub" && mnemonic !== "add")) return undefined;
  const amount = Number(BigInt.asIntN(32, source.value));
  return mnemonic === "sub" ? -amount : amount;
}

/** Where `lea rbx, [array]` and `sub rbx, 8` lead in front of the array. */
function movedToFront(image: Image, at: number, { address, addend, use }: ImageReference): number | undefined {
  const first = decodedAt(image, image.items[at]);
  if (first?.mnemonic !== (use === "immediate" ? "mov" : "lea")) return undefined;
  const register = registerOf(first.operands[0]);
  for (let k = at + 1; register >= 0 && k <= at + MOVED_WITHIN; k++) {
    const next = decodedAt(image, image.items[k]);
    if (next === undefined || /^(?:j|call|ret|loop)/.test(next.mnemonic)) return undefined;
    const moved = distanceMoved(next, register);
    if (moved !== undefined) return Number(addend) + moved < 0 ? address + Number(addend) + moved : undefined;
    if (registerUse(next).writes.has(register)) return undefined;
  }
  return undefined;
}

/**
 * Addresses in front of a variable that the source names by it (`array - 8`, to count elements from one), with that variable's
 * name: a pointer with such a value may be meant for it, whatever lies there.
 */
export function basesBefore(image: Image): ReadonlyMap<number, string> {
  const bases = new Map<number, string>();
  image.items.forEach((item, at) => {
    for (const one of item.references ?? []) {
      const { symbol, address, addend, use, indexed } = one;
      if (indexed || use === "branch" || END_WORD.test(symbol)) continue;
      const base = addend < 0n ? address + Number(addend) : movedToFront(image, at, one);
      if (base !== undefined && (use === "immediate" || isLea(item))) bases.set(base, symbol);
    }
  });
  return bases;
}

/**
 * A label that nothing follows, or that has an end's name and another label at its place, closes what is in front: from the
 * label of its section whose address is taken next to where its own is (`mov rdi, first`, `mov rcx, bss_end`).
 */
function closedByAddress(image: Image, objects: readonly Labelled[], closed: ReadonlySet<number>): Range[] {
  const isClosing = ({ name, start, end }: Labelled, at: number): boolean =>
    !closed.has(start) && (start === end || (END_WORD.test(name) && objects[at + 1]?.start === start));
  const closing = new Map(objects.filter(isClosing).map((one) => [one.name, one]));
  if (closing.size === 0) return [];
  const taken = image.items.map(takenBy);
  const rangeAt = (at: number, last: Labelled): Range[] => {
    for (let away = 0; away <= NEAR; away++)
      for (const { address, addend } of [...(taken[at - away] ?? []), ...(taken[at + away] ?? [])]) {
        const place = address + Number(addend);
        const first = place < last.start ? objectOf(objects, place) : undefined;
        if (first?.section === last.section) return [{ start: first.start, end: last.start }];
      }
    return [];
  };
  return taken.flatMap((references, at) =>
    references.flatMap(({ symbol, addend }) => {
      const last = addend === 0n ? closing.get(symbol) : undefined;
      return last === undefined ? [] : rangeAt(at, last);
    }),
  );
}

/** Says whether one of some numbers is given where the address of a label is taken. */
function countedNearby(image: Image): (first: Range, sizes: readonly number[]) => boolean {
  const gives = (item: ImageItem, sizes: readonly number[]): boolean => {
    const decoded = decodedAt(image, item);
    return decoded !== undefined && givesNumber(decoded.operands, sizes);
  };
  return ({ start }, sizes) =>
    image.items.some((item, at) => {
      if (!takenBy(item).some(({ address, addend }) => address + Number(addend) === start)) return false;
      return image.items.slice(Math.max(0, at - NEAR), at + NEAR + 1).some((one) => gives(one, sizes));
    });
}

/** Ranges of labels that belong together; `objects` ascend by address. */
export function groupsOf(image: Image, objects: readonly Labelled[]): Group[] {
  const groups: Group[] = [];
  const named = new Map(objects.map((one) => [one.name, one]));
  const addresses = namedAddresses(image);
  for (const last of objects) {
    const { name, start } = last;
    const stem = endStem(name);
    const first = stem === "" ? undefined : objects.find((one) => one.start < start && one.name.startsWith(stem));
    if (first === undefined) continue;
    // What stands there under a name of its own is another variable.
    const isOther = objects.some((one) => one.start === start && one !== last && !END_WORD.test(one.name));
    const isPart = !isOther && (closesText(image, first, last) || isSentinel(image, last, addresses));
    groups.push({ start: first.start, end: isPart ? last.end : start, named: "first" });
  }
  groups.push(...closedByAddress(image, objects, new Set(groups.map(({ end }) => end))));
  groups.push(...scalarRuns(image, objects).map((run) => ({ ...run, isRun: true as const })));
  groups.push(...macroHeaders(image, objects), ...measured(image, objects));
  const lines = new Map(image.items.map((item) => [item.address, item]));
  groups.push(...namedStructures(objects), ...listsOfTexts(image, objects, addresses));
  const arrays = rowsOfOneArray(objects, (address) => lines.get(address), countedNearby(image));
  groups.push(...arrays.map((rows) => ({ ...rows, named: "rows" as const })));
  const constants = new Map(image.symbols.filter((one) => one.section < 0).map((one) => [one.name, one.address]));
  for (const text of sourceTexts(image)) {
    const hasDistances = named.size > 0 && (text.includes("equ") || text.toLowerCase().includes("equ"));
    for (const { length, name, elementBytes } of hasDistances ? measuredLengths(text) : []) {
      const [first, count] = [named.get(name), constants.get(length)];
      if (first === undefined || count === undefined) continue;
      groups.push({ start: first.start, end: first.start + count * elementBytes, named: "first" });
    }
    for (const [, to = "", from = ""] of hasDistances ? text.matchAll(NAMED_DISTANCE) : []) {
      const [one, other] = [named.get(from), named.get(to)];
      if (one === undefined || other === undefined || one.end === other.start) continue;
      groups.push({ start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) });
    }
    if (text.includes("istruc") && named.size > 0) groups.push(...instancesInRow(text, named));
    for (const [, name] of text.includes("__st") ? text.matchAll(WHOLE_SECTION) : []) {
      const section = image.sections.find((one) => one.name === name);
      if (section !== undefined) groups.push({ start: section.address, end: section.address + section.sizeBytes });
    }
    for (const object of readAnnotations(text).objects) {
      const [first, last] = [named.get(object.first), named.get(object.last)];
      if (first !== undefined && last !== undefined) groups.push({ start: first.start, end: last.end, named: "any" });
    }
  }
  return groups;
}
