// The intermediate representation: what one instruction does, as plain data. Semantics functions produce it through the
// Builder; the step engine, the translator, the disassembler's read and write sets and the definedness rules consume it.
//
// An instruction is a straight list of operations over numbered values. A value has one type, is made by one operation and
// never changes. Integers of 8, 16 and 32 bits live in an i32, those of 64 bits in an i64; the bits above the size of a
// narrow value are zero in what `getRegister` and `load` give, and arbitrary after arithmetic until a `zext` says otherwise.
//
// Rules every list keeps, so that a fault leaves everything as before the instruction:
//  - operations that can fault (load, store, checkWrite, trap, trapIf, divide, some routines) precede all that change
//    registers, flags or memory; a second store in one instruction is "unchecked", its range was checked before;
//  - at most one operation decides where to go on (jump, branch, systemCall, trap), and it is the last one;
//  - without such an operation the instruction goes on at `next`.

import type { Vector } from "./core.ts";
import type { FlagName } from "./state.ts";

export type ValueType = "i32" | "i64";
/** Number of a value; `InstructionIr.types` has its type. */
export type Value = number & { readonly brand: "value" };

/** Which bits of a general register. Writing "32" clears the upper half (SDM Vol. 1, 3.4.1.1). */
export type RegisterPart = "low8" | "high8" | "16" | "32" | "64";
/** The sixteen conditions of jcc, setcc and cmovcc (SDM Vol. 2D, B.1.4.7), by the name without prefix. */
export type Condition =
  | "o"
  | "no"
  | "b"
  | "ae"
  | "e"
  | "ne"
  | "be"
  | "a"
  | "s"
  | "ns"
  | "p"
  | "np"
  | "l"
  | "ge"
  | "le"
  | "g";

/** a op b in one type. Shift and rotate counts are of that type too and taken modulo its width. */
export type BinaryName = "add" | "sub" | "mul" | "and" | "or" | "xor" | "shl" | "shrU" | "shrS" | "rotl" | "rotr";
/** a op b as i32 0 or 1. */
export type CompareName = "eq" | "ne" | "ltU" | "ltS" | "leU" | "leS";
/** One operand, same type. clz and ctz of 0 give the width. zext32 and sext32 are for i64 only. */
export type UnaryName =
  | "clz"
  | "ctz"
  | "popcnt"
  | "zext8"
  | "zext16"
  | "zext32"
  | "sext8"
  | "sext16"
  | "sext32"
  | "byteSwap";
/** Between the types. */
export type ConvertName = "wrap" | "extendU" | "extendS";
/** How a producer makes the six arithmetic flags: sub also for cmp and neg; inc and dec keep CF; logic clears CF, OF and AF. */
export type FlagsKind = "add" | "adc" | "sub" | "sbb" | "logic" | "inc" | "dec";
/** The lazy flag words of the state struct. */
export type FlagWord = "result" | "carry" | "aux";
/** Bits of EFLAGS that are stored as they are. */
export type SystemFlagName = "df" | "ac" | "id" | "tf";
export type SegmentName = "es" | "cs" | "ss" | "ds" | "fs" | "gs";
/** Which fault a non-canonical address is: #SS(0) for "stack", #GP(0) for "data". */
export type AddressSpace = "data" | "stack";
export type SizeBits = 8 | 16 | 32 | 64;

/**
 * Where a vector operation finds and leaves its bytes: byte offset from the start of the state struct. Vector and x87
 * registers are there; `VECTOR_SCRATCH` gives room for loaded operands.
 */
export type StateOffset = number;
/** Two 64-byte rooms for vector operands that come from or go to memory. */
export const VECTOR_SCRATCH: readonly StateOffset[] = [0x440, 0x480];

export type Op =
  // ---- pure
  | { readonly op: "const"; readonly dest: Value; readonly value: bigint }
  | { readonly op: BinaryName; readonly dest: Value; readonly a: Value; readonly b: Value }
  | { readonly op: CompareName; readonly dest: Value; readonly a: Value; readonly b: Value }
  | { readonly op: UnaryName | ConvertName; readonly dest: Value; readonly a: Value }
  /** i32 1 when a is 0, else 0. */
  | { readonly op: "eqz"; readonly dest: Value; readonly a: Value }
  /** a when condition (i32) is not 0, else b. */
  | { readonly op: "select"; readonly dest: Value; readonly condition: Value; readonly a: Value; readonly b: Value }
  /** The upper 64 bits of the 128-bit product of two i64. */
  | { readonly op: "mulHighU" | "mulHighS"; readonly dest: Value; readonly a: Value; readonly b: Value }
  /** The carry word that says CF = carry and OF = overflow (i32, 0 or 1 each). */
  | { readonly op: "packCarry"; readonly dest: Value; readonly carry: Value; readonly overflow: Value }
  // ---- state
  | { readonly op: "getRegister"; readonly dest: Value; readonly register: number; readonly part: RegisterPart }
  | { readonly op: "setRegister"; readonly register: number; readonly part: RegisterPart; readonly value: Value }
  | { readonly op: "getSegmentBase"; readonly dest: Value; readonly segment: "fs" | "gs" }
  | { readonly op: "getSelector"; readonly dest: Value; readonly segment: SegmentName }
  | { readonly op: "setSelector"; readonly segment: SegmentName; readonly value: Value }
  /** i32 0 or 1. */
  | { readonly op: "getFlag"; readonly dest: Value; readonly flag: FlagName }
  | { readonly op: "getCondition"; readonly dest: Value; readonly condition: Condition }
  /** Sets one flag to an i32 0 or 1, all others stay. */
  | { readonly op: "setFlag"; readonly flag: FlagName; readonly value: Value }
  /** All arithmetic flags of `result` = a kind b; a, b and result count in their low `sizeBits` bits. adc and sbb: the carry that went in is implied. */
  | {
      readonly op: "setFlags";
      readonly kind: FlagsKind;
      readonly sizeBits: SizeBits;
      readonly a: Value;
      readonly b: Value;
      readonly result: Value;
    }
  | { readonly op: "getFlagWord"; readonly dest: Value; readonly word: FlagWord }
  /** All arithmetic flags from the three words (i64 each). */
  | { readonly op: "setFlagWords"; readonly result: Value; readonly carry: Value; readonly aux: Value }
  /** All of EFLAGS as i32, RF and VM clear. */
  | { readonly op: "getEflags"; readonly dest: Value }
  /** The bits of `mask` from an i32; others stay. */
  | { readonly op: "setEflags"; readonly value: Value; readonly mask: number }
  /** Bytes of the state struct as a value: lanes of vector registers, control words. Values narrower than 32 bits are zero-extended. */
  | { readonly op: "getState"; readonly dest: Value; readonly offset: StateOffset; readonly sizeBits: SizeBits }
  | { readonly op: "setState"; readonly offset: StateOffset; readonly value: Value; readonly sizeBits: SizeBits }
  // ---- memory: the address is linear (segment base included), i64, or i32 in 32-bit mode
  /** "update": the same bytes are stored later, so the page must be writable now (the CPU faults as a write). */
  | {
      readonly op: "load";
      readonly dest: Value;
      readonly address: Value;
      readonly sizeBits: SizeBits;
      readonly space: AddressSpace;
      readonly intent: "read" | "update";
    }
  | {
      readonly op: "store";
      readonly address: Value;
      readonly value: Value;
      readonly sizeBits: SizeBits;
      readonly space: AddressSpace;
      readonly check: "checked" | "unchecked";
    }
  /** Faults as a store of these bytes would, and lets the observer see it, unless nothing follows that writes there. */
  | {
      readonly op: "checkWrite";
      readonly address: Value;
      readonly sizeBytes: number;
      readonly space: AddressSpace;
      readonly follows: "store" | "nothing";
    }
  /** Copies memory to a place in the state struct; address must be a multiple of alignBytes, else #GP(0). */
  | {
      readonly op: "loadBytes";
      readonly dest: StateOffset;
      readonly address: Value;
      readonly sizeBytes: number;
      readonly alignBytes: number;
      readonly space: AddressSpace;
    }
  | {
      readonly op: "storeBytes";
      readonly source: StateOffset;
      readonly address: Value;
      readonly sizeBytes: number;
      readonly alignBytes: number;
      readonly space: AddressSpace;
    }
  // ---- operations that do not fit in a few of the above
  /** high:low divided by divisor, all `sizeBits` wide; #DE when divisor is 0 or the quotient does not fit. */
  | {
      readonly op: "divide";
      readonly signed: "signed" | "unsigned";
      readonly sizeBits: SizeBits;
      readonly quotient: Value;
      readonly remainder: Value;
      readonly high: Value;
      readonly low: Value;
      readonly divisor: Value;
    }
  /**
   * A vector operation of vector/index.ts on bytes in the state struct: reads a and b, writes `sizeBytes` at dest. Those on
   * floating point read and write MXCSR and may fault before they write.
   */
  | {
      readonly op: "vector";
      readonly name: string;
      readonly dest: StateOffset;
      readonly a: StateOffset;
      readonly b: StateOffset;
      readonly sizeBytes: number;
      readonly immediate: number;
    }
  /** A function of routines.ts, with its effects declared there. */
  | {
      readonly op: "helper";
      readonly name: string;
      readonly arguments: readonly Value[];
      readonly results: readonly Value[];
      /** Small constants the function takes: sizes, state offsets, immediates. */
      readonly constants: readonly number[];
    }
  // ---- where to go on
  /** Goes on at `target` (i64, or i32 in 32-bit mode); call and return keep the record of calls. */
  | { readonly op: "jump"; readonly target: Value; readonly kind: "jump" | "call" | "return" }
  /** Goes on at `target` when condition (i32) is not 0, else behind the instruction. */
  | { readonly op: "branch"; readonly condition: Value; readonly target: bigint }
  /** A fault leaves rip on the instruction; a trap has retired it. */
  | {
      readonly op: "trap";
      readonly vector: Vector;
      readonly errorCode: number;
      readonly delivery: "fault" | "trap";
      readonly detail?: string;
    }
  | {
      readonly op: "trapIf";
      readonly condition: Value;
      readonly vector: Vector;
      readonly errorCode: number;
      readonly delivery: "fault" | "trap";
      readonly detail?: string;
    }
  | { readonly op: "systemCall"; readonly by: "syscall" | "int80" | "sysenter" };

export type OpName = Op["op"];
/** The operation of that name. */
export type OpOf<Name extends OpName> = Op extends infer O
  ? O extends { readonly op: infer N }
    ? [Name] extends [N]
      ? O
      : never
    : never
  : never;

/** A repeat prefix around the operations of one iteration (SDM Vol. 2B, REP): the counter is checked, then each iteration decrements it. */
export interface Repeat {
  /** repe goes on while ZF is 1, repne while it is 0, rep for the count alone. */
  readonly kind: "rep" | "repe" | "repne";
  /** Which part of rcx counts. */
  readonly counter: RegisterPart;
}

/** What one instruction at one address does. */
export interface InstructionIr {
  readonly address: bigint;
  /** Address of the instruction behind it. */
  readonly next: bigint;
  readonly ops: readonly Op[];
  /** Type of each value. */
  readonly types: readonly ValueType[];
  readonly repeat: Repeat | undefined;
}

/** The part of a register that has so many low bits. */
export function partOf(sizeBits: number): RegisterPart {
  return sizeBits === 8 ? "low8" : (String(sizeBits) as RegisterPart);
}

/** Type that holds an integer of so many bits. */
export const typeOf = (sizeBits: number): ValueType => (sizeBits === 64 ? "i64" : "i32");
