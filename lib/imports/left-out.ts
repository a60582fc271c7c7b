import { groupBy } from '../group-by';
import type { ImportRow } from './read-rows';
import type { SheetKey } from './sheets';
import type { Problem } from './staged';

const countWords: Record<Exclude<SheetKey, 'companies'>, (count: number) => string> = {
  liaisons: (count) => `联络员 ${count} 名`,
  levels: (count) => `级别 ${count} 段`,
  seats: (count) => `理事 ${count} 行`,
  names: (count) => `曾用名 ${count} 个`,
  dues: (count) => `会费 ${count} 年`,
};

/** What does not come in of a company that is a member already: its own row, and how much the other sheets have of it. */
export function leftOut(company: ImportRow, rows: readonly ImportRow[]): Problem {
  const words = [...groupBy(rows, ({ sheet }) => sheet)].flatMap(([sheet, { length }]) =>
    sheet === 'companies' ? [] : countWords[sheet](length),
  );
  return {
    ...{ sheet: company.sheet, row: company.row, column: 'uscc', severity: 'warning' },
    text: `已是会员，企业信息不会改动${words.length ? `；这些也不导入：${words.join('、')}` : ''}`,
  };
}
