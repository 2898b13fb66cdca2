// How a source looks that searches for a zero byte by whole words or vectors. Such reads begin inside an object and may end
// behind it, within the same page: what lies there is masked out.

/** Constants of the arithmetic that finds a zero byte in a word: 0x80808080, 80808080h, $01010101, 0x8080_8080. */
const WORD_CONSTANTS =
  /(?<![\w$])(?:0[xh]|\$0?)(?:(?:80_?){4}|(?:fe_?){3,}f[ef]|(?:7f_?){4}|(?:01_?){4})|(?<![\w$])0?(?:(?:80){4,}|(?:fe){3,}f[ef]|(?:7f){4,}|(?:01){4,})h/i;
const VECTOR_COMPARISONS = /\bv?(?:pcmp(?:eq[bw]|gtb|[ei]str[im])|pminub|psubusb|ptest)\b/i;

/** Instructions for texts: they look at nothing behind the zero byte or the length. */
const TEXT_INSTRUCTIONS = /\bv?pcmp[ei]str[im]\b/i;

/** Sums of the bytes of whole vectors, whose surplus is masked out before. */
const VECTOR_SUM = /\bv?psadbw\b/i;
const VECTOR_MASK = /\bv?pandn?[dq]?\b/i;

/** The offset in a page is taken, and compared with where the last whole vector of the page begins. */
const PAGE_OFFSET = /\band\b[^;\n]*,\s*(?:4095|0x0*fff|0*fffh|\w*page\w*\s*-\s*1)\b/i;
const LAST_VECTOR =
  /\bcmp\b[^;\n]*,\s*(?:(?:4096|0x0*1000|0*1000h|\w*page\w*)\s*-\s*\w+|40(?:80|64|32)|0x0*f[fec]0|0*f[fec]0h)\b/i;

/** Loads words of text and looks for a zero byte by arithmetic. */
export const searchesWords = (source: string): boolean => WORD_CONSTANTS.test(source);

/** Compares bytes of whole vectors, or masks what does not belong to a sum. */
export const searchesVectors = (source: string): boolean =>
  VECTOR_COMPARISONS.test(source) || (VECTOR_SUM.test(source) && VECTOR_MASK.test(source));

/** Searches whole vectors at any address, not at multiples of their size alone: it asks first whether they stay in the page. */
export const searchesTexts = (source: string): boolean =>
  TEXT_INSTRUCTIONS.test(source) || (PAGE_OFFSET.test(source) && LAST_VECTOR.test(source));
