// What is known of a frame, one bit each.

/** The guest plane may hold something other than zero. */
export const TOUCHED = 1;
/** Shadow or definedness may hold something other than zero. */
export const SHADOWED = 2;
/** What the page held at the last checkpoint is kept, or it was not mapped then. */
export const SAVED = 4;
/** Decoded code of this page is cached somewhere. */
export const CODE = 8;
/** Nobody has accessed the page since it was mapped, and it has no tags until somebody does. */
export const UNTAGGED = 16;
/** The page cannot be written and is like the images that are noted as its own. */
export const HELD = 32;

/** So many images of one page are known to be alike: one for each of a few processes that take turns. */
export const HELD_IMAGES = 4;
