// The editor's answers as pure functions over one small program: what means the same, what can be renamed, what is shown.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { sourceFromText } from "../../server/base/source.ts";
import { type Analysis, analyse, withLints } from "../../server/ide/analysis.ts";
import { calleesOf, callersOf, functionAt } from "../../server/ide/call-hierarchy.ts";
import { codeActions } from "../../server/ide/code-actions.ts";
import { codeLenses } from "../../server/ide/code-lens.ts";
import { completion } from "../../server/ide/completion.ts";
import { exportedLabel } from "../../server/ide/exports.ts";
import { faded } from "../../server/ide/faded.ts";
import { folds, selectionRanges } from "../../server/ide/folding.ts";
import { formatting } from "../../server/ide/formatting.ts";
import { hover } from "../../server/ide/hover.ts";
import { inlayHints } from "../../server/ide/inlay-hints.ts";
import { sourceLines } from "../../server/ide/lexemes.ts";
import { references } from "../../server/ide/references.ts";
import { rename, renameRange } from "../../server/ide/rename.ts";
import { semanticTokens } from "../../server/ide/semantic-tokens.ts";
import { signatureHelp } from "../../server/ide/signature.ts";

const options = { reader: () => "missing" as const, includePaths: [], defines: [], bits: 0 as const };

const TEXT = `; a program
; in two lines
%define SIZE 4
%macro print 2
    mov rsi, %1
    mov edx, %2
%endmacro
extern puts
global _start
section .data
text: db "hi", 10
length equ $ - text
struc point
.x: resd 1
.y: resd 1
endstruc
section .text
_start:
    print text, length
    mov ecx, SIZE
.next:
    dec ecx
    jnz .next
    mov eax, [rbx + point.y]
    call helper
    mov eax, 60
    syscall

helper:
    push rcx
    mov cl, 5
    add rax, rcx
.next:
    pop rcx
    ret
`;

function made(text: string): { analysis: Analysis; at: (words: string, more?: number) => number } {
  const analysis = analyse(sourceFromText("x.asm", text), options);
  // The text is ASCII: places in it are byte offsets.
  return { analysis, at: (words, more = 0) => text.indexOf(words) + more };
}
const { analysis, at } = made(TEXT);
const { source } = analysis;
const lineOf = (offset: number): number => TEXT.slice(0, offset).split("\n").length;
const lines = (offset: number): string[] =>
  references(analysis, source, offset).map((one) => `${lineOf(one.start)} ${one.access}`);
const apply = (edits: ReturnType<typeof rename>): string => {
  assert.ok(typeof edits !== "string", String(edits));
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), TEXT);
};

test("the program has no errors", () =>
  assert.deepEqual(
    analysis.diagnostics.filter(({ severity }) => severity === "error"),
    [],
  ));

test("every word knows its part", () => {
  const parts = (words: string) =>
    sourceLines(sourceFromText("l", words))[0]!
      .lexemes.map(({ kind, text }) => `${kind}:${text}`)
      .join(" ");
  assert.equal(
    parts("a: lock add dword [rax+x], 5 ; c"),
    "label:a operator:: prefix:lock instruction:add size:dword operator:[ register:rax operator:+ name:x operator:] operator:, number:5 comment:; c",
  );
  assert.equal(parts("buf times 4 resb 2"), "label:buf directive:times number:4 directive:resb number:2");
  assert.equal(parts("len equ $-msg"), "label:len directive:equ operator:$ operator:- name:msg");
  assert.equal(parts("%define A b"), "preprocessor:%define defined:A name:b");
  assert.equal(parts("print msg, 'x;y'"), "macro:print name:msg operator:, string:'x;y'");
  assert.equal(parts("%%again: jmp %%again"), "parameter:%%again operator:: instruction:jmp parameter:%%again");
  assert.equal(parts("[section .text]"), "operator:[ directive:section name:.text operator:]");
});

test("references: labels, local labels of this function only, constants, macros, fields, registers with their parts", () => {
  assert.deepEqual(lines(at("helper")), ["25 read", "29 definition"]);
  assert.deepEqual(lines(at(".next")), ["21 definition", "23 read"]);
  assert.deepEqual(lines(at("length equ")), ["12 definition", "19 read"]);
  assert.deepEqual(lines(at("SIZE")), ["3 definition", "20 read"]);
  assert.deepEqual(lines(at("print text")), ["4 definition", "19 read"]);
  assert.deepEqual(lines(at("point.y")), ["15 definition", "24 read"]);
  assert.deepEqual(lines(at("_start")), ["9 declaration", "18 definition"]);
  assert.deepEqual(lines(at("puts")), ["8 definition"]);
  assert.deepEqual(lines(at("push rcx", 5)), ["30 read", "31 write", "32 read", "34 write"]);
  assert.deepEqual(lines(at("syscall")), []);
});

test("rename: everywhere, by the last part, parts of a register with their widths", () => {
  const renamed = (words: string, to: string) => apply(rename(analysis, source, at(words), to));
  assert.equal(renamed("helper", "assist"), TEXT.replaceAll("helper", "assist"));
  assert.equal(renamed(".next", "again"), TEXT.replace(".next:", ".again:").replace("jnz .next", "jnz .again"));
  assert.equal(renamed("point.y", "height"), TEXT.replace(".y:", ".height:").replace("point.y", "point.height"));
  assert.equal(renamed("SIZE", "COUNT"), TEXT.replaceAll("SIZE", "COUNT"));
  const register = apply(rename(analysis, source, at("push rcx", 5), "rdx"));
  assert.match(register, /push rdx\n {4}mov dl, 5\n {4}add rax, rdx/);
  assert.match(register, /mov ecx, SIZE/);
});

test("rename refuses what would not assemble to the same", () => {
  const refused = (words: string, to: string, more = 0) => rename(analysis, source, at(words, more), to);
  assert.equal(refused("helper", "rax"), '"rax" is a register.');
  assert.equal(refused("helper", "add"), '"add" is an instruction.');
  assert.equal(refused("helper", "a b"), '"a b" is no name: letters, digits and _ make one.');
  assert.equal(refused("helper", "text"), '"text" is there already.');
  assert.equal(refused("puts", "write"), "puts is a libc function: its name is given.");
  assert.equal(refused("push rcx", "rax", 5), "rax is used in this function already: the two would become one.");
  assert.equal(refused("push rcx", "xmm0", 5), '"xmm0" is another kind of register than rcx.');
  assert.match(String(renameRange(analysis, source, at("syscall"))), /can be renamed/);
});

test("colours: labels by what they stand for", () => {
  const kinds = semanticTokens(analysis, source).map(({ start, end, type, modifiers }) =>
    [TEXT.slice(start, end), type, ...modifiers].join(" "),
  );
  for (const wanted of [
    "SIZE macro definition",
    "print macro",
    "%1 parameter",
    "puts function definition defaultLibrary",
    "text variable definition",
    "length enumMember definition readonly",
    "point struct definition",
    "point.y property",
    "helper function",
    ".next function",
  ])
    assert.ok(kinds.includes(wanted), `${wanted} in ${kinds.join(", ")}`);
});

test("folds: comments, macros, structures, functions; a block that nobody closes is none", () => {
  const found = folds(source).map(({ startLine, endLine, kind }) => `${startLine}-${endLine} ${kind}`);
  assert.deepEqual(found, ["1-2 comment", "4-7 region", "13-16 region", "18-27 region", "29-35 region"]);
  assert.deepEqual(folds(sourceFromText("x", "%macro a 0\n nop\n nop\n")), []);
});

test("a selection grows from word to operand, statement, function and file", () => {
  const ranges = selectionRanges(analysis, source, at("rbx + point"));
  assert.deepEqual(
    ranges.slice(0, 3).map(({ start, end }) => TEXT.slice(start, end)),
    ["rbx", "[rbx + point.y]", "mov eax, [rbx + point.y]"],
  );
  assert.equal(TEXT.slice(ranges[3]!.start, ranges[3]!.end).split("\n")[0], "_start:");
  assert.equal(ranges.at(-1)!.end, TEXT.length);
});

test("signature help: forms that still fit, the active operand, macros", () => {
  const help = (line: string) => {
    const one = made(`%macro m 2\n%endmacro\n${line}`);
    return signatureHelp(one.analysis, one.analysis.source, `%macro m 2\n%endmacro\n${line}`.length);
  };
  const add = help("    add rax, ");
  assert.equal(add?.activeParameter, 1);
  const labels = add.signatures.map(({ label }) => label);
  assert.ok(labels.includes("add r/m64, r64") && !labels.some((label) => /r\/m8\b|r32/.test(label)), labels.join("; "));
  const [first] = add.signatures;
  assert.equal(first!.label.slice(...first!.parameters[1]!), first!.label.split(", ")[1]);
  assert.deepEqual(help("m 1, ")?.signatures[0]?.label, "m %1, %2");
  assert.match(help(" section ")?.signatures[0]?.label ?? "", /^section NAME/);
  assert.equal(help(" add"), undefined);
  assert.equal(help(" ret ; x"), undefined);
});

test("hints: value of a constant, system call, text length and bytes when wanted", () => {
  const hints = (...kinds: string[]) =>
    inlayHints(analysis, source, { from: 1, to: 99 }, new Set(kinds)).map(
      ({ text, offset }) => `${lineOf(offset)} ${text}`,
    );
  assert.deepEqual(hints("constants", "systemCalls"), ["12 = 3", "26 exit"]);
  assert.deepEqual(hints("strings"), ["11 3 bytes"]);
  assert.ok(hints("bytes").includes("27 0f 05"));
});

test("hover: the form used here with its bytes, what a macro call became", () => {
  const text = (words: string) => hover(analysis, source, at(words))?.markdown ?? "";
  assert.match(text("dec ecx"), /\*\*`dec r\/m32`\*\* \(here\).*Here: `ff c9` at \.text\+0x/s);
  assert.match(text("syscall"), /System call 60 .*\*\*exit\*\*.*\*\*syscall\*\*/s);
  assert.match(text("print text"), /%macro print 2.*This call becomes:.*mov rsi, text\n {4}mov edx, length/s);
  assert.match(text("puts"), /int puts\(const char \*text\).*text in rdi; result in eax/s);
});

test("lenses: run and debug at the entry, uses of functions", () => {
  assert.deepEqual(
    codeLenses(analysis, source).map(({ offset, title }) => `${lineOf(offset)} ${title}`),
    ["18 Run", "18 Debug", "29 1 use"],
  );
});

test("who calls whom", () => {
  const symbol = functionAt(analysis, source, at("push rcx"))!;
  assert.equal(symbol.name, "helper");
  const [caller] = callersOf(analysis, symbol);
  assert.equal(caller?.symbol.name, "_start");
  assert.deepEqual(
    calleesOf(analysis, caller.symbol).map((edge) => edge.symbol.name),
    ["helper"],
  );
});

test("quick fixes: misspelt instruction, misspelt label, missing extern, a program that does not end", () => {
  const fixed = (text: string): string[] => {
    const one = made(text);
    return codeActions(one.analysis, one.analysis.source, 0, text.length).map(({ fix }) =>
      [...fix.edits].reduce((all, { span, text: put }) => all.slice(0, span.start) + put + all.slice(span.end), text),
    );
  };
  const program = (line: string) => `section .text\nglobal _start\n_start:\n${line}\n    jmp _start\n`;
  assert.ok(fixed(program("    mvo eax, 1")).includes(program("    mov eax, 1")));
  assert.ok(fixed(program("    sycall")).includes(program("    syscall")));
  assert.ok(fixed(program("    done")).includes(program("    done:")));
  assert.ok(fixed(program("    jmp _strat")).includes(program("    jmp _start")));
  assert.ok(fixed(program(".loop: jmp .lop")).includes(program(".loop: jmp .loop")));
  assert.ok(fixed(program("    call printf")).includes(`extern printf\n${program("    call printf")}`));
  const open = "section .text\nglobal _start\n_start:\n    mov eax, 5\n";
  assert.ok(fixed(open).includes(`${open.trimEnd()}\n    mov eax, 60\n    xor edi, edi\n    syscall\n`));
  // Lines that a fix adds end as the others do.
  const left = "section .text\n  global f\nf:\n    mov rbx, rdi\n    call puts\n    ret\n";
  for (const text of [open, left, "section .text\n_start:\n    mov eax, 5\n    cqo\n    push bx\n    ret\n"]) {
    const windows = fixed(text.replaceAll("\n", "\r\n"));
    assert.ok(windows.length > 0);
    assert.deepEqual(
      windows.filter((after) => /(?<!\r)\n/.test(after)),
      [],
    );
    assert.deepEqual(
      windows.map((after) => after.replaceAll("\r\n", "\n")),
      fixed(text),
    );
  }
});

test("completion: system calls by name, registers of the other operand's width first, libc with its extern, snippets", () => {
  const items = (line: string) => {
    const text = `${TEXT}${line}`;
    const one = made(text);
    return completion(one.analysis, one.analysis.source, text.length);
  };
  const exit = items("    mov eax, ").find(({ label }) => label === "exit (60)");
  assert.equal(exit?.insert, "60");
  const registers = items("    add r8d, ").filter(({ kind }) => kind === "register");
  assert.ok(registers.filter(({ rank }) => rank === 0).every(({ label }) => /^(e\w\w|r\d+d)$/.test(label)));
  const printf = items("    call ").find(({ label }) => label === "printf");
  assert.equal(printf?.also?.text, "extern printf\n");
  assert.equal(items("    call ").find(({ label }) => label === "puts")?.also, undefined);
  assert.ok(items("    ").some(({ kind, insert }) => kind === "snippet" && insert?.includes("<1:")));
  assert.deepEqual(
    items("section ").filter(({ kind }) => kind === "register"),
    [],
  );
  assert.deepEqual(items('    db "a'), []);
});

test("what another file defines for extern", () => {
  const other = sourceFromText("o.asm", "global f, g:function\nsection .text\nf: ret\ng: ret\nh: ret\n");
  assert.equal(exportedLabel(other, "g")?.start, 42);
  assert.equal(exportedLabel(other, "h"), undefined);
});

test("faded: labels that nobody names, instructions that no jump leads to; nothing where macros may have a hand in it", () => {
  const told = (text: string) => faded(made(text).analysis).map(({ lineNumber, code }) => `${lineNumber} ${code}`);
  const text = `global _start
section .text
_start:
    jmp .end
    nop
    nop
.end:
    ret
alone:
    ret
x: dd 1
`;
  assert.deepEqual(told(text), ["5 unreachable", "6 unreachable", "9 unused-label", "11 unused-label"]);
  assert.deepEqual(told(`%macro m 1\n jmp %1\n nop\n%endmacro\n${text}`), ["9 unreachable", "10 unreachable"]);
  assert.deepEqual(told("_start: jmp _start\n%ifdef A\n nop\n%endif\n"), []);
  assert.deepEqual(told(text.replace("nop", "mov [rax], 1")), []);
});

test("formatting changes blanks only", () => {
  const formatted = (text: string): string =>
    [...formatting(sourceFromText("x", text), { tabSize: 4, indent: "spaces" })]
      .reverse()
      .reduce((all, { start, end, text: line }) => all.slice(0, start) + line + all.slice(end), text);
  const messy = `  global   _start
msg:db "a;  b",10 ; text
_start:mov rax,[ rbx+8 ];c
  xor\tedi,edi
  lock  inc dword [rax]
%define   A   1
  ; alone
.end :  ret   `;
  const neat = `global _start
msg: db "a;  b", 10                     ; text
_start: mov rax, [rbx+8]                ;c
    xor     edi, edi
    lock inc dword [rax]
%define   A   1
  ; alone
.end: ret`;
  assert.equal(formatted(messy), neat);
  assert.equal(formatted(neat), neat);
});

test("formatting the examples keeps what they assemble to", () => {
  for (const name of readdirSync("examples").filter((file) => file.endsWith(".asm"))) {
    const source = sourceFromText(name, readFileSync(`examples/${name}`, "utf8"));
    const edits = formatting(source, { tabSize: 8, indent: "tabs" });
    const parts: Uint8Array[] = [];
    let at = 0;
    for (const { start, end, text } of edits) {
      parts.push(source.bytes.subarray(at, start), new TextEncoder().encode(text));
      at = end;
    }
    parts.push(source.bytes.subarray(at));
    const after = sourceFromText(name, Buffer.concat(parts).toString());
    const bytes = (one: typeof source) =>
      analyse(one, options).assembly?.module.sections.map((section) => [
        section.name,
        Buffer.from(section.bytes).toString("hex"),
      ]);
    assert.deepEqual(bytes(after), bytes(source), name);
  }
});

test("while somebody types, findings of other lines stay at their places", () => {
  const before = "bits 64\nglobal _start\n_start:\n    mov ebp, esp\n    nop\n    mov esp, ebp\n    jmp _start\n";
  const old = made(before).analysis;
  const lines = (list: Analysis["lints"]) =>
    list.filter(({ severity }) => severity !== "hint").map(({ lineNumber, code }) => `${lineNumber} ${code}`);
  assert.deepEqual(lines(old.lints), ["4 truncated-stack-pointer", "6 truncated-stack-pointer"]);
  const typed = (text: string) => {
    const next = analyse(sourceFromText("x.asm", text), options, { later: old });
    assert.deepEqual(lines(withLints(next).lints), lines(made(text).analysis.lints));
    for (const { span } of next.lints) assert.match(text.slice(span!.start, span!.end), /mov e[bs]p, e[bs]p/);
    return lines(next.lints);
  };
  assert.deepEqual(typed(before.replace("nop", "nop\n    no")), [
    "4 truncated-stack-pointer",
    "7 truncated-stack-pointer",
  ]);
  assert.deepEqual(typed(before.replace("    nop\n", "")), ["4 truncated-stack-pointer", "5 truncated-stack-pointer"]);
  assert.deepEqual(typed(before.replace("mov ebp, esp", "mov ebp, es")), ["6 truncated-stack-pointer"]);
});
