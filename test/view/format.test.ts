// Numbers and bytes as people read them.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  binaryText,
  bytesOf,
  charactersText,
  extendedText,
  floatText,
  integerText,
  ordinal,
  stringText,
  valueOfBytes,
} from "../../debugger/view/format.ts";

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test("integers: hexadecimal with the signed decimal beside it", () => {
  assert.equal(integerText(42n, 64), "0x2a (42)");
  assert.equal(integerText(7n, 64), "7");
  assert.equal(integerText(0xffffffffffffffffn, 64), "0xffffffffffffffff (-1)");
  assert.equal(integerText(0x80n, 8), "0x80 (-128)");
  assert.equal(integerText(0x80n, 16), "0x80 (128)");
});

test("binary digits in groups of eight", () => {
  assert.equal(binaryText(0xa1n, 8), "0b10100001");
  assert.equal(binaryText(0x1a1n, 16), "0b00000001_10100001");
});

test("bytes in quotes, with escapes, valid UTF-8 as text", () => {
  assert.equal(stringText(ascii("hi\n\0\x01")), '"hi\\n\\0\\x01"');
  assert.equal(stringText(new TextEncoder().encode("née ✓")), '"née ✓"');
  assert.equal(stringText(Uint8Array.of(0xc3, 0x28)), '"\\xc3("');
  assert.equal(stringText(new Uint8Array(300).fill(65)).length, 203);
});

test("characters only when all are printable", () => {
  assert.equal(charactersText(0x6261n, 64), "'ab'");
  assert.equal(charactersText(0x0a61n, 64), "");
  assert.equal(charactersText(0n, 64), "");
});

test("values and bytes are little endian", () => {
  assert.equal(valueOfBytes(Uint8Array.of(0x78, 0x56, 0x34, 0x12)), 0x12345678n);
  assert.deepEqual([...bytesOf(-2n, 4)], [0xfe, 0xff, 0xff, 0xff]);
});

test("floats in the shortest decimal that gives the bits back", () => {
  assert.equal(floatText(0x3dcccccdn, 32), "0.1");
  assert.equal(floatText(0x3ff0000000000000n, 64), "1.0");
  assert.equal(floatText(0x7f800000n, 32), "inf");
  assert.equal(floatText(0xfff8000000000000n, 64), "nan");
  assert.equal(floatText(0x8000000000000000n, 64), "-0.0");
});

test("80-bit numbers", () => {
  assert.equal(extendedText(0x3fff8000000000000000n), "1.0");
  assert.equal(extendedText(0xc000c000000000000000n), "-3.0");
  assert.equal(extendedText(0x7fff8000000000000000n), "inf");
  assert.equal(extendedText(0x7fffc000000000000000n), "nan");
  assert.equal(extendedText(0n), "0");
});

test("ordinals", () => {
  assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 112].map(ordinal), [
    ...["1st", "2nd", "3rd", "4th", "11th", "12th", "13th", "21st", "112th"],
  ]);
});
