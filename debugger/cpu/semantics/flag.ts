// Flags one by one and as a byte (SDM Vol. 1, 7.3.10).

import type { Semantics } from "../builder.ts";
import type { FlagName } from "../state.ts";

const put =
  (flag: FlagName, value: 0 | 1): Semantics =>
  (b) =>
    b.setFlag(flag, b.i32(value));

/** The flags that lahf and sahf carry: SF, ZF, AF, PF, CF. */
const LOW_FLAGS = 0xd5;

export const flag = {
  clc: put("cf", 0),
  stc: put("cf", 1),
  cmc: (b) => b.setFlag("cf", b.xor(b.getFlag("cf"), b.i32(1))),
  cld: put("df", 0),
  std: put("df", 1),
  lahf: (b) => b.setRegister(0, "high8", b.or(b.and(b.getEflags(), b.i32(LOW_FLAGS)), b.i32(2))),
  sahf: (b) => b.setEflags(b.getRegister(0, "high8"), LOW_FLAGS),
} satisfies Record<string, Semantics>;
