// Lines of one shape: `mov eax, [rbx+8]` and `mov eax, [rsi+16]` are one machine instruction with other fields. What the first
// of them came to is kept under their shape, and lines that come later are its bytes with other numbers and registers put in.
// They are neither cut into tokens nor parsed, resolved or encoded. Measured: half of the time of a large file of hardly two
// equal lines, most of which V8 spent compiling.

import { codeOf } from "../isa/form.ts";
import type { Encoded, EncodeFailure, Operand } from "../isa/insn.ts";
import { NO_SEGMENT } from "../isa/insn.ts";
import type { Register } from "../isa/register.ts";
import { addressKinds, operandKinds } from "../isa/register-kind.ts";
import type { Prepared } from "./layout.ts";
import { isShape, type Meanings, readShape, registers, shape, shapeHash, shapeText } from "./line-shape.ts";
import type { MacroNames } from "./line-text.ts";
import { createTextTable, findByText, keepByText } from "./text-table.ts";
import { isPlainName } from "./vocabulary.ts";

/** Words in lower case, none of which may be a macro. */
export interface Names {
  readonly names: readonly string[];
  /** The set of macro names that is known to have none of them. */
  clear: MacroNames | undefined;
}

/** What lines of one shape have in common. */
export interface LineTemplate extends Names {
  /** State's manner that the bytes hold for. */
  manner: string;
  /** With the numbers and registers that were put in last. */
  bytes: Uint8Array;
  fields: readonly NumberPlace[];
  places: readonly RegisterPlace[];
}

/** Where the number with that index on the line goes: `sizeBytes` bytes, little endian. */
interface NumberPlace {
  readonly number: number;
  readonly offset: number;
  readonly sizeBytes: number;
}

/** Where three bits of the number of the register with that index on the line go, inverted or not. */
interface RegisterPlace {
  readonly register: number;
  readonly offset: number;
  readonly shift: number;
  /** What is there now. */
  bits: number;
}

const isExact = (value: number): boolean => value === 0 || value === 1;

const templates = createTextTable<LineTemplate>(1 << 17);
/** Hashes of lines that came once: many never come again. */
const once = new Int32Array(1 << 15);

/** The template of the shape read last; "blank" when nothing is on the line. */
export function templateRead(): LineTemplate | "blank" | undefined {
  if (shape.length === 0) return "blank";
  return findByText(templates, shapeHash(), isShape);
}

/** Puts numbers and registers of the line read last into its template: the line's bytes, until the next time. */
export function fillTemplate({ bytes, fields, places }: LineTemplate): Uint8Array {
  for (let k = 0; k < fields.length; k++) {
    const { number, offset, sizeBytes } = fields[k]!;
    const value = shape.numbers[number]!;
    for (let at = 0; at < sizeBytes; at++) bytes[offset + at] = at < 4 ? value >> (8 * at) : value < 0 ? 255 : 0;
  }
  for (let k = 0; k < places.length; k++) {
    const place = places[k]!;
    const bits = registerBits[shape.registers[place.register]!]!;
    bytes[place.offset]! ^= (place.bits ^ bits) << place.shift;
    place.bits = bits;
  }
  return bytes;
}

const registerBits = Uint8Array.from(registers, ({ number }) => number & 7);

/** Encodes an instruction with other operands. */
export type EncodeWith = (operands: readonly Operand[]) => Encoded | EncodeFailure;

/** Keeps what the line at `start` has come to, if all lines of its shape come to the same but for the fields of their numbers
 * and registers. */
export function keepTemplate(
  bytes: Uint8Array,
  start: number,
  meanings: Meanings,
  { statement, manner, resolved, encoded }: Prepared,
  encode: EncodeWith,
): void {
  const { body } = statement;
  if (body.kind !== "instruction" || manner === undefined || resolved === undefined || encoded === undefined) return;
  if (encoded.slots.length > 0 || readShape(bytes, start, meanings) < 0 || shape.length === 0) return;
  const hash = shapeHash();
  const place = hash & (once.length - 1);
  if (once[place] !== hash) {
    once[place] = hash;
    return;
  }
  // An operand that is the index of another's address is encoded as registers in addresses are.
  if (codeOf(encoded.form).index >= 0) return;
  const { operands } = resolved;
  const inOrder = operands.length === body.operands.length && operands.length === shape.commas + 1;
  if (!inOrder && shape.count + shape.registerCount > 0) return;
  const fields = fieldsOf(operands, encoded);
  const places = fields && placesOf(operands, encoded, encode);
  if (fields === undefined || places === undefined) return;
  const key = shapeText();
  const names = key.match(/[a-z_.][\w.]*/g) ?? [];
  // What is left of names has values that only this line asked for.
  if (statement.usesPlaces && names.slice(1).some(isPlainName)) return;
  const kept = { manner, bytes: encoded.bytes.slice(), fields, places };
  const known = findByText(templates, hash, isShape);
  if (known) Object.assign(known, kept);
  else keepByText(templates, hash, key, { names, clear: undefined, ...kept });
}

/** Where the numbers of the line read last went; undefined when that is not clear of one of them. */
function fieldsOf(operands: readonly Operand[], { numbers }: Encoded): NumberPlace[] | undefined {
  const fields: NumberPlace[] = [];
  for (let number = 0; number < shape.count; number++) {
    const value = shape.numbers[number]!;
    const operand = shape.operandOf[number]!;
    if (number > 0 && shape.operandOf[number - 1] === operand) return undefined;
    if (!isNumber(operands[operand]!, value)) return undefined;
    const written = numbers.filter((field) => field.operand === operand);
    if (written.length > 1 || (written.length === 0 && !isExact(value))) return undefined;
    for (const { offset, sizeBytes } of written) fields.push({ number, offset, sizeBytes });
  }
  return fields;
}

/** Whether all that is a number in an operand is `value`. */
function isNumber(operand: Operand, value: number): boolean {
  if (operand.kind !== "memory" && operand.kind !== "immediate") return false;
  if (operand.kind === "immediate" && operand.farSegment !== undefined) return false;
  const { offset, segment, wrt, unknown } = operand.kind === "memory" ? operand.displacement : operand.value;
  return offset === BigInt(value) && segment === NO_SEGMENT && wrt === NO_SEGMENT && !unknown;
}

/** Where the registers of the line read last went: where the bytes differ when another one of the kind stands there. */
function placesOf(operands: readonly Operand[], encoded: Encoded, encode: EncodeWith): RegisterPlace[] | undefined {
  const places: RegisterPlace[] = [];
  for (let k = 0; k < shape.registerCount; k++) {
    const register = registers[shape.registers[k]!]!;
    const at = shape.registerOperand[k]!;
    const pair = (operands[at]!.kind === "register" ? operandKinds : addressKinds).get(register)?.pair;
    if (pair === undefined) continue;
    const [one, other] = pair.map((instead) => {
      const replaced = replaceRegister(operands[at]!, register, instead);
      return replaced && bytesWith(encode(operands.map((operand, index) => (index === at ? replaced : operand))));
    });
    const offsets = one && other && differences(one, other);
    if (offsets === undefined || one?.length !== encoded.bytes.length) return undefined;
    for (const { offset, shift } of offsets) places.push({ register: k, offset, shift, bits: register.number & 7 });
  }
  return places;
}

const bytesWith = (result: Encoded | EncodeFailure): Uint8Array | undefined =>
  result.ok && result.warnings.length === 0 && result.slots.length === 0 ? result.bytes : undefined;

/** An operand with another register; undefined when it does not have that one. */
function replaceRegister(operand: Operand, register: Register, instead: Register): Operand | undefined {
  if (operand.kind === "register") return operand.register === register ? { ...operand, register: instead } : undefined;
  if (operand.kind !== "memory" || (operand.base !== register && operand.index !== register)) return undefined;
  const { base, index } = operand;
  return { ...operand, base: base === register ? instead : base, index: index === register ? instead : index };
}

/** Which bits differ; undefined when the lengths do, or nothing. */
function differences(one: Uint8Array, other: Uint8Array): { offset: number; shift: number }[] | undefined {
  if (one.length !== other.length) return undefined;
  const found: { offset: number; shift: number }[] = [];
  for (let offset = 0; offset < one.length; offset++) {
    const bits = one[offset]! ^ other[offset]!;
    for (let shift = 0; shift < 8; shift++) if (bits & (1 << shift)) found.push({ offset, shift });
  }
  return found.length > 0 ? found : undefined;
}
