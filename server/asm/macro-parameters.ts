// Replaces what belongs to the multi-line macro around a line: `%1`, `%0`, `%00`, `%{1:3}`, `%+1`, `%-1`, `%%name`, `%?`,
// `%??`, and everywhere `%[...]`. This comes before directives are looked for, so that `%define x %1` works.

import { lexText } from "./lexer.ts";
import { pasteTokens } from "./macro-paste.ts";
import { expandSingles } from "./macro-single.ts";
import { type Call, withText } from "./macro-table.ts";
import { currentInput, reportError, type State } from "./preprocess-state.ts";
import { environmentText, lexedPlace } from "./preprocess-text.ts";
import type { Token } from "./token.ts";

/** Condition codes and their opposites; "" where there is none. */
const OPPOSITES: Readonly<Record<string, string>> = {
  a: "na",
  ae: "nae",
  b: "nb",
  be: "nbe",
  c: "nc",
  cxz: "",
  e: "ne",
  ecxz: "",
  g: "ng",
  ge: "nge",
  l: "nl",
  le: "nle",
  na: "a",
  nae: "ae",
  nb: "b",
  nbe: "be",
  nc: "c",
  ne: "e",
  ng: "g",
  nge: "ge",
  nl: "l",
  nle: "le",
  no: "o",
  np: "p",
  ns: "s",
  nz: "z",
  o: "no",
  p: "np",
  pe: "po",
  po: "pe",
  rcxz: "",
  s: "ns",
  z: "nz",
};

/** Nesting of `%[…]` beyond this is no program's. */
const BRACKETS_MAX = 100;

/** The tokens with the parameters of the macro around them replaced; the same array when there are none. */
export function expandParameters(state: State, tokens: readonly Token[]): readonly Token[] {
  const call = currentInput(state).macro?.call;
  const out: Token[] = [];
  let changed = false;
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]!;
    if (token.kind !== "parameter") {
      out.push(token);
      continue;
    }
    const replaced = replaceParameter(state, token, call, out);
    if (replaced) changed = true;
    else out.push(token);
  }
  if (!changed) return tokens;
  return pasteTokens(out, "parameters").tokens;
}

/** Appends what `token` stands for to `out`; false when it stands for itself. */
function replaceParameter(state: State, token: Token, call: Call | undefined, out: Token[]): boolean {
  const { text } = token;
  const c = text[1]!;
  if (c === "[") {
    if (state.brackets >= BRACKETS_MAX) {
      reportError(state, "limit", `\`%[' nests deeper than ${BRACKETS_MAX}`, token);
      return true;
    }
    state.brackets++;
    const inner = text.slice(2, -1);
    const { source, start, end } = token;
    const exact = end - start === text.length;
    const origin = exact ? { source, start: start + 2, end: end - 1, exact } : { source, start, end, exact };
    const lexed = lexText(inner, 0, inner.length, origin);
    for (const problem of lexed.problems) reportError(state, problem.code, problem.message);
    append(out, expandSingles(state, expandParameters(state, lexed.tokens)));
    state.brackets--;
    return true;
  }
  if (c === "?") {
    if (call === undefined) return false;
    out.push(withText(token, "identifier", text === "%?" ? call.invokedAs : call.macro.name!));
    return true;
  }
  if (c === "!" && call !== undefined) {
    const value = environmentText(state, token);
    append(out, lexText(value, 0, value.length, lexedPlace(token)).tokens);
    return true;
  }
  const isParameter = (c >= "0" && c <= "9") || c === ":" || ((c === "+" || c === "-") && text.length > 2);
  if (c !== "%" && !isParameter) return false;
  if (call === undefined) {
    reportError(state, "macro-parameter", `\`${text}': not in a macro call`, token);
    return true;
  }
  if (c === "%") {
    if (state.steps) state.steps.numbered = true;
    out.push(withText(token, "identifier", `..@${call.unique}.${text.slice(2)}`));
  } else if (text.includes(":")) appendRange(state, token, call, out);
  else if (c === "+" || c === "-") appendCondition(state, token, call, out);
  else appendParameter(state, token, call, out);
  return true;
}

function append(out: Token[], tokens: readonly Token[]): void {
  for (let k = 0; k < tokens.length; k++) out.push(tokens[k]!);
}

/** The parameter that number `n` (from 1; 0 is the label) means after `%rotate`. */
const rotated = (call: Call, n: number): readonly Token[] => call.parameters[call.indexOf(n, call.rotation)] ?? [];

function appendParameter(state: State, token: Token, call: Call, out: Token[]): void {
  const { text } = token;
  const digits = text.slice(1);
  if (digits === "0") out.push(withText(token, "number", String(call.count)));
  else if (!/^[0-9]+$/.test(digits) || (digits[0] === "0" && digits !== "00")) {
    reportError(state, "macro-parameter", `invalid macro parameter: \`${text}'`, token);
  } else {
    const n = Number(digits);
    if (n <= call.count) append(out, rotated(call, n));
  }
}

/** `%{a:b}`: parameters a to b with commas; negative numbers count from the end, and b may come before a. */
function appendRange(state: State, token: Token, call: Call, out: Token[]): void {
  const match = /^%\s*([+-]?\d+):\s*([+-]?\d+)/.exec(token.text);
  let from = match ? Number(match[1]) : 0;
  let to = match ? Number(match[2]) : 0;
  if (from === 0 || to === 0 || Math.abs(from) > call.count || Math.abs(to) > call.count) {
    const message = `\`%{${token.text.slice(1)}}': macro parameters out of range`;
    reportError(state, "macro-parameter", message, token);
    return;
  }
  if (from < 0) from += call.count + 1;
  if (to < 0) to += call.count + 1;
  const step = from < to ? 1 : -1;
  for (let n = from; ; n += step) {
    append(out, rotated(call, n));
    if (n === to) break;
    out.push(withText(token, "punctuation", ","));
  }
}

/** `%+1`, `%-1`: the parameter as a condition code, or as the opposite one. */
function appendCondition(state: State, token: Token, call: Call, out: Token[]): void {
  const { text } = token;
  const digits = text.slice(2);
  if (!/^[0-9]+$/.test(digits)) {
    reportError(state, "macro-parameter", `invalid macro parameter: \`${text}'`, token);
    return;
  }
  const n = Number(digits);
  const words = (n > 0 && n <= call.count ? rotated(call, n) : []).filter((word) => word.kind !== "space");
  const code = words.length === 1 && words[0]!.kind === "identifier" ? words[0]!.text.toLowerCase() : "";
  const opposite = Object.hasOwn(OPPOSITES, code) ? OPPOSITES[code] : undefined;
  if (opposite === undefined) {
    const message = `macro parameter \`${text}' is not a condition code`;
    reportError(state, "macro-parameter", message, token);
  } else if (text[1] === "+") out.push(withText(token, "identifier", code));
  else if (opposite === "") {
    reportError(state, "macro-parameter", `condition code \`${code}' is not invertible`, token);
  } else out.push(withText(token, "identifier", opposite));
}
