import type { Metadata } from 'next';
import { DuesNav } from '@/components/dues/dues-nav';
import { LedgerTable } from '@/components/dues/ledger-table';
import { DownloadLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { levelLabels } from '@/lib/copy/dues';
import { ledgerByLevel, ledgerByYear, leftOver, totalOf } from '@/lib/dues/ledger';
import { duesYear } from '@/lib/dues/schema';
import { listQuery } from '@/lib/list-query';
import { formatFen } from '@/lib/money';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';

export const metadata: Metadata = { title: '会费台账' };

const PATH = '/admin/dues/ledger';

export default async function LedgerPage({ searchParams }: PageProps<'/admin/dues/ledger'>) {
  const actor = await requireAccount();
  const query = listQuery(await searchParams, ['year']);
  const [years, left] = await Promise.all([orNotFound(ledgerByYear(actor)), orNotFound(leftOver(actor))]);
  const asked = duesYear.safeParse(query.year);
  const year = asked.success ? asked.data : years[0]?.year;
  const levels = year === undefined ? [] : await orNotFound(ledgerByLevel(actor, year));
  return (
    <>
      <DuesNav current={PATH} />
      <PageTitle
        hint="应交 = 已收 − 已退 + 免交 + 取消 + 未交"
        actions={<DownloadLink href="/api/dues-ledger">导出全部 xlsx</DownloadLink>}
      >
        会费台账
      </PageTitle>
      <div className="flex flex-col gap-5">
        <Panel title="分年度" hint={left > 0 ? `另有多交、未分配到年度的款项 ${formatFen(left)}` : undefined} flush>
          <LedgerTable
            heading="年度"
            caption="分年度"
            lines={[
              ...years.map((row) => ({
                ...row,
                id: String(row.year),
                label: (
                  <Link href={`${PATH}?year=${row.year}`} className="num inline-flex min-h-11 items-center">
                    {row.year}
                  </Link>
                ),
              })),
              { ...totalOf(years), id: 'total', label: <b className="font-semibold">合计</b> },
            ]}
          />
        </Panel>
        {year !== undefined && (
          <Panel
            title={`${year} 年度，分级别`}
            hint={
              <span className="flex flex-wrap items-center gap-3">
                <Link href={`/admin/dues/charges?year=${year}`} className="inline-flex min-h-11 items-center">
                  逐家查看
                </Link>
                <DownloadLink size="small" href={`/api/dues-ledger?year=${year}`}>
                  导出 xlsx
                </DownloadLink>
              </span>
            }
            flush
          >
            <LedgerTable
              heading="级别"
              caption="分级别"
              lines={[
                ...levels.map((row) => ({ ...row, id: row.level, label: levelLabels[row.level] })),
                { ...totalOf(levels), id: 'total', label: <b className="font-semibold">合计</b> },
              ]}
            />
          </Panel>
        )}
      </div>
    </>
  );
}
