// Requests about the program's files: source, loadedSources, modules.

import type { DebugProtocol } from "@vscode/debugprotocol";
import { hexText } from "../view/format.ts";
import { debuggeeOf, RequestError, type Requests, type Session } from "./session-state.ts";
import { sourceOf } from "./source-names.ts";

function loadedSources(session: Session) {
  const { names, texts } = debuggeeOf(session);
  return { sources: [...texts.keys()].map((name) => sourceOf(names, name)) };
}

/** The text that was assembled, also when the file has changed since. */
function source(session: Session, args: DebugProtocol.SourceArguments) {
  const { names, texts } = debuggeeOf(session);
  const location = args.source?.path ?? "";
  const name = names.namesOf(location)[0] ?? args.source?.name ?? "";
  const bytes = texts.get(name);
  if (!bytes) throw new RequestError("This source takes no part in the program.", "log");
  return { content: new TextDecoder().decode(bytes), mimeType: "text/x-nasm" };
}

/** The program as one module. */
function modules(session: Session) {
  const { image } = debuggeeOf(session);
  const addresses = image.segments.map(({ address }) => address);
  const low = Math.min(...addresses);
  const high = Math.max(...image.segments.map(({ address, sizeBytes }) => address + sizeBytes));
  const module = {
    id: 1,
    name: image.name,
    isUserCode: true,
    symbolStatus: `${image.symbols.length} symbols, ${image.bits}-bit, entry ${hexText(image.entry)}`,
    addressRange: `${hexText(low)}-${hexText(high)}`,
  };
  return { modules: [module], totalModules: 1 };
}

export const sourceRequests: Requests = { loadedSources, source, modules };
