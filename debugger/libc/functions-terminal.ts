// A terminal's settings: struct termios of C, 60 bytes, over the kernel's, which has 36. Line discipline and speeds stand
// elsewhere in the two.
// Source: termios(3); glibc 2.36's bits/termios.h; the kernel's asm-generic/termbits.h.

import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { AREA } from "./state.ts";
import { cResult, systemCall } from "./system-call.ts";

const TCGETS = 0x5401n;
/** TCSANOW, TCSADRAIN, TCSAFLUSH are the requests from here on. */
const TCSETS = 0x5402n;
const TCFLSH = 0x540bn;
/** Four words of flags, the line's byte and the characters. */
const FLAG_BYTES = 16;
const KERNEL_CHARACTERS = 19;
const CHARACTERS = 32;
const SPEEDS_AT = 52;
/** The speed in the control flags. */
const SPEED_BITS = 0x100f;

const scratch = (call: LibcCall): number => call.libc.base + AREA.text;

function tcgetattr(call: LibcCall): LibcResult {
  const fd = BigInt(call.args.unsigned());
  const target = call.args.pointer();
  const result = cResult(call.libc, systemCall(call.kernel, "ioctl", [fd, TCGETS, BigInt(scratch(call))]));
  if (result !== 0n) return result;
  const kernel = call.libc.memory.peek(scratch(call), FLAG_BYTES + 1 + KERNEL_CHARACTERS);
  const settings = new Uint8Array(SPEEDS_AT + 8);
  settings.set(kernel);
  const view = new DataView(settings.buffer);
  const speed = view.getUint32(8, true) & SPEED_BITS;
  view.setUint32(SPEEDS_AT, speed, true);
  view.setUint32(SPEEDS_AT + 4, speed, true);
  call.program.write(target, settings);
  return 0;
}

function tcsetattr(call: LibcCall): LibcResult {
  const fd = BigInt(call.args.unsigned());
  const when = BigInt(call.args.unsigned());
  const settings = call.program.read(call.args.pointer(), FLAG_BYTES + 1 + CHARACTERS);
  if (when > 2n) {
    call.libc.setErrno("EINVAL");
    return -1;
  }
  call.libc.memory.poke(scratch(call), settings.subarray(0, FLAG_BYTES + 1 + KERNEL_CHARACTERS));
  return cResult(call.libc, systemCall(call.kernel, "ioctl", [fd, TCSETS + when, BigInt(scratch(call))]));
}

/** Input, output, control, local flags: what raw mode takes away. */
const RAW = { input: 0x5eb, output: 0x1, controlAway: 0x130, controlSet: 0x30, local: 0x804b } as const;

function cfmakeraw(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const change = (field: number, away: number, set = 0): void => {
    const at = pointer + BigInt(4 * field);
    const before = Number(call.program.readWord(at, 4));
    call.program.writeWord(at, 4, BigInt(((before & ~away) | set) >>> 0));
  };
  change(0, RAW.input);
  change(1, RAW.output);
  change(2, RAW.controlAway, RAW.controlSet);
  change(3, RAW.local);
  // VTIME 0, VMIN 1.
  call.program.write(pointer + 22n, Uint8Array.of(0, 1));
  return undefined;
}

export const terminalFunctions = {
  tcgetattr,
  tcsetattr,
  tcflush: (call) => {
    const fd = BigInt(call.args.unsigned());
    return cResult(call.libc, systemCall(call.kernel, "ioctl", [fd, TCFLSH, BigInt(call.args.unsigned())]));
  },
  cfmakeraw,
} satisfies LibcFunctions;
