import { nameIndex, namePinyin } from '../../lib/companies/name-index';
import { companySearch } from '../../lib/companies/search';
import { db } from '../../lib/db';
import { sampleAnswers, sampleUscc } from '../../prisma/seed/companies';
import { withDatabase } from '../support/database';

withDatabase();

const companies = [
  { name: '重庆建工集团股份有限公司', oldNames: ['重庆市第一建筑工程公司'] },
  { name: '中国建筑第二工程局有限公司', oldNames: [] },
  { name: '上海ABC（集团）路桥有限公司', oldNames: [] },
  { name: '中国水利水电第2000工程局有限公司', oldNames: [] },
];

beforeAll(async () => {
  for (const [index, { name, oldNames }] of companies.entries()) {
    const { liaisons: _, usccConfirmed: __, ...fields } = sampleAnswers({ name, uscc: sampleUscc(index + 1) });
    await db().company.create({ data: { ...fields, ...namePinyin(name), nameBigrams: nameIndex(name, ...oldNames) } });
  }
});

async function found(text: string): Promise<string[]> {
  const rows = await db().company.findMany({ where: companySearch(text), select: { name: true }, orderBy: { namePinyin: 'asc' } });
  return rows.map(({ name }) => name.slice(0, 4));
}

describe('the search for companies', () => {
  it.each([
    ['建工', ['重庆建工']],
    ['工程', ['重庆建工', '中国建筑', '中国水利']],
    ['第一建筑工程公司', ['重庆建工']],
    ['集团 上海', ['上海AB']],
    ['ABC(集团)', ['上海AB']],
    ['桥', ['上海AB']],
    ['cqjg', ['重庆建工']],
    ['CQ JG', ['重庆建工']],
    ['chongqing', ['重庆建工']],
    ["zhong guo jian'zhu", ['中国建筑']],
    ['abc', ['上海AB']],
    ['ＣＱＪＧ', ['重庆建工']],
    ['jgjt', ['重庆建工']],
    ['dyjz', ['重庆建工']],
    ['2000', ['中国水利']],
    ['２０００', ['中国水利']],
    [sampleUscc(2), ['中国建筑']],
    [`${sampleUscc(2).slice(0, 14)} ${sampleUscc(2).slice(14, 16).toLowerCase()}`, ['中国建筑']],
    ['', ['重庆建工', '上海AB', '中国建筑', '中国水利']],
  ])('understands “%s”', async (text, names) => {
    expect((await found(text)).toSorted()).toEqual(names.toSorted());
  });

  it.each(['建一', '二局二', 'zzz', '%', '_', '（', '13800000001', '91ZZ'])('finds nothing for “%s”', async (text) => {
    expect(await found(text)).toEqual([]);
  });
});
