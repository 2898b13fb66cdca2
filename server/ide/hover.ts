// Hover: what the word under the cursor is. Each kind of word has one function; the first that knows the word answers.
// Answers are Markdown; sentences come from the tables, nothing is repeated here.

import type { SymbolInfo } from "../asm/options.ts";
import { positionAt, type Source } from "../base/source.ts";
import { describe, type InsnDescription } from "../isa/describe.ts";
import type { Decoded } from "../isa/insn.ts";
import { canonicalMnemonic } from "../isa/table.ts";
import type { Analysis } from "./analysis.ts";
import { dataText } from "./data-text.ts";
import { bytesOf, instructionOfLine, itemsOfLine } from "./items.ts";
import { macroDefinition, macroExpansion } from "./macro-text.ts";
import { numberLines, parseNumber } from "./number-text.ts";
import { resolveName } from "./scope.ts";
import { syscallAt, syscallEntered } from "./syscall-place.ts";
import { lineAt, lineText, type Word, wordAt } from "./word.ts";
import { code, directiveText, instructionText, libcText, registerText, syscallText } from "./word-text.ts";

export interface Hover {
  readonly markdown: string;
  /** Byte range the answer is about. */
  readonly start: number;
  readonly end: number;
}

/** Comment lines directly above a definition, or behind it on its line. */
function commentAbove(source: Source, lineNumber: number): string {
  const lines: string[] = [];
  for (let number = lineNumber - 1; number >= 1; number--) {
    const line = lineText(source, number);
    if (line.code.trim() !== "" || line.comment === "") break;
    lines.unshift(line.comment);
  }
  return lines.length > 0 ? lines.join("\n") : lineText(source, lineNumber).comment;
}

/** A file's own name: editors name sources by URI. */
function shortName(file: string): string {
  const last = file.slice(file.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

/** `called` is the line on which the word stands. */
function symbolText(analysis: Analysis, symbol: SymbolInfo, called: { source: Source; lineNumber: number }): string {
  const { line } = positionAt(symbol.source, symbol.start);
  const where = `${shortName(symbol.file)}:${line}`;
  const parts: string[] = [];
  if (symbol.kind === "equ" || symbol.kind === "field") {
    const value = symbol.value === undefined ? "" : ` = ${numberLines(symbol.value).join(" = ")}`;
    parts.push(
      `**${symbol.name}**${value}`,
      `${symbol.kind === "equ" ? "constant" : "offset in a structure"}, ${where}`,
    );
  } else if (symbol.kind === "macro") {
    parts.push(code(macroDefinition(symbol)), where);
    const expansion = macroExpansion(analysis, called.source, called.lineNumber);
    if (expansion !== undefined) parts.push("This call becomes:", code(expansion));
  } else if (symbol.kind === "define") {
    parts.push(code(`%define ${symbol.name} ${symbol.detail ?? ""}`.trimEnd()), where);
  } else if (symbol.kind === "extern") {
    parts.push(`**${symbol.name}** · defined elsewhere (extern), ${where}`);
  } else {
    const address = symbol.section === undefined ? "" : ` · ${symbol.section}+0x${(symbol.value ?? 0n).toString(16)}`;
    parts.push(`**${symbol.name}**${address}${symbol.global ? " · global" : ""}`, where);
    const data = labelData(analysis, symbol);
    if (data !== undefined) parts.push(data);
  }
  const comment = commentAbove(symbol.source, line);
  if (comment !== "") parts.push(comment);
  return parts.join("\n\n");
}

function labelData(analysis: Analysis, symbol: SymbolInfo): string | undefined {
  const section = analysis.assembly?.module.sections.find((other) => other.name === symbol.section);
  const item = section?.items.find((other) => BigInt(other.offset) === symbol.value);
  if (section === undefined || item === undefined || item.kind === "code" || item.kind === "align") return undefined;
  return dataText(section, item);
}

function numberText(source: Source, word: Word): string | undefined {
  const value = parseNumber(word.text);
  if (value === undefined) return undefined;
  const parts = [numberLines(value).join(" = ")];
  const found = syscallAt(source, word.lineNumber, value);
  const text = found && syscallText(found.call, found.abi);
  if (text !== undefined) parts.push(text);
  return parts.join("\n\n");
}

const BYTES_SHOWN = 15;

const hexBytes = (bytes: Uint8Array): string =>
  Array.from(bytes.subarray(0, BYTES_SHOWN), (byte) => byte.toString(16).padStart(2, "0")).join(" ");

/** An instruction as it is on this line; at the kernel's door, the call that is made. */
function instructionHere(analysis: Analysis, source: Source, word: Word, insn: InsnDescription): string {
  const isEntry = insn.mnemonic === "syscall" || insn.mnemonic === "int";
  const entered = isEntry ? syscallEntered(source, word.lineNumber) : undefined;
  const call = entered && syscallText(entered.call, entered.abi);
  const text = encodedHere(analysis, source, word, insn);
  return call === undefined ? text : `${call}\n\n---\n\n${text}`;
}

/** With the form and the bytes that this line became. */
function encodedHere(analysis: Analysis, source: Source, word: Word, insn: InsnDescription): string {
  const decoded = instructionOfLine(analysis, source, word.lineNumber);
  const [item] = itemsOfLine(analysis, source, word.lineNumber);
  const isThis = decoded !== undefined && canonicalMnemonic(decoded.mnemonic) === insn.canonical;
  const bytes = isThis && item ? bytesOf(item) : undefined;
  if (!isThis || bytes === undefined) return instructionText(insn);
  const place = `${item!.section.name}+0x${item!.item.offset.toString(16)}`;
  return `${instructionText(insn, usedForm(insn, decoded))}\n\nHere: \`${hexBytes(bytes)}\` at ${place}`;
}

/** The form among those shown that this instruction is one of: `r/m64` stands for a register and for memory. */
function usedForm(insn: InsnDescription, { form }: Decoded): string | undefined {
  const exact = form.operands.map(({ text }) => text);
  const wanted = `${insn.mnemonic} ${exact.join(", ")}`.trim();
  if (insn.forms.includes(wanted)) return wanted;
  return insn.forms.find((other) => other.replaceAll("r/m", "m") === wanted || other.replaceAll("r/m", "r") === wanted);
}

/** What is said of the word at byte `offset` of `source`; undefined between words, in comments and in unknown words. */
export function hover(analysis: Analysis, source: Source, offset: number): Hover | undefined {
  const word = wordAt(source, offset);
  if (word === undefined) return undefined;
  const markdown = textOfWord(analysis, source, word);
  return markdown === undefined ? undefined : { markdown, start: word.start, end: word.end };
}

function textOfWord(analysis: Analysis, source: Source, word: Word): string | undefined {
  const called = { source, lineNumber: word.lineNumber };
  const symbol = resolveName(analysis, source, word.start, word.text);
  const libc = libcText(word.text, analysis.bits);
  if (symbol !== undefined && symbol.kind !== "extern") return symbolText(analysis, symbol, called);
  if (libc !== undefined && (symbol !== undefined || lineAt(source, word.start).code.includes("extern"))) return libc;
  if (symbol !== undefined) return symbolText(analysis, symbol, called);
  const lower = word.text.toLowerCase();
  const directive = directiveText(lower);
  const insn = describe(lower);
  if (directive !== undefined && insn === undefined) return directive;
  if (insn !== undefined) return instructionHere(analysis, source, word, insn);
  return registerText(word.text, analysis.bits) ?? numberText(source, word);
}
