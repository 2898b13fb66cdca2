// Records the shape of valgrind's XML (which element holds which, in which order) from the real command, for a program with
// a use after free and a leak. Needs nasm, gcc and valgrind.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "record-"));
try {
  const run = (command, ...args) => execFileSync(command, args, { cwd: folder, stdio: "ignore" });
  writeFileSync(join(folder, "x.asm"), readFileSync("test/cli/valgrind.asm"));
  run("nasm", "-felf64", "-g", "x.asm");
  run("gcc", "-no-pie", "-z", "noexecstack", "-o", "x", "x.o");
  run("valgrind", "--leak-check=full", "--xml=yes", "--xml-file=x.xml", "./x", "argument");
  const children = new Map();
  const open = [];
  for (const [, close, name] of readFileSync(join(folder, "x.xml"), "utf8").matchAll(/<(\/?)(\w+)>/g)) {
    if (close) open.pop();
    else {
      const parent = open.at(-1);
      const known = children.get(parent?.name ?? "") ?? [];
      // Elements that not every parent has stand behind the sibling they were seen behind.
      if (!known.includes(name)) known.splice(parent?.last ? known.indexOf(parent.last) + 1 : known.length, 0, name);
      if (parent) parent.last = name;
      children.set(parent?.name ?? "", known);
      open.push({ name, last: undefined });
    }
  }
  writeFileSync("test/cli/valgrind.golden.json", `${JSON.stringify(Object.fromEntries(children), undefined, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
