// Records what NASM makes of the cases: node test/isa/record.mjs (NASM=path for another nasm than the one on PATH).
// Writes all-shapes.golden.br, and encodings.golden.txt: "<bits>", then lines "text = bytes" or "text = error: message", warnings behind " ; ".
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const nasm = process.env.NASM ?? "nasm";
const work = mkdtempSync(join(tmpdir(), "isa-"));
const load = async (name) => {
  const outfile = join(work, `${name}.mjs`);
  await build({ entryPoints: [join(here, `${name}.ts`)], bundle: true, format: "esm", platform: "node", outfile });
  return import(pathToFileURL(outfile).href);
};
const { cases } = await load("shapes");
const { answers, textsOf } = await load("all-shapes");

/** Messages by line; `error` lines are blanked and assembled without, until a listing comes. */
function assemble(bits, texts) {
  const lines = [...texts];
  const messages = new Map();
  const source = join(work, "case.asm");
  const listing = join(work, "case.lst");
  for (;;) {
    writeFileSync(source, `bits ${bits}\n${lines.join("\n")}\n`);
    const run = spawnSync(nasm, ["-f", "bin", "-l", listing, "-o", join(work, "case.bin"), source], {
      encoding: "latin1",
    });
    const found = new Map();
    for (const line of run.stderr.split("\n")) {
      const match = /^(?:panic: )?[^:]*:(\d+): (?:(error|warning|fatal): )?(.*?)(?: \[-w\+[^\]]*\])?$/.exec(line);
      if (!match) continue;
      const at = Number(match[1]) - 2;
      if (!found.has(at)) found.set(at, []);
      found.get(at).push(`${match[2] ?? "panic"}: ${match[3]}`);
    }
    const wrong = [...found].filter(([, all]) => all.some((one) => !one.startsWith("warning")));
    for (const [at, all] of wrong) {
      messages.set(at, all);
      lines[at] = "";
    }
    if (wrong.length > 0) continue;
    for (const [at, all] of found) if (!messages.has(at)) messages.set(at, all);
    return { messages, listing: readFileSync(listing, "latin1") };
  }
}

const out = [];
const all = cases();
for (const bits of [64, 32, 16]) {
  const texts = all.filter((one) => one.bits === bits).map((one) => one.text);
  const { messages, listing } = assemble(bits, texts);
  const bytes = new Map();
  for (const line of listing.split("\n")) {
    const match = /^\s*(\d+) [0-9A-F]{8} ([0-9A-F()[\]]+)/.exec(line);
    if (match)
      bytes.set(Number(match[1]) - 2, (bytes.get(Number(match[1]) - 2) ?? "") + match[2].replace(/[^0-9A-F]/g, ""));
  }
  out.push(String(bits));
  texts.forEach((text, at) => {
    const said = messages.get(at) ?? [];
    if (said.some((one) => one.startsWith("panic"))) return;
    const error = said.find((one) => one.startsWith("error"));
    const result =
      error ?? [(bytes.get(at) ?? "").toLowerCase(), ...said.map((one) => one.replace("warning: ", ""))].join(" ; ");
    out.push(`${text} = ${result}`);
  });
}
writeFileSync(join(here, "encodings.golden.txt"), `${out.join("\n")}\n`);

/** The shapes of every row: one line "text\tanswer" each behind a line with the mode, compressed. */
function listed(source) {
  const file = join(work, "all.asm");
  const listing = join(work, "all.lst");
  rmSync(listing, { force: true });
  writeFileSync(file, source);
  const run = spawnSync(nasm, ["-f", "bin", "-l", listing, "-o", join(work, "all.bin"), file], { encoding: "latin1" });
  return { messages: run.stderr, listing: existsSync(listing) ? readFileSync(listing, "latin1") : undefined };
}
const every = [64, 32, 16].flatMap((bits) => {
  const texts = textsOf(bits);
  const given = answers(bits, texts, listed);
  return [String(bits), ...texts.map((text, k) => `${text}\t${given[k]}`)];
});
const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };
writeFileSync(join(here, "all-shapes.golden.br"), brotliCompressSync(every.join("\n"), quality));
rmSync(work, { recursive: true, force: true });
const version = execFileSync(nasm, ["-v"], { encoding: "utf8" }).trim();
console.log(`${out.length - 3} and ${every.length - 3} cases recorded from ${version}`);
