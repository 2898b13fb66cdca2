// What a function has pushed and not yet popped. Translated code notes its pushes in the WebAssembly memory; they stay there,
// and are read where somebody asks, so that going in and out of it in the middle of a loop of pushes costs nothing for each.

import { PUSH_BYTES } from "../mem/watch-layout.ts";

export interface Push {
  readonly stackPointer: number;
  readonly pc: number;
}

export interface Pushes {
  /** The first `count`, where translated code keeps them; it changes those of the innermost call only. */
  kept: { readonly view: DataView; readonly start: number; count: number } | undefined;
  /** Those behind: stack pointer and instruction of each. */
  own: number[];
}

export const createPushes = (): Pushes => ({ kept: undefined, own: [] });

export const pushCount = ({ kept, own }: Pushes): number => (kept?.count ?? 0) + own.length / 2;

const numberAt = (view: DataView, at: number): number =>
  view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;

/** Of a number that is not negative, without an object for its 64 bits. */
function setNumberAt(view: DataView, at: number, value: number): void {
  view.setUint32(at, value >>> 0, true);
  view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
}

/** Counted from the first. */
function pushAt({ kept, own }: Pushes, index: number): Push {
  if (kept !== undefined && index < kept.count) {
    const at = kept.start + index * PUSH_BYTES;
    return { stackPointer: numberAt(kept.view, at), pc: numberAt(kept.view, at + 8) };
  }
  const at = 2 * (index - (kept?.count ?? 0));
  return { stackPointer: own[at]!, pc: own[at + 1]! };
}

export function lastPush(pushes: Pushes): Push | undefined {
  const count = pushCount(pushes);
  return count === 0 ? undefined : pushAt(pushes, count - 1);
}

/** The first that lies there. */
export function findPush(pushes: Pushes, stackPointer: number): Push | undefined {
  for (let k = 0; k < pushCount(pushes); k++) {
    const one = pushAt(pushes, k);
    if (one.stackPointer === stackPointer) return one;
  }
  return undefined;
}

export function addPush({ own }: Pushes, { stackPointer, pc }: Push): void {
  own.push(stackPointer, pc);
}

/** Those below the stack pointer are undone. */
export function dropPushes(pushes: Pushes, stackPointer: number): void {
  const { kept, own } = pushes;
  while (own.length > 0 && own.at(-2)! < stackPointer) own.length -= 2;
  if (own.length > 0 || kept === undefined) return;
  while (kept.count > 0 && numberAt(kept.view, kept.start + (kept.count - 1) * PUSH_BYTES) < stackPointer) kept.count--;
}

/** Translated code gets those that it does not know yet; all of them begin at `start`. */
export function keepPushes(pushes: Pushes, view: DataView, start: number): void {
  const { own } = pushes;
  pushes.kept ??= { view, start, count: 0 };
  let at = start + pushes.kept.count * PUSH_BYTES;
  for (let k = 0; k < own.length; k += 2) {
    setNumberAt(view, at, own[k]!);
    setNumberAt(view, at + 8, own[k + 1]!);
    at += PUSH_BYTES;
  }
  pushes.kept.count += own.length / 2;
  own.length = 0;
}

/** Translated code has left them. */
export function renewPushes(pushes: Pushes, view: DataView, start: number, end: number): void {
  pushes.kept = { view, start, count: (end - start) / PUSH_BYTES };
  pushes.own.length = 0;
}

/** A copy that depends on nothing that translated code may write over. */
export function copyOfPushes(pushes: Pushes): Pushes {
  const own: number[] = [];
  for (let k = 0; k < (pushes.kept?.count ?? 0); k++) {
    const { stackPointer, pc } = pushAt(pushes, k);
    own.push(stackPointer, pc);
  }
  for (const number of pushes.own) own.push(number);
  return { kept: undefined, own };
}
