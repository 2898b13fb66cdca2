// Every place that means the same as the word under the cursor: a label, constant, macro or structure field in all files of
// the analysis; a register, its parts included, within its function. Highlighting, rename, lenses and hints read it.

import type { SymbolInfo } from "../asm/options.ts";
import type { Source } from "../base/source.ts";
import { wholeRegister } from "../facts/calling-convention.ts";
import { registerUse } from "../isa/register-use.ts";
import { registerNamed } from "../isa/registers.ts";
import type { Analysis } from "./analysis.ts";
import { instructionOfLine } from "./items.ts";
import { type Lexeme, type SourceLine, sourceLines } from "./lexemes.ts";
import { functionRange, resolveName } from "./scope.ts";

export interface Occurrence {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  /** "declaration": behind `global` and `extern`. */
  readonly access: "definition" | "declaration" | "read" | "write";
}

const NAMES = new Set<Lexeme["kind"]>(["label", "name", "macro", "defined", "directive"]);

/** The word at byte `offset`, among those that can be asked about. */
export function lexemeAt(source: Source, offset: number): { line: SourceLine; lexeme: Lexeme } | undefined {
  for (const line of sourceLines(source)) {
    const lexeme = line.lexemes.find(({ start, end }) => start <= offset && offset <= end);
    if (lexeme === undefined) continue;
    // Between two that touch, the word counts and not the operator.
    const next = line.lexemes.find((other) => other.start === offset && other !== lexeme && other.kind !== "operator");
    return { line, lexeme: next ?? lexeme };
  }
  return undefined;
}

/** The symbol that a lexeme names; undefined for words that are none. */
export function symbolOf(analysis: Analysis, source: Source, lexeme: Lexeme): SymbolInfo | undefined {
  if (!NAMES.has(lexeme.kind)) return undefined;
  const symbol = resolveName(analysis, source, lexeme.start, lexeme.text);
  // A directive is only a name where a macro has its name; fields are written `.x` inside their structure.
  return lexeme.kind === "directive" && symbol?.kind !== "macro" ? undefined : symbol;
}

/** All occurrences of a symbol, in the order of files and places. */
export function occurrencesOf(analysis: Analysis, symbol: SymbolInfo): Occurrence[] {
  const tail = symbol.name.slice(symbol.name.lastIndexOf(".") + 1).toLowerCase();
  const found: Occurrence[] = [];
  for (const source of analysis.assembly?.sources ?? []) {
    for (const line of sourceLines(source)) {
      for (const lexeme of line.lexemes) {
        if (!NAMES.has(lexeme.kind) || !lexeme.text.toLowerCase().endsWith(tail)) continue;
        if (symbolOf(analysis, source, lexeme) !== symbol) continue;
        found.push({ source, start: lexeme.start, end: lexeme.end, access: accessOf(symbol, line, lexeme) });
      }
    }
  }
  return found;
}

function accessOf(symbol: SymbolInfo, line: SourceLine, lexeme: Lexeme): Occurrence["access"] {
  const word = line.operation?.text.toLowerCase() ?? "";
  if (/^(global|extern|common|static|required)$/.test(word) && lexeme.kind === "name")
    return symbol.kind === "extern" || symbol.kind === "common" ? "definition" : "declaration";
  if (lexeme.kind === "label" && symbol.kind !== "macro" && symbol.kind !== "define") return "definition";
  if (lexeme.kind === "defined" && /define|assign|macro|str|tok|alias/.test(word) && !/^%(?:el)?if|^%un/.test(word))
    return "definition";
  return lexeme.start === symbol.start ? "definition" : "read";
}

/** Every occurrence of the word at byte `offset`; empty where there is none that can be asked about. */
export function references(analysis: Analysis, source: Source, offset: number): Occurrence[] {
  const found = lexemeAt(source, offset);
  if (found === undefined) return [];
  if (found.lexeme.kind === "register") return registerPlaces(analysis, source, offset, found.lexeme.text);
  const symbol = symbolOf(analysis, source, found.lexeme);
  return symbol === undefined ? [] : occurrencesOf(analysis, symbol);
}

/** What makes two register names parts of one: the whole register, or the number of a vector register. */
function registerKey(name: string): string {
  const whole = wholeRegister(name)?.whole;
  const register = registerNamed(name.toLowerCase());
  if (whole !== undefined || register === undefined) return whole ?? name;
  return /^[xyz]mm$/.test(register.class) ? `vector ${register.number}` : register.name;
}

/** A register and its parts from the label above byte `offset` to the next label. */
export function registerPlaces(analysis: Analysis, source: Source, offset: number, name: string): Occurrence[] {
  const key = registerKey(name);
  const range = functionRange(analysis, source, offset);
  return sourceLines(source).flatMap((line) => {
    const first = line.lexemes[0];
    if (first === undefined || first.start < range.start || first.start >= range.end) return [];
    const same = line.lexemes.filter((one) => one.kind === "register" && registerKey(one.text) === key);
    return same.map((one): Occurrence => {
      const access = isWritten(analysis, source, line, one) ? "write" : "read";
      return { source, start: one.start, end: one.end, access };
    });
  });
}

/** True for the operand that the instruction of this line writes. */
function isWritten(analysis: Analysis, source: Source, line: SourceLine, lexeme: Lexeme): boolean {
  const operation = line.operation;
  if (operation === undefined) return false;
  const at = line.lexemes.indexOf(lexeme);
  const before = line.lexemes.slice(line.lexemes.indexOf(operation) + 1, at);
  // Only a plain first operand can be a target: neither behind a comma nor inside brackets.
  if (before.some(({ text }) => text === "," || text === "[")) return false;
  const decoded = instructionOfLine(analysis, source, line.lineNumber);
  const register = registerNamed(lexeme.text.toLowerCase());
  if (decoded === undefined || register === undefined) return false;
  if (wholeRegister(lexeme.text) !== undefined) return registerUse(decoded).writes.has(register.number % 16);
  return decoded.form.operands[0]?.access.includes("w") === true;
}
