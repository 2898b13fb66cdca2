// Programs for tests, from source text to a machine.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createMachine } from "../../debugger/machine/create.ts";
import type { Machine, MachineOptions } from "../../debugger/machine/machine.ts";
import { prepareProgram } from "../../debugger/program/prepare.ts";
import type { Image } from "../../server/obj/image.ts";

/** Assembles and links; fails the test when that does not work. */
export function imageOf(source: string): Image {
  const program = prepareProgram({
    files: [{ name: "test.asm", bytes: new TextEncoder().encode(source) }],
    readerFor: () => () => "missing",
    purpose: "run",
    assembler: { timeSeconds: 0 },
  });
  assert.ok(program.image, program.problem ?? program.diagnostics.map(({ message }) => message).join("; "));
  return program.image;
}

export interface World {
  readonly machine: Machine;
  /** What was printed, as text. */
  output(): string;
  /** Gives input; "end" is end of file. */
  type(text: string | "end"): void;
}

/** A machine with a small memory whose host collects output and waits for input. */
export function worldOf(source: string, options: Partial<MachineOptions> = {}): World {
  let printed = "";
  const typed: (string | "end")[] = [];
  const machine = createMachine({
    image: imageOf(source),
    args: [],
    environment: {},
    check: "full",
    core: "step",
    seed: 0,
    foldBytes: 2 ** 26,
    maxMemoryBytes: 2 ** 26,
    host: {
      readInput(maxBytes) {
        const [first] = typed;
        if (first === undefined) return "pending";
        if (first === "end") return new Uint8Array();
        const bytes = new TextEncoder().encode(first);
        if (bytes.length <= maxBytes) typed.shift();
        else typed[0] = first.slice(maxBytes);
        return bytes.subarray(0, maxBytes);
      },
      writeOutput(_stream, bytes) {
        printed += new TextDecoder().decode(bytes);
      },
    },
    ...options,
  });
  return { machine, output: () => printed, type: (text) => typed.push(text) };
}

/** Runs to the end, at most ten million instructions. */
export function runOut(machine: Machine) {
  for (let k = 0; k < 100; k++) {
    const stop = machine.run(100_000);
    if (stop.kind !== "budget") return stop;
  }
  return assert.fail("the program does not end");
}

/** Everything that must be the same when the same instant is reached again. */
export function fingerprint(machine: Machine): string {
  const hash = createHash("sha1");
  for (const name of ["rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rsp", "rbp", "r8", "r11", "r12", "rip", "eflags"]) {
    hash.update(`${name}=${machine.state.read(name)};`);
  }
  hash.update(`time=${machine.time};calls=${Buffer.from(machine.calls.save()).toString("hex")};`);
  for (const { start, sizeBytes, protection } of machine.memory.runs()) {
    hash.update(`${start}+${sizeBytes}:${protection};`);
    // Of the stack only the end is in use.
    const shown = Math.min(sizeBytes, 1 << 15);
    const from = start > machine.programBreak.end ? start + sizeBytes - shown : start;
    hash.update(machine.memory.peek(from, shown));
    hash.update(machine.memory.shadowOf(from, shown));
  }
  hash.update(JSON.stringify(machine.heapBlocks()));
  hash.update(JSON.stringify([machine.mappings(), machine.programBreak, machine.findings]));
  return hash.digest("hex");
}

/** Address of a label. */
export function label(machine: Machine, name: string): number {
  const symbol = machine.image.symbols.find((candidate) => candidate.name === name);
  assert.ok(symbol, `no label ${name}`);
  return symbol.address;
}
