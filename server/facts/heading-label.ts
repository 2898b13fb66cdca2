// Labels that name several variables together, for the checker and the static layer alike: one that stands alone in front of
// others (`student:`, and below it `name:`, `age:`), one that closes what stands before it (`students_end:`), and the first field
// of a record whose fields are called by one stem (`hdr_magic:`, `hdr_width:`, `hdr_data:`).

/** A variable: its label, its section, where it begins and where its data ends. */
export interface Variable {
  readonly name: string;
  readonly section: number | string;
  readonly start: number;
  readonly end: number;
}

/** A name that closes what stands before it: `arr_end`, `end_of_arr`, `arrEnd`, `arr_e`. */
export const END_WORD = /^(?:(.*?)_?(?:end|stop|limit|top|last|tail)|(?:end|stop|limit|top|last|tail)_?(.*)|(.+)_e)$/i;

/** "arr" of `arr_end`; "" of a name that closes nothing. */
export function endStem(name: string): string {
  const match = END_WORD.exec(name);
  return match === null ? "" : (match[1] ?? match[2] ?? match[3] ?? "");
}

/** Nothing stands between this label and the next one. */
export const isAlone = (variables: readonly Variable[], at: number): boolean => {
  const [one, next] = [variables[at]!, variables[at + 1]];
  return next?.start === one.start && next.section === one.section && !END_WORD.test(one.name);
};

/**
 * The variables that one names together, because its label stands alone in front of theirs: up to the next such label, a gap that
 * is no padding, or the section's end. Empty for a variable that names only itself. They ascend by address.
 */
export function headedBy(
  variables: readonly Variable[],
  heading: Variable,
  isPadding: (from: number, to: number) => boolean,
): readonly Variable[] {
  const at = variables.indexOf(heading);
  if (at < 0 || !isAlone(variables, at)) return [];
  const parts: Variable[] = [];
  for (let k = at + 1; k < variables.length; k++) {
    const [part, last] = [variables[k]!, parts.at(-1)];
    if (part.section !== heading.section || (part.start > heading.start && isAlone(variables, k))) break;
    if (last !== undefined && part.start !== last.end && part.start !== last.start && !isPadding(last.end, part.start))
      break;
    parts.push(part);
  }
  return parts;
}

/** An access takes some of these variables as they are: it stays in one of them, or ends where one does. */
export const takesWhole = (parts: readonly Variable[], start: number, end: number): boolean =>
  parts.some((part) => end === part.end || (start >= part.start && end <= part.end)) && start >= (parts[0]?.start ?? 0);

/** "hdr_" of `hdr_magic`. */
const STEM = /^[^_]+_/;

/**
 * The fields of a record by their names: a single element, and behind it in a row single elements, tables and texts whose names
 * begin with the same stem. Empty where `first` begins none.
 */
export function fieldsFrom(
  variables: readonly Variable[],
  first: Variable,
  isSingle: (one: Variable) => boolean,
): readonly Variable[] {
  const stem = STEM.exec(first.name)?.[0];
  if (stem === undefined || !isSingle(first)) return [];
  const fields = [first];
  for (let at = variables.indexOf(first) + 1; at < variables.length; at++) {
    const [field, last] = [variables[at]!, fields.at(-1)!];
    if (field.start !== last.end || field.section !== first.section || !field.name.startsWith(stem)) break;
    fields.push(field);
  }
  return fields.length > 1 ? fields : [];
}

/**
 * The number of bytes from the first field of a record is one up to the end of another. Two of one size are no record: then it is
 * more likely a wrong one.
 */
export function takesFields(fields: readonly Variable[], end: number): boolean {
  const last = fields.findIndex((field) => field.end === end);
  const bytes = ({ start, end }: Variable): number => end - start;
  return last > 1 || (last === 1 && bytes(fields[0]!) !== bytes(fields[1]!));
}
