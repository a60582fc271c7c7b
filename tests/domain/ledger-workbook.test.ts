import { confirmFiling } from '../../lib/dues/confirm-filing';
import { cancelDues, waiveDues } from '../../lib/dues/decide-charge';
import { ledgerByYear } from '../../lib/dues/ledger';
import { ledgerWorkbook } from '../../lib/dues/ledger-workbook';
import { readWorkbook } from '../../lib/excel/read-workbook';
import { withDatabase } from '../support/database';
import { aPlainMember, files, owes } from '../support/debtors';
import { staffWith } from '../support/people';

withDatabase();

const sheetsOf = async (bytes: Buffer) => {
  const [charges, years] = await readWorkbook(bytes);
  return { charges: charges?.rows ?? [], years: years?.rows ?? [] };
};
const HEADINGS = ['应交(元)', '已收(元)', '已退(元)', '免交(元)', '取消(元)', '未交(元)'];

describe('the ledger as a workbook', () => {
  it('has lines that add up as its totals do: what was waived and cancelled stands in columns of their own', async () => {
    const finance = await staffWith('finance');
    const member = await aPlainMember();
    const waived = await owes(member, 2024);
    const short = await owes(member, 2025);
    const cancelled = await owes(member, 2026);
    await confirmFiling(finance, (await files(member, 2025, { amount: '2990.01' })).id);
    await waiveDues(finance, { chargeId: waived, reason: '困难企业' });
    await waiveDues(finance, { chargeId: short, reason: '银行手续费' });
    await cancelDues(finance, { chargeId: cancelled, reason: '重复收取' });
    await owes(member, 2027);
    const filter = { status: 'all', year: null, search: '', companyId: member.companyId } as const;
    const { charges, years } = await sheetsOf(await ledgerWorkbook(finance, filter));
    expect(charges.map((row) => [row[0], ...row.slice(5, 11)])).toEqual([
      ['年度', ...HEADINGS],
      ['2027', '3000', '0', '0', '0', '0', '3000'],
      ['2026', '3000', '0', '0', '0', '3000', '0'],
      ['2025', '3000', '2990.01', '0', '9.99', '0', '0'],
      ['2024', '3000', '0', '0', '3000', '0', '0'],
    ]);
    expect(years.at(-1)).toEqual(['合计', '4', '12000', '2990.01', '0', '3009.99', '3000', '3000']);
    const ledger = await ledgerByYear(finance, member.companyId);
    expect(years.slice(1, -1).map(([, ...row]) => row.map(Number))).toEqual(
      ledger.map(({ year: _, count, ...fen }) => [count, ...Object.values(fen).map((sum) => sum / 100)]),
    );
  });

  it('totals exactly what was asked for, and not the years beside it', async () => {
    const finance = await staffWith('finance');
    const member = await aPlainMember();
    await owes(member, 2025);
    await confirmFiling(finance, (await files(member, 2025)).id);
    await owes(member, 2026);
    const { years } = await sheetsOf(await ledgerWorkbook(finance, { status: 'overdue', year: null, search: member.uscc }));
    expect(years.slice(1)).toEqual([
      ['2026', '1', '3000', '0', '0', '0', '0', '3000'],
      ['合计', '1', '3000', '0', '0', '0', '0', '3000'],
    ]);
  });
});
