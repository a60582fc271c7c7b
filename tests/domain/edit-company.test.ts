import { getCompanyPage } from '../../lib/companies/company-page';
import { editCompany } from '../../lib/companies/edit-company';
import { db } from '../../lib/db';
import { aMember, changesOf, contact, openEdit } from '../support/companies';
import { withDatabase } from '../support/database';
import { anApplicant, staffWith } from '../support/people';
import { auditOf } from '../support/trail';

withDatabase();

const companyOf = (id: string) => db().company.findUniqueOrThrow({ where: { id } });

describe('a change of 企业信息', () => {
  it('is in force at once, and stands in the history that the member sees: who, when, what it was and became', async () => {
    const { first, companyId } = await aMember();
    const { form } = await openEdit(first, companyId);

    expect(await editCompany(first, form({ profile: '近三年承建项目 200 项。', industry: 'highway' }))).toMatchObject({
      fieldErrors: {},
      conflicts: [],
    });

    expect(await companyOf(companyId)).toMatchObject({ profile: '近三年承建项目 200 项。', industry: 'highway', version: 2 });
    const { changes } = await getCompanyPage(first, companyId);
    expect(changes.toSorted((one, other) => one.field.localeCompare(other.field))).toMatchObject([
      { kind: 'edit', field: 'industry', actorName: '张建国', lines: [{ label: '所属行业', after: expect.stringMatching(/公路/) }] },
      { kind: 'edit', field: 'profile', madeAt: expect.any(Date), lines: [{ label: '企业基本情况', after: '近三年承建项目 200 项。' }] },
    ]);
    expect(await auditOf('company', companyId)).toEqual(['company.edit']);
  });

  it('completes what an import left open of the form’s fields; what staff have to look at stays', async () => {
    const { first, companyId } = await aMember();
    await db().member.update({ where: { companyId }, data: { incomplete: ['uscc', 'address', 'profile', 'dues'] } });
    const { form } = await openEdit(first, companyId);
    await editCompany(first, form({ profile: '近三年承建项目 200 项。' }));
    expect(await db().member.findUnique({ where: { companyId } })).toMatchObject({ incomplete: ['uscc', 'dues'] });
    // What only had to be looked at is saved as it was.
    await db().member.update({ where: { companyId }, data: { incomplete: ['postcode'] } });
    await editCompany(first, (await openEdit(first, companyId)).form({}));
    expect(await db().member.findUnique({ where: { companyId } })).toMatchObject({ incomplete: [] });
  });

  it('tells staff of an address, of qualifications and of a liaison, a notice each, and of nothing else', async () => {
    const { first, companyId } = await aMember();
    const { base, form } = await openEdit(first, companyId);
    const change = { postcode: '100039', address: '北京市海淀区复兴路 1 号', qualifications: ['none'], companyType: 'mixed' };

    await editCompany(first, form({ ...change, ...contact(base, { title: '部长' }) }));

    expect((await changesOf(companyId)).toSorted()).toEqual([
      'edit companyType: done',
      'notice address: pending',
      'notice firstLiaison: pending',
      'notice qualifications: pending',
    ]);
  });

  it('keeps how a liaison was reached until now', async () => {
    const { first, companyId } = await aMember();
    const { base, form } = await openEdit(first, companyId);

    await editCompany(first, form(contact(base, { department: '综合部', email: 'zonghe@qq.com' })));

    const rows = await db().liaison.findMany({ where: { companyId }, orderBy: { from: 'asc' } });
    expect(rows).toMatchObject([
      { department: '企业管理部', email: 'zhangjg@qq.com', to: expect.any(Date) },
      { department: '综合部', email: 'zonghe@qq.com', to: null, accountId: first.id, mobile: first.phone },
    ]);
    expect(rows[1]?.from).toEqual(rows[0]?.to);
  });

  it('leaves nothing behind when the form is sent as it was', async () => {
    const { first, companyId } = await aMember();
    const { form } = await openEdit(first, companyId);
    expect(await editCompany(first, form({}))).toMatchObject({ fieldErrors: {}, conflicts: [] });
    expect(await changesOf(companyId)).toEqual([]);
    expect(await companyOf(companyId)).toMatchObject({ version: 1 });
  });

  it.each([
    ['an address that post cannot reach', { address: '北京' }, 'address'],
    ['a city of another province', { cityCode: '320100' }, 'cityCode'],
    ['an industry that no list has', { industry: 'none' }, 'industry'],
    ['无 beside a qualification', { qualifications: ['none', 'building'] }, 'qualifications'],
  ])('is refused whole for %s, and what was typed comes back', async (_, change, field) => {
    const { first, companyId } = await aMember();
    const { form } = await openEdit(first, companyId);
    const answer = await editCompany(first, form({ ...change, legalRepresentative: '王守信' }));
    expect(answer).toMatchObject({ fieldErrors: { [field]: expect.any(String) }, values: { ...change, legalRepresentative: '王守信' } });
    expect(await changesOf(companyId)).toEqual([]);
  });

  it('cannot bring in another name, credit code, phone or liaison by a forged form', async () => {
    const { first, companyId, answers } = await aMember();
    const { base, form } = await openEdit(first, companyId);
    const forged = { ...contact(base, { mobile: '13700000000', name: '外人', title: '部长' }), name: '别的公司名称', uscc: 'X' };

    await editCompany(first, form({ ...forged, postcode: '100039' }));

    expect(await companyOf(companyId)).toMatchObject({ name: answers.name, uscc: answers.uscc, postcode: '100039' });
    expect(await db().liaison.findMany({ where: { companyId } })).toMatchObject([{ mobile: first.phone, name: '张建国', title: '主任' }]);
  });

  it('is for its liaisons only: staff see but may not, another member is told that there is no such company', async () => {
    const { first, companyId } = await aMember();
    const { first: stranger } = await aMember();
    const { form } = await openEdit(first, companyId);
    for (const actor of [stranger, await anApplicant()])
      await expect(editCompany(actor, form({ postcode: '100039' }))).rejects.toMatchObject({ code: 'notFound' });
    await expect(editCompany(await staffWith('reviewer'), form({ postcode: '100039' }))).rejects.toMatchObject({ code: 'forbidden' });
    expect(await changesOf(companyId)).toEqual([]);
  });

  it('acts on the company it was opened for, whichever other one the same person opened since', async () => {
    const one = await aMember();
    const other = await aMember({ applicant: one.first });
    const person = other.first;
    expect(person.companyIds).toHaveLength(2);
    const first = await openEdit(person, one.companyId);
    const second = await openEdit(person, other.companyId);

    await editCompany(person, second.form({ postcode: '200000' }));
    await editCompany(person, first.form({ postcode: '300000' }));

    expect(await companyOf(one.companyId)).toMatchObject({ postcode: '300000', name: one.answers.name });
    expect(await companyOf(other.companyId)).toMatchObject({ postcode: '200000', name: other.answers.name });
  });
});

describe('two liaisons who edit the same company', () => {
  it('keep what each of them changed alone', async () => {
    const { first, second, companyId } = await aMember({ second: true });
    if (!second) throw new Error('no second liaison');
    const mine = await openEdit(first, companyId);
    const hers = await openEdit(second, companyId);

    await editCompany(second, hers.form({ postcode: '200000' }));
    expect(await editCompany(first, mine.form({ profile: '新的介绍。' }))).toMatchObject({ conflicts: [], fieldErrors: {} });

    expect(await companyOf(companyId)).toMatchObject({ postcode: '200000', profile: '新的介绍。' });
  });

  it('are shown what both changed; nothing is written and nothing typed is lost until one of the two values is chosen', async () => {
    const { first, second, companyId } = await aMember({ second: true });
    if (!second) throw new Error('no second liaison');
    const mine = await openEdit(first, companyId);
    await editCompany(second, (await openEdit(second, companyId)).form({ postcode: '200000' }));

    const answer = await editCompany(first, mine.form({ postcode: '300000', profile: '新的介绍。' }));

    expect(answer).toMatchObject({
      conflicts: [{ unit: 'postcode', base: '100038', mine: '300000', theirs: '200000' }],
      values: { postcode: '300000', profile: '新的介绍。' },
    });
    expect(await companyOf(companyId)).toMatchObject({ postcode: '200000', version: 2 });

    const opened = { ...mine.opened, conflicts: [{ unit: 'postcode', theirs: '200000' }] };
    const settled = { ...mine.form({ postcode: '300000', profile: '新的介绍。' }, opened), settle: 'mine' as const };
    expect(await editCompany(first, settled)).toMatchObject({ conflicts: [] });
    expect(await companyOf(companyId)).toMatchObject({ postcode: '300000', profile: '新的介绍。' });
  });

  it('may take the other value and still save the rest', async () => {
    const { first, second, companyId } = await aMember({ second: true });
    if (!second) throw new Error('no second liaison');
    const mine = await openEdit(first, companyId);
    await editCompany(second, (await openEdit(second, companyId)).form({ postcode: '200000' }));
    const opened = { ...mine.opened, conflicts: [{ unit: 'postcode', theirs: '200000' }] };

    await editCompany(first, { ...mine.form({ postcode: '300000', profile: '新的介绍。' }, opened), settle: 'theirs' });

    expect(await companyOf(companyId)).toMatchObject({ postcode: '200000', profile: '新的介绍。' });
  });

  it('who send the same field at the same moment: one is written, the other is asked', async () => {
    const { first, second, companyId } = await aMember({ second: true });
    if (!second) throw new Error('no second liaison');
    const [mine, hers] = [await openEdit(first, companyId), await openEdit(second, companyId)];

    const answers = await Promise.all([
      editCompany(first, mine.form({ postcode: '300000' })),
      editCompany(second, hers.form({ postcode: '200000' })),
    ]);

    expect(answers.map(({ conflicts }) => conflicts.length).toSorted()).toEqual([0, 1]);
    expect(await changesOf(companyId)).toEqual(['notice address: pending']);
  });

  it('never write to a person who has taken the place of the one that was shown', async () => {
    const { first, companyId } = await aMember();
    const mine = await openEdit(first, companyId);
    await db().liaison.updateMany({ where: { companyId }, data: { mobile: '13700000001', name: '接手人' } });

    await editCompany(first, mine.form(contact(mine.base, { title: '部长' })));

    expect(await db().liaison.findMany({ where: { companyId } })).toMatchObject([{ name: '接手人', title: '主任' }]);
  });
});
