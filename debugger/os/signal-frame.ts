// The frame of a signal handler: what the kernel pushes on the program's stack before a handler runs, and what rt_sigreturn
// and sigreturn read back. Handlers may change what lies in it, so it has every byte where Linux has it: the registers, the
// floating-point and vector state (as fxsave and xsave write it), the mask and the alternate stack. Addresses and bytes in,
// addresses and bytes out; who gets a signal is decided in signals.ts.
// Source: the kernel's arch/x86/kernel/signal_64.c, signal_32.c (6.1: signal.c, ia32_signal.c), fpu/signal.c, uapi/asm/sigcontext.h.

import { type CpuState, GPR, STATE } from "../cpu/state.ts";
import type { Memory } from "../mem/memory.ts";

/** Bytes of siginfo_t in both ABIs. */
export const SIGINFO_BYTES = 128;

/** xsave's area with x87, SSE and AVX, and the magic word behind it. */
const XSAVE = { legacyBytes: 512, bytes: 832, softwareAt: 464, header: 512, upperHalves: 576 } as const;
const MAGIC1 = 0x46505853;
const MAGIC2 = 0x46505845;
const XFEATURES = 7;
/** The 32-bit frame begins with the older form of the x87 state (fnsave's). */
const LEGACY_BYTES = 112;
const MXCSR_MASK = 0xffff;

/** UC_FP_XSTATE, UC_SIGCONTEXT_SS, UC_STRICT_RESTORE_SS. */
const UC_FLAGS = 7;
/** Flags a sigreturn may change: OF DF SF ZF AF PF CF TF AC RF (the kernel's FIX_EFLAGS). */
const FIX_FLAGS = 0x50dd5n;

/** Order of the registers in sigcontext: r8 … r15, di si bp bx dx ax cx sp. */
const ORDER_64 = [8, 9, 10, 11, 12, 13, 14, 15, GPR.rdi, GPR.rsi, GPR.rbp, GPR.rbx, GPR.rdx, GPR.rax, GPR.rcx, GPR.rsp];
/** di si bp sp bx dx cx ax, from offset 16. */
const ORDER_32 = [GPR.rdi, GPR.rsi, GPR.rbp, GPR.rsp, GPR.rbx, GPR.rdx, GPR.rcx, GPR.rax];

/** Last exception of the thread, as the frame tells it. */
export interface TrapState {
  readonly number: number;
  readonly error: number;
  readonly address: bigint;
}

/** The alternate stack as sigaltstack keeps it. */
export interface SignalStack {
  readonly start: bigint;
  readonly flags: number;
  readonly sizeBytes: bigint;
}

export interface FrameContents {
  readonly signal: number;
  /** 128 bytes. */
  readonly info: Uint8Array;
  readonly trap: TrapState;
  /** What was blocked before. */
  readonly blocked: bigint;
  readonly stack: SignalStack;
  /** Where the handler returns to. */
  readonly restorer: bigint;
  /** Top of the stack to use: the stack pointer, or the end of the alternate stack. */
  readonly top: bigint;
  /** Whether the handler gets siginfo (SA_SIGINFO); without, 32-bit programs get the short form, too. */
  readonly form: "siginfo" | "short";
}

/** `start` is the handler's stack pointer. */
export interface Frame {
  readonly start: bigint;
  /** What is written. Bytes between them stay as they are. */
  readonly parts: readonly { readonly address: bigint; readonly bytes: Uint8Array }[];
  /** Addresses of siginfo and ucontext; 0 in the short form. */
  readonly info: bigint;
  readonly context: bigint;
}

export interface Machine {
  readonly memory: Memory;
  readonly state: CpuState;
  readonly bits: 32 | 64;
}

const roundDown = (value: bigint, unit: bigint): bigint => value - (value % unit);

/** Logical ST(0) … ST(7) as physical registers. */
const physical = (status: number, index: number): number => (((status >> 11) & 7) + index) & 7;

/** The state as xsave writes it: 832 bytes and 4 of magic. */
function saveVectors({ memory, bits }: Machine): Uint8Array {
  const bytes = new Uint8Array(XSAVE.bytes + 4);
  const out = new DataView(bytes.buffer);
  const { view, u8, layout } = memory;
  const base = layout.state;
  const status = view.getUint16(base + STATE.fsw, true);
  const tags = view.getUint16(base + STATE.ftw, true);
  out.setUint16(0, view.getUint16(base + STATE.fcw, true), true);
  out.setUint16(2, status, true);
  let valid = 0;
  for (let k = 0; k < 8; k++) if (((tags >> (2 * k)) & 3) !== 3) valid |= 1 << k;
  out.setUint8(4, valid);
  out.setUint16(6, view.getUint16(base + STATE.fop, true), true);
  out.setBigUint64(8, view.getBigUint64(base + STATE.fip, true), true);
  out.setBigUint64(16, view.getBigUint64(base + STATE.fdp, true), true);
  out.setUint32(24, view.getUint32(base + STATE.mxcsr, true), true);
  out.setUint32(28, MXCSR_MASK, true);
  for (let k = 0; k < 8; k++) {
    const from = base + STATE.st + 16 * physical(status, k);
    bytes.set(u8.subarray(from, from + 10), 32 + 16 * k);
  }
  for (let k = 0; k < (bits === 64 ? 16 : 8); k++) {
    const from = base + STATE.ymm + 32 * k;
    bytes.set(u8.subarray(from, from + 16), 160 + 16 * k);
    bytes.set(u8.subarray(from + 16, from + 32), XSAVE.upperHalves + 16 * k);
  }
  out.setUint32(XSAVE.softwareAt, MAGIC1, true);
  out.setUint32(XSAVE.softwareAt + 4, XSAVE.bytes + 4, true);
  out.setBigUint64(XSAVE.softwareAt + 8, BigInt(XFEATURES), true);
  out.setUint32(XSAVE.softwareAt + 16, XSAVE.bytes, true);
  out.setBigUint64(XSAVE.header, BigInt(XFEATURES), true);
  out.setUint32(XSAVE.bytes, MAGIC2, true);
  return bytes;
}

/** The full tag word of what fxsave keeps: a register is empty, zero, special or valid by what it holds. */
function fullTags(bytes: Uint8Array, valid: number, status: number): number {
  let tags = 0;
  for (let register = 0; register < 8; register++) {
    const at = 32 + 16 * ((register - ((status >> 11) & 7)) & 7);
    const exponent = (bytes[at + 8]! | (bytes[at + 9]! << 8)) & 0x7fff;
    const isZero = exponent === 0 && bytes.subarray(at, at + 8).every((byte) => byte === 0);
    const special = exponent === 0x7fff || exponent === 0 || (bytes[at + 7]! & 0x80) === 0;
    const tag = (valid >> register) & 1 ? (isZero ? 1 : special ? 2 : 0) : 3;
    tags |= tag << (2 * register);
  }
  return tags;
}

/** Reads back what saveVectors wrote; without the magic words only the first 512 bytes count. */
function restoreVectors({ memory, bits }: Machine, bytes: Uint8Array): void {
  const from = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const { view, u8, layout } = memory;
  const base = layout.state;
  const status = from.getUint16(2, true);
  view.setUint16(base + STATE.fcw, from.getUint16(0, true), true);
  view.setUint16(base + STATE.fsw, status, true);
  view.setUint16(base + STATE.ftw, fullTags(bytes, bytes[4]!, status), true);
  view.setUint16(base + STATE.fop, from.getUint16(6, true) & 0x7ff, true);
  view.setBigUint64(base + STATE.fip, from.getBigUint64(8, true), true);
  view.setBigUint64(base + STATE.fdp, from.getBigUint64(16, true), true);
  view.setUint32(base + STATE.mxcsr, from.getUint32(24, true) & MXCSR_MASK, true);
  for (let k = 0; k < 8; k++)
    u8.set(bytes.subarray(32 + 16 * k, 42 + 16 * k), base + STATE.st + 16 * physical(status, k));
  const extended =
    bytes.length >= XSAVE.bytes + 4 &&
    from.getUint32(XSAVE.softwareAt, true) === MAGIC1 &&
    from.getUint32(XSAVE.bytes, true) === MAGIC2 &&
    (from.getUint32(XSAVE.header, true) & 4) !== 0;
  for (let k = 0; k < (bits === 64 ? 16 : 8); k++) {
    const at = base + STATE.ymm + 32 * k;
    u8.set(bytes.subarray(160 + 16 * k, 176 + 16 * k), at);
    if (extended) u8.set(bytes.subarray(XSAVE.upperHalves + 16 * k, XSAVE.upperHalves + 16 * k + 16), at + 16);
    else u8.fill(0, at + 16, at + 32);
  }
}

/** What a handler starts with: x87 and SSE as a new process has them. */
export function resetVectors({ memory }: Machine): void {
  const { view, u8, layout } = memory;
  const base = layout.state;
  view.setUint16(base + STATE.fcw, 0x37f, true);
  view.setUint16(base + STATE.fsw, 0, true);
  view.setUint16(base + STATE.ftw, 0xffff, true);
  view.setUint16(base + STATE.fop, 0, true);
  view.setBigUint64(base + STATE.fip, 0n, true);
  view.setBigUint64(base + STATE.fdp, 0n, true);
  view.setUint32(base + STATE.mxcsr, 0x1f80, true);
  u8.fill(0, base + STATE.st, base + STATE.ymm + 16 * 32);
}

const selector = ({ memory }: Machine, index: number): number =>
  memory.view.getUint16(memory.layout.state + STATE.segment + 2 * index, true);
const SEGMENT = { es: 0, cs: 1, ss: 2, ds: 3, fs: 4, gs: 5 } as const;

// ---- 64 bits

const CONTEXT_64 = { at: 8, bytes: 304, registers: 40, mask: 296 } as const;
const FRAME_64_BYTES = 8 + CONTEXT_64.bytes + SIGINFO_BYTES;

function build64(machine: Machine, contents: FrameContents): Frame {
  const { state } = machine;
  const vectors = saveVectors(machine);
  const area = roundDown(contents.top - BigInt(vectors.length), 64n);
  const start = roundDown(area - BigInt(FRAME_64_BYTES), 16n) - 8n;
  const bytes = new Uint8Array(Number(area - start) + vectors.length);
  const view = new DataView(bytes.buffer);
  const long = (at: number, value: bigint) => view.setBigUint64(at, BigInt.asUintN(64, value), true);
  long(0, contents.restorer);
  const uc = CONTEXT_64.at;
  long(uc, BigInt(UC_FLAGS));
  writeStack64(view, uc + 16, contents.stack);
  const registers = uc + CONTEXT_64.registers;
  ORDER_64.forEach((index, k) => {
    long(registers + 8 * k, state.gpr(index));
  });
  long(registers + 128, state.rip);
  long(registers + 136, state.eflags);
  [SEGMENT.cs, SEGMENT.gs, SEGMENT.fs, SEGMENT.ss].forEach((segment, k) => {
    view.setUint16(registers + 144 + 2 * k, segment === SEGMENT.ss ? 0x2b : selector(machine, segment), true);
  });
  long(registers + 152, BigInt(contents.trap.error));
  long(registers + 160, BigInt(contents.trap.number));
  long(registers + 168, contents.blocked);
  long(registers + 176, contents.trap.address);
  long(registers + 184, area);
  long(uc + CONTEXT_64.mask, contents.blocked);
  const infoAt = uc + CONTEXT_64.bytes;
  bytes.set(contents.info, infoAt);
  bytes.set(vectors, Number(area - start));
  const info = start + BigInt(infoAt);
  // Without SA_SIGINFO the room for siginfo is there, and nothing is copied into it (x64_setup_rt_frame).
  const behind = infoAt + SIGINFO_BYTES;
  const parts =
    contents.form === "siginfo"
      ? [{ address: start, bytes }]
      : [
          { address: start, bytes: bytes.subarray(0, infoAt) },
          { address: start + BigInt(behind), bytes: bytes.subarray(behind) },
        ];
  return { start, parts, info, context: start + BigInt(uc) };
}

function writeStack64(view: DataView, at: number, stack: SignalStack): void {
  view.setBigUint64(at, stack.start, true);
  view.setUint32(at + 8, stack.flags >>> 0, true);
  view.setBigUint64(at + 16, stack.sizeBytes, true);
}

// ---- 32 bits

const SHORT_32 = { context: 8, extraMask: 720, code: 724, bytes: 732 } as const;
const LONG_32 = { info: 16, context: 144, registers: 20, mask: 108, code: 260, bytes: 268 } as const;

/** fnsave's form: control, status and tag words, and the registers packed. */
function legacyState(vectors: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(LEGACY_BYTES);
  const out = new DataView(bytes.buffer);
  const from = new DataView(vectors.buffer);
  const status = from.getUint16(2, true);
  out.setUint32(0, 0xffff0000 | from.getUint16(0, true), true);
  out.setUint32(4, 0xffff0000 | status, true);
  out.setUint32(8, 0xffff0000 | fullTags(vectors, vectors[4]!, status), true);
  out.setUint32(12, from.getUint32(8, true), true);
  out.setUint32(20, from.getUint32(16, true), true);
  out.setUint32(24, 0xffff0000, true);
  for (let k = 0; k < 8; k++) bytes.set(vectors.subarray(32 + 16 * k, 42 + 16 * k), 28 + 10 * k);
  out.setUint16(108, status, true);
  return bytes;
}

function build32(machine: Machine, contents: FrameContents): Frame {
  const vectors = saveVectors(machine);
  const area = roundDown(contents.top - BigInt(vectors.length), 64n);
  const legacy = area - BigInt(LEGACY_BYTES);
  const short = contents.form === "short";
  const size = BigInt(short ? SHORT_32.bytes : LONG_32.bytes);
  const start = roundDown(legacy - size + 4n, 16n) - 4n;
  const bytes = new Uint8Array(Number(area - start) + vectors.length);
  const view = new DataView(bytes.buffer);
  const word = (at: number, value: bigint | number) => view.setUint32(at, Number(BigInt(value) & 0xffffffffn), true);
  word(0, contents.restorer);
  word(4, contents.signal);
  // mov eax, the number; int 0x80: how debuggers recognise the frame. Never executed.
  const codeAt = short ? SHORT_32.code : LONG_32.code;
  bytes.set(short ? [0x58, 0xb8, 119, 0, 0, 0, 0xcd, 0x80] : [0xb8, 173, 0, 0, 0, 0xcd, 0x80, 0], codeAt);
  if (short) {
    writeSigcontext32(machine, contents, view, SHORT_32.context, legacy);
    word(SHORT_32.extraMask, contents.blocked >> 32n);
  } else {
    const info = start + BigInt(LONG_32.info);
    word(8, info);
    word(12, start + BigInt(LONG_32.context));
    bytes.set(contents.info, LONG_32.info);
    const uc = LONG_32.context;
    word(uc, UC_FLAGS & 1);
    word(uc + 8, contents.stack.start);
    word(uc + 12, contents.stack.flags >>> 0);
    word(uc + 16, contents.stack.sizeBytes);
    writeSigcontext32(machine, contents, view, uc + LONG_32.registers, legacy);
    word(uc + LONG_32.mask, contents.blocked);
    word(uc + LONG_32.mask + 4, contents.blocked >> 32n);
  }
  bytes.set(legacyState(vectors), Number(legacy - start));
  bytes.set(vectors, Number(area - start));
  const parts = [{ address: start, bytes }];
  return short
    ? { start, parts, info: 0n, context: 0n }
    : { start, parts, info: start + BigInt(LONG_32.info), context: start + BigInt(LONG_32.context) };
}

function writeSigcontext32(
  machine: Machine,
  contents: FrameContents,
  view: DataView,
  at: number,
  floatingPoint: bigint,
): void {
  const { state } = machine;
  const word = (index: number, value: bigint | number) =>
    view.setUint32(at + 4 * index, Number(BigInt(value) & 0xffffffffn), true);
  [SEGMENT.gs, SEGMENT.fs, SEGMENT.es, SEGMENT.ds].forEach((segment, k) => {
    word(k, selector(machine, segment));
  });
  ORDER_32.forEach((index, k) => {
    word(4 + k, state.gpr(index));
  });
  word(12, contents.trap.number);
  word(13, contents.trap.error);
  word(14, state.rip);
  word(15, selector(machine, SEGMENT.cs));
  word(16, state.eflags);
  word(17, state.gpr(GPR.rsp));
  word(18, selector(machine, SEGMENT.ss));
  word(19, floatingPoint);
  word(20, contents.blocked);
  word(21, contents.trap.address);
}

/** The frame below `top`; nothing is written yet. */
export const buildFrame = (machine: Machine, contents: FrameContents): Frame =>
  machine.bits === 64 ? build64(machine, contents) : build32(machine, contents);

// ---- the way back

export interface Restored {
  readonly blocked: bigint;
  /** undefined in the short form. */
  readonly stack: SignalStack | undefined;
}

type ReadBytes = (address: bigint, sizeBytes: number) => Uint8Array | undefined;

/**
 * Sets registers, flags and vectors from the frame that the stack pointer stands behind. @returns undefined when the frame
 * cannot be read (then nothing has changed: Linux sends SIGSEGV).
 */
export function restoreFrame(machine: Machine, form: "siginfo" | "short", read: ReadBytes): Restored | undefined {
  return machine.bits === 64 ? restore64(machine, read) : restore32(machine, form, read);
}

/** The vector area behind a frame: all of it, or what fxsave writes. */
function readVectors(read: ReadBytes, at: bigint): Uint8Array | undefined {
  return read(at, XSAVE.bytes + 4) ?? read(at, XSAVE.legacyBytes);
}

function restore64(machine: Machine, read: ReadBytes): Restored | undefined {
  const { state } = machine;
  const context = read(state.gpr(GPR.rsp) - 8n + BigInt(CONTEXT_64.at), CONTEXT_64.bytes);
  if (!context) return undefined;
  const view = new DataView(context.buffer, context.byteOffset, context.length);
  const long = (at: number) => view.getBigUint64(at, true);
  const registers = CONTEXT_64.registers;
  const area = long(registers + 184);
  const vectors = area === 0n ? undefined : readVectors(read, area);
  if (area !== 0n && !vectors) return undefined;
  ORDER_64.forEach((index, k) => {
    state.setGpr(index, long(registers + 8 * k));
  });
  state.rip = long(registers + 128);
  state.eflags = (state.eflags & ~FIX_FLAGS) | (long(registers + 136) & FIX_FLAGS);
  if (vectors) restoreVectors(machine, vectors);
  else resetVectors(machine);
  const stack = { start: long(16), flags: view.getInt32(24, true), sizeBytes: long(32) };
  return { blocked: long(CONTEXT_64.mask), stack };
}

function restore32(machine: Machine, form: "siginfo" | "short", read: ReadBytes): Restored | undefined {
  const { state } = machine;
  const short = form === "short";
  const start = state.gpr(GPR.rsp) - (short ? 8n : 4n);
  const frame = read(start, short ? SHORT_32.code : LONG_32.code);
  if (!frame) return undefined;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.length);
  const at = short ? SHORT_32.context : LONG_32.context + LONG_32.registers;
  const word = (index: number) => BigInt(view.getUint32(at + 4 * index, true));
  const legacyAt = word(19);
  const vectors = legacyAt === 0n ? undefined : readVectors(read, legacyAt + BigInt(LEGACY_BYTES));
  const legacy = legacyAt === 0n ? undefined : read(legacyAt, LEGACY_BYTES);
  if (legacyAt !== 0n && (!vectors || !legacy)) return undefined;
  ORDER_32.forEach((index, k) => {
    state.setGpr(index, word(4 + k));
  });
  state.rip = word(14);
  state.eflags = (state.eflags & ~FIX_FLAGS) | (word(16) & FIX_FLAGS);
  [SEGMENT.gs, SEGMENT.fs, SEGMENT.es, SEGMENT.ds].forEach((segment, k) => {
    machine.memory.view.setUint16(
      machine.memory.layout.state + STATE.segment + 2 * segment,
      Number(word(k) & 0xffffn),
      true,
    );
  });
  if (vectors && legacy) restoreVectors(machine, withLegacy(vectors, legacy));
  else resetVectors(machine);
  if (short) return { blocked: word(20) | (BigInt(view.getUint32(SHORT_32.extraMask, true)) << 32n), stack: undefined };
  const uc = LONG_32.context;
  const stack = {
    start: BigInt(view.getUint32(uc + 8, true)),
    flags: view.getInt32(uc + 12, true),
    sizeBytes: BigInt(view.getUint32(uc + 16, true)),
  };
  return { blocked: view.getBigUint64(uc + LONG_32.mask, true), stack };
}

/** The x87 state of the older form over the newer one, as the kernel takes it. */
function withLegacy(vectors: Uint8Array, legacy: Uint8Array): Uint8Array {
  const bytes = vectors.slice();
  const out = new DataView(bytes.buffer);
  const from = new DataView(legacy.buffer, legacy.byteOffset, legacy.length);
  out.setUint16(0, from.getUint16(0, true), true);
  out.setUint16(2, from.getUint16(4, true), true);
  const tags = from.getUint16(8, true);
  let valid = 0;
  for (let k = 0; k < 8; k++) if (((tags >> (2 * k)) & 3) !== 3) valid |= 1 << k;
  bytes[4] = valid;
  for (let k = 0; k < 8; k++) bytes.set(legacy.subarray(28 + 10 * k, 38 + 10 * k), 32 + 16 * k);
  return bytes;
}
