// The language server over any connection: documents in, analyses kept, requests answered from the newest analysis.
// An edit schedules one analysis of its root; a request for a document that has changed since waits for that analysis only.

import {
  CodeActionKind,
  type Connection,
  type Diagnostic,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Source, sourceFromText } from "../base/source.ts";
import { type Analysis, analyse } from "../ide/analysis.ts";
import { faded } from "../ide/faded.ts";
import { findingPage } from "../ide/finding-page.ts";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "../ide/semantic-tokens.ts";
import { answerAssistance } from "./assistance.ts";
import { toLspDiagnostic } from "./convert.ts";
import { answerNavigation } from "./navigation.ts";
import { MODE, type ModeParams, type ServerSettings } from "./protocol.ts";
import type { Analysed, Files, ServerState } from "./state.ts";
import { candidates, createWorkspace, fetchPending, readerFor } from "./workspace.ts";

/** Rounds of "assemble, fetch what was asked for, assemble again" before giving up on further includes. */
const FETCH_ROUNDS = 64;
/** The version of an analysis whose document is unchanged but which must be made again. */
const STALE = -1;
/** Quiet time after an edit before the document is analysed, in milliseconds. */
const QUIET_MS = 40;

/** Starts the server on a connection; `files` reach what is not open. */
export function startServer(connection: Connection, files: Files): void {
  const server: ServerState = {
    connection,
    documents: new TextDocuments(TextDocument),
    workspace: createWorkspace(),
    files,
    analyses: new Map(),
    timers: new Map(),
    published: new Map(),
    sent: new Map(),
    settings: {},
    pages: undefined,
  };
  connection.onInitialize((params) => {
    server.settings = (params.initializationOptions as ServerSettings | undefined) ?? {};
    server.pages = server.settings.findingPages;
    server.workspace.includePaths = server.settings.includePath ?? [];
    return capabilities(server.settings.lensCommands === true ? "wanted" : "none");
  });
  connection.onDidChangeConfiguration((change) => {
    server.settings = (change.settings as { asmoscope?: ServerSettings } | undefined)?.asmoscope ?? server.settings;
    server.workspace.includePaths = server.settings.includePath ?? [];
    reanalyseAll(server);
  });
  connection.onDidChangeWatchedFiles(() => {
    server.workspace.fetched.clear();
    reanalyseAll(server);
  });
  server.documents.onDidChangeContent(({ document }) => changed(server, document));
  server.documents.onDidClose(({ document }) => closed(server, document.uri));
  answerRequests(server);
  server.documents.listen(connection);
  connection.listen();
}

function capabilities(lenses: "wanted" | "none"): InitializeResult {
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      completionProvider: { triggerCharacters: ["%", ".", "["], resolveProvider: true },
      signatureHelpProvider: { triggerCharacters: [" ", ","] },
      definitionProvider: true,
      declarationProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      documentSymbolProvider: true,
      workspaceSymbolProvider: true,
      documentLinkProvider: {},
      renameProvider: { prepareProvider: true },
      callHierarchyProvider: true,
      foldingRangeProvider: true,
      selectionRangeProvider: true,
      semanticTokensProvider: {
        legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
        full: true,
        range: true,
      },
      inlayHintProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      // Their commands are the extension's: an editor without it has no use for them.
      ...(lenses === "wanted" ? { codeLensProvider: {} } : {}),
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
    },
    serverInfo: { name: "asmoscope" },
  };
}

function changed(server: ServerState, document: TextDocument): void {
  server.workspace.open.set(document.uri, document.getText());
  schedule(server, document.uri);
  for (const [root, { analysis }] of server.analyses) {
    if (root === document.uri || !includes(analysis, document.uri)) continue;
    server.analyses.set(root, { version: STALE, analysis });
    schedule(server, root);
  }
}

function closed(server: ServerState, uri: string): void {
  server.workspace.open.delete(uri);
  server.workspace.fetched.delete(uri);
  clearTimeout(server.timers.get(uri));
  server.analyses.delete(uri);
  server.sent.delete(uri);
  for (const other of server.published.get(uri) ?? []) send(server, other, []);
  server.published.delete(uri);
}

const includes = (analysis: Analysis, uri: string): boolean =>
  analysis.assembly?.sources.some((source) => source.name === uri) === true;

function reanalyseAll(server: ServerState): void {
  server.analyses.clear();
  for (const uri of server.workspace.open.keys()) schedule(server, uri);
}

function schedule(server: ServerState, uri: string): void {
  clearTimeout(server.timers.get(uri));
  server.timers.set(
    uri,
    setTimeout(() => void analysisOf(server, uri), QUIET_MS),
  );
}

/** A file that only makes sense inside another (.inc, .mac) and that an open root includes is told about through that root. */
function rootOf(server: ServerState, uri: string): string {
  if (!/\.(inc|mac)$/i.test(uri)) return uri;
  for (const [root, { analysis }] of server.analyses) if (root !== uri && includes(analysis, uri)) return root;
  return uri;
}

/** The newest analysis of a document's root, made now if the text has changed since. */
async function analysisOf(server: ServerState, uri: string): Promise<Analysis | undefined> {
  const root = rootOf(server, uri);
  const document = server.documents.get(root);
  if (document === undefined) return undefined;
  const known = server.analyses.get(root);
  if (known?.version === document.version) return known.analysis;
  const options = {
    reader: readerFor(server.workspace),
    includePaths: [],
    defines: (server.settings.defines ?? []).map(parseDefine),
    bits: server.settings.mode === "32" ? 32 : server.settings.mode === "64" ? 64 : 0,
  } as const;
  for (let round = 0; round < FETCH_ROUNDS; round++) {
    const version = document.version;
    const analysis = analyse(sourceFromText(root, document.getText()), options);
    server.analyses.set(root, { version, analysis });
    const asked = await fetchPending(server.workspace, analysis.pendingFiles, server.files.read);
    if (!asked || server.documents.get(root) !== document) break;
  }
  const result = server.analyses.get(root)?.analysis;
  if (result !== undefined) publish(server, root, result);
  return result;
}

function parseDefine(text: string): { name: string; value?: string } {
  const at = text.indexOf("=");
  return at < 0 ? { name: text } : { name: text.slice(0, at), value: text.slice(at + 1) };
}

/** With a link to the page of its kind. */
function explained({ pages }: ServerState, diagnostic: Diagnostic): Diagnostic {
  const page = findingPage(String(diagnostic.code));
  if (pages === undefined || page === undefined) return diagnostic;
  return { ...diagnostic, codeDescription: { href: `${pages}${page}` } };
}

/** Diagnostics of one file, unless the client has just these. */
function send(server: ServerState, uri: string, diagnostics: Diagnostic[]): void {
  const text = JSON.stringify(diagnostics);
  if (server.sent.get(uri) === text) return;
  server.sent.set(uri, text);
  void server.connection.sendDiagnostics({ uri, diagnostics });
}

/** Sends an analysis's diagnostics, each to the file it stands in, and clears files that have none any more. */
function publish(server: ServerState, root: string, analysis: Analysis): void {
  const byFile = new Map<string, Parameters<typeof toLspDiagnostic>[1][]>([[root, []]]);
  const sources = new Map<string, Source>([[root, analysis.source]]);
  for (const source of analysis.assembly?.sources ?? []) sources.set(source.name, source);
  for (const diagnostic of [...analysis.diagnostics, ...faded(analysis)]) {
    const name = diagnostic.span?.source.name ?? root;
    const file = sources.has(name) ? name : root;
    byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
  }
  for (const [uri, diagnostics] of byFile) {
    const source = sources.get(uri)!;
    const shown = diagnostics.map((one) =>
      explained(
        server,
        toLspDiagnostic(source, one, (file) => file),
      ),
    );
    send(server, uri, shown);
  }
  for (const uri of server.published.get(root) ?? []) {
    if (!byFile.has(uri)) send(server, uri, []);
  }
  server.published.set(root, [...byFile.keys()]);
  const mode: ModeParams = { uri: root, bits: analysis.bits, detected: analysis.bitsDetected };
  server.connection.sendNotification(MODE, mode);
}

/** The document as the analysis saw it. */
function sourceIn(analysis: Analysis, uri: string): Source | undefined {
  return analysis.source.name === uri
    ? analysis.source
    : analysis.assembly?.sources.find((source) => source.name === uri);
}

function answerRequests(server: ServerState): void {
  const analysedAt = async (uri: string): Promise<Analysed | undefined> => {
    const analysis = await analysisOf(server, uri);
    const source = analysis && sourceIn(analysis, uri);
    return analysis && source && { analysis, source };
  };
  answerAssistance(server, analysedAt);
  answerNavigation(server, analysedAt);
}

/** The URIs an include could mean: exported for the client's file watcher and tests. */
export const includeCandidates = candidates;
