// Builds dist/: command line, extension (desktop and web), language server, debug adapter, pictures, tests.
//   node scripts/build.mjs [--tests [WORD]] [--production]
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join, parse, relative } from "node:path";
import { install, root } from "./install.mjs";

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

/** Output file, entry file, options. Bundles whose entry does not exist are skipped only while the house is being built. */
const bundles = [
  // Each command in a piece of its own: what is not asked for is not loaded.
  ["dist/node/cli.js", "debugger/cli/main.ts", { ...node, splitting: true }],
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

/** A bundle in pieces has its pieces beside it, in cli/. */
function destination(outfile, entry, { splitting }) {
  if (!splitting) return { entryPoints: [entry], outfile };
  const { dir, name } = parse(outfile);
  rmSync(join(root, dir, name), { recursive: true, force: true });
  return { entryPoints: [{ in: entry, out: name }], outdir: dir, chunkNames: `${name}/[name]-[hash]` };
}

/** Every bundle is tried, so that a mistake in one does not hide the state of the others; any failure is a failure. */
async function buildProduct() {
  const jobs = bundles.filter(([, entry]) => existsSync(join(root, entry)));
  const results = await Promise.allSettled(
    jobs.map(([outfile, entry, options]) => build({ ...options, ...destination(outfile, entry, options) })),
  );
  const failed = jobs.filter((_, index) => results[index].status === "rejected").map(([outfile]) => outfile);
  if (failed.length === 0) return;
  console.error(`not built: ${failed.join(", ")}`);
  process.exit(1);
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
  await buildProduct();
  console.log(`built ${relative(process.cwd(), join(root, "dist")) || "dist"}`);
}
