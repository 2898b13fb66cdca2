// One attempt to break the assembler: a source, options that go with the seed, and what must hold whatever the source says.

import assert from "node:assert/strict";
import { assemble, preprocessOnly } from "../../server/asm/assemble.ts";
import { textToBytes } from "../../server/asm/lexer.ts";
import type { AssembleOptions } from "../../server/asm/options.ts";
import { createSource } from "../../server/base/source.ts";
import { analyse } from "../../server/ide/analysis.ts";
import { writeBin } from "../../server/obj/write-bin.ts";
import { writeElf } from "../../server/obj/write-elf.ts";
import { badSource, createRandom, type Random } from "./sources.ts";

/** Smaller than the product's, so that each limit is met often and an attempt stays short. */
export const FUZZ_LIMITS = {
  expansions: 60_000,
  tokens: 80_000,
  repetitions: 20_000,
  outputBytes: 1 << 20,
  passes: 40,
  lineBytes: 10_000,
} as const;

export interface Attempt {
  readonly text: string;
  readonly options: AssembleOptions;
}

/** The attempt that a seed stands for. */
export function attemptOf(seed: number, programs: readonly string[]): Attempt {
  const random = createRandom(seed);
  const text = badSource(random, programs);
  return { text, options: optionsOf(random, text) };
}

function optionsOf(random: Random, text: string): AssembleOptions {
  const bytes = textToBytes(text);
  return {
    format: random.pick(["elf64", "elf64", "elf32", "bin"] as const),
    // Every file there is holds the source itself: includes go in a circle.
    reader: ({ name }) => (name === "missing" ? "missing" : { name, bytes }),
    timeSeconds: 0,
    lenient: random.below(2) === 0,
    listing: random.below(4) === 0,
    debug: random.below(3) === 0,
    optimise: random.pick([Number.POSITIVE_INFINITY, 0, 1]),
    limits: FUZZ_LIMITS,
  };
}

/** Assembles, writes, preprocesses and analyses. @throws when something does that must not. */
export function attempt({ text, options }: Attempt): void {
  const source = createSource("fuzz.asm", textToBytes(text));
  const assembly = assemble(source, options);
  if (!assembly.ok && assembly.pendingFiles.length === 0) {
    assert.ok(assembly.diagnostics.length > 0, "a failure without a word");
  }
  for (const { message } of assembly.diagnostics)
    assert.ok(!/undefined|NaN|\[object/.test(message) || text.includes("NaN") || text.includes("undefined"), message);
  for (const { bytes } of assembly.module.sections) assert.ok(bytes.length <= FUZZ_LIMITS.outputBytes + 1024);
  if (assembly.ok) {
    if (options.format === "bin") writeBin(assembly.module);
    else writeElf(assembly.module, options.format, options.debug ? { directory: "/", producer: "NASM" } : undefined);
  }
  preprocessOnly(source, options);
}

/** The same source through the editor. */
export function attemptInEditor({ text, options }: Attempt): void {
  const source = createSource("fuzz.asm", textToBytes(text));
  analyse(source, { reader: options.reader, includePaths: [], defines: [], bits: 0 });
}
