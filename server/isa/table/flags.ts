// The flags register.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const flags = {
  clc: {
    title: "CLC",
    rows: [
      " |  | F8",
    ],
  },
  cld: {
    title: "CLD",
    rows: [
      " |  | FC",
    ],
  },
  cli: {
    title: "CLI",
    rows: [
      " |  | FA",
    ],
  },
  cmc: {
    title: "CMC",
    rows: [
      " |  | F5",
    ],
  },
  lahf: {
    title: "LAHF",
    rows: [
      " |  | 9F",
    ],
  },
  popf: {
    title: "POPF",
    rows: [
      " |  | odf 9D",
    ],
  },
  popfd: {
    title: "POPFD",
    rows: [
      " |  | o32 9D | 386 no64",
    ],
  },
  popfq: {
    title: "POPFQ",
    rows: [
      " |  | o32 9D | 64",
    ],
  },
  popfw: {
    title: "POPFW",
    rows: [
      " |  | o16 9D",
    ],
  },
  pushf: {
    title: "PUSHF",
    rows: [
      " |  | odf 9C",
    ],
  },
  pushfd: {
    title: "PUSHFD",
    rows: [
      " |  | o32 9C | 386 no64",
    ],
  },
  pushfq: {
    title: "PUSHFQ",
    rows: [
      " |  | o32 9C | 64",
    ],
  },
  pushfw: {
    title: "PUSHFW",
    rows: [
      " |  | o16 9C",
    ],
  },
  sahf: {
    title: "SAHF",
    rows: [
      " |  | 9E",
    ],
  },
  salc: {
    title: "SALC",
    rows: [
      " |  | D6 | undoc",
    ],
  },
  stc: {
    title: "STC",
    rows: [
      " |  | F9",
    ],
  },
  std: {
    title: "STD",
    rows: [
      " |  | FD",
    ],
  },
  sti: {
    title: "STI",
    rows: [
      " |  | FB",
    ],
  },
  clac: {
    title: "CLAC",
    rows: [
      " |  | 0F 01 CA | priv future",
    ],
  },
  stac: {
    title: "STAC",
    rows: [
      " |  | 0F 01 CB | priv future",
    ],
  },
} as const satisfies Family;
