// No trap is accused of anything, in whatever way it runs: correct programs that look suspicious. Beside the cases in a file
// of its own, so that both run at once.

import assert from "node:assert/strict";
import { test } from "node:test";
import { checkRun } from "./case-run.ts";
import { caseNamed, caseNames } from "./cases.ts";

for (const name of caseNames("traps")) {
  test(`trap ${name}`, () => {
    const one = caseNamed("traps", name);
    assert.deepEqual(one.expected, []);
    checkRun(one);
    assert.deepEqual(one.lints, []);
  });
}
