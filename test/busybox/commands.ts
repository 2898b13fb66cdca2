// Commands for busybox: arguments and standard input. All of them find the same few files, and none needs a second process.

export interface Command {
  readonly args: readonly string[];
  readonly input?: string;
  /** Symbolic links beside the files: name and what it leads to. */
  readonly links?: Readonly<Record<string, string>>;
}

const people = "anna 31 berlin\nbob 25 paris\ncarla 42 rome\ndavid 19 berlin\neve 37 paris\nfrank 25 oslo\n";
const poem =
  "The quick brown fox\njumps over\tthe lazy dog.\n\nPack my box with five dozen\nliquor jugs; how vexingly\nquick daft zebras jump!\n";
const numbers = Array.from({ length: 60 }, (_, k) => (k * 7919) % 1000).join("\n");

/** What lies in the current directory. */
export const files: Readonly<Record<string, string>> = {
  people,
  poem,
  numbers: `${numbers}\n`,
  csv: "id,name,price\n1,apple,0.50\n2,pear,0.75\n3,plum,0.20\n10,kiwi,1.10\n",
  changed: people.replace("bob 25 paris", "bob 26 lyon").replace("eve 37 paris\n", ""),
  bytes: Array.from({ length: 100 }, (_, k) => String.fromCharCode((k * 37) & 0x7f)).join(""),
  "dir/inner": "inside\n",
  "dir/deep/leaf": "leaf\n",
};

const links = {
  "dir/loop": "loop",
  "dir/away": "nowhere",
  "dir/to-inner": "inner",
  "dir/up": "../people",
  "dir/round": "../dir",
  "dir/made": "new",
};
const shWithLinks = (script: string): Command => ({ args: ["sh", "-c", script], links });

const sh = (script: string, input = ""): Command => ({ args: ["sh", "-c", script], input });

export const commands: readonly Command[] = [
  // the shell, without a second process
  sh('i=0; while [ $i -lt 20 ]; do i=$((i+1)); case $i in *7) continue;; 15) break;; esac; echo -n "$i "; done; echo'),
  sh("f() { local x=$1; [ $x -le 1 ] && { r=1; return; }; f $((x-1)); r=$((r*x)); }; f 10; echo $r"),
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's own
  sh("a=path/to/file.tar.gz; echo ${a##*/} ${a%.*} ${a%%.*} ${#a} ${b:-none} ${a/to/from} ${a:5:2}"),
  sh(
    'while read name age city; do [ $age -gt 30 ] && echo "$name ($city)"; done; set -- x y z; echo $# $3; shift; echo $1',
    people,
  ),
  sh('for f in dir/* pe* po*; do [ -d $f ] && echo "$f/" || echo $f; done; echo dir/*/*; exit 3'),
  sh(
    "trap 'echo bye' EXIT; x=5; until [ $x -eq 0 ]; do printf '%d,' $x; x=$((x-1)); done; echo; echo $((0x1f ^ 6)) $((7/2)) $((-7%3))",
  ),
  sh(
    'IFS=:; for d in a:b:c; do echo $d; done; v=a:b:c; for d in $v; do echo $d; done; echo out > made; read line < made; echo $line; echo more >> made; while read line; do echo "<$line>"; done < made',
  ),
  sh("kill -TERM $$; echo not here"),
  // text
  { args: ["sort", "people"] },
  { args: ["sort", "-k2,2n", "-k1,1r", "people"] },
  { args: ["sort", "-nru", "numbers"] },
  { args: ["sort", "-t,", "-k3", "-g", "csv"] },
  { args: ["uniq", "-c"], input: "a\na\nb\na\na\na\n" },
  { args: ["cut", "-d,", "-f2-", "csv"] },
  { args: ["cut", "-c2-4,7", "people"] },
  { args: ["tr", "a-z", "A-Z"], input: poem },
  { args: ["tr", "-sc", "a-zA-Z", "\\n"], input: poem },
  { args: ["tr", "-d", "aeiou"], input: poem },
  { args: ["wc", "people", "poem", "numbers"] },
  { args: ["head", "-n", "3", "poem"] },
  { args: ["head", "-c", "10", "poem"] },
  { args: ["tail", "-n", "2", "poem"] },
  { args: ["tail", "-n", "+5", "people"] },
  { args: ["nl", "-b", "a", "poem"] },
  { args: ["cat", "-A", "poem"] },
  { args: ["tac", "people"] },
  { args: ["rev", "people"] },
  { args: ["fold", "-sw", "12", "poem"] },
  { args: ["expand", "-t", "4", "poem"] },
  { args: ["paste", "-d:", "people", "csv"] },
  { args: ["diff", "-u", "-L", "a", "-L", "b", "people", "changed"] },
  { args: ["cmp", "people", "changed"] },
  { args: ["grep", "-n", "quick", "poem"] },
  { args: ["grep", "-cvE", "^[a-d].*(paris|berlin)$", "people"] },
  { args: ["grep", "-rl", "leaf", "dir"] },
  { args: ["grep", "-ow", "[a-z]\\{4\\}", "poem"] },
  { args: ["egrep", "-i", "^(anna|BOB) .* [a-z]+$", "people"] },
  { args: ["sed", "s/\\([a-z]*\\) \\([0-9]*\\)/\\2:\\1/", "people"] },
  { args: ["sed", "-n", "/bob/,/david/{s/ /_/gp}", "people"] },
  { args: ["sed", "-e", "1!G;h;$!d", "people"] },
  { args: ["sed", "y/abc/xyz/;$a\\end", "people"] },
  { args: ["awk", "{ sum += $2; n[$3]++ } END { for (c in n) print c, n[c]; print sum/NR }", "people"] },
  { args: ["awk", "-F,", 'NR > 1 { printf "%-8s|%6.2f|%x\\n", $2, $3 * 1.19, $1 }', "csv"] },
  {
    args: [
      "awk",
      'BEGIN { for (i = 1; i <= 15; i++) s = s (i % 15 ? i % 5 ? i % 3 ? i : "Fizz" : "Buzz" : "FizzBuzz") " "; print s; print sqrt(2), exp(1), sin(1), int(-3.7), substr("hello", 2, 3), index("hello", "l"), toupper("x") }',
    ],
  },
  {
    args: [
      "awk",
      '{ a[NR] = $1 } END { for (i = NR; i > 0; i--) { gsub(/[aeiou]/, "<&>", a[i]); print a[i], length(a[i]) } n = split("a:b:c", p, ":"); print n, p[3]; print match("foobar", /o+/), RSTART, RLENGTH }',
      "people",
    ],
  },
  // sums and encodings
  { args: ["md5sum", "people", "poem"] },
  { args: ["sha1sum", "poem"] },
  { args: ["sha256sum", "people", "bytes"] },
  { args: ["sha512sum", "poem"] },
  { args: ["sha3sum", "poem"] },
  { args: ["cksum", "people"] },
  { args: ["sum", "people"] },
  { args: ["crc32", "people"] },
  { args: ["base64", "bytes"] },
  { args: ["base64", "-d"], input: "SGVsbG8sIHdvcmxkIQo=\n" },
  { args: ["uuencode", "-m", "name"], input: poem },
  { args: ["gzip", "-nc", "poem"] },
  { args: ["bzip2", "-c", "people"] },
  { args: ["xxd", "bytes"] },
  { args: ["od", "-A", "x", "-t", "x1z", "bytes"] },
  { args: ["od", "-c", "poem"] },
  { args: ["hexdump", "-C", "bytes"] },
  { args: ["strings", "bytes"] },
  { args: ["tar", "c", "--no-recursion", "-f", "-", "nothing"] },
  // numbers and dates
  { args: ["expr", "(", "7", "+", "5", ")", "*", "3", "%", "10"] },
  { args: ["expr", "abc123", ":", "[a-z]*\\([0-9]*\\)"] },
  { args: ["seq", "-w", "8", "3", "20"] },
  { args: ["seq", "-s,", "1", "0.25", "2"] },
  { args: ["printf", "%5d|%-6s|%x|%o|%e|%c|%%|%08.3f\\n", "42", "ab", "255", "8", "12345.678", "z", "3.14159"] },
  {
    args: ["bc"],
    input:
      "scale=20; 1/7; sqrt(2); 2^100; define f(x) { if (x < 2) return (1); return (x * f(x - 1)); } f(25)\nobase=16; 255\n",
  },
  { args: ["dc"], input: "20k 2v p 5 3 ^ p [la1+dsap]sx 10 p\n" },
  { args: ["factor", "360", "1234567890", "99991", "65537"] },
  { args: ["date", "-u", "-d", "@1234567890", "+%Y-%m-%d %H:%M:%S %a %j %U"] },
  { args: ["date", "-u", "-d", "2024-02-29 12:34:56"] },
  { args: ["cal", "2", "2024"] },
  { args: ["cal", "9", "1752"] },
  { args: ["ascii"] },
  { args: ["usleep", "1000"] },
  { args: ["test", "-f", "people", "-a", "12", "-gt", "9"] },
  { args: ["basename", "/usr/lib/libc.a", ".a"] },
  { args: ["dirname", "/usr/lib/libc.a"] },
  { args: ["true"] },
  { args: ["false"] },
  // files
  { args: ["ls", "-1pR", "dir"] },
  { args: ["find", "dir", "-type", "f", "-name", "l*"] },
  { args: ["stat", "-c", "%n %s %F", "people", "dir"] },
  { args: ["dd", "if=people", "bs=4", "skip=2", "count=3", "conv=ucase"] },
  { args: ["cp", "people", "copy"] },
  { args: ["mkdir", "-p", "x/y/z"] },
  { args: ["ln", "-s", "people", "link"] },
  { args: ["readlink", "people"] },
  { args: ["rm", "poem", "csv"] },
  { args: ["rm", "missing"] },
  { args: ["mv", "people", "dir/moved"] },
  { args: ["split", "-l", "2", "people"] },
  { args: ["ed", "people"], input: "2p\n1,2d\n,n\ns/carla/CARLA/p\nq\nq\n" },
  { args: ["cpio", "-o", "-H", "newc"], input: "" },
  { args: ["unexpand", "-a"], input: "a       b        c\n" },
  { args: ["env", "-i", "A=1", "B=two"] },
  { args: ["id", "-u"] },
  { args: ["nosuchapplet"] },
  // symbolic links of the mounted directory
  { args: ["ls", "-1", "dir"], links },
  { args: ["find", "dir/up", "dir/loop", "dir/round", "people", "-type", "l"], links },
  { args: ["find", "-L", "dir/deep", "dir/up", "dir/away"], links },
  { args: ["cat", "dir/loop", "dir/away", "dir/to-inner", "dir/up", "dir/round/round/inner"], links },
  shWithLinks(
    "for f in dir/*; do [ -e $f ] && echo $f there; [ -L $f ] && echo $f link; done; cd dir/round/deep; pwd -P | sed s,.*/dir,dir,",
  ),
  shWithLinks("echo text > dir/made; cat dir/new dir/made; echo x > dir/loop"),
  { args: ["readlink", "dir/round"], links },
  { args: ["stat", "-c", "%N %s %F", "dir/up", "dir/loop"], links },
  { args: ["rm", "dir/round", "dir/loop", "dir/none"], links },
];
