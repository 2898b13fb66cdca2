// The flags register.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const flags = () => ({
  clc: {
    title: "Clear carry",
    brief: "Clears the carry flag.",
    operation: "CF ← 0",
    flags: "0=c",
    rows: [
      " |  | F8",
    ],
  },
  cld: {
    title: "Clear direction",
    brief: "String instructions go upwards from now on.",
    operation: "DF ← 0",
    flags: "0=d",
    rows: [
      " |  | FC",
    ],
  },
  cli: {
    title: "Clear interrupt flag",
    brief: "Holds interrupts off; user programs may not.",
    operation: "IF ← 0",
    flags: "0=i",
    exceptions: "#GP in user programs",
    rows: [
      " |  | FA",
    ],
  },
  cmc: {
    title: "Complement carry",
    brief: "Flips the carry flag.",
    operation: "CF ← ~CF",
    flags: "r=c w=c",
    rows: [
      " |  | F5",
    ],
  },
  lahf: {
    title: "Load flags into AH",
    brief: "Copies SF, ZF, AF, PF and CF into AH.",
    operation: "AH ← SF:ZF:0:AF:0:PF:1:CF",
    flags: "r=szapc",
    rows: [
      " |  | 9F",
    ],
  },
  popf: {
    title: "Pop flags",
    brief: "Pops the flags register; a user program cannot change IF.",
    operation: "flags ← pop",
    flags: "w=oszapcdt",
    rows: [
      " |  | odf 9D",
    ],
  },
  popfd: {
    title: "Pop flags",
    brief: "Pops the flags register; a user program cannot change IF.",
    operation: "flags ← pop",
    flags: "w=oszapcdt",
    rows: [
      " |  | o32 9D | 386 no64",
    ],
  },
  popfq: {
    title: "Pop flags",
    brief: "Pops the flags register; a user program cannot change IF.",
    operation: "flags ← pop",
    flags: "w=oszapcdt",
    rows: [
      " |  | o32 9D | 64",
    ],
  },
  popfw: {
    title: "Pop flags",
    brief: "Pops the flags register; a user program cannot change IF.",
    operation: "flags ← pop",
    flags: "w=oszapcdt",
    rows: [
      " |  | o16 9D",
    ],
  },
  pushf: {
    title: "Push flags",
    brief: "Pushes the flags register.",
    operation: "push flags",
    flags: "r=oszapcdit",
    rows: [
      " |  | odf 9C",
    ],
  },
  pushfd: {
    title: "Push flags",
    brief: "Pushes the flags register.",
    operation: "push flags",
    flags: "r=oszapcdit",
    rows: [
      " |  | o32 9C | 386 no64",
    ],
  },
  pushfq: {
    title: "Push flags",
    brief: "Pushes the flags register.",
    operation: "push flags",
    flags: "r=oszapcdit",
    rows: [
      " |  | o32 9C | 64",
    ],
  },
  pushfw: {
    title: "Push flags",
    brief: "Pushes the flags register.",
    operation: "push flags",
    flags: "r=oszapcdit",
    rows: [
      " |  | o16 9C",
    ],
  },
  sahf: {
    title: "Store AH into flags",
    brief: "Copies AH into SF, ZF, AF, PF and CF.",
    operation: "SF:ZF:0:AF:0:PF:1:CF ← AH",
    flags: "w=szapc",
    rows: [
      " |  | 9E",
    ],
  },
  salc: {
    title: "Set AL from carry",
    brief: "Fills AL with the carry flag; undocumented, not in 64-bit mode.",
    operation: "AL ← CF ? 0xFF : 0",
    flags: "r=c",
    rows: [
      " |  | D6 | undoc",
    ],
  },
  stc: {
    title: "Set carry",
    brief: "Sets the carry flag.",
    operation: "CF ← 1",
    flags: "1=c",
    rows: [
      " |  | F9",
    ],
  },
  std: {
    title: "Set direction",
    brief: "String instructions go downwards from now on; the ABI wants it cleared at calls.",
    operation: "DF ← 1",
    flags: "1=d",
    rows: [
      " |  | FD",
    ],
  },
  sti: {
    title: "Set interrupt flag",
    brief: "Lets interrupts in; user programs may not.",
    operation: "IF ← 1",
    flags: "1=i",
    exceptions: "#GP in user programs",
    rows: [
      " |  | FB",
    ],
  },
  clac: {
    title: "Clear alignment check flag",
    brief: "Guards user memory from the kernel; user programs may not.",
    operation: "AC ← 0",
    exceptions: "#UD in user programs",
    rows: [
      " |  | 0F 01 CA | priv future smap",
    ],
  },
  stac: {
    title: "Set alignment check flag",
    brief: "Lets the kernel touch user memory; user programs may not.",
    operation: "AC ← 1",
    exceptions: "#UD in user programs",
    rows: [
      " |  | 0F 01 CB | priv future smap",
    ],
  },
}) as const satisfies Family;
