// Random programs about calls: recursion, prologues and epilogues of many kinds, locals, the red zone, and what goes wrong with
// all that. Most functions are in order; now and then one leaves the stack unbalanced, jumps into another, changes its own
// return address or its caller's rbp, or gives registers back changed. All from one seed.

import { randomFrom } from "./random-program.ts";

type Random = (below: number) => number;

interface Names {
  readonly bits: 32 | 64;
  readonly word: number;
  readonly a: string;
  readonly c: string;
  readonly d: string;
  readonly sp: string;
  readonly bp: string;
  readonly saved: readonly string[];
  readonly size: string;
}

const NAMES: Readonly<Record<32 | 64, Names>> = {
  32: {
    ...{ bits: 32, word: 4, a: "eax", c: "ecx", d: "edx", sp: "esp", bp: "ebp", size: "dword" },
    saved: ["ebx", "esi", "edi"],
  },
  64: {
    ...{ bits: 64, word: 8, a: "rax", c: "rcx", d: "rdx", sp: "rsp", bp: "rbp", size: "qword" },
    saved: ["rbx", "r12", "r15"],
  },
};

interface Function {
  readonly random: Random;
  readonly names: Names;
  readonly functions: number;
  /** rbp points to the frame; words of locals below what was saved. */
  readonly hasBase: boolean;
  readonly locals: number;
  readonly saved: readonly string[];
  /** Of all programs, the share of statements that break something: one in so many, 0 = none. */
  readonly wildness: number;
  label(): string;
}

const pick = <T>(random: Random, list: readonly T[]): T => list[random(list.length)]!;

/** What the function does to rsp where it begins, and the other way round. */
function frameOf({ names, hasBase, locals, saved, random }: Function): {
  readonly enter: string[];
  readonly leave: string[];
} {
  const { sp, bp, word } = names;
  const enter: string[] = [];
  const leave: string[] = [];
  if (hasBase) enter.push(`push ${bp}`, `mov ${bp}, ${sp}`);
  const room = locals * word;
  const first = random(2) === 0;
  if (room > 0 && first) enter.push(`sub ${sp}, ${room}`);
  for (const register of saved) enter.push(`push ${register}`);
  if (room > 0 && !first) enter.push(`sub ${sp}, ${room}`);
  if (room > 0 && !first) leave.push(pick(random, [`add ${sp}, ${room}`, `lea ${sp}, [${sp}+${room}]`]));
  for (const register of [...saved].reverse()) leave.push(`pop ${register}`);
  if (hasBase && (first || saved.length === 0)) leave.push(pick(random, ["leave", `mov ${sp}, ${bp}\n pop ${bp}`]));
  else if (hasBase) leave.push(`pop ${bp}`);
  else if (room > 0 && first) leave.push(`add ${sp}, ${room}`);
  return { enter, leave };
}

function localOf({ names, hasBase, locals, random, saved }: Function): string {
  const { sp, bp, word, size } = names;
  const below =
    random(6) === 0 ? `[${sp}-${word * (1 + random(18))}]` : `[${sp}+${word * random(Math.max(1, locals))}]`;
  return `${size} ${hasBase && random(2) === 0 ? `[${bp}-${word * (1 + random(locals + saved.length + 1))}]` : below}`;
}

/** Something that a function must not do, or that only few do. */
function wild(f: Function): string[] {
  const { names, random, hasBase, functions } = f;
  const { a, c, sp, bp, word, size } = names;
  const label = f.label();
  switch (random(14)) {
    case 0:
      return [`add ${sp}, ${word}`];
    case 1:
      return [`push ${c}`];
    case 2:
      return hasBase
        ? [`mov ${a}, again`, `mov [${bp}+${word}], ${a}`]
        : [`mov ${size} [${sp}+${word * random(6)}], again`];
    case 3:
      return hasBase ? [`mov ${size} [${bp}], 5`] : [`mov ${bp}, 7`];
    case 4:
      return [`mov ${a}, ${label}`, `push ${a}`, "ret", `${label}:`];
    case 5:
      return [`call ${label}`, `${label}:`, `pop ${a}`];
    case 6:
      return [`jmp f${random(functions)}`];
    case 7:
      return [`lea ${a}, ${hasBase ? `[${bp}-${word}]` : `[${sp}+${word}]`}`, `mov [${a}+${word * random(4)}], ${c}`];
    case 8:
      return [`and ${sp}, -16`];
    case 9:
      return [`sub ${sp}, ${1 + random(12)}`];
    case 10:
      return [`mov ${sp}, [kept]`, "jmp again"];
    case 11:
      return ["ret"];
    case 12:
      return [`mov ${pick(random, names.saved)}, 11`];
    default:
      return [`xchg ${c}, [${sp}]`, `lea ${sp}, [${sp}+${word}]`, `push ${c}`];
  }
}

function statement(f: Function, depth: number): string[] {
  const { names, random, functions, wildness } = f;
  const { a, c, d, word } = names;
  if (wildness > 0 && random(wildness) === 0) return wild(f);
  const label = f.label();
  const inner = (): string[] => (depth > 0 ? statement(f, depth - 1) : [`inc ${c}`]);
  switch (random(11)) {
    case 0:
    case 1:
    case 2: {
      const callee = `f${random(functions)}`;
      const call = random(5) === 0 ? [`mov ${d}, ${callee}`, `call ${d}`] : [`call ${callee}`];
      const push = random(4) === 0 ? random(3) : 0;
      const pushes = Array.from({ length: push }, () => `push ${pick(random, [a, c, "7"])}`);
      const drop = push > 0 ? [`add ${names.sp}, ${push * word}`] : [];
      return ["dec dword [fuel]", `js ${label}`, ...pushes, ...call, ...drop, `${label}:`];
    }
    case 3:
      return [
        `push ${pick(random, [a, c, d, ...names.saved])}`,
        ...inner(),
        ...inner(),
        `pop ${pick(random, [a, c, d])}`,
      ];
    case 4:
      return [`mov ${pick(random, [a, c, d])}, ${localOf(f)}`];
    case 5:
      return [`mov ${localOf(f)}, ${pick(random, [a, c, d])}`];
    case 6:
      return [`add ${a}, ${localOf(f)}`];
    case 7:
      return [`mov ${pick(random, f.saved.length > 0 ? f.saved : [c])}, ${a}`, `add ${c}, 3`];
    case 8:
      return [`test ${c}, 1`, `jz ${label}`, ...inner(), ...inner(), `${label}:`];
    case 9: {
      const counter = `${names.size} [${names.sp}]`;
      return [`push ${2 + random(5)}`, `${label}:`, ...inner(), `dec ${counter}`, `jnz ${label}`, `pop ${d}`];
    }
    default:
      return [`lea ${a}, [${a}+${c}*2+1]`, `xor ${d}, ${a}`];
  }
}

export function randomFrames(seed: number, bits: 32 | 64): string {
  const random = randomFrom(seed);
  const names = NAMES[bits];
  const { sp, word, size } = names;
  const functions = 2 + random(4);
  const wildness = pick(random, [0, 0, 150, 40]);
  let labels = 0;
  const label = (): string => `l${labels++}`;
  const lines = [
    ...[`bits ${bits}`, "default rel", ...(random(3) === 0 ? ["global f0"] : []), "global _start", "section .bss"],
    ...[`kept: res${bits === 64 ? "q" : "d"} 1`, "fuel: resd 1", "rounds: resd 1", "section .text"],
    ...["_start:", "mov dword [rounds], 60", `mov [kept], ${sp}`, `mov ${names.c}, 1`],
    ...["again:", `mov ${names.a}, 1`, `mov ${names.d}, 1`, "dec dword [rounds]", "js finish"],
    ...["mov dword [fuel], 40", "call f0", ...(random(2) === 0 ? [`mov ${sp}, [kept]`] : []), "jmp again"],
    "finish: hlt",
  ];
  for (let k = 0; k < functions; k++) {
    const saved = names.saved.filter(() => random(3) === 0);
    const f: Function = {
      ...{ random, names, functions, wildness, saved, label },
      hasBase: random(2) === 0,
      locals: random(3) === 0 ? random(5) : 0,
    };
    const { enter, leave } = frameOf(f);
    lines.push(`f${k}:`, ...enter);
    for (let n = random(5); n >= 0; n--) lines.push(...statement(f, 2));
    const out = random(5) === 0 && wildness > 0 ? `ret ${word}` : "ret";
    lines.push(...leave, out);
  }
  return `${lines.join("\n")}\n; ${size}\n`;
}
