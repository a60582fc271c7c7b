import 'server-only';
import * as z from 'zod';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import type { Day } from '../days';
import { db } from '../db';
import { Level } from '../generated/prisma/enums';
import { COUNCIL_LEVELS } from './levels';

const line = z.object({
  id: z.string(),
  name: z.string(),
  number: z.string(),
  level: z.enum(Level),
  /** Who sat last, where nobody sits on the day. */
  lastPerson: z.string().nullable(),
  lastTo: z.string().nullable(),
  held: z.number(),
  owedFen: z.number(),
  owedYears: z.array(z.number()),
  liaison: z.string().nullable(),
  mobile: z.string().nullable(),
});

export type MeetingLine = z.infer<typeof line>;

/** What to settle before a meeting, as of a day: units without a seat, units whose term is over, units in arrears. */
export type Meeting = { vacant: MeetingLine[]; lapsed: MeetingLine[]; arrears: MeetingLine[]; units: number };

/**
 * 会前清单 of the council, the higher levels first, then by name. 欠费 as it stood on that day: standard charges due
 * before it, less the payments that had been made by then.
 */
export async function listMeeting(actor: Actor, on: Day): Promise<Meeting> {
  authorize(actor, 'council.list', null);
  const lines = z.array(line).parse(await select(on));
  const without = lines.filter(({ held }) => held === 0);
  return {
    vacant: without.filter(({ lastTo }) => lastTo === null),
    lapsed: without.filter(({ lastTo }) => lastTo !== null),
    arrears: lines.filter(({ owedFen }) => owedFen > 0),
    units: lines.length,
  };
}

function select(on: Day): Promise<unknown> {
  return db().$queryRaw`
    WITH units AS (
      SELECT m."id", m."companyId", m."number", l."level" FROM "MemberLevel" l JOIN "Member" m ON m."id" = l."memberId"
      WHERE l."to" IS NULL AND l."level"::text = ANY(${[...COUNCIL_LEVELS]}) AND m."mergedIntoId" IS NULL AND m."state" IN ('active', 'suspended')),
    owed AS (
      SELECT h."companyId", sum(h."amountFen" - h.paid)::int AS fen, array_agg(DISTINCT h."year") AS years
      FROM (SELECT x.*, coalesce((SELECT sum(a."amountFen") FROM "Allocation" a JOIN "Payment" p ON p."id" = a."paymentId"
              WHERE a."chargeId" = x."id" AND p."paidOn" <= ${on}::date), 0) AS paid
            FROM "Charge" x JOIN units u ON u."companyId" = x."companyId"
            WHERE x."state" = 'open' AND x."kind" = 'standard' AND x."dueOn" < ${on}::date) h
      WHERE h."amountFen" > h.paid GROUP BY h."companyId"),
    sat AS (
      SELECT s."memberId", count(*) FILTER (WHERE s."to" IS NULL OR s."to" >= ${on}::date)::int AS held,
        (array_agg(s."person" ORDER BY s."to" DESC NULLS FIRST))[1] AS person, max(s."to") AS "to"
      FROM "CouncilSeat" s JOIN units u ON u."id" = s."memberId" WHERE s."from" <= ${on}::date GROUP BY s."memberId")
    SELECT u."id", c."name", u."number", u."level"::text, sat.person AS "lastPerson", sat."to"::text AS "lastTo", coalesce(sat.held, 0) AS held,
      coalesce(owed.fen, 0) AS "owedFen", coalesce(owed.years, '{}') AS "owedYears", f."name" AS liaison, f."mobile"
    FROM units u
    JOIN "Company" c ON c."id" = u."companyId"
    LEFT JOIN sat ON sat."memberId" = u."id"
    LEFT JOIN owed ON owed."companyId" = u."companyId"
    LEFT JOIN "Liaison" f ON f."companyId" = c."id" AND f."to" IS NULL AND f."order" = 'first'
    ORDER BY array_position(${[...COUNCIL_LEVELS]}, u."level"::text), c."namePinyin", c."id"`;
}
