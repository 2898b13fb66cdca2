// The outside of a session in Node: files and folders of this machine by path or file: URI, its clock, its event loop.

import { readdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { LARGEST_BYTES, readBoundedFile, type Unreadable } from "../../server/lsp/bounded-file.ts";
import { NODE_FOLD_BYTES } from "../mem/layout.ts";
import { mountForSession } from "./host-folder.ts";
import type { ListFolderAnswer, ReadFileAnswer } from "./protocol.ts";
import type { SessionHost } from "./session-state.ts";

const pathOf = (location: string): string => (location.startsWith("file:") ? fileURLToPath(location) : location);

const UNREADABLE: Readonly<Record<Unreadable, string>> = {
  folder: "is a folder",
  device: "is a device, not a file",
  "too large": "is too large",
};

async function readLocation(location: string): Promise<ReadFileAnswer> {
  try {
    const bytes = readBoundedFile(pathOf(location), LARGEST_BYTES);
    return typeof bytes === "string" ? { error: UNREADABLE[bytes] } : { bytes };
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
  mount: (folder, access) => mountForSession(pathOf(folder), access),
  defer: (callback) => void setImmediate(callback),
  now: () => performance.now(),
  later: (callback, delayMs) => void setTimeout(callback, delayMs).unref(),
  foldBytes: NODE_FOLD_BYTES,
  terminal: "none",
  timeSeconds: Math.floor(Date.now() / 1000),
};
