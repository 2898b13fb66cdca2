// Shared mappings of files: what the program stores in the mapping is in the file, and what is written to the file is in the
// mapping. Guest code runs between system calls only, so it is exact to carry bytes over when a call looks at the file: the
// mapping's bytes before the file is read, the written bytes into the mapping after it. Two mappings of the same bytes see
// each other's stores only then (QUIRKS).

import type { Mapping } from "./events.ts";
import type { FileNode } from "./files.ts";
import type { KernelParts } from "./syscall.ts";

const equal = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, index) => byte === b[index]);

/** Puts what `mapping` holds into its file, as far as the file reaches. */
function store({ files, memory, clock }: KernelParts, { start, sizeBytes, file }: Mapping): void {
  if (!file) return;
  const node = files.node(file.node);
  const length = Math.min(sizeBytes, node.sizeBytes - file.offset);
  if (length <= 0) return;
  const bytes = memory.peek(start, length);
  if (!equal(bytes, files.read(node, file.offset, length))) files.write(node, file.offset, bytes, clock.realtimeNs());
}

/** The mapped bytes of a file into the file: before anybody looks at it. */
export function storeShared(kernel: KernelParts, node: FileNode): void {
  for (const mapping of kernel.space.mappings) if (mapping.file?.node === node.id) store(kernel, mapping);
}

/** The same for the mappings of a range, before they change or go. */
export function storeSharedRange(kernel: KernelParts, start: number, end: number): void {
  for (const mapping of kernel.space.overlapping(start, end)) if (mapping.file) store(kernel, mapping);
}

export function storeAllShared(kernel: KernelParts): void {
  for (const mapping of kernel.space.mappings) {
    store(kernel, mapping);
    if (mapping.file) kernel.files.flush(kernel.files.node(mapping.file.node));
  }
}

/** Bytes [from, to) of a file have been written: they are in its mappings too. */
export function loadShared({ space, files, memory }: KernelParts, node: FileNode, from: number, to: number): void {
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
  for (const mapping of kernel.space.mappings) if (mapping.file) store(kernel, mapping);
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
}
