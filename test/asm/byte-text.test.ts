// Names and messages that are no UTF-8 keep their bytes on the way through text.

import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeText, encodeText, jsonText, quoted } from "../../server/base/byte-text.ts";

test("any bytes come back from text", () => {
  const cases = [
    [0x63, 0x61, 0x66, 0xe9],
    [0xc3, 0xa9, 0xe9, 0x41],
    [0xff, 0xfe, 0x80, 0xbf, 0xc0, 0x80],
    [0xed, 0xb2, 0x80, 0xf0, 0x9f, 0x98, 0x80, 0xf0, 0x9f],
    Array.from({ length: 256 }, (_, byte) => byte),
  ];
  for (const bytes of cases) assert.deepEqual([...encodeText(decodeText(Uint8Array.from(bytes)))], bytes);
});

test("what is UTF-8 reads as it always did", () => {
  const text = "naïve 日本 😀";
  assert.equal(decodeText(new TextEncoder().encode(text)), text);
  assert.equal(decodeText(Uint8Array.of(0x61, 0xe9)), "a\udce9");
});

test("other programs get JSON without half a character, people a name that they can type", () => {
  const name = decodeText(Uint8Array.of(0x61, 1, 0x5c, 0x22, 0x75, 0x30, 0xff, 0xc3, 0xa4));
  assert.deepEqual(JSON.parse(jsonText({ name, list: [name], count: 1 })), {
    name: 'a\u0001\\"u0\ufffdä',
    list: ['a\u0001\\"u0\ufffdä'],
    count: 1,
  });
  assert.doesNotMatch(jsonText(name), /\\ud/);
  assert.equal(quoted(name), String.raw`"a\x01\\\"u0\xffä"`);
  assert.equal(quoted(String.raw`\u0001`), String.raw`"\\u0001"`);
});
