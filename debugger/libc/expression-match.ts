// Whether and where a text has a match of a regular expression: the leftmost, of those the longest. The parts are what glibc
// makes them: of all ways to the longest match the one with the earlier alternatives and more rounds, from left to right. For
// each node and place it is worked out once where a match may end; then the parts follow.
// References back depend on what the parts were, so expressions with them are tried in all ways, in order.

import type { Anchor, Node, RegularExpression } from "./regular-expression.ts";
import { FLAG } from "./regular-expression.ts";

/** Start and end of the match and of its groups, -1 where a group has no part in it. */
export type Matches = number[];

export interface MatchOptions {
  /** The text begins (ends) where no line does: "^" ("$") does not match there. */
  readonly notAtStart: boolean;
  readonly notAtEnd: boolean;
}

/** Work for one call, in steps of the search: about a second. */
const STEPS_MAX = 20_000_000;

/** Thrown for a search that takes too long. */
class TooMuch {}

interface Search extends MatchOptions {
  readonly expression: RegularExpression;
  readonly text: Uint8Array;
  /** Where a match of the node from a place on may end: first what earlier alternatives and more rounds lead to. */
  readonly ends: Map<Node, Map<number, readonly number[]>>;
  steps: number;
}

const isWord = (byte: number | undefined): boolean =>
  byte !== undefined &&
  ((byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122) || byte === 95);

function holds({ expression, text, notAtStart, notAtEnd }: Search, anchor: Anchor, at: number): boolean {
  const lines = (expression.flags & FLAG.newline) !== 0;
  const [before, after] = [isWord(text[at - 1]), isWord(text[at])];
  switch (anchor) {
    case "line-start":
      return (at === 0 && !notAtStart) || (lines && at > 0 && text[at - 1] === 10);
    case "line-end":
      return (at === text.length && !notAtEnd) || (lines && text[at] === 10);
    case "start":
      return at === 0;
    case "end":
      return at === text.length;
    case "word-start":
      return !before && after;
    case "word-end":
      return before && !after;
    case "word-edge":
      return before !== after;
    case "no-edge":
      return before === after;
  }
}

function count(search: Search, steps: number): void {
  search.steps += steps;
  if (search.steps > STEPS_MAX) throw new TooMuch();
}

const joined = (lists: readonly (readonly number[])[]): number[] => [...new Set(lists.flat())];

function endsOf(search: Search, node: Node, at: number): readonly number[] {
  switch (node.kind) {
    case "empty":
      return [at];
    case "set":
      return at < search.text.length && node.bytes[search.text[at]!] === 1 ? [at + 1] : [];
    case "anchor":
      return holds(search, node.anchor, at) ? [at] : [];
    case "group":
      return endsOf(search, node.of, at);
    case "reference":
      return [];
    default:
  }
  let known = search.ends.get(node);
  if (known === undefined) {
    known = new Map();
    search.ends.set(node, known);
  }
  const found = known.get(at) ?? workedOut(search, node, at);
  known.set(at, found);
  return found;
}

function workedOut(
  search: Search,
  node: Extract<Node, { kind: "sequence" | "choice" | "star" }>,
  at: number,
): readonly number[] {
  if (node.kind === "choice") {
    const result = joined([endsOf(search, node.first, at), endsOf(search, node.second, at)]);
    count(search, result.length + 1);
    return result;
  }
  if (node.kind === "sequence") {
    const middles = endsOf(search, node.first, at);
    if (middles.length === 1) return endsOf(search, node.second, middles[0]!);
    const lists = middles.map((middle) => endsOf(search, node.second, middle));
    count(
      search,
      lists.reduce((sum, list) => sum + list.length, 1),
    );
    return joined(lists);
  }
  return repeated(search, node.of, at);
}

/** Of a star: as many rounds as can be come first. Without recursion, since every character of a text may be a round. */
function repeated(search: Search, of: Node, at: number): readonly number[] {
  const result: number[] = [];
  const seen = new Set([at]);
  const open = [{ place: at, next: endsOf(search, of, at), index: 0 }];
  while (open.length > 0) {
    count(search, 1);
    const top = open.at(-1)!;
    const place = top.next[top.index++];
    if (place === undefined) {
      result.push(top.place);
      open.pop();
    } else if (!seen.has(place)) {
      seen.add(place);
      open.push({ place, next: endsOf(search, of, place), index: 0 });
    }
  }
  return result;
}

/** Sets the groups of a match of the node that begins and ends there. */
function setGroups(search: Search, node: Node, from: number, to: number, groups: Matches): void {
  let [rest, at, rounds] = [node, from, 0];
  // Down the right side, so that long sequences do not nest.
  for (;;) {
    count(search, 1);
    switch (rest.kind) {
      case "group":
        groups[2 * rest.number] = at;
        groups[2 * rest.number + 1] = to;
        rest = rest.of;
        continue;
      case "choice":
        if (rest.follows && at === to) return;
        rest = endsOf(search, rest.first, at).includes(to) ? rest.first : rest.second;
        continue;
      case "sequence": {
        const { first, second } = rest;
        const middle = endsOf(search, first, at).find((one) => endsOf(search, second, one).includes(to))!;
        setGroups(search, first, at, middle, groups);
        [rest, at, rounds] = [second, middle, 0];
        continue;
      }
      case "star": {
        const { of } = rest;
        const star = rest;
        const next = endsOf(search, of, at).find((one) => one > at && endsOf(search, star, one).includes(to));
        if (next === undefined) {
          // No round, or one that takes nothing: that one counts, if it can be.
          if (rounds === 0 && !star.follows && endsOf(search, of, at).includes(at))
            setGroups(search, of, at, at, groups);
          return;
        }
        setGroups(search, of, at, next, groups);
        at = next;
        rounds++;
        continue;
      }
      default:
        return;
    }
  }
}

/** All ways, in order, with what the groups are: for references back. `then` gets the end of each; true stops. */
function tryAll(
  search: Search,
  node: Node,
  at: number,
  groups: Matches,
  depth: number,
  then: (end: number, groups: Matches) => void,
): void {
  count(search, 8);
  if (depth > 2000) throw new TooMuch();
  switch (node.kind) {
    case "sequence":
      tryAll(search, node.first, at, groups, depth + 1, (middle, after) =>
        tryAll(search, node.second, middle, after, depth + 1, then),
      );
      return;
    case "choice":
      tryAll(search, node.first, at, groups, depth + 1, then);
      tryAll(search, node.second, at, groups, depth + 1, then);
      return;
    case "star":
      tryAll(search, node.of, at, groups, depth + 1, (end, after) => {
        if (end > at) tryAll(search, node, end, after, depth + 1, then);
      });
      then(at, groups);
      return;
    case "group":
      tryAll(search, node.of, at, groups, depth + 1, (end, after) => {
        const set = [...after];
        set[2 * node.number] = at;
        set[2 * node.number + 1] = end;
        then(end, set);
      });
      return;
    case "reference": {
      const end = referenceEnd(search, groups, node.number, at);
      if (end !== undefined) then(end, groups);
      return;
    }
    default:
      for (const end of endsOf(search, node, at)) then(end, groups);
  }
}

/** Where the text of a group, found again at a place, ends. */
function referenceEnd({ text, expression }: Search, groups: Matches, number: number, at: number): number | undefined {
  const [from, to] = [groups[2 * number]!, groups[2 * number + 1]!];
  if (from < 0 || at + to - from > text.length) return undefined;
  const fold = (byte: number): number =>
    expression.flags & FLAG.ignoreCase && byte >= 65 && byte <= 90 ? byte + 32 : byte;
  for (let k = 0; k < to - from; k++) if (fold(text[from + k]!) !== fold(text[at + k]!)) return undefined;
  return at + to - from;
}

function matchAt(search: Search, at: number): Matches | undefined {
  const { expression } = search;
  const groups: Matches = new Array<number>(2 * expression.groups + 2).fill(-1);
  if (expression.hasReferences) {
    let best: Matches | undefined;
    tryAll(search, expression.tree, at, groups, 0, (end, set) => {
      if (best === undefined || end > best[1]!) best = [at, end, ...set.slice(2)];
    });
    return best;
  }
  const ends = endsOf(search, expression.tree, at);
  if (ends.length === 0) return undefined;
  const end = ends.reduce((most, one) => Math.max(most, one), 0);
  [groups[0], groups[1]] = [at, end];
  setGroups(search, expression.tree, at, end, groups);
  return groups;
}

/** @returns undefined = no match; "too much" = the search was given up. */
export function findMatch(
  expression: RegularExpression,
  text: Uint8Array,
  options: MatchOptions,
): Matches | undefined | "too much" {
  const search: Search = { ...options, expression, text, ends: new Map(), steps: 0 };
  try {
    for (let at = 0; at <= text.length; at++) {
      const found = matchAt(search, at);
      if (found !== undefined) return found;
      count(search, 1);
    }
    return undefined;
  } catch (error) {
    // Expressions that repeat what repeats may also nest too deep.
    if (error instanceof TooMuch || error instanceof RangeError) return "too much";
    throw error;
  }
}
