// What the abstract run knows of a system call's arguments: a stack address that int 0x80 cuts to 32 bits, a small number
// for an address, mmap without MAP_PRIVATE or MAP_SHARED, a counted read into a variable that is shorter, a counted write of
// more than the section has.

import type { Diagnostic } from "../base/diagnostic.ts";
import { mistakenCall, syscallRegisterNumbers, syscallRegisters } from "../facts/syscall-setup.ts";
import { bufferBytes, countText, type Syscall, type SyscallArgument, syscallByNumber } from "../facts/syscalls.ts";
import type { ModuleSymbol } from "../obj/object-module.ts";
import { flowFinding, judged, overFlow, type Place } from "./flow/judge.ts";
import { constantOf, isStack, only, type Value, type Values } from "./flow/value.ts";
import { changesMemory, kernelEntry, type Listing } from "./listing.ts";
import { roomLeft } from "./short-variable.ts";

interface Call {
  readonly place: Place;
  readonly abi: "x86_64" | "i386";
  readonly call: Syscall;
  readonly list: readonly SyscallArgument[];
}

function callAt(place: Place): Call | undefined {
  const entry = kernelEntry(place.instruction.decoded);
  const number = constantOf(place.state.registers[0]!);
  if (entry === undefined || number === undefined) return undefined;
  const abi = entry === "syscall" ? "x86_64" : "i386";
  const call = syscallByNumber(abi, Number(BigInt.asUintN(32, number)));
  return call && { place, abi, call, list: abi === "i386" ? call.argumentsI386 : call.arguments };
}

const valuesOf = ({ place, abi }: Call, index: number): Values =>
  place.state.registers[syscallRegisterNumbers[abi][index]!]!;

/** A number the register surely holds; 0 where nothing has set it. */
function numberIn(values: Values): bigint | undefined {
  const value = only(values);
  if (value?.kind === "unset") return 0n;
  return value?.kind === "constant" ? value.value : undefined;
}

const POINTERS = new Set(["in", "out", "inout", "path", "iovin", "iovout"]);
const isHigh = (value: Value): boolean => isStack(value) || value.kind === "stack-half" || value.kind === "block";

function cutPointer(one: Call): Diagnostic[] {
  const { place, abi, list, call } = one;
  if (abi !== "i386" || place.code.bits !== 64) return [];
  const index = list.findIndex(({ type }, k) => POINTERS.has(type) && judged(valuesOf(one, k), isHigh) === "warning");
  if (index < 0) return [];
  const name = syscallRegisters.i386[index]!;
  const message = `int 0x80 takes only ${name}, the lower 32 bits of the address for ${call.name}, and the stack and the heap of a 64-bit program lie above 4 GiB: use syscall with the numbers of 64-bit programs`;
  return [flowFinding(place, "wrong-abi", "warning", message)];
}

/** Below this address Linux maps nothing. */
const LOWEST_ADDRESS = 0x10000n;
/** Stands for any address of the program's memory. */
const SOMEWHERE = 2n ** 40n;

/** What a register holds, as a number that says no more than whether it may be an address. */
function likeNumber(values: Values): bigint {
  const value = only(values);
  const isAddress = value !== undefined && (isHigh(value) || value.kind === "label");
  return isAddress ? SOMEWHERE : (numberIn(values) ?? SOMEWHERE + LOWEST_ADDRESS);
}

/** Operations of futex(2) that wait, and so look at the time; without FUTEX_PRIVATE_FLAG and FUTEX_CLOCK_REALTIME. */
const FUTEX_WAITS = new Set([0n, 6n, 9n, 11n, 13n]);
const FUTEX_OPERATION = 0x7fn;
const EPOLL_CTL_DEL = 2n;

const waits = (at: (name: string) => bigint | undefined): boolean =>
  FUTEX_WAITS.has((at("operation") ?? -1n) & FUTEX_OPERATION);
const hasAddress = (at: (name: string) => bigint | undefined): boolean => at("address") !== 0n;

/** Addresses that the kernel looks at only as the other arguments ask for it, by call and argument (man pages of section 2). */
const LOOKED_AT: Readonly<Record<string, (at: (name: string) => bigint | undefined) => boolean>> = {
  "futex timeout": waits,
  "futex_time64 timeout": waits,
  "epoll_ctl event": (at) => (at("operation") ?? EPOLL_CTL_DEL) !== EPOLL_CTL_DEL,
  "accept size": hasAddress,
  "accept4 size": hasAddress,
  "recvfrom addressSize": hasAddress,
  // Only when a signal interrupts it.
  "nanosleep remaining": () => false,
  "clock_nanosleep remaining": () => false,
};

/** The call fails when there is nothing at the address. */
function isLookedAt(one: Call, argument: SyscallArgument): boolean {
  const { call, list } = one;
  const at = (name: string): bigint | undefined => {
    const index = list.findIndex((other) => other.name === name);
    return index < 0 ? undefined : numberIn(valuesOf(one, index));
  };
  const [counted = ""] = argument.size.split("*");
  return at(counted) !== 0n && (LOOKED_AT[`${call.name} ${argument.name}`]?.(at) ?? true);
}

/** A small number where the kernel takes an address: mostly the number of another call, else a mistake of its own. */
function smallPointer(one: Call): Diagnostic[] {
  const { place, abi, list, call } = one;
  const index = list.findIndex((argument, k) => {
    const value = POINTERS.has(argument.type) ? constantOf(valuesOf(one, k)) : undefined;
    return value !== undefined && value > 0n && value < LOWEST_ADDRESS && isLookedAt(one, argument);
  });
  if (index < 0) return [];
  const number = Number(constantOf(place.state.registers[0]!)!);
  const args = syscallRegisterNumbers[abi].map((_, k) => likeNumber(valuesOf(one, k)));
  const meant = mistakenCall(abi, number, args, (address) => address === SOMEWHERE);
  const [here, there] = abi === "i386" ? ["int 0x80", "syscall"] : ["syscall", "int 0x80"];
  if (meant !== undefined) {
    const message = `${number} is ${meant.name} for \`${there}\`; for \`${here}\` it is ${call.name}, and ${meant.name} is ${meant[abi]}`;
    return [flowFinding(place, "wrong-abi", "warning", message)];
  }
  const argument = list[index]!;
  const message = `${call.name} takes an address in ${syscallRegisters[abi][index]} (${argument.name}), but it is ${constantOf(valuesOf(one, index))}: the call fails with EFAULT`;
  return [flowFinding(place, "syscall-bad-address", "warning", message)];
}

const MAP_ANONYMOUS = 0x20n;

function mapping(one: Call): Diagnostic[] {
  const { place, abi, list, call } = one;
  if (call.name !== "mmap" && call.name !== "mmap2") return [];
  const at = (name: string): number => list.findIndex((argument) => argument.name === name);
  const [flags, length] = [at("flags"), at("length")];
  const asked = flags < 0 ? undefined : numberIn(valuesOf(one, flags));
  // Of a file the descriptor is looked at first.
  const fails = ((asked ?? 0n) & MAP_ANONYMOUS) === 0n ? "the call fails" : "the call fails with EINVAL";
  if (asked !== undefined && (asked & 3n) === 0n) {
    const name = syscallRegisters[abi][flags];
    const message = `mmap wants MAP_PRIVATE (2) or MAP_SHARED (1) among its flags, but ${name} is ${asked}: ${fails}`;
    return [flowFinding(place, "syscall-args", "warning", message)];
  }
  if (length < 0 || numberIn(valuesOf(one, length)) !== 0n) return [];
  const message = `mmap is asked for 0 bytes: ${fails}`;
  return [flowFinding(place, "syscall-args", "warning", message)];
}

function pastSection({ place, abi, call }: Call, symbol: ModuleSymbol, offset: number, size?: bigint): Diagnostic[] {
  const section = typeof symbol.section === "number" ? place.code.module.sections[symbol.section]! : undefined;
  // Behind code the file goes on with what the linker puts there.
  if (size === undefined || section === undefined || section.exec || offset < 0) return [];
  const room = section.sizeBytes - Number(symbol.value) - offset;
  if (room <= 0 || size <= BigInt(room)) return [];
  const advice = call.name.includes("write")
    ? `pass the length of the text (\`$ - ${symbol.name}\` right behind it)`
    : `what it looks at is ${size} bytes long`;
  const message = `${call.name} is asked for ${countText(size, abi)} from \`${symbol.name}\`, but only ${room} ${room === 1 ? "is" : "are"} left there up to the end of ${section.name}: ${advice}`;
  return [flowFinding(place, "syscall-bad-address", "warning", message)];
}

/** A counted read into a variable: what lies behind it may be overwritten. A counted write may go on with the variables
 * behind (texts in a row), but not past the last of the section. */
function shortBuffer(one: Call): Diagnostic[] {
  const { place, abi, list, call } = one;
  const { module } = place.code;
  return list.flatMap((argument, index) => {
    const label = only(valuesOf(one, index));
    const isRead = argument.type === "in";
    if ((argument.type !== "out" && !isRead) || argument.size.startsWith("{") || label?.kind !== "label") return [];
    const numbers = list.map((_, k) => constantOf(valuesOf(one, k)));
    const counts = list.findIndex(({ name }) => name === argument.size.split("*")[0]);
    if (counts >= 0 ? numbers[counts] === undefined : isRead) return [];
    const size = bufferBytes(
      argument,
      call,
      abi,
      numbers.map((number) => number ?? 0n),
    );
    const symbol = module.symbols[label.symbol]!;
    const section = typeof symbol.section === "number" ? module.sections[symbol.section] : undefined;
    if (!isRead && section?.alloc && !section.write && !changesMemory(place.code)) {
      const message = `${call.name} writes to \`${symbol.name}\` in ${section.name}, which is read-only: the call fails with EFAULT; buffers belong in .bss or .data`;
      return [flowFinding(place, "syscall-bad-address", "warning", message)];
    }
    if (isRead) return pastSection(one, symbol, label.offset, size);
    const room = size === undefined ? undefined : roomLeft(place.code, symbol, label.offset, size, counts >= 0);
    if (size === undefined || room === undefined) return [];
    const advice = counts < 0 ? `reserve ${size} bytes` : `pass ${room} as the count, or reserve more`;
    const message = `${call.name} may write ${countText(size, abi)}, but \`${symbol.name}\` has room for ${room}: ${advice}`;
    return [flowFinding(place, "syscall-bad-address", "warning", message)];
  });
}

function check(place: Place): Diagnostic[] {
  const one = callAt(place);
  return one === undefined ? [] : [...cutPointer(one), ...smallPointer(one), ...mapping(one), ...shortBuffer(one)];
}

/** Rules wrong-abi, syscall-args and syscall-bad-address, as far as values go. */
export const syscallArguments = (code: Listing): Diagnostic[] => overFlow(code, check);
