import { filingSchemaFor, isCompanyMailbox } from '../../lib/dues/schema';
import { transferMemo } from '../../lib/dues/transfer-memo';
import { sampleUscc } from '../../prisma/seed/companies';

const good = {
  titleName: '北京远筑建设集团有限公司',
  titleUscc: sampleUscc(1),
  person: '张建国',
  mobile: '13800000001',
  email: 'zhangjg@qq.com',
  payer: '北京远筑建设集团有限公司',
  paidOn: '2026-11-23',
  amount: '3,000.00',
};
const faults = (change: Record<string, string>) => {
  const result = filingSchemaFor('2026-11-23').safeParse({ ...good, ...change });
  return result.success ? {} : Object.fromEntries(result.error.issues.map(({ path, message }) => [path.join('.'), message]));
};

describe('填写汇款信息', () => {
  it('needs no bank, account, serial number or note', () => {
    expect(faults({})).toEqual({});
    expect(filingSchemaFor('2026-11-23').parse(good)).toMatchObject({ payerBank: '', payerAccount: '', serial: '', note: '' });
  });

  it.each(['北京远筑建设集团有限公司', '远筑集团', '第二工程局', '某某研究院', '某某设计中心'])(
    'asks for a person as 交费人 and explains itself when it is %s',
    (person) => {
      expect(faults({ person })).toEqual({ person: '请填写经办人的姓名，不要填写单位名称' });
    },
  );

  it.each(['欧阳院', '张集', '阿凡提·买买提', 'John Smith'])('takes %s for a person', (person) => {
    expect(faults({ person })).toEqual({});
  });

  it.each([
    ['2026-11-24', '汇款日期不能晚于今天'],
    ['', '请选择汇款日期'],
    ['2026-02-30', '请按 2026-11-23 的样子填写日期'],
    ['1999-12-31', '请核对汇款日期的年份'],
  ])('refuses the date %p', (paidOn, message) => {
    expect(faults({ paidOn })).toEqual({ paidOn: message });
  });

  it.each(['0', '0.00', '-3000', 'abc', '3000.001'])('refuses the amount %p', (amount) => {
    expect(faults({ amount })).toEqual({ amount: '请填写金额，例如 3000 或 3000.00' });
  });

  it('refuses an amount that no dues reach, and that the books could not hold', () => {
    expect(faults({ amount: '10000000' })).toEqual({ amount: '金额不能超过 ¥9,999,999.99' });
    expect(faults({ amount: '9999999.99' })).toEqual({});
    expect(faults({ amount: ' ' })).toEqual({ amount: '请填写汇款金额' });
  });

  it('takes account and serial numbers as they stand on the slip', () => {
    expect(filingSchemaFor('2026-11-23').parse({ ...good, payerAccount: '0200 0000-0000 0001', serial: ' ＳＮ 2026-0001 ' })).toMatchObject(
      {
        payerAccount: '0200000000000001',
        serial: 'SN2026-0001',
      },
    );
    expect(faults({ payerAccount: '12345', serial: '流水' })).toEqual({ payerAccount: expect.any(String), serial: expect.any(String) });
  });

  it.each([
    ['zhang@qq.com', false],
    ['zhang@VIP.QQ.COM', false],
    ['zhang@yuanzhu.com.cn', true],
    ['', false],
  ])('knows that %p is a mailbox of a company: %p', (address, isCompany) => {
    expect(isCompanyMailbox(address)).toBe(isCompany);
  });

  it.each([
    [[2026], '2026会费91110000710935003U'],
    [[2026, 2024, 2025], '2024-2026会费91110000710935003U'],
    [[2026, 2023, 2022], '2022-2023、2026会费91110000710935003U'],
  ])('has a memo that names the years %j and the payer', (years, memo) => {
    expect(transferMemo(years, '91110000710935003U')).toBe(memo);
  });
});
