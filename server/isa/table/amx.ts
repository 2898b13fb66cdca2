// Assembled only: advanced matrix extensions.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const amx = {
  ldtilecfg: {
    title: "LDTILECFG",
    rows: [
      "w m512? | M | VEX.128.0F38.W0 49 /0 | amxtile future 64only",
    ],
  },
  sttilecfg: {
    title: "STTILECFG",
    rows: [
      "w m512? | M | VEX.128.66.0F38.W0 49 /0 | amxtile future 64only",
    ],
  },
  tdpbf16ps: {
    title: "TDPBF16PS",
    rows: [
      "rw tmm, r tmm, r tmm | RMV | VEX.128.F3.0F38.W0 5C /r | amxbf16 future 64only",
    ],
  },
  tdpbssd: {
    title: "TDPBSSD",
    rows: [
      "rw tmm, r tmm, r tmm | RMV | VEX.128.F2.0F38.W0 5E /r | amxint8 future 64only",
    ],
  },
  tdpbsud: {
    title: "TDPBSUD",
    rows: [
      "rw tmm, r tmm, r tmm | RMV | VEX.128.F3.0F38.W0 5E /r | amxint8 future 64only",
    ],
  },
  tdpbusd: {
    title: "TDPBUSD",
    rows: [
      "rw tmm, r tmm, r tmm | RMV | VEX.128.66.0F38.W0 5E /r | amxint8 future 64only",
    ],
  },
  tdpbuud: {
    title: "TDPBUUD",
    rows: [
      "rw tmm, r tmm, r tmm | RMV | VEX.128.0F38.W0 5E /r | amxint8 future 64only",
    ],
  },
  tileloadd: {
    title: "TILELOADD",
    rows: [
      "w tmm, r m | RM | VEX.128.F2.0F38.W0 4B /r | amxtile mib sib future sx 64only",
    ],
  },
  tileloaddt1: {
    title: "TILELOADDT1",
    rows: [
      "w tmm, r m | RM | VEX.128.66.0F38.W0 4B /r | amxtile mib sib future sx 64only",
    ],
  },
  tilerelease: {
    title: "TILERELEASE",
    rows: [
      " |  | VEX.128.0F38.W0 49 C0 | amxtile future 64only",
    ],
  },
  tilestored: {
    title: "TILESTORED",
    rows: [
      "w m, r tmm | MR | VEX.128.F3.0F38.W0 4B /r | amxtile mib sib future sx 64only",
    ],
  },
  tilezero: {
    title: "TILEZERO",
    rows: [
      "w tmm | R | VEX.128.F2.0F38.W0 49 /3r0 | amxtile future 64only",
    ],
  },
} as const satisfies Family;
