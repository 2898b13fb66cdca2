// What processes share by number, System V's way: memory, semaphores and queues of messages. They stay until they are removed,
// whoever made them. Plain values that are replaced when they change, so that a checkpoint keeps them by keeping the whole.
// Source: svipc(7), ipc(2).

import { USER_ID } from "./process-stack.ts";
import { badBuffer, type Failure, fail, type KernelParts, longBytes, type SystemCall, word } from "./syscall.ts";
import { storeWord } from "./user-memory.ts";

/** IPC_*. */
export const IPC = {
  private: 0,
  create: 0o1000,
  exclusive: 0o2000,
  noWait: 0o4000,
  remove: 0,
  set: 1,
  stat: 2,
  info: 3,
} as const;
/** i386's newer form of a command; x86-64 has no other. */
export const IPC_64 = 0x100;

/** What all kinds have. */
export interface IpcObject {
  readonly id: number;
  readonly key: number;
  readonly mode: number;
  /** Process that made it. */
  readonly creator: number;
  /** Seconds since 1970 of making it or of IPC_SET. */
  readonly changed: bigint;
}

export interface Segment extends IpcObject {
  readonly node: number;
  readonly sizeBytes: number;
  readonly attached: bigint;
  readonly detached: bigint;
  /** Process that attached or detached it last. */
  readonly lastBy: number;
  /** Goes as soon as nobody has it attached. */
  readonly isRemoved: boolean;
}

export interface SemaphoreSet extends IpcObject {
  readonly values: readonly number[];
  /** Process that changed each last. */
  readonly lastBy: readonly number[];
  readonly operated: bigint;
  /** What is added at the end of a process, by its number. */
  readonly undo: ReadonlyMap<number, readonly number[]>;
}

export interface Queue extends IpcObject {
  readonly messages: readonly { readonly type: bigint; readonly bytes: Uint8Array }[];
  readonly capacityBytes: number;
  readonly sent: bigint;
  readonly received: bigint;
  readonly lastSender: number;
  readonly lastReceiver: number;
}

/** A POSIX message queue; without a name once it was unlinked. */
export interface PosixQueue {
  readonly id: number;
  readonly name: string;
  /** By priority, then by age. */
  readonly messages: readonly { readonly priority: bigint; readonly bytes: Uint8Array }[];
  readonly most: number;
  readonly bytes: number;
  readonly notify: { readonly process: number; readonly signal: number; readonly value: bigint } | undefined;
}

export interface IpcState {
  readonly nextId: number;
  readonly segments: readonly Segment[];
  readonly semaphores: readonly SemaphoreSet[];
  readonly queues: readonly Queue[];
  readonly named: readonly PosixQueue[];
}

export const noIpc: IpcState = { nextId: 1, segments: [], semaphores: [], queues: [], named: [] };

export const secondsNow = ({ clock }: KernelParts): bigint => clock.realtimeNs() / 1_000_000_000n;

/** The one with `key`; "new" when it is to be made; or why it is neither. */
export function lookUp<T extends IpcObject>(objects: readonly T[], key: number, flags: number): T | "new" | Failure {
  if (key === IPC.private) return "new";
  const found = objects.find((one) => one.key === key);
  if (!found)
    return flags & IPC.create
      ? "new"
      : fail("ENOENT", `nobody has made one with the key 0x${(key >>> 0).toString(16)}`);
  return flags & IPC.create && flags & IPC.exclusive ? fail("EEXIST", "there is one with this key already") : found;
}

/** The part that all kinds begin with. */
export const newObject = (kernel: KernelParts, key: number, flags: number): IpcObject => ({
  ...{ id: kernel.processes.ipc.nextId, key, mode: flags & 0o777 },
  creator: kernel.processes.current.owner,
  changed: secondsNow(kernel),
});

export const noSuch = (id: number): Failure => fail("EINVAL", `there is none with the number ${id}`);

/** A queue without a name goes with its last descriptor. */
export function forgetQueue({ processes }: KernelParts, id: number): void {
  const { ipc } = processes;
  processes.ipc = { ...ipc, named: ipc.named.filter((one) => one.id !== id || one.name !== "") };
}

/** Where the fields of the descriptions stand: [offset, bytes] in 64 and in 32 bits; times are followed by their high half there. */
export type Fields = readonly (readonly [
  value: bigint | number,
  at64: number,
  bytes64: number,
  at32: number,
  bytes32: number,
])[];

/** struct ipc64_perm. */
const permissions = ({ key, mode }: IpcObject): Fields => [
  [key >>> 0, 0, 4, 0, 4],
  [USER_ID, 4, 4, 4, 4],
  [USER_ID, 8, 4, 8, 4],
  [USER_ID, 12, 4, 12, 4],
  [USER_ID, 16, 4, 16, 4],
  [mode, 20, 4, 20, 2],
];

/** Writes a description (IPC_STAT) to where argument `index` points. */
export function describe(
  call: SystemCall,
  index: number,
  object: IpcObject,
  own: Fields,
  sizes: readonly [number, number],
): 0 | Failure {
  const wide = longBytes(call) === 8;
  const bytes = new Uint8Array(sizes[wide ? 0 : 1]);
  for (const [value, at64, bytes64, at32, bytes32] of [...permissions(object), ...own])
    storeWord(bytes, wide ? at64 : at32, wide ? bytes64 : bytes32, BigInt(value));
  return call.kernel.user.write(word(call, index), bytes) ? 0 : badBuffer(call, index, bytes.length, "write");
}

/** Writes numbers, of `bytes` bytes each, to where argument `index` points. @returns the last index in use, which is what the kernel's answer is. */
export function giveInfo(
  call: SystemCall,
  index: number,
  values: readonly bigint[],
  bytes: 4 | 8,
  objects: readonly IpcObject[],
): number | Failure {
  const block = new Uint8Array(values.length * bytes);
  for (const [k, value] of values.entries()) storeWord(block, k * bytes, bytes, BigInt.asUintN(8 * bytes, value));
  if (!call.kernel.user.write(word(call, index), block)) return badBuffer(call, index, block.length, "write");
  return Math.max(0, objects.length - 1);
}

/** The mode that IPC_SET's structure asks for. */
export function modeAt(call: SystemCall, index: number): number | Failure {
  const mode = call.kernel.user.readWord(word(call, index) + 20n, 2);
  return mode === undefined ? badBuffer(call, index, 24, "read") : Number(mode) & 0o777;
}
