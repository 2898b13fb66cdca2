// What one statement does in one pass: defines its label, moves on by its size, and in the last pass writes its bytes.
// Statements without names or `$` mean the same in every pass, so their operands and bytes are kept from pass to pass;
// that is what makes several passes cost little more than one.
// Source: NASM manual, 3.2 "Pseudo-Instructions", 3.9 "Local Labels", 2.1.24 "The -O Option".

import { type Encoded, type EncodeFailure, NO_SEGMENT, type Operand } from "../isa/insn.ts";
import type { Item } from "../obj/object-module.ts";
import { type DataElement, dataSize, fixedBytes, incbinBytes, putData, putRepeated, resolveData } from "./data.ts";
import { emitInstruction, encodeHere, FINAL_FAILURES, reportFailure, reportMeasured } from "./emit.ts";
import { type Expression, evaluate, tellNotes } from "./expression.ts";
import { describeData, describeItem } from "./item.ts";
import { listCount } from "./listing.ts";
import { jumpBytes, measureJump, type NearJump, nearJumpOf } from "./near-jump.ts";
import { COMPOUND, type OperandScope, type ResolvedOperands, resolveOperands } from "./operand.ts";
import { putBytes, putReserve, repeatBytes, timesPossible } from "./output.ts";
import { LABEL, type PlainLine } from "./plain-line.ts";
import { listSection } from "./section-table.ts";
import { complain, keepItem, moveOn, offsetHere, type State, segmentHere } from "./state.ts";
import type { LabelNode, Lead, Statement } from "./statement.ts";
import { settleSymbol } from "./symbol-special.ts";
import { defineSymbol, knownEntry, redefineSymbol } from "./symbol-table.ts";
import type { Line } from "./token.ts";
import * as v from "./vector.ts";

/** A statement with what is known of it apart from any pass; lines of equal text share one. */
export interface Prepared {
  readonly statement: Statement;
  /** State's manner that the kept results hold for. */
  manner: string | undefined;
  resolved: ResolvedOperands | undefined;
  encoded: Encoded | undefined;
  elements: readonly DataElement[] | undefined;
  /** The bytes of the elements, if they are all there is to it. */
  settled: Uint8Array | undefined;
  /** Neither label nor `times` nor anything to say: only its bytes. */
  readonly bare: boolean;
  /** What the statement is as a jump that says nothing but its target. */
  readonly jump: NearJump | undefined;
}

export const prepare = (statement: Statement): Prepared => ({
  statement,
  manner: undefined,
  resolved: undefined,
  encoded: undefined,
  elements: undefined,
  settled: undefined,
  bare: statement.label === undefined && statement.notes.length === 0 && hasPlainLead(statement),
  jump: nearJumpOf(statement),
});

/** Nothing stands in front of what is done, or prefixes of an instruction, which are part of its bytes. */
const hasPlainLead = ({ lead, body }: Statement): boolean =>
  lead.length === 0 ||
  (body.kind === "instruction" && body.mnemonic !== "" && lead.every(({ kind }) => kind === "prefix"));

/** The quick way for what most lines are: an instruction that is already encoded, without label. False when the
 * line has to be worked out. */
export function layBare(state: State, prepared: Prepared): boolean {
  const { encoded } = prepared;
  if (!prepared.bare || prepared.manner !== state.manner) return false;
  if (encoded === undefined) return layBareData(state, prepared);
  const { section, reporter } = state;
  if (section === undefined) return false;
  if (reporter.pass !== "final") {
    if (encoded.warnings.length > 0) return false;
    section.offset += encoded.bytes.length;
    return true;
  }
  if (encoded.warnings.length > 0 || section.type === "nobits" || state.options.listing) return false;
  const { offset } = section;
  putBytes(state, encoded.bytes);
  if (keepsItems(state)) {
    const { length } = encoded.bytes;
    pushItem(state, length, () => describeItem(state, prepared.statement, "code", offset, length, undefined));
  }
  return true;
}

/** The same for data, before the last pass. */
function layBareData({ section, reporter }: State, { settled }: Prepared): boolean {
  if (settled === undefined || section === undefined || reporter.pass === "final") return false;
  section.offset += settled.length;
  return true;
}

/** Forgets what a statement came to with values that only this assembly has. */
export function forgetResults(prepared: Prepared): void {
  prepared.manner = undefined;
  prepared.resolved = undefined;
  prepared.encoded = undefined;
  prepared.elements = undefined;
  prepared.settled = undefined;
}

/** The bytes of a line that has just been laid out, if they are all there is to it in every pass. */
export function settledBytes(state: State, prepared: Prepared): Uint8Array | undefined {
  const { bare, encoded, manner, elements } = prepared;
  if (!bare || manner !== state.manner) return undefined;
  if (encoded) return encoded.warnings.length === 0 ? encoded.bytes : undefined;
  // With -g the last pass has to see data: labels have the size of an element.
  if (elements && state.options.debug) return undefined;
  if (elements && elements.length > 0) prepared.settled ??= fixedBytes(elements);
  return elements && prepared.settled;
}

/** What the pass before found out about one line whose instruction has symbols in it. */
export interface Sized {
  readonly manner: string;
  /** The segment it stands in. */
  readonly here: number;
  /** In the first pass: nobody knew the symbol yet. */
  readonly unknown: boolean;
  readonly segment: number;
  readonly offset: bigint;
  readonly size: number;
  /** A jump's form; its length follows from how far its target is. */
  readonly form: "short" | "near";
}

/** What stands before the instruction, worked out. */
interface Led {
  readonly times: number;
  readonly prefixes: readonly string[];
}
const NOTHING_LEADS: Led = { times: 1, prefixes: [] };

/** A scope whose `critical` the pass sets. */
export type PassScope = OperandScope & { critical: OperandScope["critical"] };

/** Lays out a line that is only a label or a jump; false when it has to be worked out like any other. */
export function layPlain(state: State, line: PlainLine, scope: PassScope): boolean {
  scope.critical = state.reporter.pass === "final" ? "" : "no";
  if (line.opcode !== LABEL) return layJump(state, line, undefined, scope);
  defineLabel(state, line, scope);
  return true;
}

/** Works one statement out. `sized` and the result are what consecutive passes tell each other about the line. */
export function layStatement(
  state: State,
  prepared: Prepared,
  scope: PassScope,
  sized: Sized | undefined,
): Sized | undefined {
  const { statement } = prepared;
  const { label, body } = statement;
  const { reporter } = state;
  const final = reporter.pass === "final";
  scope.critical = final ? "" : "no";
  tellNotes(statement.notes, scope);
  if (label) {
    if (label.orphan) {
      const message = "label alone on a line without a colon might be in error";
      complain(state, { severity: "warning", code: "label-orphan", message }, label.at);
    }
    // Behind a prefix NASM sees too late that it is not the place that is meant.
    if (body.kind !== "equ" || statement.lead.length > 0) defineLabel(state, label, scope);
  }
  const led = statement.lead.length === 0 ? NOTHING_LEADS : lead(state, statement.lead, scope);
  if (!led) return undefined;
  switch (body.kind) {
    case "none":
      break;
    case "failure":
      complain(state, { severity: "error", code: "syntax", message: body.message }, body.at);
      break;
    case "instruction":
      return layInstruction(state, prepared, led, scope, sized);
    case "equ":
      layEqu(state, statement, scope);
      break;
    case "reserve":
      layReserveStatement(state, prepared, led, scope);
      break;
    case "data":
      layData(state, prepared, led, scope);
      break;
    case "incbin":
      layIncbin(state, prepared, led, scope);
  }
  return undefined;
}

/** Puts a label here. */
function defineLabel(state: State, label: LabelNode, scope: PassScope): void {
  const { section, reporter, symbols } = state;
  const { name, at, memo } = label;
  const special = name.startsWith("..") && name[2] !== "@";
  if (reporter.pass === "stabilise" && section && !special) listSection(state.sections, section);
  const segment = segmentHere(state);
  const constant = segment === NO_SEGMENT && !section;
  const definition = { segment, offset: offsetHere(state), by: "label", constant } as const;
  const entry = knownEntry(symbols, name, memo);
  redefineSymbol(symbols, entry, name, definition, reporter, state.line, at);
  settleSymbol(state, entry, scope);
}

/** Prefixes and `times`; undefined after an error that ends the statement. */
function lead(state: State, steps: readonly Lead[], scope: PassScope): Led | undefined {
  let times = 1;
  // Of two prefixes of a kind the last one counts.
  let prefixes: Map<string, string> | undefined;
  for (const step of steps) {
    if (step.kind === "prefix") {
      prefixes ??= new Map();
      prefixes.set(step.slot, step.name);
    } else if (step.kind === "times") {
      const count = timesCount(state, step, scope);
      if (count === undefined) return undefined;
      times = count;
    } else complain(state, step.note, step.note.at);
  }
  return { times, prefixes: prefixes ? [...prefixes.values()] : NOTHING_LEADS.prefixes };
}

/** Larger than any `>> 31` of an address difference: nobody counts on what is left of it. */
const LARGEST_SHIFTED = 2n ** 33n;

/** NASM keeps 32 bits of a count: `times (($$-$)>>31)+1` is none. Where those are negative it stops with an assertion. */
function largeCount(state: State, count: bigint, at: number): number {
  const kept = Number(BigInt.asIntN(32, count));
  if (kept < 0) {
    const message = `TIMES value ${count} is too large`;
    complain(state, { severity: "error", code: "times", message, when: "final" }, at);
    return 0;
  }
  if (count > LARGEST_SHIFTED) {
    const message = `TIMES value ${count} exceeds 32 bits: ${kept} is left of it`;
    complain(state, { severity: "warning", code: "other", message, when: "final" }, at);
  }
  return kept;
}

function timesCount(state: State, step: Lead & { kind: "times" }, scope: PassScope): number | undefined {
  const { pass } = state.reporter;
  const before = scope.critical;
  scope.critical = pass === "stabilise" || pass === "final" ? "" : "no";
  const value = evaluate(step.count, scope);
  scope.critical = before;
  if (!value) return undefined;
  if (!v.isSimple(value)) {
    const message = "non-constant argument supplied to TIMES";
    complain(state, { severity: "error", code: "times", message }, step.at);
    return 1;
  }
  const count = v.numberOf(value);
  if (count > 0x7fffffffn) return largeCount(state, count, step.at);
  if (count >= 0n) return Number(count);
  const message = `TIMES value ${count} is negative`;
  complain(state, { severity: "error", code: "times", message, when: "final" }, step.at);
  return 0;
}

/** The operands in this pass, kept where they cannot change. */
function operandsOf(state: State, prepared: Prepared, led: Led, scope: PassScope): ResolvedOperands | undefined {
  const { statement } = prepared;
  if (prepared.resolved && prepared.manner === state.manner) return prepared.resolved;
  const { body } = statement;
  if (body.kind !== "instruction" && body.kind !== "reserve" && body.kind !== "equ") return undefined;
  const before = state.reporter.count;
  scope.varies = false;
  const farAllowed = body.kind === "instruction" && (body.mnemonic === "jmp" || body.mnemonic === "call");
  const resolved = resolveOperands(body.operands, led.prefixes, scope, farAllowed);
  const trusting = state.trustsConstants && !scope.varies;
  // What stands before the instruction (`times $-x`) is worked out by itself.
  const places = body.kind === "instruction" ? body.operands.some((node) => node.usesPlaces) : statement.usesPlaces;
  const fixed = resolved && (!places || trusting) && state.reporter.count === before;
  if (fixed && places) state.trusting = prepared;
  prepared.resolved = fixed ? resolved : undefined;
  prepared.encoded = undefined;
  prepared.manner = state.manner;
  return resolved;
}

const TIMES_ITEMS_MAX = 100_000;
/** `times 1000000` of something wrong need not say so a million times. */
const TIMES_MESSAGES_MAX = 1_000;

/** So many repetitions of a jump are measured one by one; the others are taken to be as long as the last of these. */
const TIMES_MEASURED_MAX = 100_000;

/** Whether there is room left for more output; the passes before the last one only count. */
function hasRoomFor(state: State): boolean {
  const size = state.section?.offset ?? 0;
  return state.section?.type === "nobits" || Math.max(size, state.outputBytes) <= state.limits.outputBytes;
}

function layInstruction(
  state: State,
  prepared: Prepared,
  led: Led,
  scope: PassScope,
  sized: Sized | undefined,
): Sized | undefined {
  const { statement } = prepared;
  const { body } = statement;
  if (body.kind !== "instruction") return undefined;
  const final = state.reporter.pass === "final";
  const found = state.reporter.count;
  if (prepared.jump && layJump(state, prepared.jump, statement, scope)) return undefined;
  if (!final) {
    if (prepared.encoded?.warnings.length === 0 && prepared.manner === state.manner) {
      moveOn(state, prepared.encoded.bytes.length * led.times);
      return undefined;
    }
    if (sized && led.times === 1 && keepsSize(state, body, sized, scope)) {
      moveOn(state, sized.size);
      return sized;
    }
  }
  // Prefixes alone are no bytes reserved, to NASM.
  if (body.mnemonic === "") noteElement(state, 1, led.times);
  const resolved = operandsOf(state, prepared, led, scope);
  if (!resolved) {
    // What names an unknown symbol is a row of the listing all the same.
    if (final) endRepetition(state, led.times);
    return undefined;
  }
  if (resolved.misused) {
    refuseAddresses(state, resolved, body.at);
    return undefined;
  }
  const fixed = prepared.resolved !== undefined;
  let result: Encoded | EncodeFailure | undefined;
  const possible = final ? timesPossible(state, 1, led.times) : led.times;
  const refused = hasLooseColon(body, resolved);
  for (let k = 0; k < possible; k++) {
    result = prepared.encoded ?? (refused ? NO_FORM : undefined);
    result ??= encodeHere(state, body.mnemonic, resolved, fixed || final ? "final" : "early");
    if (!result.ok) {
      if (!failInstruction(state, statement, body.mnemonic, result, resolved)) return undefined;
      if (k > TIMES_MESSAGES_MAX) return undefined;
      continue;
    }
    if (!hasRoomFor(state)) return undefined;
    if (fixed && result.slots.every((slot) => !slot.relative)) prepared.encoded = result;
    const size = result.bytes.length;
    if (!final) reportMeasured(state, statement, result, resolved);
    if (final) {
      const offset = state.section?.offset ?? 0;
      if (k === 1) startRepetition(state);
      emitInstruction(state, statement, result, resolved);
      if (k < TIMES_ITEMS_MAX && keepsItems(state))
        pushItem(state, size, () => describeItem(state, statement, "code", offset, size, resolved));
      // Behind the items there may be, copies are all that is left.
      const copies = keepsItems(state) && k < TIMES_ITEMS_MAX ? 0 : possible - 1 - k;
      const plain = copies > 0 && prepared.encoded && result.slots.length === 0 && result.warnings.length === 0;
      if (plain && repeatBytes(state, size, copies)) break;
    } else {
      moveOn(state, size);
      // Only jumps can differ in length from one repetition to the next.
      if (prepared.encoded || !body.mnemonic.startsWith("j") || k > TIMES_MEASURED_MAX) {
        moveOn(state, size * (led.times - 1 - k));
        break;
      }
    }
  }
  if (final) endRepetition(state, led.times);
  if (final || led.times !== 1 || !result?.ok || prepared.encoded) return undefined;
  // What was found would have to be found again.
  if (state.reporter.count !== found) return undefined;
  return sizeOf(state, body, resolved, result);
}

/** A colon behind an operand (`jmp 5:`, `mov eax:ebx`) that does not make a far address of it and the next: no form has one. */
const hasLooseColon = ({ operands: nodes }: Instruction, { operands, written }: ResolvedOperands): boolean =>
  operands.some(
    (operand, k) => nodes[written[k]!]!.colon && !(operand.kind === "immediate" && operand.farSegment !== undefined),
  );

const NO_FORM: EncodeFailure = {
  ok: false,
  code: "no-form",
  message: "invalid combination of opcode and operands",
};

/** Lays out a jump that says nothing but its target; false when more has to be done. */
function layJump(state: State, jump: NearJump, statement: Statement | undefined, scope: PassScope): boolean {
  if (state.reporter.pass !== "final") return measureJump(state, jump);
  if (state.options.listing) return false;
  const bytes = jumpBytes(state, jump);
  if (bytes === undefined || !hasRoomFor(state)) return false;
  const offset = state.section!.offset;
  const sizeBytes = bytes.length;
  putBytes(state, bytes);
  if (statement && keepsItems(state)) {
    const { body } = statement;
    const operands = body.kind === "instruction" ? body.operands : [];
    const resolve = () => resolveOperands(operands, [], scope, true);
    pushItem(state, sizeBytes, () => describeItem(state, statement, "code", offset, sizeBytes, resolve()));
  }
  return true;
}

/** A listing shows the first of `times` and the count. */
function startRepetition({ listing }: State): void {
  if (listing) listing.repeating = true;
}

function endRepetition({ listing }: State, times: number): void {
  if (!listing || times < 2) return;
  listing.repeating = false;
  listCount(listing, listing.offset, "rep", times);
}

/** Says why an instruction cannot be; true when NASM writes it all the same, so that what follows stays where it was. */
function failInstruction(
  state: State,
  statement: Statement,
  mnemonic: string,
  failure: EncodeFailure,
  resolved: ResolvedOperands,
): boolean {
  // A failure of matching is said in the last pass; one of sizing ends the first.
  const late = FINAL_FAILURES.has(failure.code);
  if (state.reporter.pass === "final" || !late) reportFailure(state, statement, failure, resolved);
  // In the passes before the last one NASM tries, and complains, as often as `times` says.
  if (failure.code !== "short-jump-range") return state.reporter.pass !== "final" && !late;
  const jump = encodeHere(state, mnemonic, resolved, "early");
  const refused = state.section === undefined || state.section.type === "nobits";
  const seen = state.reporter.pass === "final" && (state.listing !== undefined || refused);
  if (jump.ok && seen) putBytes(state, jump.bytes);
  else if (jump.ok) moveOn(state, jump.bytes.length);
  return true;
}

type Instruction = Statement["body"] & { kind: "instruction" };

/** The only operand with symbols, if it is one expression and nothing else about it can change the size. */
function soleSymbolic(body: Instruction): Expression | undefined {
  let found: Expression | undefined;
  for (const { usesPlaces, steps } of body.operands) {
    if (!usesPlaces) continue;
    const [step] = steps;
    if (found || steps.length !== 1 || step?.kind !== "value") return undefined;
    found = step.expression;
  }
  return found;
}

/** What the next pass may rely on; undefined when it has to encode again. */
function sizeOf(state: State, body: Instruction, resolved: ResolvedOperands, encoded: Encoded): Sized | undefined {
  if (!soleSymbolic(body) || resolved.selfRelative.size > 0) return undefined;
  const index = resolved.written.findIndex((written) => body.operands[written]!.usesPlaces);
  const operand = resolved.operands[index];
  const value =
    operand?.kind === "memory" ? operand.displacement : operand?.kind === "immediate" ? operand.value : undefined;
  const { manner } = state;
  if (!value || value.wrt !== NO_SEGMENT) return undefined;
  const { unknown, segment, offset } = value;
  if (unknown && state.reporter.pass !== "first") return undefined;
  const form = encoded.slots[0]?.sizeBytes === 1 ? "short" : "near";
  return { manner, here: segmentHere(state), unknown, segment, offset, size: encoded.bytes.length, form };
}

/** Whether an instruction still has the size it had: an address has one whatever its value, a number while it is the same,
 * a jump that can be short while its target stays in or out of reach. */
function keepsSize(state: State, body: Instruction, sized: Sized, scope: PassScope): boolean {
  if (sized.manner !== state.manner || sized.here !== segmentHere(state)) return false;
  const expression = soleSymbolic(body);
  if (expression?.kind !== "symbol") return false;
  const place = scope.find(expression.name, expression.memo);
  if (!place || sized.unknown) return !place && sized.unknown && state.reporter.pass === "first";
  if (place.segment !== sized.segment) return false;
  if (sized.segment === NO_SEGMENT) return place.offset === sized.offset;
  if (!body.mnemonic.startsWith("j") || place.segment !== segmentHere(state)) return true;
  // Between the lengths of the short and the near form nothing is taken for granted.
  const distance = Number(place.offset) - (state.section?.offset ?? 0);
  return sized.form === "short" ? distance >= -120 && distance <= 120 : distance < -140 || distance > 140;
}

const keepsItems = (state: State): boolean => state.options.items !== "left-out";

/** Lists what stands at the current place; what there is to say about it is found out when somebody asks. */
function pushItem(state: State, sizeBytes: number, describe: () => Item): void {
  if (sizeBytes > 0) keepItem(state, { line: state.line, previous: state.symbols.previous, describe });
}

/** A line that is only its bytes, in the manner it has where it stands. */
export interface Settled {
  readonly line: Line;
  readonly statement: Statement;
  readonly sizeBytes: number;
  /** Of data. */
  readonly elements: readonly DataElement[] | undefined;
}

/** Items of such lines on end, the first of them at `offset`. */
export function settledItems(state: State, settled: readonly Settled[], offset: number): Item[] {
  const items: Item[] = [];
  let at = offset;
  for (const { line, statement, sizeBytes, elements } of settled) {
    const { body } = statement;
    state.line = line;
    if (sizeBytes > 0 && body.kind === "data") {
      items.push(describeData(state, statement, at, sizeBytes, elements!, body.elementBytes));
    } else if (sizeBytes > 0) items.push(describeItem(state, statement, "code", at, sizeBytes, undefined));
    at += sizeBytes;
  }
  return items;
}

function layEqu(state: State, statement: Statement, scope: PassScope): void {
  const { label, body } = statement;
  if (body.kind !== "equ") return;
  scope.varies = false;
  const resolved = resolveOperands(body.operands, [], scope, false);
  if (!resolved) return;
  const fail = (message: string) => complain(state, { severity: "error", code: "equ", message }, body.at);
  if (!label) {
    fail("EQU not preceded by label");
    return;
  }
  const [first, second] = resolved.operands;
  if (!refuseDecorators(state, first, body.at)) refuseWords(state, first, body.at);
  const value = first?.kind === "immediate" ? first.value : undefined;
  if (!value || second || value.wrt !== NO_SEGMENT) {
    fail("bad syntax for EQU");
    return;
  }
  const segment = value.segment === COMPOUND ? NO_SEGMENT : value.segment;
  const constant = !scope.varies && value.segment === NO_SEGMENT && !value.unknown;
  const definition = { segment, offset: value.offset, by: "equ", constant } as const;
  const { symbols, reporter, line } = state;
  settleSymbol(state, defineSymbol(symbols, label.name, definition, reporter, line, label.at), scope);
}

/** `equ` and `resb` take no decorators; true when there are some. NASM says so in its last pass. */
function refuseDecorators(state: State, operand: Operand | undefined, at: number): boolean {
  if (operand?.kind !== "immediate" || !(operand.mask || operand.zeroing || operand.broadcast)) return false;
  const said = operand.broadcast
    ? (["broadcast-not-permitted", "broadcast not permitted on this operand"] as const)
    : operand.mask
      ? (["mask-not-permitted", "mask not permitted on this operand"] as const)
      : (["decorator-not-supported", "unsupported mode decorator for instruction"] as const);
  complain(state, { severity: "error", code: said[0], message: said[1], when: "final" }, at);
  return true;
}

/** With -g NASM gives a label the size of an element of the data that the last pass meets next, wherever that stands. */
function noteElement({ symbols: { last }, reporter, options }: State, elementBytes: number, times: number): void {
  if (!options.debug || !last || last.elementBytes > 0 || reporter.pass !== "final" || times === 0) return;
  last.elementBytes = elementBytes;
}

/** Whether registers in addresses do not go together; says so. */
function refuseAddresses(state: State, resolved: ResolvedOperands, at: number): boolean {
  const operands = resolved.operands.filter(({ kind }) => kind === "memory");
  if (operands.length === 0) return false;
  const encoded = encodeHere(state, "nop", { ...resolved, operands }, "early");
  if (encoded.ok || encoded.code !== "address-size") return false;
  complain(state, { severity: "error", code: encoded.code, message: encoded.message }, at);
  return true;
}

/** Nor do they take size words; true when there is one. */
function refuseWords(state: State, operand: Operand | undefined, at: number): boolean {
  if (operand?.kind !== "immediate" || (operand.sizeBits === 0 && operand.distance === undefined)) return false;
  const said =
    operand.distance === "to"
      ? (["no-form", "invalid combination of opcode and operands"] as const)
      : (["operand-size-mismatch", "mismatch in operand sizes"] as const);
  complain(state, { severity: "error", code: said[0], message: said[1], when: "final" }, at);
  return true;
}

/** NASM's numbers of types, by the bytes of an element; those above eight bytes are each the next longer one's. */
const TYPE_NUMBERS: Readonly<Record<number, number>> = { 1: 2, 2: 3, 4: 4, 8: 6, 10: 7, 16: 9, 32: 10, 64: 11 };
/** Bytes of an element, by these numbers. */
const TYPE_BYTES: readonly number[] = [0, 0, 1, 2, 4, 4, 8, 10, 16, 32, 64];

/** How large NASM takes elements for: the numbers of all their types are laid over each other (`dd 1, byte (2)`: 8). */
function typeBytes(elements: readonly DataElement[]): number {
  const number = (list: readonly DataElement[]): number =>
    list.reduce((before, element) => {
      if (element.kind === "list") return before | number(element.elements);
      return before | TYPE_NUMBERS[element.kind === "reserve" ? element.elementBytes : element.node.elementBytes]!;
    }, 0);
  return TYPE_BYTES[number(elements)] ?? 0;
}

function layReserveStatement(state: State, prepared: Prepared, led: Led, scope: PassScope): void {
  const { body } = prepared.statement;
  if (body.kind !== "reserve") return;
  const resolved = operandsOf(state, prepared, led, scope);
  if (!resolved) return;
  const final = state.reporter.pass === "final";
  const [count, more] = resolved.operands;
  const span = body.operands[0];
  if (led.times === 0 || refuseAddresses(state, resolved, body.at)) return;
  if (count?.kind !== "immediate" || more) {
    const message = "invalid combination of opcode and operands";
    if (final) complain(state, { severity: "error", code: "no-form", message }, body.at);
    return;
  }
  if ((refuseDecorators(state, count, body.at) || refuseWords(state, count, body.at)) && final) return;
  const movable = resolved.selfRelative.size > 0;
  const amount = reserveAmount(state, count, movable, span?.at ?? body.at, span?.end ?? body.at + 1);
  if (amount === undefined) return;
  const start = offsetHere(state);
  noteElement(state, body.elementBytes, led.times);
  layReserve(state, body.elementBytes, amount, led.times);
  if (final && keepsItems(state)) {
    const offset = Number(start);
    const size = Number(offsetHere(state) - start);
    const { elementBytes } = body;
    pushItem(state, size, () =>
      describeItem(state, prepared.statement, "reserve", offset, size, undefined, elementBytes),
    );
  }
}

function reserveAmount(
  state: State,
  count: Operand & { kind: "immediate" },
  movable: boolean,
  at: number,
  end: number,
): bigint | undefined {
  const { value } = count;
  const plain = value.segment === NO_SEGMENT || value.segment === COMPOUND;
  if (movable || !plain || value.wrt !== NO_SEGMENT) {
    const message = "attempt to reserve non-constant quantity of BSS space";
    complain(state, { severity: "error", code: "reserve", message }, at, end);
    return undefined;
  }
  if (value.forward) {
    const message = "forward reference in RESx can have unpredictable results";
    complain(state, { severity: "warning", code: "forward", message }, at, end);
    return 0n;
  }
  if (value.offset < 0n) {
    const message = `attempt to reserve a negative amount of space (${value.offset})`;
    complain(state, { severity: "error", code: "reserve", message, when: "final" }, at, end);
    return 0n;
  }
  return value.offset;
}

const RESERVE_MAX = 2n ** 52n;

function layReserve(state: State, elementBytes: number, count: bigint, times: number): void {
  const total = count * BigInt(elementBytes) * BigInt(Math.max(0, times));
  if (total > RESERVE_MAX) {
    const message = "attempt to reserve more space than a program can have";
    complain(state, { severity: "error", code: "reserve", message }, 0, state.line.tokens.length);
    return;
  }
  if (state.reporter.pass !== "final") {
    moveOn(state, Number(total));
    return;
  }
  putReserve(state, Number(total));
}

function layData(state: State, prepared: Prepared, led: Led, scope: PassScope): void {
  const { statement } = prepared;
  const { body } = statement;
  if (body.kind !== "data") return;
  let { elements } = prepared;
  if (!elements || prepared.manner !== state.manner) {
    const before = state.reporter.count;
    scope.varies = false;
    const resolved = resolveData(state, body.items, scope);
    if (!resolved) {
      if (state.reporter.pass === "final") endRepetition(state, led.times);
      return;
    }
    if (resolved.operands === 0) {
      const message = "no operand for data declaration";
      complain(state, { severity: "warning", code: "db-empty", message }, body.at);
    }
    elements = resolved.elements;
    prepared.settled = undefined;
    const trusting = statement.usesPlaces && state.trustsConstants && !scope.varies;
    const fixed = (!statement.usesPlaces || trusting) && state.reporter.count === before;
    if (fixed && trusting) state.trusting = prepared;
    prepared.elements = fixed ? elements : undefined;
    prepared.manner = state.manner;
  }
  if (state.reporter.pass !== "final") {
    moveOn(state, dataSize(elements) * led.times);
    return;
  }
  const offset = state.section?.offset ?? 0;
  const sizeBytes = dataSize(elements);
  if (state.options.debug) noteElement(state, typeBytes(elements), led.times);
  const possible = timesPossible(state, sizeBytes, led.times);
  if (possible > 1 && !state.listing) putRepeated(state, elements, sizeBytes, possible);
  else {
    for (let k = 0; k < possible; k++) {
      if (k === 1) startRepetition(state);
      putData(state, elements);
    }
  }
  moveOn(state, sizeBytes * (led.times - possible));
  endRepetition(state, led.times);
  if (state.section && keepsItems(state)) {
    const size = state.section.offset - offset;
    const laid = elements;
    pushItem(state, size, () => describeData(state, statement, offset, size, laid, body.elementBytes));
  }
}

function layIncbin(state: State, prepared: Prepared, led: Led, scope: PassScope): void {
  const { body } = prepared.statement;
  if (body.kind !== "incbin") return;
  const before = scope.critical;
  scope.critical = state.reporter.pass === "first" ? " before use" : "";
  const bytes = incbinBytes(state, body.items, led.times, scope);
  scope.critical = before;
  if (!bytes) return;
  if (state.reporter.pass !== "final") {
    moveOn(state, bytes.length * led.times);
    return;
  }
  const offset = state.section?.offset ?? 0;
  const { listing } = state;
  if (listing) listCount(listing, offset, "bin", bytes.length);
  startRepetition(state);
  const possible = timesPossible(state, bytes.length, led.times);
  for (let k = 0; k < possible; k++) putBytes(state, bytes);
  moveOn(state, bytes.length * (led.times - possible));
  if (listing) listing.repeating = false;
  endRepetition(state, led.times);
  const size = (state.section?.offset ?? 0) - offset;
  pushItem(state, size, () => ({
    ...describeItem(state, prepared.statement, "data", offset, size, undefined, 1),
    binary: true,
  }));
}
