// All vector operations by name: those of one mnemonic have its name, without the v that AVX puts before it.

import { convertVectors } from "./convert.ts";
import { floatVectors } from "./float.ts";
import { integerVectors } from "./integer.ts";
import { shuffleVectors } from "./shuffle.ts";
import type { VectorFunction } from "./unit.ts";

export const vectors: Readonly<Record<string, VectorFunction | undefined>> = {
  ...integerVectors,
  ...shuffleVectors,
  ...floatVectors,
  ...convertVectors,
};
