// Which values an operation takes: for everything that walks over operations without caring what they do.

import type { Op, Value } from "./ir.ts";

/** Names of an operation's fields that hold a value it uses. */
const OPERANDS = [
  "a",
  "b",
  "condition",
  "carry",
  "overflow",
  "value",
  "result",
  "aux",
  "address",
  "high",
  "low",
  "divisor",
  "target",
];
/** Fields of those names that are something else in this operation. */
const NOT_VALUES: Readonly<Record<string, readonly string[]>> = {
  const: ["value"],
  getCondition: ["condition"],
  branch: ["target"],
  vector: ["a", "b"],
};

const fieldsByOp = new Map<string, readonly string[]>();

function fieldsOf(op: Op): readonly string[] {
  let fields = fieldsByOp.get(op.op);
  if (fields === undefined) {
    fields = OPERANDS.filter((name) => name in op && !(NOT_VALUES[op.op] ?? []).includes(name));
    fieldsByOp.set(op.op, fields);
  }
  return fields;
}

/** Values the operation uses, in no particular order, with repetitions. */
export function usesOf(op: Op): readonly Value[] {
  if (op.op === "helper") return op.arguments;
  const record = op as unknown as Readonly<Record<string, Value>>;
  return fieldsOf(op).map((name) => record[name]!);
}

/** Values the operation makes. */
export function resultsOf(op: Op): readonly Value[] {
  if (op.op === "helper") return op.results;
  if (op.op === "divide") return [op.quotient, op.remainder];
  return "dest" in op && op.op !== "loadBytes" && op.op !== "vector" ? [op.dest as Value] : [];
}
