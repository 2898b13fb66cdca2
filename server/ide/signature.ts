// Signature help: the operand forms of the instruction under the cursor, those that still fit first, or the parameters of a
// macro, with the operand that is being typed.

import type { Source } from "../base/source.ts";
import { directives } from "../facts/directives.ts";
import { describe } from "../isa/describe.ts";
import { registerNamed } from "../isa/registers.ts";
import type { Analysis } from "./analysis.ts";
import { type Lexeme, sourceLines } from "./lexemes.ts";
import { resolveName } from "./scope.ts";
import { lineAt } from "./word.ts";

export interface Signature {
  /** "add r/m64, r64". */
  readonly label: string;
  readonly documentation: string;
  /** Each operand's place in the label, in UTF-16 units. */
  readonly parameters: readonly (readonly [number, number])[];
}

export interface SignatureHelp {
  readonly signatures: readonly Signature[];
  /** The operand under the cursor, from 0. */
  readonly activeParameter: number;
}

const SHOWN = 40;

/** What can be written at byte `offset`; undefined outside of operands. */
export function signatureHelp(analysis: Analysis, source: Source, offset: number): SignatureHelp | undefined {
  const line = sourceLines(source)[lineAt(source, offset).lineNumber - 1];
  const operation = line?.operation;
  if (line === undefined || operation === undefined || offset <= operation.end) return undefined;
  const behind = line.lexemes.slice(line.lexemes.indexOf(operation) + 1);
  if (behind.some(({ kind, start }) => kind === "comment" && start < offset)) return undefined;
  const typed = behind.filter(({ start, kind }) => start < offset && kind !== "comment");
  const operands = splitOperands(typed);
  const activeParameter = operands.length - 1;
  const signatures = signaturesOf(analysis, source, operation, operands);
  return signatures.length === 0 ? undefined : { signatures, activeParameter };
}

function splitOperands(lexemes: readonly Lexeme[]): Lexeme[][] {
  const operands: Lexeme[][] = [[]];
  for (const lexeme of lexemes) {
    if (lexeme.text === ",") operands.push([]);
    else operands.at(-1)!.push(lexeme);
  }
  return operands;
}

function signaturesOf(
  analysis: Analysis,
  source: Source,
  operation: Lexeme,
  operands: readonly (readonly Lexeme[])[],
): Signature[] {
  const word = operation.text.toLowerCase();
  const symbol = operation.kind === "preprocessor" ? undefined : resolveName(analysis, source, operation.start, word);
  if (symbol?.kind === "macro") {
    const count = Number.parseInt(symbol.detail ?? "0", 10) || 0;
    const label = `${symbol.name} ${Array.from({ length: count }, (_, k) => `%${k + 1}`).join(", ")}`.trimEnd();
    return [withParameters(label, `Macro with ${symbol.detail ?? "no"} parameters.`)];
  }
  const insn = operation.kind === "instruction" ? describe(word) : undefined;
  if (insn !== undefined) {
    const fitting = insn.forms.filter((form) => fits(form, operands));
    const shown = (fitting.length > 0 ? fitting : insn.forms).slice(0, SHOWN);
    return shown.filter((form) => form.includes(" ")).map((form) => withParameters(form, insn.summary));
  }
  const row = Object.hasOwn(directives, word) ? directives[word] : undefined;
  return row === undefined ? [] : [withParameters(row.syntax, row.summary)];
}

/** Cuts "add r/m64, r64" into its operands. */
function withParameters(label: string, documentation: string): Signature {
  const parameters: (readonly [number, number])[] = [];
  let at = label.indexOf(" ") + 1;
  while (at > 0 && at < label.length) {
    const comma = label.indexOf(", ", at);
    const end = comma < 0 ? label.length : comma;
    parameters.push([at, end]);
    at = comma < 0 ? 0 : comma + 2;
  }
  return { label, documentation, parameters };
}

/** True when what is typed of each finished operand can be the form's. The last one is still being typed. */
function fits(form: string, operands: readonly (readonly Lexeme[])[]): boolean {
  const types = form.slice(form.indexOf(" ") + 1).split(", ");
  if (!form.includes(" ") || types.length < operands.length) return false;
  return operands.slice(0, -1).every((operand, k) => operandFits(types[k]!, operand));
}

const REGISTER_TYPES: Readonly<Record<string, RegExp>> = {
  gpr8: /^(?:r8|r\/m8|al|cl)\b/,
  gpr8h: /^(?:r8|r\/m8)\b/,
  gpr16: /^(?:r16|r\/m16|ax|dx)\b/,
  gpr32: /^(?:r32|r\/m32|eax|edx)\b/,
  gpr64: /^(?:r64|r\/m64|rax)\b/,
  xmm: /^xmm/,
  ymm: /^ymm/,
  zmm: /^zmm/,
  mmx: /^mm(?!\w*m)/,
  st: /^st/i,
  segment: /^Sreg|^[cdefgs]s/,
  control: /^CR/,
  debug: /^DR/,
  mask: /^k/,
};

function operandFits(type: string, operand: readonly Lexeme[]): boolean {
  const [first] = operand;
  if (first === undefined) return true;
  if (operand.some(({ text }) => text === "[")) return /\bm\d*|\/m\d+|moffs/.test(type);
  const register = first.kind === "register" ? registerNamed(first.text) : undefined;
  if (register !== undefined) return REGISTER_TYPES[register.class]?.test(type) ?? true;
  if (first.kind === "number" || first.kind === "string") return /imm|rel|\b1\b|ptr/.test(type);
  return true;
}
