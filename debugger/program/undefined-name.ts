// What an undefined name probably is: a word beside ld's "undefined reference" for those who took a program from another
// system or forgot a `global`.

import { isLibcFunction } from "../../server/facts/libc.ts";
import type { ObjectModule } from "../../server/obj/object-module.ts";

/** Windows functions that assembly tutorials call, without their A or W. */
const WINDOWS_FUNCTIONS = new Set([
  "AllocConsole",
  "CloseHandle",
  "CreateFile",
  "CreateProcess",
  "CreateThread",
  "CreateWindowEx",
  "DefWindowProc",
  "DispatchMessage",
  "ExitProcess",
  "FreeConsole",
  "GetCommandLine",
  "GetLastError",
  "GetMessage",
  "GetModuleHandle",
  "GetProcAddress",
  "GetProcessHeap",
  "GetStdHandle",
  "GetTickCount",
  "HeapAlloc",
  "HeapCreate",
  "HeapFree",
  "LoadCursor",
  "LoadIcon",
  "LoadLibrary",
  "MessageBox",
  "PostQuitMessage",
  "ReadConsole",
  "ReadFile",
  "RegisterClassEx",
  "SetConsoleMode",
  "SetConsoleTitle",
  "ShowWindow",
  "Sleep",
  "TranslateMessage",
  "UpdateWindow",
  "VirtualAlloc",
  "VirtualFree",
  "WaitForSingleObject",
  "WinMain",
  "WriteConsole",
  "WriteFile",
  "wsprintf",
]);

/** Families of glibc's functions, for those of them that are not here. */
const OF_GLIBC = new RegExp(
  `^(?:${[
    "(?:get|set|make|swap)context",
    "t(?:walk|delete|destroy)",
    "c(?:sqrt|exp|log|pow|sin|cos|tan|abs|arg|proj|real|imag)[fl]?",
    "(?:mtx|cnd|thrd|tss|pthread|sem|aio|mq|timer)_\\w+",
    "(?:argp|obstack|_obstack|xdr|res|fts|posix|malloc)_\\w+",
    "dl(?:open|sym|close|error|addr|iterate_phdr)",
    "(?:iconv|backtrace|nl_langinfo|mallinfo|mallopt|strfmon)\\w*",
    "wordexp|wordfree|n?ftw|regexec|scandir(?:at)?|alphasort|versionsort|fopencookie|at_quick_exit",
    "getpass|syslog|openlog|closelog|ptrace|f?pathconf|confstr|getloadavg|(?:sched|ether)_\\w+",
    "mbtowc|mbr(?:towc|len)|w(?:c|cr)tomb|btowc|wctob|[fgu]{0,2}(?:get|put)w(?:c|s|char)",
    "(?:get|set|end)(?:pw|gr|sp|host|serv|proto|net|mnt|utx?)\\w*",
    "get(?:addrinfo|nameinfo)|h(?:create|search|destroy)_r",
    "(?:new|use|dup|free)locale|(?:str|is|to)\\w+_l",
    "(?:wcs|tow|isw|mbs)\\w+",
    "(?:[lt]gamma|[jy][01n]|erfc?|nexttoward|scalbl?n|ll?rint|ll?round)[fl]?",
  ].join("|")})$`,
);

/** ExitProcess, MessageBoxA, _ExitProcess@4, __imp_ExitProcess → the plain name, if it is one of Windows's. */
function windowsName(name: string): string | undefined {
  const plain = name
    .replace(/^__imp_/, "")
    .replace(/^_(?=.*@\d+$)/, "")
    .replace(/@\d+$/, "");
  if (WINDOWS_FUNCTIONS.has(plain) || WINDOWS_FUNCTIONS.has(plain.replace(/[AW]$/, ""))) return plain;
  return undefined;
}

/** A few words about `name`, or undefined. `modules` are what was linked: a definition that is not `global` is found there. */
export function explainUndefined(name: string, modules: readonly ObjectModule[]): string | undefined {
  const windows = windowsName(name);
  if (windows !== undefined) return `${windows} is a Windows function`;
  const bare = name.startsWith("_") ? name.slice(1) : undefined;
  if (bare !== undefined && isLibcFunction(bare)) return `${name} looks like macOS: on Linux it is ${bare}`;
  for (const module of modules) {
    const hidden = module.symbols.find((symbol) => symbol.name === name && typeof symbol.section === "number");
    if (hidden) return `${module.name} defines it, but not as global`;
  }
  for (const module of modules) {
    const similar = module.symbols.find(
      (symbol) => symbol.name.toLowerCase() === name.toLowerCase() && typeof symbol.section === "number",
    );
    if (similar) return `${module.name} defines ${similar.name}`;
  }
  return OF_GLIBC.test(name) ? "a function of glibc that Asmoscope does not have" : undefined;
}
