// What a value points to, in words: "→ buffer+8 (.bss)", "→ heap block #3 +16 of 64 (freed)", "→ stack, 2nd slot of frame
// main". The answer is empty for values that point nowhere, so that plain numbers stay plain.

import type { HeapBlock } from "../check/finding.ts";
import { LOWEST_ADDRESS } from "../mem/layout.ts";
import type { Mapping } from "../os/events.ts";
import { byteCount, ordinal, stringText } from "./format.ts";
import { peekWord } from "./frames.ts";
import { labelAt, labelText, lastAtOrBelow, sectionAt, stubAt } from "./labels.ts";
import type { Scene } from "./scene.ts";

/** The mapping that holds `address`. */
export function mappingAt(scene: Scene, address: number): Mapping | undefined {
  const mapping = lastAtOrBelow(scene.mappings, address, (element) => element.start);
  return mapping && address < mapping.start + mapping.sizeBytes ? mapping : undefined;
}

/** The heap block that holds `address`; its end counts too, since a loop's last pointer stands there. */
export function blockAt(scene: Scene, address: number): HeapBlock | undefined {
  const block = lastAtOrBelow(scene.blocks, address, (element) => element.address);
  return block && address <= block.address + block.sizeBytes ? block : undefined;
}

/** "→ …", or empty. */
export function pointee(scene: Scene, value: bigint): string {
  const text = describe(scene, value);
  return text === "" ? "" : `→ ${text}`;
}

/** Text worth showing beside a pointer: at least this many printable bytes. */
const MIN_TEXT = 3;
const MAX_TEXT = 24;

/** `"hello\n"` when a value points to text outside the code; else empty. */
export function pointedText(scene: Scene, value: bigint): string {
  if (value < BigInt(LOWEST_ADDRESS) || value >= 1n << 47n) return "";
  const mapping = mappingAt(scene, Number(value));
  if (!mapping || mapping.purpose === "plt" || sectionAt(scene.machine.image, Number(value))?.exec) return "";
  const bytes = scene.machine.memory.peek(Number(value), MAX_TEXT + 1);
  const end = bytes.findIndex((byte) => byte !== 9 && byte !== 10 && (byte < 32 || byte >= 127));
  const length = end < 0 ? bytes.length : end;
  const isText = length >= MIN_TEXT && (end < 0 || bytes[end] === 0 || length >= MAX_TEXT);
  return isText ? stringText(bytes.subarray(0, length), MAX_TEXT) : "";
}

/** What stands at an address, without the arrow; empty when nothing known does. */
export function describe(scene: Scene, value: bigint): string {
  if (value < BigInt(LOWEST_ADDRESS) || value >= 1n << 47n) return "";
  const address = Number(value);
  const { image } = scene.machine;
  const stub = stubAt(image, address);
  if (stub) return `${stub} (libc)`;
  const block = blockAt(scene, address);
  if (block) return blockText(block, address);
  const label = labelAt(image, address);
  if (label?.section.exec) return `${labelText(image, address)} (${label.section.name})`;
  if (label) return `${label.name}${plus(address - label.start)} (${label.section.name})`;
  const section = sectionAt(image, address);
  if (section) return `${section.name}${plus(address - section.address)}`;
  const { start, end } = scene.machine.programBreak;
  if (address >= start && address < end) return `brk area${plus(address - start)} of ${byteCount(end - start)}`;
  if (address === end && end > start) return "end of the brk area";
  const { low, high } = scene.machine.stack;
  if (address >= low && address < high) return stackText(scene, address);
  const mapping = mappingAt(scene, address);
  return mapping ? `${mapping.name || mapping.purpose}${plus(address - mapping.start)}` : "";
}

function plus(offset: number): string {
  return offset === 0 ? "" : `+${offset}`;
}

function blockText(block: HeapBlock, address: number): string {
  const offset = address - block.address;
  const place = offset === block.sizeBytes ? " just past its end," : ` +${offset}`;
  const state = block.state === "freed" ? " (freed)" : "";
  return `heap block #${block.id}${place} of ${block.sizeBytes}${state}`;
}

function stackText(scene: Scene, address: number): string {
  const rsp = scene.frames[0]!.low;
  if (address < rsp) return `stack, ${byteCount(rsp - address)} below the stack pointer`;
  const frame = scene.frames.find((candidate) => address >= candidate.low && address < candidate.high);
  if (frame) {
    const slot = Math.floor((address - frame.low) / scene.wordBytes);
    const inside = (address - frame.low) % scene.wordBytes;
    return `stack, ${ordinal(slot + 1)} slot${inside === 0 ? "" : ` +${inside}`} of frame ${frame.name}`;
  }
  const entry = scene.machine.stack.initialPointer;
  if (address === entry) return "stack, argc";
  const argument = (address - entry) / scene.wordBytes - 1;
  const argc = Number(peekWord(scene.machine, entry) ?? 0n);
  if (Number.isInteger(argument) && argument >= 0 && argument < argc) return `stack, argv[${argument}]`;
  return address > entry ? "stack, arguments and environment" : "stack";
}
