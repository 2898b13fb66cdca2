// Hover: what the word under the cursor is. Each kind of word has one function; the first that knows the word answers.
// Answers are Markdown; sentences come from the tables, nothing is repeated here.

import type { SymbolInfo } from "../asm/options.ts";
import { positionAt, type Source } from "../base/source.ts";
import { syscallByNumber } from "../facts/syscalls.ts";
import { describe } from "../isa/describe.ts";
import type { Analysis } from "./analysis.ts";
import { dataText } from "./data-text.ts";
import { numberLines, parseNumber } from "./number-text.ts";
import { resolveName } from "./scope.ts";
import { lineAt, lineText, type Word, wordAt, wordsOf } from "./word.ts";
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

function symbolText(analysis: Analysis, symbol: SymbolInfo): string {
  const { line } = positionAt(symbol.source, symbol.start);
  const where = `${shortName(symbol.file)}:${line}`;
  const parts: string[] = [];
  if (symbol.kind === "equ" || symbol.kind === "field") {
    const value = symbol.value === undefined ? "" : ` = ${numberLines(symbol.value).join(" = ")}`;
    parts.push(
      `**${symbol.name}**${value}`,
      `${symbol.kind === "equ" ? "constant" : "offset in a structure"}, ${where}`,
    );
  } else if (symbol.kind === "macro" || symbol.kind === "define") {
    parts.push(
      code(`${symbol.kind === "macro" ? "%macro" : "%define"} ${symbol.name} ${symbol.detail ?? ""}`.trimEnd()),
      where,
    );
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

/** The ABI that the next system-call instruction below `lineNumber` speaks. */
function abiBelow(analysis: Analysis, source: Source, lineNumber: number): "x86_64" | "i386" | undefined {
  for (let number = lineNumber + 1; number < lineNumber + 40; number++) {
    const words = wordsOf(lineText(source, number).code.toLowerCase());
    if (words.includes("syscall")) return "x86_64";
    if (words.includes("int") && words.includes("0x80")) return "i386";
    if (words.includes("int") && words.includes("80h")) return "i386";
  }
  return analysis.bits === 32 ? "i386" : undefined;
}

function numberText(analysis: Analysis, source: Source, word: Word): string | undefined {
  const value = parseNumber(word.text);
  if (value === undefined) return undefined;
  const parts = [numberLines(value).join(" = ")];
  const words = wordsOf(lineAt(source, word.start).code.toLowerCase());
  const at = words.indexOf("mov");
  if (at >= 0 && /^(rax|eax|ax|al)$/.test(words[at + 1] ?? "") && words[at + 2] === ",") {
    const abi = abiBelow(analysis, source, word.lineNumber);
    const call = abi && syscallByNumber(abi, Number(value));
    const text = call && abi && syscallText(call, abi);
    if (text !== undefined) parts.push(text);
  }
  return parts.join("\n\n");
}

/** What is said of the word at byte `offset` of `source`; undefined between words, in comments and in unknown words. */
export function hover(analysis: Analysis, source: Source, offset: number): Hover | undefined {
  const word = wordAt(source, offset);
  if (word === undefined) return undefined;
  const markdown = textOfWord(analysis, source, word);
  return markdown === undefined ? undefined : { markdown, start: word.start, end: word.end };
}

function textOfWord(analysis: Analysis, source: Source, word: Word): string | undefined {
  const symbol = resolveName(analysis, source, word.start, word.text);
  const libc = libcText(word.text, analysis.bits);
  if (symbol !== undefined && symbol.kind !== "extern") return symbolText(analysis, symbol);
  if (libc !== undefined && (symbol !== undefined || lineAt(source, word.start).code.includes("extern"))) return libc;
  if (symbol !== undefined) return symbolText(analysis, symbol);
  const lower = word.text.toLowerCase();
  const directive = directiveText(lower);
  const insn = describe(lower);
  if (directive !== undefined && insn === undefined) return directive;
  if (insn !== undefined) return instructionText(insn);
  return registerText(word.text, analysis.bits) ?? numberText(analysis, source, word);
}
