// What the bytes of an instruction mean, wherever they stand. Takes bytes, gives the decoded instruction and, for all but
// those that name a place relative to themselves, its compiled steps: programs consist of the same instructions again and
// again, and each that is compiled takes a kilobyte and some microseconds.

import type { Decoded } from "../../server/isa/insn.ts";
import { buildInstruction } from "./build.ts";
import type { Care } from "./builder.ts";
import { type Compiled, compile } from "./compile.ts";
import type { Evaluator, Step } from "./evaluator.ts";
import type { InstructionIr, Op, Repeat } from "./ir.ts";
import { type StringRun, stringRunOf } from "./string-run.ts";

/** Kinds kept for other addresses to find. */
const MAX_KINDS = 20_000;
/** Places for those that are found without decoding, by their first bytes. */
const AT_HAND = 4096;

/** An instruction's operations, compiled. */
export interface InstructionCode {
  readonly steps: readonly Step[];
  readonly transfer: Compiled["transfer"];
  readonly repeat: Repeat | undefined;
  /** Of a repeated instruction all operations, of others the last. */
  readonly ops: readonly Op[];
}

export interface InstructionKind {
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
  readonly run: StringRun | undefined;
  /** It jumps or calls to where a register or memory says. */
  readonly isComputed: boolean;
  /** Where it was first met: the second one shows whether it is the same anywhere. */
  first: { readonly address: number; readonly ir: InstructionIr; readonly code: InstructionCode } | undefined;
  /** For any address; "fixed" when each address needs its own. */
  code: InstructionCode | "fixed" | undefined;
}

export interface InstructionKinds {
  /** The kind of the instruction that begins `bytes`, when it is at hand: no instruction is the beginning of another one. */
  knownAt(bytes: Uint8Array): InstructionKind | undefined;
  /**
   * @param bytes exactly those of the instruction, kept
   * @param window the same with what follows
   */
  kindOf(bytes: Uint8Array, decoded: Decoded, window: Uint8Array): InstructionKind;
  codeAt(kind: InstructionKind, address: number): InstructionCode;
}

/** Equal in all that operations say. */
function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}

/** By the first three bytes, be they the instruction's or of what follows. */
const handOf = (window: Uint8Array): number =>
  Math.imul(window[0]! | ((window[1] ?? 0) << 8) | ((window[2] ?? 0) << 16), 0x9e3779b1) >>> 20;

/** Instructions with 16-bit operands jump within 64 KiB: two addresses that far apart say nothing. */
const areApart = (a: number, b: number): boolean => ((a ^ b) & 0xffff) !== 0;

class Kinds implements InstructionKinds {
  readonly #evaluator: Evaluator;
  readonly #care: Care;
  readonly #kinds = new Map<string, InstructionKind>();
  readonly #atHand = new Array<InstructionKind | undefined>(AT_HAND).fill(undefined);

  constructor(evaluator: Evaluator, care: Care) {
    this.#evaluator = evaluator;
    this.#care = care;
  }

  knownAt(bytes: Uint8Array): InstructionKind | undefined {
    const kind = this.#atHand[handOf(bytes)];
    return kind?.bytes.every((byte, k) => byte === bytes[k]) ? kind : undefined;
  }

  kindOf(bytes: Uint8Array, decoded: Decoded, window: Uint8Array): InstructionKind {
    const kind = this.#kindOf(bytes, decoded);
    this.#atHand[handOf(window)] = kind;
    return kind;
  }

  #kindOf(bytes: Uint8Array, decoded: Decoded): InstructionKind {
    const key = String.fromCharCode(...bytes);
    const known = this.#kinds.get(key);
    if (known !== undefined) return known;
    const jumps = decoded.mnemonic === "jmp" || decoded.mnemonic === "call";
    const kind: InstructionKind = {
      bytes,
      decoded,
      run: this.#care === "none" ? stringRunOf(decoded) : undefined,
      isComputed: jumps && decoded.operands[0]?.kind !== "relative",
      first: undefined,
      code: undefined,
    };
    if (this.#kinds.size >= MAX_KINDS) this.#forget();
    this.#kinds.set(key, kind);
    return kind;
  }

  /** Programs that make code for ever. Who has a kind keeps it. */
  #forget(): void {
    for (const kind of this.#kinds.values()) kind.first = undefined;
    this.#kinds.clear();
  }

  codeAt(kind: InstructionKind, address: number): InstructionCode {
    if (kind.code !== undefined && kind.code !== "fixed") return kind.code;
    const ir = buildInstruction(kind.decoded, BigInt(address), this.#care);
    const { first } = kind;
    if (first !== undefined && kind.code === undefined && areApart(first.address, address)) {
      const isShared = isSame(first.ir.ops, ir.ops) && isSame(first.ir.types, ir.types);
      kind.code = isShared ? first.code : "fixed";
      kind.first = undefined;
      if (isShared) return first.code;
    }
    const { steps, transfer } = compile(this.#evaluator, ir);
    const { repeat } = ir;
    const code: InstructionCode = { steps, transfer, repeat, ops: repeat === undefined ? ir.ops.slice(-1) : ir.ops };
    if (first === undefined && kind.code === undefined) kind.first = { address, ir, code };
    return code;
  }
}

/** The instructions of one engine, built with or without care (segments.ts). */
export const createKinds = (evaluator: Evaluator, care: Care): InstructionKinds => new Kinds(evaluator, care);
