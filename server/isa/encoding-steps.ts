// The encoding column of a row: from "ov 81 /0 iz" to steps the encoder runs and the decoder reads backwards.

import type { FormCode, Step, StepKind, VectorPrefix } from "./form.ts";

/** What this file gives to a form's code. */
export type EncodingCode = Pick<
  FormCode,
  | "vector"
  | "operandSizeBits"
  | "default64"
  | "addressSizeBits"
  | "mandatory"
  | "steps"
  | "jump"
  | "vsib"
  | "hints"
  | "index"
>;

const mapNumbers: Readonly<Record<string, number>> = {
  "0F": 1,
  "0F38": 2,
  "0F3A": 3,
  MAP5: 5,
  MAP6: 6,
  MAP8: 8,
  MAP9: 9,
  MAP10: 10,
};
const lengths: Readonly<Record<string, number>> = { "128": 0, L0: 0, LZ: 0, "256": 1, L1: 1, "512": 2 };
const immediates: Readonly<Record<string, StepKind>> = {
  ib: "imm8",
  ibu: "imm8-unsigned",
  ibs: "imm8-signed",
  iw: "imm16",
  id: "imm32",
  ids: "imm32-signed",
  iq: "imm64",
  iwd: "imm-mode",
};

function vectorPrefix(token: string, vvvv: number, tuple: string): VectorPrefix {
  const [kind, length, ...rest] = token.split(".") as [VectorPrefix["kind"], string, ...string[]];
  const pp = Math.max(0, ["", "66", "F3", "F2"].indexOf(rest.find((part) => /^(66|F3|F2)$/.test(part)) ?? ""));
  const map = mapNumbers[rest.find((part) => mapNumbers[part] !== undefined) ?? "0F"]!;
  const w = { W0: 0, W1: 1, WIG: -1, WW: -2 }[rest.at(-1)!] ?? -1;
  return { kind, length: lengths[length] ?? -1, pp, map, w, vvvv, tuple };
}

/** Where each Op/En letter's operand is; "+" joins letters on one operand. */
export function operandPositions(en: string): Map<string, number> {
  const positions = new Map<string, number>();
  let operand = 0;
  for (const letter of en) {
    if (letter === "+") {
      operand--;
      continue;
    }
    if (letter !== "-") positions.set(letter, operand);
    operand++;
  }
  return positions;
}

interface Reader {
  readonly positions: Map<string, number>;
  readonly steps: Step[];
  readonly hints: Set<string>;
  readonly mandatory: number[];
  /** 0 = none seen, 1 = I, 2 = J. */
  immediatesSeen: number;
  prefixesOver: boolean;
}

const step = (kind: StepKind, operand = 0, value = 0, second = -1): Step => ({ kind, operand, second, value });

const isHexDigit = (code: number): boolean => (code >= 48 && code <= 57) || (code >= 65 && code <= 70);

/** "0F", "B8+r". Regular expressions take longer to be made than short programs have use for them. */
const isByte = (token: string): boolean => isHexDigit(token.charCodeAt(0)) && isHexDigit(token.charCodeAt(1));

/** Reads a token that emits bytes. Returns false when it is none. */
function readStep(reader: Reader, token: string): boolean {
  const at = (letter: string): number => reader.positions.get(letter) ?? 0;
  const nextImmediate = (): number => at(reader.immediatesSeen++ === 0 ? "I" : "J");
  if (isByte(token) && token.length === 2) {
    const value = Number.parseInt(token, 16);
    if (!reader.prefixesOver && (value === 0x66 || value === 0xf2 || value === 0xf3)) reader.mandatory.push(value);
    else {
      reader.steps.push(step("byte", 0, value));
      reader.prefixesOver = true;
    }
    return true;
  }
  if (isByte(token) && token.endsWith("+r")) {
    reader.steps.push(step("plus-register", at("R"), Number.parseInt(token, 16)));
    reader.prefixesOver = true;
  } else if (token === "/r") reader.steps.push(step("modrm-register", at("M"), 0, at("R")));
  else if (token.length === 2 && token >= "/0" && token <= "/7")
    reader.steps.push(step("modrm-digit", at("M"), Number(token[1])));
  else if (token === "/3r0") reader.steps.push(step("modrm-fixed", at("R"), 0xc0));
  else if (token === "/is4") reader.steps.push(step("is4", at("S"), 0, reader.positions.get("I") ?? -1));
  else if (immediates[token]) reader.steps.push(step(immediates[token], nextImmediate()));
  else if (token === "moffs") reader.steps.push(step("offset", nextImmediate()));
  else if (token === "rel" || token === "rel8") reader.steps.push(step(token, nextImmediate()));
  else if (token === "seg") reader.steps.push(step("segment", at("I")));
  else if (token === "jlen") reader.steps.push(step("jump-length"));
  else return false;
  return true;
}

/** Compiles the encoding column. `en` are the Op/En letters, `tuple` the EVEX tuple type. */
export function compileEncoding(tokens: readonly string[], en: string, tuple: string): EncodingCode {
  const positions = operandPositions(en);
  const reader: Reader = {
    positions,
    steps: [],
    hints: new Set(),
    mandatory: [],
    immediatesSeen: 0,
    prefixesOver: false,
  };
  let vector: VectorPrefix | undefined;
  let operandSizeBits = 0;
  let default64 = false;
  let addressSizeBits = 0;
  let jump: EncodingCode["jump"] = "";
  let vsib: EncodingCode["vsib"] = "";
  for (const token of tokens) {
    if (token.startsWith("VEX.") || token.startsWith("EVEX.") || token.startsWith("XOP.")) {
      vector = vectorPrefix(token, positions.get("V") ?? -1, tuple);
      reader.prefixesOver = true;
    } else if (token === "REX.W") operandSizeBits = 64;
    else if (token === "d64") default64 = true;
    else if (token === "o16" || token === "o32") operandSizeBits = Number(token.slice(1));
    else if (token === "a16" || token === "a32" || token === "a64") addressSizeBits = Number(token.slice(1));
    else if (token === "jcc8") jump = "jcc";
    else if (token === "jmp8") jump = "jmp";
    else if (token.startsWith("VSIB")) vsib = token[4]!.toLowerCase() as "x" | "y" | "z";
    else if (!readStep(reader, token)) reader.hints.add(token);
  }
  return {
    vector,
    operandSizeBits,
    default64,
    addressSizeBits,
    mandatory: reader.mandatory,
    steps: reader.steps,
    jump,
    vsib,
    hints: reader.hints,
    index: positions.get("X") ?? -1,
  };
}
