// Bad input for the assembler, made from a seed: noise, token soup, mutated programs, nesting, macro bombs, and the classics
// that blow up counts. Text is one character a byte.

/** Equally likely numbers below a bound (mulberry32): equal seeds give equal input. */
export interface Random {
  below(count: number): number;
  pick<T>(list: readonly T[]): T;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  const below = (count: number) => next() % count;
  return { below, pick: (list) => list[below(list.length)]! };
}

// biome-ignore format: words in rows
const WORDS = [
  "mov", "add", "jmp", "jz", "call", "lea", "vaddps", "vpgatherdd", "db", "dw", "dd", "dq", "dt", "do", "resb", "resq", "equ", "times", "incbin",
  "eax", "rbx", "r15d", "al", "ah", "sil", "xmm1", "zmm31", "k1", "cs", "st0", "cr0", "bnd1",
  "byte", "word", "dword", "qword", "oword", "short", "near", "far", "strict", "rel", "abs", "nosplit", "to", "ptr", "dup", "?", "seg", "wrt", "..plt", "..got",
  "lock", "rep", "repne", "xacquire", "bnd", "o16", "o64", "a32", "es", "{evex}", "{vex}", "{k1}", "{z}", "{1to16}", "{rn-sae}", "{sae}",
  "section", "segment", "global", "extern", "common", "static", "required", "bits", "default", "absolute", "org", "align", "alignb", "struc", "endstruc", "istruc", "iend", "at", "cpu", "float", "use64", "sectalign",
  "%define", "%idefine", "%xdefine", "%assign", "%undef", "%macro", "%rmacro", "%imacro", "%endmacro", "%rep", "%endrep", "%exitrep", "%exitmacro", "%rotate", "%if", "%ifdef", "%elif", "%else", "%endif", "%ifidn", "%ifnum", "%ifmacro", "%ifstr", "%iftoken", "%ifempty",
  "%push", "%pop", "%repl", "%error", "%warning", "%fatal", "%include", "%use", "%defstr", "%deftok", "%defalias", "%strlen", "%strcat", "%substr", "%pathsearch", "%depend", "%line", "%pragma", "%clear", "%arg", "%local", "%stacksize", "%unmacro", "%aliases",
  "%1", "%2", "%0", "%00", "%{1:-1}", "%{-1:1}", "%+1", "%-1", "%*1", "%%l", "%$x", "%$$y", "%?", "%??", "%+", "%[", "%{", "%!PATH", "%!'x'", "%str(x)", "%sel(1,2)", "%cond(1,2,3)", "%eval(1+2)", "%num(1)", "%tok('a')", "%find(a,b)", "%map(m,1)",
  "+", "-", "*", "/", "//", "%", "%%", "<<", ">>", "<<<", ">>>", "<=>", "&&", "||", "^^", "!", "~", "(", ")", "[", "]", "{", "}", ",", ":", "=", "==", "!=", "<>", "$", "$$", "\\", "#", "`", "'", "\"", ";", "@",
  "0", "1", "-1", "127", "128", "255", "256", "0x7fffffff", "0xffffffffffffffff", "1<<40", "1<<62", "0b101", "0y1", "17q", "$0ff", "0ffh", "1e400", "1.5", "0x1.8p0", "__?float64?__(1.0)", "__?Infinity?__", "__?NaN?__", "__?utf16?__", "'abcdefghij'", "`\\u263a\\xff\\`", "\"text\"",
  "a", "b", "label", ".local", "..@x", "..start", "__?FILE?__", "__?LINE?__", "__?bits?__", "ilog2e(8)",
] as const;

const noise = (random: Random): string =>
  Array.from({ length: 1 + random.below(2000) }, () => String.fromCharCode(random.below(256))).join("");

/** Lines of words in any order. */
function soup(random: Random): string {
  const lines: string[] = [];
  for (let k = 1 + random.below(60); k > 0; k--) {
    const words = Array.from({ length: 1 + random.below(10) }, () => random.pick(WORDS));
    lines.push(words.join(random.below(4) === 0 ? "" : " "));
  }
  return lines.join("\n");
}

/** A program with lines doubled, lost, swapped and cut, and bytes changed. */
function mutated(random: Random, programs: readonly string[]): string {
  const lines = random.pick(programs).split("\n");
  const other = random.pick(programs).split("\n");
  for (let k = 1 + random.below(20); k > 0; k--) {
    const at = random.below(lines.length);
    const line = lines[at]!;
    const cut = random.below(line.length + 1);
    const change = random.below(7);
    if (change === 0) lines.splice(at, random.below(4));
    else if (change === 1) lines.splice(at, 0, random.pick(other));
    else if (change === 2)
      lines[at] = line.slice(0, cut) + String.fromCharCode(random.below(256)) + line.slice(cut + 1);
    else if (change === 3) lines[at] = `${line.slice(0, cut)} ${random.pick(WORDS)} ${line.slice(cut)}`;
    else if (change === 4) lines[at] = line.slice(0, cut);
    else if (change === 5) lines.splice(at, 0, line);
    else lines[at] = line.slice(0, cut) + random.pick(WORDS) + line.slice(cut);
    if (lines.length === 0) lines.push("");
  }
  return lines.join("\n");
}

/** Something repeated or nested far too often. */
function deep(random: Random): string {
  const count = 10 ** (2 + random.below(3));
  const [open, close] = random.pick([
    ["(", ")"],
    ["[", "]"],
    ["-", ""],
    ["~!", ""],
    ["seg ", ""],
    ["1+", "1"],
    ["1?2:", "3"],
    ["%[", "]"],
    ["%{", "}"],
    ["1 dup (", ")"],
    ["__?utf16?__(", ")"],
    ["%str(", ")"],
    ["%eval(", ")"],
    ["times 2 ", ""],
    ["a:", ""],
    ["lock ", ""],
    ["{", "}"],
  ] as const);
  const before = random.pick(["mov eax, ", "db ", "x equ ", "%assign x ", "%if ", "%define x ", "times ", "resb ", ""]);
  return `${before}${open.repeat(count)}1${close.repeat(count)}\nnop`;
}

/** Macros that make more of themselves. */
function bomb(random: Random): string {
  const n = 3 + random.below(30);
  const doubling = Array.from({ length: n }, (_, k) => `%define a${k + 1} a${k} a${k}`).join("\n");
  return random.pick([
    `%define a0 nop\n${doubling}\ndb a${n}`,
    `%define a0 1,\n%define f(x) x x\n${Array.from({ length: n }, (_, k) => `%define b${k + 1}(x) b${k}(x) b${k}(x)`).join("\n")}\n%define b0(x) x\ndb b${n}(1,)`,
    "%macro m 0\nm\nm\n%endmacro\nm",
    "%rmacro m 1\nm %1+1\nm %1+2\n%endmacro\nm 1",
    "%macro m 1-*\n%rep %0\nm %{1:-1},%1\n%rotate 1\n%endrep\n%endmacro\nm 1,2,3",
    `%rep 1000000\n%rep 1000000\nnop\n%endrep\n%endrep`,
    `%assign i 0\n%rep 1000000\n%assign i i+1\n%xdefine v v,i\n%endrep`,
    `%define v 1\n%rep 40\n%xdefine v v,v\n%endrep\ndb v`,
    `%defstr s aaaaaaaa\n%rep 40\n%strcat s s,s\n%endrep\ndb s`,
    '%macro m 0\n%include "self"\n%endmacro\nm',
    "%push a\n%rep 1000000\n%push b\n%endrep",
    "%rep 100000\n%error x\n%endrep",
    "%rep 1000000\nl%%: jz l\n%endrep",
  ]);
}

const HUGE = ["1<<24", "1<<31", "1<<40", "1<<62", "-1", "0x7fffffffffffffff", "0x8000000000000000", "16777216"];

/** Counts and sizes beyond any machine. */
function huge(random: Random): string {
  const a = random.pick(HUGE);
  const b = random.pick(HUGE);
  return random.pick([
    `times ${a} db 0`,
    `times ${a} times ${b} nop`,
    `times ${a} jz x\nx:`,
    `db ${a} dup (${b} dup (0))`,
    `resb ${a}\nresq ${b}\nx: jmp x`,
    `section .bss\nresq ${a}\nl: resb ${b}\nsection .text\nmov rax, l`,
    `align ${a}\nnop\nalign ${b}`,
    `alignb ${a}\nsection .bss\nalignb ${b}`,
    `section x align=${a}\nnop`,
    `absolute ${a}\nresb ${b}\nx:\nsection .text\ndq x`,
    `%rep ${a}\ndb 1\n%endrep`,
    `%substr s 'abc' ${a},${b}\ndb s`,
    `%rotate ${a}\n%macro m 2\n%rotate ${b}\ndb %1\n%endmacro\nm 1,2`,
    `common c ${a}:${b}`,
    `org ${a}\norg ${b}\nnop`,
    `incbin "self", ${a}, ${b}`,
    `%line ${a}+${b} x\nnop 1`,
    `struc s\n.a: resb ${a}\n.b: resb ${b}\nendstruc\nx: istruc s\nat .b, db 1\niend`,
    `%macro m ${random.below(9)}-*\n%endmacro\n%rep 100\nm ${"x,".repeat(random.below(2000))}\n%endrep`,
    `x equ ${a}*${b}\ntimes x-($-$$) db 0`,
    `times ($-$$)+y db 0\ny equ $-$$`,
    `a: times b-a+1 db 0\nb: times a-b+130 db 0`,
  ]);
}

/** One source that nobody should write. `programs` are well-formed sources to spoil. */
export function badSource(random: Random, programs: readonly string[]): string {
  switch (random.below(10)) {
    case 0:
      return noise(random);
    case 1:
    case 2:
    case 3:
      return soup(random);
    case 4:
    case 5:
    case 6:
      return mutated(random, programs);
    case 7:
      return deep(random);
    case 8:
      return random.below(3) === 0 ? bomb(random) : soup(random);
    default:
      return huge(random);
  }
}
