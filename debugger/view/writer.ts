// What going back has found, in words, for the console: who last wrote some bytes, when, what was there and what is there
// now; and which instructions lost the last pointers to leaked blocks.

import type { Finding, HeapBlock, Leak } from "../check/finding.ts";
import { leakText, lostMappingText, whatPointsTo } from "../check/leaks.ts";
import { type Loss, UNREACHABLE } from "../machine/lost.ts";
import type { Machine } from "../machine/machine.ts";
import type { Write } from "../machine/who.ts";
import { byteCount, hexText, integerText, valueOfBytes } from "./format.ts";
import { bytesIn, countText } from "./heap.ts";
import { instructionText } from "./instruction-text.ts";
import { labelText } from "./labels.ts";
import { lineText } from "./lines.ts";
import { describe } from "./pointee.ts";
import type { Scene } from "./scene.ts";

const SHOWN_BYTES = 32;

/** "48 65 6c …" */
function bytesText(bytes: Uint8Array): string {
  const shown = [...bytes.subarray(0, SHOWN_BYTES)].map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
  return bytes.length > SHOWN_BYTES ? `${shown} …` : shown;
}

const valueText = (bytes: Uint8Array): string =>
  [1, 2, 4, 8].includes(bytes.length) ? integerText(valueOfBytes(bytes), bytes.length * 8) : bytesText(bytes);

/** Two lines about the last write to [address, address + sizeBytes). `scene` is that of now. */
export function writerText(scene: Scene, address: number, sizeBytes: number, write: Write | undefined): string {
  const { machine } = scene;
  const place = describe(scene, BigInt(address));
  const what = `${byteCount(sizeBytes)} at ${hexText(address)}${place === "" ? "" : ` (${place})`}`;
  if (!write && machine.memory.peek(address, 1).length === 0) return `${hexText(address)} is not mapped.`;
  if (!write) return `${what}: not written since the program was loaded.`;
  const { by, pc, time, before } = write;
  const at = lineText(machine.image, pc);
  const where = at === hexText(pc) ? (labelText(machine.image, pc) ?? at) : at;
  const was = before.length < sizeBytes ? "not mapped" : valueText(before);
  const now = valueText(machine.memory.peek(address, sizeBytes));
  const instruction = instructionText(machine, pc).text;
  return [
    by === "debugger"
      ? `${what}: changed in the debugger, before ${where}, ${instruction}, at time ${time} of ${machine.time}.`
      : `${what}: last written by ${where}, ${instruction}, at time ${time} of ${machine.time}.`,
    `before: ${was}; now: ${now}. "goto ${time}" goes there.`,
  ].join("\n");
}

/** Leaks so far, and for those that nothing reaches the instruction after which it was so. */
export function leaksText(scene: Scene, leaks: readonly Leak[], losses: ReadonlyMap<number, Loss>): string {
  const { machine } = scene;
  const blocksOf = (all: readonly Leak[]) => all.map(({ block }) => block);
  const lost = leaks.filter(({ kind }) => kind !== "leak-reachable");
  const kept = leaks.filter(({ kind }) => kind === "leak-reachable");
  const rows = lost.slice(0, SHOWN_LEAKS).map((leak) => {
    const loss = losses.get(leak.block.address);
    if (loss === undefined) return leakText(leak);
    const { pc, time } = loss;
    return `${leakText(leak)} The last pointer was lost by ${lineText(machine.image, pc)}, ${instructionText(machine, pc).text}, at time ${time}.`;
  });
  const mappings = scene.lostMappings();
  rows.push(
    ...mappings
      .slice(0, SHOWN_LEAKS)
      .map((one) => `${lostMappingText(one)} Made at ${lineText(machine.image, one.pc)}.`),
  );
  if (mappings.length > SHOWN_LEAKS) rows.push(`and ${mappings.length - SHOWN_LEAKS} more mappings`);
  if (lost.length === 0 && mappings.length === 0) rows.push("no leaks");
  if (lost.length > SHOWN_LEAKS)
    rows.push(`and ${lost.length - SHOWN_LEAKS} more, ${byteCount(bytesIn(blocksOf(lost)))} in all`);
  const unexplained = lost.find(({ kind, block }) => UNREACHABLE.has(kind) && !losses.has(block.address));
  if (unexplained) rows.push(`"why #${unexplained.block.id}" tells which instruction lost that block.`);
  if (kept.length > 0) rows.push(`${countText(blocksOf(kept))} not freed yet, still pointed to`);
  return rows.join("\n");
}
const SHOWN_LEAKS = 100;

/** What became of a heap block: where it came from, where it was freed, or where its last pointer was lost. */
export function blockText(scene: Scene, block: HeapBlock, loss: Loss | undefined): string {
  const { machine } = scene;
  const { id, sizeBytes, address, by, allocated, freed, state } = block;
  const place = ({ pc, time }: Loss): string => `${lineText(machine.image, pc)}, at time ${time}`;
  const head = `block #${id}, ${byteCount(sizeBytes)} at ${hexText(address)}: allocated by ${by}, ${place(allocated)}.`;
  if (state === "freed") return freed === undefined ? head : `${head}\nfreed by ${place(freed)}.`;
  const pointed = whatPointsTo[scene.leaked().get(address) ?? "leak-reachable"];
  if (loss === undefined) return `${head}\n${pointed[0]!.toUpperCase()}${pointed.slice(1)}.`;
  const { pc, time } = loss;
  const lost = `${lineText(machine.image, pc)}, ${instructionText(machine, pc).text}, at time ${time}`;
  return `${head}\nThe last pointer was lost by ${lost}. "goto ${time}" goes there.`;
}

/** One line a finding, in the order they were found. */
export function findingsText({ image }: Machine, findings: readonly Finding[]): string {
  if (findings.length === 0) return "nothing found so far";
  const row = ({ severity, kind, message, pc, time }: Finding): string =>
    `${severity} ${kind} at ${lineText(image, pc)}, time ${time}: ${message}`;
  return findings.map(row).join("\n");
}
