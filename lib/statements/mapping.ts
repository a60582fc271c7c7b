import * as z from 'zod';

/** What is needed of a bank statement's row. */
const statementFields = ['paidOn', 'credit', 'amount', 'direction', 'payerName', 'payerAccount', 'memo', 'serial'] as const;
export type StatementField = (typeof statementFields)[number];

const column = z.number('请选择所在的列').int().min(0).max(99);

/** In which columns, counted from 0, a layout has each field. Banks spread what the payer wrote over several columns. */
export const mappingSchema = z
  .object({
    paidOn: column,
    /** 贷方发生额: money that came in. */
    credit: column.nullable(),
    /** One column for both ways, with `direction` or a sign. */
    amount: column.nullable(),
    direction: column.nullable(),
    payerName: column,
    payerAccount: column.nullable(),
    memo: z.array(column).max(8),
    serial: column.nullable(),
  })
  .refine(({ credit, amount }) => credit !== null || amount !== null, { path: ['credit'], error: '请选择贷方金额或交易金额所在的列' });
export type Mapping = z.infer<typeof mappingSchema>;

/** The headings under which banks show each field (工行、建行、农行、中行、招行、交行等导出的对账单), the best first. */
const headings: Record<StatementField, readonly RegExp[]> = {
  paidOn: [/^交易(日期|时间|日)$/, /^(记账|入账|发生)(日期|时间|日)$/, /^日期$/],
  credit: [/^贷方(发生额|金额)/, /^收入(金额)?$/, /^(贷方|存入|转入金额)$/],
  amount: [/^交易金额$/, /^(发生额|金额)$/],
  direction: [/^借贷(标志|方向)?$/, /^借\/贷$/, /^(收支|交易)(标志|方向|类型)$/],
  payerName: [/^付款人(名称|户名)$/, /^对方(单位名称|户名|名称|账户名称)$/, /^收\(付\)方名称$/, /^(付款方|对手)(户名|名称)$/],
  payerAccount: [/^付款人账号$/, /^对方账(号|户)$/, /^收\(付\)方账号$/, /^(付款方|对手)账号$/],
  memo: [/^附言$/, /^用途$/, /^备注$/, /^摘要$/, /^(业务|其它)摘要$/, /^(交易)?(附言|用途|说明)$/],
  serial: [/流水号?$/, /^(交易|回单|业务)?(参考号|编号)$/, /^凭证号(码)?$/],
};

/** 交易金额[ Trade Amount ], 借方发生额（元）: only the Chinese words count. */
export function plainHeading(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/\((元|人民币|支取|收入|CNY|RMB)\)/gi, '')
    .replace(/帐/g, '账')
    .replace(/\s/g, '');
}

/** The row with the headings, among the first thirty; null when there is none. */
export function findHeading(rows: readonly (readonly string[])[]): number | null {
  const at = rows.slice(0, 30).findIndex((cells) => {
    const { paidOn, credit, amount } = guessMapping(cells);
    return paidOn !== null && (credit !== null || amount !== null);
  });
  return at < 0 ? null : at;
}

export type Guess = { [F in Exclude<StatementField, 'memo'>]: number | null } & { memo: number[] };

/** What each column probably is, by its heading; null where no heading says so. */
export function guessMapping(cells: readonly string[]): Guess {
  const names = cells.map(plainHeading);
  const first = (field: StatementField) => {
    for (const pattern of headings[field]) {
      const at = names.findIndex((name) => pattern.test(name));
      if (at >= 0) return at;
    }
    return null;
  };
  return {
    paidOn: first('paidOn'),
    credit: first('credit'),
    amount: first('amount'),
    direction: first('direction'),
    payerName: first('payerName'),
    payerAccount: first('payerAccount'),
    memo: names.flatMap((name, at) => (headings.memo.some((pattern) => pattern.test(name)) ? [at] : [])),
    serial: first('serial'),
  };
}
