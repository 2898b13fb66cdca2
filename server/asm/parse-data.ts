// The operands of db … dz and incbin: strings, numbers, floats, `?`, `n dup (…)`, `%(…)`, sizes before lists.
// Source: NASM manual, 3.2.1 "Dx: Declaring Initialized Data".

import { advance, atEnd, type Cursor, isAt, peek, takeNotes } from "./cursor.ts";
import type { Expression } from "./expression.ts";
import { lexText } from "./lexer.ts";
import { parseExpression } from "./parse-expression.ts";
import type { DataNode } from "./statement.ts";
import { transformString } from "./string-function.ts";

type DataValue = DataNode["value"];

/** An element being read. */
interface Draft {
  readonly at: number;
  readonly counts: { readonly count: Expression; readonly at: number }[];
  elementBytes: number;
  /** After `dup`, a size or `%`: a parenthesis begins a list. */
  listAllowed: boolean;
}

/** What an element left behind: whether the cursor already stands behind it, and whether `)` may end the list there. */
interface Ending {
  readonly value: DataValue;
  readonly behind: boolean;
  readonly parenthesisEnds: boolean;
}

/** Reads elements up to the end of the line or a closing parenthesis. After a failure nothing more is read. */
export function parseDataItems(cursor: Cursor, elementBytes: number): DataNode[] {
  const items: DataNode[] = [];
  let draft: Draft | undefined;
  while (!atEnd(cursor) && !isAt(cursor, ")")) {
    draft ??= { at: cursor.at, counts: [], elementBytes, listAllowed: false };
    const ending = parseValue(cursor, draft);
    if (!ending) continue;
    items.push({
      notes: takeNotes(cursor),
      at: draft.at,
      end: cursor.at,
      counts: draft.counts,
      elementBytes: draft.elementBytes,
      value: ending.value,
    });
    draft = undefined;
    if (cursor.failed || !atNextItem(cursor, ending, items)) break;
  }
  if (draft && draft.counts.length > 0 && !cursor.failed) {
    items.push({ ...nothing(cursor, draft.at), counts: draft.counts });
  }
  if (cursor.notes.length > 0) items.push(nothing(cursor, cursor.at));
  return items.slice();
}

/** Steps over the comma. NASM lets one stray word pass before it: `dd 5 5`. False at the end. */
function atNextItem(cursor: Cursor, ending: Ending, items: DataNode[]): boolean {
  if (ending.behind) {
    if (atEnd(cursor) || (ending.parenthesisEnds && isAt(cursor, ")"))) return false;
    if (isAt(cursor, ",")) {
      advance(cursor);
      return true;
    }
  }
  advance(cursor);
  if (atEnd(cursor) || isAt(cursor, ")")) return false;
  if (!isAt(cursor, ",")) {
    const { at } = cursor;
    items.push(failed(cursor, at, "comma expected after operand"));
    cursor.failed = true;
    return false;
  }
  advance(cursor);
  return true;
}

const nothing = (cursor: Cursor, at: number): DataNode => ({
  notes: takeNotes(cursor),
  at,
  end: cursor.at,
  counts: [],
  elementBytes: 0,
  value: { kind: "nothing" },
});

const failed = (cursor: Cursor, at: number, message: string): DataNode => ({
  ...nothing(cursor, at),
  end: at + 1,
  value: { kind: "failure", message },
});

/** One step of an element: its value, or undefined after a count, a size or `%` that belongs to what follows. */
function parseValue(cursor: Cursor, draft: Draft): Ending | undefined {
  const { word } = cursor;
  const here = (value: DataValue): Ending => ({ value, behind: false, parenthesisEnds: true });
  if (word.type === "operator") {
    if (word.text === "?") return here({ kind: "reserve" });
    if (word.text === "(" && draft.listAllowed) return parseList(cursor, draft);
    if (word.text === "%") {
      draft.listAllowed = true;
      advance(cursor);
      return undefined;
    }
    if ((word.text === "-" || word.text === "+") && peek(cursor).type === "float") {
      advance(cursor);
      if (cursor.word.type === "float") {
        return here({ kind: "float", text: cursor.word.text, negative: word.text === "-" });
      }
    }
    if (word.text === "-" || word.text === "+") openNextString(cursor);
  }
  switch (word.type) {
    case "size":
      draft.elementBytes = word.bytes;
      draft.listAllowed = true;
      advance(cursor);
      return undefined;
    case "string":
      if (endsElement(cursor)) return here({ kind: "string", bytes: word.bytes });
      openNextString(cursor);
      return parseNumber(cursor, draft);
    case "string-function":
      return parseTransformed(cursor, word);
    case "float":
      return here({ kind: "float", text: word.text, negative: false });
    default:
      return parseNumber(cursor, draft);
  }
}

/** A string behind a string or a sign: `'You haven''t'`. NASM takes the quotes off while it looks ahead and then reads what was in
 * them as if it stood in the line, to where the string ended, and nothing behind it. */
function openNextString(cursor: Cursor): void {
  const next = peek(cursor);
  if (next.type !== "string") return;
  const { line, at } = cursor;
  const { tokens } = lexText(next.bytes, 0, next.bytes.length, { ...line.span, exact: false }, "plain");
  cursor.line = { ...line, tokens: [...line.tokens.slice(0, at + 1), ...tokens] };
}

/** Whether the word behind the current one ends an element. */
function endsElement(cursor: Cursor): boolean {
  const next = peek(cursor);
  return next.type === "end" || (next.type === "operator" && (next.text === "," || next.text === ")"));
}

function parseList(cursor: Cursor, draft: Draft): Ending {
  const { at } = cursor;
  advance(cursor);
  if (++cursor.depth > 200) {
    cursor.failed = true;
    return { value: { kind: "failure", message: "expression too long" }, behind: true, parenthesisEnds: false };
  }
  const items = parseDataItems(cursor, draft.elementBytes);
  cursor.depth--;
  if (!cursor.failed && !isAt(cursor, ")")) {
    items.push(failed(cursor, at, "expected `)' after subexpression, got `(null)'"));
    cursor.failed = true;
  }
  return { value: { kind: "list", items }, behind: false, parenthesisEnds: false };
}

/** `__?utf16?__('text')` as data. */
function parseTransformed(
  cursor: Cursor,
  word: { readonly name: Parameters<typeof transformString>[1]; readonly text: string },
): Ending {
  advance(cursor);
  const parenthesis = isAt(cursor, "(");
  if (parenthesis) advance(cursor);
  const ending = (value: DataValue): Ending => ({ value, behind: false, parenthesisEnds: !parenthesis });
  if (cursor.word.type !== "string") {
    const value = { kind: "error", message: `${word.text} must be followed by a string constant` } as const;
    return { ...ending(value), behind: isAt(cursor, ",") };
  }
  const bytes = transformString(cursor.word.bytes, word.name);
  const value: DataValue =
    bytes === undefined
      ? { kind: "error", message: `invalid input string to ${word.text}` }
      : { kind: "string", bytes };
  if (!parenthesis) return ending(value);
  advance(cursor);
  if (isAt(cursor, ")")) return ending(value);
  const unterminated = ending({ kind: "error", message: `unterminated ${word.text} function` });
  return { ...unterminated, behind: isAt(cursor, ",") || atEnd(cursor) };
}

/** An expression, or the count before `dup`. */
function parseNumber(cursor: Cursor, draft: Draft): Ending | undefined {
  const { at } = cursor;
  const expression = parseExpression(cursor);
  if (!cursor.failed && cursor.word.type === "name" && cursor.word.note === "dup") {
    draft.counts.push({ count: expression, at });
    draft.listAllowed = true;
    advance(cursor);
    return undefined;
  }
  return { value: { kind: "number", expression }, behind: true, parenthesisEnds: true };
}
