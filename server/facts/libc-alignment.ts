// Which of glibc's functions end in SIGSEGV when a 64-bit program calls them with the stack 8 bytes off: they keep vectors on
// the stack with instructions that want 16-byte addresses. The others happen to work. Calls like these are the commonest
// mistake of programs with `main`, so what happens must be what happens natively.
// Source: measured with glibc 2.36, each function called with the stack aligned and not, al 0 and 1.

import type { LibcName } from "./libc.ts";

/** "vectors": only when al says that vector registers hold arguments. */
export const alignedStackNeeds: Readonly<Partial<Record<LibcName, "always" | "vectors">>> = {
  printf: "vectors",
  fprintf: "vectors",
  sprintf: "vectors",
  snprintf: "vectors",
  dprintf: "vectors",
  scanf: "always",
  fscanf: "always",
  sscanf: "always",
  __isoc99_scanf: "always",
  __isoc99_fscanf: "always",
  __isoc99_sscanf: "always",
  vscanf: "always",
  vsscanf: "always",
  system: "always",
  perror: "always",
  mktime: "always",
};
