// Runs an executable in the machine as the command line does, and gives what nativeRun gives.
import { readFileSync } from "node:fs";
import { createMachine } from "../../debugger/machine/create.ts";
import { readExecutable } from "../../server/obj/read-executable.ts";
import type { RunOptions } from "./native.ts";

const LIMIT = 400_000_000;
const SLICE = 20_000_000;

/** Standard output as Latin-1, and a last line with the status. */
export function runExecutable(program: string, { args = [], input = "" }: RunOptions): string {
  const image = readExecutable("program", new Uint8Array(readFileSync(program)));
  if (typeof image === "string") return image;
  const output: string[] = [];
  let rest = new TextEncoder().encode(input);
  const machine = createMachine({
    ...{ image, args, environment: {} },
    check: "off",
    core: "auto",
    seed: 0,
    maxMemoryBytes: 2 ** 29,
    checkpoints: "start",
    host: {
      streams: "pipes",
      readInput(maxBytes) {
        const piece = rest.subarray(0, maxBytes);
        rest = rest.subarray(piece.length);
        return piece;
      },
      writeOutput(stream, bytes) {
        if (stream === 1) output.push(Buffer.from(bytes).toString("latin1"));
      },
    },
  });
  for (;;) {
    const stop = machine.run(SLICE);
    if (stop.kind === "budget" && machine.time < LIMIT) continue;
    const status = stop.kind === "exit" ? stop.code & 255 : stop.kind === "signal" ? 128 + stop.number : stop.kind;
    return `${output.join("")}\nstatus ${status}\n`;
  }
}
