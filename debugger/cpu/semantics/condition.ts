// The sixteen conditions with all their names: one list for jumps, moves and byte sets (SDM Vol. 2D, B.1.4.7).

import { recordOf } from "../../../server/base/record.ts";
import type { Condition } from "../ir.ts";

// biome-ignore format: one condition a line
export const conditionNames = {
  o: ["o"],
  no: ["no"],
  b: ["b", "c", "nae"],
  ae: ["ae", "nb", "nc"],
  e: ["e", "z"],
  ne: ["ne", "nz"],
  be: ["be", "na"],
  a: ["a", "nbe"],
  s: ["s"],
  ns: ["ns"],
  p: ["p", "pe"],
  np: ["np", "po"],
  l: ["l", "nge"],
  ge: ["ge", "nl"],
  le: ["le", "ng"],
  g: ["g", "nle"],
} as const satisfies Record<Condition, readonly string[]>;

export type ConditionName = (typeof conditionNames)[Condition][number];

/** One entry for each name of each condition, with `prefix` before it. */
export function byCondition<Prefix extends string, T>(
  prefix: Prefix,
  make: (condition: Condition) => T,
): Record<`${Prefix}${ConditionName}`, T> {
  const entries = Object.entries(conditionNames).flatMap(([condition, names]) => {
    const value = make(condition as Condition);
    return names.map((name) => [`${prefix}${name}`, value] as const);
  });
  return recordOf(entries);
}
