// Tokens and lines: what flows from the lexer through the preprocessor to the parser.

import type { Source, Span } from "../base/source.ts";
import type { Expansion } from "../obj/object-module.ts";
import type { OwnNames } from "./own-names.ts";

export type TokenKind =
  | "space" // one run of blanks; kept, because `%+`, `%defstr` and -E see it
  | "identifier" // names, mnemonics, registers, keywords, `.local`, `..@x`, `$name` (with its $)
  | "number" // integer in any notation, as written
  | "float" // 1.5, 1e3, 0x1.8p0
  | "string" // with its quotes, as written: ' " or `
  | "here" // $
  | "base" // $$
  | "punctuation" // operators and separators; text is the operator: + << <<< // %% && ^^ || <=> , : [ ] ( ) { } ? …
  | "directive" // %word at the preprocessor's mercy: %define, %if …
  | "parameter" // %1, %0, %{2}, %-1, %+1, %%local, %$ctx as written
  | "decorator" // {k1}, {z}, {1to8}, {rn-sae} with braces
  | "other"; // a byte that begins no token

/** `text` is the token's current text (after pasting it differs from the source); `span` is where it stands in a source. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  readonly source: Source;
  /** Byte offsets in `source`, half-open. */
  readonly start: number;
  readonly end: number;
  /** Present when a macro produced it. */
  readonly expansion?: Expansion;
}

/** One logical line for the parser: no comments, macros expanded, spaces kept. */
export interface Line {
  readonly tokens: readonly Token[];
  /** As NASM prints them (after %line); the outermost call's line inside a macro. */
  readonly file: string;
  readonly lineNumber: number;
  /** The text of the line in its source (inside a macro: the body's line). */
  readonly span: Span;
  readonly expansion?: Expansion | undefined;
  /** Inside a macro: where the body's line stands, as NASM's notes say it (after %line). */
  readonly inBody?: { readonly file: string; readonly lineNumber: number } | undefined;
  /** Nesting for listings: 0 in the main file, then include and macro depth. */
  readonly listDepth: number;
  /** Inside `.nolist` macros. */
  readonly noList: boolean;
  /** The names of the macro call that it is of, where its statement may be shared with other calls. */
  readonly own?: OwnNames | undefined;
}

/** `line` with other tokens. */
export function withTokens(line: Line, tokens: readonly Token[]): Line {
  const { file, lineNumber, span, expansion, inBody, listDepth, noList, own } = line;
  return { tokens, file, lineNumber, span, expansion, inBody, listDepth, noList, own };
}
