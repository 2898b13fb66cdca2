// What `run` and F5 agree on: mode, entry, where `extern` names come from, and what is no program. Files are in memory.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { prepareProgram } from "../../debugger/program/prepare.ts";
import type { Program, ProgramRequest } from "../../debugger/program/program.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const bytesOf = (contents: string | Uint8Array) =>
  typeof contents === "string" ? new TextEncoder().encode(contents) : contents;

function prepare(files: Files, options: Partial<ProgramRequest> = {}): Program {
  const given = Object.entries(files).map(([name, contents]) => ({ name, bytes: bytesOf(contents) }));
  return prepareProgram({
    files: given,
    readerFor: () => () => "missing",
    purpose: "run",
    assembler: { timeSeconds: 0 },
    ...options,
  });
}

const folderOf = (files: Files) => () =>
  Object.entries(files).map(([name, contents]) => ({ name, bytes: bytesOf(contents) }));
const messages = ({ diagnostics }: Program) => diagnostics.map(({ message }) => message);
const exit = "  mov eax, 60\n  syscall\n";

test("mode: an option, bits in the source, else 64, or 32 when only that has no error", () => {
  const plain = `global _start\n_start: nop\n${exit}`;
  const old = "global _start\n_start: push eax\n  int 0x80\n";
  assert.deepEqual([prepare({ "a.asm": plain }).bits, prepare({ "a.asm": plain }).bitsDetected], [64, false]);
  assert.deepEqual([prepare({ "a.asm": old }).bits, prepare({ "a.asm": old }).bitsDetected], [32, true]);
  assert.deepEqual(prepare({ "a.asm": old }).notes, ["a.asm: 32-bit (detected)"]);
  assert.equal(prepare({ "a.asm": `bits 32\n${old}` }).bitsDetected, false);
  assert.equal(prepare({ "a.asm": `bits 32\n${old}` }).image!.bits, 32);
  assert.match(messages(prepare({ "a.asm": old }, { bits: 64 }))[0]!, /not supported in 64-bit mode/);
  assert.equal(prepare({ "a.asm": plain.replace("  syscall\n", "") }, { format: "elf32" }).bits, 32);
});

test("incbin: a name that is not ASCII reaches the reader as text", () => {
  const asked: string[] = [];
  const program = prepare(
    { "a.asm": `global _start\n_start: nop\n${exit}section .data\nincbin "ü.bin"\n` },
    {
      readerFor:
        () =>
        ({ name }) => {
          asked.push(name);
          return { name, bytes: new Uint8Array([1, 2, 3]) };
        },
    },
  );
  assert.deepEqual(messages(program), []);
  assert.deepEqual(new Set(asked), new Set(["ü.bin"]));
  assert.equal(program.image!.segments.at(-1)!.bytes.at(-1), 3);
});

test("entry: _start, then main through libc's start-up, then ld's warning", () => {
  const both = prepare({ "a.asm": "global main, _start\nnop\nmain: ret\n_start: ret\n" });
  assert.equal(both.image!.entry, 0x401002);
  assert.equal(both.image!.entryKind, "_start");
  const main = prepare({ "a.asm": "global main\nmain: ret\n" });
  assert.equal(main.image!.entryKind, "main");
  assert.equal(main.image!.entry, main.image!.stubs[0]!.address);
  const neither = prepare({ "a.asm": "nop\n_start: ret\n" });
  assert.equal(neither.image!.entry, 0x401000);
  assert.match(messages(neither)[0]!, /defaulting to 0000000000401000 \(_start is there, but not `global`\)/);
  assert.equal(prepare({ "a.asm": "global f\nnop\nf: ret\n" }, { entry: "f" }).image!.entry, 0x401001);
});

test("extern: the given files, then libc, then the folder, then ld's words", () => {
  const caller = `global _start\nextern malloc, helper\n_start: call malloc\n  call helper\n${exit}`;
  const own = "global malloc, helper\nmalloc: ret\nhelper: ret\n";
  const given = prepare({ "a.asm": caller, "b.asm": own });
  assert.deepEqual(given.image!.stubs, []);
  assert.equal(given.image!.symbols.find(({ name }) => name === "malloc")!.module, "b.asm");
  const folder = folderOf({ "c.asm": "global other\nother: ret\n", "d.asm": "global helper\nhelper: ret\n" });
  const found = prepare({ "a.asm": caller }, { folder });
  assert.deepEqual(found.notes, ["helper is defined in d.asm: linked too"]);
  assert.deepEqual(
    found.image!.stubs.map(({ name }) => name),
    ["malloc"],
  );
  const lost = prepare({ "a.asm": caller });
  assert.equal(lost.image, undefined);
  assert.deepEqual(messages(lost), ["undefined reference to `helper'"]);
  assert.equal(lost.diagnostics[0]!.lineNumber, 4);
});

test("extern: a neighbour with its own _start is another program; neighbours of neighbours come too", () => {
  const caller = `global _start\nextern one\n_start: call one\n${exit}`;
  const other = { "b.asm": "global _start, one\n_start: nop\none: ret\n" };
  assert.deepEqual(messages(prepare({ "a.asm": caller }, { folder: folderOf(other) })), [
    "undefined reference to `one'",
  ]);
  const chain = {
    "b.asm": "global one\nextern two\none: call two\n ret\n",
    "c.asm": "global two\ntwo: ret\n",
  };
  assert.equal(prepare({ "a.asm": caller }, { folder: folderOf(chain) }).notes.length, 2);
  assert.equal(prepare({ "a.asm": caller }, { folder: () => "pending" }).pendingFolder, true);
});

test("libc's variables have a place in .bss", () => {
  const { image } = prepare({
    "a.asm": "global main\nextern stdout, fflush\nmain: mov rdi, [stdout]\n call fflush\n ret\n",
  });
  const stdout = image!.symbols.find(({ name }) => name === "stdout")!;
  assert.equal(image!.sections[stdout.section]!.name, ".bss");
});

test("names from elsewhere get a hint", () => {
  const hinted = (name: string, more = "") =>
    messages(
      prepare({ "a.asm": `global _start\nextern ${name}\n_start: call ${name}\n${exit}`, "b.asm": `nop\n${more}` }),
    )[0];
  assert.match(hinted("ExitProcess")!, /\(ExitProcess is a Windows function\)$/);
  assert.match(hinted("MessageBoxA")!, /Windows function/);
  assert.match(hinted("_ExitProcess@4")!, /\(ExitProcess is a Windows function\)$/);
  assert.match(hinted("swapcontext")!, /\(a function of glibc that Asmoscope does not have\)$/);
  assert.match(hinted("_printf")!, /\(_printf looks like macOS: on Linux it is printf\)$/);
  assert.match(hinted("part", "part: ret\n")!, /\(b\.asm defines it, but not as global\)$/);
  assert.match(hinted("part", "global Part\nPart: ret\n")!, /\(b\.asm defines Part\)$/);
});

test("build refuses what needs libc; it does not look into the folder", () => {
  const build = { purpose: "build" } as const;
  assert.equal(
    prepare({ "a.asm": "global main\nextern printf\nmain: call printf\n" }, build).problem,
    "printf is a libc function: link with `gcc -no-pie`",
  );
  assert.match(prepare({ "a.asm": "global main\nmain: ret\n" }, build).problem!, /^main is called by libc/);
  const caller = "global _start\nextern one\n_start: call one\n";
  const folder = folderOf({ "b.asm": "global one\none: ret\n" });
  assert.deepEqual(messages(prepare({ "a.asm": caller }, { ...build, folder })), ["undefined reference to `one'"]);
  assert.ok(prepare({ "a.asm": caller, "b.asm": "global one\none: ret\n" }, build).image!.file);
});

test("objects and executables beside sources", () => {
  const data = (name: string) => new Uint8Array(readFileSync(join(process.cwd(), "test/obj/data", name)));
  const mixed = prepare({
    "three64.1.o": data("three64.1.o"),
    "b.asm": "global second, third, shared, weak1\nsecond:\nthird:\nweak1: ret\nshared: dd 1\n",
  });
  assert.deepEqual(messages(mixed), []);
  assert.equal(mixed.image!.modules.join(), "three64.1.o,b.asm");
  const linked = prepare({ hello: prepare({ "hello64.o": data("hello64.o") }, { purpose: "build" }).image!.file! });
  assert.equal(linked.image!.entry, 0x401000);
  assert.equal(prepare({ "hello32.o": data("hello32.o") }).bits, 32);
  assert.match(messages(prepare({ "hello32.o": data("hello32.o"), "k.o": data("hello64.o") }))[0]!, /incompatible/);
});

test("flat binaries load at their origin and start at their first byte", () => {
  const { image } = prepare(
    { "a.asm": "bits 64\norg 0x400000\n  mov rax, [value]\nvalue: dq 5\nsection .bss\nroom: resb 100\n" },
    { format: "bin" },
  );
  assert.equal(image!.entry, 0x400000);
  assert.equal(image!.entryKind, "flat");
  assert.equal(image!.segments[0]!.sizeBytes, 16 + 100);
  assert.equal(image!.symbols.find(({ name }) => name === "value")!.address, 0x400008);
  assert.equal(image!.items.find(({ kind }) => kind === "code")!.lineNumber, 3);
});

test("a source with `org` that writes its own ELF header is the program that the header describes", () => {
  const source = [
    "bits 32",
    "  org 0x08048000",
    "header: db 0x7f, 'ELF', 1, 1, 1",
    "  times 9 db 0",
    "  dw 2, 3",
    "  dd 1, start, segment_ - $$, 0, 0",
    "  dw 52, 32, 1, 0, 0, 0",
    "segment_: dd 1, 0, $$, $$, size, size, 5, 0x1000",
    "start: mov eax, 1",
    "  int 0x80",
    "size equ $ - $$",
  ].join("\n");
  for (const options of [{}, { format: "bin" }] as const) {
    const { image, diagnostics, bits } = prepare({ "tiny.asm": source }, options);
    assert.deepEqual(diagnostics, []);
    assert.equal(bits, 32);
    assert.equal(image!.entryKind, "_start");
    assert.equal(image!.entry, 0x8048000 + 52 + 32);
    assert.equal(image!.items.find(({ address }) => address === image!.entry)!.lineNumber, 9);
  }
});

test("files that are no program get a sentence", () => {
  const problem = (files: Files, options?: Partial<ProgramRequest>) => prepare(files, options).problem;
  assert.match(problem({ "a.asm": "bits 16\norg 0x7c00\nnop\n" })!, /^a\.asm is a 16-bit boot sector or DOS program/);
  assert.match(problem({ "a.inc": "%define A 1\n" })!, /no instructions/);
  assert.match(problem({ "a.asm": "" })!, /empty/);
  assert.match(problem({})!, /no file/);
});

test("sources for the driver of PC Assembly Language: asm_main is called as main, its library assembled for Linux", () => {
  const first = "bits 32\nextern print_nl\nglobal asm_main\nasm_main: call print_nl\n ret\n";
  const library =
    "bits 32\n%ifdef ELF_TYPE\n %define _putchar putchar\n%endif\nextern _putchar\nglobal print_nl\nprint_nl: call _putchar\n ret\n";
  const program = prepare({ "first.asm": first }, { folder: folderOf({ "asm_io.asm": library }) });
  assert.deepEqual(messages(program), []);
  assert.equal(program.image!.entryKind, "main");
  const address = (name: string) => program.image!.symbols.find((symbol) => symbol.name === name)?.address;
  assert.equal(address("main"), address("asm_main"));
  assert.match(program.notes.at(-1)!, /^asm_main is called as main/);
  const driven = prepare({ "first.asm": first, "asm_io.asm": library, "d.asm": "bits 32\nglobal main\nmain: ret\n" });
  assert.notEqual(driven.image!.symbols.find(({ name }) => name === "main")!.address, address("asm_main"));
  assert.match(
    prepare({ "first.asm": first, "asm_io.asm": library }, { purpose: "build" }).problem ?? "no problem",
    /no problem/,
  );
});

test("a program may be written as bytes; data alone is none", () => {
  const bytes = prepare({ "a.asm": "global _start\nsection .text\n_start: db 0xb8,60,0,0,0\n db 0x0f,5\n" });
  assert.equal(bytes.image?.entry, bytes.image?.symbols.find(({ name }) => name === "_start")?.address);
  const data = prepare({ "a.asm": "global _start\nsection .data\n_start: dd 5\n" });
  assert.match(data.problem ?? "", /no instructions/);
});
