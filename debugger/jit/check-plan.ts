// Accesses of one block that lie close to each other: pushes and pops, fields, locals of a frame. Takes the block's
// instructions, follows which registers are others plus a constant, and gives clusters that one page check can cover. When
// that check fails, because the cluster crosses a page or needs care, each access still has its own.

import type { InstructionIr, Op, OpOf, Value } from "../cpu/ir.ts";
import { isVectorRegionOperation } from "./vector-state.ts";

/** Bytes that one check may cover: few, so that crossing a page is rare. */
const MAX_SPAN = 256;
/** Clusters with a check of their own in one block. */
export const MAX_CLUSTERS = 4;

/** One check for several accesses. */
export interface Cluster {
  /** Which of the block's clusters it is. */
  readonly index: number;
  /** The access before which the check is made. */
  readonly first: Op;
  /** First byte covered, counted from the address of `first`, and how many. */
  readonly from: number;
  readonly sizeBytes: number;
  readonly writes: boolean;
}

/** How the accesses of a block are checked. */
export interface CheckPlan {
  /** The cluster of each access that is in one. */
  readonly clusters: ReadonlyMap<Op, Cluster>;
  /** Accesses that are aligned because an earlier one was. */
  readonly aligned: ReadonlySet<Op>;
}

interface Known {
  /** What it was computed from: the same string is the same number. */
  readonly root: string;
  readonly offset: number;
}

export type AccessOp = OpOf<"load"> | OpOf<"store"> | OpOf<"loadBytes"> | OpOf<"storeBytes">;

interface Access {
  readonly op: AccessOp;
  readonly at: Known;
}

const sizeOf = (op: AccessOp): number => ("sizeBytes" in op ? op.sizeBytes : op.sizeBits / 8);

/** Roots longer than this are not compared: sums of sums of sums. */
const MAX_ROOT = 40;

/** Registers and values as a root plus a constant. */
class Tracker {
  readonly accesses: Access[] = [];
  readonly #registers = new Map<number, Known>();
  readonly #part: "32" | "64";
  #roots = 0;
  #values = new Map<Value, Known>();
  #constants = new Map<Value, number>();

  constructor(bits: 32 | 64) {
    this.#part = bits === 64 ? "64" : "32";
  }

  instruction(ir: InstructionIr): void {
    this.#values = new Map();
    this.#constants = new Map();
    for (const op of ir.ops) this.#operation(op, ir);
  }

  #register(number: number): Known {
    let known = this.#registers.get(number);
    if (known === undefined) {
      known = this.#fresh();
      this.#registers.set(number, known);
    }
    return known;
  }

  #fresh(): Known {
    return { root: String(this.#roots++), offset: 0 };
  }

  #operation(op: Op, ir: InstructionIr): void {
    switch (op.op) {
      case "const":
        if (this.#part === "32") this.#constants.set(op.dest, Number(BigInt.asIntN(32, op.value)));
        else this.#constants.set(op.dest, Number(BigInt.asIntN(64, op.value)));
        return;
      case "getRegister":
        if (op.part === this.#part) this.#values.set(op.dest, this.#register(op.register));
        return;
      case "setRegister": {
        const value = op.part === this.#part && ir.repeat === undefined ? this.#values.get(op.value) : undefined;
        this.#registers.set(op.register, value ?? this.#fresh());
        return;
      }
      case "add":
      case "sub":
        this.#sum(op);
        return;
      case "shl":
        this.#shifted(op);
        return;
      case "load":
      case "store":
      case "loadBytes":
      case "storeBytes": {
        const at = this.#values.get(op.address);
        const isOwn = op.op === "store" ? op.check === "checked" : op.op === "load" || isVectorRegionOperation(op);
        if (at !== undefined && isOwn && ir.repeat === undefined) this.accesses.push({ op, at });
        return;
      }
      default:
    }
  }

  #set(value: Value, known: Known): void {
    if (Math.abs(known.offset) < 2 ** 30 && known.root.length <= MAX_ROOT) this.#values.set(value, known);
  }

  #sum({ op, dest, a, b }: OpOf<"add">): void {
    const known = this.#values.get(a);
    if (known === undefined) return;
    const constant = this.#constants.get(b);
    const other = this.#values.get(b);
    if (constant !== undefined) {
      this.#set(dest, { root: known.root, offset: known.offset + (op === "add" ? constant : -constant) });
    } else if (other !== undefined && op === "add") {
      this.#set(dest, { root: `(${known.root}+${other.root})`, offset: known.offset + other.offset });
    }
  }

  /** An index times its scale. */
  #shifted({ dest, a, b }: OpOf<"shl">): void {
    const known = this.#values.get(a);
    const count = this.#constants.get(b);
    if (known === undefined || count === undefined || count < 0 || count > 3) return;
    this.#set(dest, { root: `${known.root}<<${count}`, offset: known.offset * 2 ** count });
  }
}

export function planChecks(instructions: readonly InstructionIr[], bits: 32 | 64): CheckPlan {
  const tracker = new Tracker(bits);
  for (const ir of instructions) tracker.instruction(ir);
  const byRoot = new Map<string, Access[]>();
  for (const access of tracker.accesses) {
    const list = byRoot.get(access.at.root);
    if (list === undefined) byRoot.set(access.at.root, [access]);
    else list.push(access);
  }
  const clusters = new Map<Op, Cluster>();
  let index = 0;
  for (const accesses of byRoot.values()) {
    if (index >= MAX_CLUSTERS) break;
    const cluster = clusterOf(accesses, index);
    if (cluster === undefined) continue;
    index++;
    for (const { op } of cluster.members) clusters.set(op, cluster.cluster);
  }
  return { clusters, aligned: alignedOf([...byRoot.values()]) };
}

/** Accesses at a distance from an aligned one that is a multiple of the alignment. */
function alignedOf(lists: readonly (readonly Access[])[]): ReadonlySet<Op> {
  const aligned = new Set<Op>();
  for (const accesses of lists) {
    const seen = new Set<string>();
    for (const { op, at } of accesses) {
      if (!("alignBytes" in op) || op.alignBytes <= 1) continue;
      const place = `${op.alignBytes} ${((at.offset % op.alignBytes) + op.alignBytes) % op.alignBytes}`;
      if (seen.has(place)) aligned.add(op);
      seen.add(place);
    }
  }
  return aligned;
}

/** As many accesses from the first on as fit. */
function clusterOf(accesses: readonly Access[], index: number) {
  const first = accesses[0]!;
  let low = first.at.offset;
  let high = low + sizeOf(first.op);
  const members: Access[] = [];
  for (const access of accesses) {
    const start = Math.min(low, access.at.offset);
    const end = Math.max(high, access.at.offset + sizeOf(access.op));
    if (end - start > MAX_SPAN) continue;
    low = start;
    high = end;
    members.push(access);
  }
  if (members.length < 2) return undefined;
  const isWrite = ({ op }: Access): boolean =>
    op.op === "store" || op.op === "storeBytes" || (op.op === "load" && op.intent === "update");
  const writes = members.some(isWrite);
  const cluster: Cluster = { index, first: first.op, from: low - first.at.offset, sizeBytes: high - low, writes };
  return { cluster, members };
}
