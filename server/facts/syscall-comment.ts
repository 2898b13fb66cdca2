// What people write beside a system call's number: the static layer and the checker compare it with the number itself.

/**
 * System-call names that a comment says in so many words: `sys_munmap`, `munmap syscall`, `syscall number for … (munmap)`,
 * `munmap()`, or the bare name alone. Ordinary words such as "read" in a sentence do not count.
 */
export function namedSyscalls(comment: string): string[] {
  if (comment === "") return [];
  const text = comment.toLowerCase();
  const names = new Set<string>();
  for (const match of text.matchAll(/\bsys_(\w+)/g)) names.add(match[1]!);
  for (const match of text.matchAll(/\b(\w+)\(/g)) names.add(match[1]!);
  for (const match of text.matchAll(/\b(\w+)(?: system call| syscall)\b/g)) names.add(match[1]!);
  for (const match of text.matchAll(/\b(?:syscall|system call)(?: number)?(?: for|:| =| is)? (\w+)/g))
    names.add(match[1]!);
  if (/^\w+$/.test(text)) names.add(text);
  return [...names];
}

/** Calls that one number stands for, chosen by its first argument (socketcall(2), ipc(2)). */
const CHOSEN_BY_ARGUMENT: Readonly<Record<string, RegExp>> = {
  socketcall:
    /^(socket(pair)?|bind|connect|listen|accept4?|get(sock|peer)name|(send|recv)m?(msg)?|sendto|recvfrom|shutdown|[gs]etsockopt)$/,
  ipc: /^((sem|msg|shm)(get|ctl)|semop|semtimedop|msgsnd|msgrcv|shmat|shmdt)$/,
};

/** What Linux has put around a name when the call got wider arguments or came anew: `mmap2`, `rt_sigaction`, `_llseek`. */
const AROUND = /^(_?(old|new)|rt_|_l)?#(64|32|_time64|_group|_old|at2?|[1-6])?$/;

/** Whether a comment that says `said` may mean the call `actual`: that one, one that it chooses, or one of its family. */
export const meansCall = (said: string, actual: string): boolean =>
  said === actual || CHOSEN_BY_ARGUMENT[actual]?.test(said) === true || AROUND.test(actual.replace(said, "#"));
