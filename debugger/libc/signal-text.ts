// What strsignal, psignal and a shell say of a signal.
// Source: glibc 2.36's sigdescr_np, printed for each number.

const TEXTS: readonly string[] = [
  "Unknown signal 0",
  "Hangup",
  "Interrupt",
  "Quit",
  "Illegal instruction",
  "Trace/breakpoint trap",
  "Aborted",
  "Bus error",
  "Floating point exception",
  "Killed",
  "User defined signal 1",
  "Segmentation fault",
  "User defined signal 2",
  "Broken pipe",
  "Alarm clock",
  "Terminated",
  "Stack fault",
  "Child exited",
  "Continued",
  "Stopped (signal)",
  "Stopped",
  "Stopped (tty input)",
  "Stopped (tty output)",
  "Urgent I/O condition",
  "CPU time limit exceeded",
  "File size limit exceeded",
  "Virtual timer expired",
  "Profiling timer expired",
  "Window changed",
  "I/O possible",
  "Power failure",
  "Bad system call",
];
const FIRST_REAL_TIME = 34;
const LAST = 64;

/** A signal's description in English. */
export function signalText(number: number): string {
  if (number >= FIRST_REAL_TIME && number <= LAST) return `Real-time signal ${number - FIRST_REAL_TIME}`;
  return TEXTS[number] ?? `Unknown signal ${number}`;
}
