// Bytes to text to bytes: what the decoder finds and the disassembler writes, our assembler turns back into the same bytes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assemble } from "../../server/asm/assemble.ts";
import { sourceFromText } from "../../server/base/source.ts";
import { decode } from "../../server/isa/decode.ts";
import { judgeBytes } from "../../server/isa/extent.ts";
import { format } from "../../server/isa/format.ts";
import type { Bits } from "../../server/isa/insn.ts";
import { fromHex, recordedAnswers, recordedShapes } from "./golden.ts";

/** Of the shapes of every row each so manieth is turned round, or all with SHAPES=all: that takes half a minute. */
const SHAPE_STEP = process.env.SHAPES === "all" ? 1 : 6;

const recorded = [...recordedAnswers(), ...[...recordedShapes()].filter((_, k) => k % SHAPE_STEP === 0)];

/** Recorded encodings of a mode, each once, with the text they came from. */
function encodings(bits: Bits): { text: string; hex: string }[] {
  const seen = new Set<string>();
  const result: { text: string; hex: string }[] = [];
  for (const [key, answer] of recorded) {
    const hex = answer.split(" ; ")[0]!;
    if (!key.startsWith(`${bits} `) || /^(error|panic)/.test(answer) || seen.has(hex)) continue;
    seen.add(hex);
    result.push({ text: key.slice(3), hex });
  }
  return result;
}

/** Encodings that are something else to a CPU or another name's: fwait and what follows are two instructions, NASM's
 * hinting no-operations share opcodes with named ones, and some obsolete instructions with newer ones. */
const notItself =
  /^(hint_nop|f(clex|disi|eni|init|save|stcw|stenv|stsw)\b|umov|ud0|ud1|ibts|xbts|wrshr|cmpxchg486|loadall|smintold|bb\d_reset|cpu_(read|write)|vmovq|jmpe|pop cs|mov .*tr[36]|movdir64b|prefetchit|enqcmd|wrssd|mov .*cr8|vcvtps2ph \[.*sae|vcvtusi2ss .*-sae|vgatherpf|vscatterpf|bnd|salc|dmint|svdc|rsdc|svldt|rsldt|svts|rsts|rdshr|rdm|smint|movd .*qword|pextrw r..?,|pinsrw .*,r[a-z0-9]+,)/;

/** NASM writes kmovq with a general register outside 64-bit mode too, where a CPU ignores W: it is kmovd there. */
const isAnother = (bits: Bits, text: string): boolean =>
  notItself.test(text) || (bits !== 64 && /^kmovq? .*\br[a-d0-9s]/.test(text));

/** Bytes that our assembler makes of each line. */
function assembled(bits: Bits, lines: readonly string[]): { hex: string[]; errors: string[] } {
  const assembly = assemble(sourceFromText("round.asm", `bits ${bits}\n${lines.join("\n")}\n`), {
    format: "bin",
    reader: () => "missing",
    timeSeconds: 0,
  });
  const hex: string[] = [];
  for (const { items, bytes } of assembly.module.sections) {
    for (const { offset, sizeBytes, lineNumber } of items) {
      hex[lineNumber - 2] = Buffer.from(bytes.subarray(offset, offset + sizeBytes)).toString("hex");
    }
  }
  const errors = assembly.diagnostics.filter(({ severity }) => severity === "error");
  return { hex, errors: errors.map(({ message, lineNumber }) => `${lines[lineNumber - 2]}: ${message}`) };
}

for (const bits of [64, 32, 16] as const) {
  test(`decoding gives each ${bits}-bit encoding its whole length`, () => {
    const wrong: string[] = [];
    for (const { text, hex } of encodings(bits)) {
      if (isAnother(bits, text)) continue;
      const decoded = decode(fromHex(hex), bits);
      if (decoded?.lengthBytes === hex.length / 2) continue;
      wrong.push(`${text}: ${hex} → ${decoded ? format(decoded) : "nothing"}`);
    }
    assert.equal(wrong.slice(0, 20).join("\n"), "", `${wrong.length} differ`);
  });

  test(`the disassembly of each ${bits}-bit encoding assembles to the same bytes`, () => {
    const rows = encodings(bits).flatMap(({ text, hex }) => {
      const decoded = isAnother(bits, text) ? undefined : decode(fromHex(hex), bits);
      return decoded === undefined ? [] : [{ text, hex, shown: format(decoded) }];
    });
    const back = assembled(
      bits,
      rows.map(({ shown }) => shown),
    );
    assert.deepEqual(back.errors.slice(0, 10), []);
    const wrong = rows.flatMap(({ text, hex, shown }, index) =>
      back.hex[index] === hex ? [] : [`${text}: ${hex} → ${shown} → ${back.hex[index]}`],
    );
    assert.equal(wrong.slice(0, 20).join("\n"), "", `${wrong.length} differ`);
  });
}

test("bytes that are no instruction are told from bytes that end too early", () => {
  assert.equal(decode(fromHex("488b"), 64), undefined);
  assert.equal(judgeBytes(fromHex("488b"), 64), "short");
  assert.equal(judgeBytes(fromHex(""), 64), "short");
  assert.equal(judgeBytes(fromHex("06"), 64), "invalid");
  assert.equal(judgeBytes(fromHex("f089d8"), 64), "invalid");
  assert.equal(judgeBytes(fromHex("66".repeat(20)), 64), "long");
});

test("any sequence of bytes decodes to something or nothing, and never throws", () => {
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 24;
  };
  for (let round = 0; round < 30_000; round++) {
    const bytes = Uint8Array.from({ length: 15 }, next);
    for (const bits of [64, 32, 16] as const) {
      const decoded = decode(bytes, bits);
      if (decoded === undefined) continue;
      assert.ok(decoded.lengthBytes >= 1 && decoded.lengthBytes <= 15);
      assert.ok(format(decoded, { address: 0x401000n }).length > 0);
    }
  }
});

test("what the disassembler writes", () => {
  const show = (hex: string, options?: Parameters<typeof format>[1]): string =>
    format(decode(fromHex(hex), 64)!, options);
  assert.equal(show("4883c408"), "add rsp,byte +0x8");
  assert.equal(show("4883c408", { style: "plain" }), "add rsp, 0x8");
  assert.equal(show("e8fbffffff", { address: 0x1000n }), "call 0x1000");
  assert.equal(show("e8fbffffff", { address: 0x1000n, symbolAt: () => "main" }), "call main");
  assert.equal(show("488b0510000000", { address: 0x1000n }), "mov rax,[rel 0x1017]");
  assert.equal(show("f3a4"), "rep movsb");
  assert.equal(show("f04801 03".replace(" ", "")), "lock add [rbx],rax");
  assert.equal(show("7410"), "jz $+0x12");
  assert.equal(show("62f16c18584801"), "vaddps xmm1,xmm2,dword [rax+0x4]{1to4}");
});
