// The session's outside inside a worker: files come from the client by reverse requests, since it knows the editor's
// buffers and, in a browser, is the only one who can read anything.

import type { DebugProtocol } from "@vscode/debugprotocol";
import type { HostFiles } from "../os/host.ts";
import type { ListFolderAnswer, ReadFileAnswer, ReverseRequest, WorkerMessage } from "./protocol.ts";
import { createSession } from "./session.ts";

/** What differs between a worker thread and a browser's worker. */
export interface WorkerPlatform {
  readonly post: (message: WorkerMessage) => void;
  readonly defer: (callback: () => void) => void;
  readonly mount: (folder: string, access: "read-only" | "read-write") => HostFiles | string;
  readonly foldBytes: number;
}

/** Sequence numbers of reverse requests: far from those of the session. */
const FIRST_REVERSE = 1_000_000_000;

/** Serves one session; gives the function that takes the client's messages. */
export function serveWorker({ post, defer, mount, foldBytes }: WorkerPlatform): (message: WorkerMessage) => void {
  const waiting = new Map<number, (body: unknown) => void>();
  let sequence = FIRST_REVERSE;
  const ask = <Answer>(request: ReverseRequest): Promise<Answer> =>
    new Promise((resolve) => {
      const seq = ++sequence;
      waiting.set(seq, (body) => resolve(body as Answer));
      post({ seq, type: "request", ...request });
    });
  const session = createSession({
    send: (message) => post(message as WorkerMessage),
    host: {
      readFile: (location) => ask<ReadFileAnswer>({ command: "asmoscope/readFile", arguments: { location } }),
      listFolder: (location) => ask<ListFolderAnswer>({ command: "asmoscope/listFolder", arguments: { location } }),
      mount,
      defer,
      now: () => performance.now(),
      later: (callback, delayMs) => void setTimeout(callback, delayMs),
      foldBytes,
      terminal: "events",
      timeSeconds: Math.floor(Date.now() / 1000),
    },
  });
  return (message) => {
    if (message.type !== "response") {
      session.receive(message as DebugProtocol.ProtocolMessage);
      return;
    }
    const { request_seq, success, body } = message as unknown as DebugProtocol.Response;
    waiting.get(request_seq)?.(success ? body : { error: "cannot be read" });
    waiting.delete(request_seq);
  };
}
