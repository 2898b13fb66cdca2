// Findings as they are recorded: one for each (kind, instruction, object), repeats counted, and the same occurrence seen
// again when the machine executes the instruction a second time is none.

import { type FindingName, findingKinds } from "../../server/facts/findings.ts";
import type { CallStack } from "../cpu/core.ts";
import { type Finding, MAX_FINDINGS, MAX_OBJECTS, MAX_STACK_FRAMES, type RelatedPlace } from "./finding.ts";

/** What a rule says; the recorder adds time, stack and severity. */
export interface Found {
  readonly kind: FindingName;
  readonly message: string;
  readonly details: readonly string[];
  readonly pc: number;
  readonly time: number;
  readonly address?: number | undefined;
  readonly sizeBytes?: number | undefined;
  readonly related?: readonly RelatedPlace[];
  readonly garbage?: Finding["garbage"];
  /** Distinguishes objects hit by one instruction: "block 3", "buffer". */
  readonly object?: string;
  /** Where a rule knows better than the kind's row. */
  readonly severity?: Finding["severity"];
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

export interface Recorder {
  findings: Finding[];
  byKey: Map<string, Finding>;
  /** How many objects each kind was told of at each place. */
  objects: Map<string, number>;
  /** Keys of what was reported at `occurrenceTime`. */
  occurrences: Set<string>;
  occurrenceTime: number;
  /** The process that runs, unless it is the first. */
  process: number | undefined;
}

export const createRecorder = (): Recorder => ({
  findings: [],
  byKey: new Map(),
  objects: new Map(),
  occurrences: new Set(),
  occurrenceTime: -1,
  process: undefined,
});

/** `isStub`: a call of a libc function that is told at its call site is no frame of its own. */
function stackOf(pc: number, calls: CallStack, isStub: (address: number) => boolean): Finding["stack"] {
  const frames: { pc: number; functionAddress: number }[] = [];
  let at = pc;
  const top = calls.at(-1);
  const hidden = top !== undefined && top.callSite === pc && isStub(top.target) ? 1 : 0;
  for (let index = calls.length - 1 - hidden; index >= 0 && frames.length < MAX_STACK_FRAMES; index--) {
    const call = calls.at(index)!;
    frames.push({ pc: at, functionAddress: call.target });
    at = call.callSite;
  }
  frames.push({ pc: at, functionAddress: 0 });
  return frames;
}

/**
 * Adds what was found. `place` is where it counts as the same as before: the instruction, unless the source has none.
 * @returns the finding when it is news (to be reported), undefined for an occurrence known already.
 */
export function record(
  recorder: Recorder,
  found: Found,
  calls: CallStack,
  isStub: (address: number) => boolean,
  place: number = found.pc,
): Finding | undefined {
  let key = `${found.kind}|${place}|${found.object ?? ""}`;
  const occurrence = `${found.kind}|${found.pc}|${found.address ?? ""}`;
  if (recorder.occurrenceTime !== found.time) {
    recorder.occurrenceTime = found.time;
    recorder.occurrences.clear();
  }
  if (recorder.occurrences.has(occurrence)) return undefined;
  recorder.occurrences.add(occurrence);
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
    return known;
  }
  if (recorder.findings.length >= MAX_FINDINGS && !FAULTS.has(found.kind)) return undefined;
  const finding: Finding = {
    kind: found.kind,
    severity: found.severity ?? findingKinds[found.kind].severity,
    message: found.message,
    details: recorder.process === undefined ? found.details : [...found.details, `In process ${recorder.process}.`],
    pc: found.pc,
    time: found.time,
    ...(found.address === undefined ? {} : { address: found.address }),
    ...(found.sizeBytes === undefined ? {} : { sizeBytes: found.sizeBytes }),
    stack: stackOf(found.pc, calls, isStub),
    related: found.related ?? [],
    ...(found.garbage === undefined ? {} : { garbage: found.garbage }),
    count: 1,
  };
  recorder.byKey.set(key, finding);
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
  recorder.occurrences.clear();
  recorder.occurrenceTime = -1;
}
