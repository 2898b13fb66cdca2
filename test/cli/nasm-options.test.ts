// `asmoscope nasm` by its options: what is printed, where, and the files that are there afterwards, as with the real nasm.
// RECORD=1 asks nasm 2.16.01 again. A line of nasm-options.txt is a command line.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { command, type Files, inFolder } from "./command.ts";

const here = join(process.cwd(), "test/cli");
const lines = readFileSync(join(here, "nasm-options.txt"), "utf8")
  .split("\n")
  .filter((line) => line !== "");

const files: Files = {
  "in.asm": ' mov eax,x\nx equ 5\nlab: nop\n%include "a b.inc"\n db "a"\n jmp lab\n',
  "a b.inc": "foo: db 1\n",
  "bad.asm": " mov eax,\n foo bar\n",
  "bad-percent.asm": " nop\n%error no\n",
  resp: "-f elf32\n-DX=1\n",
  "pp.asm": "%define x 5\n mov eax,x\n db __LINE__\n",
  "g.asm": "global a\nextern b\na: dd b\n.l: dd .l\n",
  "-dash.asm": " nop\n",
  "map.asm":
    "[map brief segments f.map]\nsection .b start=0x300 valign=16\nx: nop\nsection .c vstart=0x700 align=8\nx2: nop\nsection .d valign=16\n nop\nsection .e follows=.b valign=8\n nop\nsection .f vfollows=.b align=16\n nop\nsection .g nobits\nresb 4\nsection .h nobits valign=16\nresb 4\nsection .i nobits start=0x1000\nresb 4\nsection .j nobits vstart=0x2000 valign=32\nresb 4\nsection .k nobits follows=.g\nresb 4\nsection .l nobits vfollows=.b\nresb 4\n",
  "map-start.asm":
    "[map segments f.map]\nsection .text start=0x200\n nop\nsection .b start=0x300 vstart=0x500 valign=16\n nop\n",
  "map-bad.asm": "[map foo f.map]\n mov eax,\n foo bar\n",
  "map-lost.asm": "[map all f.map]\nsection .a follows=.q\n nop\n",
  "lines.asm":
    '%line 5+1 "foo.asm"\nfoo bar\n# 33 "a.c"\nfoo bar\n db 1,\\\n%line 5 q\n%include "lines.inc"\n[list -]\n nop\n',
  "lines.inc": "%line x\n%line 7 y\nfoo bar\n",
  "long.asm": ` nop\n db 1 ;${"x".repeat(1012)}\n db 1 ;${"x".repeat(1013)}\n db 1 ;${"x".repeat(2000)}\n`,
  "list.asm": " nop\n[list -]\n nop\n",
  "rep.asm":
    "%rep 20\n nop\n%endrep\n%macro m 1\n%if %1\n m %1-1\n%endif\n%endmacro\n m 20\n dd ((((((((((1))))))))))\n",
};

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Words apart by blanks; quotes keep them together. */
const wordsOf = (line: string): string[] =>
  (line.match(/"[^"]*"|\\.|(?:\\.|[^ "])+/g) ?? []).map((word) => word.replace(/^"|"$/g, "").replace(/\\(.)/g, "$1"));

/** What the command did, and what it left in its folder: its short texts, or hashes. */
function describe({ status, stdout, stderr }: Outcome, folder: string): string {
  const left = readdirSync(folder)
    .filter((name) => !(name in files))
    .sort()
    .map((name) => {
      const bytes = readFileSync(join(folder, name));
      const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
      return `  file ${name}: ${bytes.length} ${hash}`;
    });
  return [`  status ${status}`, ...left, ...indent("1", stdout), ...indent("2", stderr)].join("\n");
}

const indent = (name: string, text: string): string[] =>
  text === "" ? [] : text.split("\n").map((l) => `  ${name}|${l}`);

const golden = join(here, "nasm-options.golden.txt");

test("options are nasm's", async () => {
  const sheet: string[] = [];
  for (const line of lines) {
    await inFolder(files, async (folder) => {
      const words = wordsOf(line);
      const outcome = process.env.RECORD
        ? spawnSync("nasm", words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })
        : await command(["nasm", ...words]);
      sheet.push(`$ ${line}\n${describe(outcome, folder)}\n`);
    });
  }
  if (process.env.RECORD) writeFileSync(golden, sheet.join(""));
  const recorded = readFileSync(golden, "utf8").split(/^(?=\$ )/m);
  for (const [k, found] of sheet.entries()) assert.equal(found, recorded[k]);
  assert.equal(sheet.length, recorded.length);
});
