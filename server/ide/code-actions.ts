// Quick fixes: the changes that diagnostics bring with them, and those that only the editor can offer, since they need the
// other names of the program: a misspelt instruction or label, a missing `extern`, a program that does not end.

import { type Diagnostic, type Fix, inLineEnds } from "../base/diagnostic.ts";
import { nearest } from "../base/similar.ts";
import { lineNumberAt, lineRange, type Source } from "../base/source.ts";
import { directives } from "../facts/directives.ts";
import { isLibcFunction } from "../facts/libc.ts";
import { mnemonics } from "../isa/describe.ts";
import type { Analysis } from "./analysis.ts";
import { externInsertion } from "./declaration-edit.ts";
import { type Lexeme, sourceLines } from "./lexemes.ts";

export interface CodeAction {
  readonly fix: Fix;
  readonly diagnostic: Diagnostic;
}

/** Names offered for a misspelt one. */
const NAMES_OFFERED = 3;

/** Fixes of the diagnostics that touch bytes [start, end] of `source`. */
export function codeActions(analysis: Analysis, source: Source, start: number, end: number): CodeAction[] {
  const touching = [...analysis.diagnostics, ...analysis.lints].filter((diagnostic) => {
    const span = diagnostic.span ?? lineSpan(source, diagnostic);
    return span !== undefined && span.source === source && span.start <= end && span.end >= start;
  });
  return touching.flatMap((diagnostic) =>
    [...(diagnostic.fixes ?? []), ...moreFixes(analysis, source, diagnostic)].map((fix) => ({
      fix: inLineEnds(fix),
      diagnostic,
    })),
  );
}

function lineSpan(source: Source, { file, lineNumber }: Diagnostic) {
  return file === source.name && lineNumber > 0 ? { source, ...lineRange(source, lineNumber) } : undefined;
}

function moreFixes(analysis: Analysis, source: Source, diagnostic: Diagnostic): Fix[] {
  const lineNumber = diagnostic.span ? lineNumberAt(source, diagnostic.span.start) : diagnostic.lineNumber;
  const lexemes = sourceLines(source)[lineNumber - 1]?.lexemes ?? [];
  if (diagnostic.code === "missing-extern") return [];
  const unknown = /^symbol `(.+)' not defined/.exec(diagnostic.message)?.[1];
  if (unknown !== undefined) return nameFixes(analysis, source, lexemes, unknown);
  if (diagnostic.code === "label-orphan") return orphanFixes(source, lexemes);
  if (/instruction expected/.test(diagnostic.message)) return misspeltInstruction(source, lexemes[0]);
  if (diagnostic.code === "fall-off-end") return exitFix(analysis, source, lineNumber);
  return [];
}

const replacing = (source: Source, { start, end }: Lexeme, text: string, title: string): Fix => ({
  title,
  edits: [{ span: { source, start, end }, text }],
});

function misspeltInstruction(source: Source, first: Lexeme | undefined): Fix[] {
  if (first === undefined || !/^(?:label|macro)$/.test(first.kind)) return [];
  const words = [...mnemonics(), ...Object.keys(directives)];
  const similar = nearest(first.text, words).slice(0, NAMES_OFFERED);
  return similar.map((word) => replacing(source, first, word, `Change to ${word}`));
}

function orphanFixes(source: Source, [first]: readonly Lexeme[]): Fix[] {
  if (first === undefined) return [];
  const end = { source, start: first.end, end: first.end };
  const colon: Fix = { title: `Make ${first.text} a label: add a colon`, edits: [{ span: end, text: ":" }] };
  return [...misspeltInstruction(source, first), colon];
}

/** A name that nobody defines: one that looks like it, or a declaration. */
function nameFixes(analysis: Analysis, source: Source, lexemes: readonly Lexeme[], unknown: string): Fix[] {
  const last = unknown.slice(unknown.lastIndexOf(".") + 1);
  const lexeme = lexemes.find(({ kind, text }) => kind === "name" && (text === unknown || text === `.${last}`));
  if (lexeme === undefined) return [];
  const isLocal = lexeme.text.startsWith(".");
  const scope = isLocal ? unknown.slice(0, unknown.length - last.length) : "";
  const names = analysis.symbols.map(({ name }) => name).filter((name) => (isLocal ? name.startsWith(scope) : true));
  const similar = nearest(unknown, new Set(names)).slice(0, NAMES_OFFERED);
  const changes = similar.map((name) => {
    const text = isLocal ? name.slice(scope.length - 1) : name;
    return replacing(source, lexeme, text, `Change to ${text}`);
  });
  if (isLocal) return changes;
  const { offset, text } = externInsertion(source, unknown);
  const declare: Fix = {
    title: `Declare it: extern ${unknown}${isLibcFunction(unknown) ? " (libc)" : ""}`,
    edits: [{ span: { source, start: offset, end: offset }, text }],
  };
  return isLibcFunction(unknown) ? [declare, ...changes] : [...changes, declare];
}

/** The exit system call behind a line after which the program runs into nothing. */
function exitFix({ bits }: Analysis, source: Source, lineNumber: number): Fix[] {
  const { start, end } = lineRange(source, lineNumber);
  const text = new TextDecoder().decode(source.bytes.subarray(start, end));
  const indent = /^[ \t]+(?=\S)/.exec(text)?.[0] ?? "    ";
  const lines = bits === 32 ? ["mov eax, 1", "xor ebx, ebx", "int 0x80"] : ["mov eax, 60", "xor edi, edi", "syscall"];
  const code = lines.map((line) => `\n${indent}${line}`).join("");
  return [{ title: "End the program here: exit(0)", edits: [{ span: { source, start: end, end }, text: code }] }];
}
