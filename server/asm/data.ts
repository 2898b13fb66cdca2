// db … dz and incbin: how many bytes they are, and the bytes.
// Source: NASM manual, 3.2.1 "Dx", 3.2.3 "INCBIN".

import { ByteWriter } from "../base/byte-writer.ts";
import { NO_SEGMENT, type Value } from "../isa/insn.ts";
import { evaluate, tellNotes } from "./expression.ts";
import { floatConstant, floatShapeOfSize } from "./float.ts";
import { displayText, textToBytes } from "./lexer.ts";
import { immediateValue, type OperandScope } from "./operand.ts";
import { numberBytes, putAddress, putBytes, putReserve, repeatBytes, timesPossible } from "./output.ts";
import { complain, moveOn, type State } from "./state.ts";
import type { DataNode } from "./statement.ts";
import * as v from "./vector.ts";

/** One element with the values of a pass. */
export type DataElement =
  | {
      readonly kind: "bytes";
      readonly bytes: Uint8Array;
      /** Zeros behind them up to a whole number of elements. */
      readonly padding: number;
      readonly count: number;
      readonly node: DataNode;
    }
  | {
      readonly kind: "number";
      readonly value: Value;
      /** `label - $`: counts from the current segment. */
      readonly selfRelative: boolean;
      readonly elementBytes: number;
      readonly count: number;
      readonly node: DataNode;
    }
  | { readonly kind: "reserve"; readonly size: number; readonly elementBytes: number }
  | { readonly kind: "list"; readonly elements: readonly DataElement[]; readonly count: number };

const COUNT_MAX = 2 ** 40;

/** Evaluates the elements; undefined when an error makes the statement void. `operands` counts them, also void ones. */
export function resolveData(
  state: State,
  items: readonly DataNode[],
  scope: OperandScope,
): { readonly elements: DataElement[]; readonly operands: number } | undefined {
  const elements: DataElement[] = [];
  let operands = 0;
  for (const node of items) {
    let count = 1;
    for (const { count: expression, at } of node.counts) {
      const factor = resolveCount(expression, at, scope);
      if (factor === undefined) return undefined;
      count *= factor;
    }
    tellNotes(node.notes, scope);
    const { value } = node;
    if (value.kind === "failure") {
      scope.error(value.message, node.at);
      return undefined;
    }
    if (value.kind !== "nothing") operands++;
    const resolved = resolveElement(state, node, Math.min(count, COUNT_MAX), scope);
    if (resolved === "failed") return undefined;
    if (!resolved || count === 0) continue;
    addElement(elements, resolved);
  }
  return { elements: elements.slice(), operands };
}

/** Neighbouring reservations of one size are one. */
function addElement(elements: DataElement[], element: DataElement): void {
  const last = elements.at(-1);
  if (element.kind === "reserve" && last?.kind === "reserve" && last.elementBytes === element.elementBytes) {
    elements[elements.length - 1] = { ...last, size: last.size + element.size };
  } else elements.push(element);
}

function resolveCount(expression: Parameters<typeof evaluate>[0], at: number, scope: OperandScope): number | undefined {
  const value = evaluate(expression, scope);
  if (!value) return undefined;
  if (!v.isSimple(value)) {
    scope.error("non-constant argument supplied to DUP", at);
    return undefined;
  }
  const count = v.numberOf(value);
  if (count < 0n) {
    scope.error("negative argument supplied to DUP", at);
    return undefined;
  }
  return Number(count);
}

function resolveElement(
  state: State,
  node: DataNode,
  count: number,
  scope: OperandScope,
): DataElement | "failed" | undefined {
  const { value, elementBytes } = node;
  switch (value.kind) {
    case "string":
      return stringElement(textToBytes(value.bytes), count, node);
    case "float": {
      const bytes = floatBytes(state, node, value.text, value.negative, scope);
      return bytes && { kind: "bytes", bytes, padding: 0, count, node };
    }
    case "reserve":
      return { kind: "reserve", size: elementBytes * count, elementBytes };
    case "list": {
      const inside = resolveData(state, value.items, scope);
      if (!inside) return "failed";
      return inside.elements.length > 0 ? { kind: "list", elements: inside.elements, count } : undefined;
    }
    case "number":
      return resolveNumber(state, node, value.expression, count, scope);
    case "error":
      scope.error(value.message, node.at);
      return undefined;
    default:
      return undefined;
  }
}

function resolveNumber(
  state: State,
  node: DataNode,
  expression: Parameters<typeof evaluate>[0],
  count: number,
  scope: OperandScope,
): DataElement | "failed" {
  scope.forward = false;
  const vector = evaluate(expression, scope);
  if (!vector) return "failed";
  const value = isStorable(vector, scope) ? immediateValue(vector, scope.forward, scope) : undefined;
  if (!value) {
    const message = "expression is not simple or relocatable";
    complain(state, { severity: "error", code: "not-relocatable", message }, node.at, node.end);
  }
  return {
    kind: "number",
    value: value ?? { offset: 0n, segment: NO_SEGMENT, wrt: NO_SEGMENT, forward: false, unknown: false },
    selfRelative: v.isSelfRelative(vector, scope.segment),
    elementBytes: node.elementBytes,
    count,
    node,
  };
}

/** What data can hold: a number, an address, an address minus `$`. Stricter than what instructions take. */
function isStorable(vector: v.Vector, scope: OperandScope): boolean {
  if (v.isUnknown(vector)) return !vector.some((term) => term.register && term.value !== 0n);
  const multiple = vector.some(({ type, value }) => type >= v.SEGMENT && value !== 0n && value !== 1n && value !== -1n);
  return !multiple && v.isRelocatable(vector, scope.segment);
}

/** A string fills whole elements. */
function stringElement(bytes: Uint8Array, count: number, node: DataNode): DataElement {
  const rest = bytes.length % node.elementBytes;
  return { kind: "bytes", bytes, padding: rest === 0 ? 0 : node.elementBytes - rest, count, node };
}

function floatBytes(
  state: State,
  node: DataNode,
  text: string,
  negative: boolean,
  scope: OperandScope,
): Uint8Array | undefined {
  const shape = floatShapeOfSize(node.elementBytes);
  if (!shape) {
    scope.error(`no ${8 * node.elementBytes}-bit floating-point format supported`, node.at);
    return undefined;
  }
  const report = {
    error: (message: string) => scope.error(message, node.at),
    warn: (code: string, message: string) => scope.warn(code, message, node.at),
  };
  const bits = floatConstant(text, negative, shape, report, state.floatMode);
  if (bits === undefined) return undefined;
  const bytes = new Uint8Array(shape.sizeBytes);
  for (let k = 0; k < shape.sizeBytes; k++) bytes[k] = Number((bits >> BigInt(8 * k)) & 255n);
  return bytes;
}

/** Bytes that the elements take. */
export function dataSize(elements: readonly DataElement[]): number {
  let size = 0;
  for (const element of elements) {
    if (element.kind === "reserve") size += element.size;
    else if (element.kind === "bytes") size += (element.bytes.length + element.padding) * element.count;
    else if (element.kind === "number") size += element.elementBytes * element.count;
    else size += dataSize(element.elements) * element.count;
  }
  return size;
}

/** One piece of space, however often: NASM reserves it at once. */
const isReserve = (element: DataElement): boolean =>
  element.kind === "reserve" ||
  (element.kind === "list" && element.elements.length === 1 && isReserve(element.elements[0]!));

/** Whether the elements are the same bytes wherever they stand. */
const isFixed = (elements: readonly DataElement[]): boolean =>
  elements.every((element) => {
    if (element.kind === "list") return isFixed(element.elements);
    if (element.kind !== "number") return element.kind === "bytes";
    const { segment, wrt } = element.value;
    return segment === NO_SEGMENT && wrt === NO_SEGMENT && !element.selfRelative && element.elementBytes <= 8;
  });

/** The bytes of elements that are the same wherever they stand, as long as there is nothing to say about them. */
export function fixedBytes(elements: readonly DataElement[]): Uint8Array | undefined {
  const writer = new ByteWriter();
  for (const element of elements) {
    if (element.kind === "bytes" && element.count === 1) {
      writer.bytes(element.bytes);
      writer.fill(0, element.padding);
    } else {
      const plain = element.kind === "number" && element.count === 1 && isFixed([element]);
      if (!plain || !fits(element.value.offset, element.elementBytes)) return undefined;
      writer.bytes(numberBytes(element.value.offset, element.elementBytes));
    }
  }
  return writer.finish();
}

/** Writes the elements `count` times: one by one as long as there is something to say about them, then as copies. */
export function putRepeated(state: State, elements: readonly DataElement[], sizeBytes: number, count: number): void {
  for (let k = 0; k < count; k++) {
    const said = state.reporter.count;
    putData(state, elements);
    const quiet = state.reporter.count === said && isFixed(elements);
    if (quiet && k + 1 < count && repeatBytes(state, sizeBytes, count - 1 - k)) return;
  }
}

/** Writes the elements in the last pass. */
export function putData(state: State, elements: readonly DataElement[]): void {
  for (const element of elements) {
    if (element.kind === "reserve" || isReserve(element)) {
      putReserve(state, dataSize([element]));
      continue;
    }
    const each = dataSize([{ ...element, count: 1 }]);
    const possible = timesPossible(state, each, element.count);
    if (possible > 1 && isFixed([element])) {
      putRepeated(state, [{ ...element, count: 1 }], each, possible);
      moveOn(state, each * (element.count - possible));
      continue;
    }
    for (let k = 0; k < possible; k++) {
      if (element.kind === "list") putData(state, element.elements);
      else if (element.kind === "bytes") {
        putBytes(state, element.bytes);
        if (element.padding > 0) putBytes(state, new Uint8Array(element.padding));
      }
      if (element.kind !== "number") continue;
      putNumberElement(state, element);
      // What cannot be said of one element is not said of its copies.
      if (element.elementBytes > 8) break;
    }
    moveOn(state, each * (element.count - possible));
  }
}

function putNumberElement(state: State, element: DataElement & { kind: "number" }): void {
  const { value, elementBytes, node } = element;
  if (elementBytes > 8) {
    const message = `integer supplied as ${8 * elementBytes}-bit data`;
    complain(state, { severity: "error", code: "data-size", message }, node.at, node.end);
    moveOn(state, elementBytes);
    return;
  }
  const known = value.segment === NO_SEGMENT && value.wrt === NO_SEGMENT && !element.selfRelative;
  if (known && fits(value.offset, elementBytes)) {
    putBytes(state, numberBytes(value.offset, elementBytes));
    return;
  }
  putAddress(state, {
    sizeBytes: elementBytes,
    offset: element.selfRelative ? value.offset + BigInt(state.section?.offset ?? 0) : value.offset,
    shown: value.offset,
    segment: value.segment,
    wrt: value.wrt,
    kind: element.selfRelative ? "relative" : "absolute",
    sign: "either",
    distance: 0,
    words: node,
  });
}

function fits(value: bigint, elementBytes: number): boolean {
  if (elementBytes === 8) return true;
  const limit = 1n << BigInt(8 * elementBytes);
  return value >= -limit && value < limit;
}

/** The bytes of an `incbin`, undefined after an error (or while the host fetches the file). */
export function incbinBytes(
  state: State,
  items: readonly DataNode[],
  times: number,
  scope: OperandScope,
): Uint8Array | undefined {
  const [name, skip, length] = items;
  const refuse = (message: string): undefined => {
    complain(state, { severity: "error", code: "incbin", message }, name?.at ?? 0, items.at(-1)?.end);
    return undefined;
  };
  const isNumber = (item: DataNode | undefined) => item === undefined || item.value.kind === "number";
  const numbers: (number | undefined)[] = [];
  for (const { value, notes } of items) {
    tellNotes(notes, scope);
    if (value.kind === "failure") return refuse(value.message);
    const vector = value.kind === "number" ? evaluate(value.expression, scope) : [];
    if (!vector) return undefined;
    if (!v.isRelocatable(vector, scope.segment)) refuse("expression is not simple or relocatable");
    numbers.push(value.kind === "number" ? Number(v.numberOf(vector)) : undefined);
  }
  if (name?.value.kind !== "string") return refuse("`incbin' expects a file name");
  if (!isNumber(skip)) return refuse("`incbin': second parameter is non-numeric");
  if (!isNumber(length)) return refuse("`incbin': third parameter is non-numeric");
  if (items.length > 3) return refuse("`incbin': more than three parameters");
  if (times === 0) return undefined;
  const file = readBinary(state, displayText(name.value.bytes));
  if (file === "pending") return undefined;
  if (file === "missing") {
    // NASM tries, and complains, each time.
    const message = `\`incbin': unable to get length of file \`${name.value.bytes}'`;
    for (let k = 0; k < Math.min(times, COMPLAINTS_MAX); k++) refuse(message);
    return undefined;
  }
  const start = Math.min(numbers[1] ?? 0, file.length);
  const end = numbers[2] === undefined ? file.length : Math.min(file.length, start + numbers[2]);
  if (start < 0) {
    const message = `\`incbin': unable to seek on file \`${name.value.bytes}'`;
    complain(state, { severity: "error", code: "incbin", message, when: "final" }, name.at, items.at(-1)!.end);
    return undefined;
  }
  return file.subarray(start, Math.max(start, end));
}

/** `times 1000000` of a file that is not there need not say so a million times. */
const COMPLAINTS_MAX = 1_000;

function readBinary(state: State, name: string): Uint8Array | "missing" | "pending" {
  const known = state.binaries.get(name);
  if (known !== undefined) return known;
  const request = { name, from: state.line.file, kind: "incbin" } as const;
  const answer = state.options.reader(request);
  if (answer === "pending") state.pendingFiles.push(request);
  const result = typeof answer === "string" ? answer : answer.bytes;
  state.binaries.set(name, result);
  return result;
}
