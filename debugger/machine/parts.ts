// The parts of one machine, put together once: memory, state, core, kernel, libc, checker. Here is who hears whom: kernel
// and libc tell events, the checker hears all of them, and each event carries the program's own instruction that caused it
// (the `syscall`, or the call of a libc function and not its stub).

import type { Checker } from "../check/checker.ts";
import { createChecker } from "../check/create.ts";
import type { Finding } from "../check/finding.ts";
import { isAllCompiled } from "../check/program-map.ts";
import type { Core } from "../cpu/core.ts";
import { createState } from "../cpu/create-state.ts";
import type { CpuState } from "../cpu/state.ts";
import { createStepEngine } from "../cpu/step-engine.ts";
import { createTranslator } from "../jit/create.ts";
import { createInterpreter } from "../jit/interpreter.ts";
import { createX87 } from "../jit/x87-module.ts";
import { createLibc, type Libc } from "../libc/create.ts";
import { createMemory } from "../mem/create.ts";
import { NODE_FOLD_BYTES } from "../mem/layout.ts";
import type { Memory } from "../mem/memory.ts";
import type { MachineEvent } from "../os/events.ts";
import type { Host } from "../os/host.ts";
import { createKernel, type Kernel } from "../os/kernel.ts";
import { type LoadedProcess, loadProgram } from "../os/load.ts";
import type { Capture } from "./history.ts";
import type { MachineOptions } from "./machine.ts";

/** The instruction that acts on behalf of the program, and the retired count before it. */
export interface Acting {
  readonly pc: number;
  readonly time: number;
}

/** What the machine wants to be told. */
export interface PartHooks {
  onEvent(event: MachineEvent, acting: Acting): void;
  report(finding: Finding): "stop" | "continue";
}

export interface Parts {
  readonly memory: Memory;
  readonly state: CpuState;
  readonly core: Core;
  readonly kernel: Kernel;
  /** undefined for programs that call no libc function. */
  readonly libc: Libc | undefined;
  readonly checker: Checker;
  readonly process: LoadedProcess;
  /** Set before kernel or libc act. */
  acting: Acting;
  capture(): Capture;
  restore(capture: Capture): void;
}

interface Saved {
  readonly kernel: unknown;
  readonly checker: unknown;
}

/** Below this no useful program fits. */
const SMALLEST_FOLD_BYTES = 2 ** 26;

const LOADER: Acting = { pc: 0, time: 0 };

/** Loads the image; a sentence when it cannot be loaded. `host` is the journalled one. */
export function createParts(options: MachineOptions, host: Host, hooks: PartHooks): Parts | { problem: string } {
  const { image, seed } = options;
  const memory = largestMemory(options.foldBytes ?? NODE_FOLD_BYTES);
  const state = createState(memory);
  const core = chooseCore(options, memory, state);
  // Events of the loader come before the checker exists, since it wants to know what was loaded.
  const early: MachineEvent[] = [];
  let acting = LOADER;
  let emit = (event: MachineEvent): void => void early.push(event);
  const site = () => acting.pc;
  const loaded = loadProgram({
    ...{ image, memory, state, seed, site },
    args: options.args,
    environment: options.environment,
    maxMemoryBytes: options.maxMemoryBytes,
    emit: (event) => emit(event),
    now: () => state.retired,
  });
  if ("problem" in loaded) return loaded;
  const { process } = loaded;
  const kernel = createKernel({
    ...{ memory, state, process, host, site },
    bits: image.bits,
    emit: (event) => emit(event),
  });
  const libc = createLibc({ image, memory, state, kernel, emit: (event) => emit(event) });
  const checker = createChecker({
    ...{ image, memory, state, core },
    level: levelOf(options),
    mappings: () => kernel.mappings(),
    stack: process.stack,
    programBreak: () => kernel.programBreak,
    allocators: options.allocators ?? [],
    ...(options.baseline === undefined ? {} : { baseline: options.baseline }),
    ...(options.ignoredKinds === undefined ? {} : { ignoredKinds: options.ignoredKinds }),
    report: (finding) => hooks.report(finding),
  });
  emit = (event) => {
    checker.onEvent(event, acting.pc, acting.time);
    hooks.onEvent(event, acting);
  };
  early.forEach(emit);
  return {
    ...{ memory, state, core, kernel, libc, checker, process },
    get acting() {
      return acting;
    },
    set acting(next) {
      acting = next;
    },
    capture: () => {
      const saved: Saved = { kernel: kernel.save(), checker: checker.save() };
      return { state: state.save(), calls: core.calls.save(), parts: saved };
    },
    restore(capture) {
      const saved = capture.parts as Saved;
      state.restore(capture.state);
      core.calls.restore(capture.calls);
      kernel.restore(saved.kernel);
      checker.restore(saved.checker);
    },
  };
}

/** Guest memory of the wanted size, or of the largest smaller one that the host gives: browsers are sparing. */
function largestMemory(foldBytes: number): Memory {
  try {
    return createMemory(foldBytes);
  } catch (error) {
    if (!(error instanceof RangeError) || foldBytes <= SMALLEST_FOLD_BYTES) throw error;
    return largestMemory(foldBytes / 2);
  }
}

/** Compiled programs are only executed: faults are explained at every level. */
const levelOf = ({ image, check }: MachineOptions) => (isAllCompiled(image) ? "off" : check);

function chooseCore(options: MachineOptions, memory: Memory, state: CpuState): Core {
  const step = createStepEngine(memory, state, options.image.bits, () => createX87(memory.wasm, memory.layout));
  if (options.core !== "step") return createTranslator(step, options.translator);
  return levelOf(options) === "off" ? createInterpreter(step) : step;
}
