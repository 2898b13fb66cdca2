// Runs a program natively, in an empty folder of its own and as the ordinary user that guests are, for recording what it prints
// and how it ends.
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { dirname, join } from "node:path";

export interface RunOptions {
  readonly args?: readonly string[];
  readonly input?: string;
}

const TIMEOUT_MS = 20_000;
const USER = 1000;

/** Standard output as Latin-1, and a last line with the status as a shell has it. */
export function nativeRun(program: string, { args = [], input = "" }: RunOptions): string {
  const folder = mkdtempSync(join(tmpdir(), "native-"));
  const isRoot = process.getuid?.() === 0;
  if (isRoot) {
    chmodSync(dirname(program), 0o755);
    chownSync(folder, USER, USER);
  }
  try {
    const { stdout, status, signal } = spawnSync(program, [...args], {
      cwd: folder,
      input,
      encoding: "latin1",
      timeout: TIMEOUT_MS,
      env: {},
      ...(isRoot ? { uid: USER, gid: USER } : {}),
    });
    return `${stdout}\nstatus ${status ?? 128 + constants.signals[signal!]}\n`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
