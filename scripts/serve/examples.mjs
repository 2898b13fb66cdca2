// The folder that opens when none is named: a copy of the examples in the person's home, so that the checkout stays clean.
// Files that are there already are theirs and are left alone.
import { copyFileSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { root } from "../install.mjs";

/** File that a first visit shows. */
export const firstExample = "brk-mended.asm";

function copy(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copy(source, target);
    else if (!existsSync(target)) copyFileSync(source, target);
  }
}

export function examplesFolder() {
  const folder = join(homedir(), "asmoscope-examples");
  copy(join(root, "examples"), folder);
  return folder;
}
