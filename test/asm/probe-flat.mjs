// Flat binaries of several sections that say where they want to be: `start=`, `follows=`, alignments, addresses of their own;
// most can be placed, some overlap, follow each other in a circle or lie before the origin. Made from a seed.

let seed = 20260101;
const below = (n) => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return Math.floor((seed / 4294967296) * n);
};
const pick = (list) => list[below(list.length)];
const hex = (n) => `0x${n.toString(16)}`;

const words = (name, names) => {
  const said = [];
  if (name !== ".bss" && below(8) === 0) said.push(pick(["nobits", "progbits"]));
  if (below(3) === 0) said.push(`align=${pick([1, 2, 8, 16, 64])}`);
  if (below(5) === 0) said.push(`valign=${pick([1, 8, 16, 64])}`);
  said.push(pick([`start=${hex(below(16) * 64)}`, `follows=${pick(names)}`, "", "", "", ""]));
  said.push(pick([`vstart=${hex(below(16) * 256)}`, `vfollows=${pick(names)}`, "", "", "", ""]));
  return said.filter((word) => word !== "");
};

const contents = (name, said, names) => {
  const reserved = name === ".bss" ? !said.includes("progbits") : said.includes("nobits");
  if (reserved) return [` resb ${below(9)}`];
  return Array.from({ length: below(4) }, () => ` db ${below(99)}\n dd l${pick(names).slice(1)}, ${below(4)}`);
};

function source() {
  const names = [".text", ".a", ".b", ".c", ".data", ".bss"].slice(0, 2 + below(5));
  const order = names.map((name) => [below(1000), name]).sort(([a], [b]) => a - b);
  const lines = below(3) === 0 ? [`org ${hex(below(8) * 16)}`] : [];
  for (const [, name] of order) {
    const said = words(name, names);
    lines.push(`section ${name} ${said.join(" ")}`, `l${name.slice(1)}:`, ...contents(name, said, names));
  }
  lines.push(
    "section .text",
    ...names.map((name) => ` dd l${name.slice(1)}, section.${name}.start, section.${name}.vstart`),
  );
  return `${lines.join("\n")}\n`;
}

export const flats = Array.from({ length: 80 }, () => ["bin", source()]);
