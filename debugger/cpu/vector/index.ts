// All vector operations by name: those of one mnemonic have its name, without the v that AVX puts before it.

import { amdVectors } from "./amd.ts";
import { cipherVectors } from "./cipher.ts";
import { convertVectors } from "./convert.ts";
import { floatVectors } from "./float.ts";
import { fusedVectors } from "./fused.ts";
import { integerVectors } from "./integer.ts";
import { shuffleVectors } from "./shuffle.ts";
import type { VectorFunction } from "./unit.ts";
import { wideVectors } from "./wide.ts";

let made: Readonly<Record<string, VectorFunction | undefined>> | undefined;

/** Made when the first vector operation comes. */
export function vectors(): Readonly<Record<string, VectorFunction | undefined>> {
  made ??= {
    ...integerVectors(),
    ...shuffleVectors(),
    ...floatVectors(),
    ...convertVectors(),
    ...fusedVectors(),
    ...wideVectors(),
    ...cipherVectors(),
    ...amdVectors(),
  };
  return made;
}

/** Operations that take what stands in the destination as a third operand. */
export const readsDestination = (name: string): boolean => /^(fn?m(add|sub)|pdp)/.test(name);
/** Operations whose immediate is the place of one more register. */
export const placeInImmediate = (name: string): boolean => /^(blendvp[sd]|pblendvb|sha256rnds2)$/.test(name);
/** Operations that round as MXCSR says and note exceptions in it. */
export const usesMxcsr = (name: string): boolean =>
  /^((add|sub|mul|div|sqrt|min|max|addsub|hadd|hsub|cmp|dp|round)[sp][sd]|fn?m(add|sub)\w*|cvt\w+)$/.test(name);
