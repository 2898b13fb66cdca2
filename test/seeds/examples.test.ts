// Every program in examples/: what the run says of it stands in examples.golden.txt; a mended one has no finding at all.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { runText, seenText } from "./run.ts";

const GOLDEN = "test/seeds/examples.golden.txt";
const names = readdirSync("examples").filter((name) => name.endsWith(".asm"));

test("each example runs, stops and is explained as its golden text says", () => {
  const seen = names.map((name) => ({ name, seen: runText(name, readFileSync(join("examples", name), "utf8")) }));
  const text = `${seen.map((one) => seenText(one.name, one.seen)).join("\n")}\n`;
  if (process.env.UPDATE) writeFileSync(GOLDEN, text);
  assert.equal(text, readFileSync(GOLDEN, "utf8"));
  for (const one of seen.filter(({ name }) => name.includes("mended"))) {
    assert.deepEqual(one.seen.report.findings, [], `${one.name} is mended`);
  }
});
