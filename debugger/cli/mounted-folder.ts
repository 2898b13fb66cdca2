// `--root DIR[:rw]`: a host directory as the guest's files. Names come without ".." from the kernel; symbolic links are
// resolved here, and what leads out of the directory does not exist.

import { readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { HostFiles } from "../os/host.ts";
import { noteInput } from "./input-files.ts";
import { errorCode } from "./terminal.ts";

const LARGEST_BYTES = 1 << 28;

/** @throws the host's error when `folder` is no readable directory. */
export function mountFolder(folder: string, access: "read-only" | "read-write"): HostFiles {
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
  return {
    writable: access === "read-write",
    read(name) {
      const path = locate(name);
      if (path === undefined) return "ENOENT";
      try {
        const status = statSync(path);
        if (status.isDirectory()) return "EISDIR";
        if (!status.isFile() || status.size > LARGEST_BYTES) return "EACCES";
        noteInput(path);
        return new Uint8Array(readFileSync(path));
      } catch (error) {
        return errorCode(error) === "ENOENT" ? "ENOENT" : "EACCES";
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
        return errorCode(error) === "ENOENT" ? "ENOENT" : "EACCES";
      }
    },
    list(name) {
      const path = locate(name);
      if (path === undefined) return "ENOENT";
      try {
        return readdirSync(path, { withFileTypes: true }).map((entry) => {
          const status = statSync(join(path, entry.name), { throwIfNoEntry: false });
          return { name: entry.name, directory: status?.isDirectory() ?? false, sizeBytes: status?.size ?? 0 };
        });
      } catch (error) {
        return errorCode(error) === "ENOTDIR" ? "ENOTDIR" : "ENOENT";
      }
    },
  };
}
