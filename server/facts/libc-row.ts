// A libc function as the tables of libc.ts, libc-posix.ts and libc-linux.ts have it: its prototype, from which the types are read, and a
// sentence for people.

export interface LibcRow {
  readonly prototype: string;
  /** One sentence. */
  readonly summary: string;
}

/** A row of the table. */
export const row = (prototype: string, summary: string): LibcRow => ({ prototype, summary });
