// ELF's numbers as the gABI and the psABI supplements for i386 and x86-64 give them, and relocations as rows: readers,
// writers and the linker speak of fixup kinds and never of relocation numbers.

import type { FixupKind } from "./object-module.ts";

export const ET = { rel: 1, exec: 2, dyn: 3, core: 4 } as const;
export const EM = { i386: 3, i486: 6, x86_64: 62 } as const;
export const SHT = {
  null: 0,
  progbits: 1,
  symtab: 2,
  strtab: 3,
  rela: 4,
  nobits: 8,
  note: 7,
  rel: 9,
  init_array: 14,
  fini_array: 15,
  preinit_array: 16,
  group: 17,
  symtab_shndx: 18,
} as const;
export const SHF = { write: 1, alloc: 2, exec: 4, merge: 0x10, strings: 0x20, tls: 0x400, compressed: 0x800 } as const;
export const SHN = { undef: 0, reserved: 0xff00, abs: 0xfff1, common: 0xfff2, elsewhere: 0xffff } as const;
export const STB = { local: 0, global: 1, weak: 2 } as const;
export const STT = { none: 0, object: 1, function: 2, section: 3, file: 4, tls: 6, ifunc: 10 } as const;
/** Index is the low two bits of st_other. */
export const VISIBILITIES = ["default", "internal", "hidden", "protected"] as const;
export const PT = {
  load: 1,
  dynamic: 2,
  interp: 3,
  note: 4,
  tls: 7,
  gnuStack: 0x6474e551,
  gnuRelro: 0x6474e552,
} as const;
export const PF = { exec: 1, write: 2, read: 4 } as const;

/** How one class of ELF lays out its records. */
export interface ElfShape {
  /** elfx32 is 32-bit ELF of x86-64: small records, but relocations with addends. */
  readonly wide: boolean;
  readonly machine: number;
  readonly rela: boolean;
  readonly headerBytes: number;
  readonly programHeaderBytes: number;
  readonly sectionHeaderBytes: number;
  readonly symbolBytes: number;
  readonly relocationBytes: number;
  readonly wordBytes: 4 | 8;
}

const small = {
  wide: false,
  headerBytes: 52,
  programHeaderBytes: 32,
  sectionHeaderBytes: 40,
  symbolBytes: 16,
} as const;

export const SHAPES: Readonly<Record<"elf32" | "elfx32" | "elf64", ElfShape>> = {
  elf32: { ...small, machine: EM.i386, rela: false, relocationBytes: 8, wordBytes: 4 },
  elfx32: { ...small, machine: EM.x86_64, rela: true, relocationBytes: 12, wordBytes: 4 },
  elf64: {
    wide: true,
    machine: EM.x86_64,
    rela: true,
    headerBytes: 64,
    programHeaderBytes: 56,
    sectionHeaderBytes: 64,
    symbolBytes: 24,
    relocationBytes: 24,
    wordBytes: 8,
  },
};

/** One relocation type. The first row of a (kind, size) is the one writers choose. */
export interface RelocationRow {
  readonly number: number;
  readonly name: string;
  readonly kind: FixupKind;
  readonly sizeBytes: 1 | 2 | 4 | 8;
}

// biome-ignore format: one row a line
export const RELOCATIONS_I386: readonly RelocationRow[] = [
  { number: 1,  name: "R_386_32",     kind: "absolute",  sizeBytes: 4 },
  { number: 2,  name: "R_386_PC32",   kind: "relative",  sizeBytes: 4 },
  { number: 3,  name: "R_386_GOT32",  kind: "got",       sizeBytes: 4 },
  { number: 4,  name: "R_386_PLT32",  kind: "plt",       sizeBytes: 4 },
  { number: 9,  name: "R_386_GOTOFF", kind: "gotoff",    sizeBytes: 4 },
  { number: 10, name: "R_386_GOTPC",  kind: "gotpc",     sizeBytes: 4 },
  { number: 15, name: "R_386_TLS_IE", kind: "gottpoff",  sizeBytes: 4 },
  { number: 17, name: "R_386_TLS_LE", kind: "tpoff",     sizeBytes: 4 },
  { number: 20, name: "R_386_16",     kind: "absolute",  sizeBytes: 2 },
  { number: 21, name: "R_386_PC16",   kind: "relative",  sizeBytes: 2 },
  { number: 22, name: "R_386_8",      kind: "absolute",  sizeBytes: 1 },
  { number: 23, name: "R_386_PC8",    kind: "relative",  sizeBytes: 1 },
  { number: 32, name: "R_386_TLS_LDO_32", kind: "dtpoff", sizeBytes: 4 },
  { number: 43, name: "R_386_GOT32X", kind: "got",       sizeBytes: 4 },
];

// biome-ignore format: one row a line
export const RELOCATIONS_X86_64: readonly RelocationRow[] = [
  { number: 1,  name: "R_X86_64_64",            kind: "absolute",        sizeBytes: 8 },
  { number: 2,  name: "R_X86_64_PC32",          kind: "relative",        sizeBytes: 4 },
  { number: 3,  name: "R_X86_64_GOT32",         kind: "got",             sizeBytes: 4 },
  { number: 4,  name: "R_X86_64_PLT32",         kind: "plt",             sizeBytes: 4 },
  { number: 9,  name: "R_X86_64_GOTPCREL",      kind: "gotpcrel",        sizeBytes: 4 },
  { number: 10, name: "R_X86_64_32",            kind: "absolute",        sizeBytes: 4 },
  { number: 11, name: "R_X86_64_32S",           kind: "absolute-signed", sizeBytes: 4 },
  { number: 12, name: "R_X86_64_16",            kind: "absolute",        sizeBytes: 2 },
  { number: 13, name: "R_X86_64_PC16",          kind: "relative",        sizeBytes: 2 },
  { number: 14, name: "R_X86_64_8",             kind: "absolute",        sizeBytes: 1 },
  { number: 15, name: "R_X86_64_PC8",           kind: "relative",        sizeBytes: 1 },
  { number: 17, name: "R_X86_64_DTPOFF64",      kind: "dtpoff",          sizeBytes: 8 },
  { number: 18, name: "R_X86_64_TPOFF64",       kind: "tpoff",           sizeBytes: 8 },
  { number: 21, name: "R_X86_64_DTPOFF32",      kind: "dtpoff",          sizeBytes: 4 },
  { number: 22, name: "R_X86_64_GOTTPOFF",      kind: "gottpoff",        sizeBytes: 4 },
  { number: 23, name: "R_X86_64_TPOFF32",       kind: "tpoff",           sizeBytes: 4 },
  { number: 24, name: "R_X86_64_PC64",          kind: "relative",        sizeBytes: 8 },
  { number: 25, name: "R_X86_64_GOTOFF64",      kind: "gotoff",          sizeBytes: 8 },
  { number: 26, name: "R_X86_64_GOTPC32",       kind: "gotpc",           sizeBytes: 4 },
  { number: 26, name: "R_X86_64_GOTPC32",       kind: "gotpc",           sizeBytes: 8 }, // what NASM writes for dq, dw and db
  { number: 26, name: "R_X86_64_GOTPC32",       kind: "gotpc",           sizeBytes: 2 },
  { number: 26, name: "R_X86_64_GOTPC32",       kind: "gotpc",           sizeBytes: 1 },
  { number: 27, name: "R_X86_64_GOT64",         kind: "got",             sizeBytes: 8 },
  { number: 28, name: "R_X86_64_GOTPCREL64",    kind: "gotpcrel",        sizeBytes: 8 },
  { number: 29, name: "R_X86_64_GOTPC64",       kind: "gotpc",           sizeBytes: 8 },
  { number: 30, name: "R_X86_64_GOTPLT64",      kind: "got",             sizeBytes: 8 },
  { number: 31, name: "R_X86_64_PLTOFF64",      kind: "gotoff",          sizeBytes: 8 },
  { number: 41, name: "R_X86_64_GOTPCRELX",     kind: "gotpcrel",        sizeBytes: 4 },
  { number: 42, name: "R_X86_64_REX_GOTPCRELX", kind: "gotpcrel",        sizeBytes: 4 },
];

export const relocationsOf = (machine: number): readonly RelocationRow[] =>
  machine === EM.i386 ? RELOCATIONS_I386 : RELOCATIONS_X86_64;

/** The relocation that stores `kind` in `sizeBytes` bytes; undefined when the format has none. */
export function relocationFor(machine: number, kind: FixupKind, sizeBytes: number): RelocationRow | undefined {
  const wanted =
    kind === "sym" || (kind === "absolute-signed" && (machine === EM.i386 || sizeBytes !== 4)) ? "absolute" : kind;
  return relocationsOf(machine).find((row) => row.kind === wanted && row.sizeBytes === sizeBytes);
}
