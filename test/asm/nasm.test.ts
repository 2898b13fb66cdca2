// The assembler against what the real nasm said and wrote: the same messages, and files equal to the byte.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { assemble } from "../../server/asm/assemble.ts";
import type { OutputFormat } from "../../server/asm/options.ts";
import { nasmLines } from "../../server/asm/report.ts";
import { createSource } from "../../server/base/source.ts";
import { writeBin } from "../../server/obj/write-bin.ts";
import { writeElf } from "../../server/obj/write-elf.ts";

interface Probe {
  readonly format: OutputFormat;
  readonly source: string;
  readonly messages?: readonly string[];
  /** nasm stops with an internal error; we must have a message. */
  readonly crashed?: boolean;
  readonly size?: number;
  readonly hash?: string;
}

const text = readFileSync(join(process.cwd(), "test/asm/nasm.golden.jsonl"), "utf8");
const probes = text
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => JSON.parse(line) as Probe);

function run(
  { format, source }: Probe,
  items: "kept" | "left-out",
): { messages: string[]; bytes: Uint8Array | undefined } {
  const bytes = new Uint8Array(Buffer.from(source, "latin1"));
  const assembly = assemble(createSource("probe.asm", bytes), {
    format,
    items,
    reader: () => "missing",
    timeSeconds: 0,
  });
  const messages = [...new Set(assembly.diagnostics.flatMap((diagnostic) => nasmLines(diagnostic)))];
  if (!assembly.ok) return { messages, bytes: undefined };
  if (format !== "bin") return { messages, bytes: writeElf(assembly.module, format) };
  const flat = writeBin(assembly.module);
  for (const name of flat.unplaced) messages.push(`probe.asm: error: cannot compute vstart for section ${name}`);
  const errors = flat.errors.map((error) => `probe.asm: fatal: ${error}`);
  return { messages: [...messages, ...errors], bytes: errors.length > 0 ? undefined : flat.bytes };
}

/** As for the editor, and as the command line does, where lines that are only their bytes are forgotten and constants are taken
 * for numbers. */
const WAYS = ["kept", "left-out"] as const;

test("messages and output are nasm's", () => {
  for (const [probe, items] of probes.flatMap((probe) => WAYS.map((way) => [probe, way] as const))) {
    const { messages, bytes } = run(probe, items);
    const where = `${probe.format}\n${probe.source}`;
    if (probe.crashed) {
      assert.ok(messages.length > 0 && bytes === undefined, where);
      continue;
    }
    assert.deepEqual(messages, probe.messages, where);
    assert.equal(bytes?.length, probe.size, where);
    const hash = bytes && createHash("sha256").update(bytes).digest("hex").slice(0, 16);
    assert.equal(hash, probe.hash, where);
  }
});
