// Records what the real nasm says and writes for each probe: node test/asm/record.mjs (needs nasm 2.16.01).
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { probes } from "./probe-sources.mjs";

// A line: format|source, with \n for the ends of its lines.
const lines = readFileSync(new URL("./probe-lines.txt", import.meta.url), "latin1").split("\n");
const short = lines
  .filter((line) => line !== "")
  .map((line) => {
    const bar = line.indexOf("|");
    return [line.slice(0, bar), `${line.slice(bar + 1).replaceAll("\\n", "\n")}\n`];
  });

const folder = mkdtempSync(join(tmpdir(), "probes-"));
const rows = [...probes, ...short].map(([format, source]) => {
  const output = join(folder, "probe.o");
  rmSync(output, { force: true });
  writeFileSync(join(folder, "probe.asm"), source, "latin1");
  const run = spawnSync("nasm", ["-f", format, "-o", output, "probe.asm"], { cwd: folder, encoding: "latin1" });
  const messages = [...new Set(run.stderr.split("\n").filter((line) => line !== ""))];
  const crashed = run.signal !== null || messages.some((line) => line.includes("panic:"));
  const bytes = run.status === 0 && existsSync(output) ? readFileSync(output) : undefined;
  const hash = bytes && createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  return { format, source, ...(crashed ? { crashed } : { messages }), ...(bytes ? { size: bytes.length, hash } : {}) };
});
rmSync(folder, { recursive: true });
const file = new URL("./nasm.golden.jsonl", import.meta.url);
writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
console.log(`${rows.length} probes recorded`);
