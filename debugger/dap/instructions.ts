// Where instructions begin: in the source by its lines, elsewhere by what decodes.

import { codeItemAt } from "../view/lines.ts";
import type { Debuggee } from "./session-state.ts";

/** Whether an instruction of the program, or anything that decodes, begins at `address`. */
export function instructionBegins(debuggee: Debuggee, address: number): boolean {
  const possible = Number.isSafeInteger(address) && address >= 0 && address < 2 ** 47;
  return (
    possible && debuggee.machine.core.decodeAt(address) !== undefined && instructionAt(debuggee, address) === address
  );
}

/** Start of the instruction that holds `address`, counted from the start of its source line; outside of source lines `address`. */
export function instructionAt(debuggee: Debuggee, address: number): number {
  const item = codeItemAt(debuggee.image, address);
  if (item?.kind !== "code") return address;
  let start = item.address;
  for (;;) {
    const end = start + (debuggee.machine.core.decodeAt(start)?.lengthBytes ?? 1);
    if (end > address) return start;
    start = end;
  }
}
