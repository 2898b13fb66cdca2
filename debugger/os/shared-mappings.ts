// Mappings of files: what the program stores in a shared mapping is in the file, and what is written to the file is in the
// mapping. Guest code runs between system calls only, so it is exact to carry bytes over when a call looks at the file: the
// mapping's bytes before the file is read, the written bytes into the mapping after it. Two mappings of the same bytes see
// each other's stores only then (QUIRKS). Pages that begin behind the file's end cannot be accessed; they become accessible
// when the file grows. A private mapping shows what is written to the file in pages that the program has not changed.

import type { ErrnoName } from "../../server/facts/errno.ts";
import { PAGE_BYTES, PROT, type Protection } from "../mem/layout.ts";
import { pageCeil, pageFloor } from "./address-space.ts";
import type { Mapping } from "./events.ts";
import type { FileNode } from "./files.ts";
import type { KernelParts } from "./syscall.ts";

/** Asked at every turn: a loop without calls. */
function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}

/** Writes to `node` what `bytes`, mapped from `offset` on, have that `before` has not. @returns whether there was anything. */
function storeChanges(
  { files, clock }: KernelParts,
  node: FileNode,
  offset: number,
  bytes: Uint8Array,
  before: Uint8Array,
): boolean {
  let found = false;
  for (let from = 0; from < bytes.length; from++) {
    if (bytes[from] === before[from]) continue;
    let to = from + 1;
    while (to < bytes.length && bytes[to] !== before[to]) to++;
    files.write(node, offset + from, bytes.subarray(from, to), clock.realtimeNs());
    found = true;
    from = to;
  }
  return found;
}

/** The bytes of a page of a file as a mapping shows them: zeros behind the end. */
function pageOf({ files }: KernelParts, node: FileNode, offset: number): Uint8Array {
  const bytes = new Uint8Array(PAGE_BYTES);
  bytes.set(files.read(node, offset, PAGE_BYTES));
  return bytes;
}

/**
 * Does something that changes bytes [from, to) of a file. Pages of private mappings that still were what the file was show what
 * it is then: until its first store such a page is the file's own. A page whose stores changed nothing counts as one of them.
 */
function withPrivate<T>(kernel: KernelParts, node: FileNode, [from, to]: readonly [number, number], act: () => T): T {
  const { space, memory } = kernel;
  const pages: { readonly start: number; readonly offset: number }[] = [];
  for (const { start, sizeBytes, source } of space.mappings) {
    if (source?.node !== node.id) continue;
    const end = Math.min(to, source.offset + sizeBytes);
    for (let offset = Math.max(source.offset, pageFloor(from)); offset < end; offset += PAGE_BYTES) {
      const page = start + offset - source.offset;
      if (equal(memory.peek(page, PAGE_BYTES), pageOf(kernel, node, offset))) pages.push({ start: page, offset });
    }
  }
  const result = act();
  for (const { start, offset } of pages) memory.poke(start, pageOf(kernel, node, offset));
  return result;
}

/** Where a mapping stops being accessible: behind the last page that its file reaches into. */
function reachOf({ files }: KernelParts, { start, sizeBytes, file, source }: Mapping): number {
  const from = file ?? source;
  if (from === undefined) return start + sizeBytes;
  const inside = pageCeil(files.node(from.node).sizeBytes) - from.offset;
  return start + Math.max(0, Math.min(sizeBytes, inside));
}

/** Whether an access that the mapping allows is refused for want of a file: SIGBUS, where all else is SIGSEGV. */
export function isBehindFile(kernel: KernelParts, address: number, wanted: Protection): boolean {
  const [mapping] = kernel.space.overlapping(address, address + 1);
  return mapping !== undefined && (mapping.protection & wanted) !== 0 && address >= reachOf(kernel, mapping);
}

/** Gives the pages of a range's mappings the protection that they have by where their files end. */
export function fitToFiles(kernel: KernelParts, mappings: readonly Mapping[]): void {
  const { memory } = kernel;
  const protect = (start: number, end: number, protection: Mapping["protection"]): void => {
    if (start >= end) return;
    if (memory.protectionAt(start) === protection && memory.protectionAt(end - 1) === protection) return;
    memory.protect(start, end - start, protection);
  };
  for (const mapping of mappings) {
    if (mapping.file === undefined && mapping.source === undefined) continue;
    const reach = reachOf(kernel, mapping);
    protect(mapping.start, reach, mapping.protection);
    protect(reach, mapping.start + mapping.sizeBytes, PROT.none);
  }
}

/** A file has got another length: pages that it has reached hold what it holds, those that it has left are gone. */
function refit(kernel: KernelParts, node: FileNode, before: number): void {
  const { space, memory } = kernel;
  if (pageCeil(before) === pageCeil(node.sizeBytes)) return;
  const mappings = space.mappings.filter(({ file, source }) => (file ?? source)?.node === node.id);
  for (const { start, sizeBytes, source } of mappings) {
    if (source === undefined) continue;
    const end = Math.min(pageCeil(node.sizeBytes), source.offset + sizeBytes);
    for (let offset = Math.max(pageCeil(before), source.offset); offset < end; offset += PAGE_BYTES)
      memory.poke(start + offset - source.offset, pageOf(kernel, node, offset));
  }
  fitToFiles(kernel, mappings);
}

/** Writes into a file that may be mapped. */
export function writeMapped(kernel: KernelParts, node: FileNode, at: number, bytes: Uint8Array): ErrnoName | undefined {
  const { files, clock } = kernel;
  storeShared(kernel, node);
  const before = node.sizeBytes;
  const [from, to] = [Math.min(at, before), at + bytes.length];
  const problem = withPrivate(kernel, node, [from, to], () => files.write(node, at, bytes, clock.realtimeNs()));
  if (problem) return problem;
  loadShared(kernel, node, at, to);
  refit(kernel, node, before);
  return undefined;
}

/** Gives a file that may be mapped another length. */
export function resizeMapped(kernel: KernelParts, node: FileNode, sizeBytes: number): ErrnoName | undefined {
  const { files, clock } = kernel;
  storeShared(kernel, node);
  const before = node.sizeBytes;
  const range = [Math.min(before, sizeBytes), Math.max(before, sizeBytes)] as const;
  const problem = withPrivate(kernel, node, range, () => files.resize(node, sizeBytes, clock.realtimeNs()));
  if (problem) return problem;
  loadShared(kernel, node, ...range);
  refit(kernel, node, before);
  return undefined;
}

/**
 * Puts what the given mappings of one file have changed into it, as far as the file reaches. Where a program has mapped the same
 * bytes twice each gives what was stored through it, and each shows all of it afterwards.
 */
function storeMappings(kernel: KernelParts, node: FileNode, mappings: readonly Mapping[]): void {
  const { files, memory } = kernel;
  const parts = mappings.map(({ start, sizeBytes, file }) => {
    const offset = file!.offset;
    const length = Math.max(0, Math.min(sizeBytes, node.sizeBytes - offset));
    return { start, offset, before: files.read(node, offset, length).slice() };
  });
  const changed = withPrivate(kernel, node, [0, node.sizeBytes], () => {
    let found = false;
    for (const { start, offset, before } of parts)
      found = storeChanges(kernel, node, offset, memory.peek(start, before.length), before) || found;
    return found;
  });
  if (!changed || parts.length === 1) return;
  for (const { start, offset, before } of parts) {
    const now = files.read(node, offset, before.length);
    if (!equal(now, memory.peek(start, now.length))) memory.poke(start, now);
  }
}

/** All shared mappings among these, file by file. */
function storeThem(kernel: KernelParts, mappings: readonly Mapping[]): void {
  const byNode = new Map<number, Mapping[]>();
  for (const mapping of mappings) {
    if (!mapping.file) continue;
    const { node } = mapping.file;
    byNode.set(node, [...(byNode.get(node) ?? []), mapping]);
  }
  for (const [id, list] of byNode) storeMappings(kernel, kernel.files.node(id), list);
}

/** The mapped bytes of a file into the file: before anybody looks at it. */
export function storeShared(kernel: KernelParts, node: FileNode): void {
  storeThem(
    kernel,
    kernel.space.mappings.filter(({ file }) => file?.node === node.id),
  );
}

/** The same for the mappings of a range, before they change or go. */
export function storeSharedRange(kernel: KernelParts, start: number, end: number): void {
  const touched = kernel.space.overlapping(start, end);
  if (!touched.some(({ file }) => file !== undefined)) return;
  const nodes = new Set(touched.map(({ file }) => file?.node));
  storeThem(
    kernel,
    kernel.space.mappings.filter(({ file }) => file && nodes.has(file.node)),
  );
}

export function storeAllShared(kernel: KernelParts): void {
  storeThem(kernel, kernel.space.mappings);
  for (const { file } of kernel.space.mappings) if (file) kernel.files.flush(kernel.files.node(file.node));
}

/** Bytes [from, to) of a file have been written: they are in its mappings too. */
function loadShared({ space, files, memory }: KernelParts, node: FileNode, from: number, to: number): void {
  for (const { start, sizeBytes, file } of space.mappings) {
    if (file?.node !== node.id) continue;
    const first = Math.max(from, file.offset);
    const last = Math.min(to, file.offset + sizeBytes);
    if (first >= last) continue;
    const bytes = new Uint8Array(last - first);
    bytes.set(files.read(node, first, last - first));
    memory.poke(start + first - file.offset, bytes);
  }
}

/** Whether a file is mapped: then it stays though it has no name and is not open. */
export const isMapped = ({ processes }: KernelParts, node: FileNode): boolean =>
  processes.list.some(
    ({ ending, program }) =>
      ending === undefined &&
      program.space.mappings.some(({ file, source }) => file?.node === node.id || source?.node === node.id),
  );

/** Before a fork: shared memory without a file gets one without a name, so that both see the same bytes. */
export function shareAnonymous({ space, files, clock }: KernelParts): void {
  for (const { start, sizeBytes, shared, file } of space.mappings) {
    if (shared === undefined || file !== undefined) continue;
    const node = files.createUnnamed("file", 0o600, clock.realtimeNs());
    if (files.resize(node, sizeBytes, clock.realtimeNs()) === undefined) space.setFile(start, node.id);
    else files.forget(node);
  }
}

/** Another process gets its turn: what this one has stored in shared mappings is in the files. */
export function leaveShared(kernel: KernelParts): void {
  storeThem(kernel, kernel.space.mappings);
}

/** A process gets its turn: its shared mappings hold what the files hold. */
export function enterShared(kernel: KernelParts): void {
  const { space, files, memory } = kernel;
  for (const { start, sizeBytes, file } of space.mappings) {
    if (!file) continue;
    const node = files.node(file.node);
    const bytes = files.read(node, file.offset, Math.min(sizeBytes, Math.max(0, node.sizeBytes - file.offset)));
    if (!equal(bytes, memory.peek(start, bytes.length))) memory.poke(start, bytes);
  }
  fitToFiles(kernel, space.mappings);
}
