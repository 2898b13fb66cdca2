// The instruction at an address as text, with labels for the addresses it names.

import { format } from "../../server/isa/format.ts";
import type { Machine } from "../machine/machine.ts";
import { labelText } from "./labels.ts";

/** Stands for bytes that are not there. */
export const NOT_MAPPED = "??";

/** "mov rax, [rel increment]"; "(bad)" for bytes that are no instruction, NOT_MAPPED where there are none. */
export function instructionText(
  machine: Machine,
  address: number,
): { readonly text: string; readonly lengthBytes: number } {
  const decoded = machine.core.decodeAt(address);
  if (!decoded) return { text: machine.memory.peek(address, 1).length > 0 ? "(bad)" : NOT_MAPPED, lengthBytes: 1 };
  const symbolAt = (target: bigint) =>
    target > 0xffffn && target < 1n << 47n ? labelText(machine.image, Number(target)) : undefined;
  return {
    text: format(decoded, { address: BigInt(address), style: "plain", symbolAt }),
    lengthBytes: decoded.lengthBytes,
  };
}
