// Addresses as clients write them, and the instructions they lie in. Clients send references that they were given, but also
// whatever a person typed, so nothing here trusts its text.

import { addressOf } from "../view/evaluate.ts";
import { ExpressionError, parseExpression } from "../view/expression.ts";
import { codeItemAt } from "../view/lines.ts";
import { sceneOf } from "./runner.ts";
import { type Debuggee, RequestError } from "./session-state.ts";

/** "0x402000" or an expression → an address. @throws {RequestError} */
export function addressFrom(debuggee: Debuggee, text: string): number {
  try {
    return addressOf({ scene: sceneOf(debuggee), frame: 0 }, parseExpression(`${text}`).expression);
  } catch (error) {
    throw error instanceof ExpressionError ? new RequestError(error.message) : error;
  }
}

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
