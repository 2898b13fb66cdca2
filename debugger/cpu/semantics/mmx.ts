// Integer vectors: MMX and its SSE2, SSSE3 forms, which share mnemonics (SDM Vol. 1, chapters 9 and 11).

import type { mmx as table } from "../../../server/isa/table/mmx.ts";
import type { Semantics } from "../builder.ts";
import {
  enterMmx,
  extractLane,
  insertLane,
  isMmx,
  maskedStore,
  moveInteger,
  packed,
  registerPlace,
  setLowest,
  shiftAll,
  signMask,
  sourcePlace,
} from "./vector-shapes.ts";

const all = <Name extends string>(names: readonly Name[], semantics: Semantics): Record<Name, Semantics> =>
  Object.fromEntries(names.map((name) => [name, semantics])) as Record<Name, Semantics>;

/** PUNPCKLxx on MMX reads 32 bits of memory only. */
const unpackLow: Semantics = (b) => {
  if (!isMmx(b, 0) || !b.isMemory(1)) {
    packed()(b);
    return;
  }
  const dest = registerPlace(b, 0);
  const source = sourcePlace(b, 1, 4);
  enterMmx(b, 0);
  b.emit({ op: "vector", name: b.decoded.mnemonic, dest, a: dest, b: source, sizeBytes: 8, immediate: 0 });
};

const movq2dq: Semantics = (b) => {
  const value = b.getState(registerPlace(b, 1), 64);
  enterMmx(b, undefined);
  setLowest(b, registerPlace(b, 0), value);
};

const movdq2q: Semantics = (b) => {
  enterMmx(b, 0);
  b.setState(registerPlace(b, 0), b.getState(registerPlace(b, 1), 64), 64);
};

const movntq: Semantics = (b) => {
  enterMmx(b, undefined);
  b.store(b.linear(0), b.getState(registerPlace(b, 1), 64), 64, b.spaceOf(0));
};

/** EMMS: the x87 registers are empty again. */
const emms: Semantics = (b) => {
  b.helper("emms", []);
};

// biome-ignore format: groups of names
export const mmx = () => ({
  emms,
  movd: moveInteger(32),
  movq: moveInteger(64),
  movq2dq,
  movdq2q,
  movntq,
  maskmovq: maskedStore,
  pextrw: extractLane(16),
  pinsrw: insertLane(16),
  pmovmskb: signMask(1),
  ...all(["psllw", "pslld", "psllq", "psraw", "psrad", "psrlw", "psrld", "psrlq"], shiftAll()),
  ...all(["punpcklbw", "punpckldq", "punpcklwd"], unpackLow),
  ...all(["packssdw", "packsswb", "packuswb", "paddb", "paddd", "paddsb", "paddsw", "paddusb", "paddusw", "paddw", "paddq",
    "pand", "pandn", "pcmpeqb", "pcmpeqd", "pcmpeqw", "pcmpgtb", "pcmpgtd", "pcmpgtw", "pmaddwd", "pmulhw", "pmullw", "por",
    "psubb", "psubd", "psubsb", "psubsw", "psubusb", "psubusw", "psubw", "psubq", "punpckhbw", "punpckhdq", "punpckhwd",
    "pxor", "pavgb", "pavgw", "pmaxsw", "pmaxub", "pminsw", "pminub", "pmulhuw", "psadbw", "pshufw", "pmuludq",
    "pabsb", "pabsw", "pabsd", "palignr", "phaddw", "phaddd", "phaddsw", "phsubw", "phsubd", "phsubsw", "pmaddubsw",
    "pmulhrsw", "pshufb", "psignb", "psignw", "psignd"], packed()),
}) satisfies Record<keyof ReturnType<typeof table>, Semantics>;
