import { checkChoices } from '../../lib/applications/check-choices';
import type { CompanyAnswers } from '../../lib/applications/schema';
import { db } from '../../lib/db';
import { getLabels, listOptions, listRegions } from '../../lib/dictionaries/queries';
import { sampleAnswers, sampleUscc } from '../../prisma/seed/companies';
import { withDatabase } from '../support/database';

withDatabase();

const check = (change: Partial<CompanyAnswers>) => checkChoices(sampleAnswers({ name: '北京远筑公司', uscc: sampleUscc(1), ...change }));

beforeAll(async () => {
  await db().dictionaryEntry.update({ where: { kind_code: { kind: 'field', code: 'investment' } }, data: { retiredAt: new Date() } });
});

describe('the choices of the company step', () => {
  it('stand in their lists', async () => {
    expect(await check({})).toEqual({});
    expect(await check({ qualifications: ['none'] })).toEqual({});
  });

  it.each([
    ['industry', { industry: 'forged' }, '请选择所属行业'],
    ['field', { field: 'building' }, '请选择所属领域'], // an industry, no field
    ['companyType', { companyType: '' }, '请选择企业类型'],
    ['affiliation', { affiliation: 'forged' }, '请选择所属系统'],
    ['cityCode', { cityCode: '320100' }, '请选择所在市'],
    ['qualifications', { qualifications: ['building', 'forged'] }, '请选择资质'],
  ])('are asked for again at %s when they do not', async (field, change, message) => {
    expect(await check(change)).toEqual({ [field]: message });
  });

  it('need a province before a city', async () => {
    expect(await check({ provinceCode: '999999' })).toEqual({ provinceCode: '请选择所在省', cityCode: '请选择所在市' });
  });

  it('no longer offer what staff have retired, but still know its name', async () => {
    expect(await check({ field: 'investment' })).toEqual({ field: '请选择所属领域' });
    expect((await listOptions('field')).map(({ code }) => code)).not.toContain('investment');
    expect((await getLabels()).of('field', 'investment')).toBe('投资开发');
  });
});

describe('provinces and cities', () => {
  it('are 34 with 372, and every province has at least one city', async () => {
    const regions = await listRegions();
    expect(regions).toHaveLength(34);
    expect(regions.flatMap(({ cities }) => cities)).toHaveLength(372);
    expect(regions.filter(({ cities }) => !cities.length)).toEqual([]);
  });

  it('take Beijing and Hong Kong as their own city, and know the counties that no city governs', async () => {
    const regions = await listRegions();
    const citiesOf = (label: string) => regions.find((region) => region.label === label)?.cities.map((city) => city.label);
    expect(citiesOf('北京市')).toEqual(['北京市']);
    expect(citiesOf('香港特别行政区')).toEqual(['香港特别行政区']);
    expect(citiesOf('湖北省')).toEqual(expect.arrayContaining(['武汉市', '仙桃市', '神农架林区']));
    expect(citiesOf('新疆维吾尔自治区')).toEqual(expect.arrayContaining(['石河子市', '白杨市']));
  });
});
