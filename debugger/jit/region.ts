// One region as one WebAssembly function: structured control flow, registers and flags in locals, memory through the page
// tags. Whoever leaves, leaves through one exit: it writes back registers, flags and count, and gives a number into a table
// that says where and why. Before an instruction that needs help the state is exactly as the CPU had it.

import { CALL_TOP } from "../cpu/calls.ts";
import type { InstructionIr } from "../cpu/ir.ts";
import { GPR, STATE } from "../cpu/state.ts";
import { type CallRecording, exitIfCallsFull, forgetCalls, isCallOrReturn, recordCall } from "./call-record.ts";
import { MAX_CLUSTERS, planChecks } from "./check-plan.ts";
import { controlTree, DISPATCH } from "./control-tree.ts";
import { Emitter, type Local } from "./emitter.ts";
import { DYNAMIC, FLAG_CODE, flagFlow, touchesFlags } from "./flag-flow.ts";
import { deliverFlags, producerOf } from "./flag-transfer.ts";
import { type Marks, pushMarked } from "./float-batch.ts";
import { FLOAT_CALLS, usesFloats } from "./float-exact.ts";
import { floatLines } from "./float-lines.ts";
import { FLOAT_MODE } from "./float-module.ts";
import { type GuardedGraph, guardFrames, pushIsFrame } from "./frame-entry.ts";
import { type Frame, frameFlow, frameSizes, framesIn, returnSites } from "./frame-flow.ts";
import { type Known, knownBehind, knownPointers, UNKNOWN, varying } from "./known-pointers.ts";
import { notedMasks, unnoted } from "./noted-masks.ts";
import { isKnownOperation, type Surroundings } from "./operation.ts";
import { cleanPage } from "./page-checks.ts";
import { type Exit, LEFT_SCRATCH, pathBounds, type RegionCode, type RegionOptions } from "./region-code.ts";
import { fixedLocals, isEflags, makeWords } from "./region-flags.ts";
import { type Block, type Goal, type RegionGraph, successorsOf } from "./region-graph.ts";
import { lookUpEntry } from "./region-lookup.ts";
import { emitOne, emitRepeated, surroundings } from "./region-operation.ts";
import { close, ENTRY, LEFT, leave, leavePrepared, open, prepareToLeave, type Region } from "./region-state.ts";
import { settledFloats } from "./settled-floats.ts";
import { stackExtents } from "./stack-extent.ts";
import { isPlainRepeat } from "./string-loop.ts";
import { registerHalf } from "./vector-operation.ts";
import { createVectors, isVectorRegionOperation, loadVectors, registerMask, storeVectors } from "./vector-state.ts";
import { type InnerFunction, moduleOf, OP } from "./wasm-writer.ts";
import { checkAccess, define, isAccess } from "./watch-access.ts";
import { flushMasks, noteInRecord } from "./watch-calls.ts";
import { checkReliance, forgetWritten, mayBeChanged } from "./watch-changed.ts";
import {
  checkBefore,
  createWatched,
  enterWatched,
  isCrossing,
  leaveWatched,
  maskOf,
  noteAfter,
  noteLoaded,
  noteSet,
  settleKnown,
} from "./watch-code.ts";
import { completeFrames, limitFrames } from "./watch-frames.ts";
import { INNER, innerFunctions } from "./watch-functions.ts";
import { needsOf } from "./watch-needs.ts";
import {
  type Masks,
  masksUpTo,
  NO_MASKS,
  noteMasks,
  pushBefore,
  pushRegister,
  type Watched,
  type Watching,
} from "./watched.ts";
import { isX87RegionOperation, valueImports } from "./x87-operation.ts";
import { createX87Stack, enterX87, knownAtBlock, leaveX87, noteDepth, renumber, settleTags } from "./x87-stack.ts";

/** Translates a region. */
export function translateRegion(graph: RegionGraph, options: RegionOptions): RegionCode {
  const region = createRegion(graph, options);
  const { e, tree } = region;
  prologue(region);
  open(region, OP.block);
  region.exitLevel = region.depth;
  if (tree.hasDispatch) {
    open(region, OP.loop);
    region.dispatchLevel = region.depth;
    if (region.looksUp) {
      open(region, OP.block);
      region.lookupLevel = region.depth;
    }
    within(region, DISPATCH, tree.mergeChildren(DISPATCH), 0);
    if (region.looksUp) {
      close(region);
      lookUpEntry(region);
    }
    close(region);
  } else emitTree(region, 0);
  e.op(OP.unreachable);
  close(region);
  epilogue(region);
  const calls = usesFloats(graph.blocks.flatMap((block) => block.instructions)) ? FLOAT_CALLS : undefined;
  return {
    bytes: moduleOf(e, e.code, { memory: options.memory, imports: region.imports, inner: innerOf(region), calls }),
    usesX87: region.imports.length > 0,
    usesFloats: calls !== undefined,
    exits: region.exits,
    ...entriesOf(region),
  };
}

function innerOf({ watched }: Region): readonly InnerFunction[] {
  if (watched === undefined) return [];
  const { layout, watch, bits, firstFunction: first } = watched;
  return innerFunctions({ layout, watch, wordBytes: bits / 8, first });
}

/** Of `EntryNeeds.vectors`. */
const X87_REGISTERS = 0xff0000;

function entriesOf(region: Region): Pick<RegionCode, "entries" | "pointers"> {
  const { tree, graph, bounds, watched, vectors, x87 } = region;
  const { blocks } = graph;
  let used = registerMask(vectors);
  if (x87 !== undefined) used |= X87_REGISTERS;
  const targets = tree.hasDispatch ? tree.targets : [0];
  const successors = blocks.map(({ ending }) => successorsOf(ending));
  const pointers = watched === undefined ? 0 : maskOf(watched.pointers.keys());
  const isLooked = (register: number): boolean => watched !== undefined && (watched.looked & (1 << register)) !== 0;
  const demanded = (known: Known): Known => known.map((number, register) => (isLooked(register) ? number : UNKNOWN));
  const parts = { vectors: used, pointers, known: region.knownAt.map(demanded) };
  const needs = watched && needsOf(blocks, successors, targets, watched.rules, parts);
  const entries = targets.map((block) => ({
    address: blocks[block]!.address,
    budget: bounds[block]!,
    needs: needs?.[block],
    isInside: region.frameAt[block] !== undefined,
  }));
  return { entries, pointers };
}

/** Registers that instructions read or write, and those that they write. */
function registersOf(instructions: readonly InstructionIr[]) {
  const used = new Set<number>();
  const dirty = new Set<number>();
  for (const ir of instructions) {
    if (ir.repeat !== undefined) for (const list of [used, dirty]) list.add(GPR.rcx);
    for (const op of ir.ops) {
      if (op.op === "getRegister" || op.op === "setRegister") used.add(op.register);
      if (op.op === "setRegister") dirty.add(op.register);
    }
  }
  return { used, dirty };
}

function createRegion(plain: RegionGraph, options: RegionOptions): Region {
  const e = new Emitter(2);
  const { watching } = options;
  const framed = framesOf(plain, options);
  const { graph, guards } = framed;
  const { blocks, sites } = graph;
  const instructions = blocks.flatMap((block) => block.instructions);
  const successors = blocks.map(({ ending }) => successorsOf(ending));
  const tree = controlTree(successors, sites);
  const dispatching = blocks.flatMap(({ ending }, k) => {
    const byAddress = (ending.kind === "return" && ending.through === "dispatch") || ending.kind === "computed";
    return byAddress || successors[k]!.some((to) => tree.edge(k, to) === "dispatch") ? [k] : [];
  });
  const flags = flagFlow(blocks, successors, tree.targets, tree.hasDispatch ? dispatching : []);
  const wanted = tree.targets.map((block) => flags[block]!).filter((f) => f.before === DYNAMIC || f.wants === "words");
  const l = fixedLocals(e);
  const { used, dirty } = registersOf(instructions);
  const registers = new Map([...used].map((register) => [register, e.local("i64")]));
  const needsCare = Array.from({ length: MAX_CLUSTERS }, () => e.local("i32"));
  const unclean = options.watching === undefined ? [] : needsCare.map(() => e.local("i32"));
  const targets = tree.hasDispatch ? tree.targets : [0];
  const x87 = createX87Stack(e, blocks, targets);
  const imports = valueImports(x87);
  const knownAt = watching ? knownPointers(blocks, targets, watching.rules, watching.entry) : [];
  const watched =
    watching &&
    createWatched(
      { e, ...options, ...watching, firstFunction: imports.length + 1, ...framed.keeps },
      { registers, varying: varying(blocks, knownAt, watching.rules) },
    );
  const region: Region = {
    ...{ e, options, graph, tree, flags, l, registers, dirty, needsCare, unclean },
    cleanClusters: new WeakSet(),
    plan: { clusters: new Map(), aligned: new Set() },
    vectors: createVectors(e, instructions),
    ...{ imports, x87, x87Known: { depth: 0, tags: 0, changed: 0 } },
    dispatchFlags: {
      before: wanted.length > 0 ? DYNAMIC : FLAG_CODE.words,
      wants: wanted.some(({ wants }) => wants === "words")
        ? "words"
        : wanted.some(({ wants }) => wants === "carry")
          ? "carry"
          : "nothing",
    },
    bounds: pathBounds(blocks, successors, tree),
    looksUp: blocks.some(({ ending }) => "others" in ending && ending.others === "looked up"),
    lookupLevel: 0,
    usesFlags: blocks.some(({ instructions }) => touchesFlags(instructions)),
    keepsCalls: blocks.some(({ instructions }) => instructions.some(isCallOrReturn)),
    exits: [],
    ...{
      frameAt: framed.frames,
      frames: [],
      guards,
      guarded: new Map([...guards].map(([block, guard]) => [guard, block])),
    },
    ...{ everNoted: 0, returnsInside: false, arrived: e.local("i32") },
    permanent: 0,
    ...{ depth: 0, exitLevel: 0, loopLevels: [], mergeLevels: [], dispatchLevel: 0 },
    ...{ producer: { from: "words", words: { result: l.result, carry: l.a, aux: l.b } }, code: FLAG_CODE.words },
    leaving: { level: 0, code: DYNAMIC, isUsed: false },
    mayBeChanged: watched === undefined ? [] : mayBeChanged(blocks, tree.targets, watched.rules, options.bits),
    notedAt: watching ? notedMasks(blocks, targets, watching.rules) : [],
    ...{ changedBefore: 0, changedNow: 0, knownAt, known: [] },
    ...{ settledAt: settledFloats(blocks, targets), settled: [], line: undefined, saved: new Map() },
    ...{
      ...{ instructions: [], masks: [], extents: [] },
      watched: watched && { ...watched, open: (op) => open(region, op), close: () => close(region) },
    },
  };
  region.permanent = e.locals.length;
  return region;
}

type Keeps = Pick<Watched, "keepsBase" | "keepsUsed">;

/** The graph with what is known of the innermost call's frame in its blocks. */
function framesOf(graph: RegionGraph, { watching, bits }: RegionOptions): GuardedGraph & { readonly keeps: Keeps } {
  const nothing = { graph, frames: [], guards: new Map(), keeps: { keepsBase: false, keepsUsed: true } };
  if (!watching?.followsFrames || watching.watch.level !== "full") return nothing;
  const { rules } = watching;
  const sizes = frameSizes(bits / 8, watching.watch.redZoneBytes);
  const frames = frameFlow(graph.blocks, graph.sites, rules, sizes);
  const sites = [...returnSites(graph.blocks, graph.sites).values()].flat();
  const keepsBase = sites.some((site) => (frames[site]?.base ?? -1) >= 0);
  const keepsUsed = graph.blocks.some((block, k) => {
    const before = framesIn(block, frames[k], rules, sizes);
    return block.instructions.some((ir, n) => (rules.get(ir)!.used & sizes.kept & ~(before[n]?.written ?? 0)) !== 0);
  });
  return { ...guardFrames(graph, frames), keeps: { keepsBase, keepsUsed } };
}

// ---- in and out

function prologue(region: Region): void {
  const { e, l, options, registers } = region;
  const { state } = options.layout;
  const load = (opcode: number, offset: number, into: Local): void => {
    e.i32(0);
    e.memory(opcode, state + offset);
    e.set(into);
  };
  for (const [register, local] of registers) load(OP.i64Load, STATE.gpr + 8 * register, local);
  loadVectors(e, options.layout, region.vectors);
  const { x87, tree } = region;
  if (x87 !== undefined) enterX87(e, options.layout, x87, tree.hasDispatch ? tree.targets : [0], ENTRY);
  if (region.watched !== undefined) enterWatched(region.watched);
  if (region.usesFlags) {
    load(OP.i64Load, STATE.flagResult, l.result);
    load(OP.i64Load, STATE.flagAux, l.b);
    load(OP.i64Load, STATE.flagCarry, l.a);
    e.get(l.a);
    e.set(l.carryBefore);
    e.i32(FLAG_CODE.words);
    e.set(l.code);
  }
  if (!region.keepsCalls) return;
  load(OP.i32Load, CALL_TOP, l.callTop);
  if (region.watched !== undefined) limitFrames(region.watched, l.callTop);
  load(OP.i64Load, STATE.retired, l.timeBase);
  e.get(l.timeBase);
  e.get(LEFT);
  e.op(OP.i64ExtendI32U, OP.i64Add);
  e.set(l.timeBase);
}

function epilogue(region: Region): void {
  const { e, l, options, registers, dirty } = region;
  const { state } = options.layout;
  const store = (opcode: number, offset: number, local: Local): void => {
    e.i32(0);
    e.get(local);
    e.memory(opcode, state + offset);
  };
  for (const register of dirty) store(OP.i64Store, STATE.gpr + 8 * register, registers.get(register)!);
  storeVectors(e, options.layout, region.vectors);
  if (region.x87 !== undefined) leaveX87(e, options.layout, region.x87);
  if (region.watched !== undefined) {
    if (region.keepsCalls) completeFrames(region.watched, l.callTop);
    leaveWatched(region.watched);
  }
  if (region.usesFlags) {
    makeWords(e, l);
    store(OP.i64Store, STATE.flagResult, l.result);
    store(OP.i64Store, STATE.flagAux, l.b);
    store(OP.i64Store, STATE.flagCarry, l.a);
  }
  if (region.keepsCalls) store(OP.i32Store, CALL_TOP, l.callTop);
  store(OP.i64Store, STATE.rip, l.rip);
  store(OP.i32Store, LEFT_SCRATCH, LEFT);
  e.get(l.exit);
}

// ---- control flow

function emitTree(region: Region, block: number): void {
  const isLoop = region.tree.isLoop[block]!;
  if (isLoop) {
    open(region, OP.loop);
    region.loopLevels[block] = region.depth;
  }
  within(region, block, region.tree.mergeChildren(block), 0);
  if (isLoop) close(region);
}

/** The block's code inside of a WebAssembly block for each merge below it, whose code follows. */
function within(region: Region, block: number, merges: readonly number[], from: number): void {
  const merge = merges[from];
  if (merge === undefined) {
    if (block === DISPATCH) dispatchTable(region);
    else emitBlock(region, block);
    return;
  }
  open(region, OP.block);
  region.mergeLevels[merge] = region.depth;
  within(region, block, merges, from + 1);
  close(region);
  emitTree(region, merge);
}

function dispatchTable(region: Region): void {
  const { e, tree } = region;
  const labels = tree.targets.map((block) => region.depth - region.mergeLevels[block]!);
  e.get(ENTRY);
  e.branchLabels(labels);
}

/** Goes along an edge from the end of a block. */
function goTo(region: Region, from: number, goal: Goal): void {
  region.instructions = region.graph.blocks[from]!.instructions;
  if (goal.block === undefined) {
    leave(region, { kind: "next", address: goal.exit, uncounted: 0 });
    return;
  }
  const to = goal.block;
  adaptDepth(region, to);
  const edge = region.tree.edge(from, to);
  if (edge === "dispatch") {
    dispatch(region, to, "inside");
    return;
  }
  deliverFlags(region, region.flags[to]!);
  if (edge === "inline") emitTree(region, to);
  else if (edge === "forward") region.e.branch(region.depth - region.mergeLevels[to]!);
  else {
    checkBudget(region, to);
    region.e.branch(region.depth - region.loopLevels[to]!);
  }
}

/** Numbers the x87 stack as it is where the block begins. */
function adaptDepth(region: Region, to: number): void {
  const { e, x87, x87Known, options } = region;
  if (x87 === undefined) return;
  const known = knownAtBlock(x87, to);
  if (known.depth !== x87Known.depth) {
    noteDepth(e, x87, x87Known);
    renumber(e, options.layout, x87, (f) => f.i32(known.depth));
  }
  region.x87Known = known;
}

/** By an edge, or by the dispatch: to the block itself, to its guard where it has one, or to either, as the return says. */
type Through = "edge" | "inside" | "guards" | "either";

function dispatch(region: Region, to: number, through: Exclude<Through, "edge">): void {
  const { e, tree, guards, watched } = region;
  adaptDepth(region, to);
  deliverFlags(region, region.dispatchFlags);
  checkBudget(region, to);
  const guard = through === "inside" ? undefined : guards.get(to);
  e.i32(tree.targets.indexOf(guard === undefined || through === "either" ? to : guard));
  if (guard !== undefined && through === "either") {
    e.i32(tree.targets.indexOf(guard));
    e.get(watched!.leavesOld);
    e.op(OP.i32Eqz, OP.select);
  }
  e.set(ENTRY);
  e.branch(region.depth - region.dispatchLevel);
}

/** Leaves at a block when the way from there on might exceed the budget. */
function checkBudget(region: Region, to: number): void {
  const { e } = region;
  e.get(LEFT);
  e.i32(region.bounds[to]!);
  e.op(OP.i32LtS);
  open(region, OP.if);
  leave(region, { kind: "next", address: region.graph.blocks[to]!.address, uncounted: 0 });
  close(region);
}

// ---- blocks

function emitBlock(region: Region, index: number): void {
  const { e, graph } = region;
  const block = graph.blocks[index]!;
  region.code = region.flags[index]!.before;
  region.producer = producerOf(region, region.code);
  region.plan = planChecks(block.instructions, region.options.bits);
  region.instructions = block.instructions;
  region.changedBefore = region.mayBeChanged[index] ?? 0;
  region.changedNow = region.changedBefore;
  region.known = region.knownAt[index] ?? [];
  if (region.watched !== undefined && region.tree.targets.includes(index)) settleKnown(region.watched, region.known);
  region.masks = masksUpTo(block.instructions.map((ir) => region.watched?.rules.get(ir)));
  region.extents = extentsOf(region, block);
  region.returnsInside = block.ending.kind === "return" && block.ending.through === "edge";
  region.frames = framesAlong(region, index);
  region.everNoted = region.notedAt[index]?.written ?? 0;
  guard(region, index);
  region.settled = [...region.settledAt[index]!];
  if (region.x87 !== undefined) region.x87Known = knownAtBlock(region.x87, index);
  let done = 0;
  for (const [from, to] of floatLines(block.instructions)) {
    emitRange(region, block.instructions, done, from);
    emitLine(region, block.instructions, from, to);
    done = to;
  }
  emitRange(region, block.instructions, done, block.instructions.length);
  noteBlock(region, region.notedAt[index] ?? NO_MASKS);
  if (block.instructions.length > 0) {
    e.get(LEFT);
    e.i32(block.instructions.length);
    e.op(OP.i32Sub);
    e.set(LEFT);
  }
  if (region.x87 !== undefined) {
    settleTags(e, region.x87, region.x87Known);
    region.x87Known = { ...region.x87Known, changed: 0 };
  }
  endBlock(region, index, block);
}

const framesAlong = ({ watched, graph, frameAt }: Region, index: number): readonly Frame[] =>
  watched === undefined ? [] : framesIn(graph.blocks[index]!, frameAt[index], watched.rules, watched.frameSizes);

/** In front of a block that takes the innermost call's frame for known. */
function guard(region: Region, index: number): void {
  const { e, watched, guarded, frameAt, graph } = region;
  const frame = frameAt[guarded.get(index) ?? -1];
  if (watched === undefined || frame === undefined) return;
  flushMasks(watched, 0);
  pushIsFrame(watched, watched.firstFunction + INNER.isFrame, frame);
  e.op(OP.i32Eqz);
  open(region, OP.if);
  e.get(region.arrived);
  open(region, OP.if);
  leavePrepared(region);
  close(region);
  leave(region, { kind: "slow", address: graph.blocks[index]!.address, uncounted: 0, isOtherFrame: true });
  close(region);
}

const extentsOf = ({ watched, options }: Region, { instructions }: Block) =>
  watched === undefined ? [] : stackExtents(instructions, watched.rules, options.bits / 8);

/** What the block's instructions used and wrote; a call or return at its end has noted that already. */
function noteBlock({ watched, instructions, changedBefore, masks: all, frames }: Region, noted: Masks): void {
  if (watched === undefined) return;
  const masks = all.at(-1)!;
  const last = instructions.at(-1);
  if (last !== undefined && isCrossing(watched.rules.get(last)?.stack)) return;
  if (frames[0] === undefined) noteMasks(watched, unnoted(masks, noted));
  else noteInRecord(watched, masks, frames[0], noted.written, "block");
  forgetWritten(watched, masks, changedBefore);
}

function endBlock(region: Region, index: number, block: Block): void {
  const { e, l } = region;
  const { ending } = block;
  switch (ending.kind) {
    case "go":
    case "call":
      goTo(region, index, ending.to);
      return;
    case "slow":
      leave(region, { kind: "slow", address: ending.address, uncounted: 0 });
      return;
    case "system":
      leave(region, { kind: "system", by: ending.by, address: ending.address, uncounted: 0 });
      return;
    case "branch": {
      e.get(l.condition);
      open(region, OP.if);
      const { producer, code, x87Known } = region;
      goTo(region, index, ending.taken);
      Object.assign(region, { producer, code, x87Known });
      close(region);
      goTo(region, index, ending.next);
      return;
    }
    default: {
      const sites = [...ending.sites].sort((a, b) => addressOf(region, a) - addressOf(region, b));
      const exit = { kind: "computed", address: Number(block.instructions.at(-1)!.address), uncounted: 0 } as const;
      if (ending.kind === "computed") {
        prepareForGuards(region, sites, exit);
        findSite(region, index, sites, "guards");
      } else if (ending.through === "edge") findSite(region, index, sites, "edge");
      else returnToSite(region, index, sites, exit);
      region.instructions = block.instructions;
      if (ending.others === "looked up") {
        deliverFlags(region, region.dispatchFlags);
        prepareToLeave(region, exit);
        e.branch(region.depth - region.lookupLevel);
      } else leave(region, exit);
    }
  }
}

/** Who cannot say what the frame is like there passes a guard, which may leave. */
function prepareForGuards(region: Region, sites: readonly number[], exit: ComputedExit): void {
  const { e, guards } = region;
  if (!sites.some((site) => guards.has(site))) return;
  prepareToLeave(region, exit);
  e.i32(1);
  e.set(region.arrived);
}

/** Returns with so many sites have code for each twice: with guards and without. */
const FEW_SITES = 4;

/** From calls that the region has made it goes on as they left it, from others through guards. */
function returnToSite(region: Region, from: number, sites: readonly number[], exit: ComputedExit): void {
  const { e, guards, watched } = region;
  if (watched === undefined || !sites.some((site) => guards.has(site))) {
    findSite(region, from, sites, "inside");
    return;
  }
  const isFew = sites.length <= FEW_SITES;
  e.get(watched.leavesOld);
  open(region, OP.if);
  prepareForGuards(region, sites, exit);
  if (isFew) findSite(region, from, sites, "guards");
  close(region);
  findSite(region, from, sites, isFew ? "inside" : "either");
}

type ComputedExit = Pick<Exit, "address" | "uncounted"> & { readonly kind: "computed" };

const addressOf = (region: Region, block: number): number => region.graph.blocks[block]!.address;

/** Goes on at the block whose address is in `rip`, by halving the list. */
function findSite(region: Region, from: number, sites: readonly number[], through: Through): void {
  const { e, l } = region;
  if (sites.length === 0) return;
  const middle = sites.length >> 1;
  const { producer, code, x87Known } = region;
  const restore = (): void => {
    Object.assign(region, { producer, code, x87Known });
  };
  e.get(l.rip);
  e.i64(BigInt(addressOf(region, sites[middle]!)));
  if (sites.length === 1) {
    e.op(OP.i64Eq);
    open(region, OP.if);
    if (through === "edge") goTo(region, from, { block: sites[0]! });
    else dispatch(region, sites[0]!, through);
    restore();
    close(region);
    return;
  }
  e.op(OP.i64LtU);
  open(region, OP.if);
  findSite(region, from, sites.slice(0, middle), through);
  e.op(OP.else);
  findSite(region, from, sites.slice(middle), through);
  close(region);
}

// ---- instructions

/** True when a region can contain the instruction. */
export function isForRegion(ir: InstructionIr, bits: 32 | 64): boolean {
  if (ir.repeat !== undefined && !isPlainRepeat(ir.repeat, bits)) return false;
  return ir.ops.every(
    (op) =>
      isKnownOperation(op) ||
      isVectorRegionOperation(op) ||
      isX87RegionOperation(op, ir) ||
      isEflags(op) ||
      op.op === "systemCall" ||
      ((op.op === "getFlag" || op.op === "setFlag") && op.flag === "df"),
  );
}

function emitRange(region: Region, instructions: readonly InstructionIr[], from: number, to: number): void {
  for (let k = from; k < to; k++) emitInstruction(region, instructions[k]!, k);
}

/** A line of floating point: with one check for all, and again with care, where what it has written is put back. */
function emitLine(region: Region, instructions: readonly InstructionIr[], from: number, to: number): void {
  const { e, code, producer, known, changedNow, saved } = region;
  const { mode, batch } = region.vectors.float!;
  const settled = [...region.settled];
  const start = e.code.length;
  const marks: Marks = new Set();
  const written = new Set<Local>();
  open(region, OP.block);
  open(region, OP.block);
  region.line = { level: region.depth, marks, checked: new Set() };
  e.written = written;
  e.get(mode);
  e.i32(FLOAT_MODE.noted);
  e.op(OP.i32Ne);
  e.branchIf(0);
  for (let k = from; k < to; k++) emitWhole(region, instructions[k]!, k);
  if (marks.size > 0) {
    pushMarked(e, batch, marks);
    e.branchIf(0);
  }
  e.branch(1);
  e.written = undefined;
  region.line = undefined;
  close(region);
  const lasting = [...written].filter((local) => isLasting(region, local));
  const save = new Emitter(0);
  for (const local of lasting) {
    if (!saved.has(local)) saved.set(local, e.lasting(local));
    save.get(local);
    save.set(saved.get(local)!);
    e.get(saved.get(local)!);
    e.set(local);
  }
  e.code.splice(start, 0, ...save.code);
  Object.assign(region, { code, producer, known, changedNow, settled });
  emitRange(region, instructions, from, to);
  close(region);
}

/** True for locals whose value counts beyond an instruction. */
function isLasting({ e, permanent, vectors, needsCare, unclean }: Region, local: Local): boolean {
  if (local - e.parameters >= permanent || needsCare.includes(local) || unclean.includes(local)) return false;
  const { temporary, batch } = vectors.float!;
  if (temporary.includes(local) || batch.highest.includes(local)) return false;
  const place = [...vectors.locals].find(([, other]) => other === local);
  return place === undefined || registerHalf(place[0]) !== undefined;
}

/**
 * An instruction with one place to leave from before it, which all its checks go to: fewer ends for V8 to join than one for
 * each check.
 */
function emitInstruction(region: Region, ir: InstructionIr, index: number): void {
  const { e } = region;
  const [start, exits, { x87Known }] = [e.code.length, region.exits.length, region];
  open(region, OP.block);
  open(region, OP.block);
  region.leaving = { level: region.depth, code: region.code, isUsed: false };
  emitWhole(region, ir, index);
  const { isUsed, code } = region.leaving;
  if (!isUsed && region.exits.length === exits) {
    e.code.splice(start, BLOCK_HEADERS);
    region.depth -= 2;
    return;
  }
  e.branch(1);
  close(region);
  const { code: codeBehind, x87Known: x87Behind } = region;
  Object.assign(region, { code, x87Known });
  leave(region, { kind: "slow", address: Number(ir.address), uncounted: index }, index);
  Object.assign(region, { code: codeBehind, x87Known: x87Behind });
  close(region);
}

/** Bytes that open two blocks. */
const BLOCK_HEADERS = 4;

function emitWhole(region: Region, ir: InstructionIr, index: number): void {
  const around = surroundings(region, ir, index);
  const calls = isCallOrReturn(ir);
  const watching = watchingOf(region, around, ir, index);
  if (calls && watching === undefined) exitIfCallsFull(recordOf(region, index), around);
  if (watching !== undefined) {
    around.access = (op) => isAccess(op) && checkAccess(watching, op, cleanPage(region, around, ir, op));
    around.stored = (address, sizeBytes) => define(watching, address, sizeBytes);
    region.changedNow = checkReliance(watching, region.changedNow);
    checkBefore(watching);
  }
  if (ir.repeat !== undefined) emitRepeated(region, around, ir, ir.repeat);
  else
    for (const op of ir.ops) {
      if (watching !== undefined && op.op === "setRegister") noteSet(watching, op);
      emitOne(region, around, ir, op);
      if (watching !== undefined && op.op === "load") noteLoaded(watching, op);
    }
  if (calls) noteCallOrReturn(region, watching, ir, index);
  if (watching !== undefined) {
    if (isCrossing(watching.rule.stack)) forgetWritten(watching.watched, watching.masks, region.changedBefore);
    noteAfter(watching);
    region.known = knownBehind(region.known, watching.rule);
  }
  region.e.release(region.permanent);
}

/** The machine's own record of calls. Under an observer there are others too, which have to do until the region is left. */
function noteCallOrReturn(region: Region, watching: Watching | undefined, ir: InstructionIr, index: number): void {
  const record = recordOf(region, index);
  if (watching === undefined) {
    recordCall(record, ir);
    return;
  }
  const isReturn = watching.rule.stack?.kind === "ret";
  if (isReturn && region.returnsInside) return;
  if (isReturn) {
    region.e.get(watching.watched.leavesOld);
    open(region, OP.if);
  }
  forgetCalls(record, ir);
  if (isReturn) close(region);
}

function watchingOf(region: Region, around: Surroundings, ir: InstructionIr, index: number): Watching | undefined {
  const { e, l, watched } = region;
  const rule = watched?.rules.get(ir);
  if (watched === undefined || rule === undefined) return undefined;
  const before = e.local("i64");
  if (rule.stack !== undefined) {
    pushRegister(watched, GPR.rsp);
    e.set(before);
  }
  return {
    ...{ watched, around, ir, rule, before },
    masks: region.masks[index + 1]!,
    known: region.known,
    extent: region.extents[index],
    ...{ atStart: region.frames[0], everNoted: region.everNoted },
    ...{ frame: region.frames[index], frameBehind: region.frames[index + 1], returnsInside: region.returnsInside },
    pushBefore: rule.stack?.kind === "push" ? pushBefore(watched, region.instructions, index) : undefined,
    pushTarget: () => e.get(l.rip),
    pushTime() {
      pushTime(region, index + 1);
    },
  };
}

function recordOf(region: Region, index: number): CallRecording {
  const { e, l, options, registers } = region;
  return {
    ...{ e, layout: options.layout, rip: l.rip, callTop: l.callTop, stackPointer: registers.get(GPR.rsp)! },
    open: (opcode) => open(region, opcode),
    close: () => close(region),
    pushTime: () => pushTime(region, index),
  };
}

/** The retired count in the middle of a block, i64. */
function pushTime({ e, l }: Region, index: number): void {
  e.get(l.timeBase);
  e.get(LEFT);
  e.op(OP.i64ExtendI32U, OP.i64Sub);
  e.i64(BigInt(index));
  e.op(OP.i64Add);
}
