// Lines of macro bodies with their parameters put in. A macro is called again and again with the same few parameters, so what
// a line of its body comes to is known by the texts of those it names: its statement, or a condition's truth. Its tokens are
// only made when somebody wants to see them. Measured: that is most of the time of a source of many small macros.

import type { Span } from "../base/source.ts";
import type { Prepared } from "./layout.ts";
import type { MacroNames } from "./line-text.ts";
import { pasteTokens } from "./macro-paste.ts";
import { type Call, withText } from "./macro-table.ts";
import { ANY_CALL, type OwnNames, ownNames } from "./own-names.ts";
import type { ConditionState } from "./preprocess-state.ts";
import { finishPlain } from "./preprocess-text.ts";
import type { SourceLine } from "./source-lines.ts";
import { addToHash, HASH_START } from "./text-table.ts";
import type { Line, Token } from "./token.ts";

/** A line of a body that names no more of its macro than some parameters, how many there are, and names of the call's own. */
export interface Pattern {
  /** Numbers of the parameters; 0 asks how many there are. */
  readonly slots: readonly number[];
  /** How many `%%names` it has. */
  readonly ownNames: number;
  /** An `%if…` whose truth follows from its tokens. */
  readonly condition: boolean;
  /** What its text is made of, where that is all there is to it: no word is put together of pieces. */
  readonly pieces: readonly BodyPiece[] | undefined;
}

/** Tokens as they are, or a parameter. */
export type BodyPiece = readonly Token[] | number;

/** What is known of a line in macro bodies. */
export interface BodyFacts {
  /** Tells lines apart. */
  readonly number: number;
  readonly pattern: Pattern | undefined;
  /** What it came to, by the keys of its parameters. */
  made: Map<string, MadeText>;
  generation: number;
}

/** What a line came to. */
export interface MadeText {
  /** Its names in lower case, and a set of macro names that has none of them. */
  readonly names: readonly string[];
  clear: MacroNames;
  /** A condition's; the rest is about other lines. */
  readonly truth: ConditionState | undefined;
  readonly blank: boolean;
  readonly directive: boolean;
  /** Its statement; "none" when each call has to have one of its own. */
  prepared: Prepared | "none" | undefined;
}

/** So many are kept, then all are forgotten. */
const MADE_MAX = 200_000;
let generation = 0;
let madeCount = 0;

/** Lines that were made once, by their hash: only what comes again is kept, since most of it would be for nothing. */
const seen = new Int32Array(1 << 19);

function isSeen(key: string, place: number): boolean {
  let hash = addToHash(HASH_START, place);
  for (let k = 0; k < key.length; k++) hash = addToHash(hash, key.charCodeAt(k));
  const index = (hash ^ (hash >>> 15)) & (seen.length - 1);
  if (seen[index] === hash) return true;
  seen[index] = hash;
  return false;
}

/** Conditions that look at nothing but the tokens. */
const PURE: ReadonlySet<string> = new Set(
  ["", "idn", "idni", "num", "id", "str", "token", "empty"].flatMap((what) => [`%if${what}`, `%ifn${what}`]),
);

let bodies = 0;

/** The pattern of a line in a body; undefined when more has a hand in it. */
export function patternOf({ text, tokens }: SourceLine): Pattern | undefined {
  text.body ??= { number: bodies++, pattern: readPattern(tokens), made: new Map(), generation };
  return text.body.pattern;
}

/** As NASM writes them: four digits at most, no zeros in front. */
const isNumber = (digits: string): boolean =>
  digits >= "0" && digits.length <= 4 && String(Number.parseInt(digits, 10)) === digits && digits !== "NaN";

function readPattern(tokens: readonly Token[]): Pattern | undefined {
  const slots = new Set<number>();
  let ownNames = 0;
  let condition = false;
  const first = tokens[0]?.kind === "space" ? 1 : 0;
  for (let k = 0; k < tokens.length; k++) {
    const { kind, text } = tokens[k]!;
    if (kind === "directive") {
      if (k !== first || !PURE.has(text.toLowerCase())) return undefined;
      condition = true;
    } else if (kind === "parameter") {
      if (text[1] === "%") ownNames++;
      else if (isNumber(text.slice(1))) slots.add(Number(text.slice(1)));
      else return undefined;
    }
  }
  if (tokens[0]?.text === "#" || (slots.size === 0 && ownNames === 0)) return undefined;
  const pieces = ownNames > 0 || condition || slots.has(0) ? undefined : piecesOf(tokens);
  return { slots: [...slots], ownNames, condition, pieces };
}

/** Whether a token is a word, or may begin or end with one. */
export const isWord = ({ kind }: Token): boolean => kind !== "space" && kind !== "punctuation";

function piecesOf(tokens: readonly Token[]): BodyPiece[] | undefined {
  const pieces: BodyPiece[] = [];
  let from = 0;
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]!;
    if (k > 0 && isWord(token) && isWord(tokens[k - 1]!)) return undefined;
    if (token.kind !== "parameter") continue;
    if (k > from) pieces.push(tokens.slice(from, k));
    pieces.push(Number(token.text.slice(1)));
    from = k + 1;
  }
  if (from < tokens.length) pieces.push(tokens.slice(from));
  return pieces;
}

/** Parameters longer than this are hardly ever equal. */
const KEY_TOKENS_MAX = 16;
const KEY_LENGTH_MAX = 100;
/** The key of a parameter that has none. */
const NO_KEY = "\u0003";

/** What the parameters of a pattern say, as one text; undefined when that may mean something else another time. */
export function keyOf({ slots }: Pattern, call: Call): string | undefined {
  let key = "";
  for (let k = 0; k < slots.length; k++) {
    const slot = slots[k]!;
    const one = slot === 0 ? `${call.count}` : parameterKey(call, slot);
    if (one === NO_KEY) return undefined;
    key = k === 0 ? one : `${key}\u0002${one}`;
  }
  return key;
}

function parameterKey(call: Call, n: number): string {
  if (n > call.count) return "";
  const index = call.indexOf(n, call.rotation);
  // Parameters that are not written are the macro's own.
  const { macro, written } = call;
  const keys = index > written ? macro.defaultKeys : call.keys;
  let key = keys[index];
  if (key === undefined) {
    const tokens = index > written ? macro.defaults[index - 1 - macro.least] : call.parameters[index];
    key = keyOfTokens(tokens ?? []);
    keys[index] = key;
  }
  return key;
}

function keyOfTokens(tokens: readonly Token[]): string {
  if (tokens.length > KEY_TOKENS_MAX) return NO_KEY;
  let key = "";
  for (const { kind, text } of tokens) {
    if (kind === "parameter" || kind === "directive") return NO_KEY;
    // A string without an end may hold anything.
    if (kind === "other" && text.length > 1) return NO_KEY;
    // The mark before a kind is in no name: the number 5 must not be taken for the name n5.
    key += kind === "identifier" ? `${text}\u0001` : `\u0004${kind[0]}${text}\u0001`;
  }
  return key.length > KEY_LENGTH_MAX ? NO_KEY : key;
}

/** The line with that key, if it was made before. */
export function knownMade({ text }: SourceLine, key: string): MadeText | undefined {
  const body = text.body!;
  return body.generation === generation ? body.made.get(key) : undefined;
}

/** Keeps what a line came to, if it comes to it again. */
export function keepMade({ text }: SourceLine, key: string, made: MadeText): void {
  if (key !== "" && !isSeen(key, text.body!.number)) return;
  if (++madeCount > MADE_MAX) {
    madeCount = 0;
    generation++;
  }
  const body = text.body!;
  if (body.generation !== generation) {
    body.generation = generation;
    body.made = new Map();
  }
  body.made.set(key, made);
}

/** The names among `tokens` but for the own ones of the call with the number `unique`, in lower case. */
export function namesIn(tokens: readonly Token[], unique: number): string[] {
  const names: string[] = [];
  const own = `..@${unique}.`;
  for (const { kind, text } of tokens) {
    if (kind === "identifier" && !text.startsWith(own)) names.push(text.toLowerCase());
  }
  return names;
}

/** A line that became `tokens`, with `names` none of which is in `clear`. */
export function madeOf(tokens: readonly Token[], names: readonly string[], clear: MacroNames): MadeText {
  const first = tokens[tokens[0]?.kind === "space" ? 1 : 0];
  return {
    names,
    clear,
    truth: undefined,
    blank: tokens.length === 0,
    directive: first?.text === "[",
    prepared: undefined,
  };
}

/** The tokens of a pattern's line with the parameters of `call`, if it has some, and names numbered `unique`. */
export function fillLine(
  { tokens }: SourceLine,
  call: Call | undefined,
  rotation: number,
  unique: string,
): readonly Token[] {
  const out: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== "parameter") out.push(token);
    else if (token.text[1] === "%") out.push(withText(token, "identifier", `..@${unique}.${token.text.slice(2)}`));
    else if (call === undefined) continue;
    else if (token.text === "%0") out.push(withText(token, "number", String(call.count)));
    else {
      const n = Number(token.text.slice(1));
      if (n <= call.count) for (const one of call.parameters[call.indexOf(n, rotation)] ?? []) out.push(one);
    }
  }
  return pasteTokens(out, "parameters").tokens;
}

/** The line made last, with its tokens. */
let latest: { readonly line: MadeLine; readonly tokens: readonly Token[] } | undefined;

/** A line of a body for the assembler. */
export class MadeLine implements Line {
  readonly made: MadeText;
  readonly file: string;
  readonly lineNumber: number;
  readonly span: Span;
  readonly expansion: Line["expansion"];
  readonly inBody: Line["inBody"];
  readonly listDepth: number;
  readonly noList: boolean;
  readonly own: OwnNames | undefined;
  private readonly body: SourceLine;
  /** Undefined where the line has none of its parameters: calls are large. */
  private readonly call: Call | undefined;
  private readonly rotation: number;
  private cut: readonly Token[] | undefined;

  /** `tokens` where they are known: who wants them at once has them. */
  constructor(
    source: SourceLine,
    call: Call,
    made: MadeText,
    place: Omit<Line, "tokens">,
    tokens: readonly Token[] | undefined,
  ) {
    this.made = made;
    this.file = place.file;
    this.lineNumber = place.lineNumber;
    this.span = place.span;
    this.expansion = place.expansion;
    this.inBody = place.inBody;
    this.listDepth = place.listDepth;
    this.noList = place.noList;
    this.own = undefined;
    const { ownNames: names, slots } = source.text.body!.pattern!;
    if (names > 0) {
      call.own ??= ownNames(call.unique);
      this.own = call.own;
    }
    this.body = source;
    this.call = slots.length > 0 ? call : undefined;
    this.rotation = call.rotation;
    this.cut = undefined;
    if (tokens) latest = { line: this, tokens };
  }

  /** How many names of its call's own it has. */
  get ownNames(): number {
    return this.body.text.body?.pattern?.ownNames ?? 0;
  }

  /** The tokens, kept from now on. */
  get tokens(): readonly Token[] {
    this.cut ??= this.readTokens();
    return this.cut;
  }

  /** The tokens for somebody who looks at them once. */
  readTokens(): readonly Token[] {
    if (latest?.line === this) return latest.tokens;
    return this.cut ?? this.fill(String((this.call ?? this.own)?.unique));
  }

  /** The tokens with a stand-in for the number of its call's own names. */
  readShared(): readonly Token[] {
    return this.own ? this.fill(ANY_CALL) : this.readTokens();
  }

  private fill(unique: string): readonly Token[] {
    return finishPlain(fillLine(this.body, this.call, this.rotation, unique));
  }
}
