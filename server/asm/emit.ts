// From an encoded instruction to bytes and fixups in its section, and to words about what could not be encoded.

import type { Fix } from "../base/diagnostic.ts";
import { encode } from "../isa/encode.ts";
import {
  type Encoded,
  type EncodeFailure,
  type EncodeWarning,
  NO_SEGMENT,
  type Operand,
  type Slot,
  type Value,
} from "../isa/insn.ts";
import { suggestFixes } from "./fix.ts";
import { COMPOUND, type ResolvedOperands } from "./operand.ts";
import { putAddress, putBytes } from "./output.ts";
import { placeAt } from "./place.ts";
import { say } from "./report.ts";
import { complain, offsetHere, type State, segmentHere } from "./state.ts";
import type { OperandNode, Statement } from "./statement.ts";

/** Failures that NASM finds only while generating code: no form fits, or a jump does not reach. */
export const FINAL_FAILURES: ReadonlySet<string> = new Set([
  "no-form",
  "operation-size-missing",
  "operand-size-mismatch",
  "broadcast-not-permitted",
  "broadcast-mismatch",
  "mask-not-permitted",
  "decorator-not-supported",
  "cpu-level",
  "mode-not-supported",
  "encoding-prefix",
  "prefix-not-allowed",
  "register-set",
  "short-jump-range",
  "value-not-encodable",
]);

const operandsIn = (statement: Statement): readonly OperandNode[] =>
  statement.body.kind === "instruction" ? statement.body.operands : [];

/** The written operand behind an encoder's operand number. */
function nodeOf(
  statement: Statement,
  resolved: ResolvedOperands,
  operand: number | undefined,
): OperandNode | undefined {
  if (operand === undefined) return undefined;
  return operandsIn(statement)[resolved.written[operand] ?? -1];
}

/** The value that belongs into a slot. */
function slotValue(operand: Operand | undefined, slot: Slot): Value | undefined {
  if (operand?.kind === "memory") return operand.displacement;
  if (operand?.kind !== "immediate") return undefined;
  if (slot.part !== "far-segment") return operand.value;
  // `jmp far label` wants the base of the label's segment, which has the number behind the segment's own.
  return operand.farSegment ?? { ...operand.value, offset: 0n, segment: operand.value.segment | 1 };
}

/** Whether the bytes already hold the value as it will be. */
function isKnown(state: State, value: Value, slot: Slot, selfRelative: boolean): boolean {
  if (selfRelative || value.wrt !== NO_SEGMENT) return false;
  if (value.segment === COMPOUND) return !slot.relative;
  return value.segment === (slot.relative ? (state.section?.segment ?? NO_SEGMENT) : NO_SEGMENT);
}

/** Writes an instruction in the last pass. */
export function emitInstruction(
  state: State,
  statement: Statement,
  encoded: Encoded,
  resolved: ResolvedOperands,
): void {
  const { bytes, slots, warnings } = encoded;
  // A listing shows a warning behind the row of bytes that was under way, and where contents cannot be each piece is told.
  const listed = state.listing || state.section?.type !== "progbits" ? warnings : [];
  if (listed.length === 0) for (const warning of warnings) reportWarning(state, statement, warning, resolved);
  let written = 0;
  let told = 0;
  const put = (from: number, to: number): void => {
    let start = from;
    for (; told < listed.length && (listed[told]!.at ?? 0) <= to; told++) {
      const end = Math.max(start, listed[told]!.at ?? 0);
      putBytes(state, bytes.subarray(start, end));
      start = end;
      reportWarning(state, statement, listed[told]!, resolved);
    }
    putBytes(state, bytes.subarray(start, to));
  };
  for (const slot of slots) {
    const value = slotValue(resolved.operands[slot.operand], slot);
    const selfRelative = slot.part !== "far-segment" && resolved.selfRelative.has(slot.operand);
    if (!value) continue;
    if (isKnown(state, value, slot, selfRelative)) {
      // Where contents cannot be, each piece of an instruction is complained about.
      if (state.section && state.section.type !== "nobits") continue;
      put(written, slot.offset);
      putBytes(state, bytes.subarray(slot.offset, slot.offset + slot.sizeBytes));
      written = slot.offset + slot.sizeBytes;
      continue;
    }
    put(written, slot.offset);
    const node = nodeOf(statement, resolved, slot.operand);
    if (slot.relative && selfRelative) {
      const message = "invalid use of self-relative expression";
      complain(state, { severity: "error", code: "self-relative", message }, node?.at ?? 0, node?.end);
    }
    putAddress(state, {
      sizeBytes: slot.sizeBytes,
      offset: selfRelative ? value.offset + BigInt(state.section?.offset ?? 0) : value.offset,
      shown: value.offset,
      segment: value.segment === COMPOUND ? NO_SEGMENT : value.segment,
      wrt: value.wrt,
      kind: slot.relative || selfRelative ? "relative" : "absolute",
      sign: slot.signed ? "signed" : "unsigned",
      distance: selfRelative ? 0 : bytes.length - slot.offset,
      words: node,
    });
    written = slot.offset + slot.sizeBytes;
  }
  put(written, bytes.length);
}

/** Says what NASM finds while it measures, in the passes before the last one. */
export function reportMeasured(state: State, statement: Statement, encoded: Encoded, resolved: ResolvedOperands): void {
  for (const warning of encoded.warnings) if (warning.measured) reportWarning(state, statement, warning, resolved);
}

function reportWarning(state: State, statement: Statement, warning: EncodeWarning, resolved: ResolvedOperands): void {
  const node = nodeOf(statement, resolved, warning.operand);
  const [from, to] = node ? [node.at, node.end] : [0, state.line.tokens.length];
  const message = { severity: "warning", code: warning.code, message: warning.message } as const;
  say(state.reporter, message, placeAt(state.line, from, to));
}

/** Says why an instruction cannot be encoded, with ways out where there are some. */
export function reportFailure(
  state: State,
  statement: Statement,
  failure: EncodeFailure,
  resolved: ResolvedOperands,
): void {
  const { body } = statement;
  if (body.kind !== "instruction") return;
  const node = nodeOf(statement, resolved, failure.operand) ?? blamed(statement, failure);
  const last = body.operands.at(-1);
  const [from, to] = node ? [node.at, node.end] : [body.at, last ? last.end : body.at + 1];
  const fixes: readonly Fix[] = suggestFixes(state, body, failure, resolved);
  const message = { severity: "error", code: failure.code, message: failure.message, fixes } as const;
  const place = placeAt(state.line, from, to);
  const { code, warnings = [], afterwards = [], more = [] } = failure;
  for (const warning of warnings) reportWarning(state, statement, warning, resolved);
  say(state.reporter, message, place);
  for (const warning of afterwards) reportWarning(state, statement, warning, resolved);
  for (const further of more) say(state.reporter, { severity: "error", code, message: further }, place);
}

/** "final" asks for the warnings of the last pass, which do not change what is encoded. */
export function encodeHere(
  state: State,
  mnemonic: string,
  resolved: ResolvedOperands,
  when: "early" | "final",
): Encoded | EncodeFailure {
  const { optimise = Number.POSITIVE_INFINITY } = state.options;
  // Prefixes alone are encoded before the instruction without operands that has one byte, and that byte is dropped.
  const encoded = encode({
    mnemonic: mnemonic === "" ? "nop" : mnemonic,
    prefixes: resolved.prefixes,
    operands: resolved.operands,
    bits: state.bits,
    here: { segment: segmentHere(state), offset: offsetHere(state) },
    optimise: optimise === 0 ? "none" : optimise === 1 ? "minimal" : "full",
    ...(state.cpu === undefined ? {} : { cpu: state.cpu }),
    ...(state.encodings === undefined ? {} : { encodings: state.encodings }),
    ...(state.defaultRelative ? { defaultRelative: true } : {}),
    ...(state.defaultBnd ? { defaultBnd: true } : {}),
    final: when === "final",
  });
  return mnemonic === "" && encoded.ok ? { ...encoded, bytes: encoded.bytes.slice(0, -1) } : encoded;
}

/** The operand to underline when the encoder names none: the address without a size. */
function blamed(statement: Statement, failure: EncodeFailure): OperandNode | undefined {
  if (failure.code !== "operation-size-missing") return undefined;
  return operandsIn(statement).find((operand) => operand.kind === "memory" && operand.sizeBits === 0);
}
