// Builds dist/: command line, extension (desktop and web), language server, debug adapter, pictures, tests.
//   node scripts/build.mjs [--tests [WORD]] [--production]
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { writeCodeCaches } from "./code-cache.mjs";
import { install, root } from "./install.mjs";
import { buildInParts } from "./parts.mjs";

install();
const { build } = await import("esbuild");

const argumentsGiven = process.argv.slice(2);
const production = argumentsGiven.includes("--production");
const shared = {
  bundle: true,
  absWorkingDir: root,
  sourcemap: !production,
  minify: production,
  logLevel: "warning",
  target: "es2022",
  legalComments: "none",
};
const node = {
  ...shared,
  platform: "node",
  format: "esm",
  target: "node20",
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
};
const commonjs = { ...shared, platform: "node", format: "cjs", target: "node20", external: ["vscode"] };
/** The command line is scripts that start.ts compiles from caches. */
const commandLine = {
  entry: "debugger/cli/main.ts",
  folder: "dist/node/cli",
  options: {
    ...commonjs,
    minifyWhitespace: true,
    minifySyntax: true,
    minifyIdentifiers: true,
    supported: { "dynamic-import": false },
    define: { "import.meta.url": "__bundle.url" },
  },
};
const browserStandIns = Object.fromEntries(
  ["events", "net", "url", "fs", "path"].map((name) => [name, `./debugger/dap/browser/${name}.ts`]),
);
const web = {
  ...shared,
  platform: "browser",
  format: "iife",
  mainFields: ["browser", "module", "main"],
  alias: browserStandIns,
};

/** Output file, entry file, options. */
const bundles = [
  ["dist/node/cli.js", "debugger/cli/start.ts", commonjs],
  ["dist/node/extension.cjs", "client/node.ts", commonjs],
  ["dist/node/server.cjs", "server/lsp/node.ts", commonjs],
  ["dist/node/dap.cjs", "debugger/dap/node.ts", commonjs],
  ["dist/web/extension.js", "client/web.ts", { ...web, format: "cjs", external: ["vscode"] }],
  ["dist/web/server.js", "server/lsp/web.ts", web],
  ["dist/web/dap.js", "debugger/dap/web.ts", web],
  ["dist/web/views.js", "client/views/main.ts", web],
  ["dist/test/oracle.js", "test/oracle/main.ts", node],
];

function testFiles(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return testFiles(path);
    return entry.name.endsWith(".test.ts") ? [path] : [];
  });
}

/** Every bundle is tried, so that a mistake in one does not hide the state of the others; any failure is a failure. */
async function buildProduct() {
  const jobs = [
    ["dist/node/cli", () => buildInParts({ build, root, ...commandLine })],
    ...bundles.map(([outfile, entry, options]) => [
      outfile,
      () => build({ ...options, outfile, entryPoints: [entry] }),
    ]),
  ];
  const results = await Promise.allSettled(jobs.map(([, work]) => work()));
  for (const { reason } of results) if (reason && !reason.errors) console.error(reason);
  const failed = jobs.filter((_, index) => results[index].status === "rejected").map(([outfile]) => outfile);
  if (failed.length > 0) {
    console.error(`not built: ${failed.join(", ")}`);
    process.exit(1);
  }
}

async function buildTests(word) {
  const entryPoints = testFiles("test").filter((path) => path.includes(word ?? ""));
  if (entryPoints.length === 0) return;
  await build({
    ...node,
    entryPoints,
    outdir: "dist/test",
    outbase: "test",
    splitting: true,
    packages: "external",
    chunkNames: "chunks/[name]-[hash]",
  });
}

const tests = argumentsGiven.indexOf("--tests");
if (tests >= 0) {
  await buildTests(argumentsGiven[tests + 1]);
} else {
  const commands = join(root, "dist", "node", "cli");
  rmSync(commands, { recursive: true, force: true });
  mkdirSync(commands, { recursive: true });
  // The package is of modules; what Node starts without VS Code starts sooner as a script.
  writeFileSync(join(root, "dist", "node", "package.json"), '{ "type": "commonjs" }\n');
  await buildProduct();
  await writeCodeCaches(commands);
  console.log(`built ${relative(process.cwd(), join(root, "dist")) || "dist"}`);
}
