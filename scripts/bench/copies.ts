import type pg from 'pg';

/** `copy_rows(table, where, changes)`: the rows again with some columns changed; `changes` may name columns of `t` and of `c`. */
export const COPY_FUNCTION = `
CREATE TEMP TABLE copies (
  n int, kind text, application uuid, account uuid, snapshot uuid, consent uuid, filing uuid, charge uuid, company uuid, member uuid,
  secret text, name text, pinyin text, uscc text, phone text);
CREATE FUNCTION pg_temp.copy_rows(kind text, name text, condition text, changes text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO %1$I SELECT r.* FROM %1$I t, copies c, jsonb_populate_record(t, jsonb_build_object(%2$s)) r WHERE c.kind = %4$L AND (%3$s)',
    name, changes, condition, kind);
END $$;`;

// A company's name of four parts and its number, and how it is spelled.
const PARTS = [
  {
    at: 'n % 16',
    words: ['北京', '天津', '河北', '山西', '辽宁', '上海', '江苏', '浙江', '安徽', '福建', '山东', '河南', '湖北', '湖南', '广东', '四川'],
    spelled: [
      'bei jing',
      'tian jin',
      'he bei',
      'shan xi',
      'liao ning',
      'shang hai',
      'jiang su',
      'zhe jiang',
      'an hui',
      'fu jian',
      'shan dong',
      'he nan',
      'hu bei',
      'hu nan',
      'guang dong',
      'si chuan',
    ],
  },
  {
    at: '(n / 10) % 10',
    words: [...'鸿宏恒华建中安泰盛瑞'],
    spelled: ['hong', 'hong', 'heng', 'hua', 'jian', 'zhong', 'an', 'tai', 'sheng', 'rui'],
  },
  { at: 'n % 10', words: [...'基达远业筑工城信通图'], spelled: ['ji', 'da', 'yuan', 'ye', 'zhu', 'gong', 'cheng', 'xin', 'tong', 'tu'] },
  {
    at: 'n % 5',
    words: ['建设集团有限公司', '建筑工程有限公司', '路桥工程有限公司', '安装工程有限公司', '市政工程有限公司'],
    spelled: [
      'jian she ji tuan you xian gong si',
      'jian zhu gong cheng you xian gong si',
      'lu qiao gong cheng you xian gong si',
      'an zhuang gong cheng you xian gong si',
      'shi zheng gong cheng you xian gong si',
    ],
  },
];
const choice = (words: readonly string[], at: string) => `(array[${words.map((word) => `'${word}'`).join(',')}])[1 + ${at}]`;
const NAME = `${PARTS.map(({ words, at }) => choice(words, at)).join(' || ')} || n`;
const PINYIN = `concat_ws(' ', ${PARTS.map(({ spelled, at }) => choice(spelled, at)).join(', ')}, n)`;
export const BIGRAMS = `ARRAY(SELECT DISTINCT substr(lower(c.name), i, 2) FROM generate_series(1, length(c.name) - 1) i)`;

export type Copied = { application: string; company: string; member: string; secret: string };

/** Makes up `count` companies for rows to be copied to. */
export async function addCopies(client: pg.Client, kind: string, from: number, count: number): Promise<Copied[]> {
  const { rows } = await client.query<Copied>(
    `INSERT INTO copies
     SELECT n, $1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
       gen_random_uuid(), gen_random_uuid()::text, ${NAME}, ${PINYIN}, '91' || lpad(n::text, 16, '0'), '15' || lpad(n::text, 9, '0')
     FROM generate_series($2::int, $2::int + $3::int - 1) n RETURNING application, company, member, secret`,
    [kind, from, count],
  );
  return rows;
}

/** Copies the rows of a table for each of a kind. */
export function copier(client: pg.Client, kind: string) {
  return (table: string, condition: string, changes: string) =>
    client.query('SELECT pg_temp.copy_rows($1, $2, $3, $4)', [kind, table, condition, changes]);
}

/** The consent to the privacy policy, without which nobody gets past it. */
export function privacyOf(account: string): string {
  return `t."accountId" = ${account} AND t."documentVersionId" IN (SELECT "id" FROM "DocumentVersion" WHERE "kind" = 'privacy')`;
}
