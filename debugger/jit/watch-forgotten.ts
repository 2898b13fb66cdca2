// The bytes below rsp hold nobody's values any more where rsp rises, and at calls and returns.

import type { StackRule } from "../cpu/inline-watch.ts";
import { SHADOW } from "../mem/layout.ts";
import type { Local } from "./emitter.ts";
import type { Frame } from "./frame-flow.ts";
import { SIMD } from "./simd.ts";
import { OP } from "./wasm-writer.ts";
import { offsetLocal, wordBytes } from "./watch-frames.ts";
import type { Watched } from "./watched.ts";

/** Which bytes lose their values: distances from rsp before (`from`) and after (`to`); undefined = none. */
function forgotten(
  watched: Watched,
  rule: StackRule,
):
  | {
      readonly start: "old" | "new";
      readonly from: number;
      readonly to: number;
      readonly sizeBytes: number | "unknown";
    }
  | undefined {
  const zone = watched.watch.redZoneBytes;
  const word = wordBytes(watched);
  switch (rule.kind) {
    case "push":
      return undefined;
    case "call":
      return zone === 0 ? undefined : { start: "new", from: -zone, to: 0, sizeBytes: zone };
    case "ret": {
      // What the return address leaves behind, and then everything below.
      const sizeBytes = word + rule.extraBytes + zone;
      return { start: "old", from: -zone, to: 0, sizeBytes };
    }
    case "pop":
      return { start: "old", from: -zone, to: -zone, sizeBytes: word };
    case "move":
      return rule.forgets && rule.delta > 0
        ? { start: "old", from: -zone, to: -zone, sizeBytes: rule.delta }
        : undefined;
    case "leave":
      return { start: "old", from: -zone, to: -zone, sizeBytes: "unknown" };
    case "restore":
      return rule.forgets ? { start: "old", from: -zone, to: -zone, sizeBytes: "unknown" } : undefined;
  }
}

const UNDEFINED_WORD = 0x0101010101010101n * BigInt(SHADOW.undefined);

/** `before` is rsp as it was, or for a call as it is. @param depths of the frame, where they are known: before and behind */
export function forget(
  watched: Watched,
  rule: StackRule,
  {
    before,
    after,
    frame,
    depth,
  }: { readonly before: Local; readonly after: Local; readonly frame: Frame; readonly depth: number },
): void {
  const range = forgotten(watched, rule);
  if (range === undefined) return;
  const { e, layout } = watched;
  const word = wordBytes(watched);
  const known = frame === undefined ? undefined : (frame.depth - depth) * word;
  const at = e.local("i32");
  const first = offsetLocal(watched, () => e.get(before), range.from);
  const pushHost = (address: Local): void => {
    e.get(address);
    e.op(OP.i32WrapI64);
    e.i32(layout.foldBytes - 1);
    e.op(OP.i32And);
  };
  pushHost(first);
  e.set(at);
  const sizeBytes = range.sizeBytes === "unknown" ? (known ?? "unknown") : range.sizeBytes;
  // A range over the end of the guest plane would go on at its start: the stack never lies so.
  if (sizeBytes === "unknown" || sizeBytes > 512) {
    const end = offsetLocal(watched, () => e.get(after), range.to);
    e.get(at);
    e.i32(layout.shadow);
    e.op(OP.i32Add);
    e.i32(SHADOW.undefined);
    e.binary(OP.i64Sub, end, first);
    e.op(OP.i32WrapI64);
    e.bulk("fill");
    return;
  }
  // The deepest word comes first.
  const lowest = frame === undefined ? 0 : lowestOf(rule, frame.depth, watched) - 1;
  const isUndefined = (offset: number): boolean =>
    frame !== undefined &&
    lowest - offset / word >= 0 &&
    ((frame.undefined >> BigInt(lowest - offset / word)) & 1n) === 1n;
  for (let done = 0; done < sizeBytes; ) {
    if (sizeBytes - done >= word && isUndefined(done)) {
      done += word;
      continue;
    }
    const part = ([16, 8, 4, 2, 1] as const).find((size) => size <= sizeBytes - done)!;
    e.get(at);
    if (part === 16) {
      e.vectorConstant(new Array<number>(16).fill(SHADOW.undefined));
      e.vectorMemory(SIMD.store, layout.shadow + done);
    } else {
      if (part === 8) e.i64(UNDEFINED_WORD);
      else e.i32(Number(BigInt.asIntN(8 * part, UNDEFINED_WORD)));
      e.memory({ 8: OP.i64Store, 4: OP.i32Store, 2: OP.i32Store16, 1: OP.i32Store8 }[part], layout.shadow + done);
    }
    done += part;
  }
}

/** Depth where the bytes that are forgotten begin. */
const lowestOf = (rule: StackRule, depth: number, { frameSizes: { zone } }: Watched): number =>
  (rule.kind === "call" ? depth + 1 : depth) + zone;
