import 'server-only';
import * as z from 'zod';
import { NO_QUALIFICATION } from '../applications/schema';
import { today } from '../clock';
import { incompleteLabels } from '../copy/imports';
import type { Day } from '../days';
import { db } from '../db';
import { getLabels } from '../dictionaries/queries';
import { ChargeState, FilingState, Level, MemberState } from '../generated/prisma/enums';
import { incompleteItems } from './incomplete';
import { type Standing, standingOf } from './standing';

/** A member as a line of a list: words, not codes. */
export type MemberRow = {
  id: string;
  name: string;
  number: string;
  uscc: string;
  level: Level;
  state: MemberState;
  standing: Standing;
  joinedOn: Day;
  province: string;
  city: string;
  industry: string;
  field: string;
  companyType: string;
  affiliation: string;
  legalRepresentative: string;
  address: string;
  postcode: string;
  qualifications: string;
  liaison: string;
  mobile: string;
  email: string;
  formerNames: string;
  incomplete: string;
};

const charge = z.object({
  year: z.number(),
  kind: z.enum(['standard', 'topUp']),
  state: z.enum(ChargeState),
  amountFen: z.number(),
  dueOn: z.string(),
  paidFen: z.number(),
  filings: z.array(z.enum(FilingState)),
});
const text = z.string();
const found = z.object({
  ...{ id: text, name: text, number: text, uscc: text, joinedOn: text, provinceCode: text, cityCode: text, industry: text, field: text },
  ...{ companyType: text, affiliation: text, legalRepresentative: text, address: text, postcode: text, qualifications: z.array(text) },
  level: z.enum(Level).nullable(),
  state: z.enum(MemberState),
  liaison: text.nullable(),
  mobile: text.nullable(),
  email: text.nullable(),
  formerNames: text.nullable(),
  incomplete: z.array(z.enum(incompleteItems)),
  charges: z.array(charge),
});

/** The members of these companies, in this order, in one statement however many there are. The caller has authorized. */
export async function readMemberRows(companyIds: readonly string[]): Promise<MemberRow[]> {
  if (!companyIds.length) return [];
  const [labels, day, rows] = await Promise.all([getLabels(), today(), select(companyIds)]);
  return z
    .array(found)
    .parse(rows)
    .map(({ provinceCode, cityCode, charges, ...row }) => ({
      ...row,
      level: row.level ?? 'ordinaryMember',
      standing: standingOf(
        charges.map(({ paidFen, ...facts }) => ({ ...facts, allocations: [{ amountFen: paidFen }] })),
        day,
      ),
      province: labels.region(provinceCode),
      city: labels.region(cityCode),
      industry: labels.of('industry', row.industry),
      field: labels.of('field', row.field),
      companyType: labels.of('companyType', row.companyType),
      affiliation: labels.of('affiliation', row.affiliation),
      qualifications: row.qualifications.map((code) => (code === NO_QUALIFICATION ? '无' : labels.of('qualification', code))).join('、'),
      liaison: row.liaison ?? '',
      mobile: row.mobile ?? '',
      email: row.email ?? '',
      formerNames: row.formerNames ?? '',
      incomplete: row.incomplete.map((item) => incompleteLabels[item]).join('、'),
    }));
}

function select(companyIds: readonly string[]): Promise<unknown> {
  return db().$queryRaw`
    SELECT m."id", c."name", m."number", c."uscc", l."level"::text, m."state"::text, m."joinedOn"::text, coalesce(m."incomplete", '{}') AS incomplete, c."provinceCode", c."cityCode",
      c."industry", c."field", c."companyType", c."affiliation", c."legalRepresentative", c."address", c."postcode", c."qualifications",
      f."name" AS liaison, f."mobile", f."email",
      (SELECT string_agg(n."name", '、' ORDER BY n."to") FROM "CompanyName" n WHERE n."companyId" = c."id" AND n."to" IS NOT NULL) AS "formerNames",
      coalesce((SELECT jsonb_agg(jsonb_build_object('year', h."year", 'kind', h."kind", 'state', h."state", 'amountFen', h."amountFen", 'dueOn', h."dueOn",
          'paidFen', coalesce((SELECT sum(a."amountFen") FROM "Allocation" a WHERE a."chargeId" = h."id"), 0),
          'filings', coalesce((SELECT jsonb_agg(g."state") FROM "FilingCharge" fc JOIN "Filing" g ON g."id" = fc."filingId" WHERE fc."chargeId" = h."id"), '[]')))
        FROM "Charge" h WHERE h."companyId" = c."id" AND h."state" = 'open'), '[]') AS charges
    FROM unnest(${[...companyIds]}::uuid[]) WITH ORDINALITY wanted(id, place)
    JOIN "Company" c ON c."id" = wanted.id
    JOIN "Member" m ON m."companyId" = c."id"
    LEFT JOIN "MemberLevel" l ON l."memberId" = m."id" AND l."to" IS NULL
    LEFT JOIN "Liaison" f ON f."companyId" = c."id" AND f."to" IS NULL AND f."order" = 'first'
    ORDER BY wanted.place`;
}
