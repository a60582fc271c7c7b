import { addDays, dayInShanghai } from '../../lib/days';
import { db } from '../../lib/db';
import { getMemberDues } from '../../lib/dues/member-dues';
import { getDue } from '../../lib/receipts/get-due';
import { listDue } from '../../lib/receipts/list-due';
import { recordReceipt } from '../../lib/receipts/record-receipt';
import { readFile } from '../../lib/uploads/read-file';
import { loadCalendar, workingDaysAfter } from '../../lib/working-days';
import { rawPdf } from '../support/corpus';
import { withDatabase } from '../support/database';
import { aPlainMember, files, owes } from '../support/debtors';
import { staffWith } from '../support/people';
import { aPaidMember, aReceipt, dueOf, receiptForm, uploadsPdf } from '../support/receipts';
import { auditOf } from '../support/trail';

withDatabase();

const messagesOf = (receiptId: string) =>
  db().message.findMany({ where: { dedupeKey: { startsWith: `receiptIssued:${receiptId}` } }, orderBy: { channel: 'asc' } });

describe('the queue of receipts to be issued', () => {
  it('has what is paid and has no receipt, by the deadline of seven working days after the filing', async () => {
    const finance = await staffWith('finance');
    const early = await aPaidMember(finance);
    const late = await aPaidMember(finance);
    const filed = new Date('2026-02-10T03:00:00Z');
    await db().filing.update({ where: { id: early.filingId }, data: { filedAt: filed } });
    const { rows, all, late: overdue } = await listDue(finance, { search: '', page: 1 });
    const own = rows.filter(({ companyId }) => [early.companyId, late.companyId].includes(companyId ?? ''));
    expect(own.map(({ companyId }) => companyId)).toEqual([early.companyId, late.companyId]);
    expect(own[0]).toMatchObject({
      dueOn: '2026-02-26',
      urgency: 'past',
      item: '2026 年度会费',
      titleName: early.name,
      amountFen: 300_000,
    });
    const today = dayInShanghai(new Date());
    expect(own[1]?.dueOn).toBe(workingDaysAfter(await loadCalendar(), today, 7));
    expect([all >= 2, overdue >= 1]).toEqual([true, true]);
    expect(await listDue(finance, { search: late.uscc, page: 1 })).toMatchObject({ total: 1, rows: [{ companyId: late.companyId }] });
  });

  it('has nothing that is not confirmed, paid short, or not said for whom', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    await files(member, 2026);
    expect(await dueOf(member)).toEqual([]);
  });

  it('is one line for several years of a transfer, in the words of 项目', async () => {
    const finance = await staffWith('finance');
    const member = await aPaidMember(finance, [2025, 2026]);
    expect(await getDue(finance, member.chargeIds[1] ?? '')).toMatchObject({
      ...{ years: [2025, 2026], amountFen: 600_000, item: '2025、2026 年度会费', email: 'zhang@qq.com', mayRecord: true },
      parts: [{ amountFen: 300_000 }, { amountFen: 300_000 }],
    });
  });
});

describe('a recorded receipt', () => {
  it('stands on the member’s year with its PDF, leaves the queue, and is told by SMS and e-mail, neither with a file', async () => {
    const finance = await staffWith('finance');
    const { member, receiptId } = await aReceipt(finance, [2025, 2026]);
    expect(await dueOf(member)).toEqual([]);
    const { rows } = await getMemberDues(member.liaison, member.companyId);
    expect(rows).toMatchObject([{ receipted: true }, { receipted: true }]);
    const fileId = rows[0]?.receipt?.fileId ?? '';
    expect((await readFile(member.liaison, fileId)).body).toEqual(rawPdf());
    await expect(readFile((await aPlainMember()).liaison, fileId)).rejects.toMatchObject({ code: 'notFound' });
    expect(await messagesOf(receiptId)).toMatchObject([
      { channel: 'sms', phone: member.phone, parameters: { year: '2025、2026' } },
      { channel: 'email', email: 'zhang@qq.com', template: 'receiptIssued' },
    ]);
    expect(await auditOf('receipt', receiptId)).toEqual(['receipt.issue']);
  });

  it('of one of two years leaves the other in the queue', async () => {
    const finance = await staffWith('finance');
    const member = await aPaidMember(finance, [2025, 2026]);
    const fileId = await uploadsPdf(finance, member);
    const [first = '', second = ''] = member.chargeIds;
    await recordReceipt(finance, { ...(await receiptForm({ ...member, chargeIds: [first] })), fileId });
    expect(await dueOf(member)).toMatchObject([{ chargeIds: [second], amountFen: 300_000 }]);
  });

  it('is refused with another amount, a used number, a day to come, no PDF, somebody else’s PDF; nothing is written', async () => {
    const finance = await staffWith('finance');
    const { receipt } = await aReceipt(finance);
    const member = await aPaidMember(finance);
    const other = await aPaidMember(finance);
    const fileId = await uploadsPdf(finance, member);
    const form = { ...(await receiptForm(member)), fileId };
    const refused = (change: Partial<typeof form> & { fileId?: string | null }) => recordReceipt(finance, { ...form, ...change });
    const errors = (field: string) => ({ code: 'invalid', details: { fieldErrors: { [field]: expect.any(String) } } });
    await expect(refused({ amountFen: 299_999 })).rejects.toMatchObject(errors('amount'));
    await expect(refused({ code: receipt.code, number: receipt.number })).rejects.toMatchObject(errors('number'));
    await expect(refused({ issuedOn: addDays(form.issuedOn, 1) })).rejects.toMatchObject(errors('issuedOn'));
    await expect(refused({ fileId: null as never })).rejects.toMatchObject(errors('fileId'));
    await expect(refused({ fileId: await uploadsPdf(finance, other) })).rejects.toMatchObject(errors('fileId'));
    await expect(refused({ chargeIds: [...member.chargeIds, ...other.chargeIds] })).rejects.toMatchObject({ code: 'invalid' });
    expect(await dueOf(member)).toHaveLength(1);
    expect(await db().message.count({ where: { phone: member.phone } })).toBe(0);
    await refused({});
    expect(await dueOf(member)).toEqual([]);
  });

  it('takes a PDF of finance only, and no picture', async () => {
    const finance = await staffWith('finance');
    const member = await aPaidMember(finance);
    await expect(uploadsPdf(member.liaison, member)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(uploadsPdf(await staffWith('overseer'), member)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(uploadsPdf(finance, member, Buffer.from('PK\u0003\u0004zip'))).rejects.toMatchObject({ code: 'upload' });
  });

  it('is one when two people record the same charge at the same moment, and when one clicks twice', async () => {
    const [one, other] = [await staffWith('finance'), await staffWith('finance')];
    const member = await aPaidMember(one);
    const form = { ...(await receiptForm(member)), fileId: await uploadsPdf(one, member) };
    const results = await Promise.allSettled([
      recordReceipt(one, form),
      recordReceipt(one, form),
      recordReceipt(other, { ...form, ...(await receiptForm(member)) }),
    ]);
    const done = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value.receiptId] : []));
    expect(new Set(done).size).toBe(1);
    expect(results.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(1);
    expect(await db().receiptCharge.count({ where: { chargeId: member.chargeIds[0] } })).toBe(1);
  });

  it('is recorded by finance, looked at by the overseer too, and by nobody else', async () => {
    const finance = await staffWith('finance');
    const overseer = await staffWith('overseer');
    const member = await aPaidMember(finance);
    const form = { ...(await receiptForm(member)), fileId: await uploadsPdf(finance, member) };
    await expect(recordReceipt(overseer, form)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(recordReceipt(member.liaison, form)).rejects.toMatchObject({ code: 'notFound' });
    await expect(listDue(await staffWith('reviewer'), { search: '', page: 1 })).rejects.toMatchObject({ code: 'notFound' });
    expect(await getDue(overseer, member.chargeIds[0] ?? '')).toMatchObject({ mayRecord: false });
  });
});
