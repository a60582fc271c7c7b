import 'server-only';
import type { Actor } from '../access/actor';
import { authorize } from '../access/authorize';
import { db } from '../db';
import { DomainError } from '../errors';
import type { Level, Prisma } from '../generated/prisma/client';
import { type ReceiptView, receiptFacts, viewReceipt } from '../receipts/views';
import { type FileView, viewFile } from '../uploads/views';
import { listApplied } from './applied';
import { type FilingView, viewFiling } from './filing-view';
import { type DuesStep, stepsOf } from './steps';
import { chargeFacts, type DuesRow, viewDuesRow } from './views';
import { listVoided } from './voided';

export type MemberDues = { name: string; uscc: string; level: Level; rows: DuesRow[] };

/** 会费交纳记录 of a company, newest year first. @throws DomainError `notFound` */
export async function getMemberDues(actor: Actor, companyId: string): Promise<MemberDues> {
  authorize(actor, 'dues.view', { companyId });
  const found = await db().company.findUnique({
    where: { id: companyId },
    select: {
      ...{ name: true, uscc: true },
      member: { select: { levels: { where: { to: null } } } },
      charges: { include: chargeFacts, orderBy: [{ year: 'desc' }, { kind: 'asc' }, { createdAt: 'asc' }] },
    },
  });
  if (!found?.member) throw new DomainError('notFound');
  return {
    name: found.name,
    uscc: found.uscc,
    level: found.member.levels[0]?.level ?? 'ordinaryMember',
    rows: found.charges.map(viewDuesRow),
  };
}

export type DuesYear = {
  name: string;
  year: number;
  rows: DuesRow[];
  filings: (FilingView & { vouchers: FileView[] })[];
  /** The valid ones first, then what they took the place of. */
  receipts: ReceiptView[];
  steps: DuesStep[];
};

const include = {
  ...chargeFacts,
  events: true,
  refunds: { include: { events: true } },
  receipts: { include: { receipt: { include: { ...receiptFacts, events: true } } } },
  allocations: { include: { payment: true } },
  filings: {
    include: {
      filing: {
        include: {
          charges: { include: { charge: true } },
          events: true,
          application: {
            select: { files: { where: { kind: 'transferVoucher', state: { in: ['ready', 'attached'] } }, include: { pages: true } } },
          },
          files: {
            where: { state: { in: ['ready', 'attached'] } },
            include: { pages: { orderBy: { page: 'asc' } } },
            orderBy: { position: 'asc' },
          },
        },
      },
    },
  },
} as const satisfies Prisma.ChargeInclude;

/** Everything that happened to a year's dues. @throws DomainError `notFound` also for a year that was never raised */
export async function getDuesYear(actor: Actor, companyId: string, year: number): Promise<DuesYear> {
  authorize(actor, 'dues.view', { companyId });
  const charges = await db().charge.findMany({
    where: { companyId, year },
    include: { ...include, company: { select: { name: true } } },
    orderBy: [{ kind: 'asc' }, { createdAt: 'asc' }],
  });
  const [first] = charges;
  if (!first) throw new DomainError('notFound');
  const voided = await listVoided(companyId);
  const filings = new Map(charges.flatMap((charge) => charge.filings.map(({ filing }) => [filing.id, filing] as const)));
  const receipts = new Map(charges.flatMap((charge) => charge.receipts.map(({ receipt }) => [receipt.id, receipt] as const)));
  return {
    name: first.company?.name ?? '',
    year,
    rows: charges.map(viewDuesRow),
    filings: [...filings.values()]
      .toSorted((one, other) => other.filedAt.getTime() - one.filedAt.getTime())
      .map((filing) => ({ ...viewFiling(filing), vouchers: [...filing.files, ...(filing.application?.files ?? [])].map(viewFile) })),
    receipts: [...receipts.values()]
      .toSorted((one, other) => Number(one.state === 'reversed') - Number(other.state === 'reversed'))
      .map(viewReceipt),
    steps: stepsOf(charges, { applied: await listApplied(charges, voided), voided }),
  };
}
