// `--root DIR[:rw]`, `root` of launch.json: a host directory as the guest's files. Names come without ".." from the kernel.
// Symbolic links are the guest's to follow, among its own files; only a link whose text leaves the directory and comes back
// (an absolute path of this machine) is resolved here. What leads out of the directory does not exist.

import {
  accessSync,
  closeSync,
  constants,
  ftruncateSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { isAbsolute, join, sep } from "node:path";
import type { HostChange, HostFiles } from "../os/host.ts";
import { isUtf8, nameOf } from "../os/name-text.ts";
import { absent, type ConfinedFolder, confine, type Entry, type Names } from "./confined-folder.ts";

const LARGEST_BYTES = 1 << 28;

const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? "";

const namesOf = (name: string): Names => (name === "" ? [] : name.split("/"));

function may(path: string, how: number): boolean {
  try {
    accessSync(path, how);
    return true;
  } catch {
    return false;
  }
}

/** Whether a link's text leads out of the mounted directory, even if it comes back. */
function leaves(directory: Names, target: string): boolean {
  if (isAbsolute(target)) return true;
  let depth = directory.length;
  return target.split(sep === "/" ? "/" : /[\\/]/).some((name) => {
    if (name === "..") depth--;
    else if (name !== "" && name !== ".") depth++;
    return depth < 0;
  });
}

/** Acts on an entry, or on what it leads to if that is inside and the entry a link. */
function follow<Result>(folder: ConfinedFolder, names: Names, act: (entry: Entry) => Result): Result {
  return folder.entry(names, (entry) => {
    if (!entry.status.isSymbolicLink()) return act(entry);
    const found = folder.find(names);
    if (found === undefined) throw absent(entry.place);
    return folder.entry(found, act);
  });
}

/** What changes a directory's names. */
function changesIn(
  folder: ConfinedFolder,
  access: "read-only" | "read-write",
): Pick<HostFiles, "remove" | "makeDirectory" | "rename" | "link" | "makeLink"> {
  const change = (act: () => void): HostChange => {
    if (access !== "read-write") return "EROFS";
    try {
      act();
      return "ok";
    } catch (error) {
      return codeOf(error) === "ENOENT" ? "ENOENT" : "EACCES";
    }
  };
  return {
    remove: (name) =>
      change(() =>
        folder.entry(namesOf(name), ({ place, status }) =>
          status.isDirectory() ? rmdirSync(place) : unlinkSync(place),
        ),
      ),
    makeDirectory: (name) => change(() => folder.place(namesOf(name), (place) => mkdirSync(place))),
    rename: (from, to) =>
      change(() => folder.place(namesOf(from), (old) => folder.place(namesOf(to), (place) => renameSync(old, place)))),
    link: (name, another) =>
      change(() =>
        folder.entry(namesOf(name), (entry) =>
          folder.place(namesOf(another), (place) => {
            linkSync(entry.place, place);
            // Some systems follow a link here: what is a name of something else is none.
            const { dev, ino } = lstatSync(place);
            if (dev === entry.status.dev && ino === entry.status.ino) return;
            unlinkSync(place);
            throw absent(entry.place);
          }),
        ),
      ),
    makeLink: (name, target) => change(() => folder.place(namesOf(name), (place) => symlinkSync(target, place))),
  };
}

/**
 * @param noteRead hears of each file that the guest reads, by its real path
 * @param isAnchored as of `confine`
 * @throws the host's error when `directory` is no readable directory
 */
export function mountFolder(
  directory: string,
  access: "read-only" | "read-write",
  noteRead: (path: string) => void = () => {},
  isAnchored?: boolean,
): HostFiles {
  const folder = confine(directory, isAnchored);
  readdirSync(folder.path);

  const contents = (entry: Entry): Uint8Array | "EACCES" | "EISDIR" => {
    const { names, status } = entry;
    if (status.isDirectory()) return "EISDIR";
    if (!status.isFile() || status.size > LARGEST_BYTES) return "EACCES";
    try {
      const bytes = folder.open(entry, constants.O_RDONLY, (descriptor) => new Uint8Array(readFileSync(descriptor)));
      noteRead(join(folder.path, ...names));
      return bytes;
    } catch {
      return "EACCES";
    }
  };

  const overwrite = (entry: Entry, bytes: Uint8Array): "ok" | "EACCES" | "EISDIR" => {
    if (entry.status.isDirectory()) return "EISDIR";
    if (!entry.status.isFile()) return "EACCES";
    return folder.open(entry, constants.O_WRONLY, (descriptor) => {
      ftruncateSync(descriptor);
      writeFileSync(descriptor, bytes);
      return "ok";
    });
  };

  const isThere = (names: Names): boolean =>
    folder.place(names, (place) => lstatSync(place, { throwIfNoEntry: false }) !== undefined);

  return {
    writable: access === "read-write",
    ...changesIn(folder, access),
    about(name) {
      try {
        return follow(folder, namesOf(name), ({ path, status }) => ({
          isExecutable: (status.mode & 0o111) !== 0,
          isReadable: may(path, status.isDirectory() ? constants.R_OK | constants.X_OK : constants.R_OK),
          isWritable: may(path, constants.W_OK),
          modifiedMs: status.mtimeMs,
        }));
      } catch {
        return undefined;
      }
    },
    read(name) {
      const names = namesOf(name);
      try {
        return folder.entry(names, (entry) => {
          if (!entry.status.isSymbolicLink()) return contents(entry);
          const target = nameOf(readlinkSync(entry.place, { encoding: "buffer" }));
          // The guest follows what it can follow, among its own files.
          const found = leaves(entry.names.slice(0, -1), target) ? folder.find(names) : undefined;
          return found === undefined ? { target } : folder.entry(found, contents);
        });
      } catch {
        return "ENOENT";
      }
    },
    write(name, bytes) {
      if (access !== "read-write") return "EROFS";
      const names = namesOf(name);
      try {
        // Only where nothing has the name: a link that leads nowhere is not followed out of the directory.
        if (!isThere(names)) folder.place(names, (place) => closeSync(openSync(place, "wx")));
        return follow(folder, names, (entry) => overwrite(entry, bytes));
      } catch (error) {
        return codeOf(error) === "ENOENT" ? "ENOENT" : "EACCES";
      }
    },
    list(name) {
      try {
        return follow(folder, namesOf(name), ({ path }) =>
          readdirSync(path, { encoding: "buffer" })
            .map(nameOf)
            .filter(isUtf8)
            .map((entry) => {
              const status = lstatSync(join(path, entry), { throwIfNoEntry: false });
              return { name: entry, directory: status?.isDirectory() ?? false, sizeBytes: status?.size ?? 0 };
            }),
        );
      } catch (error) {
        return codeOf(error) === "ENOTDIR" ? "ENOTDIR" : "ENOENT";
      }
    },
  };
}

const PROBLEMS: Readonly<Record<string, string>> = { ENOENT: "does not exist", ENOTDIR: "is not a folder" };

/** The same for a session, which wants a sentence in place of an error. */
export function mountForSession(folder: string, access: "read-only" | "read-write"): HostFiles | string {
  try {
    return mountFolder(folder, access);
  } catch (error) {
    return `root: ${folder} ${PROBLEMS[codeOf(error)] ?? "cannot be read"}.`;
  }
}
