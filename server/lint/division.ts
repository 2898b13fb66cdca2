// undivided-dividend and divide-error without running: div and idiv take edx (rdx) as the upper half of the dividend, so it
// must be cleared or hold the sign; and a divisor that is always zero.

import type { Diagnostic, Fix } from "../base/diagnostic.ts";
import { generalNumber, registerUse } from "../isa/register-use.ts";
import { flowFinding, isCompared, isEditable, judged, linesBefore, overFlow, type Place } from "./flow/judge.ts";
import { constantOf, only, type Value } from "./flow/value.ts";
import { changesFlow, type Listing } from "./listing.ts";

const [RAX, RDX] = [0, 2] as const;

const UPPER: Readonly<Record<number, string>> = { 16: "dx", 32: "edx", 64: "rdx" };
const EXTEND: Readonly<Record<number, string>> = { 16: "cwd", 32: "cdq", 64: "cqo" };

function clearFix(place: Place, sizeBits: number): Fix[] {
  const operand = place.instruction.decoded.operands[0];
  if (!isEditable(place.instruction) || (operand && generalNumber(operand) === RDX)) return [];
  const line = place.instruction.decoded.mnemonic === "div" ? "xor edx, edx" : EXTEND[sizeBits]!;
  return [{ title: `Put \`${line}\` before it`, edits: linesBefore(place.instruction, [line]) }];
}

/** How far in front of the division its upper half may be set on purpose. */
const NEAR = 8;

/**
 * The constant in edx was put there for this division: by a `mov` close in front of it, and nothing in between takes it for
 * anything else. As large as the divisor it can only fail.
 */
function isMeant({ code, index, state, instruction }: Place): boolean {
  const operand = instruction.decoded.operands[0];
  const divisor = operand && generalNumber(operand);
  const [upper, by] = [
    constantOf(state.registers[RDX]!),
    divisor === undefined ? undefined : constantOf(state.registers[divisor]!),
  ];
  if (divisor === RDX || upper === undefined || (by !== undefined && upper >= by)) return false;
  for (let at = index - 1; at >= Math.max(0, index - NEAR); at--) {
    const { decoded } = code.instructions[at]!;
    if (/^(call|int|j|ret|loop|syscall|sysenter)/.test(decoded.mnemonic)) return false;
    const { reads, writes } = registerUse(decoded);
    if (writes.has(RDX)) return decoded.mnemonic === "mov";
    if (reads.has(RDX)) return false;
  }
  return false;
}

/** A number that was loaded into edx to be added to eax, as in a sum whose mean is taken: no upper half. */
function isAddend({ code, flow, index }: Place): boolean {
  let isUsed = false;
  for (let at = index - 1; at >= Math.max(0, index - NEAR); at--) {
    const { decoded } = code.instructions[at]!;
    const target = flow.graph.targets[at];
    const isLoop = target?.kind === "instruction" && target.index <= at;
    if (changesFlow(decoded) && !isLoop) return false;
    const [first, second] = decoded.operands;
    const isLoad = /^mov[sz]?x?d?$/.test(decoded.mnemonic) && second?.kind === "memory";
    if (registerUse(decoded).writes.has(RDX)) return isUsed && isLoad;
    const numbers = [first && generalNumber(first), second && generalNumber(second)];
    isUsed ||= /^(?:add|sub|x?or|and|imul)$/.test(decoded.mnemonic) && numbers[0] === RAX && numbers[1] === RDX;
  }
  return false;
}

/** edx holds an address or a product that was worked out for something else, or what is divided by, too. */
function isOther({ code, index, instruction }: Place): boolean {
  const by = instruction.decoded.operands[0];
  const divisor = by && generalNumber(by);
  let isDivisorKept = divisor !== undefined && divisor !== RDX;
  for (let at = index - 1; at >= Math.max(0, index - NEAR); at--) {
    if (code.instructions[at + 1]!.isTarget) return false;
    const { decoded } = code.instructions[at]!;
    if (changesFlow(decoded)) return false;
    const [first, second] = decoded.operands;
    const numbers = [first && generalNumber(first), second && generalNumber(second)];
    const isCopy = decoded.mnemonic === "mov" && numbers.includes(RDX) && numbers.includes(divisor);
    const isWide = first?.kind === "register" && first.register.sizeBits >= 32;
    if (isDivisorKept && isCopy && isWide) return true;
    const { writes } = registerUse(decoded);
    if (writes.has(RDX))
      return (
        numbers[0] === RDX &&
        isWide &&
        (decoded.mnemonic === "lea" || (decoded.mnemonic === "imul" && second !== undefined))
      );
    isDivisorKept &&= !writes.has(divisor!);
  }
  return false;
}

/** A caller of the file sets edx right before it calls the function: it is an argument. */
function isGiven({ code, flow, owner }: Place): boolean {
  const { targets } = flow.graph;
  return targets.some((target, call) => {
    if (target?.kind !== "instruction" || target.index !== owner.entry) return false;
    for (let at = call - 1; at >= Math.max(0, call - NEAR); at--) {
      const { decoded } = code.instructions[at]!;
      if (/^(call|int|j|ret|loop|syscall|sysenter|i?div|i?mul|c[dq][qo])/.test(decoded.mnemonic)) return false;
      if (registerUse(decoded).writes.has(RDX)) return true;
    }
    return false;
  });
}

/** What edx holds by chance: nobody prepared it for this division. A remainder is one when the quotient is divided again. */
function isLeftOver(place: Place, sizeBits: number): (value: Value) => boolean {
  const { state, instruction } = place;
  const isSigned = instruction.decoded.mnemonic === "idiv";
  const meant = isMeant(place);
  const low = only(state.registers[RAX]!);
  const isQuotient = state.registers[RAX]!.every(({ kind }) => kind === "quotient");
  const addend = isAddend(place) || isOther(place);
  const isWhole = low?.kind === "entry" && low.register === RAX;
  // A number above a zero is 2^32 or 2^64 times itself, to be divided.
  const isShifted = low?.kind === "constant" && low.value === 0n;
  return (value) => {
    switch (value.kind) {
      case "unset":
      case "label":
      case "destroyed":
        return true;
      case "constant":
        return value.value !== 0n && !isShifted && !meant;
      case "sign":
        return isSigned && value.sizeBits < sizeBits;
      case "entry":
        if (addend && !isShifted) return true;
        return value.register === RDX && value.offset === 0 && !isWhole && !isGiven(place);
      case "remainder":
        return isQuotient;
      case "computed":
      case "unknown":
      case "many":
        return addend && !isShifted;
      default:
        return false;
    }
  };
}

function check(place: Place): Diagnostic[] {
  const { decoded } = place.instruction;
  const sizeBits = decoded.form.operands[0]?.sizeBits || decoded.sizeBits;
  const operand = decoded.operands[0];
  const divisor = operand && generalNumber(operand);
  if (divisor !== undefined && constantOf(place.state.registers[divisor]!) === 0n)
    return [
      flowFinding(place, "divide-error", "warning", "the divisor is always 0 here: the CPU raises a division error"),
    ];
  const values = divisor === undefined ? [] : place.state.registers[divisor]!;
  const mayBeZero = values.some(({ kind, ...rest }) => kind === "constant" && "value" in rest && rest.value === 0n);
  if (divisor !== undefined && mayBeZero && values.every(({ kind }) => kind === "constant")) {
    if (isCompared(place, divisor)) return [];
    const message = "the divisor is 0 on some path: the CPU raises a division error";
    return [flowFinding(place, "divide-error", "hint", message)];
  }
  const upper = UPPER[sizeBits];
  if (upper === undefined) return [];
  const held = only(place.state.registers[RDX]!);
  const severity = judged(place.state.registers[RDX]!, isLeftOver(place, sizeBits));
  if (severity === undefined) return [];
  const what =
    held?.kind === "unset"
      ? "nothing has set it"
      : held?.kind === "sign"
        ? `it holds the sign of ${{ 16: "ax", 32: "eax" }[held.sizeBits]} alone, as ${EXTEND[held.sizeBits]} makes it`
        : "it holds what was left there before";
  const line = decoded.mnemonic === "div" ? "xor edx, edx" : EXTEND[sizeBits]!;
  const path = severity === "hint" ? " on some path" : "";
  const message = `${decoded.mnemonic} divides ${upper} and ${{ 16: "ax", 32: "eax", 64: "rax" }[sizeBits]} together, but ${upper} was not prepared${path}: ${what}; put \`${line}\` before it`;
  return [flowFinding(place, "undivided-dividend", severity, message, { fixes: clearFix(place, sizeBits) })];
}

/** Rules undivided-dividend and divide-error. */
export const division = (code: Listing): Diagnostic[] =>
  overFlow(code, (place) => (/^i?div$/.test(place.instruction.decoded.mnemonic) ? check(place) : []));
