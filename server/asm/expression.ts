// Expressions as trees, parsed once and evaluated in every pass, since labels move between passes.
// Errors are part of the tree: a syntax error becomes a `failure` node that is reported when evaluation reaches it, because
// in NASM, which evaluates while it reads, an earlier part's error (division by zero) comes first and hides it.
// Source: NASM manual, 3.5 "Expressions", 3.6 "SEG and WRT", 3.8 "Critical Expressions".

import { NO_SEGMENT } from "../isa/insn.ts";
import { type FloatFormat, floatBits } from "./float.ts";
import { stringNumber } from "./literal.ts";
import * as v from "./vector.ts";

export type BinaryOperator =
  | ("||" | "^^" | "&&" | "=" | "<>" | "<" | "<=" | ">" | ">=" | "<=>" | "|" | "^" | "&")
  | ("<<" | ">>" | ">>>" | "+" | "-" | "*" | "/" | "//" | "%" | "%%");
export type IntegerFunction = "ilog2e" | "ilog2w" | "ilog2f" | "ilog2c";
export type UnaryOperator = "-" | "~" | "!" | "seg" | IntegerFunction;

/** One step of a left-associative row of operators of one tier. */
export interface ChainLink {
  readonly operator: BinaryOperator;
  readonly operand: Expression;
}

/** Something to say about a word as such, whatever it is used for, when reading comes to it. */
export interface Note {
  readonly severity: "warning" | "error";
  readonly code: string;
  readonly message: string;
  readonly at: number;
}

/** `at` is the index, in its line, of the token where the node begins: where a message points to. */
export type Expression =
  | { readonly kind: "constant"; readonly vector: v.Vector; readonly at: number }
  /** A string used as a number. */
  | { readonly kind: "string"; readonly bytes: string; readonly at: number }
  | { readonly kind: "register"; readonly vector: v.Vector; readonly at: number }
  | { readonly kind: "symbol"; readonly name: string; readonly at: number; readonly memo: NameMemo }
  | { readonly kind: "here" | "base"; readonly at: number }
  | { readonly kind: "chain"; readonly first: Expression; readonly rest: readonly ChainLink[]; readonly at: number }
  | { readonly kind: "unary"; readonly operator: UnaryOperator; readonly operand: Expression; readonly at: number }
  | {
      readonly kind: "choice";
      readonly condition: Expression;
      readonly yes: Expression;
      readonly no: Expression;
      readonly at: number;
    }
  | { readonly kind: "wrt"; readonly value: Expression; readonly base: Expression; readonly at: number }
  | {
      readonly kind: "float";
      readonly format: FloatFormat;
      readonly text: string;
      readonly negative: boolean;
      readonly at: number;
    }
  | { readonly kind: "failure"; readonly message: string; readonly at: number }
  /** Words read before `inside` has its value, and the word behind it, which is read next. */
  | {
      readonly kind: "noted";
      readonly before: readonly Note[];
      readonly inside: Expression;
      readonly after: readonly Note[];
      readonly at: number;
    };

/** Where a symbol stands in this pass. */
export interface Place {
  readonly segment: number;
  readonly offset: bigint;
}

/** What a name meant last, so that it need not be looked up anew in every pass. Whoever looks up names keeps it: in which
 * table, behind which label, and what it found. */
export interface NameMemo {
  table: object | undefined;
  previous: string;
  entry: Place | undefined;
}

/** What evaluation asks of the pass it runs in. */
export interface Scope {
  /** Segment of `$`; NO_SEGMENT in absolute space. */
  readonly segment: number;
  readonly offset: bigint;
  readonly bits: 16 | 32 | 64;
  /** False where only preprocessing takes place: there are no labels, no `$`. */
  readonly located: boolean;
  /** "no": an undefined symbol is unknown for now; else it is an error, with these words behind "not defined". */
  readonly critical: "no" | "" | " before use";
  /** Set when a symbol was not defined yet. */
  forward: boolean;
  /** Set when something took part whose value can be another one in another pass. */
  varies: boolean;
  find(name: string, memo: NameMemo): Place | undefined;
  /** A name as messages show it: `.loop` with the label it belongs to. */
  fullName(name: string): string;
  error(message: string, at: number): void;
  warn(code: string, message: string, at: number): void;
}

const SCALARS_ONLY: Partial<Record<BinaryOperator, string>> = {
  "||": "`|' operator",
  "^^": "`^' operator",
  "&&": "`&' operator",
  "|": "`|' operator",
  "^": "`^' operator",
  "&": "`&' operator",
  "<<": "shift operator",
  ">>": "shift operator",
  ">>>": "shift operator",
  "/": "division operator",
  "//": "division operator",
  "%": "division operator",
  "%%": "division operator",
};

/** The value, or undefined after an error has been reported. */
export function evaluate(expression: Expression, scope: Scope, hint?: v.Hint): v.Vector | undefined {
  switch (expression.kind) {
    case "constant":
      return expression.vector;
    case "string":
      return evaluateString(expression.bytes, expression.at, scope);
    case "register":
      if (hint && hint.type === "none") {
        hint.type = "make-base";
        hint.base = expression.vector[0]!.type;
      }
      return expression.vector;
    case "symbol":
      return evaluateSymbol(expression, scope);
    case "here":
    case "base":
      return evaluateHere(expression.kind, expression.at, scope);
    case "chain":
      return evaluateChain(expression.first, expression.rest, scope, hint);
    case "unary":
      return evaluateUnary(expression.operator, expression.operand, expression.at, scope, hint);
    case "choice":
      return evaluateChoice(expression.condition, expression.yes, expression.no, scope, hint);
    case "wrt":
      return evaluateWrt(expression.value, expression.base, scope, hint);
    case "float": {
      const bits = floatBits(expression.text, expression.negative, expression.format, {
        error: (message) => scope.error(message, expression.at),
        warn: (code, message) => scope.warn(code, message, expression.at),
      });
      return bits === undefined ? undefined : v.scalar(bits);
    }
    case "failure":
      scope.error(expression.message, expression.at);
      return undefined;
    case "noted": {
      tellNotes(expression.before, scope);
      const value = evaluate(expression.inside, scope, hint);
      if (value) tellNotes(expression.after, scope);
      return value;
    }
  }
}

/** Says what there is to say about words. */
export function tellNotes(notes: readonly Note[], scope: Scope): void {
  for (const { severity, code, message, at } of notes) {
    if (severity === "error") scope.error(message, at);
    else scope.warn(code, message, at);
  }
}

/** A string is a number of up to 8 characters in 64-bit code, 4 elsewhere. */
function evaluateString(bytes: string, at: number, scope: Scope): v.Vector {
  const { value, tooLong } = stringNumber(bytes, scope.bits === 64 ? 8 : 4);
  if (tooLong) scope.warn("other", "character constant too long", at);
  return v.scalar(value);
}

/** A symbol's or `$`'s value: its offset, and its segment's base unless it is a plain number. */
function placed(segment: number, offset: bigint): v.Vector {
  const number = { type: v.SIMPLE, value: BigInt.asIntN(64, offset) };
  return segment === NO_SEGMENT ? [number] : [number, { type: v.SEGMENT + segment, value: 1n }];
}

function evaluateSymbol(node: Expression & { kind: "symbol" }, scope: Scope): v.Vector | undefined {
  const { name, at, memo } = node;
  if (!scope.located) {
    scope.error("symbol references not supported in preprocess-only mode", at);
    return v.UNKNOWN_VECTOR;
  }
  const place = scope.find(name, memo);
  if (place) return placed(place.segment, place.offset);
  if (scope.critical !== "no") {
    scope.error(`symbol \`${scope.fullName(name)}' not defined${scope.critical}`, at);
    return undefined;
  }
  scope.forward = true;
  return v.UNKNOWN_VECTOR;
}

function evaluateHere(kind: "here" | "base", at: number, scope: Scope): v.Vector {
  if (!scope.located) {
    scope.error(`\`${kind === "here" ? "$" : "$$"}' not supported in preprocess-only mode`, at);
    return v.UNKNOWN_VECTOR;
  }
  scope.varies = true;
  return placed(scope.segment, kind === "here" ? scope.offset : 0n);
}

function evaluateChain(first: Expression, rest: readonly ChainLink[], scope: Scope, hint?: v.Hint) {
  let left = evaluate(first, scope, hint);
  for (const { operator, operand } of rest) {
    if (!left) return undefined;
    const right = evaluate(operand, scope, hint);
    if (!right) return undefined;
    left = combine(operator, left, right, operand.at, scope, hint);
  }
  return left;
}

/** The result of one operator; undefined after an error that ends the expression. */
function combine(
  operator: BinaryOperator,
  left: v.Vector,
  right: v.Vector,
  at: number,
  scope: Scope,
  hint?: v.Hint,
): v.Vector | undefined {
  switch (operator) {
    case "+":
      return v.sumTerms(left, right, hint);
    case "-":
      return v.sumTerms(left, v.scaleTerms(right, -1n), hint);
    case "*":
      return multiply(left, right, at, scope, hint);
    case "=":
    case "<>":
    case "<":
    case "<=":
    case ">":
    case ">=":
    case "<=>":
      return compare(operator, left, right, at, scope);
    default:
      return combineScalars(operator, left, right, at, scope);
  }
}

function multiply(left: v.Vector, right: v.Vector, at: number, scope: Scope, hint?: v.Hint): v.Vector | undefined {
  if (v.isSimple(left)) return v.scaleTerms(right, v.numberOf(left), hint);
  if (v.isSimple(right)) return v.scaleTerms(left, v.numberOf(right), hint);
  if (v.isJustUnknown(left) && v.isJustUnknown(right)) return v.UNKNOWN_VECTOR;
  scope.error("unable to multiply two non-scalar objects", at);
  return undefined;
}

/** Equality may compare anything; order only what differs by a number. NASM takes a result of -1 (of `<=>`) for unknown. */
function compare(operator: BinaryOperator, left: v.Vector, right: v.Vector, at: number, scope: Scope): v.Vector {
  const difference = v.sumTerms(left, v.scaleTerms(right, -1n));
  if (v.isUnknown(difference)) return v.UNKNOWN_VECTOR;
  const comparable = difference.every((term) => term.value === 0n || term.type === v.SIMPLE);
  const value = v.numberOf(difference);
  if (operator === "=") return v.scalar(comparable && value === 0n ? 1n : 0n);
  if (operator === "<>") return v.scalar(comparable && value === 0n ? 0n : 1n);
  if (!comparable) {
    scope.error(`\`${operator}': operands differ by a non-scalar`, at);
    return v.scalar(0n);
  }
  if (operator === "<=>") return value < 0n ? v.UNKNOWN_VECTOR : v.scalar(value > 0n ? 1n : 0n);
  const holds =
    operator === "<" ? value < 0n : operator === "<=" ? value <= 0n : operator === ">" ? value > 0n : value >= 0n;
  return v.scalar(holds ? 1n : 0n);
}

function combineScalars(
  operator: BinaryOperator,
  left: v.Vector,
  right: v.Vector,
  at: number,
  scope: Scope,
): v.Vector | undefined {
  const leftUnknown = v.isJustUnknown(left);
  const rightUnknown = v.isJustUnknown(right);
  const words = SCALARS_ONLY[operator];
  const scalars = (leftUnknown || v.isSimple(left)) && (rightUnknown || v.isSimple(right));
  if (!scalars) {
    scope.error(`${words} may only be applied to scalar values`, at);
    if (words === "division operator") return undefined;
    if (words === "shift operator") return left;
  }
  if (words === "division operator" && !rightUnknown && v.numberOf(right) === 0n) {
    scope.error("division by zero", at);
    return undefined;
  }
  if (leftUnknown || rightUnknown) return v.UNKNOWN_VECTOR;
  return v.scalar(compute(operator, v.numberOf(left), v.numberOf(right)));
}

/** Two signed 64-bit numbers; `/`, `%` and `>>` take them as unsigned. Shift counts are taken modulo 64. */
function compute(operator: BinaryOperator, left: bigint, right: bigint): bigint {
  const unsignedLeft = BigInt.asUintN(64, left);
  const unsignedRight = BigInt.asUintN(64, right);
  switch (operator) {
    case "||":
      return left !== 0n || right !== 0n ? 1n : 0n;
    case "^^":
      return (left === 0n) !== (right === 0n) ? 1n : 0n;
    case "&&":
      return left !== 0n && right !== 0n ? 1n : 0n;
    case "|":
      return left | right;
    case "^":
      return left ^ right;
    case "&":
      return left & right;
    case "<<":
      return left << (right & 63n);
    case ">>":
      return unsignedLeft >> (right & 63n);
    case ">>>":
      return left >> (right & 63n);
    case "/":
      return unsignedLeft / unsignedRight;
    case "%":
      return unsignedLeft % unsignedRight;
    case "//":
      return left / right;
    default:
      return left % right;
  }
}

const UNARY_WORDS: Readonly<Record<string, string>> = { "~": "`~' operator", "!": "`!' operator" };

function evaluateUnary(
  operator: UnaryOperator,
  operand: Expression,
  at: number,
  scope: Scope,
  hint?: v.Hint,
): v.Vector | undefined {
  const value = evaluate(operand, scope, hint);
  if (!value) return undefined;
  if (operator === "-") return v.scaleTerms(value, -1n);
  if (operator === "seg") return segmentPart(value, at, scope);
  if (v.isJustUnknown(value)) return v.UNKNOWN_VECTOR;
  if (!v.isSimple(value)) {
    scope.error(`${UNARY_WORDS[operator] ?? "function"} may only be applied to scalar values`, at);
    return undefined;
  }
  const number = v.numberOf(value);
  if (operator === "~") return v.scalar(~number);
  if (operator === "!") return v.scalar(number === 0n ? 1n : 0n);
  return v.scalar(logarithm(operator, BigInt.asUintN(64, number), at, scope));
}

/** Binary logarithm of an unsigned number; 0 for 0. */
function logarithm(operator: IntegerFunction, number: bigint, at: number, scope: Scope): bigint {
  const floor = (value: bigint) => (value === 0n ? 0n : BigInt(value.toString(2).length - 1));
  if (operator === "ilog2c") return number < 2n ? 0n : floor(number - 1n) + 1n;
  if (operator !== "ilog2f" && (number === 0n || (number & (number - 1n)) !== 0n)) {
    const message = "ilog2 argument is not a power of two";
    if (operator === "ilog2e") scope.error(message, at);
    else scope.warn("other", message, at);
  }
  return floor(number);
}

/** `seg x`: the base of the segment x is in. */
function segmentPart(value: v.Vector, at: number, scope: Scope): v.Vector | undefined {
  if (v.isUnknown(value)) {
    if (scope.critical === "no") return v.UNKNOWN_VECTOR;
    scope.error("unable to determine segment base", at);
    return undefined;
  }
  const segment = v.isRelocatable(value, scope.segment) ? v.segmentOf(value) : NO_SEGMENT;
  if (segment === NO_SEGMENT) {
    scope.error("cannot apply SEG to a non-relocatable value", at);
    return undefined;
  }
  if (segment & 1) {
    scope.error("SEG applied to something which is already a segment base", at);
    return undefined;
  }
  return [{ type: v.SEGMENT + segment + 1, value: 1n }];
}

function evaluateChoice(
  condition: Expression,
  yes: Expression,
  no: Expression,
  scope: Scope,
  hint?: v.Hint,
): v.Vector | undefined {
  const test = evaluate(condition, scope, hint);
  if (!test) return undefined;
  const whenTrue = evaluate(yes, scope, hint);
  if (!whenTrue) return undefined;
  const whenFalse = evaluate(no, scope, hint);
  if (!whenFalse) return undefined;
  if (v.isSimple(test)) return v.numberOf(test) !== 0n ? whenTrue : whenFalse;
  if (v.isJustUnknown(test)) return v.UNKNOWN_VECTOR;
  scope.error("the left-hand side of `?' must be a scalar value", condition.at);
  return test;
}

function evaluateWrt(value: Expression, base: Expression, scope: Scope, hint?: v.Hint): v.Vector | undefined {
  const left = evaluate(value, scope, hint);
  if (!left) return undefined;
  const right = evaluate(base, scope, hint);
  if (!right) return undefined;
  if (v.isJustUnknown(right)) return v.sumTerms(left, v.UNKNOWN_VECTOR);
  const segment = v.isRelocatable(right, scope.segment) ? v.segmentOf(right) : undefined;
  if (segment === undefined || (segment !== NO_SEGMENT && (segment & 1) === 0 && scope.critical !== "no")) {
    scope.error("invalid right-hand operand to WRT", base.at);
    return undefined;
  }
  const reference = segment === NO_SEGMENT ? ABSOLUTE_BASE | v.numberOf(right) : BigInt(segment);
  return v.sumTerms(left, [{ type: v.WRT, value: reference }]);
}

/** Marks a `wrt` that names a plain number (a 16-bit segment), which no format here can express. */
const ABSOLUTE_BASE = 1n << 30n;
