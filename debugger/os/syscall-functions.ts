// What the kernel does for each system call, by its name.

import { joined } from "../../server/base/record.ts";
import type { SyscallName } from "../../server/facts/syscalls.ts";
import { limitCalls } from "./limits.ts";
import type { SyscallFunction, SyscallFunctions } from "./syscall.ts";
import { attributeCalls } from "./syscall-attributes.ts";
import { childCalls } from "./syscall-child.ts";
import { copyCalls } from "./syscall-copy.ts";
import { directoryCalls } from "./syscall-directory.ts";
import { execCalls } from "./syscall-exec.ts";
import { fileCalls } from "./syscall-file.ts";
import { identityCalls } from "./syscall-identity.ts";
import { ioCalls } from "./syscall-io.ts";
import { machineCalls } from "./syscall-machine.ts";
import { memoryCalls } from "./syscall-memory.ts";
import { queueCalls } from "./syscall-mq.ts";
import { ipcCalls } from "./syscall-msg.ts";
import { noticeCalls } from "./syscall-notice.ts";
import { processFileCalls } from "./syscall-pidfd.ts";
import { pollCalls } from "./syscall-poll.ts";
import { processCalls } from "./syscall-process.ts";
import { processMemoryCalls } from "./syscall-process-memory.ts";
import { schedulerCalls } from "./syscall-scheduler.ts";
import { signalCalls } from "./syscall-signal.ts";
import { socketCalls } from "./syscall-socket.ts";
import { spliceCalls } from "./syscall-splice.ts";
import { statCalls } from "./syscall-stat.ts";
import { timeCalls } from "./syscall-time.ts";
import { timerCalls } from "./syscall-timer.ts";

/** What executes: one function a row of server/facts/syscalls.ts. Other rows answer −ENOSYS. */
const syscallFunctions: SyscallFunctions = joined<SyscallFunctions>(
  ioCalls,
  copyCalls,
  spliceCalls,
  fileCalls,
  directoryCalls,
  attributeCalls,
  socketCalls,
  ipcCalls,
  noticeCalls,
  queueCalls,
  processMemoryCalls,
  processFileCalls,
  schedulerCalls,
  machineCalls,
  statCalls,
  memoryCalls,
  processCalls,
  childCalls,
  execCalls,
  identityCalls,
  limitCalls,
  pollCalls,
  signalCalls,
  timeCalls,
  timerCalls,
);

export const syscallFunction = (name: SyscallName): SyscallFunction | undefined => syscallFunctions[name];

/** Names of the calls that execute. */
export const executedCalls = (): readonly string[] => Object.keys(syscallFunctions);
