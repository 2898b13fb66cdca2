// A jump of a region that may lead to many places in it: takes the address in `rip`, goes on at the entry that the table of
// addresses names. The table is the one that leads from region to region; a jump to somewhere else is an exit.

import { LINK, LINK_BYTES, pushLink } from "./chain.ts";
import { close, ENTRY, LEFT, open, type Region } from "./region-state.ts";
import { OP } from "./wasm-writer.ts";
import { depthOfEntry, renumber } from "./x87-stack.ts";

/** Goes on at the block whose address is in `rip`, when the table of addresses knows that it is in this region; else leaves. */
export function lookUpEntry(region: Region): void {
  const { e, l, options } = region;
  const link = e.local("i32");
  const isOther = (): void => {
    e.get(link);
    e.memory(OP.i64Load, LINK.address);
    e.get(l.rip);
    e.op(OP.i64Ne);
    e.get(link);
    e.memory(OP.i32Load, LINK.serial);
    e.i32(options.serial);
    e.op(OP.i32Ne, OP.i32Or);
  };
  pushLink(e, options.layout, l.rip);
  e.set(link);
  isOther();
  open(region, OP.if);
  e.get(link);
  e.i32(LINK_BYTES);
  e.op(OP.i32Xor);
  e.set(link);
  isOther();
  e.branchIf(region.depth - region.exitLevel);
  close(region);
  e.get(LEFT);
  e.get(link);
  e.memory(OP.i32Load, LINK.budget);
  e.op(OP.i32LtS);
  e.branchIf(region.depth - region.exitLevel);
  e.get(link);
  e.memory(OP.i32Load, LINK.entry);
  e.set(ENTRY);
  e.i32(1);
  e.set(region.arrived);
  if (region.x87 !== undefined) {
    const { x87, tree } = region;
    renumber(e, options.layout, x87, (f) => depthOfEntry(f, x87, tree.targets, ENTRY));
  }
  e.branch(region.depth - region.dispatchLevel);
}
