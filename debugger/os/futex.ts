// Futexes: words in memory that threads wait at until somebody wakes them. Who waits where is known from what each process
// waits for; this finds and wakes them.
// Source: futex(2).

import type { Process } from "./process-table.ts";

/** Names a word: in a shared mapping of a file by its place there, elsewhere by program and address. */
export function futexKey({ program }: Process, address: number): string {
  const [mapping] = program.space.overlapping(address, address + 1);
  if (mapping?.file === undefined) return `${program.id}:${address}`;
  return `file ${mapping.file.node}:${mapping.file.offset + address - mapping.start}`;
}

/** Those that wait at a word and have not been woken yet. */
export const waitersAt = (list: readonly Process[], key: string): readonly Process[] =>
  list.filter(({ wait, woken }) => wait?.for === "futex" && wait.key === key && !woken);

/** @returns how many were woken, at most `most`. */
export function wakeFutex(list: readonly Process[], key: string, most: number): number {
  const woken = waitersAt(list, key).slice(0, most);
  for (const one of woken) one.woken = true;
  return woken.length;
}

/** Those that still wait at `from` wait at `to` from now on. @returns how many that are, at most `most`. */
export function moveFutex(list: readonly Process[], from: string, to: string, most: number): number {
  const moved = waitersAt(list, from).slice(0, most);
  for (const one of moved) one.wait = { ...one.wait!, key: to };
  return moved.length;
}
