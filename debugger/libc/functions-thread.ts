// POSIX threads as threads of the kernel: each has a stack and a thread block of its own (thread-block.ts), and they take turns
// like processes (os/process-table.ts). A thread begins at the place where pthread_create's stub goes on after a call back, so
// its function is called, and returns, as any that libc calls.
// Source: pthreads(7) and the man pages of section 3.

import { STUB } from "../../server/facts/libc-linking.ts";
import { GPR } from "../cpu/state.ts";
import { PAGE_BYTES, PROT } from "../mem/layout.ts";
import { pageCeil } from "../os/address-space.ts";
import { threadsOf } from "../os/process-table.ts";
import { makeThread } from "../os/syscall-child.ts";
import { waitFor } from "../os/waiting.ts";
import { awaitOthers } from "./await-others.ts";
import { FRAME, type LibcCall, type LibcFunction, type LibcFunctions, type LibcResult, longOf } from "./call.ts";
import { nextDestructor } from "./functions-key.ts";
import { exitProcess } from "./functions-process.ts";
import { cResult, errorNumber, systemCall } from "./system-call.ts";
import { BLOCK_BYTES, blockOf, delist, enlist, fillBlock, OWN, ownBlock, threadBaseOf } from "./thread-block.ts";

/** glibc gives as much as the first thread may have. Many threads here share the machine's memory, so they get less of it. */
const STACK_BYTES = [
  { fromFree: 2 ** 29, bytes: 2 ** 23 },
  { fromFree: 2 ** 28, bytes: 2 ** 20 },
  { fromFree: 0, bytes: 2 ** 18 },
] as const;
/** Stacks of ended threads stay mapped for others to come, up to so much; glibc's default. */
const KEPT_STACK_BYTES = 40 * 2 ** 20;
/** struct pthread_attr: an int of flags, and the sizes of guard and stack. */
const ATTRIBUTES = {
  flags: 8n,
  guardBytes: { 64: 16n, 32: 12n },
  stackBytes: { 64: 32n, 32: 20n },
  bytes: { 64: 56, 32: 36 },
} as const;
const DETACHED = 1n;
/** PTHREAD_SCOPE_PROCESS: threads of the process alone would share its time. */
const PROCESS_SCOPE = 1;
/** PTHREAD_STACK_MIN. */
const LEAST_STACK_BYTES = 16384n;

/** Where a thread stands when it comes back to its stub. */
const STAGE = { begins: 0n, returns: 1n, ends: 2n, exits: 3n } as const;

const field = ({ libc }: LibcCall, block: number, offset: number): bigint => libc.memory.load(block + offset, 8);
const setField = ({ libc }: LibcCall, block: number, offset: number, value: bigint): void =>
  libc.memory.store(block + offset, 8, value);

// ---- making a thread

/** Bytes of the program's own variables of a thread, below its block. */
const localBytes = ({ libc }: LibcCall): number => libc.threadLocal?.sizeBytes ?? 0;

/** A stack with a guard page below and the thread's block above. @returns the block; undefined when there is no room. */
function mapStack(call: LibcCall, wantedBytes: number): number | undefined {
  const { space } = call.kernel;
  const stackBytes = Math.ceil(wantedBytes / PAGE_BYTES) * PAGE_BYTES;
  const sizeBytes = PAGE_BYTES + stackBytes + pageCeil(BLOCK_BYTES + localBytes(call));
  const kept = takeKept(call, sizeBytes);
  if (kept !== undefined) return kept;
  const start = space.findGap(sizeBytes);
  const mapping = { sizeBytes, requestedBytes: sizeBytes, protection: PROT.read | PROT.write, name: "[thread]" };
  if (start === undefined || !space.map({ ...mapping, start, purpose: "thread" })) return undefined;
  space.protect(start, PAGE_BYTES, 0);
  return prepareBlock(call, { start, sizeBytes });
}

function prepareBlock(call: LibcCall, { start, sizeBytes }: { start: number; sizeBytes: number }): number {
  const block = start + sizeBytes - BLOCK_BYTES;
  for (let at = block; at < block + BLOCK_BYTES; at += 8) call.libc.memory.store(at, 8, 0n);
  fillBlock(call.libc, call.bits, block);
  setField(call, block, OWN.mapping, BigInt(start));
  setField(call, block, OWN.mappingBytes, BigInt(sizeBytes));
  return block;
}

const bytesOf = (call: LibcCall, block: number): number => Number(field(call, block, OWN.mappingBytes));

/** Blocks of ended threads whose stacks are kept, the last one first. */
function keptBlocks(call: LibcCall): number[] {
  const blocks: number[] = [];
  for (let at = call.libc.get("keptThreads"); at !== 0; at = Number(field(call, at, OWN.next))) blocks.push(at);
  return blocks;
}

function setKept(call: LibcCall, blocks: readonly number[]): void {
  call.libc.set("keptThreads", blocks[0] ?? 0);
  for (const [k, block] of blocks.entries()) setField(call, block, OWN.next, BigInt(blocks[k + 1] ?? 0));
}

/** The smallest kept stack that is large enough, but not more than four times as large, as glibc chooses it. */
function takeKept(call: LibcCall, sizeBytes: number): number | undefined {
  const blocks = keptBlocks(call);
  const fits = (block: number): boolean =>
    bytesOf(call, block) >= sizeBytes && bytesOf(call, block) <= 4 * sizeBytes && hasEnded(call, block);
  const [best] = blocks.filter(fits).sort((a, b) => bytesOf(call, a) - bytesOf(call, b));
  if (best === undefined) return undefined;
  setKept(
    call,
    blocks.filter((block) => block !== best),
  );
  return prepareBlock(call, { start: Number(field(call, best, OWN.mapping)), sizeBytes: bytesOf(call, best) });
}

function defaultStackBytes({ kernel: { space } }: LibcCall): number {
  const free = space.maxMemoryBytes - space.memory.mappedBytes;
  return (STACK_BYTES.find(({ fromFree }) => free >= fromFree) ?? STACK_BYTES[0]).bytes;
}

/** The kernel's number of the thread that runs stands in its block, also behind a fork, and is cleared at its end. */
function noteId(call: LibcCall): void {
  const { current } = call.kernel.processes;
  const block = ownBlock(call);
  if (field(call, block, OWN.id) === BigInt(current.id)) return;
  setField(call, block, OWN.id, BigInt(current.id));
  current.clearAtEnd = BigInt(block + OWN.id);
}

const hasEnded = (call: LibcCall, block: number): boolean => field(call, block, OWN.id) === 0n;

function create(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const attributes = call.args.pointer();
  const start = call.args.pointer();
  const argument = call.args.pointer();
  const { kernel, libc, program, bits } = call;
  const has = attributes !== 0n;
  const asked = has ? Number(program.readWord(attributes + ATTRIBUTES.stackBytes[bits], longOf(call))) : 0;
  const flags = has ? program.readWord(attributes + ATTRIBUTES.flags, 4) : 0n;
  const block = mapStack(call, asked === 0 ? defaultStackBytes(call) : asked);
  if (block === undefined) return errorNumber("EAGAIN");
  setField(call, block, OWN.start, start);
  setField(call, block, OWN.argument, argument);
  setField(call, block, OWN.detached, flags & DETACHED);
  const end = block - localBytes(call);
  const top = end - (end % 16);
  noteId(call);
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
  made.clearAtEnd = BigInt(block + OWN.id);
  enlist(libc, block);
  program.writeWord(target, longOf(call), BigInt(block));
  return 0;
}

function unmapStack(call: LibcCall, block: number): void {
  call.kernel.space.unmap(Number(field(call, block, OWN.mapping)), Number(field(call, block, OWN.mappingBytes)));
}

// ---- the end of a thread

/** Destructors of the thread's pointers are called first, from a place in their row on; with the last thread the process exits. */
function end(call: LibcCall, place: bigint): LibcResult {
  const block = ownBlock(call);
  const destructor = nextDestructor(call, block, Number(place));
  if (destructor !== undefined) {
    const { target, args } = destructor;
    return { kind: "call-back", target, args, keep: [STAGE.ends, BigInt(destructor.place)] };
  }
  if (threadsOf(call.kernel, call.kernel.processes.current).length === 1) return leave(call);
  if (field(call, block, OWN.detached) !== 0n) forget(call, block);
  return cResult(call.libc, systemCall(call.kernel, "exit", [0n]));
}

/** exit(0), whose functions come back here. */
function leave(call: LibcCall): LibcResult {
  const result = exitProcess(call, 0);
  return typeof result === "object" && result.kind === "call-back" ? { ...result, keep: [STAGE.exits] } : result;
}

/** The stack is kept for a thread to come, and the oldest ones are given back. The first thread's block stays. */
function forget(call: LibcCall, block: number): void {
  if (field(call, block, OWN.mapping) === 0n) return;
  delist(call.libc, block);
  const blocks = [block, ...keptBlocks(call)];
  let keptBytes = 0;
  const isKept = blocks.map((one) => {
    keptBytes += bytesOf(call, one);
    return keptBytes <= KEPT_STACK_BYTES;
  });
  setKept(
    call,
    blocks.filter((_, k) => isKept[k]),
  );
  for (const one of blocks.filter((_, k) => !isKept[k])) unmapStack(call, one);
}

function goOn(call: LibcCall, kept: readonly bigint[]): LibcResult {
  const [stage, place] = kept;
  if (stage === STAGE.exits) return leave(call);
  if (stage === STAGE.ends) return end(call, place!);
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
  if (!hasEnded(call, block)) return awaitOthers(call);
  if (target !== 0n) call.program.writeWord(target, longOf(call), field(call, block, OWN.result));
  forget(call, block);
  return 0;
}

function detach(call: LibcCall): LibcResult {
  const block = blockOf(call.libc, call.args.unsignedLong());
  if (block === undefined) return errorNumber("ESRCH");
  if (field(call, block, OWN.detached) !== 0n) return errorNumber("EINVAL");
  setField(call, block, OWN.detached, 1n);
  if (hasEnded(call, block)) forget(call, block);
  return 0;
}

// ---- the rest

function kill(call: LibcCall): LibcResult {
  const block = blockOf(call.libc, call.args.unsignedLong());
  if (block === undefined) return errorNumber("ESRCH");
  noteId(call);
  if (hasEnded(call, block)) return 0;
  const owner = BigInt(call.kernel.processes.current.owner);
  const args = [owner, field(call, block, OWN.id), BigInt(call.args.unsigned())];
  return systemCall(call.kernel, "tgkill", args) === 0 ? 0 : errorNumber("EINVAL");
}

/** In nanoseconds. @returns seconds that are left when a signal came. */
function sleepFor(call: LibcCall, ns: bigint): LibcResult {
  const woken = waitFor(call.kernel, ns);
  if (woken === "pending") return woken;
  return typeof woken === "object" ? Number(woken.leftNs / 1_000_000_000n) : 0;
}

function initAttributes(call: LibcCall): LibcResult {
  const at = call.args.pointer();
  call.program.fill(at, ATTRIBUTES.bytes[call.bits], 0);
  call.program.writeWord(at + ATTRIBUTES.guardBytes[call.bits], longOf(call), BigInt(PAGE_BYTES));
  return 0;
}

function setDetachState(call: LibcCall): LibcResult {
  const at = call.args.pointer() + ATTRIBUTES.flags;
  const state = BigInt(call.args.unsigned());
  if (state > DETACHED) return errorNumber("EINVAL");
  call.program.writeWord(at, 4, state);
  return 0;
}

const setSize =
  (field: "guardBytes" | "stackBytes", least: bigint) =>
  (call: LibcCall): LibcResult => {
    const at = call.args.pointer() + ATTRIBUTES[field][call.bits];
    const size = call.args.unsignedLong();
    if (size < least) return errorNumber("EINVAL");
    call.program.writeWord(at, longOf(call), size);
    return 0;
  };

const getSize =
  (field: "guardBytes" | "stackBytes") =>
  (call: LibcCall): LibcResult => {
    const size = call.program.readWord(call.args.pointer() + ATTRIBUTES[field][call.bits], longOf(call));
    const isUsual = field === "stackBytes" && size === 0n;
    call.program.writeWord(call.args.pointer(), longOf(call), isUsual ? BigInt(STACK_BYTES[0].bytes) : size);
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
  pthread_attr_init: initAttributes,
  pthread_attr_destroy: () => 0,
  pthread_attr_setdetachstate: setDetachState,
  pthread_attr_getdetachstate: (call) => {
    const state = call.program.readWord(call.args.pointer() + ATTRIBUTES.flags, 4) & DETACHED;
    call.program.writeWord(call.args.pointer(), 4, state);
    return 0;
  },
  pthread_attr_setstacksize: setSize("stackBytes", LEAST_STACK_BYTES),
  pthread_attr_getstacksize: getSize("stackBytes"),
  pthread_attr_setguardsize: setSize("guardBytes", 0n),
  pthread_attr_getguardsize: getSize("guardBytes"),
  pthread_attr_setscope: (call) => {
    call.args.pointer();
    const scope = call.args.unsigned();
    return scope === 0 ? 0 : errorNumber(scope === PROCESS_SCOPE ? "ENOTSUP" : "EINVAL");
  },
  pthread_kill: kill,
  pthread_yield: (call) => cResult(call.libc, systemCall(call.kernel, "sched_yield", [])),
  pthread_testcancel: () => undefined,
  pthread_setname_np: () => 0,
  sleep: (call) => sleepFor(call, BigInt(call.args.unsigned()) * 1_000_000_000n),
  usleep: (call) => sleepFor(call, BigInt(call.args.unsigned()) * 1000n),
} satisfies LibcFunctions;
