import type { FormValues } from '../../lib/actions/action-state';
import { withdrawApplication } from '../../lib/applications/withdraw-application';
import { today } from '../../lib/clock';
import { addDays } from '../../lib/days';
import { db } from '../../lib/db';
import { applyOverpayment } from '../../lib/dues/apply-overpayment';
import { askForRest } from '../../lib/dues/ask-for-rest';
import { getChargePage } from '../../lib/dues/charge-page';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { confirmTogether } from '../../lib/dues/confirm-together';
import { agreeToDecision, cancelDues, refuseDecision, reopenDues, waiveDues } from '../../lib/dues/decide-charge';
import { listCharges } from '../../lib/dues/list-charges';
import { listRefunds } from '../../lib/dues/list-refunds';
import { getDuesYear, getMemberDues } from '../../lib/dues/member-dues';
import { getFiling, listFilings } from '../../lib/dues/queries';
import { recordUnfiledPayment } from '../../lib/dues/record-unfiled';
import { approveRefund, payRefund, refuseRefund, requestRefund } from '../../lib/dues/refund-dues';
import { returnFiling } from '../../lib/dues/return-filing';
import { settlePayment } from '../../lib/dues/settle-payment';
import { changeSetting } from '../../lib/settings/change-setting';
import { transaction } from '../../lib/transaction';
import { anApplication, filingOf } from '../support/applications';
import { withDatabase } from '../support/database';
import { aPlainMember, files, owes } from '../support/debtors';
import { staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

const rowOf = async ({ liaison, companyId }: Awaited<ReturnType<typeof aPlainMember>>) => {
  const [row] = (await getMemberDues(liaison, companyId)).rows;
  return row && [row.status, row.business, row.openFen];
};

/** A member that filed a sum for this year, confirmed. */
async function paid(amount: string) {
  const member = await aPlainMember();
  const chargeId = await owes(member, 2026);
  const finance = await staffWith('finance');
  const filing = await files(member, 2026, { amount });
  await confirmFiling(finance, filing.id);
  const { id: paymentId } = await db().payment.findFirstOrThrow({ where: { filingId: filing.id } });
  return { member, chargeId, finance, paymentId, filingId: filing.id };
}

const refundOf = (paymentId: string, amountFen: number, chargeId: string | null = null, key = 'k') => ({
  ...{ paymentId, chargeId, amountFen, key },
  reason: '多交退回',
});

describe('confirming many at once', () => {
  it('confirms each for itself and answers row by row: what somebody else decided stops none of the others', async () => {
    const finance = await staffWith('finance');
    const filings = [];
    for (let n = 0; n < 3; n++) {
      const member = await aPlainMember();
      await owes(member, 2026);
      filings.push(await files(member, 2026));
    }
    const [first, second, third] = filings.map(({ id }) => id);
    await returnFiling(finance, { filingId: second ?? '', reason: '查无此款' });
    const results = await confirmTogether(finance, { filingIds: [first ?? '', second ?? '', third ?? ''] });
    expect(results.map(({ refusal }) => refusal)).toEqual([undefined, expect.stringContaining('已经被处理过'), undefined]);
    expect(await db().payment.count({ where: { filingId: { in: filings.map(({ id }) => id) } } })).toBe(2);
  });

  it('asks first where a number was used twice, another level was chosen or the sum is another, and confirms none of them until then', async () => {
    const finance = await staffWith('finance');
    const file = async (change: FormValues) => {
      const member = await aPlainMember();
      await owes(member, 2026);
      return files(member, 2026, change);
    };
    const plain = await file({});
    const [first, second] = [await file({ serial: 'TWICE1' }), await file({ serial: 'twice1', serialConfirmed: 'true' })];
    const level = await file({ level: 'councilMember', amount: '10000' });
    const returned = await file({ serial: 'GONE1' });
    await returnFiling(finance, { filingId: returned.id, reason: '查无此款' });
    const again = await file({ serial: 'GONE1' });
    const filingIds = [plain, first, second, level, again].map(({ id }) => id);
    const { rows } = await listFilings(finance, { state: 'all', ids: [...filingIds, returned.id], search: '', page: 1 });
    const marksOf = (id: string) => rows.flatMap((row) => (row.id === id ? [[row.isSerialUsed, row.isOtherLevel, row.differenceFen]] : []));
    expect([...filingIds, returned.id].flatMap(marksOf)).toEqual([
      [false, false, 0],
      [true, false, 0],
      [true, false, 0],
      [false, true, 700_000],
      [false, false, 0],
      [false, false, 0],
    ]);
    await expect(confirmTogether(finance, { filingIds })).rejects.toMatchObject({
      details: { fieldErrors: { isChecked: expect.stringContaining('3 笔需要核对：流水号重复 2 笔、级别不同 1 笔、多交 1 笔') } },
    });
    expect(await db().filing.count({ where: { id: { in: filingIds }, state: 'confirmed' } })).toBe(0);
    expect(await confirmTogether(finance, { filingIds, isChecked: true })).toHaveLength(5);
    expect(await db().filing.count({ where: { id: { in: filingIds }, state: 'confirmed' } })).toBe(5);
  });

  it('by two people at once counts every filing once', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const { id } = await files(member, 2026);
    const answers = await Promise.all([
      confirmTogether(await staffWith('finance'), { filingIds: [id] }),
      confirmTogether(await staffWith('finance'), { filingIds: [id] }),
    ]);
    expect(answers.flat().filter(({ refusal }) => !refusal)).toHaveLength(1);
    expect(await db().payment.count({ where: { filingId: id } })).toBe(1);
  });

  it("is finance's to do", async () => {
    await expect(confirmTogether(await staffWith('overseer'), { filingIds: [] })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(confirmTogether(await staffWith('reviewer'), { filingIds: [] })).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('money that comes in', () => {
  it('is refused when the provider tells of it a second time, whatever else it says', async () => {
    const member = await aPlainMember();
    const chargeIds = [await owes(member, 2026)];
    const system = { kind: 'system', name: '支付通知' } as const;
    const tell = (amountFen: number) =>
      transaction((tx) =>
        settlePayment(tx, system, { source: 'online', providerNumber: `A-${member.uscc}`, amountFen, paidOn: '2026-11-20', chargeIds }),
      );
    const results = await Promise.allSettled([tell(300_000), tell(300_000), tell(100)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(tell(300_000)).rejects.toMatchObject({ code: 'alreadyDecided' });
    expect(await db().payment.count({ where: { companyId: member.companyId } })).toBe(1);
  });

  it('never pays more than is owed, also by two at once: the rest is 多交', async () => {
    const member = await aPlainMember();
    const chargeIds = [await owes(member, 2026)];
    const system = { kind: 'system', name: '银行流水' } as const;
    await Promise.all(
      [1, 2].map((n) =>
        transaction((tx) =>
          settlePayment(tx, system, {
            source: 'bank',
            providerNumber: `B${n}-${member.uscc}`,
            amountFen: 200_000,
            paidOn: '2026-11-20',
            chargeIds,
          }),
        ),
      ),
    );
    expect(await rowOf(member)).toEqual(['paid', 'confirmed', 0]);
    const payments = await db().payment.findMany({ where: { companyId: member.companyId }, orderBy: { leftFen: 'asc' } });
    expect(payments.map(({ leftFen }) => leftFen)).toEqual([0, 100_000]);
  });
});

describe('money that nobody filed', () => {
  it('asks once about a bank’s number that was recorded before, in whatever letters, and takes it for several companies', async () => {
    const [one, other] = [await aPlainMember(), await aPlainMember()];
    const finance = await staffWith('finance');
    const arrived = (chargeId: string, serial: string, isAnother = false) =>
      recordUnfiledPayment(finance, {
        ...{
          chargeId,
          serial,
          isAnother,
          amountFen: 300_000,
          paidOn: '2026-11-20',
          payer: one.name,
          note: '',
          key: `${chargeId}${isAnother}`,
        },
      });
    await arrived(await owes(one, 2026), 'BK2026112000009');
    const chargeId = await owes(other, 2026);
    await expect(arrived(chargeId, 'bk2026112000009')).rejects.toMatchObject({
      details: { fieldErrors: { isAnother: expect.stringContaining(one.name) } },
    });
    await arrived(chargeId, 'bk2026112000009', true);
    expect(await rowOf(other)).toEqual(['unpaid', 'unfiled', 0]);
  });
});

describe('多交', () => {
  it('is visible, and can be applied to another open year', async () => {
    const { member, chargeId, finance, paymentId } = await paid('3500');
    const next = await owes(member, 2027);
    const page = await getChargePage(finance, chargeId);
    expect(page).toMatchObject({ money: [{ overFen: 50_000 }], openYears: [{ chargeId: next, year: 2027, openFen: 300_000 }] });
    expect((await listCharges(finance, { status: 'over', year: 2026, search: member.uscc, page: 1 })).rows).toEqual([
      expect.objectContaining({ leftFen: 50_000 }),
    ]);
    await applyOverpayment(finance, { paymentId, chargeId: next });
    expect(await rowOf(member)).toEqual(['unpaid', 'none', 250_000]);
    await expect(applyOverpayment(finance, { paymentId, chargeId: next })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('stands in the history of the year that it was applied to, with its sum, and as no money that came in', async () => {
    const { member, finance, paymentId, chargeId } = await paid('3500');
    const next = await owes(member, 2027);
    await applyOverpayment(finance, { paymentId, chargeId: next });
    const [raised, ...steps] = (await getChargePage(finance, next)).steps;
    expect(raised?.text).toContain('产生');
    expect(steps).toEqual([expect.objectContaining({ text: '抵用多交的款项 ¥500.00', detail: finance.name })]);
    const told = await getDuesYear(member.liaison, member.companyId, 2027);
    expect(told.steps.at(-1)).toMatchObject({ text: '抵用多交的款项 ¥500.00', detail: null });
    expect((await getChargePage(finance, chargeId)).steps.map(({ text }) => text)).not.toContainEqual(expect.stringContaining('抵用'));
  });

  it('and whatever else changes a charge changes what the list adds up, at once', async () => {
    const member = await aPlainMember();
    const finance = await staffWith('finance');
    const openFen = async () => (await listCharges(finance, { status: 'all', year: 2031, search: '', page: 1 })).sums.openFen;
    expect(await openFen()).toBe(0);
    const chargeId = await owes(member, 2031);
    expect(await openFen()).toBe(300_000);
    await waiveDues(finance, { chargeId, reason: '停业' });
    expect(await openFen()).toBe(0);
  });

  it('never goes to another company', async () => {
    const { finance, paymentId } = await paid('3500');
    const stranger = await owes(await aPlainMember(), 2026);
    await expect(applyOverpayment(finance, { paymentId, chargeId: stranger })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('can be given back: asked for, paid, with date and serial number', async () => {
    const { member, chargeId, finance, paymentId } = await paid('3500');
    const { refundId } = await requestRefund(finance, refundOf(paymentId, 50_000));
    await expect(requestRefund(finance, refundOf(paymentId, 1, null, 'k2'))).rejects.toMatchObject({
      details: { fieldErrors: { amount: expect.any(String) } },
    });
    await expect(payRefund(finance, { refundId, paidOn: addDays(await today(), -1), serial: 'RF0001' })).rejects.toMatchObject({
      details: { fieldErrors: { paidOn: expect.stringContaining('不能早于到账日期') } },
    });
    // Its year's page tells of it, though it goes back for no year.
    expect(await getChargePage(finance, chargeId)).toMatchObject({ refunds: [{ id: refundId, amountFen: 50_000, state: 'approved' }] });
    await payRefund(finance, { refundId, paidOn: await today(), serial: 'RF0001' });
    expect(await db().payment.findMany({ where: { companyId: member.companyId }, orderBy: { amountFen: 'asc' } })).toEqual([
      expect.objectContaining({ amountFen: -50_000, refundOfId: paymentId, serial: 'RF0001' }),
      expect.objectContaining({ amountFen: 350_000, leftFen: 0 }),
    ]);
    expect(await rowOf(member)).toEqual(['paid', 'confirmed', 0]);
    expect(await auditOf('refund', refundId)).toEqual(['refund.request', 'refund.pay']);
  });
});

it('confirming what was filed counts no money a second time that came in for it and has gone back meanwhile', async () => {
  const member = await aPlainMember();
  const chargeId = await owes(member, 2026);
  const finance = await staffWith('finance');
  const money = { chargeId, amountFen: 700_000, paidOn: '2026-11-20', payer: member.name, serial: 'S1', note: '', key: 'k' };
  await recordUnfiledPayment(finance, money);
  const filing = await files(member, 2026, { amount: '10000' });
  expect(filing.state).toBe('pending');
  const [{ id: paymentId = '' } = {}] = filing.payments;
  const { refundId } = await requestRefund(finance, refundOf(paymentId, 300_000));
  await payRefund(finance, { refundId, paidOn: await today(), serial: 'RF0003' });
  await confirmFiling(finance, filing.id);
  const payments = await db().payment.findMany({ where: { companyId: member.companyId }, orderBy: { createdAt: 'asc' } });
  expect(payments.map(({ amountFen }) => amountFen)).toEqual([700_000, -300_000, 300_000]);
});

describe('少交', () => {
  it('can be asked for by SMS, once a day, which the history tells', async () => {
    const { member, chargeId, finance } = await paid('2990');
    expect(await askForRest(finance, chargeId)).toEqual({ isNew: true, missingFen: 1_000 });
    expect(await askForRest(finance, chargeId)).toEqual({ isNew: false, missingFen: 1_000 });
    const asked = (await getChargePage(finance, chargeId)).steps.filter(({ text }) => text === '短信通知补交');
    expect(asked).toEqual([expect.objectContaining({ detail: `少交 ¥10.00 · ${finance.name}` })]);
    const sent = await db().message.findMany({ where: { phone: member.phone, template: 'duesShort' } });
    expect(sent.map(({ parameters }) => parameters)).toEqual([{ company: member.name, year: '2026', amount: '10.00' }]);
  });

  it('can be waived with a reason: the year is paid then, and the reason stays', async () => {
    const { member, chargeId, finance } = await paid('2990');
    await waiveDues(finance, { chargeId, reason: '银行手续费' });
    expect(await rowOf(member)).toEqual(['paid', 'confirmed', 0]);
    expect(await getChargePage(finance, chargeId)).toMatchObject({ state: 'waived', reason: '银行手续费' });
  });
});

describe('a confirmed filing says what is true now', () => {
  const toldOf = async ({ member, finance, filingId }: Awaited<ReturnType<typeof paid>>) => {
    const [row] = (await getDuesYear(member.liaison, member.companyId, 2026)).filings.filter(({ id }) => id === filingId);
    const { differenceFen } = await getFiling(finance, filingId);
    return { openFen: row?.openFen, differenceFen, forRefund: row?.forRefund, refunded: row?.refunded };
  };
  const settled = { openFen: 0, differenceFen: 0, forRefund: false, refunded: false };

  it('is short only as long as something is open, whoever pays the rest', async () => {
    const first = await paid('1000');
    expect(await toldOf(first)).toEqual({ ...settled, openFen: 200_000, differenceFen: -200_000 });
    const rest = await files(first.member, 2026, { amount: '2000' });
    expect(await getFiling(first.finance, rest.id)).toMatchObject({ openFen: 200_000, differenceFen: 0 });
    await confirmFiling(first.finance, rest.id);
    expect(await toldOf(first)).toEqual(settled);
  });

  it('is short of nothing once the rest is waived', async () => {
    const short = await paid('2990');
    await waiveDues(short.finance, { chargeId: short.chargeId, reason: '银行手续费' });
    expect(await toldOf(short)).toEqual(settled);
  });

  it('has something over until that is applied or goes back', async () => {
    const over = await paid('3500');
    expect(await toldOf(over)).toEqual({ ...settled, differenceFen: 50_000 });
    await applyOverpayment(over.finance, { paymentId: over.paymentId, chargeId: await owes(over.member, 2027) });
    expect(await toldOf(over)).toEqual(settled);
  });

  it('is to refund until its money has gone back', async () => {
    const whole = await paid('3000');
    await cancelDues(whole.finance, { chargeId: whole.chargeId, reason: '重复收取' });
    expect(await toldOf(whole)).toEqual({ ...settled, forRefund: true });
    const { refundId } = await requestRefund(whole.finance, refundOf(whole.paymentId, 300_000, whole.chargeId));
    await payRefund(whole.finance, { refundId, paidOn: await today(), serial: 'RF0007' });
    expect(await toldOf(whole)).toEqual({ ...settled, refunded: true });
  });
});

describe('免交 and 取消应交', () => {
  it('waives what is open, and takes it back', async () => {
    const member = await aPlainMember();
    const chargeId = await owes(member, 2026);
    const finance = await staffWith('finance');
    await expect(waiveDues(finance, { chargeId, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    await waiveDues(finance, { chargeId, reason: '困难企业' });
    expect(await rowOf(member)).toEqual(['waived', 'none', 0]);
    await reopenDues(finance, { chargeId, reason: '登记有误' });
    expect(await rowOf(member)).toEqual(['unpaid', 'none', 300_000]);
    expect(await auditOf('charge', chargeId)).toEqual(['charge.waive', 'charge.reopen']);
    expect(await db().chargeEvent.count({ where: { chargeId } })).toBe(2);
  });

  it('waits until what was filed is answered', async () => {
    const member = await aPlainMember();
    const chargeId = await owes(member, 2026);
    const finance = await staffWith('finance');
    await files(member, 2026);
    await expect(waiveDues(finance, { chargeId, reason: '困难企业' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(cancelDues(finance, { chargeId, reason: '不应收取' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('of a paid year is 取消: its money becomes 待退费, then 已退费', async () => {
    const { member, chargeId, finance, paymentId } = await paid('3000');
    await expect(waiveDues(finance, { chargeId, reason: '困难企业' })).rejects.toMatchObject({ code: 'invalid' });
    await expect(requestRefund(finance, refundOf(paymentId, 300_000, chargeId))).rejects.toMatchObject({ code: 'invalid' });
    await cancelDues(finance, { chargeId, reason: '重复收取' });
    expect(await rowOf(member)).toEqual(['toRefund', 'confirmed', 0]);
    const { refundId } = await requestRefund(finance, refundOf(paymentId, 300_000, chargeId));
    await payRefund(finance, { refundId, paidOn: await today(), serial: 'RF0002' });
    expect(await rowOf(member)).toEqual(['refunded', 'confirmed', 0]);
  });

  it("is finance's to decide", async () => {
    const chargeId = await owes(await aPlainMember(), 2026);
    await expect(waiveDues(await staffWith('overseer'), { chargeId, reason: '困难' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(cancelDues(await staffWith('reviewer'), { chargeId, reason: '困难' })).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('免交 and 取消应交 above the sum of the settings', () => {
  /** What a member owes for this year, which one of finance wants to let go. */
  async function proposed(decide: typeof waiveDues) {
    await changeSetting(await staffWith('admin'), 'secondPerson', { aloneUpTo: 2999 });
    const member = await aPlainMember();
    const chargeId = await owes(member, 2026);
    const finance = await staffWith('finance');
    expect(await decide(finance, { chargeId, reason: '困难企业' })).toEqual({ proposed: true });
    return { member, chargeId, finance };
  }

  it('is owed as before until a second person agrees, of finance or the overseer, and never the one who wants it', async () => {
    const { member, chargeId, finance } = await proposed(waiveDues);
    expect(await rowOf(member)).toEqual(['unpaid', 'none', 300_000]);
    expect(await listCharges(finance, { status: 'proposed', year: null, search: member.uscc, page: 1 })).toMatchObject({
      rows: [
        { id: chargeId, openFen: 300_000, proposal: { decision: 'waive', reason: '困难企业', by: finance.name, at: expect.any(Date) } },
      ],
    });
    const { proposal } = await getChargePage(finance, chargeId);
    expect(proposal).toMatchObject({ decision: 'waive', reason: '困难企业', by: finance.name, isOwn: true, mayAgree: false });
    await expect(agreeToDecision(finance, chargeId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(agreeToDecision(await staffWith('reviewer'), chargeId)).rejects.toMatchObject({ code: 'notFound' });
    const overseer = await staffWith('overseer');
    await expect(agreeToDecision({ ...overseer, freshFactor: false }, chargeId)).rejects.toMatchObject({ code: 'stepUp' });
    const both = [agreeToDecision(overseer, chargeId), agreeToDecision(await staffWith('finance'), chargeId)];
    expect((await Promise.allSettled(both)).map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await rowOf(member)).toEqual(['waived', 'none', 0]);
    expect(await getChargePage(finance, chargeId)).toMatchObject({ state: 'waived', reason: '困难企业', proposal: null });
    expect(await auditOf('charge', chargeId)).toEqual(['charge.proposeWaive', 'charge.waive']);
  });

  it('is asked for once at a time, and can be refused or taken back with a reason', async () => {
    const { chargeId, finance } = await proposed(cancelDues);
    for (const decide of [waiveDues, cancelDues])
      await expect(decide(finance, { chargeId, reason: '困难企业' })).rejects.toMatchObject({ code: 'invalid' });
    const overseer = await staffWith('overseer');
    await expect(refuseDecision(overseer, { chargeId, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    await refuseDecision(overseer, { chargeId, reason: '应当收取' });
    await expect(agreeToDecision(overseer, chargeId)).rejects.toMatchObject({ code: 'alreadyDecided' });
    await waiveDues(finance, { chargeId, reason: '困难企业' });
    await refuseDecision(finance, { chargeId, reason: '已经到账' });
    await expect(refuseDecision(finance, { chargeId, reason: '已经到账' })).rejects.toMatchObject({ code: 'alreadyDecided' });
    const { steps, state } = await getChargePage(finance, chargeId);
    expect(state).toBe('open');
    expect(steps.map(({ text }) => text).slice(1)).toEqual(['申请取消应交', '不同意申请', '申请免交', '撤回申请']);
  });

  it('is at an end when the year is paid in full, and waits while a filing waits', async () => {
    const { member, chargeId, finance } = await proposed(waiveDues);
    const filing = await files(member, 2026);
    const overseer = await staffWith('overseer');
    await expect(agreeToDecision(overseer, chargeId)).rejects.toMatchObject({ details: { text: expect.stringContaining('待确认') } });
    await confirmFiling(finance, filing.id);
    await expect(agreeToDecision(overseer, chargeId)).rejects.toMatchObject({ code: 'alreadyDecided' });
    expect(await rowOf(member)).toEqual(['paid', 'confirmed', 0]);
    const { proposal, steps } = await getChargePage(finance, chargeId);
    expect(proposal).toBeNull();
    expect(steps.map(({ text }) => text)).toContain('全额到账，申请失效');
  });

  it('tells the member of what was decided, not of what was only wanted', async () => {
    const { member, chargeId } = await proposed(waiveDues);
    const told = async () => (await getDuesYear(member.liaison, member.companyId, 2026)).steps.map(({ text }) => text).slice(1);
    expect(await told()).toEqual([]);
    await agreeToDecision(await staffWith('overseer'), chargeId);
    expect(await told()).toEqual(['免交']);
  });

  it('counts what is let go, not what was owed: a small rest is for one to decide, and so is a paid year, whose money takes two to go back', async () => {
    await changeSetting(await staffWith('admin'), 'secondPerson', { aloneUpTo: 10 });
    const short = await paid('2990');
    expect(await waiveDues(short.finance, { chargeId: short.chargeId, reason: '银行手续费' })).toEqual({ proposed: false });
    const full = await paid('3000');
    expect(await cancelDues(full.finance, { chargeId: full.chargeId, reason: '重复收取' })).toEqual({ proposed: false });
  });

  it('is gone with the charge: an application that ends leaves nothing to agree to', async () => {
    await changeSetting(await staffWith('admin'), 'secondPerson', { aloneUpTo: 0 });
    const { applicant, applicationId } = await anApplication('submitted');
    const finance = await staffWith('finance');
    await returnFiling(finance, { filingId: (await filingOf(applicationId)).id, reason: '查无此款' });
    const { id: chargeId } = await db().charge.findFirstOrThrow({ where: { applicationId } });
    await waiveDues(finance, { chargeId, reason: '困难企业' });
    await withdrawApplication(applicant, applicationId);
    expect(await db().charge.findUnique({ where: { id: chargeId } })).toMatchObject({ state: 'cancelled', proposed: null });
    await expect(agreeToDecision(await staffWith('overseer'), chargeId)).rejects.toMatchObject({ code: 'alreadyDecided' });
  });
});

describe('a refund above the sum of the settings', () => {
  it('waits for a second person, of finance or the overseer, and is paid once', async () => {
    await changeSetting(await staffWith('admin'), 'secondPerson', { aloneUpTo: 100 });
    const { finance, paymentId } = await paid('3500');
    const { refundId } = await requestRefund(finance, refundOf(paymentId, 50_000));
    await expect(payRefund(finance, { refundId, paidOn: await today(), serial: 'RF0003' })).rejects.toMatchObject({
      code: 'alreadyDecided',
    });
    await expect(approveRefund(finance, refundId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(approveRefund(await staffWith('reviewer'), refundId)).rejects.toMatchObject({ code: 'notFound' });
    await approveRefund(await staffWith('overseer'), refundId);
    const paidOn = await today();
    const results = await Promise.allSettled([1, 2].map(() => payRefund(finance, { refundId, paidOn, serial: 'RF0003' })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db().payment.count({ where: { refundOfId: paymentId } })).toBe(1);
  });

  it('that is refused leaves the money where it is, free for another', async () => {
    await changeSetting(await staffWith('admin'), 'secondPerson', { aloneUpTo: 100 });
    const { finance, paymentId } = await paid('3500');
    const { refundId } = await requestRefund(finance, refundOf(paymentId, 50_000));
    await refuseRefund(await staffWith('overseer'), { refundId, reason: '留待下一年度' });
    await expect(approveRefund(await staffWith('overseer'), refundId)).rejects.toMatchObject({ code: 'alreadyDecided' });
    await requestRefund(finance, refundOf(paymentId, 50_000, null, 'k2'));
  });

  it('is taken back by the one who asked for it, and said so: nobody else is told to have refused it', async () => {
    await changeSetting(await staffWith('admin'), 'secondPerson', { aloneUpTo: 100 });
    const { finance, paymentId, chargeId } = await paid('3500');
    const { refundId } = await requestRefund(finance, refundOf(paymentId, 50_000));
    const isOwn = async (actor: typeof finance) =>
      (await listRefunds(actor, { state: 'requested', page: 1 })).rows.find(({ id }) => id === refundId)?.isOwn;
    expect([await isOwn(finance), await isOwn(await staffWith('finance'))]).toEqual([true, false]);
    await refuseRefund(finance, { refundId, reason: '留待下一年度' });
    expect((await getChargePage(finance, chargeId)).steps.at(-1)).toMatchObject({ text: '撤回退费 ¥500.00' });
    expect(await auditOf('refund', refundId)).toEqual(['refund.request', 'refund.withdraw']);
  });

  it('asks for a fresh second factor, to ask for it as well as to agree', async () => {
    const { finance, paymentId } = await paid('3500');
    await expect(requestRefund({ ...finance, freshFactor: false }, refundOf(paymentId, 100))).rejects.toMatchObject({ code: 'stepUp' });
  });
});
