// String instructions: one element a step, repeated by a prefix.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const string = () => ({
  cmpsb: {
    title: "Compare bytes of strings",
    brief: "Compares the byte at [RSI] with the one at [RDI] and moves both on; repe and repne go on while (un)equal.",
    operation: "flags ← [RSI] − [RDI]\nSI, RDI ← ± 1 by DF",
    flags: "r=d w=oszapc",
    rows: [
      " |  | repe A6",
    ],
  },
  cmpsd: {
    title: "Compare doublewords of strings",
    brief: "Compares the doubleword at [RSI] with the one at [RDI] and moves both on; repe and repne go on while (un)equal.",
    operation: "flags ← [RSI] − [RDI]\nSI, RDI ← ± 4 by DF",
    flags: "r=d w=oszapc",
    rows: [
      " |  | repe o32 A7 | 386",
    ],
  },
  cmpsq: {
    title: "Compare quadwords of strings",
    brief: "Compares the quadword at [RSI] with the one at [RDI] and moves both on; repe and repne go on while (un)equal.",
    operation: "flags ← [RSI] − [RDI]\nSI, RDI ← ± 8 by DF",
    flags: "r=d w=oszapc",
    rows: [
      " |  | repe REX.W A7 | 64",
    ],
  },
  cmpsw: {
    title: "Compare words of strings",
    brief: "Compares the word at [RSI] with the one at [RDI] and moves both on; repe and repne go on while (un)equal.",
    operation: "flags ← [RSI] − [RDI]\nSI, RDI ← ± 2 by DF",
    flags: "r=d w=oszapc",
    rows: [
      " |  | repe o16 A7",
    ],
  },
  insb: {
    title: "Input byte of string",
    brief: "Reads a byte from port DX to [RDI] and moves on; user programs may not.",
    operation: "[RDI] ← port DX\nDI ← ± 1 by DF",
    flags: "r=d",
    exceptions: "#GP when the program has no right to the port",
    rows: [
      " |  | 6C | 186",
    ],
  },
  insd: {
    title: "Input doubleword of string",
    brief: "Reads a doubleword from port DX to [RDI] and moves on; user programs may not.",
    operation: "[RDI] ← port DX\nDI ← ± 4 by DF",
    flags: "r=d",
    exceptions: "#GP when the program has no right to the port",
    rows: [
      " |  | o32 6D | 386",
    ],
  },
  insw: {
    title: "Input word of string",
    brief: "Reads a word from port DX to [RDI] and moves on; user programs may not.",
    operation: "[RDI] ← port DX\nDI ← ± 2 by DF",
    flags: "r=d",
    exceptions: "#GP when the program has no right to the port",
    rows: [
      " |  | o16 6D | 186",
    ],
  },
  lodsb: {
    title: "Load byte of string",
    brief: "Loads AL from [RSI] and moves on.",
    operation: "AL ← [RSI]\nSI ← ± 1 by DF",
    flags: "r=d",
    rows: [
      " |  | AC",
    ],
  },
  lodsd: {
    title: "Load doubleword of string",
    brief: "Loads EAX from [RSI] and moves on.",
    operation: "EAX ← [RSI]\nSI ← ± 4 by DF",
    flags: "r=d",
    rows: [
      " |  | o32 AD | 386",
    ],
  },
  lodsq: {
    title: "Load quadword of string",
    brief: "Loads RAX from [RSI] and moves on.",
    operation: "RAX ← [RSI]\nSI ← ± 8 by DF",
    flags: "r=d",
    rows: [
      " |  | REX.W AD | 64",
    ],
  },
  lodsw: {
    title: "Load word of string",
    brief: "Loads AX from [RSI] and moves on.",
    operation: "AX ← [RSI]\nSI ← ± 2 by DF",
    flags: "r=d",
    rows: [
      " |  | o16 AD",
    ],
  },
  movsb: {
    title: "Move byte of string",
    brief: "Copies a byte from [RSI] to [RDI] and moves both on; rep does it RCX times.",
    operation: "[RDI] ← [RSI]\nSI, RDI ← ± 1 by DF",
    flags: "r=d",
    rows: [
      " |  | A4",
    ],
  },
  movsd: {
    title: "Move doubleword of string",
    brief: "Copies a doubleword from [RSI] to [RDI] and moves both on; rep does it RCX times.",
    operation: "[RDI] ← [RSI]\nSI, RDI ← ± 4 by DF",
    flags: "r=d",
    rows: [
      " |  | o32 A5 | 386",
    ],
  },
  movsq: {
    title: "Move quadword of string",
    brief: "Copies a quadword from [RSI] to [RDI] and moves both on; rep does it RCX times.",
    operation: "[RDI] ← [RSI]\nSI, RDI ← ± 8 by DF",
    flags: "r=d",
    rows: [
      " |  | REX.W A5 | 64",
    ],
  },
  movsw: {
    title: "Move word of string",
    brief: "Copies a word from [RSI] to [RDI] and moves both on; rep does it RCX times.",
    operation: "[RDI] ← [RSI]\nSI, RDI ← ± 2 by DF",
    flags: "r=d",
    rows: [
      " |  | o16 A5",
    ],
  },
  outsb: {
    title: "Output byte of string",
    brief: "Writes the byte at [RSI] to port DX and moves on; user programs may not.",
    operation: "port DX ← [RSI]\nSI ← ± 1 by DF",
    flags: "r=d",
    exceptions: "#GP when the program has no right to the port",
    rows: [
      " |  | 6E | 186",
    ],
  },
  outsd: {
    title: "Output doubleword of string",
    brief: "Writes the doubleword at [RSI] to port DX and moves on; user programs may not.",
    operation: "port DX ← [RSI]\nSI ← ± 4 by DF",
    flags: "r=d",
    exceptions: "#GP when the program has no right to the port",
    rows: [
      " |  | o32 6F | 386",
    ],
  },
  outsw: {
    title: "Output word of string",
    brief: "Writes the word at [RSI] to port DX and moves on; user programs may not.",
    operation: "port DX ← [RSI]\nSI ← ± 2 by DF",
    flags: "r=d",
    exceptions: "#GP when the program has no right to the port",
    rows: [
      " |  | o16 6F | 186",
    ],
  },
  scasb: {
    title: "Scan string for byte",
    brief: "Compares AL with the byte at [RDI] and moves on; repne scasb finds a byte.",
    operation: "flags ← AL − [RDI]\nDI ← ± 1 by DF",
    flags: "r=d w=oszapc",
    rows: [
      " |  | repe AE",
    ],
  },
  scasd: {
    title: "Scan string for doubleword",
    brief: "Compares EAX with the doubleword at [RDI] and moves on; repne scasb finds a byte.",
    operation: "flags ← EAX − [RDI]\nDI ← ± 4 by DF",
    flags: "r=d w=oszapc",
    rows: [
      " |  | repe o32 AF | 386",
    ],
  },
  scasq: {
    title: "Scan string for quadword",
    brief: "Compares RAX with the quadword at [RDI] and moves on; repne scasb finds a byte.",
    operation: "flags ← RAX − [RDI]\nDI ← ± 8 by DF",
    flags: "r=d w=oszapc",
    rows: [
      " |  | repe REX.W AF | 64",
    ],
  },
  scasw: {
    title: "Scan string for word",
    brief: "Compares AX with the word at [RDI] and moves on; repne scasb finds a byte.",
    operation: "flags ← AX − [RDI]\nDI ← ± 2 by DF",
    flags: "r=d w=oszapc",
    rows: [
      " |  | repe o16 AF",
    ],
  },
  stosb: {
    title: "Store byte of string",
    brief: "Stores AL to [RDI] and moves on; rep fills memory.",
    operation: "[RDI] ← AL\nDI ← ± 1 by DF",
    flags: "r=d",
    rows: [
      " |  | AA",
    ],
  },
  stosd: {
    title: "Store doubleword of string",
    brief: "Stores EAX to [RDI] and moves on; rep fills memory.",
    operation: "[RDI] ← EAX\nDI ← ± 4 by DF",
    flags: "r=d",
    rows: [
      " |  | o32 AB | 386",
    ],
  },
  stosq: {
    title: "Store quadword of string",
    brief: "Stores RAX to [RDI] and moves on; rep fills memory.",
    operation: "[RDI] ← RAX\nDI ← ± 8 by DF",
    flags: "r=d",
    rows: [
      " |  | REX.W AB | 64",
    ],
  },
  stosw: {
    title: "Store word of string",
    brief: "Stores AX to [RDI] and moves on; rep fills memory.",
    operation: "[RDI] ← AX\nDI ← ± 2 by DF",
    flags: "r=d",
    rows: [
      " |  | o16 AB",
    ],
  },
}) as const satisfies Family;
