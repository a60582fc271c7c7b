import { listEntries, openArchive, textOf } from '../../lib/excel/archive.mjs';
import { dayOfText, firstDayOfText } from '../../lib/excel/day-text';
import { readWorkbook } from '../../lib/excel/read-workbook';
import { writeWorkbook } from '../../lib/excel/write-workbook';
import { BOMB_BYTES, rawWorkbook, zipBomb, zipOf } from '../support/workbooks';

const one = (rows: Parameters<typeof rawWorkbook>[0][number]['rows'], merged?: string[]) =>
  rawWorkbook([{ name: '表', rows, ...(merged && { merged }) }]).then((bytes) => readWorkbook(bytes).then(([sheet]) => sheet));
const refusal = (reason: string) => ({ code: 'upload', details: { reason, text: expect.any(String) } });

describe('what a workbook says', () => {
  it('is read as trimmed texts: a phone typed as a number, a day with and without its format', async () => {
    const sheet = await one([
      ['  中国建筑 ', 13800138000, { day: 45292 }, '2024/1/1', null, 45292],
      [null, 3000.5, 0.1 + 0.2, 'Ａ１'],
    ]);
    expect(sheet?.rows).toEqual([
      ['中国建筑', '13800138000', '2024-01-01', '2024/1/1', '', '45292'],
      ['', '3000.5', '0.3', 'Ａ１', '', ''],
    ]);
    expect(sheet?.flags).toEqual([]);
  });

  it('has no marks that no database takes, however the workbook spells them', async () => {
    const sheet = await one([['中_x0000_建', '一_x001F_局', '_xD83D_']]);
    expect(sheet?.rows).toEqual([['中建', '一局', '\ufffd']]);
  });

  it('is doubted where Excel has lost digits, left a formula without its value or merged cells', async () => {
    const sheet = await one(
      [
        ['代码', Number('911100006000017600'), 123456789012345],
        [{ formula: 'A1&"x"' }, { formula: '1+1', value: 2 }, '#N/A'],
        ['甲', null, '乙'],
      ],
      ['A3:B3'],
    );
    expect(sheet?.flags).toEqual(
      expect.arrayContaining([
        { row: 1, column: 2, flag: 'precision' },
        { row: 2, column: 1, flag: 'noValue' },
        { row: 2, column: 3, flag: 'fault' },
        { row: 3, column: 2, flag: 'merged' },
      ]),
    );
    expect(sheet?.flags).toHaveLength(4);
    expect(sheet?.rows[1]?.[1]).toBe('2');
  });

  it('is a formula for nobody when we write it, and has dropdowns, text columns and a heading that stays', async () => {
    const bytes = await writeWorkbook([
      {
        name: '企业',
        columns: [
          { heading: '名称', width: 30 },
          { heading: '级别', width: 12, choices: ['普通会员', '理事单位'] },
        ],
        rows: [['=1+1', '+86']],
        marked: new Set(['0:1']),
      },
      { name: '空表', columns: [{ heading: '代码', width: 20 }], rows: [] },
    ]);
    const [companies, empty, choices] = await readWorkbook(bytes);
    expect(companies).toEqual({
      name: '企业',
      rows: [
        ['名称', '级别'],
        ['=1+1', '+86'],
      ],
      flags: [],
    });
    expect(empty?.rows[0]).toEqual(['代码']);
    expect(choices).toMatchObject({ name: '选项', rows: [['普通会员'], ['理事单位']] });
    const xml = await sheetXml(bytes);
    expect(xml).toContain(`<formula1>'选项'!$A$1:$A$2</formula1>`);
    expect(xml).toContain('sqref="B2:B1048576"');
    expect(xml).toMatch(/<col style="\d+" min="1"/);
    expect(xml).toContain('state="frozen"');
  });
});

it('has amounts that Excel adds up, in columns where a sum can be typed below, and nothing else as a number', async () => {
  const columns = ['代码', '金额', '笔数'].map((heading) => ({ heading, width: 12 }));
  const bytes = await writeWorkbook([{ name: '合计', columns, rows: [['007', { fen: 299_999 }, 2]] }]);
  const xml = await sheetXml(bytes);
  expect(xml).toMatch(/<c r="A2" s="\d+" t="s">/);
  expect(xml).toMatch(/<c r="B2" s="\d+"><v>2999.99<\/v>/);
  expect(xml).toMatch(/<c r="C2"[^t>]*><v>2<\/v>/);
  expect(xml).toMatch(/<col style="\d+" min="1".*<col min="2".*<col min="3"/);
});

describe('a workbook that is not taken', () => {
  it.each([
    ['nothing', 'empty', async () => Buffer.alloc(0)],
    ['a text called xlsx', 'type', async () => Buffer.from('名称,代码\n')],
    ['a zip that is no workbook', 'type', () => zipOf({ 'a.txt': 'x' })],
    ['an old .xls, or one with a password', 'locked', async () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['more than 10 MB', 'tooLarge', async () => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(10 * 1024 * 1024)])],
    ['a bomb in a small file', 'inflated', () => zipBomb()],
    ['a bomb that calls itself small', 'damaged', () => lyingBomb()],
    ['a bomb that its directory does not mention', 'damaged', () => hiddenBomb()],
    ['half of one', 'damaged', async () => (await rawWorkbook([{ name: '表', rows: [['a']] }])).subarray(0, 300)],
    ['a cell at the end of the world', 'damaged', () => farCell()],
  ])('is %s', async (_, reason, make) => {
    await expect(readWorkbook(await make())).rejects.toMatchObject(refusal(reason));
  });

  it('has more rows than were asked for', async () => {
    const bytes = await rawWorkbook([{ name: '表', rows: [['a'], ['b'], ['c']] }]);
    await expect(readWorkbook(bytes, { maxRows: 2 })).rejects.toMatchObject(refusal('tooManyRows'));
  });
});

describe('the day that a cell means', () => {
  it.each([
    ['2015-06-01', '2015-06-01'],
    ['2015/6/1', '2015-06-01'],
    ['2015.6.1', '2015-06-01'],
    ['２０１５年６月１日', '2015-06-01'],
    ['2015 年 6 月 1 日', '2015-06-01'],
    ['20150601', '2015-06-01'],
    ['2015-06-01 10:15:00', '2015-06-01'],
    ['42156', '2015-06-01'],
    ['2015-02-30', null],
    ['2015年6月', null],
    ['去年', null],
  ])('%s is %s', (text, day) => {
    expect(dayOfText(text)).toBe(day);
  });

  it.each([
    ['2015-06', '2015-06-01'],
    ['2015/6', '2015-06-01'],
    ['2015.06', '2015-06-01'],
    ['２０１５年６月', '2015-06-01'],
    ['2015年', '2015-01-01'],
    ['2015', '2015-01-01'],
    ['2015-13', null],
    ['2015.1', null],
    ['2015-06-01', null],
    ['42156', null],
    ['', null],
  ])('without its day, %s begins on %s', (text, day) => {
    expect(firstDayOfText(text)).toBe(day);
  });
});

async function sheetXml(bytes: Buffer): Promise<string> {
  const archive = await openArchive(bytes);
  const entry = (await listEntries(archive)).find(({ fileName }) => fileName === 'xl/worksheets/sheet1.xml');
  return entry ? textOf(archive, entry) : '';
}

/** Its directory says 1000 bytes; its content is larger than any workbook may be. */
async function lyingBomb(): Promise<Buffer> {
  const bytes = Buffer.from(await zipBomb());
  const size = Buffer.alloc(4);
  size.writeUInt32LE(BOMB_BYTES);
  const said = Buffer.alloc(4);
  said.writeUInt32LE(1000);
  for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at + 1)) said.copy(bytes, at);
  return bytes;
}

/** A good workbook in the directory, and before it an entry that only a reader from the front finds. */
async function hiddenBomb(): Promise<Buffer> {
  const bomb = await zipBomb();
  const good = await rawWorkbook([{ name: '表', rows: [['a']] }]);
  const hidden = bomb.subarray(0, bomb.indexOf(Buffer.from('PK\u0001\u0002')));
  const directory = Buffer.from('PK\u0001\u0002');
  const move = (at: number) => good.writeUInt32LE(good.readUInt32LE(at) + hidden.length, at);
  for (let at = good.indexOf(directory); at >= 0; at = good.indexOf(directory, at + 1)) move(at + 42);
  move(good.indexOf(Buffer.from('PK\u0005\u0006')) + 16);
  return Buffer.concat([hidden, good]);
}

async function farCell(): Promise<Buffer> {
  const workbook = await rawWorkbook([{ name: '表', rows: [['a']] }]);
  const archive = await openArchive(workbook);
  const files: Record<string, string> = {};
  for (const entry of await listEntries(archive)) {
    files[entry.fileName] = (await textOf(archive, entry)).replace(
      '</sheetData>',
      '<row r="900000000"><c r="XFD900000000"><v>1</v></c></row></sheetData>',
    );
  }
  return zipOf(files);
}
