// The guest's standard input. Normally the command's own descriptor 0 is read synchronously, no more than the guest asks for,
// so that what follows in a shell script finds the rest, and a signal ends the process at once. With a time limit a blocking
// read could outlast it, and at a terminal Ctrl+C has to be heard: then input comes through the event loop, and a read with
// nothing there yet is "pending".

import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { HostInput } from "../os/host.ts";
import { errorCode, isTerminal, nextTurn, nowMs, sleepSync } from "./terminal.ts";

export interface GuestInput {
  read(maxBytes: number): HostInput;
  /** Waits until there is input (or its end), at most until the deadline or `stopWaiting`. */
  wait(deadlineMs: number): Promise<void>;
  stopWaiting(): void;
  close(): void;
}

const END = new Uint8Array(0);
const RETRY_MS = 5;
/** Node takes none that is longer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Reads `file`, or descriptor 0. `limited`: a time limit is in force.
 * @param onBlocking called before the first read that may wait for ever without turning the event loop
 */
export function createGuestInput(options: {
  readonly file?: string;
  readonly mode: "blocking" | "limited";
  readonly onBlocking: () => void;
}): GuestInput {
  if (options.file !== undefined) {
    const descriptor = openSync(options.file, "r");
    // A folder can be opened, but not read.
    if (fstatSync(descriptor).isDirectory()) readSync(descriptor, new Uint8Array(1));
    return blockingInput(descriptor, () => closeSync(descriptor));
  }
  if (isFile(0)) return blockingInput(0, () => {});
  if (options.mode === "limited" || isTerminal(0)) return limitedInput();
  return pipeInput(options.onBlocking);
}

function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return true;
  }
}

function blockingInput(descriptor: number, close: () => void): GuestInput {
  return {
    read: (maxBytes) => readBlocking(descriptor, maxBytes),
    wait: () => Promise.resolve(),
    stopWaiting() {},
    close,
  };
}

function pipeInput(onBlocking: () => void): GuestInput {
  const input = blockingInput(0, () => {});
  let isBlocking = false;
  return {
    ...input,
    read: (maxBytes) => (isBlocking ? input.read(maxBytes) : "pending"),
    async wait() {
      // A signal that has come already is heard in the next turn, and never once nobody listens.
      await nextTurn();
      onBlocking();
      isBlocking = true;
    },
  };
}

function readBlocking(descriptor: number, maxBytes: number): Uint8Array {
  const buffer = new Uint8Array(Math.min(maxBytes, 1 << 20));
  for (;;) {
    try {
      return buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, null));
    } catch (error) {
      // Somebody else made the terminal non-blocking. A closed descriptor (EBADF) or a vanished terminal reads as its end.
      if (errorCode(error) !== "EAGAIN") return END;
      sleepSync(RETRY_MS);
    }
  }
}

function limitedInput(): GuestInput {
  let chunks: Uint8Array[] = [];
  let ended = false;
  let wake = () => {};
  let listening = false;
  const listen = () => {
    if (listening) return;
    listening = true;
    process.stdin.on("data", (chunk: Buffer) => {
      chunks.push(new Uint8Array(chunk));
      process.stdin.pause();
      wake();
    });
    const end = () => {
      ended = true;
      wake();
    };
    process.stdin.on("end", end);
    process.stdin.on("error", end);
  };
  return {
    read(maxBytes) {
      const first = chunks[0];
      if (!first) return ended ? END : "pending";
      const part = first.subarray(0, maxBytes);
      chunks = first.length > maxBytes ? [first.subarray(maxBytes), ...chunks.slice(1)] : chunks.slice(1);
      return part;
    },
    async wait(deadlineMs) {
      if (chunks.length > 0 || ended) return;
      listen();
      process.stdin.resume();
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, Math.min(LONGEST_TIMER_MS, Math.max(0, deadlineMs - nowMs())));
      });
      clearTimeout(timer);
    },
    stopWaiting: () => wake(),
    close() {
      if (listening) process.stdin.pause();
    },
  };
}
