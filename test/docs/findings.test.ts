// Every finding kind has a page in docs/findings, and its example gives exactly that finding at the line that says so.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { createMachine } from "../../debugger/machine/create.ts";
import { prepareProgram } from "../../debugger/program/prepare.ts";
import { type FindingName, findingKinds } from "../../server/facts/findings.ts";
import { lint } from "../../server/lint/lint.ts";
import { placesOf, runOut } from "../check/cases.ts";

const kinds = Object.keys(findingKinds) as FindingName[];
const isStatic = (kind: FindingName): boolean => findingKinds[kind].by === "check";
/** What follows from the mistake at the same line: the crash it ends in, the block that a lost block was lost with. */
const ALONGSIDE: Readonly<Partial<Record<FindingName, string>>> = {
  "leak-indirect": "leak-definite",
  "partial-unmap": "use-after-unmap",
  "stack-imbalance": "null-jump",
  "ret-from-entry": "null-jump",
  "uninit-jump": "null-jump",
  // The assembler's own words for the same.
  "data-overflow": "number-overflow",
  "imm64-to-memory": "number-overflow",
  "missing-extern": "symbol-not-defined",
};

function program(text: string) {
  const prepared = prepareProgram({
    files: [{ name: "example.asm", bytes: new TextEncoder().encode(text) }],
    readerFor: () => () => "missing",
    purpose: "run",
    assembler: { timeSeconds: 0 },
  });
  const isMissing = prepared.diagnostics.some(({ code }) => code === "symbol-not-defined");
  assert.ok(
    prepared.image ?? isMissing,
    prepared.problem ?? prepared.diagnostics.map(({ message }) => message).join("; "),
  );
  return prepared;
}

function staticPlaces(text: string): string[] {
  const prepared = program(text);
  const lints = prepared.assemblies.flatMap((assembly) => lint(assembly, { bits: prepared.bits }));
  return [...prepared.diagnostics, ...lints].map(({ lineNumber, code }) => `${lineNumber}: ${code}`);
}

function runPlaces(text: string): string[] {
  const machine = createMachine({
    image: program(text).image!,
    args: [],
    environment: {},
    check: "full",
    core: "step",
    seed: 0,
    foldBytes: 2 ** 25,
    maxMemoryBytes: 2 ** 25,
    host: { readInput: () => new Uint8Array(), writeOutput() {} },
  });
  runOut(machine);
  return placesOf(machine);
}

test("exactly one page for each kind", () => {
  assert.deepEqual(readdirSync("docs/findings").sort(), kinds.map((kind) => `${kind}.md`).sort());
});

for (const kind of kinds) {
  test(`the example of ${kind}`, () => {
    const page = readFileSync(`docs/findings/${kind}.md`, "utf8");
    assert.ok(page.startsWith(`# ${kind}\n\n${findingKinds[kind].title}. Severity ${findingKinds[kind].severity};`));
    assert.equal(/by the editor and `asmoscope check`/.test(page), findingKinds[kind].by !== "run");
    assert.equal(/reported while the program runs/.test(page), !isStatic(kind));
    const example = /```nasm\n([\s\S]*?)```/.exec(page)![1]!;
    const line = example.split("\n").findIndex((text) => text.endsWith("; <-- here")) + 1;
    const expected = [kind, ALONGSIDE[kind]].flatMap((one) => (one ? [`${line}: ${one}`] : []));
    const found = new Set(isStatic(kind) ? staticPlaces(example) : runPlaces(example));
    assert.deepEqual([...found].sort(), expected.sort());
    assert.ok(
      isStatic(kind) ||
        runPlaces(`${example.replace("; <-- here", `; asmoscope: ignore ${kind}`)}`).every(
          (place) => place !== `${line}: ${kind}`,
        ),
    );
  });
}
