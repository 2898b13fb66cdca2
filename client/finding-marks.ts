// Which findings of a run stand as problems in each file: every one once, and no more than an editor can show. Findings come
// one by one, by the thousand from some programs, so what has changed is asked for now and then.

import type { FindingEvent } from "../debugger/dap/protocol.ts";

/** Problems of one file; the editor's list and its squiggles are of no use far below this. */
export const MARKS_PER_FILE = 1000;

export interface FileMarks<Source> {
  readonly marks: readonly { readonly finding: FindingEvent; readonly source: Source }[];
  /** What was found beyond the limit; undefined when all is shown. */
  readonly rest: { readonly count: number; readonly first: FindingEvent } | undefined;
}

interface File<Source> {
  known: Set<string>;
  marks: { finding: FindingEvent; readonly source: Source }[];
  rest: { count: number; readonly first: FindingEvent } | undefined;
}

export interface FindingMarks<Source> {
  /** Takes a finding that has a location; false when it is known already, with all its places. */
  add(finding: FindingEvent & { readonly location: string }, source: Source): boolean;
  /** What stands in a file. */
  of(location: string): FileMarks<Source> | undefined;
  /** Files with additions since this was last asked. */
  changed(): readonly string[];
  /** Forgets what a run found at this instant or later. */
  takeBack(source: Source, time: number): void;
  /** Forgets a file. */
  drop(location: string): void;
  clear(): void;
}

/** The whole explanation, as the exception widget has it. */
export const explanation = ({ message, details }: FindingEvent): string => [message, ...details].join("\n");

/** The last mark of a file that has more findings than marks. */
export const restText = (count: number): string =>
  `And ${count.toLocaleString("en-US")} more finding${count === 1 ? "" : "s"} in this file; the first of them stands here.`;

/** An instant of the run that a finding names. */
export interface Instant {
  readonly title: string;
  readonly time: number;
}

export const after = (time: number): string =>
  `(after ${time.toLocaleString("en-US")} instruction${time === 1 ? "" : "s"})`;

/** Where one can go from a finding: to each related instant, and to where it was found. Each instant once. */
export function instantsOf({ kind, time, related }: FindingEvent): readonly Instant[] {
  const told = related.map((place) => ({
    title: `Go to the instant: ${place.what} ${after(place.time)}`,
    time: place.time,
  }));
  const all = [...told, { title: `Go to the instant: ${kind} ${after(time)}`, time }];
  return all.filter((instant, index) => all.findIndex((other) => other.title === instant.title) === index);
}

const keyOf = ({ kind, line, message }: FindingEvent): string => `${kind} ${line} ${message}`;

/** A known finding comes again with more places, and takes the place of the first; false when it says no more. */
function tellMore(marks: { finding: FindingEvent }[], finding: FindingEvent): boolean {
  const mark = marks.find((one) => keyOf(one.finding) === keyOf(finding));
  if (mark === undefined || mark.finding.related.length >= finding.related.length) return false;
  mark.finding = finding;
  return true;
}

export function createFindingMarks<Source>(): FindingMarks<Source> {
  const files = new Map<string, File<Source>>();
  const changed = new Set<string>();
  function fileAt(location: string): File<Source> {
    const known = files.get(location);
    if (known) return known;
    const file: File<Source> = { known: new Set(), marks: [], rest: undefined };
    files.set(location, file);
    return file;
  }
  return {
    add(finding, source) {
      const file = fileAt(finding.location);
      const key = keyOf(finding);
      if (file.known.has(key)) return tellMore(file.marks, finding) && !!changed.add(finding.location);
      file.known.add(key);
      if (file.marks.length < MARKS_PER_FILE) file.marks.push({ finding, source });
      else if (file.rest) file.rest.count++;
      else file.rest = { count: 1, first: finding };
      changed.add(finding.location);
      return true;
    },
    of: (location) => files.get(location),
    changed() {
      const locations = [...changed];
      changed.clear();
      return locations;
    },
    takeBack(source, time) {
      for (const [location, file] of files) {
        const isGone = (mark: FileMarks<Source>["marks"][number]) =>
          mark.source === source && mark.finding.time >= time;
        const left = file.marks.filter((mark) => !isGone(mark));
        const isRestGone = file.rest !== undefined && file.rest.first.time >= time;
        if (left.length === file.marks.length && !isRestGone) continue;
        for (const { finding } of file.marks.filter(isGone)) file.known.delete(keyOf(finding));
        file.marks = left;
        // Those behind the last mark are told again if they are still true.
        if (isRestGone) {
          file.rest = undefined;
          file.known = new Set(left.map(({ finding }) => keyOf(finding)));
        }
        changed.add(location);
      }
    },
    drop(location) {
      files.delete(location);
      changed.delete(location);
    },
    clear() {
      files.clear();
      changed.clear();
    },
  };
}
