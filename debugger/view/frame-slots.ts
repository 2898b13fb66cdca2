// What lies in one stack frame: return address, saved frame pointer, saved registers, arguments and locals. Which slots are
// locals comes from the function's own instructions: each [rbp±n] they use, with the size they use it with.

import { textOf } from "../../server/base/source.ts";
import {
  argumentNumbers,
  argumentRegisters,
  calleeSaved32,
  calleeSaved64,
} from "../../server/facts/calling-convention.ts";
import type { Decoded } from "../../server/isa/insn.ts";
import { registerUse } from "../../server/isa/register-use.ts";
import type { Image } from "../../server/obj/image.ts";
import { arrayVariable, cellVariable, stringVariable } from "./cells.ts";
import { byteCount, hexText } from "./format.ts";
import { type Frame, peekWord, registerAddress } from "./frames.ts";
import { functionEnd, labelText } from "./labels.ts";
import { codeItemAt } from "./lines.ts";
import type { StackSlot } from "./models.ts";
import { generalRegister } from "./registers.ts";
import type { Scene } from "./scene.ts";
import type { NumberFormat, Variable } from "./variable.ts";

/** An [rbp±n] that a function uses. */
interface FrameAccess {
  /** Offset from the frame pointer. */
  readonly offset: number;
  readonly sizeBytes: number;
  /** The name written in the source, when one was: `[rbp-count]`. */
  readonly name: string;
}

interface FunctionShape {
  readonly accesses: readonly FrameAccess[];
  /** Registers pushed by the prologue, first push first. */
  readonly pushes: readonly string[];
  /** Argument registers that it reads before it writes them or calls anybody (System V AMD64, 3.2.3). */
  readonly arguments: readonly string[];
}

const shapes = new WeakMap<Image, Map<number, FunctionShape>>();
const MAX_INSTRUCTIONS = 5000;

/** Reads a function's instructions once. */
function shapeOf(scene: Scene, functionStart: number): FunctionShape {
  const { image } = scene.machine;
  const known = shapes.get(image) ?? new Map<number, FunctionShape>();
  shapes.set(image, known);
  const shape = known.get(functionStart) ?? readShape(scene, functionStart);
  known.set(functionStart, shape);
  return shape;
}

function readShape(scene: Scene, functionStart: number): FunctionShape {
  const { image, core } = scene.machine;
  const end = functionEnd(image, functionStart);
  const accesses = new Map<number, FrameAccess>();
  const pushes: string[] = [];
  const use = { read: new Set<number>(), written: new Set<number>(), ended: false };
  let prologue = true;
  let address = functionStart;
  for (let k = 0; k < MAX_INSTRUCTIONS && address < end; k++) {
    const decoded = core.decodeAt(address);
    if (!decoded) break;
    const pushed = prologue ? pushedRegister(decoded) : undefined;
    if (pushed) pushes.push(pushed);
    else if (!isFrameSetup(decoded)) prologue = false;
    noteUse(use, decoded);
    const access = frameAccess(decoded, sourceName(image, address));
    if (access && !(accesses.get(access.offset)?.sizeBytes ?? 0)) accesses.set(access.offset, access);
    address += decoded.lengthBytes;
  }
  return {
    accesses: [...accesses.values()].sort((a, b) => b.offset - a.offset),
    pushes,
    arguments: image.bits === 64 ? argumentRegisters.filter((_, k) => use.read.has(argumentNumbers[k]!)) : [],
  };
}

/** Follows which registers straight-line code reads before writing; calls and jumps end what can be told. */
function noteUse(use: { read: Set<number>; written: Set<number>; ended: boolean }, decoded: Decoded): void {
  if (use.ended) return;
  const { reads, writes } = registerUse(decoded);
  const saved = decoded.mnemonic === "push";
  for (const number of reads) if (!use.written.has(number) && !saved) use.read.add(number);
  for (const number of writes) use.written.add(number);
  if (/^(call|ret|jmp|syscall)$/.test(decoded.mnemonic)) use.ended = true;
}

function pushedRegister(decoded: Decoded): string | undefined {
  const [operand] = decoded.operands;
  return decoded.mnemonic === "push" && operand?.kind === "register" ? operand.register.name : undefined;
}

/** mov rbp, rsp · sub rsp, n · endbr64: what may stand between a prologue's pushes. */
function isFrameSetup(decoded: Decoded): boolean {
  const [first] = decoded.operands;
  if (decoded.mnemonic.startsWith("endbr")) return true;
  return first?.kind === "register" && decoded.mnemonic === "mov" && /^[er]bp$/.test(first.register.name);
}

function frameAccess(decoded: Decoded, name: string): FrameAccess | undefined {
  if (decoded.mnemonic === "lea") return undefined;
  for (const operand of decoded.operands) {
    if (operand.kind !== "memory" || operand.index || operand.sizeBits === 0) continue;
    if (!operand.base || !/^[er]bp$/.test(operand.base.name)) continue;
    return { offset: Number(operand.displacement), sizeBytes: operand.sizeBits / 8, name };
  }
  return undefined;
}

/** `count` of `[rbp-count]` in the source text of the instruction; empty when a number stands there. */
function sourceName(image: Image, address: number): string {
  const span = codeItemAt(image, address)?.span;
  if (!span) return "";
  const match = /\[\s*[er]bp\s*[+-]\s*([A-Za-z_.?$@][\w.?$@#~]*)\s*\]/i.exec(textOf(span.source, span.start, span.end));
  return match?.[1] ?? "";
}

// ---- roles of slots -------------------------------------------------------------------------------------------------

type Role = StackSlot["role"];

/** What one word of the stack is for. */
export interface SlotRole {
  readonly address: number;
  readonly role: Role;
  /** "return to main+0x12", "saved rbp", "[rbp-8]". */
  readonly label: string;
}

const registerNames = (scene: Scene) =>
  scene.wordBytes === 4
    ? { stack: "esp", base: "ebp", saved: calleeSaved32 as readonly string[] }
    : { stack: "rsp", base: "rbp", saved: calleeSaved64 as readonly string[] };

/** The words of a frame from its low end upwards, return address included. */
export function slotRoles(scene: Scene, frame: Frame, maxSlots: number): readonly SlotRole[] {
  const roles: SlotRole[] = [];
  const saved = savedRegisterSlots(scene, frame);
  const end = Math.min(frame.high, frame.low + maxSlots * scene.wordBytes);
  for (let address = frame.low; address < end; address += scene.wordBytes) {
    roles.push({ address, ...roleAt(scene, frame, { address, saved }) });
  }
  return roles;
}

function roleAt(
  scene: Scene,
  frame: Frame,
  { address, saved }: { address: number; saved: ReadonlyMap<number, string> },
): { role: Role; label: string } {
  const { base, stack } = registerNames(scene);
  if (address === frame.returnSlot) {
    const word = Number(peekWord(scene.machine, address) ?? 0n);
    return { role: "return-address", label: `return to ${labelText(scene.machine.image, word) ?? hexText(word)}` };
  }
  const register = saved.get(address);
  if (register === base) return { role: "saved-frame-pointer", label: `saved ${base}${linkText(scene, address)}` };
  if (register) return { role: "saved-register", label: `saved ${register}` };
  const { framePointer } = frame;
  if (framePointer !== undefined) {
    const offset = address - framePointer;
    const role = offset < 0 ? "local" : "unknown";
    return { role, label: `[${base}${offset < 0 ? "-" : "+"}${Math.abs(offset)}]` };
  }
  const offset = address - frame.low;
  return { role: frame.index === 0 ? "local" : "unknown", label: `[${stack}${offset === 0 ? "" : `+${offset}`}]` };
}

/** " → frame of main" for the word saved at `address`. */
function linkText(scene: Scene, address: number): string {
  const word = peekWord(scene.machine, address);
  const target = scene.frames.find((frame) => word !== undefined && frame.framePointer === Number(word));
  return target ? ` → frame of ${target.name}` : "";
}

/** True for the process's outermost frame: argc lies behind it. */
export const reachesArguments = ({ machine }: Scene, { returnSlot, high }: Frame): boolean =>
  returnSlot === undefined && high === machine.stack.initialPointer;

/** Where the prologue's pushes of registers that must be preserved lie, as far as they have happened. */
function savedRegisterSlots(scene: Scene, frame: Frame): ReadonlyMap<number, string> {
  const { base, saved } = registerNames(scene);
  const slots = new Map<number, string>();
  const top = frame.returnSlot ?? frame.high;
  // Where a stack ends there may stand more than what the function has pushed.
  const isKnown = frame.returnSlot !== undefined || reachesArguments(scene, frame);
  const pushes = isKnown ? shapeOf(scene, frame.functionStart).pushes : [];
  pushes.forEach((name, k) => {
    const address = top - (k + 1) * scene.wordBytes;
    if (address >= frame.low && saved.includes(name)) slots.set(address, name);
  });
  if (frame.framePointer !== undefined && frame.framePointer < top && frame.framePointer >= frame.low)
    slots.set(frame.framePointer, base);
  return slots;
}

// ---- the Frame scope ------------------------------------------------------------------------------------------------

/** Highest address first, as a stack is drawn: arguments, return address, saved registers, locals, other words, the frame itself. */
export function frameScope(scene: Scene, frame: Frame, format: NumberFormat = "hex"): readonly Variable[] {
  const word = scene.wordBytes;
  const { accesses } = shapeOf(scene, frame.functionStart);
  const variables: { readonly address: number; readonly sizeBytes: number; readonly variable: Variable }[] = [];
  const add = (address: number, sizeBytes: number, variable: Variable) =>
    variables.push({ address, sizeBytes, variable });
  const taken = (address: number, sizeBytes: number) =>
    variables.some((other) => address < other.address + other.sizeBytes && other.address < address + sizeBytes);
  if (frame.kind === "entry" && reachesArguments(scene, frame)) {
    for (const variable of startArguments(scene, frame.high, format)) add(frame.high, word, variable);
  }
  const roles = slotRoles(scene, frame, 512);
  for (const { address, role, label } of roles) {
    if (role === "local" || role === "unknown") continue;
    const name = role === "return-address" ? "return address" : label.replace(/ →.*/, "");
    add(address, word, { ...cellVariable(scene, { name, address, sizeBytes: word, format }), type: label });
  }
  if (frame.framePointer !== undefined) {
    for (const access of accesses) {
      const address = frame.framePointer + access.offset;
      const visible = access.offset > 0 || address >= frame.low;
      if (visible && !taken(address, access.sizeBytes))
        add(address, access.sizeBytes, accessVariable(scene, frame, access, format));
    }
  }
  for (const { address, label } of roles) {
    if (!taken(address, word))
      add(address, word, cellVariable(scene, { name: label, address, sizeBytes: word, format }));
  }
  variables.sort((a, b) => b.address - a.address);
  return [
    ...entryArguments(scene, frame, format),
    ...variables.map(({ variable }) => variable),
    frameSummary(scene, frame),
  ];
}

/** At a function's first instruction: the argument registers that it is going to read. */
function entryArguments(scene: Scene, frame: Frame, format: NumberFormat): readonly Variable[] {
  const called = frame.kind === "function" && frame.index === 0 && frame.pc === frame.functionStart;
  if (!called) return [];
  return shapeOf(scene, frame.functionStart).arguments.map((name, k) => ({
    ...generalRegister(scene, name, format),
    name: `argument ${k + 1} (${name})`,
  }));
}

/** One [rbp±n] of the function: a local below the frame pointer, an argument above the return address. */
function accessVariable(scene: Scene, frame: Frame, access: FrameAccess, format: NumberFormat): Variable {
  const { base } = registerNames(scene);
  const word = scene.wordBytes;
  const text = `[${base}${access.offset < 0 ? "-" : "+"}${Math.abs(access.offset)}]`;
  const index = (access.offset - 2 * word) / word + 1;
  const isArgument = access.offset >= 2 * word && Number.isInteger(index);
  const kind = word === 8 ? "stack argument" : "argument";
  const name = access.name !== "" ? `${access.name} ${text}` : isArgument ? `${kind} ${index} ${text}` : text;
  const address = (frame.framePointer ?? 0) + access.offset;
  return cellVariable(scene, { name, address, sizeBytes: access.sizeBytes, format });
}

/** argc, argv and the environment as the kernel laid them out. */
function startArguments(scene: Scene, base: number, format: NumberFormat): readonly Variable[] {
  const word = scene.wordBytes;
  const count = Number(peekWord(scene.machine, base) ?? 0n);
  const argc = cellVariable(scene, { name: "argc", address: base, sizeBytes: word, format });
  const argv = arrayVariable(scene, {
    ...{ name: "argv", address: base + word, sizeBytes: word, count: Math.min(count, 1 << 16) },
  });
  const strings = () =>
    Array.from({ length: Math.min(count, 1000) }, (_, k) => {
      const address = Number(peekWord(scene.machine, base + word * (k + 1)) ?? 0n);
      return stringVariable(scene, { name: `[${k}]`, address, sizeBytes: 256, end: "zero", type: "string" });
    });
  return [
    {
      ...argv,
      type: "arguments",
      value: `{${strings()
        .map(({ value }) => value)
        .join(", ")}}`,
      children: strings,
    },
    argc,
  ];
}

/** The frame itself: size, alignment, and whether record and chain agree. */
function frameSummary(scene: Scene, frame: Frame): Variable {
  const { stack } = registerNames(scene);
  const size = Math.max(0, frame.high - frame.low);
  const rsp = registerAddress(scene.machine, stack);
  const alignment = frame.index === 0 ? `, ${stack} ${rsp % 16 === 0 ? "aligned to 16" : `= 16·n + ${rsp % 16}`}` : "";
  const chain = frame.note === "" ? "" : `; ${frame.note}`;
  return { name: "frame", value: `${byteCount(size)}${alignment}${chain}`, address: frame.low };
}
