// Fused multiply-add: the destination is an operand too, so scalar forms work in place (SDM Vol. 2C, VFMADD132PD …).

import type { fma as table } from "../../../server/isa/table/fma.ts";
import { keysOf } from "../../../server/isa/table.ts";
import type { Semantics } from "../builder.ts";
import { emitFrame, frameOf, packed, sourcePlace } from "./vector-shapes.ts";

const scalarInPlace =
  (laneBytes: 4 | 8): Semantics =>
  (b) => {
    const frame = frameOf(b);
    emitFrame(b, frame, undefined, sourcePlace(b, frame.source, laneBytes), 0, laneBytes);
  };

const shapeOf = (name: string): Semantics =>
  name.endsWith("ss") ? scalarInPlace(4) : name.endsWith("sd") ? scalarInPlace(8) : packed();

export const fma = () =>
  Object.fromEntries(keysOf("fma").map((name) => [name, shapeOf(name)])) as Record<
    keyof ReturnType<typeof table>,
    Semantics
  >;
