// Random programs for the x87: straight lines, loops, calls and jumps over numbers of all kinds, every rounding and precision,
// full and empty stacks, control and status words in the middle. All from one seed. What comes out lies in a buffer.

import { randomFrom } from "./random-program.ts";

/** How a program is set up. */
interface Setup {
  readonly bits: 32 | 64;
  /** Instructions that end the program: `buffer` has `OUTPUT_BYTES` of results. */
  readonly end: string;
  /** Exceptions may stop it: masks are taken away, operands lie where no memory is. */
  readonly stops: boolean;
}

const POOL = { doubles: 96, extended: 32, integers: 32 } as const;
export const OUTPUT_BYTES = 2048;
const CONTROLS = 32;

/** 64 bits of a double, the singles in its halves often numbers too. */
function double(random: (below: number) => number): bigint {
  const special = [0n, 1n << 63n, 0x7ff0n << 48n, 0xfff8n << 48n, 1n, 0x7ff0_0000_0000_0001n, 0x000f_ffff_ffff_ffffn];
  if (random(14) === 0) return special[random(special.length)]!;
  const word = (): bigint => (BigInt(random(65536)) << 16n) | BigInt(random(65536));
  const fraction = [0n, word() << 20n, (word() << 20n) | word(), (1n << 52n) - 1n, 1n << BigInt(random(52))][
    random(5)
  ]!;
  const near = [0, 0, 1, -1, 2, 26, -26, 52, -52, 53, 54, -54, 63, 64, -64, 65, -65][random(17)]!;
  const exponent = random(6) === 0 ? 1 + random(2046) : 1023 + near + [0, 0, 0, 3][random(4)]!;
  const single = random(3) === 0 ? (0x3f80_0000n ^ word()) & 0xbfff_ffffn : undefined;
  const sign = BigInt(random(2)) << 63n;
  return sign | (BigInt(exponent) << 52n) | (single === undefined ? fraction : ((fraction >> 32n) << 32n) | single);
}

/** Significand, and sign and exponent. */
function extended(random: (below: number) => number): readonly [bigint, number] {
  const special = [
    [0n, 0],
    [0n, 0x8000],
    [1n << 63n, 0x7fff],
    [3n << 62n, 0xffff],
    [1n, 0],
    [1n << 62n, 0x3fff],
    [1n << 63n, 0],
    [(3n << 62n) | 5n, 0x7fff],
  ] as const;
  if (random(12) === 0) return special[random(special.length)]!;
  const bits = double(random);
  const low = [0n, 1n, 0x400n, 0x7ffn, BigInt(random(2048))][random(5)]!;
  const m = (1n << 63n) | BigInt.asUintN(63, bits << 11n) | low;
  const exponent = random(5) === 0 ? 1 + random(0x7ffe) : 0x3fff + random(130) - 65;
  return [m, exponent | (random(2) << 15)];
}

const control = (random: (below: number) => number): number =>
  0x7f | [0x300, 0x300, 0x200, 0x200, 0, 0x100][random(6)]! | ([0, 0, 0x400, 0x800, 0xc00][random(5)]! as number);

export function randomX87Program(seed: number, { bits, end, stops }: Setup): string {
  const random = randomFrom(seed);
  const pick = <Item>(list: readonly Item[]): Item => list[random(list.length)]!;
  const [base, stack, counter] = bits === 64 ? ["rbp", "rsp", "qword"] : ["ebp", "esp", "dword"];
  const out: string[] = [`bits ${bits}`, "global _start", "section .text"];
  const emit = (...lines: string[]): void => {
    out.push(...lines);
  };
  let labels = 0;
  /** How many registers hold something, as long as nothing odd happens. */
  let depth = 0;
  const st = (from = 0): string => `st${random(40) === 0 ? random(8) : from + random(Math.max(1, depth - from))}`;
  const result = (bytes: number): string => `[${base}+${8 * random((OUTPUT_BYTES - bytes) / 8)}]`;
  const number = (kind: "doubles" | "extended" | "integers"): string => {
    const sizeBytes = kind === "extended" ? 16 : 8;
    return `[${kind}+${sizeBytes * random(POOL[kind]) + (kind === "integers" ? pick([0, 0, 2, 4]) : 0)}]`;
  };
  const floatOperand = (): string =>
    random(3) === 0
      ? `${pick(["dword", "qword"])} ${result(8)}`
      : random(3) === 0
        ? `dword ${number("doubles")}`
        : `qword ${number("doubles")}`;

  const load = (): void => {
    depth++;
    emit(
      pick([
        () => `fld ${floatOperand()}`,
        () => `fld qword ${number("doubles")}`,
        () => `fld tword ${number("extended")}`,
        () => `fild ${pick(["word", "dword", "qword"])} ${number("integers")}`,
        () => pick(["fld1", "fldz", "fld1", "fldpi", "fldl2t", "fldlg2", "fldln2", "fldl2e"]),
        () => `fld ${depth > 1 ? `st${random(depth - 1)}` : "st0"}`,
      ])(),
    );
  };
  const storeSomething = (): void => {
    const pops = random(2) === 0;
    const p = pops ? "p" : "";
    if (pops) depth--;
    emit(
      pick([
        `fst${p} ${pick(["dword", "qword"])} ${result(8)}`,
        `fst${p} qword ${result(8)}`,
        `fist${p} ${pick(["word", "dword"])} ${result(4)}`,
        `fst${p} st${1 + random(7)}`,
        ...(pops
          ? [
              `fstp tword ${result(10)}`,
              `fistp qword ${result(8)}`,
              `fisttp ${pick(["word", "dword", "qword"])} ${result(8)}`,
            ]
          : []),
      ]),
    );
  };
  const compare = (): void => {
    const kind = random(7);
    if (kind === 0) emit(`f${pick(["", "u"])}compp`);
    else if (kind === 1)
      emit(pick(["ftst", `fcom ${floatOperand()}`, `ficom ${pick(["word", "dword"])} ${number("integers")}`]));
    else if (kind === 2) emit(`f${pick(["", "u"])}com ${st()}`);
    else if (kind === 3) emit(`f${pick(["", "u"])}comp ${st()}`);
    else emit(`f${pick(["", "u"])}comi${kind === 4 ? "p" : ""} st0, ${st()}`);
    if (kind === 0) depth -= 2;
    if (kind === 3 || kind === 4) depth--;
    const label = `.c${labels++}`;
    if (kind >= 4)
      emit(`j${pick(["a", "b", "e", "ne", "p", "ae"])} ${label}`, pick(["fchs", "fabs", `fxch ${st()}`]), `${label}:`);
  };
  const odd = (): void => {
    emit(
      ...pick([
        ["fnstsw ax", `mov ${result(2)}, ax`],
        ["fnstsw ax", `mov ${result(2)}, ax`],
        [`fnstcw ${result(2)}`],
        [`fldcw [controls+${2 * random(CONTROLS)}]`],
        [`fldcw [controls+${2 * random(CONTROLS)}]`],
        ["fnclex"],
        ["fwait"],
        ["fnop"],
        [pick(["fincstp", "fdecstp", "fxam", "fxtract", "fscale", "fprem"])],
        [`ffree ${st()}`],
        environment(),
        ...(stops && random(6) === 0
          ? [
              [
                `mov dword ${result(4).replace("[", "[")}, 0x${(0x340 | random(64)).toString(16)}`,
                `fldcw [${base}+${8 * random(8)}]`,
              ],
              [`fld qword [${base}+0x700000]`],
              [`fst dword [${base}-0x70000]`],
              [`fldcw [unmasked+${2 * random(4)}]`],
            ]
          : []),
      ]),
    );
  };
  // The pointers are not what this is about.
  const environment = (): string[] => {
    const at = 8 * random((OUTPUT_BYTES - 112) / 8);
    const clear = [12, 16, 20, 24].map((k) => `mov dword [${base}+${at + k}], 0`);
    return random(2) === 0
      ? [`fnstenv [${base}+${at}]`, `fldenv [${base}+${at}]`, ...clear]
      : [`fnsave [${base}+${at}]`, `frstor [${base}+${at}]`, ...clear];
  };
  const arithmetic = (): void => {
    const name = pick(["add", "add", "sub", "subr", "mul", "mul", "div", "divr"]);
    const form = random(6);
    if (form === 0) emit(`f${name} st0, ${st()}`);
    else if (form === 1) emit(`f${name} ${st()}, st0`);
    else if (form === 2 && depth > 1) {
      emit(`f${name}p ${st(1)}, st0`);
      depth--;
    } else if (form === 3) emit(`fi${name} ${pick(["word", "dword"])} ${number("integers")}`);
    else emit(`f${name} ${floatOperand()}`);
  };
  const statement = (): void => {
    const kind = random(20);
    if (depth < 2 || (depth < 6 && kind < 4)) load();
    else if (depth > 6 || kind < 6) storeSomething();
    else if (kind < 12) arithmetic();
    else if (kind < 14) compare();
    else if (kind === 14) emit(pick(["fsqrt", "frndint", "fchs", "fabs"]));
    else if (kind === 15) emit(`fxch st${1 + random(Math.min(7, depth - 1))}`);
    else if (kind === 16) emit(`fcmov${pick(["b", "e", "be", "u", "nb", "ne", "nbe", "nu"])} st0, ${st()}`);
    else if (kind === 17) emit(pick(["add eax, 7", "sub edx, eax", "cmp eax, edx", `mov edx, ${result(4)}`]));
    else odd();
  };
  /** Pops or pushes until so many are there, but for now and then. */
  const balance = (to: number): void => {
    if (random(25) === 0) return;
    for (; depth > to; depth--) emit("fstp st0");
    for (; depth < to; depth++) emit(pick(["fld1", "fldz", `fld qword ${number("doubles")}`]));
  };
  const functions = 1 + random(3);
  const body = (self: number, nesting: number): void => {
    for (let k = 2 + random(5); k > 0; k--) {
      const kind = random(9);
      const before = depth;
      if (kind === 0 && nesting > 0) {
        const label = `.l${labels++}`;
        emit(`push ${counter} ${2 + random(nesting === 2 ? 30 : 6)}`, `${label}:`);
        body(self, nesting - 1);
        balance(before);
        emit(`dec ${counter} [${stack}]`, `jnz ${label}`, `lea ${stack}, [${stack}+${bits / 8}]`);
      } else if (kind === 1) {
        const label = `.f${labels++}`;
        emit(`j${pick(["a", "s", "c", "p", "z"])} ${label}`);
        for (let n = 1 + random(4); n > 0; n--) statement();
        balance(before);
        emit(`${label}:`);
        depth = before;
      } else if (kind === 2 && self + 1 < functions) emit(`call f${self + 1 + random(functions - self - 1)}`);
      else for (let n = 1 + random(12); n > 0; n--) statement();
    }
  };
  emit("_start:", `mov ${base}, buffer`, "xor eax, eax", "xor edx, edx", "fninit");
  if (random(2) === 0) emit(`fldcw [controls+${2 * random(CONTROLS)}]`);
  emit(`push ${counter} ${10 + random(30)}`, "again:", "call f0", `dec ${counter} [${stack}]`, "jnz again");
  emit(`fnsave [${base}+${OUTPUT_BYTES - 112}]`);
  emit(...[12, 16, 20, 24].map((k) => `mov dword [${base}+${OUTPUT_BYTES - 112 + k}], 0`), end);
  for (let f = 0; f < functions; f++) {
    depth = 0;
    emit(`f${f}:`);
    body(f, 2);
    balance(0);
    emit("ret");
  }
  emit("section .data", "align 16");
  const word = (value: bigint | number, digits: number): string => `0x${value.toString(16).padStart(digits, "0")}`;
  emit(`doubles: dq ${Array.from({ length: POOL.doubles }, () => word(double(random), 16)).join(", ")}`);
  emit("extended:");
  for (let k = 0; k < POOL.extended; k++) {
    const [m, signExponent] = extended(random);
    emit(`dq ${word(m, 16)}`, `dw ${word(signExponent, 4)}, 0, 0, 0`);
  }
  const integer = (): string => pick([random(1000), 0, 0xffff_ffff, 0x8000_0000, random(65536) * 65536]).toString();
  emit(`integers: dd ${Array.from({ length: 2 * POOL.integers + 2 }, integer).join(", ")}`);
  emit(`controls: dw ${Array.from({ length: CONTROLS }, () => word(control(random), 4)).join(", ")}`);
  emit("unmasked: dw 0x37e, 0x37b, 0x35f, 0x33f");
  emit("section .bss", "alignb 16", `buffer: resb ${2 * OUTPUT_BYTES}`);
  return out.join("\n");
}
