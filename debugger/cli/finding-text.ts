// A finding as text on standard error, in the manner of valgrind: what happened, where, through which calls, and the other
// places that explain it, each line behind a mark that tells it from the guest's own output.

import type { Image } from "../../server/obj/image.ts";
import { type Finding, MAX_FINDINGS, MAX_STACK_FRAMES } from "../check/finding.ts";
import { type Paint, plain } from "./diagnostic-text.ts";
import { placeText } from "./guest-place.ts";

const MARK = "==";
/** Frames shown of a stack; a runaway recursion has thousands. */
const MAX_FRAMES = 12;
const COLOURS: Readonly<Record<Finding["severity"], string>> = { error: "31;1", warning: "35;1", note: "36;1" };

/** Several lines, without a final newline. */
export function findingText(image: Image, finding: Finding, paint: Paint = plain): string {
  const lines = [
    `${paint(`${finding.severity}: ${finding.kind}`, COLOURS[finding.severity])}: ${finding.message}`,
    ...stackLines(image, finding),
    ...finding.related.map(({ what, pc }) => `  ${what} at ${pc === 0 ? "the start" : placeText(image, pc)}`),
    ...finding.details.map((detail) => `  ${detail}`),
  ];
  return lines.map((line) => `${MARK} ${line}`).join("\n");
}

/**
 * Findings with those behind them that are told with them: leaks of blocks that one instruction has allocated and one has lost,
 * as the nodes of a list are.
 */
export function gathered(findings: readonly Finding[]): { readonly first: Finding; readonly more: Finding[] }[] {
  const groups = new Map<string | Finding, { readonly first: Finding; readonly more: Finding[] }>();
  for (const finding of findings) {
    const { kind, pc, time, related } = finding;
    const places = related.map((place) => `${place.what} ${place.pc}`).join();
    const key = kind.startsWith("leak-") ? `${kind} ${pc} ${time} ${places}` : finding;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: finding, more: [] });
    else group.more.push(finding);
  }
  return [...groups.values()];
}

/** "And 40 more that were allocated there, 41000000 bytes in all."; undefined when the first one is all. */
export function moreText(first: Finding, more: readonly Finding[]): string | undefined {
  const all = [first, ...more];
  const others = more.length + all.reduce((sum, { countedBytes, count }) => sum + (countedBytes ? count - 1 : 0), 0);
  if (others === 0) return undefined;
  const bytes = all.reduce((sum, { sizeBytes = 0, countedBytes = 0 }) => sum + sizeBytes + countedBytes, 0);
  return `${MARK}   And ${others} more that ${others === 1 ? "was" : "were"} allocated there, ${bytes} bytes in all.`;
}

function stackLines(image: Image, finding: Finding): string[] {
  const frames = finding.stack.length > 0 ? finding.stack : [{ pc: finding.pc, functionAddress: 0 }];
  const shown = frames
    .slice(0, MAX_FRAMES)
    .map(({ pc, functionAddress }, k) => `   ${k === 0 ? "at" : "by"} ${placeText(image, pc, functionAddress)}`);
  const hidden = frames.length - shown.length;
  const count = frames.length < MAX_STACK_FRAMES ? `${hidden}` : "many";
  return hidden > 0 ? [...shown, `   … and ${count} more calls`] : shown;
}

/** Said when a run has as many findings as are kept. */
export const limitText = (): string => `only the first ${MAX_FINDINGS} findings are kept`;

/** The last line of a run with findings: "== 2 errors, 1 warning". */
export function summaryText(findings: readonly Finding[]): string {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  const parts = (["error", "warning", "note"] as const).flatMap((severity) => {
    const number = count(severity);
    return number === 0 ? [] : [`${number} ${severity}${number === 1 ? "" : "s"}`];
  });
  const times = findings.reduce((sum, one) => sum + one.count, 0);
  const again = times > findings.length ? `, seen ${times} times in all` : "";
  const rest = findings.length < MAX_FINDINGS ? "" : `; ${limitText()}`;
  return `${MARK} ${parts.join(", ")}${again}${rest}`;
}
