// The reserved no-operation opcodes 0F 18 to 0F 1F: they do nothing, whatever their operand says. MPX's instructions are
// among them: a CPU without MPX takes them for no-operations.

import { hintNop as table } from "../../../server/isa/table/hint-nop.ts";
import { mpx } from "../../../server/isa/table/mpx.ts";
import type { Semantics } from "../builder.ts";

const nothing: Semantics = () => {};

export const hintNop: Readonly<Record<string, Semantics>> = Object.fromEntries(
  [...Object.keys(table), ...Object.keys(mpx)].map((name) => [name, nothing]),
);
