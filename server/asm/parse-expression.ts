// The grammar of expressions, from words to a tree. Reading never fails: what NASM would complain about stands in the tree.
//
//   expression : choice [ wrt primary ]
//   choice     : tier0 [ ? choice : choice ]
//   tier0 … tier8 : || · ^^ · && · = <> < <= > >= <=> · | · ^ · & · << >> >>> · + - · * / // % %%
//   primary    : (- + ~ ! seg ilog2…) primary | ( choice ) | number | string | register | name | $ | $$ | float32(…) | utf16(…)
//
// Source: NASM manual, 3.5.

import { advance, type Cursor, isAt, takeNotes } from "./cursor.ts";
import type { BinaryOperator, ChainLink, Expression, NameMemo, Note, UnaryOperator } from "./expression.ts";
import { transformString } from "./string-function.ts";
import { ROUNDING, ROUNDING_NAMES } from "./vector.ts";
import type { Word } from "./vocabulary.ts";

/** NASM's own limit on primaries; ours on nesting keeps the stack. */
const PRIMARIES_MAX = 8192;
const DEPTH_MAX = 500;

const TIERS: readonly (readonly BinaryOperator[])[] = [
  ["||"],
  ["^^"],
  ["&&"],
  ["=", "<>", "<", "<=", ">", ">=", "<=>"],
  ["|"],
  ["^"],
  ["&"],
  ["<<", ">>", ">>>"],
  ["+", "-"],
  ["*", "/", "//", "%", "%%"],
];
const tierOf = new Map<string, number>(TIERS.flatMap((row, tier) => row.map((operator) => [operator, tier] as const)));

/** Reads an expression from the cursor's word on. */
export function parseExpression(cursor: Cursor): Expression {
  cursor.primaries = 0;
  // A bad decorator has been complained about by itself; NASM reads on behind it.
  if (cursor.word.type === "nonsense" && cursor.word.message) advance(cursor);
  const { at } = cursor;
  const value = parseChoice(cursor);
  if (cursor.failed || cursor.word.type !== "wrt") return value;
  advance(cursor);
  return { kind: "wrt", value, base: parsePrimary(cursor), at };
}

function failure(cursor: Cursor, message: string): Expression {
  cursor.failed = true;
  const { at } = cursor;
  return noted(takeNotes(cursor), { kind: "failure", message, at }, NOTHING);
}

/** A tree with what is to be said about its words. */
function noted(before: readonly Note[], inside: Expression, after: readonly Note[]): Expression {
  const quiet = before.length === 0 && after.length === 0;
  return quiet ? inside : { kind: "noted", before, inside, after, at: inside.at };
}

const NOTHING: readonly never[] = [];

function parseChoice(cursor: Cursor): Expression {
  const { at } = cursor;
  const condition = parseTier(cursor, 0);
  if (cursor.failed || !isAt(cursor, "?")) return condition;
  advance(cursor);
  const yes = parseNested(cursor, parseChoice);
  if (cursor.failed) return { kind: "choice", condition, yes, no: yes, at };
  if (!isAt(cursor, ":")) {
    const no = failure(cursor, "`?' without matching `:'");
    return { kind: "choice", condition, yes, no, at };
  }
  advance(cursor);
  return { kind: "choice", condition, yes, no: parseNested(cursor, parseChoice), at };
}

/** Operators of `tier` and of the tiers that bind tighter. */
function parseTier(cursor: Cursor, tier: number): Expression {
  const { at } = cursor;
  let left = parsePrimary(cursor);
  // Precedence climbing: the operator at hand decides which tier a row belongs to.
  for (let current = TIERS.length - 1; current >= tier && !cursor.failed; current--) {
    const rest = parseRow(cursor, current);
    if (rest) left = { kind: "chain", first: left, rest, at };
  }
  return left;
}

/** The links of one row of `tier`, undefined when there is none. */
function parseRow(cursor: Cursor, tier: number): ChainLink[] | undefined {
  let rest: ChainLink[] | undefined;
  while (!cursor.failed && cursor.word.type === "operator" && tierOf.get(cursor.word.text) === tier) {
    const operator = cursor.word.text as BinaryOperator;
    advance(cursor);
    const link = { operator, operand: parseTier(cursor, tier + 1) };
    if (rest) rest.push(link);
    else rest = [link];
  }
  return rest;
}

function parseNested(cursor: Cursor, parse: (cursor: Cursor) => Expression): Expression {
  if (cursor.depth >= DEPTH_MAX) return failure(cursor, "expression too long");
  cursor.depth++;
  const inside = parse(cursor);
  cursor.depth--;
  return inside;
}

function parseUnary(cursor: Cursor, operator: UnaryOperator): Expression {
  const { at } = cursor;
  advance(cursor);
  return { kind: "unary", operator, operand: parseNested(cursor, parsePrimary), at };
}

function parsePrimary(cursor: Cursor): Expression {
  const before = takeNotes(cursor);
  const inside = parseSilent(cursor);
  return noted(before, inside, takeNotes(cursor));
}

/** A primary, without what is to be said about the word before it and the one behind. */
function parseSilent(cursor: Cursor): Expression {
  if (++cursor.primaries > PRIMARIES_MAX) return failure(cursor, "expression too long");
  const { word, at } = cursor;
  switch (word.type) {
    case "operator":
      return parseOperatorPrimary(cursor, word.text);
    case "integer-function":
      return parseUnary(cursor, word.name);
    case "seg":
      return parseUnary(cursor, "seg");
    case "float-function":
      return parseFloatFunction(cursor, word);
    case "string-function":
      return parseStringFunction(cursor, word);
    default: {
      const leaf = leafOf(cursor, word, at);
      if (!leaf) return failure(cursor, "expression syntax error");
      advance(cursor);
      return leaf;
    }
  }
}

/** A word that is a whole operand; undefined for one that cannot stand in an expression. */
function leafOf(cursor: Cursor, word: Word, at: number): Expression | undefined {
  switch (word.type) {
    case "number":
      return { kind: "constant", vector: word.vector, at };
    case "string":
      return { kind: "string", bytes: word.bytes, at };
    case "register":
      return { kind: "register", vector: word.vector, at };
    case "name":
      cursor.usesPlaces = true;
      return { kind: "symbol", name: word.name, at, memo: emptyMemo() };
    case "mnemonic":
      cursor.usesPlaces = true;
      return { kind: "symbol", name: word.text, at, memo: emptyMemo() };
    case "here":
    case "base":
      cursor.usesPlaces = true;
      return { kind: word.type, at };
    case "decorator": {
      const mode = ROUNDING_NAMES.indexOf(word.name as (typeof ROUNDING_NAMES)[number]);
      return { kind: "constant", vector: [{ type: ROUNDING, value: BigInt(mode) }], at };
    }
    default:
      return undefined;
  }
}

/** A memo for a name that was not looked up yet. */
export const emptyMemo = (): NameMemo => ({ table: undefined, previous: "", entry: undefined });

function parseOperatorPrimary(cursor: Cursor, text: string): Expression {
  switch (text) {
    case "-":
    case "~":
    case "!":
      return parseUnary(cursor, text);
    case "+":
      advance(cursor);
      return parseNested(cursor, parsePrimary);
    case "(": {
      advance(cursor);
      const inside = parseNested(cursor, parseChoice);
      if (cursor.failed) return inside;
      if (!isAt(cursor, ")")) return sequel(inside, failure(cursor, "expecting `)'"));
      advance(cursor);
      return inside;
    }
    default:
      return failure(cursor, "expression syntax error");
  }
}

/** A tree that evaluates `first` before it fails with `then`. */
function sequel(first: Expression, then: Expression): Expression {
  return { kind: "chain", first, rest: [{ operator: "+", operand: then }], at: first.at };
}

/** `__?float32?__(1.5)`: the number's bits as an integer. */
function parseFloatFunction(cursor: Cursor, word: Word & { type: "float-function" }): Expression {
  const { at } = cursor;
  advance(cursor);
  if (!isAt(cursor, "(")) return failure(cursor, "expecting `('");
  advance(cursor);
  const negative = isAt(cursor, "-");
  if (negative || isAt(cursor, "+")) advance(cursor);
  if (cursor.word.type !== "float") return failure(cursor, "expecting floating-point number");
  const value: Expression = { kind: "float", format: word.format, text: cursor.word.text, negative, at };
  advance(cursor);
  if (!isAt(cursor, ")")) return sequel(value, failure(cursor, "expecting `)'"));
  advance(cursor);
  return value;
}

/** `__?utf16?__('text')` as a number. */
function parseStringFunction(cursor: Cursor, word: Word & { type: "string-function" }): Expression {
  const { at } = cursor;
  advance(cursor);
  const parenthesis = isAt(cursor, "(");
  if (parenthesis) advance(cursor);
  if (cursor.word.type !== "string") return failure(cursor, `expecting string as argument to ${word.text}`);
  const bytes = transformString(cursor.word.bytes, word.name);
  if (bytes === undefined) return failure(cursor, "invalid string for transform");
  advance(cursor);
  const leaf: Expression = { kind: "string", bytes, at };
  if (!parenthesis) return leaf;
  if (!isAt(cursor, ")")) return sequel(leaf, failure(cursor, "expecting `)'"));
  advance(cursor);
  return leaf;
}
