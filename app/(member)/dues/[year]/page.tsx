import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DuesSteps } from '@/components/dues/dues-steps';
import { FilingSummary } from '@/components/dues/filing-summary';
import { ReceiptNotes } from '@/components/dues/receipt-notes';
import { MemberReceipts } from '@/components/receipts/member-receipts';
import { DownloadLink } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { Facts } from '@/components/ui/facts';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { UpLink } from '@/components/ui/up-link';
import { isAllowed } from '@/lib/access/authorize';
import { businessText, chargeKindLabels, duesStatusLabels } from '@/lib/copy/dues';
import { formatDay } from '@/lib/days';
import { type DuesYear, getDuesYear } from '@/lib/dues/member-dues';
import { duesYear } from '@/lib/dues/schema';
import { awaitsReceipt, isPayable } from '@/lib/dues/views';
import { formatFen } from '@/lib/money';
import { orNotFound } from '../../../or-not-found';
import { loadCompany, memberPath } from '../../load-company';
import { askForReissueAction, reportNotReceivedAction } from './actions';

export const metadata: Metadata = { title: '会费明细' };

const actions = { notReceived: reportNotReceivedAction, reissue: askForReissueAction };

export default async function DuesYearPage({ params, searchParams }: PageProps<'/dues/[year]'>) {
  const year = duesYear.safeParse((await params).year);
  if (!year.success) notFound();
  const query = await searchParams;
  const open = await loadCompany(searchParams);
  const dues = await orNotFound(getDuesYear(open.actor, open.companyId, year.data));
  const payable = dues.rows.some(isPayable);
  const pending = dues.rows.some(({ business }) => business === 'pending');
  return (
    <>
      <UpLink href={memberPath('/dues', open)}>会费交纳</UpLink>
      <PageTitle
        hint={dues.name}
        actions={
          <>
            <DownloadLink href={`/api/dues-notices/${open.companyId}/${dues.year}`}>下载交纳通知书</DownloadLink>
            {payable && <ButtonLink href={memberPath(`/dues/${dues.year}/pay`, open)}>交费</ButtonLink>}
          </>
        }
      >
        {dues.year} 年度会费
      </PageTitle>
      <div className="grid items-start gap-5 lg:grid-cols-[1.5fr_1fr]">
        <div className="flex flex-col gap-5">
          {query.filed === '1' && pending && (
            <Note tone="ok" title="汇款信息已提交">
              财务对照银行流水确认到账后，这里显示已交费。
            </Note>
          )}
          {dues.filings[0]?.state === 'returned' && payable && (
            <Note tone="warn" title="汇款信息被退回，请修改后重新提交">
              {dues.filings[0].reason}
            </Note>
          )}
          <Rows rows={dues.rows} />
          {dues.filings.map((filing) => (
            <Panel key={filing.id} title="汇款信息">
              <FilingSummary filing={filing} />
              {filing.vouchers.length > 0 && (
                <ul className="mt-4 flex flex-wrap gap-3">
                  {filing.vouchers.map(({ id, name }) => (
                    <li key={id}>
                      <DownloadLink size="small" href={`/api/files/${id}`}>
                        汇款凭证 {name}
                      </DownloadLink>
                    </li>
                  ))}
                </ul>
              )}
            </Panel>
          ))}
          <MemberReceipts receipts={dues.receipts} mayAsk={isAllowed(open.actor, 'receipt.request', open)} actions={actions} />
          {dues.rows.some(awaitsReceipt) && <ReceiptNotes />}
        </div>
        <Panel title="办理过程">
          <DuesSteps steps={dues.steps} />
        </Panel>
      </div>
    </>
  );
}

function Rows({ rows }: Pick<DuesYear, 'rows'>) {
  return rows.map((row) => {
    const { text, tone } = duesStatusLabels[row.status];
    const facts = [
      { label: '状态', value: <Tag tone={tone}>{text}</Tag> },
      { label: '业务状态', value: businessText(row) },
      { label: '交费金额', value: formatFen(row.amountFen) },
      ...(row.openFen > 0 && row.openFen < row.amountFen ? [{ label: '还差', value: formatFen(row.openFen) }] : []),
      ...(row.openFen > 0 ? [{ label: '交纳期限', value: formatDay(row.dueOn) }] : []),
      ...(row.status === 'waived' ? [] : [{ label: '是否开票', value: row.receipted ? '已开票' : row.receipt ? '已冲红' : '否' }]),
    ];
    return (
      <Panel key={row.id} title={chargeKindLabels[row.kind]}>
        <Facts rows={facts} />
      </Panel>
    );
  });
}
