// Expectations beside the tests: compared, or with UPDATE=1 rewritten. Truth from a real Linux and its C library is recorded
// with RECORD=1, which needs gcc on an x86-64 Linux; the ordinary tests only read what was recorded.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Compares with test/`path`; UPDATE=1 writes it. */
export function matchGolden(path: string, actual: string): void {
  const file = join(process.cwd(), "test", path);
  if (process.env.UPDATE === "1") writeFileSync(file, actual);
  assert.equal(actual, readFileSync(file, "utf8"));
}

/** Lines of test/`path`; with RECORD=1 they are first recorded from `record`. */
export function recordedLines(path: string, record: () => string): string[] {
  const file = join(process.cwd(), "test", path);
  if (process.env.RECORD === "1") writeFileSync(file, record());
  return readFileSync(file, "utf8").split("\n").slice(0, -1);
}

/** Compiles a C program and runs it. @returns its standard output as Latin-1. */
export function runNative(
  source: string,
  options: { readonly input?: string; readonly flags?: readonly string[] } = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), "native-"));
  try {
    writeFileSync(join(folder, "main.c"), source, "latin1");
    const program = join(folder, "main");
    execFileSync("gcc", [
      "-O0",
      "-fno-builtin",
      "-w",
      ...(options.flags ?? []),
      "-o",
      program,
      join(folder, "main.c"),
      "-lm",
    ]);
    return execFileSync(program, { input: options.input ?? "", encoding: "latin1", maxBuffer: 2 ** 28 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One line of ASCII for any text: backslash escapes. */
export const escaped = (text: string): string =>
  [...text]
    .map((character) => {
      const code = character.charCodeAt(0);
      if (character === "\\") return "\\\\";
      return code >= 32 && code < 127 ? character : `\\x${code.toString(16).padStart(2, "0")}`;
    })
    .join("");
