// The stat family: what a file is, in the structure that each ABI and call has.
// Source: arch/x86/include/uapi/asm/stat.h; stat(2).

import type { OpenFile } from "./descriptors.ts";
import type { FileNode, LastLink } from "./files.ts";
import { fileOf, nodeOf } from "./open-file.ts";
import { AT_FDCWD } from "./open-flags.ts";
import { USER_ID } from "./process-stack.ts";
import {
  badBuffer,
  fail,
  int,
  isFailure,
  pathArgument,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { existing, openDescriptorOf } from "./syscall-file.ts";

const AT_SYMLINK_NOFOLLOW = 0x100;
const AT_EMPTY_PATH = 0x1000;
// biome-ignore format: one line
const TYPE_BITS = { file: 0o100000, directory: 0o40000, device: 0o20000, pipe: 0o10000, link: 0o120000, socket: 0o140000 } as const;
const PIPE_BITS = 0o10000;
const DEVICE_NUMBERS = { null: 0x103, zero: 0x105, full: 0x107, random: 0x108, terminal: 0x8800 } as const;

type Field =
  | "one"
  | "inode"
  | "links"
  | "mode"
  | "owner"
  | "device"
  | "size"
  | "block"
  | "blocks"
  | "accessSeconds"
  | "accessNanoseconds"
  | "seconds"
  | "nanoseconds";
type Description = Readonly<Record<Field, bigint>>;

interface Form {
  readonly bytes: number;
  /** [offset, bytes, what] */
  readonly fields: readonly (readonly [number, number, Field])[];
}

// biome-ignore format: a few fields a line
const forms = {
  x86_64: {
    bytes: 144,
    fields: [
      [0, 8, "one"], [8, 8, "inode"], [16, 8, "links"], [24, 4, "mode"], [28, 4, "owner"], [32, 4, "owner"], [40, 8, "device"],
      [48, 8, "size"], [56, 8, "block"], [64, 8, "blocks"], [72, 8, "accessSeconds"], [80, 8, "accessNanoseconds"], [88, 8, "seconds"],
      [96, 8, "nanoseconds"], [104, 8, "seconds"], [112, 8, "nanoseconds"],
    ],
  },
  stat: {
    bytes: 64,
    fields: [
      [0, 4, "one"], [4, 4, "inode"], [8, 2, "mode"], [10, 2, "links"], [12, 2, "owner"], [14, 2, "owner"], [16, 4, "device"],
      [20, 4, "size"], [24, 4, "block"], [28, 4, "blocks"], [32, 4, "accessSeconds"], [36, 4, "accessNanoseconds"], [40, 4, "seconds"],
      [44, 4, "nanoseconds"], [48, 4, "seconds"], [52, 4, "nanoseconds"],
    ],
  },
  stat64: {
    bytes: 96,
    fields: [
      [0, 8, "one"], [12, 4, "inode"], [16, 4, "mode"], [20, 4, "links"], [24, 4, "owner"], [28, 4, "owner"], [32, 8, "device"],
      [44, 8, "size"], [52, 4, "block"], [56, 8, "blocks"], [64, 4, "accessSeconds"], [68, 4, "accessNanoseconds"], [72, 4, "seconds"],
      [76, 4, "nanoseconds"], [80, 4, "seconds"], [84, 4, "nanoseconds"], [88, 8, "inode"],
    ],
  },
} as const satisfies Record<string, Form>;

type FormName = "stat" | "stat64";

function describe(values: {
  inode: number;
  mode: number;
  links: number;
  device: number;
  size: number;
  block: number;
  accessedNs: bigint;
  timeNs: bigint;
}): Description {
  return {
    one: 1n,
    inode: BigInt(values.inode),
    links: BigInt(values.links),
    mode: BigInt(values.mode),
    owner: BigInt(USER_ID),
    device: BigInt(values.device),
    size: BigInt(values.size),
    block: BigInt(values.block),
    blocks: BigInt(Math.ceil(values.size / 512)),
    accessSeconds: values.accessedNs / 1_000_000_000n,
    accessNanoseconds: values.accessedNs % 1_000_000_000n,
    seconds: values.timeNs / 1_000_000_000n,
    nanoseconds: values.timeNs % 1_000_000_000n,
  };
}

const describeNode = (node: FileNode): Description =>
  describe({
    inode: node.id,
    mode: TYPE_BITS[node.kind] | node.mode,
    links: node.links,
    device: node.device ? DEVICE_NUMBERS[node.device] : 0,
    size: node.kind === "directory" ? 4096 : node.sizeBytes,
    block: 4096,
    accessedNs: node.accessedNs,
    timeNs: node.modifiedNs,
  });

function describeFile(call: SystemCall, file: OpenFile): Description {
  const node = nodeOf(call, file);
  if (node) return describeNode(node);
  const terminal = file.kind === "terminal";
  if (file.kind === "socket")
    return { ...describeNode(call.kernel.files.node(file.node)), mode: BigInt(TYPE_BITS.socket | 0o777), size: 0n };
  return describe({
    inode: file.stream + 2,
    mode: terminal ? TYPE_BITS.device | 0o620 : PIPE_BITS | 0o600,
    links: 1,
    device: terminal ? DEVICE_NUMBERS.terminal : 0,
    size: 0,
    block: terminal ? 1024 : 4096,
    accessedNs: call.kernel.clock.realtimeNs(),
    timeNs: call.kernel.clock.realtimeNs(),
  });
}

function answer(call: SystemCall, index: number, name: FormName, about: Description): SyscallResult {
  const form: Form = call.abi === "x86_64" ? forms.x86_64 : forms[name];
  const bytes = new Uint8Array(form.bytes);
  for (const [offset, count, field] of form.fields) {
    for (let k = 0; k < count; k++) bytes[offset + k] = Number((about[field] >> BigInt(8 * k)) & 255n);
  }
  return call.kernel.user.write(word(call, index), bytes) ? 0 : badBuffer(call, index, bytes.length, "write");
}

const ofPath =
  (name: FormName, last: LastLink = "follow") =>
  (call: SystemCall): SyscallResult => {
    const open = last === "follow" ? openDescriptorOf(call, 0) : undefined;
    if (open) return answer(call, 1, name, describeFile(call, open));
    const place = existing(call, 0, undefined, last);
    return isFailure(place) ? place : answer(call, 1, name, describeNode(place.node));
  };

const ofDescriptor =
  (name: FormName) =>
  (call: SystemCall): SyscallResult => {
    const file = fileOf(call, 0);
    return isFailure(file) ? file : answer(call, 1, name, describeFile(call, file));
  };

/** AT_SYMLINK_NOFOLLOW, AT_NO_AUTOMOUNT, AT_EMPTY_PATH and how fresh statx wants it. */
const KNOWN_FLAGS = 0x7900;

function ofDirectory(call: SystemCall): SyscallResult {
  if (uint(call, 3) & ~KNOWN_FLAGS) return fail("EINVAL", "the flags are unknown");
  if (uint(call, 3) & AT_EMPTY_PATH && pathArgument(call, 1) === "") {
    const file = int(call, 0) === AT_FDCWD ? undefined : fileOf(call, 0);
    if (isFailure(file)) return file;
    const here = call.kernel.files.node(call.kernel.process.directory);
    return answer(call, 2, "stat64", file ? describeFile(call, file) : describeNode(here));
  }
  const open = uint(call, 3) & AT_SYMLINK_NOFOLLOW ? undefined : openDescriptorOf(call, 1);
  if (open) return answer(call, 2, "stat64", describeFile(call, open));
  const place = existing(call, 1, 0, uint(call, 3) & AT_SYMLINK_NOFOLLOW ? "keep" : "follow");
  return isFailure(place) ? place : answer(call, 2, "stat64", describeNode(place.node));
}

const STATX_BASIC = 0x7ffn;

/** struct statx: the mask, then what every other form has too. */
function statx(call: SystemCall): SyscallResult {
  const flags = uint(call, 2);
  let about: Description;
  if (flags & ~KNOWN_FLAGS) return fail("EINVAL", "the flags are unknown");
  if (flags & AT_EMPTY_PATH && call.kernel.user.text(word(call, 1), 2) === "") {
    const file = int(call, 0) === AT_FDCWD ? undefined : fileOf(call, 0);
    if (isFailure(file)) return file;
    about = file ? describeFile(call, file) : describeNode(call.kernel.files.node(call.kernel.process.directory));
  } else {
    const place = existing(call, 1, 0, flags & AT_SYMLINK_NOFOLLOW ? "keep" : "follow");
    if (isFailure(place)) return place;
    about = describeNode(place.node);
  }
  const bytes = new Uint8Array(256);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Number(STATX_BASIC), true);
  view.setUint32(4, Number(about.block), true);
  view.setUint32(16, Number(about.links), true);
  view.setUint32(20, Number(about.owner), true);
  view.setUint32(24, Number(about.owner), true);
  view.setUint16(28, Number(about.mode), true);
  view.setBigUint64(32, about.inode, true);
  view.setBigUint64(40, about.size, true);
  view.setBigUint64(48, about.blocks, true);
  for (const at of [64, 80, 96, 112]) {
    const isAccess = at === 64;
    if (at === 80) continue;
    view.setBigInt64(at, isAccess ? about.accessSeconds : about.seconds, true);
    view.setUint32(at + 8, Number(isAccess ? about.accessNanoseconds : about.nanoseconds), true);
  }
  view.setUint32(128, Number(about.device >> 8n), true);
  view.setUint32(132, Number(about.device & 255n), true);
  view.setUint32(140, 1, true);
  return call.kernel.user.write(word(call, 4), bytes) ? 0 : badBuffer(call, 4, bytes.length, "write");
}

export const statCalls = {
  stat: ofPath("stat"),
  lstat: ofPath("stat", "keep"),
  stat64: ofPath("stat64"),
  lstat64: ofPath("stat64", "keep"),
  fstat: ofDescriptor("stat"),
  fstat64: ofDescriptor("stat64"),
  newfstatat: ofDirectory,
  fstatat64: ofDirectory,
  statx,
} satisfies SyscallFunctions;
