// Files of a launch: asked for synchronously by the assembler, fetched asynchronously from the client. A round of assembling
// that asked for something unknown is thrown away, the files are fetched, and the next round finds them.

import type { FileReader, FileRequest } from "../../server/asm/options.ts";
import { decodedUri, isUri } from "../../server/base/uri.ts";
import type { ProgramFile } from "../program/program.ts";
import { RequestError, type SessionHost } from "./session-state.ts";
import { displayName, folderOf, readable, resolveLocation, type SourceNames } from "./source-names.ts";

export interface ProgramFiles {
  /** The given programs, in order. */
  readonly files: readonly ProgramFile[];
  /** Files for the source of that name and what it includes. */
  readonly readerFor: (source: string) => FileReader;
  /** Sources beside the programs and in the current folder; asking for them the first time answers "pending". */
  readonly folder: () => readonly ProgramFile[] | "pending";
  /** Fetches what was asked for since the last time. @returns whether anything was. */
  fetch(): Promise<boolean>;
}

export interface FilesOptions {
  readonly host: SessionHost;
  readonly names: SourceNames;
  /** Locations of the given programs. */
  readonly programs: readonly string[];
  /** The current folder, from which names on a command line would count. */
  readonly folder: string;
  readonly includePaths: readonly string[];
}

/** Neighbours that are looked through for a missing `extern`. */
const MAX_NEIGHBOURS = 200;
const SOURCE_NAME = /\.(asm|nasm|s|o)$/i;

/** Bytes by location, as far as they were fetched. */
type Known = Map<string, Uint8Array | "missing">;

/** Reads the given programs. @throws {RequestError} when one cannot be read. */
export async function openFiles(options: FilesOptions): Promise<ProgramFiles> {
  const { host } = options;
  const known: Known = new Map();
  const wanted = new Set<string>();
  let neighbours: readonly ProgramFile[] | "unknown" | "wanted" = "unknown";
  const files = await readPrograms(options, known);
  return {
    files,
    readerFor: (source) => (request) => {
      for (const candidate of candidates(options, request, source)) {
        const bytes = known.get(candidate.location);
        if (bytes === undefined) {
          wanted.add(candidate.location);
          return "pending";
        }
        if (bytes === "missing") continue;
        return { name: addName(options.names, candidate), bytes };
      }
      return "missing";
    },
    folder() {
      if (typeof neighbours !== "string") return neighbours;
      neighbours = "wanted";
      return "pending";
    },
    async fetch() {
      const locations = [...wanted];
      wanted.clear();
      for (const location of locations) {
        const answer = await host.readFile(location);
        known.set(location, "bytes" in answer ? answer.bytes : "missing");
      }
      if (neighbours !== "wanted") return locations.length > 0;
      neighbours = await readNeighbours(options, known);
      return true;
    },
  };
}

async function readPrograms({ host, names, programs, folder }: FilesOptions, known: Known): Promise<ProgramFile[]> {
  const start = resolveLocation(folder, "x", "folder").slice(0, -1);
  const files: ProgramFile[] = [];
  for (const location of programs) {
    const answer = await host.readFile(location);
    if ("error" in answer) throw new RequestError(`${displayName(location)} ${answer.error}.`);
    known.set(location, answer.bytes);
    // The name people know a file by: short when it lies in the session's folder.
    const isInside = location.startsWith(start);
    const written = isUri(location) ? decodedUri(location.slice(start.length)) : location.slice(start.length);
    const name = addName(names, { name: isInside ? written : readable(location), location });
    files.push({ name, bytes: answer.bytes });
  }
  return files;
}

/** A file that may be there, and the name by which NASM would call it. */
interface Candidate {
  readonly name: string;
  readonly location: string;
}

/**
 * Where a file that `source` or one of its includes asks for may lie, in the editor's order: the source's folder, the include
 * path as seen from there, beside the file that asks; then, where a command line would look, the same from the current folder.
 */
function candidates(
  { names, folder, includePaths }: FilesOptions,
  { name, from }: FileRequest,
  source: string,
): Candidate[] {
  const written = [name, ...includePaths.map((path) => joined(path, name))];
  const seenFrom = (start: string): Candidate[] =>
    written.map((text) => ({ name: text, location: resolveLocation(start, text, "folder") }));
  const asker = names.locationOf(from);
  return [
    ...seenFrom(sourceFolder(names, source) ?? folder),
    ...(asker ? [{ name, location: resolveLocation(asker, name, "file") }] : []),
    ...seenFrom(folder),
  ];
}

/** The folder of a source that lies in one. */
function sourceFolder(names: SourceNames, source: string): string | undefined {
  const location = names.locationOf(source);
  return location === undefined || !/[\\/]/.test(location) ? undefined : folderOf(location);
}

/** Notes where a file was found. @returns the name to call it by: its location when another file has its name already. */
function addName(names: SourceNames, { name, location }: Candidate): string {
  const isFree = (one: string): boolean => [undefined, location].includes(names.locationOf(one));
  const own = [name, readable(location)].find(isFree) ?? location;
  names.add(own, location);
  return own;
}

async function readNeighbours(
  { host, names, programs, folder }: FilesOptions,
  known: Known,
): Promise<readonly ProgramFile[]> {
  const found: ProgramFile[] = [];
  for (const place of new Set([...programs.filter((program) => /[\\/]/.test(program)).map(folderOf), folder])) {
    const listed = await host.listFolder(place);
    if ("error" in listed) continue;
    const entries = listed.entries.filter(({ name, directory }) => !directory && SOURCE_NAME.test(name));
    for (const { name } of entries.slice(0, MAX_NEIGHBOURS)) {
      const location = resolveLocation(place, name, "folder");
      if (programs.includes(location)) continue;
      const answer = await host.readFile(location);
      if ("error" in answer) continue;
      known.set(location, answer.bytes);
      found.push({ name: addName(names, { name, location }), bytes: answer.bytes });
    }
  }
  return found;
}

const joined = (path: string, name: string): string => (/[\\/]$/.test(path) ? path + name : `${path}/${name}`);
