// What the memory checker found in the last run, as problems at their lines: also those that stop nothing, such as a leak at
// the end. While the session lives, the instants that a finding names are places to travel to. A new run, or an edit of the
// file, clears them.

import * as vscode from "vscode";
import type { FindingEvent, FindingsTakenBackEvent } from "../debugger/dap/protocol.ts";
import { after, createFindingMarks, explanation, type FindingMarks, instantsOf, restText } from "./finding-marks.ts";
import { assemblySelector } from "./languages.ts";
import { findingPages, locationOf, uriOf } from "./locations.ts";
import type { SessionFollower } from "./session.ts";

const severities = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  note: vscode.DiagnosticSeverity.Information,
} as const;

/** Findings that come within this time are shown together. */
const GATHER_MS = 50;

function wholeLine(lineNumber: number): vscode.Range {
  const line = Math.max(0, lineNumber - 1);
  return new vscode.Range(line, 0, line, Number.MAX_SAFE_INTEGER);
}

function toDiagnostic(finding: FindingEvent, pages: vscode.Uri): vscode.Diagnostic {
  const range = wholeLine(finding.line ?? 1);
  const diagnostic = new vscode.Diagnostic(range, explanation(finding), severities[finding.severity]);
  diagnostic.source = "Asmoscope run";
  diagnostic.code = { value: finding.kind, target: vscode.Uri.joinPath(pages, `${finding.kind}.md`) };
  diagnostic.relatedInformation = finding.related.flatMap(({ what, time, location, line }) =>
    location === undefined
      ? []
      : [
          new vscode.DiagnosticRelatedInformation(
            new vscode.Location(uriOf(location), wholeLine(line ?? 1)),
            `${what} ${after(time)}`,
          ),
        ],
  );
  return diagnostic;
}

function restDiagnostic(count: number, first: FindingEvent): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(wholeLine(first.line ?? 1), restText(count), severities[first.severity]);
  diagnostic.source = "Asmoscope run";
  return diagnostic;
}

type Marks = FindingMarks<vscode.DebugSession>;

/** Travels offered at a line: those of the findings there whose session lives. */
function travels(marks: Marks, live: ReadonlySet<string>): vscode.CodeActionProvider {
  return {
    provideCodeActions(document, range, { diagnostics }) {
      const found = marks.of(locationOf(document.uri))?.marks ?? [];
      return found.flatMap(({ finding, source }) => {
        const lines = wholeLine(finding.line ?? 1);
        if (!live.has(source.id) || !lines.intersection(range)) return [];
        return instantsOf(finding).map(({ title, time }) => {
          const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
          const text = explanation(finding);
          action.diagnostics = diagnostics.filter(
            ({ message, range: at }) => message === text && at.start.line === lines.start.line,
          );
          action.command = { command: "asmoscope.goToTime", title, arguments: [time, source] };
          return action;
        });
      });
    },
  };
}

export function createFindings(context: vscode.ExtensionContext): SessionFollower {
  const collection = vscode.languages.createDiagnosticCollection("asmoscope-run");
  const pages = findingPages(context);
  const marks: Marks = createFindingMarks();
  const live = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(): void {
    timer = undefined;
    for (const location of marks.changed()) {
      const file = marks.of(location);
      if (!file) continue;
      const rest = file.rest ? [restDiagnostic(file.rest.count, file.rest.first)] : [];
      collection.set(uriOf(location), [...file.marks.map(({ finding }) => toDiagnostic(finding, pages)), ...rest]);
    }
  }

  context.subscriptions.push(
    collection,
    { dispose: () => clearTimeout(timer) },
    vscode.languages.registerCodeActionsProvider(assemblySelector, travels(marks, live), {
      providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length === 0) return;
      marks.drop(locationOf(document.uri));
      collection.delete(document.uri);
    }),
  );
  return {
    onEvent: (session) => (name, body) => {
      if (name === "asmoscope/started") {
        live.add(session.id);
        marks.clear();
        collection.clear();
      }
      if (name === "asmoscope/findingsTakenBack") {
        marks.takeBack(session, (body as FindingsTakenBackEvent).time);
        timer ??= setTimeout(show, GATHER_MS);
      }
      if (name !== "asmoscope/finding") return;
      const finding = body as FindingEvent;
      if (finding.location === undefined) return;
      // One spelling of a location: the document's.
      const location = locationOf(uriOf(finding.location));
      if (marks.add({ ...finding, location }, session)) timer ??= setTimeout(show, GATHER_MS);
    },
    onEnd: (session) => void live.delete(session.id),
  };
}
