// The debug adapter in Node: a worker thread of the extension, or a server on stdio or on 127.0.0.1 for any editor.
//   asmoscope dap [--port N]

import { createServer } from "node:net";
import { isMainThread, parentPort } from "node:worker_threads";
import { NODE_FOLD_BYTES } from "../mem/layout.ts";
import { nodeHost } from "./node-host.ts";
import type { WorkerMessage } from "./protocol.ts";
import { serveStreams } from "./stream.ts";
import { serveWorker } from "./worker-host.ts";

function serveStdio(): void {
  // An empty write is done when the answer before it is.
  serveStreams(process.stdin, process.stdout, nodeHost, () => process.stdout.write("", () => process.exit(0)));
  process.stdin.on("end", () => process.exit(0));
  // Whoever read us is gone.
  process.stdout.on("error", () => process.exit(0));
}

/** Why nobody can listen there, as words. */
function listenProblem(error: NodeJS.ErrnoException): string {
  if (error.code === "EADDRINUSE") return "something else listens there already (--port 0 takes any free one)";
  return error.code === "EACCES" ? "permission denied" : error.message;
}

function servePort(port: number): void {
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    serveStreams(socket, socket, nodeHost);
  });
  server.on("error", (error) => {
    process.stderr.write(`asmoscope dap: cannot listen on port ${port}: ${listenProblem(error)}\n`);
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
    defer: nodeHost.defer,
    mount: nodeHost.mount,
    foldBytes: NODE_FOLD_BYTES,
  });
  port.on("message", (message: WorkerMessage) => receive(message));
} else {
  serveArguments(process.argv.slice(2));
}
