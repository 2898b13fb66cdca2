// The floating-point environment: rounding and exceptions as they stand in the x87's control and status words and in MXCSR,
// which a program may have set itself. printf rounds by the x87's mode in both widths; so do rint and its kin in 32 bits,
// while in 64 bits they round by MXCSR's.
// Source: ISO C11 7.6; fenv.h of glibc for x86; measured for printf.

import { STATE } from "../cpu/state.ts";
import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import type { Rounding } from "./exact-float.ts";

/** RC of the x87's control word; MXCSR has it three bits higher. */
const ROUNDING_BITS = 0xc00;
const MXCSR_SHIFT = 3;
const MODES: readonly Rounding[] = ["nearest", "down", "up", "zero"];
/** Invalid, denormal, division by zero, overflow, underflow, inexact. */
const EXCEPTIONS = 0x3f;
/** The masks stand behind MXCSR's flags. */
const MASK_SHIFT = 7;

interface Words {
  control: number;
  status: number;
  mxcsr: number;
}

function read({ libc: { memory } }: Pick<LibcCall, "libc">): Words {
  const { view, layout } = memory;
  return {
    control: view.getUint16(layout.state + STATE.fcw, true),
    status: view.getUint16(layout.state + STATE.fsw, true),
    mxcsr: view.getUint32(layout.state + STATE.mxcsr, true),
  };
}

function write({ libc: { memory } }: Pick<LibcCall, "libc">, { control, status, mxcsr }: Words): void {
  const { view, layout } = memory;
  view.setUint16(layout.state + STATE.fcw, control, true);
  view.setUint16(layout.state + STATE.fsw, status, true);
  view.setUint32(layout.state + STATE.mxcsr, mxcsr, true);
}

/** How printf rounds now. */
export function textRounding(call: Pick<LibcCall, "libc">): Rounding {
  return MODES[(read(call).control & ROUNDING_BITS) >> 10]!;
}

/** How rint and its kin round now. */
export function valueRounding(call: Pick<LibcCall, "libc" | "bits">): Rounding {
  const { control, mxcsr } = read(call);
  return MODES[((call.bits === 64 ? mxcsr >> MXCSR_SHIFT : control) & ROUNDING_BITS) >> 10]!;
}

function fesetround(call: LibcCall): LibcResult {
  const mode = call.args.int();
  if ((mode & ~ROUNDING_BITS) !== 0) return 1;
  const { control, status, mxcsr } = read(call);
  write(call, {
    control: (control & ~ROUNDING_BITS) | mode,
    status,
    mxcsr: (mxcsr & ~(ROUNDING_BITS << MXCSR_SHIFT)) | (mode << MXCSR_SHIFT),
  });
  return 0;
}

/** Clears or sets exception flags. */
const changeFlags =
  (change: "clear" | "raise") =>
  (call: LibcCall): LibcResult => {
    const flags = call.args.int() & EXCEPTIONS;
    const { control, status, mxcsr } = read(call);
    const cleared = { control, status: status & ~flags, mxcsr: mxcsr & ~flags };
    write(call, change === "clear" ? cleared : { control, status, mxcsr: mxcsr | flags });
    return 0;
  };

/** Unmasks or masks exceptions. @returns those that were unmasked before. */
const changeTraps =
  (change: "enable" | "disable") =>
  (call: LibcCall): LibcResult => {
    const flags = call.args.int() & EXCEPTIONS;
    const { control, status, mxcsr } = read(call);
    const masks = flags << MASK_SHIFT;
    write(
      call,
      change === "enable"
        ? { control: control & ~flags, status, mxcsr: mxcsr & ~masks }
        : { control: control | flags, status, mxcsr: mxcsr | masks },
    );
    return ~control & EXCEPTIONS;
  };

/** fenv_t: the seven words of fnstenv, MXCSR behind them in 64 bits and in 32. */
const ENVIRONMENT_BYTES = 32;
const DEFAULT: Words = { control: 0x37f, status: 0, mxcsr: 0x1f80 };

function storeEnvironment(call: LibcCall, pointer: bigint): void {
  const { control, status, mxcsr } = read(call);
  const view = new DataView(new ArrayBuffer(ENVIRONMENT_BYTES));
  view.setUint32(0, 0xffff0000 | control, true);
  view.setUint32(4, 0xffff0000 | status, true);
  view.setUint32(8, 0xffffffff, true);
  view.setUint32(28, mxcsr, true);
  call.program.write(pointer, new Uint8Array(view.buffer));
}

/** The words of a fenv_t; −1 is FE_DFL_ENV. */
function loadEnvironment(call: LibcCall, pointer: bigint): Words {
  if (BigInt.asIntN(call.bits, pointer) === -1n) return DEFAULT;
  const bytes = call.program.read(pointer, ENVIRONMENT_BYTES);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const status = (read(call).status & ~EXCEPTIONS) | (view.getUint16(4, true) & EXCEPTIONS);
  return { control: view.getUint16(0, true), status, mxcsr: view.getUint32(28, true) };
}

export const floatEnvironmentFunctions = {
  fegetround: (call) => read(call).control & ROUNDING_BITS,
  fesetround,
  feclearexcept: changeFlags("clear"),
  feraiseexcept: changeFlags("raise"),
  fetestexcept: (call) => {
    const { status, mxcsr } = read(call);
    return (status | mxcsr) & call.args.int() & EXCEPTIONS;
  },
  feenableexcept: changeTraps("enable"),
  fedisableexcept: changeTraps("disable"),
  fegetexcept: (call) => ~read(call).control & EXCEPTIONS,
  fegetenv: (call) => {
    storeEnvironment(call, call.args.pointer());
    return 0;
  },
  fesetenv: (call) => {
    write(call, loadEnvironment(call, call.args.pointer()));
    return 0;
  },
  feholdexcept: (call) => {
    storeEnvironment(call, call.args.pointer());
    const { control, status, mxcsr } = read(call);
    const masked = (mxcsr & ~EXCEPTIONS) | (EXCEPTIONS << MASK_SHIFT);
    write(call, { control: control | EXCEPTIONS, status: status & ~EXCEPTIONS, mxcsr: masked });
    return 0;
  },
  feupdateenv: (call) => {
    const before = read(call);
    const raised = (before.status | before.mxcsr) & EXCEPTIONS;
    const { control, status, mxcsr } = loadEnvironment(call, call.args.pointer());
    write(call, { control, status, mxcsr: mxcsr | raised });
    return 0;
  },
} satisfies LibcFunctions;
