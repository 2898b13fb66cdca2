// Why the machine stands still, in words: DAP's reason, a short description for the call stack, and a longer text.

import type { Finding } from "../check/finding.ts";
import type { MachineStop } from "../machine/machine.ts";
import type { MachineEvent } from "../os/events.ts";
import { byteCount, hexText, integerText, valueOfBytes } from "../view/format.ts";
import { labelText } from "../view/labels.ts";
import { lineText } from "../view/lines.ts";
import { filterOf } from "./exception-filters.ts";
import { findingKey } from "./finding-events.ts";
import type { Debuggee } from "./session-state.ts";

export interface StopText {
  /** DAP: "breakpoint", "exception", "step", "pause", "entry", "goto", "data breakpoint" … */
  readonly reason: string;
  readonly description: string;
  /** A sentence or several; empty when the description says it all. */
  readonly text: string;
}

/** A finding's message with all its details, as the exception widget shows it. */
export const findingText = (finding: Finding): string => [finding.message, ...finding.details].join("\n");

/** What going back has told of a finding: "Last pointer lost at leak.asm:12, after 40 instructions." */
function pastText({ hindsight, image }: Debuggee, finding: Finding): string[] {
  const place = hindsight.get(findingKey(finding));
  if (place === undefined) return [];
  const what = place.what[0]!.toUpperCase() + place.what.slice(1);
  return [
    `${what} at ${lineText(image, place.pc)}, after ${place.time.toLocaleString("en-US")} instruction${place.time === 1 ? "" : "s"}.`,
  ];
}

/** Of several leaks the first one and how many there are. */
export function findingStopText(
  debuggee: Debuggee,
  { finding, leaks }: MachineStop & { readonly kind: "finding" },
): string {
  const text = [findingText(finding), ...pastText(debuggee, finding)].join("\n");
  if (leaks === undefined || leaks.count === 1) return text;
  const more = leaks.count === 2 ? "one more leak" : `${leaks.count - 1} more leaks`;
  return `${text}\nAnd ${more}, ${byteCount(leaks.sizeBytes)} in all.`;
}

/** By the filter that a finding belongs to. */
const TITLES: Readonly<Record<string, string>> = {
  leaks: "Memory leak",
  convention: "Calling convention",
  warnings: "Warning",
};
const whatIs = (finding: Finding): string => {
  const filter = filterOf(finding);
  return filter === "warnings" && finding.severity === "note" ? "Note" : (TITLES[filter] ?? "Memory error");
};

export function stopText(debuggee: Debuggee, stop: MachineStop): StopText {
  switch (stop.kind) {
    case "breakpoint":
      return { reason: "breakpoint", description: "Stopped at a breakpoint", text: "" };
    case "finding":
      return { reason: "exception", description: whatIs(stop.finding), text: findingStopText(debuggee, stop) };
    case "signal":
      return { reason: "exception", description: `Ends with ${stop.signal}`, text: stop.explanation };
    case "watch":
      return watchText(debuggee, stop);
    case "event":
      return {
        reason: "exception",
        description: eventText(debuggee, stop.event),
        text: eventText(debuggee, stop.event),
      };
    case "start":
      return { reason: "step", description: "At the first instruction", text: "The program begins here." };
    case "exit":
      return { reason: "exception", description: `About to end with status ${stop.code}`, text: exitText(stop.code) };
    case "input":
      return { reason: "pause", description: "Waiting for input", text: "The program waits for input." };
    case "refused":
      return { reason: "exception", description: "Not loaded", text: stop.explanation };
    case "budget":
      return { reason: "pause", description: "Paused", text: "" };
  }
}

const exitText = (code: number): string => `The next instruction ends the program with status ${code}.`;

/** "loop.asm:10 changed counter from 5 to 6." */
function watchText(debuggee: Debuggee, stop: MachineStop & { kind: "watch" }): StopText {
  const { image, machine } = debuggee;
  const what = labelText(image, stop.address) ?? `${byteCount(stop.sizeBytes)} at ${hexText(stop.address)}`;
  const who = lineText(image, stop.pc);
  const description = `${stop.access === "read" ? "Read of" : "Write to"} ${what}`;
  const value = (bytes: Uint8Array) => integerText(valueOfBytes(bytes), bytes.length * 8);
  const now = machine.memory.peek(stop.address, Math.min(stop.sizeBytes, 16));
  const number = now.length > 0 && now.length <= 8;
  const standsBefore = Number(machine.state.rip) === stop.pc;
  if (standsBefore) {
    const verb = stop.access === "read" ? "reads" : "writes to";
    const text = `The next instruction ${verb} ${what}${number ? `, which is ${value(now)} now` : ""}.`;
    return { reason: "data breakpoint", description, text };
  }
  if (stop.access === "read") return { reason: "data breakpoint", description, text: `${who} has read ${what}.` };
  const change = number && stop.before ? ` from ${value(stop.before)} to ${value(now)}` : "";
  return { reason: "data breakpoint", description, text: `${who} has changed ${what}${change}.` };
}

/** "system call write(1, 0x402000, 6)" */
export function eventText(debuggee: Debuggee, event: MachineEvent): string {
  const bits = debuggee.image.bits;
  const number = (value: bigint) => (value < 4096n ? value.toString() : hexText(BigInt.asUintN(bits, value)));
  switch (event.kind) {
    case "syscall-enter":
      return `System call ${event.name} (${event.number}): ${event.args.slice(0, 3).map(number).join(", ")} …`;
    case "alloc":
      return `${event.by} allocates ${byteCount(event.sizeBytes)} at ${hexText(event.address)}`;
    case "free":
      return `${event.by} of ${hexText(event.address)}`;
    case "break":
      return `The break moves from ${hexText(event.before)} to ${hexText(event.after)}`;
    default:
      return event.kind;
  }
}
