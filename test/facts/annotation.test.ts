// Annotations for the memory checker: what they say, and a sentence for each that means nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceFromText } from "../../server/base/source.ts";
import { annotationDiagnostics, readAnnotations } from "../../server/facts/annotation.ts";
import { ignores } from "../../server/facts/ignore-comment.ts";

test("an annotation belongs to the label at or below it", () => {
  const text = `; @alloc size=rdi ret=rax
; the bump allocator
global take
take: ret
give: ; @free ptr=arg1
  ret
; @REALLOC PTR = rdi size=0x20
resize: ret
; @object first .. last
`;
  const { allocators, objects, problems } = readAnnotations(text);
  assert.deepEqual(problems, []);
  assert.deepEqual(allocators, [
    { role: "alloc", function: "take", size: "rdi", ret: "rax" },
    { role: "free", function: "give", ptr: "arg1" },
    { role: "realloc", function: "resize", ptr: "rdi", size: "0x20" },
  ]);
  assert.deepEqual(
    objects.map(({ first, last }) => [first, last]),
    [["first", "last"]],
  );
});

test("comments that only look like annotations are comments", () => {
  for (const text of [
    "; @allocates memory\nf:",
    "; mail me@alloc.example",
    "; @param size = bytes",
    "; @malloc's size",
    'db "; @param"',
    "; @frees it",
  ])
    assert.deepEqual(readAnnotations(text), { allocators: [], objects: [], problems: [] });
});

test("one sentence for each mistake, on its line", () => {
  const places = [
    { name: "here", section: ".data", value: 8n },
    { name: "before", section: ".data", value: 0n },
    { name: "there", section: ".bss", value: 16n },
    { name: "number", value: 1n },
  ];
  const told = (text: string): string[] =>
    annotationDiagnostics(sourceFromText("x.asm", text), places).map(
      ({ lineNumber, message }) => `${lineNumber}: ${message}`,
    );
  assert.deepEqual(told("; @alloc ret=rax\nf:"), [
    "1: `@alloc` does not say where size is: write it as in `; @alloc size=rdi ret=rax`.",
  ]);
  assert.deepEqual(told("; @alloc size=edi ret=al\nf:"), [
    '1: `@alloc`: "al" is not a whole general register, such as rax.',
  ]);
  assert.deepEqual(told("; @free ptr=[rdi]\nf:"), [
    '1: `@free`: "[rdi]" is not a whole general register (rdi) or an argument on the stack (arg1).',
  ]);
  assert.deepEqual(told("\n; @free pointer=rdi\nf:"), [
    '2: `@free` knows no "pointer": write it as in `; @free ptr=rdi`.',
  ]);
  assert.deepEqual(told("; @free ptr=rdi\n  mov eax, 1\nf:"), [
    "1: `@free` stands above no function: the next line must be its label, with a colon.",
  ]);
  assert.deepEqual(told("; @object table\n"), [
    "1: `@object` names no labels: write it as in `; @object first..last`.",
  ]);
  assert.deepEqual(told("; @malloc size=rdi\nf:"), [
    "1: There is no annotation `@malloc`: write it as in `; @alloc size=rdi ret=rax`.",
  ]);
  assert.deepEqual(told("; @Dealloc ptr=rdi\nf:"), [
    "1: There is no annotation `@Dealloc`: write it as in `; @free ptr=rdi`.",
  ]);
  assert.deepEqual(told("nop\n; @object here..gone"), ['2: `@object`: there is no label "gone" in this program.']);
  assert.deepEqual(told("; @object here..before"), [
    '1: `@object`: "before" stands in front of "here": that is no object.',
  ]);
  assert.deepEqual(told("; @object here..there"), [
    '1: `@object`: "here" stands in .data, "there" in .bss: that is no object.',
  ]);
  assert.deepEqual(told("; @object before..here\n; @object here..number"), []);
  assert.deepEqual(told("nop ; asmoscope: ignore leaks"), ['1: `ignore`: there is no kind of finding "leaks".']);
  assert.deepEqual(told("nop ; Asmoscope: Ignore Leaks"), ['1: `ignore`: there is no kind of finding "leaks".']);
  assert.deepEqual(told("nop ; asmoscope: ignore leak-definite, on purpose\nnop ; asmoscope: ignore"), []);
  assert.deepEqual(told("nop ; asmoscope: ignore — for now"), ['1: `ignore`: there is no kind of finding "for".']);
  assert.deepEqual(told("nop ; asmoscope: ignore (всё)"), ['1: `ignore`: there is no kind of finding "всё".']);
  // Kinds count whatever stands around them, and nothing else is silenced by them.
  for (const line of [
    "ignore: null-deref",
    "ignore (null-deref)",
    "Ignore `null-deref`, leaks",
    "ignore null-deref; all",
    "ignore null-deref/uninit-use",
    "ignore uninit-use|null-deref",
    "ignore “null-deref”",
    "ignore kind=null-deref",
  ]) {
    assert.deepEqual(told(`nop ; asmoscope: ${line}`), []);
    assert.deepEqual(
      ["null-deref", "null-jump"].map((kind) => ignores(`nop ; asmoscope: ${line}`, kind)),
      [true, false],
    );
  }
});
