// `--root DIR[:rw]`, `root` of launch.json: a host directory as the guest's files. Names come without ".." from the kernel.
// Symbolic links are the guest's to follow, among its own files; only a link whose text leaves the directory and comes back
// (an absolute path of this machine) is resolved here. What leads out of the directory does not exist.

import {
  accessSync,
  constants,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, sep } from "node:path";
import type { HostChange, HostFiles } from "../os/host.ts";

const LARGEST_BYTES = 1 << 28;

const codeOf = (error: unknown): string => (error as { readonly code?: string }).code ?? "";

function may(path: string, how: number): boolean {
  try {
    accessSync(path, how);
    return true;
  } catch {
    return false;
  }
}

/** What changes a directory's names, and what is known of one. `locate` gives the real path of what is inside the root. */
function changesIn(
  locate: (name: string) => string | undefined,
  access: "read-only" | "read-write",
): Pick<HostFiles, "about" | "remove" | "makeDirectory" | "rename" | "link" | "makeLink"> {
  /** The path of a name itself, also where that is a link or nothing yet, in a directory inside the root. */
  const nameIn = (name: string): string => {
    const folder = locate(dirname(name));
    if (folder === undefined || name === "") throw Object.assign(new Error(name), { code: "ENOENT" });
    return join(folder, basename(name));
  };
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
    about(name) {
      const path = locate(name);
      const status = path === undefined ? undefined : statSync(path, { throwIfNoEntry: false });
      if (path === undefined || status === undefined) return undefined;
      return {
        isExecutable: (status.mode & 0o111) !== 0,
        isReadable: may(path, status.isDirectory() ? constants.R_OK | constants.X_OK : constants.R_OK),
        isWritable: may(path, constants.W_OK),
        modifiedMs: status.mtimeMs,
      };
    },
    remove: (name) =>
      change(() => {
        const path = nameIn(name);
        if (lstatSync(path).isDirectory()) rmdirSync(path);
        else unlinkSync(path);
      }),
    makeDirectory: (name) => change(() => mkdirSync(nameIn(name))),
    rename: (from, to) => change(() => renameSync(nameIn(from), nameIn(to))),
    link: (name, another) => change(() => linkSync(nameIn(name), nameIn(another))),
    makeLink: (name, target) => change(() => symlinkSync(target, nameIn(name))),
  };
}

/**
 * @param noteRead hears of each file that the guest reads, by its real path
 * @throws the host's error when `folder` is no readable directory
 */
export function mountFolder(
  folder: string,
  access: "read-only" | "read-write",
  noteRead: (path: string) => void = () => {},
): HostFiles {
  const root = realpathSync(folder);
  readdirSync(root);
  const inside = (path: string) => path === root || path.startsWith(root === sep ? sep : root + sep);
  /** The real path of an existing file inside the root. */
  const locate = (name: string): string | undefined => {
    try {
      const path = realpathSync(join(root, name));
      return inside(path) ? path : undefined;
    } catch {
      return undefined;
    }
  };
  const leaves = (folder: string, target: string): boolean => {
    if (isAbsolute(target)) return true;
    let at = folder;
    return target.split("/").some((name) => {
      at = join(at, name);
      return !inside(at);
    });
  };
  /** Where the guest is to look instead, when the name is a link that it can follow. */
  const linkAt = (name: string): string | undefined => {
    const folder = locate(dirname(name));
    if (folder === undefined) return undefined;
    const path = join(folder, basename(name));
    try {
      if (!lstatSync(path).isSymbolicLink()) return undefined;
      const target = readlinkSync(path);
      return !leaves(folder, target) || locate(name) === undefined ? target : undefined;
    } catch {
      return undefined;
    }
  };
  return {
    writable: access === "read-write",
    ...changesIn(locate, access),
    read(name) {
      const target = linkAt(name);
      if (target !== undefined) return { target };
      const path = locate(name);
      if (path === undefined) return "ENOENT";
      try {
        const status = statSync(path);
        if (status.isDirectory()) return "EISDIR";
        if (!status.isFile() || status.size > LARGEST_BYTES) return "EACCES";
        noteRead(path);
        return new Uint8Array(readFileSync(path));
      } catch (error) {
        return codeOf(error) === "ENOENT" ? "ENOENT" : "EACCES";
      }
    },
    write(name, bytes) {
      if (access !== "read-write") return "EROFS";
      const existing = locate(name);
      const parent = existing === undefined ? locate(dirname(name)) : undefined;
      const path = existing ?? (parent === undefined ? undefined : join(parent, name.split("/").at(-1)!));
      if (path === undefined) return "ENOENT";
      try {
        const status = statSync(path, { throwIfNoEntry: false });
        if (status?.isDirectory()) return "EISDIR";
        if (status && !status.isFile()) return "EACCES";
        // "wx" for new files: a dangling symbolic link at that name is not followed out of the directory.
        writeFileSync(path, bytes, { flag: existing === undefined ? "wx" : "w" });
        return "ok";
      } catch (error) {
        return codeOf(error) === "ENOENT" ? "ENOENT" : "EACCES";
      }
    },
    list(name) {
      const path = locate(name);
      if (path === undefined) return "ENOENT";
      try {
        return readdirSync(path, { withFileTypes: true }).map((entry) => {
          const status = lstatSync(join(path, entry.name), { throwIfNoEntry: false });
          return { name: entry.name, directory: status?.isDirectory() ?? false, sizeBytes: status?.size ?? 0 };
        });
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
