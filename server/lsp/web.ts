// The language server in a web worker. It has no file system: files come from the client by request.

import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { parameterCheck } from "./parameters.ts";
import { LIST_FOLDER, type ListFolderResult, READ_FILE, type ReadFileResult } from "./protocol.ts";
import { startServer } from "./server.ts";

const scope = self as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope), {
  messageStrategy: parameterCheck,
});

startServer(connection, {
  async read(uri) {
    const result = await connection.sendRequest<ReadFileResult>(READ_FILE, { uri });
    if (result === null) return undefined;
    return Uint8Array.from(atob(result.base64), (character) => character.charCodeAt(0));
  },
  list: (uri) => connection.sendRequest<ListFolderResult>(LIST_FOLDER, { uri }),
});
