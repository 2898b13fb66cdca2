// What the linker has to know of the C library beside its functions: variables, and the stubs in front of the functions.

/**
 * Variables of libc that `extern` can name, with how many pointers wide they are. The linker gives each one a place in the
 * program's .bss under its own name (as ld does with a copy relocation); libc's start-up fills it.
 */
export const libcObjects = {
  stdin: "FILE *stdin: the stream of standard input.",
  stdout: "FILE *stdout: the stream of standard output.",
  stderr: "FILE *stderr: the stream of standard error.",
  environ: "char **environ: the environment, ended by NULL.",
  __environ: "char **__environ: environ under its name inside glibc.",
  optarg: "char *optarg: the argument of the option that getopt has found.",
  optind: "int optind: the index in argv that getopt goes on at; 1 at the start.",
  opterr: "int opterr: 0 keeps getopt from printing messages; 1 at the start.",
  optopt: "int optopt: the option that getopt did not know.",
  program_invocation_name: "char *program_invocation_name: argv[0].",
  program_invocation_short_name: "char *program_invocation_short_name: argv[0] behind its last slash.",
} as const satisfies Record<string, string>;

export type LibcObject = keyof typeof libcObjects;

/** The stub whose address is the entry of a program that begins with `main`. */
export const START_STUB = "__libc_start_main";

/**
 * What a libc stub in `.plt` is made of, 16 bytes, the same in both modes:
 *   +0 ud2        the call arrives here; the machine recognises the address and runs the function
 *   +2 ret        where the function goes on when it is done
 *   +3 call rax   how a function calls back (qsort's compare; main from the start-up code)
 *   +5 ud2        where the call back returns to; the machine recognises the address too
 *   +7 ret, then int3
 * On a machine without Asmoscope it faults at once, as it should: the program needs `gcc -no-pie`.
 */
export const STUB_BYTES: readonly number[] = [
  0x0f, 0x0b, 0xc3, 0xff, 0xd0, 0x0f, 0x0b, 0xc3, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc, 0xcc,
];
/** Offsets inside a stub. */
export const STUB = { entry: 0, done: 2, callBack: 3, resume: 5 } as const;
