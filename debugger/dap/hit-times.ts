// When a breakpoint with a hit count was reached, so that going back stops where going forward stopped. A hot loop reaches it a
// million times a second: kept are the stretches of hits that the hit condition wants, and the instant of every so manieth
// hit, from which those between can be counted again (recount.ts).

export interface HitTimes {
  /** A hit at `time`: the newest one, or one that was counted before. @returns whether the hit condition wants it. */
  count(time: number): boolean;
  /** Whether the hit at `time` was counted and is wanted. */
  isWanted(time: number): boolean;
  /** The last hit up to `time` whose number is known. */
  known(time: number): KnownHit;
  /** The newest hit up to `time` has this number. */
  learn(time: number, number: number): void;
  /** Hits later than `time` are void: how many are left must have been learnt where it is not known. */
  forgetAfter(time: number): void;
}

/** Number 0 is the time before the first. */
export interface KnownHit {
  readonly time: number;
  readonly number: number;
  /** No other hit lies between it and the instant that was asked for. */
  readonly isLast: boolean;
}

/** Hits whose instants are kept, and stretches: at most twice as many. */
export const KEPT_HITS = 1 << 16;

/** `wants` is asked for the number of each hit, from 1. */
export function createHitTimes(wants: (number: number) => boolean, kept = KEPT_HITS): HitTimes {
  let number = 0;
  let newest = -1;
  /** Hits 1, 1 + stride, 1 + 2 × stride, … */
  let times: number[] = [];
  let stride = 1;
  /** First and last hit of each stretch of wanted ones. Where the program stops, a person goes on: so only messages are so
   * many that the oldest are dropped, and those are then not told a second time. */
  let starts: number[] = [];
  let ends: number[] = [];
  let learnt: KnownHit | undefined;

  function add(time: number): boolean {
    if (number % stride === 0) times.push(time);
    if (times.length >= 2 * kept) {
      times = times.filter((_, k) => k % 2 === 0);
      stride *= 2;
    }
    number++;
    const wanted = wants(number);
    if (wanted && ends.at(-1) === newest) ends[ends.length - 1] = time;
    else if (wanted) {
      starts.push(time);
      ends.push(time);
    }
    if (starts.length >= 2 * kept) {
      starts = starts.slice(-kept);
      ends = ends.slice(-kept);
    }
    newest = time;
    return wanted;
  }

  function isWanted(time: number): boolean {
    const stretch = upTo(starts, time) - 1;
    return stretch >= 0 && time <= ends[stretch]!;
  }

  function known(time: number): KnownHit {
    if (time >= newest) return { time: newest, number, isLast: true };
    if (learnt?.time === time) return learnt;
    const count = upTo(times, time);
    if (count === 0) return { time: -1, number: 0, isLast: true };
    return { time: times[count - 1]!, number: 1 + (count - 1) * stride, isLast: stride === 1 };
  }

  return {
    count: (time) => (time > newest ? add(time) : isWanted(time)),
    isWanted,
    known,
    learn(time, learntNumber) {
      learnt = { time, number: learntNumber, isLast: true };
    },
    forgetAfter(time) {
      if (time >= newest) return;
      number = known(time).number;
      newest = time;
      times.length = upTo(times, time);
      starts.length = upTo(starts, time);
      ends.length = starts.length;
      if (ends.length > 0) ends[ends.length - 1] = Math.min(ends.at(-1)!, time);
    },
  };
}

/** How many of an ascending list are at most `time`. */
function upTo(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
