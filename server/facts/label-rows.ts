// Rows of one array under labels of their own: `row0: dd 1, 2, 3`, `row1: dd 4, 5, 6`, `row2: …`, glyphs `chA`, `chB`, `chC`.
// For the checker and the static layer alike.

interface Row {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** What stands at an address: a line of data, an instruction. */
interface Line {
  readonly kind: string;
  readonly sizeBytes: number;
  readonly elementSizeBytes: number;
}

/** Two arrays side by side are an array and what lies behind it, not yet a matrix. */
const ROWS_MIN = 3;

const NUMBERED = /^(.*\D)(\d{1,9})$/;
const LETTERED = /^(.+)([A-Za-z])$/;

/** `row1` behind `row0`, `chB` behind `chA`. */
function isNext(name: string, next: string): boolean {
  const [number, nextNumber] = [NUMBERED.exec(name), NUMBERED.exec(next)];
  if (number !== null) return number[1] === nextNumber?.[1] && Number(number[2]) + 1 === Number(nextNumber?.[2]);
  const [letter, nextLetter] = [LETTERED.exec(name), LETTERED.exec(next)];
  if (letter === null || nextLetter === null || letter[1] !== nextLetter[1]) return false;
  return letter[2]!.charCodeAt(0) + 1 === nextLetter[2]!.charCodeAt(0);
}

/** Size of the elements that were written under a label; 0 where they differ, or nothing was written there. */
function elementBytes({ start, end }: Row, lineAt: (address: number) => Line | undefined): number {
  const size = lineAt(start)?.elementSizeBytes ?? 0;
  for (let at = start; at < end; ) {
    const line = lineAt(at);
    if (line?.kind !== "data" || line.elementSizeBytes !== size || line.sizeBytes === 0) return 0;
    at += line.sizeBytes;
  }
  return size;
}

/**
 * Three and more labels one behind the other, whose names are one stem with ascending numbers or letters, each with as many
 * elements of one size as the first. `rows` ascend.
 */
export function rowsOfOneArray(
  rows: readonly Row[],
  lineAt: (address: number) => Line | undefined,
): Omit<Row, "name">[] {
  const arrays: Omit<Row, "name">[] = [];
  for (let first = 0; first < rows.length; ) {
    let last = first;
    const follows = (one: Row, next: Row): boolean =>
      next.start === one.end &&
      next.end - next.start === one.end - one.start &&
      isNext(one.name, next.name) &&
      elementBytes(one, lineAt) > 0 &&
      elementBytes(one, lineAt) === elementBytes(next, lineAt);
    while (last + 1 < rows.length && follows(rows[last]!, rows[last + 1]!)) last++;
    if (last - first + 1 >= ROWS_MIN) arrays.push({ start: rows[first]!.start, end: rows[last]!.end });
    first = last + 1;
  }
  return arrays;
}
