// CPU time of whole processes, and what a row of such times comes to.
import { spawnSync } from "node:child_process";

/**
 * Runs a program and gives its CPU time in seconds (user and system, by the shell's own clock, to a millisecond), its exit status
 * and what it wrote to standard output.
 */
export function cpuOf(command, args) {
  const script = `TIMEFORMAT='%3U %3S'; time "$0" "$@" 2>/dev/null`;
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script, command, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const [user, system] = stderr.trim().split("\n").at(-1).split(" ").map(Number);
  return { cpu: user + system, status, output: stdout };
}

const sorted = (values) => [...values].sort((a, b) => a - b);

/** The one in the middle. */
export const median = (values) => sorted(values)[values.length >> 1];

export function summary(values) {
  const order = sorted(values);
  return { median: median(values), least: order[0], most: order[order.length - 1], runs: values.length };
}

/** The mean that suits ratios. */
export const geometricMean = (values) => Math.exp(values.reduce((sum, x) => sum + Math.log(x), 0) / values.length);

/** Whether a program of that name can be started. */
export const isInstalled = (name) => spawnSync("bash", ["-c", `command -v ${name}`]).status === 0;
