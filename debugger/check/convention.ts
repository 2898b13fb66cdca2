// Small promises of the calling convention: the direction flag is clear at calls and returns, and al tells a variadic function
// how many vector registers hold arguments (System V ABI AMD64, 3.2.1 and 3.5.7).

import { isLibcFunction, signatureOf } from "../../server/facts/libc.ts";
import { FLAG, STATE } from "../cpu/state.ts";
import type { MachineEvent } from "../os/events.ts";
import { type Activation, type Context, hex, report } from "./context.ts";
import { printfConversions } from "./definedness/formats.ts";
import { explain } from "./definedness/report.ts";
import { originIn } from "./definedness/shadow.ts";
import { symbolText } from "./program-map.ts";
import { callText } from "./tail-jumps.ts";

/** DF is set. */
export function isBackwards(context: Context): boolean {
  const { layout, view } = context.options.memory;
  return (view.getUint32(layout.state + STATE.flagSystem, true) & FLAG.df) !== 0;
}

const ADVICE = "String instructions run backwards while DF is set: clear it with cld when the backward copy is done.";

/** At a call of libc: DF must be clear. */
export function checkDirectionAtCall(context: Context, name: string, pc: number, time: number): void {
  if (!isBackwards(context)) return;
  report(context, {
    kind: "direction-flag",
    message: `${callText(context, name, pc)} with the direction flag set.`,
    details: [ADVICE],
    pc,
    time,
    object: name,
  });
}

/** At the ret of a function that was entered with DF clear. */
export function checkDirectionAtReturn(context: Context, top: Activation, pc: number): "stop" | undefined {
  const { owners } = context;
  if (top.backwards || top.serial < owners.leftBackwards || !isBackwards(context)) return undefined;
  const name = symbolText(context.program.image, top.target) ?? hex(top.target);
  // What a callback has left is told where that returns.
  if (isLibcFunction(name.replace(/@plt$/, "")) && !context.program.items.has(pc)) return undefined;
  owners.leftBackwards = top.serial;
  return report(context, {
    kind: "direction-flag",
    message: `${name} returns with the direction flag set; it was clear at entry.`,
    details: [ADVICE],
    pc,
    time: context.options.state.retired,
    object: name,
  });
}

/** At a call of printf, scanf and their kin from 64-bit code: al must be set, at least the number of vector registers used, and at most 8. */
export function checkVariadic(
  context: Context,
  event: Extract<MachineEvent, { kind: "libc-enter" }>,
  pc: number,
  time: number,
): void {
  if (context.options.core.bits !== 64 || !isLibcFunction(event.name)) return;
  const signature = signatureOf(event.name);
  if (!signature.variadic || !/(?:printf|scanf)$/.test(event.name)) return;
  const al = Number(context.options.state.gpr(0) & 255n);
  const isUnset = (context.shadow.registers[0]! & 255n) !== 0n;
  const index = signature.parameters.length - 1;
  // scanf takes pointers only.
  const conversions = event.name.endsWith("printf") ? printfConversions(context, event.args[index]) : [];
  const floats = Math.min(8, conversions.filter((one) => one === "float").length);
  if (!isUnset && al >= floats && al <= 8) return;
  const needed = `its format takes ${floats} floating-point ${floats === 1 ? "number" : "numbers"} from vector registers`;
  const said = callText(context, event.name, pc);
  const where = explain(context, isUnset ? originIn(context.shadow, 0) : undefined);
  report(context, {
    kind: "variadic-al",
    severity: floats > (isUnset ? 0 : al) ? "error" : "warning",
    message: isUnset
      ? `${said} with al never set${floats > 0 ? `, but ${needed}` : ": it tells how many vector registers hold arguments"}.`
      : al < floats
        ? `${said} with al = ${al}, but ${needed}.`
        : `${said} with al = ${al}: it tells how many vector registers hold arguments, 0 to 8.`,
    details: [
      ...where.details,
      `${event.name} takes a variable number of arguments: put the number of xmm registers used into al before the call (xor eax, eax for none).`,
    ],
    related: where.related.filter((one) => context.program.items.has(one.pc)),
    pc,
    time,
    object: event.name,
  });
}
