// How many bytes the CPU fetches of an instruction before it judges it. Bytes that are no instruction have an extent all the
// same: ModRM, displacement and immediate are looked for by the opcode alone, and what is missing of them is a page fault
// before it is an invalid opcode. Made from the opcode maps (SDM Vol. 2D, appendix A) and laid beside a CPU.

type Bits = 16 | 32 | 64;

/** Longest instruction there is; what would be longer is a general protection fault. */
const MAX_BYTES = 15;

/** Opcodes of ranges "12 30-37 …", in hexadecimal. */
function opcodes(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (const range of text.split(" ")) {
    const [first, last = first] = range.split("-").map((digits) => Number.parseInt(digits, 16));
    for (let opcode = first!; opcode <= last!; opcode++) found.add(opcode);
  }
  return found;
}

/** What follows the opcodes of a map; an opcode that has nothing here is judged as soon as it is seen. */
interface OpcodeMap {
  readonly modRm: ReadonlySet<number>;
  /** Immediates: one byte; the operand size but at most four bytes. */
  readonly byte: ReadonlySet<number>;
  readonly operand: ReadonlySet<number>;
}

const NOTHING: ReadonlySet<number> = new Set();
const ALL = opcodes("00-ff");

const ONE_BYTE: OpcodeMap = {
  modRm: opcodes(
    "00-03 08-0b 10-13 18-1b 20-23 28-2b 30-33 38-3b 62-63 69 6b 80-8f c0-c1 c4-c7 d0-d3 d8-df f6-f7 fe-ff",
  ),
  byte: opcodes("04 0c 14 1c 24 2c 34 3c 6a-6b 70-80 82-83 a8 b0-b7 c0-c1 c6 cd d4-d5 e0-e7 eb"),
  operand: opcodes("05 0d 15 1d 25 2d 35 3d 68-69 81 a9 c7 e8-e9"),
};
const TWO_BYTE: OpcodeMap = {
  modRm: opcodes("00-03 0d 0f-23 28-2f 40-76 78-79 7c-7f 90-9f a3-a5 ab-c7 d0-ff"),
  byte: opcodes("0f 70-73 a4 ac ba c2 c4-c6"),
  operand: opcodes("80-8f"),
};
/** Behind VEX and EVEX the same, without 3DNow!; even the offsets of jumps are looked for. */
const VECTOR_1: OpcodeMap = { ...TWO_BYTE, byte: opcodes("70-73 a4 ac ba c2 c4-c6") };
const MAP_38: OpcodeMap = { modRm: ALL, byte: NOTHING, operand: NOTHING };
const MAP_3A: OpcodeMap = { modRm: ALL, byte: ALL, operand: NOTHING };

interface Prefixes {
  readonly at: number;
  readonly operandBits: 16 | 32 | 64;
  readonly addressBits: Bits;
  readonly rex: number;
}

function prefixesOf(bytes: Uint8Array, bits: 32 | 64): Prefixes {
  let [at, rex, narrow, otherAddress] = [0, 0, false, false];
  for (; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (bits === 64 && (byte & 0xf0) === 0x40) {
      rex = byte;
      continue;
    }
    if (byte === 0x66) narrow = true;
    else if (byte === 0x67) otherAddress = true;
    else if (!/^(26|2e|36|3e|64|65|f0|f2|f3)$/.test(byte.toString(16))) break;
    rex = 0;
  }
  const addressBits = otherAddress ? (bits === 64 ? 32 : 16) : bits;
  return { at, rex, operandBits: rex & 8 ? 64 : narrow ? 16 : 32, addressBits };
}

/** Bytes of ModRM, SIB and displacement at `at`; what cannot be seen is counted as far as it is certain. */
function modRmBytes(bytes: Uint8Array, at: number, addressBits: Bits): number {
  const modRm = bytes[at];
  if (modRm === undefined) return 1;
  const [mod, rm] = [modRm >> 6, modRm & 7];
  if (mod === 3) return 1;
  if (addressBits === 16) return 1 + (mod === 0 ? (rm === 6 ? 2 : 0) : mod);
  const sib = rm === 4 ? 1 : 0;
  const base = sib ? (bytes[at + 1] ?? 0) & 7 : rm;
  const displacement = mod === 1 ? 1 : mod === 2 || base === 5 ? 4 : 0;
  return 1 + sib + displacement;
}

/** Where the opcode is looked up, and where it stands. */
interface Place {
  readonly map: OpcodeMap;
  readonly at: number;
}

/** Maps that no instruction is in have ModRM and nothing else. */
function vectorPlace(bytes: Uint8Array, at: number): Place {
  const first = bytes[at];
  if (first === 0xc5) return { map: VECTOR_1, at: at + 2 };
  const number = (bytes[at + 1] ?? 0) & (first === 0x62 ? 7 : 0x1f);
  const map = first === 0x8f ? MAP_38 : number === 1 ? VECTOR_1 : number === 3 ? MAP_3A : MAP_38;
  return { map, at: at + (first === 0x62 ? 4 : 3) };
}

/** Behind REX the bytes of VEX are what they were before there was VEX, and that is no instruction. */
function isVector(bytes: Uint8Array, { at, rex }: Prefixes, bits: 32 | 64): boolean {
  const [first, next = 0] = [bytes[at], bytes[at + 1]];
  if (rex !== 0) return false;
  if (first === 0x8f) return (next & 0x1f) >= 8;
  return (first === 0xc4 || first === 0xc5 || first === 0x62) && (bits === 64 || next >= 0xc0);
}

function placeOf(bytes: Uint8Array, prefixes: Prefixes, bits: 32 | 64): Place {
  const { at } = prefixes;
  if (isVector(bytes, prefixes, bits)) return vectorPlace(bytes, at);
  if (bytes[at] !== 0x0f) return { map: ONE_BYTE, at };
  const second = bytes[at + 1];
  if (second === 0x38) return { map: MAP_38, at: at + 2 };
  if (second === 0x3a) return { map: MAP_3A, at: at + 2 };
  return { map: TWO_BYTE, at: at + 1 };
}

/** Moves between general and control registers name registers, whatever mod says. */
const isRegisterMove = (map: OpcodeMap, opcode: number): boolean =>
  (map === TWO_BYTE || map === VECTOR_1) && opcode >= 0x20 && opcode <= 0x23;

/** Near branches have four bytes in 64-bit mode, with 66h too. */
const isNearBranch = (map: OpcodeMap, opcode: number): boolean =>
  map === ONE_BYTE ? opcode === 0xe8 || opcode === 0xe9 : opcode >= 0x80 && opcode <= 0x8f;

/** Immediates that follow no general rule: mov with 64 bits, absolute addresses, far pointers, enter, ret, test. */
function oddImmediate(opcode: number, reg: number, { operandBits, addressBits }: Prefixes): number {
  const operand = Math.min(operandBits, 32) / 8;
  if (opcode >= 0xb8 && opcode <= 0xbf) return operandBits / 8;
  if (opcode >= 0xa0 && opcode <= 0xa3) return addressBits / 8;
  if (opcode === 0x9a || opcode === 0xea) return operand + 2;
  if (opcode === 0xc2 || opcode === 0xca) return 2;
  if (opcode === 0xc8) return 3;
  if (opcode === 0xf6) return reg < 2 ? 1 : 0;
  return opcode === 0xf7 && reg < 2 ? operand : 0;
}

/**
 * Bytes the CPU asks for before it judges the instruction at the start of `bytes`: more than there are when it is not whole.
 * @param bytes as many as can be fetched, at most 15 count
 */
function extentOf(bytes: Uint8Array, bits: 32 | 64): number {
  const prefixes = prefixesOf(bytes, bits);
  const { map, at } = placeOf(bytes, prefixes, bits);
  const opcode = bytes[at];
  if (opcode === undefined) return at + 1;
  let end = at + 1;
  if (isRegisterMove(map, opcode)) end += 1;
  else if (map.modRm.has(opcode)) end += modRmBytes(bytes, end, prefixes.addressBits);
  if (map.byte.has(opcode)) end += 1;
  const isLong = bits === 64 && isNearBranch(map, opcode);
  if (map.operand.has(opcode)) end += isLong ? 4 : Math.min(prefixes.operandBits, 32) / 8;
  if (map === ONE_BYTE) end += oddImmediate(opcode, ((bytes[at + 1] ?? 0) >> 3) & 7, prefixes);
  return end;
}

/**
 * Why bytes that `decode` makes nothing of are no instruction: "short" when the CPU wants to see more of them first, "long"
 * when it would have more than 15 (a general protection fault), else "invalid".
 */
export function judgeBytes(bytes: Uint8Array, bits: 32 | 64): "short" | "long" | "invalid" {
  const seen = bytes.subarray(0, MAX_BYTES);
  const extent = extentOf(seen, bits);
  if (extent > MAX_BYTES) return seen.length < MAX_BYTES ? "short" : "long";
  return extent > seen.length ? "short" : "invalid";
}
