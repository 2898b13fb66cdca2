// Writes a file that an option names; `-` is standard output. Names of open descriptors (/dev/stdout, /dev/fd/3) mean the descriptor itself: opening
// a pipe or socket a second time by its name can fail or lose what is written, and a second position would overwrite the
// guest's own output.

import { accessSync, closeSync, constants, openSync, statSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { type InputKind, isInput, reasonOf } from "./input-files.ts";
import { errorCode, sleepSync, type Terminal } from "./terminal.ts";

const RETRY_MS = 2;
const STREAMS: Readonly<Record<string, number>> = { "-": 1, "/dev/stdout": 1, "/dev/stderr": 2 };

/** The descriptor that a name stands for; undefined for ordinary files. */
function descriptorOf(name: string): number | undefined {
  const number = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/.exec(name)?.[1];
  return number === undefined ? STREAMS[name] : Number(number);
}

/** Writes everything, waiting for a reader that is slower. @throws the host's error */
function writeAll(descriptor: number, bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at, bytes.length - at);
    } catch (error) {
      if (errorCode(error) !== "EAGAIN") throw error;
      sleepSync(RETRY_MS);
    }
  }
}

const isOverwritten = (name: string): string => `${name} is an input: it would be overwritten`;

/** What stands in the way of writing there later, as far as that is known without touching the file: a sentence without a full stop. */
export function obstacleAt(name: string, kind: InputKind = "kept"): string | undefined {
  if (descriptorOf(name) !== undefined) return undefined;
  if (isInput(name, kind)) return isOverwritten(name);
  try {
    const status = statSync(name, { throwIfNoEntry: false });
    if (status?.isDirectory()) return `cannot write ${name}: it is a directory`;
    accessSync(status || name === "" ? name : dirname(name), constants.W_OK);
    return undefined;
  } catch (error) {
    return `cannot write ${name}: ${reasonOf(error)}`;
  }
}

/** @returns a sentence without a full stop when the file cannot be written. */
export function writeOutputFile(
  name: string,
  text: string,
  terminal: Terminal,
  kind: InputKind = "kept",
): string | undefined {
  const bytes = new TextEncoder().encode(text);
  const descriptor = descriptorOf(name);
  if (descriptor === 1 || descriptor === 2)
    return terminal.write(descriptor, bytes) ? undefined : `cannot write ${name}: nobody reads it`;
  if (descriptor === undefined && isInput(name, kind)) return isOverwritten(name);
  let opened: number | undefined;
  try {
    opened = descriptor === undefined ? openSync(name, "w") : undefined;
    writeAll(opened ?? descriptor!, bytes);
    return undefined;
  } catch (error) {
    return `cannot write ${name}: ${reasonOf(error)}`;
  } finally {
    if (opened !== undefined) closeSync(opened);
  }
}
