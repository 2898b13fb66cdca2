// What munmap took away, and when it took only a part of what mmap had given: told where a part that is gone is used, and at
// the end when the rest was lost.

import type { MachineEvent } from "../os/events.ts";
import { bytesText, type Context, hex, type Unmapped } from "./context.ts";
import { placeText } from "./program-map.ts";
import type { Found } from "./recorder.ts";

type Of<Kind extends MachineEvent["kind"]> = Extract<MachineEvent, { kind: Kind }>;

/** Mappings, and ranges that are gone, that are remembered at the most. */
const MAPPINGS_LIMIT = 1000;

export function noteMapped({ owners }: Context, { start, sizeBytes, purpose }: Of<"map">): void {
  const end = start + sizeBytes;
  dropOverlapping(owners.unmapped, start, end);
  if (purpose !== "mmap") return;
  dropOverlapping(owners.mapped, start, end);
  if (owners.mapped.length > MAPPINGS_LIMIT) owners.mapped.splice(0, owners.mapped.length - MAPPINGS_LIMIT);
  owners.mapped.push({ start, end });
}

/** Takes out what overlaps [start, end), in place: a program maps and unmaps tens of thousands of times. */
function dropOverlapping(list: { readonly start: number; readonly end: number }[], start: number, end: number): void {
  let kept = 0;
  for (let k = 0; k < list.length; k++) {
    const range = list[k]!;
    if (range.end > start && range.start < end) continue;
    if (kept !== k) list[kept] = range;
    kept++;
  }
  if (kept !== list.length) list.length = kept;
}

export function noteUnmapped({ owners }: Context, { start, sizeBytes }: Of<"unmap">, pc: number, time: number): void {
  const end = start + sizeBytes;
  const index = owners.mapped.findIndex((range) => range.start <= start && range.end >= end);
  const whole = owners.mapped[index];
  const isPart = whole !== undefined && (whole.start < start || whole.end > end);
  if (whole !== undefined && !isPart) owners.mapped.splice(index, 1);
  if (owners.unmapped.length > MAPPINGS_LIMIT) owners.unmapped.splice(0, owners.unmapped.length - MAPPINGS_LIMIT);
  owners.unmapped.push({ start, end, pc, time, partOf: isPart ? whole : undefined });
}

/** The range of memory that is gone at an address. */
export const goneAt = ({ owners }: Context, address: number): Unmapped | undefined =>
  owners.unmapped.filter((range) => address >= range.start && address < range.end).at(-1);

function partly({ program }: Context, gone: Unmapped, rest: string): Pick<Found, "kind" | "message" | "details"> {
  const { start, end, partOf, pc } = gone;
  const whole = partOf === undefined ? 0 : partOf.end - partOf.start;
  return {
    kind: "partial-unmap",
    message: `${bytesText(end - start)} at ${hex(start)} were given back at ${placeText(program, pc)}, a part of a mapping of ${bytesText(whole)}: ${rest}.`,
    details: ["Give munmap the address and the length that mmap was given, or keep using the rest on purpose."],
  };
}

/** A part that is gone was used, while the rest is still there. */
export function partUsed(context: Context, address: number, pc: number, time: number): Found | undefined {
  const gone = goneAt(context, address);
  const { partOf } = gone ?? {};
  if (gone === undefined || partOf === undefined) return undefined;
  const isLeft = context.options
    .mappings()
    .some((one) => one.start < partOf.end && one.start + one.sizeBytes > partOf.start && one.purpose === "mmap");
  if (!isLeft) return undefined;
  const related = [{ what: "unmapped", pc: gone.pc, time: gone.time }];
  return { ...partly(context, gone, "the part that is used here is gone"), pc, time, address, related };
}

/** At the end: what is left of a mapping and lost, because munmap was given less than mmap. */
export function partLost(context: Context, leaks: readonly Found[]): Found[] {
  return leaks.flatMap(({ kind, address = 0, sizeBytes = 0 }) => {
    const gone = context.owners.unmapped.find(
      ({ partOf }) => partOf !== undefined && address >= partOf.start && address < partOf.end,
    );
    if (kind !== "leak-mapping" || gone === undefined) return [];
    const { pc, time } = gone;
    return [
      { ...partly(context, gone, `${bytesText(sizeBytes)} of it are still mapped, and lost`), pc, time, address },
    ];
  });
}
