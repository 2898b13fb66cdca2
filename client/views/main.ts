// The page of the memory pictures: takes the model the extension sends at each stop and draws it three times over: stack, heap
// and memory map. It keeps nothing but which tab is in front.

import "./views.css";
import type { Pictures } from "../../debugger/view/models.ts";
import { element } from "./dom.ts";
import { drawHeap } from "./heap.ts";
import { refresh } from "./list.ts";
import { drawMap } from "./memory-map.ts";
import { drawStack } from "./stack.ts";
import { summary } from "./summary.ts";
import { drawTabs, makeTab } from "./tabs.ts";
import { makeTimeline } from "./timeline.ts";

/** From the extension. */
interface PicturesMessage {
  readonly kind: "pictures";
  readonly state: "none" | "live" | "ended";
  readonly pictures: Pictures | undefined;
}

interface Kept {
  readonly tab: string;
}

declare function acquireVsCodeApi(): {
  postMessage(message: { readonly kind: "ready" } | { readonly kind: "travel"; readonly time: number }): void;
  getState(): Kept | undefined;
  setState(state: Kept): void;
};

const BEFORE = "Press F5 in an assembly file: its stack, heap and memory map appear here at every stop.";
const AFTER = "The program has ended. This is how it looked at the last stop.";

const editor = acquireVsCodeApi();
const stack = makeTab("stack", "Stack");
const heap = makeTab("heap", "Heap");
const map = makeTab("map", "Memory map");
const timeline = makeTimeline((time) => editor.postMessage({ kind: "travel", time }));
const notice = element("p", { class: "notice" }, BEFORE);
const spoken = element("p", { class: "spoken", "aria-live": "polite" });
const tabs = drawTabs([stack, heap, map], editor.getState()?.tab ?? "stack", (tab) => editor.setState({ tab }));

function show({ state, pictures }: PicturesMessage): void {
  document.body.dataset.state = pictures ? state : "none";
  notice.textContent = !pictures ? BEFORE : state === "ended" ? AFTER : "";
  notice.hidden = notice.textContent === "";
  timeline.root.hidden = tabs.hidden = !pictures;
  if (!pictures) return;
  timeline.show(pictures.time, pictures.horizon, state === "live" ? "live" : "ended");
  refresh(stack.content, drawStack(pictures.stack, pictures.bits));
  refresh(heap.content, drawHeap(pictures.heap));
  refresh(map.content, drawMap(pictures.map));
  spoken.textContent = state === "live" ? summary(pictures) : AFTER;
}

document.querySelector("#pictures")?.append(notice, timeline.root, tabs, spoken);
show({ kind: "pictures", state: "none", pictures: undefined });
window.addEventListener("message", (event: MessageEvent<PicturesMessage>) => {
  if (event.data.kind === "pictures") show(event.data);
});
editor.postMessage({ kind: "ready" });
