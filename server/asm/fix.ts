// Ways out of errors, as edits: the sizes that fit where none was given, and 64-bit registers where 32-bit ones cannot be.

import type { Fix } from "../base/diagnostic.ts";
import { encode } from "../isa/encode.ts";
import type { EncodeFailure, Operand } from "../isa/insn.ts";
import { registerOf } from "../isa/registers.ts";
import type { ResolvedOperands } from "./operand.ts";
import { spanOf } from "./place.ts";
import { offsetHere, type State, segmentHere } from "./state.ts";
import type { Body } from "./statement.ts";

type Instruction = Body & { kind: "instruction" };

const SIZE_NAMES: readonly (readonly [number, string])[] = [
  [32, "dword"],
  [64, "qword"],
  [16, "word"],
  [8, "byte"],
  [80, "tword"],
  [128, "oword"],
  [256, "yword"],
  [512, "zword"],
];

/** Fixes for a failed instruction, the likeliest first. */
export function suggestFixes(
  state: State,
  body: Instruction,
  failure: EncodeFailure,
  resolved: ResolvedOperands,
): Fix[] {
  // Only where the words stand in the text as they are: what a macro made cannot be edited here.
  if (state.line.expansion) return [];
  if (failure.code === "operation-size-missing") return sizeFixes(state, body, resolved);
  if (failure.code === "mode-not-supported" && state.bits === 64) return registerFixes(state, body, resolved);
  return [];
}

function fits(state: State, body: Instruction, resolved: ResolvedOperands, operands: readonly Operand[]): boolean {
  const request = {
    mnemonic: body.mnemonic,
    prefixes: resolved.prefixes,
    operands,
    bits: state.bits,
    here: { segment: segmentHere(state), offset: offsetHere(state) },
    optimise: "full",
    final: false,
  } as const;
  return encode(request).ok;
}

/** The text of the line's statement with `insert` put before token `at`, one blank for each gap. */
function edited(state: State, at: number, insert: string, replaced: number): string {
  const { tokens } = state.line;
  const text = tokens.map((token, k) => {
    const words = token.kind === "space" ? " " : token.text;
    if (k === at) return replaced > 0 ? insert : insert + words;
    return words;
  });
  return text.join("").trim();
}

/** One fix for each size that the instruction takes; a size whose range holds the immediate comes first. */
function sizeFixes(state: State, body: Instruction, resolved: ResolvedOperands): Fix[] {
  const index = resolved.operands.findIndex((operand) => operand.kind === "memory" && operand.sizeBits === 0);
  const node = body.operands[resolved.written[index] ?? -1];
  const operand = resolved.operands[index];
  if (!node || operand?.kind !== "memory") return [];
  const span = spanOf(state.line, node.at, node.end);
  const fixes: Fix[] = [];
  for (const [sizeBits, name] of sizeOrder(state, body, resolved)) {
    const operands = resolved.operands.map((other, k) => (k === index ? { ...operand, sizeBits } : other));
    if (!fits(state, body, resolved, operands)) continue;
    fixes.push({
      title: `Add size: ${edited(state, node.at, `${name} `, 0)}`,
      edits: [{ span: { ...span, end: span.start }, text: `${name} ` }],
    });
  }
  return fixes;
}

function sizeOrder(
  state: State,
  body: Instruction,
  resolved: ResolvedOperands,
): readonly (readonly [number, string])[] {
  const stack = /^(push|pop|call|jmp)$/.test(body.mnemonic);
  const isCharacter = body.operands.some(
    ({ steps: [step] }) => step?.kind === "value" && step.expression.kind === "string",
  );
  const likely = stack ? state.bits : isCharacter ? 8 : state.bits === 16 ? 16 : 32;
  const immediate = resolved.operands.find((operand) => operand.kind === "immediate");
  const value = immediate?.kind === "immediate" ? immediate.value.offset : 0n;
  const rank = (sizeBits: number) => {
    const holds = value >= -(1n << BigInt(sizeBits - 1)) && value < 1n << BigInt(sizeBits);
    return (holds ? 0 : 2) + (sizeBits === likely ? 0 : 1);
  };
  return [...SIZE_NAMES].sort((a, b) => rank(a[0]) - rank(b[0]));
}

/** `push eax` in 64-bit code: the 64-bit register of the same number. */
function registerFixes(state: State, body: Instruction, resolved: ResolvedOperands): Fix[] {
  const index = resolved.operands.findIndex(
    (operand) => operand.kind === "register" && operand.register.class === "gpr32",
  );
  const operand = resolved.operands[index];
  const node = body.operands[resolved.written[index] ?? -1];
  if (!node || operand?.kind !== "register" || node.end - node.at !== 1) return [];
  const wide = registerOf("gpr64", operand.register.number);
  if (!wide) return [];
  const operands = resolved.operands.map((other, k) => (k === index ? { ...operand, register: wide } : other));
  if (!fits(state, body, resolved, operands)) return [];
  return [
    {
      title: `Use the 64-bit register: ${edited(state, node.at, wide.name, 1)}`,
      edits: [{ span: spanOf(state.line, node.at, node.end), text: wide.name }],
    },
  ];
}
