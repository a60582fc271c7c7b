import type { Metadata } from 'next';
import { ConfirmBox, ConfirmMany } from '@/components/dues/confirm-many';
import { DuesNav } from '@/components/dues/dues-nav';
import { FilingMarkTags } from '@/components/dues/filing-mark-tags';
import { FilingTags } from '@/components/dues/filing-tags';
import { Link } from '@/components/ui/link';
import { FilterTabs, Pagination, SearchBox } from '@/components/ui/list-controls';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { isAllowed } from '@/lib/access/authorize';
import { filingStateLabels } from '@/lib/copy/dues';
import { formatDay, formatMoment } from '@/lib/days';
import type { MarkedFiling } from '@/lib/dues/filing-marks';
import { countFilings, FILINGS_PAGE, type FilingFilter, listFilings } from '@/lib/dues/queries';
import { type Refunds, sumRefunds } from '@/lib/dues/refunds';
import { filingStates } from '@/lib/dues/states';
import { listQuery, pageOf } from '@/lib/list-query';
import { formatAmount, formatFen } from '@/lib/money';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../or-not-found';
import { confirmTogetherAction } from './actions';

export const metadata: Metadata = { title: '汇款确认' };

const PATH = '/admin/dues';

const columns: readonly Column<MarkedFiling>[] = [
  {
    key: 'box',
    heading: '选择',
    cell: ({ id, state, titleName, amountFen }) =>
      state === 'pending' && <ConfirmBox id={id} name={`${titleName} ${formatAmount(amountFen)}`} />,
  },
  {
    key: 'title',
    heading: '单位名称',
    cell: ({ id, titleName, payer }) => (
      <>
        <Link href={`${PATH}/${id}`} className="inline-flex min-h-11 items-center font-semibold">
          {titleName}
        </Link>
        {payer !== titleName && <span className="block text-sm text-warn">汇款户名：{payer}</span>}
      </>
    ),
  },
  { key: 'years', heading: '交费年度', cell: ({ years }) => <span className="num">{years.join('、')}</span> },
  {
    key: 'amount',
    heading: '汇款金额(元)',
    numeric: true,
    cell: ({ amountFen }) => formatAmount(amountFen),
  },
  { key: 'paidOn', heading: '汇款日期', numeric: true, cell: ({ paidOn }) => formatDay(paidOn) },
  { key: 'serial', heading: '银行流水号', cell: ({ serial }) => <span className="num">{serial ?? '—'}</span> },
  { key: 'filedAt', heading: '填写时间', numeric: true, cell: ({ filedAt }) => formatMoment(filedAt) },
  {
    key: 'state',
    heading: '业务状态',
    cell: (filing) => (
      <>
        <FilingTags {...filing} />
        <FilingMarkTags {...filing} />
      </>
    ),
  },
];

export default async function FilingsPage({ searchParams }: PageProps<'/admin/dues'>) {
  const actor = await requireAccount();
  const query = listQuery(await searchParams, ['state']);
  const forRefund = query.state === 'refund';
  const state: FilingFilter['state'] =
    forRefund || query.state === 'all' ? 'all' : (filingStates.find((candidate) => candidate === query.state) ?? 'pending');
  const page = pageOf(query.page);
  const mayConfirm = isAllowed(actor, 'filing.confirmMany', null);
  const refunds = await orNotFound(sumRefunds(actor));
  const ids = forRefund ? refunds.ids : undefined;
  const [counts, { rows, total }] = await Promise.all([
    countFilings(actor),
    listFilings(actor, { state, ids, search: query.search ?? '', page }),
  ]);
  const tabs = [
    ...filingStates.map((value) => ({
      value: value === 'pending' ? '' : value,
      label: filingStateLabels[value].text,
      count: counts[value] ?? 0,
    })),
    { value: 'refund', label: '待退费', count: refunds.ids.length },
    { value: 'all', label: '全部' },
  ];
  return (
    <>
      <DuesNav current={PATH} />
      <PageTitle actions={<SearchBox path={PATH} query={query} placeholder="单位名称、汇款户名、信用代码或流水号" />}>会费确认</PageTitle>
      <Panel flush>
        <div className="border-b border-line-2 px-2 py-1.5 md:px-4">
          <FilterTabs path={PATH} query={query} name="state" label="按业务状态" tabs={tabs} />
        </div>
        {state === 'pending' && mayConfirm && <ConfirmMany action={confirmTogetherAction} count={rows.length} />}
        {forRefund && <RefundSums {...refunds} />}
        <Table
          columns={state === 'pending' && mayConfirm ? columns : columns.slice(1)}
          rows={rows}
          rowKey={({ id }) => id}
          caption="汇款信息"
          cards
          empty={query.search ? `没有找到“${query.search}”。` : '这里没有汇款信息。'}
          total={total}
        />
        <Pagination path={PATH} query={query} page={page} size={FILINGS_PAGE} total={total} />
      </Panel>
    </>
  );
}

function RefundSums({ ids, receivedFen, unconfirmedFen }: Refunds) {
  if (!ids.length) return null;
  return (
    <p className="border-b border-line-2 px-4 py-3 md:px-6">
      申请撤回、不予通过等不再应交的 {ids.length} 笔：已到账、应退还 <b className="num font-semibold">{formatFen(receivedFen)}</b>
      {unconfirmedFen > 0 && (
        <>
          ；另有 <b className="num font-semibold">{formatFen(unconfirmedFen)}</b> 还没有确认是否到账，请先查银行账户
        </>
      )}
      。到账的在<Link href="/admin/dues/charges?status=toRefund">应交会费</Link>里发起退费。
    </p>
  );
}
