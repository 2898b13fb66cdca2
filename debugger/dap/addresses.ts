// Addresses as clients write them: references that they were given, but also whatever a person typed, so nothing here trusts
// its text.

import { addressOf } from "../view/evaluate.ts";
import { ExpressionError, parseExpression } from "../view/expression.ts";
import { sceneOf } from "./runner.ts";
import { type Debuggee, RequestError } from "./session-state.ts";

/** "0x402000" or an expression → an address. @throws {RequestError} */
export function addressFrom(debuggee: Debuggee, text: string): number {
  // The disassembly view asks so when it has lost its session.
  if (text === "") throw new RequestError("The address is empty.", "log");
  try {
    return addressOf({ scene: sceneOf(debuggee), frame: 0 }, parseExpression(`${text}`).expression);
  } catch (error) {
    throw error instanceof ExpressionError ? new RequestError(error.message) : error;
  }
}
