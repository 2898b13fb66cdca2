// Sources that nasm and we are compared on: written ones, each for one rule, and made ones from a seeded generator.
// Used by record.mjs, which runs the real nasm, and read back from the golden file by the tests.

import { flats } from "./probe-flat.mjs";
import { mistakes } from "./probe-mistakes.mjs";
import { sizes } from "./probe-sizes.mjs";

/** [format, source] */
const written = [
  // Labels.
  [
    "elf64",
    "global a\na: nop\n.x: jmp .x\nb:\n.x: jmp a.x\n..@y: jmp ..@y\n$mov: nop\nmov: nop\n c equ 5\n mov eax,c\n",
  ],
  ["elf64", "nop\n.a: nop\nfirst: jmp .a\n.a: nop\n"],
  ["elf64", "a:\na:\n nop\n"],
  ["elf64", "a: nop\na: nop\n"],
  ["elf64", "foo\nbar baz\n"],
  ["elf64", "lbl dd 5\nlbl2 equ 7\nequ 8\nx equ\ny equ 1,2\nz equ eax\n"],
  // Passes: jumps grow until labels stand.
  ["elf64", `${"jmp last\n".repeat(70)}last: nop\n`],
  ["elf32", ` jmp x\n times 126 nop\nx: jmp y\n times 127 nop\ny:\n`],
  ["bin", `bits 64\nstart: times 130 nop\n jz start\n loop start\n`],
  ["elf64", "a equ b+1\nb equ c+1\nc equ 5\n dd a,b,c\n"],
  // Sections and their attributes.
  ["elf64", "nop\nsection foo\n db 1\n"],
  ...[
    "byte",
    "align=16 foo=1",
    "merge strings",
    "merge",
    "strings",
    "pointer",
    "nobits=1",
    "align",
    "align=3",
    "noalloc exec write",
    "init_array",
    "tls",
    ...["align = 4", "align =4", "align= 4", "align 4", "align=0 dword", "align=2 dword", "dword align=16 align=4"],
    ...["byte = 3", "= 5", "word*3", "word * 3", "merge byte*2", "merge strings word", "pointer*2", "zword*2"],
    ...["b", "t", "x", "wo", "wo*2", "w*2", "3*2", "foo*2", "word*", "word*010", "word*0x10", "W", "word dword"],
  ].map((attributes) => ["elf64", `section .foo ${attributes}\n resb 1\nsection .foo\n`]),
  ["elf32", "section .text exec nowrite\n nop\nsection .text write\nsection .data align=8\nsection .data align=32\n"],
  ["elf64", "section .bss\ndb 5\n mov eax,foo\nfoo:\nsection .text\nresb 3\n"],
  ["elf64", "section .shstrtab\n"],
  ["elf64", "section .tdata\nx: dd 5\nsection .tbss\nglobal y\ny: resd 1\n"],
  // Symbols.
  ["elf64", "extern e\nextern unused\nrequired r\ncommon cc 4:8\nstatic sta\nglobal undef\nsta: call e\n"],
  ...[
    "function",
    "weak",
    "object hidden",
    "data 5",
    "function (.e-foo)",
    "function x-foo hidden",
    "ifunc",
    "function foo",
  ].map((special) => ["elf64", `global foo:${special}\nfoo: nop\n.e:\nx: nop\n`]),
  ["elf64", "extern a\nglobal a\na: nop\n"],
  ["elf64", "static a\nglobal a\na: nop\n"],
  ["elf64", "common a\ncommon b x\ncommon c 4:3\nglobal 5\nextern q r\n"],
  ["bin", "extern e\n call e\ncommon c 4\n"],
  // Relocations.
  ...[
    "call x wrt ..plt",
    "mov rax,[rel x wrt ..got]",
    "dq x wrt ..gotoff",
    "dd x wrt ..gotoff",
    "mov rax,[rel x wrt ..gottpoff]",
    "dw x",
    "mov al,x",
    "mov rax,[x]",
    "push x",
    "dd x-$",
    "mov eax,x-$",
    "dd seg x",
    "dd x wrt y",
    "dd local wrt ..sym",
    "dq glob+3 wrt ..sym",
    "dd x wrt ..plt",
    "lea rax,[x+rbx]",
    "jmp short x",
    "call local wrt ..plt",
    "mov rax, local*2",
    "dd local*2",
  ].flatMap((line) =>
    ["elf64", "elf32"].map((format) => [
      format,
      `extern x\nglobal glob\nsection .data\ny: dd 0\nsection .text\n${format === "elf32" ? line.replace(/\brax\b/g, "eax").replace("[rel ", "[") : line}\nlocal: nop\nglob: nop\n`,
    ]),
  ),
  // Data.
  ["bin", " db 2 dup (1,2), 3 dup 5, %(1,2,word(3,4)), dword 5\n db 2 dup (1, 2 dup (3,?))\n dw 'abc', word 'a'\n"],
  [
    "bin",
    " dd 1.5,-2.5,1e40,1e-40,0x1.8p3,__?nan?__,-__?Infinity?__\n dq 0.1\n dt 12345p, 1.0\n do 1.5\n dw 1.5\n db 1.5\n",
  ],
  ["bin", " dd 16777217.0,16777219.0,0x1.000003p0\n db 248.0,0.5\nfloat zero\n dd 1.5,0.5\nfloat up\n dd 0.1\n"],
  ["bin", " dd 5 5 5\n"],
  [
    "bin",
    " db 5 5\n db __?utf16?__('ab'),`\\u20ac\\x41\\0`\n dd __?ilog2e?__ 8, 1 <=> 2, 2 <=> 1, 1 ? 2 : 3, 7 // -2, -8 >> 1, -8 >>> 1, 1 << 65\n",
  ],
  ["bin", " db 300,-129,'abc'\n dw 70000\n dd 'abcdefghi'+0\n dt 5\n db\n"],
  // Directives.
  ...[
    "[bits 48]",
    "[bits 32",
    "[foo]",
    "[]",
    "[default foo]",
    "[cpu foo]",
    "[float foo]",
    "[absolute eax]",
    "[list x]",
    "[osabi x]",
    "[global]",
    "sectalign 3",
    "default rel\n mov eax,[5]",
    "absolute 5\nx: resb 3\ny:\n dd y",
    "cpu 386\n cmovz eax,ebx",
    "[warning push]\n[warning -all]\n db 300\n[warning pop]\n db 300\n[warning pop]",
  ].map((line) => ["elf64", `${line}\n nop\n`]),
  ["bin", "org 0x100\n mov ax,x\nx: dw x\nsection .data\n dw x\ny: dd y\nsection .bss\nz: resb 4\n"],
  [
    "bin",
    "section .a start=0x20\n db 1\nsection .b follows=.a vstart=0x1000\nv: dd v\nsection .c nobits align=8\nw: resb 1\nsection .d valign=16\n dd w, section..a.start, section..b.vstart\n",
  ],
  ["bin", "org 5\norg 6\nsection .x foo=1 align=3\n"],
  // times, struc, align.
  ["elf64", "times 3 dw 5\ntimes -1 nop\ntimes x nop\nx equ 2\n times eax nop\n"],
  [
    "elf64",
    "struc s\n.a: resd 1\n.b: resb 3\nendstruc\nv: istruc s\nat s.a, dd 5\niend\n mov eax,[rbx+s.b]\n dd s_size\nalign 16\nalign 8, db 0\n",
  ],
  // Addresses.
  ...[
    "[eax*3+ebx*2]",
    "[eax+ebx+ecx]",
    "[eax-ebx]",
    "[rax+cr0]",
    "[oword 5]",
    "[a16 rbx]",
    "[fs:rax]",
    "ds:[rax]",
    "5:[rax]",
    "[rax]]",
    "[rax",
    "foo[rax]",
    "[rel rax]",
    "[nosplit rax*2]",
    "[rbx*1+rax]",
    "[rax,rbx]",
  ].map((address) => ["elf64", ` mov eax, ${address}\nfoo:\n`]),
  ["elf64", " mov {foo} eax, 1\n mov al {k1}, 5\n vaddps zmm0{k1}{k2},zmm1,zmm2\n vaddps zmm0,zmm1,zmm2,{rn-sae}\n"],
  ["elf64", " lock nop\n rep\n lock\n rep rep movsb\n rep repne movsb\n bnd jmp $\n a32 a64 nop\n"],
  // Macros in messages.
  ["elf64", "%macro inner 1\n db 300\n mov eax, %1\n%endmacro\n%macro outer 0\n nop\n inner rbx\n%endmacro\nouter\n"],
  ["elf64", "%macro m 0\nlab:\n nop\n%endmacro\nm\nm\n"],
  // The cpu directive: levels, encodings, and the macros that an error stands in.
  ...[
    "386\n rdtsc",
    "-386\n rdtsc",
    "no386\n rdtsc",
    "sandybridge\n vaddps xmm1,xmm2,xmm3\n vpaddd ymm1,ymm2,ymm3",
  ].map((rest) => ["elf64", `cpu ${rest}\n`]),
  ...["any", "default", "latevex", "noevex", "novex", "latevex\ncpu default", "noevex\ncpu 386", "hle"].map((cpu) => [
    "elf64",
    `cpu ${cpu}\n vpmadd52luq xmm1,xmm2,xmm3\n vaddps xmm1,xmm2,xmm3\n vaddps xmm16,xmm2,xmm3\n`,
  ]),
  [
    "elf64",
    "%macro a 1\n cpu %1\n bits %1\n mov eax,%1+foo\n%endmacro\n%macro b 1.nolist\n a %1\n%endmacro\n a foo\n b bar\n",
  ],
  // Counts and sizes.
  ["bin", " db 5\n times 0x200000000 nop\n times 0x100000002 db 1\n nop\n"],
  ["bin", " db ?,?\n db 3 dup (?)\n db 3 dup (?,?)\n db 3 dup (1,?)\n db 2 dup dword (?,word ?)\n times 3 db ?\n"],
  ["bin", "and byte [0],-256\nand byte [0],-257\nmov cl,-256\nand word [0],-65536\nimul ax,bx,-65536\nret -70000\n"],
  // Decorators and sets of registers.
  ...[
    "vaddps zmm0,zmm1,zmm2{1to16}",
    "vaddps zmm0,zmm1{1to16},zmm2",
    "mov eax,ebx{1to4}",
    "v4dpwssd zmm10+1,zmm11+3,[rax]",
    "v4dpwssd zmm10,zmm11+4,[rax]",
    "v4dpwssd zmm10,zmm11+3,[rax]",
    "mov eax,ebx+4",
    "vaddps zmm0,zmm1,zmm2,{sae}",
    "{5117",
    "{foo}",
    "mov eax,{a b}",
    "mov eax,{}",
  ].map((line) => ["elf64", ` ${line}\n mov eax,foo\n`]),
  ["elf64", " kandn byte k0,k0,k0\n kmov dword k1,k2\n kmov k1,word k2\n kunpck word k1,k2,k3\n ktest qword k1,k2\n"],
  // Addresses that are none: distances to numbers, registers of another mode.
  ["elf32", "jmp 0\n call 5\n jc short 9\n dd 5-$\nfoo: nop\n"],
  ["elf32", " add [rdx+28],r15d\n vgatherqps xmm1,[xmm0+rsi],xmm2\n mov eax,[rbx]\n"],
  // What the file ends with holds from its beginning in the passes behind the first.
  [
    "elf64",
    "mov rax,[x]\n mov rbx,[fs:x]\n jmp b\n times 200 nop\nb: lea rsi,[x]\ndefault rel\n mov rcx,[x]\nx: dq 0\n",
  ],
  ["elf64", "default rel\n mov rax,[x]\ndefault abs\n mov rcx,[x]\nx: dq 0\n"],
  ["bin", "bits 64\nl: jmp m\ndefault bnd\nm: jmp l\n call l\n"],
  ["elf64", "default rel\n lea rsi,foo\n lea rsi,[foo]\nfoo:\n mov bl,[qword es:foo]\n mov bl,[qword es:5]\n"],
  // Strings behind strings, functions without strings.
  ["bin", "db 'a''t',13\ndb 'a' 'b'\ndb 'You''t',13,10\ndw 'a' 'x,5'\n"],
  ["bin", "db 'You haven''t !',13\n"],
  ["bin", "db __utf16__ 33\n dw __utf16__, 4\n dw __utf16__('a',1)\nmov eax,__utf16__ 5\n"],
  ["bin", "dw __?utf16be?__(`\\U0001abcd`)\n"],
  // Macros: names of macros in arguments, greedy defaults, floats pasted from parameters, environment variables.
  ["elf64", "%define label(p,s) p %+ s\nlabel_1:\n mov eax,label(%??,_1)\n mov eax,label(%?,_1)\n"],
  [
    "elf64",
    "%macro a 1-2+ x,y\n%warning %0 %1 %2\n%endm\na 1\na 1,2,3\n%macro b 0-1+ p,q,r\n%warning %0 %1\n%endm\nb\n",
  ],
  ["elf64", "%macro df 2\n dd %1e+%2\n%endm\n df 1,36\n df 1.2,5\n"],
  ["elf64", "%macro m 0\n%define x %!NO_SUCH_NAME\n%endm\n m\n nop\n db 1 x\n"],
  ["elf64", "%macro m 1\n%1: nop\n%endm\nm x\nx: nop\nm x\n"],
  // Directives.
  ["elf64", "global a:function internal\na: nop\nsegment DATA FLAT Public\n db 1\ndefault rel, 3\n"],
  ["elf32", "section .text\nglobal .data\nfill: nop\n.x: nop\n"],
  ["elf64", "x: times -1 incbin 'none'\n"],
  ["bin", "%use smartalign\nbits 16\nalignmode k7,32\nadd ax,ax\nalign 32\nadd ax,ax\nalign 16\n"],
];

/** A small seeded generator, so that the recorded sources are always the same. */
function random(seed) {
  let state = seed;
  const below = (n) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % n;
  };
  const pick = (items) => items[below(items.length)];
  return { below, pick };
}

function madeExpressions(count) {
  const { below, pick } = random(5);
  const leaves = [
    "1",
    "2",
    "0x10",
    "7fh",
    "0",
    "5",
    "'a'",
    "'ab'",
    "0b101",
    "$",
    "$$",
    "a",
    "b",
    "c",
    "e",
    "q",
    "later",
  ];
  const operators = "+ - * / // % %% << >> >>> & | ^ && || ^^ = <> < > <= >= <=>".split(" ");
  const make = (depth) => {
    const kind = below(8);
    if (depth === 0 || kind < 2) return pick(leaves);
    if (kind === 2) return `${pick(["-", "~", "!", "+"])}(${make(depth - 1)})`;
    if (kind === 3) return `(${make(depth - 1)} ? ${make(depth - 1)} : ${make(depth - 1)})`;
    return `${make(depth - 1)} ${pick(operators)} ${make(depth - 1)}`;
  };
  const uses = [
    (e) => `dq ${e}`,
    (e) => `mov rax, ${e}`,
    (e) => `mov eax,[${e}]`,
    (e) => `x1 equ ${e}\n dd x1`,
    (e) => `times (${e}) & 7 nop`,
    (e) => `%assign y ${e}\n dd y`,
    (e) => `push ${e}`,
  ];
  return Array.from({ length: count }, () => [
    pick(["elf64", "elf64", "bin"]),
    `bits 64\nsection .data\nc: db 1\nq equ 5\nsection .text\n${below(2) ? "extern e\n" : "e equ 3\n"}a: nop\nb:\n ${pick(uses)(make(3))}\nlater: nop\n`,
  ]);
}

function madePrograms(count) {
  const { below, pick } = random(31);
  const lines =
    "section .text|section .data|section .bss|section foo exec|section .data align=16|global l1|global l2:function|global l4:object (5)|extern ext1|extern ext2:weak|extern ext3|common com 8:4|static l5|bits 32|bits 64|default rel|absolute 0x100|align 8|alignb 4|l1: nop|l2:|l3: dd 5|l4: mov rax, 5|l5 db 1,2,3|l6 equ 5|l7 equ l1|l8 equ $-l1|.a: nop|..@x: nop|l9| call ext1| jmp l1| jz l2| mov rax,l3| mov rax,[l3]| mov rax,[rel l4]| dq l1| dd ext3| dq ext1 - $| jmp .a| jmp l1.a| jmp ..@x| push l6| resb 4| times 4 nop| db 'abc'| dw l1-l2| jmp $| jmp short l1| loop l1| mov byte [l3], 5| dd l7| nop| ret| foo| mov eax| rep|%if $-$$ > 2\n db 9\n%endif|%assign i l1\n".split(
      "|",
    );
  return Array.from({ length: count }, () => [
    pick(["elf64", "elf64", "elf32", "bin"]),
    `${Array.from({ length: 2 + below(9) }, () => pick(lines)).join("\n")}\n`,
  ]);
}

/** Floats of every size, notation and magnitude. */
function madeFloats(count) {
  const { below, pick } = random(7);
  const digits = (n, radix) => Array.from({ length: n }, () => below(radix).toString(radix)).join("");
  const decimal = () => `${digits(1 + below(12), 10)}.${digits(below(12), 10)}${pick(["", "e", "e-"])}`;
  const make = () => {
    const text = decimal();
    if (text.includes("e")) return `${text}${below(pick([5, 40, 330, 5000]))}`;
    return pick([
      text,
      `0x${digits(1 + below(8), 16)}.${digits(below(8), 16)}p${pick(["", "-"])}${below(pick([5, 130, 1100]))}`,
    ]);
  };
  const line = () => ` ${pick(["dd", "dq", "dt", "do", "dw", "db"])} ${pick(["", "-"])}${make()}\n`;
  return Array.from({ length: count }, () => [
    "bin",
    `${pick(["", "", "float up\n", "float zero\n", "float daz\n"])}${Array.from({ length: 10 }, line).join("")}`,
  ]);
}

/** Jumps, sizes and repetitions that depend on labels before and behind. */
function madeJumps(count) {
  const { below, pick } = random(17);
  const make = () => {
    const labels = 4 + below(8);
    const any = () => `l${below(labels)}`;
    const lines = [];
    for (let label = 0; label < labels; label++) {
      lines.push(`l${label}:`);
      const known = `l${below(label + 1)}`;
      const uses = [
        ` jmp ${any()}`,
        ` jz ${any()}`,
        ` call ${any()}`,
        ` times ${below(130)} nop`,
        ` times ${known}-l0 db 1`,
      ];
      uses.push(` align ${pick([2, 4, 16])}`, ` add ebx, ${any()}-$`, ` push ${any()}-${any()}`, ` db ${any()}-l0`);
      uses.push(` mov ecx,[ebx+${any()}-l0]`, `%if ${known} - $$ > 50\n nop\n%endif`, "%assign q ($-$$)*2\n dd q");
      for (let k = below(4); k >= 0; k--) lines.push(pick(uses));
    }
    return [pick(["elf64", "elf32", "bin"]), `bits 32\n${lines.join("\n")}\n`];
  };
  return Array.from({ length: count }, make);
}

export const probes = [
  ...written,
  ...mistakes,
  ...sizes,
  ...flats,
  ...madeExpressions(150),
  ...madePrograms(250),
  ...madeFloats(40),
  ...madeJumps(60),
];
