// From a decoded instruction to its operations: the one door through which the step engine, the translator and everything
// that explains an instruction get them.

import type { Decoded } from "../../server/isa/insn.ts";
import { Builder, type Care } from "./builder.ts";
import type { InstructionIr } from "./ir.ts";
import { semanticsOf } from "./semantics/index.ts";

/** Instructions that read, change and write one memory operand (SDM Vol. 2A, LOCK). */
const LOCKABLE = new Set(
  "add adc and btc btr bts cmpxchg cmpxchg8b cmpxchg16b dec inc neg not or sbb sub xor xadd xchg".split(" "),
);

/** False when the instruction has a lock prefix that makes it an invalid opcode. */
function checkLock(decoded: Decoded): boolean {
  if (!decoded.lock) return true;
  const memory =
    decoded.operands[0]?.kind === "memory" || (decoded.mnemonic === "xchg" && decoded.operands[1]?.kind === "memory");
  return memory && LOCKABLE.has(decoded.mnemonic);
}

/** True when a 32-bit instruction would store through the code segment, which nobody may write. */
const writesCodeSegment = ({ bits, operands, form }: Decoded): boolean =>
  bits !== 64 &&
  operands.some(
    (operand, k) =>
      operand.kind === "memory" && operand.segment === "cs" && form.operands[k]?.access.includes("w") === true,
  );

/** The operations of one instruction. An instruction that is known but not executed becomes an invalid-opcode fault. */
export function buildInstruction(decoded: Decoded, address: bigint, care: Care = "none"): InstructionIr {
  const builder = new Builder(decoded, address, care);
  const build = semanticsOf(decoded.mnemonic);
  if (build === undefined) builder.trap("#UD", 0, "fault", decoded.form.mnemonic);
  else if (!checkLock(decoded))
    builder.trap("#UD", 0, "fault", `${decoded.form.mnemonic} cannot have a lock prefix here`);
  else if (writesCodeSegment(decoded)) builder.trap("#GP", 0, "fault", "the code segment cannot be written");
  else build(builder);
  return builder.finish();
}
