// A baseline: findings that are known and shall not be told again, for the sources that a course hands out. A finding is
// known by its kind, its file's name and the text of its line, so that lines may move; a leak also by the line that
// allocated the block. The file is JSON, so that people can read and edit it:
// { "version": 1, "findings": [ { "kind": "…", "file": "a.asm", "line": "mov rax, [x]", "allocated": "call malloc" } ] }.

export interface BaselineEntry {
  readonly kind: string;
  /** The file's name without folders. */
  readonly file: string;
  /** The source line, comment and surplus blanks removed. */
  readonly line: string;
  /** For leaks: the line that allocated the block. */
  readonly allocated?: string;
}

/** Known findings by key. */
export type Baseline = ReadonlySet<string>;
export const EMPTY_BASELINE: Baseline = new Set();

/** A source line as a baseline compares it. */
export function baselineLine(text: string): string {
  const at = text.replace(/"[^"]*"|'[^']*'|`[^`]*`/g, (quoted) => "x".repeat(quoted.length)).indexOf(";");
  return (at < 0 ? text : text.slice(0, at)).replace(/\s+/g, " ").trim();
}

export const baseName = (file: string): string =>
  file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1);

const keyOf = ({ kind, file, line, allocated }: BaselineEntry): string =>
  JSON.stringify([kind, baseName(file), line, allocated ?? ""]);

export const isKnown = (baseline: Baseline, entry: BaselineEntry): boolean =>
  baseline.size > 0 && baseline.has(keyOf(entry));

/** The text of a baseline file; equal entries once, in order. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const unique = new Map(entries.map((entry) => [keyOf(entry), { ...entry, file: baseName(entry.file) }]));
  const findings = [...unique].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return `${JSON.stringify({ version: 1, findings }, undefined, 1)}\n`;
}

const isText = (value: unknown): value is string => typeof value === "string";

function isEntry(value: unknown): value is BaselineEntry {
  if (typeof value !== "object" || value === null) return false;
  const { kind, file, line, allocated } = value as Record<string, unknown>;
  return isText(kind) && isText(file) && isText(line) && (allocated === undefined || isText(allocated));
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
  return new Set((findings as BaselineEntry[]).map(keyOf));
}
