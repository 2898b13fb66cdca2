// The statement on a line: parsed once, and shared by lines of equal text wherever that cannot be told.

import { isDirective } from "./directive.ts";
import { type Prepared, prepare } from "./layout.ts";
import { MadeLine } from "./made-line.ts";
import { areOwnNames, canShare } from "./own-names.ts";
import { parseLine } from "./parse.ts";
import {
  addToHash,
  createSights,
  createTextTable,
  findByText,
  HASH_START,
  isSecond,
  keepByText,
} from "./text-table.ts";
import type { Line, Token } from "./token.ts";
import { WrittenLine } from "./written-line.ts";

/** Statements that macros made, by the texts of their tokens, shared by all assemblies. */
const made = createTextTable<Prepared>(50_000);
const madeSights = createSights(1 << 18);
/** Longer lines (tables of data) are hardly ever equal. */
const SHARED_TOKENS_MAX = 24;
const SEPARATOR = 1;

/** The statement on a line; undefined for a directive in brackets. */
export function prepareLine(line: Line): Prepared | undefined {
  if (line instanceof MadeLine) return line.made.directive ? undefined : prepareBody(line);
  if (!(line instanceof WrittenLine)) return isDirective(line) ? undefined : prepareMade(line);
  const { text } = line;
  if (text.directive) return undefined;
  text.prepared ??= prepare(parseLine({ span: line.span, tokens: line.readTokens() }));
  return text.prepared;
}

/** The statement on a line of a macro's body: lines that came to the same texts share it. */
function prepareBody(line: MadeLine): Prepared {
  const { made } = line;
  const read = (tokens: readonly Token[]): Prepared => prepare(parseLine({ span: line.span, tokens }));
  if (made.prepared === undefined) {
    const tokens = line.readShared();
    made.prepared = line.own && !areOwnNames(tokens, line.ownNames) ? "none" : read(tokens);
    if (made.prepared !== "none" && line.own && !canShare(made.prepared.statement)) made.prepared = "none";
  }
  return made.prepared === "none" ? read(line.readTokens()) : made.prepared;
}

function prepareMade(line: Line): Prepared {
  const { tokens } = line;
  if (tokens.length > SHARED_TOKENS_MAX || tokens.some(isLocal)) return prepare(parseLine(line));
  const hash = hashOfTexts(tokens);
  const known = findByText(made, hash, (text) => areTexts(text, tokens));
  if (known) return known;
  const prepared = prepare(parseLine(line));
  if (isSecond(madeSights, hash)) keepByText(made, hash, textsOf(tokens), prepared);
  return prepared;
}

/** A hash of the texts of tokens. */
export function hashOfTexts(tokens: readonly Token[]): number {
  let hash = HASH_START;
  for (const { text } of tokens) {
    for (let k = 0; k < text.length; k++) hash = addToHash(hash, text.charCodeAt(k));
    hash = addToHash(hash, SEPARATOR);
  }
  return hash;
}

/** The texts, with a separator behind each. */
export function textsOf(tokens: readonly Token[]): string {
  let text = "";
  for (const token of tokens) text += token.text + String.fromCharCode(SEPARATOR);
  return text;
}

/** A macro's own label (`..@7.loop`): no other line has it. */
const isLocal = ({ text }: Token): boolean => text.startsWith("..@");

/** Whether `text` is those of the tokens, with a separator behind each. */
export function areTexts(text: string, tokens: readonly Token[]): boolean {
  let at = 0;
  for (const { text: word } of tokens) {
    if (!text.startsWith(word, at) || text.charCodeAt(at + word.length) !== SEPARATOR) return false;
    at += word.length + 1;
  }
  return at === text.length;
}
