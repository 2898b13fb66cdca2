// Which general registers an instruction reads and writes: from the operands' access in the table, plus the implicit ones of
// a few families. The static layer and the checker's register rules read it. Numbers are encodings: 0 = rax … 15 = r15.

import type { Decoded, DecodedOperand } from "./insn.ts";

export interface RegisterUse {
  readonly reads: ReadonlySet<number>;
  readonly writes: ReadonlySet<number>;
}

const [RAX, RCX, RDX, RSI, RDI, R11] = [0, 1, 2, 6, 7, 11] as const;

/** Reads and writes that no operand shows. */
const implicit: Readonly<Record<string, { readonly reads: readonly number[]; readonly writes: readonly number[] }>> = {
  div: { reads: [RAX, RDX], writes: [RAX, RDX] },
  idiv: { reads: [RAX, RDX], writes: [RAX, RDX] },
  mul: { reads: [RAX], writes: [RAX, RDX] },
  cbw: { reads: [RAX], writes: [RAX] },
  cwde: { reads: [RAX], writes: [RAX] },
  cdqe: { reads: [RAX], writes: [RAX] },
  cwd: { reads: [RAX], writes: [RDX] },
  cdq: { reads: [RAX], writes: [RDX] },
  cqo: { reads: [RAX], writes: [RDX] },
  syscall: { reads: [], writes: [RAX, RCX, R11] },
  cpuid: { reads: [RAX, RCX], writes: [RAX, RCX, RDX, 3] },
  rdtsc: { reads: [], writes: [RAX, RDX] },
  loop: { reads: [RCX], writes: [RCX] },
};

/** The encoding of the whole register behind a general register or part; undefined for other classes. */
export function generalNumber(operand: DecodedOperand): number | undefined {
  if (operand.kind !== "register") return undefined;
  const { register } = operand;
  if (register.class === "gpr8h") return register.number - 4;
  return register.class.startsWith("gpr") ? register.number : undefined;
}

/** True for `xor r, r` and `sub r, r`: no use of the old value. */
export function isZeroIdiom(decoded: Decoded): boolean {
  const [first, second] = decoded.operands;
  return (
    (decoded.mnemonic === "xor" || decoded.mnemonic === "sub") &&
    first?.kind === "register" &&
    second?.kind === "register" &&
    first.register.name === second.register.name
  );
}

/** Registers an instruction reads and writes. */
export function registerUse(decoded: Decoded): RegisterUse {
  const extra = implicit[decoded.mnemonic];
  const reads = new Set(extra?.reads);
  const writes = new Set(extra?.writes);
  decoded.operands.forEach((operand, index) => {
    const access = decoded.form.operands[index]?.access ?? "r";
    if (operand.kind === "memory") {
      for (const register of [operand.base, operand.index])
        if (register?.class.startsWith("gpr")) reads.add(register.number);
    }
    const number = generalNumber(operand);
    if (number === undefined) return;
    if (access.includes("r") && !isZeroIdiom(decoded)) reads.add(number);
    if (access.includes("w")) writes.add(number);
  });
  if (decoded.mnemonic === "imul" && decoded.operands.length === 1) for (const number of [RAX, RDX]) writes.add(number);
  if (decoded.repeat !== "none") for (const number of [RCX, RSI, RDI]) reads.add(number);
  return { reads, writes };
}
