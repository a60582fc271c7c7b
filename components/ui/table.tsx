import type { ReactNode } from 'react';

export type Column<Row> = { key: string; heading: string; numeric?: boolean; cell: (row: Row) => ReactNode };

type TableProps<Row> = {
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  caption: string;
  empty: ReactNode;
  /** For a few rows: on a phone each is a card, its first column the title. */
  cards?: boolean;
};

/** A list page's table: scrolls inside its panel, the first column stays. */
export function Table<Row>({ cards = false, ...table }: TableProps<Row>) {
  if (!table.rows.length) return <p className="px-4 py-6 text-ink-3 md:px-6">{table.empty}</p>;
  if (!cards) return <Grid {...table} />;
  return (
    <>
      <Cards {...table} />
      <div className="max-md:hidden">
        <Grid {...table} />
      </div>
    </>
  );
}

type PartProps<Row> = Omit<TableProps<Row>, 'cards' | 'empty'>;

function Cards<Row>({ columns: [title, ...columns], rows, rowKey, caption }: PartProps<Row>) {
  return (
    <ul aria-label={caption} className="divide-y divide-line-2 md:hidden">
      {rows.map((row) => (
        <li key={rowKey(row)} className="px-4 py-3 text-[15px]">
          <p className="font-semibold">{title?.cell(row)}</p>
          <dl>
            {columns.map(({ key, heading, numeric, cell }) => (
              <div key={key} className="flex justify-between gap-4 py-1">
                <dt className="flex-none text-ink-3">{heading}</dt>
                <dd className={`text-right ${numeric ? 'num' : ''}`}>{cell(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Grid<Row>({ columns, rows, rowKey, caption }: PartProps<Row>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="overflow-x-auto" tabIndex={0} aria-label={caption}>
      <table className="w-full border-collapse text-[15px]">
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
              {columns.map(({ key, numeric, cell }) => (
                <td
                  key={key}
                  className={`border-b border-line-2 px-3.5 py-2.5 whitespace-nowrap first:sticky first:left-0 first:min-w-44 first:bg-white first:whitespace-normal first:pl-4 last:pr-4 md:first:pl-6 md:last:pr-6 ${numeric ? 'num text-right' : ''}`}
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
