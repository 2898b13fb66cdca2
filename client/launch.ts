// What F5 runs: launch configurations completed from the editor and the settings, so that an assembly file needs no
// launch.json. The text in the editor is what runs, saved or not.

import * as vscode from "vscode";
import { assemblyInSight, isAssembly } from "./languages.ts";
import { findingPages, hasScheme, isAbsolute, locationOf, uriOf } from "./locations.ts";
import { debugType } from "./session.ts";
import { textsOf, wordOf } from "./settings.ts";

// biome-ignore lint/suspicious/noTemplateCurlyInString: a variable of launch.json, not of ours
const CURRENT_FILE = "${file}";

const NO_SOURCE = "Asmoscope: open an assembly file (.asm), or name a program in launch.json.";

/** Runs or debugs the document that a command was called on. */
export async function runDocument(document: vscode.TextDocument, how: "debug" | "run"): Promise<void> {
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  const configuration = freshConfiguration(document);
  await vscode.debug.startDebugging(folder, configuration, { noDebug: how === "run" });
}

function freshConfiguration(document: vscode.TextDocument): vscode.DebugConfiguration {
  const name = document.uri.path.split("/").at(-1) ?? "program";
  return { type: debugType, request: "launch", name, program: locationOf(document.uri) };
}

/** Whether a breakpoint may be hit: one in another program's source is not this run's. */
function hasBreakpoints(programs: readonly string[]): boolean {
  const sources = new Set(programs.map((location) => uriOf(location).toString()));
  return vscode.debug.breakpoints.some((breakpoint) => {
    if (!breakpoint.enabled) return false;
    if (!(breakpoint instanceof vscode.SourceBreakpoint)) return true;
    const { uri } = breakpoint.location;
    return sources.has(uri.toString()) || /\.(inc|mac)$/i.test(uri.path);
  });
}

/** Setting "auto": with no breakpoint a program would run to its end before anybody sees anything. */
function stopsOnEntry(setting: string | undefined, programs: readonly string[]): boolean {
  return setting === "always" || (setting !== "never" && !hasBreakpoints(programs));
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Fills what the configuration leaves open: the program from the editor, the rest from the settings. */
function complete(configuration: vscode.DebugConfiguration): vscode.DebugConfiguration | undefined {
  const source = assemblyInSight();
  const given = configuration.program as string | readonly string[] | undefined;
  // The variable would lose the scheme of a file that is not on this machine's disk.
  const standsForEditor = given === undefined || given === "" || given === CURRENT_FILE;
  if (standsForEditor && !source) return undefined;
  const program = standsForEditor && source ? locationOf(source.uri) : given;
  const settings = vscode.workspace.getConfiguration("asmoscope", source?.uri);
  return {
    mode: settings.get("mode"),
    check: wordOf(settings, "check", ["off", "bounds", "full"]),
    console: wordOf(settings, "console", ["integratedTerminal", "debugConsole"]),
    includePath: textsOf(settings, "includePath"),
    defines: textsOf(settings, "defines"),
    ignoreFindings: textsOf(settings, "ignoreFindings"),
    baseline: textOf(settings.get("baseline")),
    ...configuration,
    program,
  };
}

/** A relative name counts from the workspace folder. */
function absolute(location: string, folder: vscode.WorkspaceFolder | undefined): string {
  if (isAbsolute(location)) return atHome(location, folder);
  return folder ? locationOf(vscode.Uri.joinPath(folder.uri, ...location.split(/[\\/]/))) : location;
}

/**
 * A path without a scheme that lies in a folder of another file system came of a variable such as workspaceFolder, which
 * gives the path alone.
 */
function atHome(location: string, folder: vscode.WorkspaceFolder | undefined): string {
  if (!isAbsolute(location) || hasScheme(location)) return location;
  // In a browser on Windows the variable's slashes lean the other way.
  const path = location.replaceAll("\\", "/");
  const home = [folder, ...(vscode.workspace.workspaceFolders ?? [])].find((one) => {
    const root = one?.uri.path.replace(/\/$/, "");
    return root !== undefined && one?.uri.scheme !== "file" && (path === root || path.startsWith(`${root}/`));
  });
  return home ? locationOf(home.uri.with({ path })) : location;
}

/** Settings write modes as text, the adapter takes numbers, and leaving it out means "detect". */
function modeNumber(mode: unknown): 32 | 64 | undefined {
  if (String(mode) === "32") return 32;
  return String(mode) === "64" ? 64 : undefined;
}

/** A file of known findings lies in the workspace folder, or beside the source, where the adapter looks. */
async function knownFindings(name: unknown, folder: vscode.WorkspaceFolder | undefined): Promise<string> {
  const file = textOf(name);
  if (file === "" || !folder || isAbsolute(file)) return atHome(file, folder);
  const location = vscode.Uri.joinPath(folder.uri, ...file.split(/[\\/]/));
  try {
    await vscode.workspace.fs.stat(location);
    return locationOf(location);
  } catch {
    return file;
  }
}

/** Those of the other properties that name files; what has the wrong type is for the adapter to tell. */
function filesAtHome(
  { includePath, preinclude, stdin, root }: Readonly<Record<string, unknown>>,
  folder: vscode.WorkspaceFolder | undefined,
): Readonly<Record<string, unknown>> {
  const home = (value: unknown): unknown => (typeof value === "string" ? atHome(value, folder) : value);
  const all = (value: unknown): unknown => (Array.isArray(value) ? value.map(home) : value);
  const input =
    typeof stdin === "object" && stdin !== null && "file" in stdin ? { ...stdin, file: home(stdin.file) } : stdin;
  return { includePath: all(includePath), preinclude: all(preinclude), stdin: input, root: home(root) };
}

const completing = (pages: vscode.Uri): vscode.DebugConfigurationProvider => ({
  provideDebugConfigurations: () => [
    { type: debugType, request: "launch", name: "Run assembly", program: CURRENT_FILE, stopOnEntry: true },
  ],
  resolveDebugConfiguration(_folder, configuration) {
    if (configuration.request === "attach") return configuration;
    const fresh = { ...configuration, type: debugType, request: "launch" };
    const completed = complete({ ...fresh, name: configuration.name || "Run assembly" });
    if (!completed) void vscode.window.showErrorMessage(NO_SOURCE);
    return completed;
  },
  async resolveDebugConfigurationWithSubstitutedVariables(folder, configuration) {
    if (configuration.request === "attach") return configuration;
    const { program, mode, cwd, ...rest } = configuration;
    const programs: unknown[] = Array.isArray(program) ? program : [program];
    if (programs.length === 0 || programs.some((name) => typeof name !== "string" || name === "")) {
      void vscode.window.showErrorMessage('Asmoscope: "program" must be a file name or a list of file names.');
      return undefined;
    }
    const locations = programs.map((name) => absolute(String(name), folder));
    const bits = modeNumber(mode);
    const setting = vscode.workspace.getConfiguration("asmoscope", uriOf(locations[0]!)).get<string>("stopOnEntry");
    return {
      stopOnEntry: stopsOnEntry(setting, locations),
      // What the program writes comes into view, as a terminal would.
      ...(configuration.console === "debugConsole" ? { internalConsoleOptions: "openOnSessionStart" } : {}),
      ...rest,
      ...filesAtHome(rest, folder),
      program: Array.isArray(program) ? locations : locations[0],
      ...(bits === undefined ? {} : { mode: bits }),
      ...(typeof cwd === "string" ? { cwd: absolute(cwd, folder) } : {}),
      baseline: await knownFindings(configuration.baseline, folder),
      findingPages: `${pages}/`,
    } as vscode.DebugConfiguration;
  },
});

const dynamicProvider: vscode.DebugConfigurationProvider = {
  provideDebugConfigurations() {
    const document = vscode.window.activeTextEditor?.document;
    return document && isAssembly(document) ? [{ ...freshConfiguration(document), stopOnEntry: true }] : [];
  },
};

export function registerLaunch(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.debug.registerDebugConfigurationProvider(debugType, completing(findingPages(context))),
    vscode.debug.registerDebugConfigurationProvider(
      debugType,
      dynamicProvider,
      vscode.DebugConfigurationProviderTriggerKind.Dynamic,
    ),
  );
}
