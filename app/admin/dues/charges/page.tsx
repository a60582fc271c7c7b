import type { Metadata } from 'next';
import { DuesNav } from '@/components/dues/dues-nav';
import { LedgerLine } from '@/components/dues/ledger-line';
import { DownloadLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { FilterTabs, Pagination, SearchBox } from '@/components/ui/list-controls';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import {
  businessText,
  chargeDecisionLabels,
  chargeFilterLabels,
  chargeKindLabels,
  duesStatusLabels,
  levelLabels,
  methodLabels,
} from '@/lib/copy/dues';
import { formatMoment } from '@/lib/days';
import { readChargeFilter } from '@/lib/dues/charge-filter';
import { CHARGES_PAGE, chargeFilters, type ListedCharge, listCharges, listChargeYears } from '@/lib/dues/list-charges';
import { listQuery, pageOf } from '@/lib/list-query';
import { formatAmount } from '@/lib/money';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';

export const metadata: Metadata = { title: '应交会费' };

const PATH = '/admin/dues/charges';

const columns: readonly Column<ListedCharge>[] = [
  {
    key: 'name',
    heading: '单位名称',
    cell: ({ id, name }) => (
      <Link href={`${PATH}/${id}`} className="inline-flex min-h-11 items-center font-semibold">
        {name || '（入会申请）'}
      </Link>
    ),
  },
  {
    key: 'year',
    heading: '年度',
    cell: ({ year, kind }) => (
      <span className="num">
        {year} {kind === 'topUp' && <span className="text-sm text-ink-3">{chargeKindLabels.topUp}</span>}
      </span>
    ),
  },
  { key: 'level', heading: '级别', cell: ({ level }) => levelLabels[level] },
  { key: 'amount', heading: '应交(元)', numeric: true, cell: ({ amountFen }) => formatAmount(amountFen) },
  {
    key: 'open',
    heading: '未交(元)',
    numeric: true,
    cell: ({ openFen, amountFen, leftFen }) => (
      <>
        {formatAmount(openFen)}
        {openFen > 0 && openFen < amountFen && <span className="block text-sm text-warn">少交</span>}
        {leftFen > 0 && <span className="block text-sm text-warn">单位多交 {formatAmount(leftFen)}</span>}
      </>
    ),
  },
  {
    key: 'status',
    heading: '状态',
    cell: ({ status, proposal }) => (
      <>
        <Tag tone={duesStatusLabels[status].tone}>{duesStatusLabels[status].text}</Tag>
        {proposal && (
          <span className="mt-1 block max-w-80 min-w-40 text-sm whitespace-normal text-warn">
            {chargeDecisionLabels[proposal.decision]}待同意：{proposal.by} <span className="num">{formatMoment(proposal.at)}</span>{' '}
            {proposal.reason}
          </span>
        )}
      </>
    ),
  },
  { key: 'business', heading: '业务状态', cell: businessText },
  { key: 'method', heading: '交费方式', cell: ({ method }) => (method ? methodLabels[method] : '—') },
  { key: 'receipted', heading: '是否开票', cell: ({ receipted, receipt }) => (receipted ? '已开票' : receipt ? '已冲红' : '否') },
];

export default async function ChargesPage({ searchParams }: PageProps<'/admin/dues/charges'>) {
  const actor = await requireAccount();
  const query = listQuery(await searchParams, ['status', 'year']);
  const filter = readChargeFilter(query);
  const page = pageOf(query.page);
  const [{ rows, sums }, years] = await Promise.all([
    orNotFound(listCharges(actor, { ...filter, page })),
    orNotFound(listChargeYears(actor)),
  ]);
  const asked = new URLSearchParams(Object.entries(query).filter(([name]) => name !== 'page'));
  return (
    <>
      <DuesNav current={PATH} />
      <PageTitle actions={<SearchBox path={PATH} query={query} placeholder="单位名称、曾用名、拼音首字母或信用代码" />}>应交会费</PageTitle>
      <Panel flush>
        <div className="border-b border-line-2 px-2 py-1.5 md:px-4">
          <FilterTabs
            path={PATH}
            query={query}
            name="status"
            label="按状态"
            tabs={chargeFilters.map((value) => ({ value: value === 'all' ? '' : value, label: chargeFilterLabels[value] }))}
          />
          <FilterTabs
            path={PATH}
            query={query}
            name="year"
            label="按年度"
            tabs={[{ value: '', label: '全部年度' }, ...years.map((year) => ({ value: String(year), label: String(year) }))]}
          />
        </div>
        <LedgerLine
          cells={[
            ['笔数', String(sums.count)],
            ['应交', formatAmount(sums.raisedFen)],
            ['实收（已减退费）', formatAmount(sums.paidFen)],
            ['未交', formatAmount(sums.openFen)],
          ]}
        >
          <DownloadLink size="small" href={`/api/dues-ledger?${asked}`}>
            导出 xlsx
          </DownloadLink>
          <DownloadLink size="small" href={`/api/dues-notices?${asked}`}>
            未交单位的通知书
          </DownloadLink>
        </LedgerLine>
        <Table
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          caption="应交会费"
          cards
          empty={query.search ? `没有找到“${query.search}”。` : '这里没有会费。会费在“产生会费”里按年度产生。'}
          total={sums.count}
        />
        <Pagination path={PATH} query={query} page={page} size={CHARGES_PAGE} total={sums.count} />
      </Panel>
    </>
  );
}
