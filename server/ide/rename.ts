// Rename: a label, local label, constant, macro or field in every file that took part, or a register within its function.
// What would not assemble to the same afterwards is refused with a sentence.

import { isIdentifier } from "../asm/lexer.ts";
import { type Source, textOf } from "../base/source.ts";
import { isLibcFunction } from "../facts/libc.ts";
import { registerNamed, registerOf } from "../isa/registers.ts";
import { isTableMnemonic } from "../isa/table.ts";
import type { Analysis } from "./analysis.ts";
import { lexemeAt, type Occurrence, occurrencesOf, references, registerPlaces, symbolOf } from "./references.ts";
import { resolveName } from "./scope.ts";

export interface Edit {
  readonly source: Source;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The range and the text that a rename box opens with; a sentence where nothing can be renamed. */
export function renameRange(
  analysis: Analysis,
  source: Source,
  offset: number,
): { readonly start: number; readonly end: number; readonly text: string } | string {
  const lexeme = lexemeAt(source, offset)?.lexeme;
  if (lexeme === undefined) return "There is nothing to rename here.";
  const { start, end, text } = lexeme;
  if (lexeme.kind === "register") return { start, end, text };
  const symbol = symbolOf(analysis, source, lexeme);
  if (symbol === undefined)
    return "Labels, constants, macros and registers can be renamed; this is none of this program.";
  if (symbol.kind === "extern" && isLibcFunction(symbol.name))
    return `${symbol.name} is a libc function: its name is given.`;
  const dot = text.lastIndexOf(".");
  // `f.loop` and `.loop` are renamed by their last part.
  return dot >= 0 ? { start: start + dot + 1, end, text: text.slice(dot + 1) } : { start, end, text };
}

/** The edits that give everything that means the same its new name; a sentence when that cannot be. */
export function rename(analysis: Analysis, source: Source, offset: number, wanted: string): Edit[] | string {
  const range = renameRange(analysis, source, offset);
  if (typeof range === "string") return range;
  const lexeme = lexemeAt(source, offset)!.lexeme;
  if (lexeme.kind === "register") return renameRegister(analysis, source, offset, lexeme.text, wanted);
  const symbol = symbolOf(analysis, source, lexeme)!;
  const name = wanted.replace(/^\.(?!\.)/, "");
  if (!isIdentifier(name) || name.includes(".")) return `"${wanted}" is no name: letters, digits and _ make one.`;
  if (registerNamed(name.toLowerCase()) !== undefined) return `"${name}" is a register.`;
  if (isTableMnemonic(name.toLowerCase())) return `"${name}" is an instruction.`;
  const isLocal = symbol.kind === "local-label" || symbol.kind === "field";
  const full = isLocal ? `${symbol.name.slice(0, symbol.name.lastIndexOf(".") + 1)}${name}` : name;
  const other = resolveName(analysis, source, lexeme.start, full);
  if (other !== undefined && other !== symbol) return `"${full}" is there already.`;
  const edits = occurrencesOf(analysis, symbol).map((one) => lastPart(one, name, isLocal));
  return isLocal ? edits : [...edits, ...prefixEdits(analysis, symbol.name, name)];
}

/** Only the part behind the last dot changes. */
function lastPart({ source, start, end }: Occurrence, text: string, isLocal: boolean): Edit {
  if (!isLocal) return { source, start, end, text };
  let dot = end - 1;
  while (dot > start && source.bytes[dot] !== 46) dot--;
  return { source, start: source.bytes[dot] === 46 ? dot + 1 : start, end, text };
}

/** `f.loop` written in full, when f is renamed. */
function prefixEdits(analysis: Analysis, old: string, text: string): Edit[] {
  const locals = analysis.symbols.filter((symbol) => symbol.name.startsWith(`${old}.`));
  const bytes = new TextEncoder().encode(old).length;
  return locals.flatMap((symbol) =>
    occurrencesOf(analysis, symbol)
      .filter(({ source, start }) => source.bytes[start] !== 46)
      .map(({ source, start }) => ({ source, start, end: start + bytes, text })),
  );
}

/** Parts keep their width: rax → rcx makes eax ecx. */
function renameRegister(analysis: Analysis, source: Source, offset: number, from: string, to: string): Edit[] | string {
  const [old, fresh] = [registerNamed(from), registerNamed(to)];
  if (old === undefined || fresh === undefined) return `"${to}" is no register.`;
  if (old.class !== fresh.class) return `"${to}" is another kind of register than ${from}.`;
  const places = references(analysis, source, offset);
  const edits: Edit[] = [];
  for (const { start, end } of places) {
    const name = textOf(source, start, end);
    const part = registerNamed(name)!;
    const isHigh = part.class === "gpr8h";
    const other = registerOf(part.class, isHigh ? fresh.number + 4 : fresh.number);
    if (other === undefined) return `${to} has no part like ${name}.`;
    edits.push({ source, start, end, text: other.name });
  }
  const isUsed = registerPlaces(analysis, source, offset, to).length > 0;
  return isUsed ? `${to} is used in this function already: the two would become one.` : edits;
}
