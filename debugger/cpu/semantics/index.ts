// Every executed mnemonic and what it does, a file a family as in the table. A record of the table that is not here is
// assembled only: #UD when it runs.

import type { executedFamilies } from "../../../server/isa/table.ts";
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

/** The executed families, each complete: a mnemonic without semantics does not compile. */
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
  [Family in keyof typeof executedFamilies]: Record<keyof (typeof executedFamilies)[Family], Semantics>;
};

/** By the table's key, which is the mnemonic unless another family has it (movsd_xmm). */
export const semantics: Readonly<Record<string, Semantics | undefined>> = Object.assign(
  {},
  hintNop,
  privileged,
  ...Object.values(families),
);
