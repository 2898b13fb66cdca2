// Conditions of breakpoints as functions of the machine's present state. A breakpoint in a hot loop is reached millions of
// times a second; evaluating its expression over a scene each time would make the loop crawl. Only what needs no scene is
// compiled: registers, labels, numbers, memory and the operators between them. The truth is that of `holds`.

import { signExtend, u64 } from "../../server/base/int64.ts";
import { GPR } from "../cpu/state.ts";
import type { Machine } from "../machine/machine.ts";
import { impliedSize, NUMERIC_CASTS, OPERATIONS, registerSizeBits, SIGNED_CASTS } from "./evaluate.ts";
import { type Expression, ExpressionError, parseExpression } from "./expression.ts";
import { wordBytesOf } from "./frames.ts";
import { symbolInScope } from "./labels.ts";

/** A number as the machine has it now: unsigned, of a size that does not change. */
interface Reading {
  readonly sizeBits: number;
  readonly value: () => bigint;
}

const constant = (value: bigint): Reading => ({ sizeBits: 64, value: () => value });

interface Place {
  readonly machine: Machine;
  /** Where the breakpoint stands: local labels are those of its function. */
  readonly pc: number;
}

function compile(place: Place, expression: Expression): Reading | undefined {
  switch (expression.kind) {
    case "number":
      return expression.value < 1n << 64n ? constant(expression.value) : undefined;
    case "here":
      return constant(BigInt(place.pc));
    case "name":
      return compileName(place, expression.name);
    case "memory":
      return compileMemory(place, expression);
    case "unary":
      return compileUnary(place, expression);
    case "binary":
      return compileBinary(place, expression);
    case "call":
      return compileCast(place, expression);
    default:
      return undefined;
  }
}

function compileName({ machine, pc }: Place, written: string): Reading | undefined {
  const { state, image } = machine;
  const name = written.startsWith("$") && written.length > 1 ? written.slice(1) : written;
  const register = name.toLowerCase();
  const index = (GPR as Readonly<Record<string, number>>)[register];
  if (index !== undefined) return { sizeBits: 64, value: () => state.gpr(index) };
  if (state.read(register) !== undefined) {
    return { sizeBits: registerSizeBits(register), value: () => state.read(register)! };
  }
  const symbol = symbolInScope(image, name, pc);
  if (symbol) return constant(BigInt(symbol.address));
  const stub = image.stubs.find((candidate) => candidate.name === name);
  if (stub) return constant(BigInt(stub.address));
  return name === "time" ? { sizeBits: 64, value: () => BigInt(machine.time) } : undefined;
}

function compileMemory(place: Place, expression: Expression & { kind: "memory" }): Reading | undefined {
  const { machine, pc } = place;
  const address = compile(place, expression.address);
  const sizeBytes = expression.sizeBytes || impliedSize(machine, pc, expression.address);
  if (address === undefined || sizeBytes > 8) return undefined;
  const wraps = wordBytesOf(machine) === 4;
  const value = () => {
    const wide = address.value();
    const at = Number(wraps ? BigInt.asUintN(32, wide) : wide);
    const bytes = at < 2 ** 47 ? machine.memory.peek(at, sizeBytes) : [];
    if (bytes.length < sizeBytes) throw new ExpressionError("not mapped");
    let result = 0n;
    for (let k = sizeBytes - 1; k >= 0; k--) result = (result << 8n) | BigInt(bytes[k]!);
    return result;
  };
  return { sizeBits: sizeBytes * 8, value };
}

function compileUnary(place: Place, expression: Expression & { kind: "unary" }): Reading | undefined {
  const { operator, operand } = expression;
  if (operator === "*") return compileMemory(place, { kind: "memory", sizeBytes: 0, address: operand });
  const inner = compile(place, operand);
  if (inner === undefined) return undefined;
  switch (operator) {
    case "-":
      return { sizeBits: 64, value: () => u64(-inner.value()) };
    case "~":
      return { sizeBits: 64, value: () => u64(~inner.value()) };
    case "!":
      return { sizeBits: 64, value: () => (inner.value() === 0n ? 1n : 0n) };
    case "+":
      return { sizeBits: 64, value: inner.value };
    default:
      return undefined;
  }
}

function compileBinary(place: Place, { operator, left, right }: Expression & { kind: "binary" }): Reading | undefined {
  const first = compile(place, left);
  const second = compile(place, right);
  if (first === undefined || second === undefined) return undefined;
  const operation = OPERATIONS[operator];
  const firstBits = Math.min(64, first.sizeBits);
  const secondBits = Math.min(64, second.sizeBits);
  const value = () => {
    const a = first.value();
    if (operator === "&&" && a === 0n) return 0n;
    if (operator === "||" && a !== 0n) return 1n;
    const b = second.value();
    return operation(a, b, signExtend(a, firstBits), signExtend(b, secondBits));
  };
  return { sizeBits: 64, value };
}

function compileCast(place: Place, { name, argument }: Expression & { kind: "call" }): Reading | undefined {
  const inner = compile(place, argument);
  const unsigned = NUMERIC_CASTS[name];
  const signed = SIGNED_CASTS[name];
  if (inner === undefined || (unsigned ?? signed) === undefined) return undefined;
  if (unsigned !== undefined) {
    return { sizeBits: unsigned, value: () => BigInt.asUintN(unsigned, inner.value()) };
  }
  return { sizeBits: signed!, value: () => u64(signExtend(inner.value(), signed!)) };
}

/**
 * The condition of a breakpoint at `pc` as a function that changes nothing and never throws: true also where it cannot be
 * evaluated, so that the machine stops and the person is told why. undefined for what needs a scene.
 */
export function compileCondition(machine: Machine, pc: number, condition: string): (() => boolean) | undefined {
  const { expression } = parseExpression(condition);
  const reading = compile({ machine, pc }, expression);
  if (reading === undefined) return undefined;
  return () => {
    try {
      return reading.value() !== 0n;
    } catch {
      return true;
    }
  };
}
