import type { Metadata } from 'next';
import { ReceiptNotes } from '@/components/dues/receipt-notes';
import { ButtonLink } from '@/components/ui/button-link';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { RefreshSoon } from '@/components/ui/refresh-soon';
import { UpLink } from '@/components/ui/up-link';
import { formatFen } from '@/lib/money';
import { getOnlineOrder } from '@/lib/online-payments/queries';
import { requireMember } from '@/lib/session';
import { orNotFound } from '../../../../or-not-found';
import { memberPath } from '../../../load-company';

export const metadata: Metadata = { title: '付款结果' };

/** Where the payer comes back to. It shows what the provider says when asked, never what the browser brings along. */
export default async function OnlineOrderPage({ params }: PageProps<'/dues/online/[order]'>) {
  const actor = await requireMember();
  const order = await orNotFound(getOnlineOrder(actor, (await params).order));
  const open = { companyId: order.companyId, several: actor.companyIds.length > 1 };
  const years = order.years.join('、');
  return (
    <>
      <UpLink href={memberPath('/dues', open)}>会费交纳</UpLink>
      <PageTitle hint={`${years} 年度会费，${formatFen(order.amountFen)}`}>付款结果</PageTitle>
      <div className="flex flex-col gap-5">
        {order.state === 'paid' && (
          <>
            <Note tone="ok" title="付款成功">
              {years} 年度会费已交。电子票据在 7 个工作日内推送到您填写的邮箱。
            </Note>
            <ReceiptNotes />
          </>
        )}
        {order.state === 'open' && (
          <Note title="还没有收到付款结果">
            <p role="status">
              刚付过款的，通常几秒钟后就有结果，本页会自动更新。还没有付款的，可以回到交费页面重新付款；同一笔不会重复扣款。
            </p>
            <RefreshSoon />
          </Note>
        )}
        {order.state === 'closed' && (
          <Note tone="warn" title="这次付款没有完成">
            没有扣款。请回到交费页面重新付款，或改用银行汇款。
          </Note>
        )}
        <div className="flex flex-wrap gap-3">
          {order.state === 'paid' ? (
            <ButtonLink href={memberPath(`/dues/${order.years[0]}`, open)}>查看这一年</ButtonLink>
          ) : (
            <ButtonLink href={memberPath(`/dues/${order.years[0]}/pay`, open)}>回到交费页面</ButtonLink>
          )}
          <ButtonLink href={memberPath('/dues', open)} look="quiet">
            会费交纳
          </ButtonLink>
        </div>
      </div>
    </>
  );
}
