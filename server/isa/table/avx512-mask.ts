// Assembled only: AVX-512 mask registers.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const avx512Mask = () => ({
  kaddb: {
    title: "Add masks, 8 bits",
    brief: "Adds two masks as 8-bit numbers.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W0 4A /r | future",
    ],
  },
  kaddd: {
    title: "Add masks, 32 bits",
    brief: "Adds two masks as 32-bit numbers.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W1 4A /r | future",
    ],
  },
  kaddq: {
    title: "Add masks, 64 bits",
    brief: "Adds two masks as 64-bit numbers.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W1 4A /r | future",
    ],
  },
  kaddw: {
    title: "Add masks, 16 bits",
    brief: "Adds two masks as 16-bit numbers.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W0 4A /r | future",
    ],
  },
  kandb: {
    title: "Bitwise and of masks, 8 bits",
    brief: "Ands two masks of 8 bits.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W0 41 /r | future",
    ],
  },
  kandd: {
    title: "Bitwise and of masks, 32 bits",
    brief: "Ands two masks of 32 bits.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W1 41 /r | future",
    ],
  },
  kandnb: {
    title: "Bitwise and-not of masks, 8 bits",
    brief: "Ands the second mask of 8 bits with the complement of the first.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W0 42 /r | future",
    ],
  },
  kandnd: {
    title: "Bitwise and-not of masks, 32 bits",
    brief: "Ands the second mask of 32 bits with the complement of the first.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W1 42 /r | future",
    ],
  },
  kandnq: {
    title: "Bitwise and-not of masks, 64 bits",
    brief: "Ands the second mask of 64 bits with the complement of the first.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W1 42 /r | future",
    ],
  },
  kandnw: {
    title: "Bitwise and-not of masks, 16 bits",
    brief: "Ands the second mask of 16 bits with the complement of the first.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W0 42 /r | future",
    ],
  },
  kandq: {
    title: "Bitwise and of masks, 64 bits",
    brief: "Ands two masks of 64 bits.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W1 41 /r | future",
    ],
  },
  kandw: {
    title: "Bitwise and of masks, 16 bits",
    brief: "Ands two masks of 16 bits.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W0 41 /r | future",
    ],
  },
  kmovb: {
    title: "Move mask, 8 bits",
    brief: "Copies a mask of 8 bits between mask registers, memory and general registers; upper bits become 0.",
    rows: [
      "w k, r k/m8 | RM | VEX.L0.66.0F.W0 90 /r | future",
      "w m8, r k | MR | VEX.L0.66.0F.W0 91 /r | future",
      "w k, r r32 | RM | VEX.L0.66.0F.W0 92 /r | future",
      "w k, r r8 | RM | VEX.L0.66.0F.W0 92 nohi /r | future nd",
      "w r32, r k | RM | VEX.L0.66.0F.W0 93 /r | future",
    ],
  },
  kmovd: {
    title: "Move mask, 32 bits",
    brief: "Copies a mask of 32 bits between mask registers, memory and general registers; upper bits become 0.",
    rows: [
      "w k, r k/m32 | RM | VEX.L0.66.0F.W1 90 /r | future",
      "w m32, r k | MR | VEX.L0.66.0F.W1 91 /r | future",
      "w k, r r32 | RM | VEX.L0.F2.0F.W0 92 /r | future",
      "w r32, r k | RM | VEX.L0.F2.0F.W0 93 /r | future",
    ],
  },
  kmovq: {
    title: "Move mask, 64 bits",
    brief: "Copies a mask of 64 bits between mask registers, memory and general registers; upper bits become 0.",
    rows: [
      "w k, r k/m64 | RM | VEX.L0.0F.W1 90 /r | future",
      "w m64, r k | MR | VEX.L0.0F.W1 91 /r | future",
      "w k, r r64 | RM | VEX.L0.F2.0F.W1 92 /r | future",
      "w r64, r k | RM | VEX.L0.F2.0F.W1 93 /r | future",
    ],
  },
  kmovw: {
    title: "Move mask, 16 bits",
    brief: "Copies a mask of 16 bits between mask registers, memory and general registers; upper bits become 0.",
    rows: [
      "w k, r k/m16 | RM | VEX.L0.0F.W0 90 /r | future",
      "w m16, r k | MR | VEX.L0.0F.W0 91 /r | future",
      "w k, r r32 | RM | VEX.L0.0F.W0 92 /r | future",
      "w k, r r16 | RM | VEX.L0.0F.W0 92 /r | future nd",
      "w r32, r k | RM | VEX.L0.0F.W0 93 /r | future",
    ],
  },
  knotb: {
    title: "Bitwise not of mask, 8 bits",
    brief: "Inverts a mask of 8 bits.",
    rows: [
      "w k, r k | RM | VEX.L0.66.0F.W0 44 /r | future",
    ],
  },
  knotd: {
    title: "Bitwise not of mask, 32 bits",
    brief: "Inverts a mask of 32 bits.",
    rows: [
      "w k, r k | RM | VEX.L0.66.0F.W1 44 /r | future",
    ],
  },
  knotq: {
    title: "Bitwise not of mask, 64 bits",
    brief: "Inverts a mask of 64 bits.",
    rows: [
      "w k, r k | RM | VEX.L0.0F.W1 44 /r | future",
    ],
  },
  knotw: {
    title: "Bitwise not of mask, 16 bits",
    brief: "Inverts a mask of 16 bits.",
    rows: [
      "w k, r k | RM | VEX.L0.0F.W0 44 /r | future",
    ],
  },
  korb: {
    title: "Bitwise or of masks, 8 bits",
    brief: "Ors two masks of 8 bits.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W0 45 /r | future",
    ],
  },
  kord: {
    title: "Bitwise or of masks, 32 bits",
    brief: "Ors two masks of 32 bits.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W1 45 /r | future",
    ],
  },
  korq: {
    title: "Bitwise or of masks, 64 bits",
    brief: "Ors two masks of 64 bits.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W1 45 /r | future",
    ],
  },
  korw: {
    title: "Bitwise or of masks, 16 bits",
    brief: "Ors two masks of 16 bits.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W0 45 /r | future",
    ],
  },
  kortestb: {
    title: "Or masks into flags, 8 bits",
    brief: "Ors two masks of 8 bits and sets ZF if the result is 0, CF if all its bits are 1.",
    flags: "w=zc 0=oasp",
    rows: [
      "r k, r k | RM | VEX.L0.66.0F.W0 98 /r | future",
    ],
  },
  kortestd: {
    title: "Or masks into flags, 32 bits",
    brief: "Ors two masks of 32 bits and sets ZF if the result is 0, CF if all its bits are 1.",
    flags: "w=zc 0=oasp",
    rows: [
      "r k, r k | RM | VEX.L0.66.0F.W1 98 /r | future",
    ],
  },
  kortestq: {
    title: "Or masks into flags, 64 bits",
    brief: "Ors two masks of 64 bits and sets ZF if the result is 0, CF if all its bits are 1.",
    flags: "w=zc 0=oasp",
    rows: [
      "r k, r k | RM | VEX.L0.0F.W1 98 /r | future",
    ],
  },
  kortestw: {
    title: "Or masks into flags, 16 bits",
    brief: "Ors two masks of 16 bits and sets ZF if the result is 0, CF if all its bits are 1.",
    flags: "w=zc 0=oasp",
    rows: [
      "r k, r k | RM | VEX.L0.0F.W0 98 /r | future",
    ],
  },
  kshiftlb: {
    title: "Shift mask left, 8 bits",
    brief: "Shifts a mask of 8 bits left, filling with 0.",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W0 32 /r ib | future",
    ],
  },
  kshiftld: {
    title: "Shift mask left, 32 bits",
    brief: "Shifts a mask of 32 bits left, filling with 0.",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W0 33 /r ib | future",
    ],
  },
  kshiftlq: {
    title: "Shift mask left, 64 bits",
    brief: "Shifts a mask of 64 bits left, filling with 0.",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W1 33 /r ib | future",
    ],
  },
  kshiftlw: {
    title: "Shift mask left, 16 bits",
    brief: "Shifts a mask of 16 bits left, filling with 0.",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W1 32 /r ib | future",
    ],
  },
  kshiftrb: {
    title: "Shift mask right, 8 bits",
    brief: "Shifts a mask of 8 bits right, filling with 0.",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W0 30 /r ib | future",
    ],
  },
  kshiftrd: {
    title: "Shift mask right, 32 bits",
    brief: "Shifts a mask of 32 bits right, filling with 0.",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W0 31 /r ib | future",
    ],
  },
  kshiftrq: {
    title: "Shift mask right, 64 bits",
    brief: "Shifts a mask of 64 bits right, filling with 0.",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W1 31 /r ib | future",
    ],
  },
  kshiftrw: {
    title: "Shift mask right, 16 bits",
    brief: "Shifts a mask of 16 bits right, filling with 0.",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W1 30 /r ib | future",
    ],
  },
  ktestb: {
    title: "Test masks into flags, 8 bits",
    brief: "Sets ZF if the and of two masks of 8 bits is 0, and CF if the and-not is.",
    flags: "w=zc 0=oasp",
    rows: [
      "r k, r k | RM | VEX.L0.66.0F.W0 99 /r | future",
    ],
  },
  ktestd: {
    title: "Test masks into flags, 32 bits",
    brief: "Sets ZF if the and of two masks of 32 bits is 0, and CF if the and-not is.",
    flags: "w=zc 0=oasp",
    rows: [
      "r k, r k | RM | VEX.L0.66.0F.W1 99 /r | future",
    ],
  },
  ktestq: {
    title: "Test masks into flags, 64 bits",
    brief: "Sets ZF if the and of two masks of 64 bits is 0, and CF if the and-not is.",
    flags: "w=zc 0=oasp",
    rows: [
      "r k, r k | RM | VEX.L0.0F.W1 99 /r | future",
    ],
  },
  ktestw: {
    title: "Test masks into flags, 16 bits",
    brief: "Sets ZF if the and of two masks of 16 bits is 0, and CF if the and-not is.",
    flags: "w=zc 0=oasp",
    rows: [
      "r k, r k | RM | VEX.L0.0F.W0 99 /r | future",
    ],
  },
  kunpckbw: {
    title: "Concatenate two masks of 8 bits",
    brief: "Puts 8 bits of the first mask above 8 bits of the second one.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W0 4B /r | future",
    ],
  },
  kunpckdq: {
    title: "Concatenate two masks of 32 bits",
    brief: "Puts 32 bits of the first mask above 32 bits of the second one.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W1 4B /r | future",
    ],
  },
  kunpckwd: {
    title: "Concatenate two masks of 16 bits",
    brief: "Puts 16 bits of the first mask above 16 bits of the second one.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W0 4B /r | future",
    ],
  },
  kxnorb: {
    title: "Bitwise exclusive nor of masks, 8 bits",
    brief: "Sets the bits in which two masks of 8 bits agree.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W0 46 /r | future",
    ],
  },
  kxnord: {
    title: "Bitwise exclusive nor of masks, 32 bits",
    brief: "Sets the bits in which two masks of 32 bits agree.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W1 46 /r | future",
    ],
  },
  kxnorq: {
    title: "Bitwise exclusive nor of masks, 64 bits",
    brief: "Sets the bits in which two masks of 64 bits agree.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W1 46 /r | future",
    ],
  },
  kxnorw: {
    title: "Bitwise exclusive nor of masks, 16 bits",
    brief: "Sets the bits in which two masks of 16 bits agree.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W0 46 /r | future",
    ],
  },
  kxorb: {
    title: "Bitwise exclusive or of masks, 8 bits",
    brief: "Sets the bits in which two masks of 8 bits differ.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W0 47 /r | future",
    ],
  },
  kxord: {
    title: "Bitwise exclusive or of masks, 32 bits",
    brief: "Sets the bits in which two masks of 32 bits differ.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W1 47 /r | future",
    ],
  },
  kxorq: {
    title: "Bitwise exclusive or of masks, 64 bits",
    brief: "Sets the bits in which two masks of 64 bits differ.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W1 47 /r | future",
    ],
  },
  kxorw: {
    title: "Bitwise exclusive or of masks, 16 bits",
    brief: "Sets the bits in which two masks of 16 bits differ.",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W0 47 /r | future",
    ],
  },
  kadd: {
    title: "Add masks, by size word",
    brief: "Adds two masks as numbers of the size that the size word says.",
    rows: [
      "w k8, r k(8), r k(8) | RVM | VEX.L1.66.0F.W0 4A /r | future nd",
      "w k32, r k(32), r k(32) | RVM | VEX.L1.66.0F.W1 4A /r | future nd",
      "w k64, r k(64), r k(64) | RVM | VEX.L1.0F.W1 4A /r | future nd",
      "w k16, r k(16), r k(16) | RVM | VEX.L1.0F.W0 4A /r | future nd",
    ],
  },
  kand: {
    title: "Bitwise and of masks, by size word",
    brief: "Ands two masks of the size that the size word says.",
    rows: [
      "w k8, r k(8), r k(8) | RVM | VEX.L1.66.0F.W0 41 /r | future nd",
      "w k32, r k(32), r k(32) | RVM | VEX.L1.66.0F.W1 41 /r | future nd",
      "w k64, r k(64), r k(64) | RVM | VEX.L1.0F.W1 41 /r | future nd",
      "w k16, r k(16), r k(16) | RVM | VEX.L1.0F.W0 41 /r | future nd",
    ],
  },
  kandn: {
    title: "Bitwise and-not of masks, by size word",
    brief: "Ands the second mask of the size that the size word says with the complement of the first.",
    rows: [
      "w k64, r k(64), r k(64) | RVM | VEX.L1.66.0F.W0 42 /r | future nd",
      "w k16, r k(16), r k(16) | RVM | VEX.L1.66.0F.W1 42 /r | future nd",
      "w k8, r k(8), r k(8) | RVM | VEX.L1.0F.W1 42 /r | future nd",
      "w k32, r k(32), r k(32) | RVM | VEX.L1.0F.W0 42 /r | future nd",
    ],
  },
  kmov: {
    title: "Move mask, by size word",
    brief: "Copies a mask of the size that the size word says between mask registers, memory and general registers; upper bits become 0.",
    rows: [
      "w k8, r k/m8 | RM | VEX.L0.66.0F.W0 90 /r | future nd",
      "w m8?, r k8 | MR | VEX.L0.66.0F.W0 91 /r | future nd",
      "w k8, r r32 | RM | VEX.L0.66.0F.W0 92 /r | future nd sx",
      "w k8, r r8 | RM | VEX.L0.66.0F.W0 92 /r | future nd",
      "w r32, r k8 | RM | VEX.L0.66.0F.W0 93 /r | future nd sx",
      "w k32, r k/m32 | RM | VEX.L0.66.0F.W1 90 /r | future nd",
      "w m32, r k32 | MR | VEX.L0.66.0F.W1 91 /r | future nd",
      "w k32, r r32 | RM | VEX.L0.F2.0F.W0 92 /r | future nd",
      "w r32, r k32 | RM | VEX.L0.F2.0F.W0 93 /r | future nd",
      "w k64, r k/m64 | RM | VEX.L0.0F.W1 90 /r | future nd",
      "w m64, r k64 | MR | VEX.L0.0F.W1 91 /r | future nd",
      "w k64, r r64 | RM | VEX.L0.F2.0F.W1 92 /r | future nd",
      "w r64, r k64 | RM | VEX.L0.F2.0F.W1 93 /r | future nd",
      "w k16, r k/m16 | RM | VEX.L0.0F.W0 90 /r | future nd",
      "w m16, r k16 | MR | VEX.L0.0F.W0 91 /r | future nd",
      "w k16, r r32 | RM | VEX.L0.0F.W0 92 /r | future nd sx",
      "w r32, r k16 | RM | VEX.L0.0F.W0 93 /r | future nd sx",
      "w k16, r r16 | RM | VEX.L0.0F.W0 92 /r | future nd",
    ],
  },
  knot: {
    title: "Bitwise not of mask, by size word",
    brief: "Inverts a mask of the size that the size word says.",
    rows: [
      "w k8, r k8 | RM | VEX.L0.66.0F.W0 44 /r | future nd",
      "w k32, r k32 | RM | VEX.L0.66.0F.W1 44 /r | future nd",
      "w k64, r k64 | RM | VEX.L0.0F.W1 44 /r | future nd",
      "w k16, r k16 | RM | VEX.L0.0F.W0 44 /r | future nd",
    ],
  },
  kor: {
    title: "Bitwise or of masks, by size word",
    brief: "Ors two masks of the size that the size word says.",
    rows: [
      "w k8, r k(8), r k(8) | RVM | VEX.L1.66.0F.W0 45 /r | future nd",
      "w k32, r k(32), r k(32) | RVM | VEX.L1.66.0F.W1 45 /r | future nd",
      "w k64, r k(64), r k(64) | RVM | VEX.L1.0F.W1 45 /r | future nd",
      "w k16, r k(16), r k(16) | RVM | VEX.L1.0F.W0 45 /r | future nd",
    ],
  },
  kortest: {
    title: "Or masks into flags, by size word",
    brief: "Ors two masks of the size that the size word says and sets ZF if the result is 0, CF if all its bits are 1.",
    flags: "w=zc 0=oasp",
    rows: [
      "r k8, r k(8) | RM | VEX.L0.66.0F.W0 98 /r | future nd",
      "r k32, r k(32) | RM | VEX.L0.66.0F.W1 98 /r | future nd",
      "r k64, r k(64) | RM | VEX.L0.0F.W1 98 /r | future nd",
      "r k16, r k(16) | RM | VEX.L0.0F.W0 98 /r | future nd",
    ],
  },
  kshiftl: {
    title: "Shift mask left, by size word",
    brief: "Shifts a mask of the size that the size word says left, filling with 0.",
    rows: [
      "w k8, r k(8), r imm8 | RMI | VEX.L0.66.0F3A.W0 32 /r ib | future nd",
      "w k32, r k(32), r imm8 | RMI | VEX.L0.66.0F3A.W0 33 /r ib | future nd",
      "w k64, r k(64), r imm8 | RMI | VEX.L0.66.0F3A.W1 33 /r ib | future nd",
      "w k16, r k(16), r imm8 | RMI | VEX.L0.66.0F3A.W1 32 /r ib | future nd",
    ],
  },
  kshiftr: {
    title: "Shift mask right, by size word",
    brief: "Shifts a mask of the size that the size word says right, filling with 0.",
    rows: [
      "w k8, r k(8), r imm8 | RMI | VEX.L0.66.0F3A.W0 30 /r ib | future nd",
      "w k32, r k(32), r imm8 | RMI | VEX.L0.66.0F3A.W0 31 /r ib | future nd",
      "w k64, r k(64), r imm8 | RMI | VEX.L0.66.0F3A.W1 31 /r ib | future nd",
      "w k16, r k(16), r imm8 | RMI | VEX.L0.66.0F3A.W1 30 /r ib | future nd",
    ],
  },
  ktest: {
    title: "Test masks into flags, by size word",
    brief: "Sets ZF if the and of two masks of the size that the size word says is 0, and CF if the and-not is.",
    flags: "w=zc 0=oasp",
    rows: [
      "r k8, r k(8) | RM | VEX.L0.66.0F.W0 99 /r | future nd",
      "r k32, r k(32) | RM | VEX.L0.66.0F.W1 99 /r | future nd",
      "r k64, r k(64) | RM | VEX.L0.0F.W1 99 /r | future nd",
      "r k16, r k(16) | RM | VEX.L0.0F.W0 99 /r | future nd",
    ],
  },
  kunpck: {
    title: "Concatenate masks, by size word",
    brief: "Puts the low half of the first mask above the low half of the second one.",
    rows: [
      "w k16, r k8, r k8 | RVM | VEX.L1.66.0F.W0 4B /r | future nd",
      "w k64, r k32, r k32 | RVM | VEX.L1.0F.W1 4B /r | future nd",
      "w k32, r k16, r k16 | RVM | VEX.L1.0F.W0 4B /r | future nd",
    ],
  },
  kxnor: {
    title: "Bitwise exclusive nor of masks, by size word",
    brief: "Sets the bits in which two masks of the size that the size word says agree.",
    rows: [
      "w k8, r k(8), r k(8) | RVM | VEX.L1.66.0F.W0 46 /r | future nd",
      "w k32, r k(32), r k(32) | RVM | VEX.L1.66.0F.W1 46 /r | future nd",
      "w k64, r k(64), r k(64) | RVM | VEX.L1.0F.W1 46 /r | future nd",
      "w k16, r k(16), r k(16) | RVM | VEX.L1.0F.W0 46 /r | future nd",
    ],
  },
  kxor: {
    title: "Bitwise exclusive or of masks, by size word",
    brief: "Sets the bits in which two masks of the size that the size word says differ.",
    rows: [
      "w k8, r k(8), r k(8) | RVM | VEX.L1.66.0F.W0 47 /r | future nd",
      "w k32, r k(32), r k(32) | RVM | VEX.L1.66.0F.W1 47 /r | future nd",
      "w k64, r k(64), r k(64) | RVM | VEX.L1.0F.W1 47 /r | future nd",
      "w k16, r k(16), r k(16) | RVM | VEX.L1.0F.W0 47 /r | future nd",
    ],
  },
}) as const satisfies Family;
