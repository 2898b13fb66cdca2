// Names of files against URIs, in the form editors write them: `file:///c%3A/me/x.asm`, `vscode-remote://host/x.asm`,
// `hostfs:/folder/x.asm`, `untitled:Untitled-1`. Takes and gives texts, so that neither server needs a library for it.

/** True for a URI; "c:" is a drive, since a scheme has two letters or more. */
export const isUri = (text: string): boolean => /^[a-z][\w+.-]+:/i.test(text);

/** Scheme with authority, and path; query and fragment name no other file and are left out. */
function split(uri: string): { readonly root: string; readonly path: string } {
  const [, root = "", path = ""] = /^([a-z][\w+.-]+:(?:\/\/[^/?#]*)?)?([^?#]*)/i.exec(uri) ?? [];
  return { root, path };
}

/** The folder of a URI, with its slash. */
export function folderOfUri(uri: string): string {
  const { root, path } = split(uri);
  return `${root}${path.slice(0, path.lastIndexOf("/") + 1)}`;
}

/** A part of a path as VS Code writes it in a URI. Half a surrogate pair is no character. */
const encoded = (part: string): string =>
  encodeURIComponent(part.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** Percent signs taken out, as far as they mean something. */
export function decodedUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** The last part of a URI's path, as a file name. */
export function fileNameOfUri(uri: string): string {
  const { path } = split(uri);
  return decodedUri(path.slice(path.lastIndexOf("/") + 1));
}

/**
 * The URI of the file that `name` means seen from the folder at `folder`. `name` is a path as sources and settings write it,
 * with no percent signs that mean anything, or a URI, which stands for itself. `.` and `..` are taken out; an absolute path
 * keeps scheme and authority; where the folder lies on a drive, backslashes are slashes.
 */
export function resolveUri(folder: string, name: string): string {
  if (/^[a-z][\w+.-]+:\//i.test(name)) return name;
  const { root, path } = split(folder);
  const drive = /^\/[a-z](?::|%3a)(?=\/|$)/i.exec(path)?.[0];
  const own = /^([a-z]):[\\/]/i.exec(name);
  const written = drive === undefined && own === null ? name : name.replaceAll("\\", "/");
  const start = own ? `/${own[1]!.toLowerCase()}%3A` : (drive ?? "");
  const inside = own ? written.slice(2) : written;
  const base = inside.startsWith("/") ? [] : path.slice(start.length).split("/");
  const parts: string[] = [];
  for (const part of [...base, ...inside.split("/").map((one) => encoded(one))]) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return `${root}${start}/${parts.join("/")}`;
}
