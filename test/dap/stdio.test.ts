// The adapter as other editors start it: a process that speaks DAP on its standard streams, or on a port.

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import { build } from "esbuild";
import { createFraming, frame } from "../../debugger/dap/framing.ts";
import { dataFolder } from "./conversation.ts";

interface Message {
  readonly type: string;
  readonly command?: string;
  readonly event?: string;
  readonly success?: boolean;
  readonly body?: Record<string, unknown>;
}

let folder = "";
const bundle = () => join(folder, "dap.cjs");

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "dap-"));
  const options = { bundle: true, platform: "node", format: "cjs", logLevel: "warning" } as const;
  await build({ ...options, entryPoints: ["debugger/dap/node.ts"], outfile: bundle() });
});
after(() => rmSync(folder, { recursive: true }));

/** Runs the brk program to its end over any pair of byte streams; gives the messages' names in order. */
async function converse(
  write: (bytes: Uint8Array) => void,
  listen: (take: (bytes: Uint8Array) => void) => void,
): Promise<string[]> {
  const heard: string[] = [];
  let waiting: { name: string; resolve: (message: Message) => void } | undefined;
  const framing = createFraming((value) => {
    const message = value as Message;
    const name = message.type === "event" ? `* ${message.event}` : `← ${message.command} ${message.success}`;
    heard.push(name);
    if (waiting?.name === name) waiting.resolve(message);
  });
  listen((bytes) => framing.take(bytes));
  let seq = 0;
  const send = (command: string, args: object, until: string): Promise<Message> =>
    new Promise((resolve) => {
      waiting = { name: until, resolve };
      write(frame({ seq: ++seq, type: "request", command, arguments: args }));
    });
  await send("initialize", { adapterID: "asmoscope" }, "← initialize true");
  await send("launch", { program: join(dataFolder, "brk.asm"), stopOnEntry: true }, "← launch true");
  await send("configurationDone", {}, "* stopped");
  await send("continue", { threadId: 1 }, "* terminated");
  await send("disconnect", {}, "← disconnect true");
  return heard.filter((name) => !name.includes("asmoscope/"));
}

const EXPECTED = [
  ...["← initialize true", "* initialized", "← launch true", "← configurationDone true", "* stopped"],
  ...["← continue true", "* output", "* output", "* exited", "* terminated", "← disconnect true"],
];

/** The adapter as a process; it ends with the test, whatever became of that. */
function start(test: TestContext, args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [bundle(), ...args], { stdio: ["pipe", "pipe", "pipe"] });
  test.after(() => child.kill());
  return child;
}

test("on stdio; the end of input ends the process", async (context) => {
  const child = start(context, []);
  const heard = await converse(
    (bytes) => void child.stdin!.write(bytes),
    (take) => void child.stdout!.on("data", take),
  );
  assert.deepEqual(heard, EXPECTED);
  child.stdin!.end();
  const code = await new Promise((resolve) => child.on("exit", resolve));
  assert.equal(code, 0);
});

test("on a port of this machine, one session a connection", async (context) => {
  const port = 40_000 + (process.pid % 20_000);
  const child = start(context, ["--port", `${port}`]);
  await new Promise((resolve) => child.stderr!.once("data", resolve));
  const socket = connect(port, "127.0.0.1");
  context.after(() => socket.destroy());
  const heard = await converse(
    (bytes) => void socket.write(bytes),
    (take) => void socket.on("data", take),
  );
  assert.deepEqual(heard, EXPECTED);
});

test("wrong usage is one line and status 2", async (context) => {
  const child = start(context, ["--por"]);
  let text = "";
  child.stderr!.on("data", (bytes) => {
    text += bytes;
  });
  const code = await new Promise((resolve) => child.on("exit", resolve));
  assert.deepEqual([code, text], [2, "asmoscope: dap: usage: asmoscope dap [--port N]\n"]);
});
