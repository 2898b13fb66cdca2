// Names: opening and removing files, asking for access, and setting lengths. Directories and links are syscall-directory.ts.
// Source: the kernel's fs/namei.c, fs/open.c; man pages of section 2.

import { quoted } from "../../server/base/byte-text.ts";
import type { OpenFile } from "./descriptors.ts";
import type { FileNode, LastLink, Place } from "./files.ts";
import { fileRoom } from "./limits.ts";
import { fileOf, nodeOf } from "./open-file.ts";
import { AT_FDCWD, OPEN } from "./open-flags.ts";
import { meetOtherEnd } from "./pipes.ts";
import { describeProcess } from "./process-files.ts";
import { isProcessPath, showProcess } from "./process-folder.ts";
import { resizeMapped } from "./shared-mappings.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  isFailure,
  long,
  pathArgument,
  registerOf,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { isUnused, SEAL, TOO_MANY_FILES } from "./syscall-io.ts";

const AT_REMOVEDIR = 0x200;

/** Why a path could not be followed, in words. */
export function pathFailure(errno: Failure["errno"], path: string): Failure {
  const reasons: Partial<Record<Failure["errno"], string>> = {
    ENOENT: path === "" ? "the path is empty" : `there is no ${quoted(path)}`,
    ENOTDIR: `a part of ${quoted(path)} is not a directory`,
    EACCES: `a directory of ${quoted(path)} may not be entered`,
    ENAMETOOLONG: "the path, or a name in it, is too long",
    ELOOP: `${quoted(path)} leads through too many symbolic links, or ends at one that may not be followed`,
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

export interface Found extends Place {
  readonly path: string;
}

export function placeOf(
  call: SystemCall,
  pathIndex: number,
  directoryIndex?: number,
  last: LastLink = "follow",
): Found | Failure {
  const path = pathArgument(call, pathIndex);
  if (typeof path !== "string") return path;
  if (path === "") return pathFailure("ENOENT", path);
  const base = baseOf(call, directoryIndex, path);
  if (isFailure(base)) return base;
  if (isProcessPath(call.kernel, path, base)) showProcess(call.kernel);
  const place = call.kernel.files.find(path, base, last);
  return typeof place === "string" ? pathFailure(place, path) : { ...place, path };
}

/** placeOf for something that must exist. */
export function existing(
  call: SystemCall,
  pathIndex: number,
  directoryIndex?: number,
  last: LastLink = "follow",
): (Found & { node: FileNode }) | Failure {
  const place = placeOf(call, pathIndex, directoryIndex, last);
  if (isFailure(place)) return place;
  return place.node ? { ...place, node: place.node } : pathFailure("ENOENT", place.path);
}

/** The path from the root of a place below /proc or /sys; of others as it was given. */
function fullPath({ kernel: { files } }: SystemCall, { directory, name, path }: Found): string {
  const folder = directory.id === files.root.id ? "" : files.pathOf(directory);
  return folder.startsWith("/proc") || folder.startsWith("/sys") ? `${folder}/${name}` : path;
}

/** What stands behind the paths /dev/stdin, /dev/stdout and /dev/stderr. */
const standardStreams: Readonly<Record<string, number>> = { "/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2 };

/** The descriptor that a path of /dev or /proc/self/fd stands for. */
function streamOf(path: string): number | undefined {
  const number = /^\/(?:dev|proc\/self|proc\/thread-self)\/fd\/(\d+)$/.exec(path)?.[1];
  return number === undefined ? standardStreams[path] : Number(number);
}

/** What counts beside O_PATH. */
const WITH_PATH = OPEN.path | OPEN.directory | OPEN.noFollow | OPEN.closeOnExec;

/** Flags that exclude each other: what open refuses before it looks at the path. */
function flagProblem(flags: number): Failure | undefined {
  const isTemporary = (flags & OPEN.temporary & ~OPEN.directory) !== 0;
  const isWhole = (flags & (OPEN.temporary | OPEN.create)) === OPEN.temporary;
  if (isTemporary && (!isWhole || (flags & OPEN.accessMask) === OPEN.readOnly))
    return fail("EINVAL", "O_TMPFILE contains O_DIRECTORY, needs a file open for writing and excludes O_CREAT");
  if (!isTemporary && flags & OPEN.create && flags & OPEN.directory)
    return fail("EINVAL", "O_CREAT and O_DIRECTORY do not go together");
  return undefined;
}

/** The open file that a path argument stands for as /proc/self/fd/3 does. */
export function openDescriptorOf(call: SystemCall, pathIndex: number): OpenFile | undefined {
  const path = pathArgument(call, pathIndex);
  const fd = typeof path === "string" ? streamOf(path) : undefined;
  return fd === undefined ? undefined : call.kernel.descriptors.get(fd);
}

function openPath(
  call: SystemCall,
  pathIndex: number,
  directoryIndex: number | undefined,
  given: number,
  mode: number,
): SyscallResult {
  const { descriptors, files, clock, process } = call.kernel;
  const flags = given & OPEN.path ? given & WITH_PATH : given;
  const contradiction = flagProblem(flags);
  if (contradiction) return contradiction;
  const path = pathArgument(call, pathIndex);
  if (typeof path !== "string") return path;
  const closeOnExec = flags & OPEN.closeOnExec ? "close-on-exec" : "keep";
  const stream = streamOf(path);
  const standard = stream === undefined ? undefined : descriptors.get(stream);
  if (standard) return openAgain(call, standard, path, flags, closeOnExec);
  const isExclusive = (flags & OPEN.create) !== 0 && (flags & OPEN.exclusive) !== 0;
  const place = placeOf(call, pathIndex, directoryIndex, isExclusive || flags & OPEN.noFollow ? "keep" : "follow");
  if (isFailure(place)) return place;
  const described = describeProcess(call.kernel, fullPath(call, place));
  if (described && !(flags & OPEN.path)) return openDescription(call, path, described, flags, closeOnExec);
  let { node } = place;
  if ((flags & OPEN.temporary) === OPEN.temporary) return openTemporary(call, place, flags, mode);
  const isNew = !node;
  if (!node) {
    if (!(flags & OPEN.create)) return pathFailure("ENOENT", place.path);
    if (place.path.endsWith("/")) return fail("EISDIR", `${quoted(place.path)} ends with a slash`);
    const made = files.create(place, "file", mode & 0o7777 & ~process.umask, clock.realtimeNs());
    if (typeof made === "string") return fail(made, `${quoted(place.path)} cannot be made in its directory`);
    node = made;
  }
  const problem = isNew ? undefined : openProblem(call, node, flags, place.path);
  if (problem) return problem;
  const waiting = node.kind === "pipe" && !(flags & OPEN.path) ? meetOtherEnd(call, node, flags) : undefined;
  if (waiting) return waiting;
  const access = flags & OPEN.accessMask;
  if (flags & OPEN.truncate && node.kind === "file" && access !== OPEN.readOnly) resizeMapped(call.kernel, node, 0);
  return addDescriptor(call, openNode(node, flags), closeOnExec);
}

/** O_TMPFILE: a file without a name in a directory's file system. */
function openTemporary(call: SystemCall, { node, path }: Found, flags: number, mode: number): SyscallResult {
  if (!node) return pathFailure("ENOENT", path);
  if (node.kind !== "directory") return fail("ENOTDIR", `${quoted(path)} is no directory`);
  const { files, clock, process } = call.kernel;
  const made = files.createUnnamed("file", mode & 0o7777 & ~process.umask, clock.realtimeNs());
  return addDescriptor(call, openNode(made, flags), flags & OPEN.closeOnExec ? "close-on-exec" : "keep");
}

/** What is behind a descriptor, opened by its path (proc(5), /proc/pid/fd): a file once more, with a position of its own. */
function openAgain(
  call: SystemCall,
  file: OpenFile,
  path: string,
  flags: number,
  closeOnExec: "close-on-exec" | "keep",
): SyscallResult {
  if (file.kind === "socket") return fail("ENXIO", `${quoted(path)} is a socket`);
  const { files } = call.kernel;
  const node = file.kind === "node" ? files.node(file.node) : undefined;
  if (node?.kind !== "file" && node?.kind !== "directory") return addDescriptor(call, file, closeOnExec);
  const problem = openProblem(call, node, flags, path);
  if (problem) return problem;
  if (flags & OPEN.truncate && node.kind === "file" && (flags & OPEN.accessMask) !== OPEN.readOnly)
    resizeMapped(call.kernel, node, 0);
  return addDescriptor(call, openNode(node, flags), closeOnExec);
}

/** An open file at its beginning. */
export const openNode = (node: FileNode, flags: number): OpenFile => ({
  kind: "node",
  stream: 1,
  node: node.id,
  flags: flags & ~(OPEN.create | OPEN.exclusive | OPEN.truncate | OPEN.closeOnExec),
  position: 0,
});

/** Opens a text of /proc: a file of its own that is as the process was at this moment. */
function openDescription(
  call: SystemCall,
  path: string,
  contents: Uint8Array,
  flags: number,
  closeOnExec: "close-on-exec" | "keep",
): SyscallResult {
  if ((flags & OPEN.accessMask) !== OPEN.readOnly) return fail("EACCES", `${quoted(path)} can only be read`);
  const { files, clock } = call.kernel;
  const node = files.createUnnamed("file", 0o444, clock.realtimeNs());
  files.write(node, 0, contents, clock.realtimeNs());
  return addDescriptor(call, openNode(node, flags), closeOnExec);
}

export function addDescriptor(call: SystemCall, file: OpenFile, closeOnExec: "close-on-exec" | "keep"): SyscallResult {
  return call.kernel.descriptors.add(file, 0, closeOnExec) ?? fail("EMFILE", TOO_MANY_FILES);
}

/** Why a file that is there cannot be opened so. */
function openProblem(call: SystemCall, node: FileNode, flags: number, path: string): Failure | undefined {
  const access = flags & OPEN.accessMask;
  if (flags & OPEN.create && flags & OPEN.exclusive) return fail("EEXIST", `${quoted(path)} exists, and O_EXCL is set`);
  const isDirectory = node.kind === "directory";
  if (node.kind === "link" && !(flags & OPEN.path)) return pathFailure("ELOOP", path);
  if (isDirectory && (access !== OPEN.readOnly || flags & (OPEN.create | OPEN.truncate)))
    return fail("EISDIR", `${quoted(path)} is a directory`);
  if (!isDirectory && flags & OPEN.directory)
    return fail("ENOTDIR", `${quoted(path)} is no directory, and O_DIRECTORY is set`);
  if (flags & OPEN.path) return undefined;
  if (node.kind === "socket") return fail("ENXIO", `${quoted(path)} is the name of a socket: connect reaches it`);
  const needed = (access !== OPEN.writeOnly ? 0o400 : 0) | (access !== OPEN.readOnly ? 0o200 : 0);
  if ((node.mode & needed) === needed) return undefined;
  const rights = `0${node.mode.toString(8)}`;
  if (call.kernel.files.isReadOnly(node) && needed & 0o200 && !(node.mode & 0o200))
    return fail("EROFS", `${quoted(path)} is on a directory that is mounted read-only`);
  return fail(
    "EACCES",
    `the permissions of ${quoted(path)} are ${rights}: its owner may not ${needed & ~node.mode & 0o400 ? "read" : "write"} it`,
  );
}

const open = (call: SystemCall): SyscallResult => openPath(call, 0, undefined, uint(call, 1), uint(call, 2));
const openat = (call: SystemCall): SyscallResult => openPath(call, 1, 0, uint(call, 2), uint(call, 3));

/** RESOLVE_*: what the path's way may not do. */
const RESOLVE = { noCrossing: 1, noMagicLinks: 2, noLinks: 4, beneath: 8, inRoot: 16, cached: 32, known: 63 } as const;
const HOW_BYTES = 24;
const KNOWN_FLAGS = 0o37777703n;

/** openat with a structure: strict about flags, and about where the path leads. */
function openat2(call: SystemCall): SyscallResult {
  const size = uint(call, 3);
  if (size < HOW_BYTES) return fail("EINVAL", `the structure of ${size} bytes is too small`);
  const bytes = call.kernel.user.read(word(call, 2), HOW_BYTES);
  if (bytes === undefined) return badBuffer(call, 2, HOW_BYTES, "read");
  const [flags, mode, resolve] = new BigUint64Array(bytes.slice().buffer) as unknown as [bigint, bigint, bigint];
  const makes = (Number(flags & 0xffffffffn) & (OPEN.create | (OPEN.temporary & ~OPEN.directory))) !== 0;
  if (flags & ~KNOWN_FLAGS || resolve & ~BigInt(RESOLVE.known) || (makes ? mode > 0o7777n : mode !== 0n))
    return fail("EINVAL", "flags, mode or the rules of the path are unknown");
  const path = pathArgument(call, 1);
  if (typeof path !== "string") return path;
  const rules = Number(resolve);
  if (rules & RESOLVE.beneath && (path.startsWith("/") || path.split("/").includes("..")))
    return fail("EXDEV", `${quoted(path)} leaves the directory`);
  if (rules & RESOLVE.noLinks) {
    const place = placeOf(call, 1, 0, "keep");
    if (!isFailure(place) && place.node?.kind === "link") return pathFailure("ELOOP", path);
  }
  return openPath(call, 1, 0, Number(flags), Number(mode));
}
const creat = (call: SystemCall): SyscallResult =>
  openPath(call, 0, undefined, OPEN.create | OPEN.writeOnly | OPEN.truncate, uint(call, 1));

function removeName(
  call: SystemCall,
  pathIndex: number,
  directoryIndex: number | undefined,
  what: "file" | "directory",
): SyscallResult {
  const place = existing(call, pathIndex, directoryIndex, "name");
  if (isFailure(place)) return place;
  const { node, directory, path } = place;
  if (what === "file" && node.kind === "directory")
    return fail("EISDIR", `${quoted(path)} is a directory: rmdir removes it`);
  if (what === "directory" && node.kind !== "directory")
    return fail("ENOTDIR", `${quoted(path)} is not a directory: unlink removes it`);
  if (what === "file" && path.endsWith("/"))
    return fail("ENOTDIR", `${quoted(path)} ends with a slash: it is no directory`);
  if (what === "directory" && /^\/+$/.test(path)) return fail("EBUSY", "the root cannot be removed");
  if (what === "directory" && place.name === ".") return fail("EINVAL", `${quoted(path)} ends with a dot`);
  if (what === "directory" && place.name === "..")
    return fail("ENOTEMPTY", `${quoted(path)} holds what the path passes through`);
  const { files } = call.kernel;
  if (what === "directory" && !files.isReadOnly(directory) && files.list(node).length > 0)
    return fail("ENOTEMPTY", `${quoted(path)} is not empty`);
  if (!files.isReadOnly(directory) && (directory.mode & 0o200) === 0)
    return fail("EACCES", `the directory of ${quoted(path)} may not be changed`);
  const problem = files.remove(place);
  if (problem) return fail(problem, `the directory of ${quoted(path)} may not be changed`);
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

const AT_SYMLINK_NOFOLLOW = 0x100;

function accessPath(
  call: SystemCall,
  pathIndex: number,
  directoryIndex: number | undefined,
  flags: number,
): SyscallResult {
  const mode = uint(call, pathIndex + 1);
  if (mode & ~7)
    return fail(
      "EINVAL",
      `the mode (${registerOf(call, pathIndex + 1)}) has more than R_OK (4), W_OK (2) and X_OK (1)`,
    );
  const open = openDescriptorOf(call, pathIndex);
  if (open && !(flags & AT_SYMLINK_NOFOLLOW)) return 0;
  const place = existing(call, pathIndex, directoryIndex, flags & AT_SYMLINK_NOFOLLOW ? "keep" : "follow");
  if (isFailure(place)) return place;
  if (((place.node.mode >> 6) & mode) === mode) return 0;
  return fail("EACCES", `the permissions of ${quoted(place.path)} are 0${place.node.mode.toString(8)}`);
}

function truncateNode(call: SystemCall, node: FileNode, size: bigint): SyscallResult {
  if (size < 0n) return fail("EINVAL", "the size is negative");
  if (node.kind === "directory") return fail("EISDIR", "a directory has no length that can be set");
  if (node.kind !== "file") return fail("EINVAL", "only files have a length that can be set");
  const before = node.sizeBytes;
  const seals = node.seals ?? 0;
  if ((seals & SEAL.shrink && size < before) || (seals & SEAL.grow && size > before))
    return fail("EPERM", "the file is sealed against a change of its length");
  const room = size > BigInt(before) ? fileRoom(call.kernel, Number(size) - 1, 1) : 1;
  if (isFailure(room)) return room;
  const problem = resizeMapped(call.kernel, node, Number(size));
  return problem ? fail(problem, "the guest's files have reached their limit") : 0;
}

/** A 64-bit size: one register, or i386's two, low half first. */
const wideSize = (call: SystemCall, index: number): bigint =>
  BigInt.asIntN(64, (word(call, index + 1) << 32n) | word(call, index));

function truncate(call: SystemCall, size: bigint): SyscallResult {
  const place = existing(call, 0);
  if (isFailure(place)) return place;
  if (!(place.node.mode & 0o200)) return fail("EACCES", `${quoted(place.path)} may not be written`);
  const result = truncateNode(call, place.node, size);
  // Nobody closes it.
  if (result === 0) call.kernel.files.flush(place.node);
  return result;
}

function ftruncate(call: SystemCall, size: bigint): SyscallResult {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const node = nodeOf(call, file);
  if (!node || (file.flags & OPEN.accessMask) === OPEN.readOnly)
    return fail("EINVAL", `file descriptor ${int(call, 0)} is not open for writing`);
  return truncateNode(call, node, size);
}

export const fileCalls = {
  open,
  openat,
  openat2,
  creat,
  unlink,
  unlinkat,
  rmdir,
  access: (call) => accessPath(call, 0, undefined, 0),
  faccessat: (call) => accessPath(call, 1, 0, 0),
  faccessat2: (call) => accessPath(call, 1, 0, uint(call, 3)),
  umask: (call) => {
    const before = call.kernel.process.umask;
    call.kernel.process.umask = uint(call, 0) & 0o777;
    return before;
  },
  truncate: (call) => truncate(call, long(call, 1)),
  ftruncate: (call) => ftruncate(call, long(call, 1)),
  truncate64: (call) => truncate(call, wideSize(call, 1)),
  ftruncate64: (call) => ftruncate(call, wideSize(call, 1)),
} satisfies SyscallFunctions;
