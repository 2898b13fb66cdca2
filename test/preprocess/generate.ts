// Random sources for the preprocessor: every directive, macros that call each other, blocks in blocks, and a good share
// of nonsense. The same seed gives the same source, so a recorded expectation stays true.

interface Dice {
  /** A number in [0, below). */
  roll(below: number): number;
  pick<T>(from: readonly T[]): T;
}

function diceOf(seed: number): Dice {
  let state = Math.imul(seed, 2654435761) | 0;
  const roll = (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
  return { roll, pick: (from) => from[roll(from.length)]! };
}

const NAMES = ["a", "b", "c", "foo", "bar", "A", "x", "mm", "n1", "_q"];
const LOCALS = ["%$x", "%$y", "%$$x"];
const NUMBERS = ["0", "1", "2", "3", "5", "10", "0x1f", "1fh", "101b", "-1", "1_0", "1.5", "$ff", "0q17"];
const STRINGS = ["'a'", '"b"', "`d\\n`", "'it'", "''", '"a,b"', "`x\\x41`"];
const PARAMETERS = "%1 %2 %3 %0 %{1} %{1:2} %%l %{-1:1} %00 %+1 %-1 %? %??".split(" ");
const OPERATORS = ["+", "-", "*", "<<", ">", "==", "&&", "|", "%", "<", "!=", ">=", "/", "^", "//"];
const BLANKS = ["", " ", " ", "  ", "\t"];
const OTHERS = [
  ...["%exitrep", "%null x", "%unmacro x 1", "%repl c1", "%pragma x y z", "%use altreg", "%arg a:word"],
  ...["%stacksize flat", "%line 5", "%line 7+2", "%line 9 zz.c", '%line 3 "q.c"'],
  ...["%pragma preproc sane_empty_expansion yes", "%pragma preproc sane_empty_expansion no"],
  ...["section .text", "global a,b", "struc s1", "endstruc", "align 4", "bits 32", "extern x"],
];

/** A source of some lines. */
export function generateProgram(seed: number): string {
  const dice = diceOf(seed);
  const { roll, pick } = dice;
  let depth = 0;

  const blank = () => pick(BLANKS);
  const text = () => pick(STRINGS);
  const name = () => pick(NAMES);

  const expression = (): string => {
    const value = () => {
      if (roll(4) > 0) return pick(["1", "2", "3", "7", "0x10", "5"]);
      return pick([name(), "%0", `(${pick(["1", name()])}+2)`, "-1"]);
    };
    let out = value();
    for (let k = roll(3); k > 0; k--) out += blank() + pick(OPERATORS) + blank() + value();
    return out;
  };

  const call = (): string =>
    pick([
      () => `%eval(${expression()})`,
      () => `%count(${list()})`,
      () => `%str(${list()})`,
      () => `%strlen(${text()})`,
      () => `%isdef(${name()})`,
      () => `%sel(1,${pick(NUMBERS)},${pick(NUMBERS)})`,
      () => `%cond(${expression()},${name()},${name()})`,
      () => `%strcat(${text()},${text()})`,
      () => `%tok(${text()})`,
      () => `%isidn(${list()})`,
      () => `%num(${expression()})`,
      () => `${name()}(${list()})`,
      () => `%[${name()}]`,
      () => `{${list()}}`,
    ])();

  const atom = (): string => {
    if (depth > 2) return name();
    depth++;
    const kind = roll(20);
    let out: string;
    if (kind < 7) out = name();
    else if (kind < 10) out = pick(NUMBERS);
    else if (kind < 12) out = text();
    else if (kind < 13) out = pick(LOCALS);
    else if (kind < 15) out = pick(PARAMETERS);
    else if (kind < 16) out = pick(["__LINE__", "__FILE__", "__?LINE?__"]);
    else out = call();
    depth--;
    return out;
  };

  const words = (count = 1 + roll(4)): string => {
    let out = atom();
    for (let k = 1; k < count; k++) out += pick([" ", " ", "", "+", " %+ ", "%+", ","]) + atom();
    return out;
  };

  const list = (): string =>
    Array.from({ length: roll(4) }, () => blank() + pick([words(1), words(2), "", `{${words(2)}}`]) + blank()).join(
      ",",
    );

  const template = (): string => {
    if (roll(2) === 0) return "";
    const count = 1 + roll(3);
    const parameters = Array.from(
      { length: count },
      () => pick(["", "", "", "=", "&", "&&", "!"]) + pick(["a", "b", "x"]),
    );
    return `(${parameters.join(",")}${roll(4) === 0 ? "+" : ""})`;
  };

  const condition = (): string =>
    pick([
      () => ` ${expression()}`,
      () => ` ${expression()}`,
      () => `def ${name()}`,
      () => `ndef ${pick([...NAMES, ...LOCALS])}`,
      () => `idn ${words(1)}${blank()},${blank()}${words(1)}`,
      () => `idni ${words(2)},${words(2)}`,
      () => `num ${words(1)}`,
      () => `id ${words(1)}`,
      () => `str ${words(1)}`,
      () => `token ${words(2)}`,
      () => `empty ${pick(["", words(1)])}`,
      () => "nempty %1",
      () => "ctx c1",
      () => `macro ${name()} ${pick(["", "1", "1-2", "1+", "1-*"])}`,
      () => `n ${expression()}`,
    ])();

  const conditional = (level: number): string[] => [
    `%if${condition()}`,
    ...block(level),
    ...(roll(3) === 0 ? [`%elif${condition()}`, ...block(level)] : []),
    ...(roll(2) === 0 ? [pick(["%else", "%else", "%else", "%else x"]), ...block(level)] : []),
    "%endif",
  ];

  const macro = (level: number): string[] => {
    const least = roll(3);
    const range = pick([`${least}`, `${least}`, `${least}-${least + roll(3)}`, `${least}-*`, `${least}+`]);
    const head = `%${pick(["", "", "i"])}macro ${name()} ${range}${pick(["", "", "", ".nolist", ` ${list()}`])}`;
    return [head, ...block(level), roll(30) === 0 ? "%endm" : "%endmacro"];
  };

  const line = (level: number): string[] => {
    switch (roll(27)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return [`%${pick(["", "", "x", "i", "ix"])}define ${pick([...NAMES, ...LOCALS])}${template()} ${words()}`];
      case 4:
        return [`%assign ${pick([...NAMES, ...LOCALS])} ${expression()}`];
      case 5:
        return [`%undef ${name()}`];
      case 6:
        return [`%defstr ${name()} ${words()}`];
      case 7:
        return [`%deftok ${name()} ${text()}`];
      case 8:
        return [
          pick([`%strlen ${name()} ${text()}`, `%strcat ${name()} ${text()},${text()}${pick(["", `,${name()}`])}`]),
        ];
      case 9:
        return [`%substr ${name()} ${text()} ${expression()}${pick(["", ` , ${expression()}`])}`];
      case 10:
      case 11:
      case 12:
        return level > 2 ? [words()] : conditional(level + 1);
      case 13:
      case 14:
      case 15:
        return level > 1 ? [words()] : macro(level + 1);
      case 16:
        return level > 1 ? [words()] : [`%rep ${pick(["2", "3", "0", "1"])}`, "x", ...block(level + 1), "%endrep"];
      case 17:
        return [pick(["%push", "%push c1", "%push c2", "%pop", "%pop c1"])];
      case 18:
        return [`%rotate ${pick(["1", "-1", "2", expression()])}`];
      case 19:
        return [
          pick([`%error ${words()}`, `%warning ${words()}`, `%defalias ${name()} ${name()}`, `%undefalias ${name()}`]),
        ];
      case 20:
        return [pick(OTHERS)];
      case 21:
      case 22:
      case 23:
        return [`${pick(["", "lab: ", "lab ", " "])}${name()} ${list()}`];
      case 24:
        return [pick(["", `${words()} \\\n${words()}`, `${words()} ; comment 'x`])];
      default:
        return [blank() + words()];
    }
  };

  const block = (level: number): string[] => Array.from({ length: roll(4) }, () => line(level)).flat();

  return `${Array.from({ length: 3 + roll(20) }, () => line(0))
    .flat()
    .join("\n")}\n`;
}
