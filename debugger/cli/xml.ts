// `run --xml FILE`: findings in the XML that `valgrind --xml=yes` writes (protocol version 4: the
// file xml-output-protocol4.txt of its sources), so that the tools which read that (continuous integration, editors) read
// ours. Elements and their order are those of valgrind 3.19's own output; the error kinds are memcheck's, because readers know no others, and the text begins with our own kind.

import type { Image } from "../../server/obj/image.ts";
import type { Finding } from "../check/finding.ts";
import type { Fault } from "../cpu/core.ts";
import type { Machine, MachineStop } from "../machine/machine.ts";
import { functionAt, placeOf } from "./guest-place.ts";

const LEAKS: Readonly<Record<string, string>> = {
  "leak-definite": "Leak_DefinitelyLost",
  "leak-indirect": "Leak_IndirectlyLost",
  "leak-possible": "Leak_PossiblyLost",
  "leak-reachable": "Leak_StillReachable",
  "leak-mapping": "Leak_DefinitelyLost",
};

const KINDS: Readonly<Record<string, string>> = {
  "double-free": "InvalidFree",
  "invalid-free": "InvalidFree",
  "bad-size-arg": "FishyValue",
  "overlap-copy": "Overlap",
  "null-jump": "InvalidJump",
  "exec-nonexec": "InvalidJump",
  "uninit-branch": "UninitCondition",
  "uninit-jump": "UninitCondition",
  "uninit-value": "UninitValue",
  "uninit-address": "UninitValue",
  "uninit-syscall": "SyscallParam",
  "syscall-bad-address": "SyscallParam",
  "syscall-args": "SyscallParam",
  "write-to-readonly": "InvalidWrite",
};

/** memcheck's kind; ClientCheck, its word for checks that are not its own, for what memcheck has no notion of. */
function kindOf({ kind }: Finding): string {
  const known = LEAKS[kind] ?? KINDS[kind];
  if (known !== undefined) return known;
  if (kind.endsWith("-read")) return "InvalidRead";
  if (kind.endsWith("-write")) return "InvalidWrite";
  return /^(null-deref|unmapped-access|use-after-unmap)$/.test(kind) ? "InvalidRead" : "ClientCheck";
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** Text as XML 1.0 may hold it: control characters have no form there at all. */
const escaped = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "?").replace(/[&<>]/g, (one) => ESCAPES[one]!);

/** How the run ended, and where it stood. */
type Ended = (MachineStop & { readonly pc: number }) | undefined;

const element = (indent: string, name: string, text: string | number): string =>
  `${indent}<${name}>${escaped(String(text))}</${name}>`;

function frame(image: Image, pc: number, functionName: string): string[] {
  const place = placeOf(image, pc);
  const slash = place?.file.lastIndexOf("/") ?? -1;
  const inner = [
    element("      ", "ip", `0x${pc.toString(16).toUpperCase()}`),
    element("      ", "obj", image.name),
    ...(functionName === "" ? [] : [element("      ", "fn", functionName)]),
    ...(place === undefined
      ? []
      : [
          element("      ", "dir", slash < 0 ? "." : place.file.slice(0, Math.max(1, slash))),
          element("      ", "file", place.file.slice(slash + 1)),
          element("      ", "line", place.line),
        ]),
  ];
  return ["    <frame>", ...inner, "    </frame>"];
}

const stack = (frames: readonly string[]): string[] => ["  <stack>", ...frames, "  </stack>"];

const placeStack = (image: Image, pc: number): string[] => stack(frame(image, pc, functionAt(image, pc)));

const findingStack = (image: Image, finding: Finding): string[] =>
  stack(finding.stack.flatMap(({ pc, functionAddress }) => frame(image, pc, functionAt(image, pc, functionAddress))));

/** Other places, each a sentence and a stack; the kernel has no place in the program. */
const related = (image: Image, places: Finding["related"]): string[] =>
  places.flatMap(({ what, pc }) =>
    pc === 0
      ? [element("  ", "auxwhat", `${what} at the start`)]
      : [element("  ", "auxwhat", `${what} at`), ...placeStack(image, pc)],
  );

function error(image: Image, finding: Finding, unique: number): string[] {
  const text = `${finding.kind}: ${finding.message}`;
  const head = [
    "<error>",
    element("  ", "unique", `0x${unique.toString(16)}`),
    element("  ", "tid", 1),
    element("  ", "kind", kindOf(finding)),
  ];
  const site = finding.related.find(({ what }) => what === "allocated" || what === "mapped");
  if (LEAKS[finding.kind] === undefined || site === undefined)
    return [
      ...head,
      element("  ", "what", text),
      ...findingStack(image, finding),
      ...related(image, finding.related),
      "</error>",
    ];
  // memcheck tells a leak where the block was allocated.
  const leak = [
    element("    ", "text", text),
    element("    ", "leakedbytes", (finding.sizeBytes ?? 0) + (finding.countedBytes ?? 0)),
    element("    ", "leakedblocks", finding.countedBytes === undefined ? 1 : finding.count),
  ];
  const others = finding.related.filter((one) => one !== site);
  return [
    ...head,
    "  <xwhat>",
    ...leak,
    "  </xwhat>",
    ...placeStack(image, site.pc),
    ...related(image, others),
    "</error>",
  ];
}

const NANOSECONDS = 1e9;

/** "00:00:00:00.021 ": days, hours, minutes, seconds of the guest's clock, an instruction a nanosecond. */
function timeText(instructions: number): string {
  const seconds = instructions / NANOSECONDS;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const rest = (seconds % 60).toFixed(3).padStart(6, "0");
  return `${two(seconds / 86_400)}:${two((seconds / 3600) % 24)}:${two((seconds / 60) % 60)}:${rest} `;
}

const status = (state: "RUNNING" | "FINISHED", instructions: number): string[] => [
  "<status>",
  element("  ", "state", state),
  element("  ", "time", timeText(instructions)),
  "</status>",
  "",
];

export interface Invocation {
  readonly command: readonly string[];
  readonly guestArguments: readonly string[];
  readonly pid: number;
  readonly parentPid: number;
}

/** The opening of a document, up to the first status. */
function opening({ command, guestArguments, pid, parentPid }: Invocation, program: string): string[] {
  const list = (name: string, [exe, ...rest]: readonly string[]) => [
    `  <${name}>`,
    element("    ", "exe", exe ?? ""),
    ...rest.map((one) => element("    ", "arg", one)),
    `  </${name}>`,
  ];
  return [
    '<?xml version="1.0"?>',
    "",
    "<valgrindoutput>",
    "",
    element("", "protocolversion", 4),
    element("", "protocoltool", "memcheck"),
    "",
    "<preamble>",
    element("  ", "line", "Asmoscope, the memory checker for assembly programs"),
    element("  ", "line", `Command: ${[program, ...guestArguments].join(" ")}`),
    "</preamble>",
    "",
    element("", "pid", pid),
    element("", "ppid", parentPid),
    element("", "tool", "memcheck"),
    "",
    "<args>",
    ...list("vargv", command),
    ...list("argv", [program, ...guestArguments]),
    "</args>",
    "",
    ...status("RUNNING", 0),
  ];
}

/** siginfo's si_code: memory not mapped or not permitted; a division; an invalid operation; by the kernel; by the program. */
const CODES = { unmapped: 1, protected: 2, division: 1, operation: 2, kernel: 0x80, program: -6 } as const;

function signalCode(fault: Fault | undefined): number {
  switch (fault?.vector) {
    case undefined:
      return CODES.program;
    case "#PF":
      return fault!.errorCode & 1 ? CODES.protected : CODES.unmapped;
    case "#DE":
      return CODES.division;
    case "#UD":
      return CODES.operation;
    default:
      return CODES.kernel;
  }
}

/** What killed the process, as memcheck tells it behind the errors of the run. */
function fatalSignal(image: Image, ended: Ended): string[] {
  if (ended?.kind !== "signal") return [];
  const { signal, number, fault, finding } = ended;
  const address = fault?.vector === "#PF" ? (fault.exactAddress ?? BigInt(fault.address ?? 0)) : undefined;
  return [
    "<fatal_signal>",
    element("  ", "tid", 1),
    element("  ", "signo", number),
    element("  ", "signame", signal),
    element("  ", "sicode", signalCode(fault)),
    ...(address === undefined ? [] : [element("  ", "siaddr", `0x${address.toString(16).toUpperCase()}`)]),
    ...(finding === undefined ? placeStack(image, ended.pc) : findingStack(image, finding)),
    "</fatal_signal>",
    "",
  ];
}

/** The closing: how often each error happened; memcheck does not count leaks there. */
function closing(findings: readonly Finding[]): string[] {
  const pairs = findings.flatMap(({ kind, count }, index) =>
    LEAKS[kind] === undefined
      ? ["  <pair>", element("    ", "count", count), element("    ", "unique", `0x${index.toString(16)}`), "  </pair>"]
      : [],
  );
  return ["<errorcounts>", ...pairs, "</errorcounts>", "", "<suppcounts>", "</suppcounts>", "", "</valgrindoutput>"];
}

/** A program that never ran: a document without errors. */
export const notRunXml = (invocation: Invocation, program: string): string =>
  `${[...opening(invocation, program), ...status("FINISHED", 0), ...closing([])].join("\n")}\n`;

/** The whole document of a run. Leaks stand behind the end of the program, as memcheck's do. */
export function runXml(
  machine: Pick<Machine, "image" | "findings" | "time"> & { readonly ended: Ended },
  invocation: Invocation,
): string {
  const { image, findings, ended } = machine;
  const isLeak = ({ kind }: Finding) => LEAKS[kind] !== undefined;
  const errors = (which: (finding: Finding) => boolean) =>
    findings.flatMap((finding, index) => (which(finding) ? [...error(image, finding, index), ""] : []));
  const lines = [
    ...opening(invocation, `./${image.name.replace(/\.[^./]*$/, "")}`),
    ...errors((finding) => !isLeak(finding)),
    ...fatalSignal(image, ended),
    ...status("FINISHED", machine.time),
    ...errors(isLeak),
    ...closing(findings),
  ];
  return `${lines.join("\n")}\n`;
}
