// The Registers scope: general registers with their parts and what they point to, flags in words, segments, x87 and vector
// registers. Values come as "0x… (decimal) → where it points".

import { signExtend } from "../../server/base/int64.ts";
import { CLOBBERED, CLOBBERED64 } from "../cpu/clobbered.ts";
import { flagOf, flagRows, flagsText, outlook } from "./flags.ts";
import { binaryText, charactersText, extendedText, floatText, hexText, integerText, wideHex } from "./format.ts";
import { peekValue } from "./frames.ts";
import { labelText } from "./labels.ts";
import { pointedText, pointee } from "./pointee.ts";
import type { Scene } from "./scene.ts";
import type { NumberFormat, Variable } from "./variable.ts";

const NAMES_64 = [
  ...["rax", "rbx", "rcx", "rdx", "rsi", "rdi", "rbp", "rsp"],
  ...["r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15"],
];
const NAMES_32 = ["eax", "ebx", "ecx", "edx", "esi", "edi", "ebp", "esp"];

/** The whole scope, in the order people look for things. */
export function registersScope(scene: Scene, format: NumberFormat = "hex"): readonly Variable[] {
  const { bits } = scene.machine.image;
  const general = (bits === 32 ? NAMES_32 : NAMES_64).map((name) => generalRegister(scene, name, format));
  return [
    ...general,
    instructionPointer(scene),
    flagsVariable(scene),
    vectorRegisters(scene),
    floatingRegisters(scene),
    segmentRegisters(scene, format),
  ];
}

/** Parts of a general register, widest first: rax → eax, ax, ah, al. */
export function partsOf(name: string): readonly string[] {
  const numbered = /^r(\d+)$/.exec(name);
  if (numbered) return [`${name}d`, `${name}w`, `${name}b`];
  const word = name.slice(1);
  const bytes = word.endsWith("x") ? [`${word[0]}h`, `${word[0]}l`] : [];
  if (name.startsWith("e")) return [word, ...bytes];
  return [`e${word}`, word, ...(bytes.length > 0 ? bytes : [`${word}l`])];
}

const sizes = new Map<string, number>();

/** Size of a general register or part by its name. */
export function registerBits(name: string): number {
  let size = sizes.get(name);
  if (size === undefined) {
    size = readBits(name);
    sizes.set(name, size);
  }
  return size;
}

function readBits(name: string): number {
  if (/^(r\d+b|[abcd][lh]|..l)$/.test(name)) return 8;
  if (/^(r\d+w|[a-z][a-z])$/.test(name) && !/^r[89]$/.test(name)) return 16;
  if (/^(r\d+d|e..)$/.test(name)) return 32;
  return 64;
}

const TYPES: Readonly<Record<number, string>> = {
  8: "8-bit register",
  16: "16-bit register",
  32: "32-bit register",
  64: "64-bit register",
};

/** One general register with its parts, other notations, and what lies where it points. */
export function generalRegister(scene: Scene, name: string, format: NumberFormat): Variable {
  const sizeBits = registerBits(name);
  const value = scene.machine.state.read(name) ?? 0n;
  const points = pointee(scene, value);
  const isPlain = points === "";
  const shown = {
    name,
    value: isPlain
      ? garbageText(value, sizeBits, integerText(value, sizeBits, format))
      : `${hexText(value)} ${points} ${pointedText(scene, value)}`.trimEnd(),
    type: TYPES[sizeBits]!,
    expression: name,
    place: { kind: "register", name } as const,
    children: () => [
      ...partsOf(name).map((part) => registerPart(scene, part, format)),
      ...notations(value, sizeBits),
      ...(isPlain ? [] : pointedBytes(scene, name, Number(value))),
    ],
  };
  return isPlain ? shown : { ...shown, address: Number(value) };
}

/** A libc call has destroyed the register: its value means nothing. */
export const isDestroyed = (value: bigint, sizeBits: number): boolean =>
  value === (sizeBits === 64 ? CLOBBERED64 : CLOBBERED);

const garbageText = (value: bigint, sizeBits: number, text: string): string =>
  isDestroyed(value, sizeBits) ? "?? (destroyed by a call)" : text;

function registerPart(scene: Scene, name: string, format: NumberFormat): Variable {
  const sizeBits = registerBits(name);
  return {
    name,
    value: integerText(scene.machine.state.read(name) ?? 0n, sizeBits, format),
    type: `${sizeBits}-bit part`,
    expression: name,
    place: { kind: "register", name },
  };
}

/** The same value as signed, unsigned, binary and characters, as far as they say something new. */
function notations(value: bigint, sizeBits: number): Variable[] {
  const signed = signExtend(value, sizeBits);
  const characters = charactersText(value, sizeBits);
  return [
    { name: "signed", value: signed.toString() },
    ...(signed < 0n ? [{ name: "unsigned", value: value.toString() }] : []),
    { name: "binary", value: binaryText(value, sizeBits) },
    ...(characters === "" ? [] : [{ name: "characters", value: characters }]),
  ];
}

function pointedBytes(scene: Scene, name: string, address: number): Variable[] {
  const word = peekValue(scene.machine, address, scene.wordBytes);
  if (word === undefined) return [];
  const points = pointee(scene, word);
  return [
    {
      name: `[${name}]`,
      value: points === "" ? integerText(word, scene.wordBytes * 8) : `${hexText(word)} ${points}`,
      type: scene.wordBytes === 4 ? "dword" : "qword",
      expression: `[${name}]`,
      address,
      place: { kind: "memory", address, sizeBytes: scene.wordBytes, shape: "integer" },
    },
  ];
}

function instructionPointer(scene: Scene): Variable {
  const { machine } = scene;
  const name = machine.image.bits === 32 ? "eip" : "rip";
  const address = Number(machine.state.rip);
  const label = labelText(machine.image, address);
  return {
    name,
    value: label ? `${hexText(address)} → ${label}` : hexText(address),
    type: "address of the next instruction",
    expression: name,
    address,
    place: { kind: "register", name },
  };
}

/** What the next instruction will do because of the flags; empty when it does not look at them. */
export function nextOutlook(scene: Scene): string {
  const { machine } = scene;
  const decoded = machine.core.decodeAt(Number(machine.state.rip));
  return decoded ? outlook(decoded, machine.state) : "";
}

function flagsVariable(scene: Scene): Variable {
  const { state } = scene.machine;
  const expectation = nextOutlook(scene);
  const name = scene.machine.image.bits === 32 ? "eflags" : "rflags";
  return {
    name,
    value: expectation === "" ? flagsText(state) : `${flagsText(state)} ${expectation}`,
    type: `flags, ${hexText(state.eflags)}`,
    expression: "eflags",
    place: { kind: "register", name: "eflags" },
    children: () =>
      flagRows.map((row) => {
        const set = flagOf(state, row.name);
        return {
          name: row.name,
          value: `${set ? 1 : 0} (${set ? row.when1 : row.when0})`,
          expression: row.name.toLowerCase(),
          place: { kind: "register", name: row.name.toLowerCase() },
        };
      }),
  };
}

function segmentRegisters(scene: Scene, format: NumberFormat): Variable {
  const { state } = scene.machine;
  const names = ["cs", "ss", "ds", "es", "fs", "gs"];
  const bases = ["fs_base", "gs_base"];
  return {
    name: "segments",
    value: names.map((name) => `${name}=${hexText(state.read(name) ?? 0n)}`).join(" "),
    children: () => [
      ...names.map((name) => ({ name, value: hexText(state.read(name) ?? 0n), expression: name })),
      ...bases.map((name) => ({ name, value: integerText(state.read(name) ?? 0n, 64, format), expression: name })),
    ],
  };
}

// ---- x87 and vectors ------------------------------------------------------------------------------------------------

const TAGS = ["valid", "zero", "special", "empty"];

function floatingRegisters(scene: Scene): Variable {
  const { state } = scene.machine;
  const tags = Number(state.read("ftw") ?? 0xffffn);
  const status = Number(state.read("fsw") ?? 0n);
  const top = (status >> 11) & 7;
  const tagOf = (k: number) => (tags >> (2 * ((top + k) & 7))) & 3;
  const inUse = [0, 1, 2, 3, 4, 5, 6, 7].filter((k) => tagOf(k) !== 3).length;
  return {
    name: "x87",
    value: inUse === 0 ? "empty" : `${inUse} in use, st0 = ${extendedText(state.read("st0") ?? 0n)}`,
    children: () => [
      ...[0, 1, 2, 3, 4, 5, 6, 7].map((k) => {
        const bits = state.read(`st${k}`) ?? 0n;
        return {
          name: `st${k}`,
          value: tagOf(k) === 3 ? "empty" : extendedText(bits),
          type: `80 bits ${wideHex(bits, 80)}, ${TAGS[tagOf(k)]}`,
          expression: `st${k}`,
        };
      }),
      { name: "control", value: hexText(state.read("fcw") ?? 0n), expression: "fcw" },
      { name: "status", value: `${hexText(status)}, top = ${top}`, expression: "fsw" },
      { name: "tags", value: hexText(tags), expression: "ftw" },
    ],
  };
}

const WIDE_NAMES = Array.from({ length: 16 }, (_, k) => `ymm${k}`);

function vectorRegisters(scene: Scene): Variable {
  const { state, image } = scene.machine;
  const wide = image.bits === 32 ? WIDE_NAMES.slice(0, 8) : WIDE_NAMES;
  const values = wide.map((name) => state.read(name) ?? 0n);
  const used = values.filter((value) => value !== 0n).length;
  return {
    name: "xmm",
    value: used === 0 ? "all zero" : `${used} not zero`,
    children: () => [
      ...values.map((value, k) => vectorRegister(value, `${value >> 128n === 0n ? "xmm" : "ymm"}${k}`)),
      { name: "mxcsr", value: hexText(state.mxcsr), expression: "mxcsr", place: { kind: "register", name: "mxcsr" } },
    ],
  };
}

function lanes(value: bigint, laneBits: number, totalBits: number, text: (lane: bigint) => string): string {
  const shown: string[] = [];
  for (let k = 0; k < totalBits / laneBits; k++) {
    shown.push(text(BigInt.asUintN(laneBits, value >> BigInt(k * laneBits))));
  }
  return `{${shown.join(", ")}}`;
}

/** A register whose upper half is in use shows as ymm, else as xmm. */
function vectorRegister(value: bigint, name: string): Variable {
  const sizeBits = name.startsWith("ymm") ? 256 : 128;
  const lane = (what: string, bits: number, text: (lane: bigint) => string): Variable => ({
    name: `${sizeBits / bits} ${what}`,
    value: lanes(value, bits, sizeBits, text),
  });
  return {
    name,
    value: wideHex(value, sizeBits),
    type: `${sizeBits}-bit register, lane 0 is the low end`,
    expression: name,
    place: { kind: "register", name },
    children: () => [
      lane("floats", 32, (bits) => floatText(bits, 32)),
      lane("doubles", 64, (bits) => floatText(bits, 64)),
      lane("qwords", 64, hexText),
      lane("dwords", 32, hexText),
      lane("words", 16, hexText),
      lane("bytes", 8, hexText),
    ],
  };
}
