// Runs the built command line on one source, as a person would, and gives what they would see.

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

export interface Seen {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly report: Report;
}

/** The part of the report that tests look at. */
export interface Report {
  readonly exit: { readonly kind: string; readonly code?: number; readonly signal?: string };
  readonly findings?: readonly ReportFinding[];
  readonly diagnostics?: readonly {
    readonly line: number;
    readonly severity: string;
    readonly message: string;
    readonly code: string;
  }[];
  readonly heap?: { readonly allocations: number; readonly frees: number };
}
export interface ReportFinding {
  readonly kind: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly related: readonly { readonly what: string; readonly line?: number }[];
}

const CLI = join(process.cwd(), "dist/node/cli.js");

/** `asmoscope run` on a source text called `name`. */
export function runText(name: string, text: string, options: readonly string[] = []): Seen {
  const folder = mkdtempSync(join(tmpdir(), "asmoscope-"));
  const file = join(folder, name);
  writeFileSync(file, text);
  try {
    return runFile(file, options, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `asmoscope run` on a file; `folder` is the current directory and takes the report. */
export function runFile(file: string, options: readonly string[], folder: string): Seen {
  const reportFile = join(folder, "report.json");
  const child = spawnSync(process.execPath, [CLI, "run", "--report", reportFile, ...options, basename(file)], {
    cwd: folder,
    encoding: "utf8",
    input: "",
    timeout: 60_000,
  });
  const report = JSON.parse(readFileSync(reportFile, "utf8")) as Report;
  return { status: child.status, stdout: child.stdout, stderr: child.stderr, report };
}

/** `asmoscope check --json` on a source text. */
export function checkText(
  name: string,
  text: string,
  options: readonly string[] = [],
): { status: number | null; diagnostics: NonNullable<Report["diagnostics"]>; fixes: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), "asmoscope-"));
  writeFileSync(join(folder, name), text);
  try {
    const child = spawnSync(process.execPath, [CLI, "check", "--json", ...options, name], {
      cwd: folder,
      encoding: "utf8",
    });
    const answer = JSON.parse(child.stdout) as {
      diagnostics: (NonNullable<Report["diagnostics"]>[number] & { fixes?: { title: string }[] })[];
    };
    return {
      status: child.status,
      diagnostics: answer.diagnostics,
      fixes: answer.diagnostics.flatMap((one) => (one.fixes ?? []).map((fix) => fix.title)),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a person sees, as text for an expectation: status, output, messages, findings with their lines. */
export function seenText(name: string, seen: Seen): string {
  const ending =
    seen.report.exit.kind === "exit"
      ? `exit ${seen.report.exit.code}`
      : `${seen.report.exit.kind} ${seen.report.exit.signal ?? ""}`.trim();
  const lines = [`== ${name}: ${ending}, status ${seen.status}`];
  if (seen.stdout !== "")
    lines.push(
      ...seen.stdout
        .trimEnd()
        .split("\n")
        .map((line) => `   out | ${line}`),
    );
  for (const one of seen.report.diagnostics ?? []) lines.push(`   ${one.line}: ${one.severity}: ${one.message}`);
  for (const one of seen.report.findings ?? []) {
    const related = one.related.map((place) => `${place.what} ${place.line ?? "?"}`).join(", ");
    lines.push(`   ${one.line}: ${one.kind}: ${one.message}${related === "" ? "" : ` [${related}]`}`);
  }
  return lines.join("\n");
}
