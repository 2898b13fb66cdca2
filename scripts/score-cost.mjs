// The part of the score that holds the checker's cost against its targets: CPU seconds beside the CPU itself and valgrind
// memcheck, one round, start-up subtracted, as `npm run bench` measures them. Takes the folder of facts; gives a part.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isInstalled } from "../bench/measure.mjs";
import { root } from "./install.mjs";

/** The most that `--check=full` may take, as geometric means of ratios. */
const MOST = { native: 5, memcheck: 0.5 };

/** One line of what the run has measured, and whether nothing of it is above its target. */
function told() {
  const path = join(root, "dist", "bench", "run.json");
  const { ratios, results, wrong: allWrong } = JSON.parse(readFileSync(path, "utf8"));
  const wrong = allWrong.filter((pair) => pair.startsWith("full "));
  const means = Object.keys(MOST).map((peer) => ({ peer, ratio: ratios[`full / ${peer}`] ?? Infinity }));
  const each = Object.entries(results.full).map(([name, { median }]) => ({
    name,
    ratio: median / (results.memcheck[name]?.median ?? Infinity),
  }));
  const slower = each.filter(({ ratio }) => ratio > 1);
  const numbers = means.map(({ peer, ratio }) => `${ratio.toFixed(2)} × ${peer} (at most ${MOST[peer]})`);
  const others = slower.map(({ name, ratio }) => `${name} ${ratio.toFixed(2)} times`);
  numbers.push(others.length === 0 ? "no program slower than memcheck" : `slower than memcheck: ${others.join(", ")}`);
  if (wrong.length > 0) numbers.push(`wrong output: ${wrong.join(", ")}`);
  const isGood = means.every(({ peer, ratio }) => ratio <= MOST[peer]) && slower.length === 0 && wrong.length === 0;
  return { line: numbers.join("; "), isGood };
}

export const costPart = (facts) => ({
  name: "checker: cost of --check=full",
  needs: "bench/programs",
  missing: () => (isInstalled("valgrind") ? undefined : "valgrind"),
  command: () => [
    join(root, "scripts", "bench-run.mjs"),
    ...["--rounds", "1", "--tools", "native,memcheck,full", "--programs", join(facts, "bench", "programs")],
  ],
  text: (stdout) => (stdout.includes("geometric mean") ? told() : undefined),
});
