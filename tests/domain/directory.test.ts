import { setListed } from '../../lib/companies/set-listed';
import { db } from '../../lib/db';
import { limitDirectory } from '../../lib/directory/limit-directory';
import { DIRECTORY_PAGE, type DirectoryFilter, listDirectory } from '../../lib/directory/queries';
import { sampleUscc } from '../../prisma/seed/companies';
import { buildImportedMember } from '../../prisma/seed/members';
import { withDatabase } from '../support/database';
import { anApplicant, newPhone, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

let members = 0;
const aMember = (change: Partial<Parameters<typeof buildImportedMember>[0]> = {}) => {
  const n = ++members;
  return buildImportedMember({
    name: `湖北楚恒第${n}建设有限公司`,
    uscc: sampleUscc(7000 + n),
    number: `D${n}`,
    liaison: { name: '欧阳建国', phone: newPhone() },
    ...change,
  });
};

const everything: DirectoryFilter = { search: '', province: '', level: null, page: 1 };
const list = (change: Partial<DirectoryFilter>) => listDirectory({ ...everything, ...change });
const names = async (change: Partial<DirectoryFilter>) => (await list(change)).rows.map(({ name }) => name);

describe('the directory', () => {
  it('shows of a member what the public may know, and of its liaison what the liaison recognises', async () => {
    await aMember({ name: '长沙岳麓路桥有限公司', level: 'councilMember', liaison: { name: '欧阳建国', phone: '13812345678' } });
    expect(await list({ search: '岳麓路桥' })).toEqual({
      rows: [{ name: '长沙岳麓路桥有限公司', level: 'councilMember', place: '北京市', joinedIn: 2001, liaisons: ['欧* 138****5678'] }],
      total: 1,
      more: false,
    });
  });

  it('finds a member by an old name, its pinyin and its initials, within a province and a level', async () => {
    await aMember({
      name: '重庆巴渝建工集团有限公司',
      oldNames: ['四川省第九建筑公司'],
      level: 'vicePresident',
      provinceCode: '500000',
      cityCode: '500100',
    });
    for (const search of ['四川省第九', 'chongqingbayu', 'cqby', '巴渝'])
      expect(await names({ search })).toEqual(['重庆巴渝建工集团有限公司']);
    expect(await names({ search: '巴渝', province: '500000', level: 'vicePresident' })).toHaveLength(1);
    expect(await names({ search: '巴渝', province: '110000' })).toEqual([]);
    expect(await names({ search: '巴渝', level: 'ordinaryMember' })).toEqual([]);
  });

  it('says nothing of a phone: searching by one, or by a liaison, finds nobody', async () => {
    const phone = newPhone();
    await aMember({ liaison: { name: '司马青', phone } });
    for (const search of [phone, phone.slice(0, 7), '司马青', '司马']) expect(await names({ search })).toEqual([]);
  });

  it('leaves out who asked for it, until they ask to be back', async () => {
    const name = '青海昆仑隧道有限公司';
    const { companyId, accountId } = await aMember({ name });
    const liaison = { ...(await anApplicant()), id: accountId, companyIds: [companyId] };
    const [reviewer, overseer, finance] = await Promise.all([staffWith('reviewer'), staffWith('overseer'), staffWith('finance')]);

    await setListed(liaison, { companyId, listed: false });
    expect(await names({ search: '昆仑隧道' })).toEqual([]);
    await setListed(liaison, { companyId, listed: false });
    await setListed(reviewer, { companyId, listed: true });
    expect(await names({ search: '昆仑隧道' })).toEqual([name]);
    expect(await auditOf('company', companyId)).toEqual(['company.setListed', 'company.setListed']);

    await expect(setListed(overseer, { companyId, listed: false })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(setListed(finance, { companyId, listed: false })).rejects.toMatchObject({ code: 'notFound' });
    await expect(setListed({ ...liaison, companyIds: [] }, { companyId, listed: false })).rejects.toMatchObject({ code: 'notFound' });
    expect(await names({ search: '昆仑隧道' })).toEqual([name]);
  });

  it.each(['suspended', 'withdrawn', 'expelled'] as const)('does not list a member who is %s', async (state) => {
    const { memberId } = await aMember({ name: `甘肃祁连${state}有限公司` });
    await db().member.update({ where: { id: memberId }, data: { state } });
    expect(await names({ search: `祁连${state}` })).toEqual([]);
  });

  it('names the liaisons of today only', async () => {
    const { companyId } = await aMember({ name: '宁夏贺兰水利有限公司' });
    await db().liaison.updateMany({ where: { companyId }, data: { to: new Date() } });
    expect((await list({ search: '贺兰水利' })).rows).toEqual([expect.objectContaining({ liaisons: [] })]);
  });

  it('has pages in the order of the pinyin, each member on one', async () => {
    for (let n = 0; n < DIRECTORY_PAGE + 3; n++) await aMember({ name: `福建闽江第${n}工程有限公司` });
    const pages = await Promise.all([1, 2, 3].map((page) => names({ search: '闽江', page })));
    expect(pages.map(({ length }) => length)).toEqual([DIRECTORY_PAGE, 3, 0]);
    expect(new Set(pages.flat()).size).toBe(DIRECTORY_PAGE + 3);
    expect((await list({ search: '闽江', page: 3 })).total).toBe(DIRECTORY_PAGE + 3);
  });
});

describe('the limit against copying the directory', () => {
  const turn = (address: string, change: Partial<DirectoryFilter>) => limitDirectory({ ...everything, ...change }, address);

  it('costs nothing on the first pages', async () => {
    for (let n = 0; n < 80; n++) await turn('203.0.113.1', { page: 1 + (n % 3) });
  });

  it('stops an address that searches, filters or turns pages by the hundred, and says until when; nobody else', async () => {
    for (let n = 0; n < 60; n++)
      await turn(
        '203.0.113.2',
        [{ search: `${n}建` }, { page: 4 + n }, { province: '110000' }, { level: 'vicePresident' as const }][n % 4] ?? {},
      );
    await expect(turn('203.0.113.2', { search: '建工' })).rejects.toMatchObject({
      code: 'limited',
      details: { retryAt: expect.any(Date) },
    });
    await expect(turn('203.0.113.2', { page: 4 })).rejects.toMatchObject({ code: 'limited' });
    await turn('203.0.113.2', { page: 3 });
    await turn('203.0.113.3', { search: '建工' });
  });
});
