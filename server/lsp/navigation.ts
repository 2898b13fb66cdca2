// Answers that lead from one place to another: definition, declaration, references, highlights, calls, links, symbols, rename.

import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentLink,
  type DocumentSymbol,
  ErrorCodes,
  type Location,
  type Position,
  ResponseError,
  type SymbolInformation,
  type TextEdit,
} from "vscode-languageserver";
import type { SymbolInfo } from "../asm/options.ts";
import type { Source } from "../base/source.ts";
import { type CallEdge, calleesOf, callersOf, functionAt } from "../ide/call-hierarchy.ts";
import { definition, type Target } from "../ide/definition.ts";
import { fileLinks } from "../ide/links.ts";
import { type OutlineItem, outline } from "../ide/outline.ts";
import { type Occurrence, references } from "../ide/references.ts";
import { rename, renameRange } from "../ide/rename.ts";
import { SYMBOL_KINDS, toOffset, toRange } from "./convert.ts";
import { externTarget } from "./neighbours.ts";
import type { Analysed, AnalysedAt, ServerState } from "./state.ts";
import { candidates } from "./workspace.ts";

/** Symbols that a search of the whole workspace gives at most. */
const SYMBOLS_FOUND = 500;

const locationOf = ({ source, start, end }: Occurrence | Target): Location => ({
  uri: source.name,
  range: toRange(source, start, end),
});

interface At {
  readonly textDocument: { readonly uri: string };
  readonly position: Position;
}

/** Registers the requests. */
export function answerNavigation(server: ServerState, analysedAt: AnalysedAt): void {
  const { connection } = server;
  const placed = async ({
    textDocument,
    position,
  }: At): Promise<(Analysed & { readonly offset: number }) | undefined> => {
    const found = await analysedAt(textDocument.uri);
    return found && { ...found, offset: toOffset(found.source, position) };
  };
  connection.onDefinition(async (params): Promise<Location | null> => {
    const found = await placed(params);
    if (found === undefined) return null;
    const target = definition(found.analysis, found.source, found.offset);
    const elsewhere = await externTarget(server, found.analysis, found.source, found.offset);
    const best = elsewhere ?? target;
    return best ? locationOf(best) : null;
  });
  connection.onDeclaration(async (params): Promise<Location[]> => {
    const found = await placed(params);
    const all = found ? references(found.analysis, found.source, found.offset) : [];
    const declared = all.filter(({ access }) => access === "declaration");
    return (declared.length > 0 ? declared : all.filter(({ access }) => access === "definition")).map(locationOf);
  });
  connection.onReferences(async (params): Promise<Location[]> => {
    const found = await placed(params);
    const all = found ? references(found.analysis, found.source, found.offset) : [];
    const { includeDeclaration } = params.context;
    return all.filter(({ access }) => includeDeclaration || access === "read" || access === "write").map(locationOf);
  });
  connection.onDocumentHighlight(async (params): Promise<DocumentHighlight[]> => {
    const found = await placed(params);
    const all = found ? references(found.analysis, found.source, found.offset) : [];
    return all
      .filter(({ source }) => source === found?.source)
      .map(({ source, start, end, access }) => ({ range: toRange(source, start, end), kind: HIGHLIGHTS[access] }));
  });
  connection.onDocumentSymbol(async ({ textDocument }): Promise<DocumentSymbol[]> => {
    const found = await analysedAt(textDocument.uri);
    return found ? outline(found.analysis, found.source).map((item) => toDocumentSymbol(found.source, item)) : [];
  });
  connection.onWorkspaceSymbol(({ query }): SymbolInformation[] => workspaceSymbols(server, query));
  connection.onDocumentLinks(async ({ textDocument }): Promise<DocumentLink[]> => {
    const found = await analysedAt(textDocument.uri);
    return found ? documentLinks(server, found) : [];
  });
  answerRename(server, placed);
  answerCalls(server, analysedAt, placed);
}

const HIGHLIGHTS: Readonly<Record<Occurrence["access"], DocumentHighlightKind>> = {
  definition: DocumentHighlightKind.Write,
  declaration: DocumentHighlightKind.Text,
  read: DocumentHighlightKind.Read,
  write: DocumentHighlightKind.Write,
};

type Placed = (params: At) => Promise<(Analysed & { readonly offset: number }) | undefined>;

/** A sentence that the editor shows beside the rename box. */
const refusal = (sentence: string) => new ResponseError(ErrorCodes.InvalidRequest, sentence);

function answerRename({ connection }: ServerState, placed: Placed): void {
  connection.onPrepareRename(async (params) => {
    const found = await placed(params);
    if (found === undefined) return null;
    const range = renameRange(found.analysis, found.source, found.offset);
    if (typeof range === "string") return refusal(range);
    return { range: toRange(found.source, range.start, range.end), placeholder: range.text };
  });
  connection.onRenameRequest(async (params) => {
    const found = await placed(params);
    if (found === undefined) return null;
    const edits = rename(found.analysis, found.source, found.offset, params.newName);
    if (typeof edits === "string") return refusal(edits);
    const changes: Record<string, TextEdit[]> = {};
    for (const { source, start, end, text } of edits) {
      changes[source.name] ??= [];
      changes[source.name]!.push({ range: toRange(source, start, end), newText: text });
    }
    return { changes };
  });
}

function toDocumentSymbol(source: Source, item: OutlineItem): DocumentSymbol {
  return {
    name: item.name === "" ? "?" : item.name,
    detail: item.detail,
    kind: SYMBOL_KINDS[item.kind],
    range: toRange(source, item.start, item.rangeEnd),
    selectionRange: toRange(source, item.start, item.end),
    children: item.children.map((child) => toDocumentSymbol(source, child)),
  };
}

/** Names of every open program that hold the letters of `query` in this order. */
function workspaceSymbols(server: ServerState, query: string): SymbolInformation[] {
  const letters = [...query.toLowerCase()];
  const matches = (name: string): boolean => {
    let at = 0;
    for (const letter of letters) {
      at = name.indexOf(letter, at) + 1;
      if (at === 0) return false;
    }
    return true;
  };
  const found = new Map<string, SymbolInformation>();
  for (const { analysis } of server.analyses.values()) {
    for (const symbol of analysis.symbols) {
      if (symbol.kind === "local-label" || !matches(symbol.name.toLowerCase())) continue;
      const location = locationOf(symbol);
      const kind = SYMBOL_KINDS[symbol.kind === "macro" ? "macro" : symbol.kind === "equ" ? "constant" : "function"];
      found.set(`${location.uri} ${symbol.start} ${symbol.name}`, { name: symbol.name, kind, location });
      if (found.size >= SYMBOLS_FOUND) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** A named file leads to where it was found, or else to where it would be looked for first. */
function documentLinks({ workspace }: ServerState, { analysis, source }: Analysed): DocumentLink[] {
  const isThere = (uri: string) => workspace.open.has(uri) || (workspace.fetched.get(uri) ?? "missing") !== "missing";
  return fileLinks(source).map(({ start, end, name }) => {
    const places = candidates(workspace, { name, from: source.name, kind: "include" }, analysis.source.name);
    const { uri } = places.find((place) => isThere(place.uri)) ?? places[0] ?? {};
    return { range: toRange(source, start, end), ...(uri === undefined ? {} : { target: uri }) };
  });
}

function hierarchyItem(symbol: SymbolInfo): CallHierarchyItem {
  const range = toRange(symbol.source, symbol.start, symbol.end);
  return { name: symbol.name, kind: SYMBOL_KINDS.function, uri: symbol.source.name, range, selectionRange: range };
}

function answerCalls({ connection }: ServerState, analysedAt: AnalysedAt, placed: Placed): void {
  const edges = async (
    item: CallHierarchyItem,
    edgesOf: (analysis: Analysed["analysis"], symbol: SymbolInfo) => CallEdge[],
  ): Promise<CallEdge[]> => {
    const found = await analysedAt(item.uri);
    const symbol = found?.analysis.symbols.find((one) => one.name === item.name && one.source.name === item.uri);
    return found && symbol ? edgesOf(found.analysis, symbol) : [];
  };
  const ranges = (edge: CallEdge) => edge.places.map(({ source, start, end }) => toRange(source, start, end));
  connection.languages.callHierarchy.onPrepare(async (params) => {
    const found = await placed(params);
    const symbol = found && functionAt(found.analysis, found.source, found.offset);
    return symbol ? [hierarchyItem(symbol)] : null;
  });
  connection.languages.callHierarchy.onIncomingCalls(async ({ item }): Promise<CallHierarchyIncomingCall[]> => {
    const callers = await edges(item, callersOf);
    return callers.map((edge) => ({ from: hierarchyItem(edge.symbol), fromRanges: ranges(edge) }));
  });
  connection.languages.callHierarchy.onOutgoingCalls(async ({ item }): Promise<CallHierarchyOutgoingCall[]> => {
    const callees = await edges(item, calleesOf);
    return callees.map((edge) => ({ to: hierarchyItem(edge.symbol), fromRanges: ranges(edge) }));
  });
}
