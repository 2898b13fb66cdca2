// What of the hardware programs may ask for: nodes of memory, of which there is one, and local descriptors, of which there are
// none and none can be set. Memory policies are remembered, since they change nothing.
// Source: get_mempolicy(2), set_mempolicy(2), mbind(2), modify_ldt(2); the kernel's mm/mempolicy.c, arch/x86/kernel/ldt.c.

import { ERRNO } from "../../server/facts/errno.ts";
import { pageCeil } from "./address-space.ts";
import {
  badBuffer,
  type Failure,
  fail,
  isFailure,
  longBytes,
  registerOf,
  type SyscallFunctions,
  type SyscallResult,
  type SystemCall,
  uint,
  word,
} from "./syscall.ts";
import { storeWord } from "./user-memory.ts";

const POLICY = { default: 0, preferred: 1, local: 4, count: 6 } as const;
/** Bits of a mode that say how its nodes are meant. */
const MODE_FLAGS = 0xe000;
const FLAG = { node: 1, address: 2, allowed: 4 } as const;
const FIRST_NODE = 1n;
/** A page of bits. */
const MOST_NODES = 32768;

/** The set of nodes of an argument, its number of bits in the next one. */
function nodesAt(call: SystemCall, index: number): bigint | Failure {
  const count = uint(call, index + 1) - 1;
  if (count <= 0 || word(call, index) === 0n) return 0n;
  if (count > MOST_NODES) return fail("EINVAL", `${count} nodes are too many`);
  const bytes = Math.ceil(count / (8 * longBytes(call))) * longBytes(call);
  const set = call.kernel.user.read(word(call, index), bytes);
  if (set === undefined) return fail("EFAULT", `the set of nodes (${registerOf(call, index)}) cannot be read`);
  return set.some((byte, k) => (k === 0 ? byte > 1 : byte !== 0))
    ? fail("EINVAL", "there is one node of memory, number 0")
    : BigInt(set[0]! & 1);
}

/** The policy of a mode and its nodes. */
function policyOf(mode: number, nodes: bigint): number | Failure {
  const kind = mode & ~MODE_FLAGS;
  if (kind >= POLICY.count) return fail("EINVAL", `policy ${mode} is unknown`);
  if (kind === POLICY.default || kind === POLICY.local)
    return nodes === 0n ? kind : fail("EINVAL", "the policy takes no nodes");
  if (nodes !== 0n) return kind;
  return kind === POLICY.preferred ? POLICY.local : fail("EINVAL", "the policy wants nodes");
}

function getPolicy(call: SystemCall): SyscallResult {
  const { user, space, process } = call.kernel;
  const flags = uint(call, 4);
  const address = Number(word(call, 3));
  if (flags & ~(FLAG.node | FLAG.address | FLAG.allowed)) return fail("EINVAL", `the flags ${flags} are unknown`);
  if (flags & FLAG.allowed && flags !== FLAG.allowed)
    return fail("EINVAL", "MPOL_F_MEMS_ALLOWED goes with no other flag");
  if (!(flags & FLAG.address) && address !== 0 && flags !== FLAG.allowed)
    return fail("EINVAL", "an address wants MPOL_F_ADDR");
  if (flags === FLAG.node) return fail("EINVAL", "MPOL_F_NODE wants an address, or a policy that goes round");
  if (flags & FLAG.address && space.overlapping(address, address + 1).length === 0)
    return fail("EFAULT", `0x${address.toString(16)} is not mapped`);
  const mode = flags === 0 ? process.memoryPolicy : POLICY.default;
  if (word(call, 0) !== 0n && !user.writeWord(word(call, 0), 4, BigInt(mode))) return badBuffer(call, 0, 4, "write");
  if (word(call, 1) === 0n) return 0;
  const bytes = Math.ceil((uint(call, 2) - 1) / (8 * longBytes(call))) * longBytes(call);
  if (bytes <= 0 || bytes > MOST_NODES / 8) return fail("EINVAL", "the set of nodes is too small or too large");
  const set = new Uint8Array(bytes);
  const hasNodes = flags === FLAG.allowed || (mode !== POLICY.default && mode !== POLICY.local);
  storeWord(set, 0, longBytes(call), hasNodes ? FIRST_NODE : 0n);
  return user.write(word(call, 1), set) ? 0 : badBuffer(call, 1, bytes, "write");
}

function setPolicy(call: SystemCall): SyscallResult {
  const nodes = nodesAt(call, 1);
  if (isFailure(nodes)) return nodes;
  const policy = policyOf(uint(call, 0), nodes);
  if (typeof policy !== "number") return policy;
  call.kernel.process.memoryPolicy = policy;
  return 0;
}

const MOVE_FLAGS = 7;

function bindRange(call: SystemCall): SyscallResult {
  const start = Number(word(call, 0));
  const end = start + pageCeil(Number(word(call, 1)));
  const nodes = nodesAt(call, 3);
  if (isFailure(nodes)) return nodes;
  const policy = policyOf(uint(call, 2), nodes);
  if (typeof policy !== "number") return policy;
  if (uint(call, 5) & ~MOVE_FLAGS || start % 4096 !== 0)
    return fail("EINVAL", "the flags are unknown, or the address is no multiple of 4096");
  let at = start;
  for (const mapping of call.kernel.space.overlapping(start, end)) {
    if (mapping.start > at) break;
    at = mapping.start + mapping.sizeBytes;
  }
  return at >= end ? 0 : fail("EFAULT", `0x${at.toString(16)} is not mapped`);
}

const LDT = { read: 0, write: 1, readDefault: 2, writeNew: 0x11, entryBytes: 16, defaultBytes: 128 } as const;

/** Linux gives errors of this call as 32 bits, so that 64-bit programs do not see a negative number. */
const narrow = ({ abi }: SystemCall, errno: "EFAULT" | "EINVAL" | "ENOSYS", why: string): SyscallResult =>
  abi === "i386" ? fail(errno, why) : { result: 2 ** 32 - ERRNO[errno], why };

function modifyDescriptors(call: SystemCall): SyscallResult {
  const action = uint(call, 0);
  const size = uint(call, 2);
  if (action === LDT.read) return 0;
  if (action === LDT.readDefault) {
    const bytes = Math.min(size, LDT.defaultBytes);
    const isWritten = call.kernel.user.write(word(call, 1), new Uint8Array(bytes));
    return isWritten ? bytes : narrow(call, "EFAULT", "the buffer cannot be written");
  }
  const writes = action === LDT.write || action === LDT.writeNew;
  if (writes && size !== LDT.entryBytes) return narrow(call, "EINVAL", `a descriptor has ${LDT.entryBytes} bytes`);
  return narrow(call, "ENOSYS", writes ? "Asmoscope has no local descriptors" : `action ${action} is unknown`);
}

export const machineCalls = {
  get_mempolicy: getPolicy,
  set_mempolicy: setPolicy,
  mbind: bindRange,
  modify_ldt: modifyDescriptors,
} satisfies SyscallFunctions;
