// Findings that the launch does not want to hear: by their kind, or because a baseline knows them. Nothing stops there and
// nothing is told; the program runs on to its end.

import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { Client, dataFolder, type StartOptions } from "./conversation.ts";

const KINDS = ["use-after-free-read", "use-after-free-write", "heap-overflow-write", "leak-definite"];

/** Kinds that a run of uaf.asm tells until it stops at the first, or ends. */
async function told(properties: object, until: "stopped" | "terminated"): Promise<string[]> {
  const client = new Client();
  await client.start("uaf.asm", { stopOnEntry: false, ...properties });
  await client.event(until);
  return client.events.flatMap(({ event, body }) =>
    event === "asmoscope/finding" ? [(body as { kind: string }).kind] : [],
  );
}

test("a kind that nobody wants to hear of", async () => {
  const all = await told({}, "stopped");
  assert.ok(all.length > 0 && all.every((kind) => KINDS.includes(kind)), all.join(", "));
  assert.deepEqual(await told({ ignoreFindings: all }, "terminated"), []);
});

test("a finding that the baseline knows", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "asmoscope-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const [kind = ""] = await told({}, "stopped");
  const known = join(folder, "known.json");
  writeFileSync(known, JSON.stringify({ version: 1, findings: [{ kind, file: "uaf.asm", line: "xor eax, eax" }] }));
  assert.deepEqual(await told({ baseline: known }, "stopped"), [kind]);
  writeFileSync(known, JSON.stringify({ version: 1, findings: [{ kind, file: "uaf.asm", line: "mov rax, [rbx]" }] }));
  assert.deepEqual(await told({ baseline: known }, "terminated"), []);
});

test("a fault that nobody wants to hear of as a finding is a signal all the same", async () => {
  const run = async (program: string, properties: StartOptions, filter: string, until: string) => {
    const client = new Client();
    await client.start(program, { ...properties, stopOnEntry: true });
    await client.event("stopped");
    await client.request("setExceptionBreakpoints", { filters: [filter] });
    await client.request("continue", { threadId: 1 });
    const body = await client.event<{ text?: string } | undefined>(until);
    return { text: body?.text, findings: client.events.filter(({ event }) => event === "asmoscope/finding").length };
  };
  const heard = await run("null.asm", {}, "memory", "stopped");
  assert.equal(heard.findings, 1);
  assert.match(heard.text ?? "", /at 0x0: no memory/);
  const ways = [
    ["null.asm", { ignoreFindings: ["null-deref"] }],
    ["null-known.asm", {}],
  ] as const;
  for (const [program, properties] of ways) {
    assert.equal((await run(program, properties, "memory", "terminated")).findings, 0);
    assert.deepEqual(await run(program, properties, "signals", "stopped"), { ...heard, findings: 0 });
  }
});

test("annotations that mean nothing, or do not hold, are told once, however often a run goes back", async () => {
  const client = new Client();
  await client.start("lie.asm", { stopOnEntry: false, lines: [21] });
  await client.event("stopped");
  await client.request("reverseContinue", { threadId: 1 });
  await client.event("stopped");
  await client.request("continue", { threadId: 1 });
  await client.event("stopped");
  assert.match(client.output("stderr"), /lie\.asm:13: warning: There is no annotation `@dealloc`/);
  const said = client.output("console").match(/what is said of .* does not hold: called at line \d+/g);
  assert.deepEqual(said, ["what is said of take (@alloc size=rdi ret=rdi) does not hold: called at line 18"]);
});

test("a baseline that is none refuses the launch with a sentence", async () => {
  const client = new Client();
  const program = join(dataFolder, "uaf.asm");
  const none = await client.ask("launch", { program, baseline: join(dataFolder, "none.json") });
  assert.match(none.message ?? "", /^baseline: .*none\.json /);
  const wrong = await client.ask("launch", { program, baseline: program });
  assert.match(wrong.message ?? "", /^baseline: .*uaf\.asm cannot be used: it is no JSON\.$/);
});
