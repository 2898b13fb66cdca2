// Image → process: segments at their addresses with Linux's page permissions, the heap's start behind them, the stack with
// argc, argv, envp and the auxiliary vector, registers as execve leaves them. With seed 0 everything lies where Linux puts it
// without randomisation (as gdb shows it); other seeds shift stack, mappings and break by whole pages.
// Source: the kernel's fs/binfmt_elf.c, arch/x86/include/asm/elf.h, mm/util.c; System V ABI AMD64, 3.4.1.

import type { Image, Segment } from "../../server/obj/image.ts";
import type { CpuState } from "../cpu/state.ts";
import { GPR, STATE } from "../cpu/state.ts";
import { LOWEST_ADDRESS, PAGE_BYTES, PROT, type Protection } from "../mem/layout.ts";
import type { Memory } from "../mem/memory.ts";
import { ADDRESS_LIMIT, type AddressSpace, createAddressSpace, MAP_TOP, pageCeil, pageFloor } from "./address-space.ts";
import type { MachineEvent, MappingPurpose } from "./events.ts";
import { buildStack } from "./process-stack.ts";
import { randomWord } from "./random.ts";

/** Linux's default stack limit; all of it is mapped from the start, and pages cost nothing until they are used. */
export const STACK_BYTES = 8 * 2 ** 20;
/** Linux's limit for argv and envp together: a quarter of the stack. */
const ARGUMENT_LIMIT_BYTES = STACK_BYTES / 4;

/** How far seeds move things, in pages: less than on Linux, so that live pages stay at home in the folded memory. */
const SHIFT_PAGES = { stack: 2048, map: 8192, break: 4096 } as const;
/** Words of the seed's sequence that the loader takes; far from those that the guest sees. */
const SHIFT_WORD = 2 ** 40;

export interface LoadOptions {
  readonly image: Image;
  readonly memory: Memory;
  readonly state: CpuState;
  /** argv[0], which is the program's path too unless `path` is given, and the rest. */
  readonly argv: readonly string[];
  readonly path?: string;
  /** NAME=value */
  readonly envp: readonly string[];
  readonly seed: number;
  readonly maxMemoryBytes: number;
  readonly emit: (event: MachineEvent) => void;
  /** Retired count, and the address of the program's instruction that acts now; 0 while loading. */
  readonly now: () => number;
  readonly site: () => number;
}

/** A process that is ready to run its first instruction. */
export interface LoadedProcess {
  readonly space: AddressSpace;
  readonly stack: { readonly low: number; readonly high: number; readonly initialPointer: number };
  /** 32-bit programs without .note.GNU-stack: readable pages are executable (the kernel's READ_IMPLIES_EXEC). */
  readonly readImpliesExec: boolean;
  /** argv[0] */
  readonly path: string;
  /** argv as it was given: the program may change its own copy. */
  readonly argv: readonly string[];
  readonly seed: number;
}

/** The process, or one sentence that says why Linux could not start the program either. */
export type LoadResult = { readonly process: LoadedProcess } | { readonly problem: string };

/** argv and envp of a program that a shell has started in its own directory. */
export const startedBy = (
  { name, startedBy: given }: Image,
  args: readonly string[],
  environment: Readonly<Record<string, string>>,
): Pick<LoadOptions, "argv" | "envp"> => ({
  argv: [given ?? `./${name}`, ...args],
  envp: Object.entries(environment).map(([key, value]) => `${key}=${value}`),
});

/** Maps the image into empty memory and sets the registers. */
export function loadProgram(options: LoadOptions): LoadResult {
  const { image, memory, seed } = options;
  const { bits } = image;
  const shift = (index: number, pages: number): number =>
    seed === 0 ? 0 : Number(randomWord(seed, SHIFT_WORD + index) % BigInt(pages)) * PAGE_BYTES;
  const space = createAddressSpace({
    memory,
    bits,
    maxMemoryBytes: options.maxMemoryBytes,
    mapTop: MAP_TOP[bits] - shift(1, SHIFT_PAGES.map),
    emit: options.emit,
    now: options.now,
    site: options.site,
  });
  // The kernel's table in arch/x86/include/asm/elf.h (since 5.8).
  const missing = image.stackHeader === "missing";
  const readImpliesExec = bits === 32 && missing;
  const executableStack = image.executableStack && (bits === 32 || !missing);
  const problem = mapSegments(image, space, readImpliesExec);
  if (problem !== undefined) return { problem };

  const end = image.segments.reduce((high, segment) => Math.max(high, segment.address + segment.sizeBytes), 0);
  space.startBreak(pageCeil(end) + shift(2, SHIFT_PAGES.break));

  const high = ADDRESS_LIMIT[bits] - shift(0, SHIFT_PAGES.stack);
  const { argv, envp } = options;
  const path = options.path ?? argv[0]!;
  const initial = buildStack({
    bits,
    top: high,
    argv,
    envp,
    path,
    entry: image.entry,
    programHeaders: programHeaders(image),
    seed,
  });
  if (initial.bytes.length > ARGUMENT_LIMIT_BYTES) {
    return {
      problem: `arguments and environment need ${initial.bytes.length} bytes; Linux allows ${ARGUMENT_LIMIT_BYTES}`,
    };
  }
  const low = high - STACK_BYTES;
  const protection = PROT.read | PROT.write | (executableStack ? PROT.exec : 0);
  const stack = { start: low, sizeBytes: STACK_BYTES, requestedBytes: STACK_BYTES, protection };
  if (!space.map({ ...stack, purpose: "stack", name: "[stack]" }))
    return { problem: limitText(options.maxMemoryBytes) };
  memory.poke(initial.pointer, initial.bytes);
  setRegisters(options, initial.pointer);
  return {
    process: { space, stack: { low, high, initialPointer: initial.pointer }, readImpliesExec, path, argv, seed },
  };
}

const limitText = (limitBytes: number): string => `the program needs more memory than the limit of ${limitBytes} bytes`;

/** File bytes [from, to): of the file where there is one, and what only segments have (libc's stubs); other bytes are 0. */
function fileBytes(image: Image, from: number, to: number): Uint8Array {
  const bytes = new Uint8Array(to - from);
  if (image.file) bytes.set(image.file.subarray(from, to));
  for (const segment of image.segments) {
    const start = Math.max(from, segment.fileOffset);
    const end = Math.min(to, segment.fileOffset + segment.bytes.length);
    if (start >= end) continue;
    bytes.set(segment.bytes.subarray(start - segment.fileOffset, end - segment.fileOffset), start - from);
  }
  return bytes;
}

function mapSegments(image: Image, space: AddressSpace, readImpliesExec: boolean): string | undefined {
  const limit = ADDRESS_LIMIT[image.bits] - STACK_BYTES;
  for (const segment of image.segments) {
    if (segment.sizeBytes === 0) continue;
    const where = `segment at 0x${segment.address.toString(16)}`;
    if (segment.address < LOWEST_ADDRESS) {
      const advice = image.entryKind === "flat" ? ": begin the flat binary's source with `org 0x400000`" : "";
      return `${where}: the lowest 64 KiB cannot be mapped${advice}`;
    }
    if (!(segment.address + segment.sizeBytes <= limit)) return `${where}: ends above the highest address of a program`;
    if (!mapSegment(image, segment, space, readImpliesExec)) return limitText(space.maxMemoryBytes);
  }
  return undefined;
}

/**
 * Maps whole pages. They hold what the file's pages hold, also before and behind the segment's own bytes; where memory is
 * longer than file bytes (.bss), the rest of the last file page is zeroed if the segment is writable. The pages behind the
 * file's are anonymous, as brk makes them: read and written whatever the segment says; pages wholly behind the end of the file cannot be touched (fs/binfmt_elf.c,
 * elf_load).
 */
function mapSegment(image: Image, segment: Segment, space: AddressSpace, readImpliesExec: boolean): boolean {
  const start = pageFloor(segment.address);
  const before = segment.address - start;
  const fileEnd = segment.address + segment.bytes.length;
  const { missingBytes = 0 } = segment;
  const thereHigh = segment.bytes.length === 0 ? start : pageCeil(fileEnd);
  const fileHigh = missingBytes === 0 ? thereHigh : pageCeil(fileEnd + missingBytes);
  const high = pageCeil(segment.address + segment.sizeBytes);
  const own = protectionOf(segment, readImpliesExec);
  const anonymous = PROT.read | PROT.write | (segment.exec || readImpliesExec ? PROT.exec : 0);
  const isOne = missingBytes === 0 && own === anonymous;
  const parts = [
    { from: start, to: isOne ? high : thereHigh, protection: own },
    { from: thereHigh, to: fileHigh, protection: PROT.none },
    { from: isOne ? high : fileHigh, to: high, protection: anonymous },
  ];
  for (const { from, to, protection } of parts) {
    if (from >= to) continue;
    const requestedBytes = Math.min(to, segment.address + segment.sizeBytes) - from;
    const place = { start: from, sizeBytes: to - from, requestedBytes, protection };
    if (!space.map({ ...place, ...describe(image, segment, from, to) })) return false;
  }
  const zeroTail = segment.sizeBytes > segment.bytes.length && segment.write;
  const contentsEnd = zeroTail ? fileEnd : pageCeil(fileEnd);
  if (segment.bytes.length === 0 || segment.fileOffset < before) {
    space.memory.poke(segment.address, segment.bytes);
    return true;
  }
  const from = segment.fileOffset - before;
  space.memory.poke(start, fileBytes(image, from, from + contentsEnd - start));
  return true;
}

function protectionOf(segment: Segment, readImpliesExec: boolean): Protection {
  const protection = (segment.read ? PROT.read : 0) | (segment.write ? PROT.write : 0) | (segment.exec ? PROT.exec : 0);
  return readImpliesExec && segment.read ? protection | PROT.exec : protection;
}

/** Pages of a segment are named after the sections that begin in them; ".plt" alone is libc's stubs. */
function describe(image: Image, segment: Segment, from: number, to: number): { name: string; purpose: MappingPurpose } {
  const start = Math.max(from, segment.address);
  const end = Math.min(to, segment.address + segment.sizeBytes);
  const names = image.sections
    .filter((section) => section.address >= start && section.address < end && section.sizeBytes > 0)
    .map((section) => section.name);
  if (names.length === 1 && names[0] === ".plt") return { name: ".plt", purpose: "plt" };
  const name = names.join(" ") || (segment.fileOffset === 0 ? "ELF header" : image.name);
  return { name, purpose: "segment" };
}

/** Where the program headers are mapped, and how many there are; nowhere when no segment has them. */
function programHeaders({ bits, file, segments }: Image): { address: number; count: number } {
  const begin = file ?? segments.find(({ fileOffset }) => fileOffset === 0)?.bytes;
  if (begin?.[0] !== 0x7f || begin[1] !== 0x45) return { address: 0, count: 0 };
  const header = new Uint8Array(64);
  header.set(begin.subarray(0, header.length));
  const view = new DataView(header.buffer);
  const offset = bits === 64 ? Number(view.getBigUint64(32, true)) : view.getUint32(28, true);
  const count = view.getUint16(bits === 64 ? 56 : 44, true);
  const holder = segments
    .filter(({ fileOffset, bytes }) => fileOffset <= offset && offset < fileOffset + bytes.length)
    .at(-1);
  return { address: holder ? holder.address + offset - holder.fileOffset : 0, count };
}

/** All registers 0 but the stack pointer; flags, selectors and floating-point control as Linux starts a program. */
function setRegisters({ image, memory, state }: LoadOptions, stackPointer: number): void {
  for (let index = 0; index < 16; index++) state.setGpr(index, 0n);
  state.setGpr(GPR.rsp, BigInt(stackPointer));
  state.rip = BigInt(image.entry);
  state.eflags = 0x202n;
  state.fsBase = 0n;
  state.gsBase = 0n;
  state.mxcsr = 0x1f80;
  const base = memory.layout.state;
  const data = image.bits === 64 ? 0 : 0x2b;
  const selectors = [data, image.bits === 64 ? 0x33 : 0x23, 0x2b, data, 0, 0];
  for (const [k, selector] of selectors.entries()) memory.view.setUint16(base + STATE.segment + 2 * k, selector, true);
  memory.view.setUint16(base + STATE.fcw, 0x37f, true);
  memory.view.setUint16(base + STATE.fsw, 0, true);
  memory.view.setUint16(base + STATE.ftw, 0xffff, true);
  memory.u8.fill(0, base + STATE.st, base + STATE.ymm + 16 * 32);
}
