// How eagerly V8 compiles during `asmoscope nasm` and `asmoscope run`. An assembler runs for a second or two, spread over much
// code: by default V8 spends up to two fifths of that on optimising functions that are over before it pays. Measured (`npm run
// bench:asm`, CPU time): three times the budget before a function is optimised, with less inlined into it, takes a third off
// sources full of macros, a tenth to a fifth off 200,000 lines. A run spends half a second on translating, and the rest of its
// time outside of JavaScript, so start.ts makes V8 wait three times longer there, until it shows that the program keeps the
// machine itself busy (system calls, the step engine). Waiting only from the first translation on gained a third less.

import { setFlagsFromString } from "node:v8";

/** Versions of V8 that have been looked at; others would complain about a flag they do not know. */
const KNOWN = /^1[1-3]\./;

/** Makes V8 compile later and less. To be called when the program itself has been read: its compiled form beside it is only
 * taken with V8's own settings. */
export function compileLater(): void {
  if (!KNOWN.test(process.versions.v8)) return;
  setFlagsFromString("--interrupt-budget=200000");
  setFlagsFromString("--max-inlined-bytecode-size-cumulative=300");
}

/** V8's own settings again. */
export function compileAsUsual(): void {
  if (KNOWN.test(process.versions.v8)) setFlagsFromString("--interrupt-budget=135168");
}
