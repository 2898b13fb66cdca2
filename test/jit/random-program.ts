// Random programs for comparing cores: loops, calls, forward jumps, memory, flags, all from one seed. They always end, in hlt.

/** Numbers from a seed (Marsaglia's xorshift32). */
export function randomFrom(seed: number): (below: number) => number {
  let x = (seed * 2654435761) >>> 0 || 1;
  return (below) => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) % below;
  };
}

const NAMES: Readonly<Record<32 | 64, Readonly<Record<8 | 16 | 32 | 64, readonly string[]>>>> = {
  64: {
    64: ["rax", "rbx", "rdx", "rsi", "rdi", "r8", "r9", "r15"],
    32: ["eax", "ebx", "edx", "esi", "edi", "r8d", "r9d", "r15d"],
    16: ["ax", "bx", "dx", "si", "di", "r8w", "r9w", "r15w"],
    8: ["al", "bl", "dl", "sil", "dil", "r8b", "r9b", "r15b", "ah", "bh"],
  },
  32: {
    64: ["eax", "ebx", "edx", "esi", "edi"],
    32: ["eax", "ebx", "edx", "esi", "edi"],
    16: ["ax", "bx", "dx", "si", "di"],
    8: ["al", "bl", "dl", "ah", "bh", "dh"],
  },
};
const CONDITIONS = "o no b ae e ne be a s ns p np l ge le g".split(" ");

type Pick = <Item>(list: readonly Item[]) => Item;

/** A memory operand inside of the buffer: a register is reduced to an index first. */
function memory(pick: Pick, random: (below: number) => number, bits: 32 | 64, lines: string[]): string {
  const base = bits === 64 ? "rbp" : "ebp";
  if (random(2) === 0) return `[${base}+${random(4200)}]`;
  const index = bits === 64 ? "rcx" : "ecx";
  lines.push(`mov ecx, ${pick(NAMES[bits][32])}`, "and ecx, 0x3ff");
  return `[${base}+${index}*${pick([1, 2, 4])}+${random(64)}]`;
}

/** A string instruction inside of the buffer, upwards or downwards. */
function text(random: (below: number) => number, pick: Pick, bits: 32 | 64): string[] {
  const [to, from, counter] = bits === 64 ? ["rdi", "rsi", "rcx"] : ["edi", "esi", "ecx"];
  const base = bits === 64 ? "rbp" : "ebp";
  const operation = pick(["movs", "stos", "lods", "scas", "cmps"]) + pick(["b", "w", "d"]);
  const repeats = /^(scas|cmps)/.test(operation) ? ["", "repe ", "repne "] : ["", "rep ", "rep "];
  return [
    pick(["cld", "cld", "std"]),
    `lea ${to}, [${base}+${600 + random(3500)}]`,
    `lea ${from}, [${base}+${600 + random(3500)}]`,
    `mov ${counter}, ${random(100)}`,
    pick(["xor eax, eax", "mov al, 5", "cmp eax, ebx"]),
    `${pick(repeats)}${operation}`,
  ];
}

/** A few vector instructions: numbers first, so that most operations are ordinary ones. */
function vector(random: (below: number) => number, pick: Pick, bits: 32 | 64): string[] {
  const lines: string[] = [];
  const xmm = () => `xmm${random(5)}`;
  for (let k = 1 + random(4); k > 0; k--) {
    switch (random(9)) {
      case 0:
        lines.push(`cvtsi2s${pick(["s", "d"])} ${xmm()}, ${pick(NAMES[bits][32])}`);
        break;
      case 1:
        lines.push(`cvt${pick(["", "t"])}s${pick(["s", "d"])}2si ${pick(NAMES[bits][32])}, ${xmm()}`);
        break;
      case 2:
      case 3:
        lines.push(
          `${pick(["add", "sub", "mul", "div", "sqrt", "min", "max"])}${pick(["sd", "ss", "pd", "ps", "sd"])} ${xmm()}, ${xmm()}`,
        );
        break;
      case 4:
        lines.push(`${pick(["ucomis", "comis"])}${pick(["s", "d"])} ${xmm()}, ${xmm()}`);
        break;
      case 5:
        lines.push(
          `${pick(["paddd", "psubq", "pand", "pxor", "pcmpeqd", "punpckldq", "pmullw", "movhlps", "movaps", "unpcklpd"])} ${xmm()}, ${xmm()}`,
        );
        break;
      case 6: {
        const place = memory(pick, random, bits, lines);
        lines.push(pick([`movups ${xmm()}, ${place}`, `movups ${place}, ${xmm()}`, `movsd ${xmm()}, ${place}`]));
        break;
      }
      case 7:
        lines.push(pick([`psrlq ${xmm()}, ${random(70)}`, `pshufd ${xmm()}, ${xmm()}, ${random(256)}`]));
        break;
      default:
        lines.push(pick([`cvtss2sd ${xmm()}, ${xmm()}`, `cvtsd2ss ${xmm()}, ${xmm()}`, `movd ${xmm()}, eax`]));
    }
  }
  return lines;
}

/** A line of floating point, mostly on ordinary numbers; now and then one at the edge of its range, an infinity or a NaN. */
function floats(random: (below: number) => number, pick: Pick, bits: 32 | 64): string[] {
  const lines: string[] = [];
  const type = pick(["sd", "sd", "pd", "ss", "ps"]);
  const isDouble = type.endsWith("d");
  const xmm = () => `xmm${random(5)}`;
  const special = isDouble
    ? [0x7ff0_0000, 0x7ff8_0001, 0x10_0000, 0x8_0000, 0x7fe0_0000, 0x8000_0000, 0x1ff0_0000, 0x20_0000]
    : [0x7f80_0000, 0x7fc0_0001, 0x80_0000, 1, 0x7f7f_ffff, 0x8000_0000, 0x1f80_0000, 0x100_0000];
  const [base, stack, push] = bits === 64 ? ["rbp", "rsp", "qword"] : ["ebp", "esp", "dword"];
  // MXCSR as after a reset, inexact noted: otherwise what was noted once hides what is noted later.
  if (random(3) > 0) lines.push(`push ${push} 0x1fa0`, `ldmxcsr [${stack}]`, `lea ${stack}, [${stack}+${bits / 8}]`);
  for (let k = 3 + random(7); k > 0; k--) {
    const kind = random(17);
    if (kind === 0) {
      lines.push(`mov eax, ${pick(special)}`, `movd ${xmm()}, eax`);
      if (isDouble) lines.push(`psllq ${lines.at(-1)!.slice(5, 9)}, 32`);
    } else if (kind <= 2) lines.push(`cvtsi2s${type[1]} ${xmm()}, ${pick(NAMES[bits][32])}`);
    else if (kind === 3)
      lines.push(`ucomis${type[1]} ${xmm()}, ${xmm()}`, pick([`set${pick(CONDITIONS)} bl`, "adc edx, esi"]));
    else if (kind === 4) lines.push(`${pick(["inc", "dec"])} ${pick(NAMES[bits][32])}`);
    else if (kind === 5)
      lines.push(pick([`movaps ${xmm()}, ${xmm()}`, `pxor xmm4, xmm4`, `unpcklpd ${xmm()}, ${xmm()}`]));
    else if (kind === 6) {
      const place = memory(pick, random, bits, lines);
      lines.push(`${pick(["movs", "adds", "muls"])}${type[1]} ${xmm()}, ${place}`);
    } else if (kind === 16) {
      const place = 8 * random(500);
      lines.push(`mov dword [${base}+${place + (isDouble ? 4 : 0)}], ${pick(special)}`);
      lines.push(
        `${pick(["movs", "adds", "subs", "ucomis"])}${type[1]} ${xmm()}, [${base}+${place}]`,
        `adds${type[1]} ${xmm()}, ${xmm()}`,
      );
    } else if (kind === 7) {
      const place = memory(pick, random, bits, lines);
      lines.push(`movs${type[1]} ${place}, ${xmm()}`);
    } else lines.push(`${pick(["add", "sub", "mul", "mul", "div", "sqrt", "min", "max"])}${type} ${xmm()}, ${xmm()}`);
  }
  return lines;
}

/** One or a few lines that compute. */
function computation(random: (below: number) => number, pick: Pick, bits: 32 | 64): string[] {
  const lines: string[] = [];
  const size = pick([8, 16, 32, 64, 64, 32] as const);
  const of = NAMES[bits][size];
  const [a, b] = [pick(of), pick(of.slice(0, 5))];
  const wide = size === 8 ? pick(NAMES[bits][32]) : a;
  const wideFrom = size === 8 ? pick(NAMES[bits][32]) : pick(of);
  // High byte registers and those that need REX cannot stand together.
  const source = /^[abd]h$/.test(a) ? pick(["al", "bl", "dl"]) : b;
  switch (random(23)) {
    case 20:
    case 21:
      lines.push(...floats(random, pick, bits));
      break;
    case 17:
      lines.push(...text(random, pick, bits));
      break;
    case 18:
    case 19:
      lines.push(...vector(random, pick, bits));
      break;
    case 0:
    case 1:
    case 2:
      lines.push(`${pick(["add", "sub", "xor", "and", "or", "cmp", "test", "adc", "sbb"])} ${a}, ${source}`);
      break;
    case 3:
      lines.push(`${pick(["add", "sub", "cmp", "and", "or", "adc", "sbb"])} ${a}, ${random(100) - 50}`);
      break;
    case 4:
      lines.push(`${pick(["inc", "dec", "neg", "not", "inc", "dec"])} ${a}`);
      break;
    case 5:
      lines.push(
        `${pick(["shl", "shr", "sar", "rol", "ror", "rcl", "rcr"])} ${a}, ${pick(["1", "cl", String(random(40))])}`,
      );
      break;
    case 6:
      lines.push(`imul ${wide}, ${wideFrom}`);
      break;
    case 7:
      lines.push(`cmov${pick(CONDITIONS)} ${wide}, ${wideFrom}`);
      break;
    case 8:
      lines.push(`set${pick(CONDITIONS)} ${pick(NAMES[bits][8])}`);
      break;
    case 9:
    case 10: {
      const place = memory(pick, random, bits, lines);
      lines.push(`mov ${pick(of.slice(0, 5))}, ${place}`);
      break;
    }
    case 11: {
      const place = memory(pick, random, bits, lines);
      lines.push(`${pick(["mov", "add", "xor", "sub", "adc"])} ${place}, ${pick(of.slice(0, 5))}`);
      break;
    }
    case 12:
      lines.push(pick(["clc", "stc", "cmc", "cwde", "cdq", "lahf", "sahf", "cld", "std", "cld"]));
      break;
    case 13:
      lines.push(`lea ${pick(NAMES[bits][64])}, [${pick(NAMES[bits][64])}+${pick(NAMES[bits][64])}*4-7]`);
      break;
    case 14:
      lines.push(`${pick(["mul", "imul"])} ${pick(NAMES[bits][size].slice(0, 5))}`);
      break;
    case 15: {
      const divisor = bits === 64 ? pick(["rbx", "rsi", "ebx"]) : "ebx";
      lines.push(`or ${divisor}, 1`, `${divisor.startsWith("r") ? "xor edx, edx" : "xor edx, edx"}`, `div ${divisor}`);
      break;
    }
    case 16:
      lines.push(pick([`bsf ${wide}, ${wideFrom}`, `bt ${wide}, ${random(64)}`, `bswap ${pick(NAMES[bits][bits])}`]));
      break;
    default:
      lines.push(`mov${pick(["zx", "sx"])} ${pick(NAMES[bits][32])}, ${pick(["al", "bl", "dl", "bx", "si"])}`);
  }
  return lines;
}

/** The source text of a program. */
export function randomProgram(seed: number, bits: 32 | 64): string {
  const random = randomFrom(seed);
  const pick: Pick = (list) => list[random(list.length)]!;
  const out = [`bits ${bits}`, "global _start", "section .text"];
  const functions = 1 + random(5);
  const [stack, counter] = bits === 64 ? ["rsp", "qword"] : ["esp", "dword"];
  let labels = 0;
  /** Statements; loops nest up to `depth`. Calls go to functions with a higher number. */
  const body = (self: number, depth: number): void => {
    for (let k = 2 + random(6); k > 0; k--) {
      const kind = random(12);
      if (kind === 0 && depth > 0) {
        const label = `.l${labels++}`;
        out.push(`push ${counter} ${2 + random(depth === 2 ? 40 : 6)}`, `${label}:`);
        body(self, depth - 1);
        out.push(`dec ${counter} [${stack}]`, `jnz ${label}`, `lea ${stack}, [${stack}+${bits / 8}]`);
      } else if (kind <= 2) {
        const label = `.f${labels++}`;
        out.push(`j${pick(CONDITIONS)} ${label}`);
        for (let n = 1 + random(3); n > 0; n--) out.push(...computation(random, pick, bits));
        out.push(`${label}:`);
      } else if (kind === 3 && self + 1 < functions) {
        const callee = self + 1 + random(functions - self - 1);
        const pointer = bits === 64 ? "r14" : "ecx";
        if (random(3) > 0) out.push(`call f${callee}`);
        else out.push(`mov ${pointer}, f${callee}`, `call ${pointer}`);
      } else if (kind === 4) {
        const register = pick(NAMES[bits][64]);
        out.push(`push ${register}`, ...computation(random, pick, bits), `pop ${pick(NAMES[bits][64])}`);
      } else out.push(...computation(random, pick, bits));
    }
  };
  out.push("_start:", `mov ${bits === 64 ? "rbp" : "ebp"}, buffer`);
  for (const register of NAMES[bits][64]) out.push(`mov ${register}, ${random(2 ** 31)}`);
  out.push(`push ${counter} ${20 + random(60)}`, "again:", "call f0", `dec ${counter} [${stack}]`, "jnz again", "hlt");
  for (let f = 0; f < functions; f++) {
    out.push(`f${f}:`);
    body(f, 2);
    out.push("ret");
  }
  out.push("section .bss", "buffer: resb 8192");
  return (seed % 2 === 0 ? out.map((line, k) => (line === "cmc" ? flagsOnStack(k, bits) : line)) : out).join("\n");
}

/** Some of the flags turned round, now and then DF with them. */
function flagsOnStack(number: number, bits: 32 | 64): string {
  const changed = (number * 0x35) & (number % 5 === 0 ? 0xcd5 : 0x8d5);
  const [suffix, scratch] = bits === 64 ? ["q", "rcx"] : ["d", "ecx"];
  return `pushf${suffix}\npop ${scratch}\nxor ${scratch}, ${changed}\npush ${scratch}\npopf${suffix}`;
}
