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

// On the table and not on each cell: a list of fifty rows has hundreds.
const CELLS =
  '[&_td]:border-b [&_td]:border-line-2 [&_td]:px-3.5 [&_td]:py-2.5 [&_td]:whitespace-nowrap [&_td:first-child]:sticky [&_td:first-child]:left-0 [&_td:first-child]:min-w-44 [&_td:first-child]:bg-white [&_td:first-child]:whitespace-normal [&_td:first-child]:pl-4 [&_td:last-child]:pr-4 md:[&_td:first-child]:pl-6 md:[&_td:last-child]:pr-6 [&_tr:last-child>td]:border-0';
const HEADINGS =
  '[&_th]:border-b [&_th]:border-line-2 [&_th]:bg-ground [&_th]:px-3.5 [&_th]:py-2.5 [&_th]:text-xs [&_th]:font-semibold [&_th]:whitespace-nowrap [&_th]:text-ink-3 [&_th:first-child]:sticky [&_th:first-child]:left-0 [&_th:first-child]:pl-4 [&_th:last-child]:pr-4 md:[&_th:first-child]:pl-6 md:[&_th:last-child]:pr-6';
const CARDS =
  'max-md:[&_thead]:sr-only max-md:[&_tbody]:block max-md:[&_tr]:block max-md:[&_tr]:border-b max-md:[&_tr]:border-line-2 max-md:[&_tr]:py-2 max-md:[&_td]:flex max-md:[&_td]:items-center max-md:[&_td]:justify-between max-md:[&_td]:gap-4 max-md:[&_td]:border-0 max-md:[&_td]:px-4 max-md:[&_td]:py-1.5 max-md:[&_td]:text-right max-md:[&_td]:before:text-sm max-md:[&_td]:before:text-ink-3 max-md:[&_td]:before:content-[attr(data-heading)]';

/** A list page's table: scrolls inside its panel, the first column stays. */
export function Table<Row>({ columns, rows, rowKey, caption, empty, cards = false }: TableProps<Row>) {
  if (!rows.length) return <p className="px-4 py-6 text-ink-3 md:px-6">{empty}</p>;
  return (
    // `relative`: words for screen readers only would else widen the page from inside the part that is scrolled away.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="relative overflow-x-auto" tabIndex={0} aria-label={caption}>
      <table className={`w-full border-collapse text-[15px] ${HEADINGS} ${CELLS} ${cards ? CARDS : ''}`}>
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
                <td key={key} data-heading={cards ? heading : undefined} className={numeric ? 'num text-right' : undefined}>
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
