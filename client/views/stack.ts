// Draws the stack from rsp down the page to the first frame: slots with their address, value and meaning, frames as bands,
// and the chain of saved frame pointers as arrows from each slot to the one it points to.

import type { StackFrameSpan, StackPicture, StackSlot } from "../../debugger/view/models.ts";
import { classes, element, shape } from "./dom.ts";
import { asList } from "./list.ts";
import { count, plural, shortAddress } from "./text.ts";

const roles: Readonly<Record<StackSlot["role"], string>> = {
  "return-address": "return address",
  "saved-frame-pointer": "saved frame pointer",
  local: "local variable",
  argument: "argument",
  "saved-register": "saved register",
  argc: "number of arguments",
  argv: "argument pointer",
  environment: "environment pointer",
  auxiliary: "auxiliary vector",
  unknown: "",
};

/** Roles whose label says already where the value points. */
const labelTells: ReadonlySet<StackSlot["role"]> = new Set(["return-address", "saved-frame-pointer"]);

/** Number of bands with colours of their own; deeper frames take them again. */
const BAND_COLOURS = 4;

function spoken(slot: StackSlot, registers: readonly string[]): string {
  return [
    ...registers.map((name) => `${name} points here.`),
    `${slot.address}: ${slot.defined ? slot.value : "never written"}`,
    slot.label,
    roles[slot.role],
    labelTells.has(slot.role) || slot.pointsTo === "" ? "" : `points to ${slot.pointsTo}`,
    slot.changed ? "changed" : "",
  ]
    .filter((part) => part !== "")
    .join(", ");
}

function drawSlot(slot: StackSlot, prefix: "r" | "e"): HTMLElement {
  const registers = [...(slot.isStackPointer ? [`${prefix}sp`] : []), ...(slot.isFramePointer ? [`${prefix}bp`] : [])];
  const target = labelTells.has(slot.role) ? "" : slot.pointsTo;
  const state = { slot: true, changed: slot.changed, undefined: !slot.defined };
  return element(
    "div",
    {
      class: `${classes(state)} role-${slot.role}`,
      "data-key": slot.address,
      "data-address": slot.address,
      "data-link": slot.link === "" ? undefined : slot.link,
      "aria-label": spoken(slot, registers),
      title: slot.defined ? undefined : "These bytes have never been written.",
    },
    element("span", { class: "registers" }, ...registers.map((name) => element("b", {}, name))),
    shortAddress(slot.address),
    element("code", { class: "value" }, slot.defined ? slot.value : "??"),
    element(
      "span",
      { class: "meaning" },
      element("span", { class: "label" }, slot.label || roles[slot.role]),
      target === "" ? undefined : element("span", { class: "target" }, ` → ${target}`),
    ),
  );
}

/** Rows that say nothing are drawn as one from this many on. */
const LONG_RUN = 4;

const isSilent = (slot: StackSlot): boolean =>
  !slot.defined && !slot.changed && !slot.isStackPointer && !slot.isFramePointer && slot.link === "";

/** Slots with long runs of bytes that were never written drawn together. */
function drawSlots(slots: readonly StackSlot[], bits: 32 | 64): HTMLElement[] {
  const rows: HTMLElement[] = [];
  for (let at = 0; at < slots.length; ) {
    let end = at;
    while (end < slots.length && isSilent(slots[end]!)) end++;
    if (end - at >= LONG_RUN) {
      rows.push(drawRun(slots.slice(at, end), bits));
      at = end;
    } else rows.push(drawSlot(slots[at++]!, bits === 64 ? "r" : "e"));
  }
  return rows;
}

function drawRun(slots: readonly StackSlot[], bits: 32 | 64): HTMLElement {
  const { address } = slots[0]!;
  const text = `${plural((slots.length * bits) / 8, "byte")} never written`;
  return element(
    "div",
    { class: "slot undefined", "data-key": address, "data-address": address, "aria-label": `${address}: ${text}` },
    element("span", { class: "registers" }),
    shortAddress(address),
    element("code", { class: "value" }, "??"),
    element("span", { class: "meaning" }, element("span", { class: "label" }, text)),
  );
}

function drawFrame(frame: StackFrameSpan | undefined, index: number, slots: readonly HTMLElement[]): HTMLElement {
  const bytes = frame ? Number(BigInt(frame.end) - BigInt(frame.start)) : 0;
  const facts = frame && `${frame.line > 0 ? `line ${frame.line} · ` : ""}${plural(bytes, "byte")}`;
  return element(
    "div",
    { class: `frame band-${index % BAND_COLOURS}` },
    frame && element("h3", {}, frame.name, element("span", {}, facts)),
    ...slots,
  );
}

/** Slots grouped by the frame they belong to, in the order of the picture. */
function groups(picture: StackPicture): { readonly frame: number; readonly slots: StackSlot[] }[] {
  const result: { frame: number; slots: StackSlot[] }[] = [];
  for (const slot of picture.slots) {
    const last = result.at(-1);
    if (last?.frame === slot.frame) last.slots.push(slot);
    else result.push({ frame: slot.frame, slots: [slot] });
  }
  return result;
}

function facts({ depthBytes, highWaterBytes, alignment }: StackPicture): string {
  const aligned = alignment === 0 ? "aligned to 16" : `${alignment} past a multiple of 16`;
  return `${plural(depthBytes, "byte")} deep, at most ${count(highWaterBytes)}; ${aligned}`;
}

export function drawStack(picture: StackPicture, bits: 32 | 64): HTMLElement {
  const frames = groups(picture).map(({ frame, slots }) =>
    drawFrame(picture.frames[frame], Math.max(0, frame), drawSlots(slots, bits)),
  );
  const list = asList(element("div", { class: "slots" }, ...frames), "Stack slots, from the stack pointer upwards");
  const links = shape("svg", { class: "links", "aria-hidden": "true" });
  const drawing = element("div", { class: "stack-drawing" }, list, links);
  const observer = new ResizeObserver(() => {
    if (drawing.isConnected) drawLinks(drawing, links);
    else observer.disconnect();
  });
  observer.observe(drawing);
  return element("div", {}, element("p", { class: "facts" }, facts(picture)), drawing);
}

const ARROW = 5;

/** Draws each saved frame pointer's arrow in the margin, now that the slots have their places. */
function drawLinks(drawing: HTMLElement, links: SVGSVGElement): void {
  const box = drawing.getBoundingClientRect();
  const places = new Map<string, DOMRect>();
  for (const slot of drawing.querySelectorAll<HTMLElement>(".slot"))
    places.set(slot.dataset.address ?? "", slot.getBoundingClientRect());
  links.setAttribute("width", String(box.width));
  links.setAttribute("height", String(box.height));
  const paths = [...drawing.querySelectorAll<HTMLElement>(".slot[data-link]")].flatMap((slot, index) => {
    const from = places.get(slot.dataset.address ?? "");
    const to = places.get(slot.dataset.link ?? "");
    return from && to ? linkPath(box, from, to, index) : [];
  });
  links.replaceChildren(...paths);
}

function linkPath(box: DOMRect, from: DOMRect, to: DOMRect, index: number): SVGPathElement[] {
  const edge = from.right - box.left;
  const reach = edge + 12 + (index % 2) * 5;
  const startY = from.top - box.top + from.height / 2 + 3;
  const endY = to.top - box.top + to.height / 2 - 3;
  const bend = Math.min(8, Math.abs(endY - startY) / 2);
  const down = endY > startY ? bend : -bend;
  const line = `M${edge} ${startY} Q${reach} ${startY} ${reach} ${startY + down} V${endY - down} Q${reach} ${endY} ${edge + 2} ${endY}`;
  const head = `M${edge + ARROW + 1} ${endY - ARROW} L${edge + 1} ${endY} L${edge + ARROW + 1} ${endY + ARROW}`;
  return [shape("path", { d: line }), shape("path", { d: head })];
}
