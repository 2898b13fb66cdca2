// Assembled only: Cyrix, Geode, VIA, Itanium and removed instructions.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const vendor = {
  bb0_reset: {
    title: "BB0_RESET",
    rows: [
      " |  | 0F 3A | pent cyrix nd obsolete",
    ],
  },
  bb1_reset: {
    title: "BB1_RESET",
    rows: [
      " |  | 0F 3B | pent cyrix nd obsolete",
    ],
  },
  cmpxchg486: {
    title: "CMPXCHG486",
    rows: [
      "rw r/m(8), r r8 | MR | 0F A6 /r | 486 undoc nd lock obsolete",
      "rw r/m(16), r r16 | MR | o16 0F A7 /r | 486 undoc nd lock obsolete",
      "rw r/m(32), r r32 | MR | o32 0F A7 /r | 486 undoc nd lock obsolete",
    ],
  },
  cpu_read: {
    title: "CPU_READ",
    rows: [
      " |  | 0F 3D | pent cyrix",
    ],
  },
  cpu_write: {
    title: "CPU_WRITE",
    rows: [
      " |  | 0F 3C | pent cyrix",
    ],
  },
  dmint: {
    title: "DMINT",
    rows: [
      " |  | 0F 39 | p6 cyrix",
    ],
  },
  ibts: {
    title: "IBTS",
    rows: [
      "w r/m(16), r r16 | MR | o16 0F A7 /r | 386 undoc nd obsolete",
      "w r/m(32), r r32 | MR | o32 0F A7 /r | 386 undoc nd obsolete",
    ],
  },
  jmpe: {
    title: "JMPE",
    rows: [
      "r rel | I | odf 0F B8 rel | ia64",
      "r rel16 | I | o16 0F B8 rel | ia64",
      "r rel32 | I | o32 0F B8 rel | ia64",
      "r r/m16 | M | o16 0F 00 /6 | ia64",
      "r r/m32 | M | o32 0F 00 /6 | ia64",
    ],
  },
  loadall: {
    title: "LOADALL",
    rows: [
      " |  | 0F 07 | 386 undoc nd obsolete",
    ],
  },
  loadall286: {
    title: "LOADALL286",
    rows: [
      " |  | 0F 05 | 286 undoc nd obsolete",
    ],
  },
  paddsiw: {
    title: "PADDSIW",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 51 /r | pent mmx cyrix",
    ],
  },
  paveb: {
    title: "PAVEB",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 50 /r | pent mmx cyrix",
    ],
  },
  pdistib: {
    title: "PDISTIB",
    rows: [
      "rw mm, r m | RM | 0F 54 /r | pent mmx cyrix",
    ],
  },
  pmachriw: {
    title: "PMACHRIW",
    rows: [
      "rw mm, r m | RM | 0F 5E /r | pent mmx cyrix",
    ],
  },
  pmagw: {
    title: "PMAGW",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 52 /r | pent mmx cyrix",
    ],
  },
  pmulhriw: {
    title: "PMULHRIW",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 5D /r | pent mmx cyrix",
    ],
  },
  pmulhrwc: {
    title: "PMULHRWC",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 59 /r | pent mmx cyrix",
    ],
  },
  pmvgezb: {
    title: "PMVGEZB",
    rows: [
      "rw mm, r m(64) | RM | 0F 5C /r | pent mmx cyrix",
    ],
  },
  pmvlzb: {
    title: "PMVLZB",
    rows: [
      "rw mm, r m(64) | RM | 0F 5B /r | pent mmx cyrix",
    ],
  },
  pmvnzb: {
    title: "PMVNZB",
    rows: [
      "rw mm, r m(64) | RM | 0F 5A /r | pent mmx cyrix",
    ],
  },
  pmvzb: {
    title: "PMVZB",
    rows: [
      "rw mm, r m(64) | RM | 0F 58 /r | pent mmx cyrix",
    ],
  },
  psubsiw: {
    title: "PSUBSIW",
    rows: [
      "rw mm, r mm/m(64) | RM | d64 0F 55 /r | pent mmx cyrix",
    ],
  },
  rdshr: {
    title: "RDSHR",
    rows: [
      "w r/m32 | M | o32 0F 36 /0 | p6 cyrix smm",
    ],
  },
  rdm: {
    title: "RDM",
    rows: [
      " |  | 0F 3A | p6 cyrix nd",
    ],
  },
  rsdc: {
    title: "RSDC",
    rows: [
      "w Sreg, r m80 | RM | 0F 79 /r | 486 cyrix smm",
    ],
  },
  rsldt: {
    title: "RSLDT",
    rows: [
      "w m80 | M | 0F 7B /0 | 486 cyrix smm",
    ],
  },
  rsm: {
    title: "RSM",
    rows: [
      " |  | 0F AA | pent smm",
    ],
  },
  rsts: {
    title: "RSTS",
    rows: [
      "w m80 | M | 0F 7D /0 | 486 cyrix smm",
    ],
  },
  smint: {
    title: "SMINT",
    rows: [
      " |  | 0F 38 | p6 cyrix nd",
    ],
  },
  smintold: {
    title: "SMINTOLD",
    rows: [
      " |  | 0F 7E | 486 cyrix nd obsolete",
    ],
  },
  svdc: {
    title: "SVDC",
    rows: [
      "w m80, r Sreg | MR | 0F 78 /r | 486 cyrix smm",
    ],
  },
  svldt: {
    title: "SVLDT",
    rows: [
      "w m80 | M | 0F 7A /0 | 486 cyrix smm nd",
    ],
  },
  svts: {
    title: "SVTS",
    rows: [
      "w m80 | M | 0F 7C /0 | 486 cyrix smm",
    ],
  },
  wrshr: {
    title: "WRSHR",
    rows: [
      "w r/m32 | M | o32 0F 37 /0 | p6 cyrix smm",
    ],
  },
  xstore: {
    title: "XSTORE",
    rows: [
      " |  | 0F A7 C0 | pent cyrix",
    ],
  },
  xcryptecb: {
    title: "XCRYPTECB",
    rows: [
      " |  | mustrep 0F A7 C8 | pent cyrix",
    ],
  },
  xcryptcbc: {
    title: "XCRYPTCBC",
    rows: [
      " |  | mustrep 0F A7 D0 | pent cyrix",
    ],
  },
  xcryptctr: {
    title: "XCRYPTCTR",
    rows: [
      " |  | mustrep 0F A7 D8 | pent cyrix",
    ],
  },
  xcryptcfb: {
    title: "XCRYPTCFB",
    rows: [
      " |  | mustrep 0F A7 E0 | pent cyrix",
    ],
  },
  xcryptofb: {
    title: "XCRYPTOFB",
    rows: [
      " |  | mustrep 0F A7 E8 | pent cyrix",
    ],
  },
  montmul: {
    title: "MONTMUL",
    rows: [
      " |  | mustrep 0F A6 C0 | pent cyrix",
    ],
  },
  xsha1: {
    title: "XSHA1",
    rows: [
      " |  | mustrep 0F A6 C8 | pent cyrix",
    ],
  },
  xsha256: {
    title: "XSHA256",
    rows: [
      " |  | mustrep 0F A6 D0 | pent cyrix",
    ],
  },
} as const satisfies Family;
