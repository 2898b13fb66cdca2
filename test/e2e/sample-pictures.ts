// Invented pictures of a program that stands in f2, called by f1, called by main: for drawing without a debug session.

import type { HeapPicture, MapPicture, Pictures, StackPicture, StackSlot } from "../../debugger/view/models.ts";

function slot(address: string, value: string, more: Partial<StackSlot>): StackSlot {
  return {
    address,
    value,
    defined: true,
    role: "unknown",
    label: "",
    pointsTo: "",
    changed: false,
    frame: 0,
    link: "",
    isStackPointer: false,
    isFramePointer: false,
    ...more,
  };
}

const stack: StackPicture = {
  slots: [
    slot("0x7fffffffe3a8", "0x0", { defined: false, role: "local", label: "[rbp-16]", isStackPointer: true }),
    slot("0x7fffffffe3b0", "0x2a", { role: "local", label: "[rbp-8]", changed: true }),
    slot("0x7fffffffe3b8", "0x7fffffffe3d8", {
      role: "saved-frame-pointer",
      label: "saved rbp of f1",
      link: "0x7fffffffe3d8",
      isFramePointer: true,
    }),
    slot("0x7fffffffe3c0", "0x401056", { role: "return-address", label: "return to f1+0x12", pointsTo: "f1+0x12" }),
    slot("0x7fffffffe3c8", "0x0", { defined: false, role: "local", label: "[rbp-16]", frame: 1 }),
    slot("0x7fffffffe3d0", "0x404010", {
      role: "local",
      label: "[rbp-8]",
      pointsTo: "buffer+16 (.bss)",
      frame: 1,
    }),
    slot("0x7fffffffe3d8", "0x7fffffffe3f0", {
      role: "saved-frame-pointer",
      label: "saved rbp of main",
      link: "0x7fffffffe3f0",
      frame: 1,
    }),
    slot("0x7fffffffe3e0", "0x40101c", { role: "return-address", label: "return to main+0x1c", frame: 1 }),
    slot("0x7fffffffe3e8", "0x7fff0001", { role: "saved-register", label: "saved rbx", frame: 2 }),
    slot("0x7fffffffe3f0", "0x0", { role: "saved-frame-pointer", label: "saved rbp (0: outermost)", frame: 2 }),
    slot("0x7fffffffe3f8", "0x1", { role: "argc", label: "argc", frame: 3 }),
    slot("0x7fffffffe400", "0x7fffffffeff0", { role: "argv", label: "argv[0]", pointsTo: '"./frames"', frame: 3 }),
  ],
  frames: [
    { name: "f2", start: "0x7fffffffe3a8", end: "0x7fffffffe3c8", line: 14 },
    { name: "f1", start: "0x7fffffffe3c8", end: "0x7fffffffe3e8", line: 23 },
    { name: "main", start: "0x7fffffffe3e8", end: "0x7fffffffe3f8", line: 31 },
    { name: "the kernel", start: "0x7fffffffe3f8", end: "0x7ffffffff000", line: 0 },
  ],
  depthBytes: 80,
  highWaterBytes: 136,
  alignment: 8,
};

const heap: HeapPicture = {
  blocks: [
    {
      id: 1,
      address: "0x4052a0",
      sizeBytes: 64,
      state: "freed",
      by: "malloc",
      allocatedAt: "uaf.asm:8",
      freedAt: "uaf.asm:12",
      ageInstructions: 112,
      changed: true,
    },
    {
      id: 2,
      address: "0x4052f0",
      sizeBytes: 4000,
      state: "live",
      by: "calloc",
      allocatedAt: "uaf.asm:15",
      freedAt: "",
      ageInstructions: 1,
      changed: false,
    },
    {
      id: 3,
      address: "0x4062a0",
      sizeBytes: 2,
      state: "overflowed",
      by: "malloc",
      allocatedAt: "uaf.asm:19",
      freedAt: "",
      ageInstructions: 40,
      changed: false,
    },
  ],
  brk: { start: "0x405000", end: "0x407000", sizeBytes: 8192, changedBytes: 4096 },
  mappings: [{ start: "0x7ffff7ffb000", sizeBytes: 8192, permissions: "rw-", name: "anonymous", changed: true }],
  totals: { allocations: 3, frees: 1, liveBytes: 4002, liveBlocks: 2 },
};

const region = (
  start: string,
  sizeBytes: number,
  permissions: string,
  purpose: string,
  name: string,
  symbols: readonly string[] = [],
) => ({ start, sizeBytes, permissions, purpose, name, symbols, changed: purpose === "heap (brk)" });

const map: MapPicture = {
  regions: [
    region("0x400000", 0x1000, "r--", "program", "headers"),
    region("0x401000", 0x1000, "r-x", "program", ".text", ["_start", "main", "f1", "f2"]),
    region("0x402000", 0x1000, "r--", "program", ".rodata", ["greeting"]),
    region("0x403000", 0x2000, "rw-", "program", ".data .bss", ["counter", "increment", "buffer"]),
    region("0x405000", 0x2000, "rw-", "heap (brk)", "[brk]"),
    region("0x7ffff7ffb000", 0x2000, "rw-", "mapped by the program", "anonymous"),
    region("0x7ffff7fff000", 0x1000, "r-x", "kernel's page for programs", "[vdso]"),
    region("0x7fffff7ff000", 0x800000, "rw-", "stack", "[stack]"),
  ],
  markers: [
    { name: "rip", address: "0x401042" },
    { name: "brk", address: "0x407000" },
    { name: "rsp", address: "0x7fffffffe3a8" },
    { name: "rbp", address: "0x7ffff7ffa000" },
  ],
};

export const samplePictures: Pictures = { time: 1234, horizon: 2000, bits: 64, map, stack, heap };
