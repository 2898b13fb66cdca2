// Flat binaries against NASM: each source's bytes, or its sentence, as nasm -f bin gave them. RECORD=1 asks nasm again.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { assemble } from "../../server/asm/assemble.ts";
import { sourceFromText } from "../../server/base/source.ts";
import { writeBin } from "../../server/obj/write-bin.ts";
import { writeMap } from "../../server/obj/write-map.ts";

const golden = join(process.cwd(), "test/obj/flat.golden.txt");

const sources = [
  "org 0x100\nsection .data\ndw x,y,z\nx: db 1\nsection .text\nmov ax,y\ny: nop\nsection .bss\nz: resb 3\nsection foo\ndb 7,8,9",
  "org 0x100\nsection a start=0x120\ndb 1\nsection b start=0x110\ndb 2\nsection c\ndb 3\nsection .text\ndb 4",
  "section a follows=b\ndb 1\nsection b\ndb 2\nsection c vstart=0x7000\nx: dw x\nsection d vfollows=c\ny: dw y\nsection n nobits\nz: resb 1\nsection .text\ndw z,y\nsection bb nobits vfollows=n\nq: resb 3\nsection .data\ndw q\nsection last\ndw .l\n.l:",
  "section a start=0\ndb 1,2,3\nsection b start=2\ndb 2",
  "org 0x10\nsection a start=0\ndb 1,2,3",
  "section a align=16\ndb 1\nsection b align=16 valign=32\nl: dw l\nsection c align=1\ndb 5\nsection d align=1\ndb 6\nsection e vstart=0x100 valign=64\nm: dw m",
  "section a follows=zz\ndb 1",
  "section a vfollows=zz\ndb 1",
  "section .bss start=0x100\nx: resb 4\nsection .text\ndw x",
  "section .bss follows=foo\nx: resb 4\nsection .text\ndw x\nsection foo\ndb 1,2,3,4,5\nsection goo\ndb 9",
  "org 3\ndb 1\nsection .data\ny: dw y",
  "section .text align=16\ndb 1\nsection .data align=32\ndb 1",
  "section a\ndb 1\nsection b\ndb 2\nsection c follows=a\ndb 3\nsection d follows=.text\ndb 4\nsection e follows=a\ndb 5",
  "section a follows=b\ndb 1\nsection b start=0x10\ndb 2\nsection c start=8\ndb 3\nsection d\ndb 4",
  "section a nobits\nx: resb 3\nsection b nobits\ny: resb 5\nsection .text\ndw x,y\nsection .bss\nz: resb 1\nsection .text\ndw z\nsection q\ndb 1\nsection .text\nw: dw w",
  "section .data\ndw 1\nsection a start=0x20 vstart=0x7000\ndb 1\nsection b vfollows=a\ndb 2\nsection c\nl: dw l\nsection .bss\nm: resb 1\nsection .data\ndw m",
  "section a nobits vstart=0x600\nx: resb 4\nsection b nobits\ny: resb 1\nsection .text\ndw x,y",
  "section a valign=16\nx: dw x\nsection b valign=16\ny: dw y",
  "org 0x7c00\ntimes 3 nop\nsection a vstart=0\nx: dw x\nsection b\ny: dw y\nsection c vfollows=b\nz: dw z",
  "bits 32\norg 0x1000\ncall f\njmp near g\nmov eax,[v]\nsection .data\nv: dd v\nf: ret\nsection .text\ng: ret",
  "bits 64\norg 0x400000\nlea rax,[rel v]\nmov rax, v\nmov eax, [v]\nsection .data\nv: dq v, k\nk equ 77",
  // The first section is aligned behind the origin; without `org` the program begins where its first section does.
  "org 0x7c10\nsection .text align=64\n db 1\na: dd a\n",
  "section .text start=0x80\nx: dd x\nsection .b\n dd x\n",
  "section .b valign=16\n db 1\nsection .c\n db 2\nsection .f vfollows=.b\nf: dd f\n",
  "section .b start=0x30\n db 1\nsection .f start=0x40 valign=16\nf: dd f\nsection .g\n db 2\n",
  // What stands behind a section that follows goes with it.
  "section .b\n db 1\nsection .c\n db 2\nsection .e follows=.b\n db 4\nsection .f vfollows=.b align=16\nf: dd f\n",
  "section .text follows=.a\n db 3\nsection .b\n db 1\nsection .a\n db 7\nsection .data\n db 2\nsection .c\n db 1\n",
  "section .x nobits align=16 valign=4\n resb 1\n",
  "org 0x30\nsection .a align=8\n db 1\nsection .text follows=.b\n db 2\nsection .b start=0\n db 3\n",
];

/** Hexadecimal bytes, or the message. */
function byNasm(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), "asmoscope-"));
  writeFileSync(join(folder, "x.asm"), `${source}\n`);
  const child = spawnSync("nasm", ["-f", "bin", "x.asm", "-o", "x.bin"], { cwd: folder, encoding: "utf8" });
  const binary = join(folder, "x.bin");
  const text =
    child.status === 0 ? readFileSync(binary).toString("hex") : child.stderr.trim().replace(/^.*fatal: /, "");
  rmSync(folder, { recursive: true });
  return text;
}

function byUs(source: string): string {
  const assembly = assemble(sourceFromText("x.asm", `${source}\n`), {
    format: "bin",
    reader: () => "missing",
    timeSeconds: 0,
  });
  if (assembly.diagnostics[0]) return assembly.diagnostics[0].message;
  const flat = writeBin(assembly.module);
  return flat.errors[0] ?? Buffer.from(flat.bytes).toString("hex");
}

const sheet = (answer: (source: string) => string) =>
  sources.map((source) => `${source}\n= ${answer(source)}\n`).join("\n");

test("sections of flat binaries lie where nasm puts them", () => {
  if (process.env.RECORD) writeFileSync(golden, sheet(byNasm));
  assert.equal(sheet(byUs), existsSync(golden) ? readFileSync(golden, "utf8") : "");
});

test("sections that follow each other in a circle are refused", () => {
  const assembly = assemble(sourceFromText("x.asm", "section a follows=b\ndb 1\nsection b follows=a\ndb 2\n"), {
    format: "bin",
    reader: () => "missing",
    timeSeconds: 0,
  });
  assert.match(writeBin(assembly.module).errors[0]!, /self following/);
});

test("the map of a flat binary is nasm's", () => {
  const source = sourceFromText("map.asm", readFileSync("test/obj/map.asm", "utf8"));
  const { module } = assemble(source, { format: "bin", reader: () => "missing", timeSeconds: 0 });
  assert.equal(module.map?.file, "out.map");
  const map = writeMap(module, writeBin(module), { source: "map.asm", output: "map.bin" });
  assert.equal(map, readFileSync("test/obj/map.golden.txt", "utf8"));
});
