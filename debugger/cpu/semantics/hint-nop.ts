// The reserved no-operation opcodes 0F 18 to 0F 1F: they do nothing, whatever their operand says.

import { hintNop as table } from "../../../server/isa/table/hint-nop.ts";
import type { Semantics } from "../builder.ts";

const nothing: Semantics = () => {};

export const hintNop: Readonly<Record<string, Semantics>> = Object.fromEntries(
  Object.keys(table).map((name) => [name, nothing]),
);
