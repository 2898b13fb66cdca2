// Flags one by one, as a byte, and on the stack (SDM Vol. 1, 7.3.10).

import type { flags as table } from "../../../server/isa/table/flags.ts";
import type { Semantics } from "../builder.ts";
import type { FlagName } from "../state.ts";

const put =
  (flag: FlagName, value: 0 | 1): Semantics =>
  (b) =>
    b.setFlag(flag, b.i32(value));

/** The flags that lahf and sahf carry: SF, ZF, AF, PF, CF. */
const LOW_FLAGS = 0xd5;

/** What popf changes in user mode: the arithmetic flags, TF, DF, NT and, with 32 bits, AC and ID. */
export const POPF_MASK = { word: 0x4dd5, all: 0x244dd5 } as const;

const pushFlags: Semantics = (b) => b.push(b.fit(b.getEflags(), b.size), b.size);

const popFlags: Semantics = (b) => {
  const { value, after } = b.top(b.size);
  // First: translated code leaves where other flags than the arithmetic ones would change.
  b.setEflags(b.narrow(value), b.size === 16 ? POPF_MASK.word : POPF_MASK.all);
  b.setStackPointer(after);
};

/** SALC: al := CF ? 0xFF : 0. */
const salc: Semantics = (b) => {
  if (b.bits === 64) b.trap("#UD", 0, "fault", "salc does not exist in 64-bit mode");
  else b.set("rax", 8, b.sub(b.i32(0), b.getFlag("cf")));
};

const privileged: Semantics = (b) =>
  b.trap("#GP", 0, "fault", `${b.decoded.form.mnemonic} is for the kernel: in a user program it faults`);

/** CLAC, STAC: invalid opcodes for user programs, not privileged ones. */
const invalid: Semantics = (b) => b.trap("#UD", 0, "fault", `${b.decoded.form.mnemonic} is for the kernel`);

export const flags = () =>
  ({
    clc: put("cf", 0),
    stc: put("cf", 1),
    cmc: (b) => b.setFlag("cf", b.xor(b.getFlag("cf"), b.i32(1))),
    cld: put("df", 0),
    std: put("df", 1),
    lahf: (b) => b.setRegister(0, "high8", b.or(b.and(b.getEflags(), b.i32(LOW_FLAGS)), b.i32(2))),
    sahf: (b) => b.setEflags(b.getRegister(0, "high8"), LOW_FLAGS),
    pushf: pushFlags,
    pushfw: pushFlags,
    pushfd: pushFlags,
    pushfq: pushFlags,
    popf: popFlags,
    popfw: popFlags,
    popfd: popFlags,
    popfq: popFlags,
    salc,
    cli: privileged,
    sti: privileged,
    clac: invalid,
    stac: invalid,
  }) satisfies Record<keyof ReturnType<typeof table>, Semantics>;
