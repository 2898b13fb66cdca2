// The calendar: times as dates and as text, in UTC, which is also the guest's local time.
// Source: ISO C11 7.27; ctime(3).

import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { bytesOf, latin1, wordBytes } from "./program-memory.ts";
import { AREA } from "./state.ts";

export const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
export const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAY_SECONDS = 86_400;

/** struct tm's first nine ints. */
export interface Calendar {
  readonly second: number;
  readonly minute: number;
  readonly hour: number;
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly weekDay: number;
  readonly yearDay: number;
  /** tm_isdst: negative when it is not known. */
  readonly summer: number;
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
    summer: 0,
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
  date.summer,
];

const tmBytes = (call: LibcCall): number => (call.bits === 64 ? 56 : 44);

/** Names of time zones, of four bytes each: gmtime's and localtime's. */
const ZONES = ["GMT", "UTC"] as const;
type Zone = (typeof ZONES)[number];
const ZONES_OFFSET = 0xf0;

/** Where tm_zone lies; tm_gmtoff, the seconds east of Greenwich, lies in front of it. */
const zoneOffset = (call: LibcCall): number => (call.bits === 64 ? 48 : 40);

/** Writes struct tm. */
function store(call: LibcCall, at: number, date: Calendar, zone: Zone): void {
  const names = call.libc.base + AREA.calendar + ZONES_OFFSET;
  call.libc.memory.poke(names, bytesOf(ZONES.map((name) => `${name}\0`).join("")));
  const bytes = new Uint8Array(tmBytes(call));
  bytes.set(wordBytes(BigInt(names + 4 * ZONES.indexOf(zone)), longBytes(call)), zoneOffset(call));
  words(date).forEach((word, k) => {
    bytes.set(wordBytes(BigInt.asUintN(32, BigInt(word)), 4), 4 * k);
  });
  call.libc.memory.poke(at, bytes);
}

export function load(call: LibcCall, pointer: bigint): Calendar {
  const bytes = call.program.read(pointer, 36);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const at = (k: number) => view.getInt32(4 * k, true);
  return {
    ...{ second: at(0), minute: at(1), hour: at(2), day: at(3), month: at(4), year: at(5) + 1900 },
    ...{ weekDay: at(6), yearDay: at(7), summer: at(8) },
  };
}

/** The time zone of a struct tm; the name is undefined when there is none. */
export function zoneOf(call: LibcCall, pointer: bigint): { offsetSeconds: number; name: string | undefined } {
  const at = pointer + BigInt(zoneOffset(call));
  const size = longBytes(call);
  const name = call.program.readWord(at, size);
  return {
    offsetSeconds: Number(BigInt.asIntN(call.bits, call.program.readWord(at - BigInt(size), size))),
    name: (name === 0n ? "" : latin1(call.program.string(name))) || undefined,
  };
}

const secondsOf = (date: Calendar): number =>
  daysOf(date.year, date.month, 1) * DAY_SECONDS +
  (date.day - 1) * DAY_SECONDS +
  date.hour * 3600 +
  date.minute * 60 +
  date.second;

/** The time of a local date: summer time, which UTC does not have, counts as one hour ahead all the same. */
export const localSecondsOf = (date: Calendar): number => secondsOf(date) - (date.summer > 0 ? 3600 : 0);

const longBytes = (call: LibcCall): 4 | 8 => (call.bits === 64 ? 8 : 4);

/** The time behind a pointer. */
function timeAt(call: LibcCall, pointer: bigint): number {
  return Number(BigInt.asIntN(call.bits, call.program.readWord(pointer, longBytes(call))));
}

/** gmtime's and asctime's results lie where strerror's do not: one each, overwritten by the next call. */
const tmAt = (call: LibcCall): number => call.libc.base + AREA.calendar;
const textAt = (call: LibcCall): number => call.libc.base + AREA.calendar + 64;

function breakDown(call: LibcCall, zone: Zone): LibcResult {
  store(call, tmAt(call), calendarOf(timeAt(call, call.args.pointer())), zone);
  return BigInt(tmAt(call));
}

function breakDownInto(call: LibcCall, zone: Zone): LibcResult {
  const seconds = timeAt(call, call.args.pointer());
  const target = call.args.pointer();
  call.program.write(target, new Uint8Array(tmBytes(call)));
  store(call, Number(target), calendarOf(seconds), zone);
  return target;
}

function makeTime(call: LibcCall, zone: Zone): LibcResult {
  const pointer = call.args.pointer();
  const seconds = (zone === "GMT" ? secondsOf : localSecondsOf)(load(call, pointer));
  call.program.write(pointer, call.program.read(pointer, 36));
  store(call, Number(pointer), calendarOf(seconds), zone);
  return BigInt(seconds);
}

const pad = (value: number, width: number, fill = "0"): string => String(value).padStart(width, fill);

const dateText = (date: Calendar): string =>
  `${DAYS[date.weekDay]?.slice(0, 3) ?? "???"} ${MONTHS[date.month]?.slice(0, 3) ?? "???"} ${pad(date.day, 2, " ")} ${timeText(date)} ${date.year}`;
const timeText = (date: Calendar): string => `${pad(date.hour, 2)}:${pad(date.minute, 2)}:${pad(date.second, 2)}`;

/** Year and number of the ISO week. */
export function isoWeek(date: Calendar): { year: number; week: number } {
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

function keepText(call: LibcCall, text: string): LibcResult {
  call.libc.memory.poke(textAt(call), bytesOf(`${text}\n\0`));
  return BigInt(textAt(call));
}

function writeText(call: LibcCall, buffer: bigint, text: string): LibcResult {
  call.program.write(buffer, bytesOf(`${text}\n\0`));
  return buffer;
}

export const timeFunctions = {
  gmtime: (call) => breakDown(call, "GMT"),
  localtime: (call) => breakDown(call, "UTC"),
  gmtime_r: (call) => breakDownInto(call, "GMT"),
  localtime_r: (call) => breakDownInto(call, "UTC"),
  mktime: (call) => makeTime(call, "UTC"),
  timegm: (call) => makeTime(call, "GMT"),
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
  difftime: (call) => {
    const later = call.args.long();
    return Number(later - call.args.long());
  },
} satisfies LibcFunctions;
