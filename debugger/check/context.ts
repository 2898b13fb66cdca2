// What the checker's rules share: the program, the owners of memory, what the registers carry, and a way to report.

import { EMPTY_BASELINE, isKnown } from "../../server/facts/baseline.ts";
import type { Decoded } from "../../server/isa/insn.ts";
import type { MachineEvent } from "../os/events.ts";
import { type Activations, createActivations } from "./activations.ts";
import type { AllocatorCall } from "./allocator-rows.ts";
import { type Blocks, copyBlocks } from "./blocks.ts";
import type { CheckerOptions } from "./checker.ts";
import type { Shadow } from "./definedness/shadow.ts";
import { allocationOf, baselineEntryOf } from "./known-findings.ts";
import { isAssembly, isIgnored, type ProgramMap } from "./program-map.ts";
import type { Provenance } from "./provenance.ts";
import type { Pushes } from "./pushes.ts";
import { FAULTS, type Found, type Recorder, record, repeated } from "./recorder.ts";
import { RegisterMap } from "./register-map.ts";
import type { SavedActivations } from "./saved-activations.ts";
import { toldPlace } from "./tail-jumps.ts";

/** Why a register holds nothing the program may use. */
export interface Destroyed {
  /** "call free", "syscall". */
  readonly by: string;
  readonly kind: "volatile-after-call" | "volatile-after-syscall";
  readonly pc: number;
  readonly time: number;
  /** What the register held before: an address inside this block, by id; 0 = none. */
  readonly heldBlock: number;
}

/** A call that has not returned, as the calling-convention rules see it. */
export interface Activation {
  /** rsp at entry: where the return address lies. */
  readonly stackPointer: number;
  readonly returnAddress: number;
  readonly target: number;
  readonly callSite: number;
  readonly time: number;
  /** Values of the registers that the function must preserve: low and high word of each, in the convention's order. */
  readonly saved: readonly number[];
  /** Counts calls from 1: tells activations apart. */
  readonly serial: number;
  /** Where the registers saved at entry begin, going down from the return address: locals lie below. */
  savedLow: number;
  /** Something else than a saved register was pushed: what follows are locals. */
  hasLocals: boolean;
  /** Where rbp of the caller is kept once `mov rbp, rsp` has run, and its value; 0 before. */
  frameSlot: number;
  frameValue: number;
  /** When an annotation says that the function allocates or frees. */
  allocator: AllocatorCall | undefined;
  /** DF at entry. */
  readonly backwards: boolean;
  /** Pushes not yet popped: where and at which instruction. */
  pushes: Pushes;
  /** Which registers the function wrote, and which it used with their incoming values: bit n is register n. */
  use: RegisterMasks;
  /** The stack was switched meanwhile: what the registers hold is another context's business. */
  switched: boolean;
}

export interface RegisterMasks {
  written: number;
  used: number;
}

/** An instruction of the source, and the retired count before it. */
export interface Instant {
  pc: number;
  time: number;
}

/** A range that munmap took away. */
export interface Unmapped extends Instant {
  readonly start: number;
  readonly end: number;
  /** The mapping as mmap gave it, when this is only a part of it. */
  readonly partOf: { readonly start: number; readonly end: number } | undefined;
}

/** A register that a function of the program's own convention left changed: a finding once its caller relies on it. */
export interface Changed {
  readonly found: Found;
}

/** The system call that failed last: its −errno may be mistaken for a pointer or a length. */
export interface FailedCall {
  readonly name: string;
  readonly pc: number;
  readonly time: number;
  readonly result: bigint;
  readonly why: string;
}

/** What was known of the registers where a signal handler was entered; rsp tells which one it was. */
export interface Interrupted {
  readonly stackPointer: number;
  readonly destroyed: RegisterMap<Destroyed>;
  readonly changed: RegisterMap<Changed>;
  /** What was undefined in registers and flags, as in `Shadow`. */
  readonly undef: Uint8Array;
  readonly flags: number;
  readonly origins: Shadow["origins"];
  readonly lastCall: Shadow["lastCall"];
  readonly pointers: readonly (Provenance | undefined)[];
}

/** Everything that changes while the program runs, apart from findings; plain, so that it can be copied. */
export interface Owners {
  blocks: Blocks;
  destroyed: RegisterMap<Destroyed>;
  activations: Activations;
  /** The last checkpoint's, and how many of the outermost have not changed since: the top one always may have. */
  savedActivations: SavedActivations | undefined;
  unchanged: number;
  /** How many of the outermost translated code knows: see inline-watch.ts. */
  mirrored: number;
  /** Like an activation's, for the code that nothing called. */
  rootUse: RegisterMasks;
  /** Bit n: register n was set by the program, libc or a person since the start. */
  everWritten: number;
  /** When a system call with registers that were never set was reported: its failure is no news. */
  unsetAt: number;
  /** The activation whose return address was popped last. */
  dropped: Activation | undefined;
  /** The one that was so before the last call or return. */
  droppedBefore: Activation | undefined;
  /** Registers that a local function left changed, until they are written. */
  changed: RegisterMap<Changed>;
  /** What a register held when a function was told to have left it changed: its callers are not told the same. */
  blamed: Map<number, bigint>;
  /** Serial of the activation that was told last to return with DF set: those that were there before it are not told. */
  leftBackwards: number;
  /** The last instruction that stands in the source: faults and ends outside of it are told there. */
  lastSource: Instant;
  /** Unmapped ranges with the instruction that did it, newest last. */
  unmapped: Unmapped[];
  /** What mmap has given, newest last. */
  mapped: { readonly start: number; readonly end: number }[];
  failed: FailedCall | undefined;
  /** The last call of a libc function that returned a null pointer. */
  nullResult: (Instant & { readonly name: string }) | undefined;
  /** Wider-than-its-variable reads: the value that was read. */
  wideReads: { pc: number; object: string; value: bigint; sizeBytes: number; objectBytes: number }[];
  /** The last instruction that put a constant into rax. */
  numberSetter: number;
  /** Who last wrote over a live return address: slot → instant. */
  returnWriters: Map<number, { pc: number; time: number }>;
  /** The address execution would reach by falling through, and whether the last instruction could. */
  previous: { pc: number; next: number; falls: boolean };
  unknownCalls: Set<number>;
  /** The break before the last brk call. */
  breakBefore: number;
  /** Registers destroyed by a call whose use was told: "PC REGISTER". */
  toldCalls: Set<string>;
  /** Where a register that a call destroyed was copied to be a function's result: told once somebody uses it. */
  givenBack: Map<string, number>;
  /** The jump that led to a libc function in place of a call, and rsp then. */
  tailJump: (Instant & { readonly stackPointer: number }) | undefined;
  /** rsp after the last instruction that changed it. */
  stackPointer: number;
  /** Where rsp was set to last that is nobody's stack. */
  wildStack: number | undefined;
  /** What each general register's address was derived from. */
  pointers: (Provenance | undefined)[];
  /** Calls so far. */
  serials: number;
  /** Allocator functions of the program that are running. */
  inAllocator: number;
  /** What the outermost of them has written so far. */
  allocatorWrites: { readonly start: number; readonly end: number }[];
  /** An allocator gave what is no memory, by what is said of it. */
  allocatorLied: boolean;
  /** libc functions that are running. */
  inLibc: number;
  /** rsp where the last of them was entered; 0 when it has returned. One that waits is entered there again. */
  libcStackPointer: number;
  /** Signal handlers that are running, innermost last. */
  interrupted: Interrupted[];
}

export const createOwners = (blocks: Blocks): Owners => ({
  blocks,
  destroyed: new RegisterMap(),
  activations: createActivations([]),
  savedActivations: undefined,
  unchanged: 0,
  mirrored: 0,
  rootUse: { written: 0, used: 0 },
  everWritten: 0,
  unsetAt: -1,
  dropped: undefined,
  droppedBefore: undefined,
  changed: new RegisterMap(),
  blamed: new Map(),
  leftBackwards: 0,
  lastSource: { pc: 0, time: 0 },
  unmapped: [],
  mapped: [],
  failed: undefined,
  nullResult: undefined,
  wideReads: [],
  numberSetter: 0,
  returnWriters: new Map(),
  previous: { pc: 0, next: 0, falls: false },
  unknownCalls: new Set(),
  breakBefore: 0,
  toldCalls: new Set(),
  givenBack: new Map(),
  tailJump: undefined,
  stackPointer: 0,
  wildStack: undefined,
  pointers: [],
  serials: 0,
  inAllocator: 0,
  allocatorWrites: [],
  allocatorLied: false,
  inLibc: 0,
  libcStackPointer: 0,
  interrupted: [],
});

/** What all threads of a process have in common. Calls are counted on, so that no two have one number. */
type MemoryOwners = Pick<
  Owners,
  | "blocks"
  | "unmapped"
  | "mapped"
  | "returnWriters"
  | "unknownCalls"
  | "toldCalls"
  | "givenBack"
  | "breakBefore"
  | "serials"
>;

export const copyMemoryOwners = (owners: MemoryOwners): MemoryOwners => ({
  blocks: copyBlocks(owners.blocks),
  unmapped: [...owners.unmapped],
  mapped: [...owners.mapped],
  returnWriters: new Map(owners.returnWriters),
  unknownCalls: new Set(owners.unknownCalls),
  toldCalls: new Set(owners.toldCalls),
  givenBack: new Map(owners.givenBack),
  breakBefore: owners.breakBefore,
  serials: owners.serials,
});

/** A copy of a thread's own part deep enough that going on does not change it, with what is known of the memory it is in. */
export const copyOwners = (owners: Owners, memory: MemoryOwners): Owners => ({
  ...owners,
  blocks: memory.blocks,
  unmapped: memory.unmapped,
  mapped: memory.mapped,
  returnWriters: memory.returnWriters,
  unknownCalls: memory.unknownCalls,
  toldCalls: memory.toldCalls,
  givenBack: memory.givenBack,
  breakBefore: memory.breakBefore,
  serials: memory.serials,
  previous: { ...owners.previous },
  destroyed: owners.destroyed.copy(),
  allocatorWrites: [...owners.allocatorWrites],
  // Kept apart: see saved-activations.ts.
  activations: createActivations([]),
  mirrored: 0,
  rootUse: { ...owners.rootUse },
  lastSource: { ...owners.lastSource },
  changed: owners.changed.copy(),
  blamed: new Map(owners.blamed),
  wideReads: [...owners.wideReads],
  pointers: [...owners.pointers],
  interrupted: [...owners.interrupted],
});

export interface Context {
  readonly options: CheckerOptions;
  readonly program: ProgramMap;
  readonly recorder: Recorder;
  owners: Owners;
  /** What is undefined in registers and flags. */
  readonly shadow: Shadow;
  /** The instruction that `before` announced. */
  current: {
    pc: number;
    decoded: Decoded | undefined;
    /** The last address it read. */
    readAt?: number;
    /** It reads over this end of an object, as searches for a zero byte do: what it brings from there on is garbage. */
    readsOver?: number;
  };
  /** The last call of a function of libc. */
  entered?: Extract<MachineEvent, { kind: "libc-enter" }>;
}

/** A rule that compiled code need not keep: it has its own contracts, and knows more than its labels say. */
const isForeign = (program: ProgramMap, { kind, pc }: Found): boolean =>
  program.image.compiled === true && !FAULTS.has(kind) && !isAssembly(program.items.get(pc)?.file ?? "");

/** True for what the source line, the settings or the baseline do not want to hear. */
export function isSilenced({ program, options }: Context, found: Found): boolean {
  const places = [found.pc, allocationOf(found)?.pc ?? found.pc];
  if (options.ignoredKinds?.has(found.kind) || places.some((pc) => isIgnored(program, pc, found.kind))) return true;
  const { baseline = EMPTY_BASELINE } = options;
  const entry = baseline.limits.size === 0 ? undefined : baselineEntryOf(program, found);
  return entry !== undefined && isKnown(baseline, entry);
}

/** Code that lies outside of the program's file has no lines: it counts as where the source was left for it. */
function placeOf({ program, owners }: Context, { pc }: Found): number {
  const isOfFile = program.items.has(pc) || program.image.sections.length === 0 || program.isInStub(pc);
  if (isOfFile || owners.lastSource.pc === 0) return program.firstOfStatement(pc);
  const isInside = program.image.sections.some(({ address, sizeBytes }) => pc >= address && pc < address + sizeBytes);
  return isInside ? pc : owners.lastSource.pc;
}

/** Records and reports. @returns "stop" when the machine wants to stand before the instruction. */
export function report(context: Context, given: Found): "stop" | undefined {
  const found = context.program.isInStub(given.pc) ? { ...given, ...toldPlace(context, given.pc, given.time) } : given;
  const place = placeOf(context, found);
  // A baseline may know one and not another of the same place.
  const isSimple = (context.options.baseline?.limits.size ?? 0) === 0;
  const before = isSimple ? repeated(context.recorder, found, place) : undefined;
  if (before === "seen") return undefined;
  if (before === undefined && (isSilenced(context, found) || isForeign(context.program, found))) return undefined;
  const { calls } = context.options.core;
  const finding = before ?? record(context.recorder, found, calls, context.program.isToldAtCall, place);
  if (finding === undefined) return undefined;
  return context.options.report(finding) === "stop" ? "stop" : undefined;
}

/** As `report`, for rules that others need not repeat. */
export const told = (context: Context, found: Found): "stop" | "told" => report(context, found) ?? "told";

export const hex = (value: number | bigint): string => `0x${value.toString(16)}`;
/** "right past the end of", "3 bytes past the end of". */
export const distanceText = (distance: number, words: string): string =>
  distance === 0 ? `right ${words}` : `${bytesText(distance)} ${words}`;
/** "the other 7 lie", "the other one lies". */
export const othersText = (count: number): string => (count === 1 ? "the other one lies" : `the other ${count} lie`);
export const bytesText = (count: number): string => `${count} ${count === 1 ? "byte" : "bytes"}`;
