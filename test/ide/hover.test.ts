// Hover has something to say on every instruction that runs, and the pure features agree with each other.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { sourceFromText } from "../../server/base/source.ts";
import { analyse } from "../../server/ide/analysis.ts";
import { placeAt } from "../../server/ide/completion.ts";
import { hover } from "../../server/ide/hover.ts";
import { numberLines, parseNumber } from "../../server/ide/number-text.ts";
import { describe, mnemonics } from "../../server/isa/describe.ts";
import { lint } from "../../server/lint/lint.ts";

const options = { reader: () => "missing" as const, includePaths: [], defines: [], bits: 0 as const };

test("every mnemonic has a title, a sentence, forms, and hover shows them", () => {
  const analysis = analyse(sourceFromText("empty.asm", ""), options);
  const poor: string[] = [];
  for (const mnemonic of mnemonics()) {
    const insn = describe(mnemonic);
    if (insn === undefined) continue;
    const source = sourceFromText("line.asm", `    ${mnemonic} `);
    const answer = hover(analysis, source, 5)?.markdown ?? "";
    const flags =
      insn.flags === "" ? !insn.executed || insn.forms.length === 0 : answer.includes(`Flags: ${insn.flags}`);
    const hasFlags = flags || answer.includes("Flags: unchanged");
    const hasForms = insn.forms.slice(0, 12).every((form) => answer.includes(`\`${form}\``));
    const shown = answer.includes(insn.title) && answer.includes(insn.summary) && hasFlags && hasForms;
    if (insn.title === "" || insn.summary === "" || insn.forms.length === 0 || !shown) poor.push(mnemonic);
  }
  assert.deepEqual(poor, []);
});

test("numbers in NASM's notations", () => {
  const values = ["0x10", "10h", "$10", "0b1010", "1010b", "17q", "0o17", "1_000", "0d12", "12t"].map(parseNumber);
  assert.deepEqual(values, [16n, 16n, 16n, 10n, 10n, 15n, 15n, 1000n, 12n, 12n]);
  assert.deepEqual(["rax", "1g", "0xg", ""].map(parseNumber), [undefined, undefined, undefined, undefined]);
  assert.deepEqual(numberLines(0x41424344n), [
    "0x41424344",
    "1094861636",
    "1000001010000100100001101000100b",
    "'DCBA'",
  ]);
  assert.deepEqual(numberLines(0xffn), ["0xff", "255", "-1 signed", "11111111b"]);
});

test("what can be typed where", () => {
  const places = ["", "  mo", "label: ", "  mov ra", "  mov [", "; x", "  db 'a", "%de", "extern pr", "  rep mo"].map(
    placeAt,
  );
  assert.deepEqual(places, [
    "statement",
    "statement",
    "statement",
    "operand",
    "operand",
    "none",
    "none",
    "preprocessor",
    "extern",
    "statement",
  ]);
});

test("the static layer is silent on mended examples and speaks on those as written", () => {
  const kinds = (name: string): string[] => {
    const analysis = analyse(sourceFromText(name, readFileSync(`examples/${name}`, "utf8")), options);
    assert.ok(analysis.assembly && analysis.bits !== 16);
    return lint(analysis.assembly, { bits: analysis.bits })
      .filter(({ severity }) => severity !== "hint")
      .map((one) => `${one.lineNumber} ${one.code}`);
  };
  assert.deepEqual(kinds("brk.asm"), ["7 data-overflow", "18 element-size-mismatch"]);
  assert.deepEqual(kinds("munmap.asm"), ["20 syscall-args"]);
  assert.deepEqual(kinds("volatile-after-call.asm"), ["18 volatile-after-call"]);
  for (const name of [
    "brk-mended.asm",
    "munmap-mended.asm",
    "mmap-mended.asm",
    "frames.asm",
    "hello.asm",
    "stack-frame-32.asm",
  ]) {
    assert.deepEqual(kinds(name), [], name);
  }
});
