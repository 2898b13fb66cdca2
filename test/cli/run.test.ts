// `run`, `build` and `check` as a script sees them: status, output, report, limits, what the guest is given.

import assert from "node:assert/strict";
import {
  chmodSync,
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
} from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { command, type Files, inFolder, type Seen } from "./command.ts";

interface Report {
  readonly version: number;
  readonly exit: Record<string, unknown>;
  readonly notes?: readonly string[];
  readonly instructions: number;
  readonly findings: readonly Record<string, unknown>[];
  readonly registers: Record<string, unknown>;
  readonly heap: Record<string, unknown>;
  readonly diagnostics?: readonly Record<string, unknown>[];
}

const start = "global _start\n_start:\n";
const exitWith = (code: string) => `  mov edi, ${code}\n  mov eax, 60\n  syscall\n`;

/** Reads up to 64 bytes from standard input and writes them again; the exit status is their number. */
const echo = `${start}  xor eax, eax
  xor edi, edi
  mov rsi, buffer
  mov edx, 64
  syscall
  mov ebx, eax
  mov edx, eax
  mov eax, 1
  mov edi, 1
  mov rsi, buffer
  syscall
${exitWith("ebx")}section .bss
buffer: resb 64
`;

/** Prints a file of the guest's root directory. */
const cat = `${start}  mov eax, 2
  mov rdi, name
  xor esi, esi
  syscall
  test eax, eax
  js .failed
  mov edi, eax
  xor eax, eax
  mov rsi, buffer
  mov edx, 64
  syscall
  mov edx, eax
  mov eax, 1
  mov edi, 1
  mov rsi, buffer
  syscall
${exitWith("0")}.failed: neg eax
${exitWith("eax")}section .data
name: db NAME, 0
section .bss
buffer: resb 64
`;

const useAfterFree = `global main
extern malloc, free
main:
  push rbx
  mov edi, 64
  call malloc
  mov rbx, rax
  mov qword [rbx], 1
  mov rdi, rbx
  call free
  mov rax, [rbx]
  pop rbx
  xor eax, eax
  ret
`;

const one = (name: string, text: string, args: readonly string[], more: Files = {}): Promise<Seen> =>
  inFolder({ [name]: text, ...more }, () => command(args));

async function report(text: string, args: readonly string[]): Promise<{ seen: Seen; report: Report }> {
  return inFolder({ "x.asm": text }, async () => {
    const seen = await command(["run", "--report", "report.json", ...args, "x.asm"]);
    return { seen, report: JSON.parse(readFileSync("report.json", "utf8")) };
  });
}

test("the guest's status and output are the command's own", async () => {
  const seen = await one("x.asm", echo, ["run", "--stdin", "in", "x.asm"], { in: "hello\n" });
  assert.deepEqual(seen, { status: 6, stdout: "hello\n", stderr: "" });
});

test("arguments and environment", async () => {
  const countAll = `${start}  mov rdi, [rsp]
  lea rsi, [rsp+8*rdi+16]
.next:
  cmp qword [rsi], 0
  je .done
  add rdi, 10
  add rsi, 8
  jmp .next
.done:
  mov eax, 60
  syscall
`;
  const seen = await one("x.asm", countAll, ["run", "--env", "A=1", "--env", "B=", "x.asm", "--", "one", "-two"]);
  assert.equal(seen.status, 23);
});

test("files: what describes the process is there in a folder that may only be read, too", async () => {
  const name = (path: string): string => cat.replace("NAME", `"${path}"`);
  const files: Files = { "root/": "", "null.asm": name("/dev/null"), "comm.asm": name("/proc/self/comm") };
  await inFolder(files, async () => {
    const quiet = { status: 0, stderr: "" };
    assert.deepEqual(await command(["run", "--root", "root", "null.asm"]), { ...quiet, stdout: "" });
    assert.deepEqual(await command(["run", "--root", "root", "comm.asm"]), { ...quiet, stdout: "comm\n" });
  });
});

test("files: none without --root, read-only with it, and nothing outside", async () => {
  const name = (text: string) => cat.replace("NAME", `"${text}"`);
  const files: Files = { "root/a.txt": "inside\n", "secret.txt": "outside\n", "x.asm": name("/a.txt") };
  await inFolder({ ...files, "y.asm": name("/link.txt"), "z.asm": name("/../secret.txt") }, async (folder) => {
    symlinkSync(`${folder}/secret.txt`, `${folder}/root/link.txt`);
    assert.equal((await command(["run", "x.asm"])).status, 2);
    assert.deepEqual(await command(["run", "--root", "root", "x.asm"]), { status: 0, stdout: "inside\n", stderr: "" });
    assert.equal((await command(["run", "--root", "root", "y.asm"])).stdout, "");
    assert.equal((await command(["run", "--root", "root", "z.asm"])).stdout, "");
  });
});

/**
 * Writes a file and renames it over another, makes a directory with a file in it and renames that, removes two files, gives
 * one further names of which one goes, and puts a symbolic link in the place of the other.
 */
const housekeeping = `%macro kernel 1-4
%if %0 > 1
  mov rdi, %2
%endif
%if %0 > 2
  mov rsi, %3
%endif
%if %0 > 3
  mov rdx, %4
%endif
  mov eax, %1
  syscall
  mov r12d, eax
  neg eax
  cmovs eax, ebx
  or [failed], eax
%endmacro
%macro file 1
  kernel 2, %1, 0q1101, 0q644
  mov ebp, r12d
  kernel 1, rbp, text, 3
  kernel 3, rbp
%endmacro
${start}  xor ebx, ebx
  file new
  kernel 82, new, config
  kernel 83, folder, 0q755
  file inner
  kernel 82, folder, other
  file junk
  kernel 87, junk
  kernel 87, old
  kernel 86, config, first
  kernel 86, config, second
  kernel 87, first
  kernel 82, second, third
  kernel 88, config, arrow
  kernel 82, arrow, third
${exitWith("[failed]")}section .data
first: db "first", 0
second: db "second", 0
third: db "third", 0
arrow: db "arrow", 0
new: db "config.new", 0
config: db "config", 0
folder: db "out", 0
inner: db "out/inner", 0
other: db "kept", 0
junk: db "junk", 0
old: db "old", 0
text: db "new"
section .bss
failed: resd 1
`;

test("files: what is renamed, removed and made in a writable folder is so on the host, in a read-only one it is refused", async () => {
  const files: Files = { "root/config": "before", "root/old": "x", "x.asm": housekeeping };
  await inFolder(files, async () => {
    const refused = await command(["run", "--check=off", "--root", "root", "x.asm"]);
    assert.equal(refused.status & 30, 30, refused.stderr);
    assert.equal(readFileSync("root/config", "utf8"), "before");
    const { status, stderr } = await command(["run", "--root", "root:rw", "x.asm"]);
    assert.equal(status, 0, stderr);
    assert.deepEqual(readdirSync("root", { recursive: true }).sort(), ["config", "kept", "kept/inner", "third"]);
    assert.equal(readlinkSync("root/third"), "config");
    assert.equal(readFileSync("root/config", "utf8"), "new");
    assert.equal(readFileSync("root/kept/inner", "utf8"), "new");
  });
});

test("threads that wait for each other for ever end with that sentence; who only sleeps is not among them", async () => {
  const program = `extern pthread_create, pthread_join, sem_wait, puts, usleep
global main
section .text
waits:
  sub rsp, 8
  mov edi, semaphore
  call sem_wait
  add rsp, 8
  ret
main:
  push rbx
  mov ebx, 1500
.sleep: mov edi, 10
  call usleep
  dec ebx
  jnz .sleep
  mov edi, slept
  call puts
  mov edi, thread
  xor esi, esi
  mov edx, waits
  xor ecx, ecx
  call pthread_create
  mov rdi, [thread]
  xor esi, esi
  call pthread_join
  mov edi, slept
  call puts
  xor eax, eax
  pop rbx
  ret
section .data
slept: db "slept", 0
section .bss
thread: resq 1
semaphore: resb 32
`;
  await inFolder({ "x.asm": program }, async () => {
    const { status, stdout, stderr } = await command(["run", "x.asm"]);
    assert.equal(status, 137);
    assert.match(stderr, /killed by SIGKILL at pthread_join, called by main \(x\.asm:\d+\): It waits for ever/);
    assert.equal(stdout, "");
  });
});

test("files: truncating by name is so on the host, too", async () => {
  const cut = `${start}  mov eax, 76
  mov rdi, name
  mov esi, 2
  syscall
${exitWith("eax")}section .data
name: db "text", 0
`;
  await inFolder({ "root/text": "longer", "x.asm": cut }, async () => {
    const { status, stderr } = await command(["run", "--root", "root:rw", "x.asm"]);
    assert.equal(status, 0, stderr);
    assert.equal(readFileSync("root/text", "utf8"), "lo");
  });
});

test("files: neither bytes that are no text nor a link's slash lead to another file of the host", async () => {
  const call = (number: number, ...names: readonly string[]) =>
    names.map((name, k) => `  mov ${["rdi", "rsi"][k]}, ${name}\n`).join("") + `  mov eax, ${number}\n  syscall\n`;
  const expect = (code: string, errno: number) => `${code}  inc r12d\n  cmp eax, -${errno}\n  jne end\n`;
  const [rename, mkdir, rmdir, link, unlink, symlink] = [82, 83, 84, 86, 87, 88];
  const source = [
    start,
    expect(call(unlink, "bytes"), 2),
    expect(call(mkdir, "bytes"), 84),
    expect(call(rename, "text", "bytes"), 84),
    expect(call(link, "text", "bytes"), 84),
    expect(call(symlink, "bytes", "new"), 84),
    expect(call(rmdir, "slash"), 20),
    expect(call(rename, "slash", "new"), 20),
    "  xor r12d, r12d\nend:\n",
    exitWith("r12d"),
    'section .data\nbytes: db 0xfe, "x", 0\ntext: db "text", 0\nnew: db "new", 0\nslash: db "link/", 0\n',
  ].join("");
  await inFolder({ "root/\ufffdx": "kept", "root/text": "", "root/directory/": "", "x.asm": source }, async () => {
    symlinkSync("directory", "root/link");
    const { status, stderr } = await command(["run", "--check=off", "--root", "root:rw", "x.asm"]);
    assert.equal(status, 0, stderr);
    assert.deepEqual(readdirSync("root").sort(), ["directory", "link", "text", "\ufffdx"]);
  });
});

test("files: a host's files show whether they can be executed, and when they were changed", async () => {
  const look = `${start}  mov eax, 4
  mov rdi, name
  mov rsi, buffer
  syscall
  mov eax, [buffer + 24]
  shr eax, 6
  and eax, 1
  xor ebx, ebx
  cmp qword [buffer + 88], 1000000000
  sete bl
  lea eax, [rax + 2 * rbx]
${exitWith("eax")}section .data
name: db "tool", 0
section .bss
buffer: resb 144
`;
  await inFolder({ "root/tool": "x", "x.asm": look }, async () => {
    assert.equal((await command(["run", "--root", "root", "x.asm"])).status, 0);
    chmodSync("root/tool", 0o755);
    utimesSync("root/tool", 1_000_000_000, 1_000_000_000);
    assert.equal((await command(["run", "--root", "root", "x.asm"])).status, 3);
  });
});

test("a report of a run: exit, instructions, registers", async () => {
  const { seen, report: json } = await report(`${start}  mov rbx, -1\n  movd xmm1, ebx\n${exitWith("300")}`, []);
  assert.equal(seen.status, 300 & 255);
  assert.deepEqual(json.exit, { kind: "exit", code: 44 });
  assert.equal(json.version, 1);
  assert.equal(json.instructions, 5);
  assert.deepEqual(json.findings, []);
  assert.equal(json.registers.rbx, "0xffffffffffffffff");
  assert.equal((json.registers.ymm as string[])[1], `ffffffff${"0".repeat(56)}`);
  assert.equal(json.registers.fcw, "0x37f");
  assert.deepEqual(json.heap, { allocations: 0, frees: 0, bytesAllocated: 0, inUseAtExit: { bytes: 0, blocks: 0 } });
});

test("a report of findings, and --error-exitcode", async () => {
  const { seen, report: json } = await report(useAfterFree, ["--error-exitcode", "99"]);
  assert.equal(seen.status, 99);
  assert.equal(seen.stderr, "");
  const finding = json.findings.find(({ kind }) => kind === "use-after-free-read")!;
  assert.deepEqual(
    [finding.severity, finding.file, finding.line, finding.column, finding.size],
    ["error", "x.asm", 11, 3, 8],
  );
  const related = finding.related as { what: string; line: number }[];
  assert.deepEqual(
    related.map(({ what, line }) => [what, line]),
    [
      ["allocated", 6],
      ["freed", 10],
    ],
  );
  assert.deepEqual([json.heap.allocations, json.heap.frees], [1, 1]);
});

test("findings as text go to standard error and do not stop the program", async () => {
  const seen = await one("x.asm", useAfterFree, ["run", "x.asm"]);
  assert.equal(seen.status, 0);
  assert.match(seen.stderr, /^== error: use-after-free-read: .*\n== {4}at main \(x\.asm:11\)/);
  assert.match(seen.stderr, /\n== {3}allocated at main \(x\.asm:6\)/);
  assert.match(seen.stderr, /\n== 1 error\n$/);
});

test("signals, limits and programs that never ran, in status and report", async () => {
  const fault = await report(`${start}  mov rax, [0x20]\n`, []);
  assert.equal(fault.seen.status, 128 + 11);
  assert.equal(fault.report.exit.kind, "signal");
  assert.equal(fault.report.exit.signal, "SIGSEGV");
  assert.match(fault.seen.stderr, /^asmoscope: killed by SIGSEGV at _start \(x\.asm:3\): .+\n$/);
  const limit = await report(`${start}  jmp _start\n`, ["--max-instructions", "12345"]);
  assert.equal(limit.seen.status, 124);
  assert.deepEqual(limit.report.exit, { kind: "limit", limit: "instructions" });
  assert.equal(limit.report.instructions, 12345);
  const timeout = await report(`${start}  jmp _start\n`, ["--timeout", "0.05"]);
  assert.deepEqual(timeout.report.exit, { kind: "limit", limit: "timeout" });
  const broken = await report(`${start}  mov eax,,\n`, []);
  assert.equal(broken.seen.status, 125);
  assert.equal(broken.report.exit.kind, "not-run");
  assert.deepEqual([broken.report.diagnostics![0]!.line, broken.report.diagnostics![0]!.severity], [3, "error"]);
});

test("what --max-memory refused is a note of the report", async () => {
  const greedy = `${start}  mov eax, 9
  xor edi, edi
  mov esi, 1 << 28
  mov edx, 3
  mov r10d, 0x22
  mov r8, -1
  xor r9d, r9d
  syscall
  neg eax
${exitWith("eax")}`;
  const { seen, report: json } = await report(greedy, ["--max-memory", "100000000"]);
  assert.equal(seen.status, 12);
  assert.match(String(json.notes), /^mmap at _start \(x\.asm:10\): .*100000000 bytes$/);
  const more = await report(greedy.replace("1 << 28", "0x7fffffff"), ["--max-memory", "20000000000"]);
  assert.equal(
    String(more.report.notes),
    "mmap at _start (x.asm:10): ENOMEM: 2147483648 more bytes would pass the memory limit of 1073741824 bytes, the most that --max-memory can give",
  );
});

test("output that libc still held when the program was killed is lost, and that is said", async () => {
  const text = `global main\nextern printf\nmain: push rbx\n  mov rdi, text\n  xor eax, eax\n  call printf\n  mov [0], eax\nsection .data\ntext: db "lost", 10, 0\n`;
  const seen = await one("x.asm", text, ["run", "x.asm"]);
  assert.deepEqual([seen.status, seen.stdout], [139, ""]);
  assert.match(seen.stderr, /\nasmoscope: 5 bytes printed by libc were still in its buffer/);
  const leaves = await one("x.asm", text.replace("mov [0], eax", "mov eax, 60\n  syscall"), ["run", "x.asm"]);
  assert.match(leaves.stderr, /asmoscope: 5 bytes printed by libc were never written: end with exit/);
});

test("equal seeds give equal runs, other seeds another address space", async () => {
  const where = `${start}  mov rdi, rsp\n  shr rdi, 12\n  and edi, 255\n  mov eax, 60\n  syscall\n`;
  const registers = async (seed: string) => (await report(where, ["--seed", seed])).report.registers.rsp;
  assert.equal(await registers("0"), await registers("0"));
  assert.equal(await registers("7"), await registers("7"));
  assert.notEqual(await registers("0"), await registers("7"));
});

test("--strace and --stats", async () => {
  const seen = await one("x.asm", echo, ["run", "--strace", "--stats", "--stdin", "in", "x.asm"], { in: 'a"\n' });
  const lines = seen.stderr.trimEnd().split("\n");
  assert.deepEqual(lines.slice(0, 4), [
    'read(0, "a\\"\\n", 64)                    = 3',
    'write(1, "a\\"\\n", 3)                    = 3',
    "exit(3)                                 = ?",
    "+++ exited with 3 +++",
  ]);
  const stats = JSON.parse(lines[4]!);
  assert.equal(stats.instructions, 14);
  assert.deepEqual(Object.keys(stats), ["instructions", "seconds", "mips", "translatedBlocks"]);
});

test("-D, -U, -P, -I and -f reach the assembler", async () => {
  const text = `%include "code.inc"\n${start}${exitWith("CODE+MORE")}`;
  const files = { "inc/code.inc": "%define CODE 5\n", "pre.inc": "%define MORE 2\n" };
  const args = ["run", "-Iinc", "-P", "pre.inc", "-DOTHER=1", "x.asm"];
  assert.equal((await one("x.asm", text, args, files)).status, 7);
  assert.equal(
    (await one("x.asm", `bits 64\norg 0x400000\n${exitWith("9")}`, ["run", "-f", "bin", "x.asm"])).status,
    9,
  );
});

test("build writes an executable that runs, from sources and objects", async () => {
  await inFolder(
    { "x.asm": `${start}extern f\n  call f\n${exitWith("eax")}`, "f.asm": "global f\nf: mov eax, 12\n  ret\n" },
    async () => {
      assert.deepEqual(await command(["build", "x.asm", "f.asm"]), { status: 0, stdout: "", stderr: "" });
      assert.equal(statSync("x").mode & 0o111, 0o111);
      assert.equal((await command(["run", "x"])).status, 12);
      assert.deepEqual(await command(["build", "-g", "-o", "other", "x.asm", "f.asm"]), {
        status: 0,
        stdout: "",
        stderr: "",
      });
      assert.equal((await command(["run", "other"])).status, 12);
    },
  );
});

test("check --json and --sarif", async () => {
  const text = `${start}  mov [rax], 1\n`;
  const json = await one("x.asm", text, ["check", "--json", "x.asm"]);
  assert.equal(json.status, 1);
  const [diagnostic] = JSON.parse(json.stdout).diagnostics;
  assert.deepEqual(
    [diagnostic.file, diagnostic.line, diagnostic.severity, diagnostic.message],
    ["x.asm", 3, "error", "operation size not specified"],
  );
  const sarif = JSON.parse((await one("x.asm", text, ["check", "--sarif", "x.asm"])).stdout);
  assert.equal(sarif.version, "2.1.0");
  assert.equal(sarif.runs[0].results[0].locations[0].physicalLocation.region.startLine, 3);
  assert.deepEqual(await one("x.asm", `${start}${exitWith("0")}`, ["check", "x.asm"]), {
    status: 0,
    stdout: "",
    stderr: "",
  });
});

test("check: lines that a fix adds end as those of its source do", async () => {
  const seen = await one("w.asm", "section .text\r\n  call puts\r\n", ["check", "--json", "w.asm"]);
  const { diagnostics } = JSON.parse(seen.stdout);
  assert.deepEqual(
    diagnostics.flatMap(({ fixes }: { fixes: { edits: { text: string }[] }[] }) =>
      fixes.map(({ edits }) => edits[0]!.text),
    ),
    ["extern puts\r\n"],
  );
});

test("SARIF: every member that the standard wants, rules with titles, fixes, file names as URIs", async () => {
  const name = "a b#1.asm";
  const text = `global _start\nsection .data\nx: db 300\nsection .text\n_start:\n  mov eax, [x]\n${exitWith("0")}`;
  const seen = await one(name, text, ["check", "--sarif", name]);
  const log = JSON.parse(seen.stdout);
  assert.deepEqual(Object.keys(log), ["$schema", "version", "runs"]);
  const [{ tool, results }] = log.runs;
  assert.deepEqual(
    tool.driver.rules.map(({ id, shortDescription }: { id: string; shortDescription: { text: string } }) => [
      id,
      shortDescription.text,
    ]),
    [
      ["data-overflow", "Value does not fit its data directive"],
      ["element-size-mismatch", "Access wider than the variable"],
    ],
  );
  for (const result of results) {
    assert.equal(tool.driver.rules[result.ruleIndex].id, result.ruleId);
    assert.match(result.level, /^(none|note|warning|error)$/);
    assert.ok(result.message.text.length > 0);
    for (const { physicalLocation } of [...result.locations, ...result.relatedLocations]) {
      assert.equal(physicalLocation.artifactLocation.uri, "a%20b%231.asm");
      const { startLine, startColumn, endLine, endColumn } = physicalLocation.region;
      assert.ok(startLine >= 1 && startColumn >= 1 && endColumn >= 1 && endLine >= startLine);
    }
    for (const { description, artifactChanges } of result.fixes) {
      assert.ok(description.text.length > 0);
      for (const { artifactLocation, replacements } of artifactChanges) {
        assert.equal(artifactLocation.uri, "a%20b%231.asm");
        for (const { deletedRegion, insertedContent } of replacements)
          assert.deepEqual(
            [deletedRegion.startLine, insertedContent.text],
            [3, result.ruleId[0] === "d" ? "dw" : "dd"],
          );
      }
    }
  }
});

test("an included file is found beside the file that names it, as in the editor", async () => {
  const files = {
    "main.asm": `%include "deep/a.inc"\n${start}${exitWith("CODE")}`,
    "deep/a.inc": '%include "er/b.inc"\n',
    "deep/er/b.inc": "CODE equ 9\n",
  };
  await inFolder(files, async () => {
    assert.equal((await command(["run", "main.asm"])).status, 9);
    assert.equal((await command(["check", "main.asm"])).status, 0);
    // nasm looks only where nasm looks.
    assert.match((await command(["nasm", "-f", "elf64", "main.asm"])).stderr, /unable to open include file/);
  });
});

test("help and version", async () => {
  for (const name of ["run", "build", "check", "explain"]) {
    const { status, stdout } = await command([name, "--help"]);
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`^usage: asmoscope ${name} `));
  }
  for (const word of ["--help", "-h", "help"])
    assert.match((await command([word])).stdout, /^usage: asmoscope COMMAND/);
  assert.deepEqual(await command(["help", "run"]), await command(["run", "-h"]));
});

test("--xml has the elements of valgrind's own output, in its order, and parses", async () => {
  const text = readFileSync("test/cli/valgrind.asm", "utf8");
  const shape: Record<string, readonly string[]> = JSON.parse(readFileSync("test/cli/valgrind.golden.json", "utf8"));
  const seen = await one("x.asm", text, ["run", "--xml", "/dev/stdout", "x.asm", "--", "<&"]);
  assert.deepEqual([seen.status, seen.stderr], [0, ""]);
  const open: { name: string; last: number }[] = [];
  for (const [, close, name] of seen.stdout.matchAll(/<(\/?)(\w+)>/g)) {
    if (close) assert.equal(open.pop()?.name, name);
    else {
      const parent = open.at(-1);
      const place = shape[parent?.name ?? ""]?.indexOf(name!) ?? -1;
      assert.ok(place >= 0, `${parent?.name} holds ${name}`);
      const repeats = /^(frame|pair|arg|line|error|status|auxwhat|stack)$/.test(name!);
      assert.ok(parent === undefined || repeats || place >= parent.last, `${name} comes later in ${parent?.name}`);
      if (parent) parent.last = place;
      open.push({ name: name!, last: -1 });
    }
  }
  assert.deepEqual(open, []);
  const all = (name: string) => [...seen.stdout.matchAll(new RegExp(`<${name}>(.*)</${name}>`, "g"))].map((m) => m[1]);
  assert.deepEqual(all("protocolversion"), ["4"]);
  assert.deepEqual(all("kind"), ["InvalidRead", "Leak_DefinitelyLost"]);
  assert.deepEqual(all("state"), ["RUNNING", "FINISHED"]);
  assert.deepEqual(all("leakedbytes"), ["5"]);
  assert.deepEqual(all("arg").at(-1), "&lt;&amp;");
  assert.equal(seen.stdout.split("\n")[0], '<?xml version="1.0"?>');
});

test("where a report cannot be written the program does not run; a disk that fills up takes no finding", async () => {
  const text = `extern puts\nglobal main\nmain: push rbx\n  lea rdi, [rel hello]\n  call puts\n  test r10, r10\n  xor eax, eax\n  pop rbx\n  ret\nhello: db "hi", 0\n`;
  await inFolder({ "x.asm": text }, async (folder) => {
    for (const option of ["--report", "--xml", "--write-baseline"]) {
      const { status, stdout, stderr } = await command(["run", option, folder, "x.asm"]);
      assert.deepEqual([status, stdout, stderr], [125, "", `asmoscope: cannot write ${folder}: it is a directory\n`]);
    }
    const full = await command(["run", "--report", "/dev/full", "x.asm"]);
    assert.deepEqual([full.status, full.stdout], [125, "hi\n"]);
    assert.match(full.stderr, /^asmoscope: cannot write .*: the disk is full\n== .*\n== 1 warning\n$/s);
  });
});

test("a full disk under standard output is told, and no status of success", async () => {
  await inFolder({ "x.asm": start }, async () => {
    for (const words of [
      ["check", "--json", "x.asm"],
      ["check", "--sarif", "x.asm"],
      ["explain", "mov"],
    ]) {
      const { status, stderr } = await command(words, { brokenAfter: 0, problem: "ENOSPC" });
      assert.deepEqual([status, stderr], [1, "asmoscope: cannot write standard output: the disk is full\n"]);
    }
  });
});

test("a report to a descriptor, a pipe, and to where nothing can be written", async () => {
  const text = `${start}${exitWith("3")}`;
  for (const name of ["/dev/stdout", "-"]) {
    const out = await one("x.asm", text, ["run", "--report", name, "x.asm"]);
    assert.deepEqual([out.status, JSON.parse(out.stdout).exit], [3, { kind: "exit", code: 3 }]);
  }
  const error = await one("x.asm", text, ["run", "--report", "/dev/fd/2", "x.asm"]);
  assert.equal(JSON.parse(error.stderr).version, 1);
  await inFolder({ "x.asm": text }, async (folder) => {
    const file = openSync("through", "w");
    const seen = await command(["run", "--report", `/dev/fd/${file}`, "x.asm"]);
    closeSync(file);
    assert.deepEqual([seen.status, JSON.parse(readFileSync("through", "utf8")).version], [3, 1]);
    const cut = await command(["run", "--report", "/dev/stdout", "x.asm"], { brokenAfter: 0 });
    assert.deepEqual([cut.status, cut.stderr], [125, "asmoscope: cannot write /dev/stdout: nobody reads it\n"]);
    const none = await command(["run", "--report", join(folder, "none", "r"), "x.asm"]);
    assert.equal(none.status, 125);
    assert.match(none.stderr, /^asmoscope: cannot write .*: no such file\n$/);
    const xml = await command(["run", "--xml", folder, "x.asm"]);
    assert.deepEqual([xml.status, xml.stderr], [125, `asmoscope: cannot write ${folder}: it is a directory\n`]);
  });
});

test("a finding at a libc call shows the call once", async () => {
  const { report: found } = await report(
    "global main\nextern free\nmain: push rbx\n  lea rdi, [rsp]\n  call free\n  pop rbx\n  xor eax, eax\n  ret\n",
    [],
  );
  const [finding] = found.findings;
  assert.equal(finding?.kind, "invalid-free");
  const lines = (finding!.stack as { line?: number }[]).flatMap(({ line }) => (line === undefined ? [] : [line]));
  assert.deepEqual(lines, [5]);
});

test("an annotation that does not hold is told once, and frees are not judged by it", async () => {
  const text = (annotation: string) => `${start}  mov ebx, 2
.again: mov edi, 16
  call take
  mov rdi, rax
  call give
  dec ebx
  jnz .again
${exitWith("0")}; ${annotation}
take: mov rax, [top]
  add [top], rdi
  ret
; @free ptr=rdi
give: ret
section .data
top: dq arena
section .bss
arena: resb 4096
`;
  const told = async (annotation: string) => (await one("x.asm", text(annotation), ["run", "x.asm"])).stderr;
  const lie = (fields: string, block: string): string =>
    `asmoscope: what is said of take (@alloc ${fields}) does not hold: called at line 5, it would have given ${block}, where no memory is. Such blocks are not followed, and freeing them is not judged\n`;
  assert.equal(await told("@ALLOC size=rdi ret=rax"), "");
  assert.equal(await told("@alloc size=rdi ret=rdi"), lie("size=rdi ret=rdi", "16 bytes at 0x10"));
  assert.equal(await told("@alloc size=99999999999"), lie("size=99999999999 ret=rax", "99999999999 bytes at 0x402008"));
  assert.match(await told("@alloc size=xmm0"), /^x\.asm:13: warning: `@alloc`: "xmm0" .* \[annotation\]\n$/);
  const { notes, findings } = (await report(text("@alloc size=rdi ret=rdi"), [])).report;
  assert.deepEqual(
    [`asmoscope: ${notes?.join().slice(0, -1)}\n`, findings],
    [lie("size=rdi ret=rdi", "16 bytes at 0x10"), []],
  );
});

test("--allocator and --deallocator teach a program's own allocator; what cannot be meant is told", async () => {
  const text = `${start}  mov edi, 16
  call take
  mov rbx, rax
  mov qword [rbx+16], 1
  mov rdi, rbx
  call give
  mov rax, [rbx]
${exitWith("0")}take: mov rax, [top]
  add [top], rdi
  ret
give: ret
section .data
top: dq arena
section .bss
arena: resb 4096
`;
  const found = async (...options: string[]) => (await report(text, options)).report.findings.map(({ kind }) => kind);
  assert.deepEqual(await found(), []);
  assert.deepEqual(await found("--allocator", "take(size=rdi)->rax", "--deallocator=give(ptr=rdi)"), [
    "heap-overflow-write",
    "use-after-free-read",
  ]);
  // Nobody gives back what has no function for it: that is no leak.
  assert.deepEqual(await found("--allocator", "take()->rax:size=24"), []);
  assert.deepEqual(await found("--allocator", "take()->rax:size=24", "--deallocator=give(ptr=rdi)"), [
    "use-after-free-read",
  ]);
  const told = async (...options: string[]): Promise<string> => {
    const { status, stderr } = await one("x.asm", text, ["run", ...options, "x.asm"]);
    return `${status} ${stderr.trimEnd()}`;
  };
  assert.deepEqual(
    [
      await told("--allocator", "take"),
      await told("--allocator", "take()->rax"),
      await told("--allocator", "take(size=dil)->rax"),
      await told("--deallocator", "give(size=rdi)"),
      await told("--deallocator", "drop(ptr=rdi)"),
    ],
    [
      '2 asmoscope: option "--allocator": "take" is not understood: it is written NAME(size=REG)->REG or NAME()->REG:size=N; see asmoscope run --help',
      '2 asmoscope: option "--allocator": "take()->rax" does not say how many bytes it gives: it is written NAME(size=REG)->REG or NAME()->REG:size=N; see asmoscope run --help',
      '2 asmoscope: option "--allocator": "dil" is not a whole general register (rdi), a number or an argument on the stack (arg1); see asmoscope run --help',
      '2 asmoscope: option "--deallocator": "size=rdi" is not understood: it is written NAME(ptr=REG); see asmoscope run --help',
      '125 asmoscope: --deallocator: the program has no label "drop"',
    ],
  );
});

test("an annotation that means nothing gets a warning with its line, and the program runs", async () => {
  const text = `; @alloc ret=rax\n${start}${exitWith("4")}`;
  const { status, stderr } = await one("x.asm", text, ["run", "x.asm"]);
  assert.deepEqual(
    [status, stderr],
    [
      4,
      "x.asm:1: warning: `@alloc` does not say where size is: write it as in `; @alloc size=rdi ret=rax`. [annotation]\n",
    ],
  );
});
