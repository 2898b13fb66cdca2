// The parts of one machine, put together once: memory, state, core, kernel, libc, checker. Here is who hears whom: kernel
// and libc tell events, the checker hears all of them, and each event carries the program's own instruction that caused it
// (the `syscall`, or the call of a libc function and not its stub).

import type { Image } from "../../server/obj/image.ts";
import type { Checker } from "../check/checker.ts";
import { createChecker } from "../check/create.ts";
import type { Finding } from "../check/finding.ts";
import { isAllCompiled } from "../check/program-map.ts";
import { createRecorder } from "../check/recorder.ts";
import type { Core } from "../cpu/core.ts";
import { createState } from "../cpu/create-state.ts";
import { type CpuState, GPR, STATE } from "../cpu/state.ts";
import { createStepEngine } from "../cpu/step-engine.ts";
import { createTranslator } from "../jit/create.ts";
import { createInterpreter } from "../jit/interpreter.ts";
import { createX87 } from "../jit/x87-module.ts";
import { createLibc, type Libc } from "../libc/create.ts";
import { createMemory } from "../mem/create.ts";
import { NODE_FOLD_BYTES } from "../mem/layout.ts";
import type { Memory, SpaceImage } from "../mem/memory.ts";
import type { MachineEvent } from "../os/events.ts";
import type { Host } from "../os/host.ts";
import { createKernel, type Kernel } from "../os/kernel.ts";
import { type LoadedProcess, type LoadOptions, loadProgram, startedBy } from "../os/load.ts";
import type { ExecRequest, ForkRequest, Process } from "../os/process-table.ts";
import type { KernelParts } from "../os/syscall.ts";
import { syscallFunction } from "../os/syscall-functions.ts";
import type { Capture } from "./history.ts";
import type { MachineOptions, Switching, TaskPlace } from "./machine.ts";

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

/** A program that runs: what is made for it, whoever of its processes has the turn. */
interface Program {
  readonly image: Image;
  readonly core: Core;
  /** undefined for programs that call no libc function. */
  readonly libc: Libc | undefined;
  readonly checker: Checker;
  readonly stack: LoadedProcess["stack"];
}

export interface Parts extends Program {
  readonly memory: Memory;
  readonly state: CpuState;
  readonly kernel: Kernel;
  /** Set before kernel or libc act. */
  acting: Acting;
  /** Processes and threads that have not ended, in order of their numbers. */
  tasks(): readonly TaskPlace[];
  readonly switching: Switching;
  /** After a system call or libc function: makes the child, or puts in the program, that it has asked for. */
  serve(): void;
  /** Gives the turn to another process, or to the same one again. Takes the time of one instruction. */
  switchTo(next: Process): void;
  /** The current process, one of several, has ended: nothing of it is kept. */
  dropCurrent(): void;
  capture(): Capture;
  restore(capture: Capture): void;
}

/** What a process that does not run has beside its memory. */
interface Held {
  readonly state: Uint8Array;
  readonly calls: Uint8Array;
  readonly checker: unknown;
}

/** Where a process that has no turn stands. */
function pcOf(held: Held | undefined): number {
  if (held === undefined) return 0;
  const { buffer, byteOffset } = held.state;
  return Number(new DataView(buffer, byteOffset).getBigUint64(STATE.rip, true));
}

function registersOf({ state: { buffer, byteOffset } }: Held): number[] {
  const view = new DataView(buffer, byteOffset);
  return Array.from({ length: 16 }, (_, index) => Number(view.getBigUint64(STATE.gpr + 8 * index, true)));
}

interface Saved {
  readonly kernel: unknown;
  readonly checker: unknown;
  readonly programs: ReadonlyMap<number, Program>;
  readonly images: ReadonlyMap<number, SpaceImage>;
  readonly held: ReadonlyMap<number, Held>;
  readonly left: ReadonlyMap<number, unknown>;
}

/** Below this no useful program fits. */
const SMALLEST_FOLD_BYTES = 2 ** 26;

const SIGKILL = 9;

const LOADER: Acting = { pc: 0, time: 0 };

/** Loads the image; a sentence when it cannot be loaded. `host` is the journalled one. */
export function createParts(options: MachineOptions, host: Host, hooks: PartHooks): Parts | { problem: string } {
  const memory = largestMemory(options.foldBytes ?? NODE_FOLD_BYTES);
  const made = new MachineParts(options, memory, hooks);
  const problem = made.load(host);
  return problem === undefined ? made : { problem };
}

class MachineParts implements Parts {
  readonly memory: Memory;
  readonly state: CpuState;
  acting = LOADER;
  readonly switching: Switching = { count: 0, listener: undefined };
  readonly #options: MachineOptions;
  readonly #hooks: PartHooks;
  readonly #recorder = createRecorder();
  readonly #cores = new Map<number, Core>();
  #kernel: Kernel | undefined;
  #program: Program | undefined;
  /** By the number of the kernel's program; the images of programs that are in memory now are old. */
  #programs = new Map<number, Program>();
  #images = new Map<number, SpaceImage>();
  #held = new Map<number, Held>();
  /** What the checker knew when a program's memory was left, by program. */
  #left = new Map<number, unknown>();
  /** Events of the loader come before the checker exists, since it wants to know what was loaded. */
  #early: MachineEvent[] = [];

  constructor(options: MachineOptions, memory: Memory, hooks: PartHooks) {
    this.#options = options;
    this.#hooks = hooks;
    this.memory = memory;
    this.state = createState(memory);
  }

  readonly #emit = (event: MachineEvent): void => {
    if (this.#program === undefined) {
      this.#early.push(event);
      return;
    }
    this.#program.checker.onEvent(event, this.acting.pc, this.acting.time);
    this.#hooks.onEvent(event, this.acting);
  };

  /** @returns why the program cannot be loaded. */
  load(host: Host): string | undefined {
    const { image, args, environment } = this.#options;
    const loaded = this.#loadImage(image, startedBy(image, args, environment));
    if (typeof loaded === "string") return loaded;
    this.#kernel = createKernel({
      ...{ image, host, memory: this.memory, state: this.state },
      process: loaded,
      site: () => this.acting.pc,
      emit: this.#emit,
    });
    this.#begin(image, loaded, levelOf(this.#options));
    this.#programs.set(this.kernel.parts.processes.current.program.id, this.#program!);
    return undefined;
  }

  #loadImage(image: Image, given: Pick<LoadOptions, "argv" | "envp" | "path">): LoadedProcess | string {
    const { memory, state } = this;
    const { seed } = this.#options;
    // No more than there is room for, so that whoever is refused is told the limit that refused it.
    const maxMemoryBytes = Math.min(this.#options.maxMemoryBytes, memory.layout.foldBytes);
    const loaded = loadProgram({
      ...{ image, memory, state, seed, maxMemoryBytes, ...given },
      emit: this.#emit,
      now: () => state.retired,
      site: () => this.acting.pc,
    });
    return "problem" in loaded ? loaded.problem : loaded.process;
  }

  /** libc and checker of a program that has just been loaded. */
  #begin(image: Image, { stack }: LoadedProcess, level: MachineOptions["check"]): void {
    const { memory, state, kernel } = this;
    const { allocators, baseline, ignoredKinds, onNote } = this.#options;
    const core = this.#coreFor(image.bits);
    const libc = image.stubs.length === 0 ? undefined : createLibc({ image, memory, state, kernel, emit: this.#emit });
    const checker = createChecker({
      ...{ image, memory, state, core, level, stack },
      recorder: this.#recorder,
      mappings: () => kernel.mappings(),
      waitingThreads: () => this.#waitingThreads(),
      programBreak: () => kernel.programBreak,
      allocators: allocators ?? [],
      ...(baseline === undefined ? {} : { baseline }),
      ...(ignoredKinds === undefined ? {} : { ignoredKinds }),
      ...(onNote === undefined ? {} : { note: onNote }),
      report: (finding) => this.#hooks.report(finding),
    });
    this.#program = { image, core, libc, checker, stack };
    const early = this.#early;
    this.#early = [];
    early.forEach(this.#emit);
  }

  #waitingThreads(): number[][] {
    const { list, current } = this.kernel.parts.processes;
    return list.flatMap((one) => {
      const held = one === current || one.program !== current.program ? undefined : this.#held.get(one.id);
      return held === undefined ? [] : [registersOf(held)];
    });
  }

  #coreFor(bits: 32 | 64): Core {
    const core = this.#cores.get(bits) ?? chooseCore(this.#options, bits, this.memory, this.state);
    this.#cores.set(bits, core);
    return core;
  }

  get image(): Image {
    return this.#program!.image;
  }
  get core(): Core {
    return this.#program!.core;
  }
  get libc(): Libc | undefined {
    return this.#program!.libc;
  }
  get checker(): Checker {
    return this.#program!.checker;
  }
  get stack(): LoadedProcess["stack"] {
    return this.#program!.stack;
  }
  get kernel(): Kernel {
    return this.#kernel!;
  }

  // ---- processes

  tasks(): readonly TaskPlace[] {
    const { list, current } = this.kernel.parts.processes;
    const alive = list.filter(({ ending }) => ending === undefined);
    return alive.map((one) => ({
      id: one.id,
      processId: one.owner,
      parentId: one.parent,
      image: one.program.image,
      pc: one === current ? Number(this.state.rip) : pcOf(this.#held.get(one.id)),
      isCurrent: one === current,
      waitsFor: one.wait?.for,
      begun: one.begun,
    }));
  }

  serve(): void {
    const { processes } = this.kernel.parts;
    const { fork, exec } = processes;
    processes.fork = undefined;
    processes.exec = undefined;
    if (fork) this.#makeChild(fork);
    if (exec) this.#execute(exec);
  }

  /** The child stands where the parent stands, with 0 as the result of its call. */
  #makeChild({ child, memory: how, stack, threadBase, storeId, at }: ForkRequest): void {
    const { memory, state, kernel } = this;
    const parent = kernel.parts.processes.current;
    const own = state.save();
    state.setGpr(GPR.rax, 0n);
    if (stack !== 0n) state.setGpr(GPR.rsp, stack);
    if (at !== undefined) state.rip = at;
    if (threadBase !== undefined) setThreadBase(kernel.parts, threadBase);
    this.#held.set(child.id, this.#hold());
    state.restore(own);
    this.#programs.set(child.program.id, this.#program!);
    if (how === "shared") {
      if (storeId !== 0n) memory.poke(Number(storeId), Uint8Array.of(child.id & 255, child.id >> 8, 0, 0));
      return;
    }
    const before = storeId === 0n ? undefined : memory.peek(Number(storeId), 4);
    if (before) memory.poke(Number(storeId), Uint8Array.of(child.id & 255, child.id >> 8, 0, 0));
    const image = memory.captureSpace(this.#images.get(parent.program.id));
    if (before) memory.poke(Number(storeId), before);
    this.#keep(child.program.id, image);
    this.#images.set(parent.program.id, image);
  }

  #hold(checker = this.checker.save()): Held {
    return { state: this.state.save(), calls: this.core.calls.save(), checker };
  }

  #keep(program: number, image: SpaceImage): void {
    this.#images.set(program, image);
    let sum = 0;
    for (const { sizeBytes } of this.#images.values()) sum += sizeBytes;
    this.kernel.parts.processes.keptBytes = sum;
  }

  #execute({ image, path, argv, envp }: ExecRequest): void {
    const { memory, kernel } = this;
    const { processes } = kernel.parts;
    const before = processes.current.program;
    const isShared = processes.list.some((one) => one !== processes.current && one.program === before && !one.ending);
    kernel.leave();
    if (isShared) this.#keep(before.id, memory.captureSpace(this.#images.get(before.id)));
    this.#program = undefined;
    const loaded = this.#exchange(image, { argv, envp, path });
    if (typeof loaded === "string") {
      // Linux too has nothing to go back to by now, and kills the process.
      this.#program = this.#programs.get(before.id)!;
      this.#early = [];
      processes.current.signals.pending = [{ signal: SIGKILL, code: 0 }];
      return;
    }
    this.#coreFor(image.bits).calls.restore(new Uint8Array(0));
    kernel.execute(loaded, image);
    this.#begin(image, loaded, "off");
    this.#programs.set(processes.current.program.id, this.#program!);
    this.#forget();
  }

  /** Nothing is left of what was mapped. */
  #exchange(image: Image, given: Pick<LoadOptions, "argv" | "envp" | "path">): LoadedProcess | string {
    const { memory } = this;
    let loaded: LoadedProcess | string = "";
    memory.exchange(() => {
      for (const { start, sizeBytes } of memory.runs()) memory.unmap(start, sizeBytes);
      loaded = this.#loadImage(image, given);
    });
    return loaded;
  }

  /** Programs that nobody runs any more. */
  #forget(): void {
    const { list } = this.kernel.parts.processes;
    const used = new Set(list.filter(({ ending }) => ending === undefined).map(({ program }) => program.id));
    for (const id of this.#programs.keys()) {
      if (used.has(id)) continue;
      this.#programs.delete(id);
      this.#images.delete(id);
      this.#left.delete(id);
    }
  }

  dropCurrent(): void {
    const { list } = this.kernel.parts.processes;
    for (const id of this.#held.keys())
      if (!list.some((one) => one.id === id && one.ending === undefined)) this.#held.delete(id);
    this.#forget();
  }

  switchTo(next: Process): void {
    const { memory, state, kernel } = this;
    const { current } = kernel.parts.processes;
    const { retired } = state;
    if (next !== current) {
      kernel.leave();
      const isThread = next.program === current.program;
      const left = isThread ? this.checker.saveThread() : this.checker.save();
      if (current.ending === undefined) this.#held.set(current.id, this.#hold(left));
      if (!isThread) {
        this.#left.set(current.program.id, left);
        if (this.#programs.has(current.program.id))
          this.#keep(current.program.id, memory.captureSpace(this.#images.get(current.program.id)));
        memory.loadSpace(this.#images.get(next.program.id)!);
      }
      const held = this.#held.get(next.id)!;
      this.#held.delete(next.id);
      this.#program = this.#programs.get(next.program.id)!;
      state.restore(held.state);
      this.core.calls.restore(held.calls);
      this.checker.restore(held.checker, isThread ? "same" : (this.#left.get(next.program.id) ?? held.checker));
    }
    state.retired = retired + 1;
    kernel.enter(next);
    this.#name();
    if (next !== current) {
      this.switching.count++;
      this.switching.listener?.();
    }
    if (next.begins) {
      const request = next.begins;
      next.begins = undefined;
      this.#execute(request);
    }
  }

  // ---- time

  /** Findings name the process when it is not the first. */
  #name(): void {
    const { processes, firstId } = this.kernel.parts;
    this.#recorder.process = processes.current.owner === firstId ? undefined : processes.current.owner;
  }

  capture(): Capture {
    const saved: Saved = {
      kernel: this.kernel.save(),
      checker: this.checker.save(),
      programs: new Map(this.#programs),
      images: new Map(this.#images),
      held: new Map(this.#held),
      left: new Map(this.#left),
    };
    return { state: this.state.save(), calls: this.core.calls.save(), parts: saved };
  }

  restore(capture: Capture): void {
    const saved = capture.parts as Saved;
    this.#programs = new Map(saved.programs);
    this.#images = new Map(saved.images);
    this.#held = new Map(saved.held);
    this.#left = new Map(saved.left);
    this.kernel.restore(saved.kernel);
    this.#program = this.#programs.get(this.kernel.parts.processes.current.program.id)!;
    this.state.restore(capture.state);
    this.core.calls.restore(capture.calls);
    this.checker.restore(saved.checker);
    this.#name();
  }
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

/** Where the segment register for a new thread's own data points: an address, in 32 bits what set_thread_area takes. */
function setThreadBase(kernel: KernelParts, base: bigint): void {
  if (kernel.bits === 64) kernel.state.fsBase = base;
  else syscallFunction("set_thread_area")!({ kernel, abi: "i386", args: [base, 0n, 0n, 0n, 0n, 0n] });
}

function chooseCore(options: MachineOptions, bits: 32 | 64, memory: Memory, state: CpuState): Core {
  const step = createStepEngine(memory, state, bits, () => createX87(memory.wasm, memory.layout));
  if (options.core !== "step") return createTranslator(step, options.translator);
  return levelOf(options) === "off" ? createInterpreter(step) : step;
}
