// The calls that have not returned. Translated code keeps them as records in the WebAssembly memory, and most are gone again
// before anybody asks: those that it has made become objects when somebody looks at them, so that leaving it in the middle of
// a deep recursion costs nothing for each call.

import type { Activation } from "./context.ts";
import { copyOfPushes } from "./pushes.ts";

/** Where translated code keeps calls. */
export interface ActivationRecords {
  /** A new object for the record of a call, counted from the outermost. */
  read(index: number): Activation;
  /** Of what is in the record alone; much less work. */
  stackPointer(index: number): number;
  serial(index: number): number;
}

export interface Activations {
  readonly length: number;
  /** undefined for lists that translated code has nothing to do with. */
  records: ActivationRecords | undefined;
  /** Negative numbers count from the innermost. */
  at(index: number): Activation | undefined;
  push(one: Activation): void;
  pop(): Activation | undefined;
  /** Translated code has left `length` calls; those from `first` on may be others than before. */
  renew(first: number, length: number): void;
  /** Of the call of that index, which exists. */
  stackPointerOf(index: number): number;
  serialOf(index: number): number;
  /** The call of that index as it is here already, not read for this. */
  known(index: number): Activation | undefined;
  /** Objects of their own for all from an index on. */
  copyFrom(index: number): Activation[];
}

/** A copy that may be changed. */
export const copyOfActivation = (one: Activation): Activation => ({
  ...one,
  pushes: copyOfPushes(one.pushes),
  use: { ...one.use },
});

class ActivationList implements Activations {
  records: ActivationRecords | undefined;
  length: number;
  /** Undefined: only the record says. Not cut off where calls return, since deep recursion comes again. */
  readonly #list: (Activation | undefined)[];

  constructor(list: Activation[], records: ActivationRecords | undefined) {
    this.#list = list;
    this.length = list.length;
    this.records = records;
  }

  at(index: number): Activation | undefined {
    const place = index < 0 ? index + this.length : index;
    if (place < 0 || place >= this.length) return undefined;
    const one = this.#list[place];
    if (one !== undefined) return one;
    const made = this.records?.read(place);
    this.#list[place] = made;
    return made;
  }

  push(one: Activation): void {
    this.#list[this.length++] = one;
  }

  pop(): Activation | undefined {
    const one = this.at(-1);
    if (this.length > 0) this.#list[--this.length] = undefined;
    return one;
  }

  renew(first: number, length: number): void {
    const list = this.#list;
    const last = Math.max(length, this.length);
    for (let k = Math.min(first, length); k < last; k++) list[k] = undefined;
    this.length = length;
  }

  known(index: number): Activation | undefined {
    return index < this.length ? this.#list[index] : undefined;
  }

  stackPointerOf(index: number): number {
    return this.#list[index]?.stackPointer ?? this.records!.stackPointer(index);
  }

  serialOf(index: number): number {
    return this.#list[index]?.serial ?? this.records!.serial(index);
  }

  copyFrom(index: number): Activation[] {
    const copies: Activation[] = [];
    for (let k = index; k < this.length; k++) {
      copies.push(copyOfActivation(this.#list[k] ?? this.records!.read(k)));
    }
    return copies;
  }
}

/** A list that begins with `list`, which is its own from then on. */
export const createActivations = (list: Activation[], records?: ActivationRecords): Activations =>
  new ActivationList(list, records);

/** Index of the innermost call whose return address lies at `address` or above, -1 when there is none. */
export function indexHolding(list: Activations, address: number): number {
  // Stack pointers descend from caller to callee: the last that is not below.
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list.stackPointerOf(middle) >= address) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the live call with that serial number, -1 when it has returned; they stand in ascending order. */
export function indexOfSerial(list: Activations, serial: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list.serialOf(middle) < serial) low = middle + 1;
    else high = middle;
  }
  return low < list.length && list.serialOf(low) === serial ? low : -1;
}
