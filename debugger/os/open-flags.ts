// The bits of open's flags that the kernel acts on (asm-generic/fcntl.h). Their names for people are in server/facts.

export const OPEN = {
  readOnly: 0,
  writeOnly: 1,
  readWrite: 2,
  accessMask: 3,
  create: 0o100,
  exclusive: 0o200,
  truncate: 0o1000,
  append: 0o2000,
  nonBlock: 0o4000,
  direct: 0o40000,
  largeFile: 0o100000,
  directory: 0o200000,
  noFollow: 0o400000,
  closeOnExec: 0o2000000,
  path: 0o10000000,
  temporary: 0o20200000,
} as const;

/** Special value of a directory descriptor: the current directory. */
export const AT_FDCWD = -100;
