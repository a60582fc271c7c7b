import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { type Day, dayOf } from '../days';
import { db, type Tx } from '../db';
import { DomainError } from '../errors';
import type { Level } from '../generated/prisma/enums';
import { type FileView, viewFile } from '../uploads/views';

export type StandardView = { level: Level; amountFen: number; fromYear: number; resolution: string };

/** The dues of a level in a year, in fen: the standard with the latest first year not after it. @throws DomainError `duesStandardMissing` */
export async function getStandard(level: Level, year: number, tx: Tx = db()): Promise<StandardView> {
  const found = await tx.duesStandard.findFirst({ where: { level, fromYear: { lte: year } }, orderBy: { fromYear: 'desc' } });
  if (!found) throw new DomainError('duesStandardMissing');
  return { level, amountFen: found.amountFen, fromYear: found.fromYear, resolution: found.resolution };
}

/** What each level pays in a year, smallest first. */
export async function listStandards(year: number, tx: Tx = db()): Promise<StandardView[]> {
  const rows = await tx.duesStandard.findMany({ where: { fromYear: { lte: year } }, orderBy: { fromYear: 'desc' } });
  const latest = rows.filter((row, index) => rows.findIndex(({ level }) => level === row.level) === index);
  return latest
    .map(({ level, amountFen, fromYear, resolution }) => ({ level, amountFen, fromYear, resolution }))
    .sort((one, other) => one.amountFen - other.amountFen);
}

export type StandardHistory = StandardView & {
  id: string;
  /** The resolution as it was uploaded, and for which standard: for this one, or another of the same resolution. */
  files: FileView[];
  holderId: string;
  resolvedOn: Day | null;
  vote: { eligible: number; present: number; inFavour: number } | null;
};

/** Every standard there was and will be, by level, the latest first. @throws DomainError `notFound` */
export async function listAllStandards(actor: Actor): Promise<StandardHistory[]> {
  authorize(actor, 'standard.list', null);
  const rows = await db().duesStandard.findMany({
    include: {
      files: {
        where: { state: { in: ['ready', 'attached'] } },
        include: { pages: { orderBy: { page: 'asc' } } },
        orderBy: { position: 'asc' },
      },
    },
    orderBy: [{ level: 'asc' }, { fromYear: 'desc' }],
  });
  return rows.map((row) => {
    const { id, level, amountFen, fromYear, resolution, resolvedOn, eligible, present, inFavour } = row;
    const holder = row.files.length ? row : (rows.find((each) => each.files.length && isSameResolution(each, row)) ?? row);
    return {
      ...{ id, level, amountFen, fromYear, resolution },
      ...{ files: holder.files.map(viewFile), holderId: holder.id },
      resolvedOn: resolvedOn && dayOf(resolvedOn),
      vote: eligible !== null && present !== null && inFavour !== null ? { eligible, present, inFavour } : null,
    };
  });
}

type Resolved = { resolution: string; resolvedOn: Date | null };

// One vote usually decides about all levels.
const isSameResolution = (one: Resolved, other: Resolved) =>
  one.resolvedOn !== null && one.resolution === other.resolution && one.resolvedOn.getTime() === other.resolvedOn?.getTime();
