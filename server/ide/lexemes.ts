// A source cut into words that know their part in the statement: label, instruction, register, name … by the lexer's own
// rules and the tables, without assembling, so that lines which do not parse are cut as well. Colours, references, rename,
// folding and hints read it. Kept for each source, since one edit is followed by many questions.

import { lexLine } from "../asm/lexer.ts";
import type { Token } from "../asm/token.ts";
import { createSideTable } from "../base/side-table.ts";
import { lineRange, type Source, textOf } from "../base/source.ts";
import { directives } from "../facts/directives.ts";
import { registerNamed } from "../isa/registers.ts";
import { isTableMnemonic } from "../isa/table.ts";

export type LexemeKind =
  | "label" // the definition of a label or an equ
  | "instruction"
  | "prefix" // rep, lock …
  | "directive"
  | "macro" // the call of what is neither instruction nor directive
  | "register"
  | "size" // byte, dword, near …
  | "name" // a name in operands
  | "number"
  | "string"
  | "preprocessor" // %define and its kin
  | "defined" // the name that such a word defines or asks about
  | "parameter" // %1, %%local
  | "operator"
  | "comment";

/** Byte offsets, half-open. */
export interface Lexeme {
  readonly kind: LexemeKind;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface SourceLine {
  /** From 1. */
  readonly lineNumber: number;
  readonly lexemes: readonly Lexeme[];
  /** The instruction, directive, macro call or preprocessor word that the line is about. */
  readonly operation: Lexeme | undefined;
}

const SIZES = new Set(
  "byte word dword qword tword oword yword zword short near far rel abs strict nosplit to wrt seg".split(" "),
);
const PREFIXES = new Set(
  "rep repe repz repne repnz lock xacquire xrelease bnd a16 a32 a64 o16 o32 o64 times".split(" "),
);
/** Words behind which the name in front is a label without a colon. */
const DATA = /^(?:d[bwdqtoyz]|res[bwdqtoyz]|equ|incbin)$/;
/** Preprocessor words whose first name is defined or asked about there. */
const DEFINES =
  /^%(?:[xi]?i?x?define|i?assign|i?macro|rmacro|irmacro|undef|unmacro|i?defstr|i?deftok|i?defalias|i?strlen|i?substr|i?strcat|if(?:n?)(?:def|macro)|elif(?:n?)(?:def|macro))$/i;

/** Longer lines are not cut. */
const LONGEST_LINE_BYTES = 20_000;

const kept = createSideTable<Source, readonly SourceLine[]>("lexemes");

/** Every line of a source. */
export function sourceLines(source: Source): readonly SourceLine[] {
  const known = kept.get(source);
  if (known !== undefined) return known;
  const lines = source.lineStarts.map((_, index) => sourceLine(source, index + 1));
  kept.set(source, lines);
  return lines;
}

const isOperation = (word: string): boolean =>
  isTableMnemonic(word) || Object.hasOwn(directives, word) || PREFIXES.has(word);

function sourceLine(source: Source, lineNumber: number): SourceLine {
  const { start, end } = lineRange(source, lineNumber);
  // A table on one line of a megabyte is nothing that anybody reads word by word.
  if (end - start > LONGEST_LINE_BYTES) return { lineNumber, lexemes: [], operation: undefined };
  const all = lexLine(source, start, end);
  const tokens = all.filter(({ kind }) => kind !== "space");
  const lexemes: Lexeme[] = [];
  const put = (token: Token, kind: LexemeKind) => {
    const text = token.text.length === token.end - token.start ? token.text : textOf(source, token.start, token.end);
    lexemes.push({ kind, text, start: token.start, end: token.end });
  };
  const operation = cut(tokens, put);
  const codeEnd = tokens.at(-1)?.end ?? start;
  const rest = textOf(source, codeEnd, end);
  const semicolon = rest.indexOf(";");
  if (semicolon >= 0) lexemes.push({ kind: "comment", text: rest.slice(semicolon), start: codeEnd + semicolon, end });
  return { lineNumber, lexemes, operation: operation === undefined ? undefined : lexemes[operation] };
}

/** Gives each token its part. @returns the index of the operation among what was put. */
function cut(tokens: readonly Token[], put: (token: Token, kind: LexemeKind) => void): number | undefined {
  let at = 0;
  let count = 0;
  let operation: number | undefined;
  const next = (kind: LexemeKind): void => {
    put(tokens[at++]!, kind);
    count++;
  };
  const word = (k = at): string => (tokens[k]?.kind === "identifier" ? tokens[k].text.toLowerCase() : "");
  if (tokens[0]?.kind === "directive") {
    operation = 0;
    const defines = DEFINES.test(tokens[0].text);
    next("preprocessor");
    if (defines && tokens[at]?.kind === "identifier") next("defined");
  } else {
    if (tokens[at]?.text === "[") next("operator");
    const isColon = tokens[at + 1]?.text === ":";
    const named = word() !== "" || tokens[at]?.kind === "parameter";
    const beginsData = DATA.test(word(at + 1));
    if (
      named &&
      (isColon ||
        beginsData ||
        (word() !== "" && !isOperation(word()) && (tokens.length === at + 1 || isOperation(word(at + 1)))))
    ) {
      next(tokens[at]!.kind === "parameter" ? "parameter" : "label");
      if (isColon) next("operator");
    }
    while (PREFIXES.has(word()) && at + 1 < tokens.length) {
      const isTimes = word() === "times";
      next(isTimes ? "directive" : "prefix");
      if (isTimes) while (at < tokens.length && !isOperation(word())) next(partOf(tokens[at]!));
    }
    if (word() !== "") {
      operation = count;
      next(
        isTableMnemonic(word())
          ? "instruction"
          : PREFIXES.has(word())
            ? "prefix"
            : isOperation(word())
              ? "directive"
              : "macro",
      );
    }
  }
  while (at < tokens.length) next(partOf(tokens[at]!));
  return operation;
}

/** The part of a token among operands. */
function partOf(token: Token): LexemeKind {
  switch (token.kind) {
    case "identifier": {
      const lower = token.text.toLowerCase();
      if (registerNamed(lower) !== undefined) return "register";
      return SIZES.has(lower) ? "size" : "name";
    }
    case "number":
    case "float":
      return "number";
    case "string":
      return "string";
    case "directive":
      return "preprocessor";
    case "parameter":
      return "parameter";
    default:
      return "operator";
  }
}
