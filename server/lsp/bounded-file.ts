// Reading a file of this machine that a source or a client named: whatever it is, it ends. Devices and pipes are no files,
// and what lies in /proc says that it is empty and may then go on for gigabytes.

import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";

/** Node's own name for it is in a module that is loaded for nothing else. */
const devNull = process.platform === "win32" ? "\\\\.\\nul" : "/dev/null";

/** No source, and nothing that `incbin` puts into a program while it is edited or debugged, is larger. */
export const LARGEST_BYTES = 2 ** 28;

/** Bytes taken of a file that does not say how long it is. */
const UNTOLD_BYTES = 2 ** 20;

/** Some of them are read in whole records only. */
const PAGE_BYTES = 4096;

/** Why there are no bytes. */
export type Unreadable = "folder" | "device" | "too large";

/** @throws the system's error where there is no file or it may not be read */
export function readBoundedFile(path: string, maxBytes: number): Uint8Array | Unreadable {
  if (path === devNull) return new Uint8Array(0);
  const status = statSync(path);
  if (status.isDirectory()) return "folder";
  if (!status.isFile()) return "device";
  if (status.size > maxBytes) return "too large";
  return status.size > 0 ? new Uint8Array(readFileSync(path)) : readUntold(path);
}

function readUntold(path: string): Uint8Array | "too large" {
  const file = openSync(path, "r");
  try {
    const bytes = new Uint8Array(UNTOLD_BYTES + PAGE_BYTES);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read)
      read = readSync(file, bytes, length, bytes.length - length, null);
    return length > UNTOLD_BYTES ? "too large" : bytes.slice(0, length);
  } finally {
    closeSync(file);
  }
}
