// Results that libc looks at when a function of the program returns to it: main's is the exit status, a comparison's decides
// what comes next.

import { STUB } from "../../../server/facts/libc-linking.ts";
import { type Context, hex } from "../context.ts";
import { symbolText } from "../program-map.ts";
import { stackPointerOf } from "../words.ts";
import { reportUse } from "./report.ts";
import type { Tracker } from "./tracker.ts";

/** Functions whose callbacks return an int that decides what they do next. */
const COMPARING = /^(qsort|qsort_r|bsearch|lfind|lsearch|tsearch|tfind|tdelete)$/;

/** Before a ret. */
export function checkResult(context: Context, tracker: Tracker, pc: number): "stop" | undefined {
  const { activations } = context.owners;
  const { image } = context.program;
  // Both are an int.
  const open = tracker.registerBits(0) & 0xffffffffn;
  const top = activations.at(-1);
  if (open === 0n || top === undefined || stackPointerOf(context) !== top.stackPointer) return undefined;
  const origin = tracker.originOfRegister(0);
  const by = image.stubs.find(({ address }) => address + STUB.callBack === top.callSite)?.name ?? "";
  if (COMPARING.test(by)) {
    const name = symbolText(image, top.target) ?? hex(top.target);
    return reportUse(context, { kind: "argument", origin, what: `The result of ${name}, by which ${by} goes,` }, pc);
  }
  if ((open & 255n) === 0n || image.entryKind !== "main" || activations.length !== 1) return undefined;
  if (!image.symbols.some(({ name, address }) => name === "main" && address === top.target)) return undefined;
  return reportUse(context, { kind: "status", origin, what: "The result of main, the exit status," }, pc);
}
