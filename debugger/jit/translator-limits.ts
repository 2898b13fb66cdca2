// The translator's numbers: how often code must come by, how large regions and what is remembered may become, how long a run may
// take. Each was chosen by measurement (docs/performance.md).

/** How often an address comes by before it is translated: fewer cost modules for code that ends soon, more waste time. */
export const HOT_VISITS = 30;
/**
 * One visit more for so many places where blocks begin that came by, up to a limit. What a program like printf runs through once or a few
 * dozen times is large, and translating it took longer than all the rest of a short run.
 */
export const PLACES_PER_VISIT = 4;
export const MOST_HOT_VISITS = 150;
/** The same under an observer, where the step engine and translating are ten times slower. */
export const MOST_OBSERVED_VISITS = 100;
/** Making a region is not interrupted, and whoever wants to pause waits for it. Going from one to another costs little. */
export const MAX_REGION_INSTRUCTIONS = 500;
/** Translated instructions and regions kept; past that, the older half goes. */
export const MAX_INSTRUCTIONS = 300_000;
export const MAX_REGIONS = 4000;
/** Past so many regions made, each asks for one visit more, up to what making one costs beside the step engine's time. */
export const MANY_REGIONS = 300;
export const DEAR_VISITS = 3000;
/** Places remembered: where blocks begin, and where regions were left. */
export const MAX_PLACES = 200_000;
/** Before that, an address comes by this often; it shares the number with others, 2^RUMOUR_BITS in all. */
export const FEW_VISITS = 4;
export const RUMOUR_BITS = 16;
/** Computed jumps whose targets are remembered. */
export const MAX_JUMPS = 50_000;
/** Instructions in one go, and as a share of those that a region has done. V8 replaces code by better code only when it is
 * entered anew, so the longer it was not, the longer it may take. */
export const SMALLEST_SLICE = 1_000_000;
export const LARGEST_SLICE = 32_000_000;
export const SLICE_SHARE = 1 / 16;
/** After an exit in the middle of a block, so many instructions may pass before addresses count as visited again. */
export const RESUMING_INSTRUCTIONS = 200;
/** An address inside of a region comes by so much more often before it gets its own: usually an entry is near. */
export const INSIDE_VISITS = 5000;
/** A region is made anew with code that it left out this many times; then that code gets its own. */
export const MAX_GROWTH = 6;
/** Up to so many instructions a region is made anew at once; making a larger one costs more than going from one to another. */
export const SMALL_REGION = 60;
/** Times that execution goes from one region to another before both become one, for each instruction of theirs. */
export const MERGING_SHARE = 60;
/** Each region on a page whose code has changed doubles what its next ones wait for, up to so many times. */
export const MAX_CHANGES = 8;
/** Where translating is held back, cold code goes on in the emitted interpreter for so many instructions; each counts as so much
 * work. */
export const INTERPRETED_INSTRUCTIONS = 2000;
export const INTERPRETED_WORK = 10;
/** Blocks that it begins with in the step engine whenever code has changed. */
export const QUIET_BLOCKS = 2000;
/** Code on a page with more than this is not taken into regions that begin elsewhere. */
export const RESTLESS = 2;
/** Times that execution goes on somewhere when a region was left, before one has an entry there. */
export const HOT_RESUMES = 12;
/** Under an observer, repetitions of a string instruction in the step engine before a region may go on with it. */
export const OBSERVED_ITERATIONS = 64;
/** Times such an instruction may come back unfinished before others get their turn. */
export const MAX_UNFINISHED = 4000;
/** Entries refused since a register points elsewhere than assumed, before a region is made anew without that assumption; and
 * times that it is, before nothing is assumed. */
export const MAX_SURPRISES = 4;
/** Times that a region is entered with another frame than it takes for known, until it is made to ask. */
export const MAX_OTHER_FRAMES = 100;
/** Times that a region is left for floating point that is not ordinary, until it does that itself. */
export const MAX_IRREGULAR = 20;
/**
 * What one `run` may do besides retiring translated instructions, some milliseconds' worth: elements of string instructions (1
 * each, less when many are done at once), instructions in the step engine, and elements there. A string instruction that is
 * left in its middle ends in the step engine, so it must be rare.
 */
export const MAX_WORK = 4_000_000;
export const STEP_WORK = 160;
export const STEPPED_ELEMENTS = 25;
/** The same under an observer, who looks at each. */
export const OBSERVED_WORK = 640;
export const OBSERVED_ELEMENTS = 1 / 160;
/** Each instruction that is translated: behind a large region others get a turn. */
export const TRANSLATION_WORK = 8000;
/** Targets of the jump that led to a hot one, which come by at least one so-manieth as often, are translated with it. */
export const SIBLINGS_SHARE = 4;
/** After so many regions anything else that comes by so often is. */
export const SEVERAL_REGIONS = 40;
/** Targets remembered for one computed jump. */
export const MAX_TARGETS = 1024;

/** Times that execution goes on from region to region by itself before the translator counts them. */
export const CHAIN_STEPS = 1023;
/** As an exit of the chain: none. */
export const NO_EXIT = 2 ** 32 - 1;

/** Operations on numbers that are not ordinary, until it is worth while to make the function that does them. */
export const FLOAT_PATIENCE = 500;
