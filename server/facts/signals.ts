// Linux's signals on x86: name, number, what happens by default, text as a shell prints it when a program ends by one.
// Source: signal(7); texts as the C library's strsignal.

export interface SignalRow {
  readonly number: number;
  readonly action: "terminate" | "core" | "ignore" | "stop" | "continue";
  readonly text: string;
}

const row = (number: number, action: SignalRow["action"], text: string): SignalRow => ({ number, action, text });

// biome-ignore format: one row a line
export const signals = {
  SIGHUP:    row(1,  "terminate", "Hangup"),
  SIGINT:    row(2,  "terminate", "Interrupt"),
  SIGQUIT:   row(3,  "core",      "Quit"),
  SIGILL:    row(4,  "core",      "Illegal instruction"),
  SIGTRAP:   row(5,  "core",      "Trace/breakpoint trap"),
  SIGABRT:   row(6,  "core",      "Aborted"),
  SIGBUS:    row(7,  "core",      "Bus error"),
  SIGFPE:    row(8,  "core",      "Floating point exception"),
  SIGKILL:   row(9,  "terminate", "Killed"),
  SIGUSR1:   row(10, "terminate", "User defined signal 1"),
  SIGSEGV:   row(11, "core",      "Segmentation fault"),
  SIGUSR2:   row(12, "terminate", "User defined signal 2"),
  SIGPIPE:   row(13, "terminate", "Broken pipe"),
  SIGALRM:   row(14, "terminate", "Alarm clock"),
  SIGTERM:   row(15, "terminate", "Terminated"),
  SIGSTKFLT: row(16, "terminate", "Stack fault"),
  SIGCHLD:   row(17, "ignore",    "Child exited"),
  SIGCONT:   row(18, "continue",  "Continued"),
  SIGSTOP:   row(19, "stop",      "Stopped (signal)"),
  SIGTSTP:   row(20, "stop",      "Stopped"),
  SIGTTIN:   row(21, "stop",      "Stopped (tty input)"),
  SIGTTOU:   row(22, "stop",      "Stopped (tty output)"),
  SIGURG:    row(23, "ignore",    "Urgent I/O condition"),
  SIGXCPU:   row(24, "core",      "CPU time limit exceeded"),
  SIGXFSZ:   row(25, "core",      "File size limit exceeded"),
  SIGVTALRM: row(26, "terminate", "Virtual timer expired"),
  SIGPROF:   row(27, "terminate", "Profiling timer expired"),
  SIGWINCH:  row(28, "ignore",    "Window changed"),
  SIGIO:     row(29, "terminate", "I/O possible"),
  SIGPWR:    row(30, "terminate", "Power failure"),
  SIGSYS:    row(31, "core",      "Bad system call"),
} as const satisfies Record<string, SignalRow>;

export type SignalName = keyof typeof signals;

const names = new Map(Object.entries(signals).map(([name, { number }]) => [number as number, name as SignalName]));

/** "SIGSEGV" for 11; real-time signals as "SIGRT_2" (34); undefined for what is no signal. */
export function signalName(number: number): string | undefined {
  const name = names.get(number);
  if (name) return name;
  return number >= 32 && number <= 64 ? `SIGRT_${number - 32}` : undefined;
}
