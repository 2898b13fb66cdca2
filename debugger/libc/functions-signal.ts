// Signals, jumps out of functions, and what needs a second process or thread and is therefore refused with an errno.
// Source: ISO C11 7.13 and 7.14; the man pages of sections 2 and 3.

import { ERRNO } from "../../server/facts/errno.ts";
import { type SyscallName, syscallByName } from "../../server/facts/syscalls.ts";
import { GPR } from "../cpu/state.ts";
import { SA, type SignalAction } from "../os/signal-state.ts";
import { restorerOf } from "../os/signals.ts";
import { fail, isFailure, type SyscallResult } from "../os/syscall.ts";
import { syscallFunction } from "../os/syscall-functions.ts";
import { type LibcCall, type LibcFunctions, type LibcResult, longOf } from "./call.ts";
import { cResult, systemCall } from "./system-call.ts";

const LAST_SIGNAL = 64;
const FIXED = [9, 19];

/** BSD's signal, as glibc has it: the handler stays and calls are restarted. @returns the old handler, or −1. */
function signal(call: LibcCall): LibcResult {
  const number = call.args.int();
  const handler = call.args.pointer();
  if (number < 1 || number > LAST_SIGNAL || FIXED.includes(number)) {
    call.libc.setErrno("EINVAL");
    return -1n;
  }
  const own = call.kernel.signals;
  const before = own.actions.get(number)?.handler ?? 0n;
  const action: SignalAction = { handler, flags: SA.restart, restorer: 0n, mask: 0n };
  const restorer = restorerOf(call.kernel, action);
  own.actions.set(number, { ...action, flags: action.flags | SA.restorer, restorer: restorer ?? 0n });
  return before;
}

/** What setjmp keeps: the callee-saved registers, the stack pointer behind the return address, and that address. */
const KEPT = {
  64: [GPR.rbx, GPR.rbp, GPR.r12, GPR.r13, GPR.r14, GPR.r15],
  32: [GPR.rbx, GPR.rbp, GPR.rsi, GPR.rdi],
} as const;

/** Behind the registers: an int that says whether the signal mask was kept, and the mask. */
const maskPlace = (call: LibcCall, buffer: bigint): { flag: bigint; mask: bigint } => {
  const flag = buffer + BigInt((KEPT[call.bits].length + 2) * longOf(call));
  return { flag, mask: flag + BigInt(longOf(call)) };
};

function setJump(call: LibcCall, mask: "mask" | "no mask" | "as told"): LibcResult {
  const { state, bits } = call.kernel;
  const long = longOf(call);
  const buffer = call.args.pointer();
  const keeps = mask === "as told" ? call.args.int() !== 0 : mask === "mask";
  const stackPointer = state.gpr(GPR.rsp);
  const values = [
    ...KEPT[bits].map((register) => state.gpr(register)),
    stackPointer + BigInt(long),
    call.libc.memory.load(Number(stackPointer), long),
  ];
  values.forEach((value, k) => {
    call.program.writeWord(buffer + BigInt(k * long), long, value);
  });
  const place = maskPlace(call, buffer);
  call.program.writeWord(place.flag, 4, keeps ? 1n : 0n);
  if (keeps) call.program.writeWord(place.mask, 8, call.kernel.signals.blocked);
  return 0;
}

/** Goes back into setjmp's caller: the stub's `ret` takes the return address from where it stood then. */
function longJump(call: LibcCall): LibcResult {
  const { state, bits } = call.kernel;
  const long = longOf(call);
  const buffer = call.args.pointer();
  const value = call.args.int();
  const values = [...KEPT[bits], 0, 0].map((_, k) => call.program.readWord(buffer + BigInt(k * long), long));
  KEPT[bits].forEach((register, k) => {
    state.setGpr(register, values[k]!);
  });
  const place = maskPlace(call, buffer);
  if (call.program.readWord(place.flag, 4) !== 0n) {
    call.kernel.signals.blocked = call.program.readWord(place.mask, 8);
  }
  const stackPointer = values[KEPT[bits].length]! - BigInt(long);
  // No access of the program's: the place may be another function's return address by now.
  call.libc.memory.store(call.program.address(stackPointer), long, values[KEPT[bits].length + 1]!);
  state.setGpr(GPR.rsp, stackPointer);
  return value === 0 ? 1 : value;
}

/** Sets errno, and tells the refusal once as the function that the program called. Without `given` the call is made to see it. */
export function tellRefusal(call: LibcCall, name: SyscallName, given?: SyscallResult): void {
  const abi = call.bits === 64 ? "x86_64" : "i386";
  const args = [0n, 0n, 0n, 0n, 0n, 0n];
  const implementation = syscallFunction(name);
  const result = given ?? (implementation ? implementation({ kernel: call.kernel, abi, args }) : NOT_THERE(call.name));
  if (!isFailure(result)) return;
  call.libc.setErrno(result.errno);
  const number = syscallByName(name)?.[abi] ?? -1;
  const why = `${result.errno}: ${result.why}`;
  call.kernel.emit({
    kind: "syscall-exit",
    abi,
    number,
    name: call.name,
    args,
    result: BigInt(-ERRNO[result.errno]),
    why,
  });
}

/** As the kernel says of a call that it has no function for. */
const NOT_THERE = (name: string) => fail("ENOSYS", `Asmoscope does not implement ${name}`);

export const signalFunctions = {
  signal,
  pause: (call) => cResult(call.libc, systemCall(call.kernel, "pause", [])) as LibcResult,
  alarm: (call) => cResult(call.libc, systemCall(call.kernel, "alarm", [BigInt(call.args.unsigned())])) as LibcResult,
  setjmp: (call) => setJump(call, "mask"),
  _setjmp: (call) => setJump(call, "no mask"),
  longjmp: longJump,
  _longjmp: longJump,
  __sigsetjmp: (call) => setJump(call, "as told"),
  sigsetjmp: (call) => setJump(call, "as told"),
  siglongjmp: longJump,
  __longjmp_chk: longJump,
  sysv_signal: signal,
} satisfies LibcFunctions;
