// POSIX threads as threads of the kernel: each has a stack and a thread block of its own (thread-block.ts), and they take turns
// like processes (os/process-table.ts). A thread begins at the place where pthread_create's stub goes on after a call back, so
// its function is called, and returns, as any that libc calls.
// Source: pthreads(7) and the man pages of section 3.

import { STUB } from "../../server/facts/libc-linking.ts";
import { GPR } from "../cpu/state.ts";
import { PROT } from "../mem/layout.ts";
import { threadsOf } from "../os/process-table.ts";
import { makeThread } from "../os/syscall-child.ts";
import { waitFor } from "../os/waiting.ts";
import { awaitOthers } from "./await-others.ts";
import { FRAME, type LibcCall, type LibcFunction, type LibcFunctions, type LibcResult, longOf } from "./call.ts";
import { nextDestructor } from "./functions-key.ts";
import { exitProcess } from "./functions-process.ts";
import { cResult, errorNumber, systemCall } from "./system-call.ts";
import { BLOCK_BYTES, blockOf, delist, enlist, fillBlock, OWN, ownBlock, threadBaseOf } from "./thread-block.ts";

const PAGE_BYTES = 4096;
/** glibc gives 8 MiB. */
const STACK_BYTES = 2 ** 20;
/** struct pthread_attr: an int of flags, and the size of the stack. */
const ATTRIBUTES = { flags: 8n, stackBytes: { 64: 32n, 32: 20n }, bytes: { 64: 56, 32: 36 } } as const;
const DETACHED = 1n;

/** Where a thread stands when it comes back to its stub. */
const STAGE = { begins: 0n, returns: 1n, ends: 2n, exits: 3n } as const;

const field = ({ libc }: LibcCall, block: number, offset: number): bigint => libc.memory.load(block + offset, 8);
const setField = ({ libc }: LibcCall, block: number, offset: number, value: bigint): void =>
  libc.memory.store(block + offset, 8, value);

// ---- making a thread

/** A stack with a guard page below and the thread's block above. @returns the block; undefined when there is no room. */
function mapStack(call: LibcCall, wantedBytes: number): number | undefined {
  const { space } = call.kernel;
  const stackBytes = Math.ceil(wantedBytes / PAGE_BYTES) * PAGE_BYTES;
  const sizeBytes = PAGE_BYTES + stackBytes + PAGE_BYTES;
  const start = space.findGap(sizeBytes);
  const mapping = { sizeBytes, requestedBytes: sizeBytes, protection: PROT.read | PROT.write, name: "[thread]" };
  if (start === undefined || !space.map({ ...mapping, start, purpose: "thread" })) return undefined;
  space.protect(start, PAGE_BYTES, 0);
  const block = start + PAGE_BYTES + stackBytes + PAGE_BYTES - BLOCK_BYTES;
  fillBlock(call.libc.memory, call.bits, block);
  setField(call, block, OWN.mapping, BigInt(start));
  setField(call, block, OWN.mappingBytes, BigInt(sizeBytes));
  return block;
}

function create(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const attributes = call.args.pointer();
  const start = call.args.pointer();
  const argument = call.args.pointer();
  const { kernel, libc, program, bits } = call;
  const has = attributes !== 0n;
  const asked = has ? Number(program.readWord(attributes + ATTRIBUTES.stackBytes[bits], longOf(call))) : 0;
  const flags = has ? program.readWord(attributes + ATTRIBUTES.flags, 4) : 0n;
  const block = mapStack(call, asked === 0 ? STACK_BYTES : asked);
  if (block === undefined) return errorNumber("EAGAIN");
  setField(call, block, OWN.start, start);
  setField(call, block, OWN.argument, argument);
  setField(call, block, OWN.detached, flags & DETACHED);
  const top = block - (block % 16);
  const stackPointer = top - FRAME.bytes - (FRAME.bytes % 16) - 16;
  libc.memory.store(stackPointer + FRAME.savedPointer, 8, BigInt(top - 16));
  libc.memory.store(stackPointer + FRAME.kept, 8, STAGE.begins);
  const made = makeThread(kernel, {
    at: kernel.state.rip + BigInt(STUB.resume - STUB.entry),
    stack: BigInt(stackPointer),
    threadBase: threadBaseOf(libc.memory, bits, block),
  });
  if (typeof made !== "object" || !("group" in made)) {
    unmapStack(call, block);
    return errorNumber("EAGAIN");
  }
  setField(call, block, OWN.id, BigInt(made.id));
  enlist(libc, block);
  program.writeWord(target, longOf(call), BigInt(block));
  return 0;
}

function unmapStack(call: LibcCall, block: number): void {
  call.kernel.space.unmap(Number(field(call, block, OWN.mapping)), Number(field(call, block, OWN.mappingBytes)));
}

// ---- the end of a thread

/** Destructors of the thread's pointers are called first; with the last thread the process exits. */
function end(call: LibcCall, called: bigint): LibcResult {
  const block = ownBlock(call);
  const destructor = nextDestructor(call, block, Number(called));
  if (destructor !== undefined) return { kind: "call-back", ...destructor, keep: [STAGE.ends, called + 1n] };
  if (threadsOf(call.kernel, call.kernel.processes.current).length === 1) return leave(call);
  setField(call, block, OWN.ended, 1n);
  if (field(call, block, OWN.detached) !== 0n) forget(call, block);
  return cResult(call.libc, systemCall(call.kernel, "exit", [0n]));
}

/** exit(0), whose functions come back here. */
function leave(call: LibcCall): LibcResult {
  const result = exitProcess(call, 0);
  return typeof result === "object" && result.kind === "call-back" ? { ...result, keep: [STAGE.exits] } : result;
}

/** The first thread's block stays. */
function forget(call: LibcCall, block: number): void {
  if (field(call, block, OWN.mapping) === 0n) return;
  delist(call.libc, block);
  unmapStack(call, block);
}

function goOn(call: LibcCall, kept: readonly bigint[]): LibcResult {
  const [stage, called] = kept;
  if (stage === STAGE.exits) return leave(call);
  if (stage === STAGE.ends) return end(call, called!);
  const block = ownBlock(call);
  if (stage === STAGE.begins) {
    const [target, argument] = [field(call, block, OWN.start), field(call, block, OWN.argument)];
    return { kind: "call-back", target, args: [argument], keep: [STAGE.returns] };
  }
  setField(call, block, OWN.result, call.kernel.state.gpr(GPR.rax));
  return end(call, 0n);
}

const createThread: LibcFunction = { run: create, resume: goOn };
const exitThread: LibcFunction = {
  run: (call) => {
    setField(call, ownBlock(call), OWN.result, call.args.pointer());
    return end(call, 0n);
  },
  resume: goOn,
};

// ---- waiting for its end

function join(call: LibcCall): LibcResult {
  const thread = call.args.unsignedLong();
  const target = call.args.pointer();
  const block = blockOf(call.libc, thread);
  if (block === undefined) return errorNumber("ESRCH");
  if (block === ownBlock(call)) return errorNumber("EDEADLOCK");
  if (field(call, block, OWN.detached) !== 0n) return errorNumber("EINVAL");
  if (field(call, block, OWN.ended) === 0n) return awaitOthers(call);
  if (target !== 0n) call.program.writeWord(target, longOf(call), field(call, block, OWN.result));
  forget(call, block);
  return 0;
}

function detach(call: LibcCall): LibcResult {
  const block = blockOf(call.libc, call.args.unsignedLong());
  if (block === undefined) return errorNumber("ESRCH");
  if (field(call, block, OWN.detached) !== 0n) return errorNumber("EINVAL");
  setField(call, block, OWN.detached, 1n);
  if (field(call, block, OWN.ended) !== 0n) forget(call, block);
  return 0;
}

// ---- the rest

function kill(call: LibcCall): LibcResult {
  const block = blockOf(call.libc, call.args.unsignedLong());
  if (block === undefined) return errorNumber("ESRCH");
  const owner = BigInt(call.kernel.processes.current.owner);
  const id = field(call, block, OWN.id);
  const args = [owner, id === 0n ? owner : id, BigInt(call.args.unsigned())];
  return systemCall(call.kernel, "tgkill", args) === 0 ? 0 : errorNumber("EINVAL");
}

/** In nanoseconds. @returns seconds that are left when a signal came. */
function sleepFor(call: LibcCall, ns: bigint): LibcResult {
  const woken = waitFor(call.kernel, ns);
  if (woken === "pending") return woken;
  return typeof woken === "object" ? Number(woken.leftNs / 1_000_000_000n) : 0;
}

const setAttribute =
  (change: (call: LibcCall, attributes: bigint) => void) =>
  (call: LibcCall): LibcResult => {
    change(call, call.args.pointer());
    return 0;
  };

export const threadFunctions = {
  pthread_create: createThread,
  pthread_join: join,
  pthread_exit: exitThread,
  pthread_detach: detach,
  pthread_self: (call) => BigInt(ownBlock(call)),
  pthread_equal: (call) => {
    const left = call.args.unsignedLong();
    return left === call.args.unsignedLong() ? 1 : 0;
  },
  pthread_attr_init: setAttribute((call, at) => call.program.fill(at, ATTRIBUTES.bytes[call.bits], 0)),
  pthread_attr_destroy: () => 0,
  pthread_attr_setdetachstate: setAttribute((call, at) =>
    call.program.writeWord(at + ATTRIBUTES.flags, 4, BigInt(call.args.unsigned()) & DETACHED),
  ),
  pthread_attr_setstacksize: setAttribute((call, at) =>
    call.program.writeWord(at + ATTRIBUTES.stackBytes[call.bits], longOf(call), call.args.unsignedLong()),
  ),
  pthread_kill: kill,
  pthread_yield: (call) => cResult(call.libc, systemCall(call.kernel, "sched_yield", [])),
  pthread_testcancel: () => undefined,
  pthread_setname_np: () => 0,
  sleep: (call) => sleepFor(call, BigInt(call.args.unsigned()) * 1_000_000_000n),
  usleep: (call) => sleepFor(call, BigInt(call.args.unsigned()) * 1000n),
} satisfies LibcFunctions;
