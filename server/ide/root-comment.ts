// Which file a source belongs to, as the sources themselves say: a comment in it, or an include in another.

import { type Source, textOf } from "../base/source.ts";

/** Characters at the start of a file in which the comment is looked for. */
const HEAD = 2000;

/** The name in `; asmoscope: main FILE`; undefined when there is none near the start. */
export function mainFile(source: Source): string | undefined {
  const head = textOf(source, 0, Math.min(source.bytes.length, HEAD));
  return /^[ \t]*;[ \t]*asmoscope:[ \t]*main[ \t]+(\S.*?)[ \t]*\r?$/m.exec(head)?.[1];
}

/** True when `source` says `%include` of a file with this name, in whatever folder. */
export function mentionsInclude(source: Source, fileName: string): boolean {
  const text = textOf(source, 0, source.bytes.length);
  for (const [, name = ""] of text.matchAll(/^[ \t]*%include[ \t]+["'`<]?([^"'`>\r\n;]+)/gim)) {
    if (name.trim().replace(/^.*[/\\]/, "") === fileName) return true;
  }
  return false;
}
