// Sources for measuring the assembler, made from a seed so that every run measures the same text: long files with few and
// with many different lines, macro calls, jumps whose lengths hang on each other, and a file of the size people edit.

/** A small generator of equally likely numbers (mulberry32): equal seeds give equal sources. */
export function createRandom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (count) => next() % count;
  return { next, below, pick: (list) => list[below(list.length)] };
}

const R64 = ["rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rbp", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"];
const R32 = ["eax", "ebx", "ecx", "edx", "esi", "edi", "ebp", "r8d", "r9d", "r10d", "r11d", "r12d", "r13d", "r14d"];
const R8 = ["al", "bl", "cl", "dl", "sil", "dil", "r8b", "r9b", "r10b", "r12b"];
const ALU = ["add", "sub", "and", "or", "xor", "cmp", "adc", "sbb"];
const CONDITIONS = ["z", "nz", "e", "ne", "l", "le", "g", "ge", "b", "be", "a", "ae", "s", "ns"];
const SSE = ["addps", "mulps", "subpd", "xorps", "paddd", "pxor", "movaps", "cvtdq2ps", "shufps"];

const hex = (value) => `0x${value.toString(16)}`;

function address(random) {
  const base = random.pick(R64);
  switch (random.below(5)) {
    case 0:
      return `[${base}]`;
    case 1:
      return `[${base}+${random.below(256)}]`;
    case 2:
      return `[${base}-${8 * (1 + random.below(64))}]`;
    case 3:
      return `[${base}+${random.pick(R64)}*${random.pick([1, 2, 4, 8])}]`;
    default:
      return `[${base} + ${random.pick(R64)}*${random.pick([2, 4, 8])} + ${hex(random.below(70000))}]`;
  }
}

const jump = (random, labels) =>
  random.below(8) ? `j${random.pick(CONDITIONS)} ${labels.jump()}` : `j${random.pick(CONDITIONS)} near ${labels.any()}`;

function instruction(random, labels) {
  switch (random.below(16)) {
    case 0:
    case 1:
      return `mov ${random.pick(R64)}, ${random.pick(R64)}`;
    case 2:
      return `mov ${random.pick(R32)}, ${random.below(100000)}`;
    case 3:
      return `mov ${random.pick(R64)}, ${address(random)}`;
    case 4:
      return `mov dword ${address(random)}, ${random.below(1000)}`;
    case 5:
      return `${random.pick(ALU)} ${random.pick(R64)}, ${random.pick(R64)}`;
    case 6:
      return `${random.pick(ALU)} ${random.pick(R32)}, ${random.below(5000)}`;
    case 7:
      return `lea ${random.pick(R64)}, ${address(random)}`;
    case 8:
      return `movzx ${random.pick(R32)}, byte ${address(random)}`;
    case 9:
      return `${random.pick(["push", "pop"])} ${random.pick(R64)}`;
    case 10:
      return `${random.pick(["shl", "shr", "sar"])} ${random.pick(R64)}, ${1 + random.below(31)}`;
    case 11:
      return `${random.pick(SSE.slice(0, 7))} xmm${random.below(16)}, xmm${random.below(16)}`;
    case 12:
      return `test ${random.pick(R8)}, ${random.pick(R8)}`;
    case 13:
      return jump(random, labels);
    case 14:
      return random.below(2) === 0 ? `call ${labels.any()}` : `mov rax, [rel ${labels.behind()}]`;
    default:
      return random.pick(["ret", "nop", "cdq", "syscall", "leave", "rep movsb", "lock inc dword [rdi]"]);
  }
}

function data(random, index, labels) {
  switch (random.below(5)) {
    case 0:
      return `msg${index}: db "line ${index}", 10, 0`;
    case 1:
      return `tab${index}: dd ${Array.from({ length: 6 }, () => random.below(1 << 30)).join(", ")}`;
    case 2:
      return `ptr${index}: dq ${labels.any()}, ${hex(random.next())}`;
    case 3:
      return `    dw ${random.below(65536)}, ${random.below(65536)} ; pair`;
    default:
      return `buf${index}: times ${1 + random.below(16)} db 0`;
  }
}

/** A label for a jump that may be short: the next in front, or anywhere behind. What has another size in NASM's first pass
 * (a long jump forward without `near`, `[rel x]` with an `x` to come) moves everything behind it in the second one, and then
 * each pass settles only the next kilobyte or so: 200,000 lines take 25 to 130 passes, which measures that and nothing else
 * (`cascade` does). */
const jumpTarget = (random, next) => `block${random.below(3) ? next : Math.max(0, next - 1 - random.below(100))}`;

/** A label for what has one size wherever it is. */
const anyTarget = (random, block, labelCount) =>
  `block${Math.min(labelCount - 1, Math.max(0, random.below(8) ? block + random.below(60) - 30 : random.below(labelCount)))}`;

/** Lines with numbers so large that hardly any two are the same. */
function distinctLine(random, labels) {
  switch (random.below(8)) {
    case 0:
      return `mov ${random.pick(R32)}, ${random.next()}`;
    case 1:
      return `${random.pick(ALU)} ${random.pick(R64)}, ${random.below(1 << 30)}`;
    case 2:
      return `lea ${random.pick(R64)}, [${random.pick(R64)}+${random.pick(R64)}*4+${hex(random.below(1 << 30))}]`;
    case 3:
      return `mov [${random.pick(R64)}-${random.below(1 << 28)}], ${random.pick(R64)}`;
    case 4:
      return `mov dword [${random.pick(R64)}+${random.below(1000)}], ${random.below(1 << 30)} ; kept`;
    case 5:
      return `${random.pick(SSE.slice(0, 7))} xmm${random.below(16)}, [rsp+${16 * random.below(1 << 20)}]`;
    case 6:
      return `cmp word [${random.pick(R64)}+${random.below(1 << 20)}], ${random.below(30000)}`;
    default:
      return random.below(2) ? jump(random, labels) : `movzx eax, byte [rdi+${random.below(1 << 29)}]`;
  }
}

/** A label every so many lines. */
const LABEL_LINES = 8;

/** A program of about `lines` lines for elf64. `kinds`: how many different instruction lines there may be (0 = no bound), or
 * "distinct": hardly two are equal. */
export function program(lines, { seed = 1, kinds = 0 } = {}) {
  const random = createRandom(seed);
  const labelCount = Math.max(1, Math.floor(lines / LABEL_LINES));
  let block = 0;
  const labels = {
    jump: () => jumpTarget(random, Math.min(block, labelCount - 1)),
    any: () => anyTarget(random, block, labelCount),
    behind: () => `block${Math.max(0, block - 1 - random.below(100))}`,
  };
  const first = () => "block0";
  const pool = Array.from(
    { length: Number(kinds) || 0 },
    () => `    ${instruction(random, { jump: first, any: first, behind: first })}`,
  );
  const line = () => {
    if (kinds === "distinct") return `    ${distinctLine(random, labels)}`;
    return kinds ? random.pick(pool) : `    ${instruction(random, labels)}`;
  };
  const out = [
    "; made by bench/asm-sources.mjs",
    "%define FRAME 64",
    "%macro enter_frame 1",
    "    push rbp",
    "    mov rbp, rsp",
    "    sub rsp, %1",
    "%endmacro",
    "section .text",
    "global _start",
    "_start:",
  ];
  while (out.length < lines) {
    if (out.length - 10 >= block * LABEL_LINES && block < labelCount) out.push(`block${block++}:`);
    const dice = random.below(64);
    if (dice === 0) out.push("    enter_frame FRAME");
    else if (dice === 1) out.push("");
    else if (dice < 4) out.push(`    ; what follows is step ${random.below(50)}`);
    else if (dice < 8)
      out.push(
        "section .data",
        pool.length > 0 ? "    dd 1, 2, 3, 4" : data(random, out.length, labels),
        "section .text",
      );
    else out.push(line());
  }
  while (block < labelCount) out.push(`block${block++}:`);
  return `${out.join("\n")}\n`;
}

/** `count` calls of a few macros, with parameters, defaults, local labels and conditions. */
export function macroCalls(count, { seed = 2 } = {}) {
  const random = createRandom(seed);
  const out = [
    "%define TWICE(x) ((x)*2)",
    "%macro store 2",
    "    mov dword [rbp-%1], %2",
    "%endmacro",
    "%macro clamp 2-3 255",
    "    cmp %1, %2",
    "    jb %%low",
    "    mov %1, %3",
    "%%low:",
    "%endmacro",
    "%macro choose 1",
    "%if %1 & 1",
    "    inc eax",
    "%else",
    "    dec eax",
    "%endif",
    "%endmacro",
    "section .text",
  ];
  for (let k = 0; k < count; k++) {
    const dice = random.below(4);
    if (dice === 0) out.push(`    store ${4 * random.below(30)}, ${random.below(1000)}`);
    else if (dice === 1) out.push(`    clamp ${random.pick(R32)}, ${random.below(128)}`);
    else if (dice === 2) out.push(`    choose ${random.below(100)}`);
    else out.push(`    add ${random.pick(R32)}, TWICE(${random.below(1000)})`);
  }
  return `${out.join("\n")}\n`;
}

/** `lines` lines, nearly all of which name constants: single-line macros, `equ`, fields of a structure. */
export function constants(lines, { seed = 5 } = {}) {
  const random = createRandom(seed);
  const count = Math.max(1, Math.floor(lines / 40));
  const out = ["section .text"];
  for (let k = 0; k < count; k++) out.push(`%define SIZE_${k} ${random.below(100000)}`);
  for (let k = 0; k < count; k++) out.push(`value_${k} equ ${random.below(100000)}`);
  out.push("struc point", ".x: resd 1", ".y: resd 1", ".z: resq 1", "endstruc");
  const size = () => `SIZE_${random.below(count)}`;
  const value = () => `value_${random.below(count)}`;
  const forms = [
    () => `mov ${random.pick(R32)}, ${size()}`,
    () => `add ${random.pick(R64)}, ${value()}`,
    () => `mov eax, [${random.pick(R64)}+point.y]`,
    () => `mov rcx, [${random.pick(R64)}+point.z+${size()}]`,
    () => `cmp ${random.pick(R64)}, ${value()}+${size()}*2`,
    () => `mov dword [${random.pick(R64)}+point_size*2+${random.below(100)}], ${value()}`,
  ];
  while (out.length < lines) out.push(`    ${random.pick(forms)()}`);
  return `${out.join("\n")}\n`;
}

/** `count` jumps forward, each of which turns long only after the one behind it has: NASM needs a pass for each. */
export function cascade(count) {
  const out = ["section .text"];
  const distance = 30;
  for (let k = 0; k < count; k++) {
    out.push(`l${k}: jz l${k + distance}`, "    dw 0");
    if (k === count - 1) for (let rest = 0; rest < distance; rest++) out.push(`l${count + rest}: dd 0, 0, 0, 0`);
  }
  return `${out.join("\n")}\n`;
}

const VECTOR_PRELUDE = [
  "; made by bench/asm-sources.mjs",
  "default rel",
  "%macro use_set 3",
  "  %define set_name %1",
  "  %assign width %2",
  ...Array.from({ length: 16 }, (_, k) => `  %xdefine v${k} %3 %+ ${k}`),
  "%endmacro",
  "%macro pad_to 1",
  "  %assign %%gap (%1 - (($ - $$) & (%1 - 1))) & (%1 - 1)",
  "  %if %%gap",
  "    times %%gap nop",
  "  %endif",
  "%endmacro",
  "%macro open_function 2",
  "  pad_to 16",
  "  %xdefine current %1 %+ _ %+ set_name",
  "  global current",
  "current:",
  "  %assign saved 0",
  "  %if %2 > 8",
  "    push rbx",
  "    %assign saved 1",
  "  %endif",
  "%endmacro",
  "%macro close_function 0",
  "  %if saved",
  "    pop rbx",
  "  %endif",
  "  %if width == 32",
  "    vzeroupper",
  "  %endif",
  "  ret",
  "%endmacro",
  "%macro op 3-4",
  "  %if width == 32 && %0 == 4",
  "    v%1 %2, %3, %4",
  "  %elif width == 32",
  "    v%1 %2, %2, %3",
  "  %elif %0 == 4",
  "    %ifnidn %2, %3",
  "      movdqa %2, %3",
  "    %endif",
  "    %1 %2, %4",
  "  %else",
  "    %1 %2, %3",
  "  %endif",
  "%endmacro",
  "%macro load 2",
  "  %ifid %2",
  "    %if width == 32",
  "      vmovdqa %1, [%2]",
  "    %else",
  "      movdqa %1, [%2]",
  "    %endif",
  "  %else",
  "    %if width == 32",
  "      vmovdqu %1, [rsi+%2*width]",
  "    %else",
  "      movdqu %1, [rsi+%2*width]",
  "    %endif",
  "  %endif",
  "%endmacro",
  "section .rodata align=32",
  "factors: times 32 db 3",
  "section .text",
  "%macro library 0",
];

/** `count` functions in the manner of vector libraries: every instruction is a macro that asks for the width in force, functions
 * begin where the preprocessor itself counts (`$-$$`), and each set of instructions has all of them again. */
export function vectorLibrary(count, { seed = 4 } = {}) {
  const random = createRandom(seed);
  const out = [...VECTOR_PRELUDE];
  const names = ["paddw", "psubw", "pmullw", "pmaddwd", "paddd", "pxor", "pand", "pmaxsw", "packssdw", "punpcklbw"];
  const register = () => `v${random.below(16)}`;
  for (let k = 0; k < count; k++) {
    out.push(`open_function part${k}, ${random.below(12)}`, `  load ${register()}, ${random.below(8)}`);
    if (random.below(2)) out.push(`  load ${register()}, factors`);
    const loop = random.below(2) === 0;
    if (loop) out.push("  mov ecx, 8", ".again:");
    for (let line = 4 + random.below(8); line > 0; line--) {
      const more = random.below(2) ? `, ${register()}` : "";
      out.push(`  op ${random.pick(names)}, ${register()}, ${register()}${more}`);
    }
    if (loop) out.push("  dec ecx", "  jg .again");
    out.push("close_function");
  }
  out.push("%endmacro", "use_set sse2, 16, xmm", "library", "use_set avx2, 32, ymm", "library");
  return `${out.join("\n")}\n`;
}
