// System V shared memory: segments are files without a name, attaching one is mapping it.
// Source: the kernel's ipc/shm.c; shmget(2), shmop(2), shmctl(2).

import { PAGE_BYTES, PROT } from "../mem/layout.ts";
import { describe, giveInfo, IPC, IPC_64, lookUp, modeAt, newObject, noSuch, type Segment, secondsNow } from "./ipc.ts";
import { isMapped, storeShared, storeSharedRange } from "./shared-mappings.ts";
import {
  type Failure,
  fail,
  int,
  isFailure,
  type KernelParts,
  longBytes,
  registerOf,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";

const SHM = { readOnly: 0o10000, round: 0o20000, remap: 0o40000, execute: 0o100000, dest: 0o1000 } as const;
const SEGMENT_LIMIT_BYTES = 2 ** 28;
const pageCeil = (bytes: number): number => Math.ceil(bytes / PAGE_BYTES) * PAGE_BYTES;

const segmentOf = ({ processes }: KernelParts, id: number): Segment | undefined =>
  processes.ipc.segments.find((one) => one.id === id);

function put({ processes }: KernelParts, id: number, values: Partial<Segment>): void {
  const { ipc } = processes;
  const segments = ipc.segments.map((one) => (one.id === id ? { ...one, ...values } : one));
  processes.ipc = { ...ipc, segments };
}

/** How often a segment is attached, in all processes. */
function attachments({ processes }: KernelParts, { node }: Segment): number {
  let count = 0;
  for (const { id, owner, ending, program } of processes.list)
    if (id === owner && ending === undefined)
      count += program.space.mappings.filter(
        ({ file, start }) => file?.node === node && start >= 0 && file.offset === 0,
      ).length;
  return count;
}

/** A removed segment goes when nobody has it any more. */
function forgetUnused(kernel: KernelParts, segment: Segment): void {
  const node = kernel.files.node(segment.node);
  if (!segment.isRemoved || isMapped(kernel, node)) return;
  const { ipc } = kernel.processes;
  kernel.processes.ipc = { ...ipc, segments: ipc.segments.filter(({ id }) => id !== segment.id) };
  kernel.files.forget(node);
}

function shmget(call: SystemCall): SyscallResult {
  const { kernel } = call;
  const { processes, files, clock } = kernel;
  const [key, size, flags] = [int(call, 0), Number(word(call, 1)), int(call, 2)];
  const found = lookUp(
    processes.ipc.segments.filter(({ isRemoved }) => !isRemoved),
    key,
    flags,
  );
  if (isFailure(found)) return found;
  if (found !== "new")
    return size > found.sizeBytes ? fail("EINVAL", `the segment has ${found.sizeBytes} bytes only`) : found.id;
  if (size === 0) return fail("EINVAL", `the size (${registerOf(call, 1)}) is 0`);
  if (size > SEGMENT_LIMIT_BYTES) return fail("ENOMEM", "the segment would be larger than what files may hold here");
  const node = files.createUnnamed("file", 0o600, clock.realtimeNs());
  if (files.resize(node, pageCeil(size), clock.realtimeNs()) !== undefined) {
    files.forget(node);
    return fail("ENOMEM", "the guest's files have reached their limit");
  }
  // Linked, as it were: it stays while nobody has it open or mapped.
  node.links = 1;
  const made: Segment = {
    ...newObject(kernel, key, flags),
    ...{ node: node.id, sizeBytes: size, attached: 0n, detached: 0n, lastBy: 0, isRemoved: false },
  };
  processes.ipc = { ...processes.ipc, nextId: made.id + 1, segments: [...processes.ipc.segments, made] };
  return made.id;
}

/** Where a segment is to be put. */
function placeFor(call: SystemCall, sizeBytes: number, flags: number): number | Failure {
  const { space } = call.kernel;
  const wanted = word(call, 1);
  if (wanted === 0n) return space.findGap(sizeBytes) ?? fail("ENOMEM", `no free range of ${sizeBytes} bytes is left`);
  const rest = wanted % BigInt(PAGE_BYTES);
  if (rest !== 0n && !(flags & SHM.round)) return fail("EINVAL", "the address is not a multiple of 4096");
  const start = Number(wanted - rest);
  if (start + sizeBytes > space.limit || start < 0x10000) return fail("EINVAL", "the address is not one of programs");
  if (!(flags & SHM.remap) && space.overlapping(start, start + sizeBytes).length > 0)
    return fail("EINVAL", "something is mapped there already, and SHM_REMAP is not set");
  return start;
}

export function shmat(call: SystemCall): SyscallResult {
  const { kernel } = call;
  const { space, files } = kernel;
  const segment = segmentOf(kernel, int(call, 0));
  if (!segment) return noSuch(int(call, 0));
  const flags = uint(call, 2);
  const sizeBytes = pageCeil(segment.sizeBytes);
  const start = placeFor(call, sizeBytes, flags);
  if (typeof start !== "number") return start;
  const node = files.node(segment.node);
  storeSharedRange(kernel, start, start + sizeBytes);
  storeShared(kernel, node);
  const protection = PROT.read | (flags & SHM.readOnly ? 0 : PROT.write) | (flags & SHM.execute ? PROT.exec : 0);
  const made = space.map({
    ...{ start, sizeBytes, requestedBytes: sizeBytes, protection, purpose: "mmap", name: `segment ${segment.id}` },
    file: { node: node.id, offset: 0 },
  });
  if (!made) return fail("ENOMEM", "the program's memory has reached its limit");
  space.memory.poke(start, files.read(node, 0, sizeBytes));
  put(kernel, segment.id, { attached: secondsNow(kernel), lastBy: kernel.processes.current.owner });
  return start;
}

export function shmdt(call: SystemCall): SyscallResult {
  const { kernel } = call;
  const { space } = kernel;
  const start = Number(word(call, 0));
  const mapping = space.overlapping(start, start + 1).find((one) => one.start === start);
  const segment = kernel.processes.ipc.segments.find(({ node }) => node === mapping?.file?.node);
  if (!mapping || !segment) return fail("EINVAL", "no segment is attached at this address");
  storeSharedRange(kernel, start, start + mapping.sizeBytes);
  // Parts of it that were moved or cut off stay with what they have become.
  space.unmap(start, Math.min(mapping.sizeBytes, pageCeil(segment.sizeBytes)));
  put(kernel, segment.id, { detached: secondsNow(kernel), lastBy: kernel.processes.current.owner });
  forgetUnused(kernel, segment);
  return 0;
}

export function shmctl(call: SystemCall): SyscallResult {
  const { kernel } = call;
  const command = int(call, 1) & ~IPC_64;
  if (command === IPC.info) {
    const most = longBytes(call) === 8 ? 2n ** 64n - 2n ** 24n - 1n : 0x7fffffffn;
    return giveInfo(call, 2, [most, 1n, 4096n, 4096n, most], longBytes(call), kernel.processes.ipc.segments);
  }
  const segment = segmentOf(kernel, int(call, 0));
  if (!segment) return noSuch(int(call, 0));
  if (command === IPC.remove) {
    kernel.files.node(segment.node).links = 0;
    put(kernel, segment.id, { isRemoved: true, key: IPC.private });
    forgetUnused(kernel, { ...segment, isRemoved: true });
    return 0;
  }
  if (command === IPC.set) {
    const mode = modeAt(call, 2);
    if (isFailure(mode)) return mode;
    put(kernel, segment.id, { mode, changed: secondsNow(kernel) });
    return 0;
  }
  if (command !== IPC.stat) return fail("EINVAL", `${command} is no command for shared memory that is known here`);
  const shown = segment.isRemoved ? { ...segment, mode: segment.mode | SHM.dest } : segment;
  const fields = [
    [segment.sizeBytes, 48, 8, 36, 4],
    [segment.attached, 56, 8, 40, 4],
    [segment.detached, 64, 8, 48, 4],
    [segment.changed, 72, 8, 56, 4],
    [segment.creator, 80, 4, 64, 4],
    [segment.lastBy, 84, 4, 68, 4],
    [attachments(kernel, segment), 88, 8, 72, 4],
  ] as const;
  return describe(call, 2, shown, fields, [112, 84]);
}

export const segmentCalls = { shmget, shmat, shmdt, shmctl } satisfies SyscallFunctions;
