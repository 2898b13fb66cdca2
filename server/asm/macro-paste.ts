// Pasting: `%+` joins the tokens beside it, and names that came to stand side by side become one name.

import { lexText } from "./lexer.ts";
import type { Token } from "./token.ts";

/** "line": after single-line expansion, with `%+`; names and context names take what touches them.
 * "touching": the same without `%+`.
 * "parameters": after `%1` and the like were replaced; names take numbers and operators too, numbers take numbers. */
export type PasteRule = "line" | "touching" | "parameters";

/** Before the text of a parameter's name while the body of an `%xdefine` is expanded; `%+` takes the name as a word. */
export const HIDDEN = "\u0001";

const NAME = 1;
const LOCAL = 2;
const ENVIRONMENT = 4;
const DIRECTIVE = 8;
const NUMBER = 16;
const FLOAT = 32;
const OPERATOR = 64;

type Pairs = readonly (readonly [head: number, tail: number])[];
const NAMES: Pairs = [[NAME | LOCAL | ENVIRONMENT | DIRECTIVE, NAME | LOCAL | ENVIRONMENT | DIRECTIVE | NUMBER]];

const RULES: Readonly<Record<PasteRule, Pairs>> = {
  line: NAMES,
  touching: NAMES,
  parameters: [
    [NAME | FLOAT, NAME | NUMBER | FLOAT | OPERATOR],
    [NUMBER, NUMBER],
  ],
};

/** What a token is for pasting. */
function classOf({ kind, text }: Token): number {
  switch (kind) {
    case "identifier":
      return NAME;
    case "number":
    case "float":
      return NUMBER;
    case "directive":
      return DIRECTIVE;
    case "parameter":
      return text[1] === "$" ? LOCAL : text[1] === "!" ? ENVIRONMENT : 0;
    case "punctuation":
      return text === "?" ? NAME : OPERATOR;
    case "here":
    case "base":
    case "other":
      return OPERATOR;
    default:
      return 0;
  }
}

const isPaste = (token: Token): boolean => token.kind === "parameter" && token.text === "%+";

/** Appends the tokens of joined text, standing where its first part stood, to `out`. `parts` tells what it was joined of. */
function retokenise(out: Token[], text: string, first: Token, last: Token, parts: "words" | "others"): void {
  const together = first.source === last.source && first.start <= last.end;
  const { source, start, expansion } = first;
  const end = together ? Math.max(first.end, last.end) : first.end;
  // Names and numbers behind a name are a name.
  const tokens: readonly Token[] =
    parts === "words"
      ? [{ kind: "identifier", text, source, start, end }]
      : lexText(text, 0, text.length, { source, start, end, exact: false }).tokens;
  for (const { kind, text: word } of tokens) {
    out.push(
      expansion ? { kind, text: word, source, start, end, expansion } : { kind, text: word, source, start, end },
    );
  }
}

/** Whether the tokens from `from` to `to` (excluded) are a name and names and numbers behind it. */
function areWords(tokens: readonly Token[], from: number, to: number): boolean {
  if (tokens[from]!.kind !== "identifier") return false;
  for (let k = from + 1; k < to; k++) if (!isWord(tokens[k]!)) return false;
  return true;
}

const isWord = ({ kind }: Token): boolean => kind === "identifier" || kind === "number";

/** Operators of one character that neither a name nor a number beside them changes. */
const STANDS_APART = "+-*/:,[]()&|^<>=";

const isApart = ({ kind, text }: Token): boolean =>
  kind === "punctuation" && text.length === 1 && STANDS_APART.includes(text);

/** A number that a sign behind it cannot make a float of (`1e+5`). */
const isPlainNumber = ({ kind, text }: Token): boolean => kind === "number" && !/[^0-9a-df-oq-z_]/i.test(text);

/** Whether the tokens from `from` to `to` (excluded) would come to the same words if their text were cut again: names and
 * numbers by turns with operators. Most of what touches is like that (`[rax+8]`, `%%loop:`). */
function staysCut(tokens: readonly Token[], from: number, to: number): boolean {
  let apart = true;
  for (let k = from; k < to; k++) {
    const token = tokens[k]!;
    const operator = isApart(token);
    if (operator === apart && k > from) return false;
    if (!operator && token.kind !== "identifier" && !isPlainNumber(token)) return false;
    apart = operator;
  }
  return true;
}

/** Appends the tokens from `from` to `to` (excluded) as retokenise would. */
function keepCut(out: Token[], tokens: readonly Token[], from: number, to: number): void {
  const first = tokens[from]!;
  const last = tokens[to - 1]!;
  const together = first.source === last.source && first.start <= last.end;
  const { source, start, expansion } = first;
  const end = together ? Math.max(first.end, last.end) : first.end;
  for (let k = from; k < to; k++) {
    const { kind, text } = tokens[k]!;
    out.push(expansion ? { kind, text, source, start, end, expansion } : { kind, text, source, start, end });
  }
}

/** The tokens with everything pasted that touches; `pasted` tells whether something was. Runs of blanks become one. */
export function pasteTokens(
  tokens: readonly Token[],
  rule: PasteRule,
): { readonly tokens: readonly Token[]; readonly pasted: boolean } {
  if (!hasWork(tokens, rule)) return { tokens, pasted: false };
  const out: Token[] = [];
  let pasted = false;
  let explicit = false;
  for (let k = 0; k < tokens.length; ) {
    const token = tokens[k]!;
    if (rule === "line" && isPaste(token)) {
      const next = pasteExplicitly(tokens, k, out);
      if (next.pasted) pasted = true;
      k = next.at;
      explicit = true;
      continue;
    }
    if (token.kind === "space" && out[out.length - 1]?.kind === "space") {
      k++;
      continue;
    }
    const end = runEnd(tokens, k, rule);
    if (end > k + 1 && staysCut(tokens, k, end)) {
      keepCut(out, tokens, k, end);
      pasted = true;
    } else if (end > k + 1) {
      let text = "";
      for (let j = k; j < end; j++) text += tokens[j]!.text;
      retokenise(out, text, token, tokens[end - 1]!, areWords(tokens, k, end) ? "words" : "others");
      pasted = true;
    } else out.push(token);
    k = end;
  }
  // What `%+` made may touch the next token.
  return { tokens: explicit ? pasteTokens(out, "touching").tokens : out, pasted };
}

/** True when there is something to paste, or blanks in a row. */
function hasWork(tokens: readonly Token[], rule: PasteRule): boolean {
  const rules = RULES[rule];
  let before = 0;
  let blank = false;
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]!;
    if (token.kind === "space") {
      if (blank) return true;
      blank = true;
      before = 0;
      continue;
    }
    if (rule === "line" && isPaste(token)) return true;
    blank = false;
    const own = classOf(token);
    for (let r = 0; before !== 0 && r < rules.length; r++) {
      if ((rules[r]![0] & before) === 0) continue;
      if ((rules[r]![1] & own) !== 0) return true;
      break;
    }
    before = own;
  }
  return false;
}

/** Index after the tokens that paste to the one at `at`; `at + 1` when none does. */
function runEnd(tokens: readonly Token[], at: number, rule: PasteRule): number {
  const head = classOf(tokens[at]!);
  let end = at + 1;
  if (head === 0 || end >= tokens.length) return end;
  const rules = RULES[rule];
  for (let r = 0; r < rules.length; r++) {
    if ((rules[r]![0] & head) === 0) continue;
    while (end < tokens.length && (classOf(tokens[end]!) & rules[r]![1]) !== 0) end++;
    return end;
  }
  return end;
}

/** `%+` at index `from`: joins the last token of `out` that is no blank with the next one. At the very end of the line it
 * stays, before nothing but blanks it goes. Answers where to go on. */
function pasteExplicitly(tokens: readonly Token[], from: number, out: Token[]): { at: number; pasted: boolean } {
  let next = from + 1;
  if (next >= tokens.length) {
    out.push(tokens[from]!);
    return { at: next, pasted: false };
  }
  while (next < tokens.length && (tokens[next]!.kind === "space" || isPaste(tokens[next]!))) next++;
  while (out.length > 0 && out[out.length - 1]!.kind === "space") out.pop();
  const right = tokens[next];
  if (right === undefined) return { at: next, pasted: true };
  const left = out.pop();
  if (left === undefined) out.push(right);
  else {
    const parts = left.kind === "identifier" && isWord(right) ? "words" : "others";
    retokenise(out, (left.text + right.text).replaceAll(HIDDEN, ""), left, right, parts);
  }
  return { at: next + 1, pasted: true };
}
