import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { DuesNav } from '@/components/dues/dues-nav';
import { LedgerTable } from '@/components/dues/ledger-table';
import { DownloadLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { businessText, chargeKindLabels, duesStatusLabels, paymentSourceLabels } from '@/lib/copy/dues';
import { formatDay } from '@/lib/days';
import { type CompanyPayment, getCompanyLedger } from '@/lib/dues/company-ledger';
import { totalOf } from '@/lib/dues/ledger';
import type { DuesRow } from '@/lib/dues/views';
import { formatAmount, formatFen } from '@/lib/money';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../../or-not-found';

export const metadata: Metadata = { title: '单位台账' };

const charges: readonly Column<DuesRow>[] = [
  {
    key: 'year',
    heading: '年度',
    cell: ({ id, year, kind }) => (
      <Link href={`/admin/dues/charges/${id}`} className="num inline-flex min-h-11 items-center">
        {year} {chargeKindLabels[kind]}
      </Link>
    ),
  },
  { key: 'amount', heading: '应交(元)', numeric: true, cell: ({ amountFen }) => formatAmount(amountFen) },
  { key: 'open', heading: '未交(元)', numeric: true, cell: ({ openFen }) => formatAmount(openFen) },
  { key: 'status', heading: '状态', cell: ({ status }) => <Tag tone={duesStatusLabels[status].tone}>{duesStatusLabels[status].text}</Tag> },
  { key: 'business', heading: '业务状态', cell: businessText },
];
const payments: readonly Column<CompanyPayment>[] = [
  { key: 'paidOn', heading: '日期', cell: ({ paidOn }) => <span className="num">{formatDay(paidOn)}</span> },
  { key: 'amount', heading: '金额(元)', numeric: true, cell: ({ amountFen }) => formatAmount(amountFen) },
  { key: 'left', heading: '多交(元)', numeric: true, cell: ({ leftFen }) => (leftFen > 0 ? formatAmount(leftFen) : '—') },
  { key: 'source', heading: '来源', cell: ({ source, amountFen }) => (amountFen < 0 ? '退费' : paymentSourceLabels[source]) },
  { key: 'payer', heading: '付款户名', cell: ({ payer }) => payer },
  { key: 'years', heading: '用于年度', cell: ({ years }) => <span className="num">{years.join('、')}</span> },
];

export default async function CompanyLedgerPage({ params }: PageProps<'/admin/dues/companies/[companyId]'>) {
  const id = z.uuid().safeParse((await params).companyId);
  if (!id.success) notFound();
  const ledger = await orNotFound(getCompanyLedger(await requireAccount(), id.data));
  return (
    <>
      <DuesNav current="/admin/dues/ledger" />
      <PageTitle
        hint={<span className="num">{ledger.uscc}</span>}
        actions={<DownloadLink href={`/api/dues-ledger?company=${id.data}`}>导出 xlsx</DownloadLink>}
      >
        {ledger.name}
      </PageTitle>
      <div className="flex flex-col gap-5">
        <Panel title="分年度" hint={ledger.leftFen > 0 ? `另有多交 ${formatFen(ledger.leftFen)}` : undefined} flush>
          <LedgerTable
            heading="年度"
            caption="分年度"
            lines={[
              ...ledger.years.map((row) => ({ ...row, id: String(row.year), label: <span className="num">{row.year}</span> })),
              { ...totalOf(ledger.years), id: 'total', label: <b className="font-semibold">合计</b> },
            ]}
          />
        </Panel>
        <Panel title="应交" flush>
          <Table columns={charges} rows={ledger.rows} rowKey={(row) => row.id} caption="应交" empty="还没有会费。" />
        </Panel>
        <Panel title="款项" flush>
          <Table columns={payments} rows={ledger.payments} rowKey={(row) => row.id} caption="款项" empty="还没有款项。" />
        </Panel>
      </div>
    </>
  );
}
