// At which instants a breakpoint with a hit count was reached, so that going back stops where going forward stopped. A hot
// loop reaches it a million times a second: the first and the last instants are kept exactly, those between are only counted.

export interface HitTimes {
  /** The hit at `time` is the newest, or was counted before. @returns its number from 1; 0 when it is not known any more. */
  count(time: number): number;
  /** Number of the hit at `time`, from 1; 0 when there was none, or it is not known any more. */
  numberOf(time: number): number;
  /** Hits later than `time` are void. */
  forgetAfter(time: number): void;
}

/** Instants kept at either end. */
export const KEPT_HITS = 1 << 16;

export function createHitTimes(kept = KEPT_HITS): HitTimes {
  const first: number[] = [];
  /** Up to twice as many as are kept, so that dropping is rare. */
  let last: number[] = [];
  let dropped = 0;

  const newest = () => last.at(-1) ?? first.at(-1) ?? Number.NEGATIVE_INFINITY;

  function numberOf(time: number): number {
    const early = indexOf(first, time);
    if (early >= 0) return early + 1;
    const late = indexOf(last, time);
    return late < 0 ? 0 : first.length + dropped + late + 1;
  }

  function add(time: number): number {
    if (first.length < kept) return first.push(time);
    last.push(time);
    if (last.length >= 2 * kept) {
      dropped += last.length - kept;
      last = last.slice(-kept);
    }
    return first.length + dropped + last.length;
  }

  return {
    count: (time) => (time > newest() ? add(time) : numberOf(time)),
    numberOf,
    forgetAfter(time) {
      while (last.length > 0 && last.at(-1)! > time) last.pop();
      // How many of the dropped ones are void is not known: counting goes on behind those that are.
      if (last.length > 0) return;
      while (first.length > 0 && first.at(-1)! > time) first.pop();
      if (first.length < kept) dropped = 0;
    },
  };
}

/** Where `time` stands in an ascending list; −1 when it does not. */
function indexOf(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < time) low = middle + 1;
    else high = middle;
  }
  return times[low] === time ? low : -1;
}
