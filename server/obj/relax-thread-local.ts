// Thread-local variables of compiled code in a static program: the sequences that would ask the dynamic linker for a variable's
// address become the constant distance from the thread pointer, as ld rewrites them (ELF Handling For Thread-Local Storage).

import { EM } from "./elf.ts";
import type { ElfRelocation } from "./elf-file.ts";

/** Relocation numbers of the psABI supplements. */
const X64 = { general: 19, local: 20, offset32: 21, offset64: 17, descriptor: 34, descriptorCall: 35 } as const;
const X64_FIXED = { 4: 23, 8: 18 } as const;
const I386 = { general: 18, local: 19, offset: 32 } as const;
const I386_FIXED = 17;

/** `relocation: undefined` drops one; `bytes` are stored from `at`. */
interface Rewriting {
  readonly at: number;
  readonly bytes: readonly number[];
  readonly relocation: ElfRelocation | undefined;
  /** The call to __tls_get_addr that follows is part of the sequence. */
  readonly next: "dropped" | "kept";
}

const ZEROS = [0, 0, 0, 0] as const;
/** mov rax, [fs:0] */
const LOAD_FS = [0x64, 0x48, 0x8b, 0x04, 0x25, ...ZEROS] as const;
/** mov eax, [gs:0] */
const LOAD_GS = [0x65, 0xa1, ...ZEROS] as const;

function rewriteX64(relocation: ElfRelocation, code: Uint8Array): Rewriting | undefined {
  const { offset, type, addend = 0n } = relocation;
  switch (type) {
    case X64.general: {
      if (code[offset - 4] !== 0x66) return undefined;
      const moved = { ...relocation, type: X64_FIXED[4], offset: offset + 8, addend: addend + 4n };
      return { at: offset - 4, bytes: [...LOAD_FS, 0x48, 0x8d, 0x80, ...ZEROS], relocation: moved, next: "dropped" };
    }
    case X64.local: {
      const padding = code[offset + 4] === 0xff ? [0x66, 0x66, 0x66, 0x66] : [0x66, 0x66, 0x66];
      return { at: offset - 3, bytes: [...padding, ...LOAD_FS], relocation: undefined, next: "dropped" };
    }
    case X64.offset32:
    case X64.offset64:
      return { at: 0, bytes: [], relocation: { ...relocation, type: X64_FIXED[type === 21 ? 4 : 8] }, next: "kept" };
    case X64.descriptor: {
      // lea reg, [rip + x] becomes mov reg, x.
      const register = (code[offset - 1]! >> 3) & 7;
      const rex = 0x48 | ((code[offset - 3]! >> 2) & 1);
      const bytes = [rex, 0xc7, 0xc0 | register];
      const fixed = { ...relocation, type: X64_FIXED[4], addend: addend + 4n };
      return { at: offset - 3, bytes, relocation: fixed, next: "kept" };
    }
    case X64.descriptorCall:
      return { at: offset, bytes: [0x66, 0x90], relocation: undefined, next: "kept" };
    default:
      return undefined;
  }
}

function rewriteI386(relocation: ElfRelocation, code: Uint8Array): Rewriting | undefined {
  const { offset, type } = relocation;
  // lea eax, [x + ebx*1] has a byte more than lea eax, [ebx + x].
  const long = code[offset - 3] === 0x8d && code[offset - 2] === 0x04;
  const at = offset - (long ? 3 : 2);
  switch (type) {
    case I386.general: {
      const moved = { ...relocation, type: I386_FIXED, offset: at + 8 };
      return { at, bytes: [...LOAD_GS, 0x81, 0xc0, ...ZEROS], relocation: moved, next: "dropped" };
    }
    case I386.local:
      return { at, bytes: [...LOAD_GS, 0x90, 0x8d, 0x74, 0x26, 0x00], relocation: undefined, next: "dropped" };
    case I386.offset:
      return { at: 0, bytes: [], relocation: { ...relocation, type: I386_FIXED }, next: "kept" };
    default:
      return undefined;
  }
}

/** A code section with its relocations, rewritten; those without such sequences come back as they are. */
export function relaxThreadLocal(
  machine: number,
  code: Uint8Array,
  relocations: readonly ElfRelocation[],
): { readonly code: Uint8Array; readonly relocations: readonly ElfRelocation[] } {
  const rewrite = machine === EM.i386 ? rewriteI386 : rewriteX64;
  let changed: Uint8Array | undefined;
  const kept: ElfRelocation[] = [];
  for (let k = 0; k < relocations.length; k++) {
    const relocation = relocations[k]!;
    const rewriting = rewrite(relocation, code);
    if (!rewriting || rewriting.at < 0 || rewriting.at + rewriting.bytes.length > code.length) {
      kept.push(relocation);
      continue;
    }
    changed ??= code.slice();
    changed.set(rewriting.bytes, rewriting.at);
    if (rewriting.relocation) kept.push(rewriting.relocation);
    if (rewriting.next === "dropped") k++;
  }
  return { code: changed ?? code, relocations: kept };
}
