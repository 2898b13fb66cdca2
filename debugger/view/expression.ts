// Reads an expression of the watch pane, a condition or the console into a tree. The language is NASM's where NASM has a
// notation (numbers, sizes, brackets, operators) and C's or gdb's where it has none (comparisons, casts, $rax, &label).
//
//   expression  = or [ "=" or ] [ "," format ]
//   or          = and { "||" and }              and  = compare { "&&" compare }
//   compare     = bits { ("==" | "!=" | "<" | "<=" | ">" | ">=") bits }
//   bits        = shift { ("|" | "^" | "&") shift }
//   shift       = sum { ("<<" | ">>") sum }     sum  = product { ("+" | "-") product }
//   product     = unary { ("*" | "/" | "//" | "%" | "%%") unary }
//   unary       = ("-" | "+" | "~" | "!" | "*" | "&") unary | primary
//   primary     = number | string | name | name "(" expression ")" | "(" expression ")" | [ size ] "[" expression "]" | "$"

export type Operator =
  | "||"
  | "&&"
  | "=="
  | "!="
  | "<"
  | "<="
  | ">"
  | ">="
  | "|"
  | "^"
  | "&"
  | "<<"
  | ">>"
  | "+"
  | "-"
  | "*"
  | "/"
  | "//"
  | "%"
  | "%%";

export type Expression =
  | { readonly kind: "number"; readonly value: bigint }
  | { readonly kind: "string"; readonly bytes: Uint8Array }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "here" }
  | { readonly kind: "memory"; readonly sizeBytes: number; readonly address: Expression }
  | { readonly kind: "unary"; readonly operator: "-" | "+" | "~" | "!" | "*" | "&"; readonly operand: Expression }
  | { readonly kind: "binary"; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "call"; readonly name: string; readonly argument: Expression }
  | { readonly kind: "assign"; readonly target: Expression; readonly value: Expression };

export interface ParsedExpression {
  readonly expression: Expression;
  /** After a comma, as in Visual Studio: x, d, b, s, c, f. */
  readonly format: string;
}

/** What cannot be read, as a sentence for people. */
export class ExpressionError extends Error {}

const SIZES: Readonly<Record<string, number>> = {
  byte: 1,
  word: 2,
  dword: 4,
  qword: 8,
  tword: 10,
  oword: 16,
  yword: 32,
};

const TOKEN =
  /\s*(?:((?:\$?[0-9][\w.]*|\$[0-9]\w*))|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`)|([A-Za-z_.?@$][\w.?@$#~]*(?:\([0-7]\))?)|(\|\||&&|==|!=|<=|>=|<<|>>|\/\/|%%|[-+*/%&|^~!<>=()[\],]))/y;

interface Token {
  readonly kind: "number" | "string" | "name" | "symbol";
  readonly text: string;
}

const MAX_LENGTH = 4096;
const MAX_DEPTH = 100;

function tokenize(text: string): Token[] {
  if (text.length > MAX_LENGTH) throw new ExpressionError("the expression is too long");
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  const source = text.trimEnd();
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex;
    const match = pattern.exec(source);
    if (!match) throw new ExpressionError(`cannot read "${source.slice(at).trim().slice(0, 20)}"`);
    const [, number, string, name, symbol] = match;
    if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (string !== undefined) tokens.push({ kind: "string", text: string });
    else if (name !== undefined && isStackRegister(name)) tokens.push({ kind: "name", text: name });
    else if (name?.endsWith(")")) {
      tokens.push({ kind: "name", text: name.slice(0, -3) }, { kind: "symbol", text: "(" });
      tokens.push({ kind: "number", text: name.at(-2)! }, { kind: "symbol", text: ")" });
    } else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else tokens.push({ kind: "symbol", text: symbol! });
  }
  return tokens;
}

const isStackRegister = (name: string): boolean => /^\$?st\([0-7]\)$/i.test(name);

/** NASM's integers (manual, 3.4.1): 0x1F, 1Fh, 0h1F, $1F, 0b101, 101b, 0o17, 17o, 17q, 0d9, 9d, with underscores. */
export function parseNumber(text: string): bigint | undefined {
  const plain = text.replaceAll("_", "").toLowerCase();
  const forms: readonly (readonly [RegExp, string])[] = [
    [/^(?:0[xh]|\$)([0-9a-f]+)$/, "0x"],
    [/^0[by]([01]+)$/, "0b"],
    [/^0[oq]([0-7]+)$/, "0o"],
    [/^0[dt](\d+)$/, ""],
    [/^([0-9][0-9a-f]*)[hx]$/, "0x"],
    [/^([01]+)[by]$/, "0b"],
    [/^([0-7]+)[oq]$/, "0o"],
    [/^(\d+)[dt]?$/, ""],
  ];
  for (const [pattern, prefix] of forms) {
    const digits = pattern.exec(plain)?.[1];
    if (digits !== undefined) return BigInt(prefix + digits);
  }
  return undefined;
}

const ESCAPES: Readonly<Record<string, number>> = { n: 10, t: 9, r: 13, "0": 0, a: 7, b: 8, e: 27, f: 12, v: 11 };

/** The bytes between quotes: C's escapes in all three kinds, since people type them. */
export function parseString(text: string): Uint8Array {
  const inner = text.slice(1, -1);
  const bytes: number[] = [];
  for (let k = 0; k < inner.length; k++) {
    const rest = inner.slice(k);
    const hex = /^\\x([0-9a-fA-F]{1,2})/.exec(rest);
    if (hex) {
      bytes.push(Number.parseInt(hex[1]!, 16));
      k += hex[0].length - 1;
    } else if (inner[k] === "\\" && k + 1 < inner.length) {
      k++;
      bytes.push(ESCAPES[inner[k]!] ?? inner.charCodeAt(k));
    } else {
      const character = String.fromCodePoint(inner.codePointAt(k)!);
      bytes.push(...new TextEncoder().encode(character));
      k += character.length - 1;
    }
  }
  return Uint8Array.from(bytes);
}

const LEVELS: readonly (readonly Operator[])[] = [
  ["||"],
  ["&&"],
  ["==", "!=", "<", "<=", ">", ">="],
  ["|"],
  ["^"],
  ["&"],
  ["<<", ">>"],
  ["+", "-"],
  ["*", "/", "//", "%", "%%"],
];

class Parser {
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  #peek(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === "symbol" && token.text === text;
  }

  #accept(text: string): boolean {
    if (!this.#peek(text)) return false;
    this.#at++;
    return true;
  }

  #expect(text: string): void {
    if (this.#accept(text)) return;
    throw new ExpressionError(`"${text}" is missing${this.#nextText()}`);
  }

  #nextText(): string {
    const token = this.#tokens[this.#at];
    return token ? ` before "${token.text}"` : " at the end";
  }

  whole(): ParsedExpression {
    const target = this.#level(0);
    const expression: Expression = this.#accept("=") ? { kind: "assign", target, value: this.#level(0) } : target;
    let format = "";
    if (this.#accept(",")) format = this.#tokens[this.#at++]?.text ?? "";
    if (this.#at < this.#tokens.length) throw new ExpressionError(`unexpected "${this.#tokens[this.#at]!.text}"`);
    return { expression, format };
  }

  #level(level: number): Expression {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.#level(level + 1);
    for (;;) {
      const operator = operators.find((candidate) => this.#peek(candidate));
      if (!operator) return left;
      this.#at++;
      left = { kind: "binary", operator, left, right: this.#level(level + 1) };
    }
  }

  #unary(): Expression {
    if (++this.#depth > MAX_DEPTH) throw new ExpressionError("the expression is nested too deeply");
    const operator = (["-", "+", "~", "!", "*", "&"] as const).find((candidate) => this.#accept(candidate));
    const result: Expression = operator ? { kind: "unary", operator, operand: this.#unary() } : this.#primary();
    this.#depth--;
    return result;
  }

  #primary(): Expression {
    if (this.#accept("(")) {
      const inner = this.#level(0);
      this.#expect(")");
      return inner;
    }
    if (this.#accept("[")) return this.#memory(0);
    const token = this.#tokens[this.#at];
    if (!token || token.kind === "symbol") throw new ExpressionError(`a value is missing${this.#nextText()}`);
    this.#at++;
    if (token.kind === "string") return { kind: "string", bytes: parseString(token.text) };
    if (token.kind === "number") {
      const value = parseNumber(token.text);
      if (value === undefined) throw new ExpressionError(`"${token.text}" is not a number`);
      return { kind: "number", value };
    }
    return this.#named(token.text);
  }

  #named(text: string): Expression {
    if (text === "$") return { kind: "here" };
    const size = SIZES[text.toLowerCase()];
    if (size !== undefined) {
      if (this.#tokens[this.#at]?.text.toLowerCase() === "ptr") this.#at++;
      this.#expect("[");
      return this.#memory(size);
    }
    if (this.#accept("(")) {
      const argument = this.#level(0);
      this.#expect(")");
      return { kind: "call", name: text.toLowerCase(), argument };
    }
    return { kind: "name", name: text };
  }

  #memory(sizeBytes: number): Expression {
    while (/^(rel|abs)$/i.test(this.#tokens[this.#at]?.text ?? "")) this.#at++;
    const address = this.#level(0);
    this.#expect("]");
    return { kind: "memory", sizeBytes, address };
  }
}

/** @throws {ExpressionError} with a sentence for the person who typed it. */
export function parseExpression(text: string): ParsedExpression {
  const tokens = tokenize(text);
  if (tokens.length === 0) throw new ExpressionError("the expression is empty");
  return new Parser(tokens).whole();
}
