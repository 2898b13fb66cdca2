// Lines that the preprocessor need not look at: blank ones, plain data, instructions like earlier ones, labels, jumps to names.
// They are read from their bytes, and laid out at once or given as plain lines.

import type { Span } from "../base/source.ts";
import { type Meanings, readShape, shape } from "./line-shape.ts";
import { type Names, templateRead } from "./line-template.ts";
import type { Call, SingleMacro } from "./macro-table.ts";
import { type BodyPiece, isWord } from "./made-line.ts";
import { data, readData } from "./plain-data.ts";
import { jumpRead, LABEL, nameAt, PlainLine } from "./plain-line.ts";
import type { Pass } from "./preprocess.ts";
import { type Input, innerPosition, isMacroName, outerPosition, type State } from "./preprocess-state.ts";
import type { Token } from "./token.ts";

type Lay = NonNullable<Pass["lay"]>;

/** What words mean on the line under way. */
export const meaningsIn = (state: State): Meanings => ({
  get registersAre() {
    return state.macroNames.register ? "themselves" : "alike";
  },
  constant(name) {
    const key = name.toLowerCase();
    if (state.multis.has(key)) return undefined;
    const macros = state.singles.get(key);
    if (macros === undefined) return state.pass.constant?.(name);
    return macros.length === 1 ? numberOf(macros[0]!, name) : undefined;
  },
});

const DIGITS_MAX = 10;

/** The number that is all of a macro's body, where `name` calls it. */
function numberOf({ name: own, caseSensitive, alias, parameters, variadic, magic, body }: SingleMacro, name: string) {
  if (alias || variadic || magic !== undefined || parameters.length > 0 || body.length !== 1) return undefined;
  const { kind, text } = body[0]!;
  if ((caseSensitive && own !== name) || kind !== "number" || text.length > DIGITS_MAX) return undefined;
  let value = 0;
  for (let k = 0; k < text.length; k++) {
    const digit = text.charCodeAt(k) - ZERO;
    if (digit < 0 || digit > 9) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** Goes over such lines of a file, up to one that is given, or to another: undefined. */
export function takePlain(state: State, input: Input, lay: Lay): PlainLine | undefined {
  const { bytes } = input.lines.source;
  while (input.lines.room > 0) {
    const start = input.next;
    const end = readShape(bytes, start, state.meanings);
    // The last line may end without a line ending, which is nothing for here.
    if (end >= bytes.length) return undefined;
    const template = end < 0 ? undefined : templateRead();
    if (template === undefined) {
      const other = takeOther(state, input, end, lay);
      if (other === "laid") continue;
      return other;
    }
    if (shape.labelStart >= 0) {
      const behind = template === "blank" ? end + 1 : shape.bodyStart;
      if (template !== "blank" && !namesNothing(state, template)) return undefined;
      return giveName(state, input, { from: shape.labelStart, to: shape.labelEnd, opcode: LABEL, end, behind });
    }
    if (template !== "blank" && !(namesNothing(state, template) && lay(template))) return undefined;
    goOn(state, input, end + 1);
  }
  return undefined;
}

/** The line read last, which has no template and ends at `end`, if it is plain: a jump, or data, perhaps behind a label. */
function takeOther(state: State, input: Input, end: number, lay: Lay): PlainLine | "laid" | undefined {
  const { bytes } = input.lines.source;
  const isLabelled = shape.labelStart >= 0;
  const jump = end < 0 || isLabelled ? undefined : jumpRead();
  if (jump !== undefined) {
    if (isMacroName(state, jump.name)) return undefined;
    const { wordStart: from, wordEnd: to } = shape;
    return giveName(state, input, { from, to, opcode: jump.opcode, end, behind: end + 1 });
  }
  const dataEnd = readData(bytes, isLabelled ? shape.bodyStart : input.next);
  if (dataEnd < 0 || data.word === undefined || !namesNothing(state, data.word)) return undefined;
  if (isLabelled !== data.labelStart >= 0) {
    const { labelStart: from, labelEnd: to, bodyStart: behind } = isLabelled ? shape : data;
    return giveName(state, input, { from, to, opcode: LABEL, end: dataEnd, behind });
  }
  if (isLabelled || !lay(data.bytes.subarray(0, data.length))) return undefined;
  goOn(state, input, dataEnd + 1);
  return "laid";
}

/** A name in the line from `from` to `to`: a label, or what is jumped to; where the line ends, and where to go on. */
interface NameSite {
  readonly from: number;
  readonly to: number;
  readonly opcode: number;
  readonly end: number;
  readonly behind: number;
}

/** The line under way as a plain one; undefined when the word there is no name, or a macro's. */
function giveName(state: State, input: Input, { from, to, opcode, end, behind }: NameSite): PlainLine | undefined {
  const { source } = input.lines;
  const start = input.next;
  const name = nameAt(source.bytes, from, to);
  if (name === undefined || isMacroName(state, name)) return undefined;
  goOn(state, input, behind);
  // What is behind a label is another line in the same place.
  if (behind <= end) input.skip = -input.increment;
  return new PlainLine({ source, start, end }, outerPosition(state), name, opcode);
}

/** Moves to the line that begins at `next`. */
function goOn(state: State, input: Input, next: number): void {
  input.lines.room--;
  input.next = next;
  input.lineNumber += input.skip + input.increment;
  input.skip = 0;
  if (input.noLine === 0) innerPosition(state).lineNumber = input.lineNumber;
}

/** Whether none of some words is a macro's name. */
function namesNothing({ singles, multis, macroNames }: State, words: Names): boolean {
  if (words.clear === macroNames) return true;
  for (const name of words.names) if (singles.has(name) || multis.has(name)) return false;
  words.clear = macroNames;
  return true;
}

/** What a macro's body or an expansion makes a line of is put together here. */
const ROOM = 256;
const room = new Uint8Array(ROOM + 1);
let filled = 0;

const LINE_END = 10;
const ZERO = 48;

/** Adds the texts of tokens; false when there is no room for them. */
function addTexts(tokens: readonly Token[]): boolean {
  for (let k = 0; k < tokens.length; k++) {
    const { text } = tokens[k]!;
    const { length } = text;
    if (filled + length > ROOM) return false;
    for (let at = 0; at < length; at++) room[filled++] = text.charCodeAt(at);
  }
  return true;
}

/** Lays out the line that was put together, if there is a template for it or it is data. */
function layRoom(state: State, lay: Lay): boolean {
  room[filled] = LINE_END;
  const end = readShape(room, 0, state.meanings);
  const template = end === filled ? templateRead() : undefined;
  if (template === "blank" || (end >= 0 && shape.labelStart >= 0)) return false;
  if (template !== undefined) return namesNothing(state, template) && lay(template);
  if (readData(room, 0) !== filled || data.labelStart >= 0 || data.word === undefined) return false;
  return namesNothing(state, data.word) && lay(data.bytes.subarray(0, data.length));
}

/** Lays out a line of a macro's body with the parameters of `call`, if it is like earlier ones; `pieces` are what it is made of. */
export function layBody(state: State, pieces: readonly BodyPiece[], call: Call, lay: Lay): boolean {
  filled = 0;
  for (const piece of pieces) {
    if (typeof piece !== "number") {
      if (!addTexts(piece)) return false;
    } else if (piece <= call.count) {
      const parameter = call.parameters[call.indexOf(piece, call.rotation)];
      if (parameter && !addTexts(parameter)) return false;
    }
  }
  return layRoom(state, lay);
}

/** The same for tokens that macros came to. */
export function layTokens(state: State, tokens: readonly Token[], lay: Lay): boolean {
  for (let k = 1; k < tokens.length; k++) if (isWord(tokens[k]!) && isWord(tokens[k - 1]!)) return false;
  filled = 0;
  return addTexts(tokens) && layRoom(state, lay);
}

/** The same for a line as it is written. */
export function layWritten(state: State, { source, start, end }: Span, lay: Lay): boolean {
  if (readShape(source.bytes, start, state.meanings) !== end) return false;
  const template = shape.labelStart >= 0 ? undefined : templateRead();
  return template !== undefined && template !== "blank" && namesNothing(state, template) && lay(template);
}
