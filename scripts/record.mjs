// Asks the outside world again for the truth that tests compare with (nasm 2.16.01, Linux, glibc, valgrind …) and rewrites what is recorded
// beside the tests. The ordinary run needs none of it; what changes is to be reviewed as a diff.
//   npm run record [-- WORD...]    only recorders whose names contain one of the words
import { spawnSync } from "node:child_process";
import { install, root } from "./install.mjs";

/** Name, the programs it needs, its scripts with their arguments. */
const recorders = [
  { name: "instructions", needs: ["nasm"], scripts: [["test/isa/record.mjs"]] },
  { name: "preprocessor", needs: ["nasm"], scripts: [["test/preprocess/record.mjs"]] },
  { name: "assembler", needs: ["nasm"], scripts: [["test/asm/record.mjs"]] },
  { name: "valgrind", needs: ["nasm", "gcc", "valgrind"], scripts: [["test/cli/record.mjs"]] },
  {
    name: "linux",
    needs: ["nasm", "gcc", "musl-gcc", "busybox"],
    // These tests record what they compare with when RECORD=1 is set.
    scripts: ["sources/", "programs/programs", "busybox", "os/", "libc/"].map((word) => ["scripts/test.mjs", word]),
  },
];

const isThere = (program) => spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined;

install();
const words = process.argv.slice(2);
for (const { name, needs, scripts } of recorders) {
  if (words.length > 0 && !words.some((word) => name.includes(word))) continue;
  const missing = needs.filter((program) => !isThere(program));
  if (missing.length > 0) {
    console.log(`${name}: left out for want of ${missing.join(", ")}`);
    continue;
  }
  for (const script of scripts) {
    const { status } = spawnSync(process.execPath, script, {
      ...{ cwd: root, stdio: "inherit" },
      env: { ...process.env, RECORD: "1" },
    });
    if (status === 0) continue;
    console.log(`${name}: failed`);
    process.exitCode = 1;
  }
}
