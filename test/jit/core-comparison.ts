// Translator and emitted interpreter against the step engine on one program, all stopped at the same random instants: registers,
// flags, the x87, memory, the record of calls and the count must be the same each time.

import { createHash } from "node:crypto";
import type { Core } from "../../debugger/cpu/core.ts";
import { createState } from "../../debugger/cpu/create-state.ts";
import { createStepEngine, type StepEngine } from "../../debugger/cpu/step-engine.ts";
import type { TranslatorOptions } from "../../debugger/jit/code-cache.ts";
import { createTranslator } from "../../debugger/jit/create.ts";
import { createInterpreter, type InterpreterOptions } from "../../debugger/jit/interpreter.ts";
import { createMemory } from "../../debugger/mem/create.ts";
import { PROT } from "../../debugger/mem/layout.ts";
import type { Image } from "../../server/obj/image.ts";
import { imageOf } from "../machine/program.ts";

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
  const x87 = ["fcw", "fsw", "ftw", ...Array.from({ length: 8 }, (_, k) => `st${k}`)];
  const stack = x87.map((name) => core.state.read(name)?.toString(16)).join(" ");
  const { rip, eflags, retired } = core.state;
  return `${registers} rip ${rip.toString(16)} flags ${eflags.toString(16)} time ${retired} x87 ${stack} ${hash.digest("hex")}`;
}

/** What came of a comparison. */
export interface Comparison {
  /** The program's text and what differed, where the cores disagree. */
  readonly difference: string | undefined;
  readonly regions: number;
  readonly shapes: number;
}

/** @param title says which program it is; `random` gives when the cores stop and how they are set up. */
export function compareCores(title: string, source: string, random: (below: number) => number): Comparison {
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
  const made = () => ({ regions: cores[1]!.translatedBlocks, shapes: cores[2]!.translatedBlocks });
  for (let left = LENGTH; left > 0; ) {
    const slice = 1 + random(random(2) === 0 ? 60 : 6000);
    left -= slice;
    const stops = cores.map((core) => JSON.stringify(core.run(slice)));
    const prints = cores.map((core) => fingerprint(core, image));
    if (new Set(prints).size > 1 || new Set(stops).size > 1) {
      const how = JSON.stringify({ ...options, ...interpreter });
      return { difference: `${title}, ${how}\n${stops.join("\n")}\n${prints.join("\n")}\n${source}`, ...made() };
    }
    if (!stops[0]!.includes("budget")) break;
  }
  return { difference: undefined, ...made() };
}

/** Tries seed after seed: at least `count`, for as many seconds as TRANSLATOR_SECONDS says, or the one of TRANSLATOR_SEED. */
export function compareSeeds(
  count: number,
  compare: (seed: number) => Comparison,
): Comparison & { readonly seeds: number } {
  const one = process.env.TRANSLATOR_SEED;
  const seconds = process.env.TRANSLATOR_SECONDS;
  const end = performance.now() + Number(seconds ?? 0) * 1000;
  let seed = one !== undefined ? Number(one) : seconds === undefined ? 1 : Math.floor(Date.now() % 1e9);
  const total = { difference: undefined as string | undefined, regions: 0, shapes: 0, seeds: 0 };
  do {
    const { difference, regions, shapes } = compare(seed++);
    total.seeds++;
    total.regions += regions;
    total.shapes += shapes;
    total.difference = difference;
  } while (total.difference === undefined && one === undefined && (total.seeds < count || performance.now() < end));
  return total;
}
