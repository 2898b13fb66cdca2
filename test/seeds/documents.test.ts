// The samples of the teaching documents themselves, extracted as they stand and put into the smallest program around them,
// where the documents are at hand. What must be seen in each is written here.

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { checkText, type ReportFinding, runText, type Seen } from "./run.ts";

const FOLDER = join("..", "shared", "seeds");
const missing = existsSync(FOLDER) ? false : "the documents are not beside this checkout";

/** Code blocks of document `number`, in order. */
function samples(number: number): string[] {
  const prefix = String(number).padStart(3, "0");
  const name = readdirSync(FOLDER).find((file) => file.startsWith(prefix))!;
  const text = readFileSync(join(FOLDER, name), "utf8");
  return [...text.matchAll(/^[ \t]*```\w*\n([\s\S]*?)\n?[ \t]*```/gm)].map((match) => match[1]!);
}

/** A `main` around a fragment that calls malloc and free; rbx is kept for it. */
const inMain = (body: string): string =>
  `default rel\nextern malloc, free\nglobal main\nsection .text\nmain:\npush rbx\n${body}\nxor eax, eax\npop rbx\nret\n`;
/** A `_start` around a fragment, with data in front. */
const inStart = (body: string, data = ""): string =>
  `${data}\nsection .text\nglobal _start\n_start:\n${body}\nmov eax, 60\nxor edi, edi\nsyscall\n`;

const lineOf = (text: string, part: string): number => text.split("\n").findIndex((line) => line.includes(part)) + 1;

function finding(seen: Seen, kind: string): ReportFinding {
  const found = seen.report.findings?.find((one) => one.kind === kind);
  assert.ok(found, `${kind} among ${JSON.stringify(seen.report.findings?.map((one) => one.kind))}`);
  return found;
}

test("document 0: the stack sample is a 32-bit program", { skip: missing }, () => {
  const sample = samples(0).find((text) => text.includes("push ebp"))!;
  const seen = runText("stack.asm", sample, ["-m32"]);
  assert.equal(seen.status, 0);
  assert.deepEqual(seen.report.findings, []);
  assert.equal(runText("stack.asm", sample).status, 0, "the mode is detected");
  const checked = checkText("stack.asm", sample, ["-m64"]);
  const errors = checked.diagnostics.filter((one) => one.severity === "error");
  assert.deepEqual(
    errors.map((one) => [one.line, one.message]),
    [
      [lineOf(sample, "push ebp"), "instruction not supported in 64-bit mode"],
      [lineOf(sample, "pop ebp"), "instruction not supported in 64-bit mode"],
    ],
  );
  assert.ok(checked.fixes.length > 0, "a quick fix");
  assert.ok(
    checked.diagnostics.some((one) => one.severity === "note" && /32-bit program.*-m32/.test(one.message)),
    "the note",
  );
});

test("document 0: the data sample assembles", { skip: missing }, () => {
  const sample = samples(0).find((text) => text.includes("section .data"))!;
  assert.equal(runText("data.asm", inStart("mov al, [myVariable]", sample)).status, 0);
});

test("document 1: a store without a size, with a quick fix", { skip: missing }, () => {
  const store = samples(1).find((text) => text.includes("0xDEADBEEF"))!;
  const checked = checkText("size.asm", inMain(`mov edi, 64\ncall malloc\n${store}\nmov rdi, rax\ncall free`));
  assert.ok(
    checked.diagnostics.some((one) => one.severity === "error" && one.message === "operation size not specified"),
  );
  assert.ok(checked.fixes.some((title) => /dword/.test(title)));
});

test("document 1: malloc, store, free", { skip: missing }, () => {
  const [allocate, store, release] = samples(1);
  const text = inMain(`${allocate}\n${store!.replace("mov [rax]", "mov dword [rax]")}\n${release}`);
  const seen = runText("life.asm", text);
  assert.equal(seen.status, 0);
  assert.deepEqual(seen.report.findings, []);
});

test("document 1: use after free, as written and with the pointer kept", { skip: missing }, () => {
  const sample = samples(1).find((text) => text.includes("use-after-free"))!;
  const text = inMain(`mov edi, 64\ncall malloc\n${sample}`);
  const found = finding(runText("uaf.asm", text), "volatile-after-call");
  assert.equal(found.line, lineOf(text, "mov rbx, [rax]"));
  assert.deepEqual(found.related.map((place) => place.what).sort(), ["allocated", "called", "freed"]);
  const kept = inMain(`mov edi, 64\ncall malloc\nmov rbx, rax\n${sample.replace("mov rbx, [rax]", "mov rdx, [rbx]")}`);
  const used = finding(runText("uaf.asm", kept), "use-after-free-read");
  assert.equal(used.line, lineOf(kept, "mov rdx, [rbx]"));
  assert.deepEqual(
    used.related.map((place) => [place.what, place.line]),
    [
      ["allocated", lineOf(kept, "call malloc")],
      ["freed", lineOf(kept, "call free")],
    ],
  );
});

test("document 1: two bytes allocated, eight written", { skip: missing }, () => {
  const sample = samples(1).find((text) => text.includes("0x1122334455667788"))!;
  const text = inMain(`${sample}\nmov rdi, rax\ncall free`);
  const seen = runText("small.asm", text);
  const found = finding(seen, "heap-overflow-write");
  assert.equal(found.line, lineOf(text, "mov qword [rax]"));
  assert.match(found.message, /8 bytes.* 6 of them past the end of a block of 2 bytes/);
  const warnings = seen.stderr.split("\n").filter((line) => line.startsWith(`small.asm:${found.line}: warning`));
  assert.equal(warnings.length, 2, "NASM's two warnings");
});

test("document 1: without free there is a leak", { skip: missing }, () => {
  const [allocate] = samples(1);
  const text = inMain(allocate!);
  const seen = runText("leak.asm", text);
  const leak = seen.report.findings?.find((one) => one.kind.startsWith("leak-"));
  assert.ok(leak);
  assert.deepEqual(
    leak.related.map((place) => [place.what, place.line]),
    [
      ["allocated", lineOf(text, "call malloc")],
      ["last pointer lost", lineOf(text, "xor eax, eax")],
    ],
  );
});

test("document 2: data, bss, push and pop, align", { skip: missing }, () => {
  const [data, bss, stack] = samples(2);
  const align = samples(2).find((text) => text.includes("align"))!;
  assert.equal(
    runText("data.asm", inStart("mov eax, [array]\nmov [uninitialized_var], eax", `${data}${bss}`)).status,
    0,
  );
  const pushed = `bits 32\nsection .text\nglobal _start\n_start:\n${stack}\nmov eax, 1\nxor ebx, ebx\nint 0x80\n`;
  assert.equal(runText("stack.asm", pushed).status, 0);
  assert.equal(runText("align.asm", inStart(`nop\n${align}\nnop`)).status, 0);
});

test("document 2: mmap as written fails with EINVAL, and the report says why", { skip: missing }, () => {
  const sample = samples(2).find((text) => text.includes("mmap"))!;
  const text = inStart(sample);
  const found = finding(runText("mmap.asm", text), "syscall-args");
  assert.equal(found.line, lineOf(text, "syscall\n") || found.line);
  assert.match(found.message, /mmap fails: .*EINVAL/);
});

test("document 2: munmap as written is mprotect", { skip: missing }, () => {
  const sample = samples(2).find((text) => text.includes("munmap"))!;
  const text = inStart(sample, "section .bss\naddress_to_free: resb 4096");
  const found = finding(runText("munmap.asm", text), "syscall-args");
  assert.match(found.message, /System call 10 is mprotect, not munmap/);
});

test("document 3: the brk sample as written, and mended", { skip: missing }, () => {
  const sample = samples(3).find((text) => text.includes("increment db"))!;
  const seen = runText("brk.asm", sample);
  assert.match(seen.stderr, new RegExp(`brk.asm:${lineOf(sample, "increment db")}: warning: byte data exceeds bounds`));
  const wide = finding(seen, "element-size-mismatch");
  assert.equal(wide.line, lineOf(sample, "add rbx, [increment]"));
  assert.match(finding(seen, "syscall-args").message, /brk\(.*\) fails to move the break/);
  const mended = runText("brk.asm", sample.replace("increment db", "increment dq"));
  assert.equal(mended.status, 0);
  assert.deepEqual(mended.report.findings, []);
});
