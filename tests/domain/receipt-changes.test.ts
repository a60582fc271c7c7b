import { today } from '../../lib/clock';
import { db } from '../../lib/db';
import { cancelDues } from '../../lib/dues/decide-charge';
import { getDuesYear, getMemberDues } from '../../lib/dues/member-dues';
import { requestRefund, settleRefund } from '../../lib/dues/refund-dues';
import { answerRequest, declineRequest } from '../../lib/receipts/answer-request';
import { countReceiptWork, getReceipt, listOpenRequests, listReceipts } from '../../lib/receipts/queries';
import { recordReceipt } from '../../lib/receipts/record-receipt';
import { askForReissue, reportNotReceived } from '../../lib/receipts/request-receipt';
import { reverseReceipt } from '../../lib/receipts/reverse-receipt';
import { withDatabase } from '../support/database';
import { aPlainMember } from '../support/debtors';
import { staffWith } from '../support/people';
import { aReceipt, dueOf, newNumber, receiptForm, uploadsPdf } from '../support/receipts';
import { auditOf } from '../support/trail';

withDatabase();

const invalid = (field: string) => ({ code: 'invalid', details: { fieldErrors: { [field]: expect.any(String) } } });
const newTitle = { titleName: '河北新承远建设集团有限公司', titleUscc: '91110000600001760P', email: 'new@qq.com', reason: '单位已更名' };

async function reversal(receiptId: string, change: object = {}) {
  const { code, number } = newNumber();
  return { receiptId, redCode: code, redNumber: number, reversedOn: await today(), reason: '抬头有误', ...change };
}

describe('未收到', () => {
  it('is asked once, seen by finance, answered with the notice sent again to the mailbox that the member named', async () => {
    const finance = await staffWith('finance');
    const { member, receiptId } = await aReceipt(finance);
    const ask = { receiptId, email: 'other@qq.com', reason: '邮箱里没有' };
    await reportNotReceived(member.liaison, ask);
    await expect(reportNotReceived(member.liaison, ask)).rejects.toMatchObject({ code: 'invalid' });
    const request = (await listOpenRequests(finance)).find((each) => each.receiptId === receiptId);
    expect(request).toMatchObject({ kind: 'notReceived', companyName: member.name, years: [2026], email: 'other@qq.com' });
    const answer = { requestId: request?.id ?? '', answer: '已重新推送', again: true };
    await expect(answerRequest(await staffWith('overseer'), answer)).rejects.toMatchObject({ code: 'forbidden' });
    await answerRequest(finance, answer);
    await expect(answerRequest(finance, answer)).rejects.toMatchObject({ code: 'alreadyDecided' });
    const repeats = await db().message.findMany({ where: { dedupeKey: { startsWith: `receiptIssued:${receiptId}:${request?.id}` } } });
    expect(repeats.map(({ email, phone }) => email ?? phone).toSorted()).toEqual([member.phone, 'other@qq.com'].toSorted());
    const { receipts } = await getDuesYear(member.liaison, member.companyId, 2026);
    expect(receipts).toMatchObject([{ email: 'other@qq.com', requests: [{ state: 'answered', answer: '已重新推送' }] }]);
    await reportNotReceived(member.liaison, ask); // and once more, when it still has not come
  });

  it('is asked by the company’s own liaisons only', async () => {
    const { receiptId } = await aReceipt(await staffWith('finance'));
    const ask = { receiptId, email: 'a@qq.com', reason: '' };
    await expect(reportNotReceived((await aPlainMember()).liaison, ask)).rejects.toMatchObject({ code: 'notFound' });
    await expect(reportNotReceived(await staffWith('finance'), ask)).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('换开', () => {
  it('is another title with a reason; the old one is reversed, the new one recorded in its place, and the member sees that one first', async () => {
    const finance = await staffWith('finance');
    const { member, receiptId, receipt } = await aReceipt(finance);
    const same = { receiptId, ...newTitle, titleName: member.name, titleUscc: member.uscc };
    await expect(askForReissue(member.liaison, same)).rejects.toMatchObject(invalid('titleName'));
    await askForReissue(member.liaison, { receiptId, ...newTitle });
    await reverseReceipt(finance, await reversal(receiptId));
    expect(await dueOf(member)).toMatchObject([{ titleName: newTitle.titleName, email: 'new@qq.com', replacesNumber: receipt.number }]);
    expect((await getMemberDues(member.liaison, member.companyId)).rows).toMatchObject([
      { receipted: false, receipt: { state: 'reversed', fileId: null } },
    ]);
    const form = { ...(await receiptForm({ ...member, name: newTitle.titleName })), titleUscc: newTitle.titleUscc };
    await recordReceipt(finance, { ...form, fileId: await uploadsPdf(finance, member) });
    const { receipts, steps } = await getDuesYear(member.liaison, member.companyId, 2026);
    expect(receipts).toMatchObject([
      { state: 'issued', titleName: newTitle.titleName, replaces: receipt.number },
      { state: 'reversed', replacedBy: form.number, requests: [{ state: 'fulfilled' }], reversal: { reason: '抬头有误' } },
    ]);
    expect(steps.map(({ text }) => text)).toEqual(expect.arrayContaining([expect.stringContaining('已冲红'), '开具电子票据']));
    expect(await auditOf('receipt', receiptId)).toEqual(['receipt.issue', 'receipt.reverse']);
  });

  it('is declined with a reason, of which the liaison is told', async () => {
    const finance = await staffWith('finance');
    const { member, receiptId } = await aReceipt(finance);
    await askForReissue(member.liaison, { receiptId, ...newTitle });
    const request = (await listOpenRequests(finance)).find((each) => each.receiptId === receiptId);
    await expect(declineRequest(finance, { requestId: request?.id ?? '', answer: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    await declineRequest(finance, { requestId: request?.id ?? '', answer: '已跨年，不能换开' });
    expect(await db().message.count({ where: { dedupeKey: `receiptAnswered:${request?.id}`, phone: member.phone } })).toBe(1);
    expect((await getReceipt(finance, receiptId)).state).toBe('issued');
  });
});

describe('冲红', () => {
  it('is refused with a used number, its own number, a day before the receipt or to come, no reason, a second time', async () => {
    const finance = await staffWith('finance');
    const { receiptId, receipt } = await aReceipt(finance);
    const { receipt: other } = await aReceipt(finance);
    const refused = async (change: object) => reverseReceipt(finance, await reversal(receiptId, change));
    await expect(refused({ redCode: other.code, redNumber: other.number })).rejects.toMatchObject(invalid('redNumber'));
    await expect(refused({ redCode: receipt.code, redNumber: receipt.number })).rejects.toMatchObject(invalid('redNumber'));
    await expect(refused({ reversedOn: '2020-01-01' })).rejects.toMatchObject(invalid('reversedOn'));
    await expect(refused({ reversedOn: '2099-01-01' })).rejects.toMatchObject(invalid('reversedOn'));
    await expect(refused({ reason: ' ' })).rejects.toMatchObject(invalid('reason'));
    await refused({});
    await expect(refused({})).rejects.toMatchObject({ code: 'alreadyDecided' });
  });

  it('is done once by two people at the same moment, and its number can never be a receipt’s', async () => {
    const [one, two] = [await staffWith('finance'), await staffWith('finance')];
    const { member, receiptId } = await aReceipt(one);
    const first = await reversal(receiptId);
    const results = await Promise.allSettled([reverseReceipt(one, first), reverseReceipt(two, await reversal(receiptId))]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { redCode, redNumber } = await db().receipt.findUniqueOrThrow({ where: { id: receiptId } });
    const form = { ...(await receiptForm(member)), code: redCode ?? '', number: redNumber ?? '', fileId: await uploadsPdf(one, member) };
    await expect(recordReceipt(one, form)).rejects.toMatchObject(invalid('number'));
  });

  it('is due once dues that have a receipt are cancelled, and done with when it is reversed: nothing is to be issued anew', async () => {
    const finance = await staffWith('finance');
    const { member, receiptId } = await aReceipt(finance);
    const before = await countReceiptWork(finance);
    const [chargeId = ''] = member.chargeIds;
    await cancelDues(finance, { chargeId, reason: '重复收取' });
    expect(await countReceiptWork(finance)).toMatchObject({ toReverse: before.toReverse + 1 });
    const { paymentId } = await db().allocation.findFirstOrThrow({ where: { chargeId } });
    const { refundId } = await requestRefund(
      { ...finance, freshFactor: true },
      { paymentId, chargeId, amountFen: 300_000, reason: '退', key: 'k' },
    );
    await settleRefund(finance, { refundId, paidOn: await today(), serial: 'T1' });
    const { rows } = await listReceipts(finance, { tab: 'toReverse', search: member.uscc, page: 1 });
    expect(rows).toMatchObject([{ id: receiptId, refundedFen: 300_000 }]);
    await reverseReceipt(finance, await reversal(receiptId, { reason: '会费已退' }));
    expect(await countReceiptWork(finance)).toMatchObject({ toReverse: before.toReverse });
    expect(await dueOf(member)).toEqual([]);
  });
});
