// Lets the memory checker watch single-instruction cases: it must not change what they do. The image is empty, so every
// access is one the checker knows nothing about, and the stack is undefined, so that undefined bits are followed.

import { createChecker } from "../../debugger/check/create.ts";
import type { Core } from "../../debugger/cpu/core.ts";
import { SHADOW } from "../../debugger/mem/layout.ts";
import type { Image } from "../../server/obj/image.ts";
import { REGION } from "./wire.ts";

const EMPTY: Omit<Image, "bits"> = {
  entry: REGION.code[0],
  entryKind: "_start",
  segments: [],
  sections: [],
  symbols: [],
  items: [],
  stubs: [],
  executableStack: false,
  name: "case",
  modules: [],
};

/** Puts a fresh checker of level "full" on a core; what it finds is not looked at, nothing is stopped. */
export function watch(core: Core): void {
  const { memory, state, bits } = core;
  const [low, sizeBytes] = REGION.stack;
  const checker = createChecker({
    image: { ...EMPTY, bits },
    ...{ memory, state, core },
    level: "full",
    mappings: () => [],
    waitingThreads: () => [],
    stack: { low, high: low + sizeBytes, initialPointer: low + sizeBytes },
    programBreak: () => ({ start: 0, end: 0 }),
    report: () => "continue",
  });
  core.observer = checker.observer;
  memory.setShadow(low, sizeBytes, SHADOW.undefined);
}
