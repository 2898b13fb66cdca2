// Definedness through the x87: a register is undefined as a whole, a comparison's result in the condition codes. Takes one
// routine's name, constants and operands, and what lies in the planes before it acts.

import { STATE } from "../../cpu/state.ts";
import { FORMAT_BYTES, MEMORY_FORMATS } from "../../cpu/x87/transfer.ts";
import type { Origin } from "./origin.ts";
import type { Planes } from "./vector.ts";

/** An operand: undefined in some bit, and where it comes from. */
interface Operand {
  readonly open: boolean;
  readonly origin: Origin | undefined;
}

/** The state's planes, and the origins by offset in the state struct. */
export interface X87Scene {
  readonly planes: Planes;
  readonly originAt: (offset: number) => Origin | undefined;
  readonly noteOrigin: (offset: number, origin: Origin | undefined) => void;
  /** What the routine stores in memory. */
  readonly store: (sizeBytes: number, value: Operand) => void;
}

const DEFINED: Operand = { open: false, origin: undefined };
/** C0, C2 and C3 in the status word's upper byte. */
const CONDITION_CODES = 0x45;
const REGISTER_BYTES = 10;
/** The mask bits of the control word. */
const ALL_EXCEPTIONS = 0x3f;

const either = (one: Operand, other: Operand): Operand => (one.open ? one : other);

/** The place of ST(index), counted from the top before the routine acts. */
function placeOf({ value }: Planes, index: number): number {
  const top = (value[STATE.fsw + 1]! >> 3) & 7;
  return STATE.st + 16 * ((top + index) & 7);
}

function read({ planes, originAt }: X87Scene, index: number): Operand {
  const at = placeOf(planes, index);
  const open = planes.undef.subarray(at, at + REGISTER_BYTES).some((byte) => byte !== 0);
  return { open, origin: open ? originAt(at) : undefined };
}

/** With an unmasked exception the instruction may leave its registers as they are. */
export const mayStop = ({ value }: Planes): boolean => (value[STATE.fcw]! & ALL_EXCEPTIONS) !== ALL_EXCEPTIONS;

function write(scene: X87Scene, index: number, result: Operand): void {
  const { planes, noteOrigin } = scene;
  const at = placeOf(planes, index);
  const { open, origin } = mayStop(planes) ? either(result, read(scene, index)) : result;
  planes.undef.fill(open ? 255 : 0, at, at + REGISTER_BYTES);
  if (open) noteOrigin(at, origin);
}

function compare({ planes }: X87Scene, operand: Operand, scene: X87Scene): void {
  planes.undef[STATE.fsw + 1] = operand.open ? CONDITION_CODES : 0;
  if (operand.open) scene.noteOrigin(STATE.fsw, operand.origin);
}

type Constants = readonly number[];
type Rule = (
  scene: X87Scene,
  input: Operand,
  constants: Constants,
  condition: Operand & { readonly isTrue: boolean },
) => void;

/** ST(1) with ST(0), popped. */
const intoSecond: Rule = (scene) => write(scene, 1, either(read(scene, 0), read(scene, 1)));
const withSecond: Rule = (scene) => write(scene, 0, either(read(scene, 0), read(scene, 1)));
const twice: Rule = (scene) => write(scene, -1, read(scene, 0));

const rules: Readonly<Record<string, Rule>> = {
  fldMemory: (scene, input) => write(scene, -1, input),
  fldRegister: (scene, _input, [index]) => write(scene, -1, read(scene, index!)),
  fldConstant: (scene) => write(scene, -1, DEFINED),
  fldBytes: (scene, _input, [place, format]) => {
    const bytes = scene.planes.undef.subarray(place, place! + FORMAT_BYTES[MEMORY_FORMATS[format!]!]);
    write(scene, -1, { open: bytes.some((byte) => byte !== 0), origin: scene.originAt(place!) });
  },
  fpuBinary: (scene, input, [, dest, format, source]) =>
    write(scene, dest!, either(format! >= 0 ? input : read(scene, source!), read(scene, dest!))),
  fpuCompare: (scene, input, [format, index]) =>
    compare(scene, either(format! >= 0 ? input : read(scene, index!), read(scene, 0)), scene),
  ftst: (scene) => compare(scene, read(scene, 0), scene),
  fxam: (scene) => compare(scene, read(scene, 0), scene),
  fstRegister: (scene, _input, [index]) => write(scene, index!, read(scene, 0)),
  fstMemory: (scene, _input, [format]) => scene.store(FORMAT_BYTES[MEMORY_FORMATS[format!]!], read(scene, 0)),
  fcmov: (scene, _input, [index], condition) => {
    const moved = read(scene, index!);
    if (condition.open) write(scene, 0, either(condition, moved));
    else if (condition.isTrue) write(scene, 0, moved);
  },
  fxch: (scene, _input, [index]) => {
    const [top, other] = [read(scene, 0), read(scene, index!)];
    write(scene, 0, other);
    write(scene, index!, top);
  },
  ffree: (scene, _input, [index]) => write(scene, index!, DEFINED),
  fpatan: intoSecond,
  fyl2x: intoSecond,
  fyl2xp1: intoSecond,
  fprem: withSecond,
  fprem1: withSecond,
  fscale: withSecond,
  fptan: (scene) => write(scene, -1, DEFINED),
  fsincos: twice,
  fxtract: twice,
  fninit: ({ planes }) => {
    planes.undef.fill(0, STATE.st, STATE.st + 128);
    planes.undef[STATE.fsw + 1] = 0;
  },
};

/** Follows a routine of the x87; those that are not here leave the registers' definedness as it is. */
export function applyX87(
  scene: X87Scene,
  op: { readonly name: string; readonly constants: Constants },
  inputs: readonly (Operand & { readonly isTrue: boolean })[],
): void {
  const input = inputs[0] ?? { ...DEFINED, isTrue: false };
  rules[op.name]?.(scene, input, op.constants, input);
  dropPopped(scene, op);
}

/** Routines whose last constant says how often they pop; fstMemory has the kind of address behind it. */
const POPPING = /^(fpuBinary|fpuCompare|fcomi|fstRegister|ffree)$/;
const POPS_OF_STORE = 2;

function popsOf({ name, constants }: { readonly name: string; readonly constants: Constants }): number {
  if (name === "fstMemory") return constants[POPS_OF_STORE]!;
  if (POPPING.test(name)) return constants.at(-1)!;
  return /^(fpatan|fyl2x|fyl2xp1)$/.test(name) ? 1 : 0;
}

/** An empty register is nobody's garbage. */
function dropPopped(scene: X87Scene, op: { readonly name: string; readonly constants: Constants }): void {
  const pops = popsOf(op);
  for (let index = 0; index < pops; index++) write(scene, index, DEFINED);
}

/** EFLAGS of fcomi and its kin, from the two registers that it compares. */
export const comparedRegisters = (scene: X87Scene, [index]: Constants): Operand =>
  either(read(scene, 0), read(scene, index!));
