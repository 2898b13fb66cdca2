// A baseline: findings that are known and shall not be told again, for the sources that a course hands out. A finding is
// known by its kind, its file's name, the function it stands in and the text of its line, so that lines may move; a leak also
// by the line that allocated the block. So many lines of a key are known as the file counts; more of them are news. The file
// is JSON, so that people can read and edit it:
// { "version": 1, "findings": [
//   { "kind": "…", "file": "a.asm", "label": "main", "line": "mov rax, [x]", "allocated": "call malloc", "count": 1 } ] }.
// Without a label it is known in every function, without a count on any number of lines.

import { lineNumberAt, type Source, type Span, textOf } from "../base/source.ts";

export interface BaselineEntry {
  readonly kind: string;
  /** The file's name without folders. */
  readonly file: string;
  /** The label that is no local one, at or above the line. */
  readonly label?: string;
  /** The source line, comment and surplus blanks removed. */
  readonly line: string;
  /** For leaks: the line that allocated the block. */
  readonly allocated?: string;
}

/** An entry, and which line it is: several findings of one line count once. */
export interface PlacedEntry {
  readonly entry: BaselineEntry;
  readonly place: string;
}

/** What is known, and what of it has been seen so far. */
export interface Baseline {
  /** By key: on how many lines it is known. */
  readonly limits: ReadonlyMap<string, number>;
  /** By key of the baseline, then by place. A place once known stays so, however often a debugger goes back. */
  readonly seen: Map<string, Map<string, PlacedEntry>>;
}
export const EMPTY_BASELINE: Baseline = { limits: new Map(), seen: new Map() };

/** The same, and nothing seen. */
export const unseen = ({ limits }: Baseline): Baseline => ({ limits, seen: new Map() });

const withoutTexts = (text: string): string =>
  text.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, (quoted) => "x".repeat(quoted.length));

/** A source line as a baseline shows it. */
export function baselineLine(text: string): string {
  const at = withoutTexts(text).indexOf(";");
  return (at < 0 ? text : text.slice(0, at)).replace(/\s+/g, " ").trim();
}

/** Lines that differ in blanks alone are the same. */
const withoutBlanks = (line: string): string =>
  line.replace(/("[^"]*"|'[^']*'|`[^`]*`)|\s+/g, (_, quoted: string | undefined) => quoted ?? "");

export const baseName = (file: string): string =>
  file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);

const LABEL = /^\s*([A-Za-z_?$][\w.$#@~?]*)\s*:(?!\s*equ\b)/i;
/** Without a colon it may as well be an instruction, a directive or a macro. */
const FIRST_WORD = /^\s*([A-Za-z_?$][\w.$#@~?]*)(?=\s|$)(?!\s*:|\s+equ\b)/i;
/** What has operands that are labels of code. */
const NAMING =
  /^\s*(?:[\w.$#@~?]+\s*:?\s+)?(?:call|j[a-z]+|loop[a-z]*|push|mov[a-z]*|lea|cmp|d[dq]|global|static)\s+(.*)/i;

/** Words that stand where operands do: no instruction, directive or macro is among them. */
function namedIn(lines: readonly string[]): ReadonlySet<string> {
  const words = lines.flatMap((line) => NAMING.exec(baselineLine(line))?.[1]?.match(/[A-Za-z_?$][\w.$#@~?]*/g) ?? []);
  return new Set(words);
}

/** The label with which a line begins; without a colon a word is one where the source names it. */
function labelOf(line: string, named: ReadonlySet<string>): string | undefined {
  const name = LABEL.exec(line)?.[1];
  if (name !== undefined) return name;
  const word = FIRST_WORD.exec(baselineLine(line))?.[1];
  return word !== undefined && named.has(word) ? word : undefined;
}

/** By source: its labels that are not local, with their lines. */
const labels = new WeakMap<Source, readonly { readonly lineNumber: number; readonly name: string }[]>();

/** The label that is no local one, at or above the start of a span; undefined above the first. */
export function labelAbove({ source, start }: Span): string | undefined {
  let list = labels.get(source);
  if (list === undefined) {
    const lines = textOf(source, 0, source.bytes.length).split("\n");
    const named = namedIn(lines);
    list = lines.flatMap((line, index) => {
      const name = labelOf(line, named);
      return name === undefined ? [] : [{ lineNumber: index + 1, name }];
    });
    labels.set(source, list);
  }
  const lineNumber = lineNumberAt(source, start);
  return list.filter((one) => one.lineNumber <= lineNumber).at(-1)?.name;
}

const keyOf = ({ kind, file, label, line, allocated }: BaselineEntry): string =>
  JSON.stringify([kind, baseName(file), withoutBlanks(line), withoutBlanks(allocated ?? ""), label ?? ""]);

/** True when the baseline knows it; then it counts as seen. */
export function isKnown({ limits, seen }: Baseline, placed: PlacedEntry): boolean {
  if (limits.size === 0) return false;
  const { label: _, ...anywhere } = placed.entry;
  return [placed.entry, anywhere].some((entry) => {
    const key = keyOf(entry);
    const limit = limits.get(key);
    if (limit === undefined) return false;
    const places = seen.get(key) ?? new Map<string, PlacedEntry>();
    if (places.size === 0) seen.set(key, places);
    if (!places.has(placed.place) && places.size >= limit) return false;
    places.set(placed.place, placed);
    return true;
  });
}

/** What the baseline knew of the findings so far. */
export const seenOf = ({ seen }: Baseline): PlacedEntry[] =>
  [...seen.values()].flatMap((places) => [...places.values()]);

/** The text of a baseline file; equal entries once, in order, with the number of their lines. */
export function baselineText(all: readonly PlacedEntry[]): string {
  const unique = new Map<string, { readonly entry: BaselineEntry; readonly places: Set<string> }>();
  for (const { entry, place } of all) {
    const key = keyOf(entry);
    const known = unique.get(key) ?? { entry: { ...entry, file: baseName(entry.file) }, places: new Set() };
    known.places.add(place);
    unique.set(key, known);
  }
  const sorted = [...unique].sort(([a], [b]) => (a < b ? -1 : 1));
  const findings = sorted.map(([, { entry, places }]) => ({ ...entry, count: places.size }));
  return `${JSON.stringify({ version: 1, findings }, undefined, 1)}\n`;
}

const isText = (value: unknown): value is string => typeof value === "string";

interface FileEntry extends BaselineEntry {
  readonly count?: number;
}

const isTextIfAny = (value: unknown): boolean => value === undefined || isText(value);

function isEntry(value: unknown): value is FileEntry {
  if (typeof value !== "object" || value === null) return false;
  const { kind, file, label, line, allocated, count } = value as Record<string, unknown>;
  const isWhole = isText(kind) && isText(file) && isText(line);
  return isWhole && isTextIfAny(label) && isTextIfAny(allocated) && (count === undefined || typeof count === "number");
}

/** Reads a baseline file. @returns a sentence without a full stop and without the file's name when it is none. */
export function readBaseline(text: string): Baseline | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "it is no JSON";
  }
  const { version, findings } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  if (version !== 1 || !Array.isArray(findings)) return "it is no baseline (version 1 with a list of findings)";
  const wrong = findings.findIndex((entry) => !isEntry(entry));
  if (wrong >= 0) return `finding ${wrong + 1} lacks a kind, a file or a line`;
  const limits = new Map<string, number>();
  for (const entry of findings as FileEntry[]) {
    const key = keyOf(entry);
    limits.set(key, (limits.get(key) ?? 0) + (entry.count ?? Number.POSITIVE_INFINITY));
  }
  return { limits, seen: new Map() };
}
