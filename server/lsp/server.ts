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
import { type Analysis, type AnalysisOptions, analyse, withLints } from "../ide/analysis.ts";
import { findingPage } from "../ide/finding-page.ts";
import { type Known, newsOf } from "../ide/known-findings.ts";
import { programText } from "../ide/program-text.ts";
import { TOKEN_MODIFIERS, TOKEN_TYPES } from "../ide/semantic-tokens.ts";
import { answerAssistance } from "./assistance.ts";
import { toLspDiagnostic } from "./convert.ts";
import { knownIn } from "./known.ts";
import { answerNavigation } from "./navigation.ts";
import { answerMalformed } from "./parameters.ts";
import { MODE, type ModeParams, PROGRAM_TEXT, type ProgramTextParams, type ServerSettings } from "./protocol.ts";
import { includes, rootOf, textOfFile } from "./roots.ts";
import { readSettings, settingsIn } from "./settings.ts";
import type { Analysed, Files, ServerState } from "./state.ts";
import { fileDiagnostics, lookAtFile } from "./stored-form.ts";
import { watchFetched, watchFiles } from "./watching.ts";
import { createWorkspace, fetchPending, readerFor } from "./workspace.ts";

/** Rounds of "assemble, fetch what was asked for, assemble again" before giving up on further includes. */
const FETCH_ROUNDS = 64;
/** The version of an analysis whose document is unchanged but which must be made again. */
const STALE = -1;
/** The version of the analysis of a root that no editor shows: it stands until a file changes. */
const NOT_OPEN = -2;
/** Quiet time after an edit before the document is analysed, in milliseconds. */
const QUIET_MS = 40;
/** In files of more lines the static layer waits until nobody has typed for this long. */
const LARGE_LINES = 400;
const LINT_QUIET_MS = 300;

/** Starts the server on a connection; `files` reach what is not open. */
export function startServer(connection: Connection, files: Files): void {
  const server: ServerState = {
    connection,
    documents: new TextDocuments(TextDocument),
    workspace: createWorkspace(),
    files,
    analyses: new Map(),
    roots: new Map(),
    timers: new Map(),
    published: new Map(),
    sent: new Map(),
    forms: new Map(),
    watching: undefined,
    settings: {},
    workspaceFolders: [],
    known: new Map(),
    commands: "none",
    pages: undefined,
  };
  connection.onInitialize((params) => {
    const settings = readSettings(params.initializationOptions);
    server.pages = settings.findingPages;
    server.workspaceFolders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
    server.commands = settings.lensCommands === true ? "there" : "none";
    use(server, settings);
    watchFiles(server, params, () => refresh(server));
    return capabilities(server.commands);
  });
  connection.onDidChangeConfiguration((change) => {
    const given = settingsIn(change?.settings);
    if (given !== undefined) use(server, readSettings(given));
    reanalyseAll(server);
  });
  answerMalformed(connection);
  server.documents.onDidSave(({ document }) => saved(server, document.uri));
  server.documents.onDidChangeContent(({ document }) => changed(server, document));
  server.documents.onDidClose(({ document }) => closed(server, document.uri));
  answerRequests(server);
  server.documents.listen(connection);
  connection.listen();
}

function use(server: ServerState, settings: ServerSettings): void {
  server.settings = settings;
  server.workspace.includePaths = settings.includePath ?? [];
}

/** Files have changed behind the editor. */
function refresh(server: ServerState): void {
  server.workspace.fetched.clear();
  server.roots.clear();
  server.forms.clear();
  reanalyseAll(server);
}

/** The file of a document may have another encoding now. */
function saved(server: ServerState, uri: string): void {
  const known = server.analyses.get(uri);
  if ((server.forms.get(uri)?.form ?? "plain") === "plain" || known === undefined) return;
  server.forms.delete(uri);
  server.analyses.set(uri, { ...known, version: STALE });
  schedule(server, uri);
}

function capabilities(commands: ServerState["commands"]): InitializeResult {
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
      ...(commands === "there" ? { codeLensProvider: {} } : {}),
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
  server.roots.delete(uri);
  server.forms.delete(uri);
  clearTimeout(server.timers.get(uri));
  forget(server, uri);
  server.sent.delete(uri);
  // A root that was only looked at for this file.
  for (const [root, { analysis }] of server.analyses) {
    if (server.documents.get(root) === undefined && includes(analysis, uri)) forget(server, root);
  }
}

/** Drops an analysis and takes back what it said. */
function forget(server: ServerState, root: string): void {
  server.analyses.delete(root);
  for (const other of server.published.get(root) ?? []) send(server, other, []);
  server.published.delete(root);
}

function reanalyseAll(server: ServerState): void {
  server.analyses.clear();
  server.known.clear();
  for (const uri of server.workspace.open.keys()) schedule(server, uri);
}

function schedule(server: ServerState, uri: string): void {
  clearTimeout(server.timers.get(uri));
  server.timers.set(
    uri,
    setTimeout(() => void analysisOf(server, uri), QUIET_MS),
  );
}

/** The newest analysis of what a document belongs to, made now if a text has changed since. */
async function analysisOf(server: ServerState, uri: string): Promise<Analysis | undefined> {
  if (server.documents.get(uri) === undefined) return undefined;
  const root = await rootOf(server, uri);
  const analysis = await analysisOfRoot(server, root);
  if (root === uri || (analysis !== undefined && includes(analysis, uri))) return analysis;
  // Whoever was named as its root does not include it after all.
  server.roots.set(uri, uri);
  return analysisOfRoot(server, uri);
}

async function analysisOfRoot(server: ServerState, root: string): Promise<Analysis | undefined> {
  if (server.documents.get(root) !== undefined) await lookAtFile(server, root);
  const document = server.documents.get(root);
  const version = () => document?.version ?? NOT_OPEN;
  const known = server.analyses.get(root);
  if (known?.version === version()) return known.analysis;
  const stored = document === undefined ? await textOfFile(server, root) : undefined;
  if (document === undefined && stored === undefined) return undefined;
  const options = analysisOptions(server, root);
  for (let round = 0; round < FETCH_ROUNDS; round++) {
    const current = version();
    const source = sourceFromText(root, document?.getText() ?? stored!);
    const isLarge = source.lineStarts.length > LARGE_LINES;
    const analysis = analyse(source, options, known && isLarge ? { later: known.analysis } : "now");
    server.analyses.set(root, { version: current, analysis });
    const asked = await fetchPending(server.workspace, analysis.pendingFiles, root, server.files.read);
    if (!asked || server.documents.get(root) !== document) break;
  }
  const result = server.analyses.get(root)?.analysis;
  if (result !== undefined) publish(server, root, result, await knownIn(server, root));
  watchFetched(server);
  if (known) lintLater(server, root);
  return result;
}

/** Looks at a large file once nobody has typed for a while. */
function lintLater(server: ServerState, root: string): void {
  const key = `lint ${root}`;
  clearTimeout(server.timers.get(key));
  const look = async () => {
    const known = await knownIn(server, root);
    const newest = server.analyses.get(root);
    if (newest === undefined || newest.analysis.source.lineStarts.length <= LARGE_LINES) return;
    const analysis = withLints(newest.analysis);
    server.analyses.set(root, { ...newest, analysis });
    publish(server, root, analysis, known);
  };
  server.timers.set(
    key,
    setTimeout(() => void look(), LINT_QUIET_MS),
  );
}

const analysisOptions = ({ workspace, settings }: ServerState, root: string): AnalysisOptions => ({
  reader: readerFor(workspace, root),
  includePaths: [],
  defines: (settings.defines ?? []).map(parseDefine),
  bits: settings.mode === "32" ? 32 : settings.mode === "64" ? 64 : 0,
});

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

/** Whether the settings want a diagnostic shown. The extension's client decides that itself, by the settings of each folder. */
function isWanted({ commands, settings }: ServerState, { code }: Diagnostic): boolean {
  if (commands === "there") return true;
  return settings.diagnostics !== false && settings.ignoreFindings?.includes(String(code)) !== true;
}

/** Sends an analysis's diagnostics, each to the file it stands in, and clears files that have none any more. */
function publish(server: ServerState, root: string, analysis: Analysis, known: Known): void {
  const byFile = new Map<string, Parameters<typeof toLspDiagnostic>[1][]>([[root, []]]);
  const sources = new Map<string, Source>([[root, analysis.source]]);
  for (const source of analysis.assembly?.sources ?? []) sources.set(source.name, source);
  const all = [...analysis.diagnostics, ...fileDiagnostics(server, analysis), ...analysis.lints];
  for (const diagnostic of newsOf(all, known)) {
    const name = diagnostic.span?.source.name ?? root;
    const file = sources.has(name) ? name : root;
    byFile.set(file, [...(byFile.get(file) ?? []), diagnostic]);
  }
  for (const [uri, diagnostics] of byFile) {
    const source = sources.get(uri)!;
    // A root that nobody has open was looked at for the sake of its parts.
    if (server.documents.get(root) === undefined && server.documents.get(uri) === undefined) continue;
    const shown = diagnostics.map((one) => toLspDiagnostic(source, one, (file) => file));
    send(
      server,
      uri,
      shown.filter((one) => isWanted(server, one)).map((one) => explained(server, one)),
    );
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
  server.connection.onRequest(PROGRAM_TEXT, async ({ uri, kind }: ProgramTextParams): Promise<string> => {
    const analysis = await analysisOf(server, uri);
    if (analysis === undefined) return "; The file is not open.\n";
    return programText(analysis, analysisOptions(server, analysis.source.name), kind);
  });
  answerAssistance(server, analysedAt);
  answerNavigation(server, analysedAt);
}
