// The process's surroundings under their C names: environment, current directory, directories, what stat tells, clocks with
// fractions of a second, waiting for descriptors, signal sets and sigaction. Structures are laid out as glibc's are in the
// program's own ABI.
// Source: POSIX.1-2017; the man pages of sections 2 and 3; glibc 2.36's bits/ headers for i386 and x86-64.

import { signals } from "../../server/facts/signals.ts";
import { GPR } from "../cpu/state.ts";
import { SA } from "../os/signal-state.ts";
import { restorerOf } from "../os/signals.ts";
import { type LibcCall, type LibcFunctions, type LibcResult, longOf } from "./call.ts";
import { bytesOf, latin1 } from "./program-memory.ts";
import { AREA, ENVIRONMENT_BYTES } from "./state.ts";
import { cResult, own, systemCall } from "./system-call.ts";

// ---- environment: the kernel's array until the first change, then one in libc's own mapping

/** Pointers first, texts behind them. */
const POINTERS = 96;
const TEXTS_AT = 8 * POINTERS;

const environmentAt = (call: LibcCall): number => call.libc.base + AREA.environment;

export function environmentPointers(call: LibcCall): bigint[] {
  const pointers: bigint[] = [];
  const long = longOf(call);
  for (let at = call.libc.get("environment"); at !== 0 && pointers.length < 10_000; at += long) {
    const pointer = call.libc.memory.load(at, long);
    if (pointer === 0n) break;
    pointers.push(pointer);
  }
  return pointers;
}

const nameAt = (call: LibcCall, pointer: bigint): string => latin1(call.program.string(pointer)).split("=", 1)[0] ?? "";

/** @returns false when the array is full. */
function storeEnvironment(call: LibcCall, pointers: readonly bigint[]): boolean {
  if (pointers.length >= POINTERS) return false;
  const long = longOf(call);
  [...pointers, 0n].forEach((pointer, k) => {
    call.libc.memory.store(environmentAt(call) + k * long, long, pointer);
  });
  call.libc.set("environment", environmentAt(call));
  for (const name of ["environ", "__environ"]) {
    const variable = call.libc.objects.get(name);
    if (variable !== undefined) call.libc.memory.store(variable, long, BigInt(environmentAt(call)));
  }
  return true;
}

/** Puts `pointer`, which is NAME=value, in the place of the variable of that name, or at the end. */
function enterVariable(call: LibcCall, pointer: bigint, name: string): LibcResult {
  const pointers = environmentPointers(call);
  const at = pointers.findIndex((one) => nameAt(call, one) === name);
  if (at < 0) pointers.push(pointer);
  else pointers[at] = pointer;
  if (storeEnvironment(call, pointers)) return 0;
  call.libc.setErrno("ENOMEM");
  return -1;
}

function dropVariable(call: LibcCall, name: string): LibcResult {
  storeEnvironment(
    call,
    environmentPointers(call).filter((one) => nameAt(call, one) !== name),
  );
  return 0;
}

function invalidName(call: LibcCall, name: string): boolean {
  if (name !== "" && !name.includes("=")) return false;
  call.libc.setErrno("EINVAL");
  return true;
}

function setenv(call: LibcCall): LibcResult {
  const name = latin1(call.program.string(call.args.pointer()));
  const value = latin1(call.program.string(call.args.pointer()));
  const overwrite = call.args.int() !== 0;
  if (invalidName(call, name)) return -1;
  if (!overwrite && environmentPointers(call).some((one) => nameAt(call, one) === name)) return 0;
  const text = bytesOf(`${name}=${value}\0`);
  const used = call.libc.get("environmentUsed");
  if (TEXTS_AT + used + text.length > ENVIRONMENT_BYTES) {
    call.libc.setErrno("ENOMEM");
    return -1;
  }
  const at = environmentAt(call) + TEXTS_AT + used;
  call.libc.memory.poke(at, text);
  call.libc.set("environmentUsed", used + text.length);
  return enterVariable(call, BigInt(at), name);
}

function putenv(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const text = latin1(call.program.string(pointer));
  const name = text.split("=", 1)[0] ?? "";
  return text.includes("=") ? enterVariable(call, pointer, name) : dropVariable(call, name);
}

function unsetenv(call: LibcCall): LibcResult {
  const name = latin1(call.program.string(call.args.pointer()));
  return invalidName(call, name) ? -1 : dropVariable(call, name);
}

// ---- directories

/** NULL means a block from malloc; glibc takes the size given, or a page. */
function getcwd(call: LibcCall): LibcResult {
  const given = call.args.pointer();
  const size = call.args.unsignedLong();
  const bytes = size === 0n && given === 0n ? 4096n : size;
  if (size === 0n && given !== 0n) {
    call.libc.setErrno("EINVAL");
    return 0n;
  }
  const buffer = given === 0n ? BigInt(call.heap.allocate("getcwd", Number(bytes))) : given;
  const result = cResult(call.libc, systemCall(call.kernel, "getcwd", [buffer, bytes]));
  if (typeof result === "bigint" && result > 0n) return buffer;
  if (given === 0n && buffer !== 0n) call.heap.release("getcwd", Number(buffer));
  return 0n;
}

/** A DIR: descriptor, position and end in its buffer, d_off of the last entry given, the entry as a 32-bit program sees it, and the kernel's entries. */
const DIRECTORY = {
  fd: 0,
  position: 8,
  end: 16,
  place: 24,
  entry: 32,
  buffer: 320,
  bufferBytes: 2048,
  bytes: 2368,
} as const;
const OPEN_DIRECTORY = 0o2200000n;

function opendir(call: LibcCall): LibcResult {
  const path = call.args.pointer();
  call.program.string(path);
  const fd = cResult(call.libc, systemCall(call.kernel, "open", [path, OPEN_DIRECTORY, 0n]));
  if (typeof fd !== "bigint" || fd < 0n) return 0n;
  const block = call.heap.allocate("opendir", DIRECTORY.bytes, { zeroed: "zeroed" });
  if (block === 0) {
    systemCall(call.kernel, "close", [fd]);
    call.libc.setErrno("ENOMEM");
    return 0n;
  }
  call.libc.memory.store(block + DIRECTORY.fd, 8, fd);
  return BigInt(block);
}

function readdir(call: LibcCall): LibcResult {
  const { memory } = call.libc;
  const block = call.program.address(call.args.pointer());
  const field = (name: "fd" | "position" | "end") => Number(call.program.readWord(BigInt(block + DIRECTORY[name]), 8));
  const buffer = block + DIRECTORY.buffer;
  let position = field("position");
  if (position >= field("end")) {
    const args = [BigInt(field("fd")), BigInt(buffer), BigInt(DIRECTORY.bufferBytes)];
    const count = cResult(call.libc, systemCall(call.kernel, "getdents64", args));
    if (typeof count !== "bigint" || count <= 0n) return 0n;
    memory.store(block + DIRECTORY.end, 8, count);
    position = 0;
  }
  const from = buffer + position;
  const length = Number(memory.load(from + 16, 2));
  memory.store(block + DIRECTORY.position, 8, BigInt(position + length));
  memory.store(block + DIRECTORY.place, 8, memory.load(from + 8, 8));
  if (call.bits === 64) return BigInt(from);
  // 32 bits: number and offset have four bytes each.
  const entry = block + DIRECTORY.entry;
  memory.store(entry, 4, memory.load(from, 4));
  memory.store(entry + 4, 4, memory.load(from + 8, 4));
  memory.store(entry + 8, 2, BigInt(length - 8));
  memory.poke(entry + 10, memory.peek(from + 18, Math.min(length - 18, 270)));
  return BigInt(entry);
}

function goTo(call: LibcCall, directory: bigint, place: bigint): undefined {
  const block = call.program.address(directory);
  const fd = call.program.readWord(BigInt(block + DIRECTORY.fd), 8);
  systemCall(call.kernel, "lseek", [fd, place, 0n]);
  const { memory } = call.libc;
  for (const field of ["position", "end"] as const) memory.store(block + DIRECTORY[field], 8, 0n);
  memory.store(block + DIRECTORY.place, 8, place);
}

const rewinddir = (call: LibcCall): LibcResult => goTo(call, call.args.pointer(), 0n);

function seekdir(call: LibcCall): LibcResult {
  const directory = call.args.pointer();
  return goTo(call, directory, call.args.long());
}

const telldir = ({ args, program }: LibcCall): LibcResult =>
  program.readWord(args.pointer() + BigInt(DIRECTORY.place), 8);

const dirfd = ({ args, program }: LibcCall): LibcResult => program.readWord(args.pointer() + BigInt(DIRECTORY.fd), 8);

function closedir(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const fd = call.program.readWord(pointer + BigInt(DIRECTORY.fd), 8);
  const result = cResult(call.libc, systemCall(call.kernel, "close", [fd]));
  call.heap.release("closedir", call.program.address(pointer));
  return result;
}

// ---- stat: the kernel's structure is glibc's in 64 bits; in 32 bits glibc has one of its own

/** i386: where each field of 64-bit struct stat goes: from, to, bytes. */
const STAT_FIELDS = [
  [0, 0, 8],
  [8, 12, 4],
  [24, 16, 4],
  [16, 20, 4],
  [28, 24, 4],
  [32, 28, 4],
  [40, 32, 8],
  [48, 44, 4],
  [56, 48, 4],
  [64, 52, 4],
  [72, 56, 4],
  [80, 60, 4],
  [88, 64, 4],
  [96, 68, 4],
  [104, 72, 4],
  [112, 76, 4],
] as const;
const STAT_BYTES = { 32: 88, 64: 144 } as const;

export const statBy =
  (name: "stat" | "lstat" | "fstat" | "newfstatat") =>
  (call: LibcCall): LibcResult => {
    const isAt = name === "newfstatat";
    const subject = [call.args.unsignedLong(), ...(isAt ? [call.args.pointer()] : [])];
    const target = call.args.pointer();
    const flags = isAt ? [BigInt(call.args.unsigned())] : [];
    if (call.bits === 64) return cResult(call.libc, systemCall(call.kernel, name, [...subject, target, ...flags]));
    const scratch = call.libc.base + AREA.text;
    const result = cResult(call.libc, systemCall(call.kernel, name, [...subject, BigInt(scratch), ...flags]));
    if (result !== 0n) return result;
    const bytes = new Uint8Array(STAT_BYTES[32]);
    for (const [from, to, size] of STAT_FIELDS) bytes.set(call.libc.memory.peek(scratch + from, size), to);
    call.program.write(target, bytes);
    return 0;
  };

// ---- signals

/** glibc's struct sigaction: handler, mask of 128 bytes, flags, restorer. */
const actionLayout = (long: 4 | 8) => ({ mask: long, flags: long + 128 }) as const;
const SET_BYTES = 128;
const LAST_SIGNAL = 64;
const FIXED = [9, 19];

function sigaction(call: LibcCall): LibcResult {
  const number = call.args.int();
  const wanted = call.args.pointer();
  const old = call.args.pointer();
  if (number < 1 || number > LAST_SIGNAL || (wanted !== 0n && FIXED.includes(number))) {
    call.libc.setErrno("EINVAL");
    return -1;
  }
  const { actions } = call.kernel.signals;
  const long = longOf(call);
  const layout = actionLayout(long);
  const before = actions.get(number);
  if (wanted !== 0n) {
    const handler = call.program.readWord(wanted, long);
    const mask = call.program.readWord(wanted + BigInt(layout.mask), 8);
    const flags = Number(call.program.readWord(wanted + BigInt(layout.flags), 4));
    const restorer = restorerOf(call.kernel, { handler, flags, restorer: 0n, mask });
    actions.set(number, { handler, flags: flags | SA.restorer, restorer: restorer ?? 0n, mask });
  }
  if (old === 0n) return 0;
  call.program.writeWord(old, long, before?.handler ?? 0n);
  call.program.write(old + BigInt(layout.mask), new Uint8Array(SET_BYTES));
  call.program.writeWord(old + BigInt(layout.mask), 8, before?.mask ?? 0n);
  call.program.writeWord(old + BigInt(layout.flags), 4, BigInt((before?.flags ?? 0) & ~SA.restorer) & 0xffffffffn);
  return 0;
}

/** Changes one bit of a signal set. */
const changeSet =
  (change: (word: bigint, bit: bigint) => bigint) =>
  (call: LibcCall): LibcResult => {
    const set = call.args.pointer();
    const number = call.args.int();
    if (number < 1 || number > LAST_SIGNAL) {
      call.libc.setErrno("EINVAL");
      return -1;
    }
    call.program.writeWord(set, 8, change(call.program.readWord(set, 8), 1n << BigInt(number - 1)));
    return 0;
  };

function fillSet(call: LibcCall, byte: number): LibcResult {
  const set = call.args.pointer();
  call.program.fill(set, SET_BYTES, byte);
  return 0;
}

function sigismember(call: LibcCall): LibcResult {
  const word = call.program.readWord(call.args.pointer(), 8);
  const number = call.args.int();
  return number >= 1 && number <= LAST_SIGNAL ? Number((word >> BigInt(number - 1)) & 1n) : -1;
}

function sigprocmask(call: LibcCall): LibcResult {
  const args = [call.args.unsignedLong(), call.args.pointer(), call.args.pointer(), 8n];
  return cResult(call.libc, systemCall(call.kernel, "rt_sigprocmask", args));
}

// ---- quotients: structures are returned in registers (64 bits) or where a hidden first argument points (32 bits)

/** What idiv cannot do: it raises the division error, which the kernel makes a signal of. */
const DIVISION_ERROR = { kind: "signal", signal: "SIGFPE", number: signals.SIGFPE.number } as const;

const cannotDivide = (first: bigint, second: bigint, sizeBytes: 4 | 8): boolean =>
  second === 0n || (second === -1n && first === -(2n ** BigInt(8 * sizeBytes - 1)));

const divide =
  (type: "int" | "long" | "longLong") =>
  (call: LibcCall): LibcResult => {
    const { state } = call.kernel;
    if (call.bits === 64) {
      const take = () => (type === "int" ? BigInt(call.args.int()) : call.args.longLong());
      const first = take();
      const second = take();
      if (cannotDivide(first, second, type === "int" ? 4 : 8)) return DIVISION_ERROR;
      const [quotient, remainder] = [first / second, first % second];
      if (type === "int") return BigInt.asUintN(32, quotient) | BigInt.asUintN(64, remainder << 32n);
      state.setGpr(GPR.rdx, BigInt.asUintN(64, remainder));
      return quotient;
    }
    const size = type === "longLong" ? 8 : 4;
    const target = call.args.pointer();
    const take = () => (size === 8 ? call.args.longLong() : BigInt(call.args.int()));
    const first = take();
    const second = take();
    if (cannotDivide(first, second, size)) return DIVISION_ERROR;
    call.program.writeWord(target, size, BigInt.asUintN(8 * size, first / second));
    call.program.writeWord(target + BigInt(size), size, BigInt.asUintN(8 * size, first % second));
    // The callee takes the hidden argument off the stack: its slot becomes the return address.
    const stackPointer = Number(state.gpr(GPR.rsp));
    call.libc.memory.store(stackPointer + 4, 4, call.libc.memory.load(stackPointer, 4));
    state.setGpr(GPR.rsp, BigInt(stackPointer + 4));
    return target;
  };

/** glibc's rand_r: three steps of a linear congruential generator. */
function randR(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  let next = Number(call.program.readWord(pointer, 4));
  const step = (): number => {
    next = (Math.imul(next, 1103515245) + 12345) >>> 0;
    return next;
  };
  let result = Math.floor(step() / 65536) % 2048;
  for (let k = 0; k < 2; k++) result = (result << 10) ^ (Math.floor(step() / 65536) % 1024);
  call.program.writeWord(pointer, 4, BigInt(next));
  return result;
}

const SYSCONF: Readonly<Record<number, number>> = { 2: 100, 4: 1024, 30: 4096, 83: 1, 84: 1 };

function sysconf(call: LibcCall): LibcResult {
  const value = SYSCONF[call.args.int()];
  if (value === undefined) call.libc.setErrno("EINVAL");
  return BigInt(value ?? -1);
}

const HOST_NAME_AT = 65n;

/** uname's second text. */
function gethostname(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const size = Number(call.args.unsignedLong());
  const scratch = BigInt(call.libc.base + AREA.text);
  systemCall(call.kernel, "uname", [scratch]);
  const name = call.libc.memory.peek(Number(scratch + HOST_NAME_AT), 65);
  const bytes = name.subarray(0, name.indexOf(0) + 1);
  call.program.write(target, bytes.subarray(0, size));
  if (bytes.length <= size) return 0;
  call.libc.setErrno("ENAMETOOLONG");
  return -1;
}

/** The only locale is C. */
function setlocale(call: LibcCall): LibcResult {
  call.args.int();
  const pointer = call.args.pointer();
  const name = pointer === 0n ? "C" : latin1(call.program.string(pointer));
  if (name !== "" && name !== "C" && name !== "POSIX") return 0n;
  const at = call.libc.base + AREA.text;
  call.libc.memory.poke(at, bytesOf("C\0"));
  return BigInt(at);
}

export const environmentFunctions = {
  setenv,
  putenv,
  unsetenv,
  clearenv: (call) => (storeEnvironment(call, []) ? 0 : -1),
  getcwd,
  opendir,
  readdir,
  rewinddir,
  telldir,
  seekdir,
  dirfd,
  closedir,
  stat: statBy("stat"),
  lstat: statBy("lstat"),
  fstat: statBy("fstat"),
  sigaction,
  sigemptyset: (call) => fillSet(call, 0),
  sigfillset: (call) => fillSet(call, 255),
  sigaddset: changeSet((word, bit) => word | bit),
  sigdelset: changeSet((word, bit) => word & ~bit),
  sigismember,
  sigprocmask,
  nanosleep: own("nanosleep", 2),
  clock_gettime: own("clock_gettime", 2),
  clock_getres: own("clock_getres", 2),
  gettimeofday: own("gettimeofday", 2),
  poll: own("poll", 3),
  select: (call) => own(call.bits === 64 ? "select" : "_newselect", 5)(call),
  div: divide("int"),
  ldiv: divide("long"),
  lldiv: divide("longLong"),
  rand_r: randR,
  sysconf,
  gethostname,
  setlocale,
} satisfies LibcFunctions;
