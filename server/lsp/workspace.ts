// Files as the server sees them: open documents first, then what the platform can read. Names in the core are URIs' paths
// relative to nothing: a source is named by its URI, and an include is looked up where `run` and F5 look.

import type { FileReader, FileRequest } from "../asm/options.ts";
import { createSource, type Source, sourceFromText } from "../base/source.ts";
import { decodedUri, folderOfUri, resolveUri } from "../base/uri.ts";

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
  /** Folder URIs, or paths as seen from the folder of the root source, to search includes in. */
  includePaths: readonly string[];
}

export const createWorkspace = (): Workspace => ({
  open: new Map(),
  encoded: new Map(),
  fetched: new Map(),
  includePaths: [],
});

/** As the editor writes the URI of a document it has open: editors differ in what they write with a percent sign. */
export function spelled({ open }: Workspace, uri: string): string {
  if (open.has(uri) || !uri.includes("%")) return uri;
  const wanted = decodedUri(uri);
  for (const known of open.keys()) if (decodedUri(known) === wanted) return known;
  return uri;
}

/** Where a file may be. */
export interface Candidate {
  readonly uri: string;
  /** The name under which a source could ask for it. */
  readonly written: string;
}

/**
 * Where the file of a request may be, nearest first, in the order of `run` and F5: the folder of the root source, the folders
 * of the include path as seen from there, and the folder of the file that asks.
 */
export function candidates(workspace: Workspace, request: FileRequest, root: string): Candidate[] {
  const here = folderOfUri(root);
  const found = new Map<string, Candidate>();
  const add = (folder: string, written: string): void => {
    const uri = spelled(workspace, resolveUri(folder, written));
    if (!found.has(uri)) found.set(uri, { uri, written });
  };
  add(here, request.name);
  for (const path of workspace.includePaths) add(here, `${path.replace(/[\\/]?$/, "/")}${request.name}`);
  add(folderOfUri(request.from), request.name);
  return [...found.values()];
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

/** A reader for the source at `root` over what is open or fetched; anything else is pending. */
export function readerFor(workspace: Workspace, root: string): FileReader {
  const { encoded } = workspace;
  return (request) => {
    for (const { uri, written } of candidates(workspace, request, root)) {
      // What %pathsearch finds goes into the source's text and is asked for again from there.
      const name = request.kind === "pathsearch" ? written : uri;
      const text = workspace.open.get(uri);
      if (text !== undefined) return { name, bytes: bytesOf(encoded, uri, text) };
      const bytes = workspace.fetched.get(uri);
      if (bytes === undefined) return "pending";
      if (bytes !== "missing") return { name, bytes };
    }
    return "missing";
  };
}

/** Fetches every candidate of the files that an analysis of `root` asked for. @returns whether anything new is known. */
export async function fetchPending(
  workspace: Workspace,
  requests: readonly FileRequest[],
  root: string,
  read: ReadUri,
): Promise<boolean> {
  let changed = false;
  for (const request of requests) {
    for (const { uri } of candidates(workspace, request, root)) {
      if (workspace.open.has(uri)) break;
      if (workspace.fetched.has(uri)) continue;
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
