// Evaluates expressions of the watch pane, conditions, hovers and the console over one scene. Numbers are unsigned 64-bit
// patterns with a size; comparisons are signed, as people mean them. Labels are addresses, as in NASM, but a label alone
// shows what stands there.

import { signExtend, u64 } from "../../server/base/int64.ts";
import type { Machine } from "../machine/machine.ts";
import { arrayVariable, cellVariable, SIZE_WORDS, sizeWord, stringVariable } from "./cells.ts";
import { type Expression, ExpressionError, type Operator, parseExpression } from "./expression.ts";
import { binaryText, floatText, hexText, integerText, valueOfBytes, wideHex } from "./format.ts";
import { wordBytesOf } from "./frames.ts";
import { globalVariable } from "./globals.ts";
import { blockVariable } from "./heap.ts";
import { labelAt, labelText, symbolInScope } from "./labels.ts";
import { blockAt, describe, pointee } from "./pointee.ts";
import { registerBits, registersScope } from "./registers.ts";
import { readCell, type Scene } from "./scene.ts";
import type { Place, Variable } from "./variable.ts";

/** A number with its size, and where it was read from. */
export interface Quantity {
  readonly value: bigint;
  readonly sizeBits: number;
  readonly place?: Place;
  /** Bytes never written took part: conditions count them, displays say ??. */
  readonly undefined: boolean;
}

/** What the evaluation stands in: a scene, and the frame whose rbp and pc are meant. */
export interface Context {
  readonly scene: Scene;
  /** Index in scene.frames; 0 = innermost. */
  readonly frame: number;
}

const known = (value: bigint, sizeBits = 64): Quantity => ({ value: u64(value), sizeBits, undefined: false });

/** The number an expression stands for. @throws {ExpressionError} */
export function quantityOf(context: Context, expression: Expression): Quantity {
  switch (expression.kind) {
    case "number":
      if (expression.value >= 1n << 64n)
        throw new ExpressionError(`${hexText(expression.value)} is wider than 64 bits`);
      return known(expression.value);
    case "string":
      return known(valueOfBytes(expression.bytes.subarray(0, 8)), Math.max(8, expression.bytes.length * 8));
    case "here":
      return known(BigInt(context.scene.frames[context.frame]?.pc ?? 0));
    case "name":
      return nameQuantity(context, expression.name);
    case "memory":
      return memoryQuantity(context, expression);
    case "unary":
      return unaryQuantity(context, expression);
    case "binary":
      return binaryQuantity(context, expression);
    case "call":
      return callQuantity(context, expression);
    case "assign":
      throw new ExpressionError('"=" assigns; "==" compares');
  }
}

const VECTOR_BITS: readonly (readonly [RegExp, number])[] = [
  [/^xmm/, 128],
  [/^ymm/, 256],
  [/^st/, 80],
  [/^mm/, 64],
  [/^[czspaod]f$/, 1],
  [/^([defgsc]s|f[cst]w)$/, 16],
  [/^(mxcsr|eflags|eip)$/, 32],
];

/** How many bits a register has, those that are not general ones included. */
export const registerSizeBits = (name: string): number =>
  VECTOR_BITS.find(([pattern]) => pattern.test(name))?.[1] ?? registerBits(name);

/** Value of a register, as the chosen frame has it: outer frames know their rip, rsp and rbp from the stack. */
function registerQuantity({ scene, frame }: Context, name: string): Quantity | undefined {
  const lower = name.toLowerCase();
  const value = scene.machine.state.read(lower);
  if (value === undefined) return undefined;
  const sizeBits = registerSizeBits(lower);
  const shown = frame > 0 ? scene.frames[frame] : undefined;
  if (shown && /^[er]ip$/.test(lower)) return known(BigInt(shown.pc), sizeBits);
  if (shown && /^[er]sp$/.test(lower)) return known(BigInt(shown.low), sizeBits);
  if (shown?.framePointer !== undefined && /^[er]bp$/.test(lower)) return known(BigInt(shown.framePointer), sizeBits);
  return { value, sizeBits, place: { kind: "register", name: lower }, undefined: false };
}

function nameQuantity(context: Context, written: string): Quantity {
  const name = written.startsWith("$") && written.length > 1 ? written.slice(1) : written;
  const register = registerQuantity(context, name);
  if (register) return register;
  const { machine } = context.scene;
  const symbol = symbolInScope(machine.image, name, context.scene.frames[context.frame]?.pc ?? 0);
  if (symbol) return known(BigInt(symbol.address));
  const stub = machine.image.stubs.find((candidate) => candidate.name === name);
  if (stub) return known(BigInt(stub.address));
  if (name === "time") return known(BigInt(machine.time));
  throw new ExpressionError(`there is no register or label "${name}"`);
}

/** An address that an expression gives; 32-bit programs wrap at 4 GiB. @throws {ExpressionError} */
export function addressOf(context: Context, expression: Expression): number {
  const { value } = quantityOf(context, expression);
  const address = context.scene.wordBytes === 4 ? BigInt.asUintN(32, value) : value;
  if (address >= 1n << 47n) throw new ExpressionError(`${hexText(address)} is no address of user memory`);
  return Number(address);
}

/** Size of what `[…]` means when none is written: the elements of the label inside, else a word of the machine. */
export function impliedSize(machine: Machine, pc: number, address: Expression): number {
  const { image } = machine;
  for (const name of namesIn(address)) {
    const symbol = symbolInScope(image, name, pc);
    const item = symbol && image.items.find((candidate) => candidate.address === symbol.address);
    if (item && SIZE_WORDS[item.elementSizeBytes]) return item.elementSizeBytes;
  }
  return wordBytesOf(machine);
}

/** Names that an address is computed from. */
function namesIn(expression: Expression): readonly string[] {
  if (expression.kind === "name") return [expression.name];
  if (expression.kind === "binary") return [...namesIn(expression.left), ...namesIn(expression.right)];
  return expression.kind === "unary" ? namesIn(expression.operand) : [];
}

function memoryQuantity(context: Context, expression: Expression & { kind: "memory" }): Quantity {
  const address = addressOf(context, expression.address);
  const { machine, frames } = context.scene;
  const sizeBytes = expression.sizeBytes || impliedSize(machine, frames[context.frame]?.pc ?? 0, expression.address);
  const cell = readCell(machine, address, sizeBytes);
  if (cell.state === "unmapped") throw new ExpressionError(`${hexText(address)} is not mapped`);
  return {
    value: cell.value,
    sizeBits: sizeBytes * 8,
    place: { kind: "memory", address, sizeBytes, shape: "integer" },
    undefined: cell.state !== "defined",
  };
}

function unaryQuantity(context: Context, { operator, operand }: Expression & { kind: "unary" }): Quantity {
  if (operator === "&") return addressOfOperand(context, operand);
  if (operator === "*") return memoryQuantity(context, { kind: "memory", sizeBytes: 0, address: operand });
  const inner = quantityOf(context, operand);
  const results = { "-": -inner.value, "+": inner.value, "~": ~inner.value, "!": inner.value === 0n ? 1n : 0n };
  return { value: u64(results[operator]), sizeBits: 64, undefined: inner.undefined };
}

function addressOfOperand(context: Context, operand: Expression): Quantity {
  if (operand.kind === "memory") return quantityOf(context, operand.address);
  const inner = quantityOf(context, operand);
  if (inner.place?.kind === "register") throw new ExpressionError("a register has no address");
  return inner;
}

function binaryQuantity(context: Context, { operator, left, right }: Expression & { kind: "binary" }): Quantity {
  const first = quantityOf(context, left);
  if (operator === "&&" && first.value === 0n) return known(0n);
  if (operator === "||" && first.value !== 0n) return known(1n);
  const second = quantityOf(context, right);
  const signed = ({ value, sizeBits }: Quantity) => signExtend(value, Math.min(64, sizeBits));
  const value = OPERATIONS[operator](first.value, second.value, signed(first), signed(second));
  return { value: u64(value), sizeBits: 64, undefined: first.undefined || second.undefined };
}

const truth = (condition: boolean): bigint => (condition ? 1n : 0n);

/** What an operator does with two unsigned 64-bit patterns and what they are as signed numbers of their sizes. */
type Operation = (a: bigint, b: bigint, signedA: bigint, signedB: bigint) => bigint;

function byNonZero(operation: Operation): Operation {
  return (a, b, signedA, signedB) => {
    if (b === 0n) throw new ExpressionError("division by zero");
    return operation(a, b, signedA, signedB);
  };
}

/** Signed where the sign matters; `//` and `%%` are NASM's signed operators, `/` and `%` its unsigned ones. */
export const OPERATIONS: Readonly<Record<Operator, Operation>> = {
  "||": (_, b) => truth(b !== 0n),
  "&&": (_, b) => truth(b !== 0n),
  "==": (a, b, signedA, signedB) => truth(a === b || signedA === signedB),
  "!=": (a, b, signedA, signedB) => truth(a !== b && signedA !== signedB),
  "<": (_a, _b, signedA, signedB) => truth(signedA < signedB),
  "<=": (_a, _b, signedA, signedB) => truth(signedA <= signedB),
  ">": (_a, _b, signedA, signedB) => truth(signedA > signedB),
  ">=": (_a, _b, signedA, signedB) => truth(signedA >= signedB),
  "|": (a, b) => a | b,
  "^": (a, b) => a ^ b,
  "&": (a, b) => a & b,
  "<<": (a, b) => (b > 127n ? 0n : u64(a << b)),
  ">>": (a, b) => (b > 127n ? 0n : a >> b),
  "+": (a, b) => u64(a + b),
  "-": (a, b) => u64(a - b),
  "*": (a, b) => u64(a * b),
  "/": byNonZero((a, b) => a / b),
  "%": byNonZero((a, b) => a % b),
  "//": byNonZero((_a, _b, signedA, signedB) => u64(signedA / signedB)),
  "%%": byNonZero((_a, _b, signedA, signedB) => u64(signedA % signedB)),
};

/** Casts to unsigned numbers and their sizes in bits. */
export const NUMERIC_CASTS: Readonly<Record<string, number>> = {
  byte: 8,
  word: 16,
  dword: 32,
  qword: 64,
  u8: 8,
  u16: 16,
  u32: 32,
  u64: 64,
};
export const SIGNED_CASTS: Readonly<Record<string, number>> = { i8: 8, i16: 16, i32: 32, i64: 64 };

function callQuantity(context: Context, { name, argument }: Expression & { kind: "call" }): Quantity {
  const inner = quantityOf(context, argument);
  const bits = NUMERIC_CASTS[name] ?? SIGNED_CASTS[name];
  if (bits === undefined) return inner;
  const value = name in SIGNED_CASTS ? signExtend(inner.value, bits) : BigInt.asUintN(bits, inner.value);
  return { value: u64(value), sizeBits: bits, undefined: inner.undefined };
}

// ---- showing --------------------------------------------------------------------------------------------------------

/** The result of an expression as a variable to show. @throws {ExpressionError} */
export function evaluate(context: Context, text: string): Variable {
  const { expression, format } = parseExpression(text);
  const shown = show(context, expression, format);
  return { ...shown, expression: text };
}

function show(context: Context, expression: Expression, format: string): Variable {
  const { scene } = context;
  if (expression.kind === "name") {
    const special = showName(context, expression.name, format);
    if (special) return special;
  }
  if (expression.kind === "binary" && expression.operator === "*" && expression.left.kind === "memory") {
    const array = showArray(context, expression.left, expression.right);
    if (array) return array;
  }
  if (expression.kind === "call") {
    const special = showCall(context, expression);
    if (special) return special;
  }
  const quantity = quantityOf(context, expression);
  if (quantity.place?.kind === "memory") {
    const { address, sizeBytes } = quantity.place;
    const cell = cellVariable(scene, { name: "", address, sizeBytes });
    return format === "" ? cell : { ...cell, value: formatted(quantity, format) };
  }
  return showNumber(scene, quantity, format);
}

function showNumber(scene: Scene, quantity: Quantity, format: string): Variable {
  const points = pointee(scene, quantity.value);
  const sizeBits = Math.min(64, Math.max(8, quantity.sizeBits));
  const plain = points === "" ? integerText(quantity.value, sizeBits) : `${hexText(quantity.value)} ${points}`;
  return {
    name: "",
    value: format === "" ? plain : formatted(quantity, format),
    ...(points === "" ? {} : { address: Number(quantity.value) }),
    ...(quantity.place ? { place: quantity.place } : {}),
  };
}

/** Visual Studio's and gdb's letters after a comma. */
function formatted({ value, sizeBits }: Quantity, format: string): string {
  const bits = Math.min(64, Math.max(8, sizeBits));
  if (format === "d") return signExtend(value, bits).toString();
  if (format === "u") return value.toString();
  if (format === "b" || format === "t") return binaryText(value, bits);
  if (format === "c") return JSON.stringify(String.fromCharCode(Number(value & 255n)));
  if (format === "f") return floatText(value, bits === 32 ? 32 : 64);
  if (format === "x" || format === "h") return wideHex(value, bits);
  throw new ExpressionError(`there is no format "${format}": x d u b c f`);
}

/** Registers with their parts, labels with their data, `frame`. */
function showName(context: Context, written: string, format: string): Variable | undefined {
  const { scene } = context;
  const name = (written.startsWith("$") ? written.slice(1) : written).toLowerCase();
  if (format !== "") return undefined;
  const register = scene.machine.state.read(name) === undefined ? undefined : findRegister(scene, name);
  if (register && context.frame === 0) return register;
  if (scene.machine.state.read(name) !== undefined) return undefined;
  if (name === "frame") {
    const frame = scene.frames[context.frame]!;
    return { name, value: `${frame.name}, ${hexText(frame.low)} … ${hexText(frame.high)}`, address: frame.low };
  }
  const { image } = scene.machine;
  const symbol = symbolInScope(image, written, scene.frames[context.frame]?.pc ?? 0);
  if (!symbol || symbol.section < 0) return undefined;
  const span = labelAt(image, symbol.address);
  if (!span || span.section.exec) return { name, value: codeText(scene, symbol.address), address: symbol.address };
  if (span.start === symbol.address) return globalVariable(scene, span);
  const field = globalVariable(scene, span)
    .children?.()
    .find((child) => child.address === symbol.address);
  return field ?? globalVariable(scene, { ...span, name: symbol.name, start: symbol.address });
}

function codeText(scene: Scene, address: number): string {
  return `${hexText(address)} → ${labelText(scene.machine.image, address) ?? "code"}`;
}

function findRegister(scene: Scene, name: string): Variable | undefined {
  const groups = registersScope(scene);
  const direct = groups.find((variable) => variable.name === name);
  if (direct) return direct;
  if (name === "eflags" || name === "rflags") return groups.find((variable) => variable.expression === "eflags");
  if (!/^(xmm|st)\d/.test(name)) return undefined;
  return groups.flatMap((group) => (group.place ? [] : (group.children?.() ?? []))).find((v) => v.name === name);
}

/** `dword [arr]*10`: ten elements. */
function showArray(context: Context, memory: Expression & { kind: "memory" }, count: Expression): Variable | undefined {
  if (count.kind !== "number" || memory.sizeBytes === 0) return undefined;
  const address = addressOf(context, memory.address);
  const elements = Number(count.value > 1_000_000n ? 1_000_000n : count.value);
  const size = memory.sizeBytes;
  const type = `${elements} ${sizeWord(size)}s`;
  return arrayVariable(context.scene, { name: "", address, sizeBytes: size, count: elements, type });
}

function showCall(context: Context, { name, argument }: Expression & { kind: "call" }): Variable | undefined {
  const { scene } = context;
  if (name === "heap") {
    const block = blockAt(scene, addressOf(context, argument));
    return block ? blockVariable(scene, block) : { name, value: "in no heap block" };
  }
  if (name === "symbol" || name === "what") {
    const { value } = quantityOf(context, argument);
    return { name, value: describe(scene, value) || "nothing known" };
  }
  if (name === "string" || name === "str") {
    const address = addressOf(context, argument);
    return stringVariable(scene, { name, address, sizeBytes: 4096, end: "zero", type: "string" });
  }
  const quantity = quantityOf(context, argument);
  const letters: Readonly<Record<string, string>> = {
    ...{ char: "c", hex: "x", dec: "d", signed: "d", unsigned: "u", bin: "b", double: "f" },
  };
  if (name === "float") return { name, value: floatText(BigInt.asUintN(32, quantity.value), 32) };
  const letter = letters[name];
  if (letter) return { name, value: formatted(name === "double" ? { ...quantity, sizeBits: 64 } : quantity, letter) };
  if (name in NUMERIC_CASTS || name in SIGNED_CASTS) return undefined;
  throw new ExpressionError(`there is no function "${name}"`);
}

/** The truth of a breakpoint's condition. @throws {ExpressionError} */
export function holds(context: Context, condition: string): boolean {
  return quantityOf(context, parseExpression(condition).expression).value !== 0n;
}
