// Registers that differ in nothing but three bits of their number: whatever is encoded with one of them is encoded with another
// by putting those bits in its place. As operands `rax`, `cl`, `dx` are kinds of their own, since forms name them; in
// addresses the numbers 4 and 5 are, which say something else there.
// Source: SDM Vol. 2, 2.1.5 "Addressing-Mode Encoding", 2.2.1.2 "More on REX Prefix Fields".

import { factsOfRegister } from "./operand-facts.ts";
import type { Register, RegisterClass } from "./register.ts";
import { registerNamed, registerNames } from "./registers.ts";

/** Registers that are encoded alike. */
export interface RegisterKind {
  /** No other kind, of operands or of addresses, has it. */
  readonly index: number;
  /** Two of them whose numbers differ in bit 0 alone; undefined of one that is a kind by itself. */
  readonly pair: readonly [Register, Register] | undefined;
}

const VECTORS = ["xmm", "ymm", "zmm"] as const;
const OPERANDS: ReadonlySet<RegisterClass> = new Set([
  ...(["gpr8", "gpr8h", "gpr16", "gpr32", "gpr64", "mmx"] as const),
  ...VECTORS,
]);
/** In 16-bit addresses the pairs that go together have numbers of their own. */
const ADDRESSES: ReadonlySet<RegisterClass> = new Set(["gpr32", "gpr64", ...VECTORS] as const);

/** What tells a register from those of other kinds. Of the low bytes four need a REX prefix. */
function operandText(register: Register): string {
  const { facts, facts2 } = factsOfRegister(register);
  const part = register.sizeBits === 8 ? register.number >> 2 : register.number >> 3;
  return `${facts} ${facts2} ${part}`;
}

function addressText({ class: registerClass, number }: Register): string {
  const low = number & 7;
  const own = registerClass.startsWith("gpr") && (low === 4 || low === 5) ? low : "";
  return `${number >> 3} ${own}`;
}

let count = 0;

function readKinds(
  classes: ReadonlySet<RegisterClass>,
  textOf: (register: Register) => string,
): ReadonlyMap<Register, RegisterKind> {
  const groups = new Map<string, Register[]>();
  for (const name of registerNames) {
    const register = registerNamed(name)!;
    if (!classes.has(register.class)) continue;
    const text = `${register.class} ${textOf(register)}`;
    groups.set(text, [...(groups.get(text) ?? []), register]);
  }
  const kinds = new Map<Register, RegisterKind>();
  for (const members of groups.values()) {
    const beside = (register: Register) => members.find(({ number }) => number === (register.number ^ 1));
    const first = members.find(beside);
    const kind: RegisterKind = { index: count++, pair: first && [first, beside(first)!] };
    for (const member of members) if (first || members.length === 1) kinds.set(member, kind);
  }
  return kinds;
}

/** The kinds of registers that are operands by themselves. */
export const operandKinds: ReadonlyMap<Register, RegisterKind> = readKinds(OPERANDS, operandText);
/** The kinds of registers in addresses. */
export const addressKinds: ReadonlyMap<Register, RegisterKind> = readKinds(ADDRESSES, addressText);
/** How many kinds there are. */
export const kindCount = count;
