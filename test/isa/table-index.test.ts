// What is written down of the table so that a short program need not make all of it: the keys of each family, and which
// records have rows at an opcode. UPDATE=1 writes it anew.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { opcodePlace } from "../../server/isa/decode-index.ts";
import { codeOf } from "../../server/isa/form.ts";
import { readRows } from "../../server/isa/notation.ts";
import type { Family, Instruction } from "../../server/isa/table/instruction.ts";
import {
  assembledFamilies,
  type Entry,
  entries,
  entriesOf,
  entryOf,
  executedFamilies,
  isTableMnemonic,
} from "../../server/isa/table.ts";

/** Looked up first, while they are still searched for one by one. */
const early = "mov movsd cmpsd movq aaa je cmovbe vpermd cmpeqps prefetchw vmovsd sidt hint_nop0 bndmk".split(" ");
const earlyNames = new Map(early.map((name) => [name, entriesOf(name)]));
const earlyKeys = new Map(
  [...early, "movsd_xmm", "cmpsd_xmm", "arithmetic", "nothing"].map((key) => [key, entryOf(key)]),
);

const families: Readonly<Record<string, () => Family>> = { ...executedFamilies, ...assembledFamilies };

function keysOf(family: Family): string {
  return Object.entries(family)
    .map(([key, { name }]) => (name === undefined ? key : `${key}=${name}`))
    .join(" ");
}

const conditionOf = (instruction: Instruction): number =>
  "condition" in instruction ? (instruction.condition as number) : 0;

/** Keys by place: "legacy0" to a list of 256. */
function opcodeKeys(): Map<string, string[][]> {
  const found = new Map<string, string[][]>();
  for (const [family, records] of Object.entries(families)) {
    if (family === "pseudo") continue;
    for (const [key, instruction] of Object.entries(records())) {
      const name = instruction.name ?? key;
      for (const form of readRows(name, instruction.rows, conditionOf(instruction))) {
        const place = opcodePlace(codeOf(form));
        if (place === undefined) continue;
        const map = `${place.space}${place.map}`;
        const lists = found.get(map) ?? Array.from({ length: 256 }, () => []);
        found.set(map, lists);
        for (let k = 0; k < (place.plusIndexed ? 8 : 1); k++) {
          const list = lists[place.opcode + k]!;
          if (list.at(-1) !== key) list.push(key);
        }
      }
    }
  }
  return found;
}

/** The module's text. */
function written(): string {
  const quoted = (name: string): string => (/^\w+$/.test(name) ? name : JSON.stringify(name));
  const keys = Object.entries(families).map(([family, records]) => `  ${quoted(family)}: "${keysOf(records())}",`);
  const opcodes = [...opcodeKeys()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([map, lists]) => `  ${map}: "${lists.map((list) => list.join(" ")).join("|")}",`);
  return [
    "// What must be known of the table before any of its records is made. Written by test/isa/table-index.test.ts (UPDATE=1).",
    "",
    '/** The keys of each family\'s records, in order; "key=name" where the mnemonic is another. */',
    "// biome-ignore format: one family a line",
    "export const familyKeys: Readonly<Record<string, string>> = {",
    ...keys,
    "};",
    "",
    "/** For each opcode map, by opcode: the keys of records with rows there, in the table's order. */",
    "// biome-ignore format: one map a line",
    "export const opcodeKeys: Readonly<Record<string, string>> = {",
    ...opcodes,
    "};",
    "",
  ].join("\n");
}

test("the index of the table is that of its rows", () => {
  const path = join("server", "isa", "table-index.ts");
  const expected = written();
  if (process.env.UPDATE) writeFileSync(path, expected);
  assert.equal(
    readFileSync(path, "utf8") === expected,
    true,
    "server/isa/table-index.ts is old: UPDATE=1 writes it anew",
  );
});

test("records that are searched for are those that everybody knows later", () => {
  const all: readonly Entry[] = [...entries()];
  for (const [key, entry] of earlyKeys)
    assert.equal(
      entry,
      all.find((other) => other.key === key),
    );
  for (const [name, found] of earlyNames) assert.deepEqual(found, entriesOf(name));
  assert.deepEqual(
    entriesOf("movsd").map(({ key, family }) => `${key} ${family}`),
    ["movsd string", "movsd_xmm sse"],
  );
  for (const word of ["", " ", "mov mov", "arithmetic:", "=movsd", "\n"]) assert.equal(isTableMnemonic(word), false);
});
