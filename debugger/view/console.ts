// Commands of the debug console: gdb's words where people know them. Each gives text; the few that move the machine give
// an action, which the session carries out. What is no command is an expression.

import type { HeapBlock } from "../check/finding.ts";
import { familyOf } from "../cpu/effects.ts";
import { cellText, SIZE_WORDS } from "./cells.ts";
import { addressOf, type Context, evaluate, quantityOf } from "./evaluate.ts";
import { ExpressionError, parseExpression } from "./expression.ts";
import { bytesOf, floatText, hexText, stringText } from "./format.ts";
import { blockVariable, heapScope } from "./heap.ts";
import { instructionText, NOT_MAPPED } from "./instruction-text.ts";
import { labelAt, labelText } from "./labels.ts";
import { lineText } from "./lines.ts";
import { memoryMapScope } from "./memory-map.ts";
import { describe } from "./pointee.ts";
import { registersScope } from "./registers.ts";
import { readCell, type Scene } from "./scene.ts";
import type { Variable } from "./variable.ts";

/** What the session is to do. */
export type ConsoleAction =
  | { readonly kind: "travel"; readonly time: number }
  /** Tell the instruction that last wrote the bytes. */
  | { readonly kind: "who"; readonly address: number; readonly sizeBytes: number }
  /** Tell how general register `family` got its value. */
  | { readonly kind: "why"; readonly family: number }
  | { readonly kind: "why-block"; readonly block: HeapBlock }
  | { readonly kind: "leaks" }
  | { readonly kind: "findings" }
  /** Tell the system calls so far. */
  | { readonly kind: "strace"; readonly count: number }
  /** What a button of the editor does. */
  | { readonly kind: "request"; readonly command: MovingRequest; readonly granularity?: "instruction" };

/** Requests of the protocol that the console knows by gdb's words. */
export type MovingRequest = "continue" | "next" | "stepIn" | "stepOut" | "stepBack" | "reverseContinue";

export type ConsoleResult =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "action"; readonly action: ConsoleAction }
  /** Not a command: an expression. */
  | { readonly kind: "expression" };

export interface ConsoleCommand {
  readonly name: string;
  readonly usage: string;
  readonly summary: string;
  readonly run: (context: Context, rest: string) => string | ConsoleAction;
}

const lines = (variables: readonly Variable[], indent = ""): string =>
  variables.map(({ name, value }) => `${indent}${name}: ${value}`).join("\n");

// biome-ignore format: one row a line
export const consoleCommands: readonly ConsoleCommand[] = [
  { name: "x", usage: "x/16xb ADDRESS", summary: "dump memory: count, format (x d u o t c s f a i), size (b h w g)", run: dump },
  { name: "p", usage: "p EXPRESSION", summary: "value of an expression", run: (context, rest) => print(context, rest) },
  { name: "print", usage: "print EXPRESSION", summary: "value of an expression", run: (context, rest) => print(context, rest) },
  { name: "regs", usage: "regs", summary: "registers and flags", run: ({ scene }) => lines(registersScope(scene)) },
  { name: "stack", usage: "stack", summary: "the calls that led here", run: ({ scene }) => backtrace(scene) },
  { name: "bt", usage: "bt", summary: "the calls that led here", run: ({ scene }) => backtrace(scene) },
  { name: "heap", usage: "heap [BLOCK]", summary: "heap blocks, brk, mappings, leaks so far; one block (#3, or an address in it)", run: heap },
  { name: "leaks", usage: "leaks", summary: "what would be lost if the program ended now, and which instruction lost it", run: (_, rest) => alone("leaks", rest) ?? { kind: "leaks" } },
  { name: "maps", usage: "maps", summary: "what is mapped where", run: ({ scene }) => lines(memoryMapScope(scene)) },
  { name: "find", usage: "find VALUE", summary: "where a number or a \"text\" stands in memory", run: find },
  { name: "findings", usage: "findings", summary: "what the memory checker has found so far", run: (_, rest) => alone("findings", rest) ?? { kind: "findings" } },
  { name: "who", usage: "who ADDRESS [BYTES]", summary: "the instruction that last wrote there (or into block #3), when, and what was there before", run: who },
  { name: "why", usage: "why REGISTER | BLOCK", summary: "the instructions that made its value, latest first; what became of a heap block (#3, or an address in it) and its last pointer", run: why },
  { name: "strace", usage: "strace [COUNT]", summary: "the system calls so far, the last COUNT of them", run: strace },
  { name: "c", usage: "c | continue", summary: "run on; rc backwards", run: () => ({ kind: "request", command: "continue" }) },
  { name: "continue", usage: "", summary: "", run: () => ({ kind: "request", command: "continue" }) },
  { name: "rc", usage: "", summary: "", run: () => ({ kind: "request", command: "reverseContinue" }) },
  { name: "s", usage: "s | n | finish", summary: "a line, into or over calls; out of the function", run: () => ({ kind: "request", command: "stepIn" }) },
  { name: "step", usage: "", summary: "", run: () => ({ kind: "request", command: "stepIn" }) },
  { name: "n", usage: "", summary: "", run: () => ({ kind: "request", command: "next" }) },
  { name: "next", usage: "", summary: "", run: () => ({ kind: "request", command: "next" }) },
  { name: "finish", usage: "", summary: "", run: () => ({ kind: "request", command: "stepOut" }) },
  { name: "si", usage: "si | ni | rsi", summary: "an instruction, into or over calls, or backwards", run: () => ({ kind: "request", command: "stepIn", granularity: "instruction" }) },
  { name: "stepi", usage: "", summary: "", run: () => ({ kind: "request", command: "stepIn", granularity: "instruction" }) },
  { name: "ni", usage: "", summary: "", run: () => ({ kind: "request", command: "next", granularity: "instruction" }) },
  { name: "nexti", usage: "", summary: "", run: () => ({ kind: "request", command: "next", granularity: "instruction" }) },
  { name: "rsi", usage: "", summary: "", run: () => ({ kind: "request", command: "stepBack", granularity: "instruction" }) },
  { name: "disas", usage: "disas [ADDRESS]", summary: "the instructions from the label before the next one (or ADDRESS)", run: disassembly },
  { name: "goto", usage: "goto TIME", summary: "to the instant after TIME instructions", run: goto },
  { name: "time", usage: "time", summary: "how many instructions have been executed", run: ({ scene }) => timeText(scene) },
  { name: "info", usage: "info registers|frame|proc|symbol X", summary: "gdb's words for regs, stack, maps, symbol()", run: info },
  { name: "i", usage: "i r [NAME …]", summary: "short for info", run: info },
  { name: "help", usage: "help [COMMAND]", summary: "this list, or one line of it", run: help },
];

/** Runs a console line. @throws {ExpressionError} */
export function runConsole(context: Context, line: string): ConsoleResult {
  const match = /^\s*([A-Za-z]+)(?=$|[\s/])\s*([\s\S]*)$/.exec(line);
  const name = match?.[1]?.toLowerCase();
  const command = consoleCommands.find((candidate) => candidate.name === name);
  if (!command || !match || /^=(?!=)/.test(match[2]!)) return { kind: "expression" };
  // A label named like a command is meant when it stands alone.
  const isLabel = context.scene.machine.image.symbols.some((symbol) => symbol.name === match[1]);
  if (isLabel && match[2] === "") return { kind: "expression" };
  const result = command.run(context, match[2]!.trim());
  return typeof result === "string" ? { kind: "text", text: result } : { kind: "action", action: result };
}

/** Commands whose answer is the same for all threads of a process. */
const OF_PROCESS = /^\s*(time|heap|leaks|maps|findings|strace|help|who)\b(.*)$/i;

/** Whether a console line asks nothing of the thread that has the turn: no register, no frame. */
export function isOfProcess({ machine }: Scene, line: string): boolean {
  const rest = OF_PROCESS.exec(line)?.[2];
  const names = rest?.match(/(?<![\w.$@?])[A-Za-z_.$@?][\w.$@~?#]*/g) ?? [];
  const isKnown = (name: string): boolean =>
    Object.values(SIZE_WORDS).includes(name) || machine.image.symbols.some((symbol) => symbol.name === name);
  return rest !== undefined && names.every(isKnown);
}

/** The two sides of `target = value`, or of gdb's `set var target = value`; undefined when the line assigns nothing. */
export function splitAssignment(text: string): { readonly target: string; readonly value: string } | undefined {
  const line = text.replace(/^\s*set\s+(?:var(?:iable)?\s+)?(?=\S)/, "");
  const match = /^([^="'`<>!]*(?:[^="'`<>!]))=(?!=)(.*)$/s.exec(line);
  return match ? { target: match[1]!.trim(), value: match[2]!.trim() } : undefined;
}

/** gdb's letters to those after a comma of an expression. */
const PRINT_FORMATS: Readonly<Record<string, string>> = { x: "x", d: "d", u: "u", t: "b", c: "c", f: "f", s: "s" };

function print(context: Context, rest: string): string {
  const match = /^\/(\w+)\s+(.*)$/s.exec(rest);
  if (match && !Object.hasOwn(PRINT_FORMATS, match[1]!))
    throw new ExpressionError(`print has no format "${match[1]}": ${Object.keys(PRINT_FORMATS).join(" ")}`);
  const variable = evaluate(context, match ? `${match[2]}, ${PRINT_FORMATS[match[1]!]}` : rest);
  return variable.value;
}

function help(_context: Context, wanted: string): string {
  const listed = consoleCommands.filter(({ usage }) => usage !== "");
  if (wanted !== "") {
    const word = new RegExp(`(^| )${wanted.replace(/\W/g, "\\$&")}(?![\\w])`, "i");
    const found = listed.find(({ usage }) => word.test(usage));
    if (!found) throw new ExpressionError(`there is no command "${wanted}": "help" lists them`);
    return `${found.usage}  ${found.summary}`;
  }
  const width = Math.max(...listed.map(({ usage }) => usage.length));
  const rows = listed.map(({ usage, summary }) => `${usage.padEnd(width)}  ${summary}`);
  return [
    ...rows,
    "",
    "Everything else is an expression: rax+8, dword [rbp-4], byte [msg+rcx], dword [arr]*10, zf, string(rsi),",
    "char(al), float(eax), heap(rax), symbol(rip); rax = 5 and dword [x] = 7 change things.",
  ].join("\n");
}

function info(context: Context, rest: string): string {
  const [what = "", ...words] = rest.split(/\s+/);
  if (/^r/.test(what) && words.length > 0)
    return words.map((word) => `${word}: ${evaluate(context, word).value}`).join("\n");
  if (/^r/.test(what)) return lines(registersScope(context.scene));
  if (/^(f|s$|stack)/.test(what)) return backtrace(context.scene);
  if (/^(p|m)/.test(what)) return lines(memoryMapScope(context.scene));
  if (/^sy/.test(what)) {
    const { value } = quantityOf(context, parseExpression(words.join(" ")).expression);
    return describe(context.scene, value) || "nothing known";
  }
  return "info registers [NAME …] | frame | proc | symbol EXPRESSION";
}

/** One line a frame, innermost first. */
function backtrace(scene: Scene): string {
  return scene.frames
    .map((frame) => {
      const place = `#${frame.index}  ${hexText(frame.pc)} in ${frame.name} at ${lineText(scene.machine.image, frame.pc)}`;
      return frame.chain === "disagrees" ? `${place} (${frame.note})` : place;
    })
    .join("\n");
}

function timeText({ machine }: Scene): string {
  const past = machine.time < machine.horizon ? `, ${machine.horizon - machine.time} before the latest instant` : "";
  return `${machine.time} instructions executed${past}`;
}

/** @throws {ExpressionError} when words stand behind a command that takes none */
function alone(name: string, rest: string): undefined {
  if (rest !== "") throw new ExpressionError(`${name} stands alone: "${rest}" means nothing to it`);
}

function goto(_context: Context, rest: string): ConsoleAction {
  if (!/^\d+$/.test(rest)) throw new ExpressionError("goto TIME: a number of instructions");
  return { kind: "travel", time: Number(rest) };
}

function who(context: Context, rest: string): ConsoleAction {
  if (rest === "") throw new ExpressionError("who ADDRESS [BYTES]: an address is missing");
  const block = rest.startsWith("#") ? blockNamed(context, rest) : undefined;
  if (block) return { kind: "who", address: block.address, sizeBytes: Math.max(1, block.sizeBytes) };
  const match = /^(.*?)(?:\s+(\d+))?$/.exec(rest);
  const { expression } = parseExpression(match?.[1] ?? rest);
  const inner = expression.kind === "memory" ? expression.address : expression;
  const size = expression.kind === "memory" ? expression.sizeBytes : 0;
  const sizeBytes = Number(match?.[2] ?? (size || context.scene.wordBytes));
  return { kind: "who", address: addressOf(context, inner), sizeBytes };
}

const WHY =
  "why REGISTER: a general register, such as rax or cl; why BLOCK: a heap block, as #3 or by an address that lies in it";

function heap(context: Context, rest: string): string {
  if (rest === "") return lines(heapScope(context.scene));
  const block = blockNamed(context, rest);
  if (!block) throw new ExpressionError(`heap BLOCK: no heap block lies at ${rest}`);
  return lines([blockVariable(context.scene, block)]);
}

function why(context: Context, rest: string): ConsoleAction {
  const family = familyOf(rest.replace(/^[$%]/, ""));
  if (family !== undefined) return { kind: "why", family };
  const block = rest === "" ? undefined : blockNamed(context, rest);
  if (block === undefined) throw new ExpressionError(WHY);
  return { kind: "why-block", block };
}

function blockNamed(context: Context, text: string): HeapBlock | undefined {
  const blocks = context.scene.machine.heapBlocks();
  const number = /^#(\d+)$/.exec(text)?.[1];
  const found = blocks.find(({ id }) => id === Number(number));
  if (number !== undefined && !found) throw new ExpressionError(`there is no block #${number}`);
  if (found) return found;
  // `[kept]` is the pointer that stands there.
  const address = addressOf(context, parseExpression(text).expression);
  return blocks.find((block) => address >= block.address && address < block.address + Math.max(1, block.sizeBytes));
}

function strace(_context: Context, rest: string): ConsoleAction {
  if (!/^\d*$/.test(rest)) throw new ExpressionError("strace [COUNT]: a number of system calls");
  return { kind: "strace", count: rest === "" ? DEFAULT_CALLS : Number(rest) };
}

/** Lines of strace without a count. */
const DEFAULT_CALLS = 50;

// ---- dumps ----------------------------------------------------------------------------------------------------------

const UNIT_BYTES: Readonly<Record<string, number>> = { b: 1, h: 2, w: 4, g: 8 };
const MAX_UNITS = 4096;

/** gdb's x/COUNT FORMAT SIZE. */
function dump(context: Context, rest: string): string {
  const match = /^(?:\/(\d*)([a-z]*))?\s*(.*)$/s.exec(rest);
  const letters = match?.[2] ?? "";
  const stray = /[^xductsfaiozbhwg]/.exec(letters)?.[0];
  if (stray !== undefined)
    throw new ExpressionError(`x has no format or size "${stray}": formats x d u o t c s f a i, sizes b h w g`);
  const format = /[xductsfaioz]/.exec(letters)?.[0] ?? "x";
  const unit = /[bhwg]/.exec(letters)?.[0];
  const count = Math.min(MAX_UNITS, Number(match?.[1] || 1));
  if (!match?.[3]) throw new ExpressionError("x/16xb ADDRESS: an address is missing");
  const { expression } = parseExpression(match[3]);
  const address = addressOf(context, expression);
  if (format === "i") return dumpInstructions(context, address, count);
  if (format === "s") return dumpStrings(context.scene, address, count);
  const sizeBytes = UNIT_BYTES[unit ?? (format === "c" ? "b" : format === "a" ? "g" : "w")]!;
  return dumpUnits(context.scene, {
    address,
    count,
    sizeBytes: format === "a" ? context.scene.wordBytes : sizeBytes,
    format,
  });
}

function dumpStrings(scene: Scene, from: number, count: number): string {
  const rows: string[] = [];
  let address = from;
  for (let k = 0; k < count; k++) {
    const bytes = scene.machine.memory.peek(address, 4096);
    const end = bytes.indexOf(0);
    const text = bytes.subarray(0, end < 0 ? bytes.length : end);
    rows.push(`${addressText(scene, address)}: ${bytes.length === 0 ? "not mapped" : stringText(text)}`);
    address += text.length + 1;
  }
  return rows.join("\n");
}

/** gdb's x/3i: an arrow marks the next instruction to run. */
function dumpInstructions({ scene, frame }: Context, from: number, count: number): string {
  const rows: string[] = [];
  let address = from;
  for (let k = 0; k < count; k++) {
    const { text, lengthBytes } = instructionText(scene.machine, address);
    const arrow = address === scene.frames[frame]?.pc ? "=>" : "  ";
    rows.push(`${arrow} ${addressText(scene, address)}: ${text}`);
    if (text === NOT_MAPPED) break;
    address += lengthBytes;
  }
  return rows.join("\n");
}

const MAX_DISASSEMBLED = 200;

/** From a label to the next one. */
function disassembly(context: Context, rest: string): string {
  const { machine, frames } = context.scene;
  const given = rest === "" ? undefined : addressOf(context, parseExpression(rest).expression);
  const at = given ?? frames[context.frame]?.pc ?? Number(machine.state.rip);
  const label = labelAt(machine.image, at);
  const start = label?.section.exec ? label.start : at;
  let count = 0;
  for (let next = start; count < MAX_DISASSEMBLED; count++) {
    next += instructionText(machine, next).lengthBytes;
    const after = labelAt(machine.image, next);
    if (!after?.section.exec || after.start !== start) break;
  }
  return dumpInstructions(context, start, Math.min(count + 1, MAX_DISASSEMBLED));
}

interface Dump {
  readonly address: number;
  readonly count: number;
  readonly sizeBytes: number;
  readonly format: string;
}

function dumpUnits(scene: Scene, { address, count, sizeBytes, format }: Dump): string {
  const perLine = format === "a" ? 1 : Math.max(1, 16 / sizeBytes);
  const rows: string[] = [];
  for (let k = 0; k < count; k += perLine) {
    const start = address + k * sizeBytes;
    const units: string[] = [];
    for (let unit = 0; unit < Math.min(perLine, count - k); unit++) {
      units.push(unitText(scene, { address: start + unit * sizeBytes, count: 1, sizeBytes, format }));
    }
    rows.push(`${addressText(scene, start)}: ${units.join("  ")}`);
    if (units.at(-1) === "not mapped") break;
  }
  return rows.join("\n");
}

function unitText(scene: Scene, { address, sizeBytes, format }: Dump): string {
  const { value, state } = readCell(scene.machine, address, sizeBytes);
  if (state === "unmapped") return "not mapped";
  if (state === "undefined") return "?".repeat(sizeBytes * 2);
  if (format === "d") return BigInt.asIntN(sizeBytes * 8, value).toString();
  if (format === "u") return value.toString();
  if (format === "c") return stringText(bytesOf(value, sizeBytes));
  if (format === "o") return value === 0n ? "0" : `0${value.toString(8)}`;
  if (format === "t") return value.toString(2).padStart(sizeBytes * 8, "0");
  if (format === "f" && sizeBytes >= 4) return floatText(value, sizeBytes === 4 ? 32 : 64);
  if (format === "a") return cellText(scene, { name: "", address, sizeBytes });
  return `0x${value.toString(16).padStart(sizeBytes * 2, "0")}`;
}

function addressText(scene: Scene, address: number): string {
  const label = labelText(scene.machine.image, address);
  return label ? `${hexText(address)} <${label}>` : hexText(address);
}

// ---- find -----------------------------------------------------------------------------------------------------------

const MAX_HITS = 50;
const MAX_SEARCH_BYTES = 64 << 20;

function find(context: Context, rest: string): string {
  const { expression } = parseExpression(rest);
  const needle =
    expression.kind === "string"
      ? expression.bytes
      : bytesOf(quantityOf(context, expression).value, context.scene.wordBytes);
  const hits: string[] = [];
  for (const mapping of context.scene.mappings) {
    const bytes = context.scene.machine.memory.peek(mapping.start, Math.min(mapping.sizeBytes, MAX_SEARCH_BYTES));
    for (let at = indexOf(bytes, needle, 0); at >= 0 && hits.length < MAX_HITS; at = indexOf(bytes, needle, at + 1)) {
      hits.push(`${hexText(mapping.start + at)}  ${describe(context.scene, BigInt(mapping.start + at))}`);
    }
  }
  return hits.length === 0 ? "not found" : hits.join("\n");
}

function indexOf(bytes: Uint8Array, needle: Uint8Array, from: number): number {
  const [first = 0] = needle;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (needle.every((byte, k) => bytes[at + k] === byte)) return at;
  }
  return -1;
}

/** Words that can complete `text` in the console: commands, registers, labels. */
export function completions(
  scene: Scene,
  prefix: string,
): readonly { readonly label: string; readonly kind: "command" | "register" | "label" | "size" }[] {
  const word = prefix.toLowerCase();
  const starts = (label: string) => label.toLowerCase().startsWith(word);
  const registers = registersScope(scene).flatMap((variable) => [
    variable.name,
    ...(variable.place
      ? (variable.children?.() ?? []).filter((child) => child.expression === child.name).map((child) => child.name)
      : []),
  ]);
  return [
    ...consoleCommands.map(({ name }) => ({ label: name, kind: "command" as const })),
    ...registers.map((label) => ({ label, kind: "register" as const })),
    ...scene.machine.image.symbols.map(({ name }) => ({ label: name, kind: "label" as const })),
    ...Object.values(SIZE_WORDS).map((label) => ({ label, kind: "size" as const })),
  ].filter(({ label }) => starts(label));
}
