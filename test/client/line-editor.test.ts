// The line discipline: what is typed, what the screen shows, what the program gets.

import assert from "node:assert/strict";
import { test } from "node:test";
import { createLineEditor } from "../../client/line-editor.ts";

/** Types keys and gives what the program received and the line as a terminal of one row would show it. */
function typed(...keys: readonly string[]): { readonly received: readonly string[]; readonly screen: string } {
  const received: string[] = [];
  let row: string[] = [];
  let column = 0;
  const echo = (text: string): void => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals speak in control characters
    for (const [all, digits, direction] of text.matchAll(/\x1b\[(\d+)([CD])|\r\n|[\s\S]/gu)) {
      if (direction) column += direction === "C" ? Number(digits) : -Number(digits);
      else if (all === "\r\n") [row, column] = [[], 0];
      else row[column++] = all;
    }
  };
  const editor = createLineEditor({
    echo,
    submit: (text) => received.push(text),
    endOfFile: () => received.push("<end>"),
    interrupt: () => received.push("<interrupt>"),
  });
  for (const key of keys) editor.type(key);
  return { received, screen: row.join("").trimEnd() };
}

const LEFT = "\x1b[D";
const UP = "\x1b[A";
const DOWN = "\x1b[B";
const HOME = "\x1b[H";
const DELETE = "\x1b[3~";

test("Enter sends the line with a line feed", () => {
  assert.deepEqual(typed("4", "2", "\r").received, ["42\n"]);
});

test("a paste of several lines sends each", () => {
  assert.deepEqual(typed("one\r\ntwo\rthree").received, ["one\n", "two\n"]);
  assert.equal(typed("one\r\ntwo\rthree").screen, "three");
});

test("Backspace takes back one character, also one outside the basic plane", () => {
  assert.deepEqual(typed("a😀b\x7f\x7f\r").received, ["a\n"]);
  assert.equal(typed("ab\x7f\x7f\x7f").screen, "");
});

test("the cursor moves and text goes in where it stands", () => {
  assert.deepEqual(typed("bd", LEFT, "c", HOME, "a", "\r").received, ["abcd\n"]);
  assert.equal(typed("bd", LEFT, "c", HOME, "a").screen, "abcd");
  assert.equal(typed("abc", HOME, DELETE).screen, "bc");
});

test("Ctrl+U, Ctrl+K and Ctrl+W erase a part of the line", () => {
  assert.equal(typed("one two", "\x15").screen, "");
  assert.equal(typed("one two", HOME, "\x0b").screen, "");
  assert.equal(typed("one two", "\x17").screen, "one");
});

test("arrows up and down bring earlier lines back", () => {
  assert.deepEqual(typed("one\r", "two\r", UP, UP, "\r").received, ["one\n", "two\n", "one\n"]);
  assert.equal(typed("one\r", UP, DOWN).screen, "");
});

test("Ctrl+D ends the input on an empty line and sends a begun one as it is", () => {
  assert.deepEqual(typed("\x04").received, ["<end>"]);
  assert.deepEqual(typed("ab\x04\x04").received, ["ab", "<end>"]);
});

test("Ctrl+C ends the program", () => {
  assert.deepEqual(typed("ab\x03").received, ["<interrupt>"]);
});

test("keys that mean nothing here leave no trace", () => {
  assert.deepEqual(typed("a\x1b[15~\x1bOP\x07b\r").received, ["ab\n"]);
});
