// fcntl's commands about who hears of an open file: signals for input, leases, changes in a directory. Owners and signals are
// remembered; nothing is sent, and nobody can have a lease.
// Source: the kernel's fs/fcntl.c, fs/locks.c, fs/notify/dnotify/dnotify.c; fcntl(2).

import type { OpenFile } from "./descriptors.ts";
import { nodeOf } from "./open-file.ts";
import { badBuffer, fail, int, type SyscallResult, type SystemCall, uint, word } from "./syscall.ts";

const COMMAND = {
  setOwner: 8,
  getOwner: 9,
  setSignal: 10,
  getSignal: 11,
  setOwnerEx: 15,
  getOwnerEx: 16,
  setLease: 1024,
  getLease: 1025,
  notify: 1026,
} as const;
/** F_OWNER_*. */
const OWNER = { thread: 0, process: 1, group: 2 } as const;
const LAST_SIGNAL = 64;
const DN_MULTISHOT = 0x8000_0000;
const F_UNLCK = 2;

function setOwner(call: SystemCall, file: OpenFile, type: number, id: number): SyscallResult {
  if (id < 0) return fail("EINVAL", "the process cannot have that number");
  const isThere = call.kernel.processes.list.some((one) =>
    type === OWNER.thread ? one.id === id : (type === OWNER.group ? one.group : one.owner) === id,
  );
  if (id !== 0 && !isThere) return fail("ESRCH", `there is no ${type === OWNER.group ? "group" : "process"} ${id}`);
  file.owner = { type, id };
  return 0;
}

function setLease(call: SystemCall, file: OpenFile): SyscallResult {
  const kind = nodeOf(call, file)?.kind;
  if (kind === "device") return fail("EACCES", "devices belong to root");
  if (kind === "file" && uint(call, 2) === F_UNLCK) return fail("EAGAIN", "there is no lease");
  return fail("EINVAL", "there are no leases here");
}

function notify(call: SystemCall, file: OpenFile): SyscallResult {
  if ((uint(call, 2) & ~DN_MULTISHOT) === 0) return 0;
  if (nodeOf(call, file)?.kind !== "directory") return fail("ENOTDIR", "only of a directory changes can be heard");
  return fail("EINVAL", "changes of directories are not told here");
}

/** @returns undefined for other commands */
export function ownerCommand(call: SystemCall, file: OpenFile): SyscallResult | undefined {
  const { user } = call.kernel;
  const owner = file.owner ?? { type: OWNER.thread, id: 0 };
  switch (int(call, 1)) {
    case COMMAND.setOwner: {
      const id = int(call, 2);
      return setOwner(call, file, id < 0 ? OWNER.group : OWNER.process, Math.abs(id) | 0);
    }
    case COMMAND.getOwner:
      return owner.type === OWNER.group && owner.id > 0 ? -owner.id : owner.id;
    case COMMAND.setSignal:
      if (uint(call, 2) > LAST_SIGNAL) return fail("EINVAL", "there is no such signal");
      file.signal = uint(call, 2);
      return 0;
    case COMMAND.getSignal:
      return file.signal ?? 0;
    case COMMAND.setOwnerEx: {
      const [type, id] = [0n, 4n].map((at) => user.readWord(word(call, 2) + at, 4));
      if (type === undefined || id === undefined) return badBuffer(call, 2, 8, "read");
      if (type > 2n) return fail("EINVAL", "the type is none of F_OWNER_TID, F_OWNER_PID and F_OWNER_PGRP");
      return setOwner(call, file, Number(type), Number(BigInt.asIntN(32, id)));
    }
    case COMMAND.getOwnerEx: {
      const fits = user.usable(word(call, 2), 8, "write") === 8;
      if (!fits) return badBuffer(call, 2, 8, "write");
      user.writeWord(word(call, 2), 4, BigInt(owner.type));
      user.writeWord(word(call, 2) + 4n, 4, BigInt(owner.id));
      return 0;
    }
    case COMMAND.setLease:
      return setLease(call, file);
    case COMMAND.getLease:
      return F_UNLCK;
    case COMMAND.notify:
      return notify(call, file);
    default:
      return undefined;
  }
}
