// What the memory checker found in the last run, as problems at their lines: also those that stop nothing, such as a leak at
// the end. A new run, or an edit of the file, clears them.

import * as vscode from "vscode";
import type { FindingEvent } from "../debugger/dap/protocol.ts";
import { uriOf } from "./locations.ts";
import type { SessionFollower } from "./session.ts";

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  note: vscode.DiagnosticSeverity.Information,
} as const;

function wholeLine(lineNumber: number): vscode.Range {
  const line = Math.max(0, lineNumber - 1);
  return new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER);
}

function toDiagnostic(finding: FindingEvent): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(wholeLine(finding.line ?? 1), finding.message, severities[finding.severity]);
  diagnostic.source = "Asmoscope run";
  diagnostic.code = finding.kind;
  diagnostic.relatedInformation = finding.related.flatMap(({ what, time, location, line }) =>
    location === undefined
      ? []
      : [
          new vscode.DiagnosticRelatedInformation(
            new vscode.Location(uriOf(location), wholeLine(line ?? 1)),
            `${what} (after ${time} instructions)`,
          ),
        ],
  );
  return diagnostic;
}

export function createFindings(context: vscode.ExtensionContext): SessionFollower {
  const collection = vscode.languages.createDiagnosticCollection("asmoscope-run");
  context.subscriptions.push(
    collection,
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0) collection.delete(document.uri);
    }),
  );
  return {
    onEvent: () => (name, body) => {
      if (name === "asmoscope/started") collection.clear();
      if (name !== "asmoscope/finding") return;
      const finding = body as FindingEvent;
      if (finding.location === undefined) return;
      const uri = uriOf(finding.location);
      const diagnostic = toDiagnostic(finding);
      const known = collection.get(uri) ?? [];
      const repeated = known.some(
        ({ code, range, message }) =>
          code === diagnostic.code && range.isEqual(diagnostic.range) && message === diagnostic.message,
      );
      if (!repeated) collection.set(uri, [...known, diagnostic]);
    },
    onEnd: () => {},
  };
}
