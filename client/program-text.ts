// Texts made from a source, shown beside it: its listing with addresses and bytes, and what the preprocessor made of it. They
// are documents of a scheme of their own, read only, and follow the source while they are shown.

import * as vscode from "vscode";
import type { ProgramTextParams } from "../server/lsp/protocol.ts";
import { assemblyInSight } from "./languages.ts";

const SCHEME = "asmoscope-text";
/** Quiet time after an edit before a text is made again, in milliseconds. */
const QUIET_MS = 400;

export type TextKind = ProgramTextParams["kind"];
/** Asks the language server. */
export type AskText = (params: ProgramTextParams) => Promise<string>;

/** The document that shows a text of `source`: the source's own URI travels in the query. */
function textUri(source: vscode.Uri, kind: TextKind): vscode.Uri {
  const name = source.path.slice(source.path.lastIndexOf("/") + 1);
  const path = kind === "listing" ? `/${name}.lst` : `/${name} (preprocessed).asm`;
  return vscode.Uri.from({ scheme: SCHEME, path, query: JSON.stringify({ uri: source.toString(), kind }) });
}

function paramsOf(uri: vscode.Uri): ProgramTextParams {
  return JSON.parse(uri.query) as ProgramTextParams;
}

export interface ProgramTexts {
  readonly show: (kind: TextKind) => Promise<void>;
}

export function createProgramTexts(context: vscode.ExtensionContext, ask: AskText): ProgramTexts {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = (source: vscode.Uri) => {
    for (const { uri } of vscode.workspace.textDocuments) {
      if (uri.scheme === SCHEME && paramsOf(uri).uri === source.toString()) changed.fire(uri);
    }
  };
  context.subscriptions.push(
    changed,
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      provideTextDocumentContent: (uri) => ask(paramsOf(uri)),
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document.uri.scheme === SCHEME) return;
      clearTimeout(timer);
      timer = setTimeout(() => refresh(document.uri), QUIET_MS);
    }),
  );
  return {
    async show(kind) {
      const source = assemblyInSight();
      if (source === undefined) {
        void vscode.window.showInformationMessage("Asmoscope: open an assembly file first.");
        return;
      }
      const uri = textUri(source.uri, kind);
      changed.fire(uri);
      const document = await vscode.workspace.openTextDocument(uri);
      await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
    },
  };
}
