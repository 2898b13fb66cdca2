// Why a file shall not be read, from what the editor says of it before: numbers in, a sentence out, so that it is tested
// without an editor.

/** As in server/lsp/bounded-file.ts, whose values the client does not import. */
const LARGEST_BYTES = 2 ** 28;

// Bits of vscode.FileType.
const FILE = 1;
const FOLDER = 2;
const LINK = 64;

/** Completes "NAME …"; undefined when it can be read, or reading it says why not. */
export function fileProblem(type: number, sizeBytes: number): string | undefined {
  if ((type & (FILE | FOLDER)) !== 0) return sizeBytes > LARGEST_BYTES ? "is too large" : undefined;
  // A link that leads nowhere is as long as the name it holds; one to a device is as long as the device, which is 0.
  if ((type & LINK) !== 0 && sizeBytes > 0) return "does not exist";
  // Reading /dev/zero never ends.
  return "is a device, not a file";
}
