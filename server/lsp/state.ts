// What the language server knows while it runs, and what its answers may ask of it.

import type { Connection, TextDocuments } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Source } from "../base/source.ts";
import type { TextForm } from "../base/text-form.ts";
import type { Analysis } from "../ide/analysis.ts";
import type { Known } from "../ide/known-findings.ts";
import type { ServerSettings } from "./protocol.ts";
import type { ListUri, ReadUri, Workspace } from "./workspace.ts";

/** How the server reaches what is not open: everything that differs between Node and a web worker. */
export interface Files {
  readonly read: ReadUri;
  readonly list: ListUri;
}

/** A look at the file of a document: `form` is there when `ready` is fulfilled, if there is a file. */
export interface FileLook {
  form: TextForm | undefined;
  readonly ready: Promise<void>;
}

export interface Watching {
  /** URIs of folders that are watched with all they hold, percent signs decoded, with a slash at the end. */
  readonly roots: readonly string[];
  /** URIs of folders outside of them whose files are watched. */
  readonly folders: Set<string>;
  readonly outside: "possible" | "impossible";
}

export interface ServerState {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace: Workspace;
  readonly files: Files;
  readonly analyses: Map<string, { readonly version: number; readonly analysis: Analysis }>;
  /** The root of each document, as far as it was looked for; emptied when files change. */
  readonly roots: Map<string, string>;
  readonly timers: Map<string, ReturnType<typeof setTimeout>>;
  /** URIs that a root's last analysis sent diagnostics to. */
  readonly published: Map<string, readonly string[]>;
  /** What each file was sent last, so that nothing is sent twice. */
  readonly sent: Map<string, string>;
  /** What the files of open documents are, as far as they were looked at; emptied when files change. */
  readonly forms: Map<string, FileLook>;
  /** Where files are watched for the server; undefined for a client that cannot be asked to. */
  watching: Watching | undefined;
  settings: ServerSettings;
  /** Whether the client has the extension's commands: those of code lenses and of quick fixes. */
  commands: "there" | "none";
  /** Folders that are open in the editor, as URIs. */
  workspaceFolders: readonly string[];
  /** Known findings by the folder of the source; emptied when files or settings change. */
  readonly known: Map<string, Promise<Known>>;
  /** Folder URI of the finding kinds' pages, with its slash; undefined where the client has none. */
  pages: string | undefined;
}

/** A document as its newest analysis saw it. */
export interface Analysed {
  readonly analysis: Analysis;
  readonly source: Source;
}

/** The newest analysis of a document; undefined for one that is not open. */
export type AnalysedAt = (uri: string) => Promise<Analysed | undefined>;
