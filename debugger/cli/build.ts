// `asmoscope build`.

import { assemblerChoices, assemblerRows } from "./assembler-options.ts";
import { helpFor, lastValue, parseArguments, UsageError } from "./options.ts";
import { complain, say, type Terminal } from "./terminal.ts";

const rows = [...assemblerRows];

export function build(args: readonly string[], terminal: Terminal): number {
  const parsed = parseArguments(args, rows, "build");
  if (lastValue(parsed, "--help") !== undefined) {
    say(terminal, helpFor("build [OPTION]... FILE...", "", rows));
    return 0;
  }
  assemblerChoices(parsed, "build");
  if (parsed.operands.length === 0) throw new UsageError("no file given", "build");
  complain(terminal, "asmoscope: build is being built");
  return 125;
}
