// Pasting: `%+` joins the tokens beside it, and names that came to stand side by side become one name.

import { lexText } from "./lexer.ts";
import type { Token } from "./token.ts";

/** "line": after single-line expansion, with `%+`; names and context names take what touches them.
 * "touching": the same without `%+`.
 * "parameters": after `%1` and the like were replaced; names take numbers and operators too, numbers take numbers. */
export type PasteRule = "line" | "touching" | "parameters";

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

/** Tokens of joined text, standing where its first part stood. */
function retokenise(text: string, first: Token, last: Token): readonly Token[] {
  const together = first.source === last.source && first.start <= last.end;
  const origin = {
    source: first.source,
    start: first.start,
    end: together ? Math.max(first.end, last.end) : first.end,
    exact: false,
  };
  const { tokens } = lexText(text, 0, text.length, origin);
  return first.expansion ? tokens.map((token) => ({ ...token, expansion: first.expansion! })) : tokens;
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
    if (end > k + 1) {
      let text = "";
      for (let j = k; j < end; j++) text += tokens[j]!.text;
      out.push(...retokenise(text, token, tokens[end - 1]!));
      pasted = true;
    } else out.push(token);
    k = end;
  }
  // What `%+` made may touch the next token.
  return { tokens: explicit ? pasteTokens(out, "touching").tokens : out, pasted };
}

/** True when there is something to paste, or blanks in a row. */
function hasWork(tokens: readonly Token[], rule: PasteRule): boolean {
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]!;
    if (rule === "line" && isPaste(token)) return true;
    if (token.kind === "space" && tokens[k + 1]?.kind === "space") return true;
    if (runEnd(tokens, k, rule) > k + 1) return true;
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
  else out.push(...retokenise(left.text + right.text, left, right));
  return { at: next + 1, pasted: true };
}
