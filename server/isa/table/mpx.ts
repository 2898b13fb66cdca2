// Assembled only: memory protection extensions.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const mpx = {
  bndmk: {
    title: "BNDMK",
    rows: [
      "w bnd, r m | RM | F3 0F 1B /r | mpx mib future",
    ],
  },
  bndcl: {
    title: "BNDCL",
    rows: [
      "r bnd, r m | RM | F3 0F 1A /r | mpx future",
      "r bnd, r r32 | RM | F3 0F 1A /r | mpx no64 future",
      "r bnd, r r64 | RM | d64 F3 0F 1A /r | mpx 64only future",
    ],
  },
  bndcu: {
    title: "BNDCU",
    rows: [
      "r bnd, r m | RM | F2 0F 1A /r | mpx future",
      "r bnd, r r32 | RM | F2 0F 1A /r | mpx no64 future",
      "r bnd, r r64 | RM | d64 F2 0F 1A /r | mpx 64only future",
    ],
  },
  bndcn: {
    title: "BNDCN",
    rows: [
      "r bnd, r m | RM | F2 0F 1B /r | mpx future",
      "r bnd, r r32 | RM | F2 0F 1B /r | mpx no64 future",
      "r bnd, r r64 | RM | d64 F2 0F 1B /r | mpx 64only future",
    ],
  },
  bndmov: {
    title: "BNDMOV",
    rows: [
      "w bnd, r bnd | RM | 66 0F 1A /r | mpx future",
      "w bnd, r m | RM | 66 0F 1A /r | mpx future",
      "w bnd, r bnd | MR | 66 0F 1B /r | mpx future",
      "w m, r bnd | MR | 66 0F 1B /r | mpx future",
    ],
  },
  bndldx: {
    title: "BNDLDX",
    rows: [
      "w bnd, r m | RM | 0F 1A /r | mpx mib future",
      "w bnd, r m, r r32 | RMX | 0F 1A /r | mpx mib no64 future",
      "w bnd, r m, r r64 | RMX | 0F 1A /r | mpx mib 64only future",
    ],
  },
  bndstx: {
    title: "BNDSTX",
    rows: [
      "w m, r bnd | MR | 0F 1B /r | mpx mib future",
      "w m, r r32, r bnd | MXR | 0F 1B /r | mpx mib no64 future",
      "w m, r r64, r bnd | MXR | 0F 1B /r | mpx mib 64only future",
      "w m, r bnd, r r32 | MRX | 0F 1B /r | mpx mib no64 future",
      "w m, r bnd, r r64 | MRX | 0F 1B /r | mpx mib 64only future",
    ],
  },
} as const satisfies Family;
