// What this machine's own CPU prints for a program: takes the source and the bits, gives standard output. For recording what
// tests expect, by nasm and ld.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const nativeOutput = (source: string, bits: 32 | 64): string =>
  nativeBytes(source, bits).toString("utf8").trim();

export function nativeBytes(source: string, bits: 32 | 64): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "native-"));
  try {
    writeFileSync(join(folder, "p.asm"), source);
    execFileSync("nasm", ["-f", `elf${bits}`, "p.asm", "-o", "p.o"], { cwd: folder });
    execFileSync("ld", ["-m", bits === 64 ? "elf_x86_64" : "elf_i386", "p.o", "-o", "p"], { cwd: folder });
    return execFileSync("./p", { cwd: folder, timeout: 60_000 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
