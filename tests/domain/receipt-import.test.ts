import { addDays } from '../../lib/days';
import { db } from '../../lib/db';
import { readWorkbook } from '../../lib/excel/read-workbook';
import { storage } from '../../lib/providers/storage/storage';
import { commitReceipts } from '../../lib/receipts/commit-receipts';
import { discardReceipts } from '../../lib/receipts/discard-receipts';
import { dueWorkbook, receiptsTemplate } from '../../lib/receipts/due-workbook';
import { getReceiptImport } from '../../lib/receipts/import-queries';
import { readReceipts } from '../../lib/receipts/read-receipts';
import { recordReceipt } from '../../lib/receipts/record-receipt';
import { uploadReceipts } from '../../lib/receipts/upload-receipts';
import { changeSetting } from '../../lib/settings/change-setting';
import { readFile } from '../../lib/uploads/read-file';
import { rawPdf } from '../support/corpus';
import { withDatabase } from '../support/database';
import { staffWith } from '../support/people';
import { aPaidMember, aReceipt, dueOf, issuedLine, issuedWorkbook, receiptForm, uploadsPdf } from '../support/receipts';
import { rawWorkbook, zipBomb, zipOf } from '../support/workbooks';

withDatabase();

type Line = Awaited<ReturnType<typeof issuedLine>>;
type Finance = Awaited<ReturnType<typeof staffWith>>;

const pdfsOf = (lines: readonly Line[]) => zipOf(Object.fromEntries(lines.map(({ number }) => [`票据/电子票据_${number}.pdf`, rawPdf()])));

/** Uploaded and read by the job; with what was found. */
async function staged(finance: Finance, lines: readonly Line[], pdfs?: Buffer | null, workbook?: Buffer) {
  const zip = pdfs === undefined ? await pdfsOf(lines) : pdfs;
  const { id } = await uploadReceipts(finance, {
    workbook: { name: '已开.xlsx', body: workbook ?? (await issuedWorkbook(lines)) },
    pdfs: zip && { name: '票据.zip', body: zip },
  });
  await readReceipts(id);
  return getReceiptImport(finance, id);
}

const problemsOf = ({ rows }: Awaited<ReturnType<typeof staged>>) => rows.flatMap(({ problems }) => problems);

describe('the export of what is to be issued', () => {
  it('has a line for each, in the columns of the settings', async () => {
    const finance = await staffWith('finance');
    const member = await aPaidMember(finance, [2025, 2026]);
    const columns = [
      { heading: '票据种类', content: 'fixed' as const, fixed: '会费' },
      { heading: '交款人全称', content: 'titleName' as const, fixed: '' },
      { heading: '收费项目', content: 'item' as const, fixed: '' },
      { heading: '应收', content: 'amount' as const, fixed: '' },
    ];
    await changeSetting(await staffWith('admin'), 'receipts', { item: '{年度} 会费收入', columns });
    const [sheet] = await readWorkbook(await dueWorkbook(finance));
    expect(sheet?.rows[0]).toEqual(['票据种类', '交款人全称', '收费项目', '应收']);
    expect(sheet?.rows).toContainEqual(['会费', member.name, '2025、2026 会费收入', '6000.00']);
    await expect(dueWorkbook(member.liaison)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('many receipts at once', () => {
  it('are looked at first, then recorded all together with their PDFs, and each member is told', async () => {
    const finance = await staffWith('finance');
    const members = [await aPaidMember(finance), await aPaidMember(finance, [2025, 2026]), await aPaidMember(finance)];
    const lines = await Promise.all(members.map((member) => issuedLine(member)));
    const found = await staged(finance, lines);
    expect(found).toMatchObject({ state: 'ready', wrong: 0, sumFen: 1_200_000, strays: [], rows: [{ years: [2026] }, {}, {}] });
    expect(await db().receipt.count({ where: { number: { in: lines.map(({ number }) => number) } } })).toBe(0);
    expect(await commitReceipts(finance, found.id)).toEqual({ count: 3 });
    for (const member of members) {
      expect(await dueOf(member)).toEqual([]);
      const { receipt } = await db().receiptCharge.findFirstOrThrow({
        where: { chargeId: member.chargeIds[0] },
        include: { receipt: true },
      });
      expect((await readFile(member.liaison, receipt.fileId ?? '')).body).toEqual(rawPdf());
      expect(await db().message.count({ where: { dedupeKey: { startsWith: `receiptIssued:${receipt.id}` } } })).toBe(2);
    }
    await expect(commitReceipts(finance, found.id)).rejects.toMatchObject({ code: 'alreadyDecided' });
  });

  it('come back in our template, of which what is not issued yet is left out, or by credit code and year under other headings', async () => {
    const finance = await staffWith('finance');
    const [one, other] = [await aPaidMember(finance), await aPaidMember(finance)];
    const [sheet] = await readWorkbook(await receiptsTemplate(finance));
    expect(sheet?.rows.flat()).toEqual(expect.arrayContaining([one.uscc, other.uscc]));
    const line = await issuedLine(one);
    const found = await staged(
      finance,
      [line],
      undefined,
      await rawWorkbook([
        {
          name: '清单',
          rows: [
            ['已开具电子票据清单'],
            ['电子票据代码', '电子票据号码', '校验码', '交款人统一社会信用代码', '年度', '总金额', '开具日期'],
            [line.code, line.number, line.checkCode, one.uscc, '2026', '3000', `${line.issuedOn} 10:15`],
            ['', '', '', other.uscc, '2026', '3000', ''],
          ],
        },
      ]),
    );
    expect(found).toMatchObject({ wrong: 0, rows: [{ row: 3, titleName: one.name, chargeIds: one.chargeIds }] });
  });

  it('are refused each in words at its row, and none is recorded', async () => {
    const cases: [string, Record<string, string>, RegExp][] = [
      ['another sum', { amount: '2999.99' }, /票据金额应与它相同/],
      ['no sum', { amount: '三千' }, /金额“三千”读不出来/],
      ['an unknown reference', { reference: 'ABCDEF012345' }, /没有待开票的会费/],
      ['an unknown company', { reference: '', titleUscc: '91110000600001760P' }, /没有税号为/],
      ['a year that is not due', { reference: '', years: '2019', titleUscc: '{uscc}' }, /待开票的是：2026 年度/],
      ['another title', { titleName: '北京别家建设有限公司' }, /抬头应为/],
      ['no number', { number: '' }, /请填写票据号码/],
      ['a number that is none', { number: '一二三' }, /票据号码通常是 10 位数字/],
      ['a day that is none', { issuedOn: '昨天' }, /开票日期“昨天”不是日期/],
      ['a day to come', { issuedOn: '2099-01-01' }, /不能晚于今天/],
    ];
    const finance = await staffWith('finance');
    const members = await Promise.all(cases.map(() => aPaidMember(finance)));
    const lines = members.map((member, index) =>
      issuedLine(member, cases[index]?.[1].titleUscc === '{uscc}' ? { ...cases[index][1], titleUscc: member.uscc } : cases[index]?.[1]),
    );
    const found = await staged(finance, await Promise.all(lines), null);
    const problems = new Map(found.rows.map((row) => [row.row, row.problems.join()]));
    for (const [index, [what, , words]] of cases.entries())
      expect([what, problems.get(index + 2)]).toEqual([what, expect.stringMatching(words)]);
    await expect(commitReceipts(finance, found.id)).rejects.toMatchObject({ code: 'invalid' });
    expect((await Promise.all(members.map(dueOf))).flat()).toHaveLength(cases.length);
  });

  it('are refused twice in the file, with a number that was used, without a PDF, with one that is none', async () => {
    const finance = await staffWith('finance');
    const { receipt } = await aReceipt(finance);
    const [one, two, three, four] = await Promise.all([1, 2, 3, 4].map(() => aPaidMember(finance)));
    if (!one || !two || !three || !four) throw new Error();
    const first = await issuedLine(one);
    const lines = [
      first,
      await issuedLine(one, { number: '7700000001' }),
      await issuedLine(two, { number: first.number }),
      await issuedLine(three, { code: receipt.code, number: receipt.number }),
      await issuedLine(four),
    ];
    const files = { [`${first.number}.pdf`]: rawPdf(), [`${lines[4]?.number}.pdf`]: Buffer.from('<html>会费发票</html>'), '说明.txt': 'x' };
    const found = await staged(finance, lines, await zipOf(files));
    const words = new Map(found.rows.map(({ row, problems }) => [row, problems.join()]));
    expect(words.get(2)).toBe('');
    expect(words.get(3)).toMatch(/与第 2 行是同一笔会费.*没有找到这张票据的 PDF|没有找到这张票据的 PDF.*与第 2 行是同一笔会费/);
    expect(words.get(4)).toMatch(/与第 2 行是同一张票据/);
    expect(words.get(5)).toMatch(/已经登记过/);
    expect(words.get(6)).toMatch(/票据 PDF：只能上传/);
    expect(found.strays).toMatchObject([{ name: '说明.txt' }]);
  });

  it.each<[string, () => Promise<{ workbook?: Buffer; pdfs?: Buffer }>, RegExp]>([
    ['a workbook that is none', async () => ({ workbook: Buffer.from('会费') }), /这不是 Excel 工作簿/],
    ['one that unpacks to too much', async () => ({ workbook: await zipBomb() }), /解开后太大/],
    [
      'one without the columns',
      async () => ({ workbook: await rawWorkbook([{ name: 'a', rows: [['姓名'], ['张三']] }]) }),
      /没有找到“票据号码”/,
    ],
    ['one with nothing filled in', async () => ({ workbook: await issuedWorkbook([{ titleName: '某公司' }]) }), /还没有填写票据/],
    ['PDFs that are no zip', async () => ({ pdfs: rawPdf() }), /压缩成一个 zip/],
  ])('fail as a whole, in words, with %s', async (_, files, words) => {
    const finance = await staffWith('finance');
    const line = await issuedLine(await aPaidMember(finance));
    const { workbook, pdfs } = await files();
    const found = await staged(finance, [line], pdfs, workbook);
    expect(found).toMatchObject({ state: 'failed', failure: expect.stringMatching(words), rows: [] });
  });

  it('unpack no PDF that is too large, and none that nobody asked for', async () => {
    const finance = await staffWith('finance');
    const line = await issuedLine(await aPaidMember(finance));
    const bomb = Buffer.alloc(11 * 1024 * 1024);
    const found = await staged(finance, [line], await zipOf({ [`${line.number}.pdf`]: bomb, '别的.pdf': bomb }));
    expect(problemsOf(found)).toEqual(['票据 PDF 不能超过 10 MB']);
  });

  it('are all or nothing: one that was recorded meanwhile stops the others, at its row', async () => {
    const finance = await staffWith('finance');
    const [one, other] = [await aPaidMember(finance), await aPaidMember(finance)];
    const found = await staged(finance, [await issuedLine(one), await issuedLine(other)]);
    await recordReceipt(finance, { ...(await receiptForm(other)), fileId: await uploadsPdf(finance, other) });
    await expect(commitReceipts(finance, found.id)).rejects.toMatchObject({
      details: { text: expect.stringMatching(/^第 3 行：.*没有登记任何一张/) },
    });
    expect(await dueOf(one)).toHaveLength(1);
    expect((await getReceiptImport(finance, found.id)).state).toBe('ready');
    await expect(commitReceipts(await staffWith('overseer'), found.id)).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('are recorded once by two people at the same moment', async () => {
    const [one, two] = [await staffWith('finance'), await staffWith('finance')];
    const member = await aPaidMember(one);
    const line = await issuedLine(member, { issuedOn: addDays((await receiptForm(member)).issuedOn, -1) });
    const found = await staged(one, [line]);
    const results = await Promise.allSettled([commitReceipts(one, found.id), commitReceipts(two, found.id)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await db().receiptCharge.count({ where: { chargeId: member.chargeIds[0] } })).toBe(1);
  });

  it('and one by itself, for the same dues at the same moment, are one receipt', async () => {
    const [one, two] = [await staffWith('finance'), await staffWith('finance')];
    const member = await aPaidMember(one);
    const found = await staged(one, [await issuedLine(member)]);
    const form = { ...(await receiptForm(member)), fileId: await uploadsPdf(two, member) };
    const results = await Promise.allSettled([commitReceipts(one, found.id), recordReceipt(two, form)]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await db().receiptCharge.count({ where: { chargeId: member.chargeIds[0] } })).toBe(1);
  });

  it('that are given up leave nothing behind', async () => {
    const finance = await staffWith('finance');
    const found = await staged(finance, [await issuedLine(await aPaidMember(finance))]);
    const { workbookKey } = await db().receiptImport.findUniqueOrThrow({ where: { id: found.id } });
    const folder = workbookKey.replace(/[^/]*$/, '');
    await discardReceipts(finance, found.id);
    expect([await storage().list(folder), await storage().list(`pages/${folder}`)]).toEqual([[], []]);
    await expect(commitReceipts(finance, found.id)).rejects.toMatchObject({ code: 'alreadyDecided' });
  });
});
