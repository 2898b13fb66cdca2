// Condition codes: sixteen numbers, thirty names. jcc, setcc, cmovcc and cmpccxadd are rows with "+cc".
// Source: SDM Vol. 1, Appendix B "EFLAGS Condition Codes".

import { recordOf } from "../../base/record.ts";
import type { Instruction } from "./instruction.ts";

/** Names as NASM's disassembler prints them; the index is the encoding. */
export const conditionNames = ["o", "no", "c", "nc", "z", "nz", "na", "a", "s", "ns", "pe", "po", "l", "nl", "ng", "g"] as const;
export type ConditionName = (typeof conditionNames)[number];

/** Other names of a condition. */
// biome-ignore format: one condition a line
export const conditionAliases: Readonly<Partial<Record<ConditionName, readonly string[]>>> = {
  c: ["b", "nae"],
  nc: ["ae", "nb"],
  z: ["e"],
  nz: ["ne"],
  na: ["be"],
  a: ["nbe"],
  pe: ["p"],
  po: ["np"],
  l: ["nge"],
  nl: ["ge"],
  ng: ["le"],
  g: ["nle"],
};

/** What each condition asks of the flags, in the words of its title. */
// biome-ignore format: one condition a line
export const conditionMeanings: Readonly<Record<ConditionName, { readonly words: string; readonly test: string; readonly flags: string }>> = {
  o: { words: "overflow", test: "OF = 1", flags: "o" },
  no: { words: "no overflow", test: "OF = 0", flags: "o" },
  c: { words: "carry (unsigned below)", test: "CF = 1", flags: "c" },
  nc: { words: "no carry (unsigned above or equal)", test: "CF = 0", flags: "c" },
  z: { words: "zero (equal)", test: "ZF = 1", flags: "z" },
  nz: { words: "not zero (not equal)", test: "ZF = 0", flags: "z" },
  na: { words: "unsigned below or equal", test: "CF = 1 or ZF = 1", flags: "cz" },
  a: { words: "unsigned above", test: "CF = 0 and ZF = 0", flags: "cz" },
  s: { words: "sign (negative)", test: "SF = 1", flags: "s" },
  ns: { words: "no sign (not negative)", test: "SF = 0", flags: "s" },
  pe: { words: "parity even", test: "PF = 1", flags: "p" },
  po: { words: "parity odd", test: "PF = 0", flags: "p" },
  l: { words: "signed less", test: "SF ≠ OF", flags: "so" },
  nl: { words: "signed greater or equal", test: "SF = OF", flags: "so" },
  ng: { words: "signed less or equal", test: "ZF = 1 or SF ≠ OF", flags: "zso" },
  g: { words: "signed greater", test: "ZF = 0 and SF = OF", flags: "zso" },
};

/** An instruction of a condition family, and which condition. */
export interface ConditionalInstruction extends Instruction {
  readonly condition: number;
}

/** The sixteen instructions of a family: `{words}` and `{test}` in its texts become the condition's own. */
export function perCondition<Before extends string, After extends string>(before: Before, after: After, instruction: Instruction): Record<`${Before}${ConditionName}${After}`, ConditionalInstruction> {
  const entries = conditionNames.map((name, condition) => {
    const meaning = conditionMeanings[name];
    const fill = (text: string): string => text.replaceAll("{words}", meaning.words).replaceAll("{test}", meaning.test);
    const { brief, operation } = instruction;
    const filled: ConditionalInstruction = {
      ...instruction,
      title: fill(instruction.title),
      flags: `r=${meaning.flags}`,
      condition,
      ...(brief === undefined ? {} : { brief: fill(brief) }),
      ...(operation === undefined ? {} : { operation: fill(operation) }),
    };
    return [`${before}${name}${after}`, filled] as const;
  });
  return recordOf(entries);
}
