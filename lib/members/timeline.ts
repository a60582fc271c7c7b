import 'server-only';
import * as z from 'zod';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { describeFields } from '../companies/describe-fields';
import { describeEntry, type TimelineFacts, timelineFacts } from '../copy/timeline';
import { db } from '../db';

/** A line of a member's history: when, what, the rest. */
export type TimelineEntry = { at: Date; title: string; detail: string; by: string };

export const MOST_ENTRIES = 500;

const rows = z.array(z.object({ at: z.date(), facts: timelineFacts }));

/**
 * All that happened to a member, newest first, in one statement: its application, states, levels, names, certificates,
 * charges and what was decided of them, filings, payments, receipts, liaisons, seats, corrections by staff, attachments and
 * messages about it. What an import brought at one moment stands by its own days.
 */
export async function listTimeline(actor: Actor, memberId: string): Promise<TimelineEntry[]> {
  authorize(actor, 'member.view', null);
  const found = rows.parse(await select(memberId));
  return Promise.all(found.map(async ({ at, facts }) => ({ at, ...describeEntry(await inWords(facts)) })));
}

async function inWords(facts: TimelineFacts): Promise<TimelineFacts> {
  if (facts.kind !== 'edit' && facts.kind !== 'change') return facts;
  return { ...facts, before: await describeFields(facts.before), after: await describeFields(facts.after) };
}

function select(memberId: string): Promise<unknown> {
  return db().$queryRaw`
    WITH m AS (SELECT * FROM "Member" WHERE "id" = ${memberId}::uuid),
      own AS (SELECT "id" FROM "Member" WHERE "id" = ${memberId}::uuid OR "mergedIntoId" = ${memberId}::uuid),
      c AS (SELECT x.* FROM "Company" x JOIN m ON m."companyId" = x."id"),
      person AS (SELECT i.* FROM "Liaison" i JOIN m ON m."companyId" = i."companyId"),
      g AS (SELECT f.* FROM "Filing" f JOIN m ON m."companyId" = f."companyId")
    SELECT "at", facts FROM (
      SELECT e."createdAt" AS "at", jsonb_build_object('kind', 'application', 'event', e."event", 'by', e."actorName", 'reason', e."reason") AS facts
        FROM "ApplicationEvent" e JOIN "Application" a ON a."id" = e."applicationId" JOIN own ON own."id" = a."memberId"
      UNION ALL SELECT e."createdAt", jsonb_build_object('kind', 'state', 'event', e."event", 'on', e."effectiveOn", 'by', e."actorName", 'reason', e."reason")
        FROM "MemberEvent" e JOIN own ON own."id" = e."memberId"
      UNION ALL SELECT v."createdAt", jsonb_build_object('kind', 'level', 'level', v."level", 'from', v."from", 'reason', v."reason", 'resolution', v."resolution")
        FROM "MemberLevel" v JOIN m ON m."id" = v."memberId"
      UNION ALL SELECT n."to"::timestamp AT TIME ZONE 'Asia/Shanghai', jsonb_build_object('kind', 'name', 'name', n."name") FROM "CompanyName" n JOIN m ON m."companyId" = n."companyId" WHERE n."to" IS NOT NULL
      UNION ALL SELECT k."issuedAt", jsonb_build_object('kind', 'certificate', 'number', k."number", 'level', k."printed"->>'level') FROM "Certificate" k JOIN m ON m."id" = k."memberId"
      UNION ALL SELECT h."createdAt", jsonb_build_object('kind', 'charge', 'year', h."year", 'topUp', h."kind" = 'topUp', 'amountFen', h."amountFen", 'level', h."level",
          'state', h."state", 'reason', h."reason") FROM "Charge" h JOIN m ON m."companyId" = h."companyId"
      UNION ALL SELECT e."createdAt", jsonb_build_object('kind', 'decision', 'event', e."event", 'year', h."year", 'topUp', h."kind" = 'topUp', 'by', e."actorName",
          'reason', e."reason") FROM "ChargeEvent" e JOIN "Charge" h ON h."id" = e."chargeId" JOIN m ON m."companyId" = h."companyId"
      UNION ALL SELECT e."createdAt", jsonb_build_object('kind', 'filing', 'event', e."event", 'amountFen', g."amountFen", 'by', e."actorName", 'reason', e."reason")
        FROM "FilingEvent" e JOIN g ON g."id" = e."filingId"
      UNION ALL SELECT p."createdAt", jsonb_build_object('kind', 'payment', 'amountFen', p."amountFen", 'paidOn', p."paidOn") FROM "Payment" p
        WHERE p."companyId" = (SELECT "companyId" FROM m) OR p."filingId" IN (SELECT "id" FROM g) OR p."id" IN (SELECT a."paymentId" FROM "Allocation" a JOIN "Charge" h ON h."id" = a."chargeId" JOIN m ON m."companyId" = h."companyId")
      UNION ALL SELECT r."createdAt", jsonb_build_object('kind', 'receipt', 'code', r."code", 'number', r."number", 'amountFen', r."amountFen", 'issuedOn', r."issuedOn", 'state', r."state")
        FROM "Receipt" r WHERE r."id" IN (SELECT rc."receiptId" FROM "ReceiptCharge" rc JOIN "Charge" h ON h."id" = rc."chargeId" JOIN m ON m."companyId" = h."companyId")
      UNION ALL SELECT i."from", jsonb_build_object('kind', 'liaison', 'order', i."order", 'name', i."name", 'ended', false) FROM person i
        WHERE NOT EXISTS (SELECT 1 FROM person o WHERE o."mobile" = i."mobile" AND o."order" = i."order" AND o."to" = i."from")
      UNION ALL SELECT i."to", jsonb_build_object('kind', 'liaison', 'order', i."order", 'name', i."name", 'ended', true) FROM person i
        WHERE i."to" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person o WHERE o."mobile" = i."mobile" AND o."order" = i."order" AND o."from" = i."to")
      UNION ALL SELECT h."madeAt", jsonb_build_object('kind', 'change', 'field', h."field", 'state', h."state", 'by', h."actorName", 'before', h."before", 'after', h."after")
        FROM "CompanyChange" h JOIN m ON m."companyId" = h."companyId"
      UNION ALL SELECT s."createdAt", jsonb_build_object('kind', 'seat', 'position', s."position", 'person', s."person", 'title', s."title", 'term', s."term", 'from', s."from", 'to', s."to")
        FROM "CouncilSeat" s JOIN m ON m."id" = s."memberId"
      UNION ALL SELECT f."createdAt", jsonb_build_object('kind', 'file', 'name', f."name", 'by', u."name") FROM "File" f JOIN m ON m."companyId" = f."companyId"
        JOIN "Account" u ON u."id" = f."uploaderId" WHERE f."kind" = 'memberAttachment' AND f."state" IN ('ready', 'attached')
      UNION ALL SELECT e."createdAt", jsonb_build_object('kind', 'edit', 'by', e."actorName", 'before', coalesce(d."data"->'before', '{}'), 'after', coalesce(d."data"->'after', '{}'))
        FROM "AuditEvent" e JOIN "AuditPayload" d ON d."eventId" = e."id", c WHERE e."record" = 'company' AND e."recordId" = c."id"::text AND e."action" = 'company.correct'
      UNION ALL SELECT e."createdAt", jsonb_build_object('kind', 'membership', 'by', e."actorName", 'reason', d."data"->'reason',
          'before', coalesce(d."data"->'before', '{}'), 'after', coalesce(d."data"->'after', '{}'))
        FROM "AuditEvent" e JOIN "AuditPayload" d ON d."eventId" = e."id" JOIN own ON own."id"::text = e."recordId"
        WHERE e."record" = 'member' AND e."action" = 'member.correct'
      UNION ALL SELECT s."createdAt", jsonb_build_object('kind', 'message', 'template', s."template", 'phone', s."phone", 'parameters', s."parameters", 'state', s."state")
        FROM "Message" s WHERE s."phone" IN (SELECT "mobile" FROM person)
          AND s."parameters"->>'company' IN (SELECT n."name" FROM "CompanyName" n JOIN m ON m."companyId" = n."companyId")
    ) happened ORDER BY "at" DESC, coalesce(facts->>'paidOn', facts->>'issuedOn', facts->>'from', facts->>'year') DESC NULLS FIRST, facts::text LIMIT ${MOST_ENTRIES}`;
}
