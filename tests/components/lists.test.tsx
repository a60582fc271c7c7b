import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FilterTabs, Pagination, SearchBox } from '../../components/ui/list-controls';
import { type Column, Table } from '../../components/ui/table';
import { Tag } from '../../components/ui/tag';

type Row = { id: string; name: string; paid: boolean };

const columns: readonly Column<Row>[] = [
  { key: 'name', heading: '单位名称', cell: ({ name }) => name },
  { key: 'state', heading: '状态', cell: ({ paid }) => <Tag tone={paid ? 'ok' : 'warn'}>{paid ? '已交费' : '待交费'}</Tag> },
];
const rows = [
  { id: '1', name: '远筑建设', paid: true },
  { id: '2', name: '恒路桥梁', paid: false },
];

const table = (shown: readonly Row[]) => (
  <Table columns={columns} rows={shown} rowKey={({ id }) => id} caption="会员" empty="还没有会员。" />
);

describe('a table', () => {
  it('has a name, headings and a row each, with states in words', () => {
    render(table(rows));

    const found = within(screen.getByRole('table', { name: '会员' }));
    expect(found.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['单位名称', '状态']);
    expect(found.getAllByRole('row').map(({ textContent }) => textContent)).toEqual(['单位名称状态', '远筑建设已交费', '恒路桥梁待交费']);
  });

  it('can be scrolled by keyboard', async () => {
    render(table(rows));

    await userEvent.tab();

    expect(screen.getByRole('region', { name: '会员' })).toHaveFocus();
  });

  it('says what an empty list means instead of showing an empty table', () => {
    render(table([]));

    expect(screen.getByText('还没有会员。')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});

describe('the pages of a list', () => {
  const pages = (page: number, total: number) =>
    render(<Pagination path="/admin/members" query={{ search: '建设', page: String(page) }} page={page} size={20} total={total} />);
  const links = () => screen.queryAllByRole('link').map((link) => [link.textContent, link.getAttribute('href')]);
  const address = (page: string) => `/admin/members?${new URLSearchParams({ search: '建设', ...(page && { page }) })}`;

  it('lead back from a page that is not there', () => {
    pages(99, 41);

    expect(screen.getByRole('navigation', { name: '分页' })).toHaveTextContent('共 41 条，只有 3 页');
    expect(links()).toEqual([['到第 3 页', address('3')]]);
  });

  it('say where one is and lead both ways, keeping the search', () => {
    pages(2, 41);

    expect(screen.getByRole('navigation', { name: '分页' })).toHaveTextContent('共 41 条，第 2 / 3 页');
    expect(links()).toEqual([
      ['上一页', address('')],
      ['下一页', address('3')],
    ]);
  });

  it('end with the last one', () => {
    pages(3, 41);

    expect(links()).toEqual([['上一页', address('2')]]);
  });

  it.each([0, 1, 20])('are one where a list has %i rows', (total) => {
    pages(1, total);

    expect(screen.getByRole('navigation', { name: '分页' })).toHaveTextContent(`共 ${total} 条，第 1 / 1 页`);
    expect(links()).toEqual([]);
  });
});

describe('the filters of a list', () => {
  it('are links that keep the rest of the address and start at the first page', () => {
    const tabs = [
      { value: '', label: '待审核', count: 3 },
      { value: 'returned', label: '退回修改', count: 0 },
    ];
    render(<FilterTabs path="/admin" query={{ state: 'returned', waited: '3', page: '2' }} name="state" label="按状态" tabs={tabs} />);

    const [waiting, returned] = within(screen.getByRole('navigation', { name: '按状态' })).getAllByRole('link');
    expect(waiting).toHaveTextContent('待审核3');
    expect(waiting).toHaveAttribute('href', '/admin?waited=3');
    expect(waiting).not.toHaveAttribute('aria-current');
    expect(returned).toHaveTextContent('退回修改0');
    expect(returned).toHaveAttribute('aria-current', 'true');
  });

  it('outlive a search, which starts at the first page too', () => {
    render(<SearchBox path="/admin" query={{ search: '建设', state: 'returned', page: '2' }} placeholder="单位名称" />);

    expect(screen.getByRole('searchbox', { name: '单位名称' }).closest('form')).toHaveFormValues({ search: '建设', state: 'returned' });
    expect(document.querySelector('[name=page]')).toBeNull();
  });
});
