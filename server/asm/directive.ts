// The primitive directives in brackets: [section …], [bits …], [global …] and so on. What users write without brackets
// arrives here through the standard macros.
// Source: NASM manual, chapter 6 "Assembler Directives", 7.1 "bin", 7.9 "elf32, elf64, elfx32".

import { flatSection } from "./flat-section.ts";
import type { FloatMode } from "./float.ts";
import type { PassScope } from "./layout.ts";
import { isIdentifier, lexText, tokensToText } from "./lexer.ts";
import { readInteger, readLeadingInteger } from "./literal.ts";
import { evaluateOuter } from "./outer-expression.ts";
import { placeAt } from "./place.ts";
import { layPragma } from "./pragma.ts";
import { elfSection, type SectionEntry } from "./section-table.ts";
import { complain, type State, settleManner } from "./state.ts";
import { settleSymbol } from "./symbol-special.ts";
import { declareSymbol, defineSymbol, fullName, type SymbolKind } from "./symbol-table.ts";
import type { Line } from "./token.ts";
import * as v from "./vector.ts";
import { applyWarningWord, popWarnings, pushWarnings } from "./warning.ts";

/** A directive taken apart, the same in every pass: its word, its text, and the tokens of the text. */
export interface Directive {
  readonly word: string;
  readonly value: string;
  /** Index of the directive's word and of the first token behind it; index of the closing bracket. */
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

type Handler = (state: State, directive: Directive, scope: PassScope) => void;

const firstWord = (line: Line): number => {
  let at = 0;
  while (line.tokens[at]?.kind === "space") at++;
  return at;
};

/** Whether a line is a directive in brackets. */
export function isDirective(line: Line): boolean {
  return line.tokens[firstWord(line)]?.text === "[";
}

const isBlank = (character: string): boolean => character.trim() === "";

/** What stands in front of the first blank, or of `stop`. */
function wordOf(text: string, stop?: string): string {
  let end = 0;
  while (end < text.length && text[end] !== stop && !isBlank(text[end]!)) end++;
  return text.slice(0, end);
}

/** Takes a directive line apart; undefined when it is not closed. */
export function readDirective(line: Line): Directive | undefined {
  const { tokens } = line;
  // A quote that nothing closes takes the bracket in, for the lexer; NASM looks for it in the text.
  const to = tokens.findIndex(({ kind, text }) => text === "]" || (kind === "other" && text.includes("]")));
  if (to < 0) return undefined;
  let at = firstWord(line) + 1;
  while (tokens[at]?.kind === "space") at++;
  const last = tokens[to]!.text;
  const text = tokensToText(tokens, at, to) + last.slice(0, last.indexOf("]"));
  const word = wordOf(text);
  let from = at;
  for (let length = 0; from < to && length < word.length; from++) length += tokens[from]!.text.length;
  while (from < to && tokens[from]!.kind === "space") from++;
  return { word, value: text.slice(word.length).trim(), at, from, to };
}

/** Obeys the directive of the current line. */
export function layDirective(state: State, directive: Directive | undefined, scope: PassScope): void {
  if (!directive) {
    refuse(state, "invalid directive line", firstWord(state.line), state.line.tokens.length);
    return;
  }
  const { word, at, to } = directive;
  scope.critical = state.reporter.pass === "first" ? " before use" : "";
  const key = word.toLowerCase();
  const handler = handlers[key];
  const flat = state.options.format === "bin";
  if (!handler || (flat ? elfOnly : flatOnly).has(key)) {
    refuse(state, `unrecognized directive [${word}]`, at, to);
    return;
  }
  handler(state, directive, scope);
  if (changesManner.has(key)) settleManner(state);
}

const changesManner = new Set(["bits", "cpu", "default", "float"]);
const elfOnly = new Set(["osabi"]);
const flatOnly = new Set(["org", "map"]);

function refuse(state: State, message: string, from: number, to: number, code = "directive"): void {
  complain(state, { severity: "error", code, message }, from, to);
}

const handlers: Readonly<Record<string, Handler>> = {
  section: laySection,
  segment: laySection,
  sectalign: laySectionAlignment,
  bits: layBits,
  default: layDefault,
  global: (state, directive, scope) => layDeclaration(state, directive, "global", scope),
  static: (state, directive, scope) => layDeclaration(state, directive, "static", scope),
  extern: (state, directive, scope) => layDeclaration(state, directive, "extern", scope),
  required: (state, directive, scope) => layDeclaration(state, directive, "required", scope),
  common: (state, directive, scope) => layDeclaration(state, directive, "common", scope),
  absolute: layAbsolute,
  org: layOrigin,
  cpu: layCpu,
  float: layFloat,
  warning: layWarning,
  list: layList,
  osabi: layOsabi,
  map: layMap,
  debug: () => {},
  pragma: layPragma,
};

function laySection(state: State, { value, at, to }: Directive, scope: PassScope): void {
  const { sections, symbols, reporter } = state;
  const known = state.options.format === "bin" ? undefined : sections.byName.get(value);
  if (known) {
    // Back to a section, as most of these directives are.
    state.section = known;
    return;
  }
  const place = placeAt(state.line, at, to);
  if (state.options.format === "bin") {
    state.section = flatSection(sections, symbols, value, reporter, place, (text) => readValue(state, text, scope));
    return;
  }
  const section = elfSection(sections, symbols, value, reporter, place);
  if (section) state.section = section;
}

/** A number from text that is no token of the line any more (`align=(1 << 4)`). */
function readValue(state: State, text: string, scope: PassScope) {
  const { span } = state.line;
  const { tokens } = lexText(text, 0, text.length, { ...span, exact: false }, "plain");
  const vector = evaluateOuter(state, tokens, 0, scope);
  return vector && { simple: v.isSimple(vector), value: v.numberOf(vector) };
}

/** The expression behind a directive's word. */
function readOperand(state: State, { from, to }: Directive, scope: PassScope): v.Vector | undefined {
  return evaluateOuter(state, state.line.tokens.slice(0, to), from, scope);
}

/** The default section is not there before something is in it, and cannot be aligned then. */
const isListed = (state: State, section: SectionEntry): boolean => state.sections.byName.has(section.name);

function laySectionAlignment(state: State, directive: Directive, scope: PassScope): void {
  if (directive.value === "") return;
  const vector = readOperand(state, directive, scope);
  if (!vector) return;
  const alignment = vector[0]?.value ?? 0n;
  const { at, to } = directive;
  // NASM takes the quotes off a string where it stands; what is left of the line ends there.
  const value = directive.value.replace(/^"([^"]*)".*$|^'([^']*)'.*$/, "$1$2");
  if (alignment <= 0n || (alignment & (alignment - 1n)) !== 0n) {
    refuse(state, `segment alignment \`${value}' is not power of two`, at, to);
  } else if (alignment > 0x7fffffffn) {
    const power = alignment.toString(2).length - 1;
    refuse(state, `absurdly large segment alignment \`${value}' (2^${power})`, at, to);
  } else if (state.section && isListed(state, state.section)) {
    const { section } = state;
    // In flat binaries the default is for sections without an alignment of their own.
    const least = state.options.format === "bin" && !section.alignmentKnown ? 0 : section.alignment;
    section.alignment = Math.max(least, Number(alignment));
    section.alignmentKnown = true;
  }
}

function layBits(state: State, { value, at, to }: Directive): void {
  const bits = Number.parseInt(value, 10);
  const level = levelNumber(state.cpu);
  if (bits === 16 || (bits === 32 && level >= 3) || (bits === 64 && level >= 10)) {
    state.bits = bits;
    return;
  }
  state.bits = 16;
  if (bits === 32) refuse(state, "cannot specify 32-bit segment on processor below a 386", at, to);
  else if (bits === 64) refuse(state, "cannot specify 64-bit segment on processor below an x86-64", at, to);
  else refuse(state, `\`${value}' is not a valid segment size; must be 16, 32 or 64`, at, to);
}

function layDefault(state: State, { word, value, at, to }: Directive): void {
  const [choice = ""] = /^[\w.$@?#~]*/.exec(value.toLowerCase())!;
  if (choice === "rel" || choice === "abs") state.defaultRelative = choice === "rel";
  else if (choice === "bnd" || choice === "nobnd") state.defaultBnd = choice === "bnd";
  else refuse(state, `invalid parameter to [${word}] directive`, at, to);
}

/** `[global name size:special]` and its kin. */
function layDeclaration(
  state: State,
  { word, value, at, to, from }: Directive,
  kind: SymbolKind,
  scope: PassScope,
): void {
  const text = value.startsWith("$") ? value.slice(1) : value;
  const name = wordOf(text, ":");
  const fail = (message: string) => refuse(state, message, at, to);
  if (!isIdentifier(name)) {
    fail(`identifier expected after ${word}, got \`${text}'`);
    return;
  }
  const rest = text.slice(name.length);
  const colon = rest.indexOf(":");
  const before = (colon < 0 ? rest : rest.slice(0, colon)).trimStart();
  const special = colon < 0 ? undefined : rest.slice(colon + 1).trim();
  // A blank behind the name begins a size, were it an empty one: `global foo : function` is refused.
  const spaced = rest !== "" && isBlank(rest[0]!);
  let size = 0n;
  if (kind === "common") {
    const read = readLeadingInteger(before);
    if (read === undefined) fail(`${spaced ? "invalid" : "no"} size specified in common declaration`);
    else size = BigInt.asIntN(32, read);
  } else if (spaced) fail(`invalid syntax in ${word} declaration`);
  const place = placeAt(state.line, from, to);
  if (!declareSymbol(state.symbols, name, kind, special, state.reporter, place)) return;
  if (kind === "global" || kind === "static") return;
  // A second `extern` of a name that is used is nothing new; of others, and of `common`, it is warned.
  const known = state.symbols.byName.get(fullName(state.symbols, name));
  if (kind === "extern" && known?.defined === state.symbols.passNumber && known.used > 0) return;
  const definition = { segment: "outside", offset: size, by: "declaration" } as const;
  settleSymbol(state, defineSymbol(state.symbols, name, definition, state.reporter, state.line, from), scope);
}

function layAbsolute(state: State, directive: Directive, scope: PassScope): void {
  const vector = readOperand(state, directive, scope);
  const { at, to } = directive;
  if (!vector) {
    if (state.reporter.pass === "first") state.absoluteOffset = 0x100n;
    else refuse(state, "invalid ABSOLUTE address", at, to);
  } else if (!v.isRelocatable(vector, scope.segment)) {
    refuse(state, "cannot use non-relocatable expression as ABSOLUTE address", at, to);
  } else {
    state.absoluteSegment = v.segmentOf(vector);
    state.absoluteOffset = v.numberOf(vector);
  }
  state.section = undefined;
}

function layOrigin(state: State, directive: Directive, scope: PassScope): void {
  const vector = readOperand(state, directive, scope);
  const fail = (message: string) => refuse(state, message, directive.at, directive.to);
  if (!vector) {
    fail("No or invalid offset specified in ORG directive.");
    return;
  }
  if (!v.isSimple(vector)) {
    fail("org value must be a critical expression");
    return;
  }
  const origin = BigInt.asUintN(64, v.numberOf(vector));
  if (state.origin !== undefined && state.origin !== origin) {
    fail("program origin redefined");
    return;
  }
  state.origin = origin;
}

/** `[map all file]`: what stands behind another one adds to it. */
function layMap(state: State, { value, at, to }: Directive): void {
  const parts = new Set(state.map?.parts ?? []);
  let file = state.map?.file;
  const words = value.split(/[\s,]+/).filter((word) => word !== "");
  for (const word of words) {
    const known = word.toLowerCase();
    if (known === "all") for (const part of ["brief", "sections", "symbols"] as const) parts.add(part);
    else if (known === "brief") parts.add("brief");
    else if (known === "sections" || known === "segments")
      for (const part of ["brief", "sections"] as const) parts.add(part);
    else if (known === "symbols") parts.add("symbols");
    else if (file === undefined) file = word;
    else if (state.reporter.pass === "first") {
      complain(state, { severity: "warning", code: "other", message: "map file already specified" }, at, to);
    }
  }
  if (parts.size === 0) parts.add("brief");
  state.map = { parts: [...parts], file };
}

/** Levels that code can be limited to, as the encoder knows them, and the names `cpu` accepts for them. */
const LEVELS = "8086 186 286 386 486 pent p6 katmai willamette prescott x64 nehalem westmere sandybridge".split(" ");
const CPU_NAMES: Readonly<Record<string, string>> = {
  586: "pent",
  pentium: "pent",
  686: "p6",
  ppro: "p6",
  pentiumpro: "p6",
  p2: "p6",
  p3: "katmai",
  p4: "willamette",
  "x86-64": "x64",
};
/** Names of everything; "any" and "all" bring the late VEX forms too. */
const UNLIMITED = ["any", "all", "default", "ia64", "ia-64", "itanium", "itanic", "merced"];
const ENCODINGS = ["latevex", "evex", "vex"] as const;
const cpuWords = [...LEVELS, ...Object.keys(CPU_NAMES), ...UNLIMITED, "none", ...ENCODINGS];

function levelNumber(cpu: string | undefined): number {
  return cpu === undefined ? LEVELS.length : LEVELS.indexOf(cpu);
}

function layCpu(state: State, { value, at, to }: Directive): void {
  for (const text of value.split(/[\s,]+/)) {
    const [, sign = "", word] = /^((?:[-+*]|no(?!ne$))?)(.*)$/i.exec(text)!;
    if (!word) continue;
    // NASM compares as many letters as were written.
    const known = cpuWords.find((candidate) => candidate.startsWith(word.toLowerCase()));
    if (known === undefined) {
      refuse(state, `unknown CPU type or flag '${word}'`, at, to);
      return;
    }
    takeCpuWord(state, known, sign.toLowerCase() === "no" || sign === "-" ? "barred" : "allowed");
  }
}

function takeCpuWord(state: State, word: string, sense: "allowed" | "barred"): void {
  const encoding = ENCODINGS.find((known) => known === word);
  if (encoding) {
    const usual = { vex: "allowed", evex: "allowed", latevex: "barred" } as const;
    state.encodings = { ...usual, ...state.encodings, [encoding]: sense };
    return;
  }
  const everything = word === "any" || word === "all";
  state.encodings = everything ? { vex: "allowed", evex: "allowed", latevex: "allowed" } : undefined;
  if (word === "none") state.cpu = LEVELS[0];
  else state.cpu = UNLIMITED.includes(word) ? undefined : (CPU_NAMES[word] ?? word);
}

const ROUNDINGS = ["near", "up", "down", "zero"] as const;

function layFloat(state: State, { value, at, to }: Directive): void {
  const word = value.toLowerCase();
  const rounding: FloatMode["rounding"] | undefined = ROUNDINGS.find((known) => known === word);
  if (rounding) state.floatMode = { ...state.floatMode, rounding };
  else if (word === "daz") state.floatMode = { ...state.floatMode, denormals: "zero" };
  else if (word === "nodaz") state.floatMode = { ...state.floatMode, denormals: "keep" };
  else if (word === "default") state.floatMode = { rounding: "near", denormals: "keep" };
  else refuse(state, `unknown 'float' directive: ${value}`, at, to);
}

function layWarning(state: State, { value, at, to }: Directive): void {
  const { warnings } = state.reporter;
  const word = value.toLowerCase();
  if (word === "push") pushWarnings(warnings);
  else if (word === "pop" && !popWarnings(warnings)) {
    complain(state, { severity: "warning", code: "warn-stack-empty", message: "warning stack empty" }, at, to);
  }
  // NASM looks for these two among the warnings, too.
  const unknown = word === "push" || word === "pop" ? word : applyWarningWord(warnings, value);
  if (unknown === undefined) return;
  const message = `unknown warning name: ${unknown}`;
  complain(state, { severity: "warning", code: "unknown-warning", message }, at, to);
}

function layList(state: State, { word, value, at, to }: Directive): void {
  if (!/^[-+]/.test(value)) refuse(state, `invalid parameter to [${word}] directive`, at, to);
  else {
    state.listOff = value.startsWith("-");
    if (state.listing) state.listing.off = state.listOff;
  }
}

/** A number by itself, perhaps with a minus sign. */
function signedNumber(text: string): bigint | undefined {
  const [, sign, digits = ""] = /^\s*(-?)(.*?)\s*$/.exec(text)!;
  const value = readInteger(digits)?.value;
  return value !== undefined && sign === "-" ? -value : value;
}

const isByte = (value: bigint): boolean => value >= 0n && value <= 255n;

function layOsabi(state: State, { value, at, to }: Directive): void {
  if (state.reporter.pass !== "first") return;
  const [first = "", second = "0"] = value.split(",");
  const abi = signedNumber(first);
  const version = signedNumber(second);
  if (abi === undefined) refuse(state, "`osabi' directive requires a parameter", at, to);
  else if (!isByte(abi)) refuse(state, "valid osabi numbers are 0 to 255", at, to);
  else if (version === undefined || !isByte(version)) {
    refuse(state, "invalid ABI version number (valid: 0 to 255)", at, to);
  } else state.osabi = { abi: Number(abi), version: Number(version) };
}
