// Colours by meaning, where the grammar can only guess: labels by what they stand for, macros, constants, parameters, sizes.

import type { SymbolInfo } from "../asm/options.ts";
import type { Source } from "../base/source.ts";
import { isLibcFunction } from "../facts/libc.ts";
import type { Analysis } from "./analysis.ts";
import { type Lexeme, sourceLines } from "./lexemes.ts";
import { symbolOf } from "./references.ts";

/** The standard's own words, so that every theme has a colour for them; the order is the legend's. */
export const TOKEN_TYPES = [
  "function",
  "variable",
  "macro",
  "enumMember",
  "property",
  "struct",
  "parameter",
  "keyword",
  "modifier",
] as const;
export const TOKEN_MODIFIERS = ["definition", "readonly", "defaultLibrary"] as const;

export interface SemanticToken {
  readonly start: number;
  readonly end: number;
  readonly type: (typeof TOKEN_TYPES)[number];
  readonly modifiers: readonly (typeof TOKEN_MODIFIERS)[number][];
}

/** Words of bytes [from, to) whose meaning the analysis knows, in order. */
export function semanticTokens(
  analysis: Analysis,
  source: Source,
  from = 0,
  to = source.bytes.length,
): SemanticToken[] {
  const code = new Set((analysis.assembly?.module.sections ?? []).filter(({ exec }) => exec).map(({ name }) => name));
  const tokens: SemanticToken[] = [];
  for (const line of sourceLines(source)) {
    for (const lexeme of line.lexemes) {
      if (lexeme.end <= from || lexeme.start >= to) continue;
      const token = tokenOf(analysis, source, lexeme, code);
      if (token !== undefined) tokens.push(token);
    }
  }
  return tokens;
}

function tokenOf(
  analysis: Analysis,
  source: Source,
  lexeme: Lexeme,
  code: ReadonlySet<string>,
): SemanticToken | undefined {
  const { start, end } = lexeme;
  if (lexeme.kind === "parameter") return { start, end, type: "parameter", modifiers: [] };
  if (lexeme.kind === "size") return { start, end, type: "modifier", modifiers: [] };
  if (lexeme.kind === "prefix") return { start, end, type: "keyword", modifiers: [] };
  const symbol = symbolOf(analysis, source, lexeme);
  if (symbol === undefined) return undefined;
  const isDefinition = symbol.source === source && symbol.start === start;
  const { type, modifier } = typeOf(symbol, code);
  const modifiers = [...(isDefinition ? (["definition"] as const) : []), ...(modifier === undefined ? [] : [modifier])];
  return { start, end, type, modifiers };
}

function typeOf(
  symbol: SymbolInfo,
  code: ReadonlySet<string>,
): { type: SemanticToken["type"]; modifier?: (typeof TOKEN_MODIFIERS)[number] } {
  switch (symbol.kind) {
    case "label":
    case "local-label":
      return { type: symbol.section !== undefined && code.has(symbol.section) ? "function" : "variable" };
    case "common":
      return { type: "variable" };
    case "extern":
      return { type: "function", ...(isLibcFunction(symbol.name) ? { modifier: "defaultLibrary" as const } : {}) };
    case "equ":
      return { type: "enumMember", modifier: "readonly" };
    case "macro":
    case "define":
      return { type: "macro" };
    case "struct":
      return { type: "struct" };
    case "field":
      return { type: "property" };
  }
}
