// Tokens as text for the preprocessor's own purposes, and the last step of a line: what is left of `%` words becomes
// plain text, what came to touch is cut anew, braces become decorators.

import { lexText, type Origin, textFromDisplay, tokensToText } from "./lexer.ts";
import { findContext } from "./macro-context.ts";
import { contextPrefix, withText } from "./macro-table.ts";
import { environmentName, environmentOf } from "./preprocess-environment.ts";
import { reportWarning, type State } from "./preprocess-state.ts";
import type { Token } from "./token.ts";

/** Where tokens lexed from a string's contents stand. */
export const lexedPlace = ({ source, start, end }: Token): Origin => ({ source, start, end, exact: false });

/** The text of tokens, with `%!NAME` as the variable's value. */
export function tokensAsText(state: State, tokens: readonly Token[]): string {
  let text = "";
  for (const token of tokens) text += isEnvironment(token) ? environmentText(state, token) : token.text;
  return text;
}

const isEnvironment = (token: Token): boolean => token.kind === "parameter" && token.text.startsWith("%!");

/** The value of `%!NAME`; empty, with a warning, when there is none. */
export function environmentText(state: State, token: Token): string {
  const value = environmentOf(state, token);
  if (value !== undefined) return textFromDisplay(value);
  const message = `nonexistent environment variable \`${environmentName(token)}'`;
  reportWarning(state, "pp-environment", message, token);
  return "";
}

const isWord = (c: number): boolean =>
  (c >= 97 && c <= 122) ||
  (c >= 48 && c <= 57) ||
  (c >= 63 && c <= 90) ||
  c >= 128 ||
  c === 95 ||
  c === 46 ||
  c === 36 ||
  c === 35 ||
  c === 126;
const isOperator = (c: number): boolean =>
  (c >= 60 && c <= 62) || c === 33 || c === 47 || c === 38 || c === 124 || c === 94 || c === 37;

/** A string that its own line did not close: what a macro puts behind it may. */
const isOpenString = ({ kind, text }: Token): boolean => kind === "other" && /^['"`]/.test(text);

/** True when the text of `a` and `b` side by side would be cut differently. */
function wouldMerge(a: Token, b: Token): boolean {
  if (a.kind === "space" || b.kind === "space" || a.kind === "string" || b.kind === "string") return false;
  const last = a.text.charCodeAt(a.text.length - 1);
  const first = b.text.charCodeAt(0);
  if (isWord(first)) return isWord(last);
  if (isOperator(first)) return isOperator(last);
  const isExponent = (last | 32) === 101 || (last | 32) === 112;
  return (first === 43 || first === 45) && isExponent && (a.kind === "number" || a.kind === "float");
}

/** The tokens of a line as the parser gets them. `changed` lines had macros, `%` words or braces. */
export function finishTokens(state: State, tokens: readonly Token[]): readonly Token[] {
  return finishPlain(resolvePercent(state, tokens));
}

/** The same for tokens without `%` words. */
export const finishPlain = (tokens: readonly Token[]): readonly Token[] => joinDecorators(recut(tokens));

/** Replaces `%$name` by the name it stands for in the output, `%!NAME` by its value, and cuts other `%` words as plain text. */
function resolvePercent(state: State, tokens: readonly Token[]): readonly Token[] {
  let first = 0;
  while (first < tokens.length && !isPercent(tokens[first]!)) first++;
  if (first === tokens.length) return tokens;
  const out = tokens.slice(0, first);
  for (let k = first; k < tokens.length; k++) {
    const token = tokens[k]!;
    if (isPercent(token)) out.push(...plainTokens(state, token));
    else out.push(token);
  }
  return out;
}

const isPercent = ({ kind, text }: Token): boolean =>
  kind === "parameter" || kind === "directive" || (kind === "other" && text === REMAINDER);

/** One word to the preprocessor, two to the assembler. */
const REMAINDER = "%$";

function plainTokens(state: State, token: Token): readonly Token[] {
  const prefix = contextPrefix(token.text);
  if (prefix > 0) {
    const context = findContext(state, token.text, token);
    if (context && state.steps) state.steps.numbered = true;
    if (context) return [withText(token, "identifier", `..@${context.number}.${token.text.slice(prefix)}`)];
  }
  const text = isEnvironment(token) ? environmentText(state, token) : token.text;
  return lexText(text, 0, text.length, lexedPlace(token), "plain").tokens;
}

/** Cuts again where tokens touch whose text means something else together: `0` and `ffh`, `<` and `<`. */
function recut(tokens: readonly Token[]): readonly Token[] {
  let k = 0;
  while (k + 1 < tokens.length && !wouldMerge(tokens[k]!, tokens[k + 1]!) && !isOpenString(tokens[k]!)) k++;
  if (k + 1 >= tokens.length) return tokens;
  const out: Token[] = [];
  for (let from = 0; from < tokens.length; ) {
    let to = from + 1;
    while (to < tokens.length && wouldMerge(tokens[to - 1]!, tokens[to]!)) to++;
    if (isOpenString(tokens[to - 1]!)) to = tokens.length;
    if (isExponent(tokens, from, to)) to += 2;
    if (to === from + 1) out.push(tokens[from]!);
    else {
      const text = tokensToText(tokens, from, to);
      const first = tokens[from]!;
      const { tokens: cut } = lexText(text, 0, text.length, lexedPlace(first), "plain");
      for (const token of cut) out.push(first.expansion ? { ...token, expansion: first.expansion } : token);
    }
    from = to;
  }
  return out;
}

/** True when `1e` and a sign and a number behind it make one float. */
function isExponent(tokens: readonly Token[], from: number, to: number): boolean {
  const sign = tokens[to]?.text;
  if (to === from + 1 || (sign !== "+" && sign !== "-") || tokens[to + 1]?.kind !== "number") return false;
  return /^[0-9][0-9_.]*e$/i.test(tokensToText(tokens, from, to));
}

/** Index of the last token of a decorator: its `}` when only a word stands before it, else the end of that word. */
function decoratorEnd(tokens: readonly Token[], open: number): number {
  let at = open + 1;
  while (at < tokens.length && /^[-\w.$#@~?]+$/.test(tokens[at]!.text)) at++;
  const last = at - 1;
  while (tokens[at]?.kind === "space") at++;
  return tokens[at]?.text === "}" ? at : last;
}

/** Makes one token of `{`, what is inside, and `}`. */
export function joinDecorators(tokens: readonly Token[]): readonly Token[] {
  const isOpen = (token: Token) => token.text === "{";
  if (!tokens.some(isOpen)) return tokens;
  const out: Token[] = [];
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]!;
    if (!isOpen(token)) {
      out.push(token);
      continue;
    }
    const close = decoratorEnd(tokens, k);
    const { end } = tokens[close]!;
    const joined = withText(token, "decorator", tokensToText(tokens, k, close + 1));
    out.push(end > token.end && tokens[close]!.source === token.source ? { ...joined, end } : joined);
    k = close;
  }
  return out;
}
