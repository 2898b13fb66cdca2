// The help text of `asmoscope nasm`. Our own words: the options it has, a line each.

const ROWS: readonly (readonly [string, string])[] = [
  ["-o FILE", "write the output to FILE"],
  ["-f FORMAT", "output format: bin (default), elf32 (elf), elfx32, elf64"],
  ["-O0 -O1 -Ox", "how jumps and immediates are shortened; -Ox by default; -Ov tells the number of passes"],
  ["-g, -F FORMAT", "keep line information (dwarf, or stabs)"],
  ["-l FILE", "write a listing"],
  ["-E", "preprocess only"],
  ["-M -MG -MD -MF -MT -MQ -MP", "dependencies for make"],
  ["-I DIR", "search DIR for %include and incbin"],
  ["-P FILE", "include FILE before the source"],
  ["-D NAME[=TEXT], -U NAME", "define or undefine a single-line macro"],
  ["-w+CLASS, -w-CLASS", "warning classes on and off; -w+error[=CLASS] makes them errors; -W likewise"],
  ["-s, -Z FILE", "messages to standard output, or to FILE"],
  ["-X gnu|vc", "style of messages"],
  ["--prefix TEXT, --suffix TEXT", "put TEXT before or behind the names of global symbols"],
  ["--keep-all", "keep output files even after an error"],
  ["--reproducible", "equal inputs give equal outputs (always so)"],
  ["-@ FILE", "read further options from FILE, one a line"],
  ["-v", "version"],
];

/** The whole text, ending in a line feed. */
export function nasmHelp(): string {
  const width = Math.max(...ROWS.map(([option]) => option.length));
  const lines = ROWS.map(([option, text]) => `  ${option.padEnd(width)}  ${text}`);
  return ["usage: asmoscope nasm [OPTION]... FILE", "", ...lines, ""].join("\n");
}

/** What -y shows: the debugging formats by output format. */
export function debugFormats(): string {
  const formats = ["elf32", "elf64", "elfx32"];
  const row = (name: string, format: string, text: string) => `       ${name.padEnd(11)}${format.padEnd(10)}${text}\n`;
  return formats
    .map((format) => row(`${format}:`, "dwarf", "DWARF line tables [default]") + row("", "stabs", "stabs"))
    .join("");
}
