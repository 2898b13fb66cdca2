// File system provider for `hostfs:/FOLDER/…`: each operation is one request to the server this very file was loaded from.
const vscode = require("vscode");

function provider(base) {
  const changed = new vscode.EventEmitter();

  /** "/FOLDER/a/b" → "/a/b": the first part is only there so that the explorer shows the folder's name. */
  const nameOf = (uri) => uri.path.replace(/^\/[^/]*/, "") || "/";

  async function ask(operation, uri, parameters, init) {
    const query = new URLSearchParams(parameters);
    let answer;
    try {
      answer = await fetch(`${base}/${operation}?${query}`, init);
    } catch {
      throw vscode.FileSystemError.Unavailable("The server behind this page has stopped: run `npm start` again.");
    }
    if (answer.ok) return answer;
    const { code } = await answer.json().catch(() => ({ code: "Unavailable" }));
    throw (vscode.FileSystemError[code] ?? vscode.FileSystemError.Unavailable)(uri);
  }

  const tell = (type, ...uris) => changed.fire(uris.map((uri) => ({ type, uri })));
  const post = (body) => ({ method: "POST", body: body ?? "" });

  return {
    changed,
    onDidChangeFile: changed.event,
    watch: () => new vscode.Disposable(() => {}),
    stat: async (uri) => (await ask("stat", uri, { path: nameOf(uri) })).json(),
    readDirectory: async (uri) => (await ask("list", uri, { path: nameOf(uri) })).json(),
    readFile: async (uri) => new Uint8Array(await (await ask("read", uri, { path: nameOf(uri) })).arrayBuffer()),
    async writeFile(uri, bytes, { create, overwrite }) {
      await ask("write", uri, { path: nameOf(uri), create, overwrite }, post(bytes));
      tell(vscode.FileChangeType.Changed, uri);
    },
    async createDirectory(uri) {
      await ask("mkdir", uri, { path: nameOf(uri) }, post());
      tell(vscode.FileChangeType.Created, uri);
    },
    async delete(uri, { recursive }) {
      await ask("delete", uri, { path: nameOf(uri), recursive }, post());
      tell(vscode.FileChangeType.Deleted, uri);
    },
    async rename(from, to, { overwrite }) {
      await ask("rename", from, { from: nameOf(from), to: nameOf(to), overwrite }, post());
      tell(vscode.FileChangeType.Deleted, from);
      tell(vscode.FileChangeType.Created, to);
    },
  };
}

/** Waits for changes made behind the editor's back, for as long as the extension lives. */
async function follow(base, folder, files, cancelled) {
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  let last;
  while (!cancelled.isCancellationRequested) {
    try {
      const query = last === undefined ? "" : `?after=${last}`;
      const answer = await (await fetch(`${base}/changes${query}`)).json();
      last = answer.last;
      const uris = answer.names.map((name) => vscode.Uri.from({ scheme: "hostfs", path: `/${folder}${name}` }));
      const kinds = await Promise.all(
        uris.map((uri) =>
          files.stat(uri).then(
            () => vscode.FileChangeType.Changed,
            () => vscode.FileChangeType.Deleted,
          ),
        ),
      );
      const events = uris.map((uri, index) => ({ uri, type: kinds[index] }));
      // A file that is new to the explorer shows up only as "created"; for one that is known this is harmless.
      const created = events.filter((event) => event.type === vscode.FileChangeType.Changed);
      if (events.length > 0)
        files.changed.fire([...events, ...created.map(({ uri }) => ({ uri, type: vscode.FileChangeType.Created }))]);
    } catch {
      await pause(5000);
    }
  }
}

exports.activate = (context) => {
  // "/TOKEN/ext/0" → "/TOKEN/fs"
  const path = context.extensionUri.path.replace(/\/ext\/\d+\/?$/, "/fs");
  const base = context.extensionUri.with({ path, query: "", fragment: "" }).toString(true);
  const files = provider(base);
  const stop = new vscode.CancellationTokenSource();
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider("hostfs", files, { isCaseSensitive: true }), {
    dispose: () => stop.cancel(),
  });
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri.path.split("/")[1];
  if (folder) void follow(base, folder, files, stop.token);
};
