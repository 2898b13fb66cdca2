// The local server behind `npm start`: VS Code for the Web, our extension, and one folder, on 127.0.0.1 and for one page only.
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, sep } from "node:path";
import { newChanges } from "./changes.mjs";
import { FolderError, openFolder } from "./folder.mjs";
import { admit, newToken } from "./guard.mjs";
import { productConfiguration, webviewFrame, webviewPage, workbenchPage } from "./page.mjs";

const MAX_BODY_BYTES = 64 * 2 ** 20;

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".ttf": "font/ttf",
  ".wasm": "application/wasm",
  ".mp3": "audio/mpeg",
};

const statuses = { FileNotFound: 404, NoPermissions: 403, Unavailable: 500 };

/** Headers that every answer carries. */
const always = { "cache-control": "no-cache", "x-content-type-options": "nosniff", "referrer-policy": "no-referrer" };

function send(response, status, body, type = "text/plain; charset=utf-8") {
  response.writeHead(status, { ...always, "content-type": type });
  response.end(body);
}

const sendJson = (response, value) => send(response, 200, JSON.stringify(value), types[".json"]);

/** Sends a file below `root`, a folder of this project; its files are ours, so links are not a question here. */
async function sendFile(response, root, name) {
  const path = join(root, ...name.split("/"));
  const known = path.startsWith(root + sep) && !name.includes("\0");
  const found = known ? await stat(path).catch(() => undefined) : undefined;
  if (!found?.isFile()) return send(response, 404, "not found");
  const type = types[extname(path)] ?? "application/octet-stream";
  response.writeHead(200, { ...always, "content-type": type, "content-length": found.size });
  createReadStream(path)
    .on("error", () => response.destroy())
    .pipe(response);
}

/** The body of a request, or undefined when it is too long. */
async function bodyOf(request) {
  const parts = [];
  let sizeBytes = 0;
  for await (const part of request) {
    sizeBytes += part.length;
    if (sizeBytes > MAX_BODY_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** The folder's operations as addresses `fs/OPERATION?path=…`; what changes something is a POST. */
function folderRoutes(folder, changes) {
  const flag = (query, name) => query.get(name) === "true";
  /** A file that the editor asks for may be written later, with its folder: settings are. */
  const lookFor = async (name) => {
    const above = name.replace(/\/[^/]*$/, "");
    await changes.lookedFor(name, above, () => folder.existing(above || "/"));
  };
  const reading = {
    stat: async (query) => {
      const name = query.get("path") ?? "";
      await lookFor(name);
      return await folder.stat(name);
    },
    list: async (query) => {
      const name = query.get("path") ?? "";
      const entries = await folder.list(name);
      changes.watch(await folder.existing(name), name === "/" ? "" : name);
      return entries;
    },
    read: async (query) => {
      const name = query.get("path") ?? "";
      await lookFor(name);
      return await folder.read(name);
    },
    changes: async (query) =>
      query.has("after") ? await changes.after(Number(query.get("after"))) : { last: changes.last(), names: [] },
  };
  const changing = {
    write: async (query, body) => {
      const options = { create: flag(query, "create"), overwrite: flag(query, "overwrite") };
      await folder.write(query.get("path") ?? "", body, options);
    },
    mkdir: async (query) => await folder.mkdir(query.get("path") ?? ""),
    delete: async (query) => await folder.delete(query.get("path") ?? "", { recursive: flag(query, "recursive") }),
    rename: async (query) => {
      const options = { overwrite: flag(query, "overwrite") };
      await folder.rename(query.get("from") ?? "", query.get("to") ?? "", options);
    },
  };
  return async (request, response, operation, query) => {
    const table = request.method === "POST" ? changing : reading;
    const run = Object.hasOwn(table, operation) ? table[operation] : undefined;
    if (!run) return send(response, 404, "not found");
    try {
      const body = request.method === "POST" ? await bodyOf(request) : Buffer.alloc(0);
      if (!body) return send(response, 413, "too long");
      const answer = await run(query, body);
      if (Buffer.isBuffer(answer)) return send(response, 200, answer, "application/octet-stream");
      sendJson(response, answer ?? {});
    } catch (error) {
      const code = error instanceof FolderError ? error.code : "Unavailable";
      send(response, statuses[code] ?? 409, JSON.stringify({ code }), types[".json"]);
    }
  };
}

/** Listens on the port wished for, or on any free one when it is taken. */
async function listen(server, port) {
  const attempt = (number) =>
    new Promise((resolve, reject) => {
      server.once("error", reject);
      server.listen(number, "127.0.0.1", () => {
        server.removeListener("error", reject);
        resolve(server.address().port);
      });
    });
  try {
    return await attempt(port);
  } catch (error) {
    if (port === 0 || (error.code !== "EADDRINUSE" && error.code !== "EACCES")) throw error;
    return await attempt(0);
  }
}

/**
 * Serves `folder` with the extensions whose folders are given, the first being the one that provides the file system.
 * `open` names a file that a first visit shows. Gives the address to visit and what stops it.
 */
export async function serve({ folder: path, distribution, extensions, port, open }) {
  const token = newToken();
  const folder = await openFolder(path);
  const changes = newChanges();
  const folderRoute = folderRoutes(folder, changes);
  let actualPort = port;

  async function answer(request, response) {
    const admitted = admit(request, token, actualPort);
    if (admitted.status !== 200) return send(response, admitted.status, admitted.text);
    const { host, path: asked, query } = admitted;
    const [first, ...rest] = asked.split("/");
    if (first === "fs") return await folderRoute(request, response, rest.join("/"), query);
    if (request.method === "POST") return send(response, 405, "no such method");
    const given = { host, token, folderName: folder.name, extensionCount: extensions.length, open };
    if (asked === "product.json") return sendJson(response, productConfiguration(given));
    if (asked === "") {
      const configuration = productConfiguration(given);
      return send(response, 200, await workbenchPage({ token, distribution, configuration }), types[".html"]);
    }
    if (asked === `static/${webviewFrame}`) return send(response, 200, await webviewPage(distribution), types[".html"]);
    if (first === "static") return await sendFile(response, distribution, rest.join("/"));
    const extension = first === "ext" ? extensions[Number(rest[0])] : undefined;
    if (extension) return await sendExtensionFile(response, extension, rest.slice(1).join("/"));
    send(response, 404, "not found");
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => (response.headersSent ? response.destroy() : send(response, 500, "failed")));
  });
  actualPort = await listen(server, port);
  return {
    address: `http://127.0.0.1:${actualPort}/${token}/`,
    port: actualPort,
    async close() {
      changes.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Of an extension's folder, only what a packed extension would hold: the checkout around it is nobody's business. */
async function sendExtensionFile(response, root, name) {
  const packed = /^(package(\.nls)?\.json|main\.js|README\.md|CHANGELOG\.md|(syntaxes|dist\/web)\/[^.][^/]*)$/;
  if (!packed.test(name)) return send(response, 404, "not found");
  await sendFile(response, root, name);
}
