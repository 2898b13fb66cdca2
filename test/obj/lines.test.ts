// Line information: written as nasm -g writes it, and read back. RECORD=1 asks nasm again.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { assemble } from "../../server/asm/assemble.ts";
import { visitsOf } from "../../server/asm/module.ts";
import { sourceFromText } from "../../server/base/source.ts";
import { readElfFile, readSymbols } from "../../server/obj/elf-file.ts";
import { link } from "../../server/obj/link.ts";
import { readObject } from "../../server/obj/read-elf.ts";
import { readExecutable } from "../../server/obj/read-executable.ts";
import { writeElf } from "../../server/obj/write-elf.ts";

const golden = join(process.cwd(), "test/obj/lines.golden.txt");

const files: Readonly<Record<string, string>> = {
  "inc.inc": " mov ecx, 1\n mov edx, 2\n",
  "a.asm": `global main
%macro two 0
 nop
 inc eax
%endmacro
section .text
main: mov eax, 1

 mov ebx, 2
 two
 jmp main
%include "inc.inc"
 times 3 nop
 db 1,2
.l: ret
section .data
x: dd 5
y: db "text"
section .text.b progbits alloc exec
f: nop
 ret
section .text
 times 200 nop
 leave
section .bss
room: resb 4
`,
  "data.asm": "section .data\nx: dd 1\n",
  "late.asm": '%include "data.asm"\n section .foo exec\n%include "inc.inc"\n section .text\n nop\n',
  "macro.inc": "%macro two 0\n nop\n inc eax\n%endmacro\n",
  // What is only counted puts its file into the table; incbin gives no type.
  "counted.asm":
    'struc point\n.x: resd 1\nendstruc\n%include "inc.inc"\nraw: incbin "inc.inc"\n section .data\nlist: incbin "data.asm"\n dd 5\n',
  // Lines of macros stand where `%line` says, as do those of the code around them.
  "moved.asm":
    "%line 5+1 gen.c\n%macro m 0\n nop\n%rep 2\n inc eax\n%endrep\n%endmacro\n nop\n m\n%line 40+2 other.c\n m\n nop\n",
  // Code before any section: its lines come first.
  "first.asm":
    '%include "macro.inc"\n two\n section .foo exec\n nop\n section .text\n two\n section .foo\n two\n ret\n',
};
type Format = "elf32" | "elfx32" | "elf64";
const cases: readonly (readonly [string, Format, "stabs"?])[] = [
  ["a.asm", "elf64"],
  ["a.asm", "elf32"],
  ["a.asm", "elfx32"],
  ["data.asm", "elf64"],
  ["late.asm", "elf64"],
  ["first.asm", "elf32"],
  ["counted.asm", "elf64"],
  ["counted.asm", "elf32", "stabs"],
  ["a.asm", "elf64", "stabs"],
  ["moved.asm", "elf64"],
  ["moved.asm", "elf32", "stabs"],
  ["data.asm", "elf32", "stabs"],
  ["late.asm", "elf32", "stabs"],
  ["first.asm", "elfx32", "stabs"],
];

/** The debug sections that name no folder, and the symbols, as text. */
function describe(bytes: Uint8Array): string {
  const file = readElfFile(bytes);
  if (typeof file === "string") return file;
  const lines = file.sections
    .filter(({ name }) => /debug_(line|aranges|abbrev)|stab/.test(name))
    .map((section) => `${section.name} ${Buffer.from(section.bytes).toString("hex")}`);
  const symbols = readSymbols(file, file.sections.find(({ name }) => name === ".symtab")!);
  return [...lines, ...symbols.map((s) => `${s.name} type ${s.type} section ${s.section} size ${s.sizeBytes}`)].join(
    "\n",
  );
}

function byNasm(name: string, format: string, lines: "dwarf" | "stabs"): string {
  const folder = mkdtempSync(join(tmpdir(), "asmoscope-"));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
  spawnSync("nasm", ["--reproducible", "-F", lines, "-f", format, name, "-o", "x.o"], { cwd: folder });
  const text = describe(new Uint8Array(readFileSync(join(folder, "x.o"))));
  rmSync(folder, { recursive: true });
  return text;
}

function moduleOf(name: string, format: Format) {
  const assembly = assemble(sourceFromText(name, files[name]!), {
    format,
    reader: (request) => ({ name: request.name, bytes: new TextEncoder().encode(files[request.name]) }),
    timeSeconds: 0,
    debug: true,
  });
  assert.deepEqual(assembly.diagnostics, []);
  return assembly.module;
}

const debug = { directory: "/folder/", producer: "NASM" };
const sheet = (answer: (name: string, format: Format, lines: "dwarf" | "stabs") => string) =>
  cases
    .map(([name, format, lines]) => [name, format, lines ?? "dwarf"] as const)
    .map(([name, format, lines]) => `${name} ${format} ${lines}\n${answer(name, format, lines)}\n`)
    .join("\n");

test("nasm -g: line tables and typed symbols, byte for byte", () => {
  if (process.env.RECORD) writeFileSync(golden, sheet(byNasm));
  const ours = sheet((name, format, lines) => {
    const module = moduleOf(name, format);
    return describe(writeElf(module, format, { ...debug, visits: visitsOf(module), format: lines }));
  });
  assert.equal(ours, existsSync(golden) ? readFileSync(golden, "utf8") : "");
});

const expected = ["a.asm:7 5", "a.asm:9 5", "a.asm:3 1", "a.asm:4 2", "a.asm:11 2", "inc.inc:1 5", "inc.inc:2 5"];

test("lines of an object come back as runs of bytes", () => {
  for (const format of ["elf64", "elfx32"] as const) {
    const object = readObject("a.o", writeElf(moduleOf("a.asm", format), format, debug));
    if (typeof object === "string") assert.fail(object);
    const items = object.sections.find(({ name }) => name === ".text")!.items;
    const seen = items.slice(0, 7).map(({ file, lineNumber, sizeBytes }) => `${file}:${lineNumber} ${sizeBytes}`);
    assert.deepEqual(seen, expected);
  }
});

test("lines of an executable built with -g come back at their addresses", () => {
  for (const bits of [32, 64] as const) {
    const module = moduleOf("a.asm", bits === 64 ? "elf64" : "elf32");
    const { image } = link([module], { bits, name: "a", entry: "main", debug });
    const again = readExecutable("a", image!.file!);
    if (typeof again === "string") assert.fail(again);
    const text = image!.sections.find(({ name }) => name === ".text")!.address;
    const inside = again.items.filter(({ address }) => address >= text);
    assert.equal(inside[0]!.address, text);
    assert.deepEqual(
      inside.map(({ file, lineNumber }) => `${file}:${lineNumber}`).filter((place) => /:(20|21|24)$/.test(place)),
      ["a.asm:24", "a.asm:20", "a.asm:21"],
    );
  }
});
