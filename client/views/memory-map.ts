// Draws the address space from high addresses at the top to 0 at the bottom, as books do: regions as boxes whose height grows
// with the logarithm of their size, gaps as broken stretches, and rsp, rbp, rip and brk where they point.

import type { MapPicture, MapRegion } from "../../debugger/view/models.ts";
import { classes, element } from "./dom.ts";
import { asList } from "./list.ts";
import { address, permissionWords, plural, size } from "./text.ts";

type Marker = MapPicture["markers"][number];

const PAGE_BYTES = 4096;
const MIN_HEIGHT = 34;
const HEIGHT_PER_DOUBLING = 5;
const MAX_SYMBOLS = 8;

const startOf = (region: MapRegion): bigint => BigInt(region.start);
const endOf = (region: MapRegion): bigint => BigInt(region.start) + BigInt(region.sizeBytes);

/** What purposes are drawn as; a purpose that is not here is the system's own. */
const kinds: Readonly<Record<string, { readonly kind: string; readonly grows?: string }>> = {
  stack: { kind: "stack", grows: "↓ grows down" },
  "heap of malloc": { kind: "heap", grows: "↑ grows up" },
  "heap (brk)": { kind: "heap", grows: "↑ grows up" },
  "mapped by the program": { kind: "mmap" },
  file: { kind: "file" },
};

/** Which colour a region takes: by what it is for, the program's own by what may be done with them. */
function kindOf({ purpose, permissions }: MapRegion): string {
  if (purpose !== "program") return kinds[purpose]?.kind ?? "system";
  if (permissions.includes("x")) return "code";
  return permissions.includes("w") ? "data" : "constants";
}

function drawPermissions(permissions: string): HTMLElement {
  const letters = ["r", "w", "x"].map((letter) =>
    element("span", { class: permissions.includes(letter) ? "may" : "may-not" }, letter),
  );
  return element("code", { class: "permissions", title: permissionWords(permissions) }, ...letters);
}

/** Height in pixels from the bottom of the box, for a marker inside the region. */
function markerPlace(region: MapRegion, marker: Marker): string {
  const offset = Number(BigInt(marker.address) - startOf(region));
  const share = region.sizeBytes > 0 ? offset / region.sizeBytes : 0;
  return `${(100 * Math.min(1, Math.max(0, share))).toFixed(1)}%`;
}

function symbolText(symbols: readonly string[]): string {
  const more = symbols.length - MAX_SYMBOLS;
  return `${symbols.slice(0, MAX_SYMBOLS).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function drawRegion(region: MapRegion, markers: readonly Marker[]): HTMLElement {
  const doublings = Math.log2(Math.max(1, region.sizeBytes / PAGE_BYTES));
  const height = MIN_HEIGHT + HEIGHT_PER_DOUBLING * doublings;
  const end = `0x${endOf(region).toString(16)}`;
  const pointers = markers.map((marker) => `${marker.name} points here (${marker.address}).`);
  const name = region.name || region.purpose;
  const known = name === region.purpose || region.purpose === "program" || region.purpose === "stack";
  const remarks = [known ? "" : region.purpose, kinds[region.purpose]?.grows ?? ""];
  const remark = remarks.filter((text) => text !== "").join(" ");
  return element(
    "div",
    {
      class: `${classes({ region: true, changed: region.changed })} kind-${kindOf(region)}`,
      style: `min-height: ${height.toFixed(0)}px`,
      "data-key": region.start,
      "aria-label": `${name}, ${region.purpose}: ${region.start} to ${end}, ${plural(region.sizeBytes, "byte")}, ${permissionWords(region.permissions)}. ${pointers.join(" ")}${region.changed ? " Changed." : ""}`,
    },
    element(
      "p",
      {},
      element("b", {}, name),
      drawPermissions(region.permissions),
      element("span", { class: "extent", title: plural(region.sizeBytes, "byte") }, size(region.sizeBytes)),
    ),
    element("p", { class: "range" }, address(region.start), " – ", address(end)),
    remark === "" ? undefined : element("p", { class: "remark" }, remark),
    region.symbols.length > 0 ? element("p", { class: "symbols" }, symbolText(region.symbols)) : undefined,
    ...markers.map((marker) =>
      element(
        "span",
        { class: "marker", style: `bottom: ${markerPlace(region, marker)}`, title: marker.address },
        marker.name,
      ),
    ),
  );
}

function drawGap(bytes: bigint, markers: readonly Marker[]): HTMLElement {
  return element(
    "div",
    { class: "gap" },
    element("span", {}, `${size(Number(bytes))} unused`),
    ...markers.map((marker) => element("span", { class: "marker", title: marker.address }, marker.name)),
  );
}

/** brk points one past its region, which is where it should be drawn. */
const pointsInto = (region: MapRegion, marker: Marker): boolean => {
  const at = BigInt(marker.address);
  return at >= startOf(region) && (at < endOf(region) || (marker.name === "brk" && at === endOf(region)));
};

export function drawMap(picture: MapPicture): HTMLElement {
  const regions = [...picture.regions].reverse();
  const placed = new Set<Marker>();
  const boxes = regions.map((region) => {
    const markers = picture.markers.filter((marker) => !placed.has(marker) && pointsInto(region, marker));
    for (const marker of markers) placed.add(marker);
    return drawRegion(region, markers);
  });
  const list = element("div", { class: "map" });
  regions.forEach((region, index) => {
    const below = regions[index + 1];
    const floor = below ? endOf(below) : 0n;
    const stray = picture.markers.filter(
      (marker) => !placed.has(marker) && BigInt(marker.address) >= floor && BigInt(marker.address) < startOf(region),
    );
    list.append(boxes[index]!);
    if (startOf(region) > floor) list.append(drawGap(startOf(region) - floor, stray));
  });
  const total = picture.regions.reduce((sum, region) => sum + region.sizeBytes, 0);
  const facts = `${plural(picture.regions.length, "region")}, ${size(total)} mapped; high addresses on top`;
  return element("div", {}, element("p", { class: "facts" }, facts), asList(list, "Memory map"));
}
