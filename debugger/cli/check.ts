// `asmoscope check`.

import { assemblerChoices, assemblerRows } from "./assembler-options.ts";
import { helpFor, lastValue, parseArguments, UsageError } from "./options.ts";
import { complain, say, type Terminal } from "./terminal.ts";

const rows = [...assemblerRows];

export function check(args: readonly string[], terminal: Terminal): number {
  const parsed = parseArguments(args, rows, "check");
  if (lastValue(parsed, "--help") !== undefined) {
    say(terminal, helpFor("check [OPTION]... FILE...", "", rows));
    return 0;
  }
  assemblerChoices(parsed, "check");
  if (parsed.operands.length === 0) throw new UsageError("no file given", "check");
  complain(terminal, "asmoscope: check is being built");
  return 125;
}
