// The three pictures at one stop: memory map, stack with its frames, heap blocks. What changed is told by comparing with
// the pictures of the stop before, so nothing has to be recorded while the program runs.

import type { HeapBlock } from "../check/finding.ts";
import { hexText } from "./format.ts";
import { reachesArguments, slotRoles } from "./frame-slots.ts";
import { peekWord, registerAddress } from "./frames.ts";
import { stateOf } from "./heap.ts";
import { itemAt, lineText } from "./lines.ts";
import { permissionsText, purposeText, symbolsIn } from "./memory-map.ts";
import type { HeapPicture, HeapPictureBlock, MapPicture, Pictures, StackPicture, StackSlot } from "./models.ts";
import { describe } from "./pointee.ts";
import { readCell, type Scene } from "./scene.ts";

/** Words of the stack that are drawn at most. */
const MAX_SLOTS = 400;
const MAX_BLOCKS = 5000;
const MAX_SYMBOLS = 200;

/** All pictures; `before` are those of the previous stop. */
export function createPictures(scene: Scene, before: Pictures | undefined): Pictures {
  const { machine } = scene;
  return {
    time: machine.time,
    horizon: machine.horizon,
    bits: machine.image.bits,
    map: mapPicture(scene, before?.map),
    stack: stackPicture(scene, before?.stack),
    heap: heapPicture(scene, before?.heap),
  };
}

// ---- memory map -----------------------------------------------------------------------------------------------------

function mapPicture(scene: Scene, before: MapPicture | undefined): MapPicture {
  const { machine } = scene;
  const known = new Map(before?.regions.map((region) => [region.start, region]));
  const regions = scene.mappings.map((mapping) => {
    const start = hexText(mapping.start);
    const permissions = permissionsText(mapping.protection);
    const old = known.get(start);
    return {
      start,
      sizeBytes: mapping.sizeBytes,
      permissions,
      purpose: purposeText(mapping),
      name: mapping.name,
      symbols: symbolsIn(scene, mapping)
        .slice(0, MAX_SYMBOLS)
        .map((symbol) => symbol.name),
      changed: before !== undefined && (old?.sizeBytes !== mapping.sizeBytes || old.permissions !== permissions),
    };
  });
  const names = scene.wordBytes === 4 ? ["esp", "ebp", "eip"] : ["rsp", "rbp", "rip"];
  const markers = names
    .map((name) => ({ name, value: machine.state.read(name) ?? 0n }))
    .filter(({ value }) => value !== 0n)
    .map(({ name, value }) => ({ name, address: hexText(value) }));
  return { regions, markers: [...markers, { name: "brk", address: hexText(machine.programBreak.end) }] };
}

// ---- stack ----------------------------------------------------------------------------------------------------------

interface RawSlot {
  readonly address: number;
  readonly role: StackSlot["role"];
  readonly label: string;
  readonly frame: number;
}

function stackPicture(scene: Scene, before: StackPicture | undefined): StackPicture {
  const { machine } = scene;
  const raw: RawSlot[] = [];
  for (const frame of scene.frames) {
    if (raw.length >= MAX_SLOTS) break;
    const roles = slotRoles(scene, frame, MAX_SLOTS - raw.length);
    for (const { address, role, label } of roles) raw.push({ address, role, label, frame: frame.index });
  }
  const entry = scene.frames.at(-1)!;
  if (reachesArguments(scene, entry)) raw.push(...startSlots(scene, entry.index, MAX_SLOTS - raw.length));
  const values = new Map(before?.slots.map((slot) => [slot.address, slot.value]));
  const stackPointer = registerAddress(machine, "rsp");
  const framePointer = registerAddress(machine, "rbp");
  // Up to where the frames follow one another no more: what lies beyond is another stack.
  const own = scene.frames.findIndex((frame, k) => scene.frames[k + 1]?.low !== frame.high);
  const depthBytes = Math.max(0, scene.frames[own]!.high - stackPointer);
  return {
    slots: raw.map((slot) => stackSlot(scene, slot, { values, stackPointer, framePointer })),
    frames: scene.frames.slice(0, MAX_SLOTS).map((frame) => ({
      name: frame.name,
      start: hexText(frame.low),
      end: hexText(frame.high),
      line: itemAt(machine.image, frame.pc)?.lineNumber ?? 0,
    })),
    depthBytes,
    highWaterBytes: Math.max(before?.highWaterBytes ?? 0, depthBytes + usedBelow(scene, stackPointer)),
    alignment: stackPointer % 16,
  };
}

function stackSlot(
  scene: Scene,
  slot: RawSlot,
  registers: {
    readonly values: ReadonlyMap<string, string>;
    readonly stackPointer: number;
    readonly framePointer: number;
  },
): StackSlot {
  const cell = readCell(scene.machine, slot.address, scene.wordBytes);
  const address = hexText(slot.address);
  const value = hexText(cell.value);
  const old = registers.values.get(address);
  return {
    address,
    value,
    defined: cell.state === "defined",
    role: slot.role,
    label: slot.label,
    pointsTo: cell.state === "undefined" ? "" : describe(scene, cell.value),
    changed: registers.values.size > 0 && old !== value,
    frame: slot.frame,
    link: slot.role === "saved-frame-pointer" && cell.value !== 0n ? value : "",
    isStackPointer: slot.address === registers.stackPointer,
    isFramePointer: slot.address === registers.framePointer,
  };
}

/** argc, argv, the environment and where the auxiliary vector begins, from the initial stack pointer upwards. */
function startSlots(scene: Scene, frame: number, maxSlots: number): RawSlot[] {
  const word = scene.wordBytes;
  const slots: RawSlot[] = [];
  let address = scene.machine.stack.initialPointer;
  const add = (role: StackSlot["role"], label: string) => {
    slots.push({ address, role, label, frame });
    address += word;
  };
  const count = Number(peekWord(scene.machine, address) ?? 0n);
  add("argc", "argc");
  for (let k = 0; k < count && slots.length < maxSlots; k++) add("argv", `argv[${k}]`);
  add("argv", "end of argv");
  for (let k = 0; slots.length < maxSlots; k++) {
    if ((peekWord(scene.machine, address) ?? 0n) === 0n) break;
    add("environment", `environment[${k}]`);
  }
  add("environment", "end of environment");
  // Pairs that libc's start-up reads: of no use in a picture but for where they begin.
  add("auxiliary", "auxiliary vector begins (kernel to libc)");
  return slots.slice(0, Math.max(0, maxSlots));
}

/** How far below the stack pointer the stack has been written: up to the first 256 zero bytes. */
function usedBelow(scene: Scene, stackPointer: number): number {
  const window = 1 << 16;
  const from = Math.max(scene.machine.stack.low, stackPointer - window);
  if (!(from < stackPointer)) return 0;
  const bytes = scene.machine.memory.peek(from, stackPointer - from);
  let used = 0;
  for (let k = bytes.length - 1, zeros = 0; k >= 0 && zeros < 256; k--) {
    zeros = bytes[k] === 0 ? zeros + 1 : 0;
    if (zeros === 0) used = bytes.length - k;
  }
  return used;
}

// ---- heap -----------------------------------------------------------------------------------------------------------

function heapPicture(scene: Scene, before: HeapPicture | undefined): HeapPicture {
  const { machine } = scene;
  const known = new Map(before?.blocks.map((block) => [block.id, block]));
  const mapped = new Map(before?.mappings.map((mapping) => [mapping.start, mapping.sizeBytes]));
  const live = scene.blocks.filter((block) => block.state === "live");
  const { start, end } = machine.programBreak;
  return {
    blocks: scene.blocks.slice(0, MAX_BLOCKS).map((block) => {
      const picture = pictureBlock(scene, block);
      return { ...picture, changed: before !== undefined && known.get(block.id)?.state !== picture.state };
    }),
    brk: {
      start: hexText(start),
      end: hexText(end),
      sizeBytes: end - start,
      changedBytes: before ? end - Number(before.brk.end) : 0,
    },
    mappings: scene.mappings
      .filter((mapping) => mapping.purpose === "mmap" || mapping.purpose === "file" || mapping.purpose === "heap")
      .map((mapping) => ({
        start: hexText(mapping.start),
        sizeBytes: mapping.sizeBytes,
        permissions: permissionsText(mapping.protection),
        name: mapping.name || purposeText(mapping),
        changed: before !== undefined && mapped.get(hexText(mapping.start)) !== mapping.sizeBytes,
      })),
    totals: {
      allocations: machine.heapTotals.allocations,
      frees: machine.heapTotals.frees,
      liveBytes: live.reduce((sum, block) => sum + block.sizeBytes, 0),
      liveBlocks: live.length,
    },
  };
}

function pictureBlock(scene: Scene, block: HeapBlock): Omit<HeapPictureBlock, "changed"> {
  const { image, time } = scene.machine;
  return {
    id: block.id,
    address: hexText(block.address),
    sizeBytes: block.sizeBytes,
    state: stateOf(scene, block),
    by: block.by,
    allocatedAt: lineText(image, block.allocated.pc),
    freedAt: block.freed ? lineText(image, block.freed.pc) : "",
    ageInstructions: time - block.allocated.time,
  };
}
