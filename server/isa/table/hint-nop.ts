// Assembled only: NASM's systematic names of the hinting no-operations.
// Rows stand in NASM's match order (facts from its insns.dat, see THIRD_PARTY.md); the notation is explained in ../notation.ts.

import type { Family } from "./instruction.ts";

// biome-ignore format: one row a line
export const hintNop = () => ({
  hint_nop0: {
    title: "Hinting no-operation 0",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 18 /0 | p6 undoc",
    ],
  },
  hint_nop1: {
    title: "Hinting no-operation 1",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 18 /1 | p6 undoc",
    ],
  },
  hint_nop2: {
    title: "Hinting no-operation 2",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 18 /2 | p6 undoc",
    ],
  },
  hint_nop3: {
    title: "Hinting no-operation 3",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 18 /3 | p6 undoc",
    ],
  },
  hint_nop4: {
    title: "Hinting no-operation 4",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 18 /4 | p6 undoc",
    ],
  },
  hint_nop5: {
    title: "Hinting no-operation 5",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 18 /5 | p6 undoc",
    ],
  },
  hint_nop6: {
    title: "Hinting no-operation 6",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 18 /6 | p6 undoc",
    ],
  },
  hint_nop7: {
    title: "Hinting no-operation 7",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 18 /7 | p6 undoc",
    ],
  },
  hint_nop8: {
    title: "Hinting no-operation 8",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 19 /0 | p6 undoc",
    ],
  },
  hint_nop9: {
    title: "Hinting no-operation 9",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 19 /1 | p6 undoc",
    ],
  },
  hint_nop10: {
    title: "Hinting no-operation 10",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 19 /2 | p6 undoc",
    ],
  },
  hint_nop11: {
    title: "Hinting no-operation 11",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 19 /3 | p6 undoc",
    ],
  },
  hint_nop12: {
    title: "Hinting no-operation 12",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 19 /4 | p6 undoc",
    ],
  },
  hint_nop13: {
    title: "Hinting no-operation 13",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 19 /5 | p6 undoc",
    ],
  },
  hint_nop14: {
    title: "Hinting no-operation 14",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 19 /6 | p6 undoc",
    ],
  },
  hint_nop15: {
    title: "Hinting no-operation 15",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 19 /7 | p6 undoc",
    ],
  },
  hint_nop16: {
    title: "Hinting no-operation 16",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1A /0 | p6 undoc",
    ],
  },
  hint_nop17: {
    title: "Hinting no-operation 17",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1A /1 | p6 undoc",
    ],
  },
  hint_nop18: {
    title: "Hinting no-operation 18",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1A /2 | p6 undoc",
    ],
  },
  hint_nop19: {
    title: "Hinting no-operation 19",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1A /3 | p6 undoc",
    ],
  },
  hint_nop20: {
    title: "Hinting no-operation 20",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1A /4 | p6 undoc",
    ],
  },
  hint_nop21: {
    title: "Hinting no-operation 21",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1A /5 | p6 undoc",
    ],
  },
  hint_nop22: {
    title: "Hinting no-operation 22",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1A /6 | p6 undoc",
    ],
  },
  hint_nop23: {
    title: "Hinting no-operation 23",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1A /7 | p6 undoc",
    ],
  },
  hint_nop24: {
    title: "Hinting no-operation 24",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1B /0 | p6 undoc",
    ],
  },
  hint_nop25: {
    title: "Hinting no-operation 25",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1B /1 | p6 undoc",
    ],
  },
  hint_nop26: {
    title: "Hinting no-operation 26",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1B /2 | p6 undoc",
    ],
  },
  hint_nop27: {
    title: "Hinting no-operation 27",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1B /3 | p6 undoc",
    ],
  },
  hint_nop28: {
    title: "Hinting no-operation 28",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1B /4 | p6 undoc",
    ],
  },
  hint_nop29: {
    title: "Hinting no-operation 29",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1B /5 | p6 undoc",
    ],
  },
  hint_nop30: {
    title: "Hinting no-operation 30",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1B /6 | p6 undoc",
    ],
  },
  hint_nop31: {
    title: "Hinting no-operation 31",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1B /7 | p6 undoc",
    ],
  },
  hint_nop32: {
    title: "Hinting no-operation 32",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1C /0 | p6 undoc",
    ],
  },
  hint_nop33: {
    title: "Hinting no-operation 33",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1C /1 | p6 undoc",
    ],
  },
  hint_nop34: {
    title: "Hinting no-operation 34",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1C /2 | p6 undoc",
    ],
  },
  hint_nop35: {
    title: "Hinting no-operation 35",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1C /3 | p6 undoc",
    ],
  },
  hint_nop36: {
    title: "Hinting no-operation 36",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1C /4 | p6 undoc",
    ],
  },
  hint_nop37: {
    title: "Hinting no-operation 37",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1C /5 | p6 undoc",
    ],
  },
  hint_nop38: {
    title: "Hinting no-operation 38",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1C /6 | p6 undoc",
    ],
  },
  hint_nop39: {
    title: "Hinting no-operation 39",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1C /7 | p6 undoc",
    ],
  },
  hint_nop40: {
    title: "Hinting no-operation 40",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1D /0 | p6 undoc",
    ],
  },
  hint_nop41: {
    title: "Hinting no-operation 41",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1D /1 | p6 undoc",
    ],
  },
  hint_nop42: {
    title: "Hinting no-operation 42",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1D /2 | p6 undoc",
    ],
  },
  hint_nop43: {
    title: "Hinting no-operation 43",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1D /3 | p6 undoc",
    ],
  },
  hint_nop44: {
    title: "Hinting no-operation 44",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1D /4 | p6 undoc",
    ],
  },
  hint_nop45: {
    title: "Hinting no-operation 45",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1D /5 | p6 undoc",
    ],
  },
  hint_nop46: {
    title: "Hinting no-operation 46",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1D /6 | p6 undoc",
    ],
  },
  hint_nop47: {
    title: "Hinting no-operation 47",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1D /7 | p6 undoc",
    ],
  },
  hint_nop48: {
    title: "Hinting no-operation 48",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1E /0 | p6 undoc",
    ],
  },
  hint_nop49: {
    title: "Hinting no-operation 49",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1E /1 | p6 undoc",
    ],
  },
  hint_nop50: {
    title: "Hinting no-operation 50",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1E /2 | p6 undoc",
    ],
  },
  hint_nop51: {
    title: "Hinting no-operation 51",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1E /3 | p6 undoc",
    ],
  },
  hint_nop52: {
    title: "Hinting no-operation 52",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1E /4 | p6 undoc",
    ],
  },
  hint_nop53: {
    title: "Hinting no-operation 53",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1E /5 | p6 undoc",
    ],
  },
  hint_nop54: {
    title: "Hinting no-operation 54",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1E /6 | p6 undoc",
    ],
  },
  hint_nop55: {
    title: "Hinting no-operation 55",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1E /7 | p6 undoc",
    ],
  },
  hint_nop56: {
    title: "Hinting no-operation 56",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1F /0 | p6 undoc",
    ],
  },
  hint_nop57: {
    title: "Hinting no-operation 57",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1F /1 | p6 undoc",
    ],
  },
  hint_nop58: {
    title: "Hinting no-operation 58",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1F /2 | p6 undoc",
    ],
  },
  hint_nop59: {
    title: "Hinting no-operation 59",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1F /3 | p6 undoc",
    ],
  },
  hint_nop60: {
    title: "Hinting no-operation 60",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1F /4 | p6 undoc",
    ],
  },
  hint_nop61: {
    title: "Hinting no-operation 61",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1F /5 | p6 undoc",
    ],
  },
  hint_nop62: {
    title: "Hinting no-operation 62",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1F /6 | p6 undoc",
    ],
  },
  hint_nop63: {
    title: "Hinting no-operation 63",
    brief: "Does nothing; an opcode reserved for hints.",
    rows: [
      "none r/mv | M | ov 0F 1F /7 | p6 undoc",
    ],
  },
}) as const satisfies Family;
