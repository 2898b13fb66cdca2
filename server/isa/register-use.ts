// Which general registers an instruction reads and writes: from the operands' access in the table, plus the implicit ones of
// a few families. The static layer and the checker's register rules read it. Numbers are encodings: 0 = rax … 15 = r15.

import type { Decoded, DecodedOperand } from "./insn.ts";

export interface RegisterUse {
  readonly reads: ReadonlySet<number>;
  readonly writes: ReadonlySet<number>;
  /** Of those it reads: the ones whose values matter to it, not only saved, exchanged, or kept under some condition. */
  readonly uses: ReadonlySet<number>;
}

const [RAX, RCX, RDX, RBX, RSP, RBP, RSI, RDI, R11] = [0, 1, 2, 3, 4, 5, 6, 7, 11] as const;

interface Implicit {
  readonly reads: readonly number[];
  readonly writes: readonly number[];
}

/** Reads and writes that no operand shows. */
const implicit: Readonly<Record<string, Implicit>> = {
  div: { reads: [RAX, RDX], writes: [RAX, RDX] },
  idiv: { reads: [RAX, RDX], writes: [RAX, RDX] },
  mul: { reads: [RAX], writes: [RAX, RDX] },
  mulx: { reads: [RDX], writes: [] },
  cbw: { reads: [RAX], writes: [RAX] },
  cwde: { reads: [RAX], writes: [RAX] },
  cdqe: { reads: [RAX], writes: [RAX] },
  cwd: { reads: [RAX], writes: [RDX] },
  cdq: { reads: [RAX], writes: [RDX] },
  cqo: { reads: [RAX], writes: [RDX] },
  syscall: { reads: [], writes: [RAX, RCX, R11] },
  cpuid: { reads: [RAX], writes: [RAX, RCX, RDX, RBX] },
  rdtsc: { reads: [], writes: [RAX, RDX] },
  rdtscp: { reads: [], writes: [RAX, RCX, RDX] },
  xgetbv: { reads: [RCX], writes: [RAX, RDX] },
  loop: { reads: [RCX], writes: [RCX] },
  loope: { reads: [RCX], writes: [RCX] },
  loopne: { reads: [RCX], writes: [RCX] },
  jcxz: { reads: [RCX], writes: [] },
  jecxz: { reads: [RCX], writes: [] },
  jrcxz: { reads: [RCX], writes: [] },
  xlatb: { reads: [RAX, RBX], writes: [RAX] },
  lahf: { reads: [], writes: [RAX] },
  sahf: { reads: [RAX], writes: [] },
  cmpxchg: { reads: [RAX], writes: [RAX] },
  cmpxchg8b: { reads: [RAX, RDX, RBX, RCX], writes: [RAX, RDX] },
  cmpxchg16b: { reads: [RAX, RDX, RBX, RCX], writes: [RAX, RDX] },
  leave: { reads: [RBP], writes: [RSP, RBP] },
  enter: { reads: [RBP], writes: [RSP, RBP] },
  aaa: { reads: [RAX], writes: [RAX] },
  aas: { reads: [RAX], writes: [RAX] },
  aam: { reads: [RAX], writes: [RAX] },
  aad: { reads: [RAX], writes: [RAX] },
  daa: { reads: [RAX], writes: [RAX] },
  das: { reads: [RAX], writes: [RAX] },
  salc: { reads: [], writes: [RAX] },
  maskmovq: { reads: [RDI], writes: [] },
  maskmovdqu: { reads: [RDI], writes: [] },
  pcmpestrm: { reads: [RAX, RDX], writes: [] },
  pcmpestri: { reads: [RAX, RDX], writes: [RCX] },
  pcmpistri: { reads: [], writes: [RCX] },
};

const ALL_LEGACY = [RAX, RCX, RDX, RBX, RBP, RSI, RDI];

/** String instructions by their stem: `movs` + b, w, d, q. */
const strings: Readonly<Record<string, Implicit>> = {
  movs: { reads: [RSI, RDI], writes: [RSI, RDI] },
  cmps: { reads: [RSI, RDI], writes: [RSI, RDI] },
  lods: { reads: [RSI], writes: [RAX, RSI] },
  stos: { reads: [RAX, RDI], writes: [RDI] },
  scas: { reads: [RAX, RDI], writes: [RDI] },
};

/** "movs" of movsb, movsw, movsd and movsq, and so on; undefined of what is no string instruction's mnemonic. */
export function stringStem(mnemonic: string): string | undefined {
  const stem = mnemonic.slice(0, 4);
  return mnemonic.length === 5 && "bwdq".includes(mnemonic[4]!) && stem in strings ? stem : undefined;
}

const POP_ALL: ReadonlySet<string> = new Set(["popa", "popaw", "popad"]);

/** What an instruction does to registers that it does not name. */
function implicitUse({ mnemonic, form, operands }: Decoded): Implicit | undefined {
  const stem = stringStem(mnemonic);
  // SSE has a movsd and a cmpsd too; they have operands.
  if (stem !== undefined && operands.length === 0) return strings[stem];
  if (POP_ALL.has(mnemonic)) return { reads: [], writes: ALL_LEGACY };
  // The kernel's answer, in Linux's use of interrupts.
  if (mnemonic === "int") return { reads: [], writes: [RAX] };
  const isByte = form.operands[0]?.sizeBits === 8;
  if (isByte && (mnemonic === "div" || mnemonic === "idiv")) return { reads: [RAX], writes: [RAX] };
  if (isByte && mnemonic === "mul") return { reads: [RAX], writes: [RAX] };
  if (mnemonic === "imul" && operands.length === 1)
    return isByte ? { reads: [RAX], writes: [RAX] } : { reads: [RAX], writes: [RAX, RDX] };
  return implicit[mnemonic] ?? (mnemonic.startsWith("v") ? implicit[mnemonic.slice(1)] : undefined);
}

/** The encoding of the whole register behind a general register or part; undefined for other classes. */
export function generalNumber(operand: DecodedOperand): number | undefined {
  if (operand.kind !== "register") return undefined;
  const { register } = operand;
  if (register.class === "gpr8h") return register.number - 4;
  return register.class.startsWith("gpr") ? register.number : undefined;
}

const isSameRegister = (one: DecodedOperand | undefined, other: DecodedOperand | undefined): boolean =>
  one?.kind === "register" && other?.kind === "register" && one.register.name === other.register.name;

/** True for `xor r, r`, `sub r, r` and `and r, 0`: no use of the old value. */
export function isZeroIdiom(decoded: Decoded): boolean {
  const [first, second] = decoded.operands;
  if (decoded.mnemonic === "and" && second?.kind === "immediate") return second.value === 0n;
  return (decoded.mnemonic === "xor" || decoded.mnemonic === "sub") && isSameRegister(first, second);
}

/** `or r, -1` sets every bit; the constant is as wide as the operand. */
function setsAllBits({ mnemonic, operands }: Decoded): boolean {
  const [first, second] = operands;
  if (mnemonic !== "or" || first?.kind !== "register" || second?.kind !== "immediate") return false;
  return BigInt.asIntN(first.register.sizeBits, second.value) === -1n;
}

const KEEPING = new Set(["push", "pusha", "pushaw", "pushad", "xchg", "nop"]);
const MOVING = new Set([
  "mov",
  ..."aps apd ups upd dqa dqu ss sd sd_xmm lps d q".split(" ").flatMap((kind) => [`mov${kind}`, `vmov${kind}`]),
]);

/** Keeping registers on the stack, or changing places with others, is no use of them; nor is padding. */
export function isSaving({ mnemonic, operands }: Decoded): boolean {
  if (KEEPING.has(mnemonic) || mnemonic.startsWith("prefetch")) return true;
  const target = operands[0];
  const isFrame = target?.kind === "memory" && (target.base?.number === RSP || target.base?.number === RBP);
  return MOVING.has(mnemonic) && isFrame && target.index === undefined;
}

/** They leave their first operand as it is when their source is zero, or their condition false. */
const MAY_KEEP = /^(bs[fr]|cmov)/;
/** A copy under a condition is a copy. */
const MAY_COPY = /^cmov/;

/** True where only the copy of operand `index` is made, or none at all: what it holds matters to those that use the copy. */
function isCopied({ mnemonic, operands }: Decoded, index: number): boolean {
  if ((MAY_KEEP.test(mnemonic) && index === 0) || MAY_COPY.test(mnemonic)) return true;
  const [first, second] = operands;
  const isSame = first?.kind === "register" && second?.kind === "register" && first.register === second.register;
  // Nothing of a register shows in what it is less itself.
  return (mnemonic === "sbb" || mnemonic === "cmp") && isSame;
}

const known = new WeakMap<Decoded, RegisterUse>();

/** Registers an instruction reads and writes; worked out once, for the static layer asks again and again. */
export function registerUse(decoded: Decoded): RegisterUse {
  const before = known.get(decoded);
  if (before !== undefined) return before;
  const use = useOf(decoded);
  known.set(decoded, use);
  return use;
}

function useOf(decoded: Decoded): RegisterUse {
  const extra = implicitUse(decoded);
  const isConstant = isZeroIdiom(decoded) || setsAllBits(decoded);
  const reads = new Set(extra?.reads);
  const writes = new Set(extra?.writes);
  const uses = new Set(extra?.reads);
  const saves = isSaving(decoded);
  const isPadding = decoded.mnemonic.startsWith("nop") || decoded.mnemonic.startsWith("prefetch");
  decoded.operands.forEach((operand, index) => {
    const access = decoded.form.operands[index]?.access ?? "r";
    if (operand.kind === "memory") {
      for (const register of [operand.base, operand.index])
        if (register?.class.startsWith("gpr")) {
          reads.add(register.number);
          if (!isPadding) uses.add(register.number);
        }
    }
    const number = generalNumber(operand);
    if (number === undefined) return;
    if (access.includes("r") && !isConstant) {
      reads.add(number);
      if (!saves && !isCopied(decoded, index)) uses.add(number);
    }
    if (access.includes("w")) writes.add(number);
  });
  if (decoded.repeat !== "none") {
    reads.add(RCX);
    uses.add(RCX);
    writes.add(RCX);
  }
  return { reads, writes, uses };
}

/** Fills a register, or a part of it, without looking at what was there. */
const FILLS = /^v?(mov|cvt|sqrt|round|rcp|rsqrt|pinsr|insert|pmov|broadcast|lddqu)/;

/** Of these only a part of the result comes from the second operand, and that as a copy. */
const MERGES = /^v(cvt\w+2s[sd]|(sqrt|round|rcp|rsqrt|mov)s[sd]|pinsr[bwdq]|insert\w+|mov[lh]p[sd])$/;

/** Of a register with itself their result is known whatever it held. */
const IDIOMS = /^v?(p?xor|psub|pcmpeq|pcmpgt|p?andn)/;

/** Bits of a lane, by the letter that ends a shift's mnemonic. */
const LANE_BITS: Readonly<Record<string, bigint>> = { w: 16n, d: 32n, q: 64n };

/** A shift that pushes every bit out. */
function shiftsAllOut({ mnemonic, operands }: Decoded): boolean {
  const count = operands.at(-1);
  if (count?.kind !== "immediate") return false;
  if (/^v?ps[lr]ldq$/.test(mnemonic)) return count.value >= 16n;
  return /^v?ps[lr]l[wdq]$/.test(mnemonic) && count.value >= LANE_BITS[mnemonic.at(-1)!]!;
}

/** Vector registers that an instruction looks at, by number. */
export function vectorsRead(decoded: Decoded): number[] {
  const { operands, form, mnemonic } = decoded;
  if (IDIOMS.test(mnemonic) && isSameRegister(operands.at(-1), operands.at(-2))) return [];
  if (shiftsAllOut(decoded)) return [];
  return operands.flatMap((operand, index) => {
    if (operand.kind !== "register" || !/^[xy]mm$/.test(operand.register.class)) return [];
    const isMerged = index === 1 && operands.length > 2 && MERGES.test(mnemonic);
    const isRead = form.operands[index]!.access.includes("r") && !isMerged && (index > 0 || !FILLS.test(mnemonic));
    return isRead ? [operand.register.number] : [];
  });
}

const isVector = (operand: DecodedOperand): operand is Extract<DecodedOperand, { kind: "register" }> =>
  operand.kind === "register" && /^[xyz]mm$/.test(operand.register.class);

/** Vector registers that an instruction writes, or a part of them, by number. */
export function vectorsWritten({ operands, form, mnemonic }: Decoded): readonly number[] {
  if (RESTORES.test(mnemonic)) return ALL_VECTORS;
  const named = operands.filter((operand, at) => isVector(operand) && form.operands[at]?.access.includes("w"));
  const numbers = named.map((operand) => (operand as Extract<DecodedOperand, { kind: "register" }>).register.number);
  return /^v?pcmp[ei]strm$/.test(mnemonic) ? [0, ...numbers] : numbers;
}

/** Instructions that set all vector registers. */
const RESTORES = /^(vzeroall|fxrstor|xrstor)/;
const ALL_VECTORS: readonly number[] = Array.from({ length: 32 }, (_, number) => number);

const BIT_STRING_WORDS = new Set(["bt", "bts", "btc", "btr"]);

/** `bts [map], eax` goes as far from the map as eax says; of the word that it moves only the byte with its bit is meant. */
export const isBitString = ({ mnemonic, operands }: Decoded): boolean =>
  BIT_STRING_WORDS.has(mnemonic) && operands[1]?.kind === "register";
