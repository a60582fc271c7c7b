import type { Metadata } from 'next';
import { BatchApproval, BatchBox } from '@/components/applications/batch-approval';
import { CalendarWarning } from '@/components/calendar/calendar-warning';
import { ReceiptTag } from '@/components/dues/receipt-tag';
import { DownloadLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { FilterTabs, Pagination, SearchBox } from '@/components/ui/list-controls';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { isAllowed } from '@/lib/access/authorize';
import { listQueue, QUEUE_PAGE, type QueueFilter, type QueueRow } from '@/lib/applications/queue';
import { applicationStates } from '@/lib/applications/states';
import { findUnknownYears } from '@/lib/calendar/unknown-years';
import { applicationStateLabels } from '@/lib/copy/applications';
import { filingStateLabels } from '@/lib/copy/dues';
import { formatMoment } from '@/lib/days';
import { listQuery, pageOf } from '@/lib/list-query';
import { requireAccount } from '@/lib/session';
import { getSetting } from '@/lib/settings/get-setting';
import { orNotFound } from '../../or-not-found';
import { approveTogetherAction } from './actions';

export const metadata: Metadata = { title: '入会审核' };

const PATH = '/admin/applications';
const TABS = ['submitted', 'passed', 'returned', 'approved', 'rejected', 'withdrawn'] as const;
const WAITED = [
  { value: '', label: '不限' },
  { value: '3', label: '3 个工作日以上' },
  { value: '7', label: '7 个工作日以上' },
];

const chosen: Column<QueueRow> = { key: 'choose', heading: '选择', cell: ({ id, companyName }) => <BatchBox id={id} name={companyName} /> };

const columns: readonly Column<QueueRow>[] = [
  {
    key: 'company',
    heading: '单位名称',
    cell: ({ id, companyName, usccDoubtful }) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        <Link href={`${PATH}/${id}`} className="inline-flex min-h-11 items-center font-semibold">
          {companyName}
        </Link>
        {usccDoubtful && <Tag tone="warn">信用代码校验位不符</Tag>}
      </span>
    ),
  },
  { key: 'uscc', heading: '信用代码', cell: ({ uscc }) => <span className="num">{uscc}</span> },
  { key: 'province', heading: '所在省', cell: ({ province }) => province },
  { key: 'round', heading: '提交次数', numeric: true, cell: ({ round }) => `第 ${round} 次` },
  {
    key: 'dues',
    heading: '会费',
    cell: ({ filing, receipt }) => (
      <span className="inline-flex flex-wrap gap-1.5">
        {filing ? <Tag tone={filingStateLabels[filing].tone}>{filingStateLabels[filing].text}</Tag> : '—'}
        {receipt && receipt.urgency !== 'later' && <ReceiptTag {...receipt} />}
      </span>
    ),
  },
  {
    key: 'state',
    heading: '状态',
    cell: ({ state }) => <Tag tone={applicationStateLabels[state].tone}>{applicationStateLabels[state].text}</Tag>,
  },
  { key: 'submittedAt', heading: '提交时间', numeric: true, cell: ({ submittedAt }) => formatMoment(submittedAt) },
  {
    key: 'waited',
    heading: '已等',
    numeric: true,
    cell: ({ state, waitedDays }) => (state === 'submitted' ? `${waitedDays} 个工作日` : '—'),
  },
];

export default async function ApplicationsPage({ searchParams }: PageProps<'/admin/applications'>) {
  const actor = await requireAccount();
  const query = listQuery(await searchParams, ['state', 'waited']);
  const state: QueueFilter['state'] =
    query.state === 'all' ? 'all' : (applicationStates.find((candidate) => candidate === query.state) ?? 'submitted');
  const page = pageOf(query.page);
  const filter = {
    state,
    search: query.search ?? '',
    waitedDays: Number(WAITED.find(({ value }) => value === query.waited)?.value ?? 0),
    page,
  };
  const [{ rows, total, counts, today }, { twoStages }] = await Promise.all([orNotFound(listQueue(actor, filter)), getSetting('joining')]);
  const mayApprove = state === 'passed' && isAllowed(actor, 'meeting.hold', null);
  const tabs = [
    ...TABS.filter((value) => value !== 'passed' || twoStages || counts.passed).map((value) => ({
      value: value === 'submitted' ? '' : value,
      label: applicationStateLabels[value].text,
      count: counts[value] ?? 0,
    })),
    { value: 'all', label: '全部' },
  ];
  return (
    <>
      <PageTitle actions={<SearchBox path={PATH} query={query} placeholder="单位名称、信用代码或手机号" />}>入会审核</PageTitle>
      <div className="mb-5 empty:hidden">
        <CalendarWarning years={await findUnknownYears()} mayEdit={isAllowed(actor, 'settings.edit', null)} />
      </div>
      <Panel flush>
        <div className="flex flex-wrap items-center justify-between gap-x-6 border-b border-line-2 px-2 py-1.5 md:px-4">
          <FilterTabs path={PATH} query={query} name="state" label="按状态" tabs={tabs} />
          <div className="flex items-center gap-1 text-sm">
            <span className="shrink-0 text-ink-3">等待</span>
            <FilterTabs path={PATH} query={query} name="waited" label="按等待时间" tabs={WAITED} />
          </div>
        </div>
        {state === 'passed' && rows.length > 0 && (
          <div className="flex flex-wrap gap-3 border-b border-line-2 px-4 py-3 md:px-6">
            <DownloadLink href="/api/roster/pdf" download>
              下载拟入会名单（PDF）
            </DownloadLink>
            <DownloadLink href="/api/roster/xlsx" download>
              下载拟入会名单（Excel）
            </DownloadLink>
          </div>
        )}
        {mayApprove && <BatchApproval action={approveTogetherAction} today={today} />}
        <Table
          columns={mayApprove ? [...columns, chosen] : columns}
          rows={rows}
          rowKey={({ id }) => id}
          caption="入会申请"
          empty={query.search ? `没有找到“${query.search}”。可以换一个说法，或在“全部”里再搜。` : '这里没有申请。'}
          total={total}
        />
        <Pagination path={PATH} query={query} page={page} size={QUEUE_PAGE} total={total} />
      </Panel>
    </>
  );
}
