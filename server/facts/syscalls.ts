// Linux's system calls as rows: name, number in both ABIs, typed arguments, what it does. Dispatch, `--strace`, the
// checker's buffer checks, hover and completion all read this one table. A row without arguments is a name that can be
// told but that nothing here executes. What executes is debugger/os, one function a row.
// Source: the kernel's arch/x86/entry/syscalls tables; the Linux man pages' section 2.

import type { FlagsName } from "./flags.ts";

/**
 * What an argument means. Buffers and structures say what the kernel does with them; `size` tells how many bytes:
 * the name of the argument that counts them, or a structure's name (see structBytes), or a number; a count may be multiplied
 * ("count*8"), divided, rounded up ("count/8" bits), or have a machine word in front ("size+word").
 */
export interface SyscallArgument {
  readonly name: string;
  readonly type: ArgumentType;
  /** Only for in, out, inout: "count", "{stat}", "16", "count*8"; for iovin, iovout and messages what counts entries. */
  readonly size: string;
  /** The pointer may be NULL. */
  readonly optional: boolean;
  /** How a person wants to see it, where type and size do not say so: a row of debugger/os/strace-views.ts; else "". */
  readonly view: string;
}

export type ArgumentType =
  // numbers
  | "int"
  | "uint"
  | "long"
  | "hex"
  | "size"
  | "off"
  | "fd"
  | "dirfd"
  | "pid"
  | "address"
  | "mode"
  | "signal"
  // words and flags: see flags.ts
  | FlagsName
  // memory
  | "path" // zero-terminated string the kernel reads
  | "strings" // NULL-terminated array of strings
  | "in"
  | "out"
  | "inout"
  | "iovin"
  | "iovout"
  | "msgin" // messages of sendmsg: as many as the counting argument says, or one
  | "msgout";

export type Abi = "x86_64" | "i386";

/** [x86-64 number or -1, i386 number or -1, arguments, what it does, arguments in i386 where they differ] */
type Row = readonly [number, number, string?, string?, string?];

// biome-ignore format: one row a line
const table = {
  read: [0, 3, "fd:fd, buffer:out[count], count:size", "Reads at most count bytes from a file descriptor into a buffer."],
  write: [1, 4, "fd:fd, buffer:in[count], count:size", "Writes count bytes from a buffer to a file descriptor."],
  open: [2, 5, "path:path, flags:open, mode:mode", "Opens a file and returns its descriptor."],
  close: [3, 6, "fd:fd", "Closes a file descriptor."],
  stat: [4, 106, "path:path, result:out{stat}", "Describes a file by its path."],
  fstat: [5, 108, "fd:fd, result:out{stat}", "Describes an open file."],
  lstat: [6, 107, "path:path, result:out{stat}", "Describes a file by its path, not following a symbolic link."],
  poll: [7, 168, "fds:inout[count*8]=poll, count:uint, timeoutMs:int", "Waits until one of several descriptors is ready."],
  lseek: [8, 19, "fd:fd, offset:off, whence:whence", "Moves a file descriptor's position."],
  mmap: [9, 90, "address:address, size:size, protection:prot, flags:map, fd:fd, offset:off=hexoffset", "Maps a file or fresh zeroed memory into the address space.", "arguments:in{mmap}"],
  mprotect: [10, 125, "address:address, size:size, protection:prot", "Changes the protection of pages."],
  munmap: [11, 91, "address:address, size:size", "Removes mappings from whole pages."],
  brk: [12, 45, "address:address", "Moves the program break; a failure returns the old break, and brk(0) asks for it."],
  rt_sigaction: [13, 174, "signal:signal, action:in{sigaction}?, old:out{sigaction}?, maskBytes:size", "Sets what a signal does."],
  rt_sigprocmask: [14, 175, "how:sigmask, set:in[maskBytes]?=sigset, old:out[maskBytes]?=sigset, maskBytes:size", "Changes which signals are blocked."],
  rt_sigreturn: [15, 173, "", "Ends a signal handler: restores the registers that its frame holds."],
  ioctl: [16, 54, "fd:fd, request:ioctl, argument:long=ioctl", "Controls a device."],
  pread64: [17, 180, "fd:fd, buffer:out[count], count:size, offset:off", "Reads at a given offset without moving the position.", "fd:fd, buffer:out[count], count:size, offsetLow:uint, offsetHigh:uint"],
  pwrite64: [18, 181, "fd:fd, buffer:in[count], count:size, offset:off", "Writes at a given offset without moving the position.", "fd:fd, buffer:in[count], count:size, offsetLow:uint, offsetHigh:uint"],
  readv: [19, 145, "fd:fd, vector:iovout[count], count:int", "Reads into several buffers."],
  writev: [20, 146, "fd:fd, vector:iovin[count], count:int", "Writes from several buffers."],
  access: [21, 33, "path:path, mode:access", "Checks whether a file may be accessed."],
  pipe: [22, 42, "fds:out[8]=ints", "Makes a pipe: fds[0] reads what fds[1] writes."],
  select: [23, 82, "count:int, read:inout[count/8]?=fdset, write:inout[count/8]?=fdset, except:inout[count/8]?=fdset, timeout:inout{timeval}?", "Waits until one of several descriptors is ready.", "arguments:in[20]"],
  sched_yield: [24, 158, "", "Lets other threads run."],
  mremap: [25, 163, "address:address, oldSize:size, newSize:size, flags:mremap, newAddress:address", "Resizes or moves a mapping."],
  msync: [26, 144, "address:address, size:size, flags:msync", "Writes a file mapping back."],
  mincore: [27, 218, "address:address, size:size, vector:out[size/4096]=residency", "Tells which pages are in memory."],
  madvise: [28, 219, "address:address, size:size, advice:madvise", "Advises the kernel about pages."],
  shmget: [29, 395, "key:ipckey, size:size, flags:int=ipcflags", "Makes or finds a shared memory segment."],
  shmat: [30, 397, "id:int, address:address, flags:int", "Attaches a shared memory segment."],
  shmctl: [31, 396, "id:int, command:ipccommand, buffer:address", "Describes, changes or removes a shared memory segment."],
  dup: [32, 41, "fd:fd", "Copies a file descriptor to the lowest free one."],
  dup2: [33, 63, "fd:fd, newFd:int", "Copies a file descriptor to a given number."],
  pause: [34, 29, "", "Waits for a signal."],
  nanosleep: [35, 162, "duration:in{timespec}, remaining:out{timespec}?", "Waits for a time."],
  getitimer: [36, 105, "which:itimer, value:out{itimerval}", "Reads an interval timer."],
  alarm: [37, 27, "seconds:uint", "Sends SIGALRM after some seconds."],
  setitimer: [38, 104, "which:itimer, value:in{itimerval}, old:out{itimerval}?", "Starts an interval timer."],
  getpid: [39, 20, "", "Returns the process's number."],
  sendfile: [40, 187, "out:fd, in:fd, offset:inout{off}?, count:size", "Copies from one file descriptor to another."],
  socket: [41, 359, "domain:family, type:sockettype, protocol:int=protocol", "Makes an endpoint for communication."],
  connect: [42, 362, "fd:fd, address:in[size]=sockaddr, size:int", "Connects a socket."],
  accept: [43, -1, "fd:fd, address:address=peer, size:inout[4]?=length", "Accepts a connection on a socket."],
  sendto: [44, 369, "fd:fd, data:in[size], size:size, flags:message, address:in[addressSize]?=sockaddrin, addressSize:int", "Sends a message on a socket."],
  recvfrom: [45, 371, "fd:fd, buffer:out[size], size:size, flags:message, address:address=peer, addressSize:inout[4]?=length", "Receives a message from a socket."],
  sendmsg: [46, 370, "fd:fd, message:msgin=msghdrin, flags:message", "Sends a message of several buffers on a socket, with open files."],
  recvmsg: [47, 372, "fd:fd, message:msgout=msghdr, flags:message", "Receives a message into several buffers from a socket."],
  shutdown: [48, 373, "fd:fd, how:shutdown", "Ends one direction of a connection, or both."],
  bind: [49, 361, "fd:fd, address:in[size]=sockaddr, size:int", "Gives a socket its address."],
  listen: [50, 363, "fd:fd, backlog:int", "Waits for connections on a socket."],
  getsockname: [51, 367, "fd:fd, address:address=peer, size:inout[4]?=length", "Gives a socket's own address."],
  getpeername: [52, 368, "fd:fd, address:address=peer, size:inout[4]?=length", "Gives the address of a connection's other end."],
  socketpair: [53, 360, "domain:family, type:sockettype, protocol:int, fds:out[8]=ints", "Makes two sockets that are connected."],
  setsockopt: [54, 366, "fd:fd, level:socklevel, option:int=sockoption, value:in[size]=ints, size:int", "Sets an option of a socket."],
  getsockopt: [55, 365, "fd:fd, level:socklevel, option:int=sockoption, value:address=option, size:inout[4]?=ints", "Gives an option of a socket."],
  clone: [56, 120, "flags:hex=clone, stack:address, parentTid:address, childTid:address, tls:address", "Makes a new process or thread.", "flags:hex=clone, stack:address, parentTid:address, tls:address, childTid:address"],
  fork: [57, 2, "", "Makes a copy of the process."],
  vfork: [58, 190, "", "Makes a child that borrows the parent's memory."],
  execve: [59, 11, "path:path, argv:strings=argv, environment:strings", "Replaces the program of the process."],
  exit: [60, 1, "status:int", "Ends the thread, and the process with its last one."],
  wait4: [61, 114, "pid:pid, status:out[4]?=status, options:wait, usage:out{rusage}?", "Waits for a child to end."],
  kill: [62, 37, "pid:pid, signal:signal", "Sends a signal to a process."],
  uname: [63, 122, "result:out{utsname}", "Names the system."],
  semget: [64, 393, "key:ipckey, count:int, flags:int=ipcflags", "Makes or finds a set of semaphores."],
  semop: [65, -1, "id:int, operations:in[count*6], count:uint", "Raises, lowers and waits for semaphores of a set."],
  semctl: [66, 394, "id:int, index:int, command:int, argument:long", "Reads, sets or removes semaphores."],
  shmdt: [67, 398, "address:address", "Detaches a shared memory segment."],
  msgget: [68, 399, "key:ipckey, flags:int=ipcflags", "Makes or finds a queue of messages."],
  msgsnd: [69, 400, "id:int, message:in[size+word]=pointer, size:size, flags:int", "Sends a message to a queue."],
  msgrcv: [70, 401, "id:int, message:out[size+word]=pointer, size:size, type:long, flags:int", "Takes a message from a queue, or waits for one."],
  msgctl: [71, 402, "id:int, command:ipccommand, buffer:address", "Describes, changes or removes a queue of messages."],
  fcntl: [72, 55, "fd:fd, command:fcntl, argument:long=fcntl", "Queries or changes a file descriptor."],
  flock: [73, 143, "fd:fd, operation:flock", "Locks a file."],
  fsync: [74, 118, "fd:fd", "Writes a file's contents to its device."],
  fdatasync: [75, 148, "fd:fd", "Writes a file's contents to its device."],
  truncate: [76, 92, "path:path, size:off", "Sets a file's length by its path."],
  ftruncate: [77, 93, "fd:fd, size:off", "Sets an open file's length."],
  getdents: [78, 141, "fd:fd, buffer:out[size]=entries, size:size", "Reads directory entries."],
  getcwd: [79, 183, "buffer:out[size]=text, size:size", "Returns the current directory."],
  chdir: [80, 12, "path:path", "Changes the current directory."],
  fchdir: [81, 133, "fd:fd", "Changes the current directory to an open one."],
  rename: [82, 38, "old:path, new:path", "Renames a file."],
  mkdir: [83, 39, "path:path, mode:mode", "Makes a directory."],
  rmdir: [84, 40, "path:path", "Removes an empty directory."],
  creat: [85, 8, "path:path, mode:mode", "Makes or empties a file and opens it for writing."],
  link: [86, 9, "old:path, new:path", "Gives a file another name."],
  unlink: [87, 10, "path:path", "Removes a file's name."],
  symlink: [88, 83, "target:path, path:path", "Makes a symbolic link."],
  readlink: [89, 85, "path:path, buffer:out[size], size:size", "Reads a symbolic link."],
  chmod: [90, 15, "path:path, mode:mode", "Changes a file's permissions."],
  fchmod: [91, 94, "fd:fd, mode:mode", "Changes an open file's permissions."],
  chown: [92, 182, "path:path, uid:int, gid:int", "Changes a file's owner."],
  fchown: [93, 95, "fd:fd, uid:int, gid:int", "Changes an open file's owner."],
  lchown: [94, 16, "path:path, uid:int, gid:int", "Changes a file's owner, not following a symbolic link."],
  umask: [95, 60, "mask:mode", "Sets the permissions that new files do not get."],
  gettimeofday: [96, 78, "time:out{timeval}?, zone:out[8]?", "Returns the time in seconds and microseconds since 1970."],
  getrlimit: [97, 76, "resource:rlimit, limit:out{rlimit}", "Reads a resource limit."],
  getrusage: [98, 77, "who:rusage, usage:out{rusage}", "Reports the resources used."],
  sysinfo: [99, 116, "result:out{sysinfo}", "Reports memory, load and uptime of the system."],
  times: [100, 43, "result:out{tms}?", "Reports processor times in clock ticks."],
  ptrace: [101, 26, "request:int, pid:pid, address:address, data:address", "Lets a process watch another."],
  getuid: [102, 24, "", "Returns the user's number."],
  syslog: [103, 103, "kind:int, buffer:address, size:int", "Reads the kernel's messages."],
  getgid: [104, 47, "", "Returns the group's number."],
  setuid: [105, 23, "uid:uint", "Sets the user's number."],
  setgid: [106, 46, "gid:uint", "Sets the group's number."],
  geteuid: [107, 49, "", "Returns the effective user's number."],
  getegid: [108, 50, "", "Returns the effective group's number."],
  setpgid: [109, 57, "pid:pid, group:pid", "Sets a process's group."],
  getppid: [110, 64, "", "Returns the parent process's number."],
  getpgrp: [111, 65, "", "Returns the process group's number."],
  setsid: [112, 66, "", "Starts a new session."],
  setreuid: [113, 70, "real:int, effective:int", "Sets the user's numbers."],
  setregid: [114, 71, "real:int, effective:int", "Sets the group's numbers."],
  getgroups: [115, 80, "count:int, groups:out[count*4]?=pointer", "Returns the numbers of the user's further groups.", "count:int, groups:out[count*2]?=pointer"],
  setgroups: [116, 81, "count:int, groups:in[count*4]?=pointer", "Sets the numbers of the user's further groups.", "count:int, groups:in[count*2]?=pointer"],
  setresuid: [117, 164, "real:int, effective:int, saved:int", "Sets the user's numbers."],
  getresuid: [118, 165, "real:out[4]=ints, effective:out[4]=ints, saved:out[4]=ints", "Returns the user's numbers.", "real:out[2]=shorts, effective:out[2]=shorts, saved:out[2]=shorts"],
  setresgid: [119, 170, "real:int, effective:int, saved:int", "Sets the group's numbers."],
  getresgid: [120, 171, "real:out[4]=ints, effective:out[4]=ints, saved:out[4]=ints", "Returns the group's numbers.", "real:out[2]=shorts, effective:out[2]=shorts, saved:out[2]=shorts"],
  getpgid: [121, 132, "pid:pid", "Returns a process's group number."],
  setfsuid: [122, 138, "uid:uint", "Sets the user's number for files."],
  setfsgid: [123, 139, "gid:uint", "Sets the group's number for files."],
  getsid: [124, 147, "pid:pid", "Returns a process's session number."],
  capget: [125, 184, "header:inout[8], data:address", "Tells what a process is allowed beyond others."],
  capset: [126, 185],
  rt_sigpending: [127, 176, "set:out[maskBytes]=sigset, maskBytes:size", "Tells which blocked signals wait."],
  rt_sigtimedwait: [128, 177, "set:in[maskBytes]=sigset, info:out[128]?=siginfo, timeout:in{timespec}?, maskBytes:size", "Waits for one of some signals and takes it.", "set:in[maskBytes]=sigset, info:out[128]?=siginfo, timeout:in{timespec}?, maskBytes:size"],
  rt_sigqueueinfo: [129, 178, "pid:pid, signal:signal, info:in[128]=siginfo", "Sends a signal with a value."],
  rt_sigsuspend: [130, 179, "mask:in[maskBytes]=sigset, maskBytes:size", "Waits for a signal with other signals blocked."],
  sigaltstack: [131, 186, "stack:in{sigaltstack}?, old:out{sigaltstack}?", "Sets the stack that signal handlers may use."],
  utime: [132, 30, "path:path, times:in{utimbuf}?=pointer", "Sets a file's times."],
  mknod: [133, 14, "path:path, mode:hex, device:hex", "Makes a file, a named pipe or a device."],
  uselib: [134, 86],
  personality: [135, 136, "persona:hex", "Sets the execution domain."],
  ustat: [136, 62],
  statfs: [137, 99, "path:path, result:out{statfs}", "Describes a file system by a path."],
  fstatfs: [138, 100, "fd:fd, result:out{statfs}", "Describes the file system of an open file."],
  sysfs: [139, 135],
  getpriority: [140, 96, "which:priority, who:int", "Returns 20 less the niceness."],
  setpriority: [141, 97, "which:priority, who:int, niceness:int", "Sets the niceness."],
  sched_setparam: [142, 154, "pid:pid, parameters:in[4]=ints", "Sets a process's scheduling parameters."],
  sched_getparam: [143, 155, "pid:pid, parameters:out[4]=ints", "Reads a process's scheduling parameters."],
  sched_setscheduler: [144, 156, "pid:pid, policy:scheduler, parameters:in[4]=ints", "Sets a process's scheduling policy."],
  sched_getscheduler: [145, 157, "pid:pid", "Returns a process's scheduling policy."],
  sched_get_priority_max: [146, 159, "policy:scheduler", "Returns the highest priority of a scheduling policy."],
  sched_get_priority_min: [147, 160, "policy:scheduler", "Returns the lowest priority of a scheduling policy."],
  sched_rr_get_interval: [148, 161, "pid:pid, interval:out{timespec}", "Reads a process's time slice."],
  mlock: [149, 150, "address:address, size:size", "Keeps pages in memory."],
  munlock: [150, 151, "address:address, size:size", "Lets pages be swapped out again."],
  mlockall: [151, 152, "flags:mlock", "Keeps all pages in memory."],
  munlockall: [152, 153, "", "Lets pages be swapped out again."],
  vhangup: [153, 111, "", "Hangs up the terminal."],
  modify_ldt: [154, 123],
  pivot_root: [155, 217, "root:path, old:path", "Changes the root file system."],
  _sysctl: [156, 149],
  prctl: [157, 172, "option:prctl, a:long=prctl, b:long, c:long, d:long", "Controls the process."],
  arch_prctl: [158, 384, "code:archprctl, address:address", "Sets or reads the base of fs or gs."],
  adjtimex: [159, 124],
  setrlimit: [160, 75, "resource:rlimit, limit:in{rlimit}", "Sets a resource limit."],
  chroot: [161, 61, "path:path", "Changes the root directory."],
  sync: [162, 36, "", "Writes all file systems to their devices."],
  acct: [163, 51, "path:path", "Starts process accounting."],
  settimeofday: [164, 79, "time:in{timeval}?, zone:in[8]?", "Sets the clock."],
  mount: [165, 21, "source:path, target:path, type:path, flags:hex, data:address", "Attaches a file system."],
  umount2: [166, 52, "path:path, flags:int", "Detaches a file system."],
  swapon: [167, 87, "path:path, flags:int", "Starts swapping to a file."],
  swapoff: [168, 115, "path:path", "Stops swapping to a file."],
  reboot: [169, 88, "magic:hex, magic2:hex, command:hex, argument:address", "Restarts or halts the system."],
  sethostname: [170, 74, "name:in[size], size:size", "Sets the system's name."],
  setdomainname: [171, 121, "name:in[size], size:size", "Sets the system's domain name."],
  iopl: [172, 110, "level:int", "Sets the I/O privilege level."],
  ioperm: [173, 101, "from:size, count:size, on:int", "Gives or takes access to I/O ports."],
  create_module: [174, 127],
  init_module: [175, 128, "image:in[size], size:size, parameters:path", "Loads a kernel module."],
  delete_module: [176, 129, "name:path, flags:int", "Unloads a kernel module."],
  get_kernel_syms: [177, 130],
  query_module: [178, 167], quotactl: [179, 131], nfsservctl: [180, 169], getpmsg: [181, 188], putpmsg: [182, 189],
  afs_syscall: [183, 137], tuxcall: [184, -1], security: [185, -1],
  gettid: [186, 224, "", "Returns the thread's number."],
  readahead: [187, 225, "fd:fd, offset:off, count:size", "Announces that a file will be read."],
  setxattr: [188, 226, "path:path, name:path, value:in[size]?=pointer, size:size, flags:int", "Sets an extended attribute."],
  lsetxattr: [189, 227, "path:path, name:path, value:in[size]?=pointer, size:size, flags:int", "Sets an extended attribute, not following a symbolic link."],
  fsetxattr: [190, 228, "fd:fd, name:path, value:in[size]?=pointer, size:size, flags:int", "Sets an extended attribute of an open file."],
  getxattr: [191, 229, "path:path, name:path, value:out[size]?=pointer, size:size", "Reads an extended attribute."],
  lgetxattr: [192, 230, "path:path, name:path, value:out[size]?=pointer, size:size", "Reads an extended attribute, not following a symbolic link."],
  fgetxattr: [193, 231, "fd:fd, name:path, value:out[size]?=pointer, size:size", "Reads an extended attribute of an open file."],
  listxattr: [194, 232, "path:path, list:out[size]?=pointer, size:size", "Lists extended attributes."],
  llistxattr: [195, 233, "path:path, list:out[size]?=pointer, size:size", "Lists extended attributes, not following a symbolic link."],
  flistxattr: [196, 234, "fd:fd, list:out[size]?=pointer, size:size", "Lists extended attributes of an open file."],
  removexattr: [197, 235, "path:path, name:path", "Removes an extended attribute."],
  lremovexattr: [198, 236, "path:path, name:path", "Removes an extended attribute, not following a symbolic link."],
  fremovexattr: [199, 237, "fd:fd, name:path", "Removes an extended attribute of an open file."],
  tkill: [200, 238, "tid:pid, signal:signal", "Sends a signal to a thread."],
  time: [201, 13, "result:out{time}?", "Returns the seconds since 1970."],
  futex: [202, 240, "word:address, operation:futex, value:int, timeout:in{timespec}?=futextime, word2:address, value3:int=futexvalue", "Waits on or wakes waiters of a word of memory."],
  sched_setaffinity: [203, 241, "pid:pid, size:size, mask:in[size]=processors", "Sets on which processors a thread may run."],
  sched_getaffinity: [204, 242, "pid:pid, size:size, mask:out[size]=processors", "Tells on which processors a thread may run."],
  set_thread_area: [205, 243, "descriptor:inout[16]", "Sets a thread-local storage descriptor."],
  io_setup: [206, 245], io_destroy: [207, 246], io_getevents: [208, 247], io_submit: [209, 248], io_cancel: [210, 249],
  get_thread_area: [211, 244, "descriptor:inout[16]", "Reads a thread-local storage descriptor."],
  lookup_dcookie: [212, 253],
  epoll_create: [213, 254, "size:int", "Makes a set of descriptors that can be waited for."],
  epoll_ctl_old: [214, -1], epoll_wait_old: [215, -1],
  remap_file_pages: [216, 257, "address:address, size:size, protection:prot, page:size, flags:map", "Moves pages inside of a shared file mapping."],
  getdents64: [217, 220, "fd:fd, buffer:out[size]=entries, size:size", "Reads directory entries."],
  set_tid_address: [218, 258, "word:address", "Sets the word that is cleared when the thread ends; returns the thread's number."],
  restart_syscall: [219, 0, "", "Continues a system call after a stop."],
  semtimedop: [220, -1, "id:int, operations:in[count*6], count:uint, limit:in{timespec}?", "As semop, waiting at most for a time."],
  fadvise64: [221, 250, "fd:fd, offset:off, size:size, advice:fadvise", "Announces how a file will be read."],
  timer_create: [222, 259, "clock:clock, event:in{sigevent}?, timer:out[4]=ints", "Makes a timer that sends a signal."],
  timer_settime: [223, 260, "timer:int, flags:timer, value:in{itimerval}=itimerspec, old:out{itimerval}?=itimerspec", "Starts or stops a timer."],
  timer_gettime: [224, 261, "timer:int, value:out{itimerval}=itimerspec", "Reads what is left of a timer."],
  timer_getoverrun: [225, 262, "timer:int", "Tells how often a timer ran out unseen."],
  timer_delete: [226, 263, "timer:int", "Removes a timer."],
  clock_settime: [227, 264, "clock:clock, value:in{timespec}", "Sets a clock."],
  clock_gettime: [228, 265, "clock:clock, result:out{timespec}", "Reads a clock."],
  clock_getres: [229, 266, "clock:clock, result:out{timespec}?", "Tells a clock's resolution."],
  clock_nanosleep: [230, 267, "clock:clock, flags:timer, duration:in{timespec}, remaining:out{timespec}?", "Waits on a clock."],
  exit_group: [231, 252, "status:int", "Ends the process."],
  epoll_wait: [232, 256, "epoll:fd, events:out[most*12]=epoll, most:int, timeoutMs:int", "Waits for the descriptors of an epoll."],
  epoll_ctl: [233, 255, "epoll:fd, operation:epollop, fd:fd, event:in{epollevent}?=epoll", "Adds, changes or removes a descriptor of an epoll."],
  tgkill: [234, 270, "pid:pid, tid:pid, signal:signal", "Sends a signal to a thread of a process."],
  utimes: [235, 271, "path:path, times:in{times}?=pointer", "Sets a file's times."],
  vserver: [236, 273], mbind: [237, 274], set_mempolicy: [238, 276], get_mempolicy: [239, 275],
  mq_open: [240, 277, "name:path, flags:open, mode:mode, attributes:in{mqattr}?=pointer", "Opens or makes a POSIX message queue."],
  mq_unlink: [241, 278, "name:path", "Takes a message queue's name away."],
  mq_timedsend: [242, 279, "queue:fd, message:in[count], count:size, priority:uint, limit:in{timespec}?", "Puts a message into a queue."],
  mq_timedreceive: [243, 280, "queue:fd, message:out[count], count:size, priority:out[4]?, limit:in{timespec}?", "Takes the most urgent message out of a queue."],
  mq_notify: [244, 281, "queue:fd, event:in{sigevent}?", "Asks for a signal when a message comes into an empty queue."],
  mq_getsetattr: [245, 282, "queue:fd, new:in{time}?=pointer, old:out{mqattr}?=pointer", "Reads and sets a message queue's flags and sizes."],
  kexec_load: [246, 283],
  waitid: [247, 284, "kind:waitkind, id:int, info:out[128]?=siginfo, options:wait, usage:out{rusage}?", "Waits for a child to change its state."],
  add_key: [248, 286], request_key: [249, 287],
  keyctl: [250, 288],
  ioprio_set: [251, 289, "which:int, who:int, priority:int", "Sets the priority of input and output."],
  ioprio_get: [252, 290, "which:int, who:int", "Returns the priority of input and output."],
  inotify_init: [253, 291],
  inotify_add_watch: [254, 292], inotify_rm_watch: [255, 293], migrate_pages: [256, 294],
  openat: [257, 295, "directory:dirfd, path:path, flags:open, mode:mode", "Opens a file relative to a directory and returns its descriptor."],
  mkdirat: [258, 296, "directory:dirfd, path:path, mode:mode", "Makes a directory relative to another."],
  mknodat: [259, 297, "directory:dirfd, path:path, mode:hex, device:hex", "Makes a file, a named pipe or a device relative to a directory."],
  fchownat: [260, 298, "directory:dirfd, path:path, uid:int, gid:int, flags:at", "Changes a file's owner relative to a directory."],
  futimesat: [261, 299, "directory:dirfd, path:path, times:in{times}?=pointer", "Sets a file's times relative to a directory."],
  newfstatat: [262, -1, "directory:dirfd, path:path, result:out{stat}, flags:at", "Describes a file relative to a directory."],
  unlinkat: [263, 301, "directory:dirfd, path:path, flags:at", "Removes a file's name relative to a directory."],
  renameat: [264, 302, "oldDirectory:dirfd, old:path, newDirectory:dirfd, new:path", "Renames a file relative to directories."],
  linkat: [265, 303, "oldDirectory:dirfd, old:path, newDirectory:dirfd, new:path, flags:at", "Gives a file another name relative to directories."],
  symlinkat: [266, 304, "target:path, directory:dirfd, path:path", "Makes a symbolic link relative to a directory."],
  readlinkat: [267, 305, "directory:dirfd, path:path, buffer:out[size], size:size", "Reads a symbolic link relative to a directory."],
  fchmodat: [268, 306, "directory:dirfd, path:path, mode:mode", "Changes a file's permissions relative to a directory."],
  faccessat: [269, 307, "directory:dirfd, path:path, mode:access", "Checks whether a file may be accessed, relative to a directory."],
  pselect6: [270, 308, "count:int, read:inout[count/8]?=fdset, write:inout[count/8]?=fdset, except:inout[count/8]?=fdset, timeout:in{timespec}?, mask:in{pselectmask}?", "Waits for descriptors with other signals blocked."],
  ppoll: [271, 309, "fds:inout[count*8]=poll, count:uint, timeout:in{timespec}?, mask:in[maskBytes]?=sigset, maskBytes:size", "Waits for descriptors with other signals blocked."],
  unshare: [272, 310, "flags:hex", "Leaves what the process shares with others."],
  set_robust_list: [273, 311, "head:address, size:size", "Announces the list of robust futexes."],
  get_robust_list: [274, 312, "pid:pid, head:address, size:address", "Reads the list of robust futexes."],
  splice: [275, 313, "in:fd, inOffset:inout[8]?, out:fd, outOffset:inout[8]?, count:size, flags:splice", "Moves bytes from or into a pipe."],
  tee: [276, 315, "in:fd, out:fd, count:size, flags:splice", "Copies bytes from a pipe into another, leaving them there."],
  sync_file_range: [277, 314, "fd:fd, offset:off, size:off, flags:uint", "Writes a part of a file to its device."],
  vmsplice: [278, 316, "fd:fd, vector:iovin[count], count:int, flags:splice", "Puts the bytes of buffers into a pipe."],
  move_pages: [279, 317],
  utimensat: [280, 320, "directory:dirfd, path:path, times:in{times}?, flags:at", "Sets a file's times."],
  epoll_pwait: [281, 319, "epoll:fd, events:out[most*12]=epoll, most:int, timeoutMs:int, mask:in[maskBytes]?=sigset, maskBytes:size", "Waits for the descriptors of an epoll with other signals blocked."],
  signalfd: [282, 321, "fd:int, mask:in[maskBytes]=sigset, maskBytes:size", "Makes a descriptor that waiting signals are read from."],
  timerfd_create: [283, 322, "clock:clock, flags:timerfd", "Makes a timer that is read from a descriptor."],
  eventfd: [284, 323, "start:uint", "Makes a counter that can be read, written and waited for."],
  fallocate: [285, 324, "fd:fd, mode:fallocate, offset:off, size:off", "Keeps room for a file.", "fd:fd, mode:fallocate, offsetLow:uint, offsetHigh:uint, sizeLow:uint, sizeHigh:uint"],
  timerfd_settime: [286, 325, "fd:fd, flags:timerfdset, value:in{itimerval}=itimerspec, old:out{itimerval}?=itimerspec", "Starts or stops a descriptor's timer."],
  timerfd_gettime: [287, 326, "fd:fd, value:out{itimerval}=itimerspec", "Tells when a descriptor's timer runs out."],
  accept4: [288, 364, "fd:fd, address:address=peer, size:inout[4]?=length, flags:sockettype", "Accepts a connection on a socket, with flags."],
  signalfd4: [289, 327, "fd:int, mask:in[maskBytes]=sigset, maskBytes:size, flags:signalfd", "Makes a descriptor that waiting signals are read from."],
  eventfd2: [290, 328, "start:uint, flags:eventfd", "Makes a counter that can be read, written and waited for, with flags."],
  epoll_create1: [291, 329, "flags:epollfd", "Makes a set of descriptors that can be waited for."],
  dup3: [292, 330, "fd:fd, newFd:int, flags:descriptor", "Copies a file descriptor to a given number, with flags."],
  pipe2: [293, 331, "fds:out[8]=ints, flags:descriptor", "Makes a pipe with flags."],
  inotify_init1: [294, 332],
  preadv: [295, 333, "fd:fd, vector:iovout[count], count:int, positionLow:long, positionHigh:long", "Reads into several buffers at a given offset."],
  pwritev: [296, 334, "fd:fd, vector:iovin[count], count:int, positionLow:long, positionHigh:long", "Writes from several buffers at a given offset."],
  rt_tgsigqueueinfo: [297, 335, "pid:pid, tid:pid, signal:signal, info:in[128]=siginfo", "Sends a signal with a value to a thread."],
  recvmmsg: [299, 337, "fd:fd, messages:msgout[count]=pointer, count:uint, flags:message, limit:in{timespec}?", "Receives several messages from a socket."],
  perf_event_open: [298, 336], fanotify_init: [300, 338], fanotify_mark: [301, 339],
  prlimit64: [302, 340, "pid:pid, resource:rlimit, new:in{rlimit64}?, old:out{rlimit64}?", "Reads and sets a resource limit."],
  name_to_handle_at: [303, 341], open_by_handle_at: [304, 342], clock_adjtime: [305, 343],
  syncfs: [306, 344, "fd:fd", "Writes a file system to its device."],
  sendmmsg: [307, 345, "fd:fd, messages:msgin[count]=pointer, count:uint, flags:message", "Sends several messages on a socket."],
  setns: [308, 346, "fd:fd, type:hex", "Enters a namespace."],
  getcpu: [309, 318, "processor:out[4]?, node:out[4]?", "Tells on which processor the thread runs."],
  process_vm_readv: [310, 347, "pid:pid, local:iovout[localCount], localCount:int, remote:address, remoteCount:int, flags:int", "Reads memory of a process."],
  process_vm_writev: [311, 348, "pid:pid, local:iovin[localCount], localCount:int, remote:address, remoteCount:int, flags:int", "Writes memory of a process."],
  kcmp: [312, 349],
  finit_module: [313, 350, "fd:fd, parameters:path, flags:int", "Loads a kernel module."],
  sched_setattr: [314, 351, "pid:pid, attributes:in[48], flags:uint", "Sets a process's scheduling policy and niceness."],
  sched_getattr: [315, 352, "pid:pid, attributes:out[size], size:uint, flags:uint", "Reads a process's scheduling policy and niceness."],
  renameat2: [316, 353, "oldDirectory:dirfd, old:path, newDirectory:dirfd, new:path, flags:rename", "Renames a file relative to directories, with flags."],
  seccomp: [317, 354],
  getrandom: [318, 355, "buffer:out[count]=random, count:size, flags:random", "Fills a buffer with random bytes."],
  memfd_create: [319, 356, "name:path, flags:memfd", "Makes a file that lives in memory only."],
  kexec_file_load: [320, -1], bpf: [321, 357],
  execveat: [322, 358, "directory:dirfd, path:path, argv:strings=argv, environment:strings, flags:at", "Replaces the program of the process."],
  userfaultfd: [323, 374],
  membarrier: [324, 375, "command:membarrier, flags:uint", "Orders memory accesses of all threads."],
  mlock2: [325, 376, "address:address, size:size, flags:int", "Keeps pages in memory."],
  copy_file_range: [326, 377, "in:fd, inOffset:inout[8]?, out:fd, outOffset:inout[8]?, count:size, flags:uint", "Copies a part of a file into another."],
  preadv2: [327, 378, "fd:fd, vector:iovout[count], count:int, positionLow:long, positionHigh:long, flags:hex", "As preadv, with flags."],
  pwritev2: [328, 379, "fd:fd, vector:iovin[count], count:int, positionLow:long, positionHigh:long, flags:hex", "As pwritev, with flags."],
  pkey_mprotect: [329, 380], pkey_alloc: [330, 381], pkey_free: [331, 382],
  statx: [332, 383, "directory:dirfd, path:path, flags:atstatx, mask:statx, result:out{statx}", "Describes a file, in the newest form."],
  io_pgetevents: [333, 385],
  rseq: [334, 386, "area:address, size:hex, flags:int, signature:hex", "Registers restartable sequences."],
  pidfd_send_signal: [424, 424, "process:fd, signal:signal, info:in[128]?=siginfo, flags:uint", "Sends a signal to the process of a descriptor."],
  io_uring_setup: [425, 425], io_uring_enter: [426, 426], io_uring_register: [427, 427],
  open_tree: [428, 428], move_mount: [429, 429], fsopen: [430, 430], fsconfig: [431, 431], fsmount: [432, 432],
  fspick: [433, 433],
  pidfd_open: [434, 434, "pid:pid, flags:descriptor", "Opens a descriptor of a process."],
  clone3: [435, 435, "arguments:in[size], size:size", "Makes a new process or thread, with its arguments in a structure."],
  close_range: [436, 436, "first:uint, last:uint, flags:closerange", "Closes a range of file descriptors."],
  openat2: [437, 437, "directory:dirfd, path:path, how:in[size], size:size", "Opens a file relative to a directory by strict rules."],
  pidfd_getfd: [438, 438],
  faccessat2: [439, 439, "directory:dirfd, path:path, mode:access, flags:at", "Checks whether a file may be accessed, with flags."],
  process_madvise: [440, 440],
  epoll_pwait2: [441, 441, "epoll:fd, events:out[most*12]=epoll, most:int, timeout:in{timespec64}?, mask:in[maskBytes]?=sigset, maskBytes:size", "As epoll_pwait, with a time to the nanosecond."],
  mount_setattr: [442, 442], quotactl_fd: [443, 443],
  landlock_create_ruleset: [444, 444], landlock_add_rule: [445, 445], landlock_restrict_self: [446, 446],
  memfd_secret: [447, 447], process_mrelease: [448, 448], futex_waitv: [449, 449], set_mempolicy_home_node: [450, 450],
  waitpid: [-1, 7, "pid:pid, status:out[4]?=status, options:wait", "Waits for a child to end."],
  break: [-1, 17], oldstat: [-1, 18],
  umount: [-1, 22, "path:path", "Detaches a file system."],
  stime: [-1, 25, "time:in{time}", "Sets the system's time."],
  oldfstat: [-1, 28], stty: [-1, 31], gtty: [-1, 32],
  nice: [-1, 34, "increment:int", "Lowers the process's priority."],
  ftime: [-1, 35], prof: [-1, 44],
  signal: [-1, 48, "signal:signal, handler:address", "Sets a signal's handler, old style."],
  lock: [-1, 53], mpx: [-1, 56], ulimit: [-1, 58],
  oldolduname: [-1, 59, "result:out[45]", "Names the system, oldest form."],
  sigaction: [-1, 67, "signal:signal, action:in[16]?=oldsigaction, old:out[16]?=oldsigaction", "Sets what a signal does, old style."],

  sgetmask: [-1, 68, "", "Tells which signals are blocked, oldest style."],
  ssetmask: [-1, 69, "mask:hex", "Sets which signals are blocked, oldest style."],
  sigsuspend: [-1, 72, "unused:int, unused2:int, mask:hex", "Waits for a signal with other signals blocked, old style."],
  sigpending: [-1, 73, "set:out[4]=sigset", "Tells which blocked signals wait, old style."],
  oldlstat: [-1, 84],
  readdir: [-1, 89], profil: [-1, 98],
  socketcall: [-1, 102, "call:int, arguments:address", "Makes one of the calls for sockets."],

  olduname: [-1, 109, "result:out[325]", "Names the system, old form."],
  idle: [-1, 112], vm86old: [-1, 113],
  ipc: [-1, 117, "call:uint, first:int, second:long, third:long, pointer:address, fifth:long", "Makes one of System V's calls."],

  sigreturn: [-1, 119, "", "Ends an old-style signal handler."],
  sigprocmask: [-1, 126, "how:sigmask, set:in[4]?=sigset, old:out[4]?=sigset", "Changes which signals are blocked, old style."],
  bdflush: [-1, 134],
  _llseek: [-1, 140, "fd:fd, offsetHigh:uint, offsetLow:uint, result:out[8]=offset, whence:whence", "Moves a file descriptor's position by a 64-bit offset."],
  _newselect: [-1, 142, "count:int, read:inout[count/8]?=fdset, write:inout[count/8]?=fdset, except:inout[count/8]?=fdset, timeout:inout{timeval}?", "Waits until one of several descriptors is ready."],
  vm86: [-1, 166],
  ugetrlimit: [-1, 191, "resource:rlimit, limit:out{rlimit}", "Reads a resource limit."],
  mmap2: [-1, 192, "address:address, size:size, protection:prot, flags:map, fd:fd, pageOffset:off=pageoffset", "Like mmap, with the file offset counted in pages of 4096 bytes."],
  truncate64: [-1, 193, "path:path, sizeLow:uint, sizeHigh:uint", "Sets a file's length by its path."],
  ftruncate64: [-1, 194, "fd:fd, sizeLow:uint, sizeHigh:uint", "Sets an open file's length."],
  stat64: [-1, 195, "path:path, result:out{stat64}", "Describes a file by its path, with 64-bit sizes."],
  lstat64: [-1, 196, "path:path, result:out{stat64}", "Describes a file by its path, not following a symbolic link."],
  fstat64: [-1, 197, "fd:fd, result:out{stat64}", "Describes an open file, with 64-bit sizes."],
  lchown32: [-1, 198, "path:path, uid:int, gid:int", "Changes a file's owner, not following a symbolic link."],
  getuid32: [-1, 199, "", "Returns the user's number."],
  getgid32: [-1, 200, "", "Returns the group's number."],
  geteuid32: [-1, 201, "", "Returns the effective user's number."],
  getegid32: [-1, 202, "", "Returns the effective group's number."],
  setreuid32: [-1, 203, "real:int, effective:int", "Sets the user's numbers."],
  setregid32: [-1, 204, "real:int, effective:int", "Sets the group's numbers."],
  getgroups32: [-1, 205, "count:int, groups:out[count*4]?=pointer", "Returns the numbers of the user's further groups."],
  setgroups32: [-1, 206, "count:int, groups:in[count*4]?=pointer", "Sets the numbers of the user's further groups."],
  fchown32: [-1, 207, "fd:fd, uid:int, gid:int", "Changes an open file's owner."],
  setresuid32: [-1, 208, "real:int, effective:int, saved:int", "Sets the user's numbers."],
  getresuid32: [-1, 209, "real:out[4]=ints, effective:out[4]=ints, saved:out[4]=ints", "Returns the user's numbers."],
  setresgid32: [-1, 210, "real:int, effective:int, saved:int", "Sets the group's numbers."],
  getresgid32: [-1, 211, "real:out[4]=ints, effective:out[4]=ints, saved:out[4]=ints", "Returns the group's numbers."],
  chown32: [-1, 212, "path:path, uid:int, gid:int", "Changes a file's owner."],
  setuid32: [-1, 213, "uid:uint", "Sets the user's number."],
  setgid32: [-1, 214, "gid:uint", "Sets the group's number."],
  setfsuid32: [-1, 215, "uid:uint", "Sets the user's number for files."],
  setfsgid32: [-1, 216, "gid:uint", "Sets the group's number for files."],
  fcntl64: [-1, 221, "fd:fd, command:fcntl, argument:long=fcntl", "Queries or changes a file descriptor."],
  sendfile64: [-1, 239, "out:fd, in:fd, offset:inout[8]?, count:size", "Copies from one file descriptor to another."],
  statfs64: [-1, 268, "path:path, size:size, result:out[84]", "Describes a file system by a path, with 64-bit sizes."],
  fstatfs64: [-1, 269, "fd:fd, size:size, result:out[84]", "Describes the file system of an open file, with 64-bit sizes."],
  fadvise64_64: [-1, 272, "fd:fd, offsetLow:uint, offsetHigh:uint, sizeLow:uint, sizeHigh:uint, advice:fadvise", "Announces how a file will be read."],
  fstatat64: [-1, 300, "directory:dirfd, path:path, result:out{stat64}, flags:at", "Describes a file relative to a directory."],
  clock_gettime64: [-1, 403, "clock:clock, result:out{timespec64}", "Reads a clock, with 64-bit seconds."],
  clock_settime64: [-1, 404, "clock:clock, value:in{timespec64}", "Sets a clock, with 64-bit seconds."],
  clock_adjtime64: [-1, 405],
  clock_getres_time64: [-1, 406, "clock:clock, result:out{timespec64}?", "Tells a clock's resolution, with 64-bit seconds."],
  clock_nanosleep_time64: [-1, 407, "clock:clock, flags:timer, duration:in{timespec64}, remaining:out{timespec64}?", "Waits on a clock, with 64-bit seconds."],
  timer_gettime64: [-1, 408, "timer:int, value:out[32]=itimerspec64", "Reads what is left of a timer, with 64-bit seconds."],
  timer_settime64: [-1, 409, "timer:int, flags:timer, value:in[32]=itimerspec64, old:out[32]?=itimerspec64", "Starts or stops a timer, with 64-bit seconds."],
  timerfd_gettime64: [-1, 410, "fd:fd, value:out[32]=itimerspec64", "Tells when a descriptor's timer runs out."],
  timerfd_settime64: [-1, 411, "fd:fd, flags:timerfdset, value:in[32]=itimerspec64, old:out[32]?=itimerspec64", "Starts or stops a descriptor's timer."],
  utimensat_time64: [-1, 412, "directory:dirfd, path:path, times:in[32]?=times64, flags:at", "Sets a file's times, with 64-bit seconds."],
  pselect6_time64: [-1, 413, "count:int, read:inout[count/8]?=fdset, write:inout[count/8]?=fdset, except:inout[count/8]?=fdset, timeout:in{timespec64}?, mask:in{pselectmask}?", "Waits for descriptors with other signals blocked, with 64-bit seconds."],
  ppoll_time64: [-1, 414, "fds:inout[count*8]=poll, count:uint, timeout:in{timespec64}?, mask:in[maskBytes]?=sigset, maskBytes:size", "Waits for descriptors with other signals blocked, with 64-bit seconds."],
  io_pgetevents_time64: [-1, 416],
  recvmmsg_time64: [-1, 417],
  mq_timedsend_time64: [-1, 418, "queue:fd, message:in[count], count:size, priority:uint, limit:in[16]?", "Puts a message into a queue."],
  mq_timedreceive_time64: [-1, 419, "queue:fd, message:out[count], count:size, priority:out[4]?, limit:in[16]?", "Takes the most urgent message out of a queue."],
  semtimedop_time64: [-1, 420, "id:int, operations:in[count*6], count:uint, limit:in{timespec64}?", "As semop, waiting at most for a time."],
  rt_sigtimedwait_time64: [-1, 421, "set:in[maskBytes]=sigset, info:out[128]?=siginfo, timeout:in{timespec64}?, maskBytes:size", "Waits for one of some signals and takes it, with 64-bit seconds."],
  futex_time64: [-1, 422, "word:address, operation:futex, value:int, timeout:in{timespec64}?=futextime64, word2:address, value3:int=futexvalue", "Waits on or wakes waiters of a word of memory, with 64-bit seconds."],
  sched_rr_get_interval_time64: [-1, 423, "pid:pid, interval:out{timespec64}", "Reads a process's time slice, with 64-bit seconds."],
} as const satisfies Record<string, Row>;

export type SyscallName = keyof typeof table;

export interface Syscall {
  readonly name: SyscallName;
  /** undefined where the ABI does not have it. */
  readonly x86_64: number | undefined;
  readonly i386: number | undefined;
  /** One sentence; "" for calls that are only named. */
  readonly summary: string;
  readonly arguments: readonly SyscallArgument[];
  readonly argumentsI386: readonly SyscallArgument[];
}

/** Bytes of the structures that arguments point to, [x86-64, i386]. */
export const structBytes: Readonly<Record<string, readonly [number, number]>> = {
  stat: [144, 64],
  stat64: [144, 96],
  statx: [256, 256],
  statfs: [120, 64],
  timespec: [16, 8],
  timespec64: [16, 16],
  timeval: [16, 8],
  itimerval: [32, 16],
  time: [8, 4],
  off: [8, 4],
  tms: [32, 16],
  utsname: [390, 390],
  sigaction: [32, 20],
  sigaltstack: [24, 12],
  rlimit: [16, 8],
  rlimit64: [16, 16],
  rusage: [144, 72],
  sysinfo: [112, 64],
  mmap: [24, 24],
  utimbuf: [16, 8],
  times: [32, 16],
  pselectmask: [16, 8],
  mqattr: [64, 32],
  sigevent: [64, 64],
  epollevent: [12, 12],
  flock: [32, 16],
  flock64: [24, 24],
};

function argumentsOf(text: string): SyscallArgument[] {
  if (text === "") return [];
  return text.split(", ").map((part) => {
    const [, name = "", type = "", bracket = "", brace = "", optional = "", view = ""] =
      /^(\w+):(\w+)(?:\[([^\]]+)\]|\{(\w+)\})?(\?)?(?:=(\w+))?$/.exec(part) ?? [];
    const size = bracket || (brace && `{${brace}}`);
    return { name, type: type as ArgumentType, size, optional: optional === "?", view };
  });
}

const CHOSEN_FCNTL = {
  5: "lock:inout{flock}",
  6: "lock:in{flock}",
  7: "lock:in{flock}",
  12: "lock:inout{flock64}",
  13: "lock:in{flock64}",
  14: "lock:in{flock64}",
  36: "lock:inout{flock}",
  37: "lock:in{flock}",
  38: "lock:in{flock}",
};

/** Arguments that are memory only for some values of another: that one's name, their own, and what they are then. */
const CHOSEN: Readonly<Record<string, readonly [by: string, of: string, kinds: Readonly<Record<number, string>>]>> = {
  fcntl: ["command", "argument", CHOSEN_FCNTL],
  fcntl64: ["command", "argument", CHOSEN_FCNTL],
  prctl: ["option", "a", { 2: "signal:out[4]", 15: "name:path", 16: "name:out[16]", 37: "result:out[4]" }],
  // ARCH_GET_FS and ARCH_GET_GS.
  arch_prctl: ["code", "address", { 4099: "base:out[8]", 4100: "base:out[8]" }],
  // Words that each call for sockets takes, by number.
  socketcall: [
    "call",
    "arguments",
    Object.fromEntries(
      [3, 3, 3, 2, 3, 3, 3, 4, 4, 4, 6, 6, 2, 5, 5, 3, 3, 4, 5, 4].map((words, k) => [
        k + 1,
        `arguments:in[${4 * words}]`,
      ]),
    ),
  ],
};

const chosenBefore = new Map<string, readonly SyscallArgument[]>();

/** The arguments of a call with these values: as in the table, or as another argument says. */
export function argumentsFor(call: Syscall, abi: Abi, args: readonly bigint[]): readonly SyscallArgument[] {
  const list = abi === "i386" ? call.argumentsI386 : call.arguments;
  const chosen = Object.hasOwn(CHOSEN, call.name) ? CHOSEN[call.name] : undefined;
  if (chosen === undefined) return list;
  const [by, of, kinds] = chosen;
  const value = Number(BigInt.asUintN(32, args[list.findIndex(({ name }) => name === by)] ?? 0n));
  const kind = Object.hasOwn(kinds, value) ? kinds[value] : undefined;
  if (kind === undefined) return list;
  const key = `${call.name} ${abi} ${value}`;
  let known = chosenBefore.get(key);
  if (known === undefined) {
    known = list.map((argument) => (argument.name === of ? argumentsOf(kind)[0]! : argument));
    chosenBefore.set(key, known);
  }
  return known;
}

/** A row of the table; its arguments are taken apart when somebody asks. */
class TableCall implements Syscall {
  readonly name: SyscallName;
  readonly x86_64: number | undefined;
  readonly i386: number | undefined;
  readonly summary: string;
  readonly #row: Row;
  #arguments: readonly SyscallArgument[] | undefined;
  #argumentsI386: readonly SyscallArgument[] | undefined;

  constructor(name: SyscallName, row: Row) {
    const [x64, i386, , summary = ""] = row;
    this.name = name;
    this.x86_64 = x64 < 0 ? undefined : x64;
    this.i386 = i386 < 0 ? undefined : i386;
    this.summary = summary;
    this.#row = row;
  }
  get arguments(): readonly SyscallArgument[] {
    this.#arguments ??= argumentsOf(this.#row[2] ?? "");
    return this.#arguments;
  }
  get argumentsI386(): readonly SyscallArgument[] {
    this.#argumentsI386 ??= argumentsOf(this.#row[4] ?? this.#row[2] ?? "");
    return this.#argumentsI386;
  }
}

interface Index {
  readonly byName: ReadonlyMap<string, TableCall>;
  readonly x86_64: ReadonlyMap<number, TableCall>;
  readonly i386: ReadonlyMap<number, TableCall>;
}
let index: Index | undefined;

/** Built at first use: the start of an empty program does not pay for it. */
function indexed(): Index {
  if (index) return index;
  index = { byName: new Map(), x86_64: new Map(), i386: new Map() };
  const { byName, x86_64, i386 } = index as { readonly [Key in keyof Index]: Map<string | number, TableCall> };
  for (const name of Object.keys(table) as SyscallName[]) {
    const call = new TableCall(name, table[name]);
    byName.set(name, call);
    if (call.x86_64 !== undefined) x86_64.set(call.x86_64, call);
    if (call.i386 !== undefined) i386.set(call.i386, call);
  }
  return index;
}

/** All calls, ascending by x86-64 number, then those only i386 has. */
export const allSyscalls = (): readonly Syscall[] => [...indexed().byName.values()];

/** The call with this number; undefined when the ABI has none. */
export const syscallByNumber = (abi: Abi, number: number): Syscall | undefined => indexed()[abi].get(number);

/** The call with this name in any ABI. */
export const syscallByName = (name: string): Syscall | undefined => indexed().byName.get(name);

/** Which argument counts a buffer ("" or digits where none does), and its bytes from that: "count", "count*8", "count/8", "size+word". */
export function sizeRule(size: string, abi: Abi): { readonly name: string; readonly sized: (count: number) => number } {
  const [, name = "", operator, amount] = /^(\w+)(?:([*/+])(\w+))?$/.exec(size) ?? [];
  if (operator === "*") return { name, sized: (count) => count * Number(amount) };
  if (operator === "/") return { name, sized: (count) => Math.ceil(count / Number(amount)) };
  return { name, sized: operator === "+" ? (count) => count + (abi === "i386" ? 4 : 8) : (count) => count };
}

/**
 * Bytes of the buffer that `argument` points to, given the call's argument values; undefined when it is no buffer or only
 * the memory itself tells (strings, iovecs).
 */
export function bufferBytes(
  argument: SyscallArgument,
  call: Syscall,
  abi: Abi,
  args: readonly bigint[],
): bigint | undefined {
  const { type, size } = argument;
  if (type !== "in" && type !== "out" && type !== "inout") return undefined;
  if (size.startsWith("{")) {
    const bytes = structBytes[size.slice(1, -1)];
    return bytes && BigInt(bytes[abi === "i386" ? 1 : 0]);
  }
  const { name, sized } = sizeRule(size, abi);
  if (/^\d+$/.test(name)) return BigInt(name);
  const list = abi === "i386" ? call.argumentsI386 : call.arguments;
  const value = args[list.findIndex((other) => other.name === name)];
  return value === undefined ? undefined : BigInt(sized(Number(value)));
}
