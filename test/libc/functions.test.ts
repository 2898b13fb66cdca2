// Strings, numbers and characters against glibc: each call with its result and what it did to a buffer.
import assert from "node:assert/strict";
import test from "node:test";
import { STATE } from "../../debugger/cpu/state.ts";
import { doubleOfBits } from "../../debugger/libc/arguments.ts";
import { isLibcFunction, type LibcName, libcFunctions, signatureOf } from "../../server/facts/libc.ts";
import { escaped, recordedLines, runNative } from "../os/golden.ts";
import { startProcess } from "../os/process.ts";

/** Arguments: numbers, strings (a copy in memory each), "buffer" (64 bytes that begin with "hello" and zeros). */
interface Call {
  readonly name: LibcName;
  readonly args: readonly (number | string | { readonly buffer: string })[];
}

const call = (name: LibcName, ...args: Call["args"]): Call => ({ name, args });
const hello = { buffer: "hello" };
const words = ["", "a", "abc", "abd", "ABC", "hello, world", "\xff\x80", "aXbXc"];
const numbers = [
  "0",
  "42",
  " -17x",
  "+9",
  "2147483648",
  "-2147483649",
  "9223372036854775808",
  "-9223372036854775809",
  "18446744073709551616",
  "0x1F",
  "077",
  "zz",
  "abc",
  "",
  "-",
  " \t\n5",
];
const floats = [
  "0",
  "1.5",
  "-2.5e3x",
  "1e400",
  "-1e-400",
  ".25",
  "5.",
  "0x1.8p3",
  "inf",
  "-nan",
  "abc",
  "1e",
  "123456789012345678901234567890",
  "2.2250738585072011e-308",
];

const calls: Call[] = [
  ...words.flatMap((word) => [
    call("strlen", word),
    call("strnlen", word, 2),
    call("strchr", word, 98),
    call("strchr", word, 0),
    call("strrchr", word, 88),
    call("strcpy", hello, word),
    call("stpcpy", hello, word),
    call("strncpy", hello, word, 4),
    call("strcat", hello, word),
    call("strncat", hello, word, 3),
    call("strspn", word, "abc"),
    call("strcspn", word, "bX"),
    call("strpbrk", word, "Xb"),
    call("strstr", word, "X"),
    call("strstr", word, ""),
    call("memchr", word, 98, 2),
    ...words.flatMap((other) => [
      call("strcmp", word, other),
      call("strncmp", word, other, 2),
      call("strcasecmp", word, other),
      call("strncasecmp", word, other, 3),
    ]),
  ]),
  call("memset", hello, 0x141, 3),
  call("memset", hello, 7, 0),
  call("memcpy", hello, "XYZ", 2),
  call("mempcpy", hello, "XYZ", 2),
  call("memmove", hello, "XYZ", 3),
  call("memcmp", "abc", "abd", 3),
  call("memcmp", "abc", "abd", 2),
  call("memcmp", "\xff", "\x01", 1),
  call("strtok", { buffer: ",a,,b" }, ","),
  call("strtok", { buffer: ",,," }, ","),
  ...words.flatMap((word) => [
    call("strchrnul", word, 98),
    call("strcasestr", word, "BX"),
    call("memrchr", word, 97, 2),
    call("memmem", word, 2, "b", 1),
  ]),
  ...[0, 1, 12, -8, 65536].flatMap((value) => [
    call("ffs", value),
    call("ffsl", value),
    call("ffsll", value),
    call("isascii", value),
    call("toascii", value),
  ]),
  ...numbers.flatMap((text) => [
    call("atoi", text),
    call("atol", text),
    call("atoll", text),
    ...[0, 10, 16, 8, 36].flatMap((base) => [
      call("strtol", text, 0, base),
      call("strtoul", text, 0, base),
      call("strtoll", text, 0, base),
      call("strtoull", text, 0, base),
    ]),
  ]),
  call("strtol", "12", 0, 1),
  call("strtol", "12", 0, 99),
  ...floats.map((text) => call("strtold", text, 0)),
  ...floats.flatMap((text) => [call("atof", text), call("strtod", text, 0), call("strtof", text, 0)]),
  ...["", "a", "a.c", ".c", "d/a.c", "A.C", "b]", "*", "a-c"].flatMap((text) =>
    [
      "*",
      "*.c",
      "?.c",
      "[a-c].?",
      "[!a].c",
      "\\*",
      "d/*",
      "d*",
      "[]b]*",
      "[[:upper:]]*",
      "a[",
      "*a*c",
      "[a\\-c]*",
    ].flatMap((pattern) => [0, 1, 2, 4, 5, 8, 16].map((flags) => call("fnmatch", pattern, text, flags))),
  ),
  call("abs", -5),
  call("abs", 7),
  call("abs", -2147483648),
  call("labs", -5),
  ...(
    [
      "isalpha",
      "isdigit",
      "isalnum",
      "isspace",
      "isupper",
      "islower",
      "isxdigit",
      "isprint",
      "isgraph",
      "ispunct",
      "iscntrl",
      "isblank",
      "toupper",
      "tolower",
    ] as const
  ).flatMap((name) => Array.from({ length: 130 }, (_, k) => call(name, k - 1))),
  ...Array.from({ length: 40 }, () => call("rand")),
  ...[0, 1, 42, 4294967295].flatMap((seed) => [call("srand", seed), call("rand"), call("random"), call("rand")]),
  call("strerror", 2),
  call("strerror", 0),
  call("strerror", 999),
  call("getenv", "HOME"),
  call("getenv", "NAME"),
  call("getenv", "NAM"),
  call("setenv", "NEW", "first", 1),
  call("setenv", "NEW", "second", 0),
  call("getenv", "NEW"),
  call("setenv", "NEW", "third", 1),
  call("getenv", "NEW"),
  call("setenv", "", "x", 1),
  call("setenv", "A=B", "x", 1),
  call("putenv", { buffer: "PUT=1" }),
  call("getenv", "PUT"),
  call("unsetenv", "NEW"),
  call("unsetenv", "A=B"),
  call("getenv", "NEW"),
  call("getenv", "NAME"),
  call("clearenv"),
  call("getenv", "NAME"),
  call("setlocale", 6, ""),
  call("setlocale", 6, 0),
  call("setlocale", 6, "xx_YY"),
  ...Array.from({ length: 3 }, () => call("rand_r", { buffer: "0123" })),
  call("sysconf", 30),
  call("sysconf", 2),
  call("sysconf", 99999),
  call("div", -17, 5),
  call("div", 17, -5),
  call("ldiv", -17000000000, 5),
  call("lldiv", 17000000000, -5),
  call("opendir", "/nosuch"),
  call("stat", "/nosuch", 0),
  call("sigaction", 9, hello, 0),
  call("sigaction", 65, 0, 0),
  call("clock_getres", 99, 0),
  ...words.flatMap((word) => [
    call("stpncpy", hello, word, 4),
    call("memccpy", hello, word, 98, 5),
    call("strxfrm", hello, word, 4),
    call("basename", word),
    call("__memcpy_chk", hello, word, 4, 64),
    call("__strcpy_chk", hello, word, 64),
    call("__strcat_chk", hello, word, 64),
    call("__strncpy_chk", hello, word, 3, 64),
    call("__strncat_chk", hello, word, 3, 64),
    call("__sprintf_chk", hello, 1, 64, "<%s>", 0),
    call("__snprintf_chk", hello, 5, 1, 64, "longer %%", 0),
  ]),
  call("rawmemchr", "abc", 99),
  call("swab", "abcdefg", hello, 5),
  call("swab", "abcd", hello, -1),
  call("memfrob", hello, 4),
  ...["", "a", "1", "9", "10", "01", "010", "a1", "a09", "a10", "a9", "b2", "1.5", "1.05", "000", "00", "09"].flatMap(
    (left) => ["a1", "10", "9", "09", "a9", "00", "1.5", ""].map((right) => call("strverscmp", left, right)),
  ),
  ...[0, 1, 9, 11, 15, 32, 33, 34, 40, 64, 65, -1].map((number) => call("strsignal", number)),
  ...["/", "//", "", "a", "a/", "/a", "/a/", "/usr/lib", "/usr//lib//", "usr/lib", "..", "a//b"].flatMap((path) => [
    call("basename", path),
    call("__xpg_basename", { buffer: path }),
    call("dirname", { buffer: path }),
  ]),
  call("__xpg_strerror_r", 2, hello, 64),
  call("__xpg_strerror_r", 2, hello, 5),
  ...["12", "-9x", "zz"].flatMap((text) => [call("strtoimax", text, 0, 10), call("strtoumax", text, 0, 10)]),
  call("imaxabs", -5),
  ...[0, 1, 42, 123456789].flatMap((seed) => [
    call("srand48", seed),
    call("drand48"),
    call("lrand48"),
    call("mrand48"),
    call("erand48", { buffer: "abcdef" }),
    call("nrand48", { buffer: "abcdef" }),
    call("jrand48", { buffer: "abcdef" }),
  ]),
  ...[0, 1, 258, 0x12345678, -2].flatMap((value) => [
    call("htons", value),
    call("ntohs", value),
    call("htonl", value),
    call("ntohl", value),
    call("inet_ntoa", value),
  ]),
  ...["127.0.0.1", "1.2.3", "10.1", "0x7f.1", "010.0.0.1", "256.1.1.1", "a.b", "", "1.2.3.4.5"].map((text) =>
    call("inet_addr", text),
  ),
];

const byte = (character: string): string => `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`;
const cString = (text: string): string => `"${[...text].map(byte).join("")}"`;

/** How a result is compared: relative to what it points into, as text, as bits of a double. */
const textResults = new Set<LibcName>(["strerror", "getenv", "setlocale", "strsignal", "inet_ntoa"]);
/** What returns a structure of two numbers. */
const quotients = new Set<LibcName>(["div", "ldiv", "lldiv"]);

function record(): string {
  const rows = calls.map(({ name, args }) => {
    const values = args.map((arg) =>
      typeof arg === "number"
        ? `${arg}L`
        : typeof arg === "string"
          ? `strcpy(t${args.indexOf(arg)}, ${cString(arg)})`
          : `(memset(b, 0, 64), strcpy(b, ${cString(arg.buffer)}))`,
    );
    const { returns } = signatureOf(name);
    if (name === "inet_ntoa") return `  { struct in_addr a = { ${values[0]} }; puts(inet_ntoa(a)); }`;
    const invocation = `${name}(${values.join(", ")})`;
    if (textResults.has(name)) return `  s = ${invocation}; printf("%s\\n", s ? s : "NULL");`;
    if (quotients.has(name)) return `  { ${name}_t q = ${invocation}; printf("%ld\\n", (long)q.quot); }`;
    if (returns === "pointer") return `  where(${invocation});`;
    if (returns === "double") return `  d = ${invocation}; memcpy(&l, &d, 8); printf("%lx\\n", l);`;
    if (returns === "float") return `  f = ${invocation}; memcpy(&i, &f, 4); printf("%x\\n", i);`;
    if (returns === "longdouble")
      return `  e = ${invocation}; h = 0; memcpy(&l, &e, 8); memcpy(&h, 8 + (char *)&e, 2); printf("%lx %x\\n", l, h);`;
    if (returns === "void") return `  ${invocation}; puts("void");`;
    return `  printf("%ld\\n", (long)${invocation});`;
  });
  return runNative(`#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <ctype.h>
#include <fnmatch.h>
#include <locale.h>
#include <unistd.h>
#include <dirent.h>
#include <signal.h>
#include <time.h>
#include <sys/stat.h>
#include <inttypes.h>
#include <arpa/inet.h>
int __xpg_strerror_r(int, char *, size_t);
char *__xpg_basename(char *);
char *dirname(char *);
void *__memcpy_chk(void *, const void *, size_t, size_t);
char *__strcpy_chk(char *, const char *, size_t), *__strcat_chk(char *, const char *, size_t);
char *__strncpy_chk(char *, const char *, size_t, size_t), *__strncat_chk(char *, const char *, size_t, size_t);
int __sprintf_chk(char *, int, size_t, const char *, ...), __snprintf_chk(char *, size_t, int, size_t, const char *, ...);
static char b[64], t0[64], t1[64], t2[64], t3[64], t4[64];
static void where(void *p) {
  char *c = p;
  if (!p) printf("NULL");
  else if (c >= b && c < b + 64) printf("buffer+%d", (int)(c - b));
  else if (c >= t0 && c < t0 + 64) printf("argument+%d", (int)(c - t0));
  else printf("other");
  for (int k = 0; k < 20; k++) printf(" %02x", (unsigned char)b[k]);
  putchar('\\n');
}
int main(void) {
  char *s; double d; float f; long l; int i; long double e; unsigned short h;
  clearenv(); putenv("NAME=value");
${rows.join("\n")}
}
`);
}

/** The ten bytes of st0, as the C program prints them. */
function topOfStack({ memory: { view, layout } }: ReturnType<typeof startProcess>): string {
  const top = (view.getUint16(layout.state + STATE.fsw, true) >> 11) & 7;
  const at = layout.state + STATE.st + 16 * top;
  return `${view.getBigUint64(at, true).toString(16)} ${view.getUint16(at + 8, true).toString(16)}`;
}

const expected = recordedLines("libc/functions.golden.txt", record);

test("string, number and character functions give what glibc gives", () => {
  const stubs = Object.keys(libcFunctions());
  const target = startProcess({ stubs, environment: { NAME: "value" } });
  const { memory } = target;
  const buffer = target.data;
  const wrong: string[] = [];
  for (const [k, { name, args }] of calls.entries()) {
    let first = 0;
    const values = args.map((arg, index) => {
      if (typeof arg === "number") return arg;
      if (typeof arg === "string") {
        const at = target.data + 128 + 64 * index;
        memory.poke(at, Uint8Array.from([...arg].map((character) => character.charCodeAt(0)).concat(0)));
        if (index === 0) first = at;
        return at;
      }
      memory.poke(buffer, new Uint8Array(64));
      memory.poke(buffer, new TextEncoder().encode(arg.buffer));
      return buffer;
    });
    const { result } = target.call(name, values);
    const { returns } = signatureOf(name);
    const pointer = Number(result);
    const place =
      pointer === 0
        ? "NULL"
        : pointer >= buffer && pointer < buffer + 64
          ? `buffer+${pointer - buffer}`
          : first !== 0 && pointer >= first && pointer < first + 64
            ? `argument+${pointer - first}`
            : "other";
    const bytes = [...memory.peek(buffer, 20)].map((value) => value.toString(16).padStart(2, "0")).join(" ");
    const text = (): string =>
      pointer === 0 ? "NULL" : escaped(String.fromCharCode(...memory.peek(pointer, 64))).replace(/\\x00.*$/, "");
    const actual = textResults.has(name)
      ? text()
      : returns === "pointer"
        ? `${place} ${bytes}`
        : returns === "double"
          ? (target.state.read("xmm0")! & 0xffffffffffffffffn).toString(16)
          : returns === "float"
            ? (target.state.read("xmm0")! & 0xffffffffn).toString(16)
            : returns === "longdouble"
              ? topOfStack(target)
              : returns === "void"
                ? "void"
                : returns === "unsigned"
                  ? `${BigInt.asUintN(32, result)}`
                  : `${BigInt.asIntN(returns === "int" || name === "div" ? 32 : 64, result)}`;
    if (actual !== expected[k])
      wrong.push(`${name}(${args.map((arg) => JSON.stringify(arg)).join(", ")}): ${actual}, glibc ${expected[k]}`);
  }
  assert.equal(expected.length, calls.length);
  assert.deepEqual(wrong.slice(0, 30), []);
});

test("every row of the table is a function that can be called, and its prototype is understood", () => {
  for (const name of Object.keys(libcFunctions())) {
    assert.ok(isLibcFunction(name));
    const { parameters, returns } = signatureOf(name);
    assert.ok(returns);
    for (const parameter of parameters)
      assert.ok(parameter.name !== "" && parameter.text !== "", `${name}: ${JSON.stringify(parameter)}`);
  }
});

test("a call destroys what the ABI lets it destroy, but for what glibc happens to leave alone", () => {
  const process = startProcess({ stubs: ["labs", "strlen"] });
  const { state } = process;
  const saved = ["rbx", "rbp", "r12", "r13", "r14", "r15"];
  const all = [...saved, "rcx", "rdx", "rsi", "r8", "r11", "xmm7"];
  const lost = (name: string, argument: number): string[] => {
    for (const register of all) state.write(register, 0x1234n);
    const before = state.retired;
    process.call(name, [argument]);
    assert.equal(state.retired, before + 1);
    return all.filter((register) => state.read(register) !== 0x1234n);
  };
  assert.deepEqual(lost("labs", -3), ["rcx", "rdx", "rsi", "r8", "r11", "xmm7"]);
  assert.equal(state.read("rax"), 3n);
  assert.deepEqual(lost("strlen", process.text("abc")), []);
});

test("i386: doubles come from the stack and go to the top of the x87 stack", () => {
  const process = startProcess({ bits: 32, stubs: ["sqrt", "atof"] });
  const bits = 0x4022000000000000n; // 9.0
  process.call("sqrt", [bits & 0xffffffffn, bits >> 32n]);
  assert.equal(process.state.read("st0"), 0x4000c000000000000000n);
  process.call("atof", [process.text("-0.5")]);
  assert.equal(process.state.read("st0"), 0xbffe8000000000000000n);
  assert.equal(doubleOfBits(bits), 9);
});

test("numbers of any length are read, and quickly", () => {
  const process = startProcess({ stubs: ["atof"] });
  const read = (text: string): number => {
    process.memory.poke(process.data - 0x8000, new TextEncoder().encode(`${text}\0`));
    process.call("atof", [process.data - 0x8000]);
    return doubleOfBits(process.state.read("xmm0")! & 0xffffffffffffffffn);
  };
  assert.equal(read(`0.${"0".repeat(30000)}1e30001`), 1);
  assert.equal(read(`1${"0".repeat(30000)}e-30000`), 1);
  assert.equal(read(`9007199254740993.${"0".repeat(25000)}1`), 9007199254740994);
});
