// The debug adapter in Node: a worker thread of the extension, or a server on stdio or on 127.0.0.1 for any editor.
//   asmoscope dap [--port N]

import { readdir, readFile, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort } from "node:worker_threads";
import { NODE_FOLD_BYTES } from "../mem/layout.ts";
import { mountFolder } from "./host-folder.ts";
import type { ListFolderAnswer, ReadFileAnswer, WorkerMessage } from "./protocol.ts";
import type { SessionHost } from "./session-state.ts";
import { serveStreams } from "./stream.ts";
import { serveWorker } from "./worker-host.ts";

const pathOf = (location: string): string => (location.startsWith("file:") ? fileURLToPath(location) : location);

async function readLocation(location: string): Promise<ReadFileAnswer> {
  try {
    const path = pathOf(location);
    if ((await stat(path)).isDirectory()) return { error: "is a folder" };
    return { bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    const code = (error as { readonly code?: string }).code ?? "";
    if (code === "ENOENT" || code === "ENOTDIR") return { error: "does not exist" };
    return { error: code === "EACCES" ? "may not be read" : `cannot be read (${code || String(error)})` };
  }
}

async function listLocation(location: string): Promise<ListFolderAnswer> {
  try {
    const entries = await readdir(pathOf(location), { withFileTypes: true });
    return { entries: entries.map((entry) => ({ name: entry.name, directory: entry.isDirectory() })) };
  } catch {
    return { error: "cannot be read" };
  }
}

const host: SessionHost = {
  readFile: readLocation,
  listFolder: listLocation,
  mount: mountFolder,
  defer: (callback) => void setImmediate(callback),
  now: () => performance.now(),
  later: (callback, delayMs) => void setTimeout(callback, delayMs).unref(),
  foldBytes: NODE_FOLD_BYTES,
  terminal: "none",
  timeSeconds: Math.floor(Date.now() / 1000),
};

function serveStdio(): void {
  serveStreams(process.stdin, process.stdout, host);
  process.stdin.on("end", () => process.exit(0));
  // Whoever read us is gone.
  process.stdout.on("error", () => process.exit(0));
}

function servePort(port: number): void {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    serveStreams(socket, socket, host);
  });
  server.on("error", (error) => {
    process.stderr.write(`asmoscope dap: cannot listen on port ${port}: ${error.message}\n`);
    process.exit(1);
  });
  server.listen(port, "127.0.0.1", () => {
    // Port 0 asks for any free one: who connects needs to know which.
    const address = server.address();
    const real = typeof address === "object" ? address?.port : port;
    process.stderr.write(`asmoscope dap: listening on 127.0.0.1:${real}\n`);
  });
}

/** What `asmoscope dap` was given. */
function serveArguments(words: readonly string[]): void {
  const [first, second] = words;
  const given = words.length === (first === "--port" ? 2 : 1);
  const value = first === "--port" ? second : /^--port=(.*)$/.exec(first ?? "")?.[1];
  if (first === "--help" || first === "-h") {
    process.stdout.write("usage: asmoscope dap [--port N]\n\nThe debug adapter on stdio, or on 127.0.0.1:N.\n");
    process.exit(0);
  }
  if (first === undefined) serveStdio();
  else if (given && value !== undefined && /^\d+$/.test(value) && Number(value) < 65_536) servePort(Number(value));
  else {
    process.stderr.write("asmoscope: dap: usage: asmoscope dap [--port N]\n");
    process.exit(2);
  }
}

if (!isMainThread && parentPort) {
  const port = parentPort;
  const receive = serveWorker({
    post: (message) => port.postMessage(message),
    defer: host.defer,
    mount: mountFolder,
    foldBytes: NODE_FOLD_BYTES,
  });
  port.on("message", (message: WorkerMessage) => receive(message));
} else {
  serveArguments(process.argv.slice(2));
}
