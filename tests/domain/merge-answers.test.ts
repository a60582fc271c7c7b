import type { FormValues } from '../../lib/actions/action-state';
import { answerFields } from '../../lib/applications/answer-fields';
import { type Choice, mergeAnswers, settle } from '../../lib/applications/merge-answers';

const fields = answerFields.company;
const liaison = (name: string, mobile: string) => ({ order: 'first', name, mobile, email: '' });
const one = liaison('周敏', '13800000001');
const two = liaison('吴强', '13800000002');

const base: FormValues = { name: '远筑建设', address: '', provinceCode: '11', cityCode: '1101', liaisons: [one], qualifications: ['a'] };

function merge(mine: FormValues, theirs: FormValues, ...sent: FormValues[]) {
  return mergeAnswers({ fields, bases: [base, ...sent], mine: { ...base, ...mine }, theirs: { ...base, ...theirs } });
}

describe('two people on one draft', () => {
  it('both keep what only one of them changed', () => {
    const { merged, conflicts } = merge({ address: '北京市' }, { name: '远筑集团' });
    expect(merged).toMatchObject({ address: '北京市', name: '远筑集团' });
    expect(conflicts).toEqual([]);
  });

  it('are told of what both changed, and what is stored stays', () => {
    const { merged, conflicts } = merge({ name: '远筑甲' }, { name: '远筑乙' });
    expect(merged).toMatchObject({ name: '远筑乙' });
    expect(conflicts).toEqual([{ unit: 'name', base: '远筑建设', mine: '远筑甲', theirs: '远筑乙' }]);
  });

  it('are not asked when both came to the same', () => {
    expect(merge({ address: '北京市' }, { address: '北京市' }).conflicts).toEqual([]);
    expect(merge({ qualifications: ['b', 'a'] }, { qualifications: ['a', 'b'] }).conflicts).toEqual([]);
  });

  it('decide on province and city as one, so that no city stands in another province', () => {
    const { merged, conflicts } = merge({ provinceCode: '32', cityCode: '3201' }, { cityCode: '' });
    expect(merged).toMatchObject({ provinceCode: '11', cityCode: '' });
    expect(conflicts).toMatchObject([{ unit: 'provinceCode', mine: { provinceCode: '32', cityCode: '3201' } }]);
  });

  it('may empty a field, which is a change like any other', () => {
    expect(merge({ name: '' }, {}).merged).toMatchObject({ name: '' });
    expect(merge({ name: '' }, { name: '远筑乙' }).conflicts).toHaveLength(1);
  });
});

describe('two people on the liaisons', () => {
  it('may change different fields of one row', () => {
    const { merged, conflicts } = merge({ liaisons: [{ ...one, name: '周敏敏' }] }, { liaisons: [{ ...one, email: 'a@qq.com' }] });
    expect(merged.liaisons).toEqual([{ ...one, name: '周敏敏', email: 'a@qq.com' }]);
    expect(conflicts).toEqual([]);
  });

  it('may change the first and add the second', () => {
    const { merged, conflicts } = merge({ liaisons: [one, two] }, { liaisons: [{ ...one, email: 'a@qq.com' }] });
    expect(merged.liaisons).toEqual([{ ...one, email: 'a@qq.com' }, two]);
    expect(conflicts).toEqual([]);
  });

  it('are asked once about a second one that both added', () => {
    const { conflicts } = merge({ liaisons: [one, two] }, { liaisons: [one, liaison('郑燕', '13800000003')] });
    expect(conflicts).toMatchObject([{ unit: 'liaisons.1', mine: { name: '吴强' }, theirs: { name: '郑燕' } }]);
  });

  it('are asked about the whole list when one removed a row and the other changed one: rows moved up', () => {
    const before = { ...base, liaisons: [one, two] };
    const theirs = { ...before, liaisons: [one, { ...two, mobile: '13900000000' }] };
    const mine = { ...before, liaisons: [two] };
    const { merged, conflicts } = mergeAnswers({ fields, bases: [before], mine, theirs });
    expect(merged.liaisons).toEqual(theirs.liaisons);
    expect(conflicts).toMatchObject([{ unit: 'liaisons', mine: [two] }]);
  });
});

describe('a form whose own saves were not answered', () => {
  it('is never in conflict with itself, whichever of them arrived', () => {
    for (const arrived of [{}, { name: '远' }, { name: '远筑' }]) {
      const sent = [
        { ...base, name: '远' },
        { ...base, name: '远筑' },
      ];
      const { merged, conflicts } = merge({ name: '远筑新' }, arrived, ...sent);
      expect(merged).toMatchObject({ name: '远筑新' });
      expect(conflicts).toEqual([]);
    }
  });

  it('takes back what it had sent', () => {
    expect(merge({}, { name: '远' }, { ...base, name: '远' }).merged).toMatchObject({ name: '远筑建设' });
  });

  it('still sees what somebody else wrote', () => {
    expect(merge({ name: '远筑新' }, { name: '别人' }, { ...base, name: '远' }).conflicts).toHaveLength(1);
  });
});

describe('a form that was opened with something filled in', () => {
  const shown = { ...base, address: '预填的地址' };
  const fill = (mine: FormValues, theirs: FormValues) => mergeAnswers({ fields, bases: [shown, base], mine, theirs });

  it('saves that with the first change', () => {
    const { merged, conflicts } = fill({ ...shown, name: '远筑甲' }, base);
    expect(merged).toMatchObject({ name: '远筑甲', address: '预填的地址' });
    expect(conflicts).toEqual([]);
  });

  it('yields to what somebody typed there meanwhile', () => {
    const { merged, conflicts } = fill({ ...shown, name: '远筑甲' }, { ...base, address: '北京市海淀区' });
    expect(merged).toMatchObject({ name: '远筑甲', address: '北京市海淀区' });
    expect(conflicts).toEqual([]);
  });
});

describe('a decision', () => {
  const mine = { ...base, name: '远筑甲', provinceCode: '32', cityCode: '3201', liaisons: [one, two] };
  const theirs = { ...base, name: '远筑乙', provinceCode: '37', cityCode: '3701', liaisons: [one, liaison('郑燕', '13800000003')] };
  const decideAll = (choice: Choice, against: FormValues) => {
    const { conflicts } = mergeAnswers({ fields, bases: [base], mine, theirs });
    let now: { mine: FormValues; bases: readonly FormValues[] } = { mine, bases: [base] };
    for (const conflict of conflicts) now = settle(conflict, choice, now);
    return mergeAnswers({ fields, ...now, theirs: against });
  };

  it('for mine replaces the other value, and for theirs leaves it', () => {
    expect(decideAll('mine', theirs)).toEqual({ merged: expect.objectContaining(mine), conflicts: [] });
    expect(decideAll('theirs', theirs)).toEqual({ merged: expect.objectContaining(theirs), conflicts: [] });
  });

  it('for mine asks again when the other value has changed since it was shown', () => {
    expect(decideAll('mine', { ...theirs, name: '远筑丙' }).conflicts).toMatchObject([{ unit: 'name', mine: '远筑甲', theirs: '远筑丙' }]);
  });
});
