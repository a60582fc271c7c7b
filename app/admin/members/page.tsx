import type { Metadata } from 'next';
import { DownloadLink } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { BoxesForm, type Filter, FilterForm } from '@/components/ui/filter-form';
import { Link } from '@/components/ui/link';
import { Pagination, SearchBox } from '@/components/ui/list-controls';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { isAllowed } from '@/lib/access/authorize';
import { levelLabels } from '@/lib/copy/dues';
import { incompleteLabels } from '@/lib/copy/imports';
import { memberStateLabels, standingLabels, standingText } from '@/lib/copy/members';
import { formatDay } from '@/lib/days';
import { listOptions, listRegions } from '@/lib/dictionaries/queries';
import { maskMobile } from '@/lib/fields';
import { type ColumnKey, columnKeys, memberColumns } from '@/lib/members/columns';
import { MEMBER_SORTS, readMemberList } from '@/lib/members/list-filter';
import { listMembers, MEMBERS_PAGE } from '@/lib/members/list-members';
import type { MemberRow } from '@/lib/members/member-rows';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../or-not-found';

export const metadata: Metadata = { title: '会员' };

const PATH = '/admin/members';

const name: Column<MemberRow> = {
  key: 'name',
  heading: '单位名称',
  cell: ({ id, name: text, formerNames }) => (
    <>
      <Link href={`${PATH}/${id}`} className="inline-flex min-h-11 items-center font-semibold">
        {text}
      </Link>
      {formerNames && <span className="block text-sm text-ink-3">曾用名：{formerNames}</span>}
    </>
  ),
};

export default async function MembersPage({ searchParams }: PageProps<'/admin/members'>) {
  const actor = await requireAccount();
  const { filter, columns, query } = readMemberList(await searchParams);
  const [{ rows, total, atLeast, hasNext }, filters] = await Promise.all([orNotFound(listMembers(actor, filter)), memberFilters()]);
  const exportQuery = new URLSearchParams(query);
  return (
    <>
      <PageTitle
        actions={
          <>
            <SearchBox path={PATH} query={query} placeholder="名称、拼音、信用代码、编号或手机" />
            <ButtonLink href={`${PATH}/lapsed`} look="secondary">
              两年未交会费
            </ButtonLink>
            {isAllowed(actor, 'invitation.list', null) && (
              <ButtonLink href={`${PATH}/invitations`} look="secondary">
                首次登录邀请
              </ButtonLink>
            )}
          </>
        }
        hint={filter.search && `搜索“${filter.search}”`}
      >
        会员
      </PageTitle>
      <Panel flush>
        <div className="flex flex-col gap-3 border-b border-line-2 px-4 py-4 md:px-6">
          <FilterForm path={PATH} query={query} filters={filters}>
            {Object.keys(query).length > 0 && (
              <Link href={PATH} className="inline-flex min-h-11 items-center px-2">
                清除条件
              </Link>
            )}
          </FilterForm>
          <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
            <details className="open:w-full">
              <summary className="inline-flex min-h-11 cursor-pointer items-center font-semibold text-brand">选择显示的列</summary>
              <BoxesForm
                path={PATH}
                query={query}
                name="columns"
                boxes={columnKeys.map((key) => ({ value: key, label: memberColumns[key], checked: columns.includes(key) }))}
                button="按所选的列显示"
              />
            </details>
            <DownloadLink href={`/api/members/export?${exportQuery}`} look="quiet" download>
              导出 Excel（当前条件的全部会员）
            </DownloadLink>
          </div>
        </div>
        <Table
          columns={[name, ...columns.map(columnOf)]}
          rows={rows}
          rowKey={({ id }) => id}
          caption="会员"
          empty={
            Object.keys(query).length
              ? '没有符合条件的会员。可以换一个说法搜索，或清除部分条件。'
              : '还没有会员。审核通过入会申请后，会员出现在这里。'
          }
          total={total}
        />
        <Pagination
          path={PATH}
          query={query}
          page={filter.page}
          size={MEMBERS_PAGE}
          total={total}
          uncounted={atLeast ? { hasNext } : undefined}
        />
      </Panel>
    </>
  );
}

async function memberFilters(): Promise<Filter[]> {
  const [regions, industries] = await Promise.all([listRegions(), listOptions('industry')]);
  const options = (labels: Record<string, string>) => Object.entries(labels).map(([code, label]) => ({ code, label }));
  const states = Object.fromEntries(Object.entries(memberStateLabels).map(([state, { text }]) => [state, text]));
  const { name: _, ...sorts } = MEMBER_SORTS;
  return [
    { name: 'state', label: '会员状态', options: options(states) },
    { name: 'level', label: '会员级别', options: options(levelLabels) },
    { name: 'province', label: '所在省', options: regions },
    { name: 'industry', label: '所属行业', options: industries },
    { name: 'dues', label: '会费情况', options: options({ overdue: '欠费', open: '有未交的会费' }) },
    { name: 'incomplete', label: '待完善', options: [{ code: 'any', label: '任何一项' }, ...options(incompleteLabels)] },
    { name: 'from', label: '入会日期从', type: 'date' },
    { name: 'to', label: '到', type: 'date' },
    { name: 'sort', label: '排序', options: options(sorts), any: MEMBER_SORTS.name },
  ];
}

const cells: Partial<Record<ColumnKey, Column<MemberRow>['cell']>> = {
  level: ({ level }) => levelLabels[level],
  state: ({ state }) => <Tag tone={memberStateLabels[state].tone}>{memberStateLabels[state].text}</Tag>,
  dues: ({ standing }) => <Tag tone={standingLabels[standing.status].tone}>{standingText(standing)}</Tag>,
  joinedOn: ({ joinedOn }) => formatDay(joinedOn),
  mobile: ({ mobile }) => maskMobile(mobile),
  email: ({ email }) => email.replace(/^(.).*(?=@)/, '$1***'),
  address: ({ address }) => <span className="block max-w-80 whitespace-normal">{address}</span>,
  incomplete: ({ incomplete }) => <span className="block max-w-80 whitespace-normal text-warn">{incomplete}</span>,
  qualifications: ({ qualifications }) => <span className="block max-w-80 whitespace-normal">{qualifications}</span>,
};

const NUMERIC: readonly ColumnKey[] = ['number', 'uscc', 'joinedOn', 'mobile', 'postcode'];

function columnOf(key: ColumnKey): Column<MemberRow> {
  const cell = cells[key] ?? ((row: MemberRow) => String(row[key as keyof MemberRow] ?? ''));
  const isNumeric = NUMERIC.includes(key);
  return { key, heading: memberColumns[key], cell: (row) => (isNumeric ? <span className="num">{cell(row)}</span> : cell(row)) };
}
