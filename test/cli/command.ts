// Runs one command line inside the test process, in a folder of its own, and gives what the user would see.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { dispatch } from "../../debugger/cli/dispatch.ts";

export interface Seen {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Files by name; an entry that ends with "/" is a folder. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with `files` as the current directory while `work` runs. */
export async function inFolder<T>(files: Files, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "asmoscope-"));
  const before = process.cwd();
  for (const [name, contents] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(name.endsWith("/") ? path : dirname(path), { recursive: true });
    if (!name.endsWith("/")) writeFileSync(path, contents);
  }
  process.chdir(folder);
  try {
    return await work(folder);
  } finally {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `asmoscope ...args`; output is collected. `brokenAfter` closes standard output after so many bytes, `problem` is why. */
export async function command(
  args: readonly string[],
  options: { readonly brokenAfter?: number; readonly problem?: string } = {},
): Promise<Seen> {
  const written: Record<1 | 2, Buffer[]> = { 1: [], 2: [] };
  let room = options.brokenAfter ?? Number.POSITIVE_INFINITY;
  const status = await dispatch(args, {
    write(stream, bytes) {
      if (stream === 1) room -= bytes.length;
      if (stream === 1 && room < 0) return false;
      written[stream].push(Buffer.from(bytes));
      return true;
    },
    problemOf: () => options.problem,
    interactive: false,
    colour: { 1: false, 2: false },
    environment: {},
  });
  const text = (stream: 1 | 2) => Buffer.concat(written[stream]).toString("utf8");
  return { status, stdout: text(1), stderr: text(2) };
}
