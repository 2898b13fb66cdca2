// One sentence of what a vector instruction does, made from its title: "Add packed single" becomes "Adds packed
// single-precision floats." Hundreds of titles follow a few patterns; what follows none has a sentence of its own in the
// table. The encoding adds what the destination and a mask are about.

import type { Instruction } from "./table/instruction.ts";

/** What element words mean, as people say it. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/\bscalar single\b(?!-)/g, "the lowest single-precision float"],
  [/\bscalar double\b(?!-)/g, "the lowest double-precision float"],
  [/\bscalar half\b(?!-)/g, "the lowest half-precision float"],
  [/\bpacked single\b(?!-)/g, "packed single-precision floats"],
  [/\bpacked double\b(?!-)/g, "packed double-precision floats"],
  [/\bpacked half\b(?!-)/g, "packed half-precision floats"],
  [/\bsingles\b/g, "single-precision floats"],
  [/\bdoubles\b/g, "double-precision floats"],
];

/** What conditions of compares mean; the words behind the colon in a title. */
const CONDITIONS: Readonly<Record<string, string>> = {
  eq: "they are equal",
  lt: "the first is less",
  le: "the first is less or equal",
  unord: "one of them is no number",
  neq: "they are not equal",
  nlt: "the first is not less",
  nle: "the first is not less or equal",
  ord: "both are numbers",
  nge: "the first is not greater or equal",
  ngt: "the first is not greater",
  ge: "the first is greater or equal",
  gt: "the first is greater",
};

/** The condition of a compare in words: "eq_uq" is equal or one of them no number, and quiet. */
function conditionText(name: string): string {
  const [base = "", manner = ""] = name.split("_");
  const words = CONDITIONS[base] ?? `"${name}" holds`;
  const unordered = manner.startsWith("u") && base !== "unord" ? " or one is no number" : "";
  const signals = manner.endsWith("s") ? ", signalling for numbers that are none" : "";
  return `where ${words}${unordered}${signals}`;
}

type Maker = (match: RegExpExecArray) => string;

/** Patterns of titles, the special ones first. */
const PATTERNS: readonly (readonly [RegExp, Maker])[] = [
  [
    /^Add packed saturated (signed|unsigned) (.*)/,
    (m) => `Adds packed ${m[1]} ${m[2]}; a sum that does not fit becomes the nearest value that does`,
  ],
  [
    /^Subtract packed saturated (signed|unsigned) (.*)/,
    (m) => `Subtracts packed ${m[1]} ${m[2]}; a difference that does not fit becomes the nearest value that does`,
  ],
  [
    /^(Add|Subtract) packed signed words/,
    (m) => `${m[1]}s packed signed words; a result that does not fit becomes the nearest value that does`,
  ],
  [
    /^Add pairs of (.*)/,
    (m) => `Adds neighbouring elements of ${m[1]}, those of the first source below those of the second`,
  ],
  [/^Subtract pairs of (.*)/, (m) => `Subtracts the upper from the lower of neighbouring elements of ${m[1]}`],
  [/^Add odd and subtract even (.*)/, (m) => `Adds ${m[1]} at odd places and subtracts those at even places`],
  [
    /^Compare packed equal (.*)/,
    (m) => `Compares packed ${m[1]}; an element becomes all ones where both are equal, else 0`,
  ],
  [
    /^Compare packed greater (.*)/,
    (m) => `Compares packed signed ${m[1]}; an element becomes all ones where the first is greater, else 0`,
  ],
  [
    /^Compare (packed|scalar) (single|double|half): (false|true)/,
    (m) =>
      `Makes every element of the result ${m[3] === "true" ? "all ones, or its mask bit 1" : "0"}, whatever the ${m[2]}s are`,
  ],
  [
    /^(Add|Subtract|Multiply|Divide) (packed|scalar) (single|double|half)$/,
    (m) =>
      `${THIRD[m[1]!] ?? `${m[1]}s`} ${m[2] === "packed" ? "packed" : "the lowest"} ${m[3]}-precision floats of two sources`,
  ],
  [
    /^Compare (packed|scalar) (single|double|half): (\w+)/,
    (m) => `Compares ${m[1]} ${m[2]} and makes an element all ones, or a mask bit 1, ${conditionText(m[3]!)}; else 0`,
  ],
  [
    /^Compare into flags, (ordered|quiet), (.*)/,
    (m) =>
      `Compares ${m[2]} and sets ZF, PF and CF; ${m[1] === "quiet" ? "only signalling NaNs raise" : "any NaN raises"} the invalid exception`,
  ],
  [
    /^Compare strings(, with lengths|with lengths)?(.*), (index|mask)/,
    (m) =>
      `Compares two strings of bytes or words as the immediate says and gives ${m[3] === "index" ? "the place of a match in ECX" : "a mask of matches in XMM0"}`,
  ],
  [
    /^Compare (packed|scalar) (single|double|half)$/,
    (m) =>
      `Compares ${m[1]} ${m[2]} by the condition in the immediate; an element becomes all ones, or a mask bit 1, where it holds`,
  ],
  [
    /^Pack (\w+) to (\w+) with (\w+) saturation/,
    (m) =>
      `Narrows the ${m[1]} of both sources to ${m[3]} ${m[2]}; one that does not fit becomes the nearest value that does`,
  ],
  [/^Interleave (high|low) (.*)/, (m) => `Takes ${m[2]} from the ${m[1]} halves of both sources in turn`],
  [/^Move mask of|^Move byte mask/, () => "Collects the highest bits of all bytes in a general register"],
  [/^Move sign mask of (.*)/, (m) => `Collects the sign bits of ${m[1]} in a general register`],
  [/^Move aligned (.*)/, (m) => `Copies ${m[1]}; memory must be aligned to the operand's size`],
  [/^(?:Move|Load) unaligned (.*)/, (m) => `Copies ${m[1]}; memory need not be aligned`],
  [/^Store (.*) past the caches/, (m) => `Stores ${m[1]} without bringing the line into the caches`],
  [
    /^Load (.*) past the caches/,
    (m) => `Loads ${m[1]} without bringing the line into the caches, where memory is write-combining`,
  ],
  [
    /^Store selected bytes/,
    () => "Stores the bytes whose mask byte has its highest bit set, at [rdi], past the caches",
  ],
  [/^Move selected (.*)/, (m) => `Loads or stores those of the ${m[1]} whose mask element has its highest bit set`],
  [
    /^Move (\w+) to (\w+) with (sign|zero) extension|^Move packed (\w+) to (\w+) with (sign|zero) extension/,
    (m) =>
      `Widens ${m[1] ?? m[4]} to ${m[2] ?? m[5]}, filling with ${(m[3] ?? m[6]) === "sign" ? "the sign" : "zeros"}`,
  ],
  [/^Convert (.*) to (.*) with truncation/, (m) => `Converts ${m[1]} to ${m[2]}, cutting fractions off`],
  [
    /^Convert (.*) to (.*)/,
    (m) => `Converts ${m[1]} to ${m[2]}${/integer|words/.test(m[2]!) ? ", rounding as MXCSR says" : ""}`,
  ],
  [/^Multiply (.*), high half/, (m) => `Multiplies ${m[1]} and keeps the upper halves of the products`],
  [/^Multiply (.*), low half/, (m) => `Multiplies ${m[1]} and keeps the lower halves of the products`],
  [/^Multiply (.*) and add pairs/, (m) => `Multiplies ${m[1]} and adds neighbouring products`],
  [
    /^Multiply words, round and scale/,
    () => "Multiplies signed words and keeps bits 15 to 30 of each product, rounded",
  ],
  [/^Multiply (signed|unsigned) doublewords$/, (m) => `Multiplies the ${m[1]} doublewords at even places to quadwords`],
  [
    /^Fused (.*) of (packed|scalar) (single|double|half), order (\d)(\d)(\d)/,
    (m) =>
      `Multiplies operands ${m[4]} and ${m[5]} and ${fusedText(m[1]!)} operand ${m[6]} in ${m[2]} ${m[3]}, rounding once`,
  ],
  [
    /^Shift (left|right)( signed)? by variable counts (.*)/,
    (m) => `Shifts ${m[3]} ${m[1]}, each by its own count, filling with ${m[2] ? "the sign" : "zeros"}`,
  ],
  [
    /^Shift (left|right) by bytes/,
    (m) => `Shifts 128-bit lanes ${m[1]} by the number of bytes in the immediate, filling with zeros`,
  ],
  [
    /^Shift (left|right)( signed)? (packed .*)/,
    (m) => `Shifts ${m[3]} ${m[1]}, filling with ${m[2] ? "the sign" : "zeros"}`,
  ],
  [/^Rotate (left|right) by variable counts (.*)/, (m) => `Rotates ${m[2]} ${m[1]}, each by its own count`],
  [/^Rotate (left|right) (.*)/, (m) => `Rotates ${m[2]} ${m[1]}`],
  [
    /^Gather by (.*) indices (.*)/,
    (m) => `Loads ${m[2]} from the places that ${m[1]} indices name, where the mask says`,
  ],
  [
    /^Scatter by (.*) indices (.*)/,
    (m) => `Stores ${m[2]} to the places that ${m[1]} indices name, where the mask says`,
  ],
  [
    /^Permute from two tables, (table|index) overwritten, (.*)/,
    (m) => `Chooses ${m[2]} from two sources by index; the ${m[1]} is overwritten`,
  ],
  [/^Permute inside lanes (.*)/, (m) => `Chooses ${m[1]} inside each 128-bit lane by control bits`],
  [/^Permute 128-bit halves/, () => "Chooses 128-bit halves of two sources, or zeros, as the immediate says"],
  [/^Permute (.*)/, (m) => `Chooses ${m[1]} of the whole vector by index`],
  [/^Shuffle (.*)/, (m) => `Chooses ${m[1]} by control bits`],
  [
    /^Blend by variable mask (.*)/,
    (m) => `Takes ${m[1]} from the second source where the mask's highest bit is 1, else from the first`,
  ],
  [/^Blend by mask (.*)/, (m) => `Takes ${m[1]} from the second source where the mask bit is 1, else from the first`],
  [/^Blend (.*)/, (m) => `Takes ${m[1]} from the second source where the immediate has 1, else from the first`],
  [/^Broadcast (.*)/, (m) => `Copies ${m[1]} to all elements`],
  [/^(Insert|Extract) 128-bit half/, (m) => `${m[1]}s one of the 128-bit halves of a vector`],
  [/^Insert one of (.*)/, (m) => `Copies a vector and replaces one of its ${m[1]} by a general register's or memory's`],
  [/^Extract one of (.*)/, (m) => `Copies one of the ${m[1]} of a vector to a general register or memory`],
  [/^Insert (.*)/, (m) => `Inserts ${m[1]} at a place that the immediate names, and can zero others`],
  [/^Extract (.*)/, (m) => `Copies ${m[1]} out of a vector, at the place that the immediate names`],
  [/^Approximate reciprocal square root of (.*)/, (m) => `Approximates the reciprocal square root of ${m[1]}`],
  [/^Approximate reciprocal of (.*)/, (m) => `Approximates the reciprocal of ${m[1]}`],
  [/^Approximate (.*)/, (m) => `Approximates ${m[1]}`],
  [/^Round to fraction bits (.*)/, (m) => `Rounds ${m[1]} to the number of fraction bits in the immediate`],
  [/^Round (.*)/, (m) => `Rounds ${m[1]} to integers as the immediate says`],
  [
    /^Test class of (.*)/,
    (m) => `Sets mask bits where ${m[1]} belong to a class in the immediate: NaN, zero, infinity, denormal, negative`,
  ],
  [/^Test signs of (.*)/, (m) => `Sets ZF if the and of the sign bits of ${m[1]} is 0, CF if the and-not is`],
  [
    /^Move (doubleword|quadword)$/,
    (m) =>
      `Copies a ${m[1]} between a vector register and a general register or memory, zeroing the rest of a vector register`,
  ],
  [/^Test packed bits/, () => "Sets ZF if the and of both vectors is 0, CF if the and-not is"],
  [/^Test (.*)/, (m) => `Ands ${m[1]} and sets a mask bit for each result`],
  [/^CMPCCXADD/, () => "Compares memory with a register and adds to it when the condition holds, atomically"],
  [/^Copy signs of (.*)/, (m) => `Negates ${m[1]} where the second source is negative, and zeroes where it is 0`],
  [/^Bitwise (.*) of (.*)/, (m) => `Computes the bitwise ${m[1]} of ${m[2]}`],
  [/^Duplicate (.*)/, (m) => `Copies ${m[1]} also to their neighbours`],
  [
    /^(Sum|Sums|Multiple sums) of absolute differences/,
    () => "Adds the absolute differences of groups of unsigned bytes",
  ],
  [/^Minimum unsigned word and its place/, () => "Finds the smallest of eight unsigned words and its index"],
  [
    /^(Maximum|Minimum|Average|Absolute value|Square root|Dot product|Ternary logic|Reduction|Range restriction) of (.*)/,
    (m) => `Computes the ${m[1]!.toLowerCase()} of ${m[2]}`,
  ],
  [/^Get (.*)/, (m) => `Gives the ${m[1]}`],
  [/^Align (.*)/, () => "Joins two sources and takes a vector out from the place that the immediate names"],
  [/^AES (.*)/, (m) => `Does AES: ${m[1]}`],
  [/^SHA-(\d+) (.*)/, (m) => `Computes part of a SHA-${m[1]} hash: ${m[2]}`],
  [/^Galois field (.*)/, (m) => `Computes in the Galois field of 256 elements: ${m[1]}`],
  [/^Carry-less multiply/, () => "Multiplies quadwords as polynomials over bits"],
];

function fusedText(what: string): string {
  const negative = what.startsWith("negative") ? "negates the product and " : "";
  if (what.includes("add and subtract alternating")) return "alternately subtracts and adds";
  if (what.includes("subtract and add alternating")) return "alternately adds and subtracts";
  return `${negative}${what.includes("subtract") ? "subtracts" : "adds"}`;
}

/** Verbs whose third person is not just an s. */
const THIRD: Readonly<Record<string, string>> = {
  Multiply: "Multiplies",
  Fix: "Fixes",
  Compress: "Compresses",
  Prefetch: "Prefetches",
};

/** "Move high double" → "Moves high double". */
function plainly(title: string): string {
  const [verb = "", ...rest] = title.split(" ");
  return [THIRD[verb] ?? `${verb}s`, ...rest].join(" ");
}

/** The sentence of an instruction that has none in the table. */
function derived({ title, rows }: Instruction): string {
  let text = "";
  for (const [pattern, make] of PATTERNS) {
    const match = pattern.exec(title);
    if (match === null) continue;
    text = make(match);
    break;
  }
  text ||= plainly(title);
  for (const [pattern, words] of KINDS) text = text.replace(pattern, words);
  return `${text}.${destination(rows, title)}`;
}

/** What VEX and EVEX forms do with the rest of their destination, and a mask with what it leaves out. */
function destination(rows: readonly string[], title: string): string {
  const vector = rows.some((row) => /^(?:w|rw) [xyz]mm/.test(row) && /\b(?:VEX|EVEX|XOP)\./.test(row));
  const part = title.includes("scalar") ? "lowest 128" : "result";
  const zeroed = vector ? ` The register's bits above the ${part} become 0.` : "";
  if (rows.some((row) => /^w k\S*\{k\}/.test(row))) return `${zeroed} Mask bits that another mask leaves out become 0.`;
  if (!rows.some((row) => row.includes("{k}"))) return zeroed;
  const zeroing = rows.some((row) => row.includes("{z}")) ? ", or become 0 with {z}" : "";
  return `${zeroed} Elements that a mask leaves out keep their value${zeroing}.`;
}

/** What an instruction does, in a sentence or two. */
export const sentenceOf = (instruction: Instruction): string => instruction.brief ?? derived(instruction);
