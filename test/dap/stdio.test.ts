// The adapter as other editors start it: a process that speaks DAP on its standard streams, or on a port.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, type TestContext, test } from "node:test";
import { build } from "esbuild";
import { dataFolder } from "./conversation.ts";
import {
  errorText,
  exitOf,
  openSocket,
  processClient,
  type StreamClient,
  socketClient,
  startProcess,
} from "./stream-client.ts";

const timeout = 60_000;
let folder = "";
const bundle = () => join(folder, "dap.cjs");

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "dap-"));
  const options = { bundle: true, platform: "node", format: "cjs", logLevel: "warning" } as const;
  await build({ ...options, entryPoints: ["debugger/dap/node.ts"], outfile: bundle() });
});
after(() => rmSync(folder, { recursive: true }));

/** Runs the brk program to its end; gives what the client heard. */
async function wholeSession(client: StreamClient): Promise<readonly string[]> {
  await client.request("initialize", { adapterID: "asmoscope" });
  await client.request("launch", { program: join(dataFolder, "brk.asm"), stopOnEntry: true });
  await client.request("configurationDone");
  await client.event("stopped");
  await client.request("continue", { threadId: 1 });
  await client.event("terminated");
  await client.request("disconnect");
  return client.heard();
}

const EXPECTED = [
  ...["← initialize true", "* process", "* initialized", "← launch true", "← configurationDone true", "* stopped"],
  ...["← continue true", "* output", "* exited", "* terminated", "← disconnect true"],
];

/** A server on a port that it chose; the port as it printed it. */
async function startServer(t: TestContext, ...args: readonly string[]): Promise<number> {
  const child = startProcess(t, bundle(), args);
  const text = await errorText(child, /\n/);
  const port = Number(/^asmoscope dap: listening on 127\.0\.0\.1:(\d+)\n$/.exec(text)?.[1]);
  assert.ok(port > 0, text);
  return port;
}

test("on stdio; who disconnects ends the process", { timeout }, async (t) => {
  const child = startProcess(t, bundle(), []);
  assert.deepEqual(await wholeSession(processClient(child)), EXPECTED);
  assert.equal(await exitOf(child), 0);
});

test("on stdio; the end of input ends the process", { timeout }, async (t) => {
  const child = startProcess(t, bundle(), []);
  await processClient(child).request("initialize", { adapterID: "asmoscope" });
  child.stdin!.end();
  assert.equal(await exitOf(child), 0);
});

test("on a port of this machine: sessions one after another and at once", { timeout }, async (t) => {
  const port = await startServer(t, "--port", "0");
  const first = openSocket(t, port);
  assert.deepEqual(await wholeSession(socketClient(first)), EXPECTED);
  first.destroy();
  const clients = [1, 2, 3].map(() => socketClient(openSocket(t, port)));
  for (const heard of await Promise.all(clients.map(wholeSession))) assert.deepEqual(heard, EXPECTED);
  const other = startProcess(t, bundle(), [`--port=${port}`]);
  assert.match(
    await errorText(other, /\n/),
    /^asmoscope dap: cannot listen on port \d+: something else listens there already .*\n$/,
  );
  assert.equal(await exitOf(other), 1);
});

test("wrong usage is one line and status 2", { timeout }, async (t) => {
  for (const args of [["--por"], ["--port"], ["--port", "x"], ["--port", "70000"], ["--port", "1", "2"]]) {
    const child = startProcess(t, bundle(), args);
    const [text, code] = await Promise.all([errorText(child, /\n/), exitOf(child)]);
    assert.deepEqual([code, text], [2, "asmoscope: dap: usage: asmoscope dap [--port N]\n"], args.join(" "));
  }
});
