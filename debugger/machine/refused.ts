// The machine of a program that could not be loaded: it has ended before it began and shows empty memory.

import { createState } from "../cpu/create-state.ts";
import { createStepEngine } from "../cpu/step-engine.ts";
import { createMemory } from "../mem/create.ts";
import type { Machine, MachineOptions, MachineStop } from "./machine.ts";

const SMALLEST_FOLD_BYTES = 2 ** 24;

/** `explanation` says why nothing runs. */
export function refusedMachine(options: MachineOptions, explanation: string): Machine {
  const memory = createMemory(SMALLEST_FOLD_BYTES);
  const state = createState(memory);
  const core = createStepEngine(memory, state, options.image.bits);
  const ended: MachineStop = { kind: "refused", explanation };
  return {
    image: options.image,
    ...{ core, state, memory, ended },
    time: 0,
    turns: 0,
    processId: 0,
    tasks: () => [],
    switching: { count: 0, listener: undefined },
    changes: [],
    horizon: 0,
    breakpoints: new Set(),
    conditions: new Map(),
    watchpoints: [],
    stopAtFinding: undefined,
    stopAtEvent: undefined,
    passed: new Set(),
    run: () => ended,
    travel: () => ended,
    reverse: () => ended,
    reverseSome: () => ended,
    setRegister: () => false,
    writeMemory: () => 0,
    findings: [],
    heapBlocks: () => [],
    heapTotals: { allocations: 0, frees: 0, bytesAllocated: 0, inUse: { bytes: 0, blocks: 0 } },
    mappings: () => [],
    programBreak: { start: 0, end: 0 },
    stack: { low: 0, high: 0, initialPointer: 0 },
    calls: core.calls,
    libcFunction: undefined,
    unflushedBytes: 0,
    findLeaks: () => [],
    findLostMappings: () => [],
    isUnreachable: () => false,
  };
}
