// The memory checker's kinds as rows: stable name, severity, title, documentation page. A kind not here does not exist.

export interface FindingRow {
  readonly severity: "error" | "warning" | "note";
  readonly title: string;
  /** True when the static layer can report it too. */
  readonly static: boolean;
}

// biome-ignore format: one row a line
export const findingKinds = {
  "heap-overflow-read":         { severity: "error",   static: false, title: "Read past the end of a heap block" },
  "heap-overflow-write":        { severity: "error",   static: false, title: "Write past the end of a heap block" },
  "heap-underflow-read":        { severity: "error",   static: false, title: "Read before the start of a heap block" },
  "heap-underflow-write":       { severity: "error",   static: false, title: "Write before the start of a heap block" },
  "use-after-free-read":        { severity: "error",   static: false, title: "Read of a freed heap block" },
  "use-after-free-write":       { severity: "error",   static: false, title: "Write to a freed heap block" },
  "double-free":                { severity: "error",   static: false, title: "Block freed twice" },
  "invalid-free":               { severity: "error",   static: true,  title: "free of something that is no heap block" },
  "bad-size-arg":               { severity: "error",   static: false, title: "Size argument that cannot be meant" },
  "overlap-copy":               { severity: "error",   static: true,  title: "Copy between overlapping ranges" },
  "leak-definite":              { severity: "error",   static: false, title: "Heap block lost: nothing points to it any more" },
  "leak-indirect":              { severity: "error",   static: false, title: "Heap block reachable only from a lost block" },
  "leak-possible":              { severity: "warning", static: false, title: "Heap block reachable only through a pointer into its middle" },
  "leak-reachable":             { severity: "note",    static: false, title: "Heap block not freed at exit, still pointed to" },
  "leak-mapping":               { severity: "warning", static: false, title: "Mapping not returned and unreachable at exit" },
  "global-overflow-read":       { severity: "error",   static: true,  title: "Read outside the variable the address was derived from" },
  "global-overflow-write":      { severity: "error",   static: true,  title: "Write outside the variable the address was derived from" },
  "element-size-mismatch":      { severity: "warning", static: true,  title: "Access wider than the variable" },
  "data-overflow":              { severity: "warning", static: true,  title: "Value does not fit its data directive" },
  "return-address-overwritten": { severity: "error",   static: false, title: "Return address overwritten" },
  "stack-buffer-overflow-read":  { severity: "error",  static: false, title: "Read past the locals of a function" },
  "stack-buffer-overflow-write": { severity: "error",  static: false, title: "Write past the locals of a function" },
  "saved-frame-overwritten":    { severity: "error",   static: false, title: "Saved frame pointer overwritten" },
  "stack-use-after-return":     { severity: "error",   static: false, title: "Local variable used after its function returned" },
  "below-rsp-read":             { severity: "error",   static: false, title: "Read below the stack pointer" },
  "stack-imbalance":            { severity: "error",   static: true,  title: "Stack not balanced at ret" },
  "stack-exhausted":            { severity: "error",   static: false, title: "Stack exhausted" },
  "stack-underflow":            { severity: "error",   static: false, title: "Pop above the first frame" },
  "stack-pointer-wild":         { severity: "error",   static: false, title: "Stack pointer outside every stack" },
  "callee-saved-clobbered":     { severity: "error",   static: true,  title: "Register that a function must preserve was changed" },
  "volatile-after-call":        { severity: "warning", static: true,  title: "Register used after a call destroyed it" },
  "volatile-after-syscall":     { severity: "warning", static: true,  title: "rcx or r11 used after syscall destroyed it" },
  "misaligned-call":            { severity: "error",   static: true,  title: "Stack not aligned to 16 bytes at a call" },
  "uninit-branch":              { severity: "error",   static: false, title: "Jump that depends on a value never set" },
  "uninit-address":             { severity: "error",   static: false, title: "Address formed from a value never set" },
  "uninit-jump":                { severity: "error",   static: false, title: "Jump to an address never set" },
  "uninit-syscall":             { severity: "error",   static: false, title: "System call given a value never set" },
  "uninit-value":               { severity: "error",   static: false, title: "Value never set used where it matters" },
  "variadic-al":                { severity: "error",   static: false, title: "al does not tell how many vector registers hold arguments" },
  "direction-flag":             { severity: "error",   static: false, title: "Direction flag set at a call or return" },
  "null-deref":                 { severity: "error",   static: false, title: "Access through a null pointer" },
  "null-jump":                  { severity: "error",   static: false, title: "Jump to address 0" },
  "unmapped-access":            { severity: "error",   static: false, title: "Access to memory that is not mapped" },
  "write-to-readonly":          { severity: "error",   static: true,  title: "Write to read-only memory" },
  "exec-nonexec":               { severity: "error",   static: false, title: "Execution of memory that is not code" },
  "use-after-unmap":            { severity: "error",   static: false, title: "Access to memory that was unmapped" },
  "misaligned-access":          { severity: "error",   static: true,  title: "Aligned instruction on an unaligned address" },
  "divide-error":               { severity: "error",   static: false, title: "Division error" },
  "illegal-instruction":        { severity: "error",   static: false, title: "Illegal instruction" },
  "fall-off-end":               { severity: "error",   static: true,  title: "Execution runs past the last instruction" },
  "ret-from-entry":             { severity: "error",   static: true,  title: "ret at the entry point, where there is no return address" },
  "syscall-bad-address":        { severity: "error",   static: false, title: "System call given a buffer it cannot use" },
  "syscall-args":               { severity: "error",   static: true,  title: "System call with arguments that cannot work" },
  "wrong-abi":                  { severity: "warning", static: true,  title: "Number or registers of the other system-call convention" },
  "unchecked-syscall-error":    { severity: "warning", static: false, title: "Error result of a system call used as a value" },
  "truncated-stack-pointer":    { severity: "error",   static: true,  title: "32-bit write cuts the stack pointer" },
} as const satisfies Record<string, FindingRow>;

export type FindingName = keyof typeof findingKinds;
