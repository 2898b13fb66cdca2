// What a pass of the preprocessor gave, to be given again. Where nothing in it depends on the pass, that is all there is to it.
// Where something asked for a value that can differ (`$-$$` in an `align`), the question is asked again at the same place: as
// long as all answers are those of before, so are the lines. At the first other answer the preprocessor is started anew and
// caught up with: it gets the old answers until it stands where they differ.

import type { Diagnostic } from "../base/diagnostic.ts";
import type { Evaluated, ListEvent, Pass, Place } from "./preprocess.ts";
import type { Line, Token } from "./token.ts";

/** A question whose answer can differ in another pass. */
interface Check {
  /** Number of lines given before it. */
  readonly before: number;
  readonly tokens: readonly Token[];
  readonly place: Place;
  readonly answer: Evaluated;
}

/** What a pass gave: its lines, what was reported and listed before each, and what was asked. */
export interface Recording {
  readonly lines: (Line | undefined)[];
  readonly events: { readonly before: number; readonly diagnostic?: Diagnostic; readonly list?: ListEvent }[];
  readonly checks: Check[];
  /** The bits in force, each time they were asked for. */
  readonly bits: (16 | 32 | 64)[];
  /** False when a question had no answer, or one with words. */
  checkable: boolean;
  complete: boolean;
  readonly listed: boolean;
}

export const startRecording = (listed: boolean): Recording => ({
  lines: [],
  events: [],
  checks: [],
  bits: [],
  checkable: true,
  complete: false,
  listed,
});

/** More questions are asked by sources that ask everywhere: those are preprocessed again. */
const CHECKS_MAX = 100_000;

/** The pass with an ear on what goes to it. */
export function recordedPass(pass: Pass, recording: Recording): Pass {
  const { lines, events, checks, bits } = recording;
  return {
    number: pass.number,
    final: pass.final,
    ...(pass.purpose ? { purpose: pass.purpose } : {}),
    limits: pass.limits,
    settled: pass.settled,
    ...(pass.lay ? { lay: pass.lay } : {}),
    ...(pass.constant ? { constant: pass.constant } : {}),
    evaluate(tokens, place, tell) {
      let told = false;
      const answer = pass.evaluate(tokens, place, (diagnostic) => {
        told = true;
        tell(diagnostic);
      });
      if (answer === undefined || told || checks.length >= CHECKS_MAX) recording.checkable &&= answer?.fixed === true;
      else if (!answer.fixed) checks.push({ before: lines.length, tokens, place, answer });
      return answer;
    },
    bits() {
      const now = pass.bits();
      bits.push(now);
      return now;
    },
    report(diagnostic) {
      events.push({ before: lines.length, diagnostic });
      pass.report(diagnostic);
    },
    ...(pass.list
      ? {
          list(event: ListEvent) {
            events.push({ before: lines.length, list: event });
            pass.list!(event);
          },
        }
      : {}),
  };
}

const isSame = (a: Evaluated | undefined, b: Evaluated): boolean =>
  a !== undefined && a.kind === b.kind && a.value === b.value && a.end === b.end;

/** Asks a question again; true when the answer is the one of before, and nothing is to be said about it. */
export function holds({ tokens, place, answer }: Check, pass: Pass): boolean {
  let told = false;
  const now = pass.evaluate(tokens, place, () => {
    told = true;
  });
  return !told && isSame(now, answer);
}

/** How far a recording was given again. */
export interface Reached {
  readonly lines: number;
  readonly events: number;
  readonly checks: number;
}

/** The pass for a preprocessor that catches up with `old`, of which so much was given: `rest` records what comes, and `isBehind`
 * says whether it has not yet got there. */
export function catchUp(
  pass: Pass,
  old: Recording,
  reached: Reached,
  rest: Recording,
): { readonly pass: Pass; isBehind(): boolean } {
  const live = recordedPass(pass, rest);
  const told = old.events.slice(0, reached.events);
  let reports = told.filter(({ diagnostic }) => diagnostic !== undefined).length;
  let lists = told.length - reports;
  let asked = 0;
  let bitsAt = 0;
  let behind = true;
  const caught: Pass = {
    ...live,
    evaluate(tokens, place, tell) {
      const known = behind ? old.checks[asked] : undefined;
      // Whether an answer can differ shows in the question; the others are not kept, and answered as ever.
      if (behind && !(known && isSameQuestion(known, tokens))) return pass.evaluate(tokens, place, tell);
      if (known && asked++ < reached.checks) return known.answer;
      behind = false;
      return live.evaluate(tokens, place, tell);
    },
    bits() {
      if (!behind) return live.bits();
      const then = old.bits[bitsAt++] ?? pass.bits();
      rest.bits.push(then);
      return then;
    },
    report(diagnostic) {
      if (reports > 0) reports--;
      else live.report(diagnostic);
    },
    ...(live.list
      ? {
          list(event: ListEvent) {
            if (lists > 0) lists--;
            else live.list!(event);
          },
        }
      : {}),
  };
  return { pass: caught, isBehind: () => behind };
}

const isSameQuestion = ({ tokens }: Check, others: readonly Token[]): boolean =>
  tokens.length === others.length && tokens.every(({ text }, k) => text === others[k]!.text);

/** Gives a recording again. */
export interface Player {
  /** The next line; undefined at the end, "differs" where a question has another answer now. */
  next(): Line | undefined | "differs";
  /** Whether the first `marks` questions have their old answers. */
  holds(marks: number): boolean;
  /** Goes over lines that need not be given. */
  skip(count: number): void;
  reached(): Reached;
}

/** Gives `recording` again in `pass`; `lineAt` makes lines that are left out of it. */
export function playRecording(recording: Recording, pass: Pass, lineAt: (index: number) => Line): Player {
  const { lines, events, checks } = recording;
  let at = 0;
  let eventAt = 0;
  let checkAt = 0;
  const tellUpTo = (line: number): void => {
    for (; eventAt < events.length && events[eventAt]!.before <= line; eventAt++) {
      const { diagnostic, list } = events[eventAt]!;
      if (diagnostic) pass.report(diagnostic);
      if (list) pass.list?.(list);
    }
  };
  const holdsTo = (marks: number): boolean => {
    while (checkAt < marks && holds(checks[checkAt]!, pass)) checkAt++;
    return checkAt >= marks;
  };
  return {
    next() {
      while (checkAt < checks.length && checks[checkAt]!.before <= at) if (!holdsTo(checkAt + 1)) return "differs";
      tellUpTo(at);
      return at < lines.length ? lineAt(at++) : undefined;
    },
    holds: holdsTo,
    skip(count) {
      if (count > 0) tellUpTo(at + count - 1);
      at += count;
    },
    reached: () => ({ lines: at, events: eventAt, checks: checkAt }),
  };
}
