// The cells by which regions and the way from one to the next (chain.ts) tell the translator what has happened.

/** Cells at the start of the area, u32 each. */
export const CHAIN = {
  /** Moves when what is in the table no longer holds. */
  epoch: 0,
  /** The region that was left, and what its budget was. */
  region: 4,
  budget: 8,
  /** The last region before it that retired something, and its exit; -1 = none. */
  lastRegion: 12,
  lastExit: 16,
  /** Registers whose objects the regions on the way may have changed. */
  pointers: 20,
  /** Steps from region to region that may still be made. */
  steps: 24,
  /** Whether the first region is code of the source; the last such region before the one that was left, and its exit; -1 = none.
   * And the retired count then (u64). */
  isSource: 28,
  sourceRegion: 32,
  sourceExit: 36,
  sourceTime: 40,
} as const;
