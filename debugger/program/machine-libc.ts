// The C library as the linker is to see it: the functions the machine runs itself, and the stubs that call them.

import { isLibcFunction } from "../../server/facts/libc.ts";
import { libcObjects, START_STUB, STUB_BYTES } from "../../server/facts/libc-linking.ts";
import type { LinkedLibc } from "../../server/obj/link.ts";

/** `start`: the program begins with `main`, so libc's start-up code comes first. */
export function machineLibc(start: "main" | "_start"): LinkedLibc {
  return {
    isFunction: isLibcFunction,
    isObject: (name) => Object.hasOwn(libcObjects, name),
    stubBytes: STUB_BYTES,
    ...(start === "main" ? { startStub: START_STUB } : {}),
  };
}
