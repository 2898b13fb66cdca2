// Instructions that load ss: the trap flag waits for the one behind them (SDM Vol. 3, 17.3.1.4).

import type { Decoded } from "../../server/isa/insn.ts";

/** `mov ss` and `pop ss` hold single steps back until the next instruction has retired. */
export function loadsStackSegment(decoded: Decoded | undefined): boolean {
  const operand = decoded?.operands[0];
  if (decoded?.mnemonic !== "mov" && decoded?.mnemonic !== "pop") return false;
  return operand?.kind === "register" && operand.register.name === "ss";
}
