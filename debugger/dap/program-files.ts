// Files of a launch: asked for synchronously by the assembler, fetched asynchronously from the client. A round of assembling
// that asked for something unknown is thrown away, the files are fetched, and the next round finds them.

import type { FileReader } from "../../server/asm/options.ts";
import { decodedUri, isUri } from "../../server/base/uri.ts";
import type { ProgramFile } from "../program/program.ts";
import { baseName } from "../view/lines.ts";
import { RequestError, type SessionHost } from "./session-state.ts";
import { resolveLocation, type SourceNames } from "./source-names.ts";

export interface ProgramFiles {
  /** The given programs, in order. */
  readonly files: readonly ProgramFile[];
  readonly reader: FileReader;
  /** Sources beside the first program; asking for them the first time answers "pending". */
  readonly folder: () => readonly ProgramFile[] | "pending";
  /** Fetches what was asked for since the last time. @returns whether anything was. */
  fetch(): Promise<boolean>;
}

export interface FilesOptions {
  readonly host: SessionHost;
  readonly names: SourceNames;
  /** Locations of the given programs. */
  readonly programs: readonly string[];
  /** Folder from which relative names count. */
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
    reader: ({ name, from }) => {
      for (const candidate of candidates(options, name, from)) {
        const bytes = known.get(candidate.location);
        if (bytes === undefined) {
          wanted.add(candidate.location);
          return "pending";
        }
        if (bytes === "missing") continue;
        options.names.add(candidate.name, candidate.location);
        return { name: candidate.name, bytes };
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
    if ("error" in answer) throw new RequestError(`${baseName(location)} ${answer.error}.`);
    known.set(location, answer.bytes);
    // The name people know a file by: short when it lies in the session's folder.
    const name = location.startsWith(start) ? shortName(location.slice(start.length), location) : location;
    names.add(name, location);
    files.push({ name, bytes: answer.bytes });
  }
  return files;
}

/** Where an included file may lie: as NASM looks (the current folder, then -I), then beside the file that asks. */
function candidates(
  { names, folder, includePaths }: FilesOptions,
  name: string,
  from: string,
): { readonly name: string; readonly location: string }[] {
  const asker = names.locationOf(from);
  const written = [name, ...includePaths.map((path) => joined(path, name))];
  return [
    ...written.map((text) => ({ name: text, location: resolveLocation(folder, text, "folder") })),
    ...(asker ? [{ name, location: resolveLocation(asker, name, "file") }] : []),
  ];
}

async function readNeighbours(
  { host, names, programs, folder }: FilesOptions,
  known: Known,
): Promise<readonly ProgramFile[]> {
  const listed = await host.listFolder(folder);
  if ("error" in listed) return [];
  const found: ProgramFile[] = [];
  const entries = listed.entries.filter(({ name, directory }) => !directory && SOURCE_NAME.test(name));
  for (const entry of entries.slice(0, MAX_NEIGHBOURS)) {
    const location = resolveLocation(folder, entry.name, "folder");
    if (programs.includes(location)) continue;
    const answer = await host.readFile(location);
    if ("error" in answer) continue;
    known.set(location, answer.bytes);
    names.add(entry.name, location);
    found.push({ name: entry.name, bytes: answer.bytes });
  }
  return found;
}

const joined = (path: string, name: string): string => (/[\\/]$/.test(path) ? path + name : `${path}/${name}`);

/** A URI's last part as text; paths stay as they are. */
const shortName = (part: string, location: string): string => (isUri(location) ? decodedUri(part) : part);
