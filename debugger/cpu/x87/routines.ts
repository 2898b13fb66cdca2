// The x87 instructions as routines: each waits for pending exceptions, does its work, and pops where it should.
// Constants of a call are small numbers: stack indices, positions in the lists of formats and operations, pops.

import { checkedAddress } from "../evaluate-memory.ts";
import { CpuException, type Evaluator, STOPPED } from "../evaluator.ts";
import { EXCEPTION } from "../float/arithmetic.ts";
import type { Unpacked } from "../float/format.ts";
import type { Routine } from "../routine.ts";
import {
  BINARIES,
  binary,
  changeSign,
  compare,
  compareToConditions,
  examine,
  extract,
  remainder,
  roundToInteger,
  scale,
  squareRoot,
  stackOperand,
} from "./arithmetic.ts";
import {
  environmentBytes,
  environmentSize,
  FXSAVE_BYTES,
  fxrstor,
  fxsaveBytes,
  loadEnvironment,
  loadState,
  type PointerBytes,
  stateBytes,
} from "./environment.ts";
import { componentsInUse, restoreArea, type Saving, savedArea, XSAVE_BYTES } from "./extended-state.ts";
import {
  arcTangentOf,
  powerMinusOne,
  sineOrCosine,
  timesLogarithm,
  timesLogarithmPlusOne,
  twoResults,
} from "./transcendental.ts";
import {
  conditionalMove,
  decodeMemory,
  exchange,
  FORMAT_BYTES,
  indefinite,
  load,
  loadConstant,
  loadRegister,
  MEMORY_FORMATS,
  prepareStore,
  storeRegister,
} from "./transfer.ts";
import { STATUS, type X87Unit, x87Of } from "./unit.ts";

type Run = (u: X87Unit, args: readonly bigint[], constants: readonly number[]) => readonly bigint[] | undefined;

const helper = (wait: "waits" | "never waits", run: Run): Routine => ({
  effects: { state: "write", faults: "maybe" },
  run: (e, args, constants) => {
    const unit = x87Of(e);
    if (wait === "waits") unit.checkPending();
    return run(unit, args, constants) ?? [];
  },
});

/** The second operand: ST(index), or what memory held; `format` −1 for a register. */
function operandOf(u: X87Unit, args: readonly bigint[], format: number, index: number): Unpacked | undefined {
  return format < 0 ? stackOperand(u, index) : decodeMemory(args[0]!, MEMORY_FORMATS[format]!);
}

function popTimes(u: X87Unit, times: number): void {
  for (let k = 0; k < times; k++) u.pop();
}

/** What an instruction does with the bytes at an address: the kind is the semantics' addressKind. */
interface Use {
  readonly sizeBytes: number;
  readonly access: "read" | "write";
  readonly kind: number | undefined;
}

/** The address as a number, if it is one of a user program's. @throws {CpuException} #GP, #SS or #PF */
function placeOf(address: bigint, { sizeBytes, access, kind = 0 }: Use): number {
  const words = [address, address >> 32n].map((word) => Number(BigInt.asIntN(32, word)));
  const space = kind & 1 ? "stack" : "data";
  return checkedAddress(words[0]!, words[1]!, { sizeBytes, access, space, limit: kind & 2 ? "32" : undefined });
}

/** Stores bytes after everybody had a say: page, observer. */
function storeChecked(e: Evaluator, address: number, bytes: Uint8Array, commit: () => void): void {
  e.memory.checkWrite(address, bytes.length);
  if (e.access?.(address, bytes.length, "write") === "stop") throw STOPPED;
  commit();
  e.memory.storeBytes(address, bytes);
}

const littleEndian = (bits: bigint, sizeBytes: number): Uint8Array =>
  Uint8Array.from({ length: sizeBytes }, (_, k) => Number((bits >> BigInt(8 * k)) & 255n));

/** Exceptions that keep a store to memory from happening when they are not masked. */
const STORE_STOPPERS = EXCEPTION.invalid | EXCEPTION.overflow | EXCEPTION.underflow;

/** FST, FIST, FBSTP and kin: [format, truncates, pops, kind of address]. The page is checked before any exception is noted. */
const store: Run = (u, [address], [formatIndex, truncates, pops, kind]) => {
  const format = MEMORY_FORMATS[formatIndex!]!;
  const at = placeOf(address!, { sizeBytes: FORMAT_BYTES[format], access: "write", kind });
  const prepared = prepareStore(u, format, truncates ? "truncate" : "control");
  const empty = prepared === "empty";
  const flags = empty ? EXCEPTION.invalid | STATUS.stackFault : prepared.flags;
  const bits = empty ? indefinite(format) : prepared.bits;
  const stopped = flags & ~u.control & STORE_STOPPERS;
  const note = (): void => {
    // What is not stored was not rounded either.
    u.note(stopped ? flags & ~EXCEPTION.inexact : flags, !empty && prepared.roundedUp && stopped === 0);
  };
  if (stopped) {
    u.evaluator.memory.checkWrite(at, FORMAT_BYTES[format]);
    note();
    return undefined;
  }
  storeChecked(u.evaluator, at, littleEndian(bits, FORMAT_BYTES[format]), note);
  popTimes(u, pops!);
  return undefined;
};

/** Loads bytes for FLDENV and kin. */
function loadChecked(e: Evaluator, start: bigint, sizeBytes: number, kind: number | undefined): Uint8Array {
  const address = placeOf(start, { sizeBytes, access: "read", kind });
  const bytes = e.memory.loadBytes(address, sizeBytes);
  if (e.access?.(address, sizeBytes, "read") === "stop") throw STOPPED;
  return bytes;
}

const alignedFor = (address: bigint, alignBytes = 16n): void => {
  if (address % alignBytes !== 0n) {
    throw new CpuException({ vector: "#GP", errorCode: 0, detail: `the address is not a multiple of ${alignBytes}` });
  }
};

const pointersOf = (size: number | undefined): PointerBytes => (size === 8 ? 8 : 4);

/** XSAVE and kin: [address, components], [bits, kind of address, bytes of a pointer]. */
const saving = (how: Saving): Routine =>
  helper("never waits", (u, [address, asked], [bits, kind, pointer]) => {
    alignedFor(address!, 64n);
    const form = { bits: bits!, pointers: pointersOf(pointer) };
    const at = placeOf(address!, { sizeBytes: XSAVE_BYTES, access: "write", kind });
    u.evaluator.memory.checkWrite(at, XSAVE_BYTES);
    const old = u.evaluator.memory.loadBytes(at, XSAVE_BYTES);
    storeChecked(u.evaluator, at, savedArea(u, old, Number(asked! & 7n), how, form), () => {});
    return undefined;
  });

const MAX_INSTRUCTION_BYTES = 15;
/** The first byte of every x87 instruction, behind its prefixes. */
const isEscape = (byte: number): boolean => (byte & 0xf8) === 0xd8;

/**
 * Opcode and operand of an instruction that has raised an exception which is not masked: [offset of the operand in memory].
 * The CPU keeps both only then (SDM Vol. 1, 8.1.8 and 8.1.9; CPUID says FDP_EXCPTN_ONLY).
 */
function noteRaised(e: Evaluator, [operand]: readonly bigint[]): readonly bigint[] {
  const unit = x87Of(e);
  if ((unit.status & STATUS.summary) === 0) return [];
  const { last } = unit;
  const code = e.memory.fetch(Number(last.instruction), MAX_INSTRUCTION_BYTES);
  const at = code.findIndex(isEscape);
  const opcode = at < 0 ? 0 : ((code[at]! & 7) << 8) | code[at + 1]!;
  unit.last = { ...last, opcode, operand: operand ?? last.operand };
  return [];
}

const environmentRoutines: Readonly<Record<string, Routine>> = {
  fnstenv: helper("never waits", (u, [address], [sizeBits, kind]) => {
    const bytes = environmentBytes(u, sizeBits!);
    const at = placeOf(address!, { sizeBytes: bytes.length, access: "write", kind });
    storeChecked(u.evaluator, at, bytes, () => {});
    u.control |= 0x3f;
    return undefined;
  }),
  fldenv: helper("waits", (u, [address], [sizeBits, kind]) => {
    loadEnvironment(u, loadChecked(u.evaluator, address!, environmentSize(sizeBits!), kind), sizeBits!);
    return undefined;
  }),
  fnsave: helper("never waits", (u, [address], [sizeBits, kind]) => {
    const bytes = stateBytes(u, sizeBits!);
    const at = placeOf(address!, { sizeBytes: bytes.length, access: "write", kind });
    storeChecked(u.evaluator, at, bytes, () => {});
    u.initialise();
    return undefined;
  }),
  frstor: helper("waits", (u, [address], [sizeBits, kind]) => {
    loadState(u, loadChecked(u.evaluator, address!, environmentSize(sizeBits!) + 80, kind), sizeBits!);
    return undefined;
  }),
  fxsave: helper("never waits", (u, [address], [bits, kind, pointer]) => {
    alignedFor(address!);
    const at = placeOf(address!, { sizeBytes: FXSAVE_BYTES, access: "write", kind });
    u.evaluator.memory.checkWrite(at, FXSAVE_BYTES);
    const old = u.evaluator.memory.loadBytes(at, FXSAVE_BYTES);
    storeChecked(u.evaluator, at, fxsaveBytes(u, old, bits!, pointersOf(pointer)), () => {});
    return undefined;
  }),
  fxrstor: helper("never waits", (u, [address], [bits, kind, pointer]) => {
    alignedFor(address!);
    const area = loadChecked(u.evaluator, address!, FXSAVE_BYTES, kind);
    const done = fxrstor(u, area, bits!, pointersOf(pointer));
    if (!done) throw new CpuException({ vector: "#GP", errorCode: 0, detail: "MXCSR has no such bits" });
    return undefined;
  }),
  xsave: saving("xsave"),
  xsaveopt: saving("xsaveopt"),
  xsavec: saving("xsavec"),
  xrstor: helper("never waits", (u, [address, asked], [bits, kind, pointer]) => {
    alignedFor(address!, 64n);
    const area = loadChecked(u.evaluator, address!, XSAVE_BYTES, kind);
    restoreArea(u, area, Number(asked! & 7n), { bits: bits!, pointers: pointersOf(pointer) });
    return undefined;
  }),
  xgetbv: helper("never waits", (u, [register], [bits]) => {
    if (register === 0n) return [7n];
    if (register === 1n) return [BigInt(componentsInUse(u, bits!))];
    throw new CpuException({
      vector: "#GP",
      errorCode: 0,
      detail: `there is no extended control register ${register}`,
    });
  }),
  fnclex: helper("never waits", (u) => {
    u.clearExceptions();
    return undefined;
  }),
  fninit: helper("never waits", (u) => {
    u.initialise();
    return undefined;
  }),
  fldcw: helper("waits", (u, [value]) => {
    u.control = Number(value);
    return undefined;
  }),
  fwait: helper("waits", () => undefined),
  noteRaised: { effects: { state: "write", faults: "never" }, run: noteRaised },
};

const stackRoutines: Readonly<Record<string, Routine>> = {
  fincstp: helper("waits", (u) => {
    u.note(0, false);
    u.top = u.top + 1;
    return undefined;
  }),
  fdecstp: helper("waits", (u) => {
    u.note(0, false);
    u.top = u.top - 1;
    return undefined;
  }),
  ffree: helper("waits", (u, _args, [index, pops]) => {
    u.free(index!);
    popTimes(u, pops!);
    return undefined;
  }),
  fxch: helper("waits", (u, _args, [index]) => {
    exchange(u, index!);
    return undefined;
  }),
  fldRegister: helper("waits", (u, _args, [index]) => {
    loadRegister(u, index!);
    return undefined;
  }),
  fldMemory: helper("waits", (u, [bits], [format]) => {
    load(u, bits!, MEMORY_FORMATS[format!]!);
    return undefined;
  }),
  /** From the scratch room: [place]. */
  fldBytes: helper("waits", (u, _args, [place, format]) => {
    const at = u.evaluator.base * 4 + place!;
    let bits = 0n;
    for (let k = 9; k >= 0; k--) bits = (bits << 8n) | BigInt(u.evaluator.bytes[at + k]!);
    load(u, bits, MEMORY_FORMATS[format!]!);
    return undefined;
  }),
  fldConstant: helper("waits", (u, _args, [index]) => {
    loadConstant(u, index!);
    return undefined;
  }),
  fstRegister: helper("waits", (u, _args, [index, pops]) => {
    if (storeRegister(u, index!)) popTimes(u, pops!);
    return undefined;
  }),
  fstMemory: helper("waits", store),
  fcmov: helper("waits", (u, [condition], [index]) => {
    conditionalMove(u, index!, condition !== 0n);
    return undefined;
  }),
};

const computingRoutines: Readonly<Record<string, Routine>> = {
  /** [operation, destination, format or −1, source index, pops]. */
  fpuBinary: helper("waits", (u, args, [operation, dest, format, index, pops]) => {
    const done = binary(u, BINARIES[operation!]!, dest!, operandOf(u, args, format!, index!));
    if (done) popTimes(u, pops!);
    return undefined;
  }),
  /** [format or −1, index, quiet, pops]. */
  fpuCompare: helper("waits", (u, args, [format, index, quiet, pops]) => {
    const operand = operandOf(u, args, format!, index!);
    if (compareToConditions(u, operand, quiet ? "quiet" : "signalling")) popTimes(u, pops!);
    return undefined;
  }),
  /** FTST: against +0. */
  ftst: helper("waits", (u) => {
    compareToConditions(u, { kind: "zero", sign: 0 }, "signalling");
    return undefined;
  }),
  /** [index, quiet, pops] → EFLAGS bits, and whether they count. */
  fcomi: helper("waits", (u, _args, [index, quiet, pops]) => {
    const { bits, delivered } = compare(u, stackOperand(u, index!), quiet ? "quiet" : "signalling");
    if (delivered) popTimes(u, pops!);
    const flags = (bits & 4 ? 0x40 : 0) | (bits & 2 ? 0x04 : 0) | (bits & 1);
    return [BigInt(flags), delivered ? 1n : 0n];
  }),
  fxam: helper("waits", (u) => {
    examine(u);
    return undefined;
  }),
  fchs: helper("waits", (u) => {
    changeSign(u, (bits) => bits ^ (1n << 79n));
    return undefined;
  }),
  fabs: helper("waits", (u) => {
    changeSign(u, (bits) => bits & ~(1n << 79n));
    return undefined;
  }),
};

const simple = (run: (u: X87Unit) => unknown): Routine =>
  helper("waits", (u) => {
    run(u);
    return undefined;
  });

const functionRoutines: Readonly<Record<string, Routine>> = {
  fsqrt: simple(squareRoot),
  frndint: simple(roundToInteger),
  fscale: simple(scale),
  fxtract: simple(extract),
  fprem: simple((u) => remainder(u, "cut")),
  fprem1: simple((u) => remainder(u, "nearest")),
  fsin: simple((u) => sineOrCosine(u, "sin")),
  fcos: simple((u) => sineOrCosine(u, "cos")),
  fsincos: simple((u) => twoResults(u, "sincos")),
  fptan: simple((u) => twoResults(u, "tangent")),
  fpatan: simple(arcTangentOf),
  fyl2x: simple(timesLogarithm),
  fyl2xp1: simple(timesLogarithmPlusOne),
  f2xm1: simple(powerMinusOne),
};

export const x87Routines: Readonly<Record<string, Routine>> = {
  ...environmentRoutines,
  ...stackRoutines,
  ...computingRoutines,
  ...functionRoutines,
};
