// Answers about the place where somebody reads or types: hover, completion, signature, quick fixes, hints, colours, folds.

import {
  type CodeAction,
  CodeActionKind,
  type CodeLens,
  type CompletionItem,
  type Connection,
  type FoldingRange,
  FoldingRangeKind,
  type FormattingOptions,
  type InlayHint,
  InsertTextFormat,
  type Range,
  type SelectionRange,
  SemanticTokensBuilder,
  type SignatureHelp,
  type TextEdit,
} from "vscode-languageserver";
import { positionAt, type Source } from "../base/source.ts";
import { fileNameOfUri } from "../base/uri.ts";
import { codeActions } from "../ide/code-actions.ts";
import { codeLenses } from "../ide/code-lens.ts";
import { completion, documentationOf, type CompletionItem as Item } from "../ide/completion.ts";
import { folds, selectionRanges } from "../ide/folding.ts";
import { formatting } from "../ide/formatting.ts";
import { hover } from "../ide/hover.ts";
import { inlayHints } from "../ide/inlay-hints.ts";
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from "../ide/semantic-tokens.ts";
import { signatureHelp } from "../ide/signature.ts";
import { typedStart } from "../ide/word.ts";
import { COMPLETION_KINDS, toLspDiagnostic, toOffset, toPosition, toRange } from "./convert.ts";
import { externTarget } from "./neighbours.ts";
import type { Analysed, AnalysedAt, ServerState } from "./state.ts";

/** Hints when the settings do not say. */
const USUAL_HINTS: readonly string[] = ["constants", "systemCalls"];

/** Registers the requests. */
export function answerAssistance(server: ServerState, analysedAt: AnalysedAt): void {
  const { connection } = server;
  connection.onHover(async ({ textDocument, position }) => {
    const found = await analysedAt(textDocument.uri);
    if (found === undefined) return null;
    const { analysis, source } = found;
    const offset = toOffset(source, position);
    const answer = hover(analysis, source, offset);
    if (answer === undefined) return null;
    const target = await externTarget(server, analysis, source, offset);
    const where = target ? `\n\nDefined in ${placeText(target.source, target.start)}` : "";
    return {
      contents: { kind: "markdown", value: `${answer.markdown}${where}` },
      range: toRange(source, answer.start, answer.end),
    };
  });
  answerCompletion(connection, analysedAt);
  connection.onSignatureHelp(async ({ textDocument, position }): Promise<SignatureHelp | null> => {
    const found = await analysedAt(textDocument.uri);
    const help = found && signatureHelp(found.analysis, found.source, toOffset(found.source, position));
    if (!help) return null;
    const signatures = help.signatures.map(({ label, documentation, parameters }) => ({
      label,
      documentation,
      parameters: parameters.map(([start, end]) => ({ label: [start, end] as [number, number] })),
    }));
    return { signatures, activeSignature: 0, activeParameter: help.activeParameter };
  });
  connection.onCodeAction(async ({ textDocument, range }): Promise<CodeAction[]> => {
    const found = await analysedAt(textDocument.uri);
    if (!found) return [];
    const { analysis, source } = found;
    const actions = codeActions(analysis, source, toOffset(source, range.start), toOffset(source, range.end));
    return [...actions.map((action) => toCodeAction(source, action)), ...modeFixes(server, found, range)];
  });
  answerReading(server, analysedAt);
  answerFormatting(connection, analysedAt);
}

/** "util.asm:12". */
function placeText(source: Source, offset: number): string {
  return `[${fileNameOfUri(source.name)}:${positionAt(source, offset).line}](${source.name})`;
}

/** `<1:text>` as the protocol writes places to fill in. */
const toSnippet = (text: string): string =>
  text
    .replace(/[\\$}]/g, "\\$&")
    .replace(/<(\d):([^<>]*)>/g, (_, number, words) => `\${${number}:${words}}`)
    .replace(/<(\d)>/g, (_, number) => `$${number}`);

/** @param range what stands there of the word already */
function toCompletionItem({ source }: Analysed, item: Item, uri: string, range: Range): CompletionItem {
  const { label, kind, detail, rank, insert = label, also } = item;
  const place = also && toPosition(source, also.offset);
  return {
    label,
    kind: COMPLETION_KINDS[kind],
    detail,
    sortText: `${rank}${label}`,
    textEdit: { range, newText: kind === "snippet" ? toSnippet(insert) : insert },
    ...(kind === "snippet" ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    ...(place ? { additionalTextEdits: [{ range: { start: place, end: place }, newText: also.text }] } : {}),
    data: uri,
  };
}

function answerCompletion(connection: Connection, analysedAt: AnalysedAt): void {
  connection.onCompletion(async ({ textDocument, position }): Promise<CompletionItem[]> => {
    const found = await analysedAt(textDocument.uri);
    if (!found) return [];
    const offset = toOffset(found.source, position);
    const range = { start: toPosition(found.source, typedStart(found.source, offset)), end: position };
    const items = completion(found.analysis, found.source, offset);
    return items.map((item) => toCompletionItem(found, item, textDocument.uri, range));
  });
  // Sentences are only fetched for the item that is looked at.
  connection.onCompletionResolve(async (item) => {
    const found = typeof item.data === "string" ? await analysedAt(item.data) : undefined;
    const text = found && documentationOf(item.label, found.analysis.bits);
    return text === undefined ? item : { ...item, documentation: { kind: "markdown", value: text } };
  });
}

function toCodeAction(source: Source, action: ReturnType<typeof codeActions>[number]): CodeAction {
  const changes: Record<string, { range: ReturnType<typeof toRange>; newText: string }[]> = {};
  for (const edit of action.fix.edits) {
    const uri = edit.span.source.name;
    changes[uri] ??= [];
    changes[uri].push({ range: toRange(edit.span.source, edit.span.start, edit.span.end), newText: edit.text });
  }
  return {
    title: action.fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toLspDiagnostic(source, action.diagnostic, (file) => file)],
    edit: { changes },
  };
}

/** For a 32-bit program that is assembled as 64-bit: the mode is a setting, which only the client's command can change. */
function modeFixes({ commands }: ServerState, { analysis, source }: Analysed, range: Range): CodeAction[] {
  if (commands === "none") return [];
  const hints = analysis.diagnostics.filter(({ code, file }) => code === "mode-32" && file === source.name);
  return hints.flatMap((hint) => {
    const shown = toLspDiagnostic(source, hint, (file) => file);
    if (shown.range.start.line > range.end.line || shown.range.end.line < range.start.line) return [];
    return analysis.betterModes.map((mode) => {
      const title = MODE_TITLES[mode];
      const command = { title, command: "asmoscope.setMode", arguments: [source.name, mode] };
      return { title, kind: CodeActionKind.QuickFix, diagnostics: [shown], command };
    });
  });
}

const MODE_TITLES = {
  auto: "Let each source say its mode (asmoscope.mode: auto)",
  "32": "Set the mode of all sources to 32 (asmoscope.mode: 32)",
} as const;

function encodeTokens({ analysis, source }: Analysed, from?: number, to?: number): { data: number[] } {
  const builder = new SemanticTokensBuilder();
  for (const { start, end, type, modifiers } of semanticTokens(analysis, source, from, to)) {
    const { line, character } = toPosition(source, start);
    const bits = modifiers.reduce((sum, modifier) => sum | (1 << TOKEN_MODIFIERS.indexOf(modifier)), 0);
    builder.push(line, character, toPosition(source, end).character - character, TOKEN_TYPES.indexOf(type), bits);
  }
  return builder.build();
}

/** Requests for a whole document, or a part of it, that an editor sends by itself. */
function answerReading(server: ServerState, analysedAt: AnalysedAt): void {
  const { connection } = server;
  connection.languages.semanticTokens.on(async ({ textDocument }) => {
    const found = await analysedAt(textDocument.uri);
    return found ? encodeTokens(found) : { data: [] };
  });
  connection.languages.semanticTokens.onRange(async ({ textDocument, range }) => {
    const found = await analysedAt(textDocument.uri);
    if (!found) return { data: [] };
    return encodeTokens(found, toOffset(found.source, range.start), toOffset(found.source, range.end));
  });
  connection.languages.inlayHint.on(async ({ textDocument, range }): Promise<InlayHint[]> => {
    const found = await analysedAt(textDocument.uri);
    if (!found) return [];
    const { analysis, source } = found;
    const lines = { from: range.start.line + 1, to: range.end.line + 1 };
    const kinds = new Set(server.settings.inlayHints ?? USUAL_HINTS);
    return inlayHints(analysis, source, lines, kinds).map(({ offset, text, tooltip }) => ({
      position: toPosition(source, offset),
      label: text,
      paddingLeft: true,
      ...(tooltip ? { tooltip } : {}),
    }));
  });
  connection.onFoldingRanges(async ({ textDocument }): Promise<FoldingRange[]> => {
    const found = await analysedAt(textDocument.uri);
    return folds(found?.source ?? { name: "", bytes: new Uint8Array(0), lineStarts: [0] }).map((fold) => ({
      startLine: fold.startLine - 1,
      endLine: fold.endLine - 1,
      kind: fold.kind === "comment" ? FoldingRangeKind.Comment : FoldingRangeKind.Region,
    }));
  });
  connection.onSelectionRanges(async ({ textDocument, positions }): Promise<SelectionRange[]> => {
    const found = await analysedAt(textDocument.uri);
    if (!found) return [];
    return positions.map((position) => {
      const ranges = selectionRanges(found.analysis, found.source, toOffset(found.source, position));
      // The smallest holds the next one as its parent, and so on.
      const nested = ranges.reduceRight<SelectionRange | undefined>(
        (parent, { start, end }) => ({ range: toRange(found.source, start, end), ...(parent ? { parent } : {}) }),
        undefined,
      );
      return nested ?? { range: { start: position, end: position } };
    });
  });
  connection.onCodeLens(async ({ textDocument }): Promise<CodeLens[]> => {
    const found = await analysedAt(textDocument.uri);
    if (!found || server.settings.codeLens === false) return [];
    return codeLenses(found.analysis, found.source).map((lens) => toCodeLens(found.source, lens, textDocument.uri));
  });
}

function answerFormatting(connection: Connection, analysedAt: AnalysedAt): void {
  const edits = async (uri: string, options: FormattingOptions, range?: Range): Promise<TextEdit[]> => {
    const found = await analysedAt(uri);
    // Another assembler's file is left alone.
    if (found?.analysis.assembly === undefined) return [];
    const { source } = found;
    const style = { tabSize: options.tabSize, indent: options.insertSpaces ? "spaces" : "tabs" } as const;
    const lines = range
      ? formatting(source, style, range.start.line + 1, range.end.line + 1)
      : formatting(source, style);
    return lines.map(({ start, end, text }) => ({ range: toRange(source, start, end), newText: text }));
  };
  connection.onDocumentFormatting(({ textDocument, options }) => edits(textDocument.uri, options));
  connection.onDocumentRangeFormatting(({ textDocument, options, range }) => edits(textDocument.uri, options, range));
}

const LENS_COMMANDS = {
  run: "asmoscope.runFile",
  debug: "asmoscope.debugFile",
  references: "asmoscope.showUses",
} as const;

function toCodeLens(source: Source, lens: ReturnType<typeof codeLenses>[number], uri: string): CodeLens {
  const position = toPosition(source, lens.offset);
  const places = lens.uses.map((use) => ({ uri: use.source.name, range: toRange(use.source, use.start, use.end) }));
  const command = { title: lens.title, command: LENS_COMMANDS[lens.kind] };
  const commandArguments = lens.kind === "references" ? [uri, position, places] : [uri];
  return { range: { start: position, end: position }, command: { ...command, arguments: commandArguments } };
}
