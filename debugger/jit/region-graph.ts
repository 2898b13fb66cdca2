// Which code becomes one region: takes an address and a way to get instructions, gives basic blocks and the edges between
// them. Everything that has run and can be reached is followed, callees too. A small function that calls nothing but itself is
// copied into each of its callers, so that its return has one place to go to; other returns ask a table of the return sites
// in the region.

import type { InstructionIr, OpOf } from "../cpu/ir.ts";

/** Where an edge leads: a block of the region, or out of it. */
export type Goal =
  | { readonly block: number; readonly exit?: undefined }
  | { readonly block?: undefined; readonly exit: number };

/** Addresses that a jump has no code for: out, or looked up among all that are reached by address. */
export type Others = "out" | "looked up";

/** How a block ends. */
export type Ending =
  | { readonly kind: "go"; readonly to: Goal }
  | { readonly kind: "branch"; readonly taken: Goal; readonly next: Goal }
  /** The call's own record is kept, then it goes on in the callee. */
  | { readonly kind: "call"; readonly to: Goal }
  /** The address on the stack is a known one, or what `others` says. */
  | {
      readonly kind: "return";
      readonly through: "edge" | "dispatch";
      readonly sites: readonly number[];
      readonly others: Others;
    }
  /** A call or jump to a computed address: one of these, or what `others` says. */
  | {
      readonly kind: "computed";
      readonly call: "call" | "jump";
      readonly sites: readonly number[];
      readonly others: Others;
    }
  /** The instruction behind the block's last one is for the step engine. */
  | { readonly kind: "slow"; readonly address: number }
  /** The block's last instruction has asked the kernel; it goes on at an address. */
  | { readonly kind: "system"; readonly address: number; readonly by: SystemCall["by"] };

type SystemCall = OpOf<"systemCall">;

export interface Block {
  readonly address: number;
  readonly instructions: readonly InstructionIr[];
  readonly ending: Ending;
}

export interface RegionGraph {
  /** Block 0 is at the address asked for. */
  readonly blocks: readonly Block[];
  /** Blocks that are reached by address: what follows a call or an instruction of the step engine, targets of computed jumps. */
  readonly sites: readonly number[];
  /** Instructions of the blocks, not counting loops' second copies. */
  readonly instructionCount: number;
}

export interface RegionSource {
  readonly bits: 32 | 64;
  readonly maxInstructions: number;
  /** Translatable instruction at an address; "refused" when there is one for the step engine, undefined when there is none. */
  instructionAt(address: number): InstructionIr | "refused" | undefined;
  /** Address behind a refused instruction. */
  behind(address: number): number | undefined;
  /** Whether it may belong to the region: it has run, and nobody wants to stop there. */
  mayEnter(address: number): boolean;
  /** Other addresses that it may be entered at. */
  readonly also: readonly number[];
  /** Where computed jumps at an address went so far. */
  targetsOf(address: number): readonly number[];
}

/** Leaf functions, and those that call only themselves, are copied into their callers up to so many instructions. */
const MAX_COPIED = 48;

/** A copy of a function, or the code itself (no return site). */
interface Context {
  readonly returnsTo: number | undefined;
  readonly nodes: Map<number, Node>;
}

type Flow =
  | { readonly kind: "next" }
  | { readonly kind: "jump"; readonly to: number }
  | { readonly kind: "branch"; readonly to: number }
  | { readonly kind: "call"; readonly to: number }
  | { readonly kind: "return" }
  | { readonly kind: "computed"; readonly call: "call" | "jump" }
  | { readonly kind: "system"; readonly by: SystemCall["by"] };

interface Node {
  readonly ir: InstructionIr;
  readonly flow: Flow;
  readonly next: number;
  /** Where a call goes. */
  callee: Context | undefined;
}

/** Blocks that an ending leads to directly. */
export function successorsOf(ending: Ending): number[] {
  const goals =
    ending.kind === "go" || ending.kind === "call"
      ? [ending.to.block]
      : ending.kind === "branch"
        ? [ending.taken.block, ending.next.block]
        : ending.kind === "return" && ending.through === "edge"
          ? ending.sites
          : [];
  return [...new Set(goals)].filter((block) => block !== undefined);
}

/** How an instruction goes on. */
export function flowOf(ir: InstructionIr, bits: 32 | 64): Flow {
  const last = ir.ops.at(-1);
  if (last?.op === "branch") return { kind: "branch", to: Number(BigInt.asUintN(bits, last.target)) };
  if (last?.op === "systemCall") return { kind: "system", by: last.by };
  if (last?.op !== "jump") return { kind: "next" };
  if (last.kind === "return") return { kind: "return" };
  const constant = ir.ops.find((op) => op.op === "const" && op.dest === last.target);
  if (constant?.op !== "const") return { kind: "computed", call: last.kind };
  return { kind: last.kind, to: Number(BigInt.asUintN(bits, constant.value)) };
}

/** Returns and computed jumps times the sites of a region, up to which each has code for all of them. */
const MAX_ANSWERS = 1000;
/** Past that, sites that one of them has code for; when it goes to more, it looks them up. */
const MAX_SEEN = 6;

const isDispatched = (ending: Ending): ending is Ending & { readonly kind: "return" } =>
  ending.kind === "return" && ending.through === "dispatch";

class Former {
  readonly #source: RegionSource;
  readonly #root: Context = { returnsTo: undefined, nodes: new Map() };
  readonly #work: { readonly context: Context; readonly address: number }[] = [];
  readonly #leaders = new Map<Context, Set<number>>();
  readonly #siteAddresses = new Set<number>();
  readonly #known = new Map<number, InstructionIr | "refused" | undefined>();
  readonly #copySizes = new Map<number, number>();
  #count = 0;

  constructor(source: RegionSource) {
    this.#source = source;
  }

  form(address: number): RegionGraph | undefined {
    if (typeof this.#instructionAt(address) !== "object") return undefined;
    this.#lead(this.#root, address);
    for (const at of this.#source.also) this.#site(at);
    for (let k = 0; k < this.#work.length; k++) this.#explore(this.#work[k]!);
    return this.#blocks(address);
  }

  #instructionAt(address: number): InstructionIr | "refused" | undefined {
    if (!this.#known.has(address)) this.#known.set(address, this.#source.instructionAt(address));
    return this.#known.get(address);
  }

  /** A block begins here. */
  #lead(context: Context, address: number): void {
    let leaders = this.#leaders.get(context);
    if (leaders === undefined) {
      leaders = new Set();
      this.#leaders.set(context, leaders);
    }
    if (leaders.has(address)) return;
    leaders.add(address);
    this.#work.push({ context, address });
  }

  #site(address: number): void {
    if (!this.#source.mayEnter(address)) return;
    this.#siteAddresses.add(address);
    this.#lead(this.#root, address);
  }

  /** Follows the code from a leader to its first jump; leaders found on the way are worked on later. */
  #explore({ context, address }: { readonly context: Context; readonly address: number }): void {
    for (let at = address; !context.nodes.has(at); ) {
      if (this.#count >= this.#source.maxInstructions || (at !== address && !this.#source.mayEnter(at))) return;
      const ir = this.#instructionAt(at);
      if (ir === "refused" && context === this.#root) {
        const behind = this.#source.behind(at);
        if (behind !== undefined) this.#site(behind);
      }
      if (typeof ir !== "object") return;
      const flow = flowOf(ir, this.#source.bits);
      const node: Node = { ir, flow, next: Number(ir.next), callee: undefined };
      context.nodes.set(at, node);
      this.#count++;
      if (flow.kind !== "next") {
        this.#follow(context, at, node);
        return;
      }
      at = node.next;
    }
  }

  #follow(context: Context, at: number, node: Node): void {
    const { flow, next } = node;
    const lead = (to: number): void => {
      if (this.#source.mayEnter(to)) this.#lead(context, to);
    };
    if (flow.kind === "jump") lead(flow.to);
    else if (flow.kind === "branch") {
      lead(flow.to);
      lead(next);
    } else if (flow.kind === "call") this.#call(context, node, flow.to);
    else if (flow.kind === "computed") {
      for (const target of this.#source.targetsOf(at)) this.#site(target);
      if (flow.call === "call") this.#site(next);
    } else if (flow.kind === "system") this.#site(next);
    else if (flow.kind === "return" && context === this.#root) {
      // Back to callers that are not known otherwise: execution began in the middle of the function.
      for (const target of this.#source.targetsOf(at)) this.#site(target);
    }
  }

  #call(context: Context, node: Node, target: number): void {
    if (!this.#source.mayEnter(target)) {
      this.#site(node.next);
      return;
    }
    // `call next` pushes an address for the code behind it: nobody returns to there.
    const isCall = target !== node.next;
    if (isCall && context === this.#root && this.#copySize(target) <= MAX_COPIED && this.#source.mayEnter(node.next)) {
      node.callee = { returnsTo: node.next, nodes: new Map() };
      this.#lead(node.callee, target);
      this.#lead(this.#root, node.next);
      return;
    }
    node.callee = this.#root;
    this.#lead(this.#root, target);
    this.#site(node.next);
  }

  /**
   * Instructions of a function that calls nothing but itself and only leaves by ret; infinite for others. A copy of one that
   * calls itself ends at such a call: it goes on in the function, whose returns ask the table. Half of all calls are the last.
   */
  #copySize(address: number): number {
    const known = this.#copySizes.get(address);
    if (known !== undefined) return known;
    const seen = new Set<number>();
    const work = [address];
    let size = 0;
    while (work.length > 0 && size <= MAX_COPIED) {
      const at = work.pop()!;
      if (seen.has(at) || (at !== address && !this.#source.mayEnter(at))) continue;
      seen.add(at);
      const ir = this.#instructionAt(at);
      if (typeof ir !== "object") {
        size = Number.POSITIVE_INFINITY;
        break;
      }
      size++;
      const flow = flowOf(ir, this.#source.bits);
      const isOther = flow.kind === "call" && flow.to !== address;
      if (isOther || flow.kind === "computed" || flow.kind === "system") size = Number.POSITIVE_INFINITY;
      if (flow.kind === "call") work.push(Number(ir.next));
      if (flow.kind === "jump" || flow.kind === "branch") work.push(flow.to);
      if (flow.kind === "next" || flow.kind === "branch") work.push(Number(ir.next));
    }
    this.#copySizes.set(address, size);
    return size;
  }

  #blocks(address: number): RegionGraph {
    const numbers = new Map<Context, Map<number, number>>();
    const places: { readonly context: Context; readonly address: number }[] = [];
    for (const { context, address: at } of [{ context: this.#root, address }, ...this.#work]) {
      if (!context.nodes.has(at)) continue;
      let of = numbers.get(context);
      if (of === undefined) {
        of = new Map();
        numbers.set(context, of);
      }
      if (of.has(at)) continue;
      of.set(at, places.length);
      places.push({ context, address: at });
    }
    const goal = (context: Context, to: number): Goal => {
      const block = numbers.get(context)?.get(to);
      return block === undefined || !this.#source.mayEnter(to) ? { exit: to } : { block };
    };
    const sites = [...this.#siteAddresses].map((at) => numbers.get(this.#root)?.get(at)).filter((n) => n !== undefined);
    const all = places.map(({ context, address: at }) => this.#block(context, at, goal, sites));
    const blocks = this.#answerable(all, sites);
    return { blocks, sites, instructionCount: blocks.reduce((sum, block) => sum + block.instructions.length, 0) };
  }

  /**
   * Each return and computed jump has code for every site it may go on at. Where that is too much, only sites where it was
   * seen to go have some, unless those are many: others are looked up.
   */
  #answerable(blocks: readonly Block[], sites: readonly number[]): readonly Block[] {
    const asking = blocks.filter(({ ending }) => ending.kind === "computed" || isDispatched(ending));
    if (asking.length * sites.length <= MAX_ANSWERS) return blocks;
    return blocks.map((block) => {
      const { ending, instructions } = block;
      if (ending.kind !== "computed" && !isDispatched(ending)) return block;
      const seen = new Set(this.#source.targetsOf(Number(instructions.at(-1)!.address)));
      const some = sites.filter((site) => seen.has(blocks[site]!.address));
      return { ...block, ending: { ...ending, sites: some.length > MAX_SEEN ? [] : some, others: "looked up" } };
    });
  }

  #block(context: Context, address: number, goal: (c: Context, to: number) => Goal, sites: readonly number[]): Block {
    const instructions: InstructionIr[] = [];
    const leaders = this.#leaders.get(context)!;
    for (let at = address; ; ) {
      const node = context.nodes.get(at);
      if (node === undefined) {
        const refused = this.#known.get(at) === "refused" && this.#source.mayEnter(at);
        const ending: Ending = refused ? { kind: "slow", address: at } : { kind: "go", to: { exit: at } };
        return { address, instructions, ending };
      }
      if (at !== address && leaders.has(at))
        return { address, instructions, ending: { kind: "go", to: goal(context, at) } };
      instructions.push(node.ir);
      if (node.flow.kind !== "next") return { address, instructions, ending: this.#ending(context, node, goal, sites) };
      at = node.next;
    }
  }

  #ending(context: Context, node: Node, goal: (c: Context, to: number) => Goal, sites: readonly number[]): Ending {
    const { flow } = node;
    switch (flow.kind) {
      case "branch":
        return { kind: "branch", taken: goal(context, flow.to), next: goal(context, node.next) };
      case "call":
        return { kind: "call", to: node.callee === undefined ? { exit: flow.to } : goal(node.callee, flow.to) };
      case "return": {
        if (context.returnsTo === undefined) return { kind: "return", through: "dispatch", sites, others: "out" };
        const { block } = goal(this.#root, context.returnsTo);
        return { kind: "return", through: "edge", sites: block === undefined ? [] : [block], others: "out" };
      }
      case "computed":
        return { kind: "computed", call: flow.call, sites, others: "out" };
      case "system":
        return { kind: "system", address: node.next, by: flow.by };
      case "jump":
        return { kind: "go", to: goal(context, flow.to) };
      default:
        return { kind: "go", to: goal(context, node.next) };
    }
  }
}

/** The region that begins at an address; undefined when its first instruction is not translatable. */
export function formRegion(source: RegionSource, address: number): RegionGraph | undefined {
  return new Former(source).form(address);
}
