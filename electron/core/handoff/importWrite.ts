import { joinVectors, missingFrom, type Vector } from '#shared/domain/changes/causality.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { ChangeLine, Manifest } from '#shared/domain/handoff/handoff.ts';
import type { ExchangeTables } from './exchangeTables.ts';
import { knownOf, type OwnDevice, type PartPlan, planPart } from './importPlan.ts';
import { extendCoverage, writeMerge } from './mergeWrite.ts';
import type { Incoming } from './mergePlan.ts';

export interface ImportContext {
  readonly tables: ExchangeTables;
  readonly own: OwnDevice;
  readonly importNumber: number;
}

/** Puts a package's parts into the log, or aside where they have to wait, and lets go what needs to wait no longer. */
export function writeParts(
  context: ImportContext,
  parts: readonly PartPlan[],
  manifest: Pick<Manifest, 'devices'>,
): { readonly written: Incoming[]; readonly released: Incoming[] } {
  const { tables } = context;
  const written: Incoming[] = [];
  const released: Incoming[] = [];
  keepDevices(tables, manifest.devices, context.own.id);
  for (const part of parts) {
    if (part.gaps.length > 0) park(tables, part, manifest);
    else {
      writePart(context, part);
      for (const one of part.incoming) written.push(one);
      for (const one of release(context, part.project.id)) released.push(one);
    }
  }
  return { written, released };
}

/** Devices come first: the log's own look at them finds the newest stamp. */
function keepDevices(
  tables: ExchangeTables,
  devices: Readonly<Record<string, string>>,
  ownDevice: string,
): void {
  for (const [device, person] of Object.entries(devices)) {
    if (device !== ownDevice) tables.devices.put(device, person);
  }
}

function writePart({ tables, own, importNumber }: ImportContext, part: PartPlan): void {
  writeMerge(tables, part.entities, importNumber);
  extendCoverage(tables, part.project.id, part.project.to, own.id, part.incoming);
}

function park(tables: ExchangeTables, part: PartPlan, manifest: Pick<Manifest, 'devices'>): void {
  const { id, name, from, to } = part.project;
  const isWaiting = tables.parked
    .ofProject(id)
    .some((one) => isSameVector(one.from, from) && isSameVector(one.to, to));
  // A part without changes waits too: it says that there are none up to some number.
  if (isWaiting) return;
  tables.parked.park({ projectId: id, name, from, to, devices: manifest.devices }, part.unheld);
}

function isSameVector(a: Vector, b: Vector): boolean {
  return missingFrom(a, b).length === 0 && missingFrom(b, a).length === 0;
}

/** Takes in what waits for this project, as long as one finds its predecessors here. */
function release(context: ImportContext, projectId: string): Incoming[] {
  const { tables, own } = context;
  const released: Incoming[] = [];
  for (;;) {
    const known = knownOf(tables, own, projectId);
    const ready = tables.parked
      .ofProject(projectId)
      .filter((part) => missingFrom(known, part.from).length === 0)
      .map((part) => ({ part, plan: planParked(context, part.number) }))
      .find((one) => one.plan !== null);
    if (!ready?.plan) return released;
    writePart(context, ready.plan);
    tables.parked.remove(ready.part.number);
    for (const one of ready.plan.incoming) released.push(one);
  }
}

/** A waiting part that does not fit what came in meanwhile stays where it is. */
function planParked({ tables, own }: ImportContext, number: number): PartPlan | null {
  const part = tables.parked.all().find((one) => one.number === number);
  if (!part) return null;
  const lines: ChangeLine[] = tables.parked.lines(number);
  const { projectId: id, name, from, to } = part;
  const project = { id, name, from, to, changes: lines.length, checklists: {} };
  try {
    return planPart(tables, own, project, lines);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** What the sender has of each project, so that the next package to them can begin there. */
export function keepReceipts(tables: ExchangeTables, manifest: Manifest): void {
  const { device } = manifest.sender;
  for (const { id, to } of manifest.projects) {
    const has = joinVectors(tables.contacts.vector(device, id), to);
    tables.contacts.setVector(device, id, has, manifest.createdAt);
  }
}
