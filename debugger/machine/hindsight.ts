// What only going back can tell of the findings of a run that has ended: which instruction lost the last pointer to a leaked
// block, which one left the garbage that was used. Takes the machine, gives its findings with these places among the related
// ones. Costs a few replays, so only the first findings of a run that is not long are looked into: the limits count
// instructions, not seconds, so that equal runs give equal reports.

import type { Finding, RelatedPlace } from "../check/finding.ts";
import { affordable, LEAKS_SEARCHED, lastInstant, lossOf, UNREACHABLE } from "./lost.ts";
import type { Machine } from "./machine.ts";
import { whoWrote } from "./who.ts";

const GARBAGE_SEARCHED = 10;

/** The instruction after which nothing pointed to a leaked block. */
function loss(machine: Machine, leak: Finding, high: number): RelatedPlace | undefined {
  const allocated = leak.related.find(({ what }) => what === "allocated");
  if (leak.address === undefined || allocated === undefined) return undefined;
  const found = lossOf(machine, leak.address, allocated.time, high);
  return found && { what: "last pointer lost", ...found };
}

/** The instruction that last wrote the bytes that should have been written. */
function garbageWriter(machine: Machine, { garbage }: Finding): RelatedPlace | undefined {
  if (garbage === undefined) return undefined;
  machine.travel(garbage.time);
  const write = whoWrote(machine, garbage.address, garbage.sizeBytes);
  return write && { what: "garbage written", pc: write.pc, time: write.time };
}

/** The findings with what led to them. The machine stands afterwards where it stood. */
export function findingsInHindsight(machine: Machine): readonly Finding[] {
  const findings = [...machine.findings];
  const leaks = findings.filter(({ kind }) => UNREACHABLE.has(kind)).slice(0, affordable(machine, LEAKS_SEARCHED));
  const uses = findings.filter(({ garbage }) => garbage !== undefined).slice(0, affordable(machine, GARBAGE_SEARCHED));
  if (leaks.length + uses.length === 0 || machine.ended === undefined) return findings;
  const now = machine.time;
  const high = lastInstant(machine);
  const places = new Map<Finding, RelatedPlace | undefined>();
  try {
    for (const leak of leaks) places.set(leak, loss(machine, leak, high));
    for (const use of uses) places.set(use, garbageWriter(machine, use));
  } finally {
    machine.travel(now);
    // An instruction that ends the process by a signal has not retired.
    if (!machine.ended) machine.run(1);
  }
  return findings.map((finding) => {
    const place = places.get(finding);
    return place === undefined ? finding : { ...finding, related: [...finding.related, place] };
  });
}
