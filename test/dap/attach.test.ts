// `asmoscope run --dap-port`: a program that is started in a terminal and waits there for a debugger.

import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import { build } from "esbuild";
import { dataFolder } from "./conversation.ts";
import { errorText, exitOf, openSocket, type StreamClient, socketClient, startProcess } from "./stream-client.ts";

const timeout = 60_000;
const thread = { threadId: 1 };
let folder = "";

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "attach-"));
  const shared = { bundle: true, platform: "node", format: "esm", logLevel: "warning", splitting: true } as const;
  const js =
    "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";
  const entryPoints = [{ in: "debugger/cli/main.ts", out: "cli" }];
  await build({ ...shared, entryPoints, outdir: folder, outExtension: { ".js": ".mjs" }, banner: { js } });
});
after(() => rmSync(folder, { recursive: true }));

/** A program that waits; where it waits, and what it has written so far. */
async function startProgram(t: TestContext, name: string, ...options: readonly string[]) {
  const args = ["run", "--dap-port", "0", ...options, join(dataFolder, name)];
  const child = startProcess(t, join(folder, "cli.mjs"), args);
  let written = "";
  child.stdout!.on("data", (bytes) => {
    written += bytes;
  });
  const text = await errorText(child, /waiting for a debugger.*\n/);
  const port = Number(/^asmoscope: waiting for a debugger on 127\.0\.0\.1:(\d+)\n$/m.exec(text)?.[1]);
  assert.ok(port > 0, text);
  return { child, port, written: () => written };
}

async function attach(t: TestContext, port: number, args: object = {}): Promise<StreamClient> {
  const client = socketClient(openSocket(t, port));
  await client.request("initialize", { adapterID: "asmoscope" });
  assert.equal((await client.request("attach", args)).message, undefined);
  return client;
}

async function finished(child: ChildProcess, client: StreamClient): Promise<number | null> {
  await client.event("terminated");
  const [status] = await Promise.all([exitOf(child), client.request("disconnect")]);
  return status;
}

test("a debugger steers the program; its input and output stay in the terminal", { timeout }, async (t) => {
  const { child, port, written } = await startProgram(t, "echo.asm");
  const early = socketClient(openSocket(t, port));
  await early.request("initialize");
  const refused = await early.request("launch", { program: join(dataFolder, "echo.asm") });
  assert.equal(refused.message, "A program waits here to be attached to: use attach.");
  const client = await attach(t, port);
  assert.equal((await early.request("attach")).message, "Another debugger is attached to this program.");
  const source = { path: join(dataFolder, "echo.asm") };
  const set = await client.request("setBreakpoints", { source, breakpoints: [{ line: 12 }] });
  assert.equal((set.body as { breakpoints: { verified: boolean }[] }).breakpoints[0]!.verified, true);
  await client.request("configurationDone");
  assert.equal((await client.event("stopped")).body!.reason, "entry");
  await client.request("continue", thread);
  child.stdin!.write("typed in the terminal\n");
  assert.equal((await client.event("stopped")).body!.reason, "breakpoint");
  await client.request("continue", thread);
  assert.equal(await finished(child, client), 0);
  assert.equal(written(), "typed in the terminal\n");
});

test("without its debugger the program runs on to its end", { timeout }, async (t) => {
  const { child, port, written } = await startProgram(t, "sum.asm");
  const client = await attach(t, port, { stopOnEntry: true });
  const source = { path: join(dataFolder, "sum.asm") };
  await client.request("setBreakpoints", { source, breakpoints: [{ line: 24 }] });
  await client.request("configurationDone");
  await client.event("stopped");
  const [status] = await Promise.all([exitOf(child), client.request("disconnect")]);
  assert.deepEqual([status, written()], [26, "sum\n"]);
});

test("a lost connection is a debugger that has gone; input from a file", { timeout }, async (t) => {
  const { child, port, written } = await startProgram(t, "echo.asm", "--stdin", join(dataFolder, "finish.asm"));
  const socket = openSocket(t, port);
  const client = socketClient(socket);
  await client.request("initialize");
  await client.request("attach");
  await client.request("configurationDone");
  await client.event("stopped");
  const status = exitOf(child);
  socket.destroy();
  assert.equal(await status, 0);
  assert.match(written(), /^; Ends the program/);
});

test("the debugger can end the program", { timeout }, async (t) => {
  const { child, port } = await startProgram(t, "loop.asm");
  const client = await attach(t, port, { stopOnEntry: false });
  await client.request("configurationDone");
  const [status] = await Promise.all([exitOf(child), client.request("disconnect", { terminateDebuggee: true })]);
  assert.equal(status, 143);
});

test("options that mean nothing to a debugger, and a port that is taken", { timeout }, async (t) => {
  const script = join(folder, "cli.mjs");
  const program = join(dataFolder, "sum.asm");
  const wrong = startProcess(t, script, ["run", "--dap-port", "0", "--stats", program]);
  const [text, code] = await Promise.all([errorText(wrong, /\n/), exitOf(wrong)]);
  assert.match(text, /option "--stats" cannot be used together with "--dap-port"/);
  assert.equal(code, 2);
  const { port } = await startProgram(t, "loop.asm");
  const second = startProcess(t, script, ["run", `--dap-port=${port}`, program]);
  const [taken, status] = await Promise.all([errorText(second, /cannot listen.*\n/), exitOf(second)]);
  assert.match(taken, /^asmoscope: cannot listen on port \d+: .*EADDRINUSE/m);
  assert.equal(status, 125);
});
