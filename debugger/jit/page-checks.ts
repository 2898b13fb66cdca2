// Which page check an access of a region gets: its own, one with others close by, and under an observer first the question
// whether the page has any shadow.

import type { InstructionIr, Op } from "../cpu/ir.ts";
import type { AccessOp, Cluster } from "./check-plan.ts";
import { checkPage, pushNeedsCare, type Surroundings, tagsFor, writesTo } from "./operation.ts";
import { close, open, type Region } from "./region-state.ts";
import { OP } from "./wasm-writer.ts";
import { asksForClean, type CleanPage, isAccess } from "./watch-access.ts";

/** An access in a cluster: its own check only when the one for all has failed. */
export function checkTogether(region: Region, around: Surroundings, ir: InstructionIr, op: AccessOp): void {
  const { e, options } = region;
  const cluster = region.plan.clusters.get(op);
  if (cluster === undefined) return;
  const needsCare = region.needsCare[cluster.index]!;
  const { line } = region;
  if (cluster.first === op) {
    const asks = mayBeClean(region, ir, op);
    if (asks) askForClean(region, around, ir, op, cluster);
    const tags = cluster.writes ? options.layout.writeTags : options.layout.readTags;
    pushNeedsCare(around, ir, { address: op.address, from: cluster.from, sizeBytes: cluster.sizeBytes, tags });
    if (line === undefined) e.set(needsCare);
    else {
      // Care is what the line's second time is for.
      line.checked.add(cluster);
      e.tee(needsCare);
      around.exitIf();
    }
    if (asks) close(region);
  }
  if (line?.checked.has(cluster) || cleanPage(region, around, ir, op) !== undefined) return;
  e.get(needsCare);
  if (region.cleanClusters.has(cluster)) {
    e.get(region.unclean[cluster.index]!);
    e.op(OP.i32And);
  }
  open(region, OP.if);
  checkPage(around, ir, op.address, "sizeBytes" in op ? op.sizeBytes : op.sizeBits / 8, tagsFor(options.layout, op));
  close(region);
}

/** Opens what is done for a cluster whose page has shadow, and the cluster asks for that. */
function askForClean(region: Region, around: Surroundings, ir: InstructionIr, op: AccessOp, cluster: Cluster): void {
  const { e } = region;
  const { cleanReadTags, cleanWriteTags } = region.options.layout;
  const { from, sizeBytes, writes } = cluster;
  const tags = writes ? cleanWriteTags : cleanReadTags;
  region.cleanClusters.add(cluster);
  pushNeedsCare(around, ir, { address: op.address, from, sizeBytes, tags });
  e.tee(region.unclean[cluster.index]!);
  open(region, OP.if);
}

function mayBeClean({ watched, known }: Region, ir: InstructionIr, op: Op): boolean {
  const rule = watched?.rules.get(ir);
  return watched !== undefined && rule !== undefined && asksForClean({ watched, rule, known, ir }, op);
}

/** How an access asks whether its page has shadow; undefined for one that has checked its page already. */
export function cleanPage(region: Region, around: Surroundings, ir: InstructionIr, op: Op): CleanPage | undefined {
  if (!isAccess(op) || op.op === "checkWrite" || !mayBeClean(region, ir, op)) return undefined;
  const { e, line, options } = region;
  const { cleanReadTags, cleanWriteTags } = options.layout;
  const sizeBytes = "sizeBytes" in op ? op.sizeBytes : op.sizeBits / 8;
  const checkOwn = (): void => checkPage(around, ir, op.address, sizeBytes, tagsFor(options.layout, op));
  const cluster = region.plan.clusters.get(op);
  if (cluster === undefined) {
    const tags = writesTo(op) ? cleanWriteTags : cleanReadTags;
    const pushUnclean = (): void => pushNeedsCare(around, ir, { address: op.address, from: 0, sizeBytes, tags });
    return { pushUnclean, checkPage: checkOwn };
  }
  if (!region.cleanClusters.has(cluster)) return undefined;
  return {
    pushUnclean: () => e.get(region.unclean[cluster.index]!),
    checkPage() {
      if (line?.checked.has(cluster)) return;
      e.get(region.needsCare[cluster.index]!);
      open(region, OP.if);
      checkOwn();
      close(region);
    },
  };
}
