// Every case gives exactly the findings it plants, in every way of running it. The texts of the findings stand in
// cases.golden.txt, to be read.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { findingKinds } from "../../server/facts/findings.ts";
import { checkRun } from "./case-run.ts";
import { type Case, caseNamed, caseNames } from "./cases.ts";

const GOLDEN = "test/check/cases.golden.txt";
const CONFORMANCE = "docs/conformance.md";

const spokenCases: string[] = [];
/** Of all cases, for the tests at the end. */
const known: Pick<Case, "name" | "expected" | "lints">[] = [];
for (const name of caseNames("cases")) {
  test(`case ${name}`, () => {
    const one = caseNamed("cases", name);
    known.push({ name, expected: one.expected, lints: one.lints });
    spokenCases.push(checkRun(one));
  });
}
test("the findings read as the golden text says", () => {
  const text = `${spokenCases.join("\n")}\n`;
  if (process.env.UPDATE) writeFileSync(GOLDEN, text);
  assert.equal(text, readFileSync(GOLDEN, "utf8"));
});

/** What the run calls a kind that has a name of its own in the static layer. */
const RUN_KINDS: Readonly<Record<string, readonly string[]>> = {
  "wrong-abi": ["syscall-args", "syscall-bad-address"],
  "undivided-dividend": ["divide-error"],
  "push-pop-width": ["stack-imbalance"],
};

test("what the static layer says of a case, the run says too", () => {
  for (const { name, expected, lints } of known) {
    const kinds = new Set(expected.map((place) => place.split(": ")[1]));
    for (const lint of lints) {
      const kind = lint.split(": ")[1]!;
      assert.ok(
        (RUN_KINDS[kind] ?? [kind]).some((one) => kinds.has(one)),
        `${name}: ${lint}`,
      );
    }
  }
});

test("every kind has three programs", () => {
  const planted = known.flatMap(({ expected }) => [...new Set(expected.map((place) => place.split(": ")[1]))]);
  const few = Object.entries(findingKinds).filter(
    ([kind, { by }]) => by !== "check" && planted.filter((one) => one === kind).length < 3,
  );
  assert.deepEqual(few, []);
});

test("docs/conformance.md gives the number of places of each kind", () => {
  const counts = new Map<string, number>();
  for (const place of known.flatMap(({ expected }) => expected)) {
    const kind = place.split(": ")[1]!;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const counted = [...counts].map(([kind, count]) => `${kind} ${count}`).sort();
  const statics = Object.entries(findingKinds).flatMap(([kind, { by }]) =>
    by === "check" ? [`${kind} (static)`] : [],
  );
  const document = readFileSync(CONFORMANCE, "utf8");
  const now = document
    .replace(/^bad-size-arg \d.*$/m, `${[...counted, ...statics].join(", ")}.`)
    .replace(/^\d+ (programs with planted mistakes and) \d+/m, (_all, words) =>
      [caseNames("cases").length, words, caseNames("traps").length].join(" "),
    );
  if (process.env.UPDATE) writeFileSync(CONFORMANCE, now);
  assert.equal(document, now);
});
