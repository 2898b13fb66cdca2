// Programs that begin with `main`: their entry is the stub of __libc_start_main, reached with the stack as the kernel left it.
// The start-up code calls main with argc, argv and envp by the ABI, through the stub's own `call rax`, so the call stack shows
// "__libc_start_main (libc)" as caller; when main returns to the stub, its result goes to exit, which flushes.
//
// What the linker has to do: image.entry is that stub's address, and image.symbols names main.

import { STUB } from "../../server/facts/libc.ts";
import type { Image } from "../../server/obj/image.ts";
import { type CpuState, GPR } from "../cpu/state.ts";
import type { Memory } from "../mem/memory.ts";

/** Room between the kernel's vector and main's return address, as glibc's own frames take. */
const FRAME_BYTES = 128;

/** Sets registers and stack for the stub's `call rax`. */
export function startMain(
  { image, memory, state }: { readonly image: Image; readonly memory: Memory; readonly state: CpuState },
  stubAddress: number,
): void {
  const long = image.bits / 8;
  const vector = Number(state.gpr(GPR.rsp));
  const argc = memory.load(vector, long);
  const argv = BigInt(vector + long);
  const envp = argv + (argc + 1n) * BigInt(long);
  const main = image.symbols.find((symbol) => symbol.name === "main");
  const stackPointer = vector - FRAME_BYTES - (vector % 16);
  state.setGpr(GPR.rsp, BigInt(stackPointer));
  state.setGpr(GPR.rax, BigInt(main?.address ?? 0));
  state.rip = BigInt(stubAddress + STUB.callBack);
  if (image.bits === 64) {
    state.setGpr(GPR.rdi, argc);
    state.setGpr(GPR.rsi, argv);
    state.setGpr(GPR.rdx, envp);
    return;
  }
  for (const [k, value] of [argc, argv, envp].entries()) memory.store(stackPointer + 4 * k, 4, value);
}
