// A signal from outside ends a run as it would end the program, with everything reported that was found until then.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test from "node:test";
import { setTimeout } from "node:timers/promises";

const greeting = `  mov eax, 1
  mov edi, 1
  mov esi, ready
  mov edx, 6
  syscall
`;

const endless = `extern malloc
global main
section .rodata
ready: db "ready", 10
section .text
main: push rbx
  mov edi, 40
  call malloc
  mov byte [rax+40], 1
${greeting}
.again: jmp .again
`;

const reading = `global _start
section .rodata
ready: db "ready", 10
section .text
_start:
${greeting}
  xor eax, eax
  xor edi, edi
  syscall
`;

/** Sends the signal once the program has printed its line, and some time has passed; standard input stays open and silent. */
async function interrupt(source: string, signal: "SIGINT" | "SIGTERM", reporting: "report" | "text", milliseconds = 0) {
  const folder = mkdtempSync(join(tmpdir(), "interruption-"));
  try {
    const file = join(folder, "x.asm");
    const report = join(folder, "report.json");
    writeFileSync(file, source);
    const words = ["dist/node/cli.js", "run", ...(reporting === "report" ? [`--report=${report}`] : []), file];
    const child = spawn(process.execPath, words, { stdio: "pipe" });
    let stderr = "";
    child.stderr.on("data", (bytes) => {
      stderr += bytes;
    });
    await once(child.stdout, "data");
    await setTimeout(milliseconds);
    child.kill(signal);
    const [status, by] = await once(child, "close");
    const written = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : undefined;
    return { ended: status ?? by, stderr: stderr.replaceAll(file, "x.asm"), report: written };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const onUnix = { skip: process.platform === "win32" && "signals of processes end them at once there" };

test("an endless loop that is interrupted tells where it was and what was found", onUnix, async () => {
  const { ended, stderr } = await interrupt(endless, "SIGINT", "text");
  assert.equal(ended, 130);
  assert.match(stderr, /^== error: heap-overflow-write: /);
  assert.ok(
    stderr.endsWith(
      "== 1 error\nasmoscope: killed by SIGINT at main (x.asm:16): interrupted from outside (Ctrl+C or kill)\n",
    ),
    stderr,
  );
});

test("its report is written", onUnix, async () => {
  const { ended, stderr, report } = await interrupt(endless, "SIGTERM", "report");
  assert.equal(ended, 143);
  assert.equal(stderr, "asmoscope: killed by SIGTERM at main (x.asm:16): interrupted from outside (Ctrl+C or kill)\n");
  assert.equal(report.exit.signal, "SIGTERM");
  assert.deepEqual(
    report.findings.map(({ kind, line }: { kind: string; line: number }) => [kind, line]),
    [["heap-overflow-write", 9]],
  );
});

test("a read that waits for a silent pipe does not keep the signal away", onUnix, async () => {
  for (const milliseconds of [0, 300]) {
    const { ended } = await interrupt(reading, "SIGTERM", "text", milliseconds);
    // By itself, or by what the signal does to every process, depending on how far it has come.
    assert.ok(ended === 143 || ended === "SIGTERM", String(ended));
  }
});
