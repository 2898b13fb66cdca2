// Directories and links: making, listing and renaming names, the current directory, hard and symbolic links.
// Source: the kernel's fs/namei.c, fs/readdir.c, fs/d_path.c; man pages of section 2.

import { quoted } from "../../server/base/byte-text.ts";
import type { OpenFile } from "./descriptors.ts";
import type { FileNode, Place } from "./files.ts";
import { bytesOfName, isUtf8 } from "./name-text.ts";
import { fileOf, nodeOf } from "./open-file.ts";
import { showProcess } from "./process-folder.ts";
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
import { existing, type Found, placeOf } from "./syscall-file.ts";
import { isUnused } from "./syscall-io.ts";

const AT_SYMLINK_FOLLOW = 0x400;
const AT_EMPTY_PATH = 0x1000;
const MODE_TYPE = { mask: 0o170000, file: 0o100000, pipe: 0o10000 };

/** Why a name cannot be entered into a place's directory. */
const refused = (place: Found, errno: Failure["errno"]): Failure =>
  fail(errno, `${quoted(place.path)} cannot be made in its directory`);

/** Only what is a directory may be made by a name with a slash behind it. */
const slashBehind = ({ path }: Found): Failure => fail("ENOENT", `${quoted(path)} ends with a slash, and is not there`);

/** Makes something new at a path that must be free. */
function makeNode(
  call: SystemCall,
  place: Found,
  kind: "file" | "directory" | "link" | "pipe",
  mode: number,
): FileNode | Failure {
  if (place.node) return fail("EEXIST", `${quoted(place.path)} exists`);
  if (kind !== "directory" && place.path.endsWith("/")) return slashBehind(place);
  const made = call.kernel.files.create(place, kind, mode, call.kernel.clock.realtimeNs());
  return typeof made === "string" ? refused(place, made) : made;
}

function makeDirectory(call: SystemCall, pathIndex: number, directoryIndex: number | undefined): SyscallResult {
  const place = placeOf(call, pathIndex, directoryIndex, "name");
  if (isFailure(place)) return place;
  const mode = uint(call, pathIndex + 1) & 0o1777 & ~call.kernel.process.umask;
  const made = makeNode(call, place, "directory", mode);
  return isFailure(made) ? made : 0;
}

function makeSpecial(call: SystemCall, pathIndex: number, directoryIndex: number | undefined): SyscallResult {
  const mode = uint(call, pathIndex + 1);
  const type = mode & MODE_TYPE.mask;
  if (type !== 0 && type !== MODE_TYPE.file && type !== MODE_TYPE.pipe)
    return fail("EPERM", "only files and named pipes can be made");
  const place = placeOf(call, pathIndex, directoryIndex, "name");
  if (isFailure(place)) return place;
  const kind = type === MODE_TYPE.pipe ? "pipe" : "file";
  const made = makeNode(call, place, kind, mode & 0o7777 & ~call.kernel.process.umask);
  return isFailure(made) ? made : 0;
}

// ---- names

const RENAME = { noReplace: 1, exchange: 2 };

interface RenameArguments {
  readonly from: number;
  readonly fromDirectory?: number;
  readonly to: number;
  readonly toDirectory?: number;
  readonly flags?: number;
}

/** Whether `directory` lies in `ancestor`, or is it. */
function isInside({ kernel: { files } }: SystemCall, directory: FileNode, ancestor: FileNode): boolean {
  for (let at = directory; ; ) {
    if (at.id === ancestor.id) return true;
    const parent = files.node(at.entries.get("..") ?? at.id);
    if (parent.id === at.id) return false;
    at = parent;
  }
}

const isDots = ({ name }: Place): boolean => name === "." || name === "..";

type Known = Found & { readonly node: FileNode };

/** What the names alone forbid: dots, and a slash behind what is no directory. */
function namesProblem(from: Found, to: Found, flags: number): Failure | undefined {
  if (isDots(from)) return fail("EBUSY", `${quoted(from.path)} ends with a dot`);
  if (isDots(to)) return fail(flags & RENAME.noReplace ? "EEXIST" : "EBUSY", `${quoted(to.path)} ends with a dot`);
  if (!from.node) return fail("ENOENT", `there is no ${quoted(from.path)}`);
  if (to.node && flags & RENAME.noReplace) return fail("EEXIST", `${quoted(to.path)} exists`);
  if (!to.node && flags & RENAME.exchange) return fail("ENOENT", `there is no ${quoted(to.path)}`);
  const taken = flags & RENAME.exchange ? to.node : from.node;
  for (const [{ path }, node] of [
    [from, from.node],
    [to, taken],
  ] as const) {
    if (path.endsWith("/") && node?.kind !== "directory")
      return fail("ENOTDIR", `${quoted(path)} ends with a slash, but no directory is moved`);
  }
  return undefined;
}

function renameProblem(call: SystemCall, from: Known, to: Found): Failure | undefined {
  const fromIsDirectory = from.node.kind === "directory";
  if (from.node === to.node) return undefined;
  if (fromIsDirectory && isInside(call, to.directory, from.node))
    return fail("EINVAL", `${quoted(to.path)} lies in the directory that would be moved`);
  if (to.node?.kind === "directory" && !fromIsDirectory) return fail("EISDIR", `${quoted(to.path)} is a directory`);
  if (to.node && to.node.kind !== "directory" && fromIsDirectory)
    return fail("ENOTDIR", `${quoted(to.path)} is not a directory`);
  if (to.node?.kind === "directory" && call.kernel.files.list(to.node).length > 0)
    return fail("ENOTEMPTY", `${quoted(to.path)} is not empty`);
  for (const { directory, path } of [from, to]) {
    if ((directory.mode & 0o200) === 0)
      return fail(
        call.kernel.files.isReadOnly(directory) ? "EROFS" : "EACCES",
        `the directory of ${quoted(path)} may not be changed`,
      );
  }
  return undefined;
}

function renameFiles(call: SystemCall, indices: RenameArguments): SyscallResult {
  const flags = indices.flags ?? 0;
  if (flags & ~(RENAME.noReplace | RENAME.exchange) || flags === (RENAME.noReplace | RENAME.exchange))
    return fail("EINVAL", "the flags can only be RENAME_NOREPLACE or RENAME_EXCHANGE");
  const from = placeOf(call, indices.from, indices.fromDirectory, "name");
  if (isFailure(from)) return from;
  const to = placeOf(call, indices.to, indices.toDirectory, "name");
  if (isFailure(to)) return to;
  const forbidden = namesProblem(from, to, flags);
  if (forbidden) return forbidden;
  if (flags & RENAME.exchange) return exchangeFiles(call, from as Known, to as Known);
  const problem = renameProblem(call, from as Known, to);
  if (problem) return problem;
  const failed = call.kernel.files.rename(from, to);
  if (failed) return fail(failed, `${quoted(from.path)} cannot be moved to ${quoted(to.path)} on the host`);
  if (to.node && to.node !== from.node && isUnused(call, to.node)) call.kernel.files.forget(to.node);
  return 0;
}

function exchangeFiles(call: SystemCall, from: Known, to: Known): SyscallResult {
  if (isInside(call, to.directory, from.node) || isInside(call, from.directory, to.node))
    return fail("EINVAL", "one of them lies in the other");
  if (from.directory.hostName !== undefined || to.directory.hostName !== undefined)
    return fail("EINVAL", "names of the host's files cannot be exchanged");
  call.kernel.files.exchange(from, to);
  return 0;
}

// ---- links

function makeLink(call: SystemCall, indices: RenameArguments): SyscallResult {
  const flags = indices.flags ?? 0;
  if (flags & ~(AT_SYMLINK_FOLLOW | AT_EMPTY_PATH)) return fail("EINVAL", "the flags can only be AT_SYMLINK_FOLLOW");
  const from = existing(call, indices.from, indices.fromDirectory, flags & AT_SYMLINK_FOLLOW ? "follow" : "keep");
  if (isFailure(from)) return from;
  const to = placeOf(call, indices.to, indices.toDirectory, "name");
  if (isFailure(to)) return to;
  if (to.node) return fail("EEXIST", `${quoted(to.path)} exists`);
  if (to.path.endsWith("/")) return slashBehind(to);
  if (from.node.kind === "directory") return fail("EPERM", "a directory has one name only");
  if (from.node.kind === "device" || (from.directory.hostName === undefined) !== (to.directory.hostName === undefined))
    return fail("EXDEV", "both names must lie in the same file system");
  const problem = call.kernel.files.link(from.node, to);
  return problem ? refused(to, problem) : 0;
}

function makeSymbolicLink(call: SystemCall, pathIndex: number, directoryIndex: number | undefined): SyscallResult {
  const target = pathArgument(call, 0);
  if (typeof target !== "string") return target;
  if (target === "") return fail("ENOENT", "a symbolic link must lead somewhere: its path is empty");
  const place = placeOf(call, pathIndex, directoryIndex, "name");
  if (isFailure(place)) return place;
  if (!place.node && place.directory.hostName !== undefined && !isUtf8(target)) return refused(place, "EILSEQ");
  const node = makeNode(call, place, "link", 0o777);
  if (isFailure(node)) return node;
  const { files, clock } = call.kernel;
  const problem = files.write(node, 0, bytesOfName(target), clock.realtimeNs());
  files.flush(node);
  return problem ? fail(problem, "the guest's files have reached their limit") : 0;
}

function readlinkPath(call: SystemCall, pathIndex: number, directoryIndex: number | undefined): SyscallResult {
  const { user, files } = call.kernel;
  const path = pathArgument(call, pathIndex);
  if (typeof path !== "string") return path;
  const size = int(call, pathIndex + 2);
  if (size <= 0) return fail("EINVAL", `the size (${registerOf(call, pathIndex + 2)}) is not positive`);
  const place = existing(call, pathIndex, directoryIndex, "keep");
  if (isFailure(place)) return place;
  if (place.node.kind !== "link") return fail("EINVAL", `${quoted(path)} is not a symbolic link`);
  const target = files.target(place.node);
  const bytes = bytesOfName(target).subarray(0, size);
  return user.write(word(call, pathIndex + 1), bytes)
    ? bytes.length
    : badBuffer(call, pathIndex + 1, bytes.length, "write");
}

// ---- the current directory

function getcwd(call: SystemCall): SyscallResult {
  const { files, process, user } = call.kernel;
  const here = files.node(process.directory);
  if (here.links === 0) return fail("ENOENT", "the current directory has been removed");
  const bytes = bytesOfName(`${files.pathOf(here)}\0`);
  if (word(call, 1) < BigInt(bytes.length)) return fail("ERANGE", `the path needs ${bytes.length} bytes`);
  return user.write(word(call, 0), bytes) ? bytes.length : badBuffer(call, 0, bytes.length, "write");
}

function enter(call: SystemCall, node: FileNode, path: string): SyscallResult {
  if ((node.mode & 0o100) === 0) return fail("EACCES", `the directory ${path} may not be entered`);
  const { files, process } = call.kernel;
  const before = files.node(process.directory);
  process.directory = node.id;
  if (before.id !== node.id && isUnused(call, before)) files.forget(before);
  return 0;
}

function chdir(call: SystemCall): SyscallResult {
  const place = existing(call, 0);
  if (isFailure(place)) return place;
  if (place.node.kind !== "directory") return fail("ENOTDIR", `${quoted(place.path)} is not a directory`);
  return enter(call, place.node, quoted(place.path));
}

/** The directory of descriptor argument 0. */
function openDirectory(call: SystemCall): FileNode | Failure {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const node = nodeOf(call, file);
  return node?.kind === "directory" ? node : fail("ENOTDIR", `file descriptor ${int(call, 0)} is not a directory`);
}

function fchdir(call: SystemCall): SyscallResult {
  const node = openDirectory(call);
  return isFailure(node) ? node : enter(call, node, `of file descriptor ${int(call, 0)}`);
}

// ---- listing

const ENTRY_TYPES = { file: 8, directory: 4, device: 2, pipe: 1, link: 10, socket: 12 } as const;

interface DirectoryEntry {
  readonly node: FileNode;
  readonly name: Uint8Array;
  /** Position behind the entry. */
  readonly next: number;
}

/** struct linux_dirent64, the same in both ABIs. */
function wideEntry({ node, name, next }: DirectoryEntry): Uint8Array {
  const bytes = new Uint8Array((19 + name.length + 1 + 7) & ~7);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(node.id), true);
  view.setBigUint64(8, BigInt(next), true);
  view.setUint16(16, bytes.length, true);
  view.setUint8(18, ENTRY_TYPES[node.kind]);
  bytes.set(name, 19);
  return bytes;
}

/** struct linux_dirent: two longs, the length, the name, and the type in the last byte. */
function oldEntry(long: 4 | 8): (entry: DirectoryEntry) => Uint8Array {
  return ({ node, name, next }) => {
    const bytes = new Uint8Array((2 * long + 2 + name.length + 2 + long - 1) & ~(long - 1));
    const view = new DataView(bytes.buffer);
    view.setUint32(0, node.id, true);
    view.setUint32(long, next, true);
    view.setUint16(2 * long, bytes.length, true);
    bytes.set(name, 2 * long + 2);
    bytes[bytes.length - 1] = ENTRY_TYPES[node.kind];
    return bytes;
  };
}

/** The names that reading a directory goes through: a removed one must not move the positions of those behind it. */
function namesFor({ kernel: { files } }: SystemCall, file: OpenFile, node: FileNode): readonly string[] {
  if (file.position === 0 || file.names === undefined)
    file.names = [".", "..", ...files.list(node).map(({ name }) => name)];
  return file.names;
}

function listDirectory(call: SystemCall, form: (entry: DirectoryEntry) => Uint8Array): SyscallResult {
  const file = fileOf(call, 0);
  if (isFailure(file)) return file;
  const node = openDirectory(call);
  if (isFailure(node)) return node;
  const { files, user } = call.kernel;
  if (node.links === 0) return fail("ENOENT", `the directory of file descriptor ${int(call, 0)} has been removed`);
  if (node.id !== files.root.id && files.pathOf(node).startsWith("/proc")) showProcess(call.kernel);
  const names = namesFor(call, file, node);
  const limit = Math.min(uint(call, 2), 2 ** 20);
  const parts: Uint8Array[] = [];
  let length = 0;
  let read = file.position;
  for (; read < names.length; read++) {
    const name = names[read]!;
    const id = name === "." ? node.id : (node.entries.get(name) ?? (name === ".." ? node.id : -1));
    if (id < 0) continue;
    const bytes = form({ node: files.node(id), name: bytesOfName(name), next: read + 1 });
    if (length + bytes.length > limit) break;
    parts.push(bytes);
    length += bytes.length;
  }
  if (length === 0 && read < names.length)
    return fail("EINVAL", `the buffer of ${limit} bytes is too small for one entry`);
  const all = new Uint8Array(length);
  parts.reduce((at, part) => {
    all.set(part, at);
    return at + part.length;
  }, 0);
  if (!user.write(word(call, 1), all)) return badBuffer(call, 1, length, "write");
  file.position = read;
  return length;
}

export const directoryCalls = {
  mkdir: (call) => makeDirectory(call, 0, undefined),
  mkdirat: (call) => makeDirectory(call, 1, 0),
  mknod: (call) => makeSpecial(call, 0, undefined),
  mknodat: (call) => makeSpecial(call, 1, 0),
  rename: (call) => renameFiles(call, { from: 0, to: 1 }),
  renameat: (call) => renameFiles(call, { fromDirectory: 0, from: 1, toDirectory: 2, to: 3 }),
  renameat2: (call) => renameFiles(call, { fromDirectory: 0, from: 1, toDirectory: 2, to: 3, flags: uint(call, 4) }),
  link: (call) => makeLink(call, { from: 0, to: 1 }),
  linkat: (call) => makeLink(call, { fromDirectory: 0, from: 1, toDirectory: 2, to: 3, flags: uint(call, 4) }),
  symlink: (call) => makeSymbolicLink(call, 1, undefined),
  symlinkat: (call) => makeSymbolicLink(call, 2, 1),
  readlink: (call) => readlinkPath(call, 0, undefined),
  readlinkat: (call) => readlinkPath(call, 1, 0),
  getcwd,
  chdir,
  fchdir,
  getdents: (call) => listDirectory(call, oldEntry(call.abi === "i386" ? 4 : 8)),
  getdents64: (call) => listDirectory(call, wideEntry),
} satisfies SyscallFunctions;
