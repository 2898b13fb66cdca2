// The calendar: times as dates and as text, in UTC, which is also the guest's local time.
// Source: ISO C11 7.27; POSIX.1-2017 strftime in the C locale.

import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { bytesOf, latin1, wordBytes } from "./program-memory.ts";
import { AREA } from "./state.ts";

export const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
export const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAY_SECONDS = 86_400;

/** struct tm's first nine ints; behind them gmtoff and zone stay zero. */
interface Calendar {
  readonly second: number;
  readonly minute: number;
  readonly hour: number;
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly weekDay: number;
  readonly yearDay: number;
}

/** Days since 1970 of a date; months may be out of range. Source: Hinnant, chrono-compatible low-level date algorithms. */
export function daysOf(year: number, month: number, day: number): number {
  const y = year + Math.floor(month / 12);
  const m = ((month % 12) + 12) % 12;
  const shifted = m < 2 ? y - 1 : y;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((m + 10) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function calendarOf(seconds: number): Calendar {
  const days = Math.floor(seconds / DAY_SECONDS);
  const rest = seconds - days * DAY_SECONDS;
  let year = 1970 + Math.floor(days / 365.2425);
  while (daysOf(year, 0, 1) > days) year--;
  while (daysOf(year + 1, 0, 1) <= days) year++;
  let month = 11;
  while (daysOf(year, month, 1) > days) month--;
  return {
    second: rest % 60,
    minute: Math.floor(rest / 60) % 60,
    hour: Math.floor(rest / 3600),
    day: days - daysOf(year, month, 1) + 1,
    month,
    year,
    weekDay: (((days + 4) % 7) + 7) % 7,
    yearDay: days - daysOf(year, 0, 1),
  };
}

export const words = (date: Calendar): number[] => [
  date.second,
  date.minute,
  date.hour,
  date.day,
  date.month,
  date.year - 1900,
  date.weekDay,
  date.yearDay,
  0,
];

const tmBytes = (call: LibcCall): number => (call.bits === 64 ? 56 : 44);

/** Writes struct tm. */
function store(call: LibcCall, at: number, date: Calendar): void {
  const bytes = new Uint8Array(tmBytes(call));
  words(date).forEach((word, k) => {
    bytes.set(wordBytes(BigInt.asUintN(32, BigInt(word)), 4), 4 * k);
  });
  call.libc.memory.poke(at, bytes);
}

function load(call: LibcCall, pointer: bigint): Calendar {
  const bytes = call.program.read(pointer, 36);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const at = (k: number) => view.getInt32(4 * k, true);
  return {
    ...{ second: at(0), minute: at(1), hour: at(2), day: at(3), month: at(4), year: at(5) + 1900 },
    ...{ weekDay: at(6), yearDay: at(7) },
  };
}

const secondsOf = (date: Calendar): number =>
  daysOf(date.year, date.month, 1) * DAY_SECONDS +
  (date.day - 1) * DAY_SECONDS +
  date.hour * 3600 +
  date.minute * 60 +
  date.second;

const longBytes = (call: LibcCall): 4 | 8 => (call.bits === 64 ? 8 : 4);

/** The time behind a pointer. */
function timeAt(call: LibcCall, pointer: bigint): number {
  return Number(BigInt.asIntN(call.bits, call.program.readWord(pointer, longBytes(call))));
}

/** gmtime's and asctime's results lie where strerror's do not: one each, overwritten by the next call. */
const tmAt = (call: LibcCall): number => call.libc.base + AREA.calendar;
const textAt = (call: LibcCall): number => call.libc.base + AREA.calendar + 64;

function breakDown(call: LibcCall): LibcResult {
  store(call, tmAt(call), calendarOf(timeAt(call, call.args.pointer())));
  return BigInt(tmAt(call));
}

function breakDownInto(call: LibcCall): LibcResult {
  const seconds = timeAt(call, call.args.pointer());
  const target = call.args.pointer();
  call.program.write(target, new Uint8Array(tmBytes(call)));
  store(call, Number(target), calendarOf(seconds));
  return target;
}

function makeTime(call: LibcCall): LibcResult {
  const pointer = call.args.pointer();
  const seconds = secondsOf(load(call, pointer));
  call.program.write(pointer, call.program.read(pointer, 36));
  store(call, Number(pointer), calendarOf(seconds));
  return BigInt(seconds);
}

const pad = (value: number, width: number, fill = "0"): string => String(value).padStart(width, fill);

const dateText = (date: Calendar): string =>
  `${DAYS[date.weekDay]?.slice(0, 3) ?? "???"} ${MONTHS[date.month]?.slice(0, 3) ?? "???"} ${pad(date.day, 2, " ")} ${timeText(date)} ${date.year}`;
const timeText = (date: Calendar): string => `${pad(date.hour, 2)}:${pad(date.minute, 2)}:${pad(date.second, 2)}`;
const shortDate = (date: Calendar): string =>
  `${pad(date.month + 1, 2)}/${pad(date.day, 2)}/${pad(date.year % 100, 2)}`;
const hour12 = (date: Calendar): number => ((date.hour + 11) % 12) + 1;

/** Year and number of the ISO week. */
function isoWeek(date: Calendar): { year: number; week: number } {
  const weekDay = (date.weekDay + 6) % 7;
  const week = Math.floor((date.yearDay - weekDay + 10) / 7);
  if (week < 1) return isoWeek({ ...date, year: date.year - 1, yearDay: date.yearDay + daysInYear(date.year - 1) });
  if (
    week === 53 &&
    weekDay - (date.yearDay - daysInYear(date.year)) < 4 &&
    date.yearDay - weekDay + 3 >= daysInYear(date.year)
  )
    return { year: date.year + 1, week: 1 };
  return { year: date.year, week };
}
export const daysInYear = (year: number): number => daysOf(year + 1, 0, 1) - daysOf(year, 0, 1);

const conversions: Readonly<Record<string, (date: Calendar) => string>> = {
  a: (d) => DAYS[d.weekDay]?.slice(0, 3) ?? "?",
  A: (d) => DAYS[d.weekDay] ?? "?",
  b: (d) => MONTHS[d.month]?.slice(0, 3) ?? "?",
  B: (d) => MONTHS[d.month] ?? "?",
  c: dateText,
  C: (d) => pad(Math.floor(d.year / 100), 2),
  d: (d) => pad(d.day, 2),
  D: shortDate,
  e: (d) => pad(d.day, 2, " "),
  F: (d) => `${d.year}-${pad(d.month + 1, 2)}-${pad(d.day, 2)}`,
  G: (d) => String(isoWeek(d).year),
  g: (d) => pad(isoWeek(d).year % 100, 2),
  h: (d) => MONTHS[d.month]?.slice(0, 3) ?? "?",
  H: (d) => pad(d.hour, 2),
  I: (d) => pad(hour12(d), 2),
  j: (d) => pad(d.yearDay + 1, 3),
  k: (d) => pad(d.hour, 2, " "),
  l: (d) => pad(hour12(d), 2, " "),
  m: (d) => pad(d.month + 1, 2),
  M: (d) => pad(d.minute, 2),
  n: () => "\n",
  p: (d) => (d.hour < 12 ? "AM" : "PM"),
  P: (d) => (d.hour < 12 ? "am" : "pm"),
  r: (d) => `${pad(hour12(d), 2)}:${pad(d.minute, 2)}:${pad(d.second, 2)} ${d.hour < 12 ? "AM" : "PM"}`,
  R: (d) => `${pad(d.hour, 2)}:${pad(d.minute, 2)}`,
  s: (d) => String(secondsOf(d)),
  S: (d) => pad(d.second, 2),
  t: () => "\t",
  T: timeText,
  u: (d) => String(d.weekDay === 0 ? 7 : d.weekDay),
  U: (d) => pad(Math.floor((d.yearDay + 7 - d.weekDay) / 7), 2),
  V: (d) => pad(isoWeek(d).week, 2),
  w: (d) => String(d.weekDay),
  W: (d) => pad(Math.floor((d.yearDay + 7 - ((d.weekDay + 6) % 7)) / 7), 2),
  x: shortDate,
  X: timeText,
  y: (d) => pad(((d.year % 100) + 100) % 100, 2),
  Y: (d) => String(d.year),
  z: () => "+0000",
  Z: () => "UTC",
  "%": () => "%",
};

function strftime(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const size = call.args.unsignedLong();
  const format = latin1(call.program.string(call.args.pointer()));
  const date = load(call, call.args.pointer());
  const text = format.replaceAll(/%[EO]?([a-zA-Z%])/g, (whole, letter: string) => conversions[letter]?.(date) ?? whole);
  if (BigInt(text.length) >= size) return 0;
  call.program.write(target, bytesOf(`${text}\0`));
  return text.length;
}

function keepText(call: LibcCall, text: string): LibcResult {
  call.libc.memory.poke(textAt(call), bytesOf(`${text}\n\0`));
  return BigInt(textAt(call));
}

function writeText(call: LibcCall, buffer: bigint, text: string): LibcResult {
  call.program.write(buffer, bytesOf(`${text}\n\0`));
  return buffer;
}

export const timeFunctions = {
  gmtime: breakDown,
  localtime: breakDown,
  gmtime_r: breakDownInto,
  localtime_r: breakDownInto,
  mktime: makeTime,
  timegm: makeTime,
  asctime: (call) => keepText(call, dateText(load(call, call.args.pointer()))),
  ctime: (call) => keepText(call, dateText(calendarOf(timeAt(call, call.args.pointer())))),
  ctime_r: (call) => {
    const seconds = timeAt(call, call.args.pointer());
    return writeText(call, call.args.pointer(), dateText(calendarOf(seconds)));
  },
  asctime_r: (call) => {
    const date = load(call, call.args.pointer());
    return writeText(call, call.args.pointer(), dateText(date));
  },
  strftime,
  difftime: (call) => {
    const later = call.args.long();
    return Number(later - call.args.long());
  },
} satisfies LibcFunctions;
