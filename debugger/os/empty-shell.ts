// A shell without commands, for programs that end with execve of /bin/sh where no folder was given: with nothing to read it ends
// with 0 as any shell does, "exit" ends it, and any other line gets a sentence on standard error and status 127. It is a static
// executable of 336 bytes for 64 bits: reads standard input byte by byte into lines, skips blanks and comments.

import type { Image } from "../../server/obj/image.ts";
import { readExecutable } from "../../server/obj/read-executable.ts";

const HEXADECIMAL = [
  "7f454c4602010100000000000000000002003e0001000000780040000000000040000000000000000000000000000000",
  "000000004000380001000000000000000100000005000000000000000000000000004000000000000000400000000000",
  "50010000000000005001000000000000001000000000000031db4881ec0010000031ed31c031ff488d342cba01000000",
  "0f054883f8017512803c2c0a741381fda00f000073ddffc5ebd9e809000000eb38e802000000ebc9488d742408488d0c",
  "2e4839ce74478a0648ffc63c2074f23c0974ee3c237436c60100817eff65786974750f807e03617309b83c00000089df",
  "0f05bb7f000000b801000000bf02000000be0e014000ba420000000f05c373683a206e6f20636f6d6d616e6473206865",
  "72653a206120666f6c64657220776974682070726f6772616d7320697320676976656e2077697468202d2d726f6f740a",
];

const NAMES = ["/bin/sh", "/bin/bash", "/bin/dash", "/usr/bin/sh", "/usr/bin/bash"];

let made: Image | string | undefined;

/** The shell, when `path` names one and its arguments are no more than options; undefined otherwise. */
export function emptyShell(path: string, argv: readonly string[]): Image | undefined {
  const isShell = NAMES.includes(path.replace(/\/+/g, "/"));
  if (!isShell || !argv.slice(1).every((one) => /^-[ip]+$/.test(one))) return undefined;
  const digits = HEXADECIMAL.join("");
  made ??= readExecutable(
    "sh",
    Uint8Array.from({ length: digits.length / 2 }, (_, k) => Number.parseInt(digits.slice(2 * k, 2 * k + 2), 16)),
  );
  return typeof made === "string" ? undefined : made;
}
