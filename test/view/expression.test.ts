// Reading expressions: NASM's numbers, precedence, sizes, what is told when something is wrong.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Expression,
  ExpressionError,
  parseExpression,
  parseNumber,
  parseString,
} from "../../debugger/view/expression.ts";

/** A tree as text with all parentheses. */
function text(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return expression.value.toString();
    case "string":
      return `"${new TextDecoder().decode(expression.bytes)}"`;
    case "name":
      return expression.name;
    case "here":
      return "$";
    case "memory":
      return `${expression.sizeBytes}[${text(expression.address)}]`;
    case "unary":
      return `(${expression.operator}${text(expression.operand)})`;
    case "binary":
      return `(${text(expression.left)}${expression.operator}${text(expression.right)})`;
    case "call":
      return `${expression.name}(${text(expression.argument)})`;
    case "assign":
      return `${text(expression.target)}:=${text(expression.value)}`;
  }
}

const cases: readonly (readonly [string, string])[] = [
  ["rax+8", "(rax+8)"],
  ["1+2*3", "(1+(2*3))"],
  ["(1+2)*3", "((1+2)*3)"],
  ["a-b-c", "((a-b)-c)"],
  ["1<<2+1", "(1<<(2+1))"],
  ["a&b|c^d", "((a&b)|(c^d))"],
  ["-rax*2", "((-rax)*2)"],
  ["[rbp-8]", "0[(rbp-8)]"],
  ["dword [arr+rcx*4]", "4[(arr+(rcx*4))]"],
  ["BYTE PTR [rsi]", "1[rsi]"],
  ["qword [rel msg]", "8[msg]"],
  ["dword [arr]*10", "(4[arr]*10)"],
  ["*rsp", "(*rsp)"],
  ["&msg", "(&msg)"],
  ["$rax == 5 && !zf", "(($rax==5)&&(!zf))"],
  ["st(0)", "st(0)"],
  ["string(rsi)", "string(rsi)"],
  ["$ + 1", "($+1)"],
  [".loop", ".loop"],
  ["rcx = 0x10", "rcx:=16"],
  ["'ab'", '"ab"'],
  ["17 %% 5 // 2", "((17%%5)//2)"],
];

test("expressions are read with NASM's and C's precedence", () => {
  for (const [source, expected] of cases) {
    assert.equal(text(parseExpression(source).expression), expected, source);
  }
});

test("a format follows a comma", () => {
  assert.equal(parseExpression("rax, x").format, "x");
  assert.equal(parseExpression("rax,d").format, "d");
});

test("NASM's ways to write a number", () => {
  const numbers = { "200": 200n, "0200": 200n, "0200d": 200n, "0d200": 200n, "0c8h": 200n, $0c8: 200n, "0xc8": 200n };
  const more = { "0hc8": 200n, "310q": 200n, "310o": 200n, "0o310": 200n, "0q310": 200n, "11001000b": 200n };
  const last = { "1100_1000b": 200n, "0b1100_1000": 200n, "0y1100_1000": 200n, "1e": undefined, "12z": undefined };
  for (const [written, value] of Object.entries({ ...numbers, ...more, ...last })) {
    assert.equal(parseNumber(written), value, written);
  }
});

test("strings know C's escapes and UTF-8", () => {
  assert.deepEqual([...parseString('"a\\n\\x41\\0\\"é"')], [97, 10, 65, 0, 34, 0xc3, 0xa9]);
});

test("what cannot be read is told in a sentence", () => {
  const wrong: readonly (readonly [string, RegExp])[] = [
    ["", /empty/],
    ["1 +", /a value is missing at the end/],
    ["[rax", /"\]" is missing at the end/],
    ["rax rbx", /unexpected "rbx"/],
    ["1 # 2", /cannot read "# 2"/],
    ["12z", /"12z" is not a number/],
    [`${"(".repeat(500)}1`, /too deeply|missing/],
    ["1".repeat(5000), /too long/],
  ];
  for (const [source, message] of wrong) {
    assert.throws(
      () => parseExpression(source),
      (error: unknown) => error instanceof ExpressionError && message.test(error.message),
      source.slice(0, 20),
    );
  }
});
