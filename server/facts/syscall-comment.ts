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
