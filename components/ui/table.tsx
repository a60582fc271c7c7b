import type { ReactNode } from 'react';

export type Column<Row> = { key: string; heading: string; numeric?: boolean; cell: (row: Row) => ReactNode };

type TableProps<Row> = {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  caption: string;
  empty: ReactNode;
  /** How many rows there are on all pages. */
  total?: number;
  /** For a table of few rows: on a phone each row is a card with a line a column. */
  cards?: boolean;
};

/** A list page's table: scrolls inside its panel, the first column stays. */
export function Table<Row>({ columns, rows, rowKey, caption, empty, total = 0, cards = false }: TableProps<Row>) {
  if (!rows.length) return <p className="px-4 py-6 text-ink-3 md:px-6">{total > 0 ? '这一页没有内容。' : empty}</p>;
  return (
    // `relative`: words for screen readers only would else widen the page from inside the part that is scrolled away.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="relative overflow-x-auto" tabIndex={0} aria-label={caption}>
      <table className={cards ? 'list-table list-cards' : 'list-table'}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, heading, numeric }) => (
              <th key={key} scope="col" className={numeric ? 'text-right' : 'text-left'}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map(({ key, heading, numeric, cell }) => (
                // Props without a value would be sent, too, nine of them a row.
                <td key={key} {...(cards && { 'data-heading': heading })} {...(numeric && { className: 'num text-right' })}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
