// SARIF 2.1.0 (OASIS): what code-scanning services read. One run, one rule a code with its title, one result a diagnostic
// with its other places and its fixes.

import { warningClasses } from "../../server/asm/warning.ts";
import { findingKinds } from "../../server/facts/findings.ts";
import { findingPage } from "../../server/ide/finding-page.ts";
import type { JsonDiagnostic, JsonEdit } from "./diagnostic-text.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const LEVELS: Readonly<Record<JsonDiagnostic["severity"], string>> = {
  error: "error",
  warning: "warning",
  note: "note",
  hint: "note",
};

const TITLES: Readonly<Record<string, { readonly title: string }>> = { ...warningClasses, ...findingKinds };

/** What is known of a rule beforehand; errors of the assembler have only a name. */
function rule(id: string): object {
  const title = Object.hasOwn(TITLES, id) ? TITLES[id]!.title : undefined;
  const hasPage = findingPage(id) !== undefined;
  return {
    id,
    ...(title === undefined ? {} : { shortDescription: { text: title } }),
    ...(hasPage
      ? { help: { text: `\`asmoscope explain ${id}\` shows an example, why it is wrong and how to mend it.` } }
      : {}),
  };
}

/** The whole log as a JSON value. */
export function sarifLog(diagnostics: readonly JsonDiagnostic[]): unknown {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "asmoscope", rules: codes.map(rule) } },
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
          ...(diagnostic.fixes.length === 0 ? {} : { fixes: diagnostic.fixes.map(fix) }),
        })),
      },
    ],
  };
}

function fix({ title, edits }: JsonDiagnostic["fixes"][number]): object {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits.filter((edit) => edit.file === file).map(replacement),
    })),
  };
}

const replacement = ({ line, column, endLine, endColumn, text }: JsonEdit): object => ({
  deletedRegion: { startLine: line, startColumn: column, endLine, endColumn },
  ...(text === "" ? {} : { insertedContent: { text } }),
});

/** A file name as URI: relative ones stay relative, absolute ones are `file:`. */
function uriOf(file: string): string {
  const path = file.replaceAll("\\", "/");
  const escaped = path.split("/").map(encodeURIComponent).join("/");
  if (/^[A-Za-z]:\//.test(path)) return `file:///${escaped.replace("%3A", ":")}`;
  return path.startsWith("/") ? `file://${escaped}` : escaped;
}

type Place = Pick<JsonDiagnostic, "file" | "line" | "column" | "endLine" | "endColumn">;

function location({ file, line, column, endLine, endColumn }: Place): object {
  const region = line > 0 ? { region: { startLine: line, startColumn: column, endLine, endColumn } } : {};
  return { physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...region } };
}
