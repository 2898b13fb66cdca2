// A macro in hover: its definition as written, and what this very call became, with the arguments put in.

import type { SymbolInfo } from "../asm/options.ts";
import { lineNumberAt, type Source, textOf } from "../base/source.ts";
import { decode } from "../isa/decode.ts";
import { format } from "../isa/format.ts";
import type { Analysis } from "./analysis.ts";
import { bytesOf, itemsOfLine, type LineItem } from "./items.ts";
import { lineText } from "./word.ts";

const LINES_SHOWN = 24;

/** The lines from `%macro` to `%endmacro`. */
export function macroDefinition(symbol: SymbolInfo): string {
  const { source } = symbol;
  const first = lineNumberAt(source, symbol.start);
  const lines: string[] = [];
  for (let number = first; number < first + LINES_SHOWN && number <= source.lineStarts.length; number++) {
    const { code } = lineText(source, number);
    lines.push(code.trimEnd());
    if (/^\s*%end(?:m|macro)\b/i.test(code)) return lines.join("\n");
  }
  return [...lines, "…"].join("\n");
}

/** The statements that the call on line `lineNumber` became; undefined when it gave none. */
export function macroExpansion(analysis: Analysis, source: Source, lineNumber: number): string | undefined {
  const items = itemsOfLine(analysis, source, lineNumber).filter(({ item }) => item.expansion !== undefined);
  if (items.length === 0) return undefined;
  const callArguments = argumentsOf(lineText(source, lineNumber).code);
  const lines = items.slice(0, LINES_SHOWN).map((item) => `    ${statementOf(item, callArguments, analysis.bits)}`);
  return items.length > lines.length
    ? [...lines, `    ; and ${items.length - lines.length} more`].join("\n")
    : lines.join("\n");
}

/** The arguments of a call as written: between commas outside of quotes, brackets and braces. */
function argumentsOf(code: string): string[] {
  const text = code.replace(/^\s*(?:[\w.$@?#~]+\s*:)?\s*\S+\s*/, "");
  const parts: string[] = [""];
  let quote = "";
  let depth = 0;
  for (const character of text.trimEnd()) {
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (/["'`]/.test(character)) quote = character;
    else if (/[[({]/.test(character)) depth++;
    else if (/[\])}]/.test(character)) depth--;
    if (character === "," && quote === "" && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim().replace(/^\{(.*)\}$/, "$1"));
}

/** A statement of the body with this call's arguments; of a macro inside the macro what it became. */
function statementOf({ section, item }: LineItem, callArguments: readonly string[], bits: 16 | 32 | 64): string {
  if (item.expansion?.parent === undefined) {
    const body = textOf(item.span.source, item.span.start, item.span.end).trim();
    const text = body.replace(
      /%(\d)|%\{(\d+)\}/g,
      (whole, one, other) => callArguments[Number(one ?? other) - 1] ?? whole,
    );
    if (!text.includes("%")) return text.replace(/\s*;.*$/, "");
  }
  const bytes = bytesOf({ section, item });
  const decoded = bytes && item.kind === "code" ? decode(bytes, bits) : undefined;
  return decoded === undefined ? `; ${item.sizeBytes} bytes of data` : format(decoded);
}
