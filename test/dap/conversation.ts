// A debug adapter and a client in one process: sends requests, waits for answers and events, and writes the whole
// conversation down so that it can be compared with a golden transcript.

import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after } from "node:test";
import type { DebugProtocol } from "@vscode/debugprotocol";
import { nodeHost } from "../../debugger/dap/node-host.ts";
import { createSession } from "../../debugger/dap/session.ts";
import type { SessionHost } from "../../debugger/dap/session-state.ts";

export const dataFolder = join(process.cwd(), "test", "dap", "data");

/** Guest memory of tests is small, so that hundreds of machines fit. */
const FOLD_BYTES = 2 ** 26;

export const testHost: SessionHost = {
  readFile: nodeHost.readFile,
  listFolder: nodeHost.listFolder,
  mount: () => "no folders here",
  defer: (callback) => void setImmediate(callback),
  now: () => performance.now(),
  later: (callback, delayMs) => void setTimeout(callback, delayMs),
  foldBytes: FOLD_BYTES,
  terminal: "none",
  timeSeconds: 0,
};

const WAIT_MS = 30_000;

/** A program that runs on would keep its test's process alive. */
const clients: Client[] = [];
after(() => {
  for (const client of clients) client.close();
});

type Body = Record<string, unknown>;

/** One client with its own session. */
export class Client {
  readonly #session;
  readonly #lines: string[] = [];
  readonly #answers = new Map<number, (response: DebugProtocol.Response) => void>();
  readonly events: DebugProtocol.Event[] = [];
  #heard: (() => void)[] = [];
  #seq = 0;
  /** Events before this index were waited for already. */
  #consumed = 0;
  recording = true;

  constructor(changes: Partial<SessionHost> = {}) {
    clients.push(this);
    this.#session = createSession({ host: { ...testHost, ...changes }, send: (message) => this.#take(message) });
  }

  #note(line: string): void {
    if (this.recording) this.#lines.push(line);
  }

  #take(message: DebugProtocol.ProtocolMessage): void {
    // A transport would turn the message into text: what does not survive that is a defect.
    const copy = JSON.parse(JSON.stringify(message)) as DebugProtocol.Response & DebugProtocol.Event;
    if (copy.type === "response") {
      this.#note(`${copy.success ? "←" : "✗"} ${copy.command} ${stable(copy.success ? copy.body : copy.message)}`);
      const answered = this.#answers.get(copy.request_seq);
      assert.ok(answered, `${copy.command} was answered twice`);
      this.#answers.delete(copy.request_seq);
      answered(copy);
      return;
    }
    this.#note(`* ${copy.event} ${stable(copy.body)}`);
    this.events.push(copy);
    const heard = this.#heard;
    this.#heard = [];
    for (const callback of heard) callback();
  }

  /** The stream to the client has broken off. */
  close(): void {
    this.#session.close();
  }

  /** Sequence number of the last request. */
  get sent(): number {
    return this.#seq;
  }

  /** Requests without an answer so far. */
  unanswered(): readonly number[] {
    return [...this.#answers.keys()];
  }

  /** Sends a request; resolves with the response, successful or not. */
  ask(command: string, args?: object): Promise<DebugProtocol.Response> {
    const seq = ++this.#seq;
    this.#note(`→ ${command} ${stable(args)}`);
    return new Promise((resolve) => {
      this.#answers.set(seq, resolve);
      const request = { seq, type: "request", command, ...(args === undefined ? {} : { arguments: args }) };
      this.#session.receive(request as DebugProtocol.Request);
    });
  }

  /** Sends a request that must succeed; resolves with its body. */
  async request<T = Body>(command: string, args?: object): Promise<T> {
    const response = await this.ask(command, args);
    assert.ok(response.success, `${command}: ${response.message}`);
    return response.body as T;
  }

  /** The next event of this name that was not waited for yet. */
  async event<T = Body>(name: string): Promise<T> {
    for (;;) {
      const index = this.events.findIndex((event, k) => k >= this.#consumed && event.event === name);
      if (index >= 0) {
        this.#consumed = index + 1;
        return this.events[index]!.body as T;
      }
      await this.#more(name);
    }
  }

  /** Until the next event; an endless program must not make an endless test. */
  #more(name: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const heard = () => this.events.slice(this.#consumed).map(({ event }) => event);
      const timer = setTimeout(() => reject(new Error(`waited for ${name}; heard ${heard().join(", ")}`)), WAIT_MS);
      this.#heard.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  /** A request that makes the machine move, and the stop after it. */
  async move(command: string, args: object = { threadId: 1 }): Promise<DebugProtocol.StoppedEvent["body"]> {
    await this.request(command, args);
    return this.event("stopped");
  }

  /** initialize, launch, breakpoints on lines, configurationDone. */
  async start(program: string | readonly string[], options: StartOptions = {}): Promise<void> {
    const { lines = [], supportsProgressReporting = false, ...properties } = options;
    const place = (name: string) => join(dataFolder, name);
    const { recording } = this;
    this.recording = false;
    await this.request("initialize", {
      adapterID: "asmoscope",
      supportsMemoryEvent: true,
      supportsInvalidatedEvent: true,
      ...(supportsProgressReporting ? { supportsProgressReporting } : {}),
    });
    this.recording = recording;
    const programs = typeof program === "string" ? place(program) : program.map(place);
    await this.request("launch", { program: programs, ...properties });
    await this.event("initialized");
    if (lines.length > 0) {
      const source = { path: typeof programs === "string" ? programs : programs[0] };
      await this.request("setBreakpoints", { source, breakpoints: lines.map((line) => ({ line })) });
    }
    await this.request("configurationDone");
  }

  /** Name → value of the variables under a reference. */
  async list(variablesReference: number): Promise<DebugProtocol.Variable[]> {
    const { variables } = await this.request<{ variables: DebugProtocol.Variable[] }>("variables", {
      variablesReference,
    });
    return variables;
  }

  /** The variables of a scope of a frame. */
  async scope(name: string, frameId = 1): Promise<DebugProtocol.Variable[]> {
    const { scopes } = await this.request<{ scopes: DebugProtocol.Scope[] }>("scopes", { frameId });
    const scope = scopes.find((candidate) => candidate.name === name);
    assert.ok(scope, `no scope ${name}`);
    return this.list(scope.variablesReference);
  }

  /** "name: value" of a scope. */
  async values(scope: string, frameId = 1): Promise<string[]> {
    return (await this.scope(scope, frameId)).map(({ name, value }) => `${name}: ${value}`);
  }

  /** "f1:12" of each frame. */
  async stack(): Promise<string[]> {
    const { stackFrames } = await this.request<{ stackFrames: DebugProtocol.StackFrame[] }>("stackTrace", {
      threadId: 1,
    });
    return stackFrames.map(({ name, line }) => `${name}:${line}`);
  }

  async evaluate(expression: string, context = "watch"): Promise<string> {
    const { result } = await this.request<{ result: string }>("evaluate", { expression, context, frameId: 1 });
    return result;
  }

  /** Text of the output events so far. */
  output(category?: string): string {
    return this.events
      .filter(({ event, body }) => event === "output" && (category === undefined || body.category === category))
      .map(({ body }) => body.output)
      .join("");
  }

  transcript(): string {
    return `${this.#lines.join("\n")}\n`;
  }
}

export interface StartOptions {
  readonly lines?: readonly number[];
  readonly supportsProgressReporting?: boolean;
  readonly [property: string]: unknown;
}

/** JSON with the test folder's path replaced; nothing for undefined. */
function stable(value: unknown): string {
  if (value === undefined) return "";
  return JSON.stringify(value).replaceAll(JSON.stringify(dataFolder).slice(1, -1), "DATA");
}

/** Compares with `data/NAME.golden.txt`; UPDATE=1 writes it. */
export function compareGolden(name: string, text: string): void {
  const path = join(dataFolder, `${name}.golden.txt`);
  if (process.env.UPDATE) writeFileSync(path, text);
  const expected = (existsSync(path) ? readFileSync(path, "utf8") : "").split("\n");
  text.split("\n").forEach((line, k) => {
    assert.equal(line.slice(0, 2000), expected[k]?.slice(0, 2000), `${path}:${k + 1}: UPDATE=1 rewrites it`);
    assert.equal(line, expected[k], `${path}:${k + 1}: UPDATE=1 rewrites it`);
  });
  assert.equal(text.split("\n").length, expected.length, `${path}: UPDATE=1 rewrites it`);
}
