// Objects that compilers make, linked by ours and run in the machine: output and status as ld's executable gives them
// natively. RECORD=1 compiles and records anew; without it nothing but the files in compiled/ is needed.

import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { prepareProgram } from "../../debugger/program/prepare.ts";
import { nativeRun } from "../programs/native.ts";
import { runExecutable } from "../programs/run.ts";

const folder = join(process.cwd(), "test/obj/compiled");
const scratch = mkdtempSync(join(tmpdir(), "compiled-"));
after(() => rmSync(scratch, { recursive: true }));

const BASE = ["-Os", "-w", "-ffreestanding", "-fno-stack-protector", "-fno-asynchronous-unwind-tables"];
/** Each is a program of NAME and NAME.2, compiled with these flags. `library`: all but the first are in an archive. */
interface Case {
  readonly name: string;
  readonly key: string;
  readonly flags: readonly string[];
  readonly library?: true;
}
const CASES: readonly Case[] = [
  { name: "ctor", key: "64", flags: [] },
  { name: "ctor", key: "library", flags: [], library: true },
  { name: "bounds", key: "32", flags: ["-m32", "-fcommon"] },
  { name: "cpp", key: "pic32", flags: ["-m32", "-fPIC", "-fno-exceptions", "-fno-rtti", "-fno-threadsafe-statics"] },
  { name: "big", key: "large", flags: ["-mcmodel=large", "-fPIC"] },
  { name: "big", key: "compressed", flags: ["-g", "-gz", "-fno-pic"] },
  { name: "tls", key: "dynamic", flags: ["-fPIC", "-g"] },
  { name: "tls", key: "descriptors", flags: ["-fPIC", "-mtls-dialect=gnu2"] },
];

const filesOf = ({ name, key, library }: Case): string[] =>
  library ? [`${name}.${key}.o`, `${name}.${key}.a`] : ["", ".2", ".rt"].map((part) => `${name}.${key}${part}.o`);

function record(one: Case): void {
  const { name, key, flags, library } = one;
  const source = (part: string) =>
    readdirSync(folder).find((file) => [`${name}${part}.c`, `${name}${part}.cc`].includes(file))!;
  const parts = [
    ["", source("")],
    [".2", source(".2")],
    [".rt", "rt.c"],
  ] as const;
  for (const [part, file] of parts)
    execFileSync("gcc", ["-c", ...BASE, ...flags, file, "-o", `${name}.${key}${part}.o`], { cwd: folder });
  if (library) {
    const members = [`${name}.${key}.rt.o`, `${name}.${key}.2.o`];
    execFileSync("ar", ["rcsD", `${name}.${key}.a`, ...members], { cwd: folder });
    for (const member of members) rmSync(join(folder, member));
  }
  const machine = flags.includes("-m32") ? "elf_i386" : "elf_x86_64";
  const linked = join(scratch, "native");
  execFileSync("ld", ["-m", machine, "-o", linked, ...filesOf(one)], { cwd: folder, stdio: "ignore" });
  writeFileSync(join(folder, `${name}.${key}.out`), nativeRun(linked, {}), "latin1");
}

for (const one of CASES) {
  if (process.env.RECORD) record(one);
  test(`${one.name}, ${one.key}: linked and run as ld's`, () => {
    const files = filesOf(one).map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));
    const program = prepareProgram({
      files,
      readerFor: () => () => "missing",
      purpose: "build",
      assembler: { timeSeconds: 0 },
    });
    assert.ok(program.image?.file, program.problem ?? program.diagnostics.map(({ message }) => message).join("; "));
    const linked = join(scratch, `${one.name}.${one.key}`);
    writeFileSync(linked, program.image.file);
    assert.equal(runExecutable(linked, {}), readFileSync(join(folder, `${one.name}.${one.key}.out`), "latin1"));
  });
}

test("compressed debug information gives its lines", () => {
  const files = ["", ".2", ".rt"].map((part) => {
    const name = `big.compressed${part}.o`;
    return { name, bytes: new Uint8Array(readFileSync(join(folder, name))) };
  });
  const { image } = prepareProgram({
    files,
    readerFor: () => () => "missing",
    purpose: "run",
    assembler: { timeSeconds: 0 },
  });
  const lines = image!.items.filter(({ file }) => file.endsWith("big.2.c")).map(({ lineNumber }) => lineNumber);
  assert.ok(lines.includes(3), lines.join());
});

test("a library: order matters as for ld, damaged ones are refused", () => {
  const bytesOf = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  const prepare = (files: readonly { name: string; bytes: Uint8Array }[]) =>
    prepareProgram({ files, readerFor: () => () => "missing", purpose: "build", assembler: { timeSeconds: 0 } });
  const library = { name: "l.a", bytes: bytesOf("ctor.library.a") };
  const object = { name: "m.o", bytes: bytesOf("ctor.library.o") };
  // In front of everything only the entry is wanted.
  assert.deepEqual(
    prepare([library, object]).diagnostics.map(({ message }) => message.replace(/^.*: /, "")),
    ["undefined reference to `other'"],
  );
  const cut = { name: "l.a", bytes: library.bytes.subarray(0, library.bytes.length - 10) };
  assert.match(prepare([object, cut]).problem!, /^l\.a is a static library that is cut off$/);
  const thin = { name: "l.a", bytes: new TextEncoder().encode("!<thin>\n/ 0 `\n") };
  assert.match(prepare([object, thin]).problem!, /^l\.a is a thin archive/);
});

const WORDS = [1, 2, 3, 4].map((k) => `words.${k}`);

function recordWords(): void {
  for (const name of WORDS)
    execFileSync("nasm", ["--reproducible", "-f", "elf64", `${name}.asm`, "-o", `${name}.o`], { cwd: folder });
  const objects = WORDS.map((name) => `${name}.o`);
  const { stderr } = spawnSync("ld", [...objects, "-o", "words.1"], { cwd: folder, encoding: "utf8" });
  writeFileSync(join(folder, "words.out"), stderr);
}

test("undefined references and relocations that do not fit, in ld's words and order", () => {
  if (process.env.RECORD) recordWords();
  const files = WORDS.map((name) => ({
    name: `${name}.o`,
    bytes: new Uint8Array(readFileSync(join(folder, `${name}.o`))),
  }));
  const { diagnostics } = prepareProgram({
    files,
    readerFor: () => () => "missing",
    purpose: "build",
    assembler: { timeSeconds: 0 },
  });
  // ld names the function once, ours in each sentence.
  let label = "";
  const expected = readFileSync(join(folder, "words.out"), "utf8")
    .split("\n")
    .flatMap((line) => {
      const text = line.replace(/^ld: /, "");
      const named = /in function `.*':$/.exec(text)?.[0];
      if (named !== undefined) label = named;
      const place = /^words\.\d\.(?:asm:|o:)(\(.*)$/.exec(text)?.[1];
      if (place === undefined || text.includes("additional relocation overflows")) return [];
      return [text.includes(".o:(") ? place : `${label} ${text}`];
    });
  assert.deepEqual(diagnostics.map(({ message }) => message).slice(0, expected.length), expected);
  assert.ok(expected.length > 12);
});

test("damaged objects and libraries are read or refused, never more", () => {
  let seed = 3;
  const random = (limit: number): number => {
    seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
    return (seed >> 8) % limit;
  };
  const whole = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
  const names = [
    "big.compressed.o",
    "tls.dynamic.o",
    "tls.descriptors.o",
    "cpp.pic32.o",
    "ctor.library.a",
    "big.large.o",
  ];
  for (const name of names) {
    for (let round = 0; round < 60; round++) {
      const bytes = whole(name);
      // The headers at both ends are the delicate places.
      const near = random(2) === 0 ? 0 : Math.max(0, bytes.length - 2000);
      for (let k = 0; k < 6; k++) bytes[near + random(Math.min(2000, bytes.length))]! ^= 1 << random(8);
      const files = [
        { name: "a.o", bytes: name.endsWith(".a") ? whole("ctor.library.o") : whole("big.large.rt.o") },
        { name, bytes },
      ];
      const request = { files, readerFor: () => () => "missing" as const, purpose: "build" as const };
      const program = prepareProgram({ ...request, assembler: { timeSeconds: 0 } });
      assert.ok(program.image || program.problem || program.diagnostics.length > 0, `${name} ${round}`);
    }
  }
});
