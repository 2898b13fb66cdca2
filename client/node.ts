// The extension's entry on the desktop: the language server is a process, the debug adapter a worker thread.

import { Worker } from "node:worker_threads";
import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { WorkerMessage } from "../debugger/dap/protocol.ts";
import { start, stop } from "./activation.ts";
import { type AdapterWorker, languageClientId, languageClientName, type Platform } from "./platform.ts";

const bundle = (context: vscode.ExtensionContext, name: string) =>
  vscode.Uri.joinPath(context.extensionUri, "dist", "node", name);

async function exists(uri: vscode.Uri): Promise<boolean> {
  return await vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}

const platform: Platform = {
  ports: "reachable",
  async createLanguageClient(context, options) {
    const server = bundle(context, "server.cjs");
    if (!(await exists(server))) return undefined;
    const run = { module: server.fsPath, transport: TransportKind.ipc };
    return new LanguageClient(languageClientId, languageClientName, { run, debug: run }, options);
  },
  async startAdapter(context) {
    const adapter = bundle(context, "dap.cjs");
    if (!(await exists(adapter))) throw new Error("The debug adapter is missing: dist/node/dap.cjs was not built.");
    return adapterIn(new Worker(adapter.fsPath));
  },
};

function adapterIn(worker: Worker): AdapterWorker {
  let terminated = false;
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (listener) => worker.on("message", (message: WorkerMessage) => listener(message)),
    onFailure(listener) {
      worker.on("error", (error) => listener(error.message));
      worker.on("exit", (code) => {
        if (!terminated && code !== 0) listener(`ended with status ${code}`);
      });
    },
    terminate() {
      terminated = true;
      void worker.terminate();
    },
  };
}

export const activate = (context: vscode.ExtensionContext): void => start(context, platform);
export const deactivate = (): Promise<void> => stop();
