// A client on a byte stream, as an editor beside the adapter's process has it: standard streams of a child, or a socket.
// Whatever is waited for, the wait is bounded and says what was heard instead, so that a lost answer fails a test and never
// hangs it.

import { type ChildProcess, spawn } from "node:child_process";
import { connect, type Socket } from "node:net";
import type { TestContext } from "node:test";
import { createFraming, frame } from "./framing.ts";

export interface Message {
  readonly type: string;
  readonly command?: string;
  readonly event?: string;
  readonly request_seq?: number;
  readonly success?: boolean;
  readonly message?: string;
  readonly body?: Record<string, unknown>;
}

export interface StreamClient {
  /** Sends a request; resolves with its response, successful or not. */
  request(command: string, args?: object): Promise<Message>;
  /** Resolves with the next event of this name that was not waited for yet. */
  event(name: string): Promise<Message>;
  /** "← launch true", "* stopped" … in order; runs of equal events as one, for how output is cut is nobody's promise. */
  heard(): readonly string[];
}

const WAIT_MS = 20_000;

/** The promise, or an error after a while. */
function bounded<T>(promise: Promise<T>, what: () => string): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(what())), WAIT_MS);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

const nameOf = ({ type, event, command, success }: Message): string =>
  type === "event" ? `* ${event}` : `← ${command} ${success}`;

/** A client that writes with `write`; `listen` is given the function that takes what comes back. */
export function streamClient(
  write: (bytes: Uint8Array) => void,
  listen: (take: (bytes: Uint8Array) => void) => void,
): StreamClient {
  const messages: Message[] = [];
  let callbacks: (() => void)[] = [];
  let seq = 0;
  let consumed = 0;
  const framing = createFraming((message) => {
    messages.push(message as Message);
    const told = callbacks;
    callbacks = [];
    for (const callback of told) callback();
  });
  listen((bytes) => framing.take(bytes));
  const names = () =>
    messages.map(nameOf).filter((name, k, all) => !name.includes("asmoscope/") && name !== all[k - 1]);

  async function until(find: () => number, what: string): Promise<number> {
    for (;;) {
      const index = find();
      if (index >= 0) return index;
      const more = new Promise<void>((resolve) => callbacks.push(resolve));
      await bounded(more, () => `waited for ${what}; heard ${names().join(", ")}`);
    }
  }

  return {
    async request(command, args = {}) {
      const mine = ++seq;
      write(frame({ seq: mine, type: "request", command, arguments: args }));
      const isAnswer = ({ type, request_seq }: Message) => type === "response" && request_seq === mine;
      return messages[await until(() => messages.findIndex(isAnswer), `the answer to ${command}`)]!;
    },
    async event(name) {
      const index = await until(
        () => messages.findIndex((message, k) => k >= consumed && message.event === name),
        name,
      );
      consumed = index + 1;
      return messages[index]!;
    },
    heard: names,
  };
}

/** A process that is killed when the test ends, however it ends. */
export function startProcess(t: TestContext, script: string, args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  t.after(() => {
    child.kill("SIGKILL");
    child.stdin?.destroy();
    child.stdout?.destroy();
    child.stderr?.destroy();
  });
  return child;
}

export const exitOf = (child: ChildProcess): Promise<number | null> =>
  bounded(new Promise((resolve) => child.on("exit", resolve)), () => "waited for the process to end");

/** The first text of standard error that matches; all of it as text when the process ends before. */
export function errorText(child: ChildProcess, pattern: RegExp): Promise<string> {
  let text = "";
  const found = new Promise<string>((resolve) => {
    child.stderr!.on("data", (bytes) => {
      text += bytes;
      if (pattern.test(text)) resolve(text);
    });
    child.stderr!.on("end", () => resolve(text));
  });
  return bounded(found, () => `waited for ${pattern} on standard error; heard ${text}`);
}

/** A socket to a port of this machine that is closed when the test ends. */
export function openSocket(t: TestContext, port: number): Socket {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => socket.destroy());
  t.after(() => socket.destroy());
  return socket;
}

export const socketClient = (socket: Socket): StreamClient =>
  streamClient(
    (bytes) => void socket.write(bytes),
    (take) => void socket.on("data", take),
  );

export const processClient = (child: ChildProcess): StreamClient =>
  streamClient(
    (bytes) => void child.stdin!.write(bytes),
    (take) => void child.stdout!.on("data", take),
  );
