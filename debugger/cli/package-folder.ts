// Where the product's own files lie (package.json, the pages in docs): bundles stand at different depths below.

import { existsSync } from "node:fs";

const LEVELS = 6;

/** The nearest folder above this bundle that holds package.json; undefined when somebody took the bundle out of it. */
export function packageFolder(): URL | undefined {
  let folder = new URL("./", import.meta.url);
  for (let level = 0; level < LEVELS; level++) {
    if (existsSync(new URL("package.json", folder))) return folder;
    folder = new URL("../", folder);
  }
  return undefined;
}
