// Something noted for some of the general registers: like a Map by register number, with the set of its keys as bits, since
// each way into translated code and out of it asks for all of them.

export class RegisterMap<Note> {
  /** Bit n: something is noted for register n. */
  mask = 0;
  readonly #notes: (Note | undefined)[];

  constructor(notes: readonly (Note | undefined)[] = [], mask = 0) {
    this.#notes = [...notes];
    this.mask = mask;
  }

  has(register: number): boolean {
    return (this.mask & (1 << register)) !== 0;
  }

  get(register: number): Note | undefined {
    return this.has(register) ? this.#notes[register] : undefined;
  }

  set(register: number, note: Note): void {
    this.#notes[register] = note;
    this.mask |= 1 << register;
  }

  delete(register: number): void {
    this.mask &= ~(1 << register);
  }

  /** Forgets what is noted for the registers of `mask`. */
  forget(mask: number): void {
    this.mask &= ~mask;
  }

  copy(): RegisterMap<Note> {
    return new RegisterMap(this.#notes, this.mask);
  }
}
