// The pictures as plain data: what `debugger/dap` sends and `client/views` draws, with no protocol and no DOM.
// Addresses and 64-bit values are hexadecimal strings "0x…", since they travel as JSON.

/** All pictures at one stop. `time` is the retired count. */
export interface Pictures {
  readonly time: number;
  readonly horizon: number;
  readonly bits: 32 | 64;
  readonly map: MapPicture;
  readonly stack: StackPicture;
  readonly heap: HeapPicture;
}

export interface MapPicture {
  /** In ascending address order; gaps are what is between. */
  readonly regions: readonly MapRegion[];
  /** rsp, rbp, rip, brk. */
  readonly markers: readonly { readonly name: string; readonly address: string }[];
}
export interface MapRegion {
  readonly start: string;
  readonly sizeBytes: number;
  /** "r-x" */
  readonly permissions: string;
  readonly purpose: string;
  readonly name: string;
  readonly symbols: readonly string[];
  /** Changed since the previous stop: it is new, grew, shrank. */
  readonly changed: boolean;
}

export interface StackPicture {
  /** From rsp upwards, lowest address first. */
  readonly slots: readonly StackSlot[];
  readonly frames: readonly StackFrameSpan[];
  readonly depthBytes: number;
  readonly highWaterBytes: number;
  /** rsp modulo 16. */
  readonly alignment: number;
}
export interface StackSlot {
  readonly address: string;
  readonly value: string;
  /** False = never written: shown as ??. */
  readonly defined: boolean;
  readonly role:
    | "return-address"
    | "saved-frame-pointer"
    | "local"
    | "argument"
    | "saved-register"
    | "argc"
    | "argv"
    | "environment"
    | "auxiliary"
    | "unknown";
  /** "return to main+0x12", "saved rbp → frame of main", "[rbp-8]". */
  readonly label: string;
  /** What the value points to, when it points somewhere. */
  readonly pointsTo: string;
  readonly changed: boolean;
  /** Index in `frames`. */
  readonly frame: number;
  /** For a saved frame pointer: the address it links to. */
  readonly link: string;
  readonly isStackPointer: boolean;
  readonly isFramePointer: boolean;
}
export interface StackFrameSpan {
  readonly name: string;
  readonly start: string;
  readonly end: string;
  readonly line: number;
}

export interface HeapPicture {
  /** In address order. */
  readonly blocks: readonly HeapPictureBlock[];
  readonly brk: {
    readonly start: string;
    readonly end: string;
    readonly sizeBytes: number;
    readonly changedBytes: number;
  };
  readonly mappings: readonly {
    readonly start: string;
    readonly sizeBytes: number;
    readonly permissions: string;
    readonly name: string;
    readonly changed: boolean;
  }[];
  readonly totals: {
    readonly allocations: number;
    readonly frees: number;
    readonly liveBytes: number;
    readonly liveBlocks: number;
  };
}
export interface HeapPictureBlock {
  readonly id: number;
  readonly address: string;
  readonly sizeBytes: number;
  readonly state: "live" | "freed" | "leaked" | "overflowed";
  readonly by: string;
  /** "uaf.asm:8" */
  readonly allocatedAt: string;
  readonly freedAt: string;
  readonly ageInstructions: number;
  readonly changed: boolean;
}
