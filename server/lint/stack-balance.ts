// stack-imbalance, push-pop-width and ret-from-entry without running: the height of the stack at each ret, the widths of
// pushes and pops that meet, and a ret in code that nothing called.

import type { Diagnostic, Fix, Related } from "../base/diagnostic.ts";
import { registerUse } from "../isa/register-use.ts";
import { type Reached, successors } from "./flow/analysis.ts";
import { kernelCall } from "./flow/calls.ts";
import { CALLER_SAVED, type Graph, isOwnFunction, LOOK_BACK } from "./flow/graph.ts";
import {
  exitLines,
  flowFinding,
  functionName,
  isEditable,
  judged,
  linesBefore,
  lineText,
  overFlow,
  type Place,
  registerName,
  relatedTo,
  replaced,
  statementOf,
} from "./flow/judge.ts";
import { copyState, type FlowState, slotKey } from "./flow/state.ts";
import { step } from "./flow/transfer.ts";
import { isStack, only, type Value, type Values } from "./flow/value.ts";
import { changesFlow, kernelEntry, type Listing } from "./listing.ts";

const [RSP, RBP] = [4, 5] as const;
/** Instructions behind a pop in which the rest may be taken. */
const LOOK_AHEAD = 8;
/** Calls named of those that take their arguments themselves. */
const TAKERS_TOLD = 3;
const bytes = (count: number): string => `${count} ${count === 1 ? "byte" : "bytes"}`;

function isCode(code: Listing, value: Value): boolean {
  const section = value.kind === "label" ? code.module.symbols[value.symbol]?.section : undefined;
  return typeof section === "number" && code.module.sections[section]!.exec;
}

/** On top of the stack lies what the code itself put there to be jumped to. */
function isDeliberate({ state, code, index }: Place): boolean {
  const before = code.instructions[index - 1]?.decoded;
  const isFresh = before?.mnemonic === "push";
  // `push qword [table + rdi * 8]` in front of ret is a jump, whatever other ways lead to the ret.
  if (isFresh && before.operands[0]?.kind === "memory") return true;
  if (isFresh && state.registers[RSP]!.some(({ kind }) => kind === "below")) return true;
  const key = slotKey(state.registers[RSP]!, 0);
  const slot = key === undefined ? undefined : state.slots.get(key);
  if (slot === undefined) return false;
  if (slot.values.some((value) => value.kind === "return" || isCode(code, value))) return true;
  // What functions must keep may be pushed where a pop was meant; an argument is where to go.
  const isArgument = (value: Value): boolean =>
    value.kind === "entry" && value.offset === 0 && (CALLER_SAVED[code.bits] & (1 << value.register)) !== 0;
  return (
    isFresh &&
    slot.values.some((value) => /^(computed|many|number|unknown|quotient)$/.test(value.kind) || isArgument(value))
  );
}

const isOff = (value: Value): boolean =>
  value.kind === "aligned" ||
  (value.kind === "below" && value.offset < 0) ||
  (value.kind === "entry" && value.register === RSP && value.offset !== 0);

/** What was pushed in some rounds of a loop is still there: a round without its pop, or a loop that only pushes. */
const isGrown = ({ kind }: Value): boolean => kind === "below";

/** The register whose value at the entry lies at so many bytes from the entry's stack pointer. */
function savedAt({ slots }: FlowState, offset: number): number | undefined {
  const saved = only(slots.get(String(offset))?.values ?? []);
  return saved?.kind === "entry" && saved.offset === 0 && saved.register !== RSP ? saved.register : undefined;
}

/** The pops of saved registers that stand in front of a ret, the first one first. */
function popsBefore({ code, index }: Place): number[] {
  const pops: number[] = [];
  for (let at = index; at > 0 && !code.instructions[at]!.isTarget; at--) {
    const { decoded } = code.instructions[at - 1]!;
    const operand = decoded.operands[0];
    const isPop = decoded.mnemonic === "pop" && operand?.kind === "register";
    if (isPop && (CALLER_SAVED[code.bits] & (1 << operand.register.number)) === 0) pops.unshift(at - 1);
    else if (changesFlow(decoded) || registerUse(decoded).writes.has(RSP)) break;
  }
  return pops;
}

/** What is left is taken off before the pops, which then find what was saved. */
function fixBeforePops(place: Place, pops: readonly number[], leftBytes: number): Fix[] {
  const { code, owner } = place;
  const before = pops.map((at) => owner.reached.find(({ index }) => index === at)!.state);
  const isRight = pops.every((at, number) => {
    const operand = code.instructions[at]!.decoded.operands[0];
    const height = only(before[number]!.registers[RSP]!);
    return (
      operand?.kind === "register" &&
      height?.kind === "entry" &&
      height.register === RSP &&
      savedAt(before[0]!, height.offset + leftBytes) === operand.register.number
    );
  });
  const first = code.instructions[pops[0]!]!;
  if (!isRight || !isEditable(first)) return [];
  const line = `add ${registerName(code, RSP)}, ${leftBytes}`;
  return [{ title: `Put \`${line}\` before \`${statementOf(first)}\``, edits: linesBefore(first, [line]) }];
}

/** Pops and an add that undo what lies on the stack, when every path left the same. */
function balanceFix(place: Place): Fix[] {
  const value = only(place.state.registers[RSP]!);
  if (value?.kind !== "entry" || value.offset >= 0 || !isEditable(place.instruction)) return [];
  const pops = popsBefore(place);
  if (pops.length > 0) return fixBeforePops(place, pops, -value.offset);
  const wordBytes = place.code.bits / 8;
  const lines: string[] = [];
  let at = value.offset;
  const frame = only(place.state.registers[RBP]!);
  if (
    frame?.kind === "entry" &&
    frame.register === RSP &&
    frame.offset > at &&
    savedAt(place.state, frame.offset) === RBP
  ) {
    lines.push("leave");
    at = frame.offset + wordBytes;
  }
  for (; at < 0; at += wordBytes) {
    const register = savedAt(place.state, at);
    if (register === undefined) break;
    lines.push(`pop ${registerName(place.code, register)}`);
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
  if (values.some(({ kind }) => kind === "below")) return "what a loop has pushed is still on the stack";
  const offsets = values.flatMap((value) => (isOff(value) && value.kind === "entry" ? [value.offset] : []));
  if (offsets.length === 0) return `${name} was aligned and is not put back`;
  return offsets
    .map((offset) =>
      offset < 0 ? `${bytes(-offset)} are still on the stack` : `${bytes(offset)} too many were taken from the stack`,
    )
    .join(", or ");
}

/** At ret rsp comes from an rbp that is the caller's still: `leave` in a function without a frame, or a second one. */
function fromCallersFrame(place: Place): Diagnostic[] {
  const { code, owner, state, flow, index } = place;
  const height = only(state.registers[RSP]!);
  if (height?.kind !== "entry" || height.register !== RBP || height.offset !== code.bits / 8) return [];
  const at = owner.reached.filter((one) => one.index < index && isLeave(code, one.index)).at(-1)?.index;
  // What is jumped to is the end of another function, or many's.
  const isShared = flow.functions.some(({ reached }) =>
    reached.some((one) => one.index !== index && goesOnAt(flow.graph, one, owner.entry)),
  );
  if (at === undefined || isShared) return [];
  const before = owner.reached.find((one) => one.index === at)!.state.registers[RSP]!;
  const isSecond = isLeftBefore(code, at);
  const depth = only(before);
  const hasRoom = depth?.kind === "entry" && depth.register === RSP && depth.offset !== 0;
  // Without room of its own the function may mean to return for its caller.
  const severity = isSecond || hasRoom ? "warning" : "hint";
  const what = isSecond ? "a second `leave`" : "`leave` without a frame of its own";
  const message = `at this ret of ${functionName(place)} ${registerName(code, RSP)} lies in the caller's frame, by ${what} in ${lineText(code, at)}: ${registerName(code, RBP)} is the caller's there`;
  return [flowFinding(place, "stack-imbalance", severity, message, { related: relatedTo(code, at, "left here") })];
}

/** Another `leave` in the straight line above. */
function isLeftBefore(code: Listing, at: number): boolean {
  for (let index = at - 1; index >= 0 && !changesFlow(code.instructions[index]!.decoded); index--)
    if (isLeave(code, index)) return true;
  return false;
}

/** Execution comes from there to the instruction at `entry` by a jump, or by running on. */
const goesOnAt = (graph: Graph, { index, state }: Reached, entry: number): boolean => {
  const target = graph.targets[index];
  const mayBe = graph.next[index] === entry || (target?.kind === "instruction" && target.index === entry);
  return (
    mayBe &&
    graph.code.instructions[index]!.decoded.mnemonic !== "call" &&
    successors(state, graph, index).includes(entry)
  );
};

const isLeave = (code: Listing, index: number): boolean => code.instructions[index]!.decoded.mnemonic === "leave";

function atReturn(place: Place): Diagnostic[] {
  const { owner, state, code } = place;
  if (owner.why === "address" || isDeliberate(place)) return [];
  const values = state.registers[RSP]!;
  if (owner.why === "start") return fromEntry(place);
  const left = fromCallersFrame(place);
  if (left.length > 0) return left;
  const judgement = judged(values, isOff) ?? (values.some(isGrown) ? "hint" : undefined);
  if (judgement === undefined) return [];
  const severity = dropsReturn(place) ? "hint" : judgement;
  const path = judgement === "hint" ? " on some path" : "";
  const message = `at this ret of ${functionName(place)} ${heightText(values, registerName(code, RSP))}${path}: ret would take that for the return address`;
  const key = slotKey(values, 0);
  const top = key === undefined ? undefined : state.slots.get(key);
  const related =
    top === undefined || top.at < 0
      ? []
      : relatedTo(code, top.at, `not undone: ${statementOf(code.instructions[top.at]!)}`);
  const more = { fixes: balanceFix(place), related: [...related, ...takers(place)] };
  return [flowFinding(place, "stack-imbalance", severity, message, more)];
}

/** Calls whose functions end in `ret N`: that may be more or less than was pushed for them. */
function takers({ code, owner, flow: { graph } }: Place): Related[] {
  return owner.reached
    .flatMap(({ index }) => {
      const target = graph.targets[index];
      const isCall = code.instructions[index]!.decoded.mnemonic === "call" && target?.kind === "instruction";
      const count = isCall ? graph.pops.get(target.index) : undefined;
      const message = `the function takes ${bytes(Number(count))} of its arguments off the stack itself`;
      return typeof count === "number" && count > 0 ? relatedTo(code, index, message) : [];
    })
    .slice(0, TAKERS_TOLD);
}

/** In the straight line in front of an instruction stands a system call whose number nobody knows: it may be exit. */
function isBehindUnknownCall({ code, owner, flow }: Place, index: number): boolean {
  for (let at = index; at >= Math.max(0, index - LOOK_BACK); at--) {
    const { decoded } = code.instructions[at]!;
    if (kernelEntry(decoded) !== undefined) {
      const before = owner.reached.find((one) => one.index === at);
      return before !== undefined && kernelCall(before.state, flow.graph, at) === undefined;
    }
    if (changesFlow(decoded) || flow.graph.next[at - 1] !== at) return false;
  }
  return false;
}

function fromEntry(place: Place): Diagnostic[] {
  const severity = judged(place.state.registers[RSP]!, (value) => isStack(value) && value.kind === "entry");
  if (severity === undefined || isBehindUnknownCall(place, place.index - 1)) return [];
  const fixes = isEditable(place.instruction)
    ? [{ title: "Exit by system call", edits: replaced(place.instruction, exitLines(place.code)) }]
    : [];
  const message =
    "nothing called the entry point, so there is no return address: ret would jump to what lies on the stack; end the program with the exit system call";
  return [flowFinding(place, "ret-from-entry", severity, message, { fixes })];
}

/** The entry point runs on into a function, or jumps there: its ret has nothing to return to. */
function runsInto(place: Place): Diagnostic[] {
  const { code, flow, owner, index, state } = place;
  const into = flow.functions.find(
    ({ entry }) => entry !== owner.entry && isOwnFunction(flow.graph, entry) && goesOnAt(flow.graph, place, entry),
  );
  if (into === undefined || isBehindUnknownCall(place, index)) return [];
  const after = copyState(state);
  step(after, flow.graph, index);
  const isAtEntry = (values: Values): boolean => {
    const value = only(values);
    return value?.kind === "entry" && value.register === RSP && value.offset === 0;
  };
  if (!isAtEntry(after.registers[RSP]!)) return [];
  const isReturn = (at: number): boolean => code.instructions[at]!.decoded.mnemonic === "ret";
  const endsElsewhere = into.reached.some(
    (one) =>
      !isReturn(one.index) &&
      successors(one.state, flow.graph, one.index).every((next) => next < 0 || isOwnFunction(flow.graph, next)),
  );
  const isSure = successors(state, flow.graph, index).length === 1 && !endsElsewhere;
  const name = functionName({ ...place, owner: into });
  return into.reached.flatMap((one) => {
    const there = { ...place, ...one, owner: into, instruction: code.instructions[one.index]! };
    if (!isReturn(one.index) || !isAtEntry(one.state.registers[RSP]!)) return [];
    const message = `the entry point comes to ${name} in ${lineText(code, index)} without a call, so this ret has no return address: end the program with the exit system call before it`;
    return [
      flowFinding(there, "ret-from-entry", isSure ? "warning" : "hint", message, {
        related: relatedTo(code, index, `goes on at ${name}`),
      }),
    ];
  });
}

/** The function moves the stack pointer by parts of a word: it makes up for the narrow push itself. */
const movesByParts = ({ code, owner }: Place): boolean =>
  owner.reached.some(({ index }) => {
    const { mnemonic, operands } = code.instructions[index]!.decoded;
    const [target, amount] = operands;
    const isStackPointer = target?.kind === "register" && target.register.number === RSP;
    const moved = amount?.kind === "immediate" ? amount.value : amount?.kind === "memory" ? amount.displacement : 0n;
    return isStackPointer && /^(add|sub|lea)$/.test(mnemonic) && moved % BigInt(code.bits / 8) !== 0n;
  });

function widthFix(place: Place, pushed: number): Fix[] {
  const push = place.code.instructions[pushed]!;
  const operand = push.decoded.operands[0];
  if (operand?.kind !== "register" || !isEditable(push) || movesByParts(place)) return [];
  const wide = `push ${registerName(place.code, operand.register.number)}`;
  return [{ title: `Use the whole register: ${wide}`, edits: replaced(push, [wide]) }];
}

/** Several narrow pops of one wide push take a value apart; one, and an addition for the rest, may be meant so. */
function howTakenApart({ code, index }: Place, sizeBytes: number): "by pops" | "by an addition" | "not" {
  for (const { decoded } of code.instructions.slice(index + 1, index + LOOK_AHEAD)) {
    const operand = decoded.operands[0];
    const isNarrow = operand?.kind === "register" && operand.register.sizeBits === 8 * sizeBytes;
    if (decoded.mnemonic === "pop" && isNarrow) return "by pops";
    const isStackPointer = operand?.kind === "register" && operand.register.number === RSP;
    if ((decoded.mnemonic === "add" || decoded.mnemonic === "lea") && isStackPointer) return "by an addition";
    if (changesFlow(decoded)) return "not";
  }
  return "not";
}

/** Several narrow pushes that make one wide value. */
function isPutTogether({ state, code }: Place, sizeBytes: number): boolean {
  let done = 0;
  while (done < sizeBytes) {
    const key = slotKey(state.registers[RSP]!, done);
    const slot = key === undefined ? undefined : state.slots.get(key);
    if (slot === undefined || slot.at < 0 || code.instructions[slot.at]!.decoded.mnemonic !== "push") return false;
    done += slot.sizeBytes;
  }
  return done === sizeBytes;
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
  if (slot.sizeBytes < sizeBytes && isPutTogether(place, sizeBytes)) return [];
  const push = code.instructions[slot.at]!;
  const message = `pop takes ${bytes(sizeBytes)} from the stack, but \`${statementOf(push)}\` in line ${push.item.lineNumber} put ${bytes(slot.sizeBytes)} there`;
  const fixes = slot.sizeBytes === 2 ? widthFix(place, slot.at) : [];
  const parts = slot.sizeBytes > sizeBytes ? howTakenApart(place, sizeBytes) : "not";
  if (parts === "by pops") return [];
  const severity = parts === "not" ? "warning" : "hint";
  const related = relatedTo(code, slot.at, "pushed here");
  return [flowFinding(place, "push-pop-width", severity, message, { fixes, related })];
}

/** Rules stack-imbalance, ret-from-entry and push-pop-width. */
export const stackBalance = (code: Listing): Diagnostic[] =>
  overFlow(code, (place) => {
    const { mnemonic } = place.instruction.decoded;
    if (mnemonic === "ret") return atReturn(place);
    const into = place.owner.why === "start" ? runsInto(place) : [];
    return mnemonic === "pop" ? [...into, ...atPop(place)] : into;
  });
