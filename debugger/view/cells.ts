// Memory as variables: a cell of 1 … 16 bytes, or an array of them, with undefined bytes shown as ?? and pointers said in
// words. Every scope that shows memory builds its variables here.

import { SHADOW } from "../mem/layout.ts";
import { byteCount, floatText, hexText, integerText, stringText } from "./format.ts";
import { pointee } from "./pointee.ts";
import { type Cell, readCell, type Scene } from "./scene.ts";
import type { NumberFormat, Shape, Variable } from "./variable.ts";

/** NASM's size words. */
export const SIZE_WORDS: Readonly<Record<number, string>> = {
  1: "byte",
  2: "word",
  4: "dword",
  8: "qword",
  10: "tword",
  16: "oword",
  32: "yword",
};

/** "dword", "12 bytes". */
export const sizeWord = (sizeBytes: number): string => SIZE_WORDS[sizeBytes] ?? byteCount(sizeBytes);

/** How one cell is to be read. */
export interface CellSpec {
  readonly name: string;
  readonly address: number;
  readonly sizeBytes: number;
  readonly shape?: Shape;
  readonly format?: NumberFormat;
  readonly type?: string;
  /** Default: "dword [0x402000]". */
  readonly expression?: string;
}

/** A cell's text: its number and where it points; ?? for bytes never written. */
export function cellText(
  scene: Scene,
  spec: CellSpec,
  cell = readCell(scene.machine, spec.address, spec.sizeBytes),
): string {
  if (cell.state === "unmapped") return "not mapped";
  if (cell.state === "undefined") return "??";
  if (cell.state === "partial") return `${partialHex(scene, spec)} (partly undefined)`;
  return definedText(scene, spec, cell);
}

function definedText(scene: Scene, { sizeBytes, shape, format }: CellSpec, { value }: Cell): string {
  if (shape === "float" && (sizeBytes === 4 || sizeBytes === 8)) return floatText(value, sizeBytes === 4 ? 32 : 64);
  const points = sizeBytes === scene.wordBytes ? pointee(scene, value) : "";
  if (points !== "") return `${hexText(value)} ${points}`;
  const text = integerText(value, sizeBytes * 8, format);
  return sizeBytes === 1 && value >= 32n && value < 127n ? `${text} '${String.fromCharCode(Number(value))}'` : text;
}

/** "0x????002a": the undefined bytes as ??. */
function partialHex(scene: Scene, { address, sizeBytes }: CellSpec): string {
  const bytes = scene.machine.memory.peek(address, sizeBytes);
  const shadow = scene.machine.memory.shadowOf(address, sizeBytes);
  let text = "";
  bytes.forEach((byte, k) => {
    text = (shadow[k]! & SHADOW.undefined ? "??" : byte.toString(16).padStart(2, "0")) + text;
  });
  return `0x${text}`;
}

/** One cell as a variable that can be changed. */
export function cellVariable(scene: Scene, spec: CellSpec): Variable {
  const { name, address, sizeBytes } = spec;
  return {
    name,
    value: cellText(scene, spec),
    type: spec.type ?? sizeWord(sizeBytes),
    expression: spec.expression ?? `${sizeWord(sizeBytes)} [${hexText(address)}]`,
    address,
    place: { kind: "memory", address, sizeBytes, shape: spec.shape ?? "integer" },
  };
}

/** An array of equal cells. */
export interface ArraySpec extends CellSpec {
  /** `sizeBytes` is one element's. */
  readonly count: number;
}

const PREVIEW_ELEMENTS = 8;
const PAGE_ELEMENTS = 1000;

/** "{1, 2, 3, …}" with one child an element. */
export function arrayVariable(scene: Scene, spec: ArraySpec): Variable {
  const element = (index: number): CellSpec => ({
    name: `[${index}]`,
    address: spec.address + index * spec.sizeBytes,
    sizeBytes: spec.sizeBytes,
    ...(spec.shape ? { shape: spec.shape } : {}),
    ...(spec.format ? { format: spec.format } : {}),
  });
  const preview: string[] = [];
  for (let k = 0; k < Math.min(spec.count, PREVIEW_ELEMENTS); k++) {
    const { value, state } = readCell(scene.machine, element(k).address, spec.sizeBytes);
    preview.push(state === "defined" ? shortText(spec, value) : cellText(scene, element(k)));
  }
  return {
    name: spec.name,
    value: `{${preview.join(", ")}${spec.count > PREVIEW_ELEMENTS ? ", …" : ""}}`,
    type: spec.type ?? `${spec.count} × ${sizeWord(spec.sizeBytes)}`,
    expression: spec.expression ?? `${sizeWord(spec.sizeBytes)} [${hexText(spec.address)}]*${spec.count}`,
    address: spec.address,
    elementCount: spec.count,
    children: (start = 0, count = PAGE_ELEMENTS) => {
      const end = Math.min(spec.count, start + count);
      return Array.from({ length: Math.max(0, end - start) }, (_, k) => cellVariable(scene, element(start + k)));
    },
  };
}

/** A number inside a preview: decimal, since it is one of many. */
function shortText({ sizeBytes, shape, format }: CellSpec, value: bigint): string {
  if (shape === "float" && (sizeBytes === 4 || sizeBytes === 8)) return floatText(value, sizeBytes === 4 ? 32 : 64);
  const signed = BigInt.asIntN(sizeBytes * 8, value);
  const small = signed > -(1n << 31n) && signed < 1n << 31n;
  return format === "decimal" || small || sizeBytes < 8 ? signed.toString() : hexText(value);
}

/** Bytes as quoted text; with `untilZero` only up to the first zero byte. */
export function stringVariable(scene: Scene, spec: CellSpec & { readonly end?: "whole" | "zero" }): Variable {
  const bytes = scene.machine.memory.peek(spec.address, spec.sizeBytes);
  const zero = spec.end === "zero" ? bytes.indexOf(0) : -1;
  const shown = zero >= 0 ? bytes.subarray(0, zero) : bytes;
  const undefinedAll = readCell(scene.machine, spec.address, Math.min(spec.sizeBytes, 8)).state === "undefined";
  const array = arrayVariable(scene, { ...spec, sizeBytes: 1, count: spec.sizeBytes });
  return {
    ...array,
    value: undefinedAll ? "??" : stringText(shown),
    type: spec.type ?? `string, ${byteCount(spec.sizeBytes)}`,
    place: { kind: "memory", address: spec.address, sizeBytes: spec.sizeBytes, shape: "string" },
  };
}
