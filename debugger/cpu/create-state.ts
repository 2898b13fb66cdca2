// The CPU state by name, over the struct in the WebAssembly memory: for the debugger, the kernel, libc and tests. The cores
// read and write the same bytes by offset, so nothing here caches a value.

import type { Memory } from "../mem/memory.ts";
import { ARITHMETIC_FLAGS, arithmeticFlags, lazyFlags, SYSTEM_FLAGS } from "./flags.ts";
import { FLAT_TLS } from "./segments.ts";
import { type CpuState, FLAG, type FlagName, GPR, STATE, STATE_SIZE_BYTES } from "./state.ts";

/** Where a name points: bytes of the struct, or a value that has to be worked out. */
type Place =
  | { readonly kind: "field"; readonly offset: number; readonly sizeBytes: number }
  /** A 32-bit part: writing it clears the upper half. */
  | { readonly kind: "half"; readonly offset: number }
  | { readonly kind: "flags"; readonly sizeBits: number }
  | { readonly kind: "flag"; readonly flag: FlagName }
  | { readonly kind: "stack"; readonly index: number };

const field = (offset: number, sizeBytes: number): Place => ({ kind: "field", offset, sizeBytes });

function addGeneralRegisters(places: Map<string, Place>): void {
  for (const [name, index] of Object.entries(GPR)) {
    const offset = STATE.gpr + index * 8;
    places.set(name, field(offset, 8));
    if (index >= 8) {
      places.set(`${name}d`, { kind: "half", offset });
      places.set(`${name}w`, field(offset, 2));
      places.set(`${name}b`, field(offset, 1));
      continue;
    }
    const word = name.slice(1);
    places.set(`e${word}`, { kind: "half", offset });
    places.set(word, field(offset, 2));
    if (index < 4) {
      places.set(`${word[0]}l`, field(offset, 1));
      places.set(`${word[0]}h`, field(offset + 1, 1));
    } else {
      places.set(`${word}l`, field(offset, 1));
    }
  }
}

function namePlaces(): Map<string, Place> {
  const places = new Map<string, Place>();
  addGeneralRegisters(places);
  places.set("rip", field(STATE.rip, 8));
  places.set("eip", { kind: "half", offset: STATE.rip });
  places.set("fs_base", field(STATE.fsBase, 8));
  places.set("gs_base", field(STATE.gsBase, 8));
  ["es", "cs", "ss", "ds", "fs", "gs"].forEach((name, k) => {
    places.set(name, field(STATE.segment + 2 * k, 2));
  });
  places.set("mxcsr", field(STATE.mxcsr, 4));
  for (const name of ["fcw", "fsw", "ftw"] as const) places.set(name, field(STATE[name], 2));
  for (let k = 0; k < 8; k++) {
    places.set(`st${k}`, { kind: "stack", index: k });
    places.set(`st(${k})`, { kind: "stack", index: k });
    places.set(`mm${k}`, field(STATE.st + 16 * k, 8));
  }
  for (let k = 0; k < 16; k++) {
    places.set(`xmm${k}`, field(STATE.ymm + 32 * k, 16));
    places.set(`ymm${k}`, field(STATE.ymm + 32 * k, 32));
  }
  places.set("rflags", { kind: "flags", sizeBits: 64 });
  places.set("eflags", { kind: "flags", sizeBits: 32 });
  places.set("flags", { kind: "flags", sizeBits: 16 });
  for (const flag of Object.keys(FLAG) as FlagName[]) places.set(flag, { kind: "flag", flag });
  return places;
}

const PLACES = namePlaces();
/** What a thread starts with on Linux: all exceptions masked, round to nearest; x87 empty, interrupts on. */
const INITIAL = { mxcsr: 0x1f80, fcw: 0x37f, ftw: 0xffff, eflags: BigInt(FLAG.if | 2) } as const;

class StructState implements CpuState {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #base: number;

  constructor(memory: Memory) {
    this.#view = memory.view;
    this.#base = memory.layout.state;
    this.#bytes = memory.u8.subarray(this.#base, this.#base + STATE_SIZE_BYTES);
    this.#bytes.fill(0);
    this.mxcsr = INITIAL.mxcsr;
    this.#view.setUint16(this.#base + STATE.fcw, INITIAL.fcw, true);
    this.#view.setUint16(this.#base + STATE.ftw, INITIAL.ftw, true);
    this.eflags = INITIAL.eflags;
  }

  #get(offset: number): bigint {
    return this.#view.getBigUint64(this.#base + offset, true);
  }

  #set(offset: number, value: bigint): void {
    // Takes any number modulo 2^64.
    this.#view.setBigUint64(this.#base + offset, value, true);
  }

  gpr(index: number): bigint {
    return this.#get(STATE.gpr + index * 8);
  }

  setGpr(index: number, value: bigint): void {
    this.#set(STATE.gpr + index * 8, value);
  }

  get rip(): bigint {
    return this.#get(STATE.rip);
  }
  set rip(value: bigint) {
    this.#set(STATE.rip, value);
  }
  get fsBase(): bigint {
    return this.#get(STATE.fsBase);
  }
  set fsBase(value: bigint) {
    this.#set(STATE.fsBase, value);
  }
  get gsBase(): bigint {
    return this.#get(STATE.gsBase);
  }
  set gsBase(value: bigint) {
    this.#set(STATE.gsBase, value);
  }
  tlsBase(index: number): number | undefined {
    const at = this.#base + STATE.tls + 8 * index;
    return this.#view.getUint32(at + 4, true) === 0 ? undefined : this.#view.getUint32(at, true);
  }
  tlsKind(index: number): number {
    return this.#view.getUint32(this.#base + STATE.tls + 8 * index + 4, true);
  }
  setTlsBase(index: number, base: number | undefined, kind = FLAT_TLS): void {
    const at = this.#base + STATE.tls + 8 * index;
    this.#view.setUint32(at, base ?? 0, true);
    this.#view.setUint32(at + 4, base === undefined ? 0 : kind, true);
  }
  get retired(): number {
    // Read at each turn of the machine: without a bigint on the way.
    const at = this.#base + STATE.retired;
    return this.#view.getUint32(at, true) + this.#view.getUint32(at + 4, true) * 2 ** 32;
  }
  set retired(value: number) {
    const at = this.#base + STATE.retired;
    this.#view.setUint32(at, value >>> 0, true);
    this.#view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
  }
  get clockFaults(): boolean {
    return this.#view.getUint32(this.#base + STATE.clockFaults, true) !== 0;
  }
  set clockFaults(value: boolean) {
    this.#view.setUint32(this.#base + STATE.clockFaults, value ? 1 : 0, true);
  }
  get mxcsr(): number {
    return this.#view.getUint32(this.#base + STATE.mxcsr, true);
  }
  set mxcsr(value: number) {
    this.#view.setUint32(this.#base + STATE.mxcsr, value, true);
  }

  get eflags(): bigint {
    // In halves: each system call asks for them (r11), and 64-bit words of JavaScript are objects.
    const half = (offset: number): number => this.#view.getUint32(this.#base + offset, true);
    const arithmetic = arithmeticFlags(
      half(STATE.flagResult),
      half(STATE.flagResult + 4),
      half(STATE.flagCarry + 4),
      half(STATE.flagAux),
    );
    return BigInt((half(STATE.flagSystem) | arithmetic | FLAG.if | 2) >>> 0);
  }
  set eflags(value: bigint) {
    const flags = Number(BigInt.asUintN(32, value));
    const lazy = lazyFlags(flags & ARITHMETIC_FLAGS);
    this.#set(STATE.flagResult, lazy.result);
    this.#set(STATE.flagCarry, lazy.carry);
    this.#set(STATE.flagAux, lazy.aux);
    this.#set(STATE.flagSystem, BigInt((flags & SYSTEM_FLAGS) | FLAG.if));
  }

  /** Offset of ST(index): the status word's TOP says which physical register that is. */
  #stackOffset(index: number): number {
    const top = (this.#view.getUint16(this.#base + STATE.fsw, true) >> 11) & 7;
    return STATE.st + ((top + index) & 7) * 16;
  }

  #readBytes(offset: number, sizeBytes: number): bigint {
    let value = 0n;
    for (let k = sizeBytes; k > 0; ) {
      const word = k % 8 === 0 ? 8 : 1;
      k -= word;
      const at = offset + k;
      value =
        word === 8
          ? (value << 64n) | this.#view.getBigUint64(this.#base + at, true)
          : (value << 8n) | BigInt(this.#bytes[at]!);
    }
    return value;
  }

  #writeBytes(offset: number, sizeBytes: number, value: bigint): void {
    for (let k = 0; k < sizeBytes; k++) this.#bytes[offset + k] = Number((value >> BigInt(8 * k)) & 255n);
  }

  read(name: string): bigint | undefined {
    const place = PLACES.get(name.toLowerCase());
    if (place === undefined) return undefined;
    switch (place.kind) {
      case "field":
        return this.#readBytes(place.offset, place.sizeBytes);
      case "half":
        return this.#readBytes(place.offset, 4);
      case "flags":
        return BigInt.asUintN(place.sizeBits, this.eflags);
      case "flag":
        return Number(this.eflags) & FLAG[place.flag] ? 1n : 0n;
      case "stack":
        return this.#readBytes(this.#stackOffset(place.index), 10);
    }
  }

  write(name: string, value: bigint): boolean {
    const place = PLACES.get(name.toLowerCase());
    if (place === undefined) return false;
    if (place.kind === "field") this.#writeBytes(place.offset, place.sizeBytes, value);
    else if (place.kind === "half") this.#set(place.offset, BigInt.asUintN(32, value));
    else if (place.kind === "flags")
      this.eflags = place.sizeBits === 16 ? (this.eflags & ~0xffffn) | (value & 0xffffn) : value;
    else if (place.kind === "flag") this.#writeFlag(place.flag, value);
    else this.#writeStack(place.index, value);
    return true;
  }

  #writeFlag(flag: FlagName, value: bigint): void {
    const mask = BigInt(FLAG[flag]);
    this.eflags = value & 1n ? this.eflags | mask : this.eflags & ~mask;
  }

  /** Writes ST(index) and marks the register as in use; its tag is 00, 01 or 10 by what it holds (SDM Vol. 1, 8.1.7). */
  #writeStack(index: number, value: bigint): void {
    const offset = this.#stackOffset(index);
    this.#writeBytes(offset, 10, value);
    const physical = (offset - STATE.st) / 16;
    const exponent = (value >> 64n) & 0x7fffn;
    const special = exponent === 0x7fffn || (value & (1n << 63n)) === 0n;
    const tag = BigInt.asUintN(79, value) === 0n ? 1 : special ? 2 : 0;
    const at = this.#base + STATE.ftw;
    const tags = this.#view.getUint16(at, true) & ~(3 << (2 * physical));
    this.#view.setUint16(at, tags | (tag << (2 * physical)), true);
  }

  save(): Uint8Array {
    return this.#bytes.slice();
  }

  restore(bytes: Uint8Array): void {
    this.#bytes.set(bytes.subarray(0, STATE_SIZE_BYTES));
  }
}

/** Lays the state struct into `memory` as a fresh thread has it (everything zero but the control words) and gives access to it. */
export function createState(memory: Memory): CpuState {
  return new StructState(memory);
}
