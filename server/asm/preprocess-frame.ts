// Directives in TASM's manner that name what stands in a stack frame: %stacksize, %arg, %local.

import { lexText, tokensToText } from "./lexer.ts";
import { skipSpaces } from "./macro-call.ts";
import { expandSingles, numberTokens } from "./macro-single.ts";
import { withText } from "./macro-table.ts";
import { assignValue, type Directive, defineSingle } from "./preprocess-define.ts";
import { reportError, type State } from "./preprocess-state.ts";
import { lexedPlace } from "./preprocess-text.ts";
import type { Token } from "./token.ts";

const SIZES: Readonly<Record<string, number>> = {
  byte: 1,
  word: 2,
  dword: 4,
  qword: 8,
  tword: 10,
  oword: 16,
  yword: 32,
};

/** Slot size, frame pointer, offset of the first argument. */
const STYLES: Readonly<Record<string, readonly [slotSizeBytes: number, pointer: string, argumentOffset: number]>> = {
  flat: [4, "ebp", 8],
  flat64: [8, "rbp", 16],
  large: [2, "bp", 4],
  small: [2, "bp", 6],
};

/** `%stacksize`: flat, flat64, large or small. */
export function setStackSize(state: State, { tokens, at, name }: Directive): void {
  const word = tokens[skipSpaces(tokens, at)];
  if (word?.kind !== "identifier") {
    reportError(state, "directive-syntax", `\`${name}' missing size parameter`);
    return;
  }
  const key = word.text.toLowerCase();
  const style = Object.hasOwn(STYLES, key) ? STYLES[key] : undefined;
  if (style === undefined) {
    reportError(state, "directive-syntax", `\`${name}' invalid size type`);
    return;
  }
  const [slotSizeBytes, pointer, argumentOffset] = style;
  Object.assign(state.frameStyle, { slotSizeBytes, pointer, argumentOffset, localOffset: 0 });
}

interface Named {
  readonly name: Token;
  readonly sizeBytes: number;
  /** Index after it. */
  readonly end: number;
}

/** Reads `name:size`; undefined after having said what is wrong. */
function readNamed(state: State, { tokens, name }: Directive, from: number): Named | undefined {
  const fail = (message: string): undefined => {
    reportError(state, "directive-syntax", message);
    return undefined;
  };
  const at = skipSpaces(tokens, from);
  const word = tokens[at];
  if (word?.kind !== "identifier") return fail(`\`${name}' missing argument parameter`);
  if (tokens[at + 1]?.text !== ":") return fail(`syntax error processing \`${name}' directive`);
  const type = tokens[at + 2];
  if (type?.kind !== "identifier") return fail(`\`${name}' missing size type parameter`);
  const lexed = lexText(type.text, 0, type.text.length, lexedPlace(type));
  const size = tokensToText(expandSingles(state, lexed.tokens), 0, 1).toLowerCase();
  const sizeBytes = Object.hasOwn(SIZES, size) ? SIZES[size]! : 0;
  if (sizeBytes === 0) return fail(`invalid size type for \`${name}' missing directive`);
  const slot = state.frameStyle.slotSizeBytes;
  return { name: word, sizeBytes: Math.ceil(sizeBytes / slot) * slot, end: at + 3 };
}

/** Defines `name` as `(pointer+offset)`. */
function defineSlot(state: State, name: Token, offset: number): void {
  const place = numberTokens(name, BigInt(offset));
  const sign = offset < 0 ? [] : [withText(name, "punctuation", "+")];
  const pointer = withText(name, "identifier", state.frameStyle.pointer);
  const open = withText(name, "punctuation", "(");
  defineSingle(state, name, [open, pointer, ...sign, ...place, withText(name, "punctuation", ")")], {
    caseSensitive: true,
  });
}

/** `%arg a:word, b:dword`: arguments above the frame pointer. */
export function defineArguments(state: State, directive: Directive): void {
  let offset = state.frameStyle.argumentOffset;
  for (let at = directive.at; ; at++) {
    const argument = readNamed(state, directive, at);
    if (argument === undefined) return;
    defineSlot(state, argument.name, offset);
    offset += argument.sizeBytes;
    at = skipSpaces(directive.tokens, argument.end);
    if (directive.tokens[at]?.text !== ",") break;
  }
  state.frameStyle.argumentOffset = offset;
}

/** `%local a:word`: variables below it; their size is added to `%$localsize`. */
export function defineLocals(state: State, directive: Directive): void {
  let offset = state.frameStyle.localOffset;
  let total = 0;
  let last: Token | undefined;
  for (let at = directive.at; ; at++) {
    const local = readNamed(state, directive, at);
    if (local === undefined) return;
    offset += local.sizeBytes;
    total += local.sizeBytes;
    last = local.name;
    defineSlot(state, local.name, -offset);
    at = skipSpaces(directive.tokens, local.end);
    if (directive.tokens[at]?.text !== ",") break;
  }
  const size = withText(last, "parameter", "%$localsize");
  const sum = [size, withText(last, "punctuation", "+"), ...numberTokens(last, BigInt(total))];
  assignValue(state, { ...directive, caseSensitive: true }, size, expandSingles(state, sum));
  state.frameStyle.localOffset = offset;
}
