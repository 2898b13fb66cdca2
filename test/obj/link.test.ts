// The linker against ld 2.40, and the object reader and writer against NASM 2.16.01. RECORD=1 records both anew: it needs
// nasm and ld; without it nothing but the files in data/ is needed.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assemble } from "../../server/asm/assemble.ts";
import { sourceFromText } from "../../server/base/source.ts";
import { readElfFile, readSymbols } from "../../server/obj/elf-file.ts";
import { link, missingNames } from "../../server/obj/link.ts";
import type { ObjectModule } from "../../server/obj/object-module.ts";
import { readObject } from "../../server/obj/read-elf.ts";
import { readExecutable } from "../../server/obj/read-executable.ts";
import { writeElf } from "../../server/obj/write-elf.ts";
import { describeElf } from "./describe-elf.ts";

const folder = join(process.cwd(), "test/obj/data");
const sources = readdirSync(folder).filter((name) => name.endsWith(".asm"));
const programs = [...new Set(sources.map((name) => name.split(".")[0]!))].sort();

const formatOf = (name: string) => (/x32/.test(name) ? "elfx32" : /32/.test(name) ? "elf32" : "elf64");
const objectsOf = (program: string) =>
  sources.filter((name) => name.split(".")[0] === program).map((name) => name.replace(/asm$/, "o"));

function record(): void {
  for (const name of sources) {
    const object = name.replace(/asm$/, "o");
    execFileSync("nasm", ["--reproducible", "-f", formatOf(name), name, "-o", object], { cwd: folder });
  }
  for (const program of programs) {
    if (formatOf(program) === "elfx32") continue;
    const machine = formatOf(program) === "elf32" ? "elf_i386" : "elf_x86_64";
    execFileSync("ld", ["-m", machine, "-o", "linked", ...objectsOf(program)], { cwd: folder, stdio: "ignore" });
    writeFileSync(join(folder, `${program}.golden.txt`), describeElf(bytesOf("linked")));
    rmSync(join(folder, "linked"));
  }
}

const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)));

function moduleOf(name: string): ObjectModule {
  const module = readObject(name, bytesOf(name));
  if (typeof module === "string") assert.fail(`${name}: ${module}`);
  return module;
}

if (process.env.RECORD) record();

for (const source of sources) {
  test(`${source}: reading NASM's object and writing it again gives the same bytes`, () => {
    const name = source.replace(/asm$/, "o");
    const written = writeElf(inDefinitionOrder(moduleOf(name), bytesOf(name)), formatOf(source));
    assert.deepEqual(Buffer.from(written), Buffer.from(bytesOf(name)));
  });
}

/** The order in which NASM met the symbols shows in its string table; the symbol table has locals first. */
function inDefinitionOrder(module: ObjectModule, bytes: Uint8Array): ObjectModule {
  const file = readElfFile(bytes);
  if (typeof file === "string") return assert.fail(file);
  const all = readSymbols(file, file.sections.find((section) => section.name === ".symtab")!);
  const own = all.filter((symbol, k) => k > 0 && symbol.type !== 3 && symbol.type !== 4);
  const order = [...own.keys()].sort((a, b) => own[a]!.nameOffset - own[b]!.nameOffset);
  return {
    ...module,
    name: all.find((symbol) => symbol.type === 4)!.name,
    symbols: order.map((k) => module.symbols[k]!),
    sections: module.sections.map((section) => ({
      ...section,
      fixups: section.fixups.map((fixup) =>
        "symbol" in fixup.target ? { ...fixup, target: { symbol: order.indexOf(fixup.target.symbol) } } : fixup,
      ),
    })),
  };
}

for (const program of programs.filter((name) => formatOf(name) !== "elfx32")) {
  test(`${program}: laid out as ld lays it out`, () => {
    const bits = formatOf(program) === "elf32" ? 32 : 64;
    const { image, diagnostics } = link(objectsOf(program).map(moduleOf), { bits, name: program });
    assert.deepEqual(diagnostics, []);
    assert.equal(describeElf(image!.file!), readFileSync(join(folder, `${program}.golden.txt`), "utf8"));
    const again = readExecutable(program, image!.file!);
    if (typeof again === "string") assert.fail(again);
    assert.deepEqual(again.segments, image!.segments);
    assert.equal(again.entry, image!.entry);
  });
}

test("undefined names are reported in ld's words, with what the caller knows about them", () => {
  const module = moduleOf("three64.1.o");
  assert.deepEqual(
    missingNames([module]),
    ["second", "third", "weak1", "shared"].sort((a, b) => use(a) - use(b)),
  );
  const { image, diagnostics } = link([module], {
    bits: 64,
    name: "x",
    explain: (name) => (name === "third" ? "it is the third" : undefined),
  });
  assert.equal(image, undefined);
  assert.deepEqual(
    diagnostics.map(({ message }) => message),
    [
      "in function `_start': three64.1.asm:(.text+0x1): undefined reference to `second'",
      "in function `_start': three64.1.asm:(.text+0x6): undefined reference to `third' (it is the third)",
      "in function `_start': three64.1.asm:(.text+0xd): undefined reference to `shared'",
      "in function `_start': three64.1.asm:(.text+0x12): undefined reference to `weak1'",
    ],
  );
  function use(name: string): number {
    return ["second", "third", "shared", "weak1"].indexOf(name);
  }
});

test("a name defined twice, and a file for the other machine", () => {
  const [one, two, three] = objectsOf("three64").map(moduleOf) as [ObjectModule, ObjectModule, ObjectModule];
  const twice = link([one, two, three, three], { bits: 64, name: "x" });
  assert.deepEqual(
    twice.diagnostics.map(({ message }) => message),
    [
      "multiple definition of `third'; three64.3.o:three64.3.asm:(.text+0x0): first defined here",
      "multiple definition of `weak1'; three64.3.o:three64.3.asm:(.text+0x1): first defined here",
      "multiple definition of `shared'; three64.3.o:three64.3.asm:(.data+0x0): first defined here",
    ],
  );
  const wrong = link([one], { bits: 32, name: "x" });
  assert.match(wrong.diagnostics[0]!.message, /^i386:x86-64 architecture of input file `three64.1.o' is incompatible/);
});

test("libc: stubs on a page behind the program, variables in .bss, the program itself where it was", () => {
  const modules = [moduleOf("three64.1.o")];
  const stubBytes = [0x0f, 0x0b, 0xc3];
  const libc = {
    isFunction: (name: string) => name !== "shared",
    isObject: (name: string) => name === "shared",
    stubBytes,
    startStub: "start",
  };
  const { image, diagnostics } = link(modules, { bits: 64, name: "x", libc });
  assert.deepEqual(diagnostics, []);
  assert.deepEqual(
    image!.stubs.map(({ name, address }) => `${name} ${address.toString(16)}`),
    ["start 403000", "second 403010", "third 403020", "weak1 403030"],
  );
  assert.equal(image!.entry, 0x403000);
  assert.equal(image!.entryKind, "main");
  const text = image!.segments.find((segment) => segment.address === 0x401000)!;
  const displacement = new DataView(text.bytes.slice().buffer).getInt32(1, true);
  assert.equal(0x401005 + displacement, 0x403010);
  assert.deepEqual([...image!.segments.at(-1)!.bytes.subarray(16, 19)], stubBytes);
  const shared = image!.symbols.find(({ name }) => name === "shared")!;
  assert.equal(image!.sections[shared.section]!.name, ".bss");
});

test("without _start the program begins at .text, and -e takes names and numbers", () => {
  const modules = [moduleOf("three64.3.o")];
  const plain = link(modules, { bits: 64, name: "x" });
  assert.equal(plain.diagnostics[0]!.message, "cannot find entry symbol _start; defaulting to 0000000000401000");
  assert.equal(plain.image!.entry, 0x401000);
  assert.equal(link(modules, { bits: 64, name: "x", entry: "weak1" }).image!.entry, 0x401001);
  assert.equal(link(modules, { bits: 64, name: "x", entry: "0x401001" }).image!.entry, 0x401001);
});

test("thread-local variables are aligned for all of them, as ld aligns them", () => {
  const text = `global _start
section .text
_start: nop
section .tdata align=4
dd 1, 2, 3
section .tbss align=64
resb 16
section .data
dd 5
`;
  const source = sourceFromText("threads.asm", text);
  const { module } = assemble(source, { format: "elf64", reader: () => "missing", timeSeconds: 0 });
  const { image } = link([module], { bits: 64, name: "x" });
  // readelf -lW of what ld makes of nasm's object.
  assert.deepEqual(
    describeElf(image!.file!)
      .split("\n")
      .filter((line) => line.startsWith("segment ")),
    [
      "segment 1 flags 4 at 400000 offset 0 bytes 158 of 158",
      "segment 1 flags 5 at 401000 offset 1000 bytes 1 of 1",
      "segment 1 flags 6 at 402fc0 offset 1fc0 bytes 44 of 44",
      "segment 7 flags 4 at 402fc0 offset 1fc0 bytes c of 50",
      "segment 6474e552 flags 4 at 402fc0 offset 1fc0 bytes 40 of 40",
    ],
  );
});

test("damaged files are refused with a sentence", () => {
  const whole = bytesOf("kinds64.o");
  for (let cut = 0; cut < whole.length; cut += 7) {
    const module = readObject("cut", whole.subarray(0, cut));
    assert.equal(typeof module, "string", `cut at ${cut}`);
  }
  let seed = 1;
  for (let round = 0; round < 500; round++) {
    const damaged = whole.slice();
    for (let k = 0; k < 4; k++) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff;
      damaged[seed % damaged.length] = (seed >> 8) & 255;
    }
    const module = readObject("damaged", damaged);
    if (typeof module !== "string") link([module], { bits: 64, name: "x" });
  }
});
