// The run's time as a slider: one may go to any instant at which the machine has been.

import { element } from "./dom.ts";
import { count } from "./text.ts";

export interface Timeline {
  readonly root: HTMLElement;
  readonly show: (time: number, horizon: number, state: "live" | "ended") => void;
}

export function makeTimeline(onTravel: (time: number) => void): Timeline {
  const text = element("output", { for: "time" });
  const slider = element("input", { type: "range", id: "time", min: 0, step: 1, "aria-label": "Instant of the run" });
  const root = element("div", { class: "timeline" }, element("label", { for: "time" }, text), slider);
  let horizonNow = 0;

  const describe = (time: number): string => {
    const past = time < horizonNow ? ` of ${count(horizonNow)}` : "";
    return `${count(time)}${past} instruction${time === 1 && past === "" ? "" : "s"} executed`;
  };
  slider.addEventListener("input", () => {
    text.textContent = describe(Number(slider.value));
  });
  slider.addEventListener("change", () => onTravel(Number(slider.value)));
  return {
    root,
    show(time, horizon, state) {
      horizonNow = horizon;
      slider.max = String(Math.max(1, horizon));
      slider.value = String(time);
      slider.disabled = state === "ended" || horizon === 0;
      text.textContent = describe(time);
      slider.setAttribute("aria-valuetext", describe(time));
    },
  };
}
