import 'server-only';
import type { AccountActor } from '../access/actor';
import { authorize, isAllowed } from '../access/authorize';
import { type Day, dayOf } from '../days';
import { db } from '../db';
import { DomainError } from '../errors';
import type { ChargeState, Level, PaymentSource, RefundState } from '../generated/prisma/enums';
import { aloneUpToFen } from './alone';
import { listApplied } from './applied';
import { yearsOf } from './paid';
import { type Proposed, proposedOf } from './proposed';
import { refundableFen, spokenForFen } from './refundable';
import { isVoidable } from './states';
import { type DuesStep, stepsOf } from './steps';
import { chargeFacts, type DuesRow, viewDuesRow } from './views';
import { listVoided } from './voided';

/** A payment that touches the charge, or of which the company has something over. */
export type MoneyRow = {
  paymentId: string;
  source: PaymentSource;
  amountFen: number;
  leftFen: number;
  /** Those that it pays. */
  years: number[];
  /** What of it could go back now: over, and from this charge once it is owed no longer. */
  overFen: number;
  fromChargeFen: number;
  paidOn: Day;
  payer: string;
  serial: string | null;
  awaitsFiling: boolean;
  mayVoid: boolean;
};

export type ChargePage = {
  row: DuesRow;
  state: ChargeState;
  level: Level;
  reason: string | null;
  companyId: string | null;
  name: string;
  uscc: string;
  resolution: string | null;
  filings: { id: string; titleName: string; amountFen: number; state: 'pending' | 'confirmed' | 'returned' }[];
  money: MoneyRow[];
  /** Other open years that what is over could be applied to. */
  openYears: { chargeId: string; year: number; openFen: number }[];
  refunds: { id: string; amountFen: number; state: RefundState; reason: string }[];
  steps: DuesStep[];
  mayDecide: boolean;
  /** To let more go than this takes a second person. */
  aloneUpToFen: number;
  proposal: Proposal | null;
};

/** What waits for a second person, and what the one who reads it has to do with it. */
export type Proposal = Proposed & { isOwn: boolean; mayAgree: boolean };

/** One charge with its money and history, for finance. @throws DomainError `notFound` */
export async function getChargePage(actor: AccountActor, id: string): Promise<ChargePage> {
  authorize(actor, 'charge.list', null);
  const charge = await db().charge.findUnique({
    where: { id },
    include: {
      ...chargeFacts,
      company: { select: { name: true, uscc: true } },
      application: { select: { currentSnapshot: { select: { companyName: true, uscc: true } } } },
      events: { orderBy: { createdAt: 'asc' } },
      refunds: { include: { events: true } },
      receipts: { include: { receipt: { include: { events: true } } } },
      allocations: { include: { payment: true } },
      filings: { include: { filing: { include: { events: true } } } },
    },
  });
  if (!charge) throw new DomainError('notFound');
  const voided = await listVoided(charge.companyId);
  const own = voided.filter(({ chargeId }) => chargeId === id);
  // What was too much goes back for no year; it is looked for where its payment is.
  const over = await db().refund.findMany({
    where: {
      chargeId: null,
      OR: [{ payment: { allocations: { some: { chargeId: id } } } }, { paymentId: { in: own.map(({ paymentId }) => paymentId) } }],
    },
    include: { events: true },
    orderBy: { createdAt: 'asc' },
  });
  const refunds = [...charge.refunds, ...over];
  const applicant = charge.application?.currentSnapshot;
  return {
    row: viewDuesRow(charge),
    ...{ state: charge.state, level: charge.level, reason: charge.reason, companyId: charge.companyId },
    name: charge.company?.name ?? applicant?.companyName ?? '',
    uscc: charge.company?.uscc ?? applicant?.uscc ?? '',
    resolution: await resolutionOf(charge),
    filings: charge.filings.map(({ filing: { id: filingId, titleName, amountFen, state } }) => ({
      id: filingId,
      titleName,
      amountFen,
      state,
    })),
    money: await moneyOf(actor, charge),
    openYears: await openYearsOf(charge),
    refunds: refunds.map(({ id: refundId, amountFen, state, reason }) => ({ id: refundId, amountFen, state, reason })),
    steps: stepsOf([{ ...charge, refunds }], { applied: await listApplied([charge], own), voided: own }, { named: true }),
    mayDecide: isAllowed(actor, 'charge.decide', null),
    aloneUpToFen: await aloneUpToFen(),
    proposal: proposalOf(actor, charge),
  };
}

function proposalOf(actor: AccountActor, charge: Parameters<typeof proposedOf>[0] & { proposedById: string | null }): Proposal | null {
  const { proposedById } = charge;
  const proposed = proposedOf(charge);
  if (!proposed || !proposedById) return null;
  return {
    ...proposed,
    isOwn: proposedById === actor.id,
    mayAgree: isAllowed(actor, 'charge.agree', { requestedById: proposedById }),
  };
}

async function resolutionOf({ level, year }: { level: Level; year: number }): Promise<string | null> {
  const found = await db().duesStandard.findFirst({ where: { level, fromYear: { lte: year } }, orderBy: { fromYear: 'desc' } });
  return found?.resolution ?? null;
}

async function moneyOf(actor: AccountActor, charge: { id: string; companyId: string | null; state: ChargeState }): Promise<MoneyRow[]> {
  const payments = await db().payment.findMany({
    where: {
      refundOfId: null,
      OR: [
        { allocations: { some: { chargeId: charge.id } } },
        ...(charge.companyId ? [{ companyId: charge.companyId, leftFen: { gt: 0 } }] : []),
      ],
    },
    include: { allocations: { include: { charge: { select: { year: true } } } }, refunds: { include: { allocations: true } } },
    orderBy: { createdAt: 'asc' },
  });
  const mayVoid = isAllowed(actor, 'payment.void', null);
  return Promise.all(
    payments.map(async (payment) => {
      const { id: paymentId, source, amountFen, leftFen, payer, serial, awaitsFiling } = payment;
      const over = refundableFen(payment, null) - (await spokenForFen(db(), { paymentId, chargeId: null }));
      const ofCharge = refundableFen(payment, charge) - (await spokenForFen(db(), { paymentId, chargeId: charge.id }));
      return {
        ...{ paymentId, source, amountFen, leftFen, payer, serial, awaitsFiling },
        years: yearsOf(payment),
        mayVoid: mayVoid && isVoidable(source),
        paidOn: dayOf(payment.paidOn),
        overFen: Math.max(0, over),
        fromChargeFen: Math.max(0, ofCharge),
      };
    }),
  );
}

async function openYearsOf({ companyId }: { companyId: string | null }): Promise<ChargePage['openYears']> {
  if (!companyId) return [];
  const charges = await db().charge.findMany({ where: { companyId, state: 'open' }, orderBy: { year: 'asc' } });
  return charges.flatMap(({ id: chargeId, year, amountFen, heldFen }) =>
    amountFen > heldFen ? [{ chargeId, year, openFen: amountFen - heldFen }] : [],
  );
}
