// Every executed mnemonic and what it does, a file a family as in the table. A record of the table that is not here is
// assembled only: #UD when it runs.

import { entryOf, type executedFamilies } from "../../../server/isa/table.ts";
import type { Semantics } from "../builder.ts";
import { aesSha } from "./aes-sha.ts";
import { amdVector } from "./amd-vector.ts";
import { arithmetic } from "./arithmetic.ts";
import { avx } from "./avx.ts";
import { bit } from "./bit.ts";
import { controlFlow } from "./control-flow.ts";
import { dataTransfer } from "./data-transfer.ts";
import { flags } from "./flags.ts";
import { fma } from "./fma.ts";
import { hintNop } from "./hint-nop.ts";
import { logic } from "./logic.ts";
import { mmx } from "./mmx.ts";
import { privileged } from "./privileged.ts";
import { shiftRotate } from "./shift-rotate.ts";
import { sse } from "./sse.ts";
import { string } from "./string.ts";
import { system } from "./system.ts";
import { x87 } from "./x87.ts";

/** The executed families, made when the first of their instructions comes, each complete: a mnemonic without semantics does not compile. */
const families = {
  arithmetic,
  logic,
  "data-transfer": dataTransfer,
  "control-flow": controlFlow,
  string,
  "shift-rotate": shiftRotate,
  bit,
  flags,
  system,
  x87,
  mmx,
  sse,
  "aes-sha": aesSha,
  avx,
  fma,
  "amd-vector": amdVector,
} satisfies {
  [Family in keyof typeof executedFamilies]: () => Record<
    keyof ReturnType<(typeof executedFamilies)[Family]>,
    Semantics
  >;
};

/** Of the families that are assembled only: what every CPU does with them all the same. */
const others: Readonly<Record<string, () => Readonly<Record<string, Semantics>>>> = {
  "hint-nop": hintNop,
  mpx: hintNop,
  privileged,
};

const made = new Map<string, Readonly<Record<string, Semantics>>>();

/** What an instruction does, by the table's key, which is the mnemonic unless another family has it (movsd_xmm). */
export function semanticsOf(key: string): Semantics | undefined {
  const family = entryOf(key)?.family;
  if (family === undefined) return undefined;
  let functions = made.get(family);
  if (functions === undefined) {
    const make: (() => Readonly<Record<string, Semantics>>) | undefined =
      family in families ? families[family as keyof typeof families] : others[family];
    functions = make?.() ?? {};
    made.set(family, functions);
  }
  return functions[key];
}
