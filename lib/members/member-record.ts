import 'server-only';
import * as z from 'zod';
import { db } from '../db';
import {
  ChargeKind,
  ChargeState,
  FileKind,
  FilingState,
  Level,
  LiaisonOrder,
  MemberState,
  PaymentSource,
  ReceiptState,
} from '../generated/prisma/enums';
import { incompleteItems } from './incomplete';

const text = z.string();
const day = z.string();
const moment = z.coerce.date();

const record = z.object({
  id: text,
  companyId: text,
  version: z.number(),
  listed: z.boolean(),
  number: text,
  formerNumbers: z.array(text),
  state: z.enum(MemberState),
  incomplete: z.array(z.enum(incompleteItems)),
  joinedOn: day,
  level: z.enum(Level),
  openLevelId: text.nullable(),
  applicationId: text.nullable(),
  certificateNumber: text.nullable(),
  fields: z.object({
    ...{ name: text, uscc: text, industry: text, field: text, provinceCode: text, cityCode: text, address: text, postcode: text },
    ...{ legalRepresentative: text, companyType: text, affiliation: text, profile: text, qualifications: z.array(text) },
  }),
  formerNames: z.array(z.object({ name: text, from: day.nullable(), to: day })),
  liaisons: z.array(
    z.object({
      order: z.enum(LiaisonOrder),
      name: text,
      department: text,
      title: text,
      mobile: text,
      email: text,
      from: moment,
      to: moment.nullable(),
    }),
  ),
  levels: z.array(z.object({ id: text, level: z.enum(Level), from: day, to: day.nullable(), reason: text, resolution: text.nullable() })),
  seats: z.array(
    z.object({ id: text, position: text, person: text, title: text, term: text, from: day, to: day.nullable(), version: z.number() }),
  ),
  notes: z.array(z.object({ id: text, text, notedOn: day, pinned: z.boolean(), authorName: text })),
  /** Attachments, and the scans that came with an import. */
  files: z.array(
    z.object({
      ...{ id: text, name: text, bytes: z.number(), kind: z.enum(FileKind), isPdf: z.boolean() },
      pages: z.array(z.object({ page: z.number(), width: z.number(), height: z.number() })),
    }),
  ),
  charges: z.array(
    z.object({
      ...{ id: text, year: z.number(), kind: z.enum(ChargeKind), state: z.enum(ChargeState), amountFen: z.number(), dueOn: day },
      allocations: z.array(
        z.object({ amountFen: z.number(), payment: z.object({ source: z.enum(PaymentSource), awaitsFiling: z.boolean() }) }),
      ),
      filings: z.array(z.enum(FilingState)),
      receipts: z.array(z.object({ receipt: z.object({ state: z.enum(ReceiptState), fileId: text.nullable() }) })),
    }),
  ),
});

export type MemberRecord = z.infer<typeof record>;

const rows = z.array(z.object({ record }));

/** A member with all that belongs to it, in one statement; null when there is none. */
export async function selectMember(id: string): Promise<MemberRecord | null> {
  const found = await db().$queryRaw`
    SELECT jsonb_build_object(
      'id', m."id", 'companyId', m."companyId", 'version', c."version", 'listed', NOT c."unlisted", 'number', m."number", 'formerNumbers', to_jsonb(coalesce(m."formerNumbers", '{}')),
      'state', m."state", 'incomplete', to_jsonb(coalesce(m."incomplete", '{}')), 'joinedOn', m."joinedOn", 'level', coalesce(l."level", 'ordinaryMember'), 'openLevelId', l."id",
      'applicationId', (SELECT a."id" FROM "Application" a WHERE a."memberId" = m."id"),
      'certificateNumber', (SELECT k."number" FROM "Certificate" k WHERE k."memberId" = m."id" AND k."revokedAt" IS NULL),
      'fields', to_jsonb(c),
      'formerNames', (SELECT coalesce(jsonb_agg(to_jsonb(n) ORDER BY n."to" DESC), '[]') FROM "CompanyName" n WHERE n."companyId" = c."id" AND n."to" IS NOT NULL),
      'liaisons', (SELECT coalesce(jsonb_agg(to_jsonb(i) ORDER BY i."to" DESC NULLS FIRST, i."order"), '[]') FROM "Liaison" i WHERE i."companyId" = c."id"),
      'levels', (SELECT coalesce(jsonb_agg(to_jsonb(v) ORDER BY v."from" DESC, v."createdAt" DESC), '[]') FROM "MemberLevel" v WHERE v."memberId" = m."id"),
      'seats', (SELECT coalesce(jsonb_agg(to_jsonb(s) ORDER BY s."from" DESC, s."createdAt" DESC), '[]') FROM "CouncilSeat" s WHERE s."memberId" = m."id"),
      'notes', (SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY t."pinned" DESC, t."notedOn" DESC, t."createdAt" DESC), '[]') FROM "MemberNote" t WHERE t."memberId" = m."id" AND t."retiredAt" IS NULL),
      'files', (SELECT coalesce(jsonb_agg(to_jsonb(f) || jsonb_build_object('isPdf', f."type" = 'application/pdf', 'pages',
          (SELECT coalesce(jsonb_agg(to_jsonb(p) ORDER BY p."page"), '[]') FROM "FilePage" p WHERE p."fileId" = f."id")) ORDER BY f."position"), '[]')
        FROM "File" f WHERE f."companyId" = c."id" AND (f."kind" = 'memberAttachment' AND f."state" IN ('ready', 'attached')
          OR f."kind" IN ('businessLicense', 'applicationForm', 'creditPledge') AND f."state" = 'attached' AND f."applicationId" IS NULL AND f."changeId" IS NULL)),
      'charges', (SELECT coalesce(jsonb_agg(to_jsonb(h) || jsonb_build_object(
          'allocations', (SELECT coalesce(jsonb_agg(jsonb_build_object('amountFen', a."amountFen", 'payment', to_jsonb(p))), '[]')
            FROM "Allocation" a JOIN "Payment" p ON p."id" = a."paymentId" WHERE a."chargeId" = h."id"),
          'filings', (SELECT coalesce(jsonb_agg(g."state"), '[]') FROM "FilingCharge" fc JOIN "Filing" g ON g."id" = fc."filingId" WHERE fc."chargeId" = h."id"),
          'receipts', (SELECT coalesce(jsonb_agg(jsonb_build_object('receipt', jsonb_build_object('state', r."state", 'fileId', r."fileId"))), '[]')
            FROM "ReceiptCharge" rc JOIN "Receipt" r ON r."id" = rc."receiptId" WHERE rc."chargeId" = h."id")) ORDER BY h."year" DESC, h."kind"), '[]')
        FROM "Charge" h WHERE h."companyId" = c."id")) AS record
    FROM "Member" asked
    JOIN "Member" m ON m."id" = coalesce(asked."mergedIntoId", asked."id")
    JOIN "Company" c ON c."id" = m."companyId"
    LEFT JOIN "MemberLevel" l ON l."memberId" = m."id" AND l."to" IS NULL
    WHERE asked."id" = ${id}::uuid OR asked."companyId" = ${id}::uuid`;
  return rows.parse(found)[0]?.record ?? null;
}
