// Makes the guest's memory: takes the fold size, gives the whole Memory interface over one WebAssembly.Memory. Host memory is
// a row of frames; guest page P lives in frame P mod frames (its home), where translated code finds it with one mask. When
// another page lives there already, P gets some free frame and no tags, so that only the slow path here serves it.
//
// A page has its write tag only while a plain store needs no care at all: it was written before (contents are no longer
// known to be zero), its image of the last checkpoint is kept, no decoded code depends on it. Everything else makes the fast
// path miss once and come here. Free frames are always zero in all planes, and zero pages are never touched, so a large
// mapping costs nothing until it is used, its tags included (*untagged* pages). Nor does its shadow: a page that is given one value throughout before anything was
// written is *blank*, keeps the value beside its frame, and has no tags until the first access fills the plane.

import { assert } from "../../server/base/assert.ts";
import type { Interval } from "./delta.ts";
import { CODE, HELD, HELD_IMAGES, SAVED, SHADOWED, TOUCHED, UNTAGGED } from "./frame-flags.ts";
import { type Layout, layoutFor, PAGE_BYTES, PROT, type Protection } from "./layout.ts";
import { type Guards, GuestFault, type Memory, type MemoryDelta, type PageRun, type SpaceImage } from "./memory.ts";
import {
  addBlank,
  type BlankRun,
  blankReader,
  codeImage,
  codePlanes,
  emptyImage,
  freshImage,
  imageBytes,
  type PageImage,
  type Planes,
  type Space,
  sameBytes,
} from "./page-image.ts";
import { PageTags } from "./page-tags.ts";
import { coversRange, createRunList, findRun, firstAfter, gapsOf } from "./runs.ts";
import { createWideFill, type WideFill } from "./wide-fill.ts";
import { bytesOf, copiedBytes, orOfBytes, putBytes, readWord, wordOf, writeWord } from "./words.ts";

/**
 * Shared with nobody, but V8 does not count shared memory: the same size as its own makes it collect all garbage at once,
 * which took a tenth of the time of a short run. Pages of a browser have no shared memory unless they are isolated.
 */
const IS_SHARED = typeof SharedArrayBuffer !== "undefined";

/** Pages behind a fresh one that lose their need of care with it: wiping one that was not used after all costs little. */
const TOUCHED_BEHIND = 7;
/** As long as a program goes on behind them, more and more. */
const MOST_TOUCHED_BEHIND = 127;
/** And those behind an untagged one get their tags with it. */
const TAGGED_BEHIND = 31;
/** A free writable range of so many pages is ready for plain stores at once: whoever asks for so little uses it. */
const READY_PAGES = 16;

/** Reads are allowed by any protection: x86 pages have no way to be writable or executable and not readable. */
const isReadable = (protection: Protection): boolean => protection !== PROT.none;

class FoldedMemory implements Memory {
  readonly wasm: WebAssembly.Memory;
  readonly layout: Layout;
  readonly u8: Uint8Array;
  readonly view: DataView;
  codeGeneration = 0;
  mappedBytes = 0;

  readonly #frames: number;
  /** Guest page number + 1 of each frame; 0 = free. */
  readonly #owner: Float64Array;
  /** The same bytes as words. */
  readonly #words: Uint32Array;
  readonly #tags: PageTags;
  readonly #fill: WideFill;
  readonly #flags: Uint8Array;
  readonly #protection: Uint8Array;
  /** Shadow of every byte of a frame whose plane is not filled with it yet; 0 = the plane says. */
  readonly #blank: Uint8Array;
  /** Frames of the pages that are not at home. */
  readonly #relocated = new Map<number, number>();
  /** Images that HELD frames are like: between two processes most pages are code, and need no comparing then. */
  readonly #held = new Map<number, PageImage[]>();
  /** Where the search for a free frame goes on, downwards. */
  #freeHint: number;
  readonly #runs = createRunList();
  #checkpointRuns: readonly PageRun[] = [];
  #images: PageImage[] = [];
  /** Frames that got SAVED since the last checkpoint: the first of a row, how many, and so on. */
  #savedFrames: number[] = [];
  /** Where fresh pages were made ready last, and how many. */
  #nextFresh = -1;
  #ahead = 0;
  #guards: Guards = { reads: new Set(), writes: new Set() };
  #isGuarded = false;

  constructor(foldBytes: number) {
    assert(foldBytes >= 2 ** 24 && (foldBytes & (foldBytes - 1)) === 0, "fold is a power of two of at least 16 MiB");
    this.layout = layoutFor(foldBytes);
    const wasmPages = Math.ceil(this.layout.totalBytes / 65536);
    this.wasm = new WebAssembly.Memory({ initial: wasmPages, maximum: wasmPages, shared: IS_SHARED });
    this.u8 = new Uint8Array(this.wasm.buffer);
    this.view = new DataView(this.wasm.buffer);
    this.#words = new Uint32Array(this.wasm.buffer);
    this.#frames = foldBytes / PAGE_BYTES;
    this.#owner = new Float64Array(this.#frames);
    this.#fill = createWideFill(this.wasm, this.u8);
    this.#flags = new Uint8Array(this.#frames);
    this.#protection = new Uint8Array(this.#frames);
    this.#blank = new Uint8Array(this.#frames);
    this.#freeHint = (this.#frames / 4) * 3;
    this.#tags = new PageTags(this.#words, this.layout);
  }

  // ---- frames and tags

  #home(page: number): number {
    return page & (this.#frames - 1);
  }

  /** Frame of a guest page, −1 when it is not mapped. */
  #frameOf(page: number): number {
    const home = this.#home(page);
    if (this.#owner[home] === page + 1 && page >= 0) return home;
    return this.#relocated.size === 0 ? -1 : (this.#relocated.get(page) ?? -1);
  }

  /** A free frame for `page`: its home when possible. The caller has made sure that one is left. */
  #takeFrame(page: number): number {
    let frame = this.#home(page);
    if (this.#owner[frame] !== 0) {
      frame = this.#freeHint;
      while (this.#owner[frame] !== 0) frame = frame === 0 ? this.#frames - 1 : frame - 1;
      this.#freeHint = frame;
      this.#relocated.set(page, frame);
    }
    this.#owner[frame] = page + 1;
    this.mappedBytes += PAGE_BYTES;
    return frame;
  }

  #releaseFrame(frame: number, page: number): void {
    this.#wipe(frame);
    if (this.#home(page) === frame) this.#tags.clear(frame);
    else this.#relocated.delete(page);
    this.#owner[frame] = 0;
    this.#flags[frame] = 0;
    this.mappedBytes -= PAGE_BYTES;
  }

  /** Zeroes the planes of a frame where they are not. */
  #wipe(frame: number): void {
    const { shadow, definedness } = this.layout;
    const at = frame * PAGE_BYTES;
    const flags = this.#flags[frame]!;
    this.#blank[frame] = 0;
    if (flags & TOUCHED) this.#fill(0, at, at + PAGE_BYTES);
    if (flags & SHADOWED) {
      this.#fill(0, shadow + at, shadow + at + PAGE_BYTES);
      this.#fill(0, definedness + at, definedness + at + PAGE_BYTES);
    }
    if (flags & CODE) this.codeGeneration++;
    this.#flags[frame] = flags & SAVED;
  }

  /** Brings the tags of a frame in line with its protection and flags. */
  #updateTags(frame: number, page: number): void {
    this.#flags[frame] = this.#flags[frame]! & ~UNTAGGED;
    if (this.#home(page) !== frame) return;
    const none = this.#tags.none(frame);
    const protection = this.#protection[frame]!;
    const careless = (this.#flags[frame]! & (TOUCHED | SAVED | CODE)) === (TOUCHED | SAVED);
    const tag = page * PAGE_BYTES;
    const isBlank = this.#blank[frame] !== 0;
    const isReadGuarded = this.#isGuarded && this.#guards.reads.has(page);
    const isWriteGuarded = this.#isGuarded && this.#guards.writes.has(page);
    const mayRead = !isBlank && isReadable(protection) && !isReadGuarded;
    // What is read and written at once is only asked for its write tag, so whoever watches reads watches both.
    const mayWrite = !isBlank && protection & PROT.write && careless && !isWriteGuarded && !isReadGuarded;
    const shadow = this.#flags[frame]! & SHADOWED ? "shadowed" : "clean";
    this.#tags.set(frame, mayRead ? tag : none, mayWrite ? tag : none, shadow);
  }

  guard(pages: Guards): void {
    const old = this.#guards;
    this.#guards = pages;
    this.#isGuarded = pages.reads.size + pages.writes.size > 0;
    for (const page of new Set([...old.reads, ...old.writes, ...pages.reads, ...pages.writes])) {
      const frame = this.#frameOf(page);
      if (frame >= 0) this.#updateTags(frame, page);
    }
  }

  // ---- mappings

  map(start: number, sizeBytes: number, protection: Protection): boolean {
    const first = start / PAGE_BYTES;
    const last = first + sizeBytes / PAGE_BYTES;
    if (this.#isFree(first, last)) return this.#mapFree(start, sizeBytes, protection);
    let fresh = 0;
    for (let page = first; page < last; page++) if (this.#frameOf(page) < 0) fresh++;
    if (this.mappedBytes / PAGE_BYTES + fresh > this.#frames) return false;
    for (let page = first; page < last; page++) {
      let frame = this.#frameOf(page);
      if (frame >= 0) {
        this.#saveImage(frame, page);
        this.#wipe(frame);
      } else {
        frame = this.#takeFrame(page);
        this.#flags[frame] = SAVED;
        this.#noteSaved(frame);
      }
      this.#protection[frame] = protection;
      this.#updateTags(frame, page);
    }
    this.#runs.replace(start, start + sizeBytes, protection);
    return true;
  }

  /** No page of a range is mapped, and all can have their homes, which follow each other. */
  #isFree(first: number, last: number): boolean {
    const home = this.#home(first);
    const end = home + last - first;
    if (this.#relocated.size > 0 || end > this.#frames) return false;
    const owner = this.#owner;
    for (let frame = home; frame < end; frame++) if (owner[frame] !== 0) return false;
    return true;
  }

  /** Maps a range that is free: without a look at each page, since a stack of 8 MiB belongs to the start of every program. */
  #mapFree(start: number, sizeBytes: number, protection: Protection): boolean {
    const first = start / PAGE_BYTES;
    const count = sizeBytes / PAGE_BYTES;
    if (this.mappedBytes / PAGE_BYTES + count > this.#frames) return false;
    const home = this.#home(first);
    const owner = this.#owner;
    for (let k = 0; k < count; k++) owner[home + k] = first + k + 1;
    const isReady = count <= READY_PAGES && (protection & PROT.write) !== 0;
    this.#flags.fill(isReady ? SAVED | TOUCHED : SAVED | UNTAGGED, home, home + count);
    this.#protection.fill(protection, home, home + count);
    // Who maps for ever without a checkpoint: more rows than frames say no more than all frames.
    if (this.#savedFrames.push(home, count) > this.#frames) this.#savedFrames = [0, this.#frames];
    this.mappedBytes += sizeBytes;
    this.#runs.replace(start, start + sizeBytes, protection);
    if (isReady) for (let k = 0; k < count; k++) this.#updateTags(home + k, first + k);
    return true;
  }

  unmap(start: number, sizeBytes: number): void {
    const end = start + sizeBytes;
    const runs = this.#runs.now;
    for (let k = firstAfter(runs, start); k < runs.length && runs[k]!.start < end; k++) {
      const run = runs[k]!;
      const from = Math.max(run.start, start) / PAGE_BYTES;
      const to = Math.min(run.start + run.sizeBytes, end) / PAGE_BYTES;
      if (!this.#unmapFresh(from, to)) this.#unmapPages(from, to);
    }
    this.#runs.replace(start, end, undefined);
  }

  /** Unmaps saved pages at home at one go, all written or none, without shadow and code. @returns false for others */
  #unmapFresh(first: number, last: number): boolean {
    const home = this.#home(first);
    const end = home + last - first;
    if (home === 0 || end >= this.#frames) return false;
    let all = SAVED | TOUCHED | UNTAGGED;
    let any = 0;
    for (let frame = home; frame < end; frame++) {
      if (this.#owner[frame] !== first + frame - home + 1 || this.#blank[frame] !== 0) return false;
      all &= this.#flags[frame]!;
      any |= this.#flags[frame]!;
    }
    if (((any ^ all) & ~UNTAGGED) !== 0 || (all & SAVED) === 0) return false;
    if (all & TOUCHED) this.#fill(0, home * PAGE_BYTES, end * PAGE_BYTES);
    if ((all & UNTAGGED) === 0) this.#tags.clearRow(home, end);
    this.#owner.fill(0, home, end);
    this.#flags.fill(0, home, end);
    this.mappedBytes -= (end - home) * PAGE_BYTES;
    return true;
  }

  /** Unmaps pages that are all mapped. Written ones whose frames follow each other are wiped at one go. */
  #unmapPages(from: number, to: number): void {
    let firstWritten = 0;
    let written = 0;
    for (let page = from; page < to; page++) {
      const frame = this.#frameOf(page);
      this.#saveImage(frame, page);
      if (this.#flags[frame]! & TOUCHED) {
        if (firstWritten + written !== frame) {
          this.#fill(0, firstWritten * PAGE_BYTES, (firstWritten + written) * PAGE_BYTES);
          firstWritten = frame;
          written = 0;
        }
        written++;
        this.#flags[frame] = this.#flags[frame]! & ~TOUCHED;
      }
      this.#releaseFrame(frame, page);
    }
    this.#fill(0, firstWritten * PAGE_BYTES, (firstWritten + written) * PAGE_BYTES);
  }

  protect(start: number, sizeBytes: number, protection: Protection): boolean {
    const end = start + sizeBytes;
    if (!coversRange(this.#runs.now, start, end)) return false;
    for (let page = start / PAGE_BYTES; page < end / PAGE_BYTES; page++) this.#setProtection(page, protection);
    this.#runs.replace(start, end, protection);
    return true;
  }

  #setProtection(page: number, protection: Protection): void {
    const frame = this.#frameOf(page);
    const flags = this.#flags[frame]!;
    if (flags & CODE) this.codeGeneration++;
    this.#protection[frame] = protection;
    this.#flags[frame] = flags & ~HELD;
    if ((flags & UNTAGGED) === 0) this.#updateTags(frame, page);
  }

  protectionAt(address: number): Protection | undefined {
    const frame = this.#frameOf(Math.floor(address / PAGE_BYTES));
    return frame < 0 ? undefined : this.#protection[frame];
  }

  runs(): PageRun[] {
    return [...this.#runs.now];
  }

  // ---- accesses of the guest

  /** Frame of the page of `address` after checking that the access is allowed. @throws {GuestFault} */
  #frameFor(address: number, sizeBytes: number, access: "read" | "write" | "execute"): number {
    const frame = this.#frameOf(Math.floor(address / PAGE_BYTES));
    if (frame < 0) throw new GuestFault(address, sizeBytes, access, "unmapped");
    const protection = this.#protection[frame]!;
    const allowed =
      access === "read" ? isReadable(protection) : (protection & (access === "write" ? PROT.write : PROT.exec)) !== 0;
    if (!allowed) throw new GuestFault(address, sizeBytes, access, "protected");
    if (this.#flags[frame]! & UNTAGGED) this.#tagFrom(frame);
    return frame;
  }

  /** Somebody accesses a page for the first time, and those behind it probably next. */
  #tagFrom(first: number): void {
    const end = Math.min(first + TAGGED_BEHIND + 1, this.#frames);
    for (let frame = first; frame < end && this.#flags[frame]! & UNTAGGED; frame++)
      this.#updateTags(frame, this.#owner[frame]! - 1);
  }

  /** @throws {GuestFault} at the first byte of the range that the access may not touch. */
  #check(address: number, sizeBytes: number, access: "read" | "write"): void {
    const end = address + sizeBytes;
    for (let at = address; at < end; at = (Math.floor(at / PAGE_BYTES) + 1) * PAGE_BYTES) {
      this.#frameFor(at, end - at, access);
    }
  }

  /** What must happen before the contents of a page change. */
  #prepareWrite(frame: number): void {
    const flags = this.#flags[frame]!;
    if (flags & CODE) this.codeGeneration++;
    this.#flags[frame] = flags & ~HELD;
    if ((flags & (TOUCHED | SAVED)) === (TOUCHED | SAVED)) return;
    const page = this.#owner[frame]! - 1;
    this.#saveImage(frame, page);
    this.#flags[frame] = this.#flags[frame]! | TOUCHED;
    if (this.#blank[frame] !== 0) this.#fillBlank(frame);
    this.#updateTags(frame, page);
    if ((flags & TOUCHED) === 0) this.#touchBehind(frame, page);
  }

  /** Fresh pages are mostly written one after the other: those behind a fresh one are ready for plain stores too. */
  #touchBehind(frame: number, page: number): void {
    this.#ahead = frame === this.#nextFresh ? Math.min(2 * this.#ahead, MOST_TOUCHED_BEHIND) : TOUCHED_BEHIND;
    const end = Math.min(frame + 1 + this.#ahead, this.#frames);
    for (let next = frame + 1; next < end; next++) {
      const isFresh = (this.#flags[next]! & (TOUCHED | CODE)) === 0;
      if (this.#owner[next] !== page + 1 + next - frame || !isFresh || (this.#protection[next]! & PROT.write) === 0)
        return;
      this.#saveImage(next, page + next - frame);
      this.#flags[next] = this.#flags[next]! | TOUCHED;
      this.#updateTags(next, page + next - frame);
      this.#nextFresh = next + 1;
    }
  }

  load(address: number, sizeBytes: number): bigint {
    const inPage = address & (PAGE_BYTES - 1);
    if (inPage + sizeBytes <= PAGE_BYTES) {
      const frame = this.#frameFor(address, sizeBytes, "read");
      if (this.#blank[frame] !== 0) this.#fillBlank(frame);
      return readWord(this.view, frame * PAGE_BYTES + inPage, sizeBytes);
    }
    return wordOf(this.loadBytes(address, sizeBytes));
  }

  store(address: number, sizeBytes: number, value: bigint): void {
    const inPage = address & (PAGE_BYTES - 1);
    if (inPage + sizeBytes <= PAGE_BYTES) {
      const frame = this.#frameFor(address, sizeBytes, "write");
      this.#prepareWrite(frame);
      writeWord(this.view, frame * PAGE_BYTES + inPage, sizeBytes, value);
      return;
    }
    this.storeBytes(address, bytesOf(value, sizeBytes));
  }

  loadBytes(address: number, sizeBytes: number): Uint8Array {
    this.#check(address, sizeBytes, "read");
    return this.peek(address, sizeBytes);
  }

  storeBytes(address: number, bytes: Uint8Array): void {
    this.#check(address, bytes.length, "write");
    this.poke(address, bytes);
  }

  checkWrite(address: number, sizeBytes: number): void {
    this.#check(address, sizeBytes, "write");
  }

  fetch(address: number, sizeBytes: number): Uint8Array {
    const inPage = address & (PAGE_BYTES - 1);
    const frame = this.#frameFor(address, sizeBytes, "execute");
    const first = this.u8.slice(
      frame * PAGE_BYTES + inPage,
      frame * PAGE_BYTES + Math.min(PAGE_BYTES, inPage + sizeBytes),
    );
    if (first.length === sizeBytes) return first;
    const next = address - inPage + PAGE_BYTES;
    if (((this.protectionAt(next) ?? 0) & PROT.exec) === 0) return first;
    const bytes = new Uint8Array(sizeBytes);
    bytes.set(first);
    bytes.set(this.fetch(next, sizeBytes - first.length), first.length);
    return bytes;
  }

  // ---- accesses of debugger and kernel

  peek(address: number, sizeBytes: number): Uint8Array {
    return this.#copyPlane(0, address, sizeBytes);
  }

  shadowOf(address: number, sizeBytes: number): Uint8Array {
    const bytes = this.#copyPlane(this.layout.shadow, address, sizeBytes);
    this.#eachMapped(address, sizeBytes, (frame, _inPage, partBytes, done) => {
      const value = this.#blank[frame]!;
      if (value !== 0) bytes.fill(value, done, done + partBytes);
    });
    return bytes;
  }

  shadowBits(address: number, sizeBytes: number): number {
    const inPage = address & (PAGE_BYTES - 1);
    if (inPage + sizeBytes > PAGE_BYTES) {
      let bits = 0;
      this.#eachMapped(address, sizeBytes, (frame, from, partBytes) => {
        bits |= this.#shadowBitsOf(frame, from, partBytes);
      });
      return bits;
    }
    const frame = this.#frameOf(Math.floor(address / PAGE_BYTES));
    return frame < 0 ? 0 : this.#shadowBitsOf(frame, inPage, sizeBytes);
  }

  #shadowBitsOf(frame: number, inPage: number, sizeBytes: number): number {
    if (this.#blank[frame] !== 0) return this.#blank[frame]!;
    if ((this.#flags[frame]! & SHADOWED) === 0) return 0;
    return orOfBytes(this.u8, this.#words, this.layout.shadow + frame * PAGE_BYTES + inPage, sizeBytes);
  }

  definednessOf(address: number, sizeBytes: number): Uint8Array {
    return this.#copyPlane(this.layout.definedness, address, sizeBytes);
  }

  #copyPlane(plane: number, address: number, sizeBytes: number): Uint8Array {
    const start = address & (PAGE_BYTES - 1);
    if (sizeBytes > 0 && start + sizeBytes <= PAGE_BYTES) {
      const frame = this.#frameOf(Math.floor(address / PAGE_BYTES));
      if (frame < 0) return new Uint8Array(0);
      const at = plane + frame * PAGE_BYTES + start;
      return copiedBytes(this.u8, at, sizeBytes);
    }
    const parts: Uint8Array[] = [];
    const length = this.#eachMapped(address, sizeBytes, (frame, inPage, partBytes) => {
      const at = plane + frame * PAGE_BYTES + inPage;
      parts.push(this.u8.subarray(at, at + partBytes));
    });
    const bytes = new Uint8Array(length);
    let done = 0;
    for (const part of parts) {
      bytes.set(part, done);
      done += part.length;
    }
    return bytes;
  }

  /** Visits the mapped start of a range page by page. @returns how many bytes that is. */
  #eachMapped(
    address: number,
    sizeBytes: number,
    visit: (frame: number, inPage: number, partBytes: number, done: number) => void,
  ): number {
    let done = 0;
    while (done < sizeBytes) {
      const at = address + done;
      const frame = this.#frameOf(Math.floor(at / PAGE_BYTES));
      if (frame < 0) break;
      const inPage = at & (PAGE_BYTES - 1);
      const partBytes = Math.min(PAGE_BYTES - inPage, sizeBytes - done);
      visit(frame, inPage, partBytes, done);
      done += partBytes;
    }
    return done;
  }

  poke(address: number, bytes: Uint8Array): number {
    return this.#eachMapped(address, bytes.length, (frame, inPage, partBytes, done) => {
      this.#prepareWrite(frame);
      putBytes(this.u8, frame * PAGE_BYTES + inPage, bytes, done, partBytes);
    });
  }

  setShadow(address: number, sizeBytes: number, shadow: number): void {
    const head = Math.min(sizeBytes, Math.ceil(address / PAGE_BYTES) * PAGE_BYTES - address);
    const extent = sizeBytes < PAGE_BYTES ? "bytes" : "pages";
    if (this.#setShadowByPage(address, head, shadow, extent) < head) return;
    const done = head + this.#setShadowOfUntagged(address + head, sizeBytes - head, shadow);
    this.#setShadowByPage(address + done, sizeBytes - done, shadow, extent);
  }

  /** Gives whole pages at the start of a range their shadow that nobody has used yet. @returns how many bytes that is */
  #setShadowOfUntagged(address: number, sizeBytes: number, shadow: number): number {
    const first = address / PAGE_BYTES;
    const home = this.#home(first);
    const count = Math.min(Math.floor(sizeBytes / PAGE_BYTES), this.#frames - home);
    const owner = this.#owner;
    const flags = this.#flags;
    let k = 0;
    while (k < count && owner[home + k] === first + k + 1 && flags[home + k] === (SAVED | UNTAGGED)) k++;
    this.#blank.fill(shadow, home, home + k);
    return k * PAGE_BYTES;
  }

  /** @returns how many bytes from the start of the range are mapped */
  #setShadowByPage(address: number, sizeBytes: number, shadow: number, extent: "bytes" | "pages"): number {
    return this.#eachMapped(address, sizeBytes, (frame, inPage, partBytes) => {
      const blank = this.#blank[frame]!;
      const isClean = (this.#flags[frame]! & (TOUCHED | SHADOWED)) === 0;
      if (blank === shadow && isClean) return;
      if (partBytes === PAGE_BYTES && isClean) {
        this.#saveImage(frame, this.#owner[frame]! - 1);
        this.#blank[frame] = shadow;
        this.#flags[frame] = this.#flags[frame]! & ~HELD;
        this.#updateTags(frame, this.#owner[frame]! - 1);
        return;
      }
      if (shadow === 0 && blank === 0 && (this.#flags[frame]! & SHADOWED) === 0) return;
      // Translated code may then write the shadow of this page itself: the stack's below what was ever stored.
      if (extent === "bytes") this.#flags[frame] = this.#flags[frame]! | TOUCHED;
      this.#prepareShadow(frame);
      const at = this.layout.shadow + frame * PAGE_BYTES + inPage;
      this.#fill(shadow, at, at + partBytes);
    });
  }

  setDefinedness(address: number, undefinedBits: Uint8Array): void {
    this.#eachMapped(address, undefinedBits.length, (frame, inPage, partBytes, done) => {
      this.#prepareShadow(frame);
      const at = this.layout.definedness + frame * PAGE_BYTES + inPage;
      this.u8.set(undefinedBits.subarray(done, done + partBytes), at);
    });
  }

  #prepareShadow(frame: number): void {
    const page = this.#owner[frame]! - 1;
    this.#saveImage(frame, page);
    this.#flags[frame] = (this.#flags[frame]! | SHADOWED) & ~HELD;
    if (this.#blank[frame] !== 0) this.#fillBlank(frame);
    this.#updateTags(frame, page);
  }

  /** From here on the plane says what the shadow is. */
  #fillBlank(frame: number): void {
    const page = this.#owner[frame]! - 1;
    this.#saveImage(frame, page);
    const at = this.layout.shadow + frame * PAGE_BYTES;
    this.#fill(this.#blank[frame]!, at, at + PAGE_BYTES);
    this.#blank[frame] = 0;
    this.#flags[frame] = (this.#flags[frame]! | SHADOWED) & ~HELD;
    this.#updateTags(frame, page);
  }

  // ---- code

  noteCodePage(address: number): void {
    const page = Math.floor(address / PAGE_BYTES);
    const frame = this.#frameOf(page);
    if (frame < 0 || this.#flags[frame]! & CODE) return;
    this.#flags[frame] = this.#flags[frame]! | CODE;
    this.#updateTags(frame, page);
  }

  // ---- history

  #saveImage(frame: number, page: number): void {
    const flags = this.#flags[frame]!;
    if (flags & SAVED) return;
    this.#images.push(freshImage(page, this.u8, this.#planesOf(frame), PAGE_BYTES));
    this.#flags[frame] = flags | SAVED;
    this.#noteSaved(frame);
  }

  #planesOf(frame: number): Planes {
    const { shadow, definedness } = this.layout;
    const at = frame * PAGE_BYTES;
    const flags = this.#flags[frame]!;
    const shadowed = (flags & SHADOWED) !== 0;
    return {
      blank: this.#blank[frame]!,
      guest: flags & TOUCHED ? at : -1,
      shadow: shadowed ? shadow + at : -1,
      definedness: shadowed ? definedness + at : -1,
    };
  }

  #noteSaved(frame: number): void {
    const rows = this.#savedFrames;
    const last = rows.length - 2;
    if (last >= 0 && rows[last]! + rows[last + 1]! === frame) rows[last + 1]!++;
    else rows.push(frame, 1);
  }

  checkpoint(): MemoryDelta {
    const images = this.#images;
    let sizeBytes = 64;
    for (const image of images) sizeBytes += imageBytes(image);
    const interval: Interval = { sizeBytes, runs: this.#checkpointRuns, images };
    this.#beginInterval();
    return interval;
  }

  #beginInterval(): void {
    const rows = this.#savedFrames;
    this.#images = [];
    this.#savedFrames = [];
    this.#checkpointRuns = this.#runs.give();
    const flags = this.#flags;
    for (let at = 0; at < rows.length; at += 2) {
      const end = rows[at]! + rows[at + 1]!;
      for (let frame = rows[at]!; frame < end; frame++) {
        const before = flags[frame]!;
        flags[frame] = before & ~SAVED;
        if ((before & UNTAGGED) === 0 && this.#owner[frame] !== 0) this.#updateTags(frame, this.#owner[frame]! - 1);
      }
    }
  }

  rollback(): void {
    this.#apply(this.#checkpointRuns, this.#images);
  }

  revert(delta: MemoryDelta): void {
    const { runs, images } = delta as Interval;
    if (this.#images.length > 0 || this.#runs.now !== this.#checkpointRuns) this.rollback();
    this.#apply(runs, images);
  }

  #apply(runs: readonly PageRun[], images: readonly PageImage[]): void {
    if (runs !== this.#runs.now) this.#restoreMappings(runs);
    for (const image of images) this.#restoreImage(image);
    this.codeGeneration++;
    this.#beginInterval();
  }

  #restoreMappings(runs: readonly PageRun[]): void {
    for (const { start, sizeBytes } of this.#runs.now) {
      for (let page = start / PAGE_BYTES; page < (start + sizeBytes) / PAGE_BYTES; page++) {
        if (findRun(runs, page * PAGE_BYTES) === undefined) this.#releaseFrame(this.#frameOf(page), page);
      }
    }
    for (const { start, sizeBytes, protection } of runs) {
      for (let page = start / PAGE_BYTES; page < (start + sizeBytes) / PAGE_BYTES; page++) {
        const frame = this.#frameOf(page);
        this.#protection[frame < 0 ? this.#takeFrame(page) : frame] = protection;
        this.#updateTags(this.#frameOf(page), page);
      }
    }
    this.#runs.take(runs);
  }

  #restoreImage(image: PageImage): void {
    const frame = this.#frameOf(image.page);
    this.#flags[frame] = this.#flags[frame]! & ~SAVED;
    this.#fillFrame(frame, image);
  }

  /** Puts an image where a page lies. Whether the page's own image is kept stays as it is. */
  #fillFrame(frame: number, image: PageImage): void {
    const { shadow, definedness } = this.layout;
    const at = frame * PAGE_BYTES;
    this.#wipe(frame);
    if (image.guest !== undefined) this.u8.set(image.guest, at);
    if (image.shadow !== undefined) this.u8.set(image.shadow, shadow + at);
    if (image.definedness !== undefined) this.u8.set(image.definedness, definedness + at);
    this.#blank[frame] = image.blank;
    const holds = (image.guest ? TOUCHED : 0) | (image.shadow || image.definedness ? SHADOWED : 0);
    this.#flags[frame] = (this.#flags[frame]! & SAVED) | holds;
    this.#updateTags(frame, image.page);
  }

  // ---- other processes

  captureSpace(known: SpaceImage | undefined): SpaceImage {
    const before = (known as Space | undefined)?.pages;
    const pages = new Map<number, PageImage>();
    const blanks: BlankRun[] = [];
    let sizeBytes = 0;
    this.#eachMappedPage((frame, page) => {
      if ((this.#flags[frame]! & (TOUCHED | SHADOWED)) === 0) {
        if (this.#blank[frame] !== 0) addBlank(blanks, page, this.#blank[frame]!);
        return;
      }
      const old = before?.get(page);
      const isSame = old !== undefined && this.#isLike(frame, old);
      const image = isSame ? old : freshImage(page, this.u8, this.#planesOf(frame), PAGE_BYTES);
      if (!isSame) sizeBytes += imageBytes(image);
      pages.set(page, image);
      this.#hold(frame, image);
    });
    const space: Space = { sizeBytes, runs: this.#runs.give(), pages, blanks };
    return space;
  }

  #eachMappedPage(visit: (frame: number, page: number) => void): void {
    for (const { start, sizeBytes } of this.#runs.now) {
      const end = (start + sizeBytes) / PAGE_BYTES;
      for (let page = start / PAGE_BYTES; page < end; page++) visit(this.#frameOf(page), page);
    }
  }

  loadSpace(space: SpaceImage): void {
    const { runs, pages, blanks } = space as Space;
    if (runs !== this.#runs.now) this.#mapLike(runs);
    const blankAt = blankReader(blanks);
    this.#eachMappedPage((frame, page) => {
      const blank = blankAt(page);
      const isClean = (this.#flags[frame]! & (TOUCHED | SHADOWED)) === 0 && this.#blank[frame] === blank;
      if (!isClean && !pages.has(page)) this.#replacePage(frame, emptyImage(page, blank));
    });
    for (const image of pages.values()) this.#replacePage(this.#frameOf(image.page), image);
  }

  exchange(act: () => void): void {
    const code: { readonly page: number; readonly bytes: Uint8Array; readonly protection: Protection }[] = [];
    this.#eachMappedPage((frame, page) => {
      if ((this.#flags[frame]! & CODE) === 0) return;
      code.push({ page, bytes: this.peek(page * PAGE_BYTES, PAGE_BYTES), protection: this.#protection[frame]! });
    });
    const { codeGeneration } = this;
    act();
    const isAsBefore = code.every(({ page, bytes, protection }) => {
      const frame = this.#frameOf(page);
      if (frame < 0 || this.#protection[frame] !== protection) return false;
      return sameBytes(codeImage(page, bytes), this.#words, codePlanes(frame * PAGE_BYTES), PAGE_BYTES);
    });
    if (!isAsBefore) return;
    for (const { page } of code) this.noteCodePage(page * PAGE_BYTES);
    this.codeGeneration = codeGeneration;
  }

  /** Maps, unmaps and protects until `runs` is what is mapped. */
  #mapLike(runs: readonly PageRun[]): void {
    for (const { start, sizeBytes } of [...this.#runs.now])
      for (const [from, to] of gapsOf(runs, start, start + sizeBytes)) this.unmap(from, to - from);
    for (const { start, sizeBytes, protection } of runs) {
      for (const [from, to] of gapsOf(this.#runs.now, start, start + sizeBytes)) this.map(from, to - from, protection);
      this.protect(start, sizeBytes, protection);
    }
    this.#runs.take(runs);
  }

  #replacePage(frame: number, image: PageImage): void {
    if (!this.#isLike(frame, image)) {
      this.#saveImage(frame, image.page);
      this.#fillFrame(frame, image);
    }
    this.#hold(frame, image);
  }

  #isLike(frame: number, image: PageImage): boolean {
    if (this.#flags[frame]! & HELD && this.#held.get(frame)!.includes(image)) return true;
    return sameBytes(image, this.#words, this.#planesOf(frame), PAGE_BYTES);
  }

  #hold(frame: number, image: PageImage): void {
    if (this.#protection[frame]! & PROT.write) return;
    const images = this.#flags[frame]! & HELD ? this.#held.get(frame)! : [];
    if (!images.includes(image)) this.#held.set(frame, [image, ...images.slice(0, HELD_IMAGES - 1)]);
    this.#flags[frame] = this.#flags[frame]! | HELD;
  }
}

/** An empty guest memory with a fold of `foldBytes` (a power of two, at least 16 MiB). @throws {RangeError} when the host refuses that much. */
export function createMemory(foldBytes: number): Memory {
  return new FoldedMemory(foldBytes);
}
