// Changes a register or memory from text a person typed: a number or expression, a float, or a quoted string.

import { type Context, evaluate, quantityOf, registerSizeBits } from "./evaluate.ts";
import { ExpressionError, parseExpression, parseNumber, parseString } from "./expression.ts";
import { byteCount, bytesOf, hexText } from "./format.ts";
import type { Place } from "./variable.ts";

/** What was changed, for telling others. */
export type Change =
  | { readonly kind: "register"; readonly name: string }
  | { readonly kind: "memory"; readonly address: number; readonly sizeBytes: number };

/** Writes the value of `text` to `place`. @throws {ExpressionError} when it does not fit or cannot be written. */
export function assign(context: Context, place: Place, text: string): Change {
  if (context.scene.machine.ended) throw new ExpressionError("the program has ended: step back before you change it");
  if (place.kind === "register") return assignRegister(context, place.name, text);
  const bytes = bytesFor(context, place, text.trim());
  return writeBytes(context, place.address, bytes);
}

/** `target = value` of the console. @throws {ExpressionError} */
export function assignExpression(context: Context, target: string, text: string): Change {
  const { expression } = parseExpression(target);
  // A label alone means the variable there, as it does when it is shown.
  const label = expression.kind === "name" && !quantityOf(context, expression).place;
  const variable = label ? evaluate(context, target) : undefined;
  if (variable?.place) return assign(context, variable.place, text);
  const quantity = quantityOf(context, label ? { kind: "memory", sizeBytes: 0, address: expression } : expression);
  if (!quantity.place) throw new ExpressionError("only a register or memory can be changed");
  return assign(context, quantity.place, text);
}

function assignRegister(context: Context, name: string, text: string): Change {
  const value = integerFor(context, text.trim(), registerSizeBits(name));
  if (!context.scene.machine.setRegister(name, value)) throw new ExpressionError(`${name} cannot be changed`);
  return { kind: "register", name };
}

/** An integer that fits `sizeBits`, signed or unsigned. */
function integerFor(context: Context, text: string, sizeBits: number): bigint {
  // Editors offer the shown text for editing: what stands behind the number is our own explanation.
  const plain = text.replace(/\s+\(.*\)$|\s+→.*$/, "");
  // A number as it is written may be wider than the 64 bits that expressions know.
  const literal = /^([-+]?)\s*(\w+|\$\d\w*)$/.exec(plain);
  const written = literal && parseNumber(literal[2]!);
  if (literal && typeof written === "bigint")
    return inRange(literal[1] === "-" ? -written : written, literal[1]! + literal[2]!, sizeBits);
  const { expression } = parseExpression(plain);
  if (expression.kind === "string" && expression.bytes.length * 8 > sizeBits)
    throw new ExpressionError(`${byteCount(expression.bytes.length)} do not fit into ${sizeBits} bits`);
  const { value } = quantityOf(context, expression);
  // The result of an expression is a pattern of 64 bits, which can be meant with either sign.
  const signed = BigInt.asIntN(64, value);
  if (signed < 0n && (sizeBits < 64 || sizeBits > 64)) return inRange(signed, hexText(value), sizeBits);
  return inRange(value, hexText(value), sizeBits);
}

/** `value` as a pattern of `sizeBits`. @throws {ExpressionError} when it fits neither signed nor unsigned. */
function inRange(value: bigint, written: string, sizeBits: number): bigint {
  const least = sizeBits === 1 ? 0n : -(1n << BigInt(sizeBits - 1));
  if (value >= least && value < 1n << BigInt(sizeBits)) return BigInt.asUintN(sizeBits, value);
  const largest = (1n << BigInt(sizeBits)) - 1n;
  const range = sizeBits === 1 ? "0 or 1" : `${least} to ${sizeBits > 32 ? hexText(largest) : largest}`;
  throw new ExpressionError(`${written} does not fit ${sizeBits === 1 ? "1 bit" : `${sizeBits} bits`}: ${range}`);
}

function bytesFor(context: Context, place: Place & { kind: "memory" }, text: string): Uint8Array {
  if (place.shape === "string" || /^["'`]/.test(text)) {
    if (!/^(["'`]).*\1$/.test(text)) throw new ExpressionError('a string is written in quotes: "text"');
    const bytes = parseString(text);
    if (bytes.length > place.sizeBytes)
      throw new ExpressionError(`${byteCount(bytes.length)} do not fit into ${byteCount(place.sizeBytes)}`);
    return bytes;
  }
  if (place.shape === "float") return floatBytes(text, place.sizeBytes);
  return bytesOf(integerFor(context, text, place.sizeBytes * 8), place.sizeBytes);
}

function floatBytes(text: string, sizeBytes: number): Uint8Array {
  const value = Number(text);
  if (text === "" || (Number.isNaN(value) && text !== "nan")) throw new ExpressionError(`"${text}" is not a number`);
  const view = new DataView(new ArrayBuffer(8));
  if (sizeBytes === 4) view.setFloat32(0, value, true);
  else view.setFloat64(0, value, true);
  return new Uint8Array(view.buffer).slice(0, sizeBytes);
}

function writeBytes(context: Context, address: number, bytes: Uint8Array): Change {
  const written = context.scene.machine.writeMemory(address, bytes);
  if (written < bytes.length) throw new ExpressionError(`${hexText(address + written)} is not mapped`);
  return { kind: "memory", address, sizeBytes: bytes.length };
}
