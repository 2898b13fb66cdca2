// A language client in a few lines: frames, ids, and waiting for notifications. Speaks to the built server over stdio, or to a
// server in this process whose files are a table.

import { spawn } from "node:child_process";
import { join } from "node:path";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { createConnection } from "vscode-languageserver/node";
import { parameterCheck } from "../../server/lsp/parameters.ts";
import { startServer } from "../../server/lsp/server.ts";

export interface LanguageClient {
  request(method: string, params: unknown): Promise<unknown>;
  notify(method: string, params: unknown): void;
  /** The next notification of that method that `accept` wants; earlier ones count too. */
  waitFor(method: string, accept: (params: unknown) => boolean): Promise<unknown>;
  /** Parameters of every notification of that method so far. */
  all(method: string): unknown[];
  stop(): void;
}

/** Far longer than anything takes on a busy machine: a test that waits in vain ends with a word. */
const WAIT_MS = 120_000;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string; readonly code: number };
}

/** An error that the server answered. */
export class ServerError extends Error {
  readonly code: number;
  constructor(message: string, code: number) {
    super(message);
    this.code = code;
  }
}

/** Splits the stream into messages (LSP 3.17, Base Protocol). */
function readMessages(output: Readable, onMessage: (message: Message) => void): void {
  let buffer = Buffer.alloc(0);
  output.on("data", (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const header = /^(?:.*\r\n)*?Content-Length: (\d+)\r\n(?:.*\r\n)*?\r\n/.exec(buffer.toString("latin1"));
      if (header === null || buffer.length < header[0].length + Number(header[1])) return;
      const end = header[0].length + Number(header[1]);
      onMessage(JSON.parse(buffer.subarray(header[0].length, end).toString("utf8")) as Message);
      buffer = buffer.subarray(end);
    }
  });
}

/** Starts `asmoscope lsp`. */
export function startClient(): LanguageClient {
  const child = spawn(process.execPath, [join(process.cwd(), "dist/node/cli.js"), "lsp"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  return clientOver(child.stdin!, child.stdout!, () => child.kill());
}

/** A server in this process over files by URI, as a web worker's is: it can reach nothing else. */
export function startTableClient(files: ReadonlyMap<string, string | Uint8Array>): LanguageClient {
  const [input, output] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(input, output, { messageStrategy: parameterCheck }), {
    async read(uri) {
      const bytes = files.get(uri);
      return typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes;
    },
    list: async () => [],
  });
  // The end of its input would end the process.
  return clientOver(input, output, () => {});
}

function clientOver(input: Writable, output: Readable, stop: () => void): LanguageClient {
  const answers = new Map<number, (message: Message) => void>();
  const received: Message[] = [];
  const waiting: {
    readonly method: string;
    readonly accept: (params: unknown) => boolean;
    readonly done: (params: unknown) => void;
  }[] = [];
  let id = 0;
  const send = (message: object): void => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    input.write(`Content-Length: ${body.length}\r\n\r\n`);
    input.write(body);
  };
  readMessages(output, (message) => {
    if (message.id !== undefined && message.method === undefined) {
      answers.get(message.id)?.(message);
      return;
    }
    // What the server asks of its client is granted, and counts as received too.
    if (message.id !== undefined) send({ id: message.id, result: null });
    received.push(message);
    const index = waiting.findIndex((one) => one.method === message.method && one.accept(message.params));
    if (index >= 0) waiting.splice(index, 1)[0]!.done(message.params);
  });
  return {
    request: (method, params) =>
      new Promise((resolve, reject) => {
        answers.set(++id, (message) =>
          message.error ? reject(new ServerError(message.error.message, message.error.code)) : resolve(message.result),
        );
        send({ id, method, params });
      }),
    notify: (method, params) => send({ method, params }),
    waitFor: (method, accept) =>
      new Promise((done, reject) => {
        const known = received.find((one) => one.method === method && accept(one.params));
        if (known) {
          done(known.params);
          return;
        }
        const late = setTimeout(() => reject(new Error(`waited for ${method}`)), WAIT_MS);
        const arrived = (params: unknown): void => {
          clearTimeout(late);
          done(params);
        };
        waiting.push({ method, accept, done: arrived });
      }),
    all: (method) => received.filter((one) => one.method === method).map(({ params }) => params),
    stop,
  };
}
