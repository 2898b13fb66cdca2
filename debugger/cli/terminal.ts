// What a sub-command writes to: standard output and standard error, synchronously and in order, so that nothing is lost
// when the process ends and nothing overtakes the guest's own output. Tests pass one that collects.

import { fstatSync, writeSync } from "node:fs";
import { createRequire } from "node:module";

/** Where a command's words go and what it may ask about its surroundings. */
export interface Terminal {
  /** @returns false when nobody reads any more (closed pipe); further output is dropped silently. */
  write(stream: 1 | 2, bytes: Uint8Array): boolean;
  /** The host's error code when a write failed for another reason than a reader that is gone ("ENOSPC"). */
  problemOf?(stream: 1 | 2): string | undefined;
  /** True where standard output is a terminal: libc's buffering depends on it. */
  readonly interactive: boolean;
  /** True when `stream` is a terminal and colour is wanted (`NO_COLOR` unset). */
  readonly colour: { readonly 1: boolean; readonly 2: boolean };
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const RETRY_MS = 2;

/** A clock that only goes forwards. Node would load a module of its own for `performance`. */
export const nowMs = (): number => Number(process.hrtime.bigint()) / 1e6;

/** Waits without turning the event loop: for descriptors somebody else made non-blocking. */
export function sleepSync(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Lets the event loop do what waits for it. */
export const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** The error code of a failed system call of the host ("ENOENT"), or "" for anything else. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** @returns "" or the host's error code. */
function writeAll(descriptor: 1 | 2, bytes: Uint8Array): string {
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at, bytes.length - at);
    } catch (error) {
      if (errorCode(error) !== "EAGAIN") return errorCode(error);
      sleepSync(RETRY_MS);
    }
  }
  return "";
}

/** Linux's /dev/null: major 1, minor 3. */
const NULL_DEVICE = 0x103;

/** Only a character device can be a terminal, and loading Node's module that tells takes as long as assembling. */
export function isTerminal(descriptor: 0 | 1 | 2): boolean {
  try {
    const status = fstatSync(descriptor);
    if (!status.isCharacterDevice() || (process.platform === "linux" && status.rdev === NULL_DEVICE)) return false;
  } catch {
    return false;
  }
  const { isatty } = createRequire(import.meta.url)("node:tty") as typeof import("node:tty");
  return isatty(descriptor);
}

/** The process's own terminal. A stream that failed once stays closed. */
export function processTerminal(): Terminal {
  const problems = { 1: "", 2: "" };
  const wanted = !process.env.NO_COLOR && process.env.TERM !== "dumb";
  return {
    write(stream, bytes) {
      problems[stream] ||= writeAll(stream, bytes);
      return problems[stream] === "";
    },
    problemOf: (stream) => (problems[stream] === "EPIPE" ? undefined : problems[stream] || undefined),
    get interactive() {
      return isTerminal(1);
    },
    get colour() {
      // Asked lazily and without touching process.stdout, which would make pipes non-blocking.
      return {
        get 1() {
          return wanted && isTerminal(1);
        },
        get 2() {
          return wanted && isTerminal(2);
        },
      };
    },
    environment: process.env,
  };
}

const encoder = new TextEncoder();

/** One line (or several) to standard output. */
export function say(terminal: Terminal, text: string): void {
  terminal.write(1, encoder.encode(`${text}\n`));
}

/** One line (or several) to standard error. */
export function complain(terminal: Terminal, text: string): void {
  terminal.write(2, encoder.encode(`${text}\n`));
}
