// Bitwise logic (SDM Vol. 1, 7.3.4): CF and OF become 0.

import type { logic as table } from "../../../server/isa/table/logic.ts";
import type { Semantics } from "../builder.ts";

const bitwise =
  (operation: "and" | "or" | "xor", write: "write" | "compare"): Semantics =>
  (b) => {
    const left = b.read(0);
    const result = b.binary(operation, left, b.read(1));
    if (write === "write") b.write(0, result);
    b.setLogicFlags(result);
  };

/** NOT: no flags. */
const not: Semantics = (b) => b.write(0, b.not(b.read(0)));

/** ANDN: DEST := NOT SRC1 AND SRC2. */
const andn: Semantics = (b) => {
  const result = b.and(b.not(b.read(1)), b.read(2));
  b.write(0, result);
  b.setLogicFlags(result);
};

export const logic = () =>
  ({
    and: bitwise("and", "write"),
    or: bitwise("or", "write"),
    xor: bitwise("xor", "write"),
    test: bitwise("and", "compare"),
    not,
    andn,
  }) satisfies Record<keyof ReturnType<typeof table>, Semantics>;
