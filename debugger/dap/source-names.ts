// File names of the assembler ↔ locations of the editor. The assembler knows a file by the name NASM would print ("lib/io.inc"),
// the editor by a path or URI; the session is the only one who knows both.

import { decodedUri, folderOfUri, isUri, resolveUri } from "../../server/base/uri.ts";
import { baseName } from "../view/lines.ts";

export interface SourceNames {
  /** Remembers that the assembler's `name` is the file at `location`. */
  add(name: string, location: string): void;
  locationOf(name: string): string | undefined;
  /** All names under which the file at `location` takes part; several when it was included under different names. */
  namesOf(location: string): readonly string[];
  readonly all: readonly { readonly name: string; readonly location: string }[];
}

export function createSourceNames(): SourceNames {
  const locations = new Map<string, string>();
  return {
    add: (name, location) => void locations.set(name, location),
    locationOf: (name) => locations.get(name),
    namesOf(location) {
      const wanted = comparable(location);
      return [...locations].filter(([, known]) => comparable(known) === wanted).map(([name]) => name);
    },
    get all() {
      return [...locations].map(([name, location]) => ({ name, location }));
    },
  };
}

/** Windows paths compare without case and with either slash; URIs as they are, percent signs decoded. */
function comparable(location: string): string {
  if (/^[a-zA-Z]:[\\/]/.test(location)) return location.replaceAll("\\", "/").toLowerCase();
  return isUri(location) ? decodedUri(location) : location;
}

/** `relative` as seen from the folder of (or, for "folder", inside) `location`. */
export function resolveLocation(location: string, relative: string, from: "file" | "folder"): string {
  if (isUri(relative) || relative.startsWith("/") || /^[a-zA-Z]:[\\/]/.test(relative)) return relative;
  if (isUri(location)) {
    const folder = from === "folder" ? location : folderOfUri(location);
    return resolveUri(folder, relative.replaceAll("\\", "/"));
  }
  const windows = /^[a-zA-Z]:[\\/]/.test(location);
  const root = windows ? location.slice(0, 2) : "";
  const path = location.slice(root.length).replaceAll("\\", "/");
  const folder = from === "folder" ? path : path.slice(0, path.lastIndexOf("/") + 1);
  const parts: string[] = [];
  for (const part of `${folder}/${relative.replaceAll("\\", "/")}`.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return `${root}/${parts.join("/")}`;
}

/** The folder that holds the file at `location`, without a trailing slash. */
export function folderOf(location: string): string {
  const folder = location.slice(0, location.length - baseName(location).length);
  return folder.length > 1 ? folder.replace(/[\\/]$/, "") : folder;
}

/** A location as people read it: without percent signs that stand for something, and without a URI's scheme. */
export const readable = (location: string): string =>
  isUri(location) ? decodedUri(location.replace(/^[a-z][\w+.-]+:(?:\/\/)?/i, "")) : location;

/** The file's own name, as people read it. */
export const displayName = (location: string): string => baseName(readable(location));

/** DAP's Source of a file. */
export function sourceOf(names: SourceNames, name: string): { name: string; path?: string } {
  const location = names.locationOf(name);
  return { name: displayName(location ?? name), ...(location === undefined ? {} : { path: location }) };
}
