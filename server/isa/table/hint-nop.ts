// Assembled only: NASM's systematic names of the hinting no-operations.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const hintNop = {
  hint_nop0: {
    title: "HINT_NOP0",
    rows: [
      "none r/mv | M | ov 0F 18 /0 | p6 undoc",
    ],
  },
  hint_nop1: {
    title: "HINT_NOP1",
    rows: [
      "none r/mv | M | ov 0F 18 /1 | p6 undoc",
    ],
  },
  hint_nop2: {
    title: "HINT_NOP2",
    rows: [
      "none r/mv | M | ov 0F 18 /2 | p6 undoc",
    ],
  },
  hint_nop3: {
    title: "HINT_NOP3",
    rows: [
      "none r/mv | M | ov 0F 18 /3 | p6 undoc",
    ],
  },
  hint_nop4: {
    title: "HINT_NOP4",
    rows: [
      "none r/mv | M | ov 0F 18 /4 | p6 undoc",
    ],
  },
  hint_nop5: {
    title: "HINT_NOP5",
    rows: [
      "none r/mv | M | ov 0F 18 /5 | p6 undoc",
    ],
  },
  hint_nop6: {
    title: "HINT_NOP6",
    rows: [
      "none r/mv | M | ov 0F 18 /6 | p6 undoc",
    ],
  },
  hint_nop7: {
    title: "HINT_NOP7",
    rows: [
      "none r/mv | M | ov 0F 18 /7 | p6 undoc",
    ],
  },
  hint_nop8: {
    title: "HINT_NOP8",
    rows: [
      "none r/mv | M | ov 0F 19 /0 | p6 undoc",
    ],
  },
  hint_nop9: {
    title: "HINT_NOP9",
    rows: [
      "none r/mv | M | ov 0F 19 /1 | p6 undoc",
    ],
  },
  hint_nop10: {
    title: "HINT_NOP10",
    rows: [
      "none r/mv | M | ov 0F 19 /2 | p6 undoc",
    ],
  },
  hint_nop11: {
    title: "HINT_NOP11",
    rows: [
      "none r/mv | M | ov 0F 19 /3 | p6 undoc",
    ],
  },
  hint_nop12: {
    title: "HINT_NOP12",
    rows: [
      "none r/mv | M | ov 0F 19 /4 | p6 undoc",
    ],
  },
  hint_nop13: {
    title: "HINT_NOP13",
    rows: [
      "none r/mv | M | ov 0F 19 /5 | p6 undoc",
    ],
  },
  hint_nop14: {
    title: "HINT_NOP14",
    rows: [
      "none r/mv | M | ov 0F 19 /6 | p6 undoc",
    ],
  },
  hint_nop15: {
    title: "HINT_NOP15",
    rows: [
      "none r/mv | M | ov 0F 19 /7 | p6 undoc",
    ],
  },
  hint_nop16: {
    title: "HINT_NOP16",
    rows: [
      "none r/mv | M | ov 0F 1A /0 | p6 undoc",
    ],
  },
  hint_nop17: {
    title: "HINT_NOP17",
    rows: [
      "none r/mv | M | ov 0F 1A /1 | p6 undoc",
    ],
  },
  hint_nop18: {
    title: "HINT_NOP18",
    rows: [
      "none r/mv | M | ov 0F 1A /2 | p6 undoc",
    ],
  },
  hint_nop19: {
    title: "HINT_NOP19",
    rows: [
      "none r/mv | M | ov 0F 1A /3 | p6 undoc",
    ],
  },
  hint_nop20: {
    title: "HINT_NOP20",
    rows: [
      "none r/mv | M | ov 0F 1A /4 | p6 undoc",
    ],
  },
  hint_nop21: {
    title: "HINT_NOP21",
    rows: [
      "none r/mv | M | ov 0F 1A /5 | p6 undoc",
    ],
  },
  hint_nop22: {
    title: "HINT_NOP22",
    rows: [
      "none r/mv | M | ov 0F 1A /6 | p6 undoc",
    ],
  },
  hint_nop23: {
    title: "HINT_NOP23",
    rows: [
      "none r/mv | M | ov 0F 1A /7 | p6 undoc",
    ],
  },
  hint_nop24: {
    title: "HINT_NOP24",
    rows: [
      "none r/mv | M | ov 0F 1B /0 | p6 undoc",
    ],
  },
  hint_nop25: {
    title: "HINT_NOP25",
    rows: [
      "none r/mv | M | ov 0F 1B /1 | p6 undoc",
    ],
  },
  hint_nop26: {
    title: "HINT_NOP26",
    rows: [
      "none r/mv | M | ov 0F 1B /2 | p6 undoc",
    ],
  },
  hint_nop27: {
    title: "HINT_NOP27",
    rows: [
      "none r/mv | M | ov 0F 1B /3 | p6 undoc",
    ],
  },
  hint_nop28: {
    title: "HINT_NOP28",
    rows: [
      "none r/mv | M | ov 0F 1B /4 | p6 undoc",
    ],
  },
  hint_nop29: {
    title: "HINT_NOP29",
    rows: [
      "none r/mv | M | ov 0F 1B /5 | p6 undoc",
    ],
  },
  hint_nop30: {
    title: "HINT_NOP30",
    rows: [
      "none r/mv | M | ov 0F 1B /6 | p6 undoc",
    ],
  },
  hint_nop31: {
    title: "HINT_NOP31",
    rows: [
      "none r/mv | M | ov 0F 1B /7 | p6 undoc",
    ],
  },
  hint_nop32: {
    title: "HINT_NOP32",
    rows: [
      "none r/mv | M | ov 0F 1C /0 | p6 undoc",
    ],
  },
  hint_nop33: {
    title: "HINT_NOP33",
    rows: [
      "none r/mv | M | ov 0F 1C /1 | p6 undoc",
    ],
  },
  hint_nop34: {
    title: "HINT_NOP34",
    rows: [
      "none r/mv | M | ov 0F 1C /2 | p6 undoc",
    ],
  },
  hint_nop35: {
    title: "HINT_NOP35",
    rows: [
      "none r/mv | M | ov 0F 1C /3 | p6 undoc",
    ],
  },
  hint_nop36: {
    title: "HINT_NOP36",
    rows: [
      "none r/mv | M | ov 0F 1C /4 | p6 undoc",
    ],
  },
  hint_nop37: {
    title: "HINT_NOP37",
    rows: [
      "none r/mv | M | ov 0F 1C /5 | p6 undoc",
    ],
  },
  hint_nop38: {
    title: "HINT_NOP38",
    rows: [
      "none r/mv | M | ov 0F 1C /6 | p6 undoc",
    ],
  },
  hint_nop39: {
    title: "HINT_NOP39",
    rows: [
      "none r/mv | M | ov 0F 1C /7 | p6 undoc",
    ],
  },
  hint_nop40: {
    title: "HINT_NOP40",
    rows: [
      "none r/mv | M | ov 0F 1D /0 | p6 undoc",
    ],
  },
  hint_nop41: {
    title: "HINT_NOP41",
    rows: [
      "none r/mv | M | ov 0F 1D /1 | p6 undoc",
    ],
  },
  hint_nop42: {
    title: "HINT_NOP42",
    rows: [
      "none r/mv | M | ov 0F 1D /2 | p6 undoc",
    ],
  },
  hint_nop43: {
    title: "HINT_NOP43",
    rows: [
      "none r/mv | M | ov 0F 1D /3 | p6 undoc",
    ],
  },
  hint_nop44: {
    title: "HINT_NOP44",
    rows: [
      "none r/mv | M | ov 0F 1D /4 | p6 undoc",
    ],
  },
  hint_nop45: {
    title: "HINT_NOP45",
    rows: [
      "none r/mv | M | ov 0F 1D /5 | p6 undoc",
    ],
  },
  hint_nop46: {
    title: "HINT_NOP46",
    rows: [
      "none r/mv | M | ov 0F 1D /6 | p6 undoc",
    ],
  },
  hint_nop47: {
    title: "HINT_NOP47",
    rows: [
      "none r/mv | M | ov 0F 1D /7 | p6 undoc",
    ],
  },
  hint_nop48: {
    title: "HINT_NOP48",
    rows: [
      "none r/mv | M | ov 0F 1E /0 | p6 undoc",
    ],
  },
  hint_nop49: {
    title: "HINT_NOP49",
    rows: [
      "none r/mv | M | ov 0F 1E /1 | p6 undoc",
    ],
  },
  hint_nop50: {
    title: "HINT_NOP50",
    rows: [
      "none r/mv | M | ov 0F 1E /2 | p6 undoc",
    ],
  },
  hint_nop51: {
    title: "HINT_NOP51",
    rows: [
      "none r/mv | M | ov 0F 1E /3 | p6 undoc",
    ],
  },
  hint_nop52: {
    title: "HINT_NOP52",
    rows: [
      "none r/mv | M | ov 0F 1E /4 | p6 undoc",
    ],
  },
  hint_nop53: {
    title: "HINT_NOP53",
    rows: [
      "none r/mv | M | ov 0F 1E /5 | p6 undoc",
    ],
  },
  hint_nop54: {
    title: "HINT_NOP54",
    rows: [
      "none r/mv | M | ov 0F 1E /6 | p6 undoc",
    ],
  },
  hint_nop55: {
    title: "HINT_NOP55",
    rows: [
      "none r/mv | M | ov 0F 1E /7 | p6 undoc",
    ],
  },
  hint_nop56: {
    title: "HINT_NOP56",
    rows: [
      "none r/mv | M | ov 0F 1F /0 | p6 undoc",
    ],
  },
  hint_nop57: {
    title: "HINT_NOP57",
    rows: [
      "none r/mv | M | ov 0F 1F /1 | p6 undoc",
    ],
  },
  hint_nop58: {
    title: "HINT_NOP58",
    rows: [
      "none r/mv | M | ov 0F 1F /2 | p6 undoc",
    ],
  },
  hint_nop59: {
    title: "HINT_NOP59",
    rows: [
      "none r/mv | M | ov 0F 1F /3 | p6 undoc",
    ],
  },
  hint_nop60: {
    title: "HINT_NOP60",
    rows: [
      "none r/mv | M | ov 0F 1F /4 | p6 undoc",
    ],
  },
  hint_nop61: {
    title: "HINT_NOP61",
    rows: [
      "none r/mv | M | ov 0F 1F /5 | p6 undoc",
    ],
  },
  hint_nop62: {
    title: "HINT_NOP62",
    rows: [
      "none r/mv | M | ov 0F 1F /6 | p6 undoc",
    ],
  },
  hint_nop63: {
    title: "HINT_NOP63",
    rows: [
      "none r/mv | M | ov 0F 1F /7 | p6 undoc",
    ],
  },
} as const satisfies Family;
