// What differs between the desktop and the browser: how the two workers start. Everything else of the client is shared.

import type * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { WorkerMessage } from "../debugger/dap/protocol.ts";

/** The debug adapter in a worker of its own, so that an endless loop never blocks the editor. */
export interface AdapterWorker {
  post(message: WorkerMessage): void;
  onMessage(listener: (message: WorkerMessage) => void): void;
  /** The worker has died of an error of its own. */
  onFailure(listener: (reason: string) => void): void;
  terminate(): void;
}

export interface Platform {
  /** undefined when the server's bundle is missing. */
  createLanguageClient(
    context: vscode.ExtensionContext,
    options: LanguageClientOptions,
  ): Promise<BaseLanguageClient | undefined>;
  /** Whether a debug adapter on a port of this machine can be talked to. */
  readonly ports: "reachable" | "unreachable";
  /** Rejects with a sentence when the adapter's bundle is missing. */
  startAdapter(context: vscode.ExtensionContext): Promise<AdapterWorker>;
}

export const languageClientId = "asmoscope";
export const languageClientName = "Asmoscope";
