// Programs that begin with `main`: their entry is the stub of __libc_start_main, reached with the stack as the kernel left it.
// The start-up code calls main with argc, argv and envp by the ABI, through the stub's own `call rax`, so the call stack shows
// "__libc_start_main (libc)" as caller; when main returns to the stub, its result goes to exit, which flushes. Before main it
// calls the functions of .preinit_array and .init_array.
//
// What the linker has to do: image.entry is that stub's address, and image.symbols names main.

import { STUB } from "../../server/facts/libc-linking.ts";
import type { Image } from "../../server/obj/image.ts";
import { type CpuState, GPR } from "../cpu/state.ts";
import type { Memory } from "../mem/memory.ts";

/** Room between the kernel's vector and main's return address, as glibc's own frames take. */
const FRAME_BYTES = 128;

type GprName = keyof typeof GPR;
type Left = Partial<Record<GprName, bigint>>;

/** Natively a place in the executable's .fini_array; here in its first page, for behind a small program the heap begins there. */
const [IN_IMAGE_64, IN_IMAGE_32] = [0x400e00n, 0x8048f04n];

/**
 * What main finds in the other registers: what glibc 2.36's start-up code and its dynamic linker leave there in a small program
 * without address-space randomisation. Nobody may rely on it, but programs do: one that ends by `int 80h` and forgets ebx
 * ends with status 244 on every Linux with this libc. rbp stays 0, where glibc leaves argc: a main may count on no frame above it.
 * Source: measured, gcc -no-pie, with gdb's addresses.
 */
const leftForMain64 = (argv: bigint, envp: bigint): Left => ({
  rbx: argv,
  rcx: IN_IMAGE_64,
  r9: 0x7ffff7fce6d0n,
  r10: 0x7ffff7fca878n,
  r11: 0x7ffff7fe0a60n,
  r13: envp,
  r14: IN_IMAGE_64,
  r15: 0x7ffff7ffd020n,
});
const leftForMain32 = (stackPointer: bigint): Left => ({
  rbx: 0xf7fa8ff4n,
  rcx: 0x51a5e49cn,
  rdx: stackPointer + 0x20n,
  rsi: IN_IMAGE_32,
  rdi: 0xf7ffcb80n,
});

/** The same for a `_start` of the program's own in 32 bits, as the dynamic linker enters it. */
const LEFT_FOR_START_32: Left = { rax: 0xf7ffda50n, rbx: 0xf7ffcff4n, rcx: 0xf7ffdd60n, rdx: 0xf7fcd830n };

/** A program with a `_start` of its own that is linked with libc: on Linux the dynamic linker has run before it. */
export function leaveForStart({ image, state }: { readonly image: Image; readonly state: CpuState }): void {
  if (image.entryKind !== "_start" || image.bits === 64) return;
  for (const [name, value] of Object.entries(LEFT_FOR_START_32)) state.setGpr(GPR[name as GprName], value);
}

/** Where a section of function pointers lies, and how many there are. */
export function functionArray(image: Image, name: string): { readonly address: number; readonly count: number } {
  const section = image.sections.find((one) => one.name === name);
  return { address: section?.address ?? 0, count: Math.floor((section?.sizeBytes ?? 0) / (image.bits / 8)) };
}

/** Function pointers that the start-up code goes through before main, by address (ELF gABI, Initialization and Termination). */
export const startArray = (image: Image): readonly number[] =>
  [".preinit_array", ".init_array"].flatMap((name) => {
    const { address, count } = functionArray(image, name);
    return Array.from({ length: count }, (_, k) => address + (k * image.bits) / 8);
  });

/** The address of main. */
export const mainAddress = (image: Image): bigint =>
  BigInt(image.symbols.find((symbol) => symbol.name === "main")?.address ?? 0);

/** Sets registers and stack for the stub's `call rax`: main and the functions before it are given argc, argv and envp. */
export function callFromStart(
  { image, memory, state }: { readonly image: Image; readonly memory: Memory; readonly state: CpuState },
  { stubAddress, vector, target }: { readonly stubAddress: number; readonly vector: number; readonly target: bigint },
): void {
  const long = image.bits / 8;
  const argc = memory.load(vector, long);
  const argv = BigInt(vector + long);
  const envp = argv + (argc + 1n) * BigInt(long);
  const stackPointer = vector - FRAME_BYTES - (vector % 16);
  const left = image.bits === 64 ? leftForMain64(argv, envp) : leftForMain32(BigInt(stackPointer));
  for (const [name, value] of Object.entries(left)) state.setGpr(GPR[name as GprName], value);
  state.setGpr(GPR.rsp, BigInt(stackPointer));
  state.setGpr(GPR.rax, target);
  state.rip = BigInt(stubAddress + STUB.callBack);
  if (image.bits === 64) {
    state.setGpr(GPR.rdi, argc);
    state.setGpr(GPR.rsi, argv);
    state.setGpr(GPR.rdx, envp);
    return;
  }
  for (const [k, value] of [argc, argv, envp].entries()) memory.store(stackPointer + 4 * k, 4, value);
}
