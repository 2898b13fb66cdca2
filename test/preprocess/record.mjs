// Records what real NASM 2.16.01 makes of the sources in data/, and of generated ones, for preprocess.test.ts.
//   node test/preprocess/record.mjs            the sources in data/
//   node test/preprocess/record.mjs generated COUNT [SEED]    generated sources, into data/generated.golden.jsonl
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";

const data = join(import.meta.dirname, "data");

function preprocess(name, folder) {
  const run = spawnSync("nasm", ["-E", name], { cwd: folder, encoding: "latin1", timeout: 60_000, env: {} });
  const crashed = run.status === null || run.signal !== null || run.stderr.includes("panic:");
  return { crashed, out: run.stdout, err: run.stderr };
}

if (process.argv[2] === "generated") {
  const folder = mkdtempSync(join(tmpdir(), "record-"));
  const module = join(folder, "generate.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "generate.ts")],
    bundle: true,
    format: "esm",
    outfile: module,
  });
  const { generateProgram } = await import(module);
  const lines = [];
  const first = Number(process.argv[4] ?? 1);
  for (let seed = first; lines.length < Number(process.argv[3] ?? 200); seed++) {
    const source = generateProgram(seed);
    writeFileSync(join(folder, "g.asm"), source, "latin1");
    const begun = performance.now();
    const { crashed, out, err } = preprocess("g.asm", folder);
    if (performance.now() - begun > 300) continue;
    // NASM keeps a `%rep` without a body open for ever.
    if (crashed || out.length + err.length > 1200 || source.length > 800 || /%rep[^\n]*\n%endrep/.test(source))
      continue;
    lines.push(JSON.stringify({ seed, source, out, err }));
  }
  writeFileSync(join(data, "generated.golden.jsonl"), `${lines.join("\n")}\n`);
  rmSync(folder, { recursive: true });
} else {
  for (const name of readdirSync(data).filter((file) => file.endsWith(".asm"))) {
    const { crashed, out, err } = preprocess(name, data);
    if (crashed) throw new Error(`nasm does not survive ${name}`);
    writeFileSync(join(data, name.replace(/asm$/, "golden.txt")), `${out}\n=== messages\n${err}`, "latin1");
  }
}
