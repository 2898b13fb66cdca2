// A run's findings as a baseline names them: takes the program's map and a finding, gives kind, file, label, source line
// and, for leaks, the line that allocated the block.

import { baselineLine, labelAbove, type PlacedEntry } from "../../server/facts/baseline.ts";
import { callsOf } from "../../server/obj/object-module.ts";
import type { Finding } from "./finding.ts";
import { lineText, type ProgramMap } from "./program-map.ts";
import { type Found, made } from "./recorder.ts";

/** Of a leak: where the block comes from. */
export const allocationOf = ({ kind, related = [] }: Pick<Found | Finding, "kind" | "related">) =>
  kind.startsWith("leak-") ? made(related).find(({ what }) => what === "allocated" || what === "mapped") : undefined;

/** The entry of a finding that stands in a source; undefined for others. */
export function baselineEntryOf(
  map: ProgramMap,
  found: Pick<Found | Finding, "kind" | "pc" | "related">,
): PlacedEntry | undefined {
  const { kind, pc } = found;
  const item = map.items.get(pc);
  if (item === undefined) return undefined;
  const site = allocationOf(found);
  const allocating = site === undefined ? undefined : map.items.get(site.pc);
  // A leak is told where the program ends: what tells leaks apart is where their blocks come from.
  const { span, expansion } = allocating ?? item;
  const call = callsOf(expansion).at(-1) ?? span;
  const label = call === undefined ? undefined : labelAbove(call);
  return {
    entry: {
      kind,
      file: item.file,
      ...(label === undefined ? {} : { label }),
      line: baselineLine(lineText(map, pc)),
      ...(site === undefined ? {} : { allocated: baselineLine(lineText(map, site.pc)) }),
    },
    place: [item, allocating].map((one) => `${one?.file}:${one?.lineNumber}`).join(" "),
  };
}
