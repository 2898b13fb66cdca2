// Files as the server sees them: open documents first, then what the platform can read. Names in the core are URIs' paths
// relative to nothing: a source is named by its URI, an include is looked up beside the file that asks and on includePath.

import type { FileReader, FileRequest } from "../asm/options.ts";
import { createSource, type Source, sourceFromText } from "../base/source.ts";

/** Bytes of the file at a URI; undefined when there is none. May be slow. */
export type ReadUri = (uri: string) => Promise<Uint8Array | undefined>;

/** Names of the files in the folder at a URI that ends with a slash; none where it cannot be listed. */
export type ListUri = (uri: string) => Promise<readonly string[]>;

export interface Workspace {
  /** Text of open documents by URI. */
  readonly open: Map<string, string>;
  /** Bytes of open documents that others include. */
  readonly encoded: Map<string, { readonly text: string; readonly bytes: Uint8Array }>;
  /** Bytes fetched for includes; "missing" when there is no such file. Emptied when files change on disk. */
  readonly fetched: Map<string, Uint8Array | "missing">;
  /** Folder URIs, or paths beside the asking file, to search includes in. */
  includePaths: readonly string[];
}

export const createWorkspace = (): Workspace => ({
  open: new Map(),
  encoded: new Map(),
  fetched: new Map(),
  includePaths: [],
});

/** The folder of a URI, with its slash. */
export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf("/") + 1);

/** Resolves a relative name against a folder URI; `..` and `.` are taken out, an absolute path keeps scheme and authority. */
export function joinUri(folder: string, name: string): string {
  const match = /^([a-z][\w+.-]*:\/\/[^/]*)(\/.*)$/i.exec(folder);
  const root = match?.[1] ?? "";
  const path = name.startsWith("/") ? name : `${match?.[2] ?? folder}${name}`;
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return `${root}/${parts.map((part) => encodeURIComponent(decodeURIComponentSafe(part))).join("/")}`;
}

function decodeURIComponentSafe(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** URIs at which an include may be, nearest first. */
export function candidates(workspace: Workspace, request: FileRequest): string[] {
  const here = folderOf(request.from);
  const folders = [
    here,
    ...workspace.includePaths.map((path) =>
      path.includes("://") ? `${path.replace(/\/?$/, "/")}` : joinUri(here, `${path.replace(/\/?$/, "/")}`).concat("/"),
    ),
  ];
  return folders.map((folder) => joinUri(folder, request.name));
}

/** The bytes of an open document: the same object as long as its text is the same, so that whoever compares can see that. */
function bytesOf(encoded: Workspace["encoded"], uri: string, text: string): Uint8Array {
  let known = encoded.get(uri);
  if (known?.text !== text) {
    known = { text, bytes: new TextEncoder().encode(text) };
    encoded.set(uri, known);
  }
  return known.bytes;
}

/** A reader over what is open or fetched; anything else is pending. */
export function readerFor(workspace: Workspace): FileReader {
  const { encoded } = workspace;
  return (request) => {
    for (const uri of candidates(workspace, request)) {
      const text = workspace.open.get(uri);
      if (text !== undefined) return { name: uri, bytes: bytesOf(encoded, uri, text) };
      const bytes = workspace.fetched.get(uri);
      if (bytes === undefined) return "pending";
      if (bytes !== "missing") return { name: uri, bytes };
    }
    return "missing";
  };
}

/** Fetches every candidate of the files that an analysis asked for. @returns whether anything new is known. */
export async function fetchPending(
  workspace: Workspace,
  requests: readonly FileRequest[],
  read: ReadUri,
): Promise<boolean> {
  let changed = false;
  for (const request of requests) {
    for (const uri of candidates(workspace, request)) {
      if (workspace.open.has(uri) || workspace.fetched.has(uri)) continue;
      workspace.fetched.set(uri, (await read(uri)) ?? "missing");
      changed = true;
      if (workspace.fetched.get(uri) !== "missing") break;
    }
  }
  return changed;
}

/** The source of an open document, or of a fetched file. */
export function sourceAt(workspace: Workspace, uri: string): Source | undefined {
  const text = workspace.open.get(uri);
  if (text !== undefined) return sourceFromText(uri, text);
  const bytes = workspace.fetched.get(uri);
  return bytes === undefined || bytes === "missing" ? undefined : createSource(uri, bytes);
}
