// The outside of a session in Node: files and folders of this machine by path or file: URI, its clock, its event loop.

import { readdir, readFile, stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { NODE_FOLD_BYTES } from "../mem/layout.ts";
import { mountFolder } from "./host-folder.ts";
import type { ListFolderAnswer, ReadFileAnswer } from "./protocol.ts";
import type { SessionHost } from "./session-state.ts";

const pathOf = (location: string): string => (location.startsWith("file:") ? fileURLToPath(location) : location);

const LARGEST_BYTES = 2 ** 30;

async function readLocation(location: string): Promise<ReadFileAnswer> {
  try {
    const path = pathOf(location);
    const status = await stat(path);
    if (status.isDirectory()) return { error: "is a folder" };
    if (!status.isFile()) return { error: "is a device, not a file" };
    if (status.size > LARGEST_BYTES) return { error: `is larger than ${LARGEST_BYTES} bytes` };
    return { bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    const code = (error as { readonly code?: string }).code ?? "";
    if (code === "ENOENT" || code === "ENOTDIR") return { error: "does not exist" };
    return { error: code === "EACCES" ? "may not be read" : `cannot be read (${code || String(error)})` };
  }
}

async function listLocation(location: string): Promise<ListFolderAnswer> {
  try {
    const entries = await readdir(pathOf(location), { withFileTypes: true });
    return { entries: entries.map((entry) => ({ name: entry.name, directory: entry.isDirectory() })) };
  } catch {
    return { error: "cannot be read" };
  }
}

export const nodeHost: SessionHost = {
  readFile: readLocation,
  listFolder: listLocation,
  mount: mountFolder,
  defer: (callback) => void setImmediate(callback),
  now: () => performance.now(),
  later: (callback, delayMs) => void setTimeout(callback, delayMs).unref(),
  foldBytes: NODE_FOLD_BYTES,
  terminal: "none",
  timeSeconds: Math.floor(Date.now() / 1000),
};
