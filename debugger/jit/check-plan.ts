// Accesses of one block that lie close to each other: pushes and pops, fields, locals of a frame. Takes the block's
// instructions, follows which registers are others plus a constant, and gives clusters that one page check can cover. When
// that check fails, because the cluster crosses a page or needs care, each access still has its own.

import type { InstructionIr, Op, OpOf, Value } from "../cpu/ir.ts";

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

interface Known {
  /** What it was computed from; the same object is the same number. */
  readonly root: object;
  readonly offset: number;
}

interface Access {
  readonly op: OpOf<"load"> | OpOf<"store">;
  readonly at: Known;
}

/** Registers and values as a root plus a constant. */
class Tracker {
  readonly accesses: Access[] = [];
  readonly #registers = new Map<number, Known>();
  readonly #part: "32" | "64";
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
      known = { root: {}, offset: 0 };
      this.#registers.set(number, known);
    }
    return known;
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
        this.#registers.set(op.register, value ?? { root: {}, offset: 0 });
        return;
      }
      case "add":
      case "sub":
        this.#sum(op);
        return;
      case "load":
      case "store": {
        const at = this.#values.get(op.address);
        const isOwn = op.op === "load" || op.check === "checked";
        if (at !== undefined && isOwn && ir.repeat === undefined) this.accesses.push({ op, at });
        return;
      }
      default:
    }
  }

  #sum({ op, dest, a, b }: OpOf<"add">): void {
    const known = this.#values.get(a);
    const constant = this.#constants.get(b);
    if (known === undefined || constant === undefined) return;
    const offset = known.offset + (op === "add" ? constant : -constant);
    if (Math.abs(offset) < 2 ** 30) this.#values.set(dest, { root: known.root, offset });
  }
}

/** The cluster of each access that is in one. */
export function planChecks(instructions: readonly InstructionIr[], bits: 32 | 64): ReadonlyMap<Op, Cluster> {
  const tracker = new Tracker(bits);
  for (const ir of instructions) tracker.instruction(ir);
  const byRoot = new Map<object, Access[]>();
  for (const access of tracker.accesses) {
    const list = byRoot.get(access.at.root);
    if (list === undefined) byRoot.set(access.at.root, [access]);
    else list.push(access);
  }
  const plan = new Map<Op, Cluster>();
  let index = 0;
  for (const accesses of byRoot.values()) {
    if (index >= MAX_CLUSTERS) break;
    const cluster = clusterOf(accesses, index);
    if (cluster === undefined) continue;
    index++;
    for (const { op } of cluster.members) plan.set(op, cluster.cluster);
  }
  return plan;
}

/** As many accesses from the first on as fit. */
function clusterOf(accesses: readonly Access[], index: number) {
  const first = accesses[0]!;
  let low = first.at.offset;
  let high = low + first.op.sizeBits / 8;
  const members: Access[] = [];
  for (const access of accesses) {
    const start = Math.min(low, access.at.offset);
    const end = Math.max(high, access.at.offset + access.op.sizeBits / 8);
    if (end - start > MAX_SPAN) continue;
    low = start;
    high = end;
    members.push(access);
  }
  if (members.length < 2) return undefined;
  const writes = members.some(({ op }) => op.op === "store" || op.intent === "update");
  const cluster: Cluster = { index, first: first.op, from: low - first.at.offset, sizeBytes: high - low, writes };
  return { cluster, members };
}
