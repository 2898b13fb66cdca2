// Which findings a baseline knows: by function and text without regard to blanks, on as many lines as it counts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceFromText } from "../../server/base/source.ts";
import {
  type Baseline,
  baselineText,
  isKnown,
  labelAbove,
  type PlacedEntry,
  readBaseline,
} from "../../server/facts/baseline.ts";

const entry = { kind: "leak-definite", file: "a.asm", label: "main", line: "ret", allocated: "call malloc" };
const at = (place: string, more: object = {}): PlacedEntry => ({ entry: { ...entry, ...more }, place });

function read(value: unknown): Baseline {
  const baseline = readBaseline(typeof value === "string" ? value : JSON.stringify({ version: 1, findings: value }));
  assert.ok(typeof baseline !== "string", String(baseline));
  return baseline;
}

test("as many lines are known as are counted, and each of them however often", () => {
  const baseline = read(baselineText([at("1"), at("2"), at("2")]));
  const asked = ["5", "5", "6", "7", "6", "7"].map((place) => isKnown(baseline, at(place)));
  assert.deepEqual(asked, [true, true, true, false, true, false]);
  assert.equal(isKnown(baseline, at("8", { label: "other" })), false);
  assert.equal(isKnown(baseline, at("8", { label: undefined })), false);
});

test("an entry without label and count is known everywhere", () => {
  const { label: _, ...old } = entry;
  const baseline = read([old]);
  for (const label of ["main", "other", undefined])
    for (const place of ["1", "2"]) assert.ok(isKnown(baseline, at(place, { label })));
  assert.ok(!isKnown(baseline, at("1", { line: "ret 8" })));
});

test("blanks make no difference outside of texts", () => {
  const baseline = read([
    { ...entry, line: "mov al,[ rbx ]" },
    { ...entry, line: "mov al, ' '" },
  ]);
  assert.ok(isKnown(baseline, at("1", { line: "mov  al, [rbx]" })));
  assert.ok(isKnown(baseline, at("1", { line: "mov al,' '" })));
  assert.ok(!isKnown(baseline, at("1", { line: "mov al,'  '" })));
});

test("the function of a line", () => {
  const lines = ["nop", "size: equ 4", "main: nop", ".loop: nop", "; no: label", "$next :", "  %%own: nop", "ret"];
  const source = sourceFromText("a.asm", lines.join("\n"));
  const names = lines.map((_, k) => labelAbove({ source, start: source.lineStarts[k]!, end: source.lineStarts[k]! }));
  assert.deepEqual(names, [undefined, undefined, "main", "main", "main", "$next", "$next", "$next"]);
});

test("the function of a line whose labels have no colons", () => {
  const lines = [
    ...[
      "global _start, put",
      "%macro put2 1",
      "nop",
      "%endmacro",
      "_start",
      " put2 add",
      "call first ; nop",
      "nop",
      "ret",
    ],
    ...[
      "first push rbp",
      "lea rdi, [rel second]",
      "ret",
      "size equ 4",
      "mov eax, size",
      "\tsecond\t",
      "apply add, ret",
    ],
    ...["ret", "put ; nop", "rep movsb", "lock inc dword [rdi]", "fifth dd 1", "mov ecx, [fifth]"],
  ];
  const source = sourceFromText("a.asm", lines.join("\n"));
  const names = source.lineStarts.map((start) => labelAbove({ source, start, end: start }));
  const spans: readonly (readonly [number, string | undefined])[] = [
    ...([
      [4, undefined],
      [5, "_start"],
      [5, "first"],
      [3, "second"],
      [3, "put"],
      [2, "fifth"],
    ] as const),
  ];
  assert.deepEqual(
    names,
    spans.flatMap(([count, name]) => Array.from({ length: count }, () => name)),
  );
});
