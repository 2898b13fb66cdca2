// Addresses to labels and back. Labels are the only names an assembly program has. An object is the data from one label
// without a dot to the next or to the section's end. A function begins at the entry, at a global label, and wherever the
// source says `call`; other labels inside it are places to jump to.

import { textOf } from "../../server/base/source.ts";
import type { Image, ImageItem, ImageSection, ImageSymbol } from "../../server/obj/image.ts";

/** A label with the bytes that belong to it: [start, end). */
export interface LabelSpan {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly section: ImageSection;
}

const spansOf = new WeakMap<Image, readonly LabelSpan[]>();
const exactOf = new WeakMap<Image, ReadonlyMap<number, string>>();
const namesOf = new WeakMap<Image, ReadonlyMap<string, ImageSymbol>>();

/** Local labels (".loop", "main.loop") and macro-made ones ("..@7.again") do not begin an object or function. */
export function isLocalLabel(name: string): boolean {
  return name.includes(".") && !name.startsWith("..start");
}

/** All spans in address order. Of several labels on one address the first declared is taken, a global one before others. */
export function labelSpans(image: Image): readonly LabelSpan[] {
  const known = spansOf.get(image);
  if (known) return known;
  const spans: LabelSpan[] = [];
  image.sections.forEach((section, index) => {
    const end = section.address + section.sizeBytes;
    const starts = new Map<number, ImageSymbol>();
    for (const symbol of image.symbols) {
      // Compilers put dots into names of functions ("f.constprop.0"), and say how long they are.
      const isPlace = symbol.sizeBytes === 0 && !symbol.global && isLocalLabel(symbol.name);
      if (symbol.section !== index || symbol.address >= end || isPlace) continue;
      const other = starts.get(symbol.address);
      if (!other || (symbol.global && !other.global)) starts.set(symbol.address, symbol);
    }
    const sorted = [...starts.values()].sort((a, b) => a.address - b.address);
    sorted.forEach((symbol, k) => {
      const next = sorted[k + 1]?.address ?? end;
      spans.push({ name: symbol.name, start: symbol.address, end: next, section });
    });
  });
  spans.sort((a, b) => a.start - b.start);
  spansOf.set(image, spans);
  return spans;
}

/** The label on exactly this address. */
export const labelOn = (image: Image, address: number): string | undefined => exactLabels(image).get(address);

/** The last element whose `key` is not above `value`; undefined when there is none. */
export function lastAtOrBelow<T>(sorted: readonly T[], value: number, key: (element: T) => number): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(sorted[middle]!) <= value) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}

/** The label span that holds `address`. */
export function labelAt(image: Image, address: number): LabelSpan | undefined {
  const span = lastAtOrBelow(labelSpans(image), address, (element) => element.start);
  return span && address < span.end ? span : undefined;
}

/** The section that holds `address`. */
export function sectionAt(image: Image, address: number): ImageSection | undefined {
  return image.sections.find(
    (section) => address >= section.address && address < section.address + section.sizeBytes && section.address > 0,
  );
}

/** The libc stub that holds `address`. */
export function stubAt(image: Image, address: number): string | undefined {
  return image.stubs.find((stub) => address >= stub.address && address < stub.address + 16)?.name;
}

/** Labels by exact address: a global name before a local one; names that macros made up are no names. */
function exactLabels(image: Image): ReadonlyMap<number, string> {
  const known = exactOf.get(image);
  if (known) return known;
  const rank = (symbol: ImageSymbol) => (symbol.global ? 2 : isLocalLabel(symbol.name) ? 0 : 1);
  const best = new Map<number, ImageSymbol>();
  for (const symbol of image.symbols) {
    if (symbol.section < 0 || symbol.name.startsWith("..@")) continue;
    const other = best.get(symbol.address);
    if (!other || rank(symbol) > rank(other)) best.set(symbol.address, symbol);
  }
  const names = new Map([...best].map(([address, { name }]) => [address, name]));
  exactOf.set(image, names);
  return names;
}

/** "main", "main.loop", "main+0x12", "printf (libc)"; undefined when no label is before it in its section. */
export function labelText(image: Image, address: number): string | undefined {
  const stub = stubAt(image, address);
  if (stub) return `${stub} (libc)`;
  const exact = exactLabels(image).get(address);
  if (exact !== undefined) return exact;
  const span = labelAt(image, address);
  if (!span) return undefined;
  return address === span.start ? span.name : `${span.name}+0x${(address - span.start).toString(16)}`;
}

/** A function: its name and first address. */
export interface FunctionStart {
  readonly name: string;
  readonly start: number;
}

const startsOf = new WeakMap<Image, readonly FunctionStart[]>();

/** Where functions begin, in address order. */
function functionStarts(image: Image): readonly FunctionStart[] {
  const known = startsOf.get(image);
  if (known) return known;
  const addresses = new Set<number>([image.entry]);
  for (const symbol of image.symbols) {
    const begins = symbol.name === "main" || (symbol.global && !isLocalLabel(symbol.name));
    if (begins && image.sections[symbol.section]?.exec) addresses.add(symbol.address);
  }
  for (const item of image.items) {
    if (item.kind === "code" && isCall(item)) for (const { address } of item.references ?? []) addresses.add(address);
  }
  const starts = [...addresses]
    .sort((a, b) => a - b)
    .flatMap((start) => {
      const name = labelOn(image, start);
      return name === undefined || stubAt(image, start) ? [] : [{ name, start }];
    });
  startsOf.set(image, starts);
  return starts;
}

/** `call somewhere`, with or without a label before it. */
const isCall = ({ span }: ImageItem): boolean =>
  span !== undefined && /^\s*(?:[^\s;:]+:)?\s*call\s/i.test(textOf(span.source, span.start, span.end));

/** The function that holds `address`; `called` is where its caller went, which counts as a beginning too. */
export function functionAt(image: Image, address: number, called = Number.NaN): FunctionStart | undefined {
  const found = lastAtOrBelow(functionStarts(image), address, ({ start }) => start);
  const section = sectionAt(image, address);
  const inSection = found && section && found.start >= section.address ? found : undefined;
  const calledHere = called <= address && section !== undefined && called >= section.address;
  if (calledHere && called > (inSection?.start ?? -1)) {
    const name = labelText(image, called);
    if (name !== undefined) return { name, start: called };
  }
  if (inSection) return inSection;
  const label = labelAt(image, address);
  return label && { name: label.name, start: label.start };
}

/** Where the function that begins at `start` ends: at the next function, or with its section. */
export function functionEnd(image: Image, start: number): number {
  const next = functionStarts(image).find((candidate) => candidate.start > start);
  const section = sectionAt(image, start);
  const end = section ? section.address + section.sizeBytes : start;
  return next && next.start < end ? next.start : end;
}

/** The name of the function that holds `address`: "main", "printf (libc)", or the address itself. */
export function functionName(image: Image, address: number, called?: number): string {
  const stub = stubAt(image, address);
  if (stub) return `${stub} (libc)`;
  return functionAt(image, address, called)?.name ?? `0x${address.toString(16)}`;
}

/** A symbol by name: labels and absolute values (`equ`). */
export function symbolNamed(image: Image, name: string): ImageSymbol | undefined {
  let names = namesOf.get(image);
  if (!names) {
    const made = new Map<string, ImageSymbol>();
    for (const symbol of image.symbols) {
      const other = made.get(symbol.name);
      if (!other || (symbol.global && !other.global)) made.set(symbol.name, symbol);
    }
    names = made;
    namesOf.set(image, names);
  }
  return names.get(name);
}

/** A symbol by name as it is meant at `pc`: ".loop" inside `main` is "main.loop". */
export function symbolInScope(image: Image, name: string, pc: number): ImageSymbol | undefined {
  if (name.startsWith(".") && !name.startsWith("..")) {
    const span = labelAt(image, pc);
    const found = span && symbolNamed(image, span.name + name);
    if (found) return found;
  }
  return symbolNamed(image, name);
}
