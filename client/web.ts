// The extension's entry in a browser. Both workers start from a blob: the editor does not let an extension start a worker
// from its own address, but it may read its own files.

import * as vscode from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import type { WorkerMessage } from "../debugger/dap/protocol.ts";
import { start, stop } from "./activation.ts";
import { type AdapterWorker, languageClientId, languageClientName, type Platform } from "./platform.ts";

/** Starts `dist/web/NAME` in a worker; undefined when there is no such bundle. */
async function workerFrom(context: vscode.ExtensionContext, name: string): Promise<Worker | undefined> {
  const uri = vscode.Uri.joinPath(context.extensionUri, "dist", "web", name);
  const bytes = await vscode.workspace.fs.readFile(uri).then(
    (found) => found,
    () => undefined,
  );
  if (!bytes) return undefined;
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: "text/javascript" }));
  return new Worker(address, { name: `asmoscope ${name}` });
}

const platform: Platform = {
  ports: "unreachable",
  async createLanguageClient(context, options) {
    const worker = await workerFrom(context, "server.js");
    return worker && new LanguageClient(languageClientId, languageClientName, worker, options);
  },
  async startAdapter(context) {
    const worker = await workerFrom(context, "dap.js");
    if (!worker) throw new Error("The debug adapter is missing: dist/web/dap.js was not built.");
    return adapterIn(worker);
  },
};

function adapterIn(worker: Worker): AdapterWorker {
  return {
    post: (message) => worker.postMessage(message),
    onMessage(listener) {
      worker.onmessage = (event: MessageEvent<WorkerMessage>) => listener(event.data);
    },
    onFailure(listener) {
      worker.onerror = (event) => listener(event.message);
    },
    terminate: () => worker.terminate(),
  };
}

export const activate = (context: vscode.ExtensionContext): void => start(context, platform);
export const deactivate = (): Promise<void> => stop();
