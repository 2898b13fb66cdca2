// regcomp, regexec, regerror, regfree. A compiled expression is the pattern's text and its flags in a block of the heap, to
// which regex_t points: so it is there whatever is run again, and a program that forgets regfree is told of the leak.
// Source: POSIX.1-2017 regcomp; glibc's regex.h for the layout of regex_t.

import { type LibcCall, type LibcFunctions, type LibcResult, longOf } from "./call.ts";
import { findMatch } from "./expression-match.ts";
import { bytesOf, latin1 } from "./program-memory.ts";
import { FLAG, parseExpression, REGEX_ERROR, type RegularExpression } from "./regular-expression.ts";

const EXECUTION = { notAtStart: 1, notAtEnd: 2, startEnd: 4 } as const;

const MESSAGES = [
  "Success",
  "No match",
  "Invalid regular expression",
  "Invalid collation character",
  "Invalid character class name",
  "Trailing backslash",
  "Invalid back reference",
  "Unmatched [, [^, [:, [., or [=",
  "Unmatched ( or \\(",
  "Unmatched \\{",
  "Invalid content of \\{\\}",
  "Invalid range end",
  "Memory exhausted",
  "Invalid preceding regular expression",
  "Premature end of regular expression",
  "Regular expression too big",
  "Unmatched ) or \\)",
];

/** In regex_t: seven words and a word of bits; the first points to the block, the seventh counts the groups. */
const GROUPS_WORD = 6;
const WORDS = 8;
/** In front of the pattern in its block: the flags. */
const HEAD_BYTES = 4;
/** glibc gives up earlier: what it makes of a pattern must fit its sizes. */
const PATTERN_MAX = 2 ** 20;

function regcomp(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const pattern = call.program.string(call.args.pointer());
  const flags = call.args.int() & 15;
  const expression = pattern.length > PATTERN_MAX ? REGEX_ERROR.space : parseExpression(latin1(pattern), flags);
  const wordBytes = longOf(call);
  call.program.write(target, new Uint8Array(WORDS * wordBytes));
  if (typeof expression === "number") return expression;
  const block = BigInt(call.heap.allocate("regcomp", HEAD_BYTES + pattern.length + 1));
  if (block === 0n) return REGEX_ERROR.space;
  call.program.writeWord(block, HEAD_BYTES, BigInt(flags));
  call.program.write(block + BigInt(HEAD_BYTES), Uint8Array.from([...pattern, 0]));
  call.program.writeWord(target, wordBytes, block);
  call.program.writeWord(target + BigInt(GROUPS_WORD * wordBytes), wordBytes, BigInt(expression.groups));
  return 0;
}

/** What regcomp left in a regex_t; undefined when it holds none. */
function compiled(call: LibcCall, pointer: bigint): RegularExpression | undefined {
  const block = call.program.readWord(pointer, longOf(call));
  if (block === 0n) return undefined;
  const flags = Number(call.program.readWord(block, HEAD_BYTES)) & 15;
  const expression = parseExpression(latin1(call.program.string(block + BigInt(HEAD_BYTES), PATTERN_MAX)), flags);
  return typeof expression === "number" ? undefined : expression;
}

function regexec(call: LibcCall): LibcResult {
  const expression = compiled(call, call.args.pointer());
  const textAt = call.args.pointer();
  const places = call.args.unsignedLong();
  const target = call.args.pointer();
  const flags = call.args.int();
  if (expression === undefined) return REGEX_ERROR.badPattern;
  let start = 0;
  let text: Uint8Array;
  if (flags & EXECUTION.startEnd) {
    start = Number(BigInt.asIntN(32, call.program.readWord(target, 4)));
    const end = Number(BigInt.asIntN(32, call.program.readWord(target + 4n, 4)));
    if (start < 0 || end < start) return REGEX_ERROR.noMatch;
    text = call.program.read(textAt + BigInt(start), end - start);
  } else text = call.program.string(textAt);
  const found = findMatch(expression, text, {
    notAtStart: (flags & EXECUTION.notAtStart) !== 0,
    notAtEnd: (flags & EXECUTION.notAtEnd) !== 0,
  });
  if (found === "too much") return REGEX_ERROR.space;
  if (found === undefined) return REGEX_ERROR.noMatch;
  if ((expression.flags & FLAG.noSubmatches) === 0 && places > 0n) writePlaces(call, target, places, found, start);
  return 0;
}

/** regmatch_t: two ints each, -1 for groups without a part and those that there are not. */
function writePlaces(call: LibcCall, target: bigint, places: bigint, found: readonly number[], start: number): void {
  const pairs = Number(places < 65_536n ? places : 65_536n);
  const bytes = new Uint8Array(8 * pairs).fill(0xff);
  const view = new DataView(bytes.buffer);
  for (let k = 0; k < 2 * pairs && k < found.length; k++)
    if (found[k]! >= 0) view.setInt32(4 * k, found[k]! + start, true);
  call.program.write(target, bytes);
}

function regerror(call: LibcCall): LibcResult {
  const message = MESSAGES[call.args.int()] ?? "";
  call.args.pointer();
  const target = call.args.pointer();
  const size = call.args.unsignedLong();
  if (size > 0n) {
    const room = size < BigInt(message.length + 1) ? Number(size) - 1 : message.length;
    call.program.write(target, bytesOf(`${message.slice(0, room)}\0`));
  }
  return message.length + 1;
}

function regfree(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const block = call.program.readWord(target, longOf(call));
  if (block !== 0n) call.heap.release("regfree", call.program.address(block));
  call.program.writeWord(target, longOf(call), 0n);
  return undefined;
}

export const expressionFunctions = { regcomp, regexec, regerror, regfree } satisfies LibcFunctions;
