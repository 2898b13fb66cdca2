// Leaves V8's compiled form of the command line beside it, one for each command with the functions that command needs:
// reading it back takes a tenth of compiling. Written after a run, because only functions that ran are compiled by then.
//   node scripts/code-cache.mjs FOLDER COMMAND    (in a process of its own: the command ends it)
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { devNull, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import v8 from "node:v8";
import { Script } from "node:vm";

const root = fileURLToPath(new URL("..", import.meta.url));
const self = fileURLToPath(import.meta.url);

const short = ["--max-instructions=2000000"];
const EXECUTABLE = "an executable";

/** What each command does while its functions are compiled: with system calls, with libc, and translated. */
const usual = {
  run: [
    ["examples/hello.asm"],
    [EXECUTABLE],
    ["examples/use-after-free-mended.asm"],
    [...short, "bench/programs/sort.asm"],
    [...short, "--check=off", "bench/programs/sort.asm"],
    [...short, "bench/programs/bytecode.asm"],
    [...short, "bench/programs/quicksort.asm"],
    [...short, "bench/programs/nbody.asm"],
    [...short, "bench/programs/bignum.asm"],
    [...short, "bench/programs/search.asm"],
    [...short, "bench/programs/i386_heapsort.asm"],
  ],
  check: [["examples/hello.asm"], ["examples/use-after-free-mended.asm"]],
  nasm: [["-f", "elf64", "-o", devNull, "examples/use-after-free-mended.asm"]],
};

/** V8's flags that are set when a part is read (debugger/cli/start.ts, compilation.ts): a cache is for those it was made with. */
const flagsFor = (command, part) => {
  if (command === "nasm") return ["--sparkplug", "--max-inlined-bytecode-size-cumulative=100"];
  return command === "run" && part === "translator" ? ["--interrupt-budget=400000"] : [];
};

/** Runs the scripts as start.ts does, once for each list of arguments, and writes their caches when the last run ends. */
function record(folder, command) {
  const main = join(folder, "main.cjs");
  const requireFrom = createRequire(main);
  // What the command sets in its course would still be set when the caches are made.
  const { setFlagsFromString } = v8;
  v8.setFlagsFromString = () => {};
  // A function that has baseline code when its cache is made gets it again at its first call, wanted or not.
  setFlagsFromString("--no-sparkplug");
  const bundle = { url: pathToFileURL(main).href };
  const scripts = new Map();
  const scriptOf = (name) => {
    const filename = join(folder, `${name}.cjs`);
    if (!scripts.has(name)) scripts.set(name, new Script(readFileSync(filename, "latin1"), { filename }));
    return scripts.get(name);
  };
  const scratch = mkdtempSync(join(tmpdir(), "asmoscope-"));
  const executable = join(scratch, "hello");
  if (command === "run")
    spawnSync(process.execPath, [join(folder, "../cli.js"), "build", "-o", executable, "examples/hello.asm"]);
  const waiting = usual[command].map((args) => args.map((one) => (one === EXECUTABLE ? executable : one)));
  const { exit } = process;
  const next = () => {
    const args = waiting.shift();
    if (args === undefined) {
      // Flags are never taken back here: those with the fewest first.
      const inOrder = [...scripts].sort(
        ([one], [other]) => flagsFor(command, one).length - flagsFor(command, other).length,
      );
      setFlagsFromString("--sparkplug");
      for (const [name, script] of inOrder) {
        for (const flag of flagsFor(command, name)) setFlagsFromString(flag);
        writeFileSync(join(folder, `${command}.${name}.cache`), script.createCachedData());
      }
      rmSync(scratch, { recursive: true });
      exit();
    }
    process.argv = [process.execPath, main, command, ...args];
    const offered = new Map();
    const begin = (name) => {
      const body = scriptOf(name).runInThisContext();
      body(requireFrom, bundle, modulesOf, (modules) => offered.set(name, modules));
    };
    const modulesOf = (name) => {
      if (!offered.has(name)) begin(name);
      return offered.get(name);
    };
    begin("main");
  };
  process.exit = next;
  next();
}

/** Caches for each command in `folder`, beside the scripts. A failure leaves the command line slower, not broken. */
export async function writeCodeCaches(folder) {
  const recordings = Object.keys(usual).map((command) => {
    return new Promise((resolve) => {
      spawn(process.execPath, [self, folder, command], { cwd: root, stdio: "ignore" })
        .on("close", resolve)
        .on("error", resolve);
    });
  });
  await Promise.all(recordings);
}

if (process.argv[1] === self) record(process.argv[2], process.argv[3]);
