// Small programs with options, each with the files it includes, as the real nasm does them: messages, listings, outputs.
// RECORD=1 asks nasm 2.16.01 again. In nasm-programs.txt a program begins with "=== options", a further file of it with
// "--- name"; its source is p.asm and its output o. (No DWARF: it names the folder, which is another one each time.)

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { command, type Files, inFolder } from "./command.ts";

const here = join(process.cwd(), "test/cli");
const golden = join(here, "nasm-programs.golden.txt");

interface Program {
  readonly options: string;
  readonly files: Files;
}

function readPrograms(text: string): Program[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const [head = "", ...further] = block.split(/^--- /m);
      const end = head.indexOf("\n");
      const files: Record<string, string> = { "p.asm": head.slice(end + 1) };
      for (const file of further) files[file.slice(0, file.indexOf("\n"))] = file.slice(file.indexOf("\n") + 1);
      return { options: head.slice(0, end), files };
    });
}

/** What is there afterwards: listings and dependencies as they are, the output's size and hash. */
function leftIn(folder: string): string[] {
  const lines: string[] = [];
  if (existsSync(join(folder, "o"))) {
    const bytes = readFileSync(join(folder, "o"));
    lines.push(`  o: ${bytes.length} ${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}`);
  }
  for (const name of ["l", "d"]) {
    const file = join(folder, name);
    if (existsSync(file)) lines.push(...indent(name, readFileSync(file, "latin1")));
  }
  return lines;
}

const indent = (name: string, text: string): string[] =>
  text === "" ? [] : text.split("\n").map((line) => `  ${name}|${line}`);

test("programs with options are assembled as by nasm", async () => {
  const sheet: string[] = [];
  for (const { options, files } of readPrograms(readFileSync(join(here, "nasm-programs.txt"), "latin1"))) {
    await inFolder(files, async (folder) => {
      const words = ["--reproducible", "-o", "o", ...options.split(" ").filter((word) => word !== ""), "p.asm"];
      const { status, stdout, stderr } = process.env.RECORD
        ? spawnSync("nasm", words, { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })
        : await command(["nasm", ...words]);
      const source = indent(" ", String(files["p.asm"]));
      const said = [`  status ${status}`, ...leftIn(folder), ...indent("1", stdout), ...indent("2", stderr)];
      sheet.push(`=== ${options}\n${[...source, ...said].join("\n")}\n`);
    });
  }
  if (process.env.RECORD) writeFileSync(golden, sheet.join(""));
  const recorded = readFileSync(golden, "utf8").split(/^(?==== )/m);
  for (const [k, found] of sheet.entries()) assert.equal(found, recorded[k]);
  assert.equal(sheet.length, recorded.length);
});
