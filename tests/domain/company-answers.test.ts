import { fieldErrorsOf } from '../../lib/actions/field-errors';
import { companySchema, type LiaisonAnswers } from '../../lib/applications/schema';
import { sampleAnswers, sampleUscc } from '../../prisma/seed/companies';

const good = sampleAnswers({ name: '北京远筑建设集团有限公司', uscc: sampleUscc(1) });
const liaison = (order: LiaisonAnswers['order'], mobile: string): LiaisonAnswers => ({
  order,
  mobile,
  name: '周敏',
  department: '办公室',
  title: '主任',
  email: 'zhoumin@qq.com',
});
const faults = (change: Record<string, unknown>) => {
  const result = companySchema.safeParse({ ...good, ...change });
  return result.success ? {} : fieldErrorsOf(result.error);
};

describe('企业信息', () => {
  it('is complete with everything filled in', () => {
    expect(faults({})).toEqual({});
  });

  it('takes a profile of 400 characters, however rare, and no more', () => {
    expect(faults({ profile: '𠮷'.repeat(400) })).toEqual({});
    expect(faults({ profile: '𠮷'.repeat(401) })).toEqual({ profile: '企业基本情况不能超过 400 个字' });
  });

  it('takes a credit code with a wrong check character only when the applicant has confirmed it', () => {
    const uscc = '91110000600001760W';
    expect(Object.keys(faults({ uscc }))).toEqual(['usccConfirmed']);
    expect(faults({ uscc, usccConfirmed: 'on' })).toEqual({});
    expect(Object.keys(faults({ uscc: '91110000710935O03U', usccConfirmed: 'on' }))).toEqual(['uscc']);
  });

  it('asks for an address that post can reach', () => {
    expect(Object.keys(faults({ address: '北京市' }))).toEqual(['address']);
  });

  it('refuses a legal representative that is no name', () => {
    expect(Object.keys(faults({ legalRepresentative: '<script>' }))).toEqual(['legalRepresentative']);
  });
});

describe('联络员', () => {
  it.each([
    ['one first', [liaison('first', '13800000001')]],
    ['a first and a second', [liaison('first', '13800000001'), liaison('second', '13800000002')]],
    ['a second and a first', [liaison('second', '13800000001'), liaison('first', '13800000002')]],
  ])('may be %s', (_, liaisons) => {
    expect(faults({ liaisons })).toEqual({});
  });

  it.each([
    ['none', [], ['liaisons']],
    ['only a second', [liaison('second', '13800000001')], ['liaisons.0.order']],
    ['two firsts', [liaison('first', '13800000001'), liaison('first', '13800000002')], ['liaisons.1.order']],
    ['the same phone twice', [liaison('first', '13800000001'), liaison('second', '138-0000-0001')], ['liaisons.1.mobile']],
    ['three', [1, 2, 3].map((n) => liaison(n === 1 ? 'first' : 'second', `1380000000${n}`)), ['liaisons']],
  ])('may not be %s', (_, liaisons, fields) => {
    expect(Object.keys(faults({ liaisons }))).toEqual(fields);
  });
});

describe('资质信息', () => {
  it.each([
    ['several', ['building', 'municipal'], {}],
    ['无', ['none'], {}],
    ['one box of a form', 'building', {}],
    ['nothing', [], { qualifications: '请选择特级资质；没有请选择“无”' }],
    ['no box at all', undefined, { qualifications: '请选择特级资质；没有请选择“无”' }],
    ['无 and another', ['none', 'building'], { qualifications: '选择了“无”，就不能再选其他资质' }],
  ])('with %s', (_, qualifications, expected) => {
    expect(faults({ qualifications })).toEqual(expected);
  });
});
