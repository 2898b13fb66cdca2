// What translated code has to do for the checker at one instruction, as a rule in plain data. Undefined wherever a finding
// could come of the instruction itself, or where following it is not worth while: then the checker sees it happen.

import type { Decoded, DecodedOperand } from "../../server/isa/insn.ts";
import type { InlineRule, OperandRule, PointerRule, StackRule } from "../cpu/inline-watch.ts";
import type { InstructionIr } from "../cpu/ir.ts";
import { SAVED_REGISTERS } from "../mem/watch-layout.ts";
import { isOfGroup } from "./accesses.ts";
import type { Operand } from "./bounds.ts";
import type { Context } from "./context.ts";
import type { Ranges } from "./pointer-ranges.ts";
import { itemCovering } from "./program-map.ts";
import type { Transfer } from "./provenance.ts";
import { redZoneBytes } from "./stack-room.ts";

/** What the observer itself has worked out for the instruction. */
export interface KnownFacts {
  readonly uses: readonly number[];
  readonly kind: "call" | "ret" | "push" | "other";
  readonly isWritten: boolean;
  /** Execution may go on behind it. */
  readonly falls: boolean;
  readonly namesLabel: boolean;
  readonly setsNumber: boolean;
  readonly changesStackPointer: boolean;
  readonly movesStackPointer: boolean;
  readonly truncates: boolean;
  readonly useMask: number;
  readonly writeMask: number;
  readonly raises: "pops" | "other";
  readonly transfer: Transfer;
  readonly operand: Operand | undefined;
  readonly pushed: number;
  readonly setsFramePointer: boolean;
  readonly endsFrame: boolean;
  /** Flags it leaves undefined, and that somebody asks for. */
  readonly touch: { readonly lost: { readonly flags: number } };
}

const RAX = 0;
const RSP = 4;
const RBP = 5;
const RSI = 6;
const RDI = 7;
/** Instructions that set flags which translated code takes for clear, or whose address is not in their operands. */
const UNUSUAL = /^(std|popf[dqw]?|iret[dq]?|xlatb?|enter|pusha[dw]?|popa[dw]?)$/;

const isFull = (operand: DecodedOperand | undefined, number: number, bits: number): boolean =>
  operand?.kind === "register" && operand.register.number === number && operand.register.sizeBits === bits;

/** Every access of the instruction moves a whole stack slot. */
const movesWholeSlots = ({ ops }: InstructionIr, bits: number): boolean =>
  ops.every((op) => (op.op !== "load" && op.op !== "store") || op.sizeBits === bits);

function moved(decoded: Decoded, facts: KnownFacts, bits: number): StackRule | undefined {
  const [target, source] = decoded.operands;
  if (!isFull(target, RSP, bits)) return undefined;
  const forgets = facts.raises === "pops";
  const { mnemonic } = decoded;
  if (source?.kind === "immediate" && (mnemonic === "add" || mnemonic === "sub")) {
    const amount = Number(BigInt.asIntN(32, source.value));
    return { kind: "move", delta: mnemonic === "add" ? amount : -amount, forgets };
  }
  if (mnemonic === "mov" && isFull(source, RBP, bits)) return { kind: "restore", offset: 0, forgets };
  if (mnemonic !== "lea" || source?.kind !== "memory" || source.index !== undefined) return undefined;
  const offset = Number(BigInt.asIntN(32, source.displacement));
  if (source.base?.number === RSP && source.base.sizeBits === bits) return { kind: "move", delta: offset, forgets };
  return source.base?.number === RBP && source.base.sizeBits === bits
    ? { kind: "restore", offset, forgets }
    : undefined;
}

function callTarget({ ops }: InstructionIr): bigint | undefined {
  const last = ops.at(-1);
  if (last?.op !== "jump") return undefined;
  const constant = ops.find((op) => op.op === "const" && op.dest === last.target);
  return constant?.op === "const" ? constant.value : undefined;
}

function stackRule(
  context: Context,
  facts: KnownFacts,
  decoded: Decoded,
  ir: InstructionIr,
): StackRule | "none" | undefined {
  const { bits } = context.options.core;
  if (facts.kind === "other" && !facts.changesStackPointer) return "none";
  if (!movesWholeSlots(ir, bits)) return undefined;
  switch (decoded.mnemonic) {
    case "call": {
      if (facts.kind === "push") return { kind: "push", saves: false };
      if (context.program.allocators.size > 0) return undefined;
      const target = callTarget(ir);
      const keepsConvention =
        target === undefined ||
        context.program.image.symbols.some((symbol) => BigInt(symbol.address) === target && symbol.global);
      return { kind: "call", keepsConvention };
    }
    case "ret": {
      if (context.program.allocators.size > 0) return undefined;
      const extra = decoded.operands[0];
      const extraBytes = extra?.kind === "immediate" ? Number(extra.value & 0xffffn) : 0;
      return extraBytes > 1024 ? undefined : { kind: "ret", extraBytes };
    }
    case "push": {
      return facts.pushed === RSP
        ? undefined
        : { kind: "push", saves: facts.pushed >= 0 && SAVED_REGISTERS[bits].includes(facts.pushed) };
    }
    case "pop": {
      const target = decoded.operands[0];
      const isPlain =
        target?.kind === "register"
          ? target.register.sizeBits === bits && target.register.number !== RSP
          : target?.kind === "memory" && target.base?.number !== RSP;
      return isPlain ? { kind: "pop", checksFrame: facts.endsFrame } : undefined;
    }
    case "leave":
      return { kind: "leave" };
    default:
      return moved(decoded, facts, bits);
  }
}

function pointerRule(ranges: Ranges, decoded: Decoded, transfer: Transfer): PointerRule | undefined {
  const { kind, target, source, constant, drops } = transfer;
  const rule = { target, source, index: -1, range: 0, drops };
  const end = transfer.drops.length > 0 ? { ...rule, kind: "none" as const } : undefined;
  switch (kind) {
    case "none":
    case "keep":
      return end;
    case "masked":
      return { ...rule, kind };
    case "constant":
      return { ...rule, kind, range: constant === undefined ? 0 : ranges.numberOf(constant) };
    case "sum": {
      if (decoded.mnemonic !== "lea") {
        if (constant === undefined) return source < 0 ? end : { ...rule, kind };
        // The label's object and the target's: as if the label stood in a register.
        return { ...rule, kind, source: -1, range: ranges.numberOf(constant) };
      }
      const memory = decoded.operands[1];
      const index = memory?.kind === "memory" && memory.scale === 1 ? (memory.index?.number ?? -1) : -1;
      return { ...rule, kind: "lea", index };
    }
    case "difference":
      if (source >= 0) return { ...rule, kind };
      return constant === undefined ? end : { ...rule, kind, range: ranges.numberOf(constant) };
    case "reduced":
      return { ...rule, kind: "masked" };
    case "compare":
      if (source < 0 && constant === undefined) return end;
      return { ...rule, kind, range: source < 0 ? ranges.numberOf(constant!) : 0 };
    default:
      return { ...rule, kind };
  }
}

/** `[label + number]` is inside of its object, or of what that is a part of, for every access, so that nothing can be found. */
function staysInLabel(context: Context, pc: number, ir: InstructionIr): boolean {
  const reference = context.program.items.get(pc)?.references?.find((one) => one.use === "memory" && !one.indexed);
  const object = reference && context.program.objectByName.get(reference.symbol);
  if (reference === undefined || object === undefined) return true;
  const address = object.start + Number(reference.addend);
  const sizes = ir.ops.map((op) =>
    op.op === "load" || op.op === "store" ? op.sizeBits / 8 : "sizeBytes" in op ? op.sizeBytes : 0,
  );
  const isInside = address >= object.start && address + Math.max(...sizes) <= object.end;
  return isInside || isOfGroup(context, object, address, Math.max(...sizes));
}

/** `[rsp + number]` that is no lower than the red zone. */
function isAboveZone(context: Context, decoded: Decoded): boolean {
  const memory = decoded.operands.find((one) => one.kind === "memory");
  return (
    memory?.kind === "memory" &&
    memory.base?.number === RSP &&
    memory.index === undefined &&
    memory.displacement >= BigInt(-redZoneBytes(context))
  );
}

function operandRule(context: Context, ranges: Ranges, decoded: Decoded, operand: Operand): OperandRule {
  const { isString } = operand;
  return {
    base: isString ? RDI : operand.base,
    index: isString ? RSI : operand.index,
    range: operand.label === undefined ? 0 : ranges.numberOf(operand.label),
    isAbove: isAboveZone(context, decoded),
    isString,
  };
}

/**
 * Nobody wrote the instruction, and none of the source comes before it: execution cannot have run over the end of that. What a
 * program makes at run time is so, and code that stands among its data.
 */
function isMade({ program }: Context, pc: number): boolean {
  const before = itemCovering(program.image, pc - 1)?.kind;
  return before !== "code" && before !== "align" && !program.isStub(pc) && !program.isInStub(pc);
}

export function inlineRule(
  context: Context,
  ranges: Ranges,
  facts: KnownFacts,
  pc: number,
  decoded: Decoded,
  ir: InstructionIr,
): InlineRule | undefined {
  if (facts.touch.lost.flags !== 0 && context.options.level === "full") return undefined;
  const isKnown = facts.isWritten || context.program.image.items.length === 0 || isMade(context, pc);
  if (!isKnown || facts.truncates || UNUSUAL.test(decoded.mnemonic)) return undefined;
  if (facts.namesLabel && !staysInLabel(context, pc, ir)) return undefined;
  const stack = stackRule(context, facts, decoded, ir);
  if (stack === undefined) return undefined;
  let relies = 0;
  for (const number of facts.uses) relies |= 1 << number;
  // The number counts as used by the kernel, and as written: by then nobody could tell that it was never set.
  const number = decoded.mnemonic === "syscall" ? 1 << RAX : 0;
  const { operand } = facts;
  const full = context.options.level === "full";
  return {
    used: facts.useMask & ~(1 << RSP),
    written: facts.writeMask & ~(1 << RSP),
    reads: facts.useMask | relies | number,
    relies,
    pointer: full ? pointerRule(ranges, decoded, facts.transfer) : undefined,
    operand: full && operand !== undefined ? operandRule(context, ranges, decoded, operand) : undefined,
    stack: stack === "none" ? undefined : stack,
    setsFramePointer: facts.setsFramePointer,
    makesLocals: facts.movesStackPointer,
    setsNumber: facts.setsNumber,
  };
}
