// What the kernel and libc tell the rest of the machine, so that the memory checker can keep owners and the debugger can
// show what moved. The machine passes each event to its listeners in order; events carry facts, never conclusions.

import type { Protection } from "../mem/layout.ts";

export type MachineEvent =
  /** A mapping appeared. `requestedBytes` is what the program asked for, `sizeBytes` whole pages. */
  | {
      readonly kind: "map";
      readonly start: number;
      readonly sizeBytes: number;
      readonly requestedBytes: number;
      readonly protection: Protection;
      readonly purpose: MappingPurpose;
      readonly name: string;
    }
  /** What a program asked for of a mapping ended at `before`, and ends at `after` now (mremap); the pages stay. */
  | { readonly kind: "resize"; readonly before: number; readonly after: number }
  | { readonly kind: "unmap"; readonly start: number; readonly sizeBytes: number }
  | { readonly kind: "protect"; readonly start: number; readonly sizeBytes: number; readonly protection: Protection }
  | { readonly kind: "break"; readonly before: number; readonly after: number; readonly requested: number }
  /** Before the kernel acts. */
  | {
      readonly kind: "syscall-enter";
      readonly abi: "x86_64" | "i386";
      readonly number: number;
      readonly name: string;
      readonly args: readonly bigint[];
    }
  /** `result` signed; −errno for errors. */
  | {
      readonly kind: "syscall-exit";
      readonly abi: "x86_64" | "i386";
      readonly number: number;
      readonly name: string;
      readonly args: readonly bigint[];
      readonly result: bigint;
      readonly why?: string;
    }
  /** The kernel wrote guest memory for the program (read, uname …): those bytes are defined now. */
  | { readonly kind: "kernel-write"; readonly address: number; readonly sizeBytes: number }
  /** A libc function begins; args are the integer argument registers or stack slots. */
  | { readonly kind: "libc-enter"; readonly name: string; readonly args: readonly bigint[] }
  | { readonly kind: "libc-exit"; readonly name: string; readonly result: bigint }
  /**
   * The libc function `by` calls the program's at `target`: what it gives it is set, in `registers` (their numbers) or at
   * `address` on the stack.
   */
  | {
      readonly kind: "libc-call-back";
      readonly by: string;
      readonly target: number;
      readonly registers: readonly number[];
      readonly address: number;
      readonly sizeBytes: number;
    }
  /** libc's own accesses to the program's memory (strlen, memcpy, printf's %s), reported before they happen. */
  | {
      readonly kind: "libc-access";
      readonly name: string;
      readonly address: number;
      readonly sizeBytes: number;
      readonly access: "read" | "write";
    }
  | {
      readonly kind: "alloc";
      readonly by: string;
      readonly address: number;
      readonly sizeBytes: number;
      readonly zeroed: boolean;
    }
  /** libc has no memory for `by`, because the guest's own limit is reached; it returns 0. */
  | { readonly kind: "alloc-refused"; readonly by: string; readonly sizeBytes: number; readonly limitBytes: number }
  /** `address` may be no block at all: the listener decides what that is. `state` is the allocator's own view. */
  | {
      readonly kind: "free";
      readonly by: string;
      readonly address: number;
      readonly state: "live" | "freed" | "unknown";
    }
  /** A freed block left the quarantine: its bytes may be handed out again. */
  | { readonly kind: "recycle"; readonly address: number; readonly sizeBytes: number }
  /** A handler was entered: it runs as if called where the program stood (`interrupted`), on its own frame. */
  | {
      readonly kind: "signal";
      readonly signal: string;
      /** siginfo_t in the process's ABI, and the bytes of a long there. */
      readonly info: Uint8Array;
      readonly long: 4 | 8;
      readonly handler: number;
      readonly interrupted: number;
      /** Before the frame was pushed. */
      readonly stackPointer: number;
    }
  /** A signal that no handler takes ends the process. */
  | { readonly kind: "fatal-signal"; readonly signal: string; readonly info: Uint8Array; readonly long: 4 | 8 }
  /** One of several processes has ended by a signal. */
  | { readonly kind: "killed"; readonly signal: string }
  /** A handler's frame was taken back: registers and stack pointer are those of before. */
  | { readonly kind: "signal-return" }
  | { readonly kind: "exit"; readonly code: number };

export type MappingPurpose =
  | "segment"
  | "stack"
  | "heap"
  | "brk"
  | "mmap"
  | "file"
  | "plt"
  | "libc"
  | "thread"
  | "vdso";

/** A mapping as the memory map shows it. */
export interface Mapping {
  readonly start: number;
  readonly sizeBytes: number;
  readonly requestedBytes: number;
  readonly protection: Protection;
  readonly purpose: MappingPurpose;
  /** Section names, "[stack]", "[heap]", "anonymous", a file name. */
  readonly name: string;
  /** A shared mapping of a file: its node, the offset of the mapping's first byte, and whether it can never be written through. */
  readonly file?: { readonly node: number; readonly offset: number; readonly readOnly?: true } | undefined;
  /** Shared with children. */
  readonly shared?: true | undefined;
  /** What mremap has added to the mapping in front. */
  readonly continues?: true | undefined;
  /** A private mapping of a file: where its pages came from, and come from again after MADV_DONTNEED. */
  readonly source?: { readonly node: number; readonly offset: number } | undefined;
  /** Retired count when it was made. */
  readonly time: number;
  /** Address of the instruction that made it; 0 = the loader. */
  readonly pc: number;
}
