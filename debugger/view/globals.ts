// The Globals scope: each label of the data sections with a type inferred from what stands behind it. `msg db "hi",10` is a
// string, `arr dd 1,2,3` an array, `resq 10` an array of qwords, a label with several directives or dotted labels a tree.

import type { Image, ImageItem } from "../../server/obj/image.ts";
import { arrayVariable, cellVariable, sizeWord, stringVariable } from "./cells.ts";
import { byteCount } from "./format.ts";
import { isLocalLabel, type LabelSpan, labelSpans, lastAtOrBelow } from "./labels.ts";
import type { Scene } from "./scene.ts";
import type { NumberFormat, Shape, Variable } from "./variable.ts";

/** A run of equal elements behind a label. */
export interface DataRun {
  readonly address: number;
  readonly elementBytes: number;
  readonly count: number;
  readonly shape: Shape;
}

/** Labels of all sections that are not code, in address order. */
export function globalsScope(scene: Scene, format: NumberFormat = "hex"): readonly Variable[] {
  return labelSpans(scene.machine.image)
    .filter(({ section }) => !section.exec)
    .map((span) => globalVariable(scene, span, format));
}

/** One label's data as a variable. */
export function globalVariable(scene: Scene, span: LabelSpan, format: NumberFormat = "hex"): Variable {
  const { image } = scene.machine;
  const runs = dataRuns(image, span);
  const [first] = runs;
  const common = { name: span.name, expression: span.name };
  if (!first) {
    const sizeBytes = Math.max(0, span.end - span.start);
    if (sizeBytes === 0) return { ...common, value: "", type: "label", address: span.start };
    return { ...stringVariable(scene, { ...common, address: span.start, sizeBytes }), type: byteCount(sizeBytes) };
  }
  if (runs.length === 1 && fieldsOf(image, span).length === 0) return runVariable(scene, first, { ...common, format });
  return structVariable(scene, { span, runs, format });
}

/** What the directives of a label wrote, neighbours of one kind joined. */
export function dataRuns(image: Image, span: LabelSpan): readonly DataRun[] {
  const runs: DataRun[] = [];
  let index = image.items.findIndex((item) => item.address >= span.start);
  for (; index >= 0 && index < image.items.length; index++) {
    const item = image.items[index]!;
    if (item.address >= span.end) break;
    if (item.kind !== "data" && item.kind !== "reserve") continue;
    const run = runOf(item);
    const before = runs.at(-1);
    if (before && joins(image, before, run)) {
      runs[runs.length - 1] = { ...before, count: before.count + run.count };
    } else if (run.count > 0) {
      runs.push(run);
    }
  }
  return runs;
}

function runOf(item: ImageItem): DataRun {
  const elementBytes = Math.max(1, item.elementSizeBytes);
  const shape = item.dataKind === "float" ? "float" : item.dataKind === "string" ? "string" : "integer";
  return { address: item.address, elementBytes, count: Math.floor(item.sizeBytes / elementBytes), shape };
}

function joins(image: Image, before: DataRun, run: DataRun): boolean {
  const end = before.address + before.elementBytes * before.count;
  const equal = before.elementBytes === run.elementBytes && (before.shape === run.shape || stringTail(before, run));
  return equal && end === run.address && !localLabelAt(image, run.address);
}

/** `db "text"` followed by `db 10, 0` is one string. */
const stringTail = (before: DataRun, run: DataRun): boolean =>
  before.elementBytes === 1 && before.shape === "string" && run.shape === "integer" && run.count <= 2;

function localLabelAt(image: Image, address: number): string | undefined {
  return image.symbols.find((symbol) => symbol.address === address && isLocalLabel(symbol.name) && symbol.section >= 0)
    ?.name;
}

/** Dotted labels inside a span: the fields of a structure. */
function fieldsOf(image: Image, span: LabelSpan): readonly { readonly name: string; readonly address: number }[] {
  return image.symbols
    .filter((symbol) => symbol.section >= 0 && symbol.address >= span.start && symbol.address < span.end)
    .filter((symbol) => symbol.name.startsWith(`${span.name}.`))
    .map((symbol) => ({ name: symbol.name.slice(span.name.length), address: symbol.address }));
}

interface RunNaming {
  readonly name: string;
  readonly expression: string;
  readonly format: NumberFormat;
}

function runVariable(scene: Scene, run: DataRun, naming: RunNaming): Variable {
  const { address, elementBytes, count, shape } = run;
  if (elementBytes === 1 && (shape === "string" || looksLikeText(scene, run))) {
    const end = shape === "string" ? "whole" : "zero";
    const type = shape === "string" ? `string, ${byteCount(count)}` : byteCount(count);
    return stringVariable(scene, { ...naming, address, sizeBytes: count, end, type });
  }
  const cell = { ...naming, address, sizeBytes: elementBytes, shape: shape === "float" ? shape : ("integer" as const) };
  if (count === 1) return cellVariable(scene, cell);
  return arrayVariable(scene, { ...cell, count, type: `${count} ${sizeWord(elementBytes)}s` });
}

/** A byte buffer that holds text now: at least four printable bytes and then a zero, a newline or its end. */
function looksLikeText(scene: Scene, run: DataRun): boolean {
  const bytes = scene.machine.memory.peek(run.address, Math.min(run.count, 256));
  const end = bytes.findIndex((byte) => byte !== 9 && byte !== 10 && byte !== 13 && (byte < 32 || byte >= 127));
  const length = end < 0 ? bytes.length : end;
  return length >= 4 && (end < 0 || bytes[end] === 0);
}

function structVariable(
  scene: Scene,
  { span, runs, format }: { span: LabelSpan; runs: readonly DataRun[]; format: NumberFormat },
): Variable {
  const fields = [...fieldsOf(scene.machine.image, span)].sort((a, b) => a.address - b.address);
  const last = runs.at(-1)!;
  const sizeBytes = last.address + last.elementBytes * last.count - span.start;
  const children = () =>
    runs.map((run) => {
      const field = lastAtOrBelow(fields, run.address, (element) => element.address);
      const named = field && field.address === run.address;
      const offset = run.address - span.start;
      const name = named ? field.name : `+${offset}`;
      const expression = named ? span.name + field.name : `${sizeWord(run.elementBytes)} [${span.name}+${offset}]`;
      return runVariable(scene, run, { name, expression, format });
    });
  const preview =
    runs.length <= 8
      ? `{${children()
          .map((c) => `${c.name} ${c.value}`)
          .join(", ")}}`
      : byteCount(sizeBytes);
  return {
    name: span.name,
    value: preview.length > 120 ? byteCount(sizeBytes) : preview,
    type: byteCount(sizeBytes),
    expression: span.name,
    address: span.start,
    children,
  };
}
