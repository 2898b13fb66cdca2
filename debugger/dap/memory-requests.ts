// Requests about bytes: readMemory, writeMemory, disassemble.

import type { DebugProtocol } from "@vscode/debugprotocol";
import { PAGE_BYTES } from "../mem/layout.ts";
import { hexText } from "../view/format.ts";
import { instructionText } from "../view/instruction-text.ts";
import { labelAt, labelOn, lastAtOrBelow, stubAt } from "../view/labels.ts";
import { codeItemAt } from "../view/lines.ts";
import { addressFrom } from "./addresses.ts";
import { decodeBase64, encodeBase64 } from "./base64.ts";
import { instructionAt } from "./instructions.ts";
import { discarding } from "./recount.ts";
import { type Debuggee, RequestError, type Requests, type Session, standingDebuggee } from "./session-state.ts";
import { sourceOf } from "./source-names.ts";
import { changed } from "./value-requests.ts";

const MAX_READ_BYTES = 1 << 22;

function readMemory(session: Session, args: DebugProtocol.ReadMemoryArguments) {
  const debuggee = standingDebuggee(session);
  const { memory } = debuggee.machine;
  const address = Math.max(0, addressFrom(debuggee, args.memoryReference) + (args.offset ?? 0));
  const count = Math.min(args.count, MAX_READ_BYTES);
  const bytes = memory.peek(address, count);
  const unreadableBytes = bytes.length === count ? 0 : unmappedBytes(debuggee, address + bytes.length, address + count);
  return {
    address: hexText(address),
    ...(bytes.length === 0 ? {} : { data: encodeBase64(bytes) }),
    ...(unreadableBytes === 0 ? {} : { unreadableBytes }),
  };
}

/** Bytes from `from` that are not mapped, up to `to`. */
function unmappedBytes(debuggee: Debuggee, from: number, to: number): number {
  let at = from;
  while (at < to && debuggee.machine.memory.protectionAt(at) === undefined) at = at - (at % PAGE_BYTES) + PAGE_BYTES;
  return Math.min(at, to) - from;
}

function writeMemory(session: Session, args: DebugProtocol.WriteMemoryArguments) {
  const debuggee = standingDebuggee(session);
  const { machine } = debuggee;
  const address = addressFrom(debuggee, args.memoryReference) + (args.offset ?? 0);
  const bytes = decodeBase64(`${args.data}`);
  if (!bytes) throw new RequestError("The data is not base64.");
  if (machine.ended) throw new RequestError("The program has ended: step back first.");
  const mapped = machine.memory.peek(address, bytes.length).length;
  if (mapped < bytes.length && !args.allowPartial)
    throw new RequestError(`${hexText(address + mapped)} is not mapped.`);
  return discarding(session, () => {
    const discards = machine.time < machine.horizon;
    const bytesWritten = machine.writeMemory(address, bytes.subarray(0, mapped));
    changed(session, debuggee, { kind: "memory", address, sizeBytes: bytesWritten }, discards);
    return { bytesWritten };
  });
}

// ---- disassembly ----------------------------------------------------------------------------------------------------

const MAX_INSTRUCTIONS = 10_000;
/** How far away a listing may begin, in instructions: each has to be decoded. */
const MAX_OFFSET = 100_000;
/** How far back a run of instructions is looked for where no label and no source line tells where one begins. */
const BACK_BYTES = 64;

function disassemble(session: Session, args: DebugProtocol.DisassembleArguments) {
  const debuggee = standingDebuggee(session);
  const given = addressFrom(debuggee, args.memoryReference) + (args.offset ?? 0);
  // Inside an instruction of the source the listing begins with that instruction.
  const base = instructionAt(debuggee, given);
  const first = args.instructionOffset ?? 0;
  if (Math.abs(first) > MAX_OFFSET)
    throw new RequestError(`"instructionOffset" must lie within ${MAX_OFFSET} instructions, not at ${first}.`, "log");
  const count = Math.min(args.instructionCount, MAX_INSTRUCTIONS);
  const before = first < 0 ? instructionsBefore(debuggee, base, -first) : [];
  let address = first < 0 ? (before[0] ?? base) : skip(debuggee, base, first);
  const instructions: DebugProtocol.DisassembledInstruction[] = [];
  for (let missing = -first - before.length; missing > 0 && instructions.length < count; missing--) {
    instructions.push({
      address: hexText(Math.max(0, address - missing)),
      instruction: "??",
      presentationHint: "invalid",
    });
  }
  let line = "";
  while (instructions.length < count) {
    const { instruction, lengthBytes, place } = disassembled(debuggee, address);
    const key = place ? `${place.location.path ?? place.location.name}:${place.line}` : "";
    // Only the first instruction of a line names it: the view repeats lines otherwise.
    instructions.push(key === line ? instruction : { ...instruction, ...place });
    line = key;
    address += lengthBytes;
  }
  return { instructions };
}

function disassembled(debuggee: Debuggee, address: number) {
  const { machine, image, names } = debuggee;
  const decoded = machine.core.decodeAt(address);
  const lengthBytes = decoded?.lengthBytes ?? 1;
  const bytes = machine.memory.peek(address, lengthBytes);
  const item = codeItemAt(image, address);
  const location = item && sourceOf(names, item.file);
  const place = item && location ? { location, line: item.lineNumber } : undefined;
  const stub = stubAt(image, address);
  const symbol = labelOn(image, address) ?? (stub === undefined ? undefined : `${stub}@plt`);
  const instruction: DebugProtocol.DisassembledInstruction = {
    address: hexText(address),
    instruction: instructionText(machine, address).text,
    ...(bytes.length > 0
      ? { instructionBytes: [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join(" ") }
      : {}),
    ...(symbol === undefined ? {} : { symbol }),
    ...(decoded ? {} : { presentationHint: "invalid" as const }),
  };
  return { instruction, lengthBytes, place };
}

/** Skips `count` instructions forwards. */
function skip(debuggee: Debuggee, from: number, count: number): number {
  let address = from;
  for (let k = 0; k < count; k++) address += debuggee.machine.core.decodeAt(address)?.lengthBytes ?? 1;
  return address;
}

/** Addresses of up to `count` instructions that end exactly at `address`, ascending. */
function instructionsBefore(debuggee: Debuggee, address: number, count: number): readonly number[] {
  let known: readonly number[] = [];
  for (let start = anchorBefore(debuggee, address); start !== undefined; start = anchorBefore(debuggee, start)) {
    known = [...walk(debuggee, start, known[0] ?? address), ...known];
    if (known.length >= count || known.length >= MAX_INSTRUCTIONS) break;
  }
  return known.slice(-count);
}

/** A place before `address` where an instruction is known to begin: a source line, a label, a stub, or a guess. */
function anchorBefore(debuggee: Debuggee, address: number): number | undefined {
  const { image, machine } = debuggee;
  const item = lastAtOrBelow(image.items, address - 1, (element) => element.address);
  if (item && item.kind === "code" && item.address + item.sizeBytes >= address) return item.address;
  const label = labelAt(image, address - 1);
  if (label?.section.exec) return label.start;
  for (let back = BACK_BYTES; back > 0; back--) {
    const start = address - back;
    if (machine.core.decodeAt(start) && walk(debuggee, start, address).length > 0) return start;
  }
  return undefined;
}

/** Instruction starts from `from` that lead exactly to `to`; empty when they do not. */
function walk(debuggee: Debuggee, from: number, to: number): number[] {
  const starts: number[] = [];
  let address = from;
  while (address < to) {
    const decoded = debuggee.machine.core.decodeAt(address);
    if (!decoded) return [];
    starts.push(address);
    address += decoded.lengthBytes;
  }
  return address === to ? starts : [];
}

export const memoryRequests: Requests = { readMemory, writeMemory, disassemble };
