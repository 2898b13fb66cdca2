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

/** A number of a request that must be whole and not negative; absent means `absent`. @throws {RequestError} */
export function countFrom(value: number | undefined, name: string, absent = 0): number {
  if (value === undefined) return absent;
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new RequestError(`"${name}" must be a whole number that is not negative, not ${value}.`);
}

/** A distance of a request: whole, of either sign; absent means 0. @throws {RequestError} */
export function offsetFrom(value: number | undefined, name: string): number {
  if (value === undefined) return 0;
  if (Number.isSafeInteger(value)) return value;
  throw new RequestError(`"${name}" must be a whole number, not ${value}.`);
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
