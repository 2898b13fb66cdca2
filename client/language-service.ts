// The language client: attaches the server to every assembly document, passes the settings on and lets the server read files
// that it cannot reach itself. Without the server's bundle the rest of the extension works on.

import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type {
  ListFolderParams,
  ListFolderResult,
  ModeParams,
  ProgramTextParams,
  ReadFileParams,
  ReadFileResult,
} from "../server/lsp/protocol.ts";
import { assemblySelector } from "./languages.ts";
import { findingPages, readLocation } from "./locations.ts";
import type { Platform } from "./platform.ts";
import { textsOf } from "./settings.ts";

export interface LanguageService {
  readonly programText: (params: ProgramTextParams) => Promise<string>;
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

// Values of server/lsp/protocol.ts, of which the client may take only types.
const READ_FILE = "asmoscope/readFile";
const LIST_FOLDER = "asmoscope/listFolder";
const PROGRAM_TEXT = "asmoscope/programText";
const MODE = "asmoscope/mode";

const section = "asmoscope";

function clientOptions(pages: vscode.Uri): LanguageClientOptions {
  return {
    documentSelector: [...assemblySelector],
    initializationOptions: {
      ...JSON.parse(JSON.stringify(vscode.workspace.getConfiguration(section))),
      findingPages: `${pages}/`,
      lensCommands: true,
    },
    // Which files it wants to hear of the server says itself.
    synchronize: { configurationSection: section },
    middleware: {
      handleDiagnostics(uri, diagnostics, next) {
        const settings = vscode.workspace.getConfiguration(section, uri);
        if (settings.get("diagnostics") === false) return next(uri, []);
        const ignored = new Set(textsOf(settings, "ignoreFindings"));
        next(
          uri,
          diagnostics.filter(({ code }) => !ignored.has(String(typeof code === "object" ? code.value : code))),
        );
      },
    },
  };
}

function base64(bytes: Uint8Array): string {
  const CHUNK = 0x8000;
  let text = "";
  for (let start = 0; start < bytes.length; start += CHUNK)
    text += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  return btoa(text);
}

async function readFile({ uri }: ReadFileParams): Promise<ReadFileResult> {
  const found = await readLocation(uri);
  return "bytes" in found ? { base64: base64(found.bytes) } : null;
}

async function listFolder({ uri }: ListFolderParams): Promise<ListFolderResult> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri));
    return entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
  } catch {
    return [];
  }
}

export function startLanguageService(
  context: vscode.ExtensionContext,
  platform: Platform,
  onMode: (mode: ModeParams) => void,
): LanguageService {
  let running: Promise<BaseLanguageClient | undefined>;

  async function begin(): Promise<BaseLanguageClient | undefined> {
    const client = await platform.createLanguageClient(context, clientOptions(findingPages(context)));
    if (!client) {
      console.warn("Asmoscope: the language server was not built; there will be no diagnostics.");
      return undefined;
    }
    client.onRequest(READ_FILE, readFile);
    client.onRequest(LIST_FOLDER, listFolder);
    client.onNotification(MODE, onMode);
    await client.start();
    return client;
  }

  async function stop(): Promise<void> {
    const client = await running;
    await client?.dispose();
  }

  const beginSafely = () =>
    begin().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(`Asmoscope's language server did not start: ${reason}`);
      return undefined;
    });

  running = beginSafely();
  return {
    stop,
    async programText(params) {
      const client = await running;
      return client
        ? await client.sendRequest<string>(PROGRAM_TEXT, params)
        : "; The language server is not running.\n";
    },
    async restart() {
      await stop();
      running = beginSafely();
      await running;
    },
  };
}
