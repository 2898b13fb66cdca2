// strptime: a text read by a format into struct tm. Fields that the format does not name stay as they were, but for the day
// of the week and of the year, which follow from a date.
// Source: POSIX.1-2017 strptime in the C locale; strptime(3) for what glibc adds.

import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { calendarOf, DAYS, daysInYear, daysOf, MONTHS, words } from "./functions-time.ts";
import { latin1 } from "./program-memory.ts";

/** The ints of struct tm in order. */
const FIELD = { second: 0, minute: 1, hour: 2, day: 3, month: 4, year: 5, weekDay: 6, yearDay: 7, summer: 8 } as const;
type Field = keyof typeof FIELD;

interface Reading {
  readonly text: string;
  at: number;
  readonly fields: Map<Field, number>;
  /** Of the struct tm that was given, for fields that nothing sets. */
  readonly before: (field: Field) => number;
  isAfternoon: boolean;
  is12Hours: boolean;
  century: number | undefined;
  yearOfCentury: boolean;
  wantsDays: boolean;
  sundayWeek: number | undefined;
  mondayWeek: number | undefined;
  offset: number | undefined;
}

/** Formats that stand for others. */
const LONGER: Readonly<Record<string, string>> = {
  c: "%a %b %e %H:%M:%S %Y",
  D: "%m/%d/%y",
  x: "%m/%d/%y",
  F: "%Y-%m-%d",
  r: "%I:%M:%S %p",
  R: "%H:%M",
  T: "%H:%M:%S",
  X: "%H:%M:%S",
};

const isSpace = (character: string | undefined): boolean => character !== undefined && /[ \t-\r]/.test(character);

function skipSpace(reading: Reading): void {
  while (isSpace(reading.text[reading.at])) reading.at++;
}

/** A number of at most `digits` digits within the bounds, blanks in front of it skipped; digits that would exceed `high` stay. */
function number(reading: Reading, low: number, high: number, digits: number): number | undefined {
  while (reading.text[reading.at] === " ") reading.at++;
  const isDigit = (): boolean => /^[0-9]$/.test(reading.text[reading.at] ?? "");
  if (!isDigit()) return undefined;
  let value = 0;
  let left = digits;
  do {
    value = 10 * value + Number(reading.text[reading.at++]);
  } while (--left > 0 && value * 10 <= high && isDigit());
  return value < low || value > high ? undefined : value;
}

/** Index of the name that stands there, long or of three letters, in any case. */
function name(reading: Reading, names: readonly string[]): number | undefined {
  const rest = reading.text.slice(reading.at, reading.at + 16).toLowerCase();
  for (const [k, one] of names.entries()) {
    const long = one.toLowerCase();
    if (!rest.startsWith(long.slice(0, 3))) continue;
    reading.at += rest.startsWith(long) ? long.length : 3;
    return k;
  }
  return undefined;
}

/** `+0130`, `-02:00`, `Z`: seconds east of Greenwich. */
function zoneOffset(reading: Reading): number | undefined {
  skipSpace(reading);
  if (reading.text[reading.at] === "Z") {
    reading.at++;
    return 0;
  }
  const found = /^([+-])(\d\d)(?::?(\d\d))?/.exec(reading.text.slice(reading.at, reading.at + 8));
  if (!found) return undefined;
  const [whole, sign, hours, minutes = "0"] = found;
  if (Number(minutes) >= 60) return undefined;
  reading.at += whole.length;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** A number that sets one field: bounds, digits, and what the field is then. */
interface NumberRow {
  readonly field: Field;
  readonly low: number;
  readonly high: number;
  readonly digits: number;
  readonly minus: number;
  readonly makesDate: boolean;
}

const numberRow = (
  field: Field,
  low: number,
  high: number,
  digits: number,
  minus: number,
  makes: "date" | "other",
) => ({
  ...{ field, low, high, digits, minus },
  makesDate: makes === "date",
});

const NUMBERS: Readonly<Record<string, NumberRow>> = {
  d: numberRow("day", 1, 31, 2, 0, "date"),
  e: numberRow("day", 1, 31, 2, 0, "date"),
  H: numberRow("hour", 0, 23, 2, 0, "other"),
  k: numberRow("hour", 0, 23, 2, 0, "other"),
  j: numberRow("yearDay", 1, 366, 3, 1, "other"),
  m: numberRow("month", 1, 12, 2, 1, "date"),
  M: numberRow("minute", 0, 59, 2, 0, "other"),
  S: numberRow("second", 0, 61, 2, 0, "other"),
  w: numberRow("weekDay", 0, 6, 1, 0, "other"),
};

/** Reads one conversion. @returns false when the text does not fit. */
function conversion(reading: Reading, letter: string): boolean {
  const { fields } = reading;
  const row = NUMBERS[letter];
  if (row !== undefined) {
    const value = number(reading, row.low, row.high, row.digits);
    if (value === undefined) return false;
    fields.set(row.field, value - row.minus);
    if (row.makesDate) reading.wantsDays = true;
    if (row.field === "hour") reading.is12Hours = false;
    return true;
  }
  const longer = LONGER[letter];
  if (longer !== undefined) {
    if (letter === "c") reading.wantsDays = true;
    return readAll(reading, longer);
  }
  switch (letter) {
    case "%":
      return reading.text[reading.at++] === "%";
    case "n":
    case "t":
      skipSpace(reading);
      return true;
    case "a":
    case "A":
      return named(reading, "weekDay", DAYS);
    case "b":
    case "B":
    case "h":
      reading.wantsDays = true;
      return named(reading, "month", MONTHS);
    case "p": {
      const half = name(reading, ["am", "pm"]);
      if (half === undefined) return false;
      reading.isAfternoon = half === 1;
      return true;
    }
    case "Z":
      skipSpace(reading);
      while (reading.at < reading.text.length && !isSpace(reading.text[reading.at])) reading.at++;
      return true;
    case "z":
      reading.offset = zoneOffset(reading);
      return reading.offset !== undefined;
    default:
      return yearOrWeek(reading, letter);
  }
}

function named(reading: Reading, field: Field, names: readonly string[]): boolean {
  const found = name(reading, names);
  if (found !== undefined) reading.fields.set(field, found);
  return found !== undefined;
}

/** Conversions that say more than one field. */
function yearOrWeek(reading: Reading, letter: string): boolean {
  const { fields } = reading;
  const take = (low: number, high: number, digits: number, then: (value: number) => void): boolean => {
    const value = number(reading, low, high, digits);
    if (value !== undefined) then(value);
    return value !== undefined;
  };
  switch (letter) {
    case "I":
    case "l":
      return take(1, 12, 2, (value) => {
        fields.set("hour", value % 12);
        reading.is12Hours = true;
      });
    case "Y":
      return take(0, 9999, 4, (value) => {
        fields.set("year", value - 1900);
        reading.century = undefined;
        reading.yearOfCentury = false;
        reading.wantsDays = true;
      });
    case "y":
      return take(0, 99, 2, (value) => {
        fields.set("year", value >= 69 ? value : value + 100);
        reading.yearOfCentury = true;
        reading.wantsDays = true;
      });
    case "C":
      return take(0, 99, 2, (value) => {
        reading.century = value;
        reading.wantsDays = true;
      });
    case "u":
      return take(1, 7, 1, (value) => fields.set("weekDay", value % 7));
    case "U":
      return take(0, 53, 2, (value) => (reading.sundayWeek = value));
    case "W":
      return take(0, 53, 2, (value) => (reading.mondayWeek = value));
    case "V":
      return take(0, 53, 2, () => {});
    case "g":
      return take(0, 99, 2, () => {});
    case "G": {
      const found = /^\d{1,}/.exec(reading.text.slice(reading.at));
      reading.at += found?.[0].length ?? 0;
      return found !== null;
    }
    case "s":
      return seconds(reading);
    default:
      return false;
  }
}

function seconds(reading: Reading): boolean {
  const found = /^\d{1,18}/.exec(reading.text.slice(reading.at));
  if (!found || Number(found[0]) > 8e15) return false;
  reading.at += found[0].length;
  const values = words(calendarOf(Number(found[0])));
  for (const [field, index] of Object.entries(FIELD)) reading.fields.set(field as Field, values[index]!);
  return true;
}

function readAll(reading: Reading, format: string): boolean {
  for (let k = 0; k < format.length; ) {
    if (isSpace(format[k])) {
      skipSpace(reading);
      k++;
      continue;
    }
    if (format[k] !== "%") {
      if (reading.text[reading.at] !== format[k]) return false;
      reading.at++;
      k++;
      continue;
    }
    k++;
    while (/^[-_0^#]$/.test(format[k] ?? "")) k++;
    // Other digits and eras: the C locale has none, and only numbers ask for them.
    if (format[k] === "O" || format.startsWith("Ey", k)) return false;
    if (format[k] === "E") k++;
    if (!conversion(reading, format[k++] ?? "")) return false;
  }
  return true;
}

/** What follows from all that was read together. */
function settle(reading: Reading): void {
  const { fields, before } = reading;
  const value = (field: Field): number => fields.get(field) ?? before(field);
  if (reading.is12Hours && reading.isAfternoon) fields.set("hour", value("hour") + 12);
  if (reading.century !== undefined) {
    const inCentury = reading.yearOfCentury ? value("year") % 100 : 0;
    fields.set("year", inCentury + (reading.century - 19) * 100);
  }
  const year = value("year") + 1900;
  const firstDay = daysOf(year, 0, 1);
  const hasWeekDay = fields.has("weekDay");
  const knowsDate = fields.has("month") && fields.has("day");
  if (reading.wantsDays && !hasWeekDay) {
    if (!knowsDate && fields.has("yearDay")) setDate(reading, year);
    if (fields.has("month") || (value("month") >= 0 && value("month") <= 11))
      fields.set("weekDay", (((daysOf(year, value("month"), value("day")) + 4) % 7) + 7) % 7);
  }
  if (reading.wantsDays && !fields.has("yearDay") && value("month") >= 0 && value("month") <= 11)
    fields.set("yearDay", daysOf(year, value("month"), value("day")) - firstDay);
  const week = reading.sundayWeek ?? reading.mondayWeek;
  if (week === undefined || !hasWeekDay) return;
  // A week of the year and a day of the week are a day of the year.
  const shift = reading.sundayWeek === undefined ? 1 : 0;
  const firstWeekDay = (((firstDay + 4) % 7) + 7) % 7;
  const yearDay = ((7 - (firstWeekDay - shift)) % 7) + (week - 1) * 7 + ((value("weekDay") - shift + 7) % 7);
  if (!fields.has("yearDay") || !knowsDate) {
    if (!reading.wantsDays || !knowsDate) fields.set("yearDay", yearDay);
    if (!knowsDate) setDate(reading, year);
  }
}

/** Month and day from the day of the year, where they were not read. */
function setDate({ fields }: Reading, year: number): void {
  const yearDay = fields.get("yearDay")!;
  if (yearDay < 0 || yearDay >= daysInYear(year) + 1) return;
  let month = 11;
  const firstOf = (one: number): number => daysOf(year, one, 1) - daysOf(year, 0, 1);
  while (month > 0 && firstOf(month) > yearDay) month--;
  if (!fields.has("day")) fields.set("day", yearDay - firstOf(month) + 1);
  if (!fields.has("month")) fields.set("month", month);
}

function strptime(call: LibcCall): LibcResult {
  const start = call.args.pointer();
  const text = latin1(call.program.string(start));
  const format = latin1(call.program.string(call.args.pointer()));
  const target = call.args.pointer();
  const at = call.program.address(target);
  const reading: Reading = {
    ...{ text, at: 0, fields: new Map(), isAfternoon: false, is12Hours: false, century: undefined },
    ...{ yearOfCentury: false, wantsDays: false, sundayWeek: undefined, mondayWeek: undefined, offset: undefined },
    // Where nothing is mapped the store below faults.
    before: (field) => call.libc.memory.peek(at + 4 * FIELD[field], 4).reduceRight((all, byte) => (all << 8) | byte, 0),
  };
  const fits = readAll(reading, format);
  if (fits) settle(reading);
  for (const [field, value] of reading.fields)
    call.program.writeWord(target + BigInt(4 * FIELD[field]), 4, BigInt.asUintN(32, BigInt(value)));
  if (reading.offset !== undefined) {
    const [place, size] = call.bits === 64 ? ([40n, 8] as const) : ([36n, 4] as const);
    call.program.writeWord(target + place, size, BigInt.asUintN(8 * size, BigInt(reading.offset)));
  }
  return fits ? start + BigInt(reading.at) : 0n;
}

export const dateFunctions = { strptime } satisfies LibcFunctions;
