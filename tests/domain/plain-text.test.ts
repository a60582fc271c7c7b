import { db } from '../../lib/db';
import { listQuery } from '../../lib/list-query';
import { plainJson, plainText } from '../../lib/plain-text.mjs';
import { withDatabase } from '../support/database';

withDatabase();

/** Everything that a text may hold and PostgreSQL refuses, beside what it takes. */
const hostile = `${Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join('')}\ud83d中\udc00\ud83d\ude00`;

describe('a text from outside', () => {
  it('keeps what people type, the line break and the tab, and nothing else below the blank', () => {
    expect(plainText('  中 Ａ\n\t€ \ud83d\ude00 \u0000\u0001\r\u007f\u0085')).toBe('  中 Ａ\n\t€ \ud83d\ude00 ');
  });

  it('is taken by PostgreSQL as a text and within jsonb, whatever it held', async () => {
    const text = plainText(hostile);
    const [row] = await db().$queryRaw<
      { text: string; data: unknown }[]
    >`SELECT ${text}::text AS "text", ${JSON.stringify({ text })}::jsonb AS "data"`;
    expect(row).toEqual({ text, data: { text } });
  });

  it('is searched for without them', () => {
    expect(listQuery({ search: 'a\u0000b', state: '\u0000', page: '2' }, ['state'])).toEqual({ search: 'ab', page: '2' });
  });

  it('comes out of JSON plain, names too, and is nothing where there is no JSON', () => {
    expect(plainJson('{"a\\u0000": ["b\\u0000", 1, null, {"c": "\\ud83d"}]}')).toEqual({ a: ['b', 1, null, { c: '\ufffd' }] });
    expect(plainJson('{')).toBeUndefined();
  });
});
