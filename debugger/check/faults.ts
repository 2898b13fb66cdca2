// Faults in words: what the CPU could not do, what lies nearest to the address, and what usually causes it.

import type { FindingName } from "../../server/facts/findings.ts";
import { isLibcFunction, signatureOf } from "../../server/facts/libc.ts";
import { format } from "../../server/isa/format.ts";
import type { DecodedOperand } from "../../server/isa/insn.ts";
import type { Fault } from "../cpu/core.ts";
import { STATE } from "../cpu/state.ts";
import { PROT } from "../mem/layout.ts";
import { around } from "./blocks.ts";
import { bytesText, type Context, distanceText, hex } from "./context.ts";
import type { RelatedPlace } from "./finding.ts";
import { instructionWords, isOverwritten } from "./instruction-words.ts";
import { isCodeAsData, itemCovering, objectAt, placeText, statementText, symbolText } from "./program-map.ts";
import type { Found } from "./recorder.ts";
import { goneAt } from "./unmapped.ts";
import { stackPointerName, wordBytes } from "./words.ts";

interface Explanation {
  readonly kind: FindingName;
  readonly message: string;
  readonly details: readonly string[];
  readonly related?: readonly RelatedPlace[];
}

const NULL_PAGE = 0x10000;
const GUARD_BYTES = 1 << 20;
/** No recursion has exhausted the stack with fewer. */
const FEW_CALLS = 16;

const doing = (fault: Fault): string => {
  const size = fault.sizeBytes === undefined ? "" : ` ${bytesText(fault.sizeBytes)}`;
  return fault.access === "write" ? `Writes${size} at` : fault.access === "execute" ? "Executes at" : `Reads${size} at`;
};

/** What is nearest to an address that nothing is mapped at. */
function neighbourhood(context: Context, address: number): string[] {
  const { below } = around(context.owners.blocks, address);
  if (below !== undefined && address - below.address < 1 << 20) {
    return [
      `The nearest heap block is #${below.id}, ${bytesText(below.sizeBytes)} at ${hex(below.address)}, ${bytesText(address - below.address - below.sizeBytes)} before it.`,
    ];
  }
  let nearest: { text: string; distance: number } | undefined;
  for (const mapping of context.options.mappings()) {
    const end = mapping.start + mapping.sizeBytes;
    const distance = address >= end ? address - end : mapping.start - address;
    const text = address >= end ? distanceText(distance, "past the end of") : `${bytesText(distance)} before`;
    if (distance >= 0 && (nearest === undefined || distance < nearest.distance)) {
      nearest = {
        distance,
        text: `The nearest mapping is ${mapping.name} at ${hex(mapping.start)} … ${hex(end)}: the address is ${text} it.`,
      };
    }
  }
  return nearest === undefined || nearest.distance > 1 << 30 ? [] : [nearest.text];
}

/** Text used as a pointer: eight printable characters. */
function asCharacters(address: number | bigint): string {
  let text = "";
  for (let rest = BigInt(address); rest > 0n; rest >>= 8n) text += String.fromCharCode(Number(rest & 0xffn));
  return text.length >= 4 && /^[ -~]+$/.test(text) ? text : "";
}

function failedCallAddress(context: Context, address: number): Explanation | undefined {
  const failed = context.owners.failed;
  if (failed === undefined) return undefined;
  const wrapped = Number(BigInt.asUintN(context.options.core.bits, failed.result));
  const isIndex = Math.abs(address - wrapped) > MOVED_BYTES;
  if (isIndex ? !isOperandRegister(context, failed.result) : !isFromResult(context, failed.result)) return undefined;
  return {
    kind: "unchecked-syscall-error",
    message: `Uses ${failed.result}, the error result of ${failed.name}, as ${isIndex ? "a part of " : ""}an address.`,
    details: [
      `${failed.name} failed: ${failed.why}.`,
      "Look at the result of a system call before using it: a negative value is an error.",
    ],
  };
}

/** How far a program may have moved an error result that it takes for a pointer. */
const MOVED_BYTES = 4096;

/** A register that may have made the address holds the result, or what it has become: not a null pointer moved down by one. */
function isFromResult({ current, options }: Context, result: bigint): boolean {
  const { state, core } = options;
  const operand = current.decoded?.operands.find((one) => one.kind === "memory");
  const isPlain = operand?.kind === "memory" && (operand.base ?? operand.index) !== undefined;
  const values = isPlain
    ? [operand.base, operand.index].map((register) => (register && state.read(register.name)) ?? 0n)
    : Array.from({ length: core.bits === 64 ? 16 : 8 }, (_, number) => state.gpr(number));
  return values.some((value) => {
    const moved = BigInt.asIntN(core.bits, value) - result;
    const isSame = moved === 0n;
    return isSame || (moved > 0n && moved < MOVED_BYTES && moved < -result - 1n);
  });
}

/** A register of the memory operand holds just this value. */
function isOperandRegister({ current, options }: Context, value: bigint): boolean {
  const operand = current.decoded?.operands.find((one) => one.kind === "memory");
  if (operand?.kind !== "memory" || value === -1n) return false;
  const wanted = BigInt.asUintN(options.core.bits, value);
  return [operand.base, operand.index].some(
    (register) => register !== undefined && options.state.read(register.name) === wanted,
  );
}

/** Which argument of the function of libc that is at work the address is. */
function libcArgument({ entered, options, program }: Context, address: number): string[] {
  if (entered === undefined || !program.isInStub(Number(options.state.rip)) || !isLibcFunction(entered.name)) return [];
  const { name, args } = entered;
  const { parameters } = signatureOf(entered.name);
  const index = args.findIndex(
    (value, at) => value === BigInt(address) && (parameters[at] ?? VARIABLE).type === "pointer",
  );
  if (index < 0) return [];
  const parameter = parameters[index] === undefined ? "" : ` (${parameters[index].name})`;
  return [
    `Argument ${index + 1} of ${name}${parameter} is ${address < NULL_PAGE ? address : hex(address)}: it wants an address.`,
  ];
}
/** What the format decides on may be an address. */
const VARIABLE = { type: "pointer" };

/** Which function gave the null pointer, as far as that is known. */
function nullDetails(context: Context): Pick<Explanation, "details" | "related"> {
  const operand = context.current.decoded?.operands.find((one) => one.kind === "memory");
  const hasRegister = operand === undefined || operand.base !== undefined || operand.index !== undefined;
  const nullResult = hasRegister ? context.owners.nullResult : undefined;
  if (nullResult === undefined)
    return {
      details: [
        "A pointer that was never set, a failed allocation, or a number used as an address (a label without its brackets, or brackets too many).",
      ],
    };
  const { name, pc, time } = nullResult;
  return {
    details: [
      `\`call ${name}\` at ${placeText(context.program, pc)} returned 0: ${ALLOCATORS.test(name) ? "there was no memory of the size it was asked for" : "it found nothing, or failed"}.`,
      `Test what ${name} returns before using it.`,
    ],
    related: [{ what: "called", pc, time }],
  };
}

const ALLOCATORS = /alloc|memalign|strn?dup$/;

/** rsp was set to what is no stack: nothing was pushed or popped too often. */
function isOnWildStack({ owners, options }: Context): boolean {
  const { wildStack } = owners;
  return wildStack !== undefined && Math.abs(Number(options.state.gpr(4)) - wildStack) < GUARD_BYTES;
}

interface StackRange {
  readonly low: number;
  readonly high: number;
}

/** The stack whose guard, as libc puts it below that of a thread, holds the address. */
function stackAboveGuard({ options }: Context, address: number): StackRange | undefined {
  const mappings = options.mappings().filter(({ purpose }) => purpose === "thread");
  const guard = mappings.find(
    ({ start, sizeBytes, protection }) => protection === 0 && address >= start && address < start + sizeBytes,
  );
  const low = guard && guard.start + guard.sizeBytes;
  const stack = mappings.find(({ start }) => start === low);
  return stack && { low: stack.start, high: stack.start + stack.sizeBytes };
}

function stackExhausted(context: Context, address: number, stack: StackRange): Explanation {
  const mebibytes = Math.floor((stack.high - stack.low) / 2 ** 20);
  return {
    kind: "stack-exhausted",
    message: `The stack is full: ${stackPointerName(context)} is ${hex(context.options.state.gpr(4))}, and the stack ends at ${hex(stack.low)} (${mebibytes > 0 ? `${mebibytes} MiB` : bytesText(stack.high - stack.low)}).`,
    details: [exhaustedBy(context, address, stack)],
  };
}

/** What filled the stack: one frame, pushes in a loop, or calls. */
function exhaustedBy(context: Context, address: number, stack: StackRange): string {
  const depth = context.options.core.calls.length;
  const name = stackPointerName(context);
  if (depth < FEW_CALLS && isInFrame(context, address, stack))
    return `${name} was lowered below the end of the stack: large buffers belong into .bss, or into memory from mmap.`;
  if (depth < FEW_CALLS && context.current.decoded?.mnemonic.startsWith("push"))
    return `A loop pushes and nothing takes it off again: pop as often as you push, or add to ${name} what was pushed.`;
  return `${depth === 1 ? "One call has" : `${depth} calls have`} not returned: a recursion that does not end, or one too deep.`;
}

/** Between rsp, which a frame larger than the stack has put below it, and the stack. */
function isInFrame(context: Context, address: number, { low }: StackRange): boolean {
  const stackPointer = Number(context.options.state.gpr(4));
  return stackPointer < low && low - stackPointer < 2 ** 31 && address >= stackPointer - 4096;
}

/** By popping, or through an address that is made of rsp. */
function usesStackPointer({ current }: Context): boolean {
  const { mnemonic, operands } = current.decoded ?? { mnemonic: "", operands: [] };
  const isPop = /^(pop(?!cnt)|ret|leave|iret)/.test(mnemonic);
  return isPop || operands.some((one) => one.kind === "memory" && one.base?.number === 4);
}

/** The memory operand's base register is 0. */
function isNullBase({ current, options }: Context): boolean {
  const operand = current.decoded?.operands.find((one) => one.kind === "memory");
  const base = operand?.kind === "memory" && operand.index === undefined ? operand.base : undefined;
  return base !== undefined && options.state.read(base.name) === 0n;
}

/** `leave` takes the stack from rbp, which may hold anything by then. */
function wildFrame(context: Context, address: number): Explanation | undefined {
  const { current, options } = context;
  const frame = options.core.bits === 64 ? "rbp" : "ebp";
  if (current.decoded?.mnemonic !== "leave" || options.state.read(frame) !== BigInt(address)) return undefined;
  return {
    kind: "stack-pointer-wild",
    message: `\`leave\` sets ${stackPointerName(context)} to ${hex(address)}, which ${frame} holds, where nothing is mapped.`,
    details: [
      `The stack lies at ${hex(options.stack.low)} … ${hex(options.stack.high)}.`,
      `${frame} holds the frame between \`mov ${frame}, ${stackPointerName(context)}\` and \`leave\`: use another register, or save it.`,
    ],
  };
}

/** What lies where an address whose upper half was cut off pointed to. */
function cutPointer({ options }: Context, address: number): string | undefined {
  if (options.core.bits !== 64 || address >= 2 ** 32) return undefined;
  const whole = options
    .mappings()
    .map(({ start, sizeBytes }) => {
      const high = Math.floor(start / 2 ** 32) * 2 ** 32;
      const at = high + address < start ? high + 2 ** 32 + address : high + address;
      return start >= 2 ** 32 && at < start + sizeBytes ? at : undefined;
    })
    .find((at) => at !== undefined);
  return whole === undefined
    ? undefined
    : `It is the lower half of ${hex(whole)}, where memory is mapped: a 32-bit instruction cut the pointer.`;
}

/** An index that was meant to be negative. */
function negativeIndex({ current, options }: Context): string | undefined {
  const operand = current.decoded?.operands.find((one) => one.kind === "memory");
  if (operand?.kind !== "memory" || options.core.bits !== 64) return undefined;
  for (const register of [operand.index, operand.base]) {
    const value = register && options.state.read(register.name);
    if (value !== undefined && value >= 0xffff0000n && value < 2n ** 32n)
      return `${register!.name} is ${hex(value)}, which is ${BigInt.asIntN(32, value)} in 32 bits: movsxd extends the sign of an index.`;
  }
  return undefined;
}

function unmapped(context: Context, fault: Fault, address: number): Explanation {
  const found = failedCallAddress(context, address) ?? wildFrame(context, address);
  if (found !== undefined) return found;
  // Near 2^64 a number no longer tells one address from the next.
  const exact = fault.exactAddress ?? BigInt(address);
  const what = `${doing(fault)} ${hex(exact)}`;
  const below = BigInt.asIntN(context.options.core.bits, exact);
  if (below < 0n && below > -BigInt(NULL_PAGE) && isNullBase(context)) {
    return {
      kind: "null-deref",
      message: `${what}, ${bytesText(Number(-below))} in front of the null pointer: no memory is mapped there.`,
      ...nullDetails(context),
    };
  }
  if (address < NULL_PAGE) {
    const { details, related = [] } = nullDetails(context);
    const offset = address === 0 ? "" : `, ${bytesText(address)} behind the null pointer`;
    return {
      kind: "null-deref",
      message: `${what}${offset}: no memory is mapped there.`,
      details: [...libcArgument(context, address), ...details],
      related,
    };
  }
  const { stack, state } = context.options;
  const isWild = isOnWildStack(context);
  if (!isWild && usesStackPointer(context) && address >= stack.high && address < stack.high + GUARD_BYTES) {
    return {
      kind: "stack-underflow",
      message: `${what}, above the end of the stack at ${hex(stack.high)}: more was popped than was ever pushed.`,
      details: ["A loop of pops without its end, or rsp moved up too far."],
    };
  }
  const isInGuard = address >= stack.low - GUARD_BYTES && Number(state.gpr(4)) - address < GUARD_BYTES;
  if (!isWild && address < stack.low && (isInGuard || isInFrame(context, address, stack)))
    return stackExhausted(context, address, stack);
  const gone = goneAt(context, address);
  if (gone !== undefined) {
    // Mappings count the instruction that makes them.
    const moved = context.options.mappings().find(({ pc, time }) => pc === gone.pc && time === gone.time + 1);
    return {
      kind: "use-after-unmap",
      message: `${what}: this memory was unmapped.`,
      details: [
        moved === undefined
          ? "Its pages were given back; nothing may use them afterwards."
          : `mremap has moved its pages to ${hex(moved.start)}: only the address that it returned counts from then on.`,
      ],
      related: [{ what: "unmapped", pc: gone.pc, time: gone.time }],
    };
  }
  const text = asCharacters(address);
  const details = [...libcArgument(context, address), ...neighbourhood(context, address)];
  if (text !== "") details.push(`The address consists of characters: "${text}". Text was used as a pointer.`);
  if (address >= stack.high && address < stack.high + GUARD_BYTES)
    details.push(`The stack ends at ${hex(stack.high)}, with the program's arguments and environment below.`);
  const said = cutPointer(context, address) ?? negativeIndex(context);
  if (said !== undefined) details.push(said);
  return { kind: "unmapped-access", message: `${what}: nothing is mapped there.`, details };
}

const NEEDED = { read: PROT.read, write: PROT.write, execute: PROT.exec };

function protectedPage(context: Context, fault: Fault, address: number): Explanation {
  const where = symbolText(context.program.image, address);
  const object = objectAt(context.program, address);
  const section = context.program.image.sections.find(
    (one) => address >= one.address && address < one.address + one.sizeBytes,
  );
  const place = `${hex(address)}${where === undefined ? "" : ` (${where}${section === undefined ? "" : ` in ${section.name}`})`}`;
  if (fault.access === "execute")
    return {
      kind: "exec-nonexec",
      message: `Execution goes on at ${place}, which is not code.`,
      details: misplacedCode(context, address) ?? executeDetails(context),
    };
  const stack = stackAboveGuard(context, address);
  if (stack !== undefined) return stackExhausted(context, address, stack);
  const mapping = context.options.mappings().find((one) => address >= one.start && address < one.start + one.sizeBytes);
  if (mapping !== undefined && (mapping.protection & NEEDED[fault.access ?? "read"]) !== 0)
    return {
      kind: "unmapped-access",
      message: `${doing(fault)} ${place}, in a mapping but behind the end of its file.`,
      details: ["The file has no such page: make it longer first (see ftruncate)."],
    };
  if (fault.access === "write") {
    return {
      kind: "write-to-readonly",
      message: `${doing(fault)} ${place}, which is ${mapping?.protection === PROT.none ? "neither readable nor writable" : "read-only"}.`,
      details: [
        object !== undefined || section !== undefined
          ? "Variables that change belong into .data or .bss."
          : "The mapping's protection does not allow writing (see mprotect).",
      ],
    };
  }
  return {
    kind: "unmapped-access",
    message: `${doing(fault)} ${place}, which may not be read.`,
    details: ["The mapping's protection does not allow reading (see mprotect)."],
  };
}

/** Instructions of the source behind the wrong `section`. */
function misplacedCode({ program: { image } }: Context, address: number): string[] | undefined {
  const section = image.sections.find((one) => address >= one.address && address < one.address + one.sizeBytes);
  const isCode = itemCovering(image, address)?.kind === "code";
  return section?.exec === false && isCode
    ? [`This code stands in ${section.name}, which holds data: put \`section .text\` in front of it.`]
    : undefined;
}

function executeDetails(context: Context): string[] {
  const last = context.owners.previous;
  const statement = last.falls ? "" : statementText(context.program, last.pc);
  const details = last.pc === 0 || statement === "" ? [] : [`The jump was \`${statement}\`.`];
  details.push("A jump through a wrong register or table, or a return address that was overwritten.");
  return details;
}

/** libc gives a FILE back in fclose, as free does a block. */
function closedStream(context: Context, address: number, pc: number): Explanation {
  const closes = /\bfclose\b/.test(statementText(context.program, pc));
  return {
    kind: closes ? "double-free" : "use-after-free-read",
    message: `The stream at ${hex(address)} was closed before${closes ? ", and is closed again" : ""}.`,
    details: ["fclose gives the stream back: close each one once, and do not use it afterwards."],
  };
}

function pageFault(context: Context, fault: Fault, pc: number): Explanation {
  const address = fault.address ?? pc;
  const protection = context.options.memory.protectionAt(address);
  if (fault.detail === "a closed stream") return closedStream(context, address, pc);
  if (fault.detail === "an overwritten stream") {
    return {
      kind: "unmapped-access",
      message: `What libc keeps of the stream at ${hex(address)} was overwritten.`,
      details: ["A FILE belongs to libc: hand its address to libc's functions, and write nothing there."],
    };
  }
  const gone = fault.access === "execute" && protection === undefined ? goneAt(context, address) : undefined;
  if (gone !== undefined)
    return {
      kind: "use-after-unmap",
      message: `Execution goes on at ${hex(address)}: this memory was unmapped.`,
      details: ["Its pages were given back, and the code in them with them."],
      related: [{ what: "unmapped", pc: gone.pc, time: gone.time }],
    };
  if (fault.access === "execute" && protection === undefined) {
    const failed = address < NULL_PAGE;
    return {
      kind: failed ? "null-jump" : "exec-nonexec",
      message: `Execution goes on at ${hex(fault.exactAddress ?? BigInt(address))}, where nothing is mapped.`,
      details: executeDetails(context),
    };
  }
  if (protection === undefined) return unmapped(context, fault, address);
  return (
    (fault.access === "write" ? failedCallAddress(context, address) : undefined) ??
    protectedPage(context, fault, address)
  );
}

/** Registers that hold the upper and lower half of a dividend, by operand size. */
const DIVIDENDS: Readonly<Record<number, readonly [string, string]>> = {
  8: ["ah", "al"],
  16: ["dx", "ax"],
  32: ["edx", "eax"],
  64: ["rdx", "rax"],
};

/**
 * The instruction as its source has it; where there is no source, or something else was written over it, as a disassembler
 * writes it; "" where there is none.
 */
function instructionText(context: Context, pc: number): string {
  const decoded = context.options.core.decodeAt(pc);
  const plain = decoded ? format(decoded, { style: "plain" }) : "";
  return isOverwritten(context, pc) ? plain : statementText(context.program, pc) || plain;
}

/** #DE in numbers: which of the two reasons it is, and what was divided by what. */
function divide(context: Context, pc: number): Explanation {
  const { state, core } = context.options;
  const statement = instructionText(context, pc);
  const decoded = core.decodeAt(pc);
  const operand = decoded?.operands[0];
  const sizeBits =
    operand?.kind === "register" ? operand.register.sizeBits : operand?.kind === "memory" ? operand.sizeBits : 0;
  const divisor = operand && operandValue(context, operand, pc);
  const halves = DIVIDENDS[sizeBits];
  if (divisor === 0n || divisor === undefined || halves === undefined || decoded === undefined)
    return {
      kind: "divide-error",
      message:
        divisor === 0n
          ? `\`${statement}\` divides by zero.`
          : `\`${statement}\` divides by zero, or its quotient does not fit.`,
      details: ["Compare the divisor with 0 before dividing."],
    };
  const isSigned = decoded.mnemonic === "idiv";
  const [high, low] = [state.read(halves[0])!, state.read(halves[1])!];
  const whole = (high << BigInt(sizeBits)) | low;
  const dividend = isSigned ? BigInt.asIntN(2 * sizeBits, whole) : whole;
  const by = isSigned ? BigInt.asIntN(sizeBits, divisor) : divisor;
  return {
    kind: "divide-error",
    message: `\`${statement}\`: ${dividend} divided by ${by} is ${dividend / by}, which does not fit into ${sizeBits} bits.`,
    details: [
      `The dividend is ${halves[0]}:${halves[1]}, and its upper half ${halves[0]} is ${hex(high)}.`,
      isSigned && dividend === BigInt.asIntN(sizeBits, low)
        ? "Of all dividends of this size it is the only one that cannot be divided by -1: compare with both before."
        : isSigned
          ? `Extend the sign of ${halves[1]} into ${halves[0]} before idiv (${sizeBits === 64 ? "cqo" : sizeBits === 32 ? "cdq" : sizeBits === 16 ? "cwd" : "cbw"}).`
          : `Clear ${halves[0]} before div when the number is in ${halves[1]} alone.`,
    ],
  };
}

/** The address of a memory operand as the instruction forms it, not yet cut to what is canonical. */
function effectiveAddress(
  context: Context,
  operand: Extract<DecodedOperand, { kind: "memory" }>,
  next: number,
): bigint {
  const { state, core } = context.options;
  const part = (register: { readonly name: string } | undefined): bigint =>
    register === undefined ? 0n : (state.read(register.name) ?? 0n);
  const base = operand.ripRelative ? BigInt(next) : part(operand.base);
  const sum = base + part(operand.index) * BigInt(operand.scale) + operand.displacement;
  return BigInt.asUintN(core.bits, sum);
}

/** The value of a register or memory operand; undefined where it cannot be read. */
function operandValue(context: Context, operand: DecodedOperand, pc: number): bigint | undefined {
  const { state, memory, core } = context.options;
  if (operand.kind === "register") return state.read(operand.register.name);
  if (operand.kind !== "memory") return undefined;
  const next = pc + (core.decodeAt(pc)?.lengthBytes ?? 0);
  const bytes = memory.peek(Number(effectiveAddress(context, operand, next)), operand.sizeBits / 8);
  if (bytes.length * 8 < operand.sizeBits) return undefined;
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

function illegal(context: Context, fault: Fault, pc: number): Explanation {
  const item = itemCovering(context.program.image, pc);
  const details = fault.detail === undefined ? [] : [fault.detail];
  if (item === undefined || item.kind !== "code")
    details.push("No instruction of the source stands here: execution ran into data or padding.");
  const { previous } = context.owners;
  if (item?.kind !== "code" && previous.falls && previous.next === pc)
    return {
      kind: "fall-off-end",
      message: `Execution runs past \`${statementText(context.program, previous.pc)}\`: the bytes at ${hex(pc)} (${symbolText(context.program.image, pc) ?? "behind it"}) are no instruction.`,
      details: ["End the program with the exit system call, or the function with ret or a jump."],
    };
  const statement = statementText(context.program, pc);
  if (isOverwritten(context, pc)) {
    const decoded = context.options.core.decodeAt(pc);
    const now = decoded === undefined ? "what stands there now" : `\`${format(decoded, { style: "plain" })}\``;
    return {
      kind: "illegal-instruction",
      message: `The bytes of \`${statement}\` have been overwritten, and ${now} is no instruction that this CPU executes.`,
      details,
    };
  }
  if (item?.kind === "code" && statement !== "")
    return {
      kind: "illegal-instruction",
      message: `\`${statement}\` is no instruction that this CPU executes.`,
      details,
    };
  return {
    kind: "illegal-instruction",
    message: `The bytes at ${hex(pc)} (${symbolText(context.program.image, pc) ?? "outside the program"}) are no instruction that a program may execute.`,
    details,
  };
}

function protectionFault(context: Context, fault: Fault, pc: number): Explanation {
  const statement = instructionText(context, pc);
  const address =
    context.owners.failed === undefined
      ? undefined
      : failedCallAddress(context, Number(BigInt.asUintN(64, context.owners.failed.result)));
  if (address !== undefined && fault.detail?.includes("canonical")) return address;
  const multiple = /multiple of (\d+)/.exec(fault.detail ?? "")?.[1];
  if (fault.detail?.includes("vectors on the stack")) {
    return {
      kind: "misaligned-access",
      message: `\`${statement}\` was reached with the stack 8 bytes off: the function stores vectors there, which faults.`,
      details: ["Make rsp a multiple of 16 before each call: at the entry of a function it is 8 off."],
    };
  }
  if (multiple !== undefined) return misaligned(context, Number(multiple), statement, pc);
  if (fault.detail?.includes("canonical")) return nonCanonical(context, fault, statement, pc);
  return {
    kind: "illegal-instruction",
    message: `${statement === "" ? "What is executed" : `\`${statement}\``} is refused by the CPU: ${fault.detail ?? "a general protection fault"}.`,
    details: [],
  };
}

function refused(subject: string, detail: string): Explanation {
  const named = /0x[0-9a-f]+/.exec(detail)?.[0];
  const text = named === undefined ? "" : asCharacters(BigInt(named));
  return {
    kind: "unmapped-access",
    message: `${subject} is refused by the CPU: ${detail}.`,
    details: text === "" ? [] : [`The address consists of characters: "${text}". Text was used as a pointer.`],
  };
}

/** An address no memory can have: most often eight bytes of something else. */
function nonCanonical(context: Context, fault: Fault, statement: string, pc: number): Explanation {
  const decoded = context.options.core.decodeAt(pc);
  const operand = decoded?.operands.find((one) => one.kind === "memory");
  const subject = statement === "" ? "What is executed" : `\`${statement}\``;
  if (operand?.kind !== "memory" || decoded === undefined) return refused(subject, fault.detail ?? "");
  const address = effectiveAddress(context, operand, pc + decoded.lengthBytes);
  const target = /^(call|jmp)$/.test(decoded.mnemonic) ? operandValue(context, operand, pc) : undefined;
  if (target !== undefined) return wildTarget(context, Number(address), target, subject);
  const text = asCharacters(address);
  return {
    kind: "unmapped-access",
    message: `${subject} forms the address ${hex(address)}, which no memory can have: bits 63 to 47 of an address must be equal.`,
    details:
      text === ""
        ? ["A register that holds something else than a pointer."]
        : [`The address consists of characters: "${text}". Text was used as a pointer.`],
  };
}

/** `call [f]` where `f` is the function itself, or holds something else than an address. */
function wildTarget(context: Context, address: number, target: bigint, subject: string): Explanation {
  const isCode = itemCovering(context.program.image, address)?.kind === "code";
  const where = symbolText(context.program.image, address);
  return {
    kind: "unmapped-access",
    message: `${subject} goes to ${hex(target)}, which no memory can have: bits 63 to 47 of an address must be equal.`,
    details: [
      `That is what the ${wordBytes(context)} bytes at ${hex(address)}${where === undefined ? "" : ` (${where})`} make${isCode ? ": there lie instructions, so the brackets are too many" : ""}.`,
    ],
  };
}

/** An aligned access elsewhere: which variable lies wrong, or which register. */
function misaligned(context: Context, multiple: number, statement: string, pc: number): Explanation {
  const reference = context.program.items.get(pc)?.references?.find((one) => one.use === "memory" && !one.indexed);
  const address = reference === undefined ? undefined : reference.address + Number(reference.addend);
  const decoded = context.options.core.decodeAt(pc);
  const operand = decoded?.operands.find((one) => one.kind === "memory");
  const formed = operand?.kind === "memory" && effectiveAddress(context, operand, pc + decoded!.lengthBytes);
  const is = formed ? `; ${hex(formed)} is ${formed % BigInt(multiple)} more` : "";
  const details =
    reference === undefined || address === undefined
      ? ["Align what the pointer points to, or use the unaligned form (movups, movdqu, movupd)."]
      : [
          `\`${reference.symbol}\` lies at ${hex(address)}, ${address % multiple} more than a multiple of ${multiple}.`,
          `Put \`align ${multiple}\` in front of it (alignb in .bss), or use the unaligned form (movups, movdqu, movupd).`,
        ];
  return {
    kind: "misaligned-access",
    message: `\`${statement}\` needs an address that is a multiple of ${multiple}${is}.`,
    details,
  };
}

/** The instruction that a trap was raised by: it lies before the place where execution would go on. */
function trapInstruction(context: Context, pc: number): number {
  const isIt = (at: number): boolean => {
    const decoded = context.options.core.decodeAt(at);
    return decoded !== undefined && at + decoded.lengthBytes === pc && /^int/.test(decoded.mnemonic);
  };
  return [pc - 1, pc - 2].find(isIt) ?? pc;
}

/** int3 and into, which nobody handles. */
function trap(context: Context, fault: Fault, pc: number): Explanation {
  const statement = statementText(context.program, pc);
  const name = statement === "" ? "An instruction" : `\`${statement}\``;
  return fault.vector === "#BP"
    ? {
        kind: "illegal-instruction",
        message: `${name} is a breakpoint of its own: without a debugger that is attached it ends the program with SIGTRAP.`,
        details: ["Take it out, and set a breakpoint in the editor instead."],
      }
    : {
        kind: "illegal-instruction",
        message: `${name} found the overflow flag set: that ends the program with SIGSEGV.`,
        details: ["An addition, subtraction or multiplication before it left the range of signed numbers."],
      };
}

const EXCEPTIONS = [
  "an invalid operation",
  "a denormal operand",
  "a division by zero",
  "an overflow",
  "an underflow",
  "an inexact result",
] as const;

/** The exceptions of six bits in words. */
const exceptionsIn = (bits: number): string => EXCEPTIONS.filter((_, k) => (bits >> k) & 1).join(" and ");

/** Floating-point exceptions that are not masked: SSE's at the instruction itself, the x87's at the next one. */
function floatingPoint(context: Context, fault: Fault, name: string): Explanation {
  const { memory, state } = context.options;
  if (fault.vector === "#XM") {
    return {
      kind: "illegal-instruction",
      message: `${name} meets ${exceptionsIn(state.mxcsr & ~(state.mxcsr >> 7))}, which MXCSR does not mask: that ends the program with SIGFPE.`,
      details: ["Bits 7 to 12 of MXCSR mask exceptions; 1F80h, with which programs start, masks all."],
    };
  }
  const word = (offset: number): number => memory.view.getUint16(memory.layout.state + offset, true);
  const cause = Number(memory.view.getBigUint64(memory.layout.state + STATE.fip, true));
  const causing = statementText(context.program, cause);
  return {
    kind: "illegal-instruction",
    message: `${name} finds ${exceptionsIn(word(STATE.fsw) & ~word(STATE.fcw))} of an x87 instruction before it, which the control word does not mask: that ends the program with SIGFPE.`,
    details: [
      ...(causing === "" ? [] : [`It comes from \`${causing}\` at ${placeText(context.program, cause)}.`]),
      "Bits 0 to 5 of the control word mask exceptions; 37Fh, with which programs start, masks all.",
    ],
  };
}

/** Exceptions that few programs meet. */
function rare(context: Context, fault: Fault, pc: number): Explanation {
  const statement = statementText(context.program, pc);
  const name = statement === "" ? "An instruction" : `\`${statement}\``;
  const kind = "illegal-instruction";
  if (fault.vector === "#MF" || fault.vector === "#XM") return floatingPoint(context, fault, name);
  if (fault.vector === "#DB" && fault.traced) {
    return {
      kind,
      message: `${name} ran with the trap flag set: after each such instruction comes a SIGTRAP, which nobody handles here.`,
      details: ["popf and iret set the flag when bit 8 of what they load is set."],
    };
  }
  if (fault.vector === "#DB")
    return { kind, message: `${name} raises a debug exception: that ends the program with SIGTRAP.`, details: [] };
  if (fault.vector === "#BR") {
    return {
      kind,
      message: `${name} finds the index outside of its bounds: that ends the program with SIGSEGV.`,
      details: ["The two numbers in memory are the lowest and the highest index, both of them allowed."],
    };
  }
  return {
    kind,
    message: `The CPU raised ${fault.vector}${fault.detail === undefined ? "" : `: ${fault.detail}`}.`,
    details: [],
  };
}

function explanation(context: Context, fault: Fault, pc: number): Explanation {
  switch (fault.vector) {
    case "#PF":
      return pageFault(context, fault, pc);
    case "#DE":
      return divide(context, pc);
    case "#UD":
      return illegal(context, fault, pc);
    case "#GP":
    case "#SS":
    case "#AC":
      return protectionFault(context, fault, pc);
    case "#BP":
    case "#OF":
      return trap(context, fault, pc);
    default:
      return rare(context, fault, pc);
  }
}

/**
 * Where a fault is told: at its instruction. When that stands outside of the source (a jump into nowhere, execution behind
 * the last instruction) the place is the last one that does.
 */
function placeOf(context: Context, fault: Fault, pc: number): { pc: number; time: number } {
  const { lastSource } = context.owners;
  const isWritten = context.program.items.get(pc)?.kind === "code" || isCodeAsData(context.program, pc);
  const jumped = fault.access === "execute" || !isWritten;
  const isStub = context.program.image.stubs.some((stub) => pc >= stub.address && pc < stub.address + 16);
  if (jumped && !isStub && lastSource.pc !== 0 && context.program.image.items.length > 0) return { ...lastSource };
  return { pc, time: context.options.state.retired };
}

/** What a fault means. `PROT` decides between "not mapped" and "not allowed". */
export function explain(context: Context, fault: Fault, pcNow: number): Found {
  const isTrap = fault.vector === "#BP" || fault.vector === "#OF" || (fault.vector === "#DB" && !fault.traced);
  const pc = isTrap ? trapInstruction(context, pcNow) : pcNow;
  const statement = statementText(context.program, pc);
  const said = explanation(context, fault, pc);
  const isInstruction = context.program.items.get(pc)?.kind === "code";
  const place = placeOf(context, fault, pc);
  const isElsewhere = place.pc !== pc && fault.access !== "execute";
  const atStack =
    fault.address !== undefined && (context.options.memory.protectionAt(fault.address) ?? PROT.none) === PROT.none;
  return {
    kind: said.kind,
    message: said.message,
    details: [
      ...(!isInstruction || statement === "" || said.message.includes(`\`${statement}\``)
        ? []
        : [`The instruction is ${instructionWords(context, pc)}.`]),
      ...(isElsewhere
        ? [`No instruction of the source does this: it is what the bytes at ${hex(pc)} mean.`]
        : said.details),
    ],
    ...place,
    ...(said.related === undefined ? {} : { related: said.related }),
    ...(fault.address === undefined || fault.exactAddress !== undefined ? {} : { address: fault.address }),
    ...(fault.sizeBytes === undefined ? {} : { sizeBytes: fault.sizeBytes }),
    object: atStack ? "unmapped" : "protected",
  };
}
