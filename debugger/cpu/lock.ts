// Which instructions may carry a lock prefix: those that read, change and write one memory operand (SDM Vol. 2A, LOCK).

import type { Decoded } from "../../server/isa/insn.ts";

const LOCKABLE = new Set(
  "add adc and btc btr bts cmpxchg cmpxchg8b cmpxchg16b dec inc neg not or sbb sub xor xadd xchg".split(" "),
);

/** False when the instruction has a lock prefix that makes it an invalid opcode. */
export function checkLock(decoded: Decoded): boolean {
  if (!decoded.lock) return true;
  const memory =
    decoded.operands[0]?.kind === "memory" || (decoded.mnemonic === "xchg" && decoded.operands[1]?.kind === "memory");
  return memory && LOCKABLE.has(decoded.mnemonic);
}
