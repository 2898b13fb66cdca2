// `asmoscope run --dap-port N`: a program that waits for a debugger. Listens on this machine; the first debugger that attaches
// has the program, whose input and output stay where it was started. Without its debugger it runs on to its end.

import { createServer, type Socket } from "node:net";
import { nodeHost } from "./node-host.ts";
import type { LaunchProperties } from "./protocol.ts";
import type { AttachedProgram } from "./session-state.ts";
import { serveStreams } from "./stream.ts";

export interface AttachOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly properties: LaunchProperties;
  readonly write: (stream: 1 | 2, bytes: Uint8Array) => void;
  /** What is typed; read only once a debugger has attached. */
  readonly input: NodeJS.ReadableStream;
  readonly onListening: (port: number) => void;
}

/** How long a debugger may take to say goodbye after the program's end. */
const GOODBYE_MS = 1000;

/** The program's exit status; a sentence when the port cannot be listened on. */
export function waitForDebugger(options: AttachOptions): Promise<number | string> {
  return new Promise((resolve) => {
    const sockets = new Set<Socket>();
    const end = (outcome: number | string) => {
      server.close();
      for (const socket of sockets) socket.destroy();
      options.input.pause();
      resolve(outcome);
    };
    const attached = programFor(options, (status) => {
      // The last events are on their way; the debugger closes when it has them.
      const timer = setTimeout(() => end(status), GOODBYE_MS);
      const closing = [...sockets].map((socket) => new Promise((closed) => socket.once("close", closed)));
      void Promise.all(closing).then(() => {
        clearTimeout(timer);
        end(status);
      });
    });
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on("error", () => socket.destroy());
      socket.on("close", () => sockets.delete(socket));
      serveStreams(socket, socket, { ...nodeHost, attached });
    });
    server.on("error", (error) => end(`cannot listen on port ${options.port}: ${error.message}`));
    server.listen(options.port, "127.0.0.1", () => {
      const address = server.address();
      options.onListening(typeof address === "object" && address ? address.port : options.port);
    });
  });
}

function programFor({ properties, write, input }: AttachOptions, ended: (status: number) => void): AttachedProgram {
  let claimed = false;
  let take: (bytes: Uint8Array | undefined) => void = () => {};
  const listenOnce = () => {
    input.on("data", (bytes: Uint8Array | string) =>
      take(typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes),
    );
    input.on("end", () => take(undefined));
  };
  let listening = false;
  return {
    properties,
    claim() {
      if (claimed) return "Another debugger is attached to this program.";
      claimed = true;
      return undefined;
    },
    release() {
      claimed = false;
    },
    write,
    listen(taker) {
      take = taker;
      // Input that is given beforehand leaves the terminal's alone.
      if (listening || properties.stdin !== undefined) return;
      listening = true;
      listenOnce();
    },
    ended,
  };
}
