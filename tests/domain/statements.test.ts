import type { FormValues } from '../../lib/actions/action-state';
import { db } from '../../lib/db';
import { confirmFiling } from '../../lib/dues/confirm-filing';
import { getMemberDues } from '../../lib/dues/member-dues';
import { confirmMapping } from '../../lib/statements/confirm-mapping';
import { discardStatement } from '../../lib/statements/discard-statement';
import { ignoreRow, ignoreRows, reopenRow } from '../../lib/statements/ignore-row';
import { changeLayout, forgetLayout, listLayouts } from '../../lib/statements/layouts';
import { listRows } from '../../lib/statements/list-rows';
import { noteRow } from '../../lib/statements/note-row';
import { findCandidates, getColumns, getStatement, listStatements } from '../../lib/statements/queries';
import { layoutFormSchema, mappingFormSchema } from '../../lib/statements/schema';
import { settleRow } from '../../lib/statements/settle-row';
import { settleSureRows } from '../../lib/statements/settle-sure-rows';
import { uploadStatement } from '../../lib/statements/upload-statement';
import { withDatabase } from '../support/database';
import { aPlainMember, files, owes, type PlainMember } from '../support/debtors';
import { staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

type Line = { day?: string; yuan?: string; payer: string; memo?: string; serial: string };

let headings = 0;
const newSerial = (() => {
  let serials = 0;
  return () => `BK${String(++serials).padStart(10, '0')}`;
})();

const csv = (lines: Line[], extra = '') =>
  Buffer.from(
    [
      `交易日期,贷方发生额,对方户名,附言,交易流水号${extra}`,
      ...lines.map(({ day = '2026-11-20', yuan = '3000.00', payer, memo = '', serial }) => [day, yuan, payer, memo, serial].join(',')),
    ].join('\n'),
  );
const newLayout = () => `,第${++headings}列`;
const columns = { paidOn: '0', credit: '1', amount: '', direction: '', payerName: '2', payerAccount: '', memo: ['3'], serial: '4' };
const bank = (lines: Line[], layout = newLayout()) => ({ name: '流水.csv', body: csv(lines, layout) });

/** A statement of these lines, read; with the ids of its rows. */
async function statementOf(lines: Line[]) {
  const finance = await staffWith('finance');
  const { id: statementId } = await uploadStatement(finance, bank(lines));
  await confirmMapping(finance, mappingFormSchema.parse({ statementId, ...columns }));
  const rows = await db().bankRow.findMany({ where: { statementId }, orderBy: { position: 'asc' } });
  return { finance, statementId, rowIds: rows.map(({ id }) => id) };
}

const openRows = async (finance: Awaited<ReturnType<typeof staffWith>>, statementId: string) =>
  listRows(finance, { statementId, state: 'open', page: 1 });
const rowOf = async ({ liaison, companyId }: PlainMember) => {
  const [row] = (await getMemberDues(liaison, companyId)).rows;
  return row && [row.status, row.business, row.openFen];
};
const stateOf = async (id = '') => (await db().bankRow.findUniqueOrThrow({ where: { id } })).state;
const sumOf = async (bankRowId = '') => (await db().payment.aggregate({ where: { bankRowId }, _sum: { amountFen: true } }))._sum.amountFen;

describe('a bank’s statement', () => {
  it('that brought no row can be given up: a wrong file, or one that came before; with rows it stays', async () => {
    const finance = await staffWith('finance');
    const unread = await uploadStatement(finance, bank([]));
    await discardStatement(finance, unread.id);
    expect(await auditOf('statement', unread.id)).toEqual(['statement.upload', 'statement.discard']);
    const layout = newLayout();
    const lines = [{ payer: '江苏前进', serial: newSerial() }];
    const { id: statementId } = await uploadStatement(finance, bank(lines, layout));
    await confirmMapping(finance, mappingFormSchema.parse({ statementId, ...columns }));
    await expect(discardStatement(finance, statementId)).rejects.toMatchObject({ code: 'alreadyDecided' });
    const again = await uploadStatement(finance, bank(lines, layout));
    await discardStatement(finance, again.id);
    expect((await db().bankStatement.findMany({ where: { id: { in: [unread.id, statementId, again.id] } } })).map(({ id }) => id)).toEqual([
      statementId,
    ]);
    await expect(discardStatement(finance, again.id)).rejects.toMatchObject({ code: 'notFound' });
    await expect(discardStatement(await staffWith('overseer'), statementId)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('of a new layout asks once which column is which; the next of the layout is read at once', async () => {
    const finance = await staffWith('finance');
    const layout = newLayout();
    const { id } = await uploadStatement(finance, bank([{ payer: '某公司', serial: newSerial() }], layout));
    const asked = await getStatement(finance, id);
    expect(asked).toMatchObject({ isRead: false, counts: {}, mayWork: true });
    expect(await getColumns(asked)).toMatchObject({ guess: { paidOn: 0, credit: 1, payerName: 2, memo: [3], serial: 4 } });
    const nothing = mappingFormSchema.parse({ statementId: id, ...columns, credit: '4' });
    await expect(confirmMapping(finance, nothing)).rejects.toMatchObject({ code: 'invalid' });
    await confirmMapping(finance, mappingFormSchema.parse({ statementId: id, ...columns }));
    const next = await uploadStatement(finance, bank([{ payer: '另一家公司', serial: newSerial() }], layout));
    expect(await getStatement(finance, next.id)).toMatchObject({ isRead: true, counts: { open: 1 } });
    expect((await listStatements(finance)).map((line) => line.id)).toEqual(expect.arrayContaining([id, next.id]));
  });

  it('of a layout whose columns were changed is read by the new ones, and of one that was forgotten asks again', async () => {
    const finance = await staffWith('finance');
    const ending = newLayout();
    const line = () => [{ payer: '某公司', memo: '某会员单位', serial: newSerial() }];
    const { id } = await uploadStatement(finance, bank(line(), ending));
    await confirmMapping(finance, mappingFormSchema.parse({ statementId: id, ...columns }));
    const [known] = await listLayouts(finance);
    if (!known) throw new Error('a layout');
    const { layout } = known;
    expect(known).toMatchObject({ statementId: id, count: 1 });
    const change = (more: object) => changeLayout(finance, layoutFormSchema.parse({ layout, ...columns, ...more }));
    await expect(change({ credit: '4' })).rejects.toMatchObject({ code: 'invalid' });
    await change({ payerName: '3', memo: ['2'] });
    expect(await getColumns(await getStatement(finance, id))).toMatchObject({ guess: { payerName: 3, memo: [2] } });
    const next = await uploadStatement(finance, bank(line(), ending));
    expect((await openRows(finance, next.id)).rows[0]).toMatchObject({ payerName: '某会员单位', memo: '某公司' });
    expect((await openRows(finance, id)).rows[0]).toMatchObject({ payerName: '某公司' });
    const overseer = await staffWith('overseer');
    await expect(forgetLayout(overseer, layout)).rejects.toMatchObject({ code: 'forbidden' });
    await forgetLayout(finance, layout);
    await expect(forgetLayout(finance, layout)).rejects.toMatchObject({ code: 'notFound' });
    await expect(change({})).rejects.toMatchObject({ code: 'notFound' });
    const last = await uploadStatement(finance, bank(line(), ending));
    expect(await getStatement(finance, last.id)).toMatchObject({ isRead: false });
    expect(await auditOf('statementLayout', layout)).toEqual(['layout.change', 'layout.forget']);
  });

  it('uploaded a second time adds nothing, and one that overlaps adds what is new', async () => {
    const finance = await staffWith('finance');
    const layout = newLayout();
    const lines = [1, 2, 3].map(() => ({ payer: '某公司', serial: newSerial() }));
    const { id: statementId } = await uploadStatement(finance, bank(lines, layout));
    await confirmMapping(finance, mappingFormSchema.parse({ statementId, ...columns }));
    const again = await uploadStatement(finance, bank(lines, layout));
    expect(await getStatement(finance, again.id)).toMatchObject({ counts: {}, known: 3 });
    const longer = await uploadStatement(finance, bank([...lines, { payer: '某公司', serial: newSerial() }], layout));
    expect(await getStatement(finance, longer.id)).toMatchObject({ counts: { open: 1 }, known: 3 });
  });

  it('by two people at once is kept once, and its columns are confirmed once', async () => {
    const finance = await staffWith('finance');
    const { id: statementId } = await uploadStatement(finance, bank([{ payer: '某公司', serial: newSerial() }]));
    const form = mappingFormSchema.parse({ statementId, ...columns });
    const results = await Promise.allSettled([confirmMapping(finance, form), confirmMapping(await staffWith('finance'), form)]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db().bankRow.count({ where: { statementId } })).toBe(1);
  });

  it("is finance's to work on and the overseer's to read", async () => {
    const { statementId, rowIds } = await statementOf([{ payer: '某公司', serial: newSerial() }]);
    const overseer = await staffWith('overseer');
    expect(await getStatement(overseer, statementId)).toMatchObject({ mayWork: false });
    await expect(uploadStatement(overseer, bank([]))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(noteRow(overseer, { rowId: rowIds[0] ?? '', note: '问一下' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listStatements(await staffWith('reviewer'))).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('a row for a filing', () => {
  it('is proposed with its reasons and confirms the filing, with the row on the payment', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const filing = await files(member, 2026);
    const { finance, statementId, rowIds } = await statementOf([{ payer: member.name, memo: member.uscc, serial: newSerial() }]);
    const [row] = (await openRows(finance, statementId)).rows;
    expect(row?.proposals[0]).toMatchObject({
      target: { filingId: filing.id },
      name: member.name,
      dueFen: 300_000,
      reasons: expect.arrayContaining(['附言中有信用代码', '付款户名与单位名称相同', '金额与填写的相同']),
    });
    await settleRow(finance, { rowId: rowIds[0] ?? '', target: { filingId: filing.id }, key: 'k' });
    expect(await rowOf(member)).toEqual(['paid', 'confirmed', 0]);
    expect(await db().payment.findMany({ where: { filingId: filing.id } })).toEqual([
      expect.objectContaining({ source: 'bank', bankRowId: rowIds[0], amountFen: 300_000, companyId: member.companyId }),
    ]);
    expect(await stateOf(rowIds[0])).toBe('settled');
    expect(await auditOf('bankRow', rowIds[0] ?? '')).toEqual(['bankRow.settle']);
  });

  it('by two people at once is settled once', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const filing = await files(member, 2026);
    const { rowIds } = await statementOf([{ payer: member.name, serial: newSerial() }]);
    const settle = async () => settleRow(await staffWith('finance'), { rowId: rowIds[0] ?? '', target: { filingId: filing.id }, key: 'k' });
    const results = await Promise.allSettled([settle(), settle()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(settle()).rejects.toMatchObject({ code: 'alreadyDecided' });
    expect(await sumOf(rowIds[0])).toBe(300_000);
  });

  it('while somebody confirms the filing by hand counts its money once', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const filing = await files(member, 2026);
    const { finance, rowIds } = await statementOf([{ payer: member.name, yuan: '1000.00', serial: newSerial() }]);
    await Promise.allSettled([
      settleRow(finance, { rowId: rowIds[0] ?? '', target: { filingId: filing.id }, key: 'k' }),
      confirmFiling(await staffWith('finance'), filing.id),
    ]);
    const { _sum } = await db().payment.aggregate({ where: { filingId: filing.id }, _sum: { amountFen: true } });
    expect(_sum.amountFen).toBe(300_000);
  });

  it('that has only a part of it leaves the filing waiting; the row that makes it whole confirms it', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const filing = await files(member, 2026);
    const half = () => ({ payer: member.name, yuan: '1500.00', serial: newSerial() });
    const { finance, rowIds } = await statementOf([half(), half()]);
    const settle = (rowId = '') => settleRow(finance, { rowId, target: { filingId: filing.id }, key: 'k' });
    await settle(rowIds[0]);
    expect(await db().filing.findUnique({ where: { id: filing.id } })).toMatchObject({ state: 'pending' });
    await settle(rowIds[1]);
    expect(await rowOf(member)).toEqual(['paid', 'confirmed', 0]);
    expect(await db().payment.count({ where: { filingId: filing.id } })).toBe(2);
  });

  it('that is short for good confirms it with what arrived: the rest stays open as 少交', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const filing = await files(member, 2026);
    const { finance, rowIds } = await statementOf([{ payer: member.name, yuan: '2990.00', serial: newSerial() }]);
    await settleRow(finance, { rowId: rowIds[0] ?? '', target: { filingId: filing.id }, onlyArrived: true, key: 'k' });
    expect(await db().filing.findUnique({ where: { id: filing.id } })).toMatchObject({ state: 'confirmed' });
    expect((await rowOf(member))?.[2]).toBe(1_000);
  });
});

describe('a row of money that was recorded by hand before', () => {
  /** A filing that finance has confirmed from the bank's own page, and another year that is open. */
  async function confirmed(change: FormValues = {}) {
    const member = await aPlainMember();
    await owes(member, 2026);
    const filing = await files(member, 2026, { paidOn: '2026-11-19', ...change });
    await confirmFiling(await staffWith('finance'), filing.id);
    const nextYear = await owes(member, 2027);
    return { member, filing, nextYear };
  }
  const paymentsOf = ({ companyId }: PlainMember) => db().payment.findMany({ where: { companyId } });

  it('is proposed as that, with reasons, before the years that are still open; and linked, which settles nothing again', async () => {
    const { member, filing } = await confirmed();
    const serial = filing.serial ?? '';
    const { finance, statementId, rowIds } = await statementOf([{ payer: member.name, memo: member.uscc, serial }]);
    const { rows, sure } = await openRows(finance, statementId);
    const [payment] = await paymentsOf(member);
    expect(rows[0]?.proposals).toMatchObject([
      {
        target: { paymentId: payment?.id },
        recordedOn: expect.any(String),
        dueFen: 300_000,
        reasons: ['流水号与登记的相同', '金额与登记的相同', '付款户名与登记的相同', '日期与登记的相差不超过 3 天'],
      },
      { target: { chargeIds: [expect.any(String)] }, recordedOn: null },
    ]);
    expect(sure.rowIds).toEqual(rowIds);
    const [result] = await settleSureRows(finance, { rowIds, key: 'k' });
    expect(result).toMatchObject({ name: member.name, isLinked: true });
    expect(await paymentsOf(member)).toEqual([
      expect.objectContaining({ id: payment?.id, source: 'manual', bankRowId: rowIds[0], leftFen: 0 }),
    ]);
    expect(await stateOf(rowIds[0])).toBe('settled');
    expect(await auditOf('payment', payment?.id ?? '')).toEqual(['payment.settle', 'payment.link']);
    expect(await rowOf(member)).toEqual(['unpaid', 'none', 300_000]);
  });

  it('is known by sum, payer and day also without the bank’s number, and not by less', async () => {
    const { member } = await confirmed();
    const { member: other } = await confirmed({ paidOn: '2026-11-01' });
    const { finance, statementId } = await statementOf([
      { payer: member.name, serial: newSerial() },
      { payer: member.name, yuan: '2999.00', serial: newSerial() },
      { payer: other.name, serial: newSerial() },
    ]);
    const { rows } = await openRows(finance, statementId);
    expect(rows.map(({ proposals }) => proposals.some(({ recordedOn }) => recordedOn))).toEqual([true, false, false]);
  });

  it('cannot be settled for other dues, unless somebody says that it is another', async () => {
    const { member, nextYear } = await confirmed();
    const { finance, rowIds } = await statementOf([{ payer: member.name, serial: newSerial() }]);
    const settling = { rowId: rowIds[0] ?? '', target: { chargeIds: [nextYear] }, key: 'k' };
    await expect(settleRow(finance, settling)).rejects.toMatchObject({
      details: { fieldErrors: { isAnother: expect.stringContaining(member.name) } },
    });
    expect(await paymentsOf(member)).toHaveLength(1);
    await settleRow(finance, { ...settling, isAnother: true });
    expect(await paymentsOf(member)).toHaveLength(2);
  });

  it('by two people at once is linked once, and never to two rows or for more than a row holds', async () => {
    const { member } = await confirmed();
    const [payment] = await paymentsOf(member);
    const lines = [
      { payer: member.name, serial: newSerial() },
      { payer: member.name, serial: newSerial(), yuan: '2000.00' },
    ];
    const { finance, rowIds } = await statementOf(lines);
    const link = async (rowId = '') => settleRow(await staffWith('finance'), { rowId, target: { paymentId: payment?.id ?? '' }, key: 'k' });
    await expect(link(rowIds[1])).rejects.toMatchObject({ code: 'invalid' });
    const results = await Promise.allSettled([link(rowIds[0]), link(rowIds[0])]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const again = await statementOf([{ payer: member.name, serial: newSerial() }]);
    await expect(link(again.rowIds[0])).rejects.toMatchObject({ code: 'alreadyDecided' });
    await expect(
      settleRow(await staffWith('overseer'), { rowId: rowIds[1] ?? '', target: { paymentId: '' }, key: 'k' }),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await stateOf(rowIds[1])).toBe('open');
    expect(finance).toBeDefined();
  });

  it('may be several payments of one row, each linked for its part', async () => {
    const [one, other] = [await confirmed(), await confirmed()];
    const { finance, rowIds } = await statementOf([{ payer: '某集团公司', yuan: '6000.00', serial: newSerial() }]);
    const rowId = rowIds[0] ?? '';
    for (const { member } of [one, other]) {
      expect(await stateOf(rowId)).toBe('open');
      const [payment] = await paymentsOf(member);
      await settleRow(finance, { rowId, target: { paymentId: payment?.id ?? '' }, key: member.companyId });
    }
    expect(await stateOf(rowId)).toBe('settled');
    expect((await findCandidates(finance, one.member.uscc)).filter(({ recorded }) => recorded)).toEqual([]);
  });

  it('that the bank has exported in another form is refused, too', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const later = await owes(member, 2027);
    const line = { payer: member.name, serial: newSerial() };
    const first = await statementOf([line]);
    await settleRow(first.finance, { rowId: first.rowIds[0] ?? '', target: { chargeIds: [(await chargeOf(member, 2026)).id] }, key: 'k' });
    const again = await statementOf([{ ...line, memo: '会费' }]);
    await expect(
      settleRow(again.finance, { rowId: again.rowIds[0] ?? '', target: { chargeIds: [later] }, key: 'k' }),
    ).rejects.toMatchObject({
      details: { fieldErrors: { isAnother: expect.stringContaining('另一份对账单') } },
    });
    expect(await rowOf(member)).toEqual(['unpaid', 'none', 300_000]);
  });

  const chargeOf = ({ companyId }: PlainMember, year: number) => db().charge.findFirstOrThrow({ where: { companyId, year } });
});

describe('a row for dues that nobody has filed', () => {
  it('records the payment, and the liaison is asked by SMS for title and mailbox', async () => {
    const member = await aPlainMember();
    const chargeIds = [await owes(member, 2025), await owes(member, 2026)];
    const { finance, statementId, rowIds } = await statementOf([{ payer: member.name, yuan: '6000.00', serial: newSerial() }]);
    const [row] = (await openRows(finance, statementId)).rows;
    expect(row?.proposals[0]).toMatchObject({ target: { chargeIds }, years: [2025, 2026], dueFen: 600_000, isFiled: false });
    await settleRow(finance, { rowId: rowIds[0] ?? '', target: { chargeIds }, key: 'k' });
    expect((await rowOf(member))?.[1]).toBe('unfiled');
    const sent = await db().message.findMany({ where: { phone: member.phone, template: 'paymentUnfiled' } });
    expect(sent.map(({ parameters }) => parameters)).toEqual([{ company: member.name, year: '2025、2026' }]);
  });

  it('may pay for several companies, part by part, and never for more than it holds', async () => {
    const [one, other] = [await aPlainMember(), await aPlainMember()];
    const chargeIds = [await owes(one, 2026)];
    const others = [await owes(other, 2026)];
    const { finance, rowIds } = await statementOf([{ payer: '某集团公司', yuan: '6000.00', serial: newSerial() }]);
    const rowId = rowIds[0] ?? '';
    await settleRow(finance, { rowId, target: { chargeIds }, amountFen: 300_000, key: 'k1' });
    expect(await stateOf(rowId)).toBe('open');
    await expect(settleRow(finance, { rowId, target: { chargeIds: others }, amountFen: 300_001, key: 'k2' })).rejects.toMatchObject({
      details: { fieldErrors: { amount: expect.any(String) } },
    });
    await settleRow(finance, { rowId, target: { chargeIds: others }, key: 'k3' });
    expect(await stateOf(rowId)).toBe('settled');
    expect(await sumOf(rowId)).toBe(600_000);
    await expect(
      db().payment.create({ data: { source: 'bank', bankRowId: rowId, amountFen: 1, paidOn: new Date('2026-11-20') } }),
    ).rejects.toThrow();
  });

  it('is refused for a year that was filed, and for one that is paid', async () => {
    const member = await aPlainMember();
    const chargeId = await owes(member, 2026);
    const filing = await files(member, 2026);
    const { finance, rowIds } = await statementOf([{ payer: member.name, serial: newSerial() }]);
    const settle = () => settleRow(finance, { rowId: rowIds[0] ?? '', target: { chargeIds: [chargeId] }, key: 'k' });
    await expect(settle()).rejects.toMatchObject({ code: 'invalid' });
    await confirmFiling(finance, filing.id);
    await expect(settle()).rejects.toMatchObject({ code: 'invalid' });
    expect(await stateOf(rowIds[0])).toBe('open');
  });

  it('is found by an earlier name and by the credit code when nothing is proposed', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const finance = await staffWith('finance');
    expect(await findCandidates(finance, member.uscc)).toEqual([expect.objectContaining({ companyId: member.companyId })]);
    expect(await findCandidates(finance, '')).toEqual([]);
  });
});

describe('confirming what is sure together', () => {
  it('settles each by its own command and answers row by row; two for one filing are settled once', async () => {
    const [one, other] = [await aPlainMember(), await aPlainMember()];
    await owes(one, 2026);
    await owes(other, 2026);
    await files(one, 2026);
    await files(other, 2026);
    const lineOf = ({ name, uscc }: PlainMember) => ({ payer: name, memo: `会费 ${uscc}`, serial: newSerial() });
    const { finance, statementId } = await statementOf([
      lineOf(one),
      lineOf(other),
      { ...lineOf(one), day: '2026-11-21' },
      { ...lineOf(other), yuan: '2990.00' },
      { payer: '无关的公司', serial: newSerial() },
    ]);
    const { sure } = await openRows(finance, statementId);
    expect(sure).toMatchObject({ count: 3, sumFen: 900_000 });
    const results = await settleSureRows(finance, { rowIds: sure.rowIds, key: 'k' });
    expect(results.map(({ name, refusal }) => [name, refusal === undefined])).toEqual([
      [one.name, true],
      [other.name, true],
      [one.name, false],
    ]);
    expect((await getStatement(finance, statementId)).counts).toEqual({ settled: 2, open: 3 });
  });

  it('leaves out one whose filing says another sum than its years come to, and shows both', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    await files(member, 2026, { amount: '10000', level: 'councilMember' });
    const { finance, statementId } = await statementOf([{ payer: member.name, memo: member.uscc, yuan: '10000.00', serial: newSerial() }]);
    const { rows, sure } = await openRows(finance, statementId);
    expect(rows[0]?.proposals[0]).toMatchObject({ score: 100, dueFen: 1_000_000, openFen: 300_000 });
    expect(sure.count).toBe(0);
  });
});

describe('the rows of a statement', () => {
  it('of which nobody is known are ignored together with one reason; one that somebody was first to decide stays as it is', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const strangers = ['甲培训公司', '乙培训公司', '丙培训公司'].map((payer) => ({ payer, memo: '培训费', serial: newSerial() }));
    const { finance, statementId, rowIds } = await statementOf([{ payer: member.name, memo: '培训费', serial: newSerial() }, ...strangers]);
    const { strange } = await listRows(finance, { statementId, state: 'open', search: '培训费', page: 1 });
    expect(strange).toEqual(rowIds.slice(1));
    await ignoreRow(finance, { rowId: rowIds[2] ?? '', reason: '一起办过' });
    await expect(ignoreRows(finance, { rowIds: strange, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    await ignoreRows(finance, { rowIds: strange, reason: '培训费，不是会费' });
    const rows = await db().bankRow.findMany({ where: { statementId }, orderBy: { position: 'asc' } });
    const [other, mine] = ['培训费，不是会费', '一起办过'];
    expect(rows.map(({ state, reason }) => [state, reason])).toEqual([
      ['open', null],
      ['ignored', other],
      ['ignored', mine],
      ['ignored', other],
    ]);
    const overseer = await staffWith('overseer');
    await expect(ignoreRows(overseer, { rowIds: strange, reason: '培训费' })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('that are open come first where something is proposed; each is found by payer, memo, number or sum', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const serial = newSerial();
    const { finance, statementId, rowIds } = await statementOf([
      { payer: '百分之百%科技公司', memo: '培训费', yuan: '1280.50', serial },
      { payer: '中国建设银行', memo: '活期结息', yuan: '12.36', serial: newSerial() },
      { payer: member.name, serial: newSerial() },
    ]);
    expect((await openRows(finance, statementId)).rows.map(({ id }) => id)).toEqual([rowIds[2], rowIds[0], rowIds[1]]);
    const found = async (search: string, state: 'open' | 'ignored' = 'open') => {
      const { rows, total } = await listRows(finance, { statementId, state, search, page: 1 });
      expect(total).toBe(rows.length);
      return rows.map(({ id }) => id);
    };
    for (const text of ['%科技', '培训', serial.toLowerCase(), '1,280.50']) expect(await found(text)).toEqual([rowIds[0]]);
    expect(await found('没有这样的')).toEqual([]);
    await ignoreRow(finance, { rowId: rowIds[1] ?? '', reason: '利息' });
    expect(await found('结息')).toEqual([]);
    expect(await found('结息', 'ignored')).toEqual([rowIds[1]]);
  });
});

describe('one click sent twice', () => {
  it('by the same person settles a part of a row once', async () => {
    const member = await aPlainMember();
    await owes(member, 2026);
    const filing = await files(member, 2026);
    const { finance, rowIds } = await statementOf([{ payer: member.name, serial: newSerial() }]);
    const rowId = rowIds[0] ?? '';
    const settle = () => settleRow(finance, { rowId, target: { filingId: filing.id }, amountFen: 100_000, key: '300000' });
    await Promise.all([settle(), settle()]);
    await settle();
    expect(await sumOf(rowId)).toBe(100_000);
  });
});

describe('a row that belongs to nothing', () => {
  it('stays open with a note, is ignored with a reason, and can be taken back', async () => {
    const { finance, statementId, rowIds } = await statementOf([{ payer: '某培训公司', serial: newSerial() }]);
    const rowId = rowIds[0] ?? '';
    await noteRow(finance, { rowId, note: '已电话询问' });
    expect((await openRows(finance, statementId)).rows[0]).toMatchObject({ note: '已电话询问', proposals: [] });
    await expect(ignoreRow(finance, { rowId, reason: ' ' })).rejects.toMatchObject({ code: 'invalid' });
    await ignoreRow(finance, { rowId, reason: '培训费' });
    await expect(ignoreRow(finance, { rowId, reason: '培训费' })).rejects.toMatchObject({ code: 'alreadyDecided' });
    const chargeIds = [await owes(await aPlainMember(), 2026)];
    await expect(settleRow(finance, { rowId, target: { chargeIds }, key: 'k' })).rejects.toMatchObject({ code: 'alreadyDecided' });
    await reopenRow(finance, rowId);
    expect(await stateOf(rowId)).toBe('open');
    expect(await auditOf('bankRow', rowId)).toEqual(['bankRow.note', 'bankRow.ignore', 'bankRow.reopen']);
  });
});
