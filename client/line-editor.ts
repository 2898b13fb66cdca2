// The line discipline of a terminal, which a program that reads standard input expects: what is typed is echoed and can be
// edited until Enter sends the line; Ctrl+D ends the input, Ctrl+C ends the program. No editor and no terminal in here.

/** Where the line editor's results go. */
export interface LineReader {
  /** Text for the screen. */
  readonly echo: (text: string) => void;
  /** A whole line with its "\n", or what was typed so far when Ctrl+D sends it without one. */
  readonly submit: (text: string) => void;
  readonly endOfFile: () => void;
  readonly interrupt: () => void;
}

export interface LineEditor {
  /** Keys as a terminal sends them, one or many (a paste). */
  readonly type: (keys: string) => void;
}

interface Line {
  readonly text: readonly string[];
  readonly cursor: number;
}

const empty: Line = { text: [], cursor: 0 };
const HISTORY_LINES = 100;

const back = (count: number): string => (count > 0 ? `\x1b[${count}D` : "");
const forward = (count: number): string => (count > 0 ? `\x1b[${count}C` : "");

/** Escape sequences of a key, or one character (a whole code point). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals speak in control characters
const keyPattern = /\x1b\[[0-9;]*[A-Za-z~]|\x1bO[A-Za-z]|\r\n|[\s\S]/gu;

const moves: Readonly<Record<string, (line: Line) => number>> = {
  "\x1b[D": ({ cursor }) => Math.max(0, cursor - 1),
  "\x1b[C": ({ cursor, text }) => Math.min(text.length, cursor + 1),
  "\x1b[H": () => 0,
  "\x1b[1~": () => 0,
  "\x01": () => 0,
  "\x1b[F": ({ text }) => text.length,
  "\x1b[4~": ({ text }) => text.length,
  "\x05": ({ text }) => text.length,
};

function wordStart({ text, cursor }: Line): number {
  let start = cursor;
  while (start > 0 && text[start - 1] === " ") start--;
  while (start > 0 && text[start - 1] !== " ") start--;
  return start;
}

/** Keys that take away [start, end) of the line. */
const erasures: Readonly<Record<string, (line: Line) => readonly [number, number]>> = {
  "\x7f": ({ cursor }) => [Math.max(0, cursor - 1), cursor],
  "\b": ({ cursor }) => [Math.max(0, cursor - 1), cursor],
  "\x1b[3~": ({ cursor, text }) => [cursor, Math.min(text.length, cursor + 1)],
  "\x15": ({ cursor }) => [0, cursor],
  "\x0b": ({ cursor, text }) => [cursor, text.length],
  "\x17": (line) => [wordStart(line), line.cursor],
};

export function createLineEditor(reader: LineReader): LineEditor {
  let line = empty;
  const history: string[] = [];
  let shown = 0;

  /** Replaces [start, end) and leaves the cursor behind the new text; redraws from `start` on. */
  function replace(start: number, end: number, added: readonly string[]): void {
    const tail = line.text.slice(end);
    const removed = end - start - added.length;
    const blank = " ".repeat(Math.max(0, removed));
    const toStart = start <= line.cursor ? back(line.cursor - start) : forward(start - line.cursor);
    reader.echo(toStart + [...added, ...tail].join("") + blank + back(tail.length + blank.length));
    line = { text: [...line.text.slice(0, start), ...added, ...tail], cursor: start + added.length };
  }

  function move(cursor: number): void {
    reader.echo(cursor < line.cursor ? back(line.cursor - cursor) : forward(cursor - line.cursor));
    line = { ...line, cursor };
  }

  function enter(): void {
    const text = line.text.join("");
    reader.echo("\r\n");
    if (text !== "" && history.at(-1) !== text) history.push(text);
    if (history.length > HISTORY_LINES) history.shift();
    shown = history.length;
    line = empty;
    reader.submit(`${text}\n`);
  }

  function recall(step: 1 | -1): void {
    const wanted = shown + step;
    if (wanted < 0 || wanted > history.length) return;
    shown = wanted;
    replace(0, line.text.length, [...(history[shown] ?? "")]);
  }

  function sendOrEnd(): void {
    const text = line.text.join("");
    line = empty;
    if (text === "") reader.endOfFile();
    else reader.submit(text);
  }

  function press(key: string): void {
    const moved = moves[key]?.(line);
    const erased = erasures[key]?.(line);
    if (moved !== undefined) move(moved);
    else if (erased) replace(erased[0], erased[1], []);
    else if (key === "\r" || key === "\n" || key === "\r\n") enter();
    else if (key === "\x1b[A") recall(-1);
    else if (key === "\x1b[B") recall(1);
    else if (key === "\x04") sendOrEnd();
    else if (key === "\x03") {
      reader.echo("^C\r\n");
      line = empty;
      reader.interrupt();
    } else if (key >= " " || key === "\t") replace(line.cursor, line.cursor, [key]);
  }

  return {
    type(keys) {
      for (const [key] of keys.matchAll(keyPattern)) press(key);
    },
  };
}
