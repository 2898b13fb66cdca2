// What a row of the table of system calls is, and those that are found without the others.

/** [x86-64 number or -1, i386 number or -1, arguments, what it does, arguments in i386 where they differ] */
export type Row = readonly [number, number, string?, string?, string?];

/** The calls that nearly every program makes. */
// biome-ignore format: one row a line
export const everydayRows = {
  read: [0, 3, "fd:fd, buffer:out[count], count:size", "Reads at most count bytes from a file descriptor into a buffer."],
  write: [1, 4, "fd:fd, buffer:in[count], count:size", "Writes count bytes from a buffer to a file descriptor."],
  exit: [60, 1, "status:int", "Ends the thread, and the process with its last one."],
  exit_group: [231, 252, "status:int", "Ends the process."],
} as const satisfies Record<string, Row>;
