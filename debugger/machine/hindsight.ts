// What only going back can tell of findings: which instruction lost the last pointer to a leaked block, which one left the
// garbage that was used. Takes the machine, gives these places, or the findings of a run that has ended with the places among
// the related ones. Costs a few replays, so only some findings of a run that is not long are looked into: the limits count
// instructions, not seconds, so that equal runs give equal reports.

import type { Finding, RelatedPlace } from "../check/finding.ts";
import { lineageOf } from "./lineage.ts";
import { affordable, LEAKS_SEARCHED, lastInstant, lossOf, UNREACHABLE } from "./lost.ts";
import type { Machine } from "./machine.ts";
import { type Look, lastWrite } from "./who.ts";

const GARBAGE_SEARCHED = 10;

/** Going back may tell more of a finding. */
export const hasPast = ({ kind, garbage }: Finding): boolean => UNREACHABLE.has(kind) || garbage !== undefined;

/** The instruction after which nothing pointed to a leaked block. */
function loss(machine: Machine, leak: Finding, last: number): RelatedPlace | undefined {
  const allocated = leak.related.find(({ what }) => what === "allocated");
  if (leak.address === undefined || allocated === undefined) return undefined;
  // It was found as its process ended.
  const high = Math.min(leak.time, last);
  machine.travel(high);
  const found = lossOf(machine, leak.address, allocated.time, { high, isOwn: lineageOf(machine) });
  return found && { what: "last pointer lost", ...found };
}

/** The instruction that last wrote the bytes that should have been written. */
function* garbageWriter(machine: Machine, garbage: NonNullable<Finding["garbage"]>): Look<RelatedPlace | undefined> {
  machine.travel(garbage.time);
  const write = yield* lastWrite(machine, garbage.address, garbage.sizeBytes);
  machine.watchpoints = [];
  return write?.by === "program" ? { what: "garbage written", pc: write.pc, time: write.time } : undefined;
}

/** The first of these findings of which going back may tell more, as many as the length of the run allows. */
export function worthALook(machine: Machine, findings: readonly Finding[]): readonly Finding[] {
  const leaks = findings.filter(({ kind }) => UNREACHABLE.has(kind)).slice(0, affordable(machine, LEAKS_SEARCHED));
  const uses = findings.filter(({ garbage }) => garbage !== undefined).slice(0, affordable(machine, GARBAGE_SEARCHED));
  return [...leaks, ...uses];
}

/** Places of those of these findings that are worth a look. Moves the machine, and takes its watchpoints. */
export function* placesInHindsight(
  machine: Machine,
  findings: readonly Finding[],
): Look<ReadonlyMap<Finding, RelatedPlace>> {
  const high = lastInstant(machine);
  const places = new Map<Finding, RelatedPlace>();
  for (const finding of worthALook(machine, findings)) {
    const { garbage } = finding;
    const place = garbage === undefined ? loss(machine, finding, high) : yield* garbageWriter(machine, garbage);
    if (place !== undefined) places.set(finding, place);
    yield undefined;
  }
  return places;
}

/** The findings with what led to them. The machine stands afterwards where it stood. */
export function findingsInHindsight(machine: Machine): readonly Finding[] {
  const findings = [...machine.findings];
  // Even coming back to the end runs a program that has ended once more.
  if (machine.ended === undefined || worthALook(machine, findings).length === 0) return findings;
  const { time, watchpoints, breakpoints } = machine;
  machine.watchpoints = [];
  machine.breakpoints = new Set();
  let places: ReadonlyMap<Finding, RelatedPlace>;
  try {
    const look = placesInHindsight(machine, findings);
    let step = look.next();
    while (!step.done) step = look.next();
    places = step.value;
  } finally {
    machine.watchpoints = watchpoints;
    machine.breakpoints = breakpoints;
    machine.travel(time);
    // An instruction that ends the process by a signal has not retired.
    if (!machine.ended) machine.run(1);
  }
  return findings.map((finding) => {
    const place = places.get(finding);
    return place === undefined ? finding : { ...finding, related: [...finding.related, place] };
  });
}
