// A process without a program, for tests of kernel and libc: memory, state, kernel and, with stubs, libc, driven by setting
// registers. Events, output and input are plain arrays.

import { createState } from "../../debugger/cpu/create-state.ts";
import { type CpuState, GPR } from "../../debugger/cpu/state.ts";
import { createLibc, type Libc, type LibcOutcome } from "../../debugger/libc/create.ts";
import { createMemory } from "../../debugger/mem/create.ts";
import type { Memory } from "../../debugger/mem/memory.ts";
import type { MachineEvent } from "../../debugger/os/events.ts";
import type { Host, HostFiles } from "../../debugger/os/host.ts";
import { createKernel, type Kernel, type SyscallOutcome } from "../../debugger/os/kernel.ts";
import { type LoadedProcess, loadProgram, startedBy } from "../../debugger/os/load.ts";
import { STUB_BYTES } from "../../server/facts/libc-linking.ts";
import type { Image } from "../../server/obj/image.ts";

export interface TestProcess {
  readonly memory: Memory;
  readonly state: CpuState;
  readonly kernel: Kernel;
  readonly libc: Libc;
  readonly process: LoadedProcess;
  readonly events: MachineEvent[];
  /** What was written to standard output and error, in order. */
  readonly output: { stream: 1 | 2; text: string }[];
  /** Pieces of standard input; "pending" once. */
  readonly input: (string | "pending")[];
  /** Address of writable memory of the program. */
  readonly data: number;
  syscall(
    by: "syscall" | "int80",
    number: number,
    ...args: (number | bigint)[]
  ): { outcome: SyscallOutcome; result: bigint };
  /** Calls a libc function with integer arguments, and doubles in floating-point registers (64-bit). */
  call(
    name: string,
    args?: readonly (number | bigint)[],
    doubles?: readonly number[],
  ): { outcome: LibcOutcome; result: bigint };
  /** Stores a zero-terminated Latin-1 string in the program's memory. */
  text(content: string): number;
}

export interface ProcessOptions {
  readonly bits?: 32 | 64;
  readonly stubs?: readonly string[];
  readonly seed?: number;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly maxMemoryBytes?: number;
  readonly foldBytes?: number;
  readonly streams?: "terminal" | "pipes";
  readonly files?: HostFiles;
  readonly executableStack?: boolean;
}

const CODE = 0x401000;
const DATA = 0x402000;
const DATA_BYTES = 0x10000;
const STUBS = 0x500000;

function imageOf({ bits = 64, stubs = [], executableStack = false }: ProcessOptions): Image {
  const rights = { read: true, write: false, exec: true };
  const stubBytes = new Uint8Array(16 * stubs.length);
  for (const k of stubs.keys()) stubBytes.set(STUB_BYTES, 16 * k);
  const segments = [
    { address: CODE, sizeBytes: 16, bytes: new Uint8Array(16).fill(0x90), fileOffset: 0x1000, ...rights },
    {
      address: DATA,
      sizeBytes: DATA_BYTES,
      bytes: new Uint8Array(0),
      fileOffset: 0x2000,
      ...rights,
      write: true,
      exec: false,
    },
  ];
  if (stubs.length > 0) {
    segments.push({ address: STUBS, sizeBytes: stubBytes.length, bytes: stubBytes, fileOffset: 0x5000, ...rights });
  }
  return {
    bits,
    entry: CODE,
    entryKind: "_start",
    segments,
    sections: [],
    symbols: [],
    items: [],
    stubs: stubs.map((name, k) => ({ name, address: STUBS + 16 * k })),
    executableStack,
    name: "test",
    modules: [],
  };
}

/** A process that is ready to run. */
export function startProcess(options: ProcessOptions = {}): TestProcess {
  const image = imageOf(options);
  const { bits } = image;
  const memory = createMemory(options.foldBytes ?? 2 ** 25);
  const state = createState(memory);
  const events: MachineEvent[] = [];
  const output: { stream: 1 | 2; text: string }[] = [];
  const input: string[] = [];
  const emit = (event: MachineEvent): void => void events.push(event);
  const host: Host = {
    streams: options.streams ?? "terminal",
    readInput(maxBytes) {
      const piece = input.shift();
      if (piece === undefined) return new Uint8Array(0);
      if (piece === "pending") return "pending";
      const bytes = new TextEncoder().encode(piece);
      if (bytes.length > maxBytes) input.unshift(new TextDecoder().decode(bytes.subarray(maxBytes)));
      return bytes.subarray(0, maxBytes);
    },
    writeOutput: (stream, bytes) => void output.push({ stream, text: String.fromCharCode(...bytes) }),
    ...(options.files ? { files: options.files } : {}),
  };
  const loaded = loadProgram({
    image,
    memory,
    state,
    ...startedBy(image, options.args ?? [], options.environment ?? {}),
    seed: options.seed ?? 0,
    maxMemoryBytes: options.maxMemoryBytes ?? 2 ** 25,
    emit,
    now: () => state.retired,
    site: () => 0,
  });
  if ("problem" in loaded) throw new Error(loaded.problem);
  const { process } = loaded;
  const kernel = createKernel({ memory, state, image, process, host, emit, site: () => 0 });
  const libc = (image.stubs.length > 0 ? createLibc({ image, memory, state, kernel, emit }) : undefined) as Libc;
  let free = DATA;
  const integers = [GPR.rdi, GPR.rsi, GPR.rdx, GPR.rcx, GPR.r8, GPR.r9];
  const mask = (value: number | bigint): bigint => BigInt.asUintN(bits, BigInt(value));
  return {
    ...{ memory, state, kernel, libc, process, events, output, input },
    data: DATA + DATA_BYTES / 2,
    syscall(by, number, ...args) {
      const order =
        by === "syscall"
          ? [GPR.rdi, GPR.rsi, GPR.rdx, GPR.r10, GPR.r8, GPR.r9]
          : [GPR.rbx, GPR.rcx, GPR.rdx, GPR.rsi, GPR.rdi, GPR.rbp];
      state.setGpr(GPR.rax, BigInt(number));
      for (const [k, register] of order.entries()) state.setGpr(register, mask(args[k] ?? 0));
      state.retired++;
      const outcome = kernel.syscall(by);
      return { outcome, result: BigInt.asIntN(bits, state.gpr(GPR.rax)) };
    },
    call(name, args = [], doubles = []) {
      const stub = image.stubs.find((candidate) => candidate.name === name)!;
      const before = state.gpr(GPR.rsp);
      const words = bits === 64 ? args.slice(6) : args;
      const long = bits / 8;
      let stackPointer = Number(before) - long * words.length - 64;
      stackPointer -= stackPointer % 16;
      for (const [k, value] of words.entries()) memory.store(stackPointer + long * k, long, mask(value));
      stackPointer -= long;
      memory.store(stackPointer, long, BigInt(CODE));
      if (bits === 64) for (const [k, value] of args.slice(0, 6).entries()) state.setGpr(integers[k]!, mask(value));
      // al says how many vector registers hold arguments.
      if (bits === 64) state.setGpr(GPR.rax, BigInt(doubles.length));
      const bytes = new DataView(new ArrayBuffer(8));
      for (const [k, value] of doubles.entries()) {
        bytes.setFloat64(0, value);
        state.write(`xmm${k}`, bytes.getBigUint64(0));
      }
      state.setGpr(GPR.rsp, BigInt(stackPointer));
      state.rip = BigInt(stub.address);
      const outcome = libc.call();
      if (outcome === "done") state.setGpr(GPR.rsp, before);
      else state.setGpr(GPR.rsp, before);
      return { outcome, result: state.gpr(GPR.rax) };
    },
    text(content) {
      const bytes = Uint8Array.from([...content].map((character) => character.charCodeAt(0)).concat(0));
      const at = free;
      memory.poke(at, bytes);
      free += bytes.length;
      return at;
    },
  };
}
