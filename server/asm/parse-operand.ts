// Operands of instructions: `strict dword near`, registers, immediates, `seg:offset`, addresses in brackets with their
// modifiers and segment overrides, `{k1}{z}`. Recovers behind an operand it cannot read, as NASM does: at the next comma.
// Source: NASM manual, 3.1, 3.3 "Effective Addresses", 3.7 "STRICT: Inhibiting Optimization".

import type { Distance } from "../isa/insn.ts";
import type { Register } from "../isa/register.ts";
import { advance, atEnd, type Cursor, isAt, peek, takeNotes } from "./cursor.ts";
import type { Expression } from "./expression.ts";
import { parseExpression } from "./parse-expression.ts";
import type { OperandNode, OperandStep } from "./statement.ts";
import { ROUNDING_NAMES, scalar } from "./vector.ts";
import { wordNumber } from "./vocabulary.ts";

/** NASM reads this many operands and lets the rest of the line be. */
const OPERANDS_MAX = 5;

/** Whether `a:b` is a far pointer (jmp, call) or always a segment override. */
type ColonUse = "far-allowed" | "near-only";

/** A mutable OperandNode. */
type Draft = { -readonly [K in keyof OperandNode]: OperandNode[K] } & {
  steps: OperandStep[];
  decorators: string[];
};

/** Reads operands up to the end of the line. */
export function parseOperands(cursor: Cursor, colonUse: ColonUse): OperandNode[] {
  const operands: OperandNode[] = [];
  while (operands.length < OPERANDS_MAX && !atEnd(cursor)) {
    const before = cursor.usesPlaces;
    cursor.usesPlaces = false;
    const register = parseRegister(cursor);
    if (register) operands.push(register);
    else {
      const operand = parseOperand(cursor, colonUse);
      operand.usesPlaces = cursor.usesPlaces;
      operands.push(operand);
    }
    cursor.usesPlaces ||= before;
    if (cursor.failed) break;
    if (atEnd(cursor)) break;
    // On a comma, or on the colon of a far pointer.
    advance(cursor);
  }
  return operands.slice();
}

// Programs consist of operands, so arrays are as long as they must be: one grown by pushing has room for 17.
const NO_STEPS: OperandStep[] = [];
const NO_DECORATORS: Draft["decorators"] = [];

function addStep(draft: Draft, step: OperandStep): void {
  if (draft.steps === NO_STEPS) draft.steps = [step];
  else draft.steps.push(step);
}

function addDecorator(draft: Draft, name: string): void {
  if (draft.decorators === NO_DECORATORS) draft.decorators = [name];
  else draft.decorators.push(name);
}

/** What is to be said about the words read so far, as steps. */
function addNotes(cursor: Cursor, draft: Draft): void {
  for (const note of takeNotes(cursor)) addStep(draft, { kind: "note", note });
}

/** A mistake at the current word. */
function addError(cursor: Cursor, draft: Draft, message: string): void {
  addNotes(cursor, draft);
  addStep(draft, { kind: "note", note: { severity: "error", code: "syntax", message, at: cursor.at } });
}

/** Operands that are a register and nothing else, shared by all lines, by register, place and number of blanks behind. */
const registerOperands = new Map<Register, OperandNode[]>();
const SHARED_AT_MAX = 32;

/** The operand when it is nothing but a register. */
function parseRegister(cursor: Cursor): OperandNode | undefined {
  const { word, at } = cursor;
  if (word.type !== "register" || at >= SHARED_AT_MAX) return undefined;
  const next = peek(cursor);
  if (next.type !== "end" && !(next.type === "operator" && next.text === ",")) return undefined;
  advance(cursor);
  const end = cursor.at;
  let nodes = registerOperands.get(word.register);
  if (nodes === undefined) {
    nodes = [];
    registerOperands.set(word.register, nodes);
  }
  const index = 2 * at + (end - at - 1);
  let node = nodes[index];
  if (node?.end !== end) {
    const expression = { kind: "register", vector: word.vector, at } as const;
    node = { ...startDraft(at), end, steps: [{ kind: "value", expression }] };
    nodes[index] = node;
  }
  return node;
}

function startDraft(at: number): Draft {
  return {
    usesPlaces: false,
    kept: { manner: undefined, operand: undefined },
    at,
    end: at,
    kind: "value",
    sizeBits: 0,
    strict: false,
    colon: false,
    steps: NO_STEPS,
    decorators: NO_DECORATORS,
    relative: "default",
    noSplit: false,
    displacementSizeBits: 0,
  };
}

function parseOperand(cursor: Cursor, colonUse: ColonUse): Draft {
  const draft = startDraft(cursor.at);
  parseSizeWords(cursor, draft);
  let brackets = 0;
  if (isAt(cursor, "[") || isAt(cursor, "&") || cursor.word.type === "masm-ptr") {
    draft.kind = "memory";
    if (isAt(cursor, "[")) brackets = 1;
    advance(cursor);
  }
  for (;;) {
    if (draft.kind === "memory") brackets += parseModifiers(cursor, draft);
    // A comma straight behind the modifiers stands for the number 0: [dword,…].
    const empty = draft.kind === "memory" && isAt(cursor, ",");
    addStep(draft, { kind: "value", expression: empty ? zero(cursor.at) : parseExpression(cursor) });
    if (cursor.failed) {
      draft.end = cursor.at + 1;
      return draft;
    }
    if (isAt(cursor, "[") && brackets === 0) {
      draft.kind = "memory";
      addStep(draft, { kind: "part" });
      continue;
    }
    if (isAt(cursor, ":") && (draft.kind === "memory" || colonUse === "near-only")) {
      draft.kind = "memory";
      addStep(draft, { kind: "segment", at: draft.at });
      advance(cursor);
      continue;
    }
    break;
  }
  if (draft.kind === "memory") finishMemory(cursor, draft, brackets);
  else finishValue(cursor, draft);
  return draft;
}

const zero = (at: number): Expression => ({ kind: "constant", vector: scalar(0n), at });

/** Of several words NASM keeps all: `far` is refused wherever it stands, and nothing but a few x87 forms takes `to`. */
function stronger(before: Distance | undefined, now: Distance): Distance {
  if (before === "far" || now === "far") return "far";
  return before === "to" ? before : now;
}

/** byte … zword (the first counts), strict, near, far, short, to. */
function parseSizeWords(cursor: Cursor, draft: Draft): void {
  for (;;) {
    const { word } = cursor;
    if (word.type === "size") {
      if (draft.sizeBits === 0) draft.sizeBits = word.bytes * 8;
    } else if (word.type === "special") {
      if (word.name === "strict") draft.strict = true;
      else if (word.name === "near" || word.name === "far" || word.name === "short" || word.name === "to") {
        draft.distance = stronger(draft.distance, word.name);
      } else addError(cursor, draft, "invalid operand size specification");
    } else return;
    advance(cursor);
  }
}

/** Words inside brackets before the address; gives how many further brackets were opened. */
function parseModifiers(cursor: Cursor, draft: Draft): number {
  let opened = 0;
  for (;;) {
    const { word, at } = cursor;
    if (word.type === "size") {
      if (word.bytes <= 8) draft.displacementSizeBits = word.bytes * 8;
      else addError(cursor, draft, BAD_SIZE);
    } else if (word.type === "special") {
      if (word.name === "nosplit") draft.noSplit = true;
      else if (word.name === "rel") draft.relative = "written";
      else if (word.name === "abs") draft.relative = "absolute";
      else addError(cursor, draft, BAD_SIZE);
    } else if (word.type === "prefix") {
      if (word.name === "a16" || word.name === "a32" || word.name === "a64") {
        addStep(draft, { kind: "address-size", name: word.name, at });
      } else addError(cursor, draft, BAD_SIZE);
    } else if (isAt(cursor, "[")) {
      opened++;
    } else if (word.type === "masm-flat") {
      advance(cursor);
      if (!isAt(cursor, ":")) {
        addError(cursor, draft, "unknown use of FLAT in MASM emulation");
        return opened;
      }
    } else return opened;
    advance(cursor);
  }
}

const BAD_SIZE = "invalid size specification in effective address";

/** Closing bracket, second half of a split address, decorators. */
function finishMemory(cursor: Cursor, draft: Draft, brackets: number): void {
  if (brackets > 0 && isAt(cursor, ",")) {
    advance(cursor);
    addStep(draft, { kind: "split", index: parseExpression(cursor) });
    if (cursor.failed) {
      draft.end = cursor.at + 1;
      return;
    }
  }
  let recover = false;
  if (brackets === 1) {
    if (isAt(cursor, "]")) advance(cursor);
    else {
      addError(cursor, draft, "expecting ] at end of memory operand");
      recover = true;
    }
  } else if (brackets > 1) {
    addError(cursor, draft, "excess brackets in memory operand");
    recover = true;
  }
  draft.end = cursor.at;
  if (parseDecorators(cursor, draft)) recover = true;
  if (!recover && !atEnd(cursor) && !isAt(cursor, ",")) {
    addError(cursor, draft, `comma, decorator or end of line expected, got ${wordNumber(cursor.word)}`);
    recover = true;
  }
  if (recover) skipToComma(cursor, draft);
}

function finishValue(cursor: Cursor, draft: Draft): void {
  draft.end = cursor.at;
  if (isAt(cursor, ":")) {
    draft.colon = true;
    return;
  }
  if (atEnd(cursor) || isAt(cursor, ",")) return;
  if (cursor.word.type === "mask" || cursor.word.type === "decorator") {
    if (parseDecorators(cursor, draft)) skipToComma(cursor, draft);
    return;
  }
  addError(cursor, draft, "comma, colon, decorator or end of line expected after operand");
  skipToComma(cursor, draft);
}

const isRounding = (name: string): boolean => ROUNDING_NAMES.some((known) => known === name);

/** `{k1}{z}` behind an operand; true when something else stands among them. */
function parseDecorators(cursor: Cursor, draft: Draft): boolean {
  let any = false;
  for (;;) {
    const { word } = cursor;
    if (word.type === "mask") {
      const before = draft.decorators.filter((name) => name[0] === "k").at(-1);
      if (before) addError(cursor, draft, `opmask ${before} is already set`);
      addDecorator(draft, word.register.name);
    } else if (word.type === "decorator") {
      if (isRounding(word.name)) addError(cursor, draft, `{${word.name}} is not an expected decorator`);
      else addDecorator(draft, word.name);
    } else if (word.type === "end" || isAt(cursor, ",")) return false;
    else {
      if (any) addError(cursor, draft, "only a series of valid decorators expected");
      return any;
    }
    any = true;
    advance(cursor);
  }
}

function skipToComma(cursor: Cursor, draft: Draft): void {
  do advance(cursor);
  while (!atEnd(cursor) && !isAt(cursor, ","));
  addNotes(cursor, draft);
}
