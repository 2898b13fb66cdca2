// Activations as checkpoints keep them: only what has changed since the last checkpoint is copied, the outer calls are shared
// with it. So a checkpoint inside a deep recursion costs as much as the calls made since, not as the whole depth.

import { type Activations, copyOfActivation } from "./activations.ts";
import type { Activation } from "./context.ts";

/** The first `keep` activations of `parent`, then `tail`. Nobody changes it. */
export interface SavedActivations {
  readonly parent: SavedActivations | undefined;
  readonly keep: number;
  readonly tail: readonly Activation[];
  readonly length: number;
}

/** `unchanged` is how many of the outermost are as they were at `last`. */
export function saveActivations(
  list: Activations,
  last: SavedActivations | undefined,
  unchanged: number,
): SavedActivations {
  const keep = Math.max(0, Math.min(unchanged, last?.length ?? 0, list.length));
  // Past those of which nothing is taken, so that a call that stays while threads take turns gathers no chain.
  let parent = keep === 0 ? undefined : last;
  while (parent?.parent !== undefined && keep <= parent.keep) parent = parent.parent;
  return { parent, keep, tail: list.copyFrom(keep), length: list.length };
}

/** The whole list, as copies that may be changed. */
export function restoreActivations(saved: SavedActivations): Activation[] {
  const parts: (readonly Activation[])[] = [];
  let limit = saved.length;
  for (let node: SavedActivations | undefined = saved; node !== undefined && limit > 0; node = node.parent) {
    if (limit > node.keep) parts.push(node.tail.slice(0, limit - node.keep));
    limit = Math.min(limit, node.keep);
  }
  return parts.reverse().flatMap((part) => part.map(copyOfActivation));
}
