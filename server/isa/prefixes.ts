// Prefixes of a request: which slot each takes, conflicts between them, and the bytes they become.
// Order of the bytes is NASM's: wait, repeat, lock, segment, operand size, address size.

import type { Bits, EncodeRequest, EncodeWarning } from "./insn.ts";

/** Prefix words by slot; "" = none. */
export interface Prefixes {
  wait: string;
  repeat: string;
  lock: string;
  segment: string;
  operandSize: string;
  addressSize: string;
  /** rex, vex, vex2, vex3 or evex. */
  encoding: string;
}

type Slot = keyof Prefixes;

const slots: Readonly<Record<string, Slot>> = {
  wait: "wait",
  lock: "lock",
  rep: "repeat",
  repe: "repeat",
  repz: "repeat",
  repne: "repeat",
  repnz: "repeat",
  xacquire: "repeat",
  xrelease: "repeat",
  bnd: "repeat",
  nobnd: "repeat",
  es: "segment",
  cs: "segment",
  ss: "segment",
  ds: "segment",
  fs: "segment",
  gs: "segment",
  segr6: "segment",
  segr7: "segment",
  o16: "operandSize",
  o32: "operandSize",
  o64: "operandSize",
  osp: "operandSize",
  a16: "addressSize",
  a32: "addressSize",
  a64: "addressSize",
  asp: "addressSize",
  rex: "encoding",
  vex: "encoding",
  vex2: "encoding",
  vex3: "encoding",
  evex: "encoding",
};

/** True when `word` (lower case) is an instruction prefix; segment registers and `{vex}`-like words count. */
export const isPrefixWord = (word: string): boolean => Object.hasOwn(slots, word);

const noPrefixes = (): Prefixes => ({
  wait: "",
  repeat: "",
  lock: "",
  segment: "",
  operandSize: "",
  addressSize: "",
  encoding: "",
});

/** Sorts a request's prefixes into slots; a segment written inside brackets takes the same slot. */
export function takePrefixes(request: EncodeRequest, warnings: EncodeWarning[]): Prefixes | string {
  const prefixes = noPrefixes();
  for (const word of request.prefixes) {
    const slot = slots[word];
    if (slot === undefined) continue;
    if (prefixes[slot] === word) {
      warnings.push({ code: "other", message: "instruction has redundant prefixes" });
    } else if (prefixes[slot] !== "") return "instruction has conflicting prefixes";
    prefixes[slot] = word;
  }
  for (const operand of request.operands) {
    if (operand.kind !== "memory" || operand.segment === undefined) continue;
    if (prefixes.segment !== "") {
      return "instruction has conflicting segment overrides";
    }
    prefixes.segment = operand.segment.name;
  }
  return prefixes;
}

const segmentBytes: Readonly<Record<string, number>> = { es: 0x26, cs: 0x2e, ss: 0x36, ds: 0x3e, fs: 0x64, gs: 0x65 };
const repeatBytes: Readonly<Record<string, number>> = {
  rep: 0xf3,
  repe: 0xf3,
  repz: 0xf3,
  xrelease: 0xf3,
  repne: 0xf2,
  repnz: 0xf2,
  xacquire: 0xf2,
  bnd: 0xf2,
};

/** 0x66 or 0 for an operand-size word in a mode. */
function operandSizeByte(word: string, bits: Bits): number {
  if (word === "o16") return bits === 16 ? 0 : 0x66;
  if (word === "o32") return bits === 16 ? 0x66 : 0;
  return word === "osp" ? 0x66 : 0;
}

/** 0x67 or 0 for an address-size word in a mode. */
function addressSizeByte(word: string, bits: Bits): number {
  if (word === "asp") return 0x67;
  return word !== "" && Number(word.slice(1)) !== bits ? 0x67 : 0;
}

/** Writes the prefix bytes into `bytes` and returns how many there are. */
export function writePrefixes(prefixes: Prefixes, bits: Bits, bytes: Uint8Array): number {
  let at = 0;
  if (prefixes.wait !== "") bytes[at++] = 0x9b;
  const repeat = repeatBytes[prefixes.repeat];
  if (repeat !== undefined) bytes[at++] = repeat;
  if (prefixes.lock !== "") bytes[at++] = 0xf0;
  const segment = segmentBytes[prefixes.segment];
  if (segment !== undefined) bytes[at++] = segment;
  if (prefixes.operandSize !== "") {
    const byte = operandSizeByte(prefixes.operandSize, bits);
    if (byte) bytes[at++] = byte;
  }
  if (prefixes.addressSize !== "") {
    const byte = addressSizeByte(prefixes.addressSize, bits);
    if (byte) bytes[at++] = byte;
  }
  return at;
}

/** What is wrong with the prefixes in this mode, in the order of their bytes. */
export function prefixErrors({ segment, addressSize }: Prefixes, bits: Bits): readonly string[] {
  const errors: string[] = [];
  if (segment === "segr6" || segment === "segr7") errors.push("segr6 and segr7 cannot be used as prefixes");
  if (addressSize === "a16" && bits === 64) errors.push("16-bit addressing is not supported in 64-bit mode");
  if (addressSize === "a64" && bits !== 64) errors.push("64-bit addressing is only supported in 64-bit mode");
  return errors.length === 0 ? NO_ERRORS : errors;
}

const NO_ERRORS: readonly string[] = [];

/** Segment overrides that do nothing in 64-bit mode. */
export function segmentWarning(prefixes: Prefixes, bits: Bits): EncodeWarning | undefined {
  if (bits !== 64 || prefixes.segment === "" || prefixes.segment === "fs" || prefixes.segment === "gs")
    return undefined;
  return {
    code: "prefix-seg",
    message: `${prefixes.segment} segment base generated, but will be ignored in 64-bit mode`,
  };
}
