// How translated code runs under the checker. Before it is entered, what the checker knows of registers, frames and objects
// goes into the cells and records of mem/watch-layout.ts; afterwards it is read back, as if each instruction had been seen.
// Code is entered only while nothing it touches is undefined, destroyed or somebody's special business; on anything that could
// become a finding it leaves before the instruction, which the checker then sees itself. So findings are the same.

import type { Decoded } from "../../server/isa/insn.ts";
import type { Departure, EntryNeeds, InlineWatch } from "../cpu/inline-watch.ts";
import { FLAG, STATE } from "../cpu/state.ts";
import { type Layout, PAGE_BYTES } from "../mem/layout.ts";
import {
  CHANGED,
  CHANGED_BYTES,
  CHANGES,
  CROSSED,
  FRAME,
  FRAME_BYTES,
  FRAME_FLAG,
  FRAMES,
  FRAMES_MAX,
  PUSH_BYTES,
  PUSHES,
  PUSHES_MAX,
  RANGE_NUMBER,
  SAVED_REGISTERS,
  STACK_WINDOW,
  WATCH,
} from "../mem/watch-layout.ts";
import { type ActivationRecords, indexOfSerial } from "./activations.ts";
import { crossedCall, keepsConvention, noteChangedRegister } from "./calls.ts";
import type { Activation, Context } from "./context.ts";
import { DIRTY, refreshDirty } from "./definedness/shadow.ts";
import { frameOfLocal } from "./frames.ts";
import { inlineRule, type KnownFacts } from "./inline-rule.ts";
import { createRanges, type Ranges, reachOf } from "./pointer-ranges.ts";
import type { Provenance } from "./provenance.ts";
import { createPushes, keepPushes, pushCount, renewPushes } from "./pushes.ts";
import { redZoneBytes } from "./stack-room.ts";
import { registerNumber, retiredOf, stackPointerOf } from "./words.ts";

const RBP = 5;
const NUMBERS = [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
/** Room kept free for calls and pushes of one stay. */
const STACK_MARGIN_BYTES = 4096;
/** Pages looked at on either side of rsp. */
const WINDOW_PAGES = 16;
/** More pushes than those pages have room for, so that translated code need not ask. */
const PUSHES_SPARE = 2 ** 16;
/** Calls deep enough that translated code had no room for more are for the observer. */
const FRAMES_SPARE = 4096;
const ALWAYS_ABOVE = 2n ** 63n - 1n;

export interface InlineHooks {
  /** What the observer knows of an instruction. */
  readonly factsOf: (pc: number, decoded: Decoded) => KnownFacts;
  /** Told the last instruction that ran without the observer. */
  readonly passed: (pc: number) => void;
}

class Inline implements InlineWatch {
  readonly level: "bounds" | "full";
  readonly stack: InlineWatch["stack"];
  readonly redZoneBytes: number;
  readonly variables: InlineWatch["variables"];
  readonly entersMain: boolean;
  readonly isSource: InlineWatch["isSource"];
  readonly ruleOf: InlineWatch["ruleOf"];
  readonly #context: Context;
  readonly #passed: (pc: number) => void;
  readonly #factsOf: (pc: number, decoded: Decoded) => KnownFacts;
  readonly #ranges: Ranges;
  readonly #view: DataView;
  readonly #cells: number;
  readonly #frames: number;
  readonly #saved: readonly number[];
  /** The same, bit n for register n: others say nothing in a call's record. */
  readonly #kept: number;
  /** Calls when translated code was left: the pushes of the last one end where its others would. */
  #recorded = 0;
  readonly #records: ActivationRecords = {
    read: (index) => this.#newActivation(index),
    stackPointer: (index) => this.#number(this.#frameAt(index) + FRAME.stackPointer),
    serial: (index) => this.#serialAt(index),
  };
  /** What the cells were given, and what that was. */
  readonly #numbers = new Uint32Array(16);

  constructor(context: Context, { factsOf, passed }: InlineHooks) {
    this.#passed = passed;
    const { options, program } = context;
    this.#context = context;
    this.#factsOf = factsOf;
    this.level = options.level === "full" ? "full" : "bounds";
    this.stack = options.stack;
    this.redZoneBytes = redZoneBytes(context);
    this.#view = options.memory.view;
    this.#cells = options.memory.layout.watch;
    this.#frames = this.#cells + FRAMES;
    this.#saved = SAVED_REGISTERS[options.core.bits];
    this.#kept = this.#saved.reduce((mask, number) => mask | (1 << number), 0);
    this.entersMain = program.image.entryKind === "main";
    const ranges = createRanges(context);
    this.#ranges = ranges;
    const { objects } = program;
    // Unlisted variables are never found in the list, so that all of them are for the observer.
    this.variables =
      objects.length === 0
        ? { low: 0, high: 0, count: 0 }
        : { low: objects[0]!.start, high: objects.at(-1)!.end, count: ranges.variableCount };
    this.isSource = (pc) => {
      if (program.image.items.length === 0) return true;
      const decoded = options.core.decodeAt(pc);
      return decoded !== undefined && factsOf(pc, decoded).isWritten;
    };
    this.ruleOf = (pc, decoded, ir) => inlineRule(context, ranges, factsOf(pc, decoded), pc, decoded, ir);
    context.owners.activations.records = this.#records;
    this.#writeRoot();
  }

  #u32(cell: number): number {
    return this.#view.getUint32(this.#cells + cell, true);
  }
  #setU32(cell: number, value: number): void {
    this.#view.setUint32(this.#cells + cell, value, true);
  }

  // ---- in

  enter(needs: EntryNeeds): "entered" | "elsewhere" | "refused" {
    const { owners, shadow, options } = this.#context;
    if (owners.inAllocator > 0 || owners.inLibc > 0) return "refused";
    if (shadow.dirty & needs.registers || shadow.dirtyVectors & needs.vectors) return "refused";
    if (needs.usesFlags && shadow.dirty & DIRTY.flags) return "refused";
    if ((owners.destroyed.mask | owners.changed.mask) & needs.relied) return "refused";
    if (options.memory.view.getUint32(options.memory.layout.state + STATE.flagSystem, true) & FLAG.df) return "refused";
    const { activations } = owners;
    if (activations.length === 0 ? this.entersMain : activations.at(-1)!.switched) return "refused";
    if (activations.length >= FRAMES_MAX - FRAMES_SPARE || !this.#stackIsUsual()) return "refused";
    if (this.level === "full" && this.#ranges.refresh() === "again") this.#forgetRanges();
    if (!this.#ranges.hasRoom) return "refused";
    if (!this.#writeFrames()) return "refused";
    if (this.level === "full") {
      if (!this.#areKnown(needs.known)) return "elsewhere";
      if (!this.#writePointers(needs.pointers)) return "refused";
    }
    this.#writeGate();
    this.#writeStackWindow();
    this.#setU32(WATCH.serial, owners.serials);
    this.#setNumber(this.#cells + WATCH.numberSetter, 0);
    return "entered";
  }

  /** What code that follows without coming here must not touch: jit/chain.ts. */
  #writeGate(): void {
    const { owners, shadow } = this.#context;
    this.#setU32(WATCH.unreliable, owners.destroyed.mask | owners.changed.mask);
    this.#setU32(WATCH.undefinedRegisters, shadow.dirty & 0xffff);
    this.#setU32(WATCH.undefinedVectors, shadow.dirtyVectors);
    this.#setU32(WATCH.undefinedFlags, shadow.dirty & DIRTY.flags ? 1 : 0);
    this.#setU32(WATCH.lowestTop, this.#frameAt(this.entersMain ? 0 : -1));
    this.#setU32(WATCH.used, 0);
    this.#setU32(WATCH.written, 0);
    this.#setU32(WATCH.everWritten, 0);
    this.#setU32(WATCH.changed, 0);
    this.#setU32(WATCH.heldChanged, 0);
    this.#setU32(WATCH.heldWritten, 0);
  }

  /** Frames have no numbers any more. */
  #forgetRanges(): void {
    const { owners } = this.#context;
    owners.mirrored = 0;
    for (let k = 0; k < owners.activations.length; k++) this.#view.setUint32(this.#frameAt(k) + FRAME.range, 0, true);
  }

  /** rsp is where it was last seen, in the process's own stack, and below the innermost return address. */
  #stackIsUsual(): boolean {
    const { low, initialPointer } = this.stack;
    const stackPointer = stackPointerOf(this.#context);
    const { owners } = this.#context;
    const top = owners.activations.at(-1);
    return (
      stackPointer === owners.stackPointer &&
      stackPointer >= low + STACK_MARGIN_BYTES &&
      stackPointer <= initialPointer &&
      (top === undefined || stackPointer <= top.stackPointer)
    );
  }

  /** What rsp may be as long as nobody else looks: pages next to its own, as far as they can be written without help. */
  #writeStackWindow(): void {
    const { memory } = this.#context.options;
    const { low, initialPointer } = this.stack;
    const stackPointer = stackPointerOf(this.#context);
    const page = Math.floor((stackPointer - this.redZoneBytes) / PAGE_BYTES);
    let first = page;
    let end = page;
    while (end < page + WINDOW_PAGES && this.#isReady(memory.layout, end)) end++;
    while (first > page - WINDOW_PAGES && this.#isReady(memory.layout, first - 1)) first--;
    const lowest = Math.max(first * PAGE_BYTES + this.redZoneBytes, low + STACK_MARGIN_BYTES);
    const highest = Math.min(end * PAGE_BYTES, initialPointer);
    const isInside = stackPointer >= lowest && stackPointer <= highest;
    this.#setNumber(this.#cells + STACK_WINDOW.lowest, isInside ? lowest : stackPointer);
    this.#setNumber(this.#cells + STACK_WINDOW.room, isInside ? highest - lowest : 0);
  }

  /** The page can be written without help, shadow and all: what moves rsp writes that. */
  #isReady({ foldBytes, writeTags, cleanWriteTags }: Layout, page: number): boolean {
    const at = (page & (foldBytes / PAGE_BYTES - 1)) * 8;
    const address = page * PAGE_BYTES;
    return this.#number(writeTags + at) === address && this.#number(cleanWriteTags + at) !== address;
  }

  // ---- frames

  #frameAt(index: number): number {
    return this.#frames + (index + 1) * FRAME_BYTES;
  }

  /** The code that nothing called: no access reaches its end. */
  #writeRoot(): void {
    const at = this.#frameAt(-1);
    this.#view.setBigInt64(at + FRAME.stackPointer, ALWAYS_ABOVE, true);
    this.#view.setBigInt64(at + FRAME.savedLow, ALWAYS_ABOVE, true);
    this.#view.setBigInt64(at + FRAME.slot, ALWAYS_ABOVE, true);
    this.#view.setUint32(at + FRAME.pushes, this.#cells + PUSHES + PUSH_BYTES, true);
    this.#view.setBigInt64(this.#cells + PUSHES, ALWAYS_ABOVE, true);
  }

  /** @returns false when there is no room for what was pushed. */
  #writeFrames(): boolean {
    const { owners } = this.#context;
    const { activations, rootUse } = owners;
    const root = this.#frameAt(-1);
    this.#view.setUint32(root + FRAME.used, rootUse.used, true);
    this.#view.setUint32(root + FRAME.written, rootUse.written, true);
    const last = activations.length - 1;
    const first = Math.max(0, Math.min(owners.mirrored, last));
    // Where the pushes of the first one begin has not changed: what lies further out is as it was.
    let pushes = this.#view.getUint32((first === 0 ? root : this.#frameAt(first)) + FRAME.pushes, true);
    for (let k = first; k <= last; k++) {
      const one = activations.at(k)!;
      this.#writeFrame(k, one);
      if (!this.#writePushes(k, one, pushes)) return false;
      pushes += pushCount(one.pushes) * PUSH_BYTES;
    }
    owners.mirrored = Math.max(0, last);
    this.#setU32(WATCH.top, this.#frameAt(last));
    this.#setU32(WATCH.pushTop, pushes);
    return true;
  }

  #writeFrame(index: number, one: Activation): void {
    const view = this.#view;
    const at = this.#frameAt(index);
    const number = (offset: number, value: number): void => this.#setNumber(at + offset, value);
    const isSame = view.getUint32(at + FRAME.serial, true) === one.serial;
    number(FRAME.stackPointer, one.stackPointer);
    number(FRAME.returnAddress, one.returnAddress);
    number(FRAME.target, one.target);
    number(FRAME.callSite, one.callSite);
    number(FRAME.time, one.time);
    one.saved.forEach((word, k) => {
      view.setUint32(at + FRAME.saved + 4 * k, word, true);
    });
    number(FRAME.savedLow, one.savedLow);
    number(FRAME.frameSlot, one.frameSlot);
    number(FRAME.frameValue, one.frameValue);
    number(FRAME.slot, one.frameSlot === 0 ? one.stackPointer : one.frameSlot);
    view.setUint32(at + FRAME.used, one.use.used, true);
    view.setUint32(at + FRAME.written, one.use.written, true);
    const flags =
      (one.hasLocals ? FRAME_FLAG.hasLocals : 0) |
      (one.switched ? FRAME_FLAG.switched : 0) |
      (keepsConvention(this.#context, one) || one.backwards ? FRAME_FLAG.keepsConvention : 0);
    view.setUint32(at + FRAME.flags, flags, true);
    view.setUint32(at + FRAME.serial, one.serial, true);
    if (!isSame) view.setUint32(at + FRAME.range, 0, true);
    const range = view.getUint32(at + FRAME.range, true);
    if (range !== 0) this.#ranges.setFrame(range, one.savedLow);
  }

  /** @returns false when there is no room for what was pushed. */
  #writePushes(index: number, one: Activation, start: number): boolean {
    const view = this.#view;
    view.setUint32(this.#frameAt(index) + FRAME.pushes, start, true);
    const end = start + (pushCount(one.pushes) + PUSHES_SPARE) * PUSH_BYTES;
    if (end > this.#cells + PUSHES + PUSHES_MAX * PUSH_BYTES) return false;
    keepPushes(one.pushes, view, start);
    return true;
  }

  // ---- pointers

  pointing(): readonly number[] {
    return Array.from({ length: 16 }, (_, register) => this.#numberNow(register));
  }

  variable(number: number): { readonly start: number; readonly size: number } | undefined {
    const pointer = number < RANGE_NUMBER.firstFree ? undefined : this.#ranges.pointerOf(number);
    if (pointer?.kind !== "object") return undefined;
    const { start, end } = reachOf(this.#context.program, pointer);
    return { start, size: end - start };
  }

  #numberNow(register: number): number {
    const pointer = this.#context.owners.pointers[register];
    if (pointer === undefined) return 0;
    return pointer.kind === "object" ? this.#ranges.numberOf(pointer) : -1;
  }

  #areKnown(known: readonly number[]): boolean {
    for (const register of NUMBERS)
      if (known[register]! >= 0 && known[register] !== this.#numberNow(register)) return false;
    return true;
  }

  /** @param mask registers that must have a number */
  #writePointers(mask: number): boolean {
    const { pointers } = this.#context.owners;
    let unnumbered = 0;
    for (const register of NUMBERS) {
      const pointer = pointers[register];
      const number = pointer === undefined ? 0 : this.#numberFor(register, pointer);
      if (number < 0) unnumbered |= 1 << register;
      this.#numbers[register] = number;
      this.#setU32(WATCH.pointers + 4 * register, number);
    }
    this.#setU32(WATCH.unnumbered, unnumbered);
    return (unnumbered & mask) === 0;
  }

  /** -1 for a pointer that stands at rbp or rsp itself, or was aligned: what becomes of it only the checker knows. */
  #numberFor(register: number, pointer: Provenance): number {
    if (pointer.kind === "distance") return -1;
    if (pointer.kind !== "frame") return this.#ranges.numberOf(pointer);
    if (register === RBP) return RANGE_NUMBER.framePointer;
    if (pointer.at === "top" || pointer.aligned !== undefined) return -1;
    const { activations } = this.#context.owners;
    const index = indexOfSerial(activations, pointer.serial);
    const owner = index < 0 ? undefined : activations.at(index)!;
    if (owner === undefined || owner.switched) return -1;
    const at = this.#frameAt(index);
    const number = this.#ranges.frameNumber(pointer, this.#view.getUint32(at + FRAME.range, true));
    this.#view.setUint32(at + FRAME.range, number, true);
    this.#ranges.setFrame(number, owner.savedLow);
    return number;
  }

  #readPointers(mask: number): void {
    const { pointers } = this.#context.owners;
    for (const register of NUMBERS) {
      if ((mask & (1 << register)) === 0) continue;
      const number = this.#u32(WATCH.pointers + 4 * register);
      if (number === RANGE_NUMBER.framePointer)
        pointers[register] = frameOfLocal(this.#context, registerNumber(this.#context, register));
      else if (number !== this.#numbers[register]) pointers[register] = this.#ranges.pointerOf(number);
    }
  }

  // ---- out

  leave({ last, used, written, pointers, source }: Departure): void {
    const context = this.#context;
    const { owners } = context;
    const inFrame = this.#u32(WATCH.written);
    const usedHere = this.#u32(WATCH.used) | (used & ~inFrame);
    const crossed = this.#u32(WATCH.everWritten);
    const held = this.#u32(WATCH.heldWritten);
    const fresh = crossed | inFrame | written;
    const ever = (fresh | held) & (CROSSED - 1);
    if ((crossed | held) & CROSSED) crossedCall(owners);
    const before = owners.serials;
    owners.serials = this.#u32(WATCH.serial);
    this.#readFrames(usedHere, inFrame | written, before);
    if (this.level === "full") this.#readPointers(pointers);
    owners.everWritten |= ever;
    owners.destroyed.forget(ever);
    owners.changed.forget(ever);
    this.#readChanged((this.#u32(WATCH.changed) & ~written) | (this.#u32(WATCH.heldChanged) & ~fresh));
    this.#define(ever);
    const setter = this.#number(this.#cells + WATCH.numberSetter);
    if (setter !== 0) owners.numberSetter = setter;
    owners.stackPointer = stackPointerOf(context);
    const { previous, lastSource } = owners;
    if (source !== undefined) Object.assign(lastSource, source);
    if (last === 0) return;
    const decoded = context.options.core.decodeAt(last);
    context.current = { pc: last, decoded };
    this.#passed(last);
    previous.pc = last;
    previous.next = last + (decoded?.lengthBytes ?? 0);
    const facts = decoded && this.#factsOf(last, decoded);
    previous.falls = facts !== undefined && facts.falls && facts.isWritten;
    if (!facts?.isWritten) return;
    lastSource.pc = last;
    lastSource.time = retiredOf(context) - 1;
  }

  /** Registers that functions left changed since the code was entered. */
  #readChanged(mask: number): void {
    if (mask === 0) return;
    this.#saved.forEach((register, k) => {
      if ((mask & (1 << register)) === 0) return;
      const at = this.#cells + CHANGES + register * CHANGED_BYTES;
      const saved = new Array<number>(2 * this.#saved.length).fill(0);
      saved[2 * k] = this.#view.getUint32(at + CHANGED.saved, true);
      saved[2 * k + 1] = this.#view.getUint32(at + CHANGED.saved + 4, true);
      const [target, callSite] = [this.#number(at + CHANGED.target), this.#number(at + CHANGED.callSite)];
      const callee = { target, callSite, saved, time: this.#number(at + CHANGED.callTime) };
      const place = { pc: this.#number(at + CHANGED.pc), time: this.#number(at + CHANGED.time) };
      noteChangedRegister(this.#context, register, callee, place);
    });
  }

  /** Registers that were written hold defined values. */
  #define(written: number): void {
    const { shadow } = this.#context;
    if ((shadow.dirty & written) === 0) return;
    for (const register of NUMBERS) if (written & (1 << register)) shadow.registers[register] = 0n;
    refreshDirty(shadow, "registers");
  }

  /** @param before the number of the last call when the code was entered */
  #readFrames(used: number, written: number, before: number): void {
    const { owners } = this.#context;
    const { activations } = owners;
    const view = this.#view;
    const top = this.#u32(WATCH.top);
    view.setUint32(
      top + FRAME.used,
      view.getUint32(top + FRAME.used, true) | (used & ~view.getUint32(top + FRAME.written, true)),
      true,
    );
    view.setUint32(top + FRAME.written, view.getUint32(top + FRAME.written, true) | written, true);
    const length = (top - this.#frames) / FRAME_BYTES;
    const root = this.#frameAt(-1);
    owners.rootUse.used = view.getUint32(root + FRAME.used, true);
    owners.rootUse.written = view.getUint32(root + FRAME.written, true) & this.#kept;
    // Calls made since have higher numbers, and only the innermost of the others can have changed.
    const same = owners.serials < before ? -1 : this.#callsUpTo(length, before) - 1;
    const one = same < 0 ? undefined : activations.known(same);
    activations.renew(one === undefined ? Math.max(0, same) : same + 1, length);
    owners.unchanged = Math.min(owners.unchanged, Math.max(0, same));
    owners.mirrored = Math.max(0, length - 1);
    this.#recorded = length;
    if (one === undefined) return;
    this.#readFrame(this.#frameAt(same), one);
    this.#readPushes(same, one);
  }

  #serialAt(index: number): number {
    return this.#view.getUint32(this.#frameAt(index) + FRAME.serial, true);
  }

  /** How many of the outermost calls have serial numbers up to one. */
  #callsUpTo(length: number, serial: number): number {
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#serialAt(middle) <= serial) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #readPushes(index: number, one: Activation): void {
    const view = this.#view;
    const start = view.getUint32(this.#frameAt(index) + FRAME.pushes, true);
    const isLast = index === this.#recorded - 1;
    const end = isLast ? this.#u32(WATCH.pushTop) : view.getUint32(this.#frameAt(index + 1) + FRAME.pushes, true);
    renewPushes(one.pushes, view, start, end);
  }

  #number(at: number): number {
    return this.#view.getUint32(at, true) + this.#view.getUint32(at + 4, true) * 2 ** 32;
  }

  /** Of a number that is not negative, without an object for its 64 bits. */
  #setNumber(at: number, value: number): void {
    this.#view.setUint32(at, value >>> 0, true);
    this.#view.setUint32(at + 4, Math.floor(value / 2 ** 32), true);
  }

  #readFrame(at: number, one: Activation): void {
    one.savedLow = this.#number(at + FRAME.savedLow);
    one.frameSlot = this.#number(at + FRAME.frameSlot);
    one.frameValue = this.#number(at + FRAME.frameValue);
    one.hasLocals = (this.#view.getUint32(at + FRAME.flags, true) & FRAME_FLAG.hasLocals) !== 0;
    one.use.used = this.#view.getUint32(at + FRAME.used, true);
    one.use.written = this.#view.getUint32(at + FRAME.written, true) & this.#kept;
  }

  #newActivation(index: number): Activation {
    const at = this.#frameAt(index);
    const view = this.#view;
    const saved: number[] = [];
    for (let k = 0; k < 2 * this.#saved.length; k++) saved.push(view.getUint32(at + FRAME.saved + 4 * k, true));
    const one: Activation = {
      stackPointer: this.#number(at + FRAME.stackPointer),
      returnAddress: this.#number(at + FRAME.returnAddress),
      target: this.#number(at + FRAME.target),
      callSite: this.#number(at + FRAME.callSite),
      time: this.#number(at + FRAME.time),
      saved,
      serial: this.#view.getUint32(at + FRAME.serial, true),
      savedLow: 0,
      hasLocals: false,
      frameSlot: 0,
      frameValue: 0,
      allocator: undefined,
      backwards: false,
      switched: false,
      pushes: createPushes(),
      use: { written: 0, used: 0 },
    };
    this.#readFrame(at, one);
    this.#readPushes(index, one);
    return one;
  }
}

/** One for the life of a checker. */
export const createInline = (context: Context, hooks: InlineHooks): InlineWatch => new Inline(context, hooks);
