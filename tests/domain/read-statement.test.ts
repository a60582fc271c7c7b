import { guessMapping, type Mapping, mappingSchema } from '../../lib/statements/mapping';
import { readRows, readStatementTable } from '../../lib/statements/read-statement';
import { toGbk } from '../support/gbk';
import { type RawCell, rawWorkbook, zipBomb } from '../support/workbooks';

const USCC = '91110000600001760P';

async function read(bytes: Buffer, change: Partial<Mapping> = {}) {
  const table = await readStatementTable(bytes);
  return { table, ...readRows(table, mappingSchema.parse({ ...guessMapping(table.heading), ...change })) };
}

const csv = (...lines: string[]) => lines.join('\r\n');
const ICBC = [
  '[HISTORYDETAIL]',
  '账号: 0200000000000000000,户名: 中国施工企业管理协会',
  '凭证号,本方账号,对方账号,交易时间,借/贷,借方发生额,贷方发生额,对方行号,摘要,用途,对方单位名称,余额,附言',
];
const icbcRow = (day: string, credit: string, payer: string, note: string, number = '1001') =>
  `${number},0200000000000000000,"11001 0285 000",${day},贷,,"${credit}",102100000000,汇款,会费,${payer},"1,000,000.00",${note}`;
const CCB: RawCell[] = [
  '账号',
  '账户名称',
  '交易时间',
  '借方发生额（支取）',
  '贷方发生额（收入）',
  '余额',
  '币种',
  '对方户名',
  '对方账号',
  '对方开户机构',
  '记账日期',
  '摘要',
  '备注',
  '账户明细编号-交易流水号',
];
const BOC =
  "交易类型[ Transaction Type ],付款人开户行名[ Payer account bank ],付款人账号[ Debit Account No. ],付款人名称[ Payer's Name ],收款人名称[ Payee's Name ],交易日期[ Transaction Date ],交易时间[ Transaction time ],交易金额[ Trade Amount ],交易流水号[ Transaction reference number ],用途[ Purpose ],附言[ Remark ]";

describe('a bank’s statement is read as the bank exports it', () => {
  it('工行: CSV in GBK, with lines above the headings and amounts in quotes', async () => {
    const { rows, faults, outgoing } = await read(
      toGbk(
        csv(
          ...ICBC,
          icbcRow('2026-03-02 10:11:12', '3,000.00', '北京远筑建设集团有限公司', `2026会费${USCC}`),
          '1002,0200000000000000000,6222,2026-03-03,借,"500.00",,,,手续费,某某,1,',
          '合计,,,,,,"3,000.00",,,,,,',
        ),
      ),
    );
    expect(faults).toEqual([]);
    expect(outgoing).toBe(1);
    expect(rows).toEqual([
      {
        paidOn: '2026-03-02',
        amountFen: 300_000,
        payerName: '北京远筑建设集团有限公司',
        payerAccount: '110010285000',
        memo: `汇款 会费 2026会费${USCC}`,
        serial: '1001',
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    ]);
  });

  it('建行: a workbook with days as numbers', async () => {
    const row: RawCell[] = [
      '1100',
      '协会',
      '20260302 10:11:12',
      0,
      20000,
      99,
      '人民币元',
      '江苏长垣建工集团有限公司',
      '3200123',
      '南京',
      { day: 46083 },
      '转账',
      `会费 ${USCC}`,
      '00123456789',
    ];
    const { rows } = await read(await rawWorkbook([{ name: '明细', rows: [['活期账户明细'], CCB, row] }]));
    expect(rows).toMatchObject([
      { paidOn: '2026-03-02', amountFen: 2_000_000, payerName: '江苏长垣建工集团有限公司', serial: '00123456789' },
    ]);
  });

  it('中行: headings in two languages, one column of amounts for both ways', async () => {
    const line = (name: string, amount: string) =>
      `来账,招商银行,3301,${name},中国施工企业管理协会,20260302,101112,${amount},TX1,会费,${USCC}`;
    const { rows, outgoing } = await read(
      Buffer.from(`\uFEFF${csv(BOC, line('浙江之南市政园林有限公司', '"10,000.00"'), line('某某', '-20.00'))}`),
    );
    expect(outgoing).toBe(1);
    expect(rows).toMatchObject([
      { paidOn: '2026-03-02', amountFen: 1_000_000, payerName: '浙江之南市政园林有限公司', memo: `会费 ${USCC}` },
    ]);
  });

  it('with more than dues ever are: what went out is counted, what came in is said to be left out, the others come in', async () => {
    const line = (name: string, amount: string) =>
      `来账,招商银行,3301,${name},中国施工企业管理协会,20260302,101112,${amount},TX1,会费,${USCC}`;
    const { rows, faults, outgoing } = await read(
      Buffer.from(
        csv(BOC, line('定期存款', '-30000000.00'), line('某某银行', '30000000.00'), line('浙江之南市政园林有限公司', '10000.00')),
      ),
    );
    expect(outgoing).toBe(1);
    expect(faults).toEqual([{ row: 3, text: '金额超过了 ¥9,999,999.99，不会是会费，没有导入。' }]);
    expect(rows).toMatchObject([{ amountFen: 1_000_000 }]);
  });

  it('招行: tabs between the cells, and 借 or 贷 beside the amount', async () => {
    const { rows, outgoing } = await read(
      toGbk(
        csv(
          '交易日\t借贷标志\t交易金额\t流水号\t收(付)方名称\t收(付)方账号\t摘要',
          '2026/3/2\t贷\t3000\tK1\t张三\t6222\t代远筑建设交会费',
          '2026/3/2\t借\t3000\tK2\t李四\t6222\t付款',
        ),
      ),
    );
    expect(outgoing).toBe(1);
    expect(rows).toMatchObject([{ paidOn: '2026-03-02', payerName: '张三', serial: 'K1' }]);
  });

  it('gives two files of one layout the same name for it, and another layout another', async () => {
    const one = await readStatementTable(toGbk(csv(...ICBC, icbcRow('2026-03-02', '1.00', '甲', ''))));
    const again = await readStatementTable(Buffer.from(csv(...ICBC.slice(2), icbcRow('2026-04-02', '2.00', '乙', ''))));
    const other = await readStatementTable(Buffer.from(BOC));
    expect(again.layout).toBe(one.layout);
    expect(other.layout).not.toBe(one.layout);
  });
});

describe('a row', () => {
  it('is the same row in every statement that has it', async () => {
    const row = icbcRow('2026-03-02', '3000.00', '甲公司', '会费');
    const march = await read(toGbk(csv(...ICBC, row)));
    const quarter = await read(toGbk(csv(...ICBC, icbcRow('2026-01-02', '3000.00', '乙公司', '会费'), row)));
    expect(quarter.rows[1]?.hash).toBe(march.rows[0]?.hash);
  });

  it('is another one when the same payer pays the same again that day', async () => {
    const row = icbcRow('2026-03-02', '3000.00', '甲公司', '会费', '');
    const { rows } = await read(toGbk(csv(...ICBC, row, row)));
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(2);
  });

  it.each([
    ['an amount that is none', icbcRow('2026-03-02', '三千', '甲公司', ''), '金额读不出来'],
    ['a day that does not exist', icbcRow('2026-02-30', '3000', '甲公司', ''), '2026-02-30'],
  ])('with %s comes back with its number and the reason, the others go on', async (_, line, words) => {
    const { rows, faults } = await read(toGbk(csv(...ICBC, line, icbcRow('2026-03-02', '3000', '乙公司', ''))));
    expect(rows).toMatchObject([{ payerName: '乙公司' }]);
    expect(faults).toEqual([{ row: 4, text: expect.stringContaining(words) }]);
  });

  it.each([
    ['under merged cells', { merged: ['E3:E4'], amount: null as RawCell }, '合并'],
    ['with a formula that was never calculated', { merged: [], amount: { formula: '1+1' } as RawCell }, '公式'],
    ['with a number that lost its end', { merged: [], amount: 123456789012345680000 as RawCell }, '丢失'],
  ])('%s is not guessed at', async (_, { merged, amount }, words) => {
    const row = (credit: RawCell): RawCell[] => [
      '1100',
      '协会',
      '2026-03-02',
      0,
      credit,
      99,
      '人民币元',
      '甲公司',
      '3200123',
      '南京',
      '2026-03-02',
      '转账',
      '会费',
      'X',
    ];
    const { faults } = await read(
      await rawWorkbook([
        {
          name: '明细',
          rows: [CCB, row(3000), row(amount), row(3000)].slice(0, 4),
          merged: merged.map((ref) => ref.replace('E3:E4', 'E2:E3')),
        },
      ]),
    );
    expect(faults).toEqual([{ row: 3, text: expect.stringContaining(words) }]);
  });
});

describe('what is no statement', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['an empty file', () => Buffer.alloc(0), '空'],
    ['bytes', () => Buffer.from([0, 1, 2, 3]), '不是对账单'],
    ['a table of something else', () => Buffer.from('姓名,电话\n张三,1'), '标题行'],
    ['a workbook with a password', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), '密码'],
    ['a bomb', () => zipBomb(), '200 MB'],
  ])('%s is refused in words', async (_, make, words) => {
    await expect(readStatementTable(await make())).rejects.toMatchObject({
      code: 'upload',
      details: { text: expect.stringContaining(words) },
    });
  });
});
