import { type Candidate, isSure, matcherOf } from '../../lib/statements/match';

const row = { paidOn: '2026-03-02', amountFen: 300_000, payerName: '', memo: '', serial: '' };
const charge = (year: number, openFen = 300_000) => ({ id: `charge${year}`, year, openFen });
const company = (change: Partial<Candidate> = {}): Candidate => ({
  companyId: 'one',
  filing: null,
  names: ['北京远筑建设集团有限公司'],
  uscc: '91110000600001760P',
  charges: [charge(2026)],
  ...change,
});
const other = company({ companyId: 'two', names: ['江苏长垣建工集团有限公司'], uscc: '914403001922038216' });
const best = (change: Partial<typeof row>, ...candidates: Candidate[]) => matcherOf([...candidates, other])({ ...row, ...change });

describe('a row of a bank statement is proposed', () => {
  it.each([
    ['by the memo that we gave', { memo: '2026会费91110000600001760P' }, '附言中有信用代码'],
    ['by a credit code right behind digits', { memo: '会费202691110000600001760P谢谢' }, '附言中有信用代码'],
    ['by a credit code in small letters with spaces', { memo: '9111 0000 6000 0176 0p' }, '附言中有信用代码'],
    ['by the payer’s name, whatever the brackets', { payerName: '北京远筑建设集团有限公司 ' }, '付款户名与单位名称相同'],
    [
      'by the company’s name in the memo of a person who paid for it',
      { payerName: '张三', memo: '代北京远筑建设集团有限公司交会费' },
      '附言中有单位名称',
    ],
  ])('%s, with the reasons', (_, change, reason) => {
    expect(best(change, company())).toMatchObject([{ chargeIds: ['charge2026'], reasons: [reason, '金额等于 2026 年应交'] }]);
  });

  it('by an earlier name', () => {
    const renamed = company({ names: ['北京远筑建设集团有限公司', '北京第九建筑工程公司'] });
    expect(best({ payerName: '北京第九建筑工程公司' }, renamed)[0]?.reasons).toContain('付款户名是曾用名或票据抬头');
  });

  it('by what was filed: serial, payer, amount, day', () => {
    const filing = { id: 'f', payer: '张三', serial: 'k20260302', paidOn: '2026-03-01', amountFen: 300_000 };
    const [proposal] = best({ payerName: '张三', serial: 'K20260302' }, company({ filing }));
    expect(proposal?.reasons).toEqual(['付款户名与填写的相同', '流水号与填写的相同', '金额与填写的相同', '日期与填写的相差不超过 3 天']);
    expect(proposal?.score).toBe(100);
  });

  it('for the years that add up to it, the oldest first, or the one that the payer names', () => {
    const behind = company({ charges: [charge(2026), charge(2025), charge(2024)] });
    expect(best({ memo: '91110000600001760P', amountFen: 600_000 }, behind)[0]?.chargeIds).toEqual(['charge2024', 'charge2025']);
    expect(best({ memo: '2025年91110000600001760P' }, behind)[0]?.chargeIds).toEqual(['charge2025']);
  });

  it.each([
    [{ memo: '91110000600001760P' }, '附言中有信用代码'],
    [{ payerName: '北京远筑建设集团有限公司' }, '付款户名与单位名称相同'],
  ])('also with an amount that fits nothing, but never as sure: %p', (change, reason) => {
    const proposals = best({ ...change, amountFen: 299_000 }, company());
    expect(proposals).toMatchObject([{ chargeIds: ['charge2026'], reasons: [reason] }]);
    expect(isSure(proposals)).toBe(false);
  });

  it('for nobody by the amount alone', () => {
    expect(best({ payerName: '某某公司' }, company())).toEqual([]);
  });
});

describe('money that was recorded by hand', () => {
  const recorded = { id: 'p', payer: '', serial: 'K1', paidOn: '2026-03-01', amountFen: 300_000, on: '2026-03-02' };
  it.each([
    ['the number and the payer', { serial: 'k1', payerName: '北京远筑建设集团有限公司', paidOn: '2026-03-20' }, 100],
    ['the number and the day', { serial: 'K1', payerName: '张三', paidOn: '2026-03-03' }, 100],
    ['sum, payer and day', { serial: 'other', payerName: '北京远筑建设集团有限公司', paidOn: '2026-03-04' }, 100],
    ['a number of a larger row', { serial: 'K1', payerName: '北京远筑建设集团有限公司', paidOn: '2026-03-01', amountFen: 600_000 }, 90],
    ['a number of a smaller row', { serial: 'K1', payerName: '北京远筑建设集团有限公司', paidOn: '2026-03-01', amountFen: 100 }, null],
    ['payer and day of another sum', { payerName: '北京远筑建设集团有限公司', paidOn: '2026-03-01', amountFen: 299_900 }, null],
    ['payer and sum of another week', { payerName: '北京远筑建设集团有限公司', paidOn: '2026-03-09' }, null],
  ])('is the same by %s, and then anything else comes after it', (_, change, score) => {
    const candidates = [company(), company({ charges: [], recorded })];
    const proposals = best({ memo: '91110000600001760P', ...change }, ...candidates);
    expect(proposals.find(({ candidate }) => candidate.recorded)?.score ?? null).toBe(score);
    if (score) expect(proposals.map(({ score: each }) => each)).toEqual([score, 60]);
  });
});

describe('a proposal is sure', () => {
  it('when credit code and amount say the same', () => {
    expect(isSure(best({ memo: '2026会费91110000600001760P' }, company()))).toBe(true);
  });

  it('not when two companies are as likely', () => {
    const proposals = best({ payerName: '北京远筑建设集团有限公司', memo: '江苏长垣建工集团有限公司会费' }, company());
    expect(proposals).toHaveLength(2);
    expect(isSure(proposals)).toBe(false);
  });
});

it('looks through 1,000 rows and 10,000 companies well within the five seconds that a clerk waits', () => {
  const many = Array.from({ length: 10_000 }, (_, n) =>
    company({ companyId: String(n), names: [`第${n}建筑工程有限公司`, `原${n}工程处公司`], uscc: `9111${String(n).padStart(14, '0')}` }),
  );
  const rows = Array.from({ length: 1000 }, (_, n) => ({ ...row, payerName: '张三', memo: `代第${n * 7}建筑工程有限公司交会费` }));
  const start = performance.now();
  const matcher = matcherOf(many);
  const found = rows.map(matcher);
  expect(found.every(([proposal], n) => proposal?.candidate.companyId === String(n * 7))).toBe(true);
  expect(performance.now() - start).toBeLessThan(4000);
});
