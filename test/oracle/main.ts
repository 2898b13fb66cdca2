// Reads cases from standard input and writes what our machine makes of them to standard output, record by record.
//   node dist/test/oracle.js [--core=step|interpreter|jit] [--check=off|on|full]

import { readSync, writeSync } from "node:fs";
import { createStepEngine } from "../../debugger/cpu/step-engine.ts";
import { createTranslator } from "../../debugger/jit/create.ts";
import { createX87 } from "../../debugger/jit/x87-module.ts";
import { createCaseCore } from "./case-core.ts";
import { CaseRunner, type MakeCore } from "./machine.ts";
import { watch } from "./watch.ts";
import { readCase, writeResult } from "./wire.ts";

const CHUNK_BYTES = 1 << 20;

/** The header with all registers; code, vectors and memory add less than 70 KB for each of 255 pieces. */
const SMALLEST_CASE_BYTES = 152;
const LARGEST_CASE_BYTES = 1 << 25;

function refuse(reason: string): never {
  console.error(`oracle: ${reason}`);
  process.exit(2);
}

function* records(): Generator<Uint8Array> {
  let buffer = new Uint8Array(0);
  const chunk = new Uint8Array(CHUNK_BYTES);
  for (;;) {
    let at = 0;
    while (buffer.length - at >= 4) {
      const sizeBytes = new DataView(buffer.buffer, buffer.byteOffset + at).getUint32(0, true);
      if (sizeBytes < SMALLEST_CASE_BYTES || sizeBytes > LARGEST_CASE_BYTES)
        refuse(`a case of ${sizeBytes} bytes stands in the input; cases begin with their length`);
      if (buffer.length - at < sizeBytes) break;
      yield buffer.slice(at, at + sizeBytes);
      at += sizeBytes;
    }
    const count = readSync(0, chunk, 0, chunk.length, null);
    if (count === 0 && at < buffer.length) refuse("the input ends in the middle of a case");
    if (count === 0) return;
    const joined = new Uint8Array(buffer.length - at + count);
    joined.set(buffer.subarray(at));
    joined.set(chunk.subarray(0, count), buffer.length - at);
    buffer = joined;
  }
}

function writeAll(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}

const options = new Map(process.argv.slice(2).map((word) => word.replace(/^--/, "").split("=") as [string, string]));
for (const [name, value] of options) {
  const known = name === "core" ? ["step", "interpreter", "jit"] : name === "check" ? ["off", "on", "full"] : [];
  if (known.includes(value)) continue;
  console.error(`usage: oracle [--core=step|interpreter|jit] [--check=off|on|full]; "${name}=${value}" is not known`);
  process.exit(2);
}
/** The step engine as a machine has it. */
const stepEngine: MakeCore = (memory, state, bits) =>
  createStepEngine(memory, state, bits, () => createX87(memory.wasm, memory.layout));
/** Translates each case at once, so that every instruction meets translated code. */
const translator: MakeCore = (memory, state, bits) =>
  createTranslator(createStepEngine(memory, state, bits), { hotVisits: 1 });
const CORES: Readonly<Record<string, MakeCore>> = {
  step: stepEngine,
  interpreter: createCaseCore,
  jit: translator,
};
const isWatched = (options.get("check") ?? "off") !== "off";
const runner = new CaseRunner(CORES[options.get("core") ?? "step"], isWatched ? watch : undefined);
for (const record of records()) writeAll(writeResult(runner.run(readCase(record))));
