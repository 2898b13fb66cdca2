// Findings of a run as problems of the files: each once, bounded, with their whole explanation and the instants they name.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createFindingMarks, explanation, instantsOf, MARKS_PER_FILE, restText } from "../../client/finding-marks.ts";

const location = "/work/many.asm";

const leak = (line: number, block: number) => ({
  ...{ kind: "leak-definite", severity: "error" as const, location, line, time: 900 },
  message: `Block #${block} of 24 bytes is lost.`,
  details: ["It was allocated at line 9.", "Free it."],
  related: [{ what: "allocated", time: block, location, line: 9 }],
});

test("what was found twice at one line stands there once, and only files with additions are set again", () => {
  const marks = createFindingMarks<string>();
  assert.equal(marks.add(leak(3, 1), "a"), true);
  assert.deepEqual(marks.changed(), [location]);
  assert.equal(marks.add(leak(3, 1), "a"), false);
  assert.deepEqual(marks.changed(), []);
  assert.equal(marks.add(leak(4, 1), "a"), true);
  assert.equal(marks.add({ ...leak(3, 1), kind: "leak-possible" }, "a"), true);
  assert.deepEqual(marks.changed(), [location]);
  assert.deepEqual(
    marks.of(location)?.marks.map(({ finding }) => [finding.kind, finding.line]),
    [
      ["leak-definite", 3],
      ["leak-definite", 4],
      ["leak-possible", 3],
    ],
  );
  marks.drop(location);
  assert.equal(marks.of(location), undefined);
  assert.equal(marks.add(leak(3, 1), "a"), true, "after an edit the file begins anew");
});

test("a finding that is told again with more places replaces the first, one with no more does not", () => {
  const marks = createFindingMarks<string>();
  const lost = { what: "last pointer lost", time: 20, location, line: 14 };
  const more = { ...leak(3, 1), related: [...leak(3, 1).related, lost] };
  marks.add(leak(3, 1), "a");
  marks.add(leak(4, 2), "a");
  marks.changed();
  assert.equal(marks.add(more, "a"), true);
  assert.deepEqual(marks.changed(), [location]);
  assert.deepEqual(
    marks.of(location)?.marks.map(({ finding }) => finding.related.length),
    [2, 1],
  );
  assert.equal(marks.add(more, "a"), false);
  assert.equal(marks.add(leak(3, 1), "a"), false);
  assert.deepEqual(marks.changed(), []);
});

test("what a run found from an instant on is taken back, and may be found again", () => {
  const marks = createFindingMarks<string>();
  const early = { ...leak(3, 1), time: 40 };
  for (const finding of [early, leak(4, 2), leak(5, 3)]) marks.add(finding, "a");
  marks.add(leak(6, 4), "b");
  marks.changed();
  marks.takeBack("a", 41);
  assert.deepEqual(marks.changed(), [location]);
  assert.deepEqual(
    marks.of(location)?.marks.map(({ finding }) => finding.line),
    [3, 6],
  );
  assert.equal(marks.add(leak(4, 2), "a"), true);
  marks.takeBack("a", 901);
  assert.deepEqual([marks.of(location)?.marks.length, marks.changed()], [3, [location]]);
});

test("beyond the limit findings are counted, at the line of the first that is left out", () => {
  const marks = createFindingMarks<string>();
  const all = MARKS_PER_FILE + 1234;
  for (let block = 1; block <= all; block++) marks.add(leak(block, block), "a");
  const file = marks.of(location);
  assert.equal(file?.marks.length, MARKS_PER_FILE);
  assert.deepEqual([file?.rest?.count, file?.rest?.first.line], [1234, MARKS_PER_FILE + 1]);
  assert.equal(restText(1234), "And 1,234 more findings in this file; the first of them stands here.");
  assert.equal(restText(1), "And 1 more finding in this file; the first of them stands here.");
  marks.clear();
  assert.deepEqual([marks.of(location), marks.changed()], [undefined, []]);
});

test("a problem says all that the exception says, and its instants can be travelled to", () => {
  const finding = leak(3, 7);
  assert.equal(explanation(finding), "Block #7 of 24 bytes is lost.\nIt was allocated at line 9.\nFree it.");
  const twice = {
    ...finding,
    related: [...finding.related, ...finding.related, { what: "last pointer lost", time: 1234 }],
  };
  assert.deepEqual(instantsOf(twice), [
    { title: "Go to the instant: allocated (after 7 instructions)", time: 7 },
    { title: "Go to the instant: last pointer lost (after 1,234 instructions)", time: 1234 },
    { title: "Go to the instant: leak-definite (after 900 instructions)", time: 900 },
  ]);
});
