import fc from 'fast-check';
import type { AccountActor } from '../../lib/access/actor';
import { today } from '../../lib/clock';
import { toColumn } from '../../lib/days';
import { db } from '../../lib/db';
import { applyOverpayment } from '../../lib/dues/apply-overpayment';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { agreeToDecision, cancelDues, refuseDecision, reopenDues, waiveDues } from '../../lib/dues/decide-charge';
import { fileMemberDues } from '../../lib/dues/file-member-dues';
import { ledgerByYear, leftOver, totalOf } from '../../lib/dues/ledger';
import { getMemberDues } from '../../lib/dues/member-dues';
import { raiseDues } from '../../lib/dues/raise-dues';
import { recordUnfiledPayment } from '../../lib/dues/record-unfiled';
import { approveRefund, payRefund, refuseRefund, requestRefund } from '../../lib/dues/refund-dues';
import { returnFiling } from '../../lib/dues/return-filing';
import { chargeTransitions, filingTransitions, refundTransitions } from '../../lib/dues/states';
import { confirmTopUp } from '../../lib/dues/top-ups';
import { voidPayment } from '../../lib/statements/void-payment';
import { withDatabase } from '../support/database';
import { aPlainMember, filingValues, type PlainMember, thisYear } from '../support/debtors';
import { applyTo, type Command, commands, isIdle, LEVELS, type Model, newModel, resolve, type Single } from '../support/dues-model';
import { staffWith } from '../support/people';

withDatabase();

const RUNS = Number(process.env.MODEL_RUNS ?? 4);
const STEPS = Number(process.env.MODEL_STEPS ?? 30);
/** From here on, the long tier: every run has all its steps, and a failure is brought to its shortest form. */
const LONG_RUN = 100;
const FIXED_SEED = 71;

jest.setTimeout(Math.max(60_000, RUNS * STEPS * 1000));

type World = { model: Model; member: PlainMember; year: number; keys: number };
type Ids = { charges: string[]; payments: string[]; filings: string[]; refunds: string[] };

let one: AccountActor;
let other: AccountActor;
const hits = new Set<string>();
let steps = 0;
const levels = ['ordinaryMember', 'councilMember', 'standingCouncilMember'] as const;

beforeAll(async () => {
  one = await staffWith('finance');
  other = await staffWith('finance', 'overseer');
});

const outcomeOf = async (work: Promise<unknown>): Promise<string> => {
  const [result] = await Promise.allSettled([work]);
  if (result.status === 'fulfilled') return 'ok';
  if (result.reason?.name !== 'DomainError') throw result.reason;
  return String(result.reason.code);
};

async function idsOf({ companyId }: PlainMember): Promise<Ids> {
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
  const [charges, payments, filings, refunds] = await Promise.all([
    db().charge.findMany({ where: { companyId }, orderBy, select: { id: true } }),
    db().payment.findMany({ where: { companyId, refundOfId: null, voidedAt: null }, orderBy, select: { id: true } }),
    db().filing.findMany({ where: { companyId }, orderBy, select: { id: true } }),
    db().refund.findMany({ where: { payment: { companyId } }, orderBy, select: { id: true } }),
  ]);
  const idOf = (rows: { id: string }[]) => rows.map(({ id }) => id);
  return { charges: idOf(charges), payments: idOf(payments), filings: idOf(filings), refunds: idOf(refunds) };
}

async function perform(world: World, ids: Ids, command: Single): Promise<unknown> {
  const { member, year } = world;
  const { companyId, liaison } = member;
  const key = `key-${++world.keys}`;
  const chargeId = 'charge' in command && command.charge !== null ? (ids.charges[command.charge] ?? '') : '';
  const refundId = 'refund' in command ? (ids.refunds[command.refund] ?? '') : '';
  const day = await today();
  switch (command.kind) {
    case 'raise':
      return raiseDues(one, year - 1 + command.year);
    case 'promote':
      return promote(world);
    case 'topUp':
      return confirmTopUp(one, { companyId, year });
    case 'file': {
      const change = { amount: String(command.amount / 100), otherYears: [String(year - 1 + command.other)] };
      const filed = await fileMemberDues(liaison, { companyId, year: year - 1 + command.year, values: await filingValues(member, change) });
      return expect(filed).toMatchObject({ fieldErrors: {}, conflicts: [] });
    }
    case 'confirm':
      return confirmFiling(one, ids.filings[command.filing] ?? '');
    case 'return':
      return returnFiling(other, { filingId: ids.filings[command.filing] ?? '', reason: '请核对' });
    case 'unfiled':
      return recordUnfiledPayment(one, {
        chargeId,
        amountFen: command.amount,
        paidOn: day,
        payer: '单位',
        serial: `${companyId}-${key}`,
        note: '',
        key,
      });
    case 'waive':
      return waiveDues(one, { chargeId, reason: '困难企业' });
    case 'cancel':
      return cancelDues(other, { chargeId, reason: '不应收取' });
    case 'agree':
      return agreeToDecision(proposerOf(world, command.charge) === command.self ? one : other, chargeId);
    case 'refuseDecision':
      return refuseDecision(proposerOf(world, command.charge) === command.self ? one : other, { chargeId, reason: '请核对' });
    case 'reopen':
      return reopenDues(one, { chargeId, reason: '误操作' });
    case 'apply':
      return applyOverpayment(one, { paymentId: ids.payments[command.payment] ?? '', chargeId });
    case 'void':
      return voidPayment(one, { paymentId: ids.payments[command.payment] ?? '', reason: '误操作' });
    case 'refund':
      return requestRefund(one, {
        paymentId: ids.payments[command.payment] ?? '',
        chargeId: chargeId || null,
        amountFen: command.amount,
        reason: '多交',
        key,
      });
    case 'approve':
      return approveRefund(command.self ? one : other, refundId);
    case 'refuse':
      return refuseRefund(command.self ? one : other, { refundId, reason: '请核对' });
    case 'pay':
      return payRefund(one, { refundId, paidOn: day, serial: key });
  }
}

/** Whether it is `one` who wants it: 免交 is always proposed by the one, 取消 by the other. */
const proposerOf = ({ model }: World, charge: number) => model.charges[charge]?.proposed !== 'cancel';

async function promote({ model, member: { memberId } }: World): Promise<void> {
  const level = levels[LEVELS.indexOf(model.levelFen) + 1];
  if (!level) return;
  const from = toColumn(await today());
  await db().memberLevel.updateMany({ where: { memberId, to: null }, data: { to: from } });
  await db().memberLevel.create({ data: { memberId, level, from, reason: '晋升' } });
}

async function step(world: World, asked: Command): Promise<void> {
  const ids = await idsOf(world.member);
  const command =
    asked.kind === 'race' ? { ...asked, pair: asked.pair.map((each) => resolve(world.model, each)) } : resolve(world.model, asked);
  if (command.kind !== 'race') {
    if (isIdle(world.model, command)) return;
    const outcome = await outcomeOf(perform(world, ids, command));
    expect([command, outcome]).toEqual([command, applyTo(world.model, command)]);
    return;
  }
  if (command.pair.some((each) => isIdle(world.model, each))) return;
  const outcomes = await Promise.all(command.pair.map((each) => outcomeOf(perform(world, ids, each))));
  world.model = oneAfterTheOther(world.model, command.pair, outcomes);
}

/** Two hands at the same moment must come out as if one had come after the other, in either order. */
function oneAfterTheOther(model: Model, [first, second]: readonly Single[], outcomes: string[]): Model {
  if (!first || !second) throw new Error('two at the same moment');
  const orders = [false, true].map((swap) => {
    const next = structuredClone(model);
    const answers = (swap ? [second, first] : [first, second]).map((each) => applyTo(next, each));
    return { next, answers: swap ? answers.toReversed() : answers };
  });
  expect([first, orders.map(({ answers }) => answers)]).toEqual([first, expect.arrayContaining([outcomes])]);
  return orders.find(({ answers }) => answers.join() === outcomes.join())?.next ?? model;
}

/** What has to hold after every step, read from the tables. */
async function requireInvariants({ model, member }: World): Promise<void> {
  const { companyId } = member;
  const ids = await idsOf(member);
  const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
  const charges = await db().charge.findMany({ where: { companyId }, include: { allocations: true }, orderBy });
  const payments = await db().payment.findMany({ where: { companyId, voidedAt: null }, include: { allocations: true }, orderBy });
  expect(charges.map(({ amountFen, heldFen, state, kind, proposed }) => ({ amountFen, heldFen, state, kind, proposed }))).toEqual(
    model.charges.map(({ amount, held, state, kind, proposed }) => ({ amountFen: amount, heldFen: held, state, kind, proposed })),
  );
  for (const { heldFen, amountFen, allocations } of charges) {
    expect(heldFen).toBe(sum(allocations));
    expect(heldFen).toBeGreaterThanOrEqual(0);
    expect(heldFen).toBeLessThanOrEqual(amountFen);
  }
  const came = payments.filter(({ refundOfId }) => !refundOfId);
  expect(came.map(({ amountFen, leftFen }) => ({ amountFen, leftFen }))).toEqual(
    model.payments.map(({ amount, left }) => ({ amountFen: amount, leftFen: left })),
  );
  for (const { leftFen } of came) expect(leftFen).toBeGreaterThanOrEqual(0);
  // Every fen that moved is on a charge or left over, and nowhere twice.
  expect(sum(payments)).toBe(
    charges.reduce((total, { heldFen }) => total + heldFen, 0) + came.reduce((total, { leftFen }) => total + leftFen, 0),
  );
  await requireLedger(companyId, model);
  await requireStates(ids, model);
  await requireRows(member, model);
}

const sum = (rows: { amountFen: number }[]) => rows.reduce((total, { amountFen }) => total + amountFen, 0);

async function requireLedger(companyId: string, model: Model): Promise<void> {
  const ledger = await ledgerByYear(one, companyId);
  for (const row of [...ledger, totalOf(ledger)]) {
    expect(row.raisedFen).toBe(row.receivedFen - row.refundedFen + row.waivedFen + row.cancelledFen + row.openFen);
  }
  const { raisedFen, receivedFen, refundedFen, openFen } = totalOf(ledger);
  expect({ raisedFen, paidFen: receivedFen - refundedFen, openFen }).toEqual({
    raisedFen: model.charges.reduce((total, { amount }) => total + amount, 0),
    paidFen: model.charges.reduce((total, { held }) => total + held, 0),
    openFen: model.charges.reduce((total, { state, amount, held }) => total + (state === 'open' ? amount - held : 0), 0),
  });
  expect(await leftOver(one, companyId)).toBe(model.payments.reduce((total, { left }) => total + left, 0));
}

async function requireStates({ charges, filings, refunds }: Ids, model: Model): Promise<void> {
  const states = async (rows: Promise<{ id: string; state: string }[]>, order: string[]) => {
    const found = new Map((await rows).map(({ id, state }) => [id, state]));
    return order.map((id) => found.get(id));
  };
  const filed = await states(db().filing.findMany({ where: { id: { in: filings } } }), filings);
  const refunded = await states(db().refund.findMany({ where: { id: { in: refunds } } }), refunds);
  expect({ filed, refunded }).toEqual({
    filed: model.filings.map(({ state }) => state),
    refunded: model.refunds.map(({ state }) => state),
  });
  // One event and one audit row a transition.
  const audited = (record: string, ids: string[], events: string[]) =>
    db().auditEvent.count({ where: { record, recordId: { in: ids }, action: { in: events.map((event) => `${record}.${event}`) } } });
  expect({
    charge: [
      await db().chargeEvent.count({ where: { chargeId: { in: charges } } }),
      await audited('charge', charges, [...new Set(chargeTransitions.map(({ event }) => event))]),
    ],
    filing: [
      await db().filingEvent.count({ where: { filingId: { in: filings }, event: { not: 'file' } } }),
      await audited('filing', filings, ['confirm', 'return', 'refile', 'void']),
    ],
    refund: [
      await db().refundEvent.count({ where: { refundId: { in: refunds }, event: { not: 'request' } } }),
      await audited('refund', refunds, ['approve', 'withdraw', 'refuse', 'pay']),
    ],
  }).toEqual({
    charge: [model.moves.charge, model.moves.charge],
    filing: [model.moves.filing, model.moves.filing],
    refund: [model.moves.refund, model.moves.refund],
  });
}

/** 已交费 exactly when the money covers it, and somebody has said for whom the receipt is. */
async function requireRows({ liaison, companyId }: PlainMember, model: Model): Promise<void> {
  const { rows } = await getMemberDues(liaison, companyId);
  const paid = model.charges.filter(
    ({ state, held, amount }, index) =>
      (state === 'open' && held >= amount && !model.payments.some(({ waits, on }) => waits && on.has(index))) ||
      (state === 'waived' && held > 0),
  );
  expect(rows.filter(({ status }) => status === 'paid')).toHaveLength(paid.length);
}

const played = async (list: readonly Command[]) => {
  const world: World = { model: newModel(), member: await aPlainMember(), year: await thisYear(), keys: 0 };
  const begin: Command[] = [0, 1].map((year) => ({ kind: 'raise', year }));
  for (const command of [...begin, ...list]) {
    await step(world, command);
    await requireInvariants(world);
    steps++;
  }
  for (const hit of world.model.hits) hits.add(hit);
  // Raising a year looks at every active member: the next run's is to be the only one.
  await db().member.update({ where: { id: world.member.memberId }, data: { state: 'suspended' } });
};

/** Over every transition there is, whatever the seeds lead to. */
const everywhere: Command[] = [
  { kind: 'file', year: 1, other: 1, amount: 1_000_000 },
  { kind: 'return', filing: 0 },
  { kind: 'file', year: 1, other: 1, amount: 1_000_000 },
  { kind: 'confirm', filing: 0 },
  { kind: 'refund', payment: 0, charge: null, amount: 400_000 },
  { kind: 'refuse', refund: 0, self: false },
  { kind: 'refund', payment: 0, charge: null, amount: 400_000 },
  { kind: 'refuse', refund: 1, self: true },
  { kind: 'refund', payment: 0, charge: null, amount: 400_000 },
  { kind: 'approve', refund: 2, self: true },
  { kind: 'approve', refund: 2, self: false },
  { kind: 'pay', refund: 2 },
  { kind: 'refund', payment: 0, charge: null, amount: 1000 },
  { kind: 'refuse', refund: 3, self: false },
  { kind: 'refund', payment: 0, charge: null, amount: 1000 },
  { kind: 'refuse', refund: 4, self: true },
  { kind: 'waive', charge: 0 },
  { kind: 'reopen', charge: 0 },
  { kind: 'cancel', charge: 0 },
  { kind: 'promote' },
  { kind: 'raise', year: 2 },
  { kind: 'waive', charge: 2 },
  { kind: 'waive', charge: 2 },
  { kind: 'agree', charge: 2, self: true },
  { kind: 'refuseDecision', charge: 2, self: true },
  { kind: 'cancel', charge: 2 },
  { kind: 'refuseDecision', charge: 2, self: false },
  { kind: 'agree', charge: 2, self: false },
  { kind: 'waive', charge: 2 },
  { kind: 'file', year: 2, other: 2, amount: 1_000_000 },
  { kind: 'agree', charge: 2, self: false },
  { kind: 'return', filing: 1 },
  { kind: 'agree', charge: 2, self: false },
  { kind: 'reopen', charge: 2 },
  { kind: 'waive', charge: 2 },
  { kind: 'file', year: 2, other: 2, amount: 1_000_000 },
  { kind: 'confirm', filing: 1 },
];

/** What a run of a thousand lists found: money goes back before the member files it, and while what was filed waits. */
const givenBack: Command[] = [
  { kind: 'unfiled', charge: 0, amount: 700_000 },
  { kind: 'refund', payment: 0, charge: null, amount: 1000 },
  { kind: 'pay', refund: 0 },
  { kind: 'file', year: 0, other: 0, amount: 700_000 },
  { kind: 'unfiled', charge: 1, amount: 700_000 },
  { kind: 'file', year: 1, other: 1, amount: 1_000_000 },
  { kind: 'refund', payment: 1, charge: null, amount: 1000 },
  { kind: 'pay', refund: 1 },
  { kind: 'confirm', filing: 1 },
];

/** Money that had not come: filed, put on another year as well, of nobody's filing, of a year that is owed no longer. */
const voided: Command[] = [
  { kind: 'file', year: 1, other: 1, amount: 1_000_000 },
  { kind: 'confirm', filing: 0 },
  { kind: 'void', payment: 0 },
  { kind: 'confirm', filing: 0 },
  { kind: 'apply', payment: 0, charge: 0 },
  { kind: 'void', payment: 0 },
  { kind: 'return', filing: 0 },
  { kind: 'unfiled', charge: 0, amount: 700_000 },
  { kind: 'void', payment: 0 },
  { kind: 'unfiled', charge: 0, amount: 299_900 },
  { kind: 'cancel', charge: 0 },
  { kind: 'refund', payment: 0, charge: 0, amount: 1000 },
  { kind: 'void', payment: 0 },
  { kind: 'refuse', refund: 0, self: false },
  { kind: 'unfiled', charge: 1, amount: 100_000 },
  { kind: 'void', payment: 0 },
  { kind: 'waive', charge: 1 },
  { kind: 'void', payment: 0 },
  { kind: 'reopen', charge: 1 },
  { kind: 'void', payment: 0 },
];

const anyList = fc.array(commands, { minLength: RUNS < LONG_RUN ? Math.ceil(STEPS / 2) : STEPS, maxLength: STEPS, size: 'max' });
const randomSeed = Math.floor(Math.random() * 2 ** 31);

describe('the dues of a member on which its liaison and two of finance work in any order', () => {
  it.each([
    ['that is always the same', FIXED_SEED],
    [`of this run, ${randomSeed}`, randomSeed],
  ])('come out as the rules say, and every fen stays accounted for after each step: seed %s', async (_, seed) => {
    await fc.assert(fc.asyncProperty(anyList, played), { seed, numRuns: Math.ceil(RUNS / 2), endOnFailure: RUNS < LONG_RUN });
  });

  it.each([
    ['on the way over every transition', everywhere],
    ['when money goes back', givenBack],
    ['when money had not come', voided],
  ])('and so they do %s', (_, list) => played(list));

  it('have been led over every transition there is', () => {
    const rows = [
      ...filingTransitions.map(({ from, event }) => `filing ${from} ${event}`),
      ...chargeTransitions.map(({ from, event }) => `charge ${from} ${event}`),
      ...refundTransitions.map(({ from, event }) => `refund ${from} ${event}`),
    ];
    if (RUNS >= LONG_RUN) console.log(`${RUNS} runs of ${STEPS} commands: ${steps} steps, each followed by every invariant`);
    expect([...hits].toSorted()).toEqual(rows.toSorted());
  });
});
