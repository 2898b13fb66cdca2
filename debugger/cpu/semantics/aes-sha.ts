// AES, SHA, carry-less multiplication and Galois fields, in their SSE and VEX forms (SDM Vol. 2).

import type { aesSha as table } from "../../../server/isa/table/aes-sha.ts";
import type { Semantics } from "../builder.ts";
import { STATE } from "../state.ts";
import { packed } from "./vector-shapes.ts";

const NAMES = [
  ...(["aesenc", "aesenclast", "aesdec", "aesdeclast", "aesimc", "aeskeygenassist", "pclmulqdq"] as const),
  ...(["gf2p8affineinvqb", "gf2p8affineqb", "gf2p8mulb"] as const),
] as const;
const SHA_NAMES = ["sha1msg1", "sha1msg2", "sha1nexte", "sha1rnds4", "sha256msg1", "sha256msg2"] as const;
type Name = (typeof NAMES)[number] | (typeof SHA_NAMES)[number] | `v${(typeof NAMES)[number]}`;

const names: readonly string[] = [...NAMES, ...SHA_NAMES, ...NAMES.map((name) => `v${name}`)];

export const aesSha = () =>
  ({
    ...(Object.fromEntries(names.map((name) => [name, packed()])) as Record<Name, Semantics>),
    // The words and constants are in xmm0.
    sha256rnds2: packed(undefined, STATE.ymm),
  }) satisfies Record<keyof ReturnType<typeof table>, Semantics>;
