import type * as z from 'zod/mini';
import { checkbox, companyName, email, maskMobile, mobile, optionalText, personName, postcode, requiredText, uscc } from '../../lib/fields';

// 𠮷 and 𠀃 are one character each, and two UTF-16 units.
const han = (count: number) => '𠮷'.repeat(count);
const read = (schema: z.ZodMiniType, text: unknown) => {
  const result = schema.safeParse(text);
  return result.success ? result.data : { refused: result.error.issues[0]?.message };
};
const refused = (message: string) => ({ refused: message });

describe('单位名称', () => {
  it.each([
    ['北京远筑(集团)有限公司', '北京远筑（集团）有限公司'],
    ['北京远筑（集团）有限公司', '北京远筑（集团）有限公司'],
    ['  ＡＢＣ建设有限公司　', 'ABC建设有限公司'],
    ['中铁·远筑&华北-2局', '中铁·远筑&华北-2局'],
    ['𠀃𠮷公司', '𠀃𠮷公司'],
    [han(100), han(100)],
  ])('reads %p as %p', (typed, kept) => {
    expect(read(companyName, typed)).toBe(kept);
  });

  it.each([
    ['', '请填写企业中文全称'],
    ['𠀃𠮷司', '企业全称至少 4 个字，请按营业执照填写'],
    [han(101), '企业全称不能超过 100 个字'],
    ['远筑<b>建设</b>公司', '企业全称只能有汉字、字母、数字和（）·&-，请按营业执照填写'],
    ['远筑 建设有限公司', '企业全称只能有汉字、字母、数字和（）·&-，请按营业执照填写'],
    ['ABC Construction', '企业全称只能有汉字、字母、数字和（）·&-，请按营业执照填写'],
    ['Construction', '请填写企业的中文全称'],
  ])('refuses %p', (typed, message) => {
    expect(read(companyName, typed)).toEqual(refused(message));
  });
});

describe('统一社会信用代码 in a form', () => {
  it('is kept as it is compared: half-width, upper case, without spaces', () => {
    expect(read(uscc, ' ９１１１００００－７１０９３５００３ｕ')).toBe('91110000710935003U');
  });

  it.each([
    ['', '请填写统一社会信用代码'],
    ['440301103097413', '统一社会信用代码应为 18 位，请按营业执照填写'],
    ['91110000710935O03U', '统一社会信用代码由数字和大写字母组成（没有 I、O、S、V、Z），请核对'],
  ])('refuses %p', (typed, message) => {
    expect(read(uscc, typed)).toEqual(refused(message));
  });
});

describe('姓名', () => {
  it.each([
    ['张建国', '张建国'],
    ['阿凡提•买买提', '阿凡提·买买提'],
    ['阿凡提‧买买提', '阿凡提·买买提'],
    ['阿凡提・买买提', '阿凡提·买买提'],
    ['张　三', '张三'],
    ['王 小  明', '王小明'],
    ['𠮷 田', '𠮷田'],
    ['阿凡提 · 买买提', '阿凡提·买买提'],
    ['𠮷田', '𠮷田'],
    [han(30), han(30)],
    ["John O'Neil-Smith Jr.", "John O'Neil-Smith Jr."],
  ])('reads %p as %p', (typed, kept) => {
    expect(read(personName, typed)).toBe(kept);
  });

  it.each(['𠮷', han(31), '张·', '·张三', '张三1', 'A', 'J'.repeat(51), '张 San'])('refuses %p', (typed) => {
    expect(read(personName, typed)).toEqual(refused('请填写真实姓名，例如：张建国'));
  });
});

describe('手机', () => {
  it.each(['13800000001', '+86 138-0000-0001', '8613800000001', '１３８００００００１'.padEnd(11, '１'), '138 0000 0001'])(
    'reads %p',
    (typed) => {
      expect(read(mobile, typed)).toMatch(/^138\d{8}$/);
    },
  );

  it.each(['12800000001', '1380000000', '138000000011', '010-63253429', '+85291234567', '1380000000a'])('refuses %p', (typed) => {
    expect(read(mobile, typed)).toEqual(refused('请填写 11 位手机号，以 1 开头'));
  });

  it('is shown masked in lists', () => {
    expect(maskMobile('13812345678')).toBe('138****5678');
  });
});

describe('邮编 and 邮箱', () => {
  it.each([
    ['100038', '100038'],
    ['１０００３８', '100038'],
    ['000000', refused('请填写 6 位数字')],
    ['10003', refused('请填写 6 位数字')],
    ['', refused('请填写邮编')],
  ])('postcode %p', (typed, expected) => {
    expect(read(postcode, typed)).toEqual(expected);
  });

  it.each([
    ['Zhang.JG@QQ.COM', 'Zhang.JG@qq.com'],
    [' ａ＠qq.com ', 'a@qq.com'],
    ['zhang@qq', refused('请填写正确的邮箱，例如：12345678@qq.com')],
    ['zhang@a@qq.com', refused('请填写正确的邮箱，例如：12345678@qq.com')],
    ['zhang,li@qq.com', refused('请填写正确的邮箱，例如：12345678@qq.com')],
    [`${'a'.repeat(248)}@qq.com`, refused('请填写正确的邮箱，例如：12345678@qq.com')],
  ])('e-mail %p', (typed, expected) => {
    expect(read(email, typed)).toEqual(expected);
  });
});

describe('texts and boxes', () => {
  it('count characters as people do, not UTF-16 units', () => {
    expect(read(requiredText('企业基本情况', 400), han(400))).toBe(han(400));
    expect(read(requiredText('企业基本情况', 400), han(401))).toEqual(refused('企业基本情况不能超过 400 个字'));
    expect(read(optionalText('备注', 2), han(3))).toEqual(refused('备注不能超过 2 个字'));
  });

  it('do not take spaces for an answer where one is needed', () => {
    expect(read(requiredText('部门', 40), ' 　\n')).toEqual(refused('请填写部门'));
    expect(read(optionalText('备注', 40), undefined)).toBe('');
  });

  it.each([
    ['on', true],
    ['true', true],
    [true, true],
    [undefined, false],
    ['false', false],
    ['', false],
  ])('a box sent as %p is %p', (sent, ticked) => {
    expect(read(checkbox, sent)).toBe(ticked);
  });
});
