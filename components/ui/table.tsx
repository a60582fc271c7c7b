import type { ReactNode } from 'react';

export type Column<Row> = { key: string; heading: string; numeric?: boolean; cell: (row: Row) => ReactNode };

type TableProps<Row> = {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  caption: string;
  empty: ReactNode;
  /** For a table of few rows: on a phone each row is a card with a line a column. */
  cards?: boolean;
};

const CARD_TABLE =
  'max-md:[&_thead]:sr-only max-md:[&_tbody]:block max-md:[&_tr]:block max-md:[&_tr]:border-b max-md:[&_tr]:border-line-2 max-md:[&_tr]:py-2';
const CARD_LINE =
  'max-md:flex max-md:items-center max-md:justify-between max-md:gap-4 max-md:border-0 max-md:px-4 max-md:py-1.5 max-md:text-right max-md:before:text-sm max-md:before:text-ink-3 max-md:before:content-[attr(data-heading)]';

/** A list page's table: scrolls inside its panel, the first column stays. */
export function Table<Row>({ columns, rows, rowKey, caption, empty, cards = false }: TableProps<Row>) {
  if (!rows.length) return <p className="px-4 py-6 text-ink-3 md:px-6">{empty}</p>;
  return (
    // `relative`: words for screen readers only would else widen the page from inside the part that is scrolled away.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="relative overflow-x-auto" tabIndex={0} aria-label={caption}>
      <table className={`w-full border-collapse text-[15px] ${cards ? CARD_TABLE : ''}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, heading, numeric }) => (
              <th
                key={key}
                scope="col"
                className={`border-b border-line-2 bg-ground px-3.5 py-2.5 text-xs font-semibold whitespace-nowrap text-ink-3 first:sticky first:left-0 first:pl-4 last:pr-4 md:first:pl-6 md:last:pr-6 ${numeric ? 'text-right' : 'text-left'}`}
              >
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="[&:last-child>td]:border-0">
              {columns.map(({ key, heading, numeric, cell }) => (
                <td
                  key={key}
                  data-heading={heading}
                  className={`border-b border-line-2 px-3.5 py-2.5 whitespace-nowrap first:sticky first:left-0 first:min-w-44 first:bg-white first:whitespace-normal first:pl-4 last:pr-4 md:first:pl-6 md:last:pr-6 ${numeric ? 'num text-right' : ''} ${cards ? CARD_LINE : ''}`}
                >
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
