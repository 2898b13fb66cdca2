// How a process wants to be scheduled, and how urgent its input and output are: remembered, since turns go by rules of their own.
// Source: sched(7), sched_setscheduler(2), sched_setattr(2), ioprio_set(2).

import { processOf } from "./process-table.ts";
import {
  badBuffer,
  fail,
  int,
  type ProcessState,
  registerOf,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { storeWord } from "./user-memory.ts";

const POLICY = { other: 0, fifo: 1, roundRobin: 2, batch: 3, idle: 5, deadline: 6 } as const;
const KNOWN: readonly number[] = Object.values(POLICY);
const RESET_ON_FORK = 0x40000000;
const MOST_URGENT = 99;

const noProcess = (call: SystemCall, index: number): SyscallResult =>
  fail("ESRCH", `there is no process ${int(call, index)} (${registerOf(call, index)})`);

/** The state of a process by its number, 0 being the own one; undefined when there is none. */
function stateOf(call: SystemCall, index: number): ProcessState | undefined {
  const id = int(call, index);
  return id === 0 ? call.kernel.process : processOf(call.kernel, id)?.state;
}

function setPolicy(state: ProcessState, asked: number, priority: number): SyscallResult {
  const policy = asked & ~RESET_ON_FORK;
  if (!KNOWN.includes(policy)) return fail("EINVAL", `policy ${policy} is unknown`);
  const isUrgent = policy === POLICY.fifo || policy === POLICY.roundRobin;
  if (isUrgent ? priority < 1 || priority > MOST_URGENT : priority !== 0)
    return fail("EINVAL", `the policy does not know priority ${priority}`);
  if (isUrgent || policy === POLICY.deadline) return fail("EPERM", "only an administrator can have this policy");
  if (state.policy === POLICY.idle && policy !== POLICY.idle)
    return fail("EPERM", "only an administrator can leave the idle policy");
  state.policy = policy;
  return 0;
}

/** `policyIndex` undefined: the policy stays. */
function setScheduler(call: SystemCall, policyIndex: number | undefined): SyscallResult {
  const at = policyIndex === undefined ? 1 : 2;
  if (int(call, 0) < 0 || word(call, at) === 0n || (policyIndex !== undefined && int(call, policyIndex) < 0))
    return fail("EINVAL", "process or policy is negative, or there are no parameters");
  const priority = call.kernel.user.readWord(word(call, at), 4);
  if (priority === undefined) return badBuffer(call, at, 4, "read");
  const state = stateOf(call, 0);
  if (!state) return noProcess(call, 0);
  const policy = policyIndex === undefined ? state.policy : int(call, policyIndex);
  return setPolicy(state, policy, Number(BigInt.asIntN(32, priority)));
}

const ATTRIBUTE_BYTES = 56;
const LEAST_ATTRIBUTE_BYTES = 48;

function getAttributes(call: SystemCall): SyscallResult {
  const size = uint(call, 2);
  if (int(call, 0) < 0 || word(call, 1) === 0n || size < LEAST_ATTRIBUTE_BYTES || size > 4096 || uint(call, 3) !== 0)
    return fail("EINVAL", `the process is negative, or the structure of ${size} bytes is none, or there are flags`);
  const state = stateOf(call, 0);
  if (!state) return noProcess(call, 0);
  const bytes = new Uint8Array(Math.min(size, ATTRIBUTE_BYTES));
  storeWord(bytes, 0, 4, BigInt(bytes.length));
  storeWord(bytes, 4, 4, BigInt(state.policy));
  storeWord(bytes, 16, 4, BigInt.asUintN(32, BigInt(state.niceness)));
  return call.kernel.user.write(word(call, 1), bytes) ? 0 : badBuffer(call, 1, bytes.length, "write");
}

function setAttributes(call: SystemCall): SyscallResult {
  if (word(call, 1) === 0n || int(call, 0) < 0 || uint(call, 2) !== 0)
    return fail("EINVAL", "the process is negative, or there is no structure, or there are flags");
  const bytes = call.kernel.user.read(word(call, 1), LEAST_ATTRIBUTE_BYTES);
  if (bytes === undefined) return badBuffer(call, 1, LEAST_ATTRIBUTE_BYTES, "read");
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const size = view.getUint32(0, true);
  if (size !== 0 && (size < LEAST_ATTRIBUTE_BYTES || size > 4096))
    return fail("E2BIG", `${size} bytes are too many or few`);
  const state = stateOf(call, 0);
  if (!state) return noProcess(call, 0);
  const niceness = Math.max(-20, Math.min(19, view.getInt32(16, true)));
  const policy = view.getUint32(4, true);
  if (KNOWN.includes(policy) && niceness < state.niceness)
    return fail("EPERM", "only an administrator can raise a priority");
  const done = setPolicy(state, policy, view.getUint32(20, true));
  if (done === 0) state.niceness = niceness;
  return done;
}

// ---- input and output

const WHO = { process: 1, group: 2, user: 3 } as const;
const CLASS = { none: 0, realTime: 1, bestEffort: 2, idle: 3 } as const;
const CLASS_SHIFT = 13;

/** Whose: a process by its number, or, since there are few, the own one for groups and users. */
function urgencyOf(call: SystemCall): ProcessState | SyscallResult {
  if (int(call, 0) < WHO.process || int(call, 0) > WHO.user) return fail("EINVAL", "whose priority is unknown");
  if (int(call, 0) !== WHO.process) return call.kernel.process;
  return stateOf(call, 1) ?? noProcess(call, 1);
}

const isState = (found: ProcessState | SyscallResult): found is ProcessState =>
  typeof found === "object" && "umask" in found;

function setUrgency(call: SystemCall): SyscallResult {
  const value = int(call, 2);
  const [kind, level] = [value >> CLASS_SHIFT, value & ((1 << CLASS_SHIFT) - 1)];
  if (kind === CLASS.realTime) return fail("EPERM", "only an administrator can have this class");
  const isKnown =
    kind === CLASS.none ? level === 0 : kind === CLASS.bestEffort ? (level & 7) === level : kind === CLASS.idle;
  if (!isKnown) return fail("EINVAL", `class ${kind} with level ${level} is none`);
  const found = urgencyOf(call);
  if (!isState(found)) return found;
  found.urgency = value;
  return 0;
}

export const schedulerCalls = {
  sched_setscheduler: (call) => setScheduler(call, 1),
  sched_setparam: (call) => setScheduler(call, undefined),
  sched_getscheduler: (call) => {
    if (int(call, 0) < 0) return fail("EINVAL", "the process number is negative");
    return stateOf(call, 0)?.policy ?? noProcess(call, 0);
  },
  sched_getattr: getAttributes,
  sched_setattr: setAttributes,
  ioprio_get: (call) => {
    const found = urgencyOf(call);
    return isState(found) ? found.urgency : found;
  },
  ioprio_set: setUrgency,
} satisfies SyscallFunctions;
