// A folder of this machine as the guest's root file system. Names come from the kernel, already free of "..".

import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { HostFiles } from "../os/host.ts";

type Problem = "ENOENT" | "EACCES" | "EISDIR" | "ENOTDIR";

function problemOf(error: unknown): Problem {
  const code = (error as { readonly code?: string }).code;
  if (code === "EISDIR" || code === "ENOTDIR" || code === "EACCES") return code;
  return code === "EPERM" || code === "EROFS" ? "EACCES" : "ENOENT";
}

/** @returns the folder's files, or a sentence when it is no folder. */
export function mountFolder(folder: string, access: "read-only" | "read-write"): HostFiles | string {
  try {
    if (!statSync(folder).isDirectory()) return `root: ${folder} is not a folder`;
  } catch {
    return `root: ${folder} does not exist`;
  }
  return {
    writable: access === "read-write",
    read(name) {
      try {
        return new Uint8Array(readFileSync(join(folder, name)));
      } catch (error) {
        const problem = problemOf(error);
        return problem === "ENOTDIR" ? "ENOENT" : problem;
      }
    },
    write(name, bytes) {
      if (access === "read-only") return "EROFS";
      try {
        writeFileSync(join(folder, name), bytes);
        return "ok";
      } catch (error) {
        const problem = problemOf(error);
        return problem === "ENOTDIR" ? "ENOENT" : problem;
      }
    },
    list(name) {
      try {
        return readdirSync(join(folder, name), { withFileTypes: true }).map((entry) => ({
          name: entry.name,
          directory: entry.isDirectory(),
          sizeBytes: entry.isFile() ? statSync(join(folder, name, entry.name)).size : 0,
        }));
      } catch (error) {
        return problemOf(error) === "ENOTDIR" ? "ENOTDIR" : "ENOENT";
      }
    },
  };
}
