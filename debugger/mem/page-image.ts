// A page as it was at some instant, all planes of it: what checkpoints keep of a page that has changed since, and what the
// processes that do not run keep of their memory. An image never changes, so whoever needs the same one shares it.

import type { PageRun, SpaceImage } from "./memory.ts";

/** A missing plane was all zero. */
export interface PageImage {
  readonly page: number;
  readonly guest: Uint8Array | undefined;
  /** The shadow of every byte of a page that was blank. */
  readonly blank: number;
  readonly shadow: Uint8Array | undefined;
  readonly definedness: Uint8Array | undefined;
}

/** What an image costs to keep. */
export const imageBytes = ({ guest, shadow, definedness }: PageImage): number =>
  64 + (guest?.length ?? 0) + (shadow?.length ?? 0) + (definedness?.length ?? 0);

/** The bytes [at, at + length) as a copy of their own; undefined when all are zero. */
function nonZero(bytes: Uint8Array, at: number, length: number): Uint8Array | undefined {
  for (let k = at; k < at + length; k++) if (bytes[k] !== 0) return bytes.slice(at, at + length);
  return undefined;
}

/** Where the planes of a frame lie in the machine's memory; −1 for one that holds nothing but zeros. */
export interface Planes {
  readonly guest: number;
  readonly shadow: number;
  readonly definedness: number;
  readonly blank: number;
}

/** Copies what a frame holds. */
export function freshImage(page: number, host: Uint8Array, planes: Planes, pageBytes: number): PageImage {
  const { guest, shadow, definedness, blank } = planes;
  return {
    page,
    blank,
    guest: guest < 0 ? undefined : host.slice(guest, guest + pageBytes),
    shadow: shadow < 0 ? undefined : host.slice(shadow, shadow + pageBytes),
    definedness: definedness < 0 ? undefined : nonZero(host, definedness, pageBytes),
  };
}

/** Whether a plane of an image holds what stands at `at`, a multiple of 4. Words, since this is done for every page of a process. */
function samePlane(words: Uint32Array, at: number, plane: Uint8Array | undefined, pageBytes: number): boolean {
  const count = pageBytes / 4;
  if (plane === undefined) {
    if (at < 0) return true;
    for (let k = 0, word = at / 4; k < count; k++, word++) if (words[word] !== 0) return false;
    return true;
  }
  const own = new Uint32Array(plane.buffer, plane.byteOffset, count);
  if (at < 0) return own.every((value) => value === 0);
  for (let k = 0, word = at / 4; k < count; k++, word++) if (words[word] !== own[k]) return false;
  return true;
}

/** Whether a frame holds what the image says; undefined stands for a page that is all zero. */
export function sameBytes(
  image: PageImage | undefined,
  words: Uint32Array,
  planes: Planes,
  pageBytes: number,
): boolean {
  return (
    (image?.blank ?? 0) === planes.blank &&
    samePlane(words, planes.guest, image?.guest, pageBytes) &&
    samePlane(words, planes.shadow, image?.shadow, pageBytes) &&
    samePlane(words, planes.definedness, image?.definedness, pageBytes)
  );
}

/** A page that holds nothing but the shadow of one value. */
export const emptyImage = (page: number, blank: number): PageImage => ({
  page,
  blank,
  guest: undefined,
  shadow: undefined,
  definedness: undefined,
});

/** Blank pages of one value, one behind the other: a stack has thousands. */
export interface BlankRun {
  readonly first: number;
  end: number;
  readonly value: number;
}

/** What a process that does not run has in memory. */
export interface Space extends SpaceImage {
  readonly runs: readonly PageRun[];
  readonly pages: ReadonlyMap<number, PageImage>;
  readonly blanks: readonly BlankRun[];
}

/** Adds a page behind all others. */
export function addBlank(runs: BlankRun[], page: number, value: number): void {
  const last = runs.at(-1);
  if (last?.end === page && last.value === value) last.end++;
  else runs.push({ first: page, end: page + 1, value });
}

/** Gives the value of each page, asked for in order; 0 where none is blank. */
export function blankReader(runs: readonly BlankRun[]): (page: number) => number {
  let at = 0;
  return (page) => {
    while (at < runs.length && runs[at]!.end <= page) at++;
    const run = runs[at];
    return run !== undefined && run.first <= page ? run.value : 0;
  };
}

/** Contents alone, to compare with `codePlanes`. */
export const codeImage = (page: number, guest: Uint8Array): PageImage => ({ ...emptyImage(page, 0), guest });
export const codePlanes = (guest: number): Planes => ({ guest, blank: 0, shadow: -1, definedness: -1 });
