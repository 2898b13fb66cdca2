// What all views of one stop share, computed once: the machine with its mappings, heap blocks and frames at this instant.
// A scene is valid until the machine moves or its state is changed; whoever keeps one makes a new one then.

import type { HeapBlock, Leak } from "../check/finding.ts";
import type { Machine } from "../machine/machine.ts";
import { SHADOW } from "../mem/layout.ts";
import type { Mapping } from "../os/events.ts";
import { callStack, type Frame, wordBytesOf } from "./frames.ts";

export interface Scene {
  readonly machine: Machine;
  readonly wordBytes: 4 | 8;
  /** In address order. */
  readonly mappings: readonly Mapping[];
  /** In address order. */
  readonly blocks: readonly HeapBlock[];
  /** Innermost first. */
  readonly frames: readonly Frame[];
  /** What would be lost if the program ended now; searched for once, when somebody asks. */
  leaks(): readonly Leak[];
  lostMappings(): readonly Mapping[];
  /** By address: the live blocks that would be leaked, and how. */
  leaked(): ReadonlyMap<number, Leak["kind"]>;
}

/** Each part is computed when somebody looks at it: a condition may look at none. A class, since V8 makes an object literal
 * with getters a dictionary, whose getters outlive the frequent small collections with all that they reach. */
class StandingScene implements Scene {
  readonly machine: Machine;
  readonly wordBytes: 4 | 8;
  private knownMappings: readonly Mapping[] | undefined = undefined;
  private knownBlocks: readonly HeapBlock[] | undefined = undefined;
  private knownFrames: readonly Frame[] | undefined = undefined;
  private knownLeaks: readonly Leak[] | undefined = undefined;
  private knownLostMappings: readonly Mapping[] | undefined = undefined;
  private knownLeaked: ReadonlyMap<number, Leak["kind"]> | undefined = undefined;

  constructor(machine: Machine) {
    this.machine = machine;
    this.wordBytes = wordBytesOf(machine);
  }
  get mappings(): readonly Mapping[] {
    this.knownMappings ??= this.machine.mappings();
    return this.knownMappings;
  }
  get blocks(): readonly HeapBlock[] {
    this.knownBlocks ??= this.machine.heapBlocks();
    return this.knownBlocks;
  }
  get frames(): readonly Frame[] {
    this.knownFrames ??= callStack(this.machine);
    return this.knownFrames;
  }
  leaks(): readonly Leak[] {
    this.knownLeaks ??= this.machine.findLeaks();
    return this.knownLeaks;
  }
  lostMappings(): readonly Mapping[] {
    this.knownLostMappings ??= this.machine.findLostMappings();
    return this.knownLostMappings;
  }
  leaked(): ReadonlyMap<number, Leak["kind"]> {
    const lost = () => this.leaks().filter(({ kind }) => kind !== "leak-reachable");
    this.knownLeaked ??= new Map(lost().map(({ block, kind }) => [block.address, kind]));
    return this.knownLeaked;
  }
}

/** The scene of this instant. */
export const createScene = (machine: Machine): Scene => new StandingScene(machine);

/** A value in memory as the views show it. */
export interface Cell {
  /** Unsigned; 0 when not mapped. */
  readonly value: bigint;
  /** "undefined" when no byte was ever written, "partial" when some were not. */
  readonly state: "defined" | "partial" | "undefined" | "unmapped";
}

/** Bytes of memory with which of them are defined. */
export function readCell(machine: Machine, address: number, sizeBytes: number): Cell {
  const bytes = machine.memory.peek(address, sizeBytes);
  if (bytes.length < sizeBytes) return { value: 0n, state: "unmapped" };
  const shadow = machine.memory.shadowOf(address, sizeBytes);
  let value = 0n;
  let undefinedBytes = 0;
  for (let k = sizeBytes - 1; k >= 0; k--) {
    value = (value << 8n) | BigInt(bytes[k]!);
    if (shadow[k]! & SHADOW.undefined) undefinedBytes++;
  }
  const state = undefinedBytes === 0 ? "defined" : undefinedBytes === sizeBytes ? "undefined" : "partial";
  return { value, state };
}
