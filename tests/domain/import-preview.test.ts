import type { AccountActor } from '../../lib/access/actor';
import { db } from '../../lib/db';
import { readWorkbook } from '../../lib/excel/read-workbook';
import { discardImport } from '../../lib/imports/discard-import';
import { findingsSchema } from '../../lib/imports/findings';
import { problemWorkbook } from '../../lib/imports/problem-workbook';
import { getImport } from '../../lib/imports/queries';
import { returnedWorkbook } from '../../lib/imports/returned-workbook';
import { type ImportColumn, importSheets, type SheetKey } from '../../lib/imports/sheets';
import { getImportTemplate } from '../../lib/imports/template';
import { uploadImport } from '../../lib/imports/upload-import';
import { sampleUscc } from '../../prisma/seed/companies';
import { smallPicture } from '../support/applications';
import { withDatabase } from '../support/database';
import { committed, type OldSystem, oldCompany, oldSystem, previewed, type Row, stagedOf, withCell, workbookOf } from '../support/imports';
import { anApplicant, staffWith } from '../support/people';
import { auditOf } from '../support/trail';
import { zipBomb, zipOf } from '../support/workbooks';

withDatabase();

let staff: AccountActor;
beforeAll(async () => {
  staff = await staffWith('reviewer');
});

let open: string | undefined;
const preview = async (...given: Parameters<typeof previewed> extends [unknown, ...infer Rest] ? Rest : never) => {
  open = await previewed(staff, ...given);
  return stagedOf(open);
};
afterEach(async () => {
  if (open) await discardImport(staff, open).catch(() => undefined);
  open = undefined;
});

const change = (sheet: 'companies' | 'liaisons' | 'dues', row: Row) => withCell(oldCompany(1), sheet, row);
const first = async (system: OldSystem) => {
  const [company] = await preview(system);
  return company;
};

describe('a workbook of the old system', () => {
  it('is good when nothing is wrong with it', async () => {
    expect(await preview(oldSystem(oldCompany(1), oldCompany(2)))).toEqual([
      { uscc: sampleUscc(1), outcome: 'good', problems: [] },
      { uscc: sampleUscc(2), outcome: 'good', problems: [] },
    ]);
    expect(await auditOf('import', open ?? '')).toEqual(['import.upload']);
  });

  it.each<[string, OldSystem, string]>([
    ['a credit code that lost its end as a number', change('companies', { uscc: Number('911100006000017600') }), 'uscc: 这一格是数字格式'],
    ['a credit code of 17 characters', change('companies', { uscc: '91110000600001760' }), 'uscc: 统一社会信用代码应为 18 位'],
    ['a name without a value behind its formula', change('companies', { name: { formula: 'B1' } }), 'name: 这一格是没有算出结果的公式'],
    ['a formula that failed', change('companies', { number: '#N/A' }), 'number: 这一格的公式出错了'],
    ['merged cells', { ...oldSystem(change('companies', { level: null })), merged: { companies: ['C2:D2'] } }, 'level: 这一格被合并了'],
    ['a level that nobody has', change('companies', { level: '名誉会员' }), 'level: 没有“名誉会员”这个级别'],
    ['no date of joining', change('companies', { joinedOn: '' }), 'joinedOn: 请填写入会日期'],
    ['a day that does not exist', change('companies', { joinedOn: '2015-02-30' }), 'joinedOn: “2015-02-30”不是日期'],
    ['a day in the future', change('companies', { joinedOn: '2099-01-01' }), 'joinedOn: 入会日期在今天之后'],
    ['a month that Excel took for a number', change('companies', { joinedOn: '2015.1' }), 'joinedOn: “2015.1”不是日期'],
    ['a state that nobody has', change('companies', { state: '休眠' }), 'state: 没有“休眠”这个状态'],
    ['a phone of ten digits', change('liaisons', { mobile: 1380013800 }), 'mobile: 请填写 11 位手机号.*；没有手机号的请留空'],
    ['a liaison without a name', change('liaisons', { name: '' }), 'name: 请填写姓名'],
    ['a year that is none', change('dues', { year: '去年' }), 'year: “去年”不是年度'],
    ['an amount that is none', change('dues', { paid: '三千' }), 'paid: “三千”不是金额'],
    ['a receipt without its number', change('dues', { receiptNumber: '' }), 'receiptNumber: 票据代码和号码要一起填写'],
    ['a receipt whose day nobody knows', change('dues', { paidOn: '2025年3月', issuedOn: '' }), 'issuedOn: 请填写开票日期'],
    ['a receipt for nothing', change('dues', { paid: '' }), 'paid: 有票据，却没有实交金额'],
    ['a waiver of what was paid', change('dues', { waived: '困难企业' }), 'waived: 已有实交金额'],
  ])('goes back with %s', async (_, system, words) => {
    const company = await first(system);
    expect(company?.outcome).toBe('refused');
    expect(company?.problems.join('\n')).toMatch(new RegExp(`error \\w+ 2 ${words.replace(/[（）]/g, '.')}`));
  });

  it.each<[string, OldSystem, string]>([
    ['a code whose check character is wrong', change('companies', { uscc: '91110000600001760W' }), 'uscc: 信用代码的校验位不符'],
    ['no number', change('companies', { number: '' }), 'number: 没有会员编号'],
    [
      'a month of joining without its day',
      change('companies', { joinedOn: '2015年6月' }),
      'joinedOn: “2015年6月”没有写明哪一天，按2015年6月1日导入',
    ],
    ['a liaison without a phone', change('liaisons', { mobile: '' }), 'mobile: 没有手机号，不导入这名联络员（.+）'],
    [
      'a payment whose month is all that is known',
      change('dues', { paidOn: '2025年3月' }),
      'paidOn: “2025年3月”没有写明哪一天，按2025年3月1日导入',
    ],
    [
      'an old name without its end',
      { ...oldCompany(1), names: [{ uscc: sampleUscc(1), name: '江苏旧名建设有限公司' }] },
      'to: 没有停用日期，按入会日期导入',
    ],
    ['nobody who could sign in', change('liaisons', { mobile: '' }), 'uscc: 没有第一联络员'],
    ['no address', change('companies', { address: '' }), 'address: 请填写通讯地址'],
    ['a province that nobody knows', change('companies', { province: '江南省' }), 'province: 没有“江南省”这个省'],
    ['no industry', change('companies', { industry: '' }), 'industry: 没有填写'],
    ['no liaison', { ...oldCompany(1), liaisons: [] }, 'uscc: 没有第一联络员'],
    ['a profile that is too long', change('companies', { profile: '一'.repeat(450) }), 'profile: 企业基本情况不能超过 400 个字'],
    ['a postcode that lost its zero', change('companies', { postcode: 50000 }), 'postcode: “50000”只有 5 位，按开头少了 0 导入为 050000'],
    ['a liaison who is neither first nor second', change('liaisons', { order: '联系人' }), 'order: 看不出“联系人”是第几，按第一联络员导入'],
    ['a liaison without a mailbox that works', change('liaisons', { email: 'qq.com' }), 'email: 请填写正确的邮箱'],
    ['dues other than the standard', change('dues', { year: '2026', amount: '2000', paid: '2000' }), 'amount: 与 2026 年标准'],
    ['more paid than was owed', change('dues', { paid: '3500' }), 'paid: 实交多于应交'],
    [
      'paid on a day that nobody knows',
      change('dues', { paidOn: '', receiptCode: '', receiptNumber: '', checkCode: '', issuedOn: '' }),
      'paidOn: 没有交费日期',
    ],
  ])('comes in as 待完善 with %s', async (_, system, words) => {
    const company = await first(system);
    expect(company?.outcome).toBe('incomplete');
    expect(company?.problems.join('\n')).toMatch(new RegExp(`warning \\w+ 2 ${words}`));
  });

  it('keeps what was typed where it has to be mended, so that it can be; only a mailbox that is none goes', async () => {
    const [profile, department, name] = ['一'.repeat(450), '部'.repeat(41), '李卫东（代）'];
    const spoilt = change('companies', { profile, postcode: 50000, legalRepresentative: name, address: '南'.repeat(201) });
    await preview(
      oldSystem(withCell(spoilt, 'liaisons', { department, email: 'qq.com' }), withCell(oldCompany(2), 'companies', { postcode: '无' })),
    );
    const staged = await db().importCompany.findMany({ where: { importId: open }, orderBy: { position: 'asc' }, select: { data: true } });
    expect(staged).toMatchObject([
      {
        data: {
          fields: { profile, postcode: '050000', legalRepresentative: name, address: '南'.repeat(201) },
          liaisons: [{ department, email: '' }],
          incomplete: expect.arrayContaining(['profile', 'postcode', 'legalRepresentative', 'address', 'liaison']),
        },
      },
      { data: { fields: { postcode: '无' }, incomplete: ['postcode'] } },
    ]);
  });

  it('needs exactly what the template marks with a star and its 填写说明 calls 必填', async () => {
    const columns = importSheets.flatMap(({ key: sheet, columns: all }) => all.map((column: ImportColumn) => ({ sheet, ...column })));
    const needed = columns.filter(({ key, required }) => required && key !== 'uscc');
    const sparse = (n: number, without?: (typeof needed)[number]): OldSystem => {
      const { uscc, ...system } = { uscc: sampleUscc(n), ...oldCompany(n) };
      const level = '理事单位';
      const given: Record<SheetKey, Row> = {
        ...{ companies: { ...system.companies[0], level }, liaisons: system.liaisons[0] ?? {}, levels: { level, from: '2015-06-01' } },
        ...{
          seats: { position: '理事', person: '李卫东', from: '2020-01-01' },
          names: { name: '江苏前进建筑公司' },
          dues: { year: '2026' },
        },
      };
      const row = (sheet: SheetKey) =>
        Object.fromEntries(
          needed.filter((each) => each.sheet === sheet && each !== without).map(({ key }) => [key, given[sheet][key] ?? '']),
        );
      return {
        ...{ companies: [{ uscc, ...row('companies') }], liaisons: [{ uscc, ...row('liaisons') }], levels: [{ uscc, ...row('levels') }] },
        ...{ seats: [{ uscc, ...row('seats') }], names: [{ uscc, ...row('names') }], dues: [{ uscc, ...row('dues') }] },
      };
    };
    const [bare, ...rest] = await preview(oldSystem(sparse(1), ...needed.map((column, n) => sparse(n + 2, column))));
    expect(bare).toMatchObject({ uscc: sampleUscc(1), outcome: 'incomplete' });
    expect(rest.map(({ outcome }) => outcome)).toEqual(needed.map(() => 'refused'));
    for (const [n, { sheet, key }] of needed.entries())
      expect(rest[n]?.problems.join('\n')).toMatch(new RegExp(`error ${sheet} \\d+ ${key}:`));
    const template = await readWorkbook(await getImportTemplate(staff));
    expect(template.slice(0, 6).map(({ rows }) => rows[0])).toEqual(
      importSheets.map(({ columns: all }) => all.map(({ heading, required }: ImportColumn) => (required ? `${heading}*` : heading))),
    );
    const said = template.find(({ name }) => name === '填写说明')?.rows.slice(1) ?? [];
    expect(said.map(([sheet, heading, required]) => [sheet, heading, required === '必填'])).toEqual(
      importSheets.flatMap(({ name, columns: all }) =>
        all.map(({ heading, required }: ImportColumn) => [name, heading, required === true]),
      ),
    );
  });

  it('is understood as people write: phones as numbers, days as serials and texts, full width, spaces, short levels', async () => {
    const written = oldSystem(
      withCell(
        change('companies', {
          uscc: ` ${sampleUscc(1).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))} `,
          name: '江苏前进(集团)有限公司　',
          joinedOn: { day: 42156 },
          address: '南京市建邺区（河西）江东路，１ 号',
        }),
        'liaisons',
        { mobile: 13912345678, name: '张　三' },
      ),
      withCell(withCell(oldCompany(2), 'companies', { joinedOn: '2015年6月1日', level: '会员', state: '' }), 'companies', {
        level: '普通会员',
        joinedOn: 42156,
      }),
    );
    expect((await preview(written)).map(({ outcome, problems }) => ({ outcome, problems }))).toEqual([
      { outcome: 'good', problems: [] },
      { outcome: 'good', problems: [] },
    ]);
    const { data } = await db().importCompany.findFirstOrThrow({ where: { importId: open, position: 0 } });
    expect(data).toMatchObject({
      uscc: sampleUscc(1),
      name: '江苏前进（集团）有限公司',
      joinedOn: '2015-06-01',
      fields: { address: '南京市建邺区（河西）江东路，1 号' },
      liaisons: [{ name: '张三', mobile: '13912345678' }],
    });
  });

  it.each([
    ['the day before the next', '2019-12-31', 'good'],
    ['the first day of the next', '2020-01-01', 'good'],
    ['two days before the next: a gap', '2019-12-30', 'incomplete'],
  ])('may have a level that ended %s', async (_, to, outcome) => {
    const uscc = sampleUscc(1);
    const levels = [
      { uscc, level: '理事单位', from: '2015-06-01', to },
      { uscc, level: '普通会员', from: '2020-01-01', to: null },
    ];
    expect(await first({ ...oldCompany(1), levels })).toMatchObject({ outcome });
  });

  it('says of a day that is none only that, and nothing of what would follow from another', async () => {
    const found = await first(change('companies', { joinedOn: '2024-02-30' }));
    expect(found?.problems.filter((text) => !text.includes('joinedOn'))).toEqual([]);
    expect(found?.problems).not.toEqual([]);
  });
});

describe('the same thing twice in a workbook', () => {
  const outcomes = async (system: OldSystem) => (await preview(system)).map(({ outcome }) => outcome);
  const words = async () => (await stagedOf(open ?? '')).flatMap(({ problems }) => problems).join('\n');

  it('is a company under one code and two names', async () => {
    const twice = oldSystem(oldCompany(1), {
      ...oldCompany(1),
      liaisons: [],
      dues: [],
      companies: [{ ...oldCompany(1).companies[0], name: '江苏旧名建设有限公司', number: '20150099' }],
    });
    expect(await outcomes(twice)).toEqual(['refused']);
    expect(await words()).toContain('与第 3 行是同一个信用代码，请只保留一行');
  });

  it('is a company under its old and its new name, with two codes', async () => {
    const named = { ...oldCompany(1), names: [{ uscc: sampleUscc(1), name: '江苏前进第2建设有限公司', to: '2018-01-01' }] };
    expect(await outcomes(oldSystem(named, oldCompany(2)))).toEqual(['refused', 'refused']);
    expect(await words()).toContain('就是第 3 行的企业，可能是同一家企业的新旧名称');
  });

  it('is one name under two codes, one number, one receipt', async () => {
    const [one, other] = [oldCompany(1), oldCompany(2)];
    const same = {
      ...other,
      companies: [{ ...other.companies[0], name: one.companies[0]?.name ?? null, number: one.companies[0]?.number ?? null }],
    };
    expect(await outcomes(oldSystem(one, withCell(same, 'dues', { receiptNumber: one.dues[0]?.receiptNumber ?? null })))).toEqual([
      'refused',
      'refused',
    ]);
    for (const found of ['名称相同，那一行的信用代码是', '会员编号相同', '是同一张票据']) expect(await words()).toContain(found);
  });

  it('is a phone under two names, which goes back; under one name it is somebody of a group', async () => {
    const mobile = oldCompany(1).liaisons[0]?.mobile ?? null;
    expect(await outcomes(oldSystem(oldCompany(1), withCell(oldCompany(2), 'liaisons', { mobile, name: '李四' })))).toEqual([
      'refused',
      'refused',
    ]);
    await discardImport(staff, open ?? '');
    expect(await outcomes(oldSystem(oldCompany(1), withCell(oldCompany(2), 'liaisons', { mobile })))).toEqual(['incomplete', 'incomplete']);
  });

  it('is a second 第一联络员, a second row for a year, levels that overlap', async () => {
    const one = oldCompany(1);
    const uscc = sampleUscc(1);
    const doubled = {
      ...one,
      liaisons: [...one.liaisons, { ...one.liaisons[0], mobile: '13911112222' }],
      dues: [...one.dues, { ...one.dues[0], receiptCode: '', receiptNumber: '' }],
      levels: [
        { uscc, level: '理事单位', from: '2015-06-01', to: '2019-01-01' },
        { uscc, level: '普通会员', from: '2018-01-01', to: null },
      ],
    };
    expect(await outcomes(doubled)).toEqual(['refused']);
    for (const found of ['第一联络员只能有一名，第 2 行已经是了', '2024 年在第 2 行已经有了', '重叠'])
      expect(await words()).toContain(found);
  });

  it('is a row of a company that is not in the workbook', async () => {
    expect(await outcomes(oldSystem(oldCompany(1), { ...oldCompany(2), companies: [] }))).toEqual(['good', 'refused']);
    expect(await words()).toContain('“企业”表里没有这个信用代码');
    expect((await getImport(staff, open ?? '')).findings).toMatchObject({ strays: 1 + oldCompany(2).dues.length, counts: { refused: 0 } });
  });
});

describe('a company of a workbook that the system knows', () => {
  it('is left alone; its number, name, phone and receipts are nobody else’s', async () => {
    open = await previewed(staff, oldCompany(50));
    await committed(staff, open);
    const other = oldCompany(51);
    const same = withCell(
      withCell(
        { ...other, companies: [{ ...other.companies[0], name: oldCompany(50).companies[0]?.name ?? null, number: '20150050' }] },
        'liaisons',
        {
          mobile: oldCompany(50).liaisons[0]?.mobile ?? null,
          name: '李四',
        },
      ),
      'dues',
      { receiptNumber: oldCompany(50).dues[0]?.receiptNumber ?? null },
    );
    const staged = await preview(oldSystem(oldCompany(50), same));
    expect(staged.map(({ outcome }) => outcome)).toEqual(['known', 'refused']);
    const words = staged.flatMap(({ problems }) => problems).join('\n');
    for (const found of ['系统里已有同名单位', '会员编号已被系统里的', '这个手机号是系统里', '系统里已有这张票据'])
      expect(words).toContain(found);
  });

  it('is listed with what does not come in of it', async () => {
    open = await previewed(staff, oldCompany(55));
    await committed(staff, open);
    await preview(
      oldSystem({ ...oldCompany(55, [2022, 2023]), names: [{ uscc: sampleUscc(55), name: '江苏曾用建设有限公司' }] }, oldCompany(56)),
      await zipOf({ [`${sampleUscc(55)}.jpg`]: await smallPicture(), [`${sampleUscc(56)}.jpg`]: await smallPicture() }),
    );
    expect((await getImport(staff, open)).findings?.scans).toMatchObject({ taken: 1, refused: [{ name: `${sampleUscc(55)}.jpg` }] });
    expect((await getImport(staff, open)).known).toMatchObject([
      {
        uscc: sampleUscc(55),
        company: '江苏前进第55建设有限公司',
        text: '已是会员，企业信息不会改动；这些也不导入：联络员 1 名、曾用名 1 个、会费 2 年',
      },
    ]);
    expect((await getImport(staff, open)).problems).toEqual([]);
  });

  it('is found by its old names too, with words that say which member it is', async () => {
    const old = (n: number, name: string) => ({ uscc: sampleUscc(n), name, to: '2018-01-01' });
    open = await previewed(staff, { ...oldCompany(60), names: [old(60, '江苏旧名建设有限公司'), old(60, '江苏原名建设有限公司')] });
    await committed(staff, open);
    const staged = await preview(
      oldSystem(
        { ...oldCompany(61), names: [old(61, '江苏前进第60建设有限公司')] },
        withCell(oldCompany(62), 'companies', { name: '江苏旧名建设有限公司' }),
        { ...oldCompany(63), names: [old(63, '江苏原名建设有限公司')] },
      ),
    );
    const member = `江苏前进第60建设有限公司（会员编号 20150060，信用代码 ${sampleUscc(60)}）`;
    expect(staged.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'incomplete']);
    expect(staged.flatMap(({ problems }) => problems)).toEqual([
      expect.stringContaining(`error names 2 name: 这是系统里 ${member} 现在的名称，如果是同一家企业，请不要再导入`),
      expect.stringContaining(`error companies 3 name: 这是系统里 ${member} 的曾用名，如果是同一家企业，请不要再导入`),
      expect.stringContaining(`warning names 3 name: 也是系统里 ${member} 的曾用名`),
    ]);
  });

  it('never has a phone of the association’s staff', async () => {
    expect((await first(change('liaisons', { mobile: staff.phone })))?.problems.join()).toContain('这是协会工作人员的手机号');
  });
});

describe('问题清单', () => {
  it('holds every cell that somebody should look at, also those that the page has no room for', async () => {
    const soft = Array.from({ length: 210 }, (_, n) => withCell(oldCompany(100 + n), 'companies', { address: '' }));
    await preview(oldSystem(...soft, withCell(oldCompany(99), 'companies', { joinedOn: '不详' })));
    expect((await getImport(staff, open ?? '')).problems).toHaveLength(200);
    const [sheet] = await readWorkbook(await problemWorkbook(staff, open ?? ''));
    expect(sheet?.rows).toHaveLength(212);
    expect(sheet?.rows.slice(0, 3)).toEqual([
      ['表', '行', '列', '企业', '信用代码', '程度', '说明'],
      ['企业', '212', '入会日期', '江苏前进第99建设有限公司', sampleUscc(99), '错误', expect.stringContaining('“不详”不是日期')],
      ['企业', '2', '通讯地址', '江苏前进第100建设有限公司', sampleUscc(100), '提醒', '请填写通讯地址'],
    ]);
    await expect(problemWorkbook(await staffWith('finance'), open ?? '')).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('what goes back', () => {
  it('holds every row of its companies with the reasons, and comes in when it is mended', async () => {
    const broken = withCell(withCell(oldCompany(1), 'companies', { joinedOn: '不详' }), 'liaisons', { mobile: '1390000' });
    await preview(oldSystem(oldCompany(2), broken, withCell(oldCompany(3), 'dues', { paid: '三千' })));
    const sheets = await readWorkbook(await returnedWorkbook(staff, open ?? ''));
    const company = sheets.find(({ name }) => name === '企业');
    expect(company?.rows.map((row) => row.slice(-2))).toEqual([
      ['原行号', '需要修改'],
      ['3', expect.stringMatching(/^入会日期：“不详”不是日期.*；请看“联络员”表$/)],
      ['4', '请看“会费与票据”表'],
    ]);
    expect(sheets.find(({ name }) => name === '会费与票据')?.rows.map((row) => row.slice(-2))).toEqual([
      ['原行号', '需要修改'],
      ['4', ''],
      ['5', ''],
      ['6', expect.stringContaining('实交金额：“三千”不是金额')],
      ['7', ''],
    ]);
    await discardImport(staff, open ?? '');
    const { writeWorkbook } = await import('../../lib/excel/write-workbook');
    const right: Record<string, string> = { 不详: '2015-06-01', '1390000': '13900000001', 三千: '3000' };
    const mended = await writeWorkbook(
      sheets
        .filter(({ name }) => name !== '选项')
        .map(({ name, rows: [head = [], ...rows] }) => ({
          name,
          columns: head.map((heading) => ({ heading, width: 10 })),
          rows: rows.map((row) => row.map((text) => right[text] ?? text)),
        })),
    );
    expect(await preview(mended)).toEqual([1, 3].map((n) => ({ uscc: sampleUscc(n), outcome: 'good', problems: [] })));
  });
});

describe('a workbook that cannot be read', () => {
  it.each([
    ['a zip bomb', () => zipBomb(), '解开后太大'],
    [
      'a workbook of something else',
      async () => (await import('../support/workbooks')).rawWorkbook([{ name: '流水', rows: [['日期']] }]),
      '没有“企业”这张表',
    ],
    [
      'a template without its codes',
      async () => (await import('../support/workbooks')).rawWorkbook([{ name: '企业', rows: [['企业名称']] }]),
      '没有“信用代码”',
    ],
    ['an empty template', () => getImportTemplate(staff), '没有企业'],
  ])('is %s: the page says why, and the next one may come', async (_, make, words) => {
    const id = await previewed(staff, await make());
    const { state, failure } = await getImport(staff, id);
    expect({ state, failure }).toEqual({ state: 'failed', failure: expect.stringContaining(words) });
  });

  it('is a second one while the first is open', async () => {
    await preview(oldCompany(1));
    await expect(
      uploadImport(staff, { workbook: { name: 'a.xlsx', body: await workbookOf(oldCompany(2)) }, scans: null }),
    ).rejects.toMatchObject({ code: 'importOpen' });
  });

  it('is for reviewers and administrators to bring; the overseer looks, nobody else knows of it', async () => {
    const sent = { workbook: { name: 'a.xlsx', body: await workbookOf(oldCompany(1)) }, scans: null };
    await expect(uploadImport(await staffWith('overseer'), sent)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(uploadImport(await staffWith('finance'), sent)).rejects.toMatchObject({ code: 'notFound' });
    await expect(uploadImport(await anApplicant(), sent)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('counts and words of a preview', () => {
  it('are of what comes in, and of what goes back as far as it can be read', async () => {
    const system = oldSystem(
      oldCompany(10),
      oldCompany(11),
      withCell(oldCompany(12), 'companies', { industry: '海洋工程' }),
      withCell(oldCompany(13), 'companies', { name: '坏' }),
    );
    await preview(system);
    const { findings } = await db().import.findUniqueOrThrow({ where: { id: open } });
    expect(findingsSchema.parse(findings)).toMatchObject({
      counts: { good: 3, incomplete: 0, refused: 1, known: 0 },
      coming: {
        levels: { councilMember: 1, ordinaryMember: 2 },
        dues: { '2024': 1_600_000, '2025': 1_600_000 },
        receipts: { '2024': 3, '2025': 3 },
      },
      refused: { levels: { ordinaryMember: 1 }, dues: { '2024': 300_000, '2025': 300_000 } },
      words: [{ kind: 'industry', label: '海洋工程', count: 1 }],
    });
  });
});
