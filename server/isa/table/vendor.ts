// Assembled only: Cyrix, Geode, VIA, Itanium and removed instructions.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const vendor = () => ({
  bb0_reset: {
    title: "Reset BB0 pointer",
    brief: "Sets the pointer of blit buffer 0 to its base; Cyrix only.",
    rows: [
      " |  | 0F 3A | pent cyrix nd obsolete",
    ],
  },
  bb1_reset: {
    title: "Reset BB1 pointer",
    brief: "Sets the pointer of blit buffer 1 to its base; Cyrix only.",
    rows: [
      " |  | 0F 3B | pent cyrix nd obsolete",
    ],
  },
  cmpxchg486: {
    title: "Compare and exchange, early 486",
    brief: "Compares the accumulator with the destination and exchanges; the opcode of the first 486s.",
    rows: [
      "rw r/m(8), r r8 | MR | 0F A6 /r | 486 undoc nd lock obsolete",
      "rw r/m(16), r r16 | MR | o16 0F A7 /r | 486 undoc nd lock obsolete",
      "rw r/m(32), r r32 | MR | o32 0F A7 /r | 486 undoc nd lock obsolete",
    ],
  },
  cpu_read: {
    title: "Read processor register",
    brief: "Reads an internal register of the processor; Cyrix only.",
    rows: [
      " |  | 0F 3D | pent cyrix",
    ],
  },
  cpu_write: {
    title: "Write processor register",
    brief: "Writes an internal register of the processor; Cyrix only.",
    rows: [
      " |  | 0F 3C | pent cyrix",
    ],
  },
  dmint: {
    title: "Enter debug management",
    brief: "Enters debug management mode; Cyrix only.",
    rows: [
      " |  | 0F 39 | p6 cyrix",
    ],
  },
  ibts: {
    title: "Insert bits",
    brief: "Inserts a bit string; only on the first 80386.",
    rows: [
      "w r/m(16), r r16 | MR | o16 0F A7 /r | 386 undoc nd obsolete",
      "w r/m(32), r r32 | MR | o32 0F A7 /r | 386 undoc nd obsolete",
    ],
  },
  jmpe: {
    title: "Jump to IA-64 code",
    brief: "Goes on with IA-64 instructions at the target.",
    rows: [
      "r rel | I | odf 0F B8 rel | ia64",
      "r rel16 | I | o16 0F B8 rel | ia64",
      "r rel32 | I | o32 0F B8 rel | ia64",
      "r r/m16 | M | o16 0F 00 /6 | ia64",
      "r r/m32 | M | o32 0F 00 /6 | ia64",
    ],
  },
  loadall: {
    title: "Load all registers, 386",
    brief: "Loads the whole state of the processor from memory; undocumented.",
    rows: [
      " |  | 0F 07 | 386 undoc nd obsolete",
    ],
  },
  loadall286: {
    title: "Load all registers, 286",
    brief: "Loads the whole state of the processor from address 800h; undocumented.",
    rows: [
      " |  | 0F 05 | 286 undoc nd obsolete",
    ],
  },
  paddsiw: {
    title: "Add signed words to implied register",
    brief: "Adds signed words with saturation into the register paired with the destination.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 51 /r | pent mmx cyrix",
    ],
  },
  paveb: {
    title: "Average of packed bytes, Cyrix",
    brief: "Averages bytes.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 50 /r | pent mmx cyrix",
    ],
  },
  pdistib: {
    title: "Distance of packed bytes",
    brief: "Adds absolute differences of bytes to the register paired with the destination.",
    rows: [
      "rw mm, r m | RM | 0F 54 /r | pent mmx cyrix",
    ],
  },
  pmachriw: {
    title: "Multiply words and accumulate, Cyrix",
    brief: "Multiplies signed words, rounds and adds the upper halves to the paired register.",
    rows: [
      "rw mm, r m | RM | 0F 5E /r | pent mmx cyrix",
    ],
  },
  pmagw: {
    title: "Packed magnitude",
    brief: "Keeps of each pair of signed words the one of larger magnitude.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 52 /r | pent mmx cyrix",
    ],
  },
  pmulhriw: {
    title: "Multiply words rounded to implied register",
    brief: "Multiplies signed words and writes the rounded upper halves to the paired register.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 5D /r | pent mmx cyrix",
    ],
  },
  pmulhrwc: {
    title: "Multiply words, high half rounded, Cyrix",
    brief: "Multiplies signed words and keeps the rounded upper halves.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 59 /r | pent mmx cyrix",
    ],
  },
  pmvgezb: {
    title: "Move bytes where not negative",
    brief: "Copies bytes where the byte of the paired register is not negative.",
    rows: [
      "rw mm, r m(64) | RM | 0F 5C /r | pent mmx cyrix",
    ],
  },
  pmvlzb: {
    title: "Move bytes where negative",
    brief: "Copies bytes where the byte of the paired register is negative.",
    rows: [
      "rw mm, r m(64) | RM | 0F 5B /r | pent mmx cyrix",
    ],
  },
  pmvnzb: {
    title: "Move bytes where not zero",
    brief: "Copies bytes where the byte of the paired register is not 0.",
    rows: [
      "rw mm, r m(64) | RM | 0F 5A /r | pent mmx cyrix",
    ],
  },
  pmvzb: {
    title: "Move bytes where zero",
    brief: "Copies bytes where the byte of the paired register is 0.",
    rows: [
      "rw mm, r m(64) | RM | 0F 58 /r | pent mmx cyrix",
    ],
  },
  psubsiw: {
    title: "Subtract signed words to implied register",
    brief: "Subtracts signed words with saturation into the register paired with the destination.",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 55 /r | pent mmx cyrix",
    ],
  },
  rdshr: {
    title: "Read SMM header pointer",
    brief: "Reads the pointer to the system management header; Cyrix only.",
    rows: [
      "w r/m32 | M | o32 0F 36 /0 | p6 cyrix smm",
    ],
  },
  rdm: {
    title: "Leave debug management",
    brief: "Returns from debug management mode; Cyrix only.",
    rows: [
      " |  | 0F 3A | p6 cyrix nd",
    ],
  },
  rsdc: {
    title: "Restore segment register and descriptor",
    brief: "Loads a segment register with its descriptor from memory; Cyrix only.",
    rows: [
      "w Sreg, r m80 | RM | 0F 79 /r | 486 cyrix smm",
    ],
  },
  rsldt: {
    title: "Restore local descriptor table",
    brief: "Loads the LDT register with its descriptor from memory; Cyrix only.",
    rows: [
      "w m80 | M | 0F 7B /0 | 486 cyrix smm",
    ],
  },
  rsm: {
    title: "Resume from system management",
    brief: "Returns from system management mode to the interrupted program.",
    rows: [
      " |  | 0F AA | pent smm",
    ],
  },
  rsts: {
    title: "Restore task register",
    brief: "Loads the task register with its descriptor from memory; Cyrix only.",
    rows: [
      "w m80 | M | 0F 7D /0 | 486 cyrix smm",
    ],
  },
  smint: {
    title: "Enter system management",
    brief: "Enters system management mode by software; Cyrix only.",
    rows: [
      " |  | 0F 38 | p6 cyrix nd",
    ],
  },
  smintold: {
    title: "Enter system management, old opcode",
    brief: "Enters system management mode by software; the opcode of older Cyrix processors.",
    rows: [
      " |  | 0F 7E | 486 cyrix nd obsolete",
    ],
  },
  svdc: {
    title: "Save segment register and descriptor",
    brief: "Stores a segment register with its descriptor; Cyrix only.",
    rows: [
      "w m80, r Sreg | MR | 0F 78 /r | 486 cyrix smm",
    ],
  },
  svldt: {
    title: "Save local descriptor table",
    brief: "Stores the LDT register with its descriptor; Cyrix only.",
    rows: [
      "w m80 | M | 0F 7A /0 | 486 cyrix smm nd",
    ],
  },
  svts: {
    title: "Save task register",
    brief: "Stores the task register with its descriptor; Cyrix only.",
    rows: [
      "w m80 | M | 0F 7C /0 | 486 cyrix smm",
    ],
  },
  wrshr: {
    title: "Write SMM header pointer",
    brief: "Writes the pointer to the system management header; Cyrix only.",
    rows: [
      "w r/m32 | M | o32 0F 37 /0 | p6 cyrix smm",
    ],
  },
  xstore: {
    title: "Store random bytes",
    brief: "Stores hardware random bytes at [rdi]; VIA only.",
    rows: [
      " |  | 0F A7 C0 | pent cyrix",
    ],
  },
  xcryptecb: {
    title: "Encrypt blocks, ECB",
    brief: "Encrypts or decrypts blocks with AES in ECB mode; VIA only.",
    rows: [
      " |  | mustrep 0F A7 C8 | pent cyrix",
    ],
  },
  xcryptcbc: {
    title: "Encrypt blocks, CBC",
    brief: "Encrypts or decrypts blocks with AES in CBC mode; VIA only.",
    rows: [
      " |  | mustrep 0F A7 D0 | pent cyrix",
    ],
  },
  xcryptctr: {
    title: "Encrypt blocks, CTR",
    brief: "Encrypts or decrypts blocks with AES in CTR mode; VIA only.",
    rows: [
      " |  | mustrep 0F A7 D8 | pent cyrix",
    ],
  },
  xcryptcfb: {
    title: "Encrypt blocks, CFB",
    brief: "Encrypts or decrypts blocks with AES in CFB mode; VIA only.",
    rows: [
      " |  | mustrep 0F A7 E0 | pent cyrix",
    ],
  },
  xcryptofb: {
    title: "Encrypt blocks, OFB",
    brief: "Encrypts or decrypts blocks with AES in OFB mode; VIA only.",
    rows: [
      " |  | mustrep 0F A7 E8 | pent cyrix",
    ],
  },
  montmul: {
    title: "Montgomery multiplication",
    brief: "Multiplies large numbers by Montgomery's method; VIA only.",
    rows: [
      " |  | mustrep 0F A6 C0 | pent cyrix",
    ],
  },
  xsha1: {
    title: "Hash with SHA-1",
    brief: "Continues a SHA-1 hash over blocks at [rsi]; VIA only.",
    rows: [
      " |  | mustrep 0F A6 C8 | pent cyrix",
    ],
  },
  xsha256: {
    title: "Hash with SHA-256",
    brief: "Continues a SHA-256 hash over blocks at [rsi]; VIA only.",
    rows: [
      " |  | mustrep 0F A6 D0 | pent cyrix",
    ],
  },
}) as const satisfies Family;
