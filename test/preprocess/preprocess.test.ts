// The preprocessor against what `nasm -E` 2.16.01 wrote (recorded by record.mjs): output and messages, byte by byte.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { preprocessAlone } from "./alone.ts";

const data = `${process.cwd()}/test/preprocess/data`;
const options = {
  reader: ({ name }: { readonly name: string }) => {
    const known = name.endsWith(".inc") && readdirSync(data).includes(name);
    return known ? { name, bytes: readFileSync(`${data}/${name}`) } : ("missing" as const);
  },
  environment: {},
};

for (const name of readdirSync(data).filter((file) => file.endsWith(".asm"))) {
  test(`as nasm -E: ${name}`, () => {
    const { out, err } = preprocessAlone(name, readFileSync(`${data}/${name}`), options);
    const golden = readFileSync(`${data}/${name.replace(/asm$/, "golden.txt")}`, "latin1");
    assert.equal(`${out}\n=== messages\n${err}`, golden);
  });
}

/** Where NASM itself is beside itself: what it evaluates before there are labels has strings of four bytes at most. */
const withoutQuirks = (err: string): string =>
  err
    .split("\n")
    .filter((line) => !line.includes("character constant too long"))
    .join("\n");

test("as nasm -E: generated sources", () => {
  const recorded = readFileSync(`${data}/generated.golden.jsonl`, "latin1").trimEnd().split("\n");
  const different = recorded.flatMap((line) => {
    const { seed, source, out, err } = JSON.parse(line) as { seed: number; source: string; out: string; err: string };
    const ours = preprocessAlone("g.asm", Buffer.from(source, "latin1"), options);
    const same = withoutQuirks(ours.err) === withoutQuirks(err) && ours.out === out;
    return same ? [] : [`seed ${seed}\n${source}--- nasm\n${out}${err}--- ours\n${ours.out}${ours.err}`];
  });
  assert.deepEqual(different, []);
});
