// Assembled only: memory protection extensions.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const mpx = () => ({
  bndmk: {
    title: "Make bounds",
    brief: "Makes bounds from an address: lower is its base, upper its effective address.",
    rows: [
      "w bnd, r m | RM | F3 0F 1B /r | mpx mib future",
    ],
  },
  bndcl: {
    title: "Check lower bound",
    brief: "Raises #BR if an address is below the lower bound.",
    rows: [
      "r bnd, r m | RM | F3 0F 1A /r | mpx future",
      "r bnd, r r32 | RM | F3 0F 1A /r | mpx no64 future",
      "r bnd, r r64 | RM | d64 F3 0F 1A /r | mpx 64only future",
    ],
  },
  bndcu: {
    title: "Check upper bound",
    brief: "Raises #BR if an address is above the upper bound, kept in one's complement.",
    rows: [
      "r bnd, r m | RM | F2 0F 1A /r | mpx future",
      "r bnd, r r32 | RM | F2 0F 1A /r | mpx no64 future",
      "r bnd, r r64 | RM | d64 F2 0F 1A /r | mpx 64only future",
    ],
  },
  bndcn: {
    title: "Check upper bound, plain",
    brief: "Raises #BR if an address is above the upper bound, kept as it is.",
    rows: [
      "r bnd, r m | RM | F2 0F 1B /r | mpx future",
      "r bnd, r r32 | RM | F2 0F 1B /r | mpx no64 future",
      "r bnd, r r64 | RM | d64 F2 0F 1B /r | mpx 64only future",
    ],
  },
  bndmov: {
    title: "Move bounds",
    brief: "Copies a pair of bounds between registers and memory.",
    rows: [
      "w bnd, r bnd | RM | 66 0F 1A /r | mpx future",
      "w bnd, r m | RM | 66 0F 1A /r | mpx future",
      "w bnd, r bnd | MR | 66 0F 1B /r | mpx future",
      "w m, r bnd | MR | 66 0F 1B /r | mpx future",
    ],
  },
  bndldx: {
    title: "Load bounds from table",
    brief: "Loads the bounds that belong to a pointer from the bound tables.",
    rows: [
      "w bnd, r m | RM | 0F 1A /r | mpx mib future",
      "w bnd, r m, r r32 | RMX | 0F 1A /r | mpx mib no64 future",
      "w bnd, r m, r r64 | RMX | 0F 1A /r | mpx mib 64only future",
    ],
  },
  bndstx: {
    title: "Store bounds to table",
    brief: "Stores the bounds of a pointer in the bound tables.",
    rows: [
      "w m, r bnd | MR | 0F 1B /r | mpx mib future",
      "w m, r r32, r bnd | MXR | 0F 1B /r | mpx mib no64 future",
      "w m, r r64, r bnd | MXR | 0F 1B /r | mpx mib 64only future",
      "w m, r bnd, r r32 | MRX | 0F 1B /r | mpx mib no64 future",
      "w m, r bnd, r r64 | MRX | 0F 1B /r | mpx mib 64only future",
    ],
  },
}) as const satisfies Family;
