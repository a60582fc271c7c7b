import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { fileMemberDues } from '../../lib/dues/file-member-dues';
import { findFilingForm } from '../../lib/dues/filing-form';
import { autosaveFiling } from '../../lib/dues/keep-filing-draft';
import { lockCharges } from '../../lib/dues/lock-charges';
import { getDuesYear, getMemberDues } from '../../lib/dues/member-dues';
import { getFiling } from '../../lib/dues/queries';
import { recordUnfiledPayment, settleUnfiled } from '../../lib/dues/record-unfiled';
import { returnFiling } from '../../lib/dues/return-filing';
import { removeFile } from '../../lib/uploads/remove-file';
import { storeUpload } from '../../lib/uploads/store-upload';
import { smallPicture } from '../support/applications';
import { untilSomebodyWaits, withDatabase } from '../support/database';
import { aPlainMember, files, filingValues, latestFiling, owes } from '../support/debtors';
import { anApplicant, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

const rowsOf = async ({ liaison, companyId }: Awaited<ReturnType<typeof aPlainMember>>) =>
  (await getMemberDues(liaison, companyId)).rows.map(({ year, status, business, openFen }) => [year, status, business, openFen]);

const voucher = async (companyId: string, duesYear: number) =>
  ({ companyId, duesYear, kind: 'transferVoucher', name: '回单.jpg', type: 'image/jpeg' }) as const;

describe('a member that files its dues', () => {
  it('sees the year as 待确认, and as 已交费 once finance has confirmed', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    expect(await rowsOf(member)).toEqual([[2026, 'unpaid', 'none', 300_000]]);
    const filing = await files(member, 2026);
    expect(await rowsOf(member)).toEqual([[2026, 'unpaid', 'pending', 300_000]]);
    await confirmFiling(await staffWith('finance'), filing.id);
    expect(await rowsOf(member)).toEqual([[2026, 'paid', 'confirmed', 0]]);
    expect(await auditOf('filing', filing.id)).toEqual(['filing.file', 'filing.confirm']);
    const { steps } = await getDuesYear(member.liaison, member.companyId, 2026);
    expect(steps.map(({ text }) => text)).toEqual(['产生 2026 年度会费 ¥3,000.00', '填写汇款信息', '确认到账']);
  });

  it('can pay several open years in one transfer, the oldest first', async () => {
    const member = await aPlainMember();
    for (const year of [2024, 2025, 2026]) await owes(member, year);
    const filing = await files(member, 2026, { otherYears: ['2024', '2025'], amount: '8000' });
    expect(filing.charges).toHaveLength(3);
    await confirmFiling(await staffWith('finance'), filing.id);
    expect(await rowsOf(member)).toEqual([
      [2026, 'unpaid', 'confirmed', 100_000],
      [2025, 'paid', 'confirmed', 0],
      [2024, 'paid', 'confirmed', 0],
    ]);
  });

  it('names a year once that has a 补差 as well, with both rows', async () => {
    const member = await aPlainMember();
    for (const year of [2026, 2025]) await owes(member, year);
    const { companyId } = member;
    const { dueOn } = await db().charge.findFirstOrThrow({ where: { companyId, year: 2026 } });
    await db().charge.create({ data: { companyId, year: 2026, kind: 'topUp', level: 'councilMember', amountFen: 700_000, dueOn } });
    const filing = await files(member, 2026, { otherYears: ['2025'], amount: '13000' });
    expect(filing.charges).toHaveLength(3);
    expect(await getFiling(await staffWith('finance'), filing.id)).toMatchObject({
      years: [2025, 2026],
      charges: [
        { year: 2025, kind: 'standard', amountFen: 300_000 },
        { year: 2026, kind: 'standard', amountFen: 300_000 },
        { year: 2026, kind: 'topUp', amountFen: 700_000 },
      ],
      openFen: 1_300_000,
    });
  });

  it('can file again what was paid short', async () => {
    const member = await aPlainMember();
    const finance = await staffWith('finance');
    await owes(member, 2026);
    await confirmFiling(finance, (await files(member, 2026, { amount: '2990' })).id);
    expect(await rowsOf(member)).toEqual([[2026, 'unpaid', 'confirmed', 1000]]);
    expect(await findFilingForm(member.liaison, member.companyId, 2026)).toMatchObject({
      own: { openFen: 1000 },
      suggested: { amount: '10.00' },
    });
    const rest = await files(member, 2026, { amount: '10' });
    expect(await rowsOf(member)).toEqual([[2026, 'unpaid', 'pending', 1000]]);
    await confirmFiling(finance, rest.id);
    expect(await rowsOf(member)).toEqual([[2026, 'paid', 'confirmed', 0]]);
  });

  it('never changes its level by choosing another one, and finance is told', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const filing = await files(member, 2026, { level: 'councilMember', amount: '10000' });
    expect(filing.level).toBe('councilMember');
    expect(await db().memberLevel.findMany({ where: { memberId: member.memberId } })).toEqual([
      expect.objectContaining({ level: 'ordinaryMember', to: null }),
    ]);
    expect(await db().charge.findMany({ where: { companyId: member.companyId } })).toEqual([
      expect.objectContaining({ level: 'ordinaryMember', amountFen: 300_000 }),
    ]);
  });

  it('changes the title of the receipt only, not the company', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    await files(member, 2026, { titleName: '河北承远集团有限公司' });
    expect(await db().company.findUniqueOrThrow({ where: { id: member.companyId } })).toMatchObject({ name: member.name });
  });

  it.each([
    ['a company as 交费人', { person: '河北承远建设有限公司' }, 'person'],
    ['a day in the future', { paidOn: '2099-01-01' }, 'paidOn'],
    ['no voucher and no serial number', { serial: '' }, 'serial'],
    ['no level', { level: '' }, 'level'],
    ['no amount', { amount: '0' }, 'amount'],
  ])('is told at the field, and what was typed is kept: %s', async (_, change, field) => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const { companyId } = member;
    const answer = await fileMemberDues(member.liaison, {
      companyId,
      year: 2026,
      values: await filingValues(member, { note: '备注', ...change }),
    });
    expect(Object.keys(answer.fieldErrors)).toEqual([field]);
    expect(answer.values).toMatchObject({ note: '备注' });
    expect(await db().filing.count({ where: { companyId } })).toBe(0);
    expect((await findFilingForm(member.liaison, companyId, 2026))?.stored).toMatchObject({ note: '备注' });
  });

  it('is asked once about a serial number that was used before, and may insist', async () => {
    const member = await aPlainMember();
    const other = await aPlainMember();
    await owes(member, 2026);
    await owes(other, 2026);
    await files(other, 2026, { serial: 'SAME0001' });
    const { companyId } = member;
    const asked = async (serial: string) => {
      const values = await filingValues(member, { serial });
      return Object.keys((await fileMemberDues(member.liaison, { companyId, year: 2026, values })).fieldErrors);
    };
    expect(await asked('same0001')).toEqual(['serialConfirmed']);
    // Nor may it be on money of another company that nobody has filed.
    const money = { amountFen: 300_000, paidOn: '2026-11-20', payer: other.name, serial: 'BK00000001', note: '', key: 'k' };
    await recordUnfiledPayment(await staffWith('finance'), { chargeId: await owes(other, 2027), ...money });
    expect(await asked('bk00000001')).toEqual(['serialConfirmed']);
    await files(member, 2026, { serial: 'SAME0001', serialConfirmed: 'true' });
    expect(await rowsOf(member)).toEqual([[2026, 'unpaid', 'pending', 300_000]]);
  });

  it('files once: of two at the same moment the other is told that it is filed', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const values = await filingValues(member);
    const { companyId } = member;
    const results = await Promise.allSettled([1, 2].map(() => fileMemberDues(member.liaison, { companyId, year: 2026, values })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(results.flatMap((result) => (result.status === 'rejected' ? [result.reason.code] : []))).toEqual(['notEditable']);
    expect(await db().filing.count({ where: { companyId } })).toBe(1);
  });

  it('is nobody else to file for', async () => {
    const member = await aPlainMember();
    const stranger = await aPlainMember();
    await owes(member, 2026);
    const form = { companyId: member.companyId, year: 2026, values: await filingValues(member) };
    await expect(fileMemberDues(stranger.liaison, form)).rejects.toMatchObject({ code: 'notFound' });
    await expect(fileMemberDues(await anApplicant(), form)).rejects.toMatchObject({ code: 'notFound' });
    await expect(fileMemberDues(await staffWith('finance'), form)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(getMemberDues(stranger.liaison, member.companyId)).rejects.toMatchObject({ code: 'notFound' });
    await expect(getDuesYear(stranger.liaison, member.companyId, 2026)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('a voucher', () => {
  it('goes with the filing, closes with it, and opens again when it is returned', async () => {
    const member = await aPlainMember();
    const { liaison, companyId } = member;
    await owes(member, 2026);
    const upload = await voucher(companyId, 2026);
    const { id } = await storeUpload(liaison, upload, await smallPicture());
    const filing = await files(member, 2026, { serial: '' });
    expect(filing.files.map((file) => [file.id, file.state])).toEqual([[id, 'attached']]);
    await expect(removeFile(liaison, id)).rejects.toMatchObject({ code: 'notEditable' });
    await expect(storeUpload(liaison, upload, await smallPicture())).rejects.toMatchObject({ code: 'notEditable' });

    await returnFiling(await staffWith('finance'), { filingId: filing.id, reason: '看不清' });
    const { id: second } = await storeUpload(liaison, upload, await smallPicture());
    await removeFile(liaison, id);
    expect((await findFilingForm(liaison, companyId, 2026))?.vouchers.map((file) => file.id)).toEqual([second]);
    const again = await files(member, 2026, { serial: '' });
    expect(again.id).toBe(filing.id);
    expect(again.files.filter(({ state }) => state === 'attached').map((file) => file.id)).toEqual([second]);
  });

  it('of another company cannot be added to', async () => {
    const member = await aPlainMember();
    const stranger = await aPlainMember();
    await owes(member, 2026);
    await expect(storeUpload(stranger.liaison, await voucher(member.companyId, 2026), await smallPicture())).rejects.toMatchObject({
      code: 'notFound',
    });
  });
});

describe('the form of a year', () => {
  it('starts from the company, its liaison and what was filed last, but never from another transfer', async () => {
    const member = await aPlainMember();
    const { liaison, companyId, name } = member;
    await owes(member, 2025);
    const first = await findFilingForm(liaison, companyId, 2025);
    expect(first).toMatchObject({
      fromYear: null,
      suggested: { titleName: name, person: '张建国', payer: name, level: 'ordinaryMember', amount: '3000.00' },
    });
    await confirmFiling(
      await staffWith('finance'),
      (await files(member, 2025, { person: '周敏', email: 'zhoumin@qq.com', payerBank: '工商银行' })).id,
    );
    await owes(member, 2026);
    const next = await findFilingForm(liaison, companyId, 2026);
    expect(next).toMatchObject({ fromYear: 2025, suggested: { person: '周敏', email: 'zhoumin@qq.com', payerBank: '工商银行' } });
    expect(next?.suggested).not.toHaveProperty('serial');
    expect(next?.suggested).not.toHaveProperty('paidOn');
    expect(await findFilingForm(liaison, companyId, 2025)).toBeNull();
  });

  it('keeps what is typed while it is typed, and is gone once it is filed', async () => {
    const member = await aPlainMember();
    const { liaison, companyId } = member;
    await owes(member, 2026);
    const opened = { bases: [{}], editor: 'e', sequence: 1, conflicts: [] };
    await autosaveFiling(liaison, { companyId, year: 2026, step: 'filing', values: { person: '周' }, opened });
    expect((await findFilingForm(liaison, companyId, 2026))?.stored).toMatchObject({ person: '周' });
    await files(member, 2026);
    expect(await db().filingDraft.count({ where: { companyId } })).toBe(0);
    await expect(autosaveFiling(liaison, { companyId, year: 2026, step: 'filing', values: {}, opened })).rejects.toMatchObject({
      code: 'notEditable',
    });
  });

  it('of a returned filing holds what was filed, and corrects the same row', async () => {
    const member = await aPlainMember();
    await owes(member, 2025);
    await owes(member, 2026);
    const filing = await files(member, 2026, { otherYears: ['2025'], amount: '6000', note: '两年一起' });
    await returnFiling(await staffWith('finance'), { filingId: filing.id, reason: '流水号查不到' });
    const form = await findFilingForm(member.liaison, member.companyId, 2026);
    expect(form).toMatchObject({
      returned: { reason: '流水号查不到' },
      suggested: { note: '两年一起', amount: '6000.00', otherYears: ['2025'] },
    });
    const again = await files(member, 2026, { amount: '3000' });
    expect({ id: again.id, state: again.state, charges: again.charges.length }).toEqual({ id: filing.id, state: 'pending', charges: 1 });
  });
});

describe('money that came before anybody told of it (到款未登记)', () => {
  const arrives = async (chargeId: string, amountFen: number, key = 'k') =>
    recordUnfiledPayment(await staffWith('finance'), {
      chargeId,
      amountFen,
      paidOn: '2026-11-20',
      payer: '河北承远',
      serial: `BANK${chargeId}-${key}`,
      note: '',
      key,
    });

  it('is 待补登记, the liaison is asked by SMS, and the filing takes it and is confirmed', async () => {
    const member = await aPlainMember();
    const chargeId = await owes(member, 2026);
    await arrives(chargeId, 300_000);
    expect(await rowsOf(member)).toEqual([[2026, 'unpaid', 'unfiled', 0]]);
    expect(await db().message.findMany({ where: { phone: member.phone } })).toEqual([
      expect.objectContaining({ template: 'paymentUnfiled' }),
    ]);
    expect(await findFilingForm(member.liaison, member.companyId, 2026)).toMatchObject({ arrivedFen: 300_000 });
    const filing = await files(member, 2026);
    expect(filing).toMatchObject({ state: 'confirmed', payments: [expect.objectContaining({ amountFen: 300_000, awaitsFiling: false })] });
    expect(await rowsOf(member)).toEqual([[2026, 'paid', 'confirmed', 0]]);
  });

  it('is never counted a second time when the filing tells of more: confirming adds the difference only', async () => {
    const member = await aPlainMember();
    await arrives(await owes(member, 2026), 200_000);
    const filing = await files(member, 2026, { amount: '3000' });
    expect(filing.state).toBe('pending');
    await confirmFiling(await staffWith('finance'), filing.id);
    const after = await latestFiling(member.companyId, 2026);
    expect(after.payments.map(({ amountFen }) => amountFen).toSorted()).toEqual([100_000, 200_000]);
    expect(await rowsOf(member)).toEqual([[2026, 'paid', 'confirmed', 0]]);
  });

  it('is found also by a filing that was sent while finance was recording it', async () => {
    const member = await aPlainMember();
    const chargeId = await owes(member, 2026);
    const money = { source: 'manual', chargeIds: [chargeId], amountFen: 300_000, paidOn: '2026-11-20', payer: '河北承远' } as const;
    const finance = await staffWith('finance');
    const filed = await db().$transaction(async (tx) => {
      await lockCharges(tx, [chargeId]);
      const filing = files(member, 2026); // somebody else, at the same moment
      await untilSomebodyWaits();
      await settleUnfiled(tx, finance, money);
      return { filing };
    });
    expect(await filed.filing).toMatchObject({ state: 'confirmed', payments: [expect.objectContaining({ awaitsFiling: false })] });
    expect(await rowsOf(member)).toEqual([[2026, 'paid', 'confirmed', 0]]);
  });

  it('is recorded once for a form that is sent twice, and not while a filing waits', async () => {
    const member = await aPlainMember();
    const chargeId = await owes(member, 2026);
    const finance = await staffWith('finance');
    const money = { chargeId, amountFen: 100_000, paidOn: '2026-11-20', payer: '河北承远', serial: 'BANK0002', note: '', key: 'same' };
    await Promise.all([1, 2].map(() => recordUnfiledPayment(finance, money)));
    expect(await db().payment.count({ where: { companyId: member.companyId } })).toBe(1);
    const other = await aPlainMember();
    const filed = await owes(other, 2026);
    await files(other, 2026);
    await expect(arrives(filed, 300_000)).rejects.toMatchObject({ code: 'invalid' });
  });
});
