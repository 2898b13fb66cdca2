// A finding of the memory checker as plain data: what the report, the editor and the debug adapter show.

import type { FindingName } from "../../server/facts/findings.ts";

/** Frames that a finding's stack has at the most. */
export const MAX_STACK_FRAMES = 64;

/** Findings that a run keeps; later ones, of other places, are not told. */
export const MAX_FINDINGS = 10_000;

/** Objects that one instruction is told to have harmed in one way, each a finding; from then on one finding counts the rest. */
export const MAX_OBJECTS = 100;

/**
 * A second instant or place that explains a finding. `what` is "allocated", "freed", "overwritten", "garbage written", "last pointer
 * lost", "mapped", "unmapped", "called", "entered", "read", "used", "flag left undefined".
 */
export interface RelatedPlace {
  readonly what: string;
  readonly pc: number;
  readonly time: number;
}

export interface Finding {
  readonly kind: FindingName;
  readonly severity: "error" | "warning" | "note";
  /** First sentence: what happened with exact numbers. Further paragraphs, each a line, explain; the last advises. */
  readonly message: string;
  readonly details: readonly string[];
  readonly pc: number;
  /** Retired count before the instruction. */
  readonly time: number;
  readonly address?: number;
  readonly sizeBytes?: number;
  /** Innermost first: pc of each frame and the callee's entry address. */
  readonly stack: readonly { readonly pc: number; readonly functionAddress: number }[];
  readonly related: readonly RelatedPlace[];
  /** Where a value that was never set lay when it was read, and the retired count then: who left it there is found by going back. */
  readonly garbage?: { readonly address: number; readonly sizeBytes: number; readonly time: number };
  /** How often the same (kind, line, object) happened; of a leak also those of its origin for which there was no room. */
  count: number;
  /** Bytes of the leaks that are only counted here. */
  countedBytes?: number;
}

/** A heap block as checker, Heap scope and picture see it. */
export interface HeapBlock {
  /** Counts allocations from 1: "block #3". */
  readonly id: number;
  readonly address: number;
  readonly sizeBytes: number;
  readonly by: string;
  state: "live" | "freed";
  readonly allocated: { readonly pc: number; readonly time: number };
  /** `by`: the function that gave it back; undefined when its mapping was unmapped. */
  freed?: { readonly pc: number; readonly time: number; readonly by?: string | undefined };
  /** Retired count before the first instruction that wrote past its end or before its start. */
  overflowed?: number;
}

export interface HeapTotals {
  readonly allocations: number;
  readonly frees: number;
  readonly bytesAllocated: number;
  /** What is not freed; of an arena of the program's own allocator its pieces, while there are any. */
  readonly inUse: { readonly bytes: number; readonly blocks: number };
}

/** A block that would be left when the process ended now. */
export interface Leak {
  readonly kind: "leak-definite" | "leak-indirect" | "leak-possible" | "leak-reachable";
  readonly block: HeapBlock;
}
