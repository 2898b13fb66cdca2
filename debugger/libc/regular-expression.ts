// Regular expressions of POSIX, basic and extended, as a tree. Takes a pattern's text and regcomp's flags, gives the tree or
// the number of regcomp's error. Texts are bytes in the "C" locale, and what glibc adds (\w, \<, \+ in basic ones, references
// back in extended ones) is there.
// Source: POSIX.1-2017, Base Definitions 9; regex(7) and the glibc manual for the additions and for what is an error.

export const FLAG = { extended: 1, ignoreCase: 2, newline: 4, noSubmatches: 8 } as const;

/** regcomp's and regexec's errors. */
export const REGEX_ERROR = {
  noMatch: 1,
  badPattern: 2,
  collation: 3,
  className: 4,
  escape: 5,
  reference: 6,
  bracket: 7,
  parenthesis: 8,
  brace: 9,
  braceContent: 10,
  range: 11,
  space: 12,
  repetition: 13,
  size: 15,
} as const;

export type Anchor = "line-start" | "line-end" | "start" | "end" | "word-start" | "word-end" | "word-edge" | "no-edge";

/** Nodes are compared by identity: what is repeated stands in the tree several times as one object. */
export type Node =
  | { readonly kind: "empty" }
  /** One byte of those whose entry is 1. */
  | { readonly kind: "set"; readonly bytes: Uint8Array }
  | { readonly kind: "anchor"; readonly anchor: Anchor }
  | { readonly kind: "sequence"; readonly first: Node; readonly second: Node }
  /** `follows`: the same expression stood in front of it, so nothing is gained by a round that takes nothing. */
  | { readonly kind: "choice"; readonly first: Node; readonly second: Node; readonly follows?: true }
  | { readonly kind: "star"; readonly of: Node; readonly follows?: true }
  | { readonly kind: "group"; readonly number: number; readonly of: Node }
  | { readonly kind: "reference"; readonly number: number };

export interface RegularExpression {
  readonly tree: Node;
  readonly groups: number;
  readonly hasReferences: boolean;
  readonly flags: number;
}

/** Repetitions that glibc takes (RE_DUP_MAX), and nodes that they may make here. */
const REPEAT_MAX = 0x7fff;
const NODES_MAX = 100_000;
const NESTING_MAX = 250;

const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[0-9A-Za-z]/,
  alpha: /[A-Za-z]/,
  blank: /[ \t]/,
  cntrl: /[^ -~\x80-\xff]/,
  digit: /[0-9]/,
  graph: /[!-~]/,
  lower: /[a-z]/,
  print: /[ -~]/,
  punct: /[!-/:-@[-`{-~]/,
  space: /[ \t-\r]/,
  upper: /[A-Z]/,
  xdigit: /[0-9A-Fa-f]/,
};
const WORD = /[0-9A-Za-z_]/;

const EMPTY: Node = { kind: "empty" };
const NEWLINE = 10;

/** A pattern that cannot be: caught by parseExpression. */
class BadPattern {
  readonly code: number;
  constructor(code: number) {
    this.code = code;
  }
}

type Token =
  | { readonly kind: "end" | "alternative" | "open" | "close" | "star" | "plus" | "question" | "brace" | "bracket" }
  | { readonly kind: "set"; readonly bytes: Uint8Array }
  | { readonly kind: "anchor"; readonly anchor: Anchor }
  | { readonly kind: "reference"; readonly number: number };

interface Parsing {
  readonly pattern: string;
  readonly flags: number;
  readonly isExtended: boolean;
  at: number;
  token: Token;
  /** Where the token begins. */
  start: number;
  groups: number;
  readonly closed: Set<number>;
  hasReferences: boolean;
  nodes: number;
}

const anchors: Readonly<Record<string, Anchor>> = {
  "<": "word-start",
  ">": "word-end",
  b: "word-edge",
  B: "no-edge",
  "`": "start",
  "'": "end",
};

function setOf(test: (character: string) => boolean): Uint8Array {
  const bytes = new Uint8Array(256);
  for (let k = 0; k < 256; k++) if (test(String.fromCharCode(k))) bytes[k] = 1;
  return bytes;
}

/** One character, in both cases if they are the same. */
function literal({ flags }: Parsing, character: string): Token {
  const bytes = setOf((one) => one === character);
  if (flags & FLAG.ignoreCase) addCases(bytes);
  return { kind: "set", bytes };
}

function addCases(bytes: Uint8Array): void {
  for (let k = 65; k <= 90; k++) {
    const either = bytes[k]! | bytes[k + 32]!;
    bytes[k] = either;
    bytes[k + 32] = either;
  }
}

const anyCharacter = ({ flags }: Parsing): Token => ({
  kind: "set",
  bytes: setOf((one) => one !== "\0" && !(flags & FLAG.newline && one === "\n")),
});

/** What stands for itself in one kind and needs a backslash in the other. */
const OPERATORS: Readonly<Record<string, "alternative" | "open" | "close" | "plus" | "question" | "brace">> = {
  "|": "alternative",
  "(": "open",
  ")": "close",
  "+": "plus",
  "?": "question",
  "{": "brace",
};

function escapedToken(parsing: Parsing, character: string | undefined): Token {
  if (character === undefined) throw new BadPattern(REGEX_ERROR.escape);
  const operator = OPERATORS[character];
  if (operator !== undefined && !parsing.isExtended) return { kind: operator };
  if (/[1-9]/.test(character)) return { kind: "reference", number: Number(character) };
  const anchor = anchors[character];
  if (anchor !== undefined) return { kind: "anchor", anchor };
  if (/[wW]/.test(character)) return { kind: "set", bytes: setOf((one) => WORD.test(one) === (character === "w")) };
  if (/[sS]/.test(character))
    return { kind: "set", bytes: setOf((one) => CLASSES.space!.test(one) === (character === "s")) };
  return literal(parsing, character);
}

/** In a basic expression "^" and "$" are anchors only where something begins or ends. */
function isAnchor({ pattern, isExtended }: Parsing, at: number, place: "beginning" | "other"): boolean {
  if (isExtended) return true;
  if (pattern[at] === "^") return at === 0 || place === "beginning";
  return at + 1 === pattern.length || /^\\[|)]/.test(pattern.slice(at + 1, at + 3));
}

/** @param place "beginning" behind "\(" and "\|" */
function advance(parsing: Parsing, place: "beginning" | "other" = "other"): void {
  const { pattern, at } = parsing;
  const character = pattern[at];
  parsing.start = at;
  parsing.at = at + 1;
  if (character === undefined) parsing.token = { kind: "end" };
  else if (character === "\\") {
    parsing.at = at + 2;
    parsing.token = escapedToken(parsing, pattern[at + 1]);
  } else if ((character === "^" || character === "$") && isAnchor(parsing, at, place))
    parsing.token = { kind: "anchor", anchor: character === "^" ? "line-start" : "line-end" };
  else if (character === "*") parsing.token = { kind: "star" };
  else if (character === "[") parsing.token = { kind: "bracket" };
  else if (character === ".") parsing.token = anyCharacter(parsing);
  else {
    const operator = parsing.isExtended ? OPERATORS[character] : undefined;
    parsing.token = operator === undefined ? literal(parsing, character) : { kind: operator };
  }
}

function made<T extends Node>(parsing: Parsing, node: T): T {
  if (++parsing.nodes > NODES_MAX) throw new BadPattern(REGEX_ERROR.space);
  return node;
}

function choices(parsing: Parsing, depth: number): Node {
  if (depth > NESTING_MAX) throw new BadPattern(REGEX_ERROR.space);
  let tree = branch(parsing, depth);
  while (parsing.token.kind === "alternative") {
    advance(parsing, "beginning");
    tree = made(parsing, { kind: "choice", first: tree, second: branch(parsing, depth) });
  }
  return tree;
}

function branch(parsing: Parsing, depth: number): Node {
  const parts: Node[] = [];
  for (;;) {
    const { kind } = parsing.token;
    if (kind === "end" || kind === "alternative" || (kind === "close" && depth > 0)) break;
    parts.push(expression(parsing, depth));
  }
  return parts.reduceRight<Node>(
    (second, first) => (second === EMPTY ? first : made(parsing, { kind: "sequence", first, second })),
    EMPTY,
  );
}

function expression(parsing: Parsing, depth: number): Node {
  const { token, isExtended } = parsing;
  if (token.kind === "anchor") {
    // Nothing repeats an anchor: what follows begins anew.
    advance(parsing);
    return made(parsing, token);
  }
  let tree = atom(parsing, depth);
  for (;;) {
    const repeated = repetition(parsing, tree);
    if (repeated === undefined) return tree;
    tree = repeated;
    const next = parsing.token.kind;
    if (!isExtended && (next === "star" || next === "brace")) throw new BadPattern(REGEX_ERROR.repetition);
  }
}

function atom(parsing: Parsing, depth: number): Node {
  const { token, isExtended, pattern } = parsing;
  switch (token.kind) {
    case "set":
      advance(parsing);
      return made(parsing, token);
    case "reference":
      if (!parsing.closed.has(token.number)) throw new BadPattern(REGEX_ERROR.reference);
      parsing.hasReferences = true;
      advance(parsing);
      return made(parsing, token);
    case "open":
      return group(parsing, depth);
    case "bracket": {
      const bytes = bracket(parsing);
      advance(parsing);
      return made(parsing, { kind: "set", bytes });
    }
    case "close":
      if (!isExtended) throw new BadPattern(REGEX_ERROR.parenthesis);
      break;
    default:
      if (isExtended || token.kind === "brace") throw new BadPattern(REGEX_ERROR.repetition);
  }
  // An operator where there is nothing for it stands for itself.
  const alone = literal(parsing, pattern[parsing.at - 1]!);
  advance(parsing);
  return made(parsing, alone as Node);
}

function group(parsing: Parsing, depth: number): Node {
  const number = ++parsing.groups;
  advance(parsing, "beginning");
  const of = parsing.token.kind === "close" ? EMPTY : choices(parsing, depth + 1);
  if (parsing.token.kind !== "close") throw new BadPattern(REGEX_ERROR.parenthesis);
  if (number <= 9) parsing.closed.add(number);
  advance(parsing);
  return made(parsing, { kind: "group", number, of });
}

/** `*`, `+`, `?`, `{2,5}` behind an expression; undefined where there is none. */
function repetition(parsing: Parsing, of: Node): Node | undefined {
  const { kind } = parsing.token;
  if (kind === "star" || kind === "plus" || kind === "question") {
    advance(parsing);
    if (kind === "question") return made(parsing, { kind: "choice", first: of, second: EMPTY });
    return kind === "star"
      ? made(parsing, { kind: "star", of })
      : made(parsing, { kind: "sequence", first: of, second: { kind: "star", of, follows: true } });
  }
  if (kind !== "brace") return undefined;
  const rest = parsing.pattern.slice(parsing.at);
  const found = /^(\d*)(?:(,)(\d*))?/.exec(rest)!;
  const [whole, low = "", comma, high = ""] = found;
  const close = parsing.isExtended ? "}" : "\\}";
  if (low === "" && comma === undefined && whole.length < rest.length) throw new BadPattern(REGEX_ERROR.braceContent);
  if (!rest.startsWith(close, whole.length))
    throw new BadPattern(whole.length >= rest.length ? REGEX_ERROR.brace : REGEX_ERROR.braceContent);
  const least = Number(low);
  const most = comma === undefined ? least : high === "" ? Number.POSITIVE_INFINITY : Number(high);
  if (most < least) throw new BadPattern(REGEX_ERROR.braceContent);
  if (Math.max(least, Number.isFinite(most) ? most : 0) > REPEAT_MAX) throw new BadPattern(REGEX_ERROR.size);
  parsing.at += whole.length + close.length;
  advance(parsing);
  return times(parsing, of, least, most);
}

function times(parsing: Parsing, of: Node, least: number, most: number): Node {
  let tree: Node = EMPTY;
  if (most === Number.POSITIVE_INFINITY)
    tree = made(parsing, { kind: "star", of, ...(least > 0 ? { follows: true } : {}) });
  else {
    for (let k = least; k < most; k++) {
      const first: Node = tree === EMPTY ? of : made(parsing, { kind: "sequence", first: of, second: tree });
      const isFirst = least === 0 && k === most - 1;
      tree = made(parsing, { kind: "choice", first, second: EMPTY, ...(isFirst ? {} : { follows: true }) });
    }
  }
  for (let k = 0; k < least; k++)
    tree = tree === EMPTY ? of : made(parsing, { kind: "sequence", first: of, second: tree });
  return tree;
}

// ---- brackets

/** `[...]`; `parsing.at` stands behind the "[". */
function bracket(parsing: Parsing): Uint8Array {
  const { pattern, flags } = parsing;
  const bytes = new Uint8Array(256);
  const inverted = pattern[parsing.at] === "^";
  if (inverted) parsing.at++;
  if (parsing.at >= pattern.length) throw new BadPattern(REGEX_ERROR.badPattern);
  for (let isFirst = true; isFirst || pattern[parsing.at] !== "]"; isFirst = false) {
    // A minus that is neither first nor last would be in the middle of two ranges.
    const next = pattern[parsing.at + 1];
    if (!isFirst && pattern[parsing.at] === "-" && next !== undefined && next !== "]")
      throw new BadPattern(REGEX_ERROR.range);
    const low = bracketElement(parsing);
    const isRange = pattern[parsing.at] === "-" && parsing.at + 1 < pattern.length && pattern[parsing.at + 1] !== "]";
    if (!isRange) {
      if (typeof low === "string") bytes[low.charCodeAt(0)] = 1;
      else
        for (let k = 0; k < 256; k++) {
          if (low.test(String.fromCharCode(k))) bytes[k] = 1;
        }
      continue;
    }
    parsing.at++;
    const high = bracketElement(parsing);
    if (typeof low !== "string" || typeof high !== "string" || low > high) throw new BadPattern(REGEX_ERROR.range);
    bytes.fill(1, low.charCodeAt(0), high.charCodeAt(0) + 1);
  }
  parsing.at++;
  if (flags & FLAG.ignoreCase) addCases(bytes);
  if (!inverted) return bytes;
  const rest = bytes.map((one) => 1 - one);
  rest[0] = 0;
  if (flags & FLAG.newline) rest[NEWLINE] = 0;
  return rest;
}

/** A character, or a class. */
function bracketElement(parsing: Parsing): string | RegExp {
  const { pattern, at } = parsing;
  const character = pattern[at];
  if (character === undefined) throw new BadPattern(REGEX_ERROR.bracket);
  const mark = pattern[at + 1];
  if (character !== "[" || mark === undefined || !":=.".includes(mark)) {
    parsing.at = at + 1;
    return character;
  }
  const end = pattern.indexOf(`${mark}]`, at + 2);
  if (end < 0) throw new BadPattern(REGEX_ERROR.bracket);
  const name = pattern.slice(at + 2, end);
  parsing.at = end + 2;
  if (mark !== ":") {
    if (name.length !== 1) throw new BadPattern(REGEX_ERROR.collation);
    return mark === "." ? name : new RegExp(`[\\x${name.charCodeAt(0).toString(16).padStart(2, "0")}]`);
  }
  const found = Object.hasOwn(CLASSES, name) ? CLASSES[name] : undefined;
  if (found === undefined) throw new BadPattern(REGEX_ERROR.className);
  return parsing.flags & FLAG.ignoreCase && /^(upper|lower)$/.test(name) ? CLASSES.alpha! : found;
}

/** @returns the expression, or the number of regcomp's error. */
export function parseExpression(pattern: string, flags: number): RegularExpression | number {
  const parsing: Parsing = {
    ...{ pattern, flags, isExtended: (flags & FLAG.extended) !== 0 },
    ...{ at: 0, start: 0, token: { kind: "end" }, groups: 0, closed: new Set(), hasReferences: false, nodes: 0 },
  };
  try {
    advance(parsing);
    const tree = choices(parsing, 0);
    return { tree, groups: parsing.groups, hasReferences: parsing.hasReferences, flags };
  } catch (error) {
    if (error instanceof BadPattern) return error.code;
    throw error;
  }
}
