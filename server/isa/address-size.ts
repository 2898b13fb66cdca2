// The address size of an instruction: the mode's, unless registers or words in the brackets ask for the other one.

import type { Bits, EncodeRequest, MemoryOperand } from "./insn.ts";
import type { Prefixes } from "./prefixes.ts";
import type { Register } from "./register.ts";

const generalSize = (register: Register | undefined): number =>
  register?.class === "gpr16" ? 16 : register?.class === "gpr32" ? 32 : register?.class === "gpr64" ? 64 : 0;

/** Sizes (as a bit set 16|32|64) that a memory operand can live with. */
function sizesFor(operand: MemoryOperand, bits: Bits): number {
  let valid = operand.addressSizeBits || 16 | 32 | 64;
  const index = operand.scale === 0 ? undefined : operand.index;
  if (operand.base === undefined && index === undefined) {
    const size = operand.displacementSizeBits;
    if ((bits !== 64 && size > 8) || (bits === 64 && size === 16)) valid &= size;
    return valid;
  }
  const base = generalSize(operand.base);
  if (base) valid &= base;
  const other = generalSize(index);
  if (other) valid &= other;
  return valid;
}

/**
 * Gives the address size in bits, adding an address-size prefix where the mode's own does not fit.
 * Returns 0 for an impossible combination.
 */
export function chooseAddressSize(request: EncodeRequest, prefixes: Prefixes): number {
  const { bits } = request;
  let valid = bits === 64 ? 64 | 32 : 32 | 16;
  if (prefixes.addressSize === "asp") valid &= bits === 32 ? 16 : 32;
  else if (prefixes.addressSize !== "") valid &= Number(prefixes.addressSize.slice(1));
  for (const operand of request.operands) if (operand.kind === "memory") valid &= sizesFor(operand, bits);
  if (valid & bits) return bits;
  const other = bits === 32 ? 16 : 32;
  if (!(valid & other)) return 0;
  prefixes.addressSize = `a${other}`;
  return other;
}
