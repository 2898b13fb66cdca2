// Names: opening, removing and listing files, and the current directory.
// Source: the kernel's fs/namei.c, fs/open.c, fs/stat.c, fs/readdir.c; man pages of section 2.

import { DESCRIPTOR_LIMIT, type OpenFile } from "./descriptors.ts";
import type { FileNode, Place } from "./files.ts";
import { AT_FDCWD, OPEN } from "./open-flags.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  pathArgument,
  registerOf,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { fileOf, isUnused, nodeOf } from "./syscall-io.ts";

const AT_REMOVEDIR = 0x200;

export const quoted = (path: string): string => JSON.stringify(path);

/** Why a path could not be followed, in words. */
function pathFailure(errno: Failure["errno"], path: string): Failure {
  const reasons: Partial<Record<Failure["errno"], string>> = {
    ENOENT: path === "" ? "the path is empty" : `there is no ${quoted(path)}`,
    ENOTDIR: `a part of ${quoted(path)} is not a directory`,
    EACCES: `a directory of ${quoted(path)} may not be entered`,
    ENAMETOOLONG: "the path, or a name in it, is too long",
  };
  return fail(errno, reasons[errno] ?? quoted(path));
}

/** Directory that relative paths start from: `index` is the descriptor argument, or undefined for the current one. */
function baseOf(call: SystemCall, index: number | undefined, path: string): FileNode | Failure {
  const { files, process } = call.kernel;
  if (index === undefined || int(call, index) === AT_FDCWD || path.startsWith("/"))
    return files.node(process.directory);
  const file = fileOf(call, index);
  if (isFailure(file)) return file;
  const node = nodeOf(call, file);
  return node?.kind === "directory" ? node : fail("ENOTDIR", `file descriptor ${int(call, index)} is not a directory`);
}

interface Found extends Place {
  readonly path: string;
}

function placeOf(call: SystemCall, pathIndex: number, directoryIndex?: number): Found | Failure {
  const path = pathArgument(call, pathIndex);
  if (typeof path !== "string") return path;
  const base = baseOf(call, directoryIndex, path);
  if (isFailure(base)) return base;
  const place = call.kernel.files.find(path, base);
  return typeof place === "string" ? pathFailure(place, path) : { ...place, path };
}

/** placeOf for something that must exist. */
export function existing(
  call: SystemCall,
  pathIndex: number,
  directoryIndex?: number,
): (Found & { node: FileNode }) | Failure {
  const place = placeOf(call, pathIndex, directoryIndex);
  if (isFailure(place)) return place;
  return place.node ? { ...place, node: place.node } : pathFailure("ENOENT", place.path);
}

/** What stands behind the paths /dev/stdin, /dev/stdout and /dev/stderr. */
const standardStreams: Readonly<Record<string, number>> = { "/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2 };

function openPath(
  call: SystemCall,
  pathIndex: number,
  directoryIndex: number | undefined,
  flags: number,
  mode: number,
): SyscallResult {
  const { descriptors, files, clock, process } = call.kernel;
  const place = placeOf(call, pathIndex, directoryIndex);
  if (isFailure(place)) return place;
  const closeOnExec = flags & OPEN.closeOnExec ? "close-on-exec" : "keep";
  const stream = standardStreams[place.path];
  const standard = stream === undefined ? undefined : descriptors.get(stream);
  if (standard) return addDescriptor(call, standard, closeOnExec);
  let { node } = place;
  const isNew = !node;
  if (!node) {
    if (!(flags & OPEN.create)) return pathFailure("ENOENT", place.path);
    if (place.path.endsWith("/")) return fail("EISDIR", `${quoted(place.path)} ends with a slash`);
    const made = files.create(place, "file", mode & 0o7777 & ~process.umask, clock.realtimeNs());
    if (typeof made === "string") return fail(made, `${quoted(place.path)} cannot be made in its directory`);
    node = made;
  }
  const problem = isNew ? undefined : openProblem(node, flags, place.path);
  if (problem) return problem;
  const access = flags & OPEN.accessMask;
  if (flags & OPEN.truncate && node.kind === "file" && access !== OPEN.readOnly)
    files.resize(node, 0, clock.realtimeNs());
  const file: OpenFile = {
    kind: "node",
    stream: 1,
    node: node.id,
    flags: flags & ~(OPEN.create | OPEN.exclusive | OPEN.truncate | OPEN.closeOnExec),
    position: 0,
  };
  return addDescriptor(call, file, closeOnExec);
}

function addDescriptor(call: SystemCall, file: OpenFile, closeOnExec: "close-on-exec" | "keep"): SyscallResult {
  return (
    call.kernel.descriptors.add(file, 0, closeOnExec) ?? fail("EMFILE", `${DESCRIPTOR_LIMIT} files are open already`)
  );
}

/** Why a file that is there cannot be opened so. */
function openProblem(node: FileNode, flags: number, path: string): Failure | undefined {
  const access = flags & OPEN.accessMask;
  if (flags & OPEN.create && flags & OPEN.exclusive) return fail("EEXIST", `${quoted(path)} exists, and O_EXCL is set`);
  const isDirectory = node.kind === "directory";
  if (isDirectory && (access !== OPEN.readOnly || flags & OPEN.create))
    return fail("EISDIR", `${quoted(path)} is a directory`);
  if (!isDirectory && flags & OPEN.directory)
    return fail("ENOTDIR", `${quoted(path)} is no directory, and O_DIRECTORY is set`);
  const needed = (access !== OPEN.writeOnly ? 0o400 : 0) | (access !== OPEN.readOnly ? 0o200 : 0);
  if ((node.mode & needed) === needed) return undefined;
  const rights = `0${node.mode.toString(8)}`;
  if (node.hostName !== undefined && needed & 0o200 && !(node.mode & 0o200))
    return fail("EROFS", `${quoted(path)} is on a directory that is mounted read-only`);
  return fail(
    "EACCES",
    `the permissions of ${quoted(path)} are ${rights}: its owner may not ${needed & ~node.mode & 0o400 ? "read" : "write"} it`,
  );
}

const open = (call: SystemCall): SyscallResult => openPath(call, 0, undefined, uint(call, 1), uint(call, 2));
const openat = (call: SystemCall): SyscallResult => openPath(call, 1, 0, uint(call, 2), uint(call, 3));
const creat = (call: SystemCall): SyscallResult =>
  openPath(call, 0, undefined, OPEN.create | OPEN.writeOnly | OPEN.truncate, uint(call, 1));

function removeName(
  call: SystemCall,
  pathIndex: number,
  directoryIndex: number | undefined,
  what: "file" | "directory",
): SyscallResult {
  const place = existing(call, pathIndex, directoryIndex);
  if (isFailure(place)) return place;
  const { node, directory, path } = place;
  if (what === "file" && node.kind === "directory")
    return fail("EISDIR", `${quoted(path)} is a directory: rmdir removes it`);
  if (what === "directory" && node.kind !== "directory")
    return fail("ENOTDIR", `${quoted(path)} is not a directory: unlink removes it`);
  if (what === "directory" && (place.name === "." || place.name === ".."))
    return fail("EINVAL", `${quoted(path)} ends with a dot`);
  if (what === "directory" && call.kernel.files.list(node).length > 0)
    return fail("ENOTEMPTY", `${quoted(path)} is not empty`);
  if (directory.hostName !== undefined && (directory.mode & 0o200) === 0)
    return fail("EROFS", "the directory is mounted read-only");
  if ((directory.mode & 0o200) === 0) return fail("EACCES", `the directory of ${quoted(path)} may not be changed`);
  call.kernel.files.remove(place);
  if (isUnused(call, node)) call.kernel.files.forget(node);
  return 0;
}

const unlink = (call: SystemCall): SyscallResult => removeName(call, 0, undefined, "file");
const rmdir = (call: SystemCall): SyscallResult => removeName(call, 0, undefined, "directory");

function unlinkat(call: SystemCall): SyscallResult {
  const flags = uint(call, 2);
  if (flags & ~AT_REMOVEDIR) return fail("EINVAL", `the flags (${registerOf(call, 2)}) can only be AT_REMOVEDIR`);
  return removeName(call, 1, 0, flags ? "directory" : "file");
}

function makeDirectory(call: SystemCall, pathIndex: number, directoryIndex: number | undefined): SyscallResult {
  const place = placeOf(call, pathIndex, directoryIndex);
  if (isFailure(place)) return place;
  if (place.node) return fail("EEXIST", `${quoted(place.path)} exists`);
  const { files, clock, process } = call.kernel;
  const mode = uint(call, pathIndex + 1) & 0o777 & ~process.umask;
  const made = files.create(place, "directory", mode, clock.realtimeNs());
  return typeof made === "string" ? fail(made, `${quoted(place.path)} cannot be made in its directory`) : 0;
}

function renameFiles(
  call: SystemCall,
  indices: { from: number; fromDirectory?: number; to: number; toDirectory?: number },
): SyscallResult {
  const from = existing(call, indices.from, indices.fromDirectory);
  if (isFailure(from)) return from;
  const to = placeOf(call, indices.to, indices.toDirectory);
  if (isFailure(to)) return to;
  if (to.node?.kind === "directory" && from.node.kind !== "directory")
    return fail("EISDIR", `${quoted(to.path)} is a directory`);
  if (to.node && to.node.kind !== "directory" && from.node.kind === "directory")
    return fail("ENOTDIR", `${quoted(to.path)} is not a directory`);
  if (to.node?.kind === "directory" && call.kernel.files.list(to.node).length > 0)
    return fail("ENOTEMPTY", `${quoted(to.path)} is not empty`);
  call.kernel.files.rename(from, to);
  if (to.node && isUnused(call, to.node)) call.kernel.files.forget(to.node);
  return 0;
}

function accessPath(call: SystemCall, pathIndex: number, directoryIndex: number | undefined): SyscallResult {
  const mode = uint(call, pathIndex + 1);
  if (mode & ~7)
    return fail(
      "EINVAL",
      `the mode (${registerOf(call, pathIndex + 1)}) has more than R_OK (4), W_OK (2) and X_OK (1)`,
    );
  const place = existing(call, pathIndex, directoryIndex);
  if (isFailure(place)) return place;
  if (((place.node.mode >> 6) & mode) === mode) return 0;
  return fail("EACCES", `the permissions of ${quoted(place.path)} are 0${place.node.mode.toString(8)}`);
}

// ---- directories

function getcwd(call: SystemCall): SyscallResult {
  const { files, process, user } = call.kernel;
  const bytes = new TextEncoder().encode(`${files.pathOf(files.node(process.directory))}\0`);
  if (word(call, 1) < BigInt(bytes.length)) return fail("ERANGE", `the path needs ${bytes.length} bytes`);
  return user.write(word(call, 0), bytes) ? bytes.length : badBuffer(call, 0, bytes.length, "write");
}

function chdir(call: SystemCall): SyscallResult {
  const place = existing(call, 0);
  if (isFailure(place)) return place;
  if (place.node.kind !== "directory") return fail("ENOTDIR", `${quoted(place.path)} is not a directory`);
  call.kernel.process.directory = place.node.id;
  return 0;
}

function fchdir(call: SystemCall): SyscallResult {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const node = nodeOf(call, file);
  if (node?.kind !== "directory") return fail("ENOTDIR", `file descriptor ${int(call, 0)} is not a directory`);
  call.kernel.process.directory = node.id;
  return 0;
}

const ENTRY_TYPES = { file: 8, directory: 4, device: 2, pipe: 1 } as const;

/** struct linux_dirent64, the same in both ABIs. */
function getdents64(call: SystemCall): SyscallResult {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const node = nodeOf(call, file);
  if (node?.kind !== "directory") return fail("ENOTDIR", `file descriptor ${int(call, 0)} is not a directory`);
  const { files, user } = call.kernel;
  const parent = files.node(node.entries.get("..") ?? node.id);
  const entries = [{ name: ".", node }, { name: "..", node: parent }, ...files.list(node)];
  const limit = Math.min(uint(call, 2), 2 ** 20);
  const parts: number[] = [];
  let read = file.position;
  for (; read < entries.length; read++) {
    const entry = entries[read]!;
    const name = new TextEncoder().encode(entry.name);
    const length = (19 + name.length + 1 + 7) & ~7;
    if (parts.length + length > limit) break;
    const bytes = new Uint8Array(length);
    const view = new DataView(bytes.buffer);
    view.setBigUint64(0, BigInt(entry.node.id), true);
    view.setBigUint64(8, BigInt(read + 1), true);
    view.setUint16(16, length, true);
    view.setUint8(18, ENTRY_TYPES[entry.node.kind]);
    bytes.set(name, 19);
    parts.push(...bytes);
  }
  if (parts.length === 0 && read < entries.length)
    return fail("EINVAL", `the buffer of ${limit} bytes is too small for one entry`);
  if (!user.write(word(call, 1), Uint8Array.from(parts))) return badBuffer(call, 1, parts.length, "write");
  file.position = read;
  return parts.length;
}

function readlinkPath(call: SystemCall, pathIndex: number, directoryIndex: number | undefined): SyscallResult {
  const { user, path: program } = call.kernel;
  const path = pathArgument(call, pathIndex);
  if (typeof path !== "string") return path;
  if (path !== "/proc/self/exe") {
    const place = existing(call, pathIndex, directoryIndex);
    return isFailure(place) ? place : fail("EINVAL", `${quoted(path)} is not a symbolic link`);
  }
  const size = int(call, pathIndex + 2);
  if (size <= 0) return fail("EINVAL", `the size (${registerOf(call, pathIndex + 2)}) is not positive`);
  const bytes = new TextEncoder().encode(program.replace(/^\./, "")).subarray(0, size);
  return user.write(word(call, pathIndex + 1), bytes)
    ? bytes.length
    : badBuffer(call, pathIndex + 1, bytes.length, "write");
}

function changeMode(node: FileNode, mode: number): SyscallResult {
  node.mode = mode & 0o7777;
  return 0;
}

function truncateNode(call: SystemCall, node: FileNode, size: bigint): SyscallResult {
  if (size < 0n) return fail("EINVAL", "the size is negative");
  if (node.kind === "directory") return fail("EISDIR", "a directory has no length that can be set");
  if (node.kind !== "file") return fail("EINVAL", "only files have a length that can be set");
  const problem = call.kernel.files.resize(node, Math.min(Number(size), 2 ** 40), call.kernel.clock.realtimeNs());
  return problem ? fail(problem, "the guest's files have reached their limit") : 0;
}

function truncate(call: SystemCall): SyscallResult {
  const place = existing(call, 0);
  if (isFailure(place)) return place;
  if (!(place.node.mode & 0o200)) return fail("EACCES", `${quoted(place.path)} may not be written`);
  return truncateNode(call, place.node, BigInt.asIntN(64, word(call, 1)));
}

function ftruncate(call: SystemCall): SyscallResult {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const node = nodeOf(call, file);
  if (!node || (file.flags & OPEN.accessMask) === OPEN.readOnly)
    return fail("EINVAL", `file descriptor ${int(call, 0)} is not open for writing`);
  return truncateNode(call, node, BigInt.asIntN(64, word(call, 1)));
}

export const fileCalls = {
  open,
  openat,
  creat,
  unlink,
  unlinkat,
  rmdir,
  mkdir: (call) => makeDirectory(call, 0, undefined),
  mkdirat: (call) => makeDirectory(call, 1, 0),
  rename: (call) => renameFiles(call, { from: 0, to: 1 }),
  renameat: (call) => renameFiles(call, { fromDirectory: 0, from: 1, toDirectory: 2, to: 3 }),
  access: (call) => accessPath(call, 0, undefined),
  faccessat: (call) => accessPath(call, 1, 0),
  getcwd,
  chdir,
  fchdir,
  getdents64,
  readlink: (call) => readlinkPath(call, 0, undefined),
  readlinkat: (call) => readlinkPath(call, 1, 0),
  chmod: (call) => {
    const place = existing(call, 0);
    return isFailure(place) ? place : changeMode(place.node, uint(call, 1));
  },
  fchmod: (call) => {
    const file = fileOf(call, 0);
    if (isFailure(file)) return file;
    const node = nodeOf(call, file);
    return node ? changeMode(node, uint(call, 1)) : 0;
  },
  umask: (call) => {
    const before = call.kernel.process.umask;
    call.kernel.process.umask = uint(call, 0) & 0o777;
    return before;
  },
  truncate,
  ftruncate,
} satisfies SyscallFunctions;
