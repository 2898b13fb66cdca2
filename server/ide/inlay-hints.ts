// Small texts in the line that say what is not written: the value of an `equ`, the length of a string, the system call that a
// number means, the bytes that a line became.

import type { Source } from "../base/source.ts";
import type { Analysis } from "./analysis.ts";
import { bytesOf, itemsOfLine } from "./items.ts";
import { type SourceLine, sourceLines } from "./lexemes.ts";
import { parseNumber } from "./number-text.ts";
import { resolveName } from "./scope.ts";
import { syscallAt } from "./syscall-place.ts";

/** What can be shown; settings name them. */
export type HintKind = "constants" | "strings" | "systemCalls" | "bytes";

export interface InlayHint {
  readonly offset: number;
  readonly text: string;
  readonly kind: HintKind;
  readonly tooltip?: string;
}

const BYTES_SHOWN = 15;
/** Larger values are shown in hexadecimal too. */
const HEX_FROM = 1000n;

/** Hints of lines `from` to `to` (1-based, both included). */
export function inlayHints(
  analysis: Analysis,
  source: Source,
  range: { readonly from: number; readonly to: number },
  kinds: ReadonlySet<string>,
): InlayHint[] {
  const hints = sourceLines(source)
    .slice(range.from - 1, range.to)
    .flatMap((line) => [
      ...constantHints(analysis, source, line),
      ...stringHints(analysis, source, line),
      ...syscallHints(source, line),
      ...(kinds.has("bytes") ? byteHints(analysis, source, line) : []),
    ]);
  return hints.filter(({ kind }) => kinds.has(kind)).sort((a, b) => a.offset - b.offset);
}

/** Where the code of a line ends. */
function codeEnd({ lexemes }: SourceLine): number {
  return lexemes.filter(({ kind }) => kind !== "comment").at(-1)?.end ?? 0;
}

/** `len equ $ - text` → "= 13"; nothing behind a plain number. */
function constantHints(analysis: Analysis, source: Source, line: SourceLine): InlayHint[] {
  if (line.operation?.text.toLowerCase() !== "equ") return [];
  const label = line.lexemes.find(({ kind }) => kind === "label");
  const behind = line.lexemes.slice(line.lexemes.indexOf(line.operation) + 1).filter(({ kind }) => kind !== "comment");
  const symbol = label && resolveName(analysis, source, label.start, label.text);
  if (symbol?.value === undefined || (behind.length === 1 && behind[0]!.kind === "number")) return [];
  const value = symbol.value;
  const hexadecimal = value > HEX_FROM ? ` (0x${value.toString(16)})` : "";
  const text = `= ${value}${hexadecimal}`;
  return [{ offset: codeEnd(line), text, kind: "constants" }];
}

/** `db "text", 0` → "6 bytes". */
function stringHints(analysis: Analysis, source: Source, line: SourceLine): InlayHint[] {
  const items = itemsOfLine(analysis, source, line.lineNumber);
  const [only, more] = items;
  if (only === undefined || more !== undefined || only.item.dataKind !== "string" || only.item.expansion) return [];
  const { sizeBytes } = only.item;
  return sizeBytes < 2 ? [] : [{ offset: codeEnd(line), text: `${sizeBytes} bytes`, kind: "strings" }];
}

/** `mov eax, 60` → "exit". */
function syscallHints(source: Source, line: SourceLine): InlayHint[] {
  const number = line.lexemes.find(({ kind }) => kind === "number");
  const value = number && parseNumber(number.text);
  const call = value === undefined ? undefined : syscallAt(source, line.lineNumber, value);
  const comment = line.lexemes.at(-1)?.kind === "comment" ? line.lexemes.at(-1)!.text : "";
  // Who says it in a comment need not be told.
  if (number === undefined || call === undefined || comment.includes(call.call.name)) return [];
  return [{ offset: number.end, text: call.call.name, kind: "systemCalls", tooltip: call.call.summary }];
}

function byteHints(analysis: Analysis, source: Source, line: SourceLine): InlayHint[] {
  const items = itemsOfLine(analysis, source, line.lineNumber);
  const bytes = items.flatMap((item) => [...(bytesOf(item) ?? [])]);
  if (bytes.length === 0) return [];
  const shown = bytes.slice(0, BYTES_SHOWN).map((byte) => byte.toString(16).padStart(2, "0"));
  const text = `${shown.join(" ")}${bytes.length > BYTES_SHOWN ? " …" : ""}`;
  const { section, item } = items[0]!;
  const tooltip = `${bytes.length} bytes at ${section.name}+0x${item.offset.toString(16)}`;
  return [{ offset: codeEnd(line), text, kind: "bytes", tooltip }];
}
