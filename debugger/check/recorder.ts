// Findings as they are recorded: one for each (kind, instruction, object), repeats counted, and the same occurrence seen
// again when the machine executes the instruction a second time is none.

import { type FindingName, findingKinds } from "../../server/facts/findings.ts";
import type { CallStack } from "../cpu/core.ts";
import { type Finding, MAX_FINDINGS, MAX_OBJECTS, MAX_STACK_FRAMES, type RelatedPlace } from "./finding.ts";

/** A value, or how it is made when it is needed. */
type Late<T> = T | (() => T);
export const made = <T extends object | string>(late: Late<T>): T => (typeof late === "function" ? late() : late);

/**
 * What a rule says; the recorder adds time, stack and severity. Most are found by the thousand or not at all: texts that take
 * time to make are functions, which are called for the first of them.
 */
export interface Found {
  readonly kind: FindingName;
  readonly message: Late<string>;
  readonly details: Late<readonly string[]>;
  readonly pc: number;
  readonly time: number;
  readonly address?: number | undefined;
  readonly sizeBytes?: number | undefined;
  readonly related?: Late<readonly RelatedPlace[]>;
  readonly garbage?: Late<NonNullable<Finding["garbage"]>>;
  /** Distinguishes objects hit by one instruction: "block 3", "buffer". */
  readonly object?: string;
  /** Where a rule knows better than the kind's row. */
  readonly severity?: Finding["severity"];
  /** The call that the instruction belongs to has returned since. */
  readonly returned?: { readonly target: number; readonly callSite: number };
}

/** Kinds that are true of any code: the instruction faults. What ends a process is kept, however much was found before. */
export const FAULTS: ReadonlySet<Found["kind"]> = new Set([
  "null-deref",
  "null-jump",
  "unmapped-access",
  "write-to-readonly",
  "exec-nonexec",
  "use-after-unmap",
  "misaligned-access",
  "divide-error",
  "illegal-instruction",
  "stack-exhausted",
]);

type Occurrence = Pick<Found, "kind" | "pc" | "address">;
/** Occurrences of one time that are looked through one by one. */
const FEW_OCCURRENCES = 16;
const occurrenceKey = ({ kind, pc, address }: Occurrence): string => `${kind}|${pc}|${address ?? ""}`;

interface Recent {
  readonly kind: Found["kind"];
  readonly object: string | undefined;
  readonly finding: Finding;
}
/** Findings of one place that are found again without a key. */
const RECENT_LIMIT = 8;

export interface Recorder {
  findings: Finding[];
  byKey: Map<string, Finding>;
  /** How many objects each kind was told of at each place. */
  objects: Map<string, number>;
  /** By place: what was told there last, to be found again without a key. Not kept in snapshots. */
  readonly recent: Map<number, Recent[]>;
  /** What was reported at `occurrenceTime`: the first few, and keys of the others (leaks are all found at one time). */
  readonly occurrences: Occurrence[];
  readonly furtherOccurrences: Set<string>;
  occurrenceTime: number;
  /** Functions of which a note was given. Not kept in snapshots. */
  readonly notes: Set<string>;
  /** The process that runs, unless it is the first. */
  process: number | undefined;
}

export const createRecorder = (): Recorder => ({
  findings: [],
  byKey: new Map(),
  objects: new Map(),
  recent: new Map(),
  occurrences: [],
  furtherOccurrences: new Set(),
  occurrenceTime: -1,
  notes: new Set(),
  process: undefined,
});

/** `isToldAtCall`: what such a function is told of stands at its call site, and it is no frame of its own. */
function stackOf(
  { pc, returned }: Found,
  calls: CallStack,
  isToldAtCall: (address: number) => boolean,
): Finding["stack"] {
  const frames: { pc: number; functionAddress: number }[] = [];
  let at = pc;
  if (returned !== undefined) {
    frames.push({ pc, functionAddress: returned.target });
    at = returned.callSite;
  }
  const top = calls.at(-1);
  const hidden = top !== undefined && top.callSite === pc && isToldAtCall(top.target) ? 1 : 0;
  for (let index = calls.length - 1 - hidden; index >= 0 && frames.length < MAX_STACK_FRAMES; index--) {
    const call = calls.at(index)!;
    frames.push({ pc: at, functionAddress: call.target });
    at = call.callSite;
  }
  frames.push({ pc: at, functionAddress: 0 });
  return frames;
}

/** True where the machine executes the instruction a second time, and the same occurrence is seen again. */
function isSeenAgain({ occurrences, furtherOccurrences }: Recorder, found: Occurrence): boolean {
  const { kind, pc, address } = found;
  return (
    occurrences.some((one) => one.kind === kind && one.pc === pc && one.address === address) ||
    (furtherOccurrences.size > 0 && furtherOccurrences.has(occurrenceKey(found)))
  );
}

function noteOccurrence(recorder: Recorder, { kind, pc, address, time }: Found): void {
  const { occurrences, furtherOccurrences } = recorder;
  if (recorder.occurrenceTime !== time) {
    occurrences.length = 0;
    furtherOccurrences.clear();
  }
  recorder.occurrenceTime = time;
  if (occurrences.length < FEW_OCCURRENCES) occurrences.push({ kind, pc, address });
  else furtherOccurrences.add(occurrenceKey({ kind, pc, address }));
}

/** Counts what was told at this place before. @returns undefined when it is not known to have been */
export function repeated(recorder: Recorder, found: Found, place: number): Finding | "seen" | undefined {
  const list = recorder.recent.get(place);
  const known = list?.find(({ kind, object }) => kind === found.kind && object === found.object);
  if (known === undefined) return undefined;
  if (recorder.occurrenceTime === found.time && isSeenAgain(recorder, found)) return "seen";
  noteOccurrence(recorder, found);
  known.finding.count++;
  return known.finding;
}

function noteRecent({ recent }: Recorder, { kind, object }: Found, place: number, finding: Finding): void {
  const list = recent.get(place) ?? [];
  if (list.length === 0) recent.set(place, list);
  if (list.length < RECENT_LIMIT) list.push({ kind, object, finding });
}

/** Leaks of one kind whose blocks one instruction of one process has allocated. */
const leakOrigin = ({ process = 0 }: Recorder, { kind, related = [] }: Found): string =>
  `${kind}|from ${made(related)[0]?.pc}|${process}`;

/** A leak without room of its own is counted with another of its origin. @returns that one, of the size of this */
function counted(same: Finding, { sizeBytes = 0 }: Found): Finding {
  same.count++;
  same.countedBytes = (same.countedBytes ?? 0) + sizeBytes;
  return { ...same, sizeBytes };
}

/**
 * Adds what was found. `place` is where it counts as the same as before: the instruction, unless the source has none.
 * @returns the finding when it is news (to be reported), undefined for an occurrence known already.
 */
export function record(
  recorder: Recorder,
  found: Found,
  calls: CallStack,
  isToldAtCall: (address: number) => boolean,
  place: number = found.pc,
): Finding | undefined {
  let key = `${found.kind}|${place}|${found.object ?? ""}`;
  if (recorder.occurrenceTime === found.time && isSeenAgain(recorder, found)) return undefined;
  noteOccurrence(recorder, found);
  if (!recorder.byKey.has(key)) {
    // A flood at one place must not hide what others have to say.
    const line = `${found.kind}|${place}`;
    const objects = (recorder.objects.get(line) ?? 0) + 1;
    recorder.objects.set(line, Math.min(objects, MAX_OBJECTS));
    if (objects >= MAX_OBJECTS && !found.kind.startsWith("leak-")) key = `${line}|others`;
  }
  const known = recorder.byKey.get(key);
  if (known !== undefined) {
    known.count++;
    if (!key.endsWith("|others")) noteRecent(recorder, found, place, known);
    return known;
  }
  const origin = found.kind.startsWith("leak-") ? leakOrigin(recorder, found) : undefined;
  if (recorder.findings.length >= MAX_FINDINGS && !FAULTS.has(found.kind)) {
    const same = origin === undefined ? undefined : recorder.byKey.get(origin);
    if (same !== undefined) return counted(same, found);
    // One for each origin, so that all are counted.
    if (origin === undefined || recorder.findings.length >= 2 * MAX_FINDINGS) return undefined;
  }
  const details = made(found.details);
  const finding: Finding = {
    kind: found.kind,
    severity: found.severity ?? findingKinds[found.kind].severity,
    message: made(found.message),
    details: recorder.process === undefined ? details : [...details, `In process ${recorder.process}.`],
    pc: found.pc,
    time: found.time,
    ...(found.address === undefined ? {} : { address: found.address }),
    ...(found.sizeBytes === undefined ? {} : { sizeBytes: found.sizeBytes }),
    stack: stackOf(found, calls, isToldAtCall),
    related: made(found.related ?? []),
    ...(found.garbage === undefined ? {} : { garbage: made(found.garbage) }),
    count: 1,
  };
  recorder.byKey.set(key, finding);
  if (origin !== undefined) recorder.byKey.set(origin, finding);
  noteRecent(recorder, found, place, finding);
  recorder.findings.push(finding);
  return finding;
}

/** A copy for snapshots; occurrences are of the present only and stay. */
export function saveRecorder(recorder: Recorder): {
  findings: Finding[];
  keys: [string, number][];
  objects: Map<string, number>;
} {
  const index = new Map(recorder.findings.map((finding, at) => [finding, at]));
  return {
    findings: recorder.findings.map((finding) => ({ ...finding })),
    keys: [...recorder.byKey].map(([key, finding]) => [key, index.get(finding)!]),
    objects: new Map(recorder.objects),
  };
}

export function restoreRecorder(recorder: Recorder, saved: ReturnType<typeof saveRecorder>): void {
  recorder.findings = saved.findings.map((finding) => ({ ...finding }));
  recorder.byKey = new Map(saved.keys.map(([key, at]) => [key, recorder.findings[at]!]));
  recorder.objects = new Map(saved.objects);
  recorder.recent.clear();
  recorder.occurrences.length = 0;
  recorder.occurrenceTime = -1;
}
