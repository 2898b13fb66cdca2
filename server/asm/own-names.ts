// Names of a macro call's own (`%%loop`) in statements that all calls share. A line with them is parsed once with a stand-in
// for the call's number, and whoever looks a name up puts in that of the call under way. A statement for each call would be
// most of what a source of many small macros keeps in memory. Measured.

import type { Statement } from "./statement.ts";
import type { Token } from "./token.ts";

/** Stands for a call's number: no source has it in a name. */
export const ANY_CALL = "%";
const PREFIX = `..@${ANY_CALL}.`;
const PERCENT = 37;

/** The names of one call, and what symbols they are in the table that was asked last. Most calls have one name. */
export interface OwnNames {
  readonly unique: number;
  table: object | undefined;
  name: string;
  entry: object | undefined;
  others: Map<string, object> | undefined;
}

export const ownNames = (unique: number): OwnNames => ({
  unique,
  table: undefined,
  name: "",
  entry: undefined,
  others: undefined,
});

/** What `name` is in `table`, if that was kept. */
export function knownOwn(own: OwnNames, table: object, name: string): object | undefined {
  if (own.table !== table) return undefined;
  return own.name === name ? own.entry : own.others?.get(name);
}

/** Keeps what `name` is in `table`. */
export function keepOwn(own: OwnNames, table: object, name: string, entry: object): void {
  if (own.table !== table) {
    own.table = table;
    own.name = name;
    own.entry = entry;
    own.others = undefined;
    return;
  }
  own.others ??= new Map();
  own.others.set(name, entry);
}

/** Whether a name has the stand-in. */
export const isOwnName = (name: string): boolean => name.charCodeAt(3) === PERCENT;

/** The name that `name` is in a call. */
export const nameInCall = (name: string, { unique }: OwnNames): string => `..@${unique}.${name.slice(PREFIX.length)}`;

/** Whether `tokens`, cut with the stand-in, have `count` names of the call's own, each by itself, and say nothing in words. */
export function areOwnNames(tokens: readonly Token[], count: number): boolean {
  let found = 0;
  for (const { kind, text } of tokens) {
    if (text.startsWith(PREFIX) && kind === "identifier") found++;
    else if (text.includes("..@") && kind !== "string") return false;
  }
  return found === count;
}

/** Whether all calls can share a statement: nothing in it is a message. */
export const canShare = ({ body, lead, notes }: Statement): boolean =>
  body.kind !== "failure" && notes.length === 0 && lead.every(({ kind }) => kind === "prefix" || kind === "times");
