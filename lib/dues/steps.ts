import { chargeEventLabels, chargeTitle, filingEventLabels, refundEventLabels } from '../copy/dues';
import { dayOf, formatDay } from '../days';
import type { ChargeKind } from '../generated/prisma/enums';
import { formatFen } from '../money';
import type { Applied } from './applied';
import { PROPOSING } from './states';
import type { Voided } from './voided';

/** One thing that happened to a year's dues, in words. */
export type DuesStep = { id: string; at: Date; text: string; detail: string | null };

type Event = { id: string; event: string; reason: string | null; actorName: string; createdAt: Date };
type ChargeFacts = {
  id: string;
  kind: ChargeKind;
  year: number;
  amountFen: number;
  createdAt: Date;
  events: Event[];
  refunds: { amountFen: number; events: Event[] }[];
  receipts: { receipt: { id: string; number: string; issuedOn: Date; redNumber: string | null; createdAt: Date; events: Event[] } }[];
  allocations: {
    id: string;
    paymentId: string;
    amountFen: number;
    createdAt: Date;
    payment: { source: string; paidOn: Date; filingId: string | null; awaitsFiling: boolean; refundOfId: string | null };
  }[];
  filings: { filing: { amountFen: number; events: Event[] } }[];
};

/** What a charge's rows do not tell: the audit does. */
type Moves = { applied: readonly Applied[]; voided: readonly Voided[] };

/**
 * Every step of a year's charges, with what was applied to them and voided since, oldest first, each once; `named`: for staff,
 * with who did it and what was only proposed.
 */
export function stepsOf(charges: readonly ChargeFacts[], { applied, voided }: Moves, { named = false } = {}): DuesStep[] {
  const isApplied = (chargeId: string, paymentId: string) =>
    applied.some((each) => each.chargeId === chargeId && each.paymentId === paymentId);
  const worded = (event: Event, labels: Record<string, string>, amount = '') => stepOf(event, labels, { amount, named });
  const steps = charges.flatMap((charge) => {
    const gone = voided.filter(({ chargeId }) => chargeId === charge.id);
    // With the sum from there, else as its own event.
    const isTold = ({ event }: Event) => event === 'void' && gone.length > 0;
    return [
      {
        id: charge.id,
        at: charge.createdAt,
        text: `产生 ${chargeTitle(charge)} ${formatFen(charge.amountFen)}`,
        detail: null,
      },
      ...charge.events
        .filter((event) => !isTold(event) && (named || !PROPOSING.includes(event.event)))
        .map((event) => worded(event, chargeEventLabels)),
      ...charge.filings.flatMap(({ filing }) =>
        filing.events.filter((event) => !isTold(event)).map((event) => worded(event, filingEventLabels)),
      ),
      ...charge.refunds.flatMap(({ amountFen, events }) => events.map((event) => worded(event, refundEventLabels, formatFen(amountFen)))),
      ...charge.receipts.flatMap(({ receipt }) => receiptSteps(receipt)),
      ...charge.allocations.filter(({ paymentId }) => !isApplied(charge.id, paymentId)).flatMap(arrived),
      ...gone.flatMap((each) => voidedSteps(each, { isApplied: isApplied(charge.id, each.paymentId), named })),
    ];
  });
  const used = applied.map(({ id, at, amountFen, by }) => ({
    ...{ id, at, text: `抵用多交的款项 ${formatFen(amountFen)}` },
    detail: named ? by : null,
  }));
  const once = new Map([...steps, ...used].map((step) => [step.id, step]));
  return [...once.values()].toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

function stepOf(
  { id, event, reason, actorName, createdAt }: Event,
  labels: Record<string, string>,
  { amount, named }: { amount: string; named: boolean },
): DuesStep {
  const detail = [reason, named && actorName].filter(Boolean).join(' · ') || null;
  return { id, at: createdAt, text: [labels[event] ?? event, amount].filter(Boolean).join(' '), detail };
}

// One from the old system has no history of its own.
function receiptSteps({ id, number, issuedOn, redNumber, createdAt, events }: ChargeFacts['receipts'][number]['receipt']): DuesStep[] {
  const issued = { id, at: createdAt, text: '开具电子票据', detail: `票据号码 ${number}，${formatDay(dayOf(issuedOn))}开具` };
  const reversed = events
    .filter(({ event }) => event === 'reverse')
    .map(({ id: eventId, createdAt: at, reason }) => ({
      id: eventId,
      at,
      text: `电子票据 ${number} 已冲红，红字票据 ${redNumber}`,
      detail: reason,
    }));
  return [issued, ...reversed];
}

// What was filed and confirmed is told by the filing's own history.
function arrived({ id, amountFen, createdAt, payment }: ChargeFacts['allocations'][number]): DuesStep[] {
  if (payment.refundOfId || (payment.filingId && payment.source !== 'online')) return [];
  const text = payment.source === 'online' ? `在线支付成功 ${formatFen(amountFen)}` : `款项到账 ${formatFen(amountFen)}`;
  // The step stands where the import made it; the day is the old system's.
  const old = payment.source === 'import' ? `${formatDay(dayOf(payment.paidOn))}到账，由旧系统导入` : null;
  return [{ id, at: createdAt, text, detail: payment.awaitsFiling ? '请补填票据抬头和接收邮箱' : old }];
}

function voidedSteps(
  { id, amountFen, arrivedAt, isFiled, at, by, reason }: Voided,
  { isApplied, named }: { isApplied: boolean; named: boolean },
): DuesStep[] {
  const sum = formatFen(amountFen);
  const came = { id: `${id}-came`, at: arrivedAt, text: `款项到账 ${sum}`, detail: null };
  const detail = [reason, named && by].filter(Boolean).join(' · ');
  return [...(isFiled || isApplied ? [] : [came]), { id, at, text: `撤销到账 ${sum}`, detail }];
}
