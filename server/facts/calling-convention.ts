// What each general register is for: System V AMD64 ABI 1.0, 3.2.1 and figure 3.4; System V i386 ABI, 2.2. Hover, the
// debugger's argument names and the checker's calling-convention rules read it.

/** Integer argument registers in order (System V AMD64 ABI, 3.2.3). */
export const argumentRegisters = ["rdi", "rsi", "rdx", "rcx", "r8", "r9"] as const;
/** Their encodings. */
export const argumentNumbers: readonly number[] = [7, 6, 2, 1, 8, 9];
/** A function must give these back as it found them. */
export const calleeSaved64 = ["rbx", "rbp", "r12", "r13", "r14", "r15"] as const;
export const calleeSaved32 = ["ebx", "ebp", "esi", "edi"] as const;

export interface RegisterRole {
  readonly role64: string;
  readonly role32: string;
}

// biome-ignore format: one row a line
export const registerRoles: Readonly<Record<string, RegisterRole>> = {
  rax: { role64: "result of a function; number and result of a system call; in `al`, how many vector registers a variadic call uses", role32: "result of a function; number and result of a system call" },
  rbx: { role64: "preserved: a function must give it back unchanged", role32: "preserved; 1st argument of int 0x80" },
  rcx: { role64: "4th integer argument; counter of rep and loop; destroyed by syscall", role32: "scratch; counter of rep and loop; 2nd argument of int 0x80" },
  rdx: { role64: "3rd integer argument; high half for mul and div; 3rd argument of a system call", role32: "scratch; high half for mul and div; 3rd argument of int 0x80" },
  rsi: { role64: "2nd integer argument; source of string instructions", role32: "preserved; source of string instructions; 4th argument of int 0x80" },
  rdi: { role64: "1st integer argument; destination of string instructions", role32: "preserved; destination of string instructions; 5th argument of int 0x80" },
  rbp: { role64: "preserved; usually the frame pointer", role32: "preserved; usually the frame pointer; 6th argument of int 0x80" },
  rsp: { role64: "stack pointer; a multiple of 16 before each call", role32: "stack pointer" },
  r8:  { role64: "5th integer argument", role32: "only in 64-bit code" },
  r9:  { role64: "6th integer argument", role32: "only in 64-bit code" },
  r10: { role64: "scratch; 4th argument of a system call", role32: "only in 64-bit code" },
  r11: { role64: "scratch; destroyed by syscall", role32: "only in 64-bit code" },
  r12: { role64: "preserved: a function must give it back unchanged", role32: "only in 64-bit code" },
  r13: { role64: "preserved: a function must give it back unchanged", role32: "only in 64-bit code" },
  r14: { role64: "preserved: a function must give it back unchanged", role32: "only in 64-bit code" },
  r15: { role64: "preserved: a function must give it back unchanged", role32: "only in 64-bit code" },
};

const LEGACY = ["ax", "bx", "cx", "dx", "si", "di", "bp", "sp"];

/** The 64-bit register that `name` is a part of, with the part's bits; undefined for anything but a general register. */
export function wholeRegister(name: string): { readonly whole: string; readonly part: string } | undefined {
  const lower = name.toLowerCase();
  const numbered = /^(r(?:8|9|1[0-5]))([dwb]?)$/.exec(lower);
  if (numbered)
    return {
      whole: numbered[1]!,
      part: { "": "all 64 bits", d: "bits 31…0", w: "bits 15…0", b: "bits 7…0" }[numbered[2]!]!,
    };
  const wide = /^([re])(..)$/.exec(lower);
  if (wide && LEGACY.includes(wide[2]!))
    return { whole: `r${wide[2]}`, part: wide[1] === "r" ? "all 64 bits" : "bits 31…0" };
  if (LEGACY.includes(lower)) return { whole: `r${lower}`, part: "bits 15…0" };
  const low = /^([abcd])([lh])$/.exec(lower);
  if (low) return { whole: `r${low[1]}x`, part: low[2] === "l" ? "bits 7…0" : "bits 15…8" };
  const lowByte = /^(si|di|bp|sp)l$/.exec(lower);
  return lowByte ? { whole: `r${lowByte[1]}`, part: "bits 7…0" } : undefined;
}
