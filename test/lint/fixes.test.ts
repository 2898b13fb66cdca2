// Quick fixes do what they say: each program of fixes/ has one mistake, named by its file. Every fix that the static layer
// offers for it is applied by itself; the kind must be gone then, without running and in the run, the program must end as
// its first line says, and the comments of its lines must stay.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createMachine } from "../../debugger/machine/create.ts";
import { prepareProgram } from "../../debugger/program/prepare.ts";
import type { Program } from "../../debugger/program/program.ts";
import type { Diagnostic, Fix } from "../../server/base/diagnostic.ts";
import { type FindingName, findingKinds } from "../../server/facts/findings.ts";
import { lint } from "../../server/lint/lint.ts";
import { runOut } from "../check/cases.ts";

const FOLDER = "test/lint/fixes";
const names = readdirSync(FOLDER).map((file) => file.replace(".asm", ""));
/** What a fix of another kind also mends or leaves: told by the run under this name. */
const RUN_KINDS: Readonly<Record<string, string>> = {
  "wrong-abi": "syscall-args",
  "undivided-dividend": "divide-error",
};

const kindOf = (name: string): FindingName => {
  const kind = Object.keys(findingKinds).find((one) => name === one || name.startsWith(`${one}-`));
  assert.ok(kind !== undefined, name);
  return kind as FindingName;
};

const prepared = (text: string): Program =>
  prepareProgram({
    files: [{ name: "program.asm", bytes: new TextEncoder().encode(text) }],
    readerFor: () => () => "missing",
    purpose: "run",
    assembler: { timeSeconds: 0 },
  });

const lintsOf = ({ assemblies, bits }: Program): Diagnostic[] =>
  assemblies.flatMap((assembly) => lint(assembly, { bits }));

/** The text with a fix's edits applied, the last one first. */
function mended(text: string, fix: Fix): string {
  const bytes = new TextEncoder().encode(text);
  const edits = [...fix.edits].sort((a, b) => b.span.start - a.span.start);
  const decoder = new TextDecoder();
  return edits.reduce((before, edit) => {
    const all = new TextEncoder().encode(before);
    return decoder.decode(all.subarray(0, edit.span.start)) + edit.text + decoder.decode(all.subarray(edit.span.end));
  }, decoder.decode(bytes));
}

function runOf(program: Program): { ending: string; kinds: string[] } {
  assert.ok(program.image, program.problem ?? program.diagnostics.map(({ message }) => message).join("; "));
  const machine = createMachine({
    image: program.image,
    args: [],
    environment: {},
    check: "full",
    core: "step",
    seed: 0,
    foldBytes: 2 ** 25,
    maxMemoryBytes: 2 ** 25,
    host: { readInput: () => new Uint8Array(), writeOutput() {} },
  });
  const ending = runOut(machine);
  return { ending, kinds: machine.findings.map(({ kind }) => kind) };
}

/** A comment of its own behind each line that has none. */
const commented = (text: string): string =>
  text
    .split("\n")
    .map((line, index) => (/^\s*$|;|\\$/.test(line) ? line : `${line} ; note ${index}: esp, movaps, "memcpy`))
    .join("\n");
const commentsIn = (text: string): string[] => text.match(/;.*$/gm) ?? [];

for (const [name, isCommented] of names.flatMap((one) => [[one, false] as const, [one, true] as const])) {
  test(`the fix of ${name}${isCommented ? ", with comments" : ""}`, () => {
    const kind = kindOf(name);
    const plain = readFileSync(join(FOLDER, `${name}.asm`), "utf8");
    const text = isCommented ? commented(plain) : plain;
    const ending = /(exit \d+)\n/.exec(text)?.[1];
    const all = lintsOf(prepared(text));
    const before = all.map(({ code }) => code);
    const found = all.filter(({ code, fixes }) => code === kind && fixes !== undefined);
    const fixes = found.flatMap((one) => one.fixes!.map((fix) => ({ fix, line: one.lineNumber })));
    assert.ok(fixes.length > 0, "no fix is offered");
    for (const { fix, line } of fixes) {
      const after = mended(text, fix);
      assert.deepEqual(commentsIn(after), commentsIn(text), `${fix.title}\n${after}`);
      assert.doesNotMatch(fix.title, /note/);
      const program = prepared(after);
      const left = lintsOf(program).filter(({ code, lineNumber }) => code === kind && lineNumber === line);
      assert.deepEqual(left, [], `${fix.title}\n${after}`);
      const others = lintsOf(program).filter((one) => !before.includes(one.code) && one.severity !== "hint");
      assert.deepEqual(others, [], `${fix.title}\n${after}`);
      const run = runOf(program);
      assert.equal(run.ending, ending, `${fix.title}\n${after}`);
      assert.ok(!run.kinds.includes(RUN_KINDS[kind] ?? kind), `${fix.title}: ${run.kinds.join(", ")}`);
    }
  });
}

test("every kind that has a fix has a program", () => {
  const mendable = new Set<string>(names.map(kindOf));
  const seen = new Set<string>();
  for (const folder of ["test/check/cases", "docs/findings", "examples"])
    for (const file of readdirSync(folder)) {
      const whole = readFileSync(join(folder, file), "utf8");
      const text = file.endsWith(".md") ? (/```nasm\n([\s\S]*?)```/.exec(whole)?.[1] ?? "") : whole;
      for (const { code, fixes } of lintsOf(prepared(text))) if (fixes !== undefined) seen.add(code);
    }
  assert.deepEqual(
    [...seen].filter((code) => !mendable.has(code)),
    [],
  );
});

test("no fix is offered that would move arguments on the stack", () => {
  const program = (call: string) => `global main
extern printf
section .rodata
format: db "%d %d %d %d %d %d %d", 10, 0
section .text
main:
${call}
  xor eax, eax
  ret
`;
  const unaligned = "  push 7\n  push 6\n  lea rdi, [format]\n  xor eax, eax\n  call printf\n  add rsp, 16";
  const kept = `  push rbx\n${unaligned}\n  lea eax, [r10 + 1]\n  pop rbx`;
  for (const [call, kind] of [
    [unaligned, "misaligned-call"],
    [kept, "volatile-after-call"],
  ] as const) {
    const found = lintsOf(prepared(program(call))).filter(({ code }) => code === kind);
    assert.deepEqual(
      found.map(({ fixes }) => fixes?.length ?? 0),
      found.map(() => 0),
    );
    assert.ok(found.length > 0, kind);
  }
});
