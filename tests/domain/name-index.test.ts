import { nameBigrams, namePinyin } from '../../lib/companies/name-index';

describe('the index of company names', () => {
  it.each([
    ['重庆建工集团', 'chong qing jian gong ji tuan', 'cqjgjt'],
    ['厦门建设有限公司', 'xia men jian she you xian gong si', 'xmjsyxgs'],
    ['长沙路桥公司', 'chang sha lu qiao gong si', 'cslqgs'],
    ['六安水利公司', 'lu an shui li gong si', 'lasl'],
  ])('finds %s by its pinyin and initials, with the right reading of its place', (name, pinyin, initials) => {
    expect(namePinyin(name)).toEqual({
      namePinyin: pinyin,
      nameInitials: expect.stringMatching(new RegExp(`^${initials}`)),
      nameLetters: pinyin.replaceAll(' ', ''),
    });
  });

  it('keeps letters and digits in lower case', () => {
    expect(namePinyin('中建ABC局').namePinyin).toBe('zhong jian abc ju');
  });

  it('knows every two neighbouring characters, each once, without brackets and signs', () => {
    expect(nameBigrams('建工（建工）')).toEqual(['建工', '工建']);
    expect(nameBigrams('中铁·华-北')).toEqual(['中铁', '铁华', '华北']);
    expect(nameBigrams('ABC建')).toEqual(['ab', 'bc', 'c建']);
  });

  it('knows the pairs of several names, and none that lies across two of them', () => {
    expect(nameBigrams('中建一局', '一公司')).toEqual(['中建', '建一', '一局', '一公', '公司']);
  });

  it('takes a rare character as one', () => {
    expect(nameBigrams('𠮷田建')).toEqual(['𠮷田', '田建']);
  });

  it('has no pair for a single character', () => {
    expect(nameBigrams('建')).toEqual([]);
    expect(nameBigrams('')).toEqual([]);
  });
});
