// Numbers as people read them: sizes, addresses, permissions.

import { element } from "./dom.ts";

/** "4096", "1,048,576": four digits stand close together as programmers write them. */
export function count(value: number): string {
  return value < 10_000 ? String(value) : value.toLocaleString("en-US");
}

export const plural = (value: number, noun: string): string => `${count(value)} ${noun}${value === 1 ? "" : "s"}`;

const units = ["KiB", "MiB", "GiB", "TiB", "PiB"];

/** "8 MiB", "1.5 KiB"; below 1 KiB "24 bytes". */
export function size(bytes: number): string {
  if (bytes < 1024) return plural(bytes, "byte");
  let value = bytes / 1024;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${Number(value.toFixed(value < 10 ? 1 : 0))} ${units[unit]}`;
}

/** "4096 bytes (4 KiB)". */
export function exactSize(bytes: number): string {
  return bytes < 1024 ? plural(bytes, "byte") : `${plural(bytes, "byte")} (${size(bytes)})`;
}

/** "+4096 bytes", "−16 bytes". */
export function difference(bytes: number): string {
  return `${bytes < 0 ? "−" : "+"}${plural(Math.abs(bytes), "byte")}`;
}

const SHORT_DIGITS = 4;

export const address = (text: string): HTMLElement => element("code", { class: "address" }, text);

/** An address whose leading digits give way to "…" where the picture is narrow. */
export function shortAddress(text: string): HTMLElement {
  const split = Math.max(0, text.length - SHORT_DIGITS);
  if (split <= 2) return address(text);
  const leading = element("span", { class: "leading" }, text.slice(0, split));
  return element("code", { class: "address", title: text }, leading, text.slice(split));
}

const meanings = [
  ["r", "readable"],
  ["w", "writable"],
  ["x", "executable"],
] as const;

/** "r-x" → "readable, executable". */
export function permissionWords(permissions: string): string {
  const words = meanings.filter(([letter]) => permissions.includes(letter)).map(([, word]) => word);
  return words.length > 0 ? words.join(", ") : "no access";
}
