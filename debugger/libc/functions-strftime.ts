// strftime: a date as text by a format, with glibc's flags (_ - 0 ^ #), widths and modifiers (E, O), in the C locale.
// Source: POSIX.1-2017 strftime; strftime(3) for what glibc adds; what glibc 2.36 prints.

import type { LibcCall, LibcFunctions, LibcResult } from "./call.ts";
import { type Calendar, DAYS, isoWeek, load, localSecondsOf, MONTHS, zoneOf } from "./functions-time.ts";
import { bytesOf, latin1 } from "./program-memory.ts";

/** What a conversion writes: a number with that many digits at least, a text, or what another format writes. */
type Piece =
  | { readonly number: number; readonly digits: number; readonly fill?: "blanks" }
  /** `hash` says what the flag # does to letters. */
  | { readonly text: string; readonly hash?: "upper" | "lower" }
  | { readonly format: string };

/** A date, and where the time zone that goes with it stands. */
interface Source {
  readonly date: Calendar;
  readonly zone: () => { readonly offsetSeconds: number; readonly name: string | undefined };
}

const number = (value: number, digits: number): Piece => ({ number: value, digits });
const blankNumber = (value: number): Piece => ({ number: value, digits: 2, fill: "blanks" });
const name = (names: readonly string[], index: number, letters?: number): Piece => ({
  text: names[index]?.slice(0, letters) ?? "?",
  hash: "upper",
});
const yearOfCentury = (year: number): number => ((year % 100) + 100) % 100;
const hour12 = ({ hour }: Calendar): number => (hour > 12 ? hour - 12 : hour === 0 ? 12 : hour);
/** Number of a week that begins `weekDay` days before the date. */
const week = ({ yearDay }: Calendar, weekDay: number): Piece => number(Math.trunc((yearDay - weekDay + 7) / 7), 2);
const monday = ({ weekDay }: Calendar): number => (weekDay + 6) % 7;

function offset({ date, zone }: Source): readonly Piece[] {
  if (date.summer < 0) return [];
  const seconds = zone().offsetSeconds;
  const minutes = Math.trunc(Math.abs(seconds) / 60);
  return [{ text: seconds < 0 ? "-" : "+" }, number(Math.floor(minutes / 60) * 100 + (minutes % 60), 4)];
}

function zoneName({ date, zone }: Source): Piece {
  return { text: zone().name ?? (date.summer < 0 ? "" : "UTC"), hash: "lower" };
}

const conversions: Readonly<Record<string, (date: Calendar, source: Source) => Piece | readonly Piece[]>> = {
  a: (d) => name(DAYS, d.weekDay, 3),
  A: (d) => name(DAYS, d.weekDay),
  b: (d) => name(MONTHS, d.month, 3),
  B: (d) => name(MONTHS, d.month),
  c: () => ({ format: "%a %b %e %H:%M:%S %Y" }),
  C: (d) => number(Math.floor(d.year / 100), 1),
  d: (d) => number(d.day, 2),
  D: () => ({ format: "%m/%d/%y" }),
  e: (d) => blankNumber(d.day),
  F: () => ({ format: "%Y-%m-%d" }),
  g: (d) => number(yearOfCentury(isoWeek(d).year), 2),
  G: (d) => number(isoWeek(d).year, 1),
  h: (d) => name(MONTHS, d.month, 3),
  H: (d) => number(d.hour, 2),
  I: (d) => number(hour12(d), 2),
  j: (d) => number(d.yearDay + 1, 3),
  k: (d) => blankNumber(d.hour),
  l: (d) => blankNumber(hour12(d)),
  m: (d) => number(d.month + 1, 2),
  M: (d) => number(d.minute, 2),
  n: () => ({ text: "\n" }),
  p: (d) => ({ text: d.hour > 11 ? "PM" : "AM", hash: "lower" }),
  P: (d) => ({ text: d.hour > 11 ? "pm" : "am", hash: "lower" }),
  r: () => ({ format: "%I:%M:%S %p" }),
  R: () => ({ format: "%H:%M" }),
  s: (d) => ({ text: String(localSecondsOf(d)) }),
  S: (d) => number(d.second, 2),
  t: () => ({ text: "\t" }),
  T: () => ({ format: "%H:%M:%S" }),
  u: (d) => number(monday(d) + 1, 1),
  U: (d) => week(d, d.weekDay),
  V: (d) => number(isoWeek(d).week, 2),
  w: (d) => number(d.weekDay, 1),
  W: (d) => week(d, monday(d)),
  x: () => ({ format: "%m/%d/%y" }),
  X: () => ({ format: "%H:%M:%S" }),
  y: (d) => number(yearOfCentury(d.year), 2),
  Y: (d) => number(d.year, 1),
  z: (_, source) => offset(source),
  Z: (_, source) => zoneName(source),
  "%": () => ({ text: "%" }),
};

/** Conversions that a modifier does not go with: they are written as they stand. */
const REFUSED: Readonly<Record<string, string>> = { E: "aAbBdDeFgGhHIjklmMSUVwW", O: "aAcDFxXY" };

/** How one conversion is written. */
interface Style {
  /** The last of _ - 0; "" without. */
  readonly pad: string;
  readonly width: number;
  readonly upper: boolean;
  readonly hash: boolean;
}

function numberText({ number: value, digits, fill }: Extract<Piece, { number: number }>, style: Style): string {
  const pad = style.pad === "" && fill === "blanks" ? "_" : style.pad;
  const sign = value < 0 ? "-" : "";
  const magnitude = String(Math.abs(value));
  const least = Math.max(digits, style.width);
  if (pad === "-") return (sign + magnitude).padStart(style.width);
  if (pad === "_") return (sign + magnitude).padStart(least);
  return sign + magnitude.padStart(least - sign.length, "0");
}

function pieceText(piece: Piece, style: Style, letter: string, source: Source): string {
  if ("number" in piece) return numberText(piece, style);
  let text = "format" in piece ? dateByFormat(piece.format, source) : piece.text;
  const hash = "hash" in piece && style.hash ? piece.hash : undefined;
  if (hash === "lower") text = text.toLowerCase();
  else if (letter !== "P" && (style.upper || hash === "upper")) text = text.toUpperCase();
  return text.padStart(style.width, style.pad === "0" ? "0" : " ");
}

const conversionPattern = /%([_\-0^#]*)(\d*)([EO]?)([\s\S]?)/g;

/** Longer texts fit nowhere. */
const TEXT_LIMIT = 2 ** 26;

function dateByFormat(format: string, source: Source): string {
  return format.replaceAll(
    conversionPattern,
    (whole, flags: string, width: string, modifier: string, letter: string) => {
      const pads = flags.replaceAll(/[\^#]/g, "");
      const style: Style = {
        pad: pads.slice(-1),
        width: Number(width),
        upper: flags.includes("^"),
        hash: flags.includes("#"),
      };
      const conversion = REFUSED[modifier]?.includes(letter) ? undefined : conversions[letter];
      const pieces = conversion?.(source.date, source) ?? { text: whole };
      return [pieces]
        .flat()
        .map((piece) => pieceText(piece, style, letter, source))
        .join("");
    },
  );
}

function strftime(call: LibcCall): LibcResult {
  const target = call.args.pointer();
  const size = call.args.unsignedLong();
  const format = latin1(call.program.string(call.args.pointer()));
  const pointer = call.args.pointer();
  let widths = 0;
  for (const [, , width] of format.matchAll(conversionPattern)) widths += Number(width);
  if (widths > TEXT_LIMIT || BigInt(widths) >= size) return 0;
  const text = dateByFormat(format, { date: load(call, pointer), zone: () => zoneOf(call, pointer) });
  if (BigInt(text.length) >= size) return 0;
  call.program.write(target, bytesOf(`${text}\0`));
  return text.length;
}

export const strftimeFunctions = { strftime } satisfies LibcFunctions;
