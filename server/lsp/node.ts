// The language server in Node: started by the extension over IPC or by `asmoscope lsp` over stdio.

import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { LARGEST_BYTES, readBoundedFile } from "./bounded-file.ts";
import { parameterCheck } from "./parameters.ts";
import { startServer } from "./server.ts";

async function read(uri: string): Promise<Uint8Array | undefined> {
  if (!uri.startsWith("file:")) return undefined;
  try {
    const bytes = readBoundedFile(fileURLToPath(uri), LARGEST_BYTES);
    return typeof bytes === "string" ? undefined : bytes;
  } catch {
    return undefined;
  }
}

async function list(uri: string): Promise<readonly string[]> {
  if (!uri.startsWith("file:")) return [];
  try {
    return (await readdir(fileURLToPath(uri))).sort();
  } catch {
    return [];
  }
}

/** Serves on the transport that the process's arguments name (`--stdio`, `--node-ipc`, `--socket=`). */
export function serve(): void {
  startServer(createConnection(ProposedFeatures.all, { messageStrategy: parameterCheck }), { read, list });
}

if (process.argv.some((argument) => /^--(stdio|node-ipc|socket|pipe)/.test(argument))) serve();
