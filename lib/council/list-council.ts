import 'server-only';
import * as z from 'zod';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { cached } from '../cached';
import type { Day } from '../days';
import { db } from '../db';
import { Level, MemberState, type Prisma } from '../generated/prisma/client';
import { BY_NAME, MOST_COUNTED } from '../members/list-members';
import { memberSearch } from '../members/search';
import { COUNCIL_LEVELS } from './levels';

export const COUNCIL_PAGE = 20;

const CURRENT: Prisma.MemberWhereInput = { mergedIntoId: null, state: { in: ['active', 'suspended'] } };

const seat = z.object({
  id: z.string(),
  position: z.string(),
  person: z.string(),
  title: z.string(),
  term: z.string(),
  from: z.string(),
  to: z.string().nullable(),
});
const unit = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string(),
  state: z.enum(MemberState),
  level: z.enum(Level),
  seats: z.array(seat),
});

export type SeatLine = z.infer<typeof seat>;
/** A 理事单位 or above with the seats it holds; none is a vacancy. */
export type CouncilUnit = z.infer<typeof unit>;

export type CouncilFilter = { level: Level | null; search: string; page: number };
export type CouncilPage = { rows: CouncilUnit[]; total: number; atLeast: boolean; hasNext: boolean };

/** A page of the council: units by name, with who sits for them on a day. `search` also knows the names of who sits. */
export async function listCouncil(actor: Actor, { level, search, page }: CouncilFilter, on: Day): Promise<CouncilPage> {
  authorize(actor, 'council.list', null);
  const levels = level ? [level] : [...COUNCIL_LEVELS];
  const where: Prisma.CompanyWhereInput = {
    member: { ...CURRENT, levels: { some: { to: null, level: { in: levels } } } },
    ...(search && { OR: [await memberSearch(search), { member: { seats: { some: { person: search.trim() } } } }] }),
  };
  const skip = (page - 1) * COUNCIL_PAGE;
  const [found, counted] = await Promise.all([
    db().company.findMany({ where, select: { id: true }, orderBy: [...BY_NAME], skip, take: COUNCIL_PAGE + 1 }),
    search ? db().company.count({ where, orderBy: [...BY_NAME], take: MOST_COUNTED + 1 }) : countUnits(levels),
  ]);
  const ids = found.slice(0, COUNCIL_PAGE).map(({ id }) => id);
  const atLeast = search !== '' && counted > MOST_COUNTED;
  return {
    rows: await readUnits(ids, on),
    total: atLeast ? MOST_COUNTED : Math.max(counted, found.length && skip + found.length),
    atLeast,
    hasNext: found.length > COUNCIL_PAGE,
  };
}

const byLevel = cached(60, () =>
  db().memberLevel.groupBy({ by: ['level'], where: { to: null, level: { in: [...COUNCIL_LEVELS] }, member: CURRENT }, _count: true }),
);

async function countUnits(levels: readonly Level[]): Promise<number> {
  const groups = await byLevel.get();
  return groups.filter(({ level }) => levels.includes(level)).reduce((sum, { _count }) => sum + _count, 0);
}

async function readUnits(companyIds: string[], on: Day): Promise<CouncilUnit[]> {
  if (!companyIds.length) return [];
  const rows = await db().$queryRaw`
    SELECT m."id", c."name", m."number", m."state"::text, l."level"::text,
      (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s."from"), '[]') FROM "CouncilSeat" s
        WHERE s."memberId" = m."id" AND s."from" <= ${on}::date AND (s."to" IS NULL OR s."to" >= ${on}::date)) AS seats
    FROM unnest(${companyIds}::uuid[]) WITH ORDINALITY wanted(id, place)
    JOIN "Company" c ON c."id" = wanted.id
    JOIN "Member" m ON m."companyId" = c."id"
    JOIN "MemberLevel" l ON l."memberId" = m."id" AND l."to" IS NULL
    ORDER BY wanted.place`;
  return z.array(unit).parse(rows);
}
