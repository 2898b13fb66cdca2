// What the benchmarks and the fuzzer drive: the assembler and the editor's analysis as one bundle.

export { assemble } from "../server/asm/assemble.ts";
export { createSource, sourceFromText } from "../server/base/source.ts";
export { analyse } from "../server/ide/analysis.ts";
export { writeElf } from "../server/obj/write-elf.ts";
