// Pseudo-random numbers beyond rand: drand48's linear congruence over 48 bits, and arc4random, which is as random here as the
// kernel's getrandom: it follows from the seed of the run.
// Source: POSIX.1-2017 drand48; glibc 2.36.

import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { AREA } from "./state.ts";
import { systemCall } from "./system-call.ts";

const MULTIPLIER = 0x5deece66dn;
const ADDEND = 0xbn;
const SEED_LOW = 0x330en;

const advance = (state: bigint): bigint => BigInt.asUintN(48, state * MULTIPLIER + ADDEND);

/** The next state: of libc's own, or of three shorts of the program's. */
function next(call: LibcCall, whose: "libc's" | "program's"): bigint {
  if (whose === "libc's") {
    const state = advance(BigInt(call.libc.get("random48")));
    call.libc.set("random48", Number(state));
    return state;
  }
  const pointer = call.args.pointer();
  const low = call.program.readWord(pointer, 4);
  const state = advance(low | (call.program.readWord(pointer + 4n, 2) << 32n));
  call.program.writeWord(pointer, 4, BigInt.asUintN(32, state));
  call.program.writeWord(pointer + 4n, 2, state >> 32n);
  return state;
}

const fraction = (state: bigint): number => Number(state) / 2 ** 48;
const positive = (state: bigint): bigint => state >> 17n;
const signed = (state: bigint): bigint => BigInt.asIntN(32, state >> 16n);

function arc4random(call: LibcCall): bigint {
  const at = call.libc.base + AREA.text;
  systemCall(call.kernel, "getrandom", [BigInt(at), 4n, 0n]);
  return call.libc.memory.load(at, 4);
}

function below(call: LibcCall): LibcResult {
  const bound = BigInt(call.args.unsigned());
  return Number(bound === 0n ? 0n : arc4random(call) % bound);
}

export const random48Functions = {
  drand48: (call) => fraction(next(call, "libc's")),
  lrand48: (call) => positive(next(call, "libc's")),
  mrand48: (call) => signed(next(call, "libc's")),
  srand48: (call) => {
    call.libc.set("random48", Number((BigInt.asUintN(32, call.args.long()) << 16n) | SEED_LOW));
    return undefined;
  },
  erand48: (call) => fraction(next(call, "program's")),
  nrand48: (call) => positive(next(call, "program's")),
  jrand48: (call) => signed(next(call, "program's")),
  arc4random: (call) => Number(arc4random(call)),
  arc4random_uniform: below,
} satisfies LibcFunctions;
