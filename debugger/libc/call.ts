// What a libc function is given and what it may answer. A function is a plain function of its call: it takes arguments in
// order, touches the program's memory through `program` (which tells the checker first), and returns the C value.

import type { LibcName } from "../../server/facts/libc.ts";
import type { Ending, KernelParts } from "../os/syscall.ts";
import type { ArgumentSource } from "./arguments.ts";
import type { Heap } from "./heap.ts";
import type { ProgramMemory } from "./program-memory.ts";
import type { LibcState } from "./state.ts";
import type { Streams } from "./streams.ts";

export interface LibcCall {
  readonly name: LibcName;
  readonly bits: 32 | 64;
  readonly args: ArgumentSource;
  readonly program: ProgramMemory;
  readonly libc: LibcState;
  readonly heap: Heap;
  readonly streams: Streams;
  readonly kernel: KernelParts;
}

/** Bytes of a long, a pointer, a size_t. */
export const longOf = ({ bits }: Pick<LibcCall, "bits">): 4 | 8 => (bits === 64 ? 8 : 4);

/**
 * A number is the C value of the declared return type; a bigint fills the whole result register; undefined is void.
 * "pending": input is awaited and nothing has changed. `callBack`: the function goes on in `resume` when the program's own
 * function has returned.
 */
export type LibcResult =
  | number
  | bigint
  | undefined
  | "pending"
  | Ending
  | {
      readonly kind: "call-back";
      readonly target: bigint;
      readonly args: readonly bigint[];
      readonly keep: readonly bigint[];
    };

/** A call back's frame: 16 bytes for arguments in 32-bit mode, the stack pointer to return to, and the kept words. */
export const KEPT_WORDS = 10;
export const FRAME = { savedPointer: 16, kept: 24, bytes: 24 + 8 * KEPT_WORDS } as const;

export interface LibcFunction {
  readonly run: (call: LibcCall) => LibcResult;
  /** After a call back: `kept` is what was kept, `result` the int that the program's function returned. */
  readonly resume?: (call: LibcCall, kept: readonly bigint[], result: number) => LibcResult;
}

export type LibcFunctions = Partial<Record<LibcName, LibcFunction | LibcFunction["run"]>>;
