// The folder that the editor sees, and nothing beside it: every name is resolved through the links on its way, and what ends
// up outside is refused. The folder itself can be neither deleted nor renamed.
import { constants } from "node:fs";
import { lstat, mkdir, open, readdir, realpath, rename, rm, stat, unlink } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";

/** Kinds of the editor's file system interface. */
const FILE = 1;
const DIRECTORY = 2;
const SYMBOLIC_LINK = 64;

/** An error with a code that the editor's file system interface knows. */
export class FolderError extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

const codes = {
  ENOENT: "FileNotFound",
  ENOTDIR: "FileNotADirectory",
  EISDIR: "FileIsADirectory",
  EEXIST: "FileExists",
  ENOTEMPTY: "NoPermissions",
  EACCES: "NoPermissions",
  EPERM: "NoPermissions",
  EROFS: "NoPermissions",
  ELOOP: "NoPermissions",
};

const kindOf = (entry) => (entry.isDirectory() ? DIRECTORY : entry.isFile() ? FILE : 0);

/** Turns names into paths of this machine that are surely inside `root`, or throws a `FolderError`. */
function namesBelow(root) {
  const isInside = (target) => target === root || target.startsWith(root.endsWith(sep) ? root : root + sep);

  /** Name → path below the root, links not looked at yet. */
  function below(name) {
    const parts = name.split("/").filter((part) => part !== "" && part !== ".");
    const odd = (part) => part === ".." || part.includes("\0") || (sep === "\\" && /[\\:]/.test(part));
    if (parts.some(odd)) throw new FolderError("NoPermissions");
    return join(root, ...parts);
  }

  /** The thing itself, links followed. */
  async function existing(name) {
    const target = await realpath(below(name));
    if (!isInside(target)) throw new FolderError("NoPermissions");
    return target;
  }

  /** The place of an entry: links on the way are followed, the last part is not. The root has no place. */
  async function place(name) {
    const path = below(name);
    if (path === root) throw new FolderError("NoPermissions");
    const parent = await realpath(dirname(path));
    if (!isInside(parent)) throw new FolderError("NoPermissions");
    return join(parent, basename(path));
  }

  return { below, existing, place };
}

const exists = (path) =>
  lstat(path).then(
    () => true,
    () => false,
  );

async function withFile(path, flags, action) {
  const file = await open(path, flags | (constants.O_NOFOLLOW ?? 0), 0o666);
  try {
    return await action(file);
  } finally {
    await file.close();
  }
}

const reading = ({ below, existing }) => ({
  async stat(name) {
    const target = await existing(name);
    const [found, entry] = [await stat(target), await lstat(below(name))];
    return {
      type: kindOf(found) | (entry.isSymbolicLink() ? SYMBOLIC_LINK : 0),
      ctime: Math.round(found.ctimeMs),
      mtime: Math.round(found.mtimeMs),
      size: found.size,
    };
  },
  async list(name) {
    const entries = await readdir(await existing(name), { withFileTypes: true });
    const kinds = entries.map(async (entry) => {
      if (!entry.isSymbolicLink()) return [entry.name, kindOf(entry)];
      const found = await existing(`${name}/${entry.name}`)
        .then(stat)
        .catch(() => undefined);
      return [entry.name, SYMBOLIC_LINK | (found ? kindOf(found) : 0)];
    });
    return await Promise.all(kinds);
  },
  async read(name) {
    const target = await existing(name);
    const found = await stat(target);
    if (!found.isFile()) throw new FolderError(found.isDirectory() ? "FileIsADirectory" : "NoPermissions");
    return await withFile(target, constants.O_RDONLY, (file) => file.readFile());
  },
});

const changing = ({ existing, place }) => ({
  async write(name, bytes, { create, overwrite }) {
    const there = await exists(await place(name));
    if (there && !overwrite) throw new FolderError("FileExists");
    if (!there && !create) throw new FolderError("FileNotFound");
    const target = there ? await existing(name) : await place(name);
    if (there && !(await stat(target)).isFile()) throw new FolderError("FileIsADirectory");
    const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC;
    await withFile(target, flags, (file) => file.writeFile(bytes));
  },
  async mkdir(name) {
    await mkdir(await place(name));
  },
  async delete(name, { recursive }) {
    const target = await place(name);
    const entry = await lstat(target);
    if (!entry.isDirectory()) return await unlink(target);
    if (!recursive && (await readdir(target)).length > 0) throw new FolderError("NoPermissions");
    await rm(target, { recursive: true });
  },
  async rename(from, to, { overwrite }) {
    const [source, target] = [await place(from), await place(to)];
    if (!overwrite && (await exists(target))) throw new FolderError("FileExists");
    await rename(source, target);
  },
});

/** Every failure becomes a `FolderError`: no path of this machine goes out. */
const guarded =
  (operation) =>
  async (...args) => {
    try {
      return await operation(...args);
    } catch (error) {
      throw error instanceof FolderError ? error : new FolderError(codes[error.code] ?? "Unavailable");
    }
  };

/** Opens a folder of this machine; names given to the functions are "/"-separated and count from it. */
export async function openFolder(path) {
  const root = await realpath(resolve(path));
  if (!(await stat(root)).isDirectory()) throw new FolderError("FileNotADirectory");
  const names = namesBelow(root);
  const operations = { ...reading(names), ...changing(names), existing: names.existing };
  return {
    root,
    name: basename(root) || "root",
    ...Object.fromEntries(Object.entries(operations).map(([name, operation]) => [name, guarded(operation)])),
  };
}
