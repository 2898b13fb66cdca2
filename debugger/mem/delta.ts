// What going back from one checkpoint to the one before needs, and two of these as one.

import { PAGE_BYTES } from "./layout.ts";
import type { MemoryDelta, PageRun } from "./memory.ts";
import { imageBytes, type PageImage } from "./page-image.ts";
import { findRun } from "./runs.ts";

export interface Interval extends MemoryDelta {
  readonly runs: readonly PageRun[];
  readonly images: readonly PageImage[];
}

/** One delta that does what `newer` and then `older` do, so that the checkpoint between the two can be forgotten. */
export function joinDeltas(newer: MemoryDelta, older: MemoryDelta): MemoryDelta {
  const { runs, images } = older as Interval;
  const pages = new Set(images.map(({ page }) => page));
  const kept = (newer as Interval).images.filter(
    ({ page }) => !pages.has(page) && findRun(runs, page * PAGE_BYTES) !== undefined,
  );
  const sizeBytes = kept.reduce((sum, image) => sum + imageBytes(image), older.sizeBytes);
  const joined: Interval = { sizeBytes, runs, images: [...images, ...kept] };
  return joined;
}
