// A call's arguments, taken one after the other as the callee's va_arg would: System V AMD64 (six integer registers, eight
// xmm registers, then the stack) and i386 cdecl (the stack). A va_list is another source of the same kind.
// Source: System V ABI AMD64, 3.2.3 "Parameter Passing" and 3.5.7 "Variable Argument Lists"; System V ABI i386, 2.2.3.

import type { CpuState } from "../cpu/state.ts";
import { GPR, STATE } from "../cpu/state.ts";
import type { Memory } from "../mem/memory.ts";

/** Takes the next argument as a type. Integers are signed unless the name says otherwise. */
export interface ArgumentSource {
  int(): number;
  unsigned(): number;
  /** 32 or 64 bits, by the machine. */
  long(): bigint;
  unsignedLong(): bigint;
  longLong(): bigint;
  /** As the guest passed it: any 64 (32) bits. */
  pointer(): bigint;
  double(): number;
  /** Of a prototype that says float: varargs pass doubles. */
  float(): number;
  /** The ten bytes of an 80-bit number as an integer. */
  longDouble(): bigint;
}

const integerRegisters = [GPR.rdi, GPR.rsi, GPR.rdx, GPR.rcx, GPR.r8, GPR.r9];
const FLOAT_REGISTERS = 8;

const scratch = new DataView(new ArrayBuffer(8));

/** The number whose IEEE 754 bits these are. */
export function doubleOfBits(bits: bigint): number {
  scratch.setBigUint64(0, bits);
  return scratch.getFloat64(0);
}

/** The same for the low 32 bits and a float. */
function floatOfBits(bits: bigint): number {
  scratch.setUint32(0, Number(bits & 0xffffffffn));
  return scratch.getFloat32(0);
}

/** The IEEE 754 bits of a number. */
export function bitsOfDouble(value: number): bigint {
  scratch.setFloat64(0, value);
  return scratch.getBigUint64(0);
}

/** What differs between the sources: where the next word and the next floating-point number come from. */
interface Slots {
  readonly bits: 32 | 64;
  word(): bigint;
  float(): bigint;
  /** 16-byte aligned slot of the stack in 64-bit mode, 12 bytes in 32-bit. */
  extended(): bigint;
}

/** Methods, not functions made anew: every call of libc has a source. */
class SlotSource implements ArgumentSource {
  readonly #slots: Slots;
  constructor(slots: Slots) {
    this.#slots = slots;
  }
  #wide(): bigint {
    const slots = this.#slots;
    return slots.bits === 64 ? slots.word() : slots.word() | (slots.word() << 32n);
  }
  int(): number {
    return Number(BigInt.asIntN(32, this.#slots.word()));
  }
  unsigned(): number {
    return Number(BigInt.asUintN(32, this.#slots.word()));
  }
  long(): bigint {
    return BigInt.asIntN(this.#slots.bits, this.#slots.word());
  }
  unsignedLong(): bigint {
    return this.#slots.word();
  }
  longLong(): bigint {
    return BigInt.asIntN(64, this.#wide());
  }
  pointer(): bigint {
    return this.#slots.word();
  }
  float(): number {
    return floatOfBits(this.#slots.bits === 64 ? this.#slots.float() : this.#slots.word());
  }
  double(): number {
    return doubleOfBits(this.#slots.bits === 64 ? this.#slots.float() : this.#wide());
  }
  longDouble(): bigint {
    return this.#slots.extended();
  }
}

const sourceFrom = (slots: Slots): ArgumentSource => new SlotSource(slots);

/** Below the return address: where glibc's variadic functions keep xmm0 (and the others behind it), if al says there are any. */
const SAVED_FLOATS = 0x88;

/**
 * Where a call finds its arguments when rip stands on its first instruction. `floats` "saved": al was 0, so a variadic
 * function has not saved xmm0 to xmm7 and takes what lies in their places on the stack.
 */
export function callArguments(
  memory: Memory,
  state: CpuState,
  bits: 32 | 64,
  floatsFrom: "registers" | "saved" = "registers",
): ArgumentSource {
  const stackPointer = state.gpr(GPR.rsp);
  if (bits === 32) return stackArguments(memory, Number(BigInt.asUintN(32, stackPointer)) + 4);
  const ymm = memory.layout.state + STATE.ymm;
  let integers = 0;
  let floats = 0;
  let overflow = Number(BigInt.asUintN(47, stackPointer)) + 8;
  const next = (): bigint => {
    overflow += 8;
    return memory.load(overflow - 8, 8);
  };
  return sourceFrom({
    bits: 64,
    word: () => (integers < integerRegisters.length ? state.gpr(integerRegisters[integers++]!) : next()),
    float() {
      if (floats >= FLOAT_REGISTERS) return next();
      const index = floats++;
      if (floatsFrom === "registers") return memory.view.getBigUint64(ymm + 32 * index, true);
      return memory.load(Number(BigInt.asUintN(47, stackPointer)) - SAVED_FLOATS + 16 * index, 8);
    },
    extended() {
      overflow += overflow % 16;
      overflow += 16;
      return memory.load(overflow - 16, 8) | (BigInt.asUintN(16, memory.load(overflow - 8, 8)) << 64n);
    },
  });
}

/** The first integer arguments of a call, as `unsignedLong` takes them: where nobody asks for more, a source costs too much. */
export function integerWords(memory: Memory, state: CpuState, bits: 32 | 64, count: number): bigint[] {
  const words: bigint[] = [];
  const stackPointer = Number(BigInt.asUintN(bits === 64 ? 47 : 32, state.gpr(GPR.rsp)));
  for (let k = 0; k < count; k++) {
    if (bits === 32) words.push(memory.load(stackPointer + 4 + 4 * k, 4));
    else if (k < integerRegisters.length) words.push(state.gpr(integerRegisters[k]!));
    else words.push(memory.load(stackPointer + 8 + 8 * (k - integerRegisters.length), 8));
  }
  return words;
}

/** i386: words on the stack from `address` up; also what its va_list is. */
export function stackArguments(memory: Memory, address: number): ArgumentSource {
  let at = address;
  const word = (): bigint => {
    at += 4;
    return memory.load(at - 4, 4);
  };
  return sourceFrom({
    bits: 32,
    word,
    float: () => word() | (word() << 32n),
    extended: () => word() | (word() << 32n) | (BigInt.asUintN(16, word()) << 64n),
  });
}

/** Integer arguments that have been read already, to be read again by another function. */
export function wordArguments(words: readonly bigint[], bits: 32 | 64): ArgumentSource {
  let index = 0;
  const word = (): bigint => words[index++] ?? 0n;
  return sourceFrom({ bits, word, float: word, extended: word });
}

/** A va_list as C passes it: in 64-bit mode a pointer to four fields, which are advanced; in 32-bit the stack address. */
export function listArguments(memory: Memory, list: bigint, bits: 32 | 64): ArgumentSource {
  if (bits === 32) return stackArguments(memory, Number(list));
  const at = Number(BigInt.asUintN(47, list));
  const advance = (field: number, sizeBytes: 4 | 8, by: bigint): bigint => {
    const before = memory.load(at + field, sizeBytes);
    memory.store(at + field, sizeBytes, before + by);
    return before;
  };
  const saved = (offset: bigint): bigint => memory.load(Number(memory.load(at + 16, 8) + offset), 8);
  const next = (): bigint => memory.load(Number(advance(8, 8, 8n)), 8);
  return sourceFrom({
    bits: 64,
    word: () => (memory.load(at, 4) < 48n ? saved(advance(0, 4, 8n)) : next()),
    float: () => (memory.load(at + 4, 4) < 176n ? saved(advance(4, 4, 16n)) : next()),
    extended() {
      const area = Number(memory.load(at + 8, 8));
      const aligned = area + (area % 16);
      memory.store(at + 8, 8, BigInt(aligned + 16));
      return memory.load(aligned, 8) | (BigInt.asUintN(16, memory.load(aligned + 8, 8)) << 64n);
    },
  });
}

/** A call that puts a double where its convention returns it: xmm0, or the top of the x87 stack. */
export function returnDouble(memory: Memory, bits: 32 | 64, value: number): void {
  const base = memory.layout.state;
  if (bits === 64) {
    memory.view.setFloat64(base + STATE.ymm, value, true);
    return;
  }
  const { significand, signExponent, tag } = extendDouble(value);
  pushExtended(memory, significand, signExponent, tag);
}

/** The same for a NaN, given by the bits of a double: a number of JavaScript's does not keep its sign everywhere. */
export function returnNan(memory: Memory, bits: 32 | 64, type: "double" | "float", nan: bigint): void {
  const at = memory.layout.state + STATE.ymm;
  const negative = nan >> 63n === 1n;
  if (bits === 32) pushExtended(memory, 3n << 62n, negative ? 0xffff : 0x7fff, 2);
  else if (type === "float") memory.view.setUint32(at, negative ? 0xffc00000 : 0x7fc00000, true);
  else memory.view.setBigUint64(at, nan, true);
}

/** A call that puts a long double where both conventions return it: the top of the x87 stack. */
export function returnExtended(memory: Memory, bits: bigint): void {
  const significand = BigInt.asUintN(64, bits);
  const signExponent = Number(BigInt.asUintN(16, bits >> 64n));
  const exponent = signExponent & 0x7fff;
  const isZero = exponent === 0 && significand === 0n;
  const isSpecial = exponent === 0x7fff || significand >> 63n === 0n;
  pushExtended(memory, significand, signExponent, isZero ? 1 : isSpecial ? 2 : 0);
}

function pushExtended(memory: Memory, significand: bigint, signExponent: number, tag: number): void {
  const base = memory.layout.state;
  const status = memory.view.getUint16(base + STATE.fsw, true);
  const top = (((status >> 11) & 7) + 7) & 7;
  memory.view.setUint16(base + STATE.fsw, (status & ~0x3800) | (top << 11), true);
  const at = base + STATE.st + 16 * top;
  memory.view.setBigUint64(at, significand, true);
  memory.view.setUint16(at + 8, signExponent, true);
  const tags = memory.view.getUint16(base + STATE.ftw, true);
  memory.view.setUint16(base + STATE.ftw, (tags & ~(3 << (2 * top))) | (tag << (2 * top)), true);
}

/** A double as the x87 keeps it: 64 bits of significand with its leading 1, sign and 15 bits of exponent, tag. */
export function extendDouble(value: number): { significand: bigint; signExponent: number; tag: number } {
  const bits = bitsOfDouble(value);
  const sign = Number(bits >> 63n) << 15;
  const exponent = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  if (exponent === 0x7ff) return { significand: (1n << 63n) | (fraction << 11n), signExponent: sign | 0x7fff, tag: 2 };
  if (exponent !== 0) {
    return { significand: (1n << 63n) | (fraction << 11n), signExponent: sign | (exponent + 16383 - 1023), tag: 0 };
  }
  if (fraction === 0n) return { significand: 0n, signExponent: sign, tag: 1 };
  const shift = 64 - fraction.toString(2).length;
  return { significand: fraction << BigInt(shift), signExponent: sign | (16383 - 1022 + 11 - shift), tag: 0 };
}
