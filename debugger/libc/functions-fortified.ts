// The functions that gcc calls instead of printf, strcpy and the like with _FORTIFY_SOURCE: the same with one argument more,
// the room behind the target. Who writes more is stopped with glibc's message. NASM sources that a disassembler has made of
// compiled programs are full of them.
// Source: the Linux Standard Base, "Interfaces for libc"; glibc 2.36's messages.

import type { LibcName } from "../../server/facts/libc.ts";
import { wordArguments } from "./arguments.ts";
import type { LibcCall, LibcFunction, LibcFunctions, LibcResult } from "./call.ts";
import { inputFunctions } from "./functions-input.ts";
import { abortWith } from "./functions-memory.ts";
import { printInto, printTo, printToDescriptor } from "./functions-output.ts";
import { processFunctions } from "./functions-process.ts";
import { stringFunctions } from "./functions-string.ts";

const overflow = (call: LibcCall): LibcResult => abortWith(call, "*** buffer overflow detected ***: terminated");

/** printf with a flag in front of its format, which asks for checks of %n alone. */
function printChecked(call: LibcCall, list: "call" | "list"): LibcResult {
  call.args.int();
  return printTo(call, call.streams.standardOutput, list);
}

function printToFileChecked(call: LibcCall, list: "call" | "list"): LibcResult {
  const stream = call.streams.at(call.args.pointer());
  call.args.int();
  return printTo(call, stream, list);
}

/** sprintf and snprintf: the text is made for the room, and what is longer stops the program. */
function printIntoChecked(call: LibcCall, limit: "all" | "limited", list: "call" | "list"): LibcResult {
  const buffer = call.args.pointer();
  const size = limit === "limited" ? call.args.unsignedLong() : undefined;
  call.args.int();
  const room = call.args.unsignedLong();
  if (size !== undefined) {
    return size > room ? overflow(call) : printInto(call, buffer, Number(size), list);
  }
  const result = printInto(call, buffer, Number(room), list);
  return typeof result === "number" && BigInt(result) >= room ? overflow(call) : result;
}

/** Which of a function's arguments tell what it writes: a count, or the text that it copies behind what is there. */
interface Checked {
  /** Number of arguments, the room included. */
  readonly count: number;
  readonly room: number;
  readonly needs: (call: LibcCall, words: readonly bigint[]) => bigint;
  readonly run: LibcFunction["run"];
}

const length = (call: LibcCall, pointer: bigint, limit?: bigint): bigint =>
  BigInt(call.program.string(pointer, limit === undefined ? undefined : Math.min(Number(limit), 2 ** 47)).length);

const thirdWord = (_call: LibcCall, words: readonly bigint[]): bigint => words[2]!;
const textAndZero = (call: LibcCall, words: readonly bigint[]): bigint => length(call, words[1]!) + 1n;

/** Reads all arguments, compares, and has the plain function read them again without the room. */
const checked =
  ({ count, room, needs, run }: Checked) =>
  (call: LibcCall): LibcResult => {
    const words = Array.from({ length: count }, () => call.args.unsignedLong());
    if (needs(call, words) > words[room]!) return overflow(call);
    const plain = words.filter((_, k) => k !== room);
    return run({ ...call, args: wordArguments(plain, call.bits) });
  };

const block = (run: LibcFunction["run"]): LibcFunction["run"] => checked({ count: 4, room: 3, needs: thirdWord, run });
const text = (run: LibcFunction["run"]): LibcFunction["run"] => checked({ count: 3, room: 2, needs: textAndZero, run });

/** What has no check of its own here under another name. */
function readLineChecked(call: LibcCall): LibcResult {
  const buffer = call.args.pointer();
  const room = call.args.unsignedLong();
  const size = call.args.int();
  const stream = call.args.pointer();
  if (BigInt(size) > room) return overflow(call);
  const words = [buffer, BigInt.asUintN(call.bits, BigInt(size)), stream];
  return inputFunctions.fgets({ ...call, args: wordArguments(words, call.bits) });
}

function readBlocksChecked(call: LibcCall): LibcResult {
  const [data, room, size, count, stream] = Array.from({ length: 5 }, () => call.args.unsignedLong());
  if (size! * count! > room!) return overflow(call);
  return inputFunctions.fread({ ...call, args: wordArguments([data!, size!, count!, stream!], call.bits) });
}

function getsChecked(call: LibcCall): LibcResult {
  const buffer = call.args.pointer();
  const room = call.args.unsignedLong();
  const line = inputFunctions.gets({ ...call, args: wordArguments([buffer], call.bits) });
  return typeof line === "bigint" && line !== 0n && length(call, buffer) >= room ? overflow(call) : line;
}

export const fortifiedFunctions = {
  __printf_chk: (call) => printChecked(call, "call"),
  __vprintf_chk: (call) => printChecked(call, "list"),
  __fprintf_chk: (call) => printToFileChecked(call, "call"),
  __vfprintf_chk: (call) => printToFileChecked(call, "list"),
  __sprintf_chk: (call) => printIntoChecked(call, "all", "call"),
  __vsprintf_chk: (call) => printIntoChecked(call, "all", "list"),
  __snprintf_chk: (call) => printIntoChecked(call, "limited", "call"),
  __vsnprintf_chk: (call) => printIntoChecked(call, "limited", "list"),
  __dprintf_chk: (call) => {
    const fd = call.args.int();
    call.args.int();
    return printToDescriptor(call, fd, "call");
  },
  __memcpy_chk: block(stringFunctions.memcpy),
  __mempcpy_chk: block(stringFunctions.mempcpy),
  __memmove_chk: block(stringFunctions.memmove),
  __memset_chk: block(stringFunctions.memset),
  __strncpy_chk: block(stringFunctions.strncpy),
  __strcpy_chk: text(stringFunctions.strcpy),
  __stpcpy_chk: text(stringFunctions.stpcpy),
  __strcat_chk: checked({
    ...{ count: 3, room: 2, run: stringFunctions.strcat },
    needs: (call, words) => length(call, words[0]!) + length(call, words[1]!) + 1n,
  }),
  __strncat_chk: checked({
    ...{ count: 4, room: 3, run: stringFunctions.strncat },
    needs: (call, words) => length(call, words[0]!) + length(call, words[1]!, words[2]!) + 1n,
  }),
  __fgets_chk: readLineChecked,
  __gets_chk: getsChecked,
  __fread_chk: readBlocksChecked,
  __read_chk: checked({ count: 4, room: 3, needs: thirdWord, run: processFunctions.read }),
} satisfies Partial<Record<LibcName, LibcFunction["run"]>> & LibcFunctions;
