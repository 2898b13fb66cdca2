// The floating-point environment against glibc: what printf, rint and lrint give in each rounding mode, set by the functions
// of fenv.h. RECORD=1 asks glibc again.
import assert from "node:assert/strict";
import { test } from "node:test";
import { STATE } from "../../debugger/cpu/state.ts";
import { doubleOfBits } from "../../debugger/libc/arguments.ts";
import { recordedLines, runNative } from "../os/golden.ts";
import { startProcess } from "../os/process.ts";

const MODES = [0, 0x400, 0x800, 0xc00, 1];
const VALUES = [0.19, -0.19, 0.11, 2.5, -2.5, 3.5, 1e23, 0, 123456.789, 0.5];
const FORMATS = ["%.1f", "%.0e", "%.3g", "%.0f", "%.1a", "%.17g"];

const program = `#include <fenv.h>
#include <math.h>
#include <stdio.h>
int main(void) {
  double values[] = {${VALUES.join()}};
  int modes[] = {${MODES.join()}};
  for (int m = 0; m < ${MODES.length}; m++) {
    fesetround(FE_TONEAREST);
    int done = fesetround(modes[m]);
    printf("%d %x\\n", done, fegetround());
    for (int k = 0; k < ${VALUES.length}; k++) {
      ${FORMATS.map((format) => `printf("${format} ", values[k]);`).join(" ")}
      double whole = rint(values[k]);
      long number = fabs(values[k]) < 1e9 ? lrint(values[k]) : 0;
      fesetround(FE_TONEAREST);
      printf("%g %ld\\n", whole, number);
      fesetround(modes[m]);
    }
  }
}
`;

/** What the functions give in the machine, in the lines of the C program. */
function lines(): string[] {
  const process = startProcess({ stubs: ["fesetround", "fegetround", "sprintf", "rint", "lrint"] });
  const text = (format: string, value: number): string => {
    const buffer = process.data + 0x100;
    const pointer = process.text(format);
    process.state.setGpr(0, 1n);
    process.call("sprintf", [buffer, pointer], [value]);
    const bytes = process.memory.peek(buffer, 400);
    return Buffer.from(bytes.subarray(0, bytes.indexOf(0))).toString("latin1");
  };
  const result = () => {
    const { view, layout } = process.memory;
    return doubleOfBits(view.getBigUint64(layout.state + STATE.ymm, true));
  };
  return MODES.flatMap((mode) => {
    process.call("fesetround", [0]);
    const done = Number(process.call("fesetround", [mode]).result);
    const rows = VALUES.map((value) => {
      const texts = FORMATS.map((format) => text(format, value));
      process.call("rint", [], [value]);
      const whole = result();
      const number = Math.abs(value) < 1e9 ? BigInt.asIntN(64, process.call("lrint", [], [value]).result) : 0n;
      process.call("fesetround", [0]);
      const row = `${texts.join(" ")} ${text("%g", whole)} ${number}`;
      process.call("fesetround", [mode]);
      return row;
    });
    return [`${done} ${Number(process.call("fegetround").result).toString(16)}`, ...rows];
  });
}

test("printf, rint and lrint round as the mode says", () => {
  const expected = recordedLines("libc/rounding.golden.txt", () => runNative(program, { flags: ["-frounding-math"] }));
  assert.deepEqual(lines(), expected);
});
