import { newToken } from '../../lib/certificates/token';
import { normaliseToken } from '../../lib/certificates/token-format';

describe("a certificate's token", () => {
  it('has 160 bits in letters that cannot be confused with digits', () => {
    const tokens = Array.from({ length: 500 }, newToken);
    expect(tokens.filter((token) => !/^[0-9A-HJKMNP-TV-Z]{32}$/.test(token))).toEqual([]);
    expect(new Set(tokens).size).toBe(500);
  });

  it('uses each of its 32 letters about equally often', () => {
    const counts = new Map<string, number>();
    for (const letter of Array.from({ length: 1000 }, newToken).join('')) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(32);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(250); // eight standard deviations
  });

  it('is the same token however it was typed from paper', () => {
    const token = '0123ABCDEFGHJKMNPQRSTVWXYZ456789';
    for (const typed of [
      token.toLowerCase(),
      '0123ABCD EFGHJKMN PQRSTVWX YZ456789',
      ' 0123-abcd-efgh-jkmn-pqrs-tvwx-yz45-6789\n',
      'O1 23ABCDEFGHJKMNPQRSTVWXYZ456789',
      'oI23ABCDEFGHJKMNPQRSTVWXYZ456789',
      'ol23ABCDEFGHJKMNPQRSTVWXYZ456789',
      '０１２３ＡＢＣＤＥＦＧＨＪＫＭＮＰＱＲＳＴＶＷＸＹＺ４５６７８９',
    ])
      expect(normaliseToken(typed)).toBe(token);
  });

  it('reads back as itself', () => {
    for (let n = 0; n < 100; n++) {
      const token = newToken();
      expect(normaliseToken(token)).toBe(token);
    }
  });

  it('is cut where somebody sends a book', () => {
    expect(normaliseToken('A'.repeat(100_000))).toHaveLength(64);
  });
});
