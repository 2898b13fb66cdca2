// String instructions: one element a step, repeated by a prefix.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const string = {
  cmpsb: {
    title: "CMPSB",
    rows: [
      " |  | repe A6",
    ],
  },
  cmpsd: {
    title: "CMPSD",
    rows: [
      " |  | repe o32 A7 | 386",
    ],
  },
  cmpsq: {
    title: "CMPSQ",
    rows: [
      " |  | repe REX.W A7 | 64",
    ],
  },
  cmpsw: {
    title: "CMPSW",
    rows: [
      " |  | repe o16 A7",
    ],
  },
  insb: {
    title: "INSB",
    rows: [
      " |  | 6C | 186",
    ],
  },
  insd: {
    title: "INSD",
    rows: [
      " |  | o32 6D | 386",
    ],
  },
  insw: {
    title: "INSW",
    rows: [
      " |  | o16 6D | 186",
    ],
  },
  lodsb: {
    title: "LODSB",
    rows: [
      " |  | AC",
    ],
  },
  lodsd: {
    title: "LODSD",
    rows: [
      " |  | o32 AD | 386",
    ],
  },
  lodsq: {
    title: "LODSQ",
    rows: [
      " |  | REX.W AD | 64",
    ],
  },
  lodsw: {
    title: "LODSW",
    rows: [
      " |  | o16 AD",
    ],
  },
  movsb: {
    title: "MOVSB",
    rows: [
      " |  | A4",
    ],
  },
  movsd: {
    title: "MOVSD",
    rows: [
      " |  | o32 A5 | 386",
    ],
  },
  movsq: {
    title: "MOVSQ",
    rows: [
      " |  | REX.W A5 | 64",
    ],
  },
  movsw: {
    title: "MOVSW",
    rows: [
      " |  | o16 A5",
    ],
  },
  outsb: {
    title: "OUTSB",
    rows: [
      " |  | 6E | 186",
    ],
  },
  outsd: {
    title: "OUTSD",
    rows: [
      " |  | o32 6F | 386",
    ],
  },
  outsw: {
    title: "OUTSW",
    rows: [
      " |  | o16 6F | 186",
    ],
  },
  scasb: {
    title: "SCASB",
    rows: [
      " |  | repe AE",
    ],
  },
  scasd: {
    title: "SCASD",
    rows: [
      " |  | repe o32 AF | 386",
    ],
  },
  scasq: {
    title: "SCASQ",
    rows: [
      " |  | repe REX.W AF | 64",
    ],
  },
  scasw: {
    title: "SCASW",
    rows: [
      " |  | repe o16 AF",
    ],
  },
  stosb: {
    title: "STOSB",
    rows: [
      " |  | AA",
    ],
  },
  stosd: {
    title: "STOSD",
    rows: [
      " |  | o32 AB | 386",
    ],
  },
  stosq: {
    title: "STOSQ",
    rows: [
      " |  | REX.W AB | 64",
    ],
  },
  stosw: {
    title: "STOSW",
    rows: [
      " |  | o16 AB",
    ],
  },
} as const satisfies Family;
