// Translator and emitted interpreter against the step engine on random programs, all stopped at the same random instants: registers, flags,
// memory, the record of calls and the count must be the same each time. TRANSLATOR_SECONDS runs for long, TRANSLATOR_SEED
// repeats what failed.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import type { Core } from "../../debugger/cpu/core.ts";
import { createState } from "../../debugger/cpu/create-state.ts";
import { createStepEngine, type StepEngine } from "../../debugger/cpu/step-engine.ts";
import { createTranslator, type TranslatorOptions } from "../../debugger/jit/create.ts";
import { createInterpreter, type InterpreterOptions } from "../../debugger/jit/interpreter.ts";
import { createMemory } from "../../debugger/mem/create.ts";
import { PROT } from "../../debugger/mem/layout.ts";
import type { Image } from "../../server/obj/image.ts";
import { imageOf } from "../machine/program.ts";
import { randomFrom, randomProgram } from "./random-program.ts";

const STACK = { start: 0x7000_0000, sizeBytes: 0x10000 };
/** So many instructions of each program are compared. */
const LENGTH = 40_000;

function coreFor(image: Image, wrap: (step: StepEngine) => Core): Core {
  const memory = createMemory(2 ** 26);
  const state = createState(memory);
  for (const segment of image.segments) {
    const start = Math.floor(segment.address / 4096) * 4096;
    const end = Math.ceil((segment.address + segment.sizeBytes) / 4096) * 4096;
    const protection =
      (segment.read ? PROT.read : 0) | (segment.write ? PROT.write : 0) | (segment.exec ? PROT.exec : 0);
    memory.map(start, end - start, protection);
    memory.poke(segment.address, segment.bytes);
  }
  memory.map(STACK.start, STACK.sizeBytes, PROT.read | PROT.write);
  state.setGpr(4, BigInt(STACK.start + STACK.sizeBytes - 64));
  state.rip = BigInt(image.entry);
  return wrap(createStepEngine(memory, state, image.bits));
}

function fingerprint(core: Core, image: Image): string {
  const hash = createHash("sha1");
  for (const segment of image.segments) hash.update(core.memory.peek(segment.address, segment.sizeBytes));
  hash.update(core.memory.peek(STACK.start, STACK.sizeBytes)).update(core.calls.save());
  const registers = Array.from({ length: 16 }, (_, k) => core.state.gpr(k).toString(16)).join(" ");
  for (let k = 0; k < 16; k++) hash.update(String(core.state.read(`xmm${k}`)));
  hash.update(String(core.state.mxcsr));
  const { rip, eflags, retired } = core.state;
  return `${registers} rip ${rip.toString(16)} flags ${eflags.toString(16)} time ${retired} ${hash.digest("hex")}`;
}

/** @returns the program's text when the cores disagree. */
function compare(seed: number): string | undefined {
  const random = randomFrom(seed ^ 0x5eed);
  const bits = random(4) === 0 ? 32 : 64;
  const source = randomProgram(seed, bits);
  const image = imageOf(source);
  const cut = random(3) === 0 ? 3 + random(20) : 0;
  const options: TranslatorOptions = {
    hotVisits: [1, 2, 30][random(3)]!,
    maxInstructions: [2000, 2000, 20][random(3)]!,
    ...(cut > 0 ? { mayJoin: (address: number) => address % cut !== 0 } : {}),
  };
  const interpreter: InterpreterOptions = { warmUp: [1, 300, 3000][random(3)]!, misses: [1, 100][random(2)]! };
  const cores = [
    coreFor(image, (step) => step),
    coreFor(image, (step) => createTranslator(step, options)),
    coreFor(image, (step) => createInterpreter(step, interpreter)),
  ];
  for (let left = LENGTH; left > 0; ) {
    const slice = 1 + random(random(2) === 0 ? 60 : 6000);
    left -= slice;
    const stops = cores.map((core) => JSON.stringify(core.run(slice)));
    const prints = cores.map((core) => fingerprint(core, image));
    if (new Set(prints).size > 1 || new Set(stops).size > 1)
      return `seed ${seed}, ${JSON.stringify({ ...options, ...interpreter })}\n${stops.join("\n")}\n${prints.join("\n")}\n${source}`;
    if (!stops[0]!.includes("budget")) break;
  }
  regions += cores[1]!.translatedBlocks;
  shapes += cores[2]!.translatedBlocks;
  return undefined;
}

let regions = 0;
let shapes = 0;

test("random programs go the same way in the step engine, the translator and the emitted interpreter", () => {
  const one = process.env["TRANSLATOR_SEED"];
  if (one !== undefined) {
    assert.equal(compare(Number(one)), undefined);
    return;
  }
  const seconds = process.env["TRANSLATOR_SECONDS"];
  const end = performance.now() + Number(seconds ?? 0) * 1000;
  const first = seconds === undefined ? 1 : Math.floor(Date.now() % 1e9);
  let seed = first;
  for (; seed < first + 15 || performance.now() < end; seed++) {
    const difference = compare(seed);
    if (difference !== undefined) assert.fail(difference);
  }
  assert.ok(shapes > 8 * (seed - first), `${shapes} shapes in ${seed - first} programs`);
  assert.ok(regions > seed - first, `${regions} regions in ${seed - first} programs`);
});
