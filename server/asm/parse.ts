// One line to a statement: label, prefixes, then an instruction, data, a reservation or `equ`.
// Source: NASM manual, 3.1 "Layout of a NASM Source Line", 3.2 "Pseudo-Instructions".

import { advance, atEnd, type Cursor, isAt, openCursor, peek, takeNotes, type Words } from "./cursor.ts";
import type { Note } from "./expression.ts";
import { parseDataItems } from "./parse-data.ts";
import { emptyMemo, parseExpression } from "./parse-expression.ts";
import { parseOperands } from "./parse-operand.ts";
import { DATA_BYTES, RESERVE_BYTES } from "./pseudo.ts";
import type { Body, LabelNode, Lead, Statement } from "./statement.ts";
import type { PrefixSlot, Word } from "./vocabulary.ts";

/** Parses a line that is no directive in brackets. */
export function parseLine(line: Words): Statement {
  const cursor = openCursor(line, 0);
  const finish = (label: LabelNode | undefined, lead: readonly Lead[], body: Body): Statement => ({
    label,
    lead: lead.length === 0 ? NOTHING : lead,
    body,
    usesPlaces: cursor.usesPlaces,
    notes,
  });
  let notes: readonly Note[] = NOTHING;
  const start = cursor.word;
  const lead: Lead[] = [];
  if (start.type === "end") return finish(undefined, lead, { kind: "none" });
  if (!canStart(start)) {
    const message = "label or instruction expected at start of line";
    return finish(undefined, lead, nonsense(cursor, lead, message));
  }
  const label = parseLabel(cursor);
  notes = takeNotes(cursor);
  if (label && atEnd(cursor)) return finish(label, lead, { kind: "none" });
  const failed = parseLead(cursor, lead);
  if (failed) return finish(label, lead, { kind: "none" });
  return finish(label, lead, parseBody(cursor, lead));
}

/** Shared by all statements: most have neither prefixes nor notes. */
const NOTHING: readonly never[] = [];

function canStart(word: Word): boolean {
  if (word.type === "register") return word.register.class === "segment";
  return word.type === "name" || word.type === "mnemonic" || word.type === "prefix";
}

function nonsense(cursor: Cursor, lead: Lead[], message: string): Body {
  for (const note of takeNotes(cursor)) lead.push({ kind: "note", note });
  return { kind: "failure", message, at: cursor.at };
}

/** A name, or an instruction's name with a colon behind it. */
function parseLabel(cursor: Cursor): LabelNode | undefined {
  const { word, at } = cursor;
  const colon = () => {
    const next = peek(cursor);
    return next.type === "operator" && next.text === ":";
  };
  if (word.type !== "name" && !(word.type === "mnemonic" && colon())) return undefined;
  const name = word.type === "name" ? word.name : word.text;
  advance(cursor);
  if (isAt(cursor, ":")) {
    advance(cursor);
    return { name, at, orphan: false, memo: emptyMemo() };
  }
  return { name, at, orphan: atEnd(cursor), memo: emptyMemo() };
}

/** Prefixes and `times`; true when the line cannot be read further. */
function parseLead(cursor: Cursor, lead: Lead[]): boolean {
  let taken: Map<PrefixSlot, string> | undefined;
  for (;;) {
    const { word, at } = cursor;
    let slot: PrefixSlot;
    let name: string;
    if (word.type === "prefix") {
      ({ slot, name } = word);
    } else if (word.type === "register" && word.register.class === "segment") {
      slot = "segment";
      name = word.register.name;
    } else {
      return false;
    }
    advance(cursor);
    if (slot === "times") {
      lead.push({ kind: "times", count: parseExpression(cursor), at });
      if (cursor.failed) return true;
      continue;
    }
    taken ??= new Map();
    const before = taken.get(slot);
    if (before !== undefined) lead.push({ kind: "note", note: takenTwice(before === name, at) });
    taken.set(slot, name);
    lead.push({ kind: "prefix", slot, name, at });
  }
}

const takenTwice = (redundant: boolean, at: number): Note =>
  redundant
    ? { severity: "warning", code: "other", message: "instruction has redundant prefixes", at }
    : { severity: "error", code: "prefix", message: "instruction has conflicting prefixes", at };

function parseBody(cursor: Cursor, lead: Lead[]): Body {
  const { word, at } = cursor;
  if (word.type !== "mnemonic") {
    // Prefixes alone are an instruction of no bytes of its own.
    const bare = word.type === "end" && lead.some((step) => step.kind === "prefix");
    if (bare) return { kind: "instruction", mnemonic: "", at, operands: [] };
    return nonsense(cursor, lead, "parser: instruction expected");
  }
  const { name } = word;
  advance(cursor);
  if (name === "incbin") return { kind: "incbin", at, items: parseDataItems(cursor, 1) };
  const dataBytes = DATA_BYTES[name];
  if (dataBytes !== undefined) {
    return { kind: "data", at, elementBytes: dataBytes, items: parseDataItems(cursor, dataBytes) };
  }
  const operands = parseOperands(cursor, name === "jmp" || name === "call" ? "far-allowed" : "near-only");
  if (name === "equ") return { kind: "equ", at, operands };
  const reserveBytes = RESERVE_BYTES[name];
  if (reserveBytes !== undefined) return { kind: "reserve", at, elementBytes: reserveBytes, operands };
  return { kind: "instruction", mnemonic: name, at, operands };
}
