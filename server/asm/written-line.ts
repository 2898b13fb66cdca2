// A line that goes to the assembler as it stands in the source. Its tokens are cut when somebody wants to see them, which is
// mostly nobody: what the line says is known by its text.

import type { Span } from "../base/source.ts";
import type { LineText } from "./line-text.ts";
import { joinDecorators } from "./preprocess-text.ts";
import { SourceLine } from "./source-lines.ts";
import type { Line, Token } from "./token.ts";

type Surroundings = Pick<Line, "expansion" | "inBody" | "listDepth" | "noList">;

export class WrittenLine implements Line {
  readonly file: string;
  readonly lineNumber: number;
  readonly span: Span;
  readonly expansion: Line["expansion"];
  readonly inBody: Line["inBody"];
  readonly listDepth: number;
  readonly noList: boolean;
  private readonly source: SourceLine;
  private cut: readonly Token[] | undefined;

  constructor(
    source: SourceLine,
    position: { readonly file: string; readonly lineNumber: number },
    span: Span,
    { expansion, inBody, listDepth, noList }: Surroundings,
  ) {
    this.source = source;
    this.file = position.file;
    this.lineNumber = position.lineNumber;
    this.span = span;
    this.expansion = expansion;
    this.inBody = inBody;
    this.listDepth = listDepth;
    this.noList = noList;
    this.cut = undefined;
  }

  /** The line of the source. */
  get written(): SourceLine {
    return this.source;
  }

  /** The same line in another version of its source, where its text stands at `place`. */
  movedTo(
    position: { readonly file: string; readonly lineNumber: number },
    place: Span,
    more: { readonly span?: Span; readonly expansion?: Line["expansion"]; readonly inBody?: Line["inBody"] },
  ): WrittenLine {
    const source = new SourceLine(place, this.text, {});
    const { listDepth, noList } = this;
    const { expansion, inBody, span } = more;
    return new WrittenLine(source, position, span ?? source, { expansion, inBody, listDepth, noList });
  }

  get text(): LineText {
    return this.source.text;
  }

  /** The tokens, kept from now on. */
  get tokens(): readonly Token[] {
    this.cut ??= this.readTokens();
    return this.cut;
  }

  /** The tokens for somebody who looks at them once. */
  readTokens(): readonly Token[] {
    const tokens = this.cut ?? this.source.readTokens();
    return this.text.hasBrace ? joinDecorators(tokens) : tokens;
  }
}
