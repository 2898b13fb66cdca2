// Sessions with the debug adapter in its worker, for measuring: the same functions act in a page on dist/web/dap.js and in
// Node on dist/node/dap.cjs. What a page runs is sent to it as text, so `inWorker` may use nothing from outside of itself but
// `openAdapter`, which is put beside it on either side.

import { Worker } from "node:worker_threads";
import type { Page } from "playwright-core";
import type { WorkerMessage } from "../../debugger/dap/protocol.ts";

/** A worker of its own for one session. */
interface Adapter {
  readonly post: (message: WorkerMessage) => void;
  hear(listener: (message: WorkerMessage) => void): void;
  readonly end: () => void;
}

export interface Job {
  readonly source: string;
  /** Files that it includes, by name. */
  readonly includes: Readonly<Record<string, string>>;
  readonly check: "off" | "full";
  /** Pauses it so often instead of waiting for its end; it runs for this long before each. */
  readonly pauses?: { readonly count: number; readonly everyMs: number };
}

export interface Outcome {
  readonly output: string;
  readonly instructions: number;
  /** From `continue` at the first instruction to the end. */
  readonly seconds: number;
  /** Milliseconds from each request to pause until the machine stands still. */
  readonly pauses: readonly number[];
}

async function inWorker(job: Job): Promise<Outcome> {
  const adapter = (globalThis as unknown as { openAdapter: () => Adapter }).openAdapter();
  const answers = new Map<number, (message: WorkerMessage) => void>();
  const waiting: { readonly names: readonly string[]; readonly resolve: () => void }[] = [];
  let sequence = 0;
  let output = "";
  let instructions = 0;
  const request = (command: string, fields: object = {}): Promise<WorkerMessage> =>
    new Promise((resolve) => {
      answers.set(++sequence, resolve);
      adapter.post({ seq: sequence, type: "request", command, arguments: fields });
    });
  const event = (...names: string[]): Promise<void> => new Promise((resolve) => waiting.push({ names, resolve }));
  const readFile = ({ seq, arguments: asked }: WorkerMessage): void => {
    const name = String((asked as { location?: unknown }).location).replace(/.*\//, "");
    const text = name === "program.asm" ? job.source : job.includes[name];
    const body = text === undefined ? { error: "does not exist" } : { bytes: new TextEncoder().encode(text) };
    adapter.post({ seq: 0, type: "response", request_seq: seq, success: true, body });
  };
  adapter.hear((message) => {
    if (message.type === "request") readFile(message);
    if (message.type === "response") answers.get(Number(message["request_seq"]))?.(message);
    if (message.type !== "event") return;
    const body = (message["body"] ?? {}) as { category?: string; output?: string; time?: number };
    if (message["event"] === "output" && body.category === "stdout") output += body.output;
    if (message["event"] === "asmoscope/time") instructions = body.time ?? 0;
    const index = waiting.findIndex(({ names }) => names.includes(String(message["event"])));
    if (index >= 0) waiting.splice(index, 1)[0]!.resolve();
  });
  try {
    await request("initialize", { adapterID: "asmoscope" });
    const ready = event("initialized");
    const launched = await request("launch", { program: "/program.asm", stopOnEntry: true, check: job.check });
    if (launched["success"] === false) throw new Error(String(launched["message"]));
    await ready;
    const entry = event("stopped");
    await request("configurationDone");
    await entry;
    const from = performance.now();
    const pauses: number[] = [];
    for (let k = 0; k < (job.pauses?.count ?? 0); k++) {
      await request("continue", { threadId: 1 });
      await new Promise((resolve) => setTimeout(resolve, job.pauses!.everyMs));
      const stopped = event("stopped", "exited");
      const asked = performance.now();
      adapter.post({ seq: ++sequence, type: "request", command: "pause", arguments: { threadId: 1 } });
      await stopped;
      pauses.push(performance.now() - asked);
    }
    if (!job.pauses) {
      const standing = event("stopped", "exited");
      await request("continue", { threadId: 1 });
      await standing;
    }
    return { output, instructions, seconds: (performance.now() - from) / 1000, pauses };
  } finally {
    adapter.end();
  }
}

/** One session in a worker of this process. */
export function runInNode(job: Job): Promise<Outcome> {
  const openAdapter = (): Adapter => {
    const worker = new Worker("./dist/node/dap.cjs");
    return {
      post: (message) => worker.postMessage(message),
      hear: (listener) => void worker.on("message", listener),
      end: () => void worker.terminate(),
    };
  };
  Object.assign(globalThis, { openAdapter });
  return inWorker(job);
}

/** One session in a worker of the page, started from a blob as the extension does. */
export async function runInPage(page: Page, adapterText: string, job: Job): Promise<Outcome> {
  await page.evaluate((text) => {
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    const openAdapter = (): Adapter => {
      const worker = new globalThis.Worker(address);
      return {
        post: (message) => worker.postMessage(message),
        hear: (listener) => {
          worker.onmessage = ({ data }: MessageEvent<WorkerMessage>) => listener(data);
        },
        end: () => worker.terminate(),
      };
    };
    Object.assign(globalThis, { openAdapter });
  }, adapterText);
  return await page.evaluate(inWorker, job);
}
