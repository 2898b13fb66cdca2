// Every register by name, and by class and number: one list for the assembler, the decoder and the debugger.
// Numbers are the encodings of SDM Vol. 2, 2.1.5 "Addressing-Mode Encoding" and 2.6 (EVEX).

import type { Register, RegisterClass } from "./register.ts";

const LOW8 = ["al", "cl", "dl", "bl", "spl", "bpl", "sil", "dil"];
const HIGH8 = ["ah", "ch", "dh", "bh"];
const LEGACY16 = ["ax", "cx", "dx", "bx", "sp", "bp", "si", "di"];
const SEGMENTS = ["es", "cs", "ss", "ds", "fs", "gs", "segr6", "segr7"];

const numbered = (stem: string, count: number, suffix = ""): string[] =>
  Array.from({ length: count }, (_, number) => `${stem}${number}${suffix}`);
const extended = (suffix: string): string[] => numbered("r", 16, suffix).slice(8);

interface ClassRow {
  readonly sizeBits: number;
  readonly names: readonly string[];
  /** Encoding of the first name. */
  readonly from?: number;
}

// biome-ignore format: one class a line
const classes: Readonly<Record<RegisterClass, ClassRow>> = {
  gpr8:    { sizeBits: 8,   names: [...LOW8, ...extended("b")] },
  gpr8h:   { sizeBits: 8,   names: HIGH8, from: 4 },
  gpr16:   { sizeBits: 16,  names: [...LEGACY16, ...extended("w")] },
  gpr32:   { sizeBits: 32,  names: [...LEGACY16.map((name) => `e${name}`), ...extended("d")] },
  gpr64:   { sizeBits: 64,  names: [...LEGACY16.map((name) => `r${name}`), ...extended("")] },
  segment: { sizeBits: 16,  names: SEGMENTS },
  control: { sizeBits: 64,  names: numbered("cr", 16) },
  debug:   { sizeBits: 64,  names: numbered("dr", 16) },
  test:    { sizeBits: 32,  names: numbered("tr", 8) },
  st:      { sizeBits: 80,  names: numbered("st", 8) },
  mmx:     { sizeBits: 64,  names: numbered("mm", 8) },
  xmm:     { sizeBits: 128, names: numbered("xmm", 32) },
  ymm:     { sizeBits: 256, names: numbered("ymm", 32) },
  zmm:     { sizeBits: 512, names: numbered("zmm", 32) },
  tmm:     { sizeBits: 8192, names: numbered("tmm", 8) },
  mask:    { sizeBits: 64,  names: numbered("k", 8) },
  bound:   { sizeBits: 128, names: numbered("bnd", 4) },
};

const byClass: Readonly<Record<RegisterClass, readonly Register[]>> = Object.fromEntries(
  Object.entries(classes).map(([name, row]) => [
    name,
    row.names.map((text, k) => ({
      name: text,
      class: name as RegisterClass,
      number: k + (row.from ?? 0),
      sizeBits: row.sizeBits,
    })),
  ]),
) as Record<RegisterClass, Register[]>;

const byName: ReadonlyMap<string, Register> = new Map(
  Object.values(byClass)
    .flat()
    .map((register) => [register.name, register]),
);

/** The register called `name` in any case, or undefined. `st(3)` is not a name: NASM writes st3. */
export function registerNamed(name: string): Register | undefined {
  return byName.get(name) ?? byName.get(name.toLowerCase());
}

/** All register names, lower case, class by class. */
export const registerNames: readonly string[] = [...byName.keys()];

/** The register of a class with this encoding, or undefined where the class has no such number. */
export function registerOf(registerClass: RegisterClass, number: number): Register | undefined {
  return byClass[registerClass][number - (classes[registerClass].from ?? 0)];
}

/** The general register of `sizeBits` 16, 32 or 64 with encoding 0 … 15. */
export function generalRegister(sizeBits: number, number: number): Register {
  return byClass[sizeBits === 64 ? "gpr64" : sizeBits === 32 ? "gpr32" : "gpr16"][number]!;
}

/** A byte register as encoded: without REX, numbers 4 … 7 are ah, ch, dh, bh; with REX spl, bpl, sil, dil. */
export function byteRegister(number: number, rex: "rex" | "no-rex"): Register {
  return rex === "no-rex" && number >= 4 && number < 8 ? byClass.gpr8h[number - 4]! : byClass.gpr8[number]!;
}
