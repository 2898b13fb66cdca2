// Every executed mnemonic and what it does. A mnemonic of the table that is not here is assembled only: #UD when it runs.

import type { Semantics } from "../builder.ts";
import { arithmetic } from "./arithmetic.ts";
import { bit } from "./bit.ts";
import { control } from "./control.ts";
import { decimal } from "./decimal.ts";
import { flag } from "./flag.ts";
import { logic } from "./logic.ts";
import { move } from "./move.ts";
import { shift } from "./shift.ts";
import { stack } from "./stack.ts";
import { string } from "./string.ts";
import { system } from "./system.ts";

const executed = {
  ...arithmetic,
  ...bit,
  ...control,
  ...decimal,
  ...flag,
  ...logic,
  ...move,
  ...shift,
  ...stack,
  ...string,
  ...system,
} satisfies Record<string, Semantics>;

/** The semantics of a mnemonic; undefined when the machine does not execute it. */
export const semantics: Readonly<Record<string, Semantics | undefined>> = executed;
