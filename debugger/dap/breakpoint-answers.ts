// What the client is told about breakpoints on instructions: where they stand, and, for those in memory that is mapped or
// written while the program runs, that an instruction stands there now.

import type { DebugProtocol } from "@vscode/debugprotocol";
import { hexText } from "../view/format.ts";
import { codeItemAt } from "../view/lines.ts";
import type { Breakpoint } from "./breakpoint-table.ts";
import { instructionBegins } from "./instructions.ts";
import type { Debuggee, Session } from "./session-state.ts";
import { sourceOf } from "./source-names.ts";

/** Source and line of an address for an answer. */
export function placeOf(debuggee: Debuggee, address: number): Pick<DebugProtocol.Breakpoint, "source" | "line"> {
  const item = codeItemAt(debuggee.image, address);
  return item ? { source: sourceOf(debuggee.names, item.file), line: item.lineNumber } : {};
}

/** An instruction breakpoint for the client; where nothing stands yet it waits until something does. */
export function instructionAnswer(
  debuggee: Debuggee,
  { id, addresses, verified }: Breakpoint,
): DebugProtocol.Breakpoint {
  const address = addresses[0]!;
  if (!verified) return { id, verified, message: `There is no instruction at ${hexText(address)}.` };
  return { id, verified, instructionReference: hexText(address), ...placeOf(debuggee, address) };
}

/** At a stop: breakpoints where an instruction has come to stand since. */
export function verifyAgain(session: Session, debuggee: Debuggee): void {
  for (const breakpoint of debuggee.breakpoints.unverified()) {
    if (!instructionBegins(debuggee, breakpoint.addresses[0]!)) continue;
    breakpoint.verified = true;
    session.event("breakpoint", { reason: "changed", breakpoint: instructionAnswer(debuggee, breakpoint) });
  }
}
