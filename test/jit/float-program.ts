// A program that runs floating-point instructions on pairs of special operands under several values of MXCSR, and prints
// for each instruction one number that depends on all results and on MXCSR behind them.

interface Tried {
  readonly laneBytes: 4 | 8;
  /** On ymm0 or xmm0, which it changes, and on registers 1 and 2. */
  readonly text: string;
}

/** Operands: zeros, ones, infinities, NaNs of both kinds, denormals, borders of the normal and of the integers. */
// biome-ignore format: a table
const DOUBLES: readonly bigint[] = [
  0x0n, 0x8000000000000000n, 0x3ff0000000000000n, 0xbff0000000000001n, 0x7ff0000000000000n, 0xfff0000000000000n,
  0x7ff8000000000000n, 0xfff8000000012345n, 0xfff4000000000001n, 0x1n, 0x800fffffffffffffn, 0x0010000000000000n,
  0x8010000000000001n, 0x7fefffffffffffffn, 0x3fefffffffffffffn, 0x43e0000000000000n, 0xc3e0000000000000n,
  0x41dfffffffe00000n, 0xc1e0000000000000n, 0x3fdfffffffffffffn, 0x3ff8000000000000n, 0xc004000000000000n,
  0x1ff0000000000001n, 0x36a0000000000000n, 0x380fffffffffffffn, 0x47efffffffffffffn, 0x3fd3333333333333n,
  0xc08f400000000000n,
];
// biome-ignore format: a table
const SINGLES: readonly bigint[] = [
  0x0n, 0x80000000n, 0x3f800000n, 0xbf800001n, 0x7f800000n, 0xff800000n, 0x7fc00000n, 0xffc12345n, 0xffa00001n, 0x1n,
  0x807fffffn, 0x800000n, 0x80800001n, 0x7f7fffffn, 0x3f7fffffn, 0x5f000000n, 0xdf000000n, 0x4f000000n, 0xcf000000n,
  0x3effffffn, 0x3fc00000n, 0xc0200000n, 0x1f800001n, 0x4b800001n, 0x60800001n, 0x3e99999an, 0xc47a0000n, 0x00400000n,
];
const OPERANDS = DOUBLES.length;
/** All masked; each rounding, with inexact noted and not, flushing and denormals as zeros. */
const MODES = [0x1f80, 0x1fa0, 0x3f80, 0x5fa0, 0x7f80, 0x9fe0, 0x1fc0, 0xbf80] as const;

function triedInstructions(): readonly Tried[] {
  const list: Tried[] = [];
  const add = (type: string, text: string): unknown => list.push({ laneBytes: type.endsWith("d") ? 8 : 4, text });
  for (const type of ["sd", "ss", "pd", "ps"]) {
    for (const name of ["add", "sub", "mul", "div", "min", "max", "sqrt"]) {
      add(type, `${name}${type} xmm0, xmm1`);
      if (type.startsWith("p")) add(type, `v${name}${type} ymm0, ${name === "sqrt" ? "" : "ymm0, "}ymm1`);
    }
    for (const name of ["fmadd", "fmsub", "fnmadd", "fnmsub"]) {
      for (const order of ["132", "213", "231"]) add(type, `v${name}${order}${type} xmm0, xmm1, xmm2`);
      if (type.startsWith("p")) add(type, `v${name}213${type} ymm0, ymm1, ymm2`);
    }
    if (type.startsWith("p"))
      for (const name of ["fmaddsub132", "fmsubadd231"]) add(type, `v${name}${type} ymm0, ymm1, ymm2`);
  }
  for (let k = 0; k < 32; k++)
    add(k & 1 ? "d" : "s", k & 1 ? `vcmppd ymm0, ymm0, ymm1, ${k}` : `vcmpss xmm0, xmm0, xmm1, ${k}`);
  for (let k = 0; k < 16; k++) add(k & 1 ? "s" : "d", k & 1 ? `roundps xmm0, xmm1, ${k}` : `roundsd xmm0, xmm1, ${k}`);
  for (const type of ["d", "s"]) {
    for (const name of ["comis", "ucomis"])
      add(type, `${name}${type} xmm0, xmm1\n pushfq\n pop rax\n and eax, 0x45\n movd xmm0, eax`);
    for (const name of [`cvts${type}2si`, `cvtts${type}2si`])
      for (const register of ["eax", "rax"]) add(type, `${name} ${register}, xmm1\n movq xmm0, rax`);
    for (const register of ["eax", "rax"]) add("d", `movq rax, xmm1\n cvtsi2s${type} xmm0, ${register}`);
  }
  for (const text of [
    "cvtsd2ss xmm0, xmm1",
    "cvtpd2ps xmm0, xmm1",
    "vcvtpd2ps xmm0, ymm1",
    "vcvtpd2dq xmm0, ymm1",
    "cvttpd2dq xmm0, xmm1",
  ])
    add("d", text);
  for (const text of [
    "cvtss2sd xmm0, xmm1",
    "cvtps2pd xmm0, xmm1",
    "vcvtps2pd ymm0, xmm1",
    "vcvtps2dq ymm0, ymm1",
    "cvttps2dq xmm0, xmm1",
    "vcvtdq2ps ymm0, ymm1",
    "vcvtdq2pd ymm0, xmm1",
  ])
    add("s", text);
  return list;
}

const FOLD = ["res", "res + 8", "res + 16", "res + 24"]
  .map((place) => ` xor rbx, [${place}]\n imul rbx, [factor]\n`)
  .join("");

/** Its source, and the first lines of what it runs, in the order of the numbers that it prints. */
export function floatProgram(): { readonly source: string; readonly names: readonly string[] } {
  const tried = triedInstructions();
  const calls = tried.map(({ laneBytes }, k) => ` lea r14, [t${laneBytes}]\n lea r13, [f${k}]\n call drive\n`);
  const functions = tried.map(
    ({ laneBytes, text }, k) => `f${k}:
 vmovdqu ymm0, [r14 + ${laneBytes} * r12]
 vmovdqu ymm1, [r14 + ${laneBytes} * r11]
 lea eax, [r12d + 2 * r11d]
 and eax, 15
 vmovdqu ymm2, [r14 + ${laneBytes} * rax]
 ${text}
 ret
`,
  );
  const table = (numbers: readonly bigint[]): string => [...numbers, ...numbers.slice(0, 8)].join(", ");
  const source = `default rel
global _start
section .text
_start:
${calls.join("")} mov eax, 60
 xor edi, edi
 syscall
drive: mov rbx, 0xcbf29ce484222325
 xor ebp, ebp
.mode: lea rax, [modes]
 mov eax, [rax + 4 * rbp]
 mov [mode], eax
 xor r12d, r12d
.first: xor r11d, r11d
.second: ldmxcsr [mode]
 call r13
 stmxcsr [after]
 vmovdqu [res], ymm0
${FOLD} mov eax, [after]
 xor rbx, rax
 imul rbx, [factor]
 mov rax, rbx
 shr rax, 29
 xor rbx, rax
 inc r11d
 cmp r11d, ${OPERANDS}
 jne .second
 add r12d, 3
 cmp r12d, ${OPERANDS}
 jb .first
 inc ebp
 cmp ebp, ${MODES.length}
 jne .mode
 mov ecx, 16
 lea rdi, [line]
.digit: mov rax, rbx
 shr rax, 60
 shl rbx, 4
 lea rdx, [digits]
 mov al, [rdx + rax]
 mov [rdi], al
 inc rdi
 dec ecx
 jnz .digit
 mov byte [rdi], 10
 mov eax, 1
 mov edi, 1
 lea rsi, [line]
 mov edx, 17
 syscall
 ret
${functions.join("")}section .data
factor: dq 0x100000001b3
digits: db "0123456789abcdef"
modes: dd ${MODES.join(", ")}
t8: dq ${table(DOUBLES)}
t4: dd ${table(SINGLES)}
section .bss
mode: resd 1
after: resd 1
res: resb 32
line: resb 20
`;
  return { source, names: tried.map(({ text }) => text.split("\n")[0]!) };
}
