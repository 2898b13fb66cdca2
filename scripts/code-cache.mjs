// Leaves V8's compiled form of the command line beside it, one for each command with the functions that command needs:
// reading it back takes a tenth of compiling. Written after a run, because only functions that ran are compiled by then.
//   node scripts/code-cache.mjs FILE CACHE COMMAND    (in a process of its own: the command ends it)
import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { devNull } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

const root = fileURLToPath(new URL("..", import.meta.url));
const self = fileURLToPath(import.meta.url);

/** What each command does while its functions are compiled: with system calls, with libc. */
const usual = {
  run: [["examples/hello.asm"], ["examples/use-after-free-mended.asm"]],
  check: [["examples/hello.asm"], ["examples/use-after-free-mended.asm"]],
  nasm: [["-f", "elf64", "-o", devNull, "examples/use-after-free-mended.asm"]],
};

/** V8's flags that start.ts sets: a cache is for those it was made with. */
const flags = { nasm: ["--sparkplug", "--max-inlined-bytecode-size-cumulative=100"] };

/** Runs the script as start.ts does, once for each list of arguments, and writes its cache when the last run ends. */
function record(filename, cache, command) {
  for (const flag of flags[command] ?? []) setFlagsFromString(flag);
  const script = new Script(readFileSync(filename, "latin1"), { filename });
  const body = script.runInThisContext();
  const waiting = [...usual[command]];
  const { exit } = process;
  const next = () => {
    const args = waiting.shift();
    if (args === undefined) {
      writeFileSync(cache, script.createCachedData());
      exit();
    }
    process.argv = [process.execPath, filename, command, ...args];
    body(createRequire(filename), pathToFileURL(filename).href);
  };
  process.exit = next;
  next();
}

/** One cache for each command in `folder`, beside main.cjs. A failure leaves the command line slower, not broken. */
export async function writeCodeCaches(folder) {
  const recordings = Object.keys(usual).map((command) => {
    const files = [join(folder, "main.cjs"), join(folder, `${command}.cache`)];
    return new Promise((resolve) => {
      spawn(process.execPath, [self, ...files, command], { cwd: root, stdio: "ignore" })
        .on("close", resolve)
        .on("error", resolve);
    });
  });
  await Promise.all(recordings);
}

if (process.argv[1] === self) record(process.argv[2], process.argv[3], process.argv[4]);
