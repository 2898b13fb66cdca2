// Uses of undefined values in words: what depends on it, where it comes from, and who should have set it.

import type { FindingName } from "../../../server/facts/findings.ts";
import { START_STUB } from "../../../server/facts/libc-linking.ts";
import { around } from "../blocks.ts";
import { bytesText, type Context, hex, type Instant, report } from "../context.ts";
import type { Finding, HeapBlock, RelatedPlace } from "../finding.ts";
import { activationHolding } from "../frames.ts";
import { objectAt, placeText, statementText, symbolText } from "../program-map.ts";
import { undefinedBytes } from "./evaluate.ts";
import type { Origin } from "./origin.ts";

export interface Matter {
  readonly kind: "branch" | "address" | "jump" | "divisor" | "count" | "syscall" | "status" | "argument" | "examined";
  readonly origin: Origin | undefined;
  readonly address?: bigint;
  /** What it is used for, where the instruction does not say it: "argument 2 (buffer) of write". */
  readonly what?: string;
  readonly time?: number;
}

const KINDS: Readonly<Record<Matter["kind"], FindingName>> = {
  branch: "uninit-branch",
  examined: "uninit-branch",
  address: "uninit-address",
  jump: "uninit-jump",
  divisor: "uninit-value",
  count: "uninit-value",
  status: "uninit-value",
  argument: "uninit-value",
  syscall: "uninit-syscall",
};

/** @param wrong where the value was read, when that was told already */
function sentence(matter: Matter, statement: string, wrong: string | undefined): string {
  const { what } = matter;
  const why = matter.origin?.kind === "call" ? "a call has destroyed" : "was never set";
  const value = wrong === undefined ? `a value that ${why}` : `what the wrong read at ${wrong} brought`;
  switch (matter.kind) {
    case "branch":
      if (matter.origin?.kind === "flags") return `\`${statement}\` depends on a flag that is undefined.`;
      return `\`${statement}\` depends on ${value}.`;
    case "address":
      return `\`${statement}\` uses ${value} in an address${matter.address === undefined ? "" : `: ${hex(matter.address)} by chance`}.`;
    case "jump":
      return `\`${statement}\` jumps to ${wrong === undefined ? `an address that ${why}` : value}.`;
    case "divisor":
      return `\`${statement}\` divides by ${value}.`;
    case "count":
      return `\`${statement}\` repeats as often as ${wrong === undefined ? `a value says that ${why}` : value}.`;
    default:
      if (what?.endsWith(".")) return what;
      return wrong === undefined && matter.origin?.kind !== "call" ? `${what} was never set.` : `${what} is ${value}.`;
  }
}

/** The frame an address of the stack lies in, in words. */
function onStack(context: Context, address: number): { text: string; related: RelatedPlace[] } | undefined {
  const { stack } = context.options;
  if (address < stack.low || address >= stack.high) return undefined;
  const owner = activationHolding(context, address);
  const name = owner === undefined ? undefined : symbolText(context.program.image, owner.target);
  const where =
    owner === undefined || name === undefined
      ? ""
      : `, ${bytesText(owner.stackPointer - address)} below the return address of ${name}`;
  return {
    text: `on the stack at ${hex(address)}${where}`,
    related:
      owner === undefined || owner.callSite === 0 ? [] : [{ what: "called", pc: owner.callSite, time: owner.time }],
  };
}

/** The block from which realloc has copied what stands at an offset, back to the one that it was allocated in. */
function copiedFrom({ owners }: Context, block: HeapBlock, offset: number): HeapBlock {
  let from = block;
  while (/^realloc/.test(from.by)) {
    const { pc, time } = from.allocated;
    const old = owners.blocks.list.find(({ freed }) => freed?.time === time && freed.pc === pc);
    if (old === undefined || offset >= old.sizeBytes || old.id >= from.id) break;
    from = old;
  }
  return from;
}

/** Where a block ends that a read begins in, when all that was read of the block itself is set: what lies behind it is not. */
function endPassed(
  { owners, options: { memory } }: Context,
  { address, sizeBytes }: Extract<Origin, { kind: "memory" }>,
): number | undefined {
  const { below } = around(owners.blocks, address);
  const end = below === undefined ? 0 : below.address + below.sizeBytes;
  if (address >= end || address + sizeBytes <= end) return undefined;
  return undefinedBytes(memory, address, end - address).every((byte) => byte === 0) ? end : undefined;
}

function fromMemory(
  context: Context,
  origin: Extract<Origin, { kind: "memory" }>,
): { text: string; related: RelatedPlace[] } {
  const { address } = origin;
  const { below } = around(context.owners.blocks, address);
  if (below !== undefined && endPassed(context, origin) !== undefined) {
    return {
      text: `behind the end of block #${below.id} of ${bytesText(below.sizeBytes)}, allocated by ${below.by} at ${placeText(context.program, below.allocated.pc)}`,
      related: [{ what: "allocated", ...below.allocated }],
    };
  }
  if (below !== undefined && address < below.address + below.sizeBytes) {
    const offset = address - below.address;
    const from = copiedFrom(context, below, offset);
    const copied =
      from === below
        ? ""
        : `, copied by ${below.by} at ${placeText(context.program, below.allocated.pc)} from block #${from.id} of ${bytesText(from.sizeBytes)}`;
    return {
      text: `${bytesText(offset)} inside block #${below.id} of ${bytesText(below.sizeBytes)}${copied}, allocated by ${from.by} at ${placeText(context.program, from.allocated.pc)}, which does not set its bytes`,
      related: [{ what: "allocated", ...from.allocated }],
    };
  }
  const place = onStack(context, address);
  if (place !== undefined)
    return { text: `${place.text}, where nothing was written since the room was made`, related: place.related };
  const object = objectAt(context.program, address);
  if (object === undefined) return { text: `at ${hex(address)}`, related: [] };
  const isOver = address < object.end && address + origin.sizeBytes > object.end;
  return { text: isOver ? `behind the end of \`${object.name}\`` : `in \`${object.name}\``, related: [] };
}

/** Where a value comes from that was never set and is used at the instant `usedAt`: sentences, and the places they name. */
export function explain(
  context: Context,
  origin: Origin | undefined,
  usedAt = Number.POSITIVE_INFINITY,
): { details: string[]; related: RelatedPlace[] } {
  if (origin === undefined) return { details: [], related: [] };
  if (origin.kind === "call") {
    return {
      details: [
        `It comes from ${origin.register}, which \`call ${origin.name}\` at ${placeText(context.program, origin.pc)} has destroyed.`,
      ],
      related: [{ what: "called", pc: origin.pc, time: origin.time }],
    };
  }
  if (origin.kind === "entry") {
    const name = symbolText(context.program.image, origin.pc) ?? hex(origin.pc);
    const by = origin.name === START_STUB ? "libc's start-up code" : origin.name;
    return {
      details: [
        `It comes from ${origin.register}, to which nobody has given a value: ${by} enters ${name} with anything there.`,
      ],
      related: [{ what: "entered", pc: origin.pc, time: origin.time }],
    };
  }
  if (origin.kind === "flags") {
    const maker = statementText(context.program, origin.pc);
    return {
      details: [
        `\`${maker}\` at ${placeText(context.program, origin.pc)} does not say what this flag is afterwards: ${/^(?:\S+:\s*)?call\b/i.test(maker) ? "a function may leave the flags as it likes" : "it differs from CPU to CPU"}.`,
      ],
      related: [{ what: "flag left undefined", pc: origin.pc, time: origin.time }],
    };
  }
  const { text, related } = fromMemory(context, origin);
  // What the instruction itself reads, or libc or the kernel for it, needs no place of its own.
  const isReadBefore = origin.pc !== 0 && origin.time < usedAt;
  const read = isReadBefore ? ` It was read at ${placeText(context.program, origin.pc)}.` : "";
  return {
    details: [`The value lies ${text}.${read}`],
    related: [...related, ...(isReadBefore ? [{ what: "read", pc: origin.pc, time: origin.time }] : [])],
  };
}

/** The first bytes of an origin that are undefined: what lies beside them has its own writer. */
function garbageOf(context: Context, origin: Extract<Origin, { kind: "memory" }>): NonNullable<Finding["garbage"]> {
  const { address, sizeBytes, time } = origin;
  const end = endPassed(context, origin);
  if (end !== undefined) return { address: end, sizeBytes: Math.min(8, address + sizeBytes - end), time };
  const undef = undefinedBytes(context.options.memory, address, Math.min(64, sizeBytes));
  const isSet = (byte: number): boolean => byte === 0;
  const first = undef.findIndex((byte) => !isSet(byte));
  // It may have been set since it was read.
  if (first < 0) return { address, sizeBytes: Math.min(8, sizeBytes), time };
  const behind = undef.subarray(first).findIndex(isSet);
  return { address: address + first, sizeBytes: Math.min(8, behind < 0 ? undef.length - first : behind), time };
}

/** Reports a use that matters. A register that a call destroyed is that kind's own finding. */
export function reportUse(context: Context, matter: Matter, pc: number): "stop" | undefined {
  const { origin } = matter;
  const statement = statementText(context.program, pc);
  const destroyed = origin?.kind === "call";
  if (destroyed && context.owners.toldCalls.has(`${origin.pc} ${origin.register}`)) return undefined;
  if (statement === "" && context.program.image.items.length > 0 && !context.program.items.has(pc)) return undefined;
  if (origin?.kind === "memory" && context.owners.toldCalls.has(`read ${origin.pc}`))
    return reportConsequence(context, matter, origin, pc);
  const copied = destroyed ? context.owners.givenBack.get(`${origin.pc} ${origin.register}`) : undefined;
  if (copied !== undefined) return reportResult(context, matter, copied, pc);
  const usedAt = matter.time ?? context.options.state.retired;
  let known: ReturnType<typeof explain> | undefined;
  const explained = (): ReturnType<typeof explain> => (known ??= explain(context, origin, usedAt));
  return report(context, {
    kind: destroyed ? "volatile-after-call" : KINDS[matter.kind],
    message: () => sentence(matter, statement, undefined),
    details: () => [
      ...explained().details,
      destroyed
        ? context.options.core.bits === 64
          ? "A call may change rax, rcx, rdx, rsi, rdi, r8 to r11 and all xmm registers: keep what is needed elsewhere."
          : "A call may change eax, ecx, edx and all xmm registers: keep what is needed elsewhere."
        : origin?.kind === "flags"
          ? "Test the result itself: `test`, `or` or `cmp` sets all flags."
          : origin?.kind === "memory" && endPassed(context, origin) !== undefined
            ? "What lies there belongs to somebody else: mask it out before anything depends on it."
            : "Give it a value before it is used; what is there by chance differs from run to run.",
    ],
    pc,
    time: usedAt,
    ...(matter.address === undefined || matter.address >= 1n << 53n ? {} : { address: Number(matter.address) }),
    object: matter.what ?? matter.kind,
    ...(origin?.kind === "memory" ? { garbage: () => garbageOf(context, origin) } : {}),
    related: () => explained().related.filter((one) => context.program.items.has(one.pc)),
  });
}

/** A function's result is used that was copied from a register which a call had destroyed: the mistake is the copy. */
function reportResult(context: Context, matter: Matter, copied: number, pc: number): "stop" | undefined {
  const { details, related } = explain(context, matter.origin);
  const place = placeText(context.program, pc);
  const used = context.program.items.has(pc) ? [{ what: "used", pc, time: context.options.state.retired }] : [];
  return report(context, {
    kind: "volatile-after-call",
    message: `\`${statementText(context.program, copied)}\` makes a result of what a call has destroyed.`,
    details: [
      ...details,
      `At ${place} it is used: ${sentence(matter, statementText(context.program, pc), undefined)}`,
      "Give back what the function has worked out: keep it in rbx, rbp, r12 to r15, or on the stack, over calls.",
    ],
    pc: copied,
    time: matter.time ?? context.options.state.retired,
    object: matter.origin?.kind === "call" ? matter.origin.register : "",
    related: [...related.filter((one) => context.program.items.has(one.pc)), ...used],
  });
}

/** What came of a read that is a finding itself: one mistake is no second error. */
function reportConsequence(
  context: Context,
  matter: Matter,
  { pc: read, time }: Instant,
  pc: number,
): "stop" | undefined {
  return report(context, {
    kind: KINDS[matter.kind],
    severity: "note",
    message: sentence(matter, statementText(context.program, pc), placeText(context.program, read)),
    details: ["The read is a finding by itself: this is what came of it."],
    pc,
    time: matter.time ?? context.options.state.retired,
    object: matter.what ?? matter.kind,
    related: [{ what: "read", pc: read, time }],
  });
}
