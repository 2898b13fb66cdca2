// Throws bad input at the assembler and the editor's analysis, and broken executables at the loader, for half of the time;
// then compares random programs in the translator with the step engine, without and with the checker.
//   npm run fuzz [-- SECONDS [SEED]]       60 seconds, from seed 1
// Each seed stands for one source and its options. What throws, hangs (20 seconds without an end) or runs out of memory
// (1 GiB) is said with its seed and kept in dist/fuzz/; slow ones are listed.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { install, root } from "./install.mjs";

install();
const folder = join(root, "dist", "fuzz");
const bundle = join(folder, "attempt.mjs");
const executables = join(folder, "executables.mjs");
const HANG_MS = 20_000;
const SLOW_SECONDS = 2;

/** In a process of its own: says each seed before it is tried, what it threw, and what took long. */
async function work(first, until) {
  const { attempt, attemptInEditor, attemptOf } = await import(bundle);
  const { attemptExecutable, badExecutable, goodExecutables } = await import(executables);
  const good = goodExecutables();
  const examples = join(root, "examples");
  const programs = readdirSync(examples).map((name) => readFileSync(join(examples, name), "latin1"));
  for (let seed = first; Date.now() < until; seed++) {
    process.send({ seed });
    const one = attemptOf(seed, programs);
    const before = process.cpuUsage();
    try {
      attempt(one);
      attemptInEditor(one);
      attemptExecutable(badExecutable(seed, good));
    } catch (error) {
      process.send({ seed, failure: error.stack, text: one.text });
    }
    const { user, system } = process.cpuUsage(before);
    if (user + system > SLOW_SECONDS * 1e6) process.send({ seed, slow: (user + system) / 1e6, text: one.text });
  }
  process.disconnect();
}

/** Runs seeds from `first` until something dies or time is over; the last seed that was begun. */
function runFrom(first, until, keep) {
  return new Promise((resolve) => {
    const own = import.meta.filename ?? new URL(import.meta.url).pathname;
    const child = spawn(process.execPath, ["--max-old-space-size=1024", own, "--worker", first, until], {
      stdio: ["ignore", "inherit", "ignore", "ipc"],
    });
    let seed = first;
    let timer = setTimeout(() => {}, 0);
    let hung = false;
    child.on("message", (message) => {
      if (message.failure) keep(message.seed, message.failure, message.text);
      else if (message.slow) keep(message.seed, `slow: ${message.slow.toFixed(1)} s`, message.text);
      else {
        seed = message.seed;
        clearTimeout(timer);
        timer = setTimeout(() => {
          hung = true;
          child.kill("SIGKILL");
        }, HANG_MS);
      }
    });
    child.on("exit", (code) => {
      clearTimeout(timer);
      if (hung) keep(seed, "hangs");
      else if (code !== 0) keep(seed, "runs out of memory");
      resolve(seed);
    });
  });
}

if (process.argv[2] === "--worker") await work(Number(process.argv[3]), Number(process.argv[4]));
else {
  const { build } = await import("esbuild");
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: ["test/fuzz/attempt.ts", "test/fuzz/executables.ts"],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  const seconds = Number(process.argv[2] ?? 60);
  let seed = Number(process.argv[3] ?? 1);
  const first = seed;
  const until = Date.now() + 500 * seconds;
  let found = 0;
  const keep = (which, what, text) => {
    found++;
    if (text !== undefined) writeFileSync(join(folder, `${which}.asm`), Buffer.from(text, "latin1"));
    console.log(`seed ${which}: ${what}`);
  };
  while (Date.now() < until) seed = (await runFrom(seed, until, keep)) + 1;
  console.log(`${seed - first} seeds, ${found} found`);
  // These say the seed of a program that differs themselves.
  const env = { ...process.env, TRANSLATOR_SECONDS: String(Math.max(1, Math.floor(seconds / 8))) };
  const differ = ["jit/random", "jit/checked"].filter((word) => {
    const command = [join(root, "scripts", "test.mjs"), word];
    return spawnSync(process.execPath, command, { cwd: root, env, stdio: "inherit" }).status !== 0;
  });
  process.exitCode = found > 0 || differ.length > 0 ? 1 : 0;
}
