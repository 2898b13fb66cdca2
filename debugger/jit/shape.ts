// What instructions have in common: the operations of one, with registers and uncommon constants left open. Every
// instruction of a shape runs the same code of the emitted interpreter and brings a record with what its shape leaves open.

import type { InstructionIr, Op } from "../cpu/ir.ts";
import { GPR } from "../cpu/state.ts";
import { isForRegion } from "./region.ts";
import { registerHalf, vectorPlace } from "./vector-operation.ts";
import { isVectorRegionOperation, offsetsOf } from "./vector-state.ts";

/** What a hole of a record holds: 8 × a general register's number, 32 × a vector register's, or a constant. */
export interface Shape {
  /** Equal for instructions of the same shape. */
  readonly key: string;
  /** An instruction of the shape. */
  readonly example: InstructionIr;
  /** Number of the hole of each operation of `example.ops` that has one. */
  readonly holes: ReadonlyMap<Op, number>;
  /** Number of the hole of each vector register that the example names. */
  readonly vectorHoles: ReadonlyMap<number, number>;
}

export const HOLES_MAX = 12;

/** Constants of the semantics themselves and of the most usual operands: shapes differ in them, so their code has them built in. */
const COMMON = new Set<bigint>(
  [0, 1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 63, 64, 0xff, 0xffff, 0xffff_ffff, 0x8000_0000].map(BigInt),
);
for (const common of [-1n, -8n, 1n << 63n, 0xffff_ffff_ffff_ffffn]) COMMON.add(common);

/** The shape of an instruction with what it puts into the holes; undefined when the step engine must do it. */
export function shapeOf(
  ir: InstructionIr,
  bits: 32 | 64,
): { readonly shape: Shape; readonly values: readonly bigint[] } | undefined {
  if (!isForRegion(ir, bits) || ir.ops.at(-1)?.op === "systemCall") return undefined;
  const values: bigint[] = [];
  const holes = new Map<Op, number>();
  const places = new Map<string, number>();
  const parts: string[] = ir.repeat === undefined ? [] : [ir.repeat.kind];
  const placeOf = (name: string, value: bigint): number => {
    let place = places.get(name);
    if (place === undefined) {
      place = values.length;
      places.set(name, place);
      values.push(value);
    }
    return place;
  };
  const hole = (op: Op, name: string, value: bigint): string => {
    const place = placeOf(name, value);
    holes.set(op, place);
    return `#${place}`;
  };
  const vectorHoles = new Map<number, number>();
  /** A state offset in the key: vector registers by their holes. */
  const offset = (at: number): string => {
    const place = vectorPlace(at);
    const half = place && registerHalf(place.index);
    if (half === undefined) return String(at);
    const { register } = half;
    vectorHoles.set(register, placeOf(`v${register}`, 32n * BigInt(register)));
    return `v${vectorHoles.get(register)}+${half.at + place!.byte}`;
  };
  for (const op of ir.ops) {
    const fields: Record<string, unknown> = { ...op };
    if ((op.op === "getRegister" || op.op === "setRegister") && op.register !== GPR.rsp)
      fields.register = hole(op, `r${op.register}`, 8n * BigInt(op.register));
    else if (op.op === "const" && op.value === ir.next) fields.value = "next";
    else if (op.op === "const" && !COMMON.has(op.value)) fields.value = hole(op, `c${op.value}`, op.value);
    else if (op.op === "branch") fields.target = "";
    else if (isVectorRegionOperation(op)) Object.assign(fields, openVectors(op, offset));
    parts.push(Object.values(fields).join());
  }
  if (values.length > HOLES_MAX) return undefined;
  return { shape: { key: parts.join(";"), example: ir, holes, vectorHoles }, values };
}

/** The fields of an operation that name state offsets, as they stand in a key. */
function openVectors(op: Op, offset: (at: number) => string): Record<string, unknown> {
  switch (op.op) {
    case "vector":
      return { dest: offset(op.dest), a: offset(op.a), b: offset(op.b) };
    case "getState":
    case "setState":
      return { offset: offset(op.offset) };
    case "loadBytes":
      return { dest: offset(op.dest) };
    case "storeBytes":
      return { source: offset(op.source) };
    case "helper": {
      const count = offsetsOf(op).length;
      return { constants: op.constants.map((constant, k) => (k < count ? offset(constant) : constant)).join("/") };
    }
    default:
      return {};
  }
}

/** Where the instruction goes on besides `next`, when that is known. */
export function constantTarget({ ops }: InstructionIr): bigint | undefined {
  const last = ops.at(-1);
  if (last?.op === "branch") return last.target;
  if (last?.op !== "jump") return undefined;
  const constant = ops.find((op) => op.op === "const" && op.dest === last.target);
  return constant?.op === "const" ? constant.value : undefined;
}
