// System calls: arguments that cannot work, buffers the kernel cannot use, and −errno results that are used as values.

import { signalName } from "../../server/facts/signals.ts";
import { meansCall, namedSyscalls } from "../../server/facts/syscall-comment.ts";
import { foreignCall, mistakenCall, syscallRegisters, unsetArguments } from "../../server/facts/syscall-setup.ts";
import { syscallByName, syscallByNumber } from "../../server/facts/syscalls.ts";
import { generalNumber, registerUse } from "../../server/isa/register-use.ts";
import type { MachineEvent } from "../os/events.ts";
import { SA } from "../os/signal-state.ts";
import { NO_RESTORER } from "../os/signals.ts";
import { bytesText, type Context, hex, report } from "./context.ts";
import { commentText, type ProgramMap, placeText, statementText } from "./program-map.ts";
import { checkUnused } from "./syscall-buffers.ts";

type Enter = Extract<MachineEvent, { kind: "syscall-enter" }>;
type Exit = Extract<MachineEvent, { kind: "syscall-exit" }>;

const RAX = 0;
const EFAULT = -14n;
const EINVAL = -22n;
const ENOSYS = -38n;

/** −errno as the register shows it: 64 or 32 bits. */
const asRegister = (result: bigint, abi: Exit["abi"]): bigint => BigInt.asUintN(abi === "i386" ? 32 : 64, result);

/** Before the kernel acts: the number against the comment, and a −errno among the arguments. */
export function checkEnter(context: Context, event: Enter, pc: number, time: number): void {
  checkNumber(context, event, pc, time);
  if (!checkForeign(context, event, pc, time)) checkUnset(context, event, pc, time);
  const failed = context.owners.failed;
  if (failed === undefined) return;
  const call = syscallByNumber(event.abi, event.number);
  const count = (event.abi === "i386" ? call?.argumentsI386 : call?.arguments)?.length ?? 0;
  // `mov edi, eax` leaves the upper half clear.
  const forms = [asRegister(failed.result, event.abi), asRegister(failed.result, "i386")];
  const index = event.args.slice(0, count).findIndex((value) => forms.includes(value));
  // -1 is a number that many calls take: any process, no descriptor, no limit.
  if (index < 0 || failed.result === -1n) return;
  report(context, {
    kind: "unchecked-syscall-error",
    message: `${event.name} gets ${failed.result} as argument ${index + 1}: that is the error result of ${failed.name}, not a value.`,
    details: [
      `${failed.name} at ${placeText(context.program, failed.pc)} failed: ${failed.why}.`,
      "Look at the result of a system call before using it: a negative value is an error.",
    ],
    pc,
    time,
    object: failed.name,
    related: [{ what: "called", pc: failed.pc, time: failed.time }],
  });
}

const entryName = (abi: Enter["abi"]): string => (abi === "i386" ? "int 0x80" : "syscall");

/** A number and registers of the other way into the kernel. */
function checkForeign(context: Context, event: Enter, pc: number, time: number): boolean {
  const meant = foreignCall(event.abi, event.number, context.owners.everWritten);
  if (meant === undefined) return false;
  const other = event.abi === "i386" ? "x86_64" : "i386";
  const own = meant[event.abi];
  context.owners.unsetAt = time;
  report(context, {
    kind: "syscall-args",
    message: `Number ${event.number} is ${meant.name} for \`${entryName(other)}\`; for \`${entryName(event.abi)}\` it is ${event.name}.`,
    details: [
      `The arguments are in ${syscallRegisters[other].slice(0, 3).join(", ")} as \`${entryName(other)}\` wants them; \`${entryName(event.abi)}\` takes ${syscallRegisters[event.abi].slice(0, 3).join(", ")}.`,
      `Use \`${entryName(other)}\`, or number ${own ?? "and"}${own === undefined ? "" : " and the"} registers of \`${entryName(event.abi)}\`.`,
    ],
    pc,
    time,
    object: meant.name,
  });
  return true;
}

/** A buffer or its length in a register that nothing ever set. */
function checkUnset(context: Context, event: Enter, pc: number, time: number): void {
  const { owners } = context;
  const names = syscallRegisters[event.abi];
  const open = unsetArguments(event.abi, event.number, owners.everWritten);
  const unset = open.length === 0 ? open : open.filter((index) => event.args[index] === 0n);
  if (unset.length === 0) return;
  const call = syscallByNumber(event.abi, event.number)!;
  const list = event.abi === "i386" ? call.argumentsI386 : call.arguments;
  const registers = unset.map((index) => `${names[index]} (${list[index]!.name})`).join(" and ");
  owners.unsetAt = time;
  report(context, {
    kind: "syscall-args",
    message: `${event.name} is called, but ${registers} ${unset.length === 1 ? "was" : "were"} never set: nothing wrote the register since the program started.`,
    details: [
      "Linux starts a program with zero in the registers, so this works on 0 bytes or on address 0.",
      `${event.name} takes ${list.map(({ name }, index) => `${names[index]} = ${name}`).join(", ")}.`,
    ],
    pc,
    time,
    object: `unset ${event.name}`,
  });
}

/** What comments say, by program and instruction: asked at every system call. */
const saidBefore = new WeakMap<ProgramMap, Map<number, readonly string[]>>();

/** System calls that the comment at an instruction names. */
function namesSaid(program: ProgramMap, pc: number): readonly string[] {
  let known = saidBefore.get(program);
  if (known === undefined) {
    known = new Map();
    saidBefore.set(program, known);
  }
  let names = known.get(pc);
  if (names === undefined) {
    names = namedSyscalls(commentText(program, pc));
    known.set(pc, names);
  }
  return names;
}

/** The instruction puts this number into eax; when it does not, something else has done so since. */
function setsTo({ options }: Context, setter: number, number: number): boolean {
  const value = options.core.decodeAt(setter)?.operands[1];
  return value?.kind === "immediate" && BigInt.asUintN(32, value.value) === BigInt.asUintN(32, BigInt(number));
}

function checkNumber(context: Context, event: Enter, pc: number, time: number): void {
  const setter = context.owners.numberSetter;
  const bySetter = setsTo(context, setter, event.number) ? namesSaid(context.program, setter) : [];
  const byCall = namesSaid(context.program, pc);
  if (bySetter.length === 0 && byCall.length === 0) return;
  const said = [...bySetter.map((name) => ({ name, at: setter })), ...byCall.map((name) => ({ name, at: pc }))];
  if (said.some(({ name }) => meansCall(name, event.name))) return;
  for (const { name, at } of said) {
    const number = syscallByName(name)?.[event.abi];
    if (number === undefined || number === event.number) continue;
    report(context, {
      kind: "syscall-args",
      message: `System call ${event.number} is ${event.name}, not ${name}: the number of ${name} is ${number}.`,
      details: [
        `The comment at ${placeText(context.program, at)} says ${name}: \`${statementText(context.program, at)}\`.`,
        `${event.name} is called with ${event.args.slice(0, 3).map(hex).join(", ")} …, and ${name} never happens.`,
      ],
      pc,
      time,
      object: name,
    });
    return;
  }
}

/** A number of the other table with registers of this one: what cannot be an address here is a descriptor or size there. */
function checkMistaken(context: Context, event: Exit, pc: number, time: number): void {
  const other = event.abi === "i386" ? "x86_64" : "i386";
  const meant = mistakenCall(event.abi, event.number, event.args, (address) => isReadable(context, address));
  if (meant === undefined) return;
  report(context, {
    kind: "syscall-args",
    message: `Number ${event.number} is ${meant.name} for \`${entryName(other)}\`; for \`${entryName(event.abi)}\` it is ${event.name}.`,
    details: [
      `The arguments fit ${meant.name}: ${event.args.slice(0, 3).map(hex).join(", ")}.`,
      `The number of ${meant.name} for \`${entryName(event.abi)}\` is ${meant[event.abi]}.`,
    ],
    pc,
    time,
    object: meant.name,
  });
}

const isReadable = (context: Context, address: bigint): boolean =>
  address < 1n << 47n && context.options.memory.protectionAt(Number(address)) !== undefined;

/** Numbers of unknown calls that are remembered at the most: a program may try all there are. */
const UNKNOWN_LIMIT = 1000;

function noteUnknown({ owners }: Context, number: number): void {
  if (owners.unknownCalls.size < UNKNOWN_LIMIT) owners.unknownCalls.add(number);
}

/** Instructions behind a system call in which its result is compared. */
const COMPARED_WITHIN = 4;

/** `cmp rax, -38` right behind the call, or `neg eax` and `cmp eax, 38`: the program asks for this very error. */
function isAskedFor({ options: { core } }: Context, result: bigint, pc: number): boolean {
  let at = pc + (core.decodeAt(pc)?.lengthBytes ?? 0);
  let looked = result;
  for (let k = 0; k < COMPARED_WITHIN; k++) {
    const next = core.decodeAt(at);
    if (next === undefined) return false;
    const [target, value] = next.operands;
    const isResult = target?.kind === "register" && generalNumber(target) === RAX && target.register.sizeBits >= 32;
    if (next.mnemonic === "cmp" && isResult && value?.kind === "immediate")
      if (BigInt.asIntN(32, value.value) === looked) return true;
    if (next.mnemonic === "neg" && isResult) looked = -looked;
    else if (next.mnemonic === "jmp" || registerUse(next).writes.has(RAX)) return false;
    at += next.lengthBytes;
  }
  return false;
}

/** An EINVAL that tells something of the file or the kernel, as our kernel words it: programs ask to find that out. */
const FOUND_OUT =
  /is not a symbolic link|lies in the directory|is not open for writing|cannot be synchronised|is no advice|known here|no known command/;
/** A number as large as an address or a size where a small code belongs: arguments in the wrong order. */
const NO_CODE = /: (?:0x[0-9a-f]{5,} \(\w+\) is not a code|\d{4,} \(\w+\) is no advice)/;

const mayAsk = (why: string): boolean => FOUND_OUT.test(why) && !NO_CODE.test(why);

/** Behind the call its result is looked at, kept or given back, and not written over at once. */
function isLookedAt({ options: { core } }: Context, pc: number): boolean {
  let at = pc + (core.decodeAt(pc)?.lengthBytes ?? 0);
  for (let k = 0; k < COMPARED_WITHIN; k++) {
    const next = core.decodeAt(at);
    if (next === undefined || next.mnemonic === "ret") return true;
    const { reads, writes } = registerUse(next);
    if (reads.has(RAX)) return true;
    if (writes.has(RAX)) return false;
    const [target] = next.operands;
    at += next.lengthBytes + (next.mnemonic === "jmp" && target?.kind === "relative" ? Number(target.displacement) : 0);
  }
  return true;
}

/** After the kernel acted. */
export function checkExit(context: Context, event: Exit, pc: number, time: number): void {
  const isError = event.result < 0n && event.result >= -4095n;
  context.owners.failed = isError
    ? { name: event.name, pc, time, result: event.result, why: event.why ?? `errno ${-event.result}` }
    : undefined;
  if (event.name === "brk") checkBreak(context, event, pc, time);
  if (event.name === "rt_sigaction" && event.abi === "x86_64" && !isError) checkRestorer(context, event, pc, time);
  if (event.result === 0n) checkUnused(context, { ...event, kind: "syscall-enter" }, pc, time);
  if (!isError || event.why === undefined) return;
  if (event.result === EFAULT && context.owners.unsetAt === time) return;
  if (isAskedFor(context, event.result, pc)) return;
  if (event.result === EFAULT) {
    checkMistaken(context, event, pc, time);
    report(context, {
      kind: "syscall-bad-address",
      message: `${event.name} fails: ${event.why}.`,
      details: [
        "The kernel cannot use this address: it belongs to no memory of the program, or may not be accessed that way.",
      ],
      pc,
      time,
    });
  } else if (event.why.includes(": Asmoscope ") && !context.owners.unknownCalls.has(event.number)) {
    noteUnknown(context, event.number);
    report(context, {
      kind: "syscall-args",
      // Our limit, not the program's mistake; that there are no files is what the user has chosen.
      severity: event.why.includes("--root") ? "note" : "warning",
      message: `${event.name} fails: ${event.why}.`,
      details: [
        "On Linux this call would do its work; here the program gets an error, as if the system had refused it.",
      ],
      pc,
      time,
      object: event.name,
    });
  } else if (event.result === EINVAL && mayAsk(event.why) && isLookedAt(context, pc)) {
    return;
  } else if (event.result === EINVAL || (event.result === ENOSYS && !context.owners.unknownCalls.has(event.number))) {
    if (event.result === ENOSYS) noteUnknown(context, event.number);
    const call = syscallByNumber(event.abi, event.number);
    const count = (event.abi === "i386" ? call?.argumentsI386 : call?.arguments)?.length ?? event.args.length;
    report(context, {
      kind: "syscall-args",
      ...(mayAsk(event.why) ? { severity: "warning" } : {}),
      message: `${event.name} fails: ${event.why}.`,
      details: [`It was called with ${event.args.slice(0, count).map(hex).join(", ")}.`],
      pc,
      time,
      object: event.name,
    });
  }
}

/** Linux accepts a 64-bit handler without a restorer, and ends the program when the signal comes. */
function checkRestorer(context: Context, event: Exit, pc: number, time: number): void {
  const [signal, action] = event.args;
  if (action === undefined || action === 0n) return;
  const bytes = context.options.memory.peek(Number(action), 16);
  if (bytes.length < 16) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  // 0 and 1 are SIG_DFL and SIG_IGN.
  if (view.getBigUint64(0, true) <= 1n || view.getUint32(8, true) & SA.restorer) return;
  const name = signalName(Number(signal)) ?? `signal ${signal}`;
  report(context, {
    kind: "syscall-args",
    message: `rt_sigaction sets a handler that Linux cannot enter: ${NO_RESTORER}.`,
    details: [
      `When ${name} comes, Linux ends the program with SIGSEGV instead.`,
      "Set SA_RESTORER in sa_flags, and in sa_restorer the address of code that calls rt_sigreturn: mov eax, 15; syscall.",
    ],
    pc,
    time,
    object: event.name,
  });
}

/**
 * brk does not return −errno: a failure shows only in that the break did not move. A request for the break where it is
 * already counts too, when a read that was wider than its variable made the amount.
 */
function checkBreak(context: Context, event: Exit, pc: number, time: number): void {
  const requested = event.args[0]!;
  const result = asRegister(event.result, event.abi);
  if (requested === 0n) return;
  const amount = asRegister(requested - BigInt(context.owners.breakBefore), event.abi);
  const wide = context.owners.wideReads.find((one) => [requested, amount].includes(asRegister(one.value, event.abi)));
  const moved = result === requested && amount !== 0n;
  if (moved || (result === requested && wide === undefined)) return;
  const details = [
    "brk reports no error: it returns the break as it is, so compare the result with what was asked for.",
  ];
  if (wide !== undefined) {
    details.unshift(
      `The amount comes from the ${wide.sizeBytes}-byte read at ${placeText(context.program, wide.pc)} of \`${wide.object}\`, which is ${bytesText(wide.objectBytes)} long: it gave ${hex(wide.value)}.`,
    );
  }
  const why =
    result === requested
      ? `, which stays at ${hex(result)}: that is where the break is already`
      : `: ${event.why ?? `the kernel refused, and the break stays at ${hex(result)}`}`;
  report(context, {
    kind: "syscall-args",
    message: `brk(${hex(requested)}) fails to move the break${why}.`,
    details,
    pc,
    time,
    object: "brk",
    ...(wide === undefined ? {} : { related: [{ what: "read", pc: wide.pc, time }] }),
  });
}
