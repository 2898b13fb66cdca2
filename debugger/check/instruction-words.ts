// The instruction of a finding in words: as the source has it, or as its bytes stand there now, and what the registers hold
// that its address is made of.

import { format } from "../../server/isa/format.ts";
import type { Decoded } from "../../server/isa/insn.ts";
import { type Context, hex } from "./context.ts";
import { bytesOf } from "./object-groups.ts";
import { instructionAt, placeText, statementText } from "./program-map.ts";

/** Numbers from here on are shown as addresses. */
const LEAST_ADDRESS = 0x10000n;

const STRING = /^(?:movs|cmps|stos|lods|scas)[bwdq]$/;
const SOURCE = /^(?:movs|cmps|lods)/;
const DESTINATION = /^(?:movs|cmps|stos|scas)/;

/** Names of the registers that an instruction's address is made of, and its count; rsp says nothing that rip does not. */
function addressRegisters(decoded: Decoded, bits: 32 | 64): string[] {
  const { mnemonic, operands, repeat } = decoded;
  if (STRING.test(mnemonic) && operands.length === 0) {
    const wide = (name: string): string => `${bits === 64 ? "r" : "e"}${name}`;
    const pointers = [SOURCE.test(mnemonic) ? wide("si") : "", DESTINATION.test(mnemonic) ? wide("di") : ""];
    return [...pointers.filter((name) => name !== ""), ...(repeat === "none" ? [] : [wide("cx")])];
  }
  const names = operands.flatMap((operand) =>
    operand.kind === "memory" ? [operand.base?.name, operand.index?.name] : [],
  );
  return [...new Set(names)].filter((name): name is string => name !== undefined && !/^[re]?[si]p$/.test(name));
}

function numberText(value: bigint, sizeBits: number): string {
  const signed = BigInt.asIntN(sizeBits, value);
  return value < LEAST_ADDRESS || (signed < 0n && signed > -LEAST_ADDRESS) ? `${signed}` : hex(value);
}

/** ": rsi is 0x402000, rcx is 9"; "" where no register decides, or the instruction has run already. */
function valuesText({ options }: Context, pc: number): string {
  const { state, core } = options;
  const decoded = Number(state.rip) === pc ? core.decodeAt(pc) : undefined;
  if (decoded === undefined) return "";
  const values = addressRegisters(decoded, core.bits).map((name) => {
    const sizeBits = name.startsWith("e") || name.endsWith("d") ? 32 : core.bits;
    return `${name} is ${numberText(state.read(name) ?? 0n, sizeBits)}`;
  });
  return values.length === 0 ? "" : `: ${values.join(", ")}`;
}

/** What stands at `pc` is no longer what the source put there. */
export function isOverwritten({ program, options }: Context, pc: number): boolean {
  const item = program.items.get(pc);
  if (item?.kind !== "code") return false;
  const original = bytesOf(program.image, { start: pc, end: pc + item.sizeBytes });
  const present = options.memory.peek(pc, original.length);
  return present.length === original.length && original.some((byte, index) => byte !== present[index]);
}

/** "`mov [rsi+rcx*4], eax` at line 9: rsi is 0x402000, rcx is 9". */
export function instructionWords(context: Context, pc: number): string {
  const { program, options } = context;
  const values = valuesText(context, pc);
  if (!isOverwritten(context, pc)) return `${instructionAt(program, pc)}${values}`;
  const decoded = options.core.decodeAt(pc);
  const now = decoded === undefined ? "no instruction" : `\`${format(decoded, { style: "plain" })}\``;
  return `${now}, written over \`${statementText(program, pc)}\` at ${placeText(program, pc)}${values}`;
}
