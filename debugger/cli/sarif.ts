// SARIF 2.1.0 (OASIS): what code-scanning services read. One run, one rule a code, one result a diagnostic.

import type { JsonDiagnostic } from "./diagnostic-text.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const LEVELS: Readonly<Record<JsonDiagnostic["severity"], string>> = {
  error: "error",
  warning: "warning",
  note: "note",
  hint: "note",
};

/** The whole log as a JSON value. */
export function sarifLog(diagnostics: readonly JsonDiagnostic[]): unknown {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "asmoscope", rules: codes.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.code,
          ruleIndex: codes.indexOf(diagnostic.code),
          level: LEVELS[diagnostic.severity],
          message: { text: diagnostic.message },
          locations: [location(diagnostic)],
          relatedLocations: diagnostic.related.map((related, k) => ({
            id: k,
            ...location({ ...related, column: 1, endLine: related.line, endColumn: 1 }),
            message: { text: related.message },
          })),
        })),
      },
    ],
  };
}

type Place = Pick<JsonDiagnostic, "file" | "line" | "column" | "endLine" | "endColumn">;

function location({ file, line, column, endLine, endColumn }: Place): object {
  const region = line > 0 ? { region: { startLine: line, startColumn: column, endLine, endColumn } } : {};
  return { physicalLocation: { artifactLocation: { uri: encodeURI(file) }, ...region } };
}
