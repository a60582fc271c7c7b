import fc from 'fast-check';
import { formatAmount, formatFen, parseYuan } from '../../lib/money';

describe('money', () => {
  it.each([
    [300_000, '¥3,000.00'],
    [1, '¥0.01'],
    [0, '¥0.00'],
    [123_456_789, '¥1,234,567.89'],
    [-150_050, '¥-1,500.50'],
    [-5, '¥-0.05'],
  ])('shows %p fen as %p', (fen, text) => {
    expect(formatFen(fen)).toBe(text);
  });

  it.each([
    ['3000', 300_000],
    ['3,000.5', 300_050],
    [' ¥3，000.00 元', 300_000],
    ['３０００．０５', 300_005],
    ['0.01', 1],
    ['4.35', 435], // 4.35 × 100 is 434.99999999999994 in floating point
    ['1.10', 110],
  ])('reads %p as %p fen', (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });

  it.each(['', '3000.005', '-1', '1e3', '三千', '3000.', '.5', '1.2.3', '12345678901', 'NaN', '0x10'])(
    'does not take %p for an amount',
    (text) => {
      expect(parseYuan(text)).toBeNull();
    },
  );

  it('loses no fen between text and number', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => parseYuan(formatAmount(fen)) === fen));
  });
});
