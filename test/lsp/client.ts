// A language client in a few lines: frames, ids, and waiting for notifications. Speaks to the built server over stdio.

import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

export interface LanguageClient {
  request(method: string, params: unknown): Promise<unknown>;
  notify(method: string, params: unknown): void;
  /** The next notification of that method that `accept` wants; earlier ones count too. */
  waitFor(method: string, accept: (params: unknown) => boolean): Promise<unknown>;
  /** Parameters of every notification of that method so far. */
  all(method: string): unknown[];
  stop(): void;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Splits the stream into messages (LSP 3.17, Base Protocol). */
function readMessages(child: ChildProcess, onMessage: (message: Message) => void): void {
  let buffer = Buffer.alloc(0);
  child.stdout!.on("data", (chunk: Buffer) => {
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
    child.stdin!.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin!.write(body);
  };
  readMessages(child, (message) => {
    if (message.id !== undefined && message.method === undefined) {
      answers.get(message.id)?.(message);
      return;
    }
    if (message.id !== undefined) {
      send({ id: message.id, result: null });
      return;
    }
    received.push(message);
    const index = waiting.findIndex((one) => one.method === message.method && one.accept(message.params));
    if (index >= 0) waiting.splice(index, 1)[0]!.done(message.params);
  });
  return {
    request: (method, params) =>
      new Promise((resolve, reject) => {
        answers.set(++id, (message) =>
          message.error ? reject(new Error(message.error.message)) : resolve(message.result),
        );
        send({ id, method, params });
      }),
    notify: (method, params) => send({ method, params }),
    waitFor: (method, accept) =>
      new Promise((done) => {
        const known = received.find((one) => one.method === method && accept(one.params));
        if (known) done(known.params);
        else waiting.push({ method, accept, done });
      }),
    all: (method) => received.filter((one) => one.method === method).map(({ params }) => params),
    stop: () => child.kill(),
  };
}
