// brk and the mmap family with Linux's order of checks, so that a wrong call gets the error it gets there.
// Source: the kernel's mm/mmap.c, mm/mprotect.c, mm/mremap.c, arch/x86/kernel/sys_x86_64.c; man pages of section 2.

import { syscallRegisters } from "../../server/facts/syscall-setup.ts";
import { LOWEST_ADDRESS, PROT, type Protection } from "../mem/layout.ts";
import { type AddressSpace, continued, isOneWith, MAP_TOP, pageCeil, pageFloor } from "./address-space.ts";
import type { Mapping } from "./events.ts";
import type { FileNode } from "./files.ts";
import { mapProblem } from "./limits.ts";
import { OPEN } from "./open-flags.ts";
import { fitToFiles, storeShared, storeSharedRange } from "./shared-mappings.ts";
import {
  badBuffer,
  type Failure,
  fail,
  int,
  registerOf,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { isUnused } from "./syscall-io.ts";

const MAP = {
  shared: 1,
  private: 2,
  sharedValidate: 3,
  typeMask: 0xf,
  fixed: 0x10,
  anonymous: 0x20,
  low: 0x40,
  noReplace: 0x100000,
};
/** Where MAP_32BIT places a mapping. */
const LOW_RANGE = { start: 0x40000000, end: 0x80000000 } as const;
const MREMAP = { mayMove: 1, fixed: 2, dontUnmap: 4 };
const PROT_MASK = PROT.read | PROT.write | PROT.exec;
/** PROT_* bits that mprotect takes beside read, write and exec. */
const PROT_KNOWN = 0x0300000fn;

const hex = (value: bigint | number): string => `0x${value.toString(16)}`;
const isAligned = (value: bigint): boolean => (value & 0xfffn) === 0n;
const endOf = (mapping: Mapping): number => mapping.start + mapping.sizeBytes;

/** The kernel's READ_IMPLIES_EXEC: old 32-bit programs expect it. */
const effective = (call: SystemCall, protection: Protection): Protection =>
  call.kernel.readImpliesExec && protection & PROT.read ? protection | PROT.exec : protection;

/** ENOMEM when the guest's own memory limit is the reason; the wording is what the report's note says. */
const limitReached = (space: AddressSpace, sizeBytes: number): Failure =>
  fail("ENOMEM", `${sizeBytes} more bytes would pass the memory limit of ${space.maxMemoryBytes} bytes`);

const CROWDED = fail("ENOMEM", "a process may have 65,530 mappings (vm.max_map_count)");

function brk(call: SystemCall): SyscallResult {
  const { space } = call.kernel;
  const requested = word(call, 0);
  const exec = call.kernel.readImpliesExec ? PROT.exec : 0;
  const before = space.programBreak.end;
  const problem = requested > BigInt(before) ? mapProblem(call.kernel, Number(requested) - before, true) : undefined;
  if (problem) return { result: before, why: problem.why };
  const moved = space.moveBreak(Number(requested), "brk", exec);
  if (moved.why === undefined || requested === 0n) return moved.end;
  return {
    result: before,
    why: `the break stays at ${hex(before)}: ${hex(requested)} (${registerOf(call, 0)}) is not possible, ${moved.why}`,
  };
}

interface MapRequest {
  readonly address: bigint;
  readonly sizeBytes: bigint;
  readonly protection: bigint;
  readonly flags: bigint;
  /** The lower half of the flags: all that have a meaning. */
  readonly bits: number;
  readonly fd: number;
  readonly offset: bigint;
  /** Where the values came from, for explanations. */
  readonly places: readonly string[];
}

const requestOf = (call: SystemCall, offsetUnit: bigint): MapRequest => ({
  address: word(call, 0),
  sizeBytes: word(call, 1),
  protection: word(call, 2),
  flags: word(call, 3),
  bits: uint(call, 3),
  fd: int(call, 4),
  offset: word(call, 5) * offsetUnit,
  places: syscallRegisters[call.abi],
});

function mmap(call: SystemCall): SyscallResult {
  if (call.abi === "x86_64") return map(call, requestOf(call, 1n));
  // i386's first mmap takes one pointer to six words.
  const values = [0n, 4n, 8n, 12n, 16n, 20n].map((offset) => call.kernel.user.readWord(word(call, 0) + offset, 4));
  const [address, sizeBytes, protection, flags, fd, offset] = values;
  if (
    address === undefined ||
    sizeBytes === undefined ||
    protection === undefined ||
    flags === undefined ||
    fd === undefined ||
    offset === undefined
  ) {
    return badBuffer(call, 0, 24, "read");
  }
  const places = ["address", "size", "protection", "flags", "fd", "offset"].map((name) => `the structure's ${name}`);
  const [bits, descriptor] = [Number(flags), Number(BigInt.asIntN(32, fd))];
  return map(call, { address, sizeBytes, protection, flags, bits, fd: descriptor, offset, places });
}

const mmap2 = (call: SystemCall): SyscallResult => map(call, requestOf(call, 4096n));

function map(call: SystemCall, request: MapRequest): SyscallResult {
  const { space } = call.kernel;
  if (!isAligned(request.offset)) {
    return fail("EINVAL", `the offset ${hex(request.offset)} (${request.places[5]}) is not a multiple of 4096`);
  }
  const anonymous = (request.bits & MAP.anonymous) !== 0;
  const type = request.bits & MAP.typeMask;
  if (!anonymous && !call.kernel.descriptors.get(request.fd)) {
    const hint = "for memory without a file the flags need MAP_ANONYMOUS (0x20)";
    return fail("EBADF", `${request.fd} (${request.places[4]}) is not an open file descriptor; ${hint}`);
  }
  if (request.sizeBytes === 0n) return fail("EINVAL", `the size (${request.places[1]}) is 0`);
  const place = placeFor(call, request);
  if (typeof place !== "number") return place;
  const problem = checkType(call, request, anonymous);
  if (problem) return problem;

  const protection = effective(call, Number(request.protection) & PROT_MASK);
  const requestedBytes = Number(request.sizeBytes);
  const sizeBytes = pageCeil(requestedBytes);
  const isData = (protection & PROT.write) !== 0 && type === MAP.private;
  const tooMuch = mapProblem(call.kernel, sizeBytes, isData);
  if (tooMuch) return tooMuch;
  if (space.isCrowded()) return CROWDED;
  const file = anonymous ? undefined : call.kernel.descriptors.get(request.fd);
  const node = file && call.kernel.files.node(file.node);
  const purpose = node?.kind === "file" ? "file" : "mmap";
  const offset = Number(request.offset);
  const isShared = node?.kind === "file" && type !== MAP.private;
  storeSharedRange(call.kernel, place, place + sizeBytes);
  if (node) storeShared(call.kernel, node);
  const name = node?.kind === "file" ? `file descriptor ${request.fd}` : "anonymous";
  const inFile = ({ id }: FileNode) => ({ node: id, offset });
  const readOnly = ((file?.flags ?? 0) & OPEN.accessMask) === OPEN.readWrite ? {} : ({ readOnly: true } as const);
  const plain = { start: place, sizeBytes, requestedBytes, protection, purpose, name } as const;
  const isCommon = node?.kind !== "file" && type !== MAP.private;
  const made = isCommon ? ({ ...plain, shared: true } as const) : plain;
  if (
    !space.map(
      node?.kind !== "file"
        ? made
        : isShared
          ? { ...made, file: { ...inFile(node), ...readOnly } }
          : { ...made, source: inFile(node) },
    )
  ) {
    return limitReached(space, sizeBytes);
  }
  if (node?.kind === "file") {
    space.memory.poke(place, call.kernel.files.read(node, offset, sizeBytes));
    fitToFiles(call.kernel, space.overlapping(place, place + sizeBytes));
  }
  return place;
}

/** Address of the new mapping, by hint, by MAP_FIXED or wherever there is room. */
function placeFor(call: SystemCall, { address, sizeBytes, bits: flags, places }: MapRequest): number | Failure {
  const { space, bits } = call.kernel;
  const { limit } = space;
  // Above 2^53 numbers are rounded, which no comparison with the limit notices.
  const start = Number(address);
  const size = Number(sizeBytes);
  if (size > limit) return fail("ENOMEM", `the size ${hex(sizeBytes)} (${places[1]}) is larger than the address space`);
  const bytes = pageCeil(size);
  const noReplace = (flags & MAP.noReplace) !== 0;
  if ((flags & MAP.fixed) !== 0 || noReplace) {
    if (start > limit - bytes) return fail("ENOMEM", `${hex(address)} (${places[0]}) is above what programs can have`);
    if (!isAligned(address))
      return fail("EINVAL", `MAP_FIXED with ${hex(address)} (${places[0]}), which is not a multiple of 4096`);
    if (start < LOWEST_ADDRESS) return fail("EPERM", "the lowest 64 KiB cannot be mapped");
    if (noReplace && space.overlapping(start, start + bytes).length > 0) {
      return fail("EEXIST", "something is mapped there already, and MAP_FIXED_NOREPLACE is set");
    }
    return start;
  }
  const hint = start < limit ? Math.max(pageCeil(start), LOWEST_ADDRESS) : 0;
  if (start !== 0 && hint !== 0 && hint <= space.limit - bytes && space.isFree(hint, bytes)) return hint;
  // MAP_32BIT: 64-bit Linux looks from 1 GiB to 2 GiB only, upwards.
  const place =
    call.abi === "x86_64" && (flags & MAP.low) !== 0
      ? space.findGapUpwards(bytes, LOW_RANGE)
      : space.findGap(bytes, call.abi === "i386" && bits === 64 ? MAP_TOP[32] : undefined);
  return place ?? fail("ENOMEM", `no free range of ${bytes} bytes is left`);
}

function checkType(call: SystemCall, request: MapRequest, anonymous: boolean): Failure | undefined {
  const type = request.bits & MAP.typeMask;
  if (type !== MAP.shared && type !== MAP.private && (anonymous || type !== MAP.sharedValidate)) {
    const got = `the flags are in ${request.places[3]}, which is ${request.flags === 0n ? "0" : hex(request.flags)}`;
    return fail("EINVAL", `flags contain neither MAP_PRIVATE (2) nor MAP_SHARED (1); ${got}`);
  }
  if (anonymous) return undefined;
  const file = call.kernel.descriptors.get(request.fd)!;
  const access = file.flags & OPEN.accessMask;
  const which = `file descriptor ${request.fd} (${request.places[4]})`;
  if (access === OPEN.writeOnly) return fail("EACCES", `${which} is not open for reading`);
  if (type !== MAP.private && Number(request.protection) & PROT.write && access !== OPEN.readWrite) {
    return fail("EACCES", `a writable shared mapping needs ${which} open for reading and writing`);
  }
  const node = call.kernel.files.node(file.node);
  if (node?.kind === "file" || node?.device === "zero") return undefined;
  return fail(
    "ENODEV",
    `${which} cannot be mapped: it is no file; for memory without a file the flags need MAP_ANONYMOUS (0x20)`,
  );
}

function munmap(call: SystemCall): SyscallResult {
  const { space } = call.kernel;
  const address = word(call, 0);
  const sizeBytes = word(call, 1);
  if (!isAligned(address)) return fail("EINVAL", `${hex(address)} (${registerOf(call, 0)}) is not a multiple of 4096`);
  if (sizeBytes === 0n) return fail("EINVAL", `the size (${registerOf(call, 1)}) is 0`);
  const start = Number(address);
  const size = Number(sizeBytes);
  if (start > space.limit || size > space.limit - start) {
    return fail("EINVAL", `${hex(address)} and ${hex(sizeBytes)} bytes reach beyond what programs can have`);
  }
  unmap(call, start, pageCeil(size));
  return 0;
}

/** Takes mappings away; what shared ones hold goes into their files first, and files that only they kept go too. */
function unmap(call: SystemCall, start: number, sizeBytes: number): void {
  const { space, files } = call.kernel;
  const end = start + sizeBytes;
  const ofFiles = space.overlapping(start, end).filter(({ file, source }) => (file ?? source) !== undefined);
  if (ofFiles.length > 0) storeSharedRange(call.kernel, start, end);
  space.unmap(start, sizeBytes);
  if (ofFiles.length === 0) return;
  for (const id of new Set(ofFiles.map(({ file, source }) => (file ?? source)!.node))) {
    const node = files.node(id);
    files.flush(node);
    if (isUnused(call, node)) files.forget(node);
  }
}

function mprotect(call: SystemCall): SyscallResult {
  const { space } = call.kernel;
  const address = word(call, 0);
  const protection = word(call, 2);
  if (!isAligned(address)) return fail("EINVAL", `${hex(address)} (${registerOf(call, 0)}) is not a multiple of 4096`);
  if (word(call, 1) === 0n) return 0;
  const end = address + ((word(call, 1) + 0xfffn) & ~0xfffn);
  if (end <= address || end > 2n ** 64n)
    return fail("ENOMEM", `the size (${registerOf(call, 1)}) passes the end of the address space`);
  if ((protection & ~PROT_KNOWN) !== 0n) {
    return fail("EINVAL", `the protection ${hex(protection)} (${registerOf(call, 2)}) has unknown bits`);
  }
  const wanted = effective(call, Number(protection) & PROT_MASK);
  // Linux changes mapping after mapping and stops at the first gap.
  let at = Number(address);
  for (const mapping of space.overlapping(at, Number(end))) {
    if (mapping.start > at) break;
    if (mapping.file?.readOnly && wanted & PROT.write)
      return fail("EACCES", `${hex(at)} is a shared mapping of a file that is not open for writing`);
    const upTo = Math.min(endOf(mapping), Number(end));
    const splits = mapping.protection !== wanted && (mapping.start < at || upTo < endOf(mapping));
    if (splits && space.isCrowded()) return CROWDED;
    space.protect(at, upTo - at, wanted);
    fitToFiles(call.kernel, space.overlapping(at, upTo));
    at = upTo;
  }
  return at >= Number(end) ? 0 : fail("ENOMEM", `${hex(at)} is not mapped`);
}

/** Where the mappings end that are one with `first` for Linux. */
function runEnd(space: AddressSpace, first: Mapping): number {
  for (let last = first; ; ) {
    const next = space.overlapping(endOf(last), endOf(last) + 1)[0];
    if (next === undefined || !isOneWith(last, next)) return endOf(last);
    last = next;
  }
}

function mremap(call: SystemCall): SyscallResult {
  const result = remap(call);
  if (typeof result === "number") call.kernel.space.resize(result, result + Number(word(call, 2)));
  return result;
}

function remap(call: SystemCall): SyscallResult {
  const { space } = call.kernel;
  const address = word(call, 0);
  const flags = Number(word(call, 3) & 0xffffffffn);
  const moves = MREMAP.fixed | MREMAP.dontUnmap;
  if (flags & ~(MREMAP.mayMove | moves) || (flags & moves && !(flags & MREMAP.mayMove))) {
    return fail("EINVAL", `the flags ${hex(flags)} (${registerOf(call, 3)}) do not go together or are unknown`);
  }
  if (!isAligned(address)) return fail("EINVAL", `${hex(address)} (${registerOf(call, 0)}) is not a multiple of 4096`);
  const oldBytes = pageCeil(Number(word(call, 1)));
  const newBytes = pageCeil(Number(word(call, 2)));
  if (newBytes === 0) return fail("EINVAL", `the new size (${registerOf(call, 2)}) is 0`);
  const leaves = (flags & MREMAP.dontUnmap) !== 0;
  if (leaves && oldBytes !== newBytes) return fail("EINVAL", "MREMAP_DONTUNMAP wants one size");
  const start = Number(address);
  const mapping = space.overlapping(start, start + 1)[0];
  if (!mapping) return fail("EFAULT", `${hex(address)} (${registerOf(call, 0)}) is not mapped`);
  if (oldBytes === 0) return fail("EINVAL", `the old size (${registerOf(call, 1)}) is 0`);
  if (leaves && (mapping.file ?? mapping.source ?? mapping.shared) !== undefined)
    return fail("EINVAL", "Asmoscope leaves only private memory behind (MREMAP_DONTUNMAP)");
  if (flags & MREMAP.fixed) {
    const target = moveTo(call, mapping, start, oldBytes, newBytes, word(call, 4));
    return leaves ? leaveBehind(call, mapping, start, oldBytes, target) : target;
  }
  if (leaves) {
    const gap = space.findGap(newBytes);
    if (gap === undefined) return fail("ENOMEM", `no free range of ${newBytes} bytes is left`);
    return leaveBehind(call, mapping, start, oldBytes, moveMapping(call, mapping, start, oldBytes, newBytes, gap));
  }
  if (newBytes < oldBytes) unmap(call, start + newBytes, oldBytes - newBytes);
  if (newBytes <= oldBytes) return start;
  const end = runEnd(space, mapping);
  if (start + oldBytes > end) return fail("EFAULT", "the old size reaches beyond the mapping");
  const grownBytes = newBytes - oldBytes;
  const tooMuch = mapProblem(call.kernel, grownBytes, mapping.file === undefined);
  if (tooMuch) return tooMuch;
  if (start + oldBytes === end && space.isFree(end, grownBytes)) {
    const { protection, purpose, name } = mapping;
    const file = continued(mapping, end);
    const sizes = { sizeBytes: grownBytes, requestedBytes: grownBytes };
    const grown = { start: end, ...sizes, protection, purpose, name, continues: true, ...file } as const;
    if (!space.map(grown)) return limitReached(space, grownBytes);
    fill(call, file.file ?? file.source, end, grownBytes);
    fitToFiles(call.kernel, space.overlapping(end, end + grownBytes));
    return start;
  }
  if (!(flags & MREMAP.mayMove))
    return fail("ENOMEM", "there is no room behind the mapping, and MREMAP_MAYMOVE is not set");
  const target = space.findGap(newBytes);
  return target === undefined
    ? fail("ENOMEM", `no free range of ${newBytes} bytes is left`)
    : moveMapping(call, mapping, start, oldBytes, newBytes, target);
}

/** MREMAP_DONTUNMAP: fresh pages where the moved ones were. @returns `target` */
function leaveBehind(
  { kernel: { space } }: SystemCall,
  { protection, purpose, name }: Mapping,
  start: number,
  sizeBytes: number,
  target: SyscallResult,
): SyscallResult {
  if (typeof target !== "number") return target;
  const isMapped = space.map({ start, sizeBytes, requestedBytes: sizeBytes, protection, purpose, name });
  return isMapped ? target : limitReached(space, sizeBytes);
}

function moveTo(
  call: SystemCall,
  mapping: Mapping,
  start: number,
  oldBytes: number,
  newBytes: number,
  address: bigint,
): SyscallResult {
  const { space } = call.kernel;
  const target = Number(address);
  if (!isAligned(address) || newBytes > space.limit || target > space.limit - newBytes) {
    return fail("EINVAL", `${hex(address)} (${registerOf(call, 4)}) cannot be the new address`);
  }
  if (start + oldBytes > target && target + newBytes > start) return fail("EINVAL", "old and new range overlap");
  if (target < LOWEST_ADDRESS) return fail("EPERM", "the lowest 64 KiB cannot be mapped");
  return moveMapping(call, mapping, start, oldBytes, newBytes, target);
}

/** Puts a file's bytes into fresh pages of it. */
function fill(call: SystemCall, file: Mapping["file"], start: number, sizeBytes: number): void {
  const { files, memory } = call.kernel;
  if (file) memory.poke(start, files.read(files.node(file.node), file.offset, sizeBytes));
}

/** Maps the new place, copies what the pages hold, removes the old one. */
function moveMapping(
  call: SystemCall,
  mapping: Mapping,
  start: number,
  oldBytes: number,
  newBytes: number,
  target: number,
): SyscallResult {
  const { space } = call.kernel;
  const { memory } = space;
  const copyBytes = Math.min(oldBytes, newBytes);
  const contents = memory.peek(start, copyBytes);
  const shadow = memory.shadowOf(start, copyBytes);
  const { protection, purpose, name } = mapping;
  const file = continued(mapping, start);
  // What was copied ends where it ended before, until the new size is known to the byte.
  const askedBytes = mapping.start + mapping.requestedBytes - start;
  const requestedBytes = askedBytes < copyBytes ? Math.max(0, askedBytes) : newBytes;
  const placed = { start: target, sizeBytes: newBytes, requestedBytes, protection, purpose, name, ...file };
  storeSharedRange(call.kernel, start, start + oldBytes);
  storeSharedRange(call.kernel, target, target + newBytes);
  if (!space.map(placed)) return limitReached(space, newBytes);
  fill(call, file.file ?? file.source, target, newBytes);
  memory.poke(target, contents);
  for (let at = 0; at < shadow.length; ) {
    let end = at + 1;
    while (end < shadow.length && shadow[end] === shadow[at]) end++;
    memory.setShadow(target + at, end - at, shadow[at]!);
    at = end;
  }
  fitToFiles(call.kernel, space.overlapping(target, target + newBytes));
  space.unmap(start, oldBytes);
  return target;
}

/** Checks a range as madvise, msync and mlock do; they have nothing else to do here. */
function wholeRange(call: SystemCall): SyscallResult {
  const address = word(call, 0);
  if (!isAligned(address)) return fail("EINVAL", `${hex(address)} (${registerOf(call, 0)}) is not a multiple of 4096`);
  const start = Number(address);
  const end = start + pageCeil(Number(word(call, 1)));
  let at = start;
  for (const mapping of call.kernel.space.overlapping(start, end)) {
    if (mapping.start > at) break;
    at = endOf(mapping);
  }
  return at >= end ? 0 : fail("ENOMEM", `${hex(at)} is not mapped`);
}

/** msync: a shared mapping's bytes into its file, and that to the host. */
function synchronise(call: SystemCall): SyscallResult {
  const flags = int(call, 2);
  if (flags & ~MSYNC.known || (flags & MSYNC.async && flags & MSYNC.sync))
    return fail(
      "EINVAL",
      `the flags 0x${flags.toString(16)} (${registerOf(call, 2)}) are unknown or do not go together`,
    );
  const checked = wholeRange(call);
  if (checked !== 0) return checked;
  const start = Number(word(call, 0));
  const end = start + pageCeil(Number(word(call, 1)));
  storeSharedRange(call.kernel, start, end);
  const { files, space } = call.kernel;
  for (const { file } of space.overlapping(start, end)) if (file) files.flush(files.node(file.node));
  return 0;
}

/** A byte a page: all that is mapped is in memory. */
function mincore(call: SystemCall): SyscallResult {
  const checked = wholeRange(call);
  if (checked !== 0) return checked;
  const pages = new Uint8Array(pageCeil(Number(word(call, 1))) / 4096).fill(1);
  return call.kernel.user.write(word(call, 2), pages) ? 0 : badBuffer(call, 2, pages.length, "write");
}

const MSYNC = { async: 1, sync: 4, known: 7 };
const MADV_DONTNEED = 4;
/** MADV_NORMAL to MADV_DONTNEED, MADV_FREE to MADV_COLLAPSE. */
const isAdvice = (advice: number): boolean => (advice >= 0 && advice <= 4) || (advice >= 8 && advice <= 25);

function madvise(call: SystemCall): SyscallResult {
  if (!isAdvice(int(call, 2))) return fail("EINVAL", `${int(call, 2)} (${registerOf(call, 2)}) is no advice`);
  const checked = wholeRange(call);
  if (checked !== 0 || int(call, 2) !== MADV_DONTNEED) return checked;
  const start = Number(word(call, 0));
  const end = start + pageCeil(Number(word(call, 1)));
  for (const mapping of call.kernel.space.overlapping(start, end)) {
    if (mapping.file) {
      storeSharedRange(call.kernel, mapping.start, endOf(mapping));
      continue;
    }
    if (mapping.purpose === "segment" || mapping.shared) continue;
    const { source } = mapping;
    const from = Math.max(start, mapping.start);
    const sizeBytes = Math.min(end, endOf(mapping)) - from;
    // Fresh pages: what glibc does to a whole stack of 8 MiB when a thread ends.
    if (!source && mapping.purpose === "mmap") {
      call.kernel.memory.map(from, sizeBytes, mapping.protection);
      continue;
    }
    const bytes = new Uint8Array(sizeBytes);
    if (source) {
      const { files } = call.kernel;
      bytes.set(files.read(files.node(source.node), source.offset + from - mapping.start, bytes.length));
    }
    call.kernel.memory.poke(from, bytes);
    call.kernel.emit({ kind: "kernel-write", address: from, sizeBytes: bytes.length });
  }
  return 0;
}

/** mlock takes any address, rounded down to its page. */
function mlock(call: SystemCall): SyscallResult {
  const start = pageFloor(Number(word(call, 0)));
  const rounded = { ...call, args: [BigInt(start), word(call, 1) + word(call, 0) - BigInt(start)] };
  return wholeRange(rounded);
}

export const memoryCalls = {
  brk,
  remap_file_pages: () =>
    fail("EINVAL", "only pages of shared mappings can be moved, and not here: mmap puts them anywhere"),
  mmap,
  mmap2,
  munmap,
  mprotect,
  mremap,
  madvise,
  msync: synchronise,
  mincore,
  mlock,
  mlock2: mlock,
  munlock: mlock,
  munlockall: () => 0,
} satisfies SyscallFunctions;
