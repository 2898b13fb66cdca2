// Assembled only: advanced matrix extensions.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const amx = () => ({
  ldtilecfg: {
    title: "Load tile configuration",
    brief: "Sets up the tile registers from 64 bytes of memory.",
    rows: [
      "w m512? | M | VEX.128.0F38.W0 49 /0 | amxtile future 64only",
    ],
  },
  sttilecfg: {
    title: "Store tile configuration",
    brief: "Stores the set-up of the tile registers in 64 bytes of memory.",
    rows: [
      "w m512? | M | VEX.128.66.0F38.W0 49 /0 | amxtile future 64only",
    ],
  },
  tdpbf16ps: {
    title: "Dot product of bfloat16 tiles",
    brief: "Multiplies tiles of bfloat16 pairs and adds to a tile of single-precision floats.",
    rows: [
      "rw tmm, r tmm, r tmm | RMV | VEX.128.F3.0F38.W0 5C /r | amxbf16 future 64only",
    ],
  },
  tdpbssd: {
    title: "Dot product of signed byte tiles",
    brief: "Multiplies tiles of signed bytes and adds to a tile of doublewords.",
    rows: [
      "rw tmm, r tmm, r tmm | RMV | VEX.128.F2.0F38.W0 5E /r | amxint8 future 64only",
    ],
  },
  tdpbsud: {
    title: "Dot product of signed and unsigned byte tiles",
    brief: "Multiplies a tile of signed bytes with one of unsigned bytes and adds to a tile of doublewords.",
    rows: [
      "rw tmm, r tmm, r tmm | RMV | VEX.128.F3.0F38.W0 5E /r | amxint8 future 64only",
    ],
  },
  tdpbusd: {
    title: "Dot product of unsigned and signed byte tiles",
    brief: "Multiplies a tile of unsigned bytes with one of signed bytes and adds to a tile of doublewords.",
    rows: [
      "rw tmm, r tmm, r tmm | RMV | VEX.128.66.0F38.W0 5E /r | amxint8 future 64only",
    ],
  },
  tdpbuud: {
    title: "Dot product of unsigned byte tiles",
    brief: "Multiplies tiles of unsigned bytes and adds to a tile of doublewords.",
    rows: [
      "rw tmm, r tmm, r tmm | RMV | VEX.128.0F38.W0 5E /r | amxint8 future 64only",
    ],
  },
  tileloadd: {
    title: "Load tile",
    brief: "Loads the rows of a tile from memory, a stride apart.",
    rows: [
      "w tmm, r m | RM | VEX.128.F2.0F38.W0 4B /r | amxtile mib sib future sx 64only",
    ],
  },
  tileloaddt1: {
    title: "Load tile, not to be used again soon",
    brief: "Loads the rows of a tile from memory with a hint that the lines are not wanted in the nearest cache.",
    rows: [
      "w tmm, r m | RM | VEX.128.66.0F38.W0 4B /r | amxtile mib sib future sx 64only",
    ],
  },
  tilerelease: {
    title: "Release tiles",
    brief: "Sets the tile registers back to their initial state.",
    rows: [
      " |  | VEX.128.0F38.W0 49 C0 | amxtile future 64only",
    ],
  },
  tilestored: {
    title: "Store tile",
    brief: "Stores the rows of a tile to memory, a stride apart.",
    rows: [
      "w m, r tmm | MR | VEX.128.F3.0F38.W0 4B /r | amxtile mib sib future sx 64only",
    ],
  },
  tilezero: {
    title: "Zero tile",
    brief: "Fills a tile with zeros.",
    rows: [
      "w tmm | R | VEX.128.F2.0F38.W0 49 /3r0 | amxtile future 64only",
    ],
  },
}) as const satisfies Family;
