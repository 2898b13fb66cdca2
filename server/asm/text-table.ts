// Things found by a text that is not a string yet: bytes of a source, texts of tokens. Whoever asks hashes the text where it
// stands and compares it in place; a Map would want a string each time, which costs more than the search. Measured.

/** Each thing stands at the first free place from its hash on; at most half of the places are taken. */
export interface TextTable<T> {
  hashes: Int32Array;
  texts: (string | undefined)[];
  things: (T | undefined)[];
  count: number;
  /** How many were found since all were forgotten. */
  found: number;
  /** So many things more are not kept: few of those before were found again. */
  pause: number;
  /** When so many are kept, all are forgotten. */
  readonly most: number;
}

/** When hardly anything was found again, nothing is kept for so many times what the table holds. */
const PAUSE = 8;
const SIZE_AT_FIRST = 1 << 8;

/** A table of at most `most` things. */
export function createTextTable<T>(most: number): TextTable<T> {
  const table: TextTable<T> = { hashes: new Int32Array(0), texts: [], things: [], count: 0, found: 0, pause: 0, most };
  resize(table, SIZE_AT_FIRST);
  return table;
}

function resize<T>(table: TextTable<T>, size: number): void {
  table.hashes = new Int32Array(size);
  table.texts = new Array<undefined>(size).fill(undefined);
  table.things = new Array<undefined>(size).fill(undefined);
  table.count = 0;
}

/** The hash of a text is that of its characters one after the other, from HASH_START on (FNV-1a). */
export const HASH_START = 0x811c9dc5 | 0;
export const addToHash = (hash: number, character: number): number => Math.imul(hash ^ character, 0x01000193);

/** Where the text with this hash is, or would be. */
function placeOf<T>({ hashes, texts }: TextTable<T>, hash: number, isText: (text: string) => boolean): number {
  const mask = hashes.length - 1;
  let place = (hash ^ (hash >>> 15)) & mask;
  for (;;) {
    const text = texts[place];
    if (text === undefined || (hashes[place] === hash && isText(text))) return place;
    place = (place + 1) & mask;
  }
}

/** The thing whose text has this hash and is the one meant. */
export function findByText<T>(table: TextTable<T>, hash: number, isText: (text: string) => boolean): T | undefined {
  const thing = table.things[placeOf(table, hash, isText)];
  if (thing !== undefined) table.found++;
  return thing;
}

/** Keeps a thing under a text that is not in the table. `text` must not be part of a larger string, which would be kept. */
export function keepByText<T>(table: TextTable<T>, hash: number, text: string, thing: T): void {
  if (table.pause > 0) {
    table.pause--;
    return;
  }
  if (table.count >= table.most) {
    if (table.found < table.most) table.pause = PAUSE * table.most;
    table.found = 0;
    resize(table, SIZE_AT_FIRST);
  }
  if (2 * table.count >= table.hashes.length) grow(table);
  put(table, hash, text, thing);
}

function put<T>(table: TextTable<T>, hash: number, text: string, thing: T): void {
  const place = placeOf(table, hash, (other) => other === text);
  table.hashes[place] = hash;
  table.texts[place] = text;
  table.things[place] = thing;
  table.count++;
}

function grow<T>(table: TextTable<T>): void {
  const { hashes, texts, things } = table;
  resize(table, hashes.length * 2);
  for (let k = 0; k < hashes.length; k++) {
    const text = texts[k];
    if (text !== undefined) put(table, hashes[k]!, text, things[k]!);
  }
}

/** A bit for each hash met, at the place its lowest bits say. */
export interface Sights {
  bits: Uint32Array;
  count: number;
  /** So many bits are set before all are forgotten. */
  readonly most: number;
}

/** Words at first, and how many times more when those are full: hashes go all over the place, and each page of it is a fault. */
const SIGHT_WORDS = 1 << 11;
const SIGHTS_GROWTH = 8;

/** Room for `most` hashes, a power of two. */
export const createSights = (most: number): Sights => ({ bits: new Uint32Array(SIGHT_WORDS), count: 0, most });

/** Whether a text of this hash was met before (or, seldom, another one). What is kept for texts that never come again costs
 * the garbage collector most of its time: whoever makes many keeps from the second time on. */
export function isSecond(sights: Sights, hash: number): boolean {
  const { bits } = sights;
  const place = (hash >>> 5) & (bits.length - 1);
  const bit = 1 << (hash & 31);
  if ((bits[place]! & bit) !== 0) return true;
  if (++sights.count > bits.length * 2) {
    const words = Math.min(sights.most >> 1, bits.length * SIGHTS_GROWTH);
    sights.bits = words > bits.length ? new Uint32Array(words) : bits.fill(0);
    sights.count = 0;
    return isSecond(sights, hash);
  }
  bits[place]! |= bit;
  return false;
}
