// `asmoscope run`.

import { assemblerChoices, assemblerRows } from "./assembler-options.ts";
import { helpFor, lastValue, parseArguments, UsageError } from "./options.ts";
import { complain, say, type Terminal } from "./terminal.ts";

const rows = [...assemblerRows];

export function run(args: readonly string[], terminal: Terminal): number {
  const parsed = parseArguments(args, rows, "run");
  if (lastValue(parsed, "--help") !== undefined) {
    say(terminal, helpFor("run [OPTION]... FILE...", "", rows));
    return 0;
  }
  assemblerChoices(parsed, "run");
  if (parsed.operands.length === 0) throw new UsageError("no file given", "run");
  complain(terminal, "asmoscope: run is being built");
  return 125;
}
