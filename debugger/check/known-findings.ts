// A run's findings as a baseline names them: takes the program's map and a finding, gives kind, file, source line and, for
// leaks, the line that allocated the block.

import { type BaselineEntry, baselineLine } from "../../server/facts/baseline.ts";
import type { Finding } from "./finding.ts";
import { lineText, type ProgramMap } from "./program-map.ts";
import { type Found, made } from "./recorder.ts";

/** The entry of a finding that stands in a source; undefined for others. */
export function baselineEntryOf(
  map: ProgramMap,
  { kind, pc, related = [] }: Pick<Found | Finding, "kind" | "pc" | "related">,
): BaselineEntry | undefined {
  const file = map.items.get(pc)?.file;
  if (file === undefined) return undefined;
  const site = /^leak-/.test(kind)
    ? made(related).find(({ what }) => what === "allocated" || what === "mapped")
    : undefined;
  const allocated = site === undefined ? {} : { allocated: baselineLine(lineText(map, site.pc)) };
  return { kind, file, line: baselineLine(lineText(map, pc)), ...allocated };
}
