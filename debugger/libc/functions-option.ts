// getopt and getopt_long: the command line's options one after the other. As glibc's, they move arguments that are no options
// behind the others, so that `prog file -v` is understood; a `+` or POSIXLY_CORRECT stops at the first, a `-` gives them out.
// Where they stand is kept in the program's variables (optind, optarg) where it has them, else in libc's own.
// Source: getopt(3); the messages of glibc 2.36.

import { type LibcCall, type LibcFunctions, type LibcResult, longOf } from "./call.ts";
import { bytesOf, latin1 } from "./program-memory.ts";
import { getOption, type OptionVariable, setOption } from "./state.ts";

const END = -1;
const QUESTION = "?".charCodeAt(0);
const COLON = ":".charCodeAt(0);

interface CommandLine {
  readonly call: LibcCall;
  readonly count: number;
  readonly vector: bigint;
  readonly options: string;
  /** The first character of the options, when it says what to do with other arguments. */
  readonly order: "permute" | "stop" | "in place";
  readonly quiet: boolean;
}

const get = (line: CommandLine, variable: OptionVariable): number => getOption(line.call.libc, variable);
const set = (line: CommandLine, variable: OptionVariable, value: number): void =>
  setOption(line.call.libc, variable, value, longOf(line.call));

const pointerAt = (line: CommandLine, index: number): bigint =>
  line.call.program.readWord(line.vector + BigInt(index * longOf(line.call)), longOf(line.call));
const textAt = (line: CommandLine, index: number): string => latin1(line.call.program.string(pointerAt(line, index)));

function openLine(call: LibcCall): CommandLine {
  const count = call.args.int();
  const vector = call.args.pointer();
  const given = latin1(call.program.string(call.args.pointer()));
  const order = given[0] === "+" ? "stop" : given[0] === "-" ? "in place" : "permute";
  const options = order === "permute" ? given : given.slice(1);
  const line = { call, count, vector, options, order, quiet: options.startsWith(":") } as const;
  // 0 asks to begin anew.
  if (get(line, "optind") === 0) {
    set(line, "optind", 1);
    set(line, "optionNext", 0);
    set(line, "optionFirst", 0);
    set(line, "optionLast", 0);
  }
  return line;
}

/** Prints a message unless opterr or a leading colon keeps it back. */
function complain(line: CommandLine, message: string): void {
  if (line.quiet || get(line, "opterr") === 0) return;
  const program = textAt(line, 0);
  line.call.streams.put(line.call.streams.standardError, bytesOf(`${program}: ${message}\n`));
}

/** Exchanges the arguments that were passed over (first … last) with those read since (last … optind). */
function exchange(line: CommandLine): void {
  const first = get(line, "optionFirst");
  const last = get(line, "optionLast");
  const top = get(line, "optind");
  const skipped = Array.from({ length: last - first }, (_, k) => pointerAt(line, first + k));
  const read = Array.from({ length: top - last }, (_, k) => pointerAt(line, last + k));
  const long = longOf(line.call);
  [...read, ...skipped].forEach((pointer, k) => {
    line.call.program.writeWord(line.vector + BigInt((first + k) * long), long, pointer);
  });
  set(line, "optionFirst", first + top - last);
  set(line, "optionLast", top);
}

const isOption = (text: string): boolean => text.length > 1 && text.startsWith("-");

/** Goes to the next argument that is an option. @returns what getopt is to return at once, or undefined. */
function findOption(line: CommandLine): number | undefined {
  if (get(line, "optionFirst") === 0 || get(line, "optionLast") > get(line, "optind")) {
    set(line, "optionFirst", get(line, "optind"));
    set(line, "optionLast", get(line, "optind"));
  }
  if (line.order === "permute") {
    const [first, last, top] = [get(line, "optionFirst"), get(line, "optionLast"), get(line, "optind")];
    if (first !== last && last !== top) exchange(line);
    else if (last !== top) set(line, "optionFirst", top);
    let at = top;
    while (at < line.count && !isOption(textAt(line, at))) at++;
    set(line, "optind", at);
    set(line, "optionLast", at);
  }
  const at = get(line, "optind");
  if (at < line.count && textAt(line, at) === "--") {
    set(line, "optind", at + 1);
    const [first, last] = [get(line, "optionFirst"), get(line, "optionLast")];
    if (first !== last && last !== at + 1) exchange(line);
    else if (first === last) set(line, "optionFirst", at + 1);
    set(line, "optionLast", line.count);
    set(line, "optind", line.count);
  }
  if (get(line, "optind") >= line.count) {
    if (get(line, "optionFirst") !== get(line, "optionLast")) set(line, "optind", get(line, "optionFirst"));
    return END;
  }
  if (!isOption(textAt(line, get(line, "optind")))) {
    if (line.order === "stop") return END;
    set(line, "optarg", Number(pointerAt(line, get(line, "optind"))));
    set(line, "optind", get(line, "optind") + 1);
    return 1;
  }
  return undefined;
}

/** The letter at optionNext, with its argument. */
function shortOption(line: CommandLine): number {
  const { call } = line;
  const next = get(line, "optionNext");
  const text = latin1(call.program.string(BigInt(next)));
  const letter = text[0]!;
  const rest = text.length > 1 ? next + 1 : 0;
  set(line, "optionNext", rest);
  if (rest === 0) set(line, "optind", get(line, "optind") + 1);
  const place = letter === ":" || letter === ";" ? -1 : line.options.indexOf(letter);
  if (place < 0) {
    complain(line, `invalid option -- '${letter}'`);
    set(line, "optopt", letter.charCodeAt(0));
    return QUESTION;
  }
  if (line.options[place + 1] !== ":") return letter.charCodeAt(0);
  set(line, "optionNext", 0);
  if (rest !== 0) {
    set(line, "optarg", rest);
    set(line, "optind", get(line, "optind") + 1);
  } else if (line.options[place + 2] === ":") {
    set(line, "optarg", 0);
  } else if (get(line, "optind") < line.count) {
    set(line, "optarg", Number(pointerAt(line, get(line, "optind"))));
    set(line, "optind", get(line, "optind") + 1);
  } else {
    complain(line, `option requires an argument -- '${letter}'`);
    set(line, "optopt", letter.charCodeAt(0));
    return line.quiet ? COLON : QUESTION;
  }
  return letter.charCodeAt(0);
}

interface LongOption {
  readonly name: string;
  readonly argument: number;
  readonly flag: bigint;
  readonly value: number;
  readonly index: number;
}

/** struct option: name, has_arg, flag, val; a NULL name ends the list. */
function longOptions(call: LibcCall, table: bigint): LongOption[] {
  const long = longOf(call);
  const list: LongOption[] = [];
  for (let index = 0; index < 1000; index++) {
    const at = table + BigInt(index * 4 * long);
    const name = call.program.readWord(at, long);
    if (name === 0n) break;
    const field = (k: number): bigint => at + BigInt(k * long);
    list.push({
      name: latin1(call.program.string(name)),
      argument: Number(call.program.readWord(field(1), 4)),
      flag: call.program.readWord(field(2), long),
      value: Number(BigInt.asIntN(32, call.program.readWord(field(3), 4))),
      index,
    });
  }
  return list;
}

/** The option that a word names: in full, or its only beginning. */
function matchLong(list: readonly LongOption[], name: string): LongOption | "ambiguous" | undefined {
  const exact = list.find((option) => option.name === name);
  if (exact) return exact;
  const [first, ...others] = list.filter((option) => option.name.startsWith(name));
  const same = others.every(
    (other) => other.argument === first!.argument && other.flag === first!.flag && other.value === first!.value,
  );
  return first && !same ? "ambiguous" : first;
}

function longOption(line: CommandLine, list: readonly LongOption[], indexPointer: bigint): number {
  const { call } = line;
  const word = textAt(line, get(line, "optind")).slice(2);
  const start = Number(pointerAt(line, get(line, "optind"))) + 2;
  set(line, "optind", get(line, "optind") + 1);
  const equals = word.indexOf("=");
  const name = equals < 0 ? word : word.slice(0, equals);
  const found = matchLong(list, name);
  if (found === undefined || found === "ambiguous") {
    const others = list.filter((option) => option.name.startsWith(name)).map((option) => ` '--${option.name}'`);
    if (found === undefined) complain(line, `unrecognized option '--${name}'`);
    else complain(line, `option '--${name}' is ambiguous; possibilities:${others.join("")}`);
    set(line, "optopt", 0);
    return QUESTION;
  }
  if (equals >= 0 && found.argument === 0) {
    complain(line, `option '--${found.name}' doesn't allow an argument`);
    set(line, "optopt", found.value);
    return QUESTION;
  }
  set(line, "optarg", equals >= 0 ? start + equals + 1 : 0);
  if (equals < 0 && found.argument === 1) {
    if (get(line, "optind") >= line.count) {
      complain(line, `option '--${found.name}' requires an argument`);
      set(line, "optopt", found.value);
      return line.quiet ? COLON : QUESTION;
    }
    set(line, "optarg", Number(pointerAt(line, get(line, "optind"))));
    set(line, "optind", get(line, "optind") + 1);
  }
  if (indexPointer !== 0n) call.program.writeWord(indexPointer, 4, BigInt(found.index));
  if (found.flag === 0n) return found.value;
  call.program.writeWord(found.flag, 4, BigInt.asUintN(32, BigInt(found.value)));
  return 0;
}

function getopt(call: LibcCall, words: "letters" | "words"): LibcResult {
  const line = openLine(call);
  const table = words === "words" ? call.args.pointer() : 0n;
  const indexPointer = words === "words" ? call.args.pointer() : 0n;
  if (line.count < 1) return END;
  set(line, "optarg", 0);
  if (get(line, "optionNext") === 0) {
    const early = findOption(line);
    if (early !== undefined) return early;
    const text = textAt(line, get(line, "optind"));
    if (table !== 0n && text.startsWith("--")) return longOption(line, longOptions(call, table), indexPointer);
    set(line, "optionNext", Number(pointerAt(line, get(line, "optind"))) + 1);
  }
  return shortOption(line);
}

export const optionFunctions = {
  getopt: (call) => getopt(call, "letters"),
  getopt_long: (call) => getopt(call, "words"),
} satisfies LibcFunctions;
