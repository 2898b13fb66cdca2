// Programs made to be hard for a translator, in small sizes: each core prints what the CPU prints after as many
// instructions as the others, and what is made and kept stays bounded. UPDATE=1 runs them on this machine's CPU, by nasm and ld.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import test from "node:test";
import { RecentMap } from "../../server/base/recent-map.ts";
import { fingerprint, worldOf } from "../machine/program.ts";
import {
  calledByTable,
  codeTakenAway,
  deepRecursion,
  irreducibleFlow,
  kernelCalls,
  largeFunction,
  manyReturnSites,
  overlappingCode,
  rewrittenCode,
  threadedCode,
  tinyFunctions,
} from "./hard-programs.ts";
import { nativeOutput } from "./native-run.ts";

interface Hard {
  readonly name: string;
  readonly source: string;
  /** Modules that the translator may make of it. */
  readonly most: number;
}

const PROGRAMS: readonly Hard[] = [
  { name: "deep recursion", source: deepRecursion(20_000, 2), most: 40 },
  { name: "large function", source: largeFunction(5000, 10), most: 40 },
  { name: "tiny functions", source: tinyFunctions(6000, 3), most: 40 },
  { name: "small functions, often called", source: tinyFunctions(1000, 400), most: 60 },
  { name: "functions called by a table", source: calledByTable(300, 60_000), most: 60 },
  { name: "a function called from many places", source: manyReturnSites(300, 100), most: 60 },
  { name: "threaded code", source: threadedCode(150, 60_000), most: 80 },
  { name: "rewritten code", source: rewrittenCode(500, 60, 16, 25), most: 150 },
  { name: "one function rewritten", source: rewrittenCode(500, 1, 16, 40), most: 40 },
  { name: "code in fresh pages", source: rewrittenCode(250, 250, 4096, 6), most: 40 },
  { name: "overlapping code", source: overlappingCode(1200, 8), most: 50 },
  { name: "irreducible flow", source: irreducibleFlow(60, 20_000), most: 40 },
  { name: "code taken away", source: codeTakenAway(1, 600), most: 60 },
  { name: "calls of the kernel", source: kernelCalls(5000), most: 40 },
];

const EXPECTED = "test/jit/hard-programs.txt";

const CORES = [
  { core: "jit", check: "off" },
  { core: "jit", check: "bounds" },
  { core: "jit", check: "full" },
  { core: "step", check: "off" },
] as const;

test("programs made to be hard print what the CPU prints, and few modules are made", () => {
  if (process.env.UPDATE) {
    const lines = PROGRAMS.map(({ name, source }) => `${name}: ${nativeOutput(source, 64)}\n`);
    writeFileSync(EXPECTED, lines.join(""));
  }
  const lines = readFileSync(EXPECTED, "utf8").trim().split("\n");
  const expected = new Map(lines.map((line) => line.split(": ") as [string, string]));
  for (const { name, source, most } of PROGRAMS) {
    const times = CORES.map((options) => {
      const world = worldOf(source, options);
      const stop = world.machine.run(100_000_000);
      assert.equal(stop.kind, "exit", `${name} ${JSON.stringify(options)}`);
      assert.equal(world.output().trim(), expected.get(name), `${name} ${JSON.stringify(options)}`);
      const { translatedBlocks } = world.machine.core;
      assert.ok(translatedBlocks <= most, `${name} ${JSON.stringify(options)}: ${translatedBlocks} modules`);
      return world.machine.time;
    });
    assert.equal(new Set(times).size, 1, `${name}: ${times.join(", ")} instructions`);
  }
});

test("going back over code that was taken away, or that calls the kernel, comes to the same instants", () => {
  for (const [options, source] of CORES.flatMap((one) => [
    [one, codeTakenAway(1, 300)] as const,
    [one, kernelCalls(2000)] as const,
  ])) {
    const { machine } = worldOf(source, options);
    const seen: { readonly time: number; readonly print: string }[] = [];
    while (machine.run(5003).kind === "budget") seen.push({ time: machine.time, print: fingerprint(machine) });
    assert.ok(seen.length > 15, `${seen.length} instants`);
    for (const { time, print } of seen.reverse()) {
      machine.travel(time);
      assert.equal(fingerprint(machine), print, `${JSON.stringify(options)}: time ${time}`);
    }
  }
});

/** Runs while the engine takes only the first modules: those that every run needs are among them. */
function withFewModules(taken: number, refuse: () => Error, run: () => void): void {
  const { Module } = WebAssembly;
  let asked = 0;
  class Few extends Module {
    constructor(bytes: BufferSource) {
      if (++asked > taken) throw refuse();
      super(bytes);
    }
  }
  WebAssembly.Module = Few;
  try {
    run();
  } finally {
    WebAssembly.Module = Module;
  }
  assert.ok(asked > taken, `${asked} modules`);
}

test("code that the engine refuses is the step engine's; that a module is wrong is told", () => {
  const source = calledByTable(60, 6000);
  const { machine, output } = worldOf(source, { core: "jit", check: "full" });
  machine.run(100_000_000);
  for (const options of CORES)
    for (const taken of options.core === "jit" ? [3, 4] : [1])
      withFewModules(
        taken,
        () => new RangeError("no memory"),
        () => {
          const world = worldOf(source, options);
          const how = `${JSON.stringify(options)} with ${taken} modules`;
          assert.equal(world.machine.run(100_000_000).kind, "exit", how);
          assert.deepEqual([world.output(), world.machine.time], [output(), machine.time], how);
        },
      );
  const small = () => worldOf(source, { core: "jit", check: "off" }).machine.run(100_000_000);
  const wrong = () => withFewModules(3, () => new WebAssembly.CompileError("wrong"), small);
  assert.throws(wrong, WebAssembly.CompileError);
});

test("a map that forgets keeps what was asked for lately", () => {
  let forgot = 0;
  const map = new RecentMap<number, string>(10, () => forgot++);
  for (let k = 0; k < 100; k++) {
    map.set(k, `${k}`);
    assert.equal(map.get(0), "0");
    assert.ok(map.size <= 10);
  }
  assert.equal(map.get(99), "99");
  assert.equal(map.get(50), undefined);
  assert.ok(forgot > 10);
  assert.equal([...map.keys()].length, map.size);
  assert.equal(new Set(map.values()).size, map.size);
});
