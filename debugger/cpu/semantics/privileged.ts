// What belongs to the kernel or the hypervisor: a general-protection fault in a user program, as on the CPU.

import type { privileged as table } from "../../../server/isa/table/privileged.ts";
import type { Semantics } from "../builder.ts";

const forKernel: Semantics = (b) =>
  b.trap("#GP", 0, "fault", `${b.decoded.form.mnemonic} is for the kernel: in a user program it faults`);

// biome-ignore format: a list of names
const names = [
  "clts", "invd", "invpcid", "invlpg", "lgdt", "lidt", "lldt", "lmsw", "ltr", "rdmsr", "sgdt", "sidt", "sldt", "smsw", "str",
  "swapgs", "sysexit", "sysret", "wbinvd", "wbnoinvd", "wrmsr", "xsetbv",
] as const satisfies readonly (keyof typeof table)[];

/** Only some of that family exist on every CPU: the others are invalid opcodes. */
export const privileged: Readonly<Record<string, Semantics>> = Object.fromEntries(
  names.map((name) => [name, forKernel]),
);
