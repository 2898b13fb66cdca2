// Names of addresses: NASM's labels with dots are places inside something, a compiler's functions with dots are not.
import assert from "node:assert/strict";
import { test } from "node:test";
import { labelText } from "../../debugger/view/labels.ts";
import { imageOf } from "../machine/program.ts";

const source = `
global _start
section .text
_start:
  nop
.place:
  nop
  nop
`;

test("a symbol with a dot and a size is a function of its own, as nm tells them", () => {
  const image = imageOf(source);
  const { entry } = image;
  assert.equal(labelText(image, entry + 2), "_start+0x2");
  const sized = image.symbols.map((symbol) =>
    symbol.address === entry + 1 ? { ...symbol, name: "work.constprop.0", sizeBytes: 2 } : symbol,
  );
  assert.equal(labelText({ ...image, symbols: sized }, entry + 2), "work.constprop.0+0x1");
});
