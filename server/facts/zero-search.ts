// How a source looks that searches for a zero byte by whole words or vectors. Such reads begin inside an object and may end
// behind it, within the same page: what lies there is masked out.

/** Constants of the arithmetic that finds a zero byte in a word: 0x80808080, 80808080h, $01010101, 0x8080_8080. */
const WORD_CONSTANTS =
  /(?<![\w$])(?:0[xh]|\$0?)(?:(?:80_?){4}|(?:fe_?){3,}f[ef]|(?:7f_?){4}|(?:01_?){4})|(?<![\w$])0?(?:(?:80){4,}|(?:fe){3,}f[ef]|(?:7f){4,}|(?:01){4,})h/i;
const VECTOR_COMPARISONS = /\bv?(?:pcmp(?:eq[bw]|gtb|[ei]str[im])|pminub|psubusb|ptest)\b/i;

/** Instructions for texts: they look at nothing behind the zero byte or the length. */
const TEXT_INSTRUCTIONS = /\bv?pcmp[ei]str[im]\b/i;

/** Loads words of text and looks for a zero byte by arithmetic. */
export const searchesWords = (source: string): boolean => WORD_CONSTANTS.test(source);

/** Compares bytes of whole vectors. */
export const searchesVectors = (source: string): boolean => VECTOR_COMPARISONS.test(source);

/** Searches whole vectors at any address, not at multiples of their size alone. */
export const searchesTexts = (source: string): boolean => TEXT_INSTRUCTIONS.test(source);
