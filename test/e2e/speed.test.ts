// Running in the browser's worker beside Node's: the same outputs and instruction counts, and how fast. SPEED=1 measures at full
// size and the time that a pause takes; the ordinary run only looks whether both do the same. Nothing is asserted of a clock.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "./workbench.ts";
import { type Job, type Outcome, runInNode, runInPage } from "./worker-run.ts";

const inFull = process.env["SPEED"] !== undefined;

/** Programs of bench/programs with a size for the ordinary run; at full size their own. */
const SMALL: Readonly<Record<string, number>> = { i386_heap: 2000, planets: 400 };
const names = inFull ? ["i386_loop", "i386_fib", "i386_collatz", ...Object.keys(SMALL)] : Object.keys(SMALL);

const read = (name: string): string => readFileSync(`bench/programs/${name}`, "utf8");
const includes = { "finish32.inc": read("finish32.inc"), "finish64.inc": read("finish64.inc") };
const jobOf = (name: string, check: Job["check"]): Job => ({
  source: (inFull ? "" : `%define N ${SMALL[name]}\n`) + read(`${name}.asm`),
  includes,
  check,
});

const found = findChromium();
const skip = "missing" in found && process.env.CI !== "true" ? found.missing : false;

describe("the machine in a browser's worker", { skip }, () => {
  let browser: Browser;
  let page: Page;
  const adapterText = readFileSync("dist/web/dap.js", "utf8");

  before(async () => {
    if ("missing" in found) throw new Error(found.missing);
    browser = await chromium.launch({ executablePath: found.path, args: ["--no-sandbox", "--disable-gpu"] });
    page = await browser.newPage();
  });
  after(() => browser?.close());

  test("runs programs as Node does", { timeout: 300_000 }, async (t) => {
    for (const name of names) {
      const speeds: string[] = [];
      for (const check of ["off", "full"] as const) {
        const job = jobOf(name, check);
        const inNode = await runInNode(job);
        const inPage = await runInPage(page, adapterText, job);
        assert.match(inNode.output, /^[0-9a-f]{8,16}\n$/, name);
        assert.deepEqual(resultOf(inPage), resultOf(inNode), `${name}, check=${check}`);
        speeds.push(`${check} ${mips(inPage)} in the page, ${mips(inNode)} in Node`);
      }
      t.diagnostic(`${name}: million instructions a second: ${speeds.join("; ")}`);
    }
  });

  test("pauses whatever runs", { timeout: 300_000 }, async (t) => {
    const pauses = inFull ? { count: 20, everyMs: 130 } : { count: 1, everyMs: 200 };
    const programs = Object.entries(ENDLESS).filter(([name]) => inFull || /tight|copying/.test(name));
    for (const [name, source] of programs) {
      for (const check of ["off", "full"] as const) {
        const job: Job = { source, includes: {}, check, pauses };
        const inPage = await runInPage(page, adapterText, job);
        assert.equal(inPage.pauses.length, pauses.count, name);
        if (!inFull) continue;
        const inNode = await runInNode(job);
        t.diagnostic(`pause in ${name}, ${check}: ${delays(inPage)} in the page, ${delays(inNode)} in Node`);
      }
    }
  });
});

/** Programs without an end, each hard to interrupt in another way. */
const ENDLESS: Readonly<Record<string, string>> = {
  "a tight loop": `global _start
_start: add rax, rcx
        inc rcx
        jmp _start
`,
  "a loop of 6,000 instructions": `global _start
_start:
%rep 3000
        add rax, rcx
        xor rbx, rax
%endrep
        jmp _start
`,
  "copying 32 MiB": `section .bss
bytes:  resb 64 << 20
section .text
global _start
_start: mov esi, bytes
        mov edi, bytes + (32 << 20)
        mov ecx, 32 << 20
        rep movsb
        jmp _start
`,
  "system calls": `global _start
_start: mov eax, 39
        syscall
        jmp _start
`,
  "fast and slow by turns": `global _start
_start: mov ecx, 300000000
.fast:  add rax, rcx
        dec ecx
        jnz .fast
        mov esi, 1000000
.slow:  xor eax, eax
        cpuid
        dec esi
        jnz .slow
        jmp _start
`,
};

const delays = ({ pauses }: Outcome): string => {
  const order = [...pauses].sort((a, b) => a - b).map((ms) => `${Math.round(ms)} ms`);
  return `${order[order.length >> 1]}, at most ${order.at(-1)}`;
};

const resultOf = ({ output, instructions }: Outcome) => ({ output, instructions });
const mips = ({ instructions, seconds }: Outcome): number => Math.round(instructions / seconds / 1e6);
