// The nouns of an instruction: what the assembler asks to encode, what the decoder finds, and the form that joins them.
// A form is one line of an opcode table (SDM Vol. 2) with its sizes expanded; rows are written in `table/*.ts`.

import type { Register } from "./register.ts";

/** Code size of `bits 16|32|64`, and of an execution mode. */
export type Bits = 16 | 32 | 64;
export type Access = "r" | "w" | "rw" | "none";

/** One encodable form. Row order inside a mnemonic is NASM's match order: its choice of bytes and of message follows it. */
export interface Form {
  /** Lower case, as written: aliases (je, jz) are mnemonics of their own with the same forms. */
  readonly mnemonic: string;
  readonly operands: readonly OperandType[];
  /** The row as written in the table, for hover, messages and tests. */
  readonly row: string;
  /** Position in the mnemonic's expanded rows, from 0. */
  readonly index: number;
  /** Modes the form exists in. */
  readonly modes: readonly Bits[];
  /** CPU feature in the SDM's words ("AVX2"), empty for the base set. */
  readonly feature: string;
  /** What the encoder and decoder need, compiled from the row; opaque to everybody else. */
  readonly code: unknown;
}

/** Type of an explicit operand in a form: SDM notation ("r/m32", "imm8", "rel32", "xmm2/m128"), with access and size. */
export interface OperandType {
  readonly text: string;
  readonly access: Access;
  /** Size of the value in bits; 0 where the form leaves it open (lea's memory, invlpg). */
  readonly sizeBits: number;
}

// ---- encoding -------------------------------------------------------------------------------------------------------

/** A number as an expression gives it during a pass. */
export interface Value {
  /** The number, or the offset inside its segment; signed, 64 bits wrapped. */
  readonly offset: bigint;
  /** The section or extern the offset counts from; `NO_SEGMENT` for a plain number. */
  readonly segment: number;
  /** `wrt` segment id, `NO_SEGMENT` if none. */
  readonly wrt: number;
  /** Depends on something not defined yet in this pass: NASM then assumes the optimistic size. */
  readonly forward: boolean;
  /** Unknown in this pass altogether. */
  readonly unknown: boolean;
}

/** `Value.segment` of a plain number. */
export const NO_SEGMENT = -1;

export type Distance = "short" | "near" | "far" | "to";

/** Words written before an operand: `strict dword`, `near`, `far`. `sizeBits` 0 = none written. */
export interface OperandWords {
  readonly sizeBits: number;
  readonly strict: boolean;
  readonly distance?: Distance | undefined;
}

export interface RegisterOperand extends OperandWords {
  readonly kind: "register";
  readonly register: Register;
  /** `{k1}` number, `{z}`, `{rn-sae}` … */
  readonly mask?: Register | undefined;
  readonly zeroing?: boolean | undefined;
  /** `zmm4+3`: registers beyond the first, also a number that cannot be; absent = none written. */
  readonly registerSet?: number | undefined;
  /** Elements of `{1toN}`, which no register can have; 0 or absent = none. */
  readonly broadcast?: number | undefined;
}
export interface ImmediateOperand extends OperandWords {
  readonly kind: "immediate";
  readonly value: Value;
  /** The segment part of `seg:offset`, when written so. */
  readonly farSegment?: Value | undefined;
  /** Decorators, which no number can have. */
  readonly mask?: Register | undefined;
  readonly zeroing?: boolean | undefined;
  readonly broadcast?: number | undefined;
}
export interface MemoryOperand extends OperandWords {
  readonly kind: "memory";
  readonly base?: Register | undefined;
  readonly index?: Register | undefined;
  /** 1, 2, 4, 8; 0 without an index. */
  readonly scale: number;
  /** NASM's hint: `[reg*1+b]` keeps reg as index; `nosplit`. */
  readonly hint: "none" | "make-base" | "not-base" | "summed";
  readonly noSplit: boolean;
  readonly displacement: Value;
  /** True when a displacement was written (even 0 as `[rax+0]` counts as not; a label always counts). */
  readonly hasDisplacement: boolean;
  /** Forced by `[byte rax+1]` `[dword …]`, in bits; 0 = free. */
  readonly displacementSizeBits: number;
  /** Address size forced by `[a32 …]` or a size word inside the brackets, in bits; 0 = free. */
  readonly addressSizeBits: number;
  /** After `rel`, `abs`, `default rel`: whether RIP-relative is wanted. */
  readonly relative: boolean;
  /** The displacement counts from the instruction's own place (`label - $`), so that it cannot be RIP-relative, too. */
  readonly selfRelative?: boolean | undefined;
  /** True when `rel`/`abs` was written on this operand. */
  readonly relativeExplicit: boolean;
  readonly segment?: Register | undefined;
  /** `{1to8}`: 2, 4, 8, 16, 32; 0 = none. */
  readonly broadcast: number;
  readonly mask?: Register | undefined;
  readonly zeroing?: boolean | undefined;
}
/** `{rn-sae}` and friends standing as an operand of their own. */
export interface RoundingOperand extends OperandWords {
  readonly kind: "rounding";
  readonly mode: "rn-sae" | "rd-sae" | "ru-sae" | "rz-sae" | "sae";
}
export type Operand = RegisterOperand | ImmediateOperand | MemoryOperand | RoundingOperand;

/** `latevex`: VEX forms that came after their EVEX twins may be chosen too. */
export interface Encodings {
  readonly vex: "allowed" | "barred";
  readonly evex: "allowed" | "barred";
  readonly latevex: "allowed" | "barred";
}

/** Everything the encoder is asked for one instruction in one pass. */
export interface EncodeRequest {
  readonly mnemonic: string;
  /** Lower case, in the order written: lock, rep, repe, repz, repne, repnz, xacquire, xrelease, bnd, nobnd, wait, a16 … o64, cs … gs, `{vex}` as vex, vex2, vex3, evex, rex. */
  readonly prefixes: readonly string[];
  readonly operands: readonly Operand[];
  readonly bits: Bits;
  /** Where the instruction stands, for jump sizes. */
  readonly here: { readonly segment: number; readonly offset: bigint };
  /** `-O0` none, `-O1` minimal, `-Ox` full; `jumps` false for 16-bit `-O0` long jumps as NASM does. */
  readonly optimise: "none" | "minimal" | "full";
  /** `cpu` directive level name, lower case; undefined = everything. */
  readonly cpu?: string;
  /** Encodings of vector instructions that may be chosen without an explicit prefix, from `cpu`; VEX and EVEX when absent. */
  readonly encodings?: Encodings;
  /** `default rel`, for an address without brackets: lea rsi, label. */
  readonly defaultRelative?: boolean;
  /** `default bnd`. */
  readonly defaultBnd?: boolean;
  /** True in the last pass: sizes can no longer change, range warnings are wanted. */
  readonly final: boolean;
}

/** Where an operand's value stands in the bytes, so that the assembler can make a fixup for it. */
export interface Slot {
  readonly operand: number;
  readonly part: "immediate" | "displacement" | "far-segment";
  readonly offset: number;
  readonly sizeBytes: 1 | 2 | 4 | 8;
  /** The stored value counts from the end of the instruction (jumps, RIP-relative); bytes hold the value as if the segment began at 0. */
  readonly relative: boolean;
  /** The CPU sign-extends the field to the operation's size: decides the relocation (R_X86_64_32S) and the overflow rule. */
  readonly signed: boolean;
  /** What the field is used for: relocation kinds R_X86_64_PLT32, PC32 … and messages follow it. */
  readonly use: "branch" | "address" | "data";
}

/** A field of a plain number: all of it, little endian. */
export type NumberField = Pick<Slot, "operand" | "offset" | "sizeBytes">;

/** A warning of the encoder with NASM's class and text. */
export interface EncodeWarning {
  readonly code: string;
  readonly message: string;
  /** NASM warns each time it measures, so in every pass. */
  readonly measured?: boolean;
  readonly operand?: number;
  /** So many bytes of the instruction stand before what is warned of. */
  readonly at?: number;
}

export interface Encoded {
  readonly ok: true;
  readonly form: Form;
  readonly bytes: Uint8Array;
  readonly slots: readonly Slot[];
  /** Where plain numbers stand: other numbers that NASM treats alike would stand there, too. */
  readonly numbers: readonly NumberField[];
  readonly warnings: readonly EncodeWarning[];
}
/** Why nothing fits: `message` is NASM's own text for the best partial match. */
export interface EncodeFailure {
  readonly ok: false;
  readonly code: string;
  readonly message: string;
  /** The operand to underline, when one is to blame. */
  readonly operand?: number;
  /** Warnings NASM gives before the error, in order. */
  readonly warnings?: readonly EncodeWarning[];
  /** Warnings NASM gives behind the error. */
  readonly afterwards?: readonly EncodeWarning[];
  /** Further errors NASM gives behind these, in order. */
  readonly more?: readonly string[];
}

// ---- decoding -------------------------------------------------------------------------------------------------------

export interface DecodedRegister {
  readonly kind: "register";
  readonly register: Register;
}
export interface DecodedMemory {
  readonly kind: "memory";
  readonly base?: Register;
  readonly index?: Register;
  readonly scale: 1 | 2 | 4 | 8;
  /** Signed; for RIP-relative it counts from the next instruction. */
  readonly displacement: bigint;
  /** Bytes the displacement takes in the encoding: 0, 1, 2, 4 or 8. */
  readonly displacementBytes: number;
  readonly ripRelative: boolean;
  readonly addressSizeBits: Bits;
  /** Segment whose base counts: explicit override, else the default (ss for rsp/rbp bases). */
  readonly segment: "es" | "cs" | "ss" | "ds" | "fs" | "gs";
  readonly segmentExplicit: boolean;
  readonly sizeBits: number;
}
export interface DecodedImmediate {
  readonly kind: "immediate";
  /** Sign- or zero-extended to the operation's size as the form says; a signed bigint. */
  readonly value: bigint;
  readonly sizeBits: number;
}
/** A jump's target as displacement from the next instruction. */
export interface DecodedRelative {
  readonly kind: "relative";
  readonly displacement: bigint;
  readonly sizeBits: number;
}
export interface DecodedFar {
  readonly kind: "far";
  readonly segment: number;
  readonly offset: bigint;
}
export type DecodedOperand = DecodedRegister | DecodedMemory | DecodedImmediate | DecodedRelative | DecodedFar;

/** One machine instruction taken apart. */
export interface Decoded {
  /** The canonical mnemonic: the key of the semantics table (one of each alias group: jz, not je). */
  readonly mnemonic: string;
  readonly form: Form;
  /** 1 … 15. */
  readonly lengthBytes: number;
  readonly bits: Bits;
  /** Size of the operation in bits (8, 16, 32, 64; vector sizes for vectors). */
  readonly sizeBits: number;
  readonly addressSizeBits: Bits;
  readonly lock: boolean;
  /** F3 or F2 acting as a repeat prefix. */
  readonly repeat: "none" | "rep" | "repne";
  /** A segment prefix that counts: string instructions and xlatb have no operand that could carry it. */
  readonly segmentOverride?: "es" | "cs" | "ss" | "ds" | "fs" | "gs";
  /** REX.W or VEX.W is set: some instructions on vector registers take general registers whole. */
  readonly w?: 1;
  /** Explicit operands in Intel order, parallel to `form.operands`. */
  readonly operands: readonly DecodedOperand[];
  /** Present behind an EVEX prefix: what the disassembler prints in braces. */
  readonly evex?: {
    /** aaa: 0 = no mask. */
    readonly mask: number;
    readonly zeroing: boolean;
    /** b: broadcast of a memory operand, rounding or exceptions suppressed between registers. */
    readonly broadcastOrRounding: boolean;
    readonly w: number;
    /** L'L as encoded; the rounding mode where `broadcastOrRounding` says so. */
    readonly length: number;
  };
}
