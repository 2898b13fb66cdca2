// The code cache: what is known about the addresses that execution came by, and the regions made of those where it is hot. Says
// when one is made, made anew, and goes.

import { RecentMap } from "../../server/base/recent-map.ts";
import { buildInstruction } from "../cpu/build.ts";
import type { EntryNeeds, InlineRule, InlineWatch } from "../cpu/inline-watch.ts";
import type { InstructionIr } from "../cpu/ir.ts";
import { STATE_SIZE_BYTES } from "../cpu/state.ts";
import type { StepEngine } from "../cpu/step-engine.ts";
import { PAGE_BYTES } from "../mem/layout.ts";
import { type Chain, createChain } from "./chain.ts";
import { CodeCopy } from "./code-copy.ts";
import { hasOrdinaryWay } from "./float-operation.ts";
import { instantiate } from "./instantiate.ts";
import { type MemoryType, memoryTypeOf } from "./memory-type.ts";
import { peelLoops } from "./peeled-loops.ts";
import { isForRegion, translateRegion } from "./region.ts";
import { type Exit, WORK_SCRATCH } from "./region-code.ts";
import { RegionFunctions } from "./region-functions.ts";
import { flowOf, formRegion, type RegionGraph, type RegionSource } from "./region-graph.ts";
import {
  DEAR_VISITS,
  FEW_VISITS,
  FLOAT_PATIENCE,
  HOT_RESUMES,
  HOT_VISITS,
  INSIDE_VISITS,
  MANY_REGIONS,
  MAX_CHANGES,
  MAX_GROWTH,
  MAX_INSTRUCTIONS,
  MAX_IRREGULAR,
  MAX_JUMPS,
  MAX_OTHER_FRAMES,
  MAX_PLACES,
  MAX_REGION_INSTRUCTIONS,
  MAX_REGIONS,
  MAX_SURPRISES,
  MAX_TARGETS,
  MERGING_SHARE,
  MOST_HOT_VISITS,
  MOST_OBSERVED_VISITS,
  PLACES_PER_VISIT,
  RESTLESS,
  RUMOUR_BITS,
  SEVERAL_REGIONS,
  SIBLINGS_SHARE,
  SMALL_REGION,
  TRANSLATION_WORK,
} from "./translator-limits.ts";

/** "rest" leaves out where larger regions may be entered. */
type Extent = "everything" | "rest";

export interface Region {
  readonly root: number;
  readonly needs: readonly (EntryNeeds | undefined)[];
  readonly pointers: number;
  /** Its place among the functions of the chain, and a number of its own. */
  readonly index: number;
  readonly serial: number;
  /** For an observer: it is code of the source. */
  readonly isSource: boolean;
  readonly exits: readonly Exit[];
  readonly budgets: readonly number[];
  readonly code: CodeCopy;
  readonly instructionCount: number;
  /** How often execution went on in another region, by the address there. */
  readonly crossings: Map<number, number>;
  readonly extent: Extent;
  /** Where it may be entered. */
  readonly places: Map<number, Place>;
  /** Times that a register pointed elsewhere than assumed. */
  surprises: number;
  /** Instructions that leave it for operands that are not ordinary, and how often one has. */
  readonly floats: ReadonlySet<number>;
  irregular: number;
  /** Instructions that it has done. */
  retired: number;
}

/** What is known about an address that execution came by. */
export interface Place {
  visits: number;
  region: Region | undefined;
  entry: number;
  /** Never translated again. */
  isRefused: boolean;
  /** Times a region that begins here was made again, because code was missing in it. */
  growth: number;
  /** It was tried to have this address in the region that led here. */
  wasJoined: boolean;
  /** Under an observer: what registers pointed to when a region that begins here was first made, and those that pointed
   * elsewhere later. */
  pointing: readonly number[] | undefined;
  wandering: number;
  /** Times that it was made anew since registers pointed elsewhere than assumed. */
  surprises: number;
  /** Floating point that is not ordinary was met often in a region that begins here. */
  isExact: boolean;
  /** Times that the innermost call's frame was not as a region that begins here took it to be. */
  otherFrames: number;
  /** Times that a region was left to here, or before the instruction that leads here. */
  resumes: number;
}

export interface TranslatorOptions {
  /** 1 translates everything before it runs for the first time: for tests. */
  readonly hotVisits?: number;
  /** Says no where a region shall end: for tests. */
  readonly mayJoin?: (address: number) => boolean;
  readonly maxInstructions?: number;
}

const NOWHERE: ReadonlySet<number> = new Set();

export class CodeCache {
  translatedBlocks = 0;
  readonly #step: StepEngine;
  readonly #options: TranslatorOptions;
  readonly hotVisits: number;
  /** Visits that are enough now. */
  enough: number;
  readonly #maxInstructions: number;
  /** How often addresses came by that are not places yet, and how many of them there were. */
  readonly #rumours = new Uint8Array(2 ** RUMOUR_BITS);
  #rumoured = 0;
  #met = 0;
  readonly places = new RecentMap<number, Place>(MAX_PLACES);
  readonly #targets = new RecentMap<number, Set<number>>(MAX_JUMPS);
  /** The oldest first. */
  readonly regions = new Set<Region>();
  /** By page: doubled for each region that had to go since code had changed there. */
  readonly #changes = new RecentMap<number, number>(MAX_JUMPS);
  readonly #words: Uint32Array;
  readonly #memoryType: MemoryType;
  #instructions = 0;
  readonly #functions: RegionFunctions;
  chain: Chain | undefined;
  /** Regions by their place in the chain, and the places that nobody has. */
  readonly byIndex: (Region | undefined)[] = [];
  readonly #freePlaces: number[] = [];
  /** The last computed jump that was seen. */
  #lastJump = 0;
  #serials = 0;
  stopAt: ReadonlySet<number> = NOWHERE;
  /** Whom the regions were made for. */
  watch: InlineWatch | undefined;
  /** What the observer asks of instructions that regions may have. */
  readonly #rules = new WeakMap<InstructionIr, InlineRule>();

  constructor(step: StepEngine, options: TranslatorOptions) {
    const { memory } = step;
    this.#step = step;
    this.#options = options;
    this.hotVisits = options.hotVisits ?? HOT_VISITS;
    this.enough = this.hotVisits;
    this.#maxInstructions = options.maxInstructions ?? MAX_REGION_INSTRUCTIONS;
    const patience = this.hotVisits <= 2 ? 0 : FLOAT_PATIENCE;
    this.#functions = new RegionFunctions(memory.wasm, memory.layout, patience);
    this.#words = new Uint32Array(memory.wasm.buffer, memory.layout.state, STATE_SIZE_BYTES / 4);
    this.#memoryType = memoryTypeOf(memory.wasm);
  }

  /** Regions end before an address to stop at, so other addresses make other regions. */
  setStopAt(addresses: ReadonlySet<number>): void {
    const old = this.stopAt;
    this.stopAt = addresses;
    if (addresses === old || (addresses.size === old.size && [...addresses].every((at) => old.has(at)))) return;
    this.#forgetRegions();
  }

  /** Regions are made for one observer. */
  setWatch(watch: InlineWatch | undefined): void {
    if (watch === this.watch) return;
    this.watch = watch;
    this.#forgetEverything();
    this.chain = undefined;
  }

  /** Registers point elsewhere than the region assumes: when that comes again, it is made anew. */
  pointsElsewhere(region: Region, registers: number): void {
    const root = this.places.get(region.root);
    if (root?.region !== region) return;
    root.wandering |= registers;
    if (++region.surprises < (this.hotVisits > 1 ? MAX_SURPRISES : 1)) return;
    if (++root.surprises > MAX_SURPRISES) root.wandering = 0xffff;
    this.#remake(region, root);
  }

  /** The innermost call's frame is not as the region takes it to be: when that comes often, it is made anew and asks. */
  isOtherFrame(region: Region): void {
    const root = this.places.get(region.root);
    if (root?.region === region && ++root.otherFrames === MAX_OTHER_FRAMES) this.#remake(region, root);
  }

  /** Execution went on here after a region was left: when it often does, that has it too, or another begins here. */
  resumeAt(address: number, place: Place, from: Region | undefined): void {
    place.resumes++;
    const enough = this.hotVisits > 1 ? HOT_RESUMES + this.dearness() / 2 : 2;
    if (place.resumes < enough * this.patience(address)) return;
    place.resumes = 0;
    this.#heat(address, place, from);
  }

  noteTarget(jump: number, target: number): void {
    this.#lastJump = jump;
    let targets = this.#targets.get(jump);
    if (targets === undefined) {
      targets = new Set();
      this.#targets.set(jump, targets);
    }
    if (targets.size < MAX_TARGETS) targets.add(target);
  }

  // ---- what is known

  /** An address comes by that is no place: most never come again, or a few times. */
  meet(address: number): Place | undefined {
    const at = Math.imul(address, 0x9e3779b1) >>> (32 - RUMOUR_BITS);
    const times = this.#rumours[at]! + 1;
    if (times === 1) {
      this.#met++;
      if (this.#options.hotVisits === undefined) this.enough = this.#enoughNow();
      // Too many share a number: it says nothing any more.
      if (++this.#rumoured > 2 ** (RUMOUR_BITS - 1)) {
        this.#rumours.fill(0);
        this.#rumoured = 0;
      }
    }
    this.#rumours[at] = times;
    if (times < FEW_VISITS && this.hotVisits > FEW_VISITS) return undefined;
    this.#rumours[at] = FEW_VISITS;
    const place = this.#placeAt(address);
    place.visits = Math.min(FEW_VISITS, this.hotVisits) - 1;
    return place;
  }

  visitOften(address: number, place: Place, from: Region | undefined): void {
    if (place.visits >= this.enough * this.patience(address)) this.#heat(address, place, from);
  }

  #placeAt(address: number): Place {
    let place = this.places.get(address);
    if (place === undefined) {
      place = {
        ...{ visits: 0, region: undefined, entry: 0, isRefused: false, growth: 0, wasJoined: false },
        ...{ resumes: 0, pointing: undefined, wandering: 0, isExact: false, surprises: 0, otherFrames: 0 },
      };
      this.places.set(address, place);
    }
    return place;
  }

  #forgetEverything(): void {
    for (const region of this.regions) this.#drop(region);
    this.places.clear();
    this.#targets.clear();
  }

  #enoughNow(): number {
    const most = this.watch === undefined ? MOST_HOT_VISITS : MOST_OBSERVED_VISITS;
    const usual = Math.min(most, HOT_VISITS + Math.floor(this.#met / PLACES_PER_VISIT));
    return usual + this.dearness();
  }

  /** Visits more since so many regions were made already. */
  dearness(): number {
    return Math.min(DEAR_VISITS, Math.max(0, this.translatedBlocks - MANY_REGIONS));
  }

  /** How many times longer than elsewhere code waits until it is translated, where code has often changed. */
  patience(address: number): number {
    if (this.#changes.size === 0) return 1;
    return this.#changes.get(Math.floor(address / PAGE_BYTES)) ?? 1;
  }

  #forgetRegions(): void {
    for (const region of this.regions) this.#drop(region);
    for (const place of this.places.values()) place.isRefused = false;
  }

  #drop(region: Region): void {
    if (!this.regions.delete(region)) return;
    this.chain!.setRegion(region.index, null);
    for (const address of region.places.keys()) this.chain!.remove(address, region.serial);
    this.byIndex[region.index] = undefined;
    this.#freePlaces.push(region.index);
    for (const [address, place] of region.places) {
      if (place.region !== region) continue;
      place.region = undefined;
      this.#step.unmarkBlock(address);
    }
    this.#instructions -= region.instructionCount;
  }

  /** There is no room for so many instructions more: the older half goes, and what still runs comes again. */
  #makeRoom(instructionCount: number): void {
    if (this.regions.size < MAX_REGIONS && this.#instructions + instructionCount <= MAX_INSTRUCTIONS) return;
    const half = this.regions.size / 2;
    for (const region of this.regions) {
      if (this.regions.size <= half) break;
      this.#drop(region);
    }
  }

  /** Code may have changed since it was translated. */
  isCurrent(region: Region): boolean {
    if (region.code.isCurrent()) return true;
    this.#drop(region);
    this.#placeAt(region.root).visits = 0;
    const page = Math.floor(region.code.changedAt / PAGE_BYTES);
    if (this.hotVisits > 1) this.#changes.set(page, Math.min(2 ** MAX_CHANGES, 2 * this.patience(page * PAGE_BYTES)));
    return false;
  }

  /**
   * A region was left before the instruction at `address`, which is for the step engine. When that comes often because operands
   * are not ordinary numbers, the region is made anew and does it itself.
   */
  leftBefore(region: Region, address: number): void {
    const root = this.places.get(region.root);
    if (!region.floats.has(address) || ++region.irregular < MAX_IRREGULAR || root?.region !== region) return;
    root.isExact = true;
    this.#remake(region, root);
  }

  // ---- translating

  /** An address has come by often: the region that led here takes it in, or it gets its own. */
  #heat(address: number, place: Place, from: Region | undefined): void {
    const isSmall = from !== undefined && from.instructionCount <= this.#smallRegion;
    if (isSmall && !place.wasJoined) {
      place.wasJoined = true;
      if (this.#grow(from, address, "rest")) {
        place.visits = 0;
        return;
      }
    }
    const graph = this.#form(address, "rest", this.#siblingsOf(address));
    if (graph === undefined) place.isRefused = true;
    else this.#translate(address, place, graph, "rest");
  }

  /** Where else the jump went that led here, and goes often, or after several regions anything: one region for all of them. */
  #siblingsOf(address: number): readonly number[] {
    if (this.hotVisits <= 2) return [];
    const targets = this.#targets.get(this.#lastJump);
    const isSeldom = this.translatedBlocks < SEVERAL_REGIONS;
    if (isSeldom && !targets?.has(address)) return [];
    return [...(isSeldom ? targets! : this.places.keys())].filter((at) => {
      const place = at === address ? undefined : this.places.get(at);
      if (place === undefined || place.region !== undefined || place.isRefused) return false;
      return place.visits * SIBLINGS_SHARE >= this.enough || place.resumes * SIBLINGS_SHARE >= HOT_RESUMES;
    });
  }

  get #smallRegion(): number {
    return this.hotVisits > 2 ? SMALL_REGION : 8;
  }

  /** Makes a region anew with what has become known since. @returns false when that does not bring the address into it */
  #grow(region: Region, address: number, extent: Extent): boolean {
    const root = this.places.get(region.root);
    const hasRoom = region.instructionCount < this.#maxInstructions;
    if (!hasRoom || root?.region !== region || root.growth >= MAX_GROWTH) return false;
    const graph = this.#form(region.root, extent);
    if (graph === undefined || !graph.blocks.some((block) => block.address === address)) return false;
    root.growth++;
    this.#drop(region);
    this.#translate(region.root, root, graph, extent);
    return true;
  }

  /** Execution goes from one region to another: when that has cost as much as making one of both, it is time to. */
  cross(from: Region, to: Region, address: number, weight: number): void {
    const before = from.crossings.get(address) ?? 0;
    const times = before + weight;
    from.crossings.set(address, times);
    const share = this.hotVisits > 2 ? MERGING_SHARE : 1;
    const both = from.instructionCount + to.instructionCount;
    const enough = share * both;
    if (both > this.#maxInstructions) return;
    if (times >= enough && before < enough) this.#grow(from, address, "everything");
  }

  /** An instruction for a region, unless it is one for the step engine. */
  #instructionAt(address: number): InstructionIr | "refused" | undefined {
    const decoded = this.#step.decodeAt(address);
    if (decoded === undefined) return undefined;
    const ir = buildInstruction(decoded, BigInt(address));
    if (!isForRegion(ir, this.#step.bits)) return "refused";
    if (this.watch !== undefined) {
      const rule = this.watch.ruleOf(address, decoded, ir);
      if (rule === undefined) return "refused";
      this.#rules.set(ir, rule);
    }
    const flow = flowOf(ir, this.#step.bits);
    const isExact = !("to" in flow) || Number.isSafeInteger(flow.to);
    return isExact ? ir : "refused";
  }

  #mayEnter(address: number): boolean {
    if (this.stopAt.has(address)) return false;
    if (this.#options.mayJoin !== undefined && !this.#options.mayJoin(address)) return false;
    return this.hotVisits === 1 || this.#step.hasRun(address);
  }

  #isInLarge(address: number): boolean {
    const region = this.places.get(address)?.region;
    return region !== undefined && region.instructionCount > this.#smallRegion;
  }

  #form(address: number, extent: Extent, also: readonly number[] = []): RegionGraph | undefined {
    const watch = this.watch;
    const isSource = watch?.isSource(address);
    const source: RegionSource = {
      bits: this.#step.bits,
      maxInstructions: this.#maxInstructions,
      also,
      instructionAt: (at) => this.#instructionAt(at),
      behind: (at) => {
        const decoded = this.#step.decodeAt(at);
        return decoded === undefined ? undefined : at + decoded.lengthBytes;
      },
      mayEnter: (at) => {
        if (!this.#mayEnter(at) || watch?.isSource(at) !== isSource) return false;
        // What changes often would take the rest with it.
        return at === address || (this.patience(at) <= RESTLESS && (extent === "everything" || !this.#isInLarge(at)));
      },
      targetsOf: (at) => [...(this.#targets.get(at) ?? [])],
    };
    const graph = formRegion(source, address);
    return graph && peelLoops(graph);
  }

  /** With what has become known about its root. */
  #remake(region: Region, root: Place): void {
    this.#drop(region);
    const graph = this.#form(region.root, region.extent);
    if (graph !== undefined) this.#translate(region.root, root, graph, region.extent);
  }

  #rulesOf(graph: RegionGraph): ReadonlyMap<InstructionIr, InlineRule> {
    const rules = new Map<InstructionIr, InlineRule>();
    for (const { instructions } of graph.blocks) for (const ir of instructions) rules.set(ir, this.#rules.get(ir)!);
    return rules;
  }

  #translate(address: number, place: Place, graph: RegionGraph, extent: Extent): void {
    place.pointing ??= this.watch?.pointing();
    this.#makeRoom(graph.instructionCount);
    const exactFloats = place.isExact || this.hotVisits <= 2;
    const code = translateRegion(graph, {
      bits: this.#step.bits,
      layout: this.#step.memory.layout,
      memory: this.#memoryType,
      serial: ++this.#serials,
      exactFloats,
      watching: this.watch && {
        watch: this.watch,
        rules: this.#rulesOf(graph),
        entry: { root: place.pointing ?? [], wandering: place.wandering },
        followsFrames: place.otherFrames < MAX_OTHER_FRAMES,
      },
    });
    const made = instantiate(code.bytes, this.#functions.importsOf(code));
    if (made === undefined) {
      place.isRefused = true;
      return;
    }
    const index = this.#freePlaces.pop() ?? this.byIndex.length;
    this.chain ??= createChain(this.#step.memory, MAX_REGIONS, this.watch !== undefined);
    this.chain.setRegion(index, made.run);
    const region: Region = {
      root: address,
      index,
      serial: this.#serials,
      isSource: this.watch?.isSource(address) ?? true,
      exits: code.exits,
      needs: code.entries.map(({ needs }) => needs),
      pointers: code.pointers,
      budgets: code.entries.map(({ budget }) => budget),
      code: new CodeCopy(this.#step.memory, graph.blocks),
      instructionCount: graph.instructionCount,
      crossings: new Map(),
      extent,
      places: new Map(),
      surprises: 0,
      floats: exactFloats ? new Set() : floatsOf(graph),
      irregular: 0,
      retired: 0,
    };
    this.regions.add(region);
    this.byIndex[index] = region;
    const inside = this.hotVisits > 1 ? graph.blocks : [];
    for (const block of inside) this.#placeAt(block.address).visits = -INSIDE_VISITS;
    this.translatedBlocks++;
    if (this.#options.hotVisits === undefined) this.enough = this.#enoughNow();
    this.#instructions += graph.instructionCount;
    if (this.#options.hotVisits === undefined)
      this.#words[WORK_SCRATCH / 4]! -= graph.instructionCount * TRANSLATION_WORK;
    code.entries.forEach((entry, index) => {
      if (entry.isInside) return;
      const at = entry.address === address ? place : this.#placeAt(entry.address);
      // The larger one is left less often.
      if (at !== place && (at.region?.instructionCount ?? 0) >= region.instructionCount) return;
      at.region = region;
      at.entry = index;
      region.places.set(entry.address, at);
      this.#step.markBlock(entry.address);
    });
  }
}

/** Instructions with a way for ordinary numbers. */
const floatsOf = ({ blocks }: RegionGraph): ReadonlySet<number> =>
  new Set(
    blocks
      .flatMap(({ instructions }) => instructions)
      .filter(({ ops }) => ops.some(hasOrdinaryWay))
      .map(({ address }) => Number(address)),
  );
