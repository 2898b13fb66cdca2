// Buffers that libc is told the room of (fgets, fread, snprintf): so much must be the program's, whether it is written this
// time or not.

import { isLibcFunction, signatureOf } from "../../server/facts/libc.ts";
import { roomArguments } from "../../server/facts/libc-room.ts";
import type { MachineEvent } from "../os/events.ts";
import { blockHistory } from "./accesses.ts";
import { blockHolding } from "./blocks.ts";
import { bytesText, type Context, hex, othersText, report } from "./context.ts";
import { checkOutsideAccess } from "./frames.ts";
import { placeText } from "./program-map.ts";
import { variableLeft } from "./syscall-buffers.ts";

/** A size from here on is no room that anybody has: it is told as a size that cannot be meant, or met by what is written. */
const SIZE_LIMIT = 2n ** 31n;

/** As the kernel's buffers that the program counts. */
const COUNTED = { type: "out", size: "size" } as const;

export function checkRoom(
  context: Context,
  { name, args }: Extract<MachineEvent, { kind: "libc-enter" }>,
  pc: number,
  time: number,
): void {
  const rule = isLibcFunction(name) ? roomArguments[name] : undefined;
  if (rule?.by !== "libc" || !isLibcFunction(name)) return;
  const { parameters } = signatureOf(name);
  const factors = rule.factors.map((index) =>
    parameters[index]?.type === "int" ? BigInt.asIntN(32, args[index] ?? 0n) : (args[index] ?? 0n),
  );
  const size = factors.reduce((product, factor) => product * factor, 1n);
  if (size <= 0n || size >= SIZE_LIMIT) return;
  const address = Number(args[rule.buffer]);
  const sizeBytes = Number(size);
  const says = `${name} may write ${bytesText(sizeBytes)} at ${hex(address)}, but`;
  const one = { pc, time, address, sizeBytes };
  const block = blockHolding(context.owners.blocks, address);
  if (block !== undefined) {
    const room = block.address + block.sizeBytes - address;
    if (block.state === "freed" || sizeBytes <= room) return;
    report(context, {
      ...one,
      kind: "heap-overflow-write",
      message: `${says} ${room === block.sizeBytes ? `block #${block.id} has` : `from there on block #${block.id} has`} room for ${room}.`,
      details: [
        `The block was allocated by ${block.by} at ${placeText(context.program, block.allocated.pc)}.`,
        adviceText(name, room),
      ],
      // As what is written past it in the end: one finding.
      object: `block ${block.id}`,
      related: () => blockHistory(block),
    });
    return;
  }
  checkOutsideAccess(context, { ...one, access: "write", by: name, isLimit: true });
  const object = variableLeft(context, { argument: COUNTED, address, sizeBytes });
  if (object === undefined) return;
  const room = object.end - address;
  report(context, {
    ...one,
    kind: "global-overflow-write",
    message: `${says} \`${object.name}\` has room for ${room}: ${othersText(sizeBytes - room)} behind it.`,
    details: [adviceText(name, room)],
    object: object.name,
  });
}

const adviceText = (name: string, room: number): string =>
  `With ${name.includes("print") ? "a long enough text" : "long enough input"} it overwrites what follows: pass ${room} as the size, or make more room.`;
