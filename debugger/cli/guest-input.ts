// The guest's standard input. Normally the command's own descriptor 0 is read synchronously, no more than the guest asks for,
// so that what follows in a shell script finds the rest, and Ctrl+C ends the process at once. With a time limit a blocking
// read could outlast it, so then input comes through the event loop and a read with nothing there yet is "pending".

import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import type { HostInput } from "../os/host.ts";
import { errorCode, nowMs, sleepSync } from "./terminal.ts";

export interface GuestInput {
  read(maxBytes: number): HostInput;
  /** Waits until there is input (or its end), at most until the deadline. @returns false when the deadline came first. */
  wait(deadlineMs: number): Promise<boolean>;
  close(): void;
}

const END = new Uint8Array(0);
const RETRY_MS = 5;

/** Reads `file`, or descriptor 0. `limited`: a time limit is in force. */
export function createGuestInput(options: {
  readonly file?: string;
  readonly mode: "blocking" | "limited";
}): GuestInput {
  if (options.file !== undefined) {
    const descriptor = openSync(options.file, "r");
    // A folder can be opened, but not read.
    if (fstatSync(descriptor).isDirectory()) readSync(descriptor, new Uint8Array(1));
    return blockingInput(descriptor, () => closeSync(descriptor));
  }
  return options.mode === "blocking" || isFile(0) ? blockingInput(0, () => {}) : limitedInput();
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
    wait: () => Promise.resolve(true),
    close,
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
      if (chunks.length > 0 || ended) return true;
      listen();
      process.stdin.resume();
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, Math.max(0, deadlineMs - nowMs()));
      });
      clearTimeout(timer);
      return chunks.length > 0 || ended;
    },
    close() {
      if (listening) process.stdin.pause();
    },
  };
}
