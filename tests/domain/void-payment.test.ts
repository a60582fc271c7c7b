import { randomUUID } from 'node:crypto';
import { approveApplication } from '../../lib/applications/approve-application';
import { withdrawApplication } from '../../lib/applications/withdraw-application';
import { today } from '../../lib/clock';
import { toColumn } from '../../lib/days';
import { db } from '../../lib/db';
import { applyOverpayment } from '../../lib/dues/apply-overpayment';
import { getChargePage } from '../../lib/dues/charge-page';
import { getCompanyLedger } from '../../lib/dues/company-ledger';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { agreeToDecision, cancelDues, reopenDues, waiveDues } from '../../lib/dues/decide-charge';
import { listRefunds } from '../../lib/dues/list-refunds';
import { getDuesYear, getMemberDues } from '../../lib/dues/member-dues';
import { getFiling, listFilingsOfApplication, listMarked } from '../../lib/dues/queries';
import { recordUnfiledPayment } from '../../lib/dues/record-unfiled';
import { refuseRefund, requestRefund } from '../../lib/dues/refund-dues';
import { sumRefunds } from '../../lib/dues/refunds';
import { returnFiling } from '../../lib/dues/return-filing';
import { settlePayment } from '../../lib/dues/settle-payment';
import { reverseReceipt } from '../../lib/receipts/reverse-receipt';
import { ignoreRow } from '../../lib/statements/ignore-row';
import { settleRow } from '../../lib/statements/settle-row';
import { voidPayment } from '../../lib/statements/void-payment';
import { transaction } from '../../lib/transaction';
import { anApplication, filingOf } from '../support/applications';
import { untilSomebodyWaits, withDatabase } from '../support/database';
import { aPlainMember, files, owes, type PlainMember } from '../support/debtors';
import { staffWith } from '../support/people';
import { aReceipt, newNumber } from '../support/receipts';
import { auditOf } from '../support/trail';

withDatabase();

const reason = '点错了，这家单位的款还没有到';

const rowOf = async ({ liaison, companyId }: PlainMember) => {
  const [row] = (await getMemberDues(liaison, companyId)).rows;
  return row && [row.status, row.business, row.openFen];
};
const paymentOf = (companyId: string) => db().payment.findFirstOrThrow({ where: { companyId, refundOfId: null } });
const stateOfRow = async (id: string) => (await db().bankRow.findUniqueOrThrow({ where: { id } })).state;

/** A member that filed a sum for this year, confirmed. */
async function paid(amount = '3000') {
  const member = await aPlainMember();
  const chargeId = await owes(member, 2026);
  const finance = await staffWith('finance');
  const { id: filingId } = await files(member, 2026, { amount });
  await confirmFiling(finance, filingId);
  return { member, chargeId, finance, filingId, paymentId: (await paymentOf(member.companyId)).id };
}

/** A row of a bank's statement of so much. */
async function aRow(amountFen: number, change: { serial?: string; payerName?: string } = {}): Promise<string> {
  const { id: uploaderId } = await staffWith('finance');
  const hash = randomUUID();
  const facts = { payerName: '某公司', payerAccount: '', memo: '', serial: hash, ...change };
  const row = { ...facts, hash, position: 1, paidOn: toColumn(await today()), amountFen };
  const data = { name: '流水.csv', fileKey: hash, layout: 'x', uploaderId, readAt: new Date(), rows: { create: row } };
  const { rows } = await db().bankStatement.create({ data, include: { rows: true } });
  return rows[0]?.id ?? '';
}

describe('撤销到账', () => {
  it('takes out what a confirmed filing brought: the year is owed again, the filing waits and can be confirmed anew', async () => {
    const { member, chargeId, finance, filingId, paymentId } = await paid('3100');
    await voidPayment(finance, { paymentId, reason });
    expect(await rowOf(member)).toEqual(['unpaid', 'pending', 300_000]);
    expect(await getCompanyLedger(finance, member.companyId)).toMatchObject({ payments: [], leftFen: 0 });
    const filing = await getFiling(finance, filingId);
    expect(filing).toMatchObject({ state: 'pending', mayDecide: true, voidable: [] });
    expect(filing.events.at(-1)).toMatchObject({ event: 'void', reason });
    expect((await getChargePage(finance, chargeId)).steps.map(({ text }) => text)).toEqual([
      '产生 2026 年度会费 ¥3,000.00',
      '填写汇款信息',
      '确认到账',
      '撤销到账 ¥3,000.00',
    ]);
    const { steps } = await getDuesYear(member.liaison, member.companyId, 2026);
    expect(steps.at(-1)).toMatchObject({ text: '撤销到账 ¥3,000.00', detail: reason });
    await confirmFiling(finance, filingId);
    expect(await rowOf(member)).toEqual(['paid', 'confirmed', 0]);
  });

  it('keeps in the audit whose money it was, how much, and what it had paid', async () => {
    const { chargeId, finance, filingId, paymentId } = await paid();
    const { payer, serial } = await db().payment.findUniqueOrThrow({ where: { id: paymentId } });
    await voidPayment(finance, { paymentId, reason });
    expect(await auditOf('payment', paymentId)).toEqual(['payment.settle', 'payment.void']);
    const [told] = await db().auditEvent.findMany({ where: { recordId: paymentId, action: 'payment.void' }, include: { payload: true } });
    expect(told?.payload?.data).toMatchObject({
      ...{ source: 'manual', amountFen: 300_000, paidOn: await today(), payer, serial, filingId, reason },
      paid: [{ chargeId, amountFen: 300_000 }],
    });
  });

  it('of a row of the bank opens the row again, and it can be used for the company whose money it is', async () => {
    const [wrong, right] = [await aPlainMember(), await aPlainMember()];
    const [wrongCharge, rightCharge] = [await owes(wrong, 2026), await owes(right, 2026)];
    const finance = await staffWith('finance');
    const rowId = await aRow(300_000);
    await settleRow(finance, { rowId, target: { chargeIds: [wrongCharge] }, key: 'first' });
    await voidPayment(finance, { paymentId: (await paymentOf(wrong.companyId)).id, reason: '是另一家单位的款' });
    expect([await stateOfRow(rowId), await rowOf(wrong)]).toEqual(['open', ['unpaid', 'none', 300_000]]);
    expect(await auditOf('bankRow', rowId)).toEqual(['bankRow.settle', 'bankRow.void']);
    expect((await getChargePage(finance, wrongCharge)).steps.map(({ text }) => text)).toEqual([
      '产生 2026 年度会费 ¥3,000.00',
      '款项到账 ¥3,000.00',
      '撤销到账 ¥3,000.00',
    ]);
    await settleRow(finance, { rowId, target: { chargeIds: [rightCharge] }, key: 'second' });
    expect([await stateOfRow(rowId), (await rowOf(right))?.[2]]).toEqual(['settled', 0]);
  });

  it('of one of two payments of a filing leaves the other, and the filing waits for what is missing', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const finance = await staffWith('finance');
    const { id: filingId } = await files(member, 2026);
    const [first, second] = [await aRow(200_000), await aRow(100_000)];
    for (const rowId of [first, second]) await settleRow(finance, { rowId, target: { filingId }, key: 'k' });
    expect(await rowOf(member)).toEqual(['paid', 'confirmed', 0]);
    const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { bankRowId: second } });
    await voidPayment(finance, { paymentId, reason });
    expect(await rowOf(member)).toEqual(['unpaid', 'pending', 100_000]);
    expect([await stateOfRow(first), await stateOfRow(second)]).toEqual(['settled', 'open']);
    await settleRow(finance, { rowId: second, target: { filingId }, key: 'again' });
    expect(await rowOf(member)).toEqual(['paid', 'confirmed', 0]);
  });

  it('opens all of a row again whose rest was ignored: what was true of the rest need not be of the whole', async () => {
    const member = await aPlainMember();
    const chargeId = await owes(member, 2026);
    const finance = await staffWith('finance');
    const rowId = await aRow(600_000);
    await settleRow(finance, { rowId, target: { chargeIds: [chargeId] }, amountFen: 300_000, key: 'k' });
    await ignoreRow(finance, { rowId, reason: '其余是货款' });
    await voidPayment(finance, { paymentId: (await paymentOf(member.companyId)).id, reason });
    expect(await db().bankRow.findUnique({ where: { id: rowId } })).toMatchObject({ state: 'open', reason: null });
  });

  it('leaves a filing confirmed that other money covers, and says at the year what happened', async () => {
    const { chargeId, finance, filingId, paymentId } = await paid();
    const more = { source: 'manual', amountFen: 300_000, paidOn: await today(), chargeIds: [chargeId], filingId } as const;
    await transaction((tx) => settlePayment(tx, finance, more));
    await voidPayment(finance, { paymentId, reason });
    expect(await getFiling(finance, filingId)).toMatchObject({ state: 'confirmed', voidable: [{ amountFen: 300_000 }] });
    expect(await db().chargeEvent.findMany({ where: { chargeId } })).toMatchObject([{ from: 'open', event: 'void', to: 'open', reason }]);
  });

  it('of money that was put on another year as well opens that year too', async () => {
    const { member, finance, paymentId } = await paid('6000');
    const other = await owes(member, 2025);
    await applyOverpayment(finance, { paymentId, chargeId: other });
    await voidPayment(finance, { paymentId, reason });
    const { rows } = await getMemberDues(member.liaison, member.companyId);
    expect(rows.map(({ openFen }) => openFen)).toEqual([300_000, 300_000]);
    const texts = (await getChargePage(finance, other)).steps.map(({ text }) => text);
    expect(texts.slice(1)).toEqual(['抵用多交的款项 ¥3,000.00', '撤销到账 ¥3,000.00']);
  });

  it('of money that nobody had filed lets the member file as if it had never come', async () => {
    const member = await aPlainMember();
    const chargeId = await owes(member, 2026);
    const finance = await staffWith('finance');
    const money = { amountFen: 300_000, paidOn: await today(), payer: '某公司', serial: 'VOID0001', note: '', key: 'k' };
    await recordUnfiledPayment(finance, { chargeId, ...money });
    await voidPayment(finance, { paymentId: (await paymentOf(member.companyId)).id, reason });
    expect(await rowOf(member)).toEqual(['unpaid', 'none', 300_000]);
    await recordUnfiledPayment(finance, { chargeId: await owes(await aPlainMember(), 2026), ...money });
    const { state } = await files(member, 2026, { serial: 'VOID0001', serialConfirmed: 'true' });
    expect(state).toBe('pending');
  });

  it('leaves its number and its sum to whose money it is, and a row of the bank is not asked whether it is the same', async () => {
    const { chargeId, finance, filingId, paymentId } = await paid();
    const { serial, payer } = await db().payment.findUniqueOrThrow({ where: { id: paymentId } });
    await voidPayment(finance, { paymentId, reason });
    await returnFiling(finance, { filingId, reason: '是另一家单位的款' });
    const other = await aPlainMember();
    const otherCharge = await owes(other, 2026);
    const filing = await files(other, 2026, { serial: serial ?? '', payer });
    expect((await listMarked(finance, [filing.id])).map(({ isSerialUsed }) => isSerialUsed)).toEqual([false]);
    await returnFiling(finance, { filingId: filing.id, reason: '由银行流水确认' });
    const rowId = await aRow(300_000, { serial: serial ?? '', payerName: payer });
    await expect(settleRow(finance, { rowId, target: { paymentId }, key: 'k' })).rejects.toMatchObject({ code: 'alreadyDecided' });
    await settleRow(finance, { rowId, target: { chargeIds: [otherCharge] }, key: 'k' });
    expect((await getChargePage(finance, chargeId)).row.openFen).toBe(300_000);
  });

  it('of money to be given back for an application that has ended takes it off 待退费; the filing waits to be returned', async () => {
    const finance = await staffWith('finance');
    const { applicant, applicationId } = await anApplication('submitted');
    const filing = await filingOf(applicationId);
    await confirmFiling(finance, filing.id);
    await withdrawApplication(applicant, applicationId);
    const before = await sumRefunds(finance);
    await voidPayment(finance, { paymentId: (await db().payment.findFirstOrThrow({ where: { filingId: filing.id } })).id, reason });
    expect((await sumRefunds(finance)).receivedFen).toBe(before.receivedFen - 300_000);
    await returnFiling(finance, { filingId: filing.id, reason: '查无此款' });
  });

  it('waits until a refund of it is refused, which stays in the list of refunds', async () => {
    const { member, chargeId, finance, filingId, paymentId } = await paid('7000');
    const { refundId } = await requestRefund(finance, { paymentId, chargeId: null, amountFen: 400_000, reason: '多交', key: 'k' });
    const refused = { code: 'invalid', details: { text: expect.stringContaining('退费') } };
    await expect(voidPayment(finance, { paymentId, reason })).rejects.toMatchObject(refused);
    await refuseRefund(await staffWith('overseer'), { refundId, reason: '银行没有这笔款' });
    await voidPayment(finance, { paymentId, reason });
    expect((await getFiling(finance, filingId)).state).toBe('pending');
    expect((await getChargePage(finance, chargeId)).refunds).toMatchObject([{ id: refundId, state: 'refused' }]);
    const { rows } = await listRefunds(finance, { state: 'refused', page: 1 });
    expect(rows.find(({ id }) => id === refundId)).toMatchObject({ name: member.name, amountFen: 400_000 });
    const again = { paymentId, chargeId: null, amountFen: 1000, reason: '多交', key: 'again' };
    await expect(requestRefund(finance, again)).rejects.toMatchObject({ code: 'invalid' });
  });

  it('waits for the red receipt where one is issued', async () => {
    const finance = await staffWith('finance');
    const { member, receiptId } = await aReceipt(finance);
    const { id: paymentId } = await paymentOf(member.companyId);
    const refused = { code: 'invalid', details: { text: expect.stringContaining('先登记冲红') } };
    await expect(voidPayment(finance, { paymentId, reason })).rejects.toMatchObject(refused);
    const { code, number } = newNumber();
    await reverseReceipt(finance, { receiptId, redCode: code, redNumber: number, reversedOn: await today(), reason: '款项没有到账' });
    await voidPayment(finance, { paymentId, reason });
    expect((await rowOf(member))?.[2]).toBe(300_000);
  });

  it('waits until what was waived of the year is owed again', async () => {
    const { chargeId, finance, paymentId } = await paid('2000');
    await waiveDues(finance, { chargeId, reason: '困难企业' });
    const refused = { code: 'invalid', details: { text: expect.stringContaining('先恢复应交') } };
    await expect(voidPayment(finance, { paymentId, reason })).rejects.toMatchObject(refused);
    await reopenDues(finance, { chargeId, reason: '误操作' });
    await voidPayment(finance, { paymentId, reason });
    expect((await getChargePage(finance, chargeId)).row.openFen).toBe(300_000);
  });

  it('of a year that was cancelled when it was paid has it owed again: to let it go without its money takes a second person', async () => {
    const member = await aPlainMember();
    const chargeId = await owes(member, 2026, 1_000_000);
    const finance = await staffWith('finance');
    const money = { amountFen: 1_000_000, paidOn: await today(), payer: '某公司', serial: 'VOID0002', note: '', key: 'k' };
    await recordUnfiledPayment(finance, { chargeId, ...money });
    expect(await cancelDues(finance, { chargeId, reason: '不应收取' })).toEqual({ proposed: false });
    await voidPayment(finance, { paymentId: (await paymentOf(member.companyId)).id, reason });
    expect(await getChargePage(finance, chargeId)).toMatchObject({ state: 'open', reason: null, money: [], row: { openFen: 1_000_000 } });
    expect(await cancelDues(finance, { chargeId, reason: '不应收取' })).toEqual({ proposed: true });
  });

  it('ends a proposal to let the rest of the year go: it was about another sum', async () => {
    const member = await aPlainMember();
    const chargeId = await owes(member, 2026, 1_000_000);
    const finance = await staffWith('finance');
    const { id: filingId } = await files(member, 2026, { amount: '2000' });
    await confirmFiling(finance, filingId);
    await waiveDues(finance, { chargeId, reason: '困难企业' });
    await voidPayment(finance, { paymentId: (await paymentOf(member.companyId)).id, reason });
    await returnFiling(finance, { filingId, reason: '查无此款' });
    await expect(agreeToDecision(await staffWith('overseer'), chargeId)).rejects.toMatchObject({ code: 'alreadyDecided' });
    expect((await getChargePage(finance, chargeId)).row.openFen).toBe(1_000_000);
  });

  it('tells an applicant why its dues wait again', async () => {
    const finance = await staffWith('finance');
    const { applicant, applicationId } = await anApplication('submitted');
    const filing = await filingOf(applicationId);
    await confirmFiling(finance, filing.id);
    await voidPayment(finance, { paymentId: (await db().payment.findFirstOrThrow({ where: { filingId: filing.id } })).id, reason });
    expect(await listFilingsOfApplication(applicant, applicationId)).toMatchObject([{ state: 'pending', reason }]);
  });

  it('is waited for by an approval that begins while it is under way', async () => {
    const [finance, reviewer] = [await staffWith('finance'), await staffWith('reviewer')];
    const { applicationId } = await anApplication('submitted');
    const { id: filingId } = await filingOf(applicationId);
    await confirmFiling(finance, filingId);
    const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { filingId } });
    const begun: Promise<unknown>[] = [];
    await db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT "id" FROM "Charge" WHERE "applicationId" = ${applicationId}::uuid FOR UPDATE`;
      begun.push(voidPayment(finance, { paymentId, reason }));
      await untilSomebodyWaits();
      begun.push(approveApplication(reviewer, { applicationId, overrideReason: '' }));
      await untilSomebodyWaits(2);
    });
    expect(await Promise.allSettled(begun)).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: 'duesUnconfirmed' } },
    ]);
  });

  it('is not for money that came online: the provider tells of that', async () => {
    const member = await aPlainMember();
    const chargeIds = [await owes(member, 2026)];
    const online = { source: 'online', amountFen: 300_000, paidOn: await today(), chargeIds, providerNumber: 'void-1' } as const;
    const { paymentId } = await transaction((tx) => settlePayment(tx, { kind: 'system', name: '支付' }, online));
    const refused = { code: 'invalid', details: { text: expect.stringContaining('在线支付') } };
    await expect(voidPayment(await staffWith('finance'), { paymentId, reason })).rejects.toMatchObject(refused);
  });

  it('needs its reason and a fresh code, happens once whoever is first, and is finance’s', async () => {
    const { finance, filingId, paymentId } = await paid();
    await expect(voidPayment(finance, { paymentId, reason: ' ' })).rejects.toMatchObject({
      details: { fieldErrors: { reason: expect.any(String) } },
    });
    await expect(voidPayment({ ...finance, freshFactor: false }, { paymentId, reason })).rejects.toMatchObject({ code: 'stepUp' });
    await expect(voidPayment(await staffWith('overseer'), { paymentId, reason })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(voidPayment(await staffWith('reviewer'), { paymentId, reason })).rejects.toMatchObject({ code: 'notFound' });
    const both = [finance, await staffWith('finance')].map((actor) => voidPayment(actor, { paymentId, reason }));
    const [one, other] = (await Promise.allSettled(both)).toSorted((a, b) => a.status.localeCompare(b.status));
    expect([one, other]).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: { code: 'alreadyDecided' } }]);
    expect(await db().filingEvent.count({ where: { filingId, event: 'void' } })).toBe(1);
  });

  it('and a refund of the same money, asked for at the same moment, do not both happen', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { finance, paymentId } = await paid('3010');
      const ask = requestRefund(finance, { paymentId, chargeId: null, amountFen: 1000, reason: '多交', key: 'k' });
      const results = await Promise.allSettled([voidPayment(finance, { paymentId, reason }), ask]);
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject({ name: 'DomainError' });
    }
  });
});
