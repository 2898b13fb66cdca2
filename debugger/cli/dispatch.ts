// Finds the sub-command and gives its exit status. Each sub-command is a function from its arguments to a status;
// wrong usage is one line and status 2, and a defect of ours is a sentence, never a stack trace.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { nearest } from "../../server/base/similar.ts";
import { forgetInputs, reasonOfCode } from "./input-files.ts";
import { UsageError } from "./options.ts";
import { packageFolder } from "./package-folder.ts";
import { complain, say, type Terminal } from "./terminal.ts";

/** Arguments after the sub-command's name → exit status. @throws {UsageError} for wrong usage. */
type Command = (args: readonly string[], terminal: Terminal) => number | Promise<number>;

interface CommandRow {
  readonly summary: string;
  readonly start: Command;
  /** Standard output is the guest's, or a full disk is passed over as nasm does it. */
  readonly output?: "not looked at";
}

const commands: Readonly<Record<string, CommandRow>> = {
  nasm: {
    summary: "the nasm command: same options, output and messages",
    start: async (args, terminal) => (await import("./nasm.ts")).runNasm(args, terminal),
    output: "not looked at",
  },
  build: {
    summary: "assemble and link into a static Linux executable",
    start: async (args, terminal) => (await import("./build.ts")).build(args, terminal),
  },
  run: {
    summary: "assemble, link and run in the emulator, with the memory checker",
    start: async (args, terminal) => (await import("./run.ts")).run(args, terminal),
    output: "not looked at",
  },
  check: {
    summary: "report errors and lints without running anything",
    start: async (args, terminal) => (await import("./check.ts")).check(args, terminal),
  },
  explain: {
    summary: "say what an instruction, register, directive, system call or libc function does",
    start: async (args, terminal) => (await import("./explain.ts")).explain(args, terminal),
  },
  lsp: { summary: "the language server on stdio, for any editor", start: languageServer },
  dap: { summary: "the debug adapter on stdio, for any editor", start: (args) => startBundle("dap.cjs", args) },
};

function helpText(): string {
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(9)}${summary}`);
  return [
    "usage: asmoscope COMMAND [OPTION]... FILE...",
    "",
    ...lines,
    "",
    "`asmoscope COMMAND --help` lists the options of a command; `asmoscope --version` prints the version.",
  ].join("\n");
}

/** The version in package.json. */
function version(): string {
  const folder = packageFolder();
  return folder === undefined ? "" : String(JSON.parse(readFileSync(new URL("package.json", folder), "utf8")).version);
}

/** Stdio unless an editor names another transport of the protocol's library. */
function languageServer(args: readonly string[], terminal: Terminal): number | Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    say(terminal, "usage: asmoscope lsp\n\nThe language server on stdio, for any editor.");
    return 0;
  }
  const stranger = args.find((argument) => !/^--(stdio|node-ipc|socket=|pipe=|clientProcessId=)/.test(argument));
  if (stranger !== undefined) throw new UsageError(`unknown option "${stranger}"`, "lsp");
  const transport = args.some((argument) => !argument.startsWith("--clientProcessId="));
  return startBundle("server.cjs", transport ? args : ["--stdio", ...args]);
}

/** What was to be read is cut off: nobody is to take the rest for the whole. */
function completed(status: number, terminal: Terminal): number {
  const problem = terminal.problemOf?.(1);
  if (problem === undefined) return status;
  complain(terminal, `asmoscope: cannot write standard output: ${reasonOfCode(problem)}`);
  return status || 1;
}

/** The servers are bundles of their own beside this one; they take over the process and never come back. */
function startBundle(file: string, args: readonly string[]): Promise<number> {
  process.argv.splice(2, process.argv.length, ...args);
  createRequire(import.meta.url)(`../${file}`);
  return new Promise(() => {});
}

/** @throws {UsageError} */
function commandNamed(name: string): (typeof commands)[string] {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command;
  const similar = nearest(name, [...Object.keys(commands), "--help", "--version"]);
  const isFile = /\.(asm|nasm|s|o)$/i.test(name);
  const meant = isFile ? ` (did you mean asmoscope run ${name}?)` : similar[0] ? ` (did you mean ${similar[0]}?)` : "";
  throw new UsageError(`there is no command or option "${name}"${meant}`);
}

/** Runs one command line (without node and script) and gives its exit status. Never rejects. */
export async function dispatch(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  forgetInputs();
  try {
    if (name === undefined) throw new UsageError("no command given");
    if (name === "--version" || name === "-v" || name === "-V") {
      say(terminal, `asmoscope ${version()}`);
      return 0;
    }
    const wantsHelp = name === "--help" || name === "-h" || name === "help";
    if (wantsHelp && rest[0] === undefined) {
      say(terminal, helpText());
      return 0;
    }
    const command = commandNamed(wantsHelp ? rest[0]! : name);
    const status = await command.start(wantsHelp ? ["--help"] : rest, terminal);
    return command.output === undefined ? completed(status, terminal) : status;
  } catch (error) {
    if (error instanceof UsageError) {
      complain(terminal, `asmoscope: ${error.message}; see asmoscope ${error.command}--help`);
      return 2;
    }
    complain(terminal, `asmoscope: ${internalSentence(error)}`);
    return 125;
  }
}

/** A defect of ours in one line; its stack only for those who ask with ASMOSCOPE_STACK=1. */
export function internalSentence(error: unknown): string {
  const detail = error instanceof Error ? error.message.split("\n")[0] : String(error);
  if (process.env.ASMOSCOPE_STACK && error instanceof Error) return error.stack ?? String(detail);
  return `internal error, please report it: ${detail}`;
}
