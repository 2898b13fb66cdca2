// The guest's file system: nodes in memory, and where a host directory was given, the host's files behind the names that are
// not in memory yet. Everything is plain data, so that going back in time takes files along; the contents of a file are
// shared between snapshots and copied only when bytes that a snapshot knows are overwritten.

import type { ErrnoName } from "../../server/facts/errno.ts";
import type { HostFiles } from "./host.ts";
import { bytesOfName, isUtf8, nameOf } from "./name-text.ts";
import { PROCESS_ID } from "./process-stack.ts";

/** What all files together may hold. */
const CAPACITY_BYTES = 256 * 2 ** 20;
/** The largest file: what is not written costs nothing. */
const FILE_LIMIT_BYTES = 2 ** 43;
/** What begins so far behind the bytes that are there goes into blocks of its own. */
const GAP_BYTES = 2 ** 20;
const BLOCK_BYTES = 2 ** 16;
/** A read gives at most this much. */
const READ_LIMIT_BYTES = 2 ** 28;
const NAME_LIMIT_BYTES = 255;
const PATH_LIMIT_BYTES = 4096;
/** Symbolic links that one path may lead through. */
const LINK_LIMIT = 40;

export type DeviceName = "null" | "zero" | "full" | "random" | "terminal";

export type NodeKind = "file" | "directory" | "device" | "pipe" | "link" | "socket";

export interface FileNode {
  readonly id: number;
  /** A pipe's bytes that nobody has read yet are its contents; a symbolic link's contents are the path it leads to. */
  readonly kind: NodeKind;
  /** Permission bits, without the type. */
  mode: number;
  links: number;
  /** Nanoseconds since 1970 of the last change of the contents, and the time of the last access as it was set. */
  modifiedNs: bigint;
  accessedNs: bigint;
  /** Files: the first bytes; what `far` has counts before it, and all else up to `sizeBytes` is zero. */
  buffer: Uint8Array;
  /** Blocks that were written far behind the others, by number; replaced when they change. */
  far?: ReadonlyMap<number, Uint8Array>;
  sizeBytes: number;
  /** Snapshot epoch in which `buffer` was made: older snapshots do not share it. */
  epoch: number;
  /** Directories: node of each name; −1 marks a host file that was removed here. */
  readonly entries: Map<string, number>;
  readonly device: DeviceName | undefined;
  /** Path on the host, when the node stands for a host file or directory. */
  hostName: string | undefined;
  /** Its further names there. */
  otherNames?: readonly string[];
  /** Pipes and sockets: how often something has come in. */
  arrivals?: number;
  /** Pipes: how many bytes fit in, when not as many as usual. */
  capacityBytes?: number;
  /** Pipes made with O_DIRECT: how many bytes each packet in it has. */
  packets?: readonly number[];
  /** F_SEAL_*: what may no more be done to a file of memfd_create. */
  seals?: number;
  /** The host's file is older than the contents. */
  dirty: boolean;
}

/** Where a path leads: its directory and last name, and the node if it exists. */
export interface Place {
  readonly directory: FileNode;
  readonly name: string;
  readonly node: FileNode | undefined;
}

/**
 * Whether a symbolic link at the end of a path is followed: what is meant is the link or what it leads to. A slash behind it
 * has it followed all the same, but not where the "name" is meant, to be made or removed: there the caller judges the slash.
 */
export type LastLink = "follow" | "keep" | "name";

export interface FileSystem {
  readonly root: FileNode;
  node(id: number): FileNode;
  /** Follows a path from `from`; the last name need not exist. */
  find(path: string, from: FileNode, last?: LastLink): Place | ErrnoName;
  /** The path of a directory. */
  pathOf(directory: FileNode): string;
  create(place: Place, kind: Exclude<NodeKind, "device">, mode: number, timeNs: bigint): FileNode | ErrnoName;
  /** The entry of that name; when it is not there it is made, in memory, whatever may be written. */
  provide(
    directory: FileNode,
    name: string,
    kind: "directory" | "file" | "link",
    mode: number,
    timeNs: bigint,
  ): FileNode;
  /** A file or pipe without a name. */
  createUnnamed(kind: "file" | "pipe", mode: number, timeNs: bigint): FileNode;
  /** Gives a file one more name. */
  link(node: FileNode, place: Place): ErrnoName | undefined;
  /** Where a symbolic link leads. */
  target(node: FileNode): string;
  /** Whether a directory or file is the host's and may not be changed. */
  isReadOnly(node: FileNode): boolean;
  remove(place: Place): ErrnoName | undefined;
  /** EXDEV between what is the host's and what is in memory. */
  rename(from: Place, to: Place): ErrnoName | undefined;
  /** Two names change what they name. */
  exchange(one: Place, other: Place): void;
  /** Names and nodes of a directory, "." and ".." not included, in order of name. */
  list(directory: FileNode): readonly { readonly name: string; readonly node: FileNode }[];
  read(node: FileNode, offset: number, sizeBytes: number): Uint8Array;
  write(node: FileNode, offset: number, bytes: Uint8Array, timeNs: bigint): ErrnoName | undefined;
  resize(node: FileNode, sizeBytes: number, timeNs: bigint): ErrnoName | undefined;
  /** Lets go of a node that has neither a name nor an open file any more. */
  forget(node: FileNode): void;
  /** Hands changed contents to the host, where the mount allows it. */
  flush(node: FileNode): void;
  save(): unknown;
  restore(saved: unknown): void;
}

interface Saved {
  readonly nodes: ReadonlyMap<number, FileNode>;
  readonly nextId: number;
}

const copyNode = (node: FileNode): FileNode => ({ ...node, entries: new Map(node.entries) });

const namesOf = (path: string): string[] => path.split("/").filter((name) => name !== "" && name !== ".");
const endsInDot = (path: string): boolean => /(^|\/)\.\/*$/.test(path);
const endsAsDirectory = (path: string): boolean => path.endsWith("/") || path.endsWith("/.");

/** What is left of a file's far blocks when it ends at `sizeBytes`. */
function cutBlocks(far: ReadonlyMap<number, Uint8Array>, sizeBytes: number): ReadonlyMap<number, Uint8Array> {
  const left = new Map<number, Uint8Array>();
  for (const [number, block] of far) {
    const end = sizeBytes - number * BLOCK_BYTES;
    if (end <= 0) continue;
    left.set(number, end >= BLOCK_BYTES ? block : block.slice().fill(0, end));
  }
  return left;
}

const hostNamesOf = ({ hostName, otherNames = [] }: FileNode): readonly string[] =>
  hostName === undefined ? [] : [hostName, ...otherNames];

function setHostNames(node: FileNode, [first, ...others]: readonly string[]): void {
  node.hostName = first;
  node.otherNames = others;
}

function rootMode(host: HostFiles | undefined): number {
  return host && !(host.writable && host.about("")?.isWritable !== false) ? 0o555 : 0o755;
}

class MemoryFiles implements FileSystem {
  readonly #host: HostFiles | undefined;
  #nodes = new Map<number, FileNode>();
  #nextId = 1;
  #epoch = 0;

  constructor(host: HostFiles | undefined, timeNs: bigint) {
    this.#host = host;
    const root = this.#add("directory", rootMode(host), timeNs, host ? "" : undefined);
    const device = this.#enter(root, "dev", this.#add("directory", 0o755, timeNs));
    const processes = this.#enter(root, "proc", this.#add("directory", 0o555, timeNs));
    this.#enter(processes, `${PROCESS_ID}`, this.#add("directory", 0o555, timeNs));
    const links = [
      [processes, "self", `${PROCESS_ID}`],
      [device, "fd", "/proc/self/fd"],
      [device, "stdin", "/proc/self/fd/0"],
      [device, "stdout", "/proc/self/fd/1"],
      [device, "stderr", "/proc/self/fd/2"],
    ] as const;
    for (const [directory, name, target] of links) {
      const link = this.#enter(directory, name, this.#add("link", 0o777, timeNs));
      link.buffer = bytesOfName(target);
      link.sizeBytes = link.buffer.length;
    }
    this.#enter(root, "tmp", this.#add("directory", 0o1777, timeNs));
    this.#enter(device, "shm", this.#add("directory", 0o1777, timeNs));
    const devices = {
      null: "null",
      zero: "zero",
      full: "full",
      random: "random",
      urandom: "random",
      tty: "terminal",
    } as const;
    for (const [name, kind] of Object.entries(devices)) {
      this.#enter(device, name, this.#add("device", 0o666, timeNs, undefined, kind));
    }
  }

  #add(kind: FileNode["kind"], mode: number, timeNs: bigint, hostName?: string, device?: DeviceName): FileNode {
    const node: FileNode = {
      id: this.#nextId++,
      kind,
      mode,
      links: kind === "directory" ? 2 : 1,
      modifiedNs: timeNs,
      accessedNs: timeNs,
      buffer: new Uint8Array(0),
      sizeBytes: 0,
      epoch: this.#epoch,
      entries: new Map(),
      device,
      hostName,
      dirty: false,
    };
    this.#nodes.set(node.id, node);
    return node;
  }

  #enter(directory: FileNode, name: string, node: FileNode): FileNode {
    directory.entries.set(name, node.id);
    if (node.kind === "directory") {
      node.entries.set("..", directory.id);
      directory.links++;
    }
    return node;
  }

  get root(): FileNode {
    return this.node(1);
  }

  node(id: number): FileNode {
    return this.#nodes.get(id)!;
  }

  #parent(directory: FileNode): FileNode {
    return this.node(directory.entries.get("..") ?? directory.id);
  }

  find(path: string, from: FileNode, last: LastLink = "follow"): Place | ErrnoName {
    if (path === "") return "ENOENT";
    if (path.length >= PATH_LIMIT_BYTES) return "ENAMETOOLONG";
    let directory = path.startsWith("/") ? this.root : from;
    let names = namesOf(path);
    let asDirectory = last === "name" ? endsInDot(path) : endsAsDirectory(path);
    let links = 0;
    while (names.length > 0) {
      const [name, ...rest] = names as [string, ...string[]];
      if (name.length > NAME_LIMIT_BYTES / 3 && bytesOfName(name).length > NAME_LIMIT_BYTES) return "ENAMETOOLONG";
      if ((directory.mode & 0o100) === 0) return "EACCES";
      const node = this.#lookup(directory, name);
      if (typeof node === "string") return node;
      if (node?.kind === "link" && (rest.length > 0 || last === "follow" || asDirectory)) {
        if (++links > LINK_LIMIT) return "ELOOP";
        const target = this.target(node);
        if (target.startsWith("/")) directory = this.root;
        if (rest.length === 0) asDirectory ||= endsAsDirectory(target);
        names = [...namesOf(target), ...rest];
        continue;
      }
      if (rest.length === 0) {
        if (asDirectory && node && node.kind !== "directory") return "ENOTDIR";
        if (node && endsInDot(path)) return { directory: node, name: ".", node };
        // Nothing can be made in a directory that has been removed, nor behind one that is not there.
        if (!node && (directory.links === 0 || endsInDot(path))) return "ENOENT";
        return { directory, name, node };
      }
      if (!node) return "ENOENT";
      if (node.kind !== "directory") return "ENOTDIR";
      directory = node;
      names = rest;
    }
    return { directory, name: ".", node: directory };
  }

  #lookup(directory: FileNode, name: string): FileNode | undefined | ErrnoName {
    if (name === "..") return this.#parent(directory);
    const id = directory.entries.get(name);
    if (id !== undefined) return id < 0 ? undefined : this.node(id);
    if (directory.hostName === undefined || !this.#host || !isUtf8(name)) return undefined;
    const hostName = this.#hostNameIn(directory, name)!;
    const bytes = this.#host.read(hostName);
    if (bytes === "ENOENT") return undefined;
    const about = this.#host.about(hostName);
    const write = this.#host.writable && about?.isWritable !== false ? 0o200 : 0;
    const modifiedNs = about ? BigInt(Math.floor(about.modifiedMs)) * 1_000_000n : directory.modifiedNs;
    if (bytes === "EISDIR") {
      const read = about?.isReadable === false ? 0 : 0o555;
      return this.#enter(directory, name, this.#add("directory", read | write, modifiedNs, hostName));
    }
    // What cannot be read is there all the same: a directory lists it.
    if (bytes === "EACCES") return this.#enter(directory, name, this.#add("file", 0, modifiedNs, hostName));
    const isLink = "target" in bytes;
    const node = isLink
      ? this.#add("link", 0o777, directory.modifiedNs, hostName)
      : this.#add("file", 0o444 | write | (about?.isExecutable ? 0o111 : 0), modifiedNs, hostName);
    node.buffer = isLink ? bytesOfName(bytes.target) : bytes;
    node.sizeBytes = node.buffer.length;
    return this.#enter(directory, name, node);
  }

  pathOf(directory: FileNode): string {
    const names: string[] = [];
    for (let at = directory; at.id !== 1; at = this.#parent(at)) {
      const name = [...this.#parent(at).entries].find(([key, id]) => id === at.id && key !== "..")?.[0];
      names.unshift(name ?? "(deleted)");
    }
    return `/${names.join("/")}`;
  }

  create(place: Place, kind: Exclude<NodeKind, "device">, mode: number, timeNs: bigint): FileNode | ErrnoName {
    const problem = this.#entryProblem(place);
    if (problem) return problem;
    const { directory, name } = place;
    // Pipes and sockets live in memory only; a link goes to the host when it is known where it leads.
    const hostName = kind === "pipe" || kind === "socket" ? undefined : this.#hostNameIn(directory, name);
    if (hostName !== undefined && kind !== "link") {
      const host = this.#host!;
      const done = kind === "directory" ? host.makeDirectory(hostName) : host.write(hostName, new Uint8Array(0));
      if (done !== "ok") return done;
    }
    const node = this.#add(kind, mode, timeNs, hostName);
    directory.modifiedNs = timeNs;
    return this.#enter(directory, name, node);
  }

  /** Why a directory takes no new entry of that name. */
  #entryProblem({ directory, name }: Place): ErrnoName | undefined {
    if (this.isReadOnly(directory)) return "EROFS";
    if ((directory.mode & 0o200) === 0) return "EACCES";
    return directory.hostName !== undefined && !isUtf8(name) ? "EILSEQ" : undefined;
  }

  /** The name on the host of an entry of a directory; undefined for directories in memory. */
  #hostNameIn({ hostName }: FileNode, name: string): string | undefined {
    return hostName === undefined ? undefined : hostName === "" ? name : `${hostName}/${name}`;
  }

  isReadOnly({ hostName }: FileNode): boolean {
    return hostName !== undefined && this.#host?.writable !== true;
  }

  provide(
    directory: FileNode,
    name: string,
    kind: "directory" | "file" | "link",
    mode: number,
    timeNs: bigint,
  ): FileNode {
    const known = this.#lookup(directory, name);
    return typeof known === "object" ? known : this.#enter(directory, name, this.#add(kind, mode, timeNs));
  }

  createUnnamed(kind: "file" | "pipe", mode: number, timeNs: bigint): FileNode {
    const node = this.#add(kind, mode, timeNs);
    node.links = 0;
    return node;
  }

  link(node: FileNode, place: Place): ErrnoName | undefined {
    const problem = this.#entryProblem(place);
    if (problem) return problem;
    const { directory, name } = place;
    const hostName = this.#hostNameIn(directory, name);
    if (hostName !== undefined && node.hostName !== undefined) {
      this.flush(node);
      const done = this.#host!.link(node.hostName, hostName);
      if (done !== "ok") return done;
      node.otherNames = [...(node.otherNames ?? []), hostName];
    }
    directory.entries.set(name, node.id);
    node.links++;
    return undefined;
  }

  target(node: FileNode): string {
    return nameOf(node.buffer.subarray(0, node.sizeBytes));
  }

  remove(place: Place): ErrnoName | undefined {
    const { directory, node } = place;
    if (!node) return undefined;
    if (this.isReadOnly(directory)) return "EROFS";
    const hostName = this.#hostNameIn(directory, place.name);
    if (hostName !== undefined && hostNamesOf(node).includes(hostName)) {
      if (node.otherNames?.length) this.flush(node);
      const done = this.#host!.remove(hostName);
      if (done !== "ok" && done !== "ENOENT") return done;
      setHostNames(
        node,
        hostNamesOf(node).filter((one) => one !== hostName),
      );
    }
    this.#leave(place);
    return undefined;
  }

  /** Takes an entry out of its directory. */
  #leave({ directory, name, node }: Place): void {
    if (!node) return;
    if (directory.hostName === undefined) directory.entries.delete(name);
    else directory.entries.set(name, -1);
    node.links = node.kind === "directory" ? 0 : node.links - 1;
    if (node.kind === "directory") directory.links--;
  }

  rename(from: Place, to: Place): ErrnoName | undefined {
    const { node } = from;
    if (!node || node === to.node) return undefined;
    if (this.isReadOnly(from.directory)) return "EROFS";
    if ((from.directory.hostName === undefined) !== (to.directory.hostName === undefined)) return "EXDEV";
    if (to.directory.hostName !== undefined && !isUtf8(to.name)) return "EILSEQ";
    const names = [from, to].map(({ directory, name }) => this.#hostNameIn(directory, name));
    const isOnHost = names[0] !== undefined && hostNamesOf(node).includes(names[0]);
    // What lives in memory only cannot take a host file's place.
    if (!isOnHost && to.node?.hostName !== undefined) return "EPERM";
    const problem = isOnHost ? this.#renameOnHost(node, names[0]!, names[1]!) : undefined;
    if (problem) return problem;
    if (to.node)
      setHostNames(
        to.node,
        hostNamesOf(to.node).filter((one) => one !== names[1]),
      );
    this.#leave(to);
    this.#leave(from);
    node.links = node.kind === "directory" ? 2 : node.links + 1;
    this.#enter(to.directory, to.name, node);
    return undefined;
  }

  #renameOnHost(node: FileNode, from: string, to: string): ErrnoName | undefined {
    this.flush(node);
    const done = this.#host!.rename(from, to);
    if (done !== "ok") return done;
    const moved = (name: string) =>
      name === from ? to : name.startsWith(`${from}/`) ? to + name.slice(from.length) : name;
    // A directory takes what is known of its entries along; the file that was there is put right by the caller.
    const others = node.kind === "directory" ? [...this.#nodes.values()] : [node];
    for (const one of others) setHostNames(one, hostNamesOf(one).map(moved));
    return undefined;
  }

  exchange(one: Place, other: Place): void {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const) {
      from.directory.entries.set(from.name, to.node!.id);
      if (to.node!.kind !== "directory") continue;
      to.node!.entries.set("..", from.directory.id);
      from.directory.links++;
      to.directory.links--;
    }
  }

  list(directory: FileNode): readonly { readonly name: string; readonly node: FileNode }[] {
    if (directory.hostName !== undefined && this.#host) {
      const found = this.#host.list(directory.hostName);
      if (typeof found !== "string") for (const { name } of found) this.#lookup(directory, name);
    }
    return [...directory.entries]
      .filter(([name, id]) => name !== ".." && id >= 0)
      .map(([name, id]) => ({ name, node: this.node(id) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  read(node: FileNode, offset: number, sizeBytes: number): Uint8Array {
    const end = Math.min(offset + sizeBytes, node.sizeBytes);
    if (node.far === undefined && end <= node.buffer.length) return node.buffer.slice(Math.min(offset, end), end);
    const bytes = new Uint8Array(Math.max(0, Math.min(end - offset, READ_LIMIT_BYTES)));
    bytes.set(node.buffer.subarray(offset, Math.min(offset + bytes.length, node.sizeBytes)));
    for (const [number, block] of node.far ?? []) {
      const at = number * BLOCK_BYTES - offset;
      if (at >= bytes.length || at + BLOCK_BYTES <= 0) continue;
      bytes.set(block.subarray(Math.max(0, -at), bytes.length - at), Math.max(0, at));
    }
    return bytes;
  }

  /** Writes what lies in blocks of its own, or is to. @returns whether that was all. */
  #writeFar(node: FileNode, offset: number, bytes: Uint8Array): boolean | ErrnoName {
    if (node.far === undefined && offset <= node.buffer.length + GAP_BYTES) return false;
    const far = new Map(node.far);
    for (let done = 0; done < bytes.length; ) {
      const number = Math.floor((offset + done) / BLOCK_BYTES);
      const at = offset + done - number * BLOCK_BYTES;
      const part = bytes.subarray(done, done + BLOCK_BYTES - at);
      const block = this.read(node, number * BLOCK_BYTES, BLOCK_BYTES);
      const whole = new Uint8Array(BLOCK_BYTES);
      whole.set(block);
      whole.set(part, at);
      far.set(number, whole);
      done += part.length;
    }
    if (this.#usedBytes() + (far.size - (node.far?.size ?? 0)) * BLOCK_BYTES > CAPACITY_BYTES) return "ENOSPC";
    node.far = far;
    return true;
  }

  write(node: FileNode, offset: number, bytes: Uint8Array, timeNs: bigint): ErrnoName | undefined {
    const end = offset + bytes.length;
    if (end > FILE_LIMIT_BYTES) return "EFBIG";
    const isFar = this.#writeFar(node, offset, bytes);
    if (typeof isFar === "string") return isFar;
    if (!isFar) {
      const problem = this.#reserve(node, end, offset < node.sizeBytes);
      if (problem) return problem;
      if (offset > node.sizeBytes) node.buffer.fill(0, node.sizeBytes, offset);
      node.buffer.set(bytes, offset);
    }
    node.sizeBytes = Math.max(node.sizeBytes, end);
    node.modifiedNs = timeNs;
    node.dirty = true;
    return undefined;
  }

  resize(node: FileNode, sizeBytes: number, timeNs: bigint): ErrnoName | undefined {
    if (sizeBytes > FILE_LIMIT_BYTES) return "EFBIG";
    const isLong = sizeBytes > node.buffer.length + GAP_BYTES;
    const problem = isLong ? undefined : this.#reserve(node, sizeBytes, sizeBytes < node.sizeBytes);
    if (problem) return problem;
    if (sizeBytes > node.sizeBytes) node.buffer.fill(0, node.sizeBytes, sizeBytes);
    else if (node.far !== undefined) node.far = cutBlocks(node.far, sizeBytes);
    node.sizeBytes = sizeBytes;
    node.modifiedNs = timeNs;
    node.dirty = true;
    return undefined;
  }

  /** Makes `buffer` hold `endBytes`, and its own if known bytes are to change: snapshots share what they have seen. */
  #reserve(node: FileNode, endBytes: number, changesKnownBytes: boolean | undefined): ErrnoName | undefined {
    const mustGrow = endBytes > node.buffer.length;
    if (!mustGrow && !(changesKnownBytes && node.epoch !== this.#epoch)) return undefined;
    const capacity = mustGrow ? Math.max(endBytes, 2 * node.buffer.length, 256) : node.buffer.length;
    if (this.#usedBytes() + capacity - node.buffer.length > CAPACITY_BYTES) return "ENOSPC";
    const grown = new Uint8Array(capacity);
    grown.set(node.buffer.subarray(0, node.sizeBytes));
    node.buffer = grown;
    node.epoch = this.#epoch;
    return undefined;
  }

  #usedBytes(): number {
    let sum = 0;
    for (const { buffer, far } of this.#nodes.values()) sum += buffer.length + (far?.size ?? 0) * BLOCK_BYTES;
    return sum;
  }

  forget(node: FileNode): void {
    this.#nodes.delete(node.id);
  }

  flush(node: FileNode): void {
    if (!node.dirty || node.hostName === undefined || !this.#host?.writable) return;
    if (node.kind === "link") {
      node.dirty = this.#host.makeLink(node.hostName, this.target(node)) !== "ok";
      return;
    }
    node.dirty = this.#host.write(node.hostName, this.read(node, 0, node.sizeBytes)) !== "ok";
  }

  save(): unknown {
    this.#epoch++;
    const nodes = new Map([...this.#nodes].map(([id, node]) => [id, copyNode(node)]));
    const saved: Saved = { nodes, nextId: this.#nextId };
    return saved;
  }

  restore(saved: unknown): void {
    const { nodes, nextId } = saved as Saved;
    this.#epoch++;
    this.#nodes = new Map([...nodes].map(([id, node]) => [id, copyNode(node)]));
    this.#nextId = nextId;
  }
}

/** A file system with /dev, /proc (whose texts process-files.ts makes) and /tmp; with host files, the root directory shows them. */
export function createFileSystem(host: HostFiles | undefined, timeNs: bigint): FileSystem {
  return new MemoryFiles(host, timeNs);
}
