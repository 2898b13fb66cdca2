// Cuts text into tokens by NASM's rules. Text here is a byte string: one character a byte (0-255), so that a Latin-1
// string assembles exactly; `bytesToText` and `displayText` convert. Nothing here knows macros: `%` words come out as
// tokens and the preprocessor decides what they are. The editor uses the same function on a single line.

import { decodeText, encodeText } from "../base/byte-text.ts";
import type { Source } from "../base/source.ts";
import type { Token, TokenKind } from "./token.ts";

/** What the lexer finds wrong; the preprocessor says it only where the line is not skipped. */
export interface LexProblem {
  readonly severity: "warning" | "error";
  readonly code: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** Where lexed text comes from. With `exact`, character k of the text is byte `start + k` of the source; without, every
 * token gets the whole range (text made by pasting). */
export interface Origin {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly exact: boolean;
}

/** "source": `%` begins preprocessor words. "plain": what is left of the preprocessor's output, where `%` is an operator. */
export type LexMode = "source" | "plain";

export interface Lexed {
  readonly tokens: readonly Token[];
  readonly problems: readonly LexProblem[];
  /** True when a "directive" or "parameter" token is among the tokens, or a number that goes on behind a point for the
   * parser. */
  readonly hasPercent: boolean;
  /** True when a `{` is among them: a decorator, or a macro's parameter in braces. */
  readonly hasBrace: boolean;
}

const ID_START = 1;
const ID_CHAR = 2;
const DIGIT = 4;
const NUMBER_CHAR = 8;
const SPACE = 16;
const QUOTE = 32;
const HEX = 64;

const classes = new Uint8Array(256);
/** Adds every character of `text` to the classes `mask`. */
function classify(text: string, mask: number): void {
  for (let k = 0; k < text.length; k++) classes[text.charCodeAt(k)]! |= mask;
}
classify("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", ID_START | ID_CHAR | NUMBER_CHAR);
classify("0123456789", ID_CHAR | DIGIT | NUMBER_CHAR | HEX);
classify("abcdefABCDEF", HEX);
classify(".?@", ID_START | ID_CHAR);
classify("$#~", ID_CHAR);
classify(" \t\v\f\r\n", SPACE);
classify("\"'`", QUOTE);
classes.fill(ID_START | ID_CHAR, 128);

const SPACE_TEXT = " ";
const NOTHING: readonly LexProblem[] = [];

/** Character class test: is the character of `text` at `index` in one of the classes `mask`? False past the end. */
function is(text: string, index: number, end: number, mask: number): boolean {
  return index < end && (classes[text.charCodeAt(index)]! & mask) !== 0;
}

/** One character a byte: what all token texts are. */
export function bytesToText(bytes: Uint8Array, start = 0, end = bytes.length): string {
  let text = "";
  for (let at = start; at < end; at += 8192) {
    text += String.fromCharCode.apply(null, bytes.subarray(at, Math.min(end, at + 8192)) as unknown as number[]);
  }
  return text;
}

/** The bytes of a byte string. */
export function textToBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let k = 0; k < text.length; k++) bytes[k] = text.charCodeAt(k);
  return bytes;
}

/** A byte string from ordinary text (file names, environment variables), as UTF-8. */
export function textFromDisplay(text: string): string {
  for (let k = 0; k < text.length; k++) {
    if (text.charCodeAt(k) > 127) return bytesToText(encodeText(text));
  }
  return text;
}

/** For people: a byte string read as UTF-8 (a lone surrogate for each byte that is none). Messages and symbol names pass through here. */
export function displayText(text: string): string {
  for (let k = 0; k < text.length; k++) {
    if (text.charCodeAt(k) > 127) return decodeText(textToBytes(text));
  }
  return text;
}

/** True for a name the lexer takes whole: a letter, `_ . ? @` or a byte from 128, then also digits and `$ # ~`. */
export function isIdentifier(text: string): boolean {
  if (!is(text, 0, text.length, ID_START)) return false;
  for (let k = 1; k < text.length; k++) if (!is(text, k, text.length, ID_CHAR)) return false;
  return text.length > 0;
}

/** Index of the closing quote of the string that opens at `at`, or `end` when it is not closed. */
function closingQuote(text: string, at: number, end: number): number {
  const quote = text[at]!;
  if (quote !== "`") {
    const found = text.indexOf(quote, at + 1);
    return found < 0 || found >= end ? end : found;
  }
  for (let k = at + 1; k < end; k++) {
    if (text[k] === "`") return k;
    if (text[k] === "\\") k++;
  }
  return end;
}

interface Scanned {
  /** Index after the token in the text. */
  readonly next: number;
  readonly kind: TokenKind;
  /** Token text where it differs from the text scanned. */
  readonly text?: string;
  readonly problem?: Omit<LexProblem, "start" | "end">;
}

/** Index after the digits, or the same index. */
function skip(text: string, at: number, end: number, mask: number): number {
  let next = at;
  while (next < end && (classes[text.charCodeAt(next)]! & mask) !== 0) next++;
  return next;
}

/** `%{…}` and `%[…]`: brackets nest, strings inside are skipped. */
function scanEnclosed(text: string, at: number, end: number): Scanned {
  const open = text[at + 1]!;
  const close = open === "{" ? "}" : "]";
  let level = 1;
  let next = at + 2;
  for (; next < end; next++) {
    const c = text[next]!;
    if (c === open) level++;
    else if (c === close && --level === 0) break;
    else if (is(text, next, end, QUOTE)) {
      next = closingQuote(text, next, end);
      if (next >= end) break;
    }
  }
  const closed = level === 0;
  const inner = text.slice(at + 2, next);
  const problem = closed
    ? undefined
    : {
        severity: "warning" as const,
        // NASM's class for both.
        code: "pp-open-brackets",
        message: `unterminated %${open}...${close} construct (missing \`${close}')`,
      };
  const after = closed ? next + 1 : next;
  if (open === "[") {
    return { next: after, kind: "parameter", text: `%[${inner}]`, ...(problem ? { problem } : {}) };
  }
  if (inner === "") {
    const message = "empty %{} construct expands to the % operator";
    return {
      next: after,
      kind: "punctuation",
      text: "%",
      problem: { severity: "warning", code: "pp-empty-braces", message },
    };
  }
  return { next: after, kind: percentKind(`%${inner}`), text: `%${inner}`, ...(problem ? { problem } : {}) };
}

/** The kind of a `%` token by its text. */
function percentKind(text: string): TokenKind {
  const c = text[1] ?? "";
  if (c === "%" && text.length === 2) return "punctuation";
  if (c === "!" && text.length === 2) return "other";
  if (c === ",") return text.length === 2 ? "parameter" : "directive";
  if (c === "?") return text === "%?" || text === "%??" ? "parameter" : "directive";
  if (c === "*") return text === "%*?" || text === "%*??" ? "parameter" : "other";
  if (c === "+" || c === "-" || c === "!" || c === "%" || c === "$" || c === ":" || c === "[") return "parameter";
  if (c >= "0" && c <= "9") return "parameter";
  if (is(text, 1, text.length, ID_CHAR | QUOTE) || text.length > 2) return "directive";
  return "other";
}

/** A token that begins with `%` in source text. */
function scanPercent(text: string, at: number, end: number): Scanned {
  const c = text[at + 1] ?? "";
  if (c === "{" || c === "[") return scanEnclosed(text, at, end);
  let next = at + 1;
  if (c === "+" && !is(text, at + 2, end, DIGIT)) next = at + 2;
  else if (is(text, at + 1, end, DIGIT)) next = skip(text, at + 1, end, DIGIT);
  else if ((c === "-" || c === "+") && is(text, at + 2, end, DIGIT)) next = skip(text, at + 2, end, DIGIT);
  else if (c === "?") next = text[at + 2] === "?" && at + 2 < end ? at + 3 : at + 2;
  else if (c === "*" && text[at + 2] === "?" && at + 2 < end)
    next = text[at + 3] === "?" && at + 3 < end ? at + 4 : at + 3;
  else if (c === "!") {
    next = skip(text, at + 2, end, ID_CHAR);
    if (next === at + 2 && is(text, next, end, QUOTE)) {
      const close = closingQuote(text, next, end);
      if (close >= end) {
        const problem = { severity: "error" as const, code: "directive-syntax", message: "unterminated %! string" };
        return { next: end, kind: "parameter", problem };
      }
      next = close + 1;
    }
  } else if (c === ",") next = at + 2;
  else if (is(text, at + 1, end, ID_CHAR)) next = skip(text, at + 1, end, ID_CHAR);
  else if (c === "%") next = skip(text, at + 2, end, ID_CHAR);
  if (next > end) next = end;
  // Without a name behind it `%$` is a remainder by `$` to the assembler; to the preprocessor it ends an expression.
  if (c === "$" && next === at + 2) return { next, kind: "other" };
  if (next === at + 1) return { next, kind: "punctuation" };
  return { next, kind: percentKind(text.slice(at, next)) };
}

/** What stands behind the point of a float; also in hexadecimal. */
const FLOAT = "0123456789eEpP";
const HEX_FLOAT = "0123456789abcdefABCDEFpP";

/** A number, from its first digit or `$`: in the notations of the manual's sections on numeric and floating-point
 * constants. Which digits the radix allows is the parser's question. */
function scanNumber(text: string, at: number, end: number, mode: LexMode): Scanned {
  let next = at;
  let hex = false;
  let float = false;
  let exponent = false;
  if (text[at] === "$") {
    next++;
    hex = true;
  }
  for (; next < end; next++) {
    const c = text[next]!;
    if (!hex && (c === "e" || c === "E")) {
      exponent = true;
      if (text[next + 1] === "+" || text[next + 1] === "-") {
        next++;
        float = true;
      }
    } else if (c === "h" || c === "H" || c === "x" || c === "X") {
      hex = true;
    } else if (c === "p" || c === "P") {
      float = true;
      if (text[next + 1] === "+" || text[next + 1] === "-") next++;
    } else if (c === ".") {
      // For the preprocessor `1.nolist` and `1.` are a number and a name; `1.5`, `0x1.8p0` and `1.e3` are one float, and
      // for the parser all are.
      const behind = skipUnderscores(text, next + 1, end);
      if (behind < text.length && (hex ? HEX_FLOAT : FLOAT).includes(text[behind]!)) next = behind - 1;
      else if (mode === "source") break;
      float = true;
    } else if (!is(text, next, end, NUMBER_CHAR)) break;
  }
  if (next > end) next = end;
  if (next === at + 1 && text[at] === "$") return { next, kind: "here" };
  return { next, kind: float || (exponent && !hex) ? "float" : "number" };
}

function skipUnderscores(text: string, at: number, end: number): number {
  let next = at;
  while (next < end && text[next] === "_") next++;
  return next;
}

const LONG_OPERATORS = ["<<<", ">>>", "<=>", "<<", ">>", "<=", ">=", "<>", "!=", "==", "//", "&&", "||", "^^"];

/** An operator or separator; the longest that fits. */
function scanOperator(text: string, at: number, end: number, mode: LexMode): Scanned {
  const c = text.charCodeAt(at);
  if ((c >= 60 && c <= 62) || c === 33 || c === 47 || c === 38 || c === 124 || c === 94) {
    const found = LONG_OPERATORS.find((operator) => at + operator.length <= end && text.startsWith(operator, at));
    if (found) return { next: at + found.length, kind: "punctuation" };
  }
  if (mode === "plain" && c === 37 && text[at + 1] === "%" && at + 1 < end)
    return { next: at + 2, kind: "punctuation" };
  return { next: at + 1, kind: c > 32 && c < 127 && c !== 92 && c !== 96 ? "punctuation" : "other" };
}

function scanString(text: string, at: number, end: number): Scanned {
  const close = closingQuote(text, at, end);
  if (close < end) return { next: close + 1, kind: "string" };
  const message = `unterminated string (missing \`${text[at]}')`;
  return { next: end, kind: "other", problem: { severity: "warning", code: "pp-open-string", message } };
}

function scanOther(text: string, at: number, end: number, mode: LexMode): Scanned {
  const c = text.charCodeAt(at);
  const mask = classes[c]!;
  if (mask & QUOTE) return scanString(text, at, end);
  if (c === 36) {
    if (text[at + 1] === "$" && at + 1 < end) return { next: at + 2, kind: "base" };
    return scanNumber(text, at, end, mode);
  }
  if (mask & DIGIT) return scanNumber(text, at, end, mode);
  if (c === 37 && mode === "source") return scanPercent(text, at, end);
  return scanOperator(text, at, end, mode);
}

/** Tokens of the line being cut, reused from line to line: an array grown by pushing takes twice the memory, and the
 * tokens of a large file stay. Measured on 200,000 lines. */
const scratch: Token[] = [];

/** Cuts `text` [from, to), a line without its line ending, into tokens; a comment and the blanks before it or at the end
 * are dropped. Never fails: what begins no token comes out as "other". An unterminated string is "other" too. */
export function lexText(text: string, from: number, to: number, origin: Origin, mode: LexMode = "source"): Lexed {
  let count = 0;
  let problems: LexProblem[] | undefined;
  let hasPercent = false;
  let hasBrace = false;
  const { source, exact } = origin;
  const base = origin.start - from;
  let at = from;
  while (at < to) {
    const c = text.charCodeAt(at);
    if (c === 59) break;
    const mask = classes[c]!;
    const start = exact ? base + at : origin.start;
    let next: number;
    if (mask & SPACE) {
      next = skip(text, at, to, SPACE);
      if (next >= to || text.charCodeAt(next) === 59) break;
      scratch[count++] = { kind: "space", text: SPACE_TEXT, source, start, end: exact ? base + next : origin.end };
    } else if (
      (mask & ID_START && (c !== 63 || is(text, at + 1, to, ID_CHAR))) ||
      (c === 36 && is(text, at + 1, to, ID_START))
    ) {
      next = at + 1;
      while (next < to && classes[text.charCodeAt(next)]! & ID_CHAR) next++;
      scratch[count++] = {
        kind: "identifier",
        text: text.slice(at, next),
        source,
        start,
        end: exact ? base + next : origin.end,
      };
    } else {
      const scanned = scanOther(text, at, to, mode);
      next = scanned.next;
      const end = exact ? base + next : origin.end;
      if (scanned.kind === "directive" || scanned.kind === "parameter" || (c === 37 && scanned.kind === "other"))
        hasPercent = true;
      else if (scanned.kind === "number" && text[next] === ".") hasPercent = true;
      if (c === 123) hasBrace = true;
      scratch[count++] = { kind: scanned.kind, text: scanned.text ?? text.slice(at, next), source, start, end };
      if (scanned.problem) {
        problems ??= [];
        problems.push({ ...scanned.problem, start, end });
      }
    }
    at = next;
  }
  return { tokens: scratch.slice(0, count), problems: problems ?? NOTHING, hasPercent, hasBrace };
}

/** The tokens of bytes [start, end) of a source: one line, for the editor. */
export function lexLine(source: Source, start: number, end: number, mode: LexMode = "source"): readonly Token[] {
  const text = bytesToText(source.bytes, start, end);
  return lexText(text, 0, text.length, { source, start, end, exact: true }, mode).tokens;
}

/** The text of tokens as it would be written. */
export function tokensToText(tokens: readonly Token[], from = 0, to = tokens.length): string {
  let text = "";
  for (let k = from; k < to; k++) text += tokens[k]!.text;
  return text;
}
