// Assembled only: AVX-512 mask registers.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const avx512Mask = {
  kaddb: {
    title: "KADDB",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W0 4A /r | future",
    ],
  },
  kaddd: {
    title: "KADDD",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W1 4A /r | future",
    ],
  },
  kaddq: {
    title: "KADDQ",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W1 4A /r | future",
    ],
  },
  kaddw: {
    title: "KADDW",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W0 4A /r | future",
    ],
  },
  kandb: {
    title: "KANDB",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W0 41 /r | future",
    ],
  },
  kandd: {
    title: "KANDD",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W1 41 /r | future",
    ],
  },
  kandnb: {
    title: "KANDNB",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W0 42 /r | future",
    ],
  },
  kandnd: {
    title: "KANDND",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W1 42 /r | future",
    ],
  },
  kandnq: {
    title: "KANDNQ",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W1 42 /r | future",
    ],
  },
  kandnw: {
    title: "KANDNW",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W0 42 /r | future",
    ],
  },
  kandq: {
    title: "KANDQ",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W1 41 /r | future",
    ],
  },
  kandw: {
    title: "KANDW",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W0 41 /r | future",
    ],
  },
  kmovb: {
    title: "KMOVB",
    rows: [
      "w k, r k/m8 | RM | VEX.L0.66.0F.W0 90 /r | future",
      "w m8, r k | MR | VEX.L0.66.0F.W0 91 /r | future",
      "w k, r r32 | RM | VEX.L0.66.0F.W0 92 /r | future",
      "w k, r r8 | RM | VEX.L0.66.0F.W0 92 nohi /r | future nd",
      "w r32, r k | RM | VEX.L0.66.0F.W0 93 /r | future",
    ],
  },
  kmovd: {
    title: "KMOVD",
    rows: [
      "w k, r k/m32 | RM | VEX.L0.66.0F.W1 90 /r | future",
      "w m32, r k | MR | VEX.L0.66.0F.W1 91 /r | future",
      "w k, r r32 | RM | VEX.L0.F2.0F.W0 92 /r | future",
      "w r32, r k | RM | VEX.L0.F2.0F.W0 93 /r | future",
    ],
  },
  kmovq: {
    title: "KMOVQ",
    rows: [
      "w k, r k/m64 | RM | VEX.L0.0F.W1 90 /r | future",
      "w m64, r k | MR | VEX.L0.0F.W1 91 /r | future",
      "w k, r r64 | RM | VEX.L0.F2.0F.W1 92 /r | future",
      "w r64, r k | RM | VEX.L0.F2.0F.W1 93 /r | future",
    ],
  },
  kmovw: {
    title: "KMOVW",
    rows: [
      "w k, r k/m16 | RM | VEX.L0.0F.W0 90 /r | future",
      "w m16, r k | MR | VEX.L0.0F.W0 91 /r | future",
      "w k, r r32 | RM | VEX.L0.0F.W0 92 /r | future",
      "w k, r r16 | RM | VEX.L0.0F.W0 92 /r | future nd",
      "w r32, r k | RM | VEX.L0.0F.W0 93 /r | future",
    ],
  },
  knotb: {
    title: "KNOTB",
    rows: [
      "w k, r k | RM | VEX.L0.66.0F.W0 44 /r | future",
    ],
  },
  knotd: {
    title: "KNOTD",
    rows: [
      "w k, r k | RM | VEX.L0.66.0F.W1 44 /r | future",
    ],
  },
  knotq: {
    title: "KNOTQ",
    rows: [
      "w k, r k | RM | VEX.L0.0F.W1 44 /r | future",
    ],
  },
  knotw: {
    title: "KNOTW",
    rows: [
      "w k, r k | RM | VEX.L0.0F.W0 44 /r | future",
    ],
  },
  korb: {
    title: "KORB",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W0 45 /r | future",
    ],
  },
  kord: {
    title: "KORD",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W1 45 /r | future",
    ],
  },
  korq: {
    title: "KORQ",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W1 45 /r | future",
    ],
  },
  korw: {
    title: "KORW",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W0 45 /r | future",
    ],
  },
  kortestb: {
    title: "KORTESTB",
    rows: [
      "r k, r k | RM | VEX.L0.66.0F.W0 98 /r | future",
    ],
  },
  kortestd: {
    title: "KORTESTD",
    rows: [
      "r k, r k | RM | VEX.L0.66.0F.W1 98 /r | future",
    ],
  },
  kortestq: {
    title: "KORTESTQ",
    rows: [
      "r k, r k | RM | VEX.L0.0F.W1 98 /r | future",
    ],
  },
  kortestw: {
    title: "KORTESTW",
    rows: [
      "r k, r k | RM | VEX.L0.0F.W0 98 /r | future",
    ],
  },
  kshiftlb: {
    title: "KSHIFTLB",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W0 32 /r ib | future",
    ],
  },
  kshiftld: {
    title: "KSHIFTLD",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W0 33 /r ib | future",
    ],
  },
  kshiftlq: {
    title: "KSHIFTLQ",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W1 33 /r ib | future",
    ],
  },
  kshiftlw: {
    title: "KSHIFTLW",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W1 32 /r ib | future",
    ],
  },
  kshiftrb: {
    title: "KSHIFTRB",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W0 30 /r ib | future",
    ],
  },
  kshiftrd: {
    title: "KSHIFTRD",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W0 31 /r ib | future",
    ],
  },
  kshiftrq: {
    title: "KSHIFTRQ",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W1 31 /r ib | future",
    ],
  },
  kshiftrw: {
    title: "KSHIFTRW",
    rows: [
      "w k, r k, r imm8 | RMI | VEX.L0.66.0F3A.W1 30 /r ib | future",
    ],
  },
  ktestb: {
    title: "KTESTB",
    rows: [
      "r k, r k | RM | VEX.L0.66.0F.W0 99 /r | future",
    ],
  },
  ktestd: {
    title: "KTESTD",
    rows: [
      "r k, r k | RM | VEX.L0.66.0F.W1 99 /r | future",
    ],
  },
  ktestq: {
    title: "KTESTQ",
    rows: [
      "r k, r k | RM | VEX.L0.0F.W1 99 /r | future",
    ],
  },
  ktestw: {
    title: "KTESTW",
    rows: [
      "r k, r k | RM | VEX.L0.0F.W0 99 /r | future",
    ],
  },
  kunpckbw: {
    title: "KUNPCKBW",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W0 4B /r | future",
    ],
  },
  kunpckdq: {
    title: "KUNPCKDQ",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W1 4B /r | future",
    ],
  },
  kunpckwd: {
    title: "KUNPCKWD",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W0 4B /r | future",
    ],
  },
  kxnorb: {
    title: "KXNORB",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W0 46 /r | future",
    ],
  },
  kxnord: {
    title: "KXNORD",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W1 46 /r | future",
    ],
  },
  kxnorq: {
    title: "KXNORQ",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W1 46 /r | future",
    ],
  },
  kxnorw: {
    title: "KXNORW",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W0 46 /r | future",
    ],
  },
  kxorb: {
    title: "KXORB",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W0 47 /r | future",
    ],
  },
  kxord: {
    title: "KXORD",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.66.0F.W1 47 /r | future",
    ],
  },
  kxorq: {
    title: "KXORQ",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W1 47 /r | future",
    ],
  },
  kxorw: {
    title: "KXORW",
    rows: [
      "w k, r k, r k | RVM | VEX.L1.0F.W0 47 /r | future",
    ],
  },
  kadd: {
    title: "KADD",
    rows: [
      "w k8, r k(8), r k(8) | RVM | VEX.L1.66.0F.W0 4A /r | future nd",
      "w k32, r k(32), r k(32) | RVM | VEX.L1.66.0F.W1 4A /r | future nd",
      "w k64, r k(64), r k(64) | RVM | VEX.L1.0F.W1 4A /r | future nd",
      "w k16, r k(16), r k(16) | RVM | VEX.L1.0F.W0 4A /r | future nd",
    ],
  },
  kand: {
    title: "KAND",
    rows: [
      "w k8, r k(8), r k(8) | RVM | VEX.L1.66.0F.W0 41 /r | future nd",
      "w k32, r k(32), r k(32) | RVM | VEX.L1.66.0F.W1 41 /r | future nd",
      "w k64, r k(64), r k(64) | RVM | VEX.L1.0F.W1 41 /r | future nd",
      "w k16, r k(16), r k(16) | RVM | VEX.L1.0F.W0 41 /r | future nd",
    ],
  },
  kandn: {
    title: "KANDN",
    rows: [
      "w k64, r k(64), r k(64) | RVM | VEX.L1.66.0F.W0 42 /r | future nd",
      "w k16, r k(16), r k(16) | RVM | VEX.L1.66.0F.W1 42 /r | future nd",
      "w k8, r k(8), r k(8) | RVM | VEX.L1.0F.W1 42 /r | future nd",
      "w k32, r k(32), r k(32) | RVM | VEX.L1.0F.W0 42 /r | future nd",
    ],
  },
  kmov: {
    title: "KMOV",
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
    title: "KNOT",
    rows: [
      "w k8, r k8 | RM | VEX.L0.66.0F.W0 44 /r | future nd",
      "w k32, r k32 | RM | VEX.L0.66.0F.W1 44 /r | future nd",
      "w k64, r k64 | RM | VEX.L0.0F.W1 44 /r | future nd",
      "w k16, r k16 | RM | VEX.L0.0F.W0 44 /r | future nd",
    ],
  },
  kor: {
    title: "KOR",
    rows: [
      "w k8, r k(8), r k(8) | RVM | VEX.L1.66.0F.W0 45 /r | future nd",
      "w k32, r k(32), r k(32) | RVM | VEX.L1.66.0F.W1 45 /r | future nd",
      "w k64, r k(64), r k(64) | RVM | VEX.L1.0F.W1 45 /r | future nd",
      "w k16, r k(16), r k(16) | RVM | VEX.L1.0F.W0 45 /r | future nd",
    ],
  },
  kortest: {
    title: "KORTEST",
    rows: [
      "r k8, r k(8) | RM | VEX.L0.66.0F.W0 98 /r | future nd",
      "r k32, r k(32) | RM | VEX.L0.66.0F.W1 98 /r | future nd",
      "r k64, r k(64) | RM | VEX.L0.0F.W1 98 /r | future nd",
      "r k16, r k(16) | RM | VEX.L0.0F.W0 98 /r | future nd",
    ],
  },
  kshiftl: {
    title: "KSHIFTL",
    rows: [
      "w k8, r k(8), r imm8 | RMI | VEX.L0.66.0F3A.W0 32 /r ib | future nd",
      "w k32, r k(32), r imm8 | RMI | VEX.L0.66.0F3A.W0 33 /r ib | future nd",
      "w k64, r k(64), r imm8 | RMI | VEX.L0.66.0F3A.W1 33 /r ib | future nd",
      "w k16, r k(16), r imm8 | RMI | VEX.L0.66.0F3A.W1 32 /r ib | future nd",
    ],
  },
  kshiftr: {
    title: "KSHIFTR",
    rows: [
      "w k8, r k(8), r imm8 | RMI | VEX.L0.66.0F3A.W0 30 /r ib | future nd",
      "w k32, r k(32), r imm8 | RMI | VEX.L0.66.0F3A.W0 31 /r ib | future nd",
      "w k64, r k(64), r imm8 | RMI | VEX.L0.66.0F3A.W1 31 /r ib | future nd",
      "w k16, r k(16), r imm8 | RMI | VEX.L0.66.0F3A.W1 30 /r ib | future nd",
    ],
  },
  ktest: {
    title: "KTEST",
    rows: [
      "r k8, r k(8) | RM | VEX.L0.66.0F.W0 99 /r | future nd",
      "r k32, r k(32) | RM | VEX.L0.66.0F.W1 99 /r | future nd",
      "r k64, r k(64) | RM | VEX.L0.0F.W1 99 /r | future nd",
      "r k16, r k(16) | RM | VEX.L0.0F.W0 99 /r | future nd",
    ],
  },
  kunpck: {
    title: "KUNPCK",
    rows: [
      "w k16, r k8, r k8 | RVM | VEX.L1.66.0F.W0 4B /r | future nd",
      "w k64, r k32, r k32 | RVM | VEX.L1.0F.W1 4B /r | future nd",
      "w k32, r k16, r k16 | RVM | VEX.L1.0F.W0 4B /r | future nd",
    ],
  },
  kxnor: {
    title: "KXNOR",
    rows: [
      "w k8, r k(8), r k(8) | RVM | VEX.L1.66.0F.W0 46 /r | future nd",
      "w k32, r k(32), r k(32) | RVM | VEX.L1.66.0F.W1 46 /r | future nd",
      "w k64, r k(64), r k(64) | RVM | VEX.L1.0F.W1 46 /r | future nd",
      "w k16, r k(16), r k(16) | RVM | VEX.L1.0F.W0 46 /r | future nd",
    ],
  },
  kxor: {
    title: "KXOR",
    rows: [
      "w k8, r k(8), r k(8) | RVM | VEX.L1.66.0F.W0 47 /r | future nd",
      "w k32, r k(32), r k(32) | RVM | VEX.L1.66.0F.W1 47 /r | future nd",
      "w k64, r k(64), r k(64) | RVM | VEX.L1.0F.W1 47 /r | future nd",
      "w k16, r k(16), r k(16) | RVM | VEX.L1.0F.W0 47 /r | future nd",
    ],
  },
} as const satisfies Family;
