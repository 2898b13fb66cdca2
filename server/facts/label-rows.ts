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

type LineAt = (address: number) => Line | undefined;

/** Size of the elements that stand under a label; 0 where they differ in size, or some are written and others reserved. */
function elementBytes({ start, end }: Row, lineAt: LineAt): number {
  const { kind, elementSizeBytes: size = 0 } = lineAt(start) ?? {};
  if (kind !== "data" && kind !== "reserve") return 0;
  for (let at = start; at < end; ) {
    const line = lineAt(at);
    if (line?.kind !== kind || line.elementSizeBytes !== size || line.sizeBytes === 0) return 0;
    at += line.sizeBytes;
  }
  return size;
}

/** `row1: resb 80` says what it is; `buffer1: resb 80` is a buffer like others. */
const ROW = /rows?_?(?:\d+|[A-Za-z])$/i;

/**
 * Three and more labels one behind the other, whose names are one stem with ascending numbers or letters, each with as many
 * elements of one size as the first. Reserved ones must be called rows, or the source must name the size of them all.
 * @param rows ascending
 * @param isCounted the source gives one of these numbers where it takes the address of the first row
 */
export function rowsOfOneArray(
  rows: readonly Row[],
  lineAt: LineAt,
  isCounted: (first: Row, sizes: readonly number[]) => boolean,
): Omit<Row, "name">[] {
  const isArray = (first: Row, end: number): boolean => {
    if (lineAt(first.start)?.kind === "data" || ROW.test(first.name)) return true;
    const sizeBytes = end - first.start;
    return isCounted(first, [sizeBytes, sizeBytes / elementBytes(first, lineAt)]);
  };
  const arrays: Omit<Row, "name">[] = [];
  for (let first = 0; first < rows.length; ) {
    let last = first;
    const follows = (one: Row, next: Row): boolean =>
      next.start === one.end &&
      next.end - next.start === one.end - one.start &&
      isNext(one.name, next.name) &&
      elementBytes(one, lineAt) > 0 &&
      lineAt(one.start)?.kind === lineAt(next.start)?.kind &&
      elementBytes(one, lineAt) === elementBytes(next, lineAt);
    while (last + 1 < rows.length && follows(rows[last]!, rows[last + 1]!)) last++;
    const end = rows[last]!.end;
    if (last - first + 1 >= ROWS_MIN && isArray(rows[first]!, end)) arrays.push({ start: rows[first]!.start, end });
    first = last + 1;
  }
  return arrays;
}

/** Instructions on either side of where an address is taken in which the length of what lies there is given. */
export const NEAR = 8;

/** What is asked of an instruction's operands here. */
interface Operand {
  readonly kind: string;
  readonly register?: { readonly number: number };
  readonly value?: bigint;
}

/** An instruction with these operands gives one of the numbers, other than as the number of a system call. */
export const givesNumber = (operands: readonly Operand[], numbers: readonly number[]): boolean =>
  operands[0]?.register?.number !== 0 &&
  operands.some(({ kind, value }) => kind === "immediate" && numbers.includes(Number(value)));

/** Vectors of three (x, y, z) are read as four, into a register of 16 bytes or more. */
export const isThreeOfFour = (objectBytes: number, elementBytes: number, readBytes: number): boolean =>
  readBytes >= 16 && objectBytes === 3 * elementBytes && readBytes === 4 * elementBytes;
