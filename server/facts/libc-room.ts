// Functions of libc that are told the room of a buffer: where the buffer and the factors of its size stand among the
// arguments. With _FORTIFY_SOURCE glibc ends a program that gives them more than there is, however much is written.
// Source: man pages of section 3, feature_test_macros(7).

import type { LibcName } from "./libc.ts";

export interface RoomArguments {
  readonly buffer: number;
  /** Their product is the size. */
  readonly factors: readonly number[];
  /** Who writes: of what the kernel does the system call itself is judged at run time. */
  readonly by: "libc" | "the kernel";
}

const first: RoomArguments = { buffer: 0, factors: [1], by: "libc" };
const second: RoomArguments = { buffer: 1, factors: [2], by: "libc" };
const elements: RoomArguments = { buffer: 0, factors: [1, 2], by: "libc" };
const kernelFirst: RoomArguments = { ...first, by: "the kernel" };
const kernelSecond: RoomArguments = { ...second, by: "the kernel" };

export const roomArguments: Readonly<Partial<Record<LibcName, RoomArguments>>> = {
  fgets: first,
  fgets_unlocked: first,
  fread: elements,
  fread_unlocked: elements,
  snprintf: first,
  vsnprintf: first,
  strftime: first,
  gethostname: first,
  strerror_r: second,
  __xpg_strerror_r: second,
  read: kernelSecond,
  pread: kernelSecond,
  recv: kernelSecond,
  recvfrom: kernelSecond,
  readlink: kernelSecond,
  getrandom: kernelFirst,
  getcwd: kernelFirst,
};

const printed = "writes as long a text as it makes: snprintf stops at the size that it is told.";
const scanned =
  "stores as much as a conversion takes: 8 bytes for `%ld`, a whole word for `%s` where no width limits it (`%7s` for 8 bytes).";

/** What keeps those within their buffers that are not told the room, where more room is no cure: a sentence behind the name. */
export const withoutRoom: Readonly<Partial<Record<LibcName, string>>> = {
  gets: "cannot be told how much room there is: fgets can.",
  sprintf: printed,
  vsprintf: printed,
  scanf: scanned,
  fscanf: scanned,
  sscanf: scanned,
};
