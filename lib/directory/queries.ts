import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { cached } from '../cached';
import { searchForList } from '../companies/search';
import { dayOf, yearOf } from '../days';
import { db } from '../db';
import { getLabels } from '../dictionaries/queries';
import { DomainError } from '../errors';
import { maskMobile, maskName } from '../fields';
import type { Level, Prisma } from '../generated/prisma/client';

export const DIRECTORY_PAGE = 20;
/** Nobody turns more pages than these; who looks for somebody searches. */
export const DIRECTORY_PAGES = 50;
const MOST = DIRECTORY_PAGE * DIRECTORY_PAGES;

export type DirectoryFilter = { search: string; province: string; level: Level | null; page: number };

/** All that the public learns of a member: no id, no credit code, and of the liaisons only what they themselves recognise. */
export type DirectoryRow = { name: string; level: Level; place: string; joinedIn: number; liaisons: string[] };

export type DirectoryList = {
  rows: DirectoryRow[];
  /** How many match; with a search at most `DIRECTORY_PAGES` pages of them are counted. */
  total: number;
  more: boolean;
};

/** 会员名录: present members that have not asked to be left out, in the order of their names' pinyin. */
export async function listDirectory(filter: DirectoryFilter): Promise<DirectoryList> {
  const where = await matching(filter);
  const [labels, found, total] = await Promise.all([
    getLabels(),
    db().company.findMany({
      where,
      select: {
        name: true,
        provinceCode: true,
        cityCode: true,
        member: { select: { joinedOn: true, levels: { where: { to: null }, select: { level: true } } } },
        liaisons: { where: { to: null }, select: { name: true, mobile: true }, orderBy: { order: 'asc' } },
      },
      orderBy: [{ namePinyin: 'asc' }, { id: 'asc' }],
      skip: (filter.page - 1) * DIRECTORY_PAGE,
      take: DIRECTORY_PAGE,
    }),
    filter.search ? db().company.count({ where, take: MOST + 1 }) : countAll(filter),
  ]);
  const rows = found.flatMap(({ name, provinceCode, cityCode, member, liaisons }) => {
    if (!member) return [];
    const place = [...new Set([labels.region(provinceCode), labels.region(cityCode)])].filter(Boolean).join(' ');
    const level = member.levels[0]?.level ?? 'ordinaryMember';
    const joinedIn = yearOf(dayOf(member.joinedOn));
    return [{ name, level, place, joinedIn, liaisons: liaisons.map((one) => `${maskName(one.name)} ${maskMobile(one.mobile)}`) }];
  });
  return { rows, total: filter.search ? Math.min(total, MOST) : total, more: total > MOST };
}

/** Whether a company is to be listed. @throws DomainError `notFound` */
export async function getListing(actor: Actor, companyId: string): Promise<{ name: string; listed: boolean }> {
  authorize(actor, 'company.setListed', { companyId });
  const found = await db().company.findUnique({ where: { id: companyId }, select: { name: true, unlisted: true } });
  if (!found) throw new DomainError('notFound');
  return { name: found.name, listed: !found.unlisted };
}

async function matching({ search, province, level }: DirectoryFilter): Promise<Prisma.CompanyWhereInput> {
  return {
    AND: [await searchForList(search)],
    unlisted: false,
    member: { state: 'active', ...(level && { levels: { some: { level, to: null } } }) },
    ...(province && { provinceCode: province }),
  };
}

const totals = new Map<string, ReturnType<typeof cached<number>>>();

// Counting a hundred thousand rows takes longer than showing twenty: a minute old is good enough. At most a few hundred keys:
// levels and provinces exist.
function countAll(filter: DirectoryFilter): Promise<number> {
  const key = `${filter.level ?? ''}:${filter.province}`;
  const total = totals.get(key) ?? cached(60, async () => db().company.count({ where: await matching(filter) }));
  totals.set(key, total);
  return total.get();
}
