import { hasOrganisationCheck, hasUsccCheck, hasUsccShape, normaliseUscc } from '../../lib/uscc';
import { sampleUscc } from '../../prisma/seed/companies';

const valid = [
  '91110000600001760P',
  '914403001922038216',
  '91110000802100433B',
  '91100000100003962T',
  '911100001000044477',
  '91110000710935003U',
  '91110000710934369E',
  '91440300192181490G',
  '12100000400000624D',
  '91110000MA00000820',
];
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

describe('the 统一社会信用代码 (GB 32100-2015)', () => {
  it.each(valid)('takes %s: its shape and both of its check characters are right', (code) => {
    expect([hasUsccShape(code), hasUsccCheck(code), hasOrganisationCheck(code)]).toEqual([true, true, true]);
  });

  it.each([
    ['91110000600001760W', "the manual's own sample, which must end in P"],
    ['911100007109350030', 'ends in 0 instead of U'],
    ['91110000719035003U', 'two digits swapped'],
  ])('keeps the shape of %s but sees that its check is wrong: %s', (code) => {
    expect([hasUsccShape(code), hasUsccCheck(code)]).toEqual([true, false]);
  });

  it.each([
    ['91110000710935O03U', 'the letter O'],
    ['9111000071093500IU', 'the letter I'],
    ['91110000710S35003U', 'the letter S'],
    ['91110000710V35003U', 'the letter V'],
    ['91110000710Z35003U', 'the letter Z'],
    ['91110000710935003', '17 characters'],
    ['91110000710935003UU', '19 characters'],
    ['440301103097413', 'an old 注册号 of 15 digits'],
    ['000000000000000000', 'zeros, which the arithmetic would pass'],
    ['B1110000710935003U', 'a first character that no authority uses'],
    ['91110000710935003u', 'lower case, before it is normalised'],
  ])('has no place for %s: %s', (code) => {
    expect(hasUsccShape(code)).toBe(false);
  });

  it.each(['91110000710935003u', '９１１１００００７１０９３５００３Ｕ', ' 9111 0000-7109 3500-3U ', '91110000\u3000710935003Ｕ'])(
    'reads %p as the code it means',
    (typed) => {
      expect(normaliseUscc(typed)).toBe('91110000710935003U');
    },
  );

  it('notices every single wrong character', () => {
    const code = '91110000710935003U';
    const altered = [...code].flatMap((right, at) =>
      [...ALPHABET].filter((char) => char !== right).map((char) => code.slice(0, at) + char + code.slice(at + 1)),
    );
    expect(altered).toHaveLength(540);
    expect(altered.filter(hasUsccCheck)).toEqual([]);
  });

  it('gives the made-up companies of the demo and the tests codes that are valid and differ', () => {
    const codes = Array.from({ length: 50 }, (_, n) => sampleUscc(n));
    expect(new Set(codes).size).toBe(50);
    expect(codes.filter((code) => !(hasUsccShape(code) && hasUsccCheck(code) && hasOrganisationCheck(code)))).toEqual([]);
  });
});
