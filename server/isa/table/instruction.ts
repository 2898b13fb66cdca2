// What the table says of one instruction. Everything shown or matched anywhere comes from here.

/** One mnemonic. Rows are in the notation of ../notation.ts, in NASM's match order. */
export interface Instruction {
  /** The SDM's title, a few words. */
  readonly title: string;
  /** The mnemonic as written, where the record's key differs because another family has the plain name (movsd_xmm). */
  readonly name?: string;
  /** What it does, in one sentence. */
  readonly brief?: string;
  /** Pseudo-code, lines separated by "\n". */
  readonly operation?: string;
  /** "r=c w=oszapc u=a 0=oc 1=…": flags read, written by result, left undefined, cleared, set. */
  readonly flags?: string;
  /** Exceptions beyond page and protection faults of its memory operand, as "#DE when …". */
  readonly exceptions?: string;
  readonly rows: readonly string[];
}

/** A file of the table. */
export type Family = Readonly<Record<string, Instruction>>;
