// stack-imbalance, push-pop-width and ret-from-entry without running: the height of the stack at each ret, the widths of
// pushes and pops that meet, and a ret in code that nothing called.

import type { Diagnostic, Fix } from "../base/diagnostic.ts";
import { registerUse } from "../isa/register-use.ts";
import {
  bodySpan,
  exitLines,
  flowFinding,
  functionName,
  isEditable,
  judged,
  linesBefore,
  overFlow,
  type Place,
  registerName,
  relatedTo,
  replaced,
  statementOf,
} from "./flow/judge.ts";
import { slotKey } from "./flow/state.ts";
import { isStack, only, type Value } from "./flow/value.ts";
import { changesFlow, type Listing } from "./listing.ts";

const RSP = 4;
/** Instructions behind a pop in which the rest may be taken. */
const LOOK_AHEAD = 8;
const bytes = (count: number): string => `${count} ${count === 1 ? "byte" : "bytes"}`;

function isCode(code: Listing, value: Value): boolean {
  const section = value.kind === "label" ? code.module.symbols[value.symbol]?.section : undefined;
  return typeof section === "number" && code.module.sections[section]!.exec;
}

/** On top of the stack lies what the code itself put there to be jumped to. */
function isDeliberate({ state, code, index }: Place): boolean {
  const key = slotKey(state.registers[RSP]!, 0);
  const slot = key === undefined ? undefined : state.slots.get(key);
  if (slot === undefined) return false;
  if (slot.values.some((value) => value.kind === "return" || isCode(code, value))) return true;
  const isFresh = code.instructions[index - 1]?.decoded.mnemonic === "push";
  return isFresh && slot.values.some(({ kind }) => /^(computed|many|number|unknown|quotient)$/.test(kind));
}

const isOff = (value: Value): boolean =>
  value.kind === "aligned" || (value.kind === "entry" && value.register === RSP && value.offset !== 0);

/** Pops and an add that undo what lies on the stack, when every path left the same. */
function balanceFix(place: Place): Fix[] {
  const value = only(place.state.registers[RSP]!);
  if (value?.kind !== "entry" || value.offset >= 0 || !isEditable(place.instruction)) return [];
  const wordBytes = place.code.bits / 8;
  const lines: string[] = [];
  let at = value.offset;
  for (; at < 0; at += wordBytes) {
    const saved = only(place.state.slots.get(String(at))?.values ?? []);
    if (saved?.kind !== "entry" || saved.offset !== 0 || saved.register === RSP) break;
    lines.push(`pop ${registerName(place.code, saved.register)}`);
  }
  if (at < 0) lines.push(`add ${registerName(place.code, RSP)}, ${-at}`);
  return [{ title: `Put \`${lines.join("; ")}\` before ret`, edits: linesBefore(place.instruction, lines) }];
}

/** `add rsp, 8` where the return address is on top, and ret: back to the caller's caller, on purpose. */
function dropsReturn({ code, owner, index }: Place): boolean {
  for (let at = index - 1; at >= Math.max(0, index - LOOK_AHEAD); at--) {
    const { decoded } = code.instructions[at]!;
    if (changesFlow(decoded)) return false;
    const target = decoded.operands[0];
    if (target?.kind !== "register" || target.register.number !== RSP) {
      if (registerUse(decoded).writes.has(RSP)) return false;
      continue;
    }
    const height = only(owner.reached.find((one) => one.index === at)?.state.registers[RSP] ?? []);
    const isTop = height?.kind === "entry" && height.register === RSP && height.offset === 0;
    return isTop && /^(add|lea)$/.test(decoded.mnemonic);
  }
  return false;
}

function heightText(values: readonly Value[], name: string): string {
  const offsets = values.flatMap((value) => (isOff(value) && value.kind === "entry" ? [value.offset] : []));
  if (offsets.length === 0) return `${name} was aligned and is not put back`;
  return offsets
    .map((offset) =>
      offset < 0 ? `${bytes(-offset)} are still on the stack` : `${bytes(offset)} too many were taken from the stack`,
    )
    .join(", or ");
}

function atReturn(place: Place): Diagnostic[] {
  const { owner, state, code } = place;
  if (owner.why === "address" || isDeliberate(place)) return [];
  const values = state.registers[RSP]!;
  if (owner.why === "start") return fromEntry(place);
  const judgement = judged(values, isOff);
  if (judgement === undefined) return [];
  const severity = dropsReturn(place) ? "hint" : judgement;
  const path = judgement === "hint" ? " on some path" : "";
  const message = `at this ret of ${functionName(place)} ${heightText(values, registerName(code, RSP))}${path}: ret would take that for the return address`;
  const key = slotKey(values, 0);
  const left = key === undefined ? undefined : state.slots.get(key);
  const related =
    left === undefined || left.at < 0
      ? []
      : relatedTo(code, left.at, `not undone: ${statementOf(code.instructions[left.at]!)}`);
  return [flowFinding(place, "stack-imbalance", severity, message, { fixes: balanceFix(place), related })];
}

function fromEntry(place: Place): Diagnostic[] {
  const severity = judged(place.state.registers[RSP]!, (value) => isStack(value) && value.kind === "entry");
  if (severity === undefined) return [];
  const fixes = isEditable(place.instruction)
    ? [{ title: "Exit by system call", edits: replaced(place.instruction, exitLines(place.code)) }]
    : [];
  const message =
    "nothing called the entry point, so there is no return address: ret would jump to what lies on the stack; end the program with the exit system call";
  return [flowFinding(place, "ret-from-entry", severity, message, { fixes })];
}

function widthFix(place: Place, pushed: number): Fix[] {
  const push = place.code.instructions[pushed]!;
  const operand = push.decoded.operands[0];
  if (operand?.kind !== "register" || !isEditable(push)) return [];
  const wide = `push ${registerName(place.code, operand.register.number)}`;
  return [{ title: `Use the whole register: ${wide}`, edits: [{ span: bodySpan(push), text: wide }] }];
}

/** Several narrow pops of one wide push, or the rest taken by an addition, are a way to take a value apart. */
function isTakenApart({ code, index }: Place, sizeBytes: number): boolean {
  for (const { decoded } of code.instructions.slice(index + 1, index + LOOK_AHEAD)) {
    const operand = decoded.operands[0];
    const isNarrow = operand?.kind === "register" && operand.register.sizeBits === 8 * sizeBytes;
    if (decoded.mnemonic === "pop" && isNarrow) return true;
    const isStackPointer = operand?.kind === "register" && operand.register.number === RSP;
    if ((decoded.mnemonic === "add" || decoded.mnemonic === "lea") && isStackPointer) return true;
    if (changesFlow(decoded)) return false;
  }
  return false;
}

function atPop(place: Place): Diagnostic[] {
  const { state, instruction, code } = place;
  const key = slotKey(state.registers[RSP]!, 0);
  const slot = key === undefined ? undefined : state.slots.get(key);
  if (slot === undefined || slot.at < 0 || code.instructions[slot.at]!.decoded.mnemonic !== "push") return [];
  const operand = instruction.decoded.operands[0];
  const isShort = operand?.kind === "register" ? operand.register.sizeBits === 16 : instruction.decoded.sizeBits === 16;
  const sizeBytes = isShort ? 2 : code.bits / 8;
  if (slot.sizeBytes === sizeBytes || (operand?.kind === "register" && operand.register.class === "segment")) return [];
  const push = code.instructions[slot.at]!;
  const message = `pop takes ${bytes(sizeBytes)} from the stack, but \`${statementOf(push)}\` in line ${push.item.lineNumber} put ${bytes(slot.sizeBytes)} there`;
  const fixes = slot.sizeBytes === 2 ? widthFix(place, slot.at) : [];
  const severity = slot.sizeBytes > sizeBytes && isTakenApart(place, sizeBytes) ? "hint" : "warning";
  const related = relatedTo(code, slot.at, "pushed here");
  return [flowFinding(place, "push-pop-width", severity, message, { fixes, related })];
}

/** Rules stack-imbalance, ret-from-entry and push-pop-width. */
export const stackBalance = (code: Listing): Diagnostic[] =>
  overFlow(code, (place) => {
    const { mnemonic } = place.instruction.decoded;
    if (mnemonic === "ret") return atReturn(place);
    return mnemonic === "pop" ? atPop(place) : [];
  });
