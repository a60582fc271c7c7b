import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize } from '../access/authorize';
import { OPEN_REQUEST } from '../companies/states';
import { type Day, dayOf } from '../days';
import { db } from '../db';
import { DomainError } from '../errors';
import type { LiaisonOrder, Prisma } from '../generated/prisma/client';
import { memberSearch } from './search';

/** What would become of two records, in figures, before it is done. */
export type MergePreview = {
  keep: MergeSide;
  gone: MergeSide;
  /** The earlier of both. */
  joinedOn: Day;
  /** Years for which both owe: what was paid or filed for the one that goes counts for the one that stays. */
  sharedYears: number[];
  /** Liaisons of the one that goes who find their place taken, or are there already: they are kept as former ones. */
  closedLiaisons: string[];
  /** The record that goes asks for another name or code: that request is withdrawn. */
  hasRequest: boolean;
};

export type MergeSide = {
  id: string;
  name: string;
  uscc: string;
  number: string;
  joinedOn: Day;
  charges: number;
  files: number;
  liaisons: number;
};

const include = {
  company: {
    include: {
      charges: { select: { year: true, kind: true } },
      liaisons: { where: { to: null } },
      changes: { where: { kind: 'request', state: { in: [...OPEN_REQUEST] } }, select: { id: true } },
      _count: { select: { files: true } },
    },
  },
} satisfies Prisma.MemberInclude;

/** @throws DomainError `notFound`, `invalid` when both are the same */
export async function previewMerge(actor: AccountActor, { keepId, goneId }: { keepId: string; goneId: string }): Promise<MergePreview> {
  authorize({ ...actor, freshFactor: true }, 'member.merge', null);
  if (keepId === goneId) throw new DomainError('invalid', { text: '请选择两家不同的会员。' });
  const rows = await db().member.findMany({ where: { id: { in: [keepId, goneId] }, mergedIntoId: null }, include });
  const [keep, gone] = [keepId, goneId].map((id) => rows.find((row) => row.id === id));
  if (!keep || !gone) throw new DomainError('notFound');
  const years = (side: typeof keep) => side.company.charges.filter(({ kind }) => kind === 'standard').map(({ year }) => year);
  return {
    keep: sideOf(keep),
    gone: sideOf(gone),
    joinedOn: [dayOf(keep.joinedOn), dayOf(gone.joinedOn)].toSorted()[0] ?? dayOf(keep.joinedOn),
    sharedYears: years(gone)
      .filter((year) => years(keep).includes(year))
      .toSorted(),
    closedLiaisons: gone.company.liaisons.filter((liaison) => isTaken(keep.company.liaisons, liaison)).map(({ name }) => name),
    hasRequest: gone.company.changes.length > 0,
  };
}

type Contact = { order: LiaisonOrder; mobile: string };

/** A company has one open liaison of each order, and no phone twice. */
export function isTaken(open: readonly Contact[], { order, mobile }: Contact): boolean {
  return open.some((other) => other.order === order || other.mobile === mobile);
}

type Row = Prisma.MemberGetPayload<{ include: typeof include }>;

function sideOf({ id, number, joinedOn, company: { name, uscc, charges, liaisons, _count } }: Row): MergeSide {
  return { id, name, uscc, number, joinedOn: dayOf(joinedOn), charges: charges.length, files: _count.files, liaisons: liaisons.length };
}

const MOST_OFFERED = 10;

/** Members that may be the same as this one: what the search box would find for a text. */
export async function findMergeable(
  actor: AccountActor,
  keepId: string,
  search: string,
): Promise<{ id: string; name: string; number: string; uscc: string }[]> {
  authorize(actor, 'member.view', null);
  if (!search.trim()) return [];
  const found = await db().member.findMany({
    where: { id: { not: keepId }, mergedIntoId: null, company: await memberSearch(search) },
    select: { id: true, number: true, company: { select: { name: true, uscc: true } } },
    orderBy: { number: 'asc' },
    take: MOST_OFFERED,
  });
  return found.map(({ id, number, company }) => ({ id, number, ...company }));
}
