import 'server-only';
import { searchForList } from '../companies/search';
import { db } from '../db';
import { normaliseMobile } from '../fields';
import type { Prisma } from '../generated/prisma/client';
import { normaliseUscc } from '../uscc';

/** More numbers than this begin with what was typed: nobody means all of them. */
const MOST_NUMBERS = 200;

/**
 * What staff mean by what they typed into the one search box: a liaison's mobile, whole, today's or an earlier one; the
 * beginning of a member number, or a number or credit code of a record that was merged; else what companySearch knows:
 * a credit code, pinyin, initials, parts of a name or an earlier name. Full-width characters, spaces and case do not count.
 */
export async function memberSearch(typed: string): Promise<Prisma.CompanyWhereInput> {
  const mobile = normaliseMobile(typed);
  if (/^1[3-9]\d{9}$/.test(mobile)) return { liaisons: { some: { mobile } } };
  const code = normaliseUscc(typed);
  if (!/\d/.test(code) || /\p{Script=Han}/u.test(code)) return searchForList(typed);
  const numbered = await findByNumber(code);
  const found = await searchForList(typed);
  return numbered.length ? { OR: [{ id: { in: numbered } }, found] } : found;
}

async function findByNumber(code: string): Promise<string[]> {
  const beginning = `${code.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db().$queryRaw<{ companyId: string }[]>`
    SELECT "companyId" FROM "Member" WHERE upper(replace("number", '-', '')) LIKE ${beginning}
    UNION SELECT "companyId" FROM "Member" WHERE "formerNumbers" @> ARRAY[${code}]
    LIMIT ${MOST_NUMBERS}`;
  return rows.map(({ companyId }) => companyId);
}
