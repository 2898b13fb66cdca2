// More sections than sixteen bits can number: header and symbols then say where the numbers stand.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { assemble } from "../../server/asm/assemble.ts";
import { sourceFromText } from "../../server/base/source.ts";
import { writeBin } from "../../server/obj/write-bin.ts";
import { writeElf } from "../../server/obj/write-elf.ts";

const assembleText = (text: string, format: "elf64" | "bin") =>
  assemble(sourceFromText("many.asm", text), { format, reader: () => "missing", timeSeconds: 0, items: "left-out" });

test("numbers of sections beyond sixteen bits are nasm's", () => {
  const text = "%assign i 0\n%rep 65290\nsection s%[i]\n%assign i i+1\n%endrep\nglobal y\ny: dq y\n";
  const bytes = writeElf(assembleText(text, "elf64").module, "elf64");
  // nasm -f elf64 many.asm
  assert.equal(bytes.length, 6_453_280);
  assert.equal(createHash("sha256").update(bytes).digest("hex").slice(0, 16), "0f608a02851d3df2");
});

test("a flat binary may have more sections than a call has arguments", () => {
  const { module } = assembleText("section a\n nop\n", "bin");
  const [one] = module.sections;
  const sections = Array.from({ length: 150_000 }, (_, k) => ({ ...one!, name: `s${k}` }));
  const flat = writeBin({ ...module, sections });
  assert.deepEqual(flat.errors, []);
  assert.equal(flat.sections.length, sections.length);
});
