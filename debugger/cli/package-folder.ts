// Where the product's own files lie (package.json, the pages in docs): bundles stand at different depths below.

import { readFileSync } from "node:fs";

const LEVELS = 6;

/** Bundles have package files of their own, which only say what kind of module they are. */
function holdsPackage(folder: URL): boolean {
  try {
    return JSON.parse(readFileSync(new URL("package.json", folder), "utf8")).name !== undefined;
  } catch {
    return false;
  }
}

/** The nearest folder above this bundle that holds the product's package.json; undefined when there is none. */
export function packageFolder(): URL | undefined {
  let folder = new URL("./", import.meta.url);
  for (let level = 0; level < LEVELS; level++) {
    if (holdsPackage(folder)) return folder;
    folder = new URL("../", folder);
  }
  return undefined;
}
