// The reserved no-operation opcodes 0F 18 to 0F 1F: they do nothing, whatever their operand says. MPX's instructions are
// among them: a CPU without MPX takes them for no-operations.

import { keysOf } from "../../../server/isa/table.ts";
import type { Semantics } from "../builder.ts";

const nothing: Semantics = () => {};

export const hintNop = (): Readonly<Record<string, Semantics>> =>
  Object.fromEntries([...keysOf("hint-nop"), ...keysOf("mpx")].map((name) => [name, nothing]));
