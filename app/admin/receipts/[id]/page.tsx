import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import * as z from 'zod';
import { DuesNav } from '@/components/dues/dues-nav';
import { ActionForm } from '@/components/form/action-form';
import { LineField } from '@/components/form/line-field';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { ReceiptFacts } from '@/components/receipts/receipt-facts';
import { RequestHistory } from '@/components/receipts/request-history';
import { DownloadLink } from '@/components/ui/button';
import { DialogButton } from '@/components/ui/dialog-button';
import { Link } from '@/components/ui/link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { Tag } from '@/components/ui/tag';
import { today } from '@/lib/clock';
import { receiptEventLabels, receiptStateLabels, reversalLabels } from '@/lib/copy/receipts';
import { formatMoment } from '@/lib/days';
import { formatFen } from '@/lib/money';
import { yearsText } from '@/lib/receipts/export-columns';
import { getReceipt, type ReceiptDetail } from '@/lib/receipts/queries';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import { reverseReceiptAction } from '../actions';

export const metadata: Metadata = { title: '电子票据' };

export default async function ReceiptPage({ params }: PageProps<'/admin/receipts/[id]'>) {
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const receipt = await orNotFound(getReceipt(await requireAccount(), id.data));
  const { text, tone } = receiptStateLabels[receipt.state];
  const cancelled = receipt.charges.some(({ isCancelled }) => isCancelled);
  return (
    <>
      <DuesNav current="/admin/receipts" />
      <PageTitle
        hint={`${yearsText(receipt.years)} 年度会费 ${formatFen(receipt.amountFen)}`}
        actions={
          <>
            {receipt.fileId && <DownloadLink href={`/api/files/${receipt.fileId}`}>下载票据 PDF</DownloadLink>}
            {receipt.mayRecord && receipt.state === 'issued' && <Reverse receipt={receipt} day={await today()} />}
          </>
        }
      >
        <span className="inline-flex flex-wrap items-center gap-3">
          {receipt.companyName} <Tag tone={tone}>{text}</Tag>
        </span>
      </PageTitle>
      <div className="flex flex-col gap-5">
        {receipt.state === 'issued' && cancelled && (
          <Note tone="warn" title="这张票据开的会费已经取消，应当冲红">
            {receipt.refundedFen > 0 && `已退费 ${formatFen(receipt.refundedFen)}。`}请在开票平台冲红后，回到这里登记红字票据。
          </Note>
        )}
        <div className="grid items-start gap-5 lg:grid-cols-[1.4fr_1fr]">
          <Panel title="票据">
            <ReceiptFacts receipt={receipt} />
          </Panel>
          <div className="flex flex-col gap-5">
            <Panel title="会费">
              <ul>
                {receipt.charges.map(({ id: chargeId, year, isCancelled }) => (
                  <li key={chargeId} className="flex items-center gap-3">
                    <Link href={`/admin/dues/charges/${chargeId}`} className="inline-flex min-h-11 items-center">
                      {year} 年度
                    </Link>
                    {isCancelled && <Tag tone="warn">已取消</Tag>}
                  </li>
                ))}
              </ul>
              <p className="text-sm text-ink-3">推送邮箱：{receipt.email || '旧系统导入，没有记录'}</p>
            </Panel>
            {receipt.requests.length > 0 && (
              <Panel title="会员请求">
                <RequestHistory requests={receipt.requests} />
              </Panel>
            )}
            <Panel title="办理记录">
              <ol className="flex flex-col gap-3">
                {receipt.events.map(({ id: eventId, event, actorName, reason, createdAt }) => (
                  <li key={eventId} className="border-l-2 border-line pl-4">
                    <p className="font-semibold">
                      {event === 'issue' || event === 'reverse' ? receiptEventLabels[event] : event}，{actorName}
                    </p>
                    {reason && <p className="text-ink-2">{reason}</p>}
                    <p className="num text-sm text-ink-3">{formatMoment(createdAt)}</p>
                  </li>
                ))}
                {!receipt.events.length && <li className="text-ink-3">从旧系统导入。</li>}
              </ol>
            </Panel>
          </div>
        </div>
      </div>
    </>
  );
}

function Reverse({ receipt, day }: { receipt: ReceiptDetail; day: string }) {
  const asked = receipt.requests.find(({ kind, state }) => kind === 'reissue' && state === 'open');
  return (
    <DialogButton look="secondary" label="登记冲红">
      <ActionForm action={reverseReceiptAction} hidden={{ receiptId: receipt.id }} labels={reversalLabels} className="flex flex-col gap-4">
        <p>
          请先在开票平台冲红。
          {asked
            ? `会员申请换开为“${asked.titleName}”：登记后回到待开票，按新的抬头开具。`
            : '会费没有取消的，登记后回到待开票，等待重新开具。'}
        </p>
        <LineField name="redCode" label={reversalLabels.redCode} inputMode="numeric" value={receipt.code} required />
        <LineField name="redNumber" label={reversalLabels.redNumber} inputMode="numeric" required />
        <LineField name="reversedOn" label={reversalLabels.reversedOn} type="date" max={day} value={day} required />
        <ReasonField name="reason" label={reversalLabels.reason} value={asked ? `会员申请换开：${asked.reason}` : ''} />
        <SubmitButton waiting="正在登记…">已冲红，登记</SubmitButton>
      </ActionForm>
    </DialogButton>
  );
}
