import type { Metadata } from 'next';
import { ActionForm } from '@/components/form/action-form';
import { SubmitButton } from '@/components/form/submit-button';
import { Note } from '@/components/ui/note';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { mannerLabels, manners } from '@/lib/cashier/manners';
import { getCashierOrder } from '@/lib/cashier/pay-at-cashier';
import { formatFen } from '@/lib/money';
import { orNotFound } from '../../or-not-found';
import { payAtCashierAction } from './actions';

export const metadata: Metadata = { title: '演示收银台' };

/** Stands in for the payment provider's own page, in the demo and the tests only. */
export default async function CashierPage({ params }: PageProps<'/cashier/[order]'>) {
  const order = await orNotFound(getCashierOrder((await params).order));
  return (
    <main className="mx-auto flex max-w-xl flex-col gap-5 px-4 py-8">
      <PageTitle hint="代替支付宝的页面，不收真钱。">演示收银台</PageTitle>
      <Panel title={order.subject} hint={<span className="num">{formatFen(order.amountFen)}</span>}>
        {order.isOpen ? (
          <div className="flex flex-col gap-3">
            {manners.map((manner) => (
              <ActionForm key={manner} action={payAtCashierAction} hidden={{ orderNumber: order.orderNumber, manner }}>
                <SubmitButton waiting="正在处理…" look={manner === 'pay' ? 'primary' : 'secondary'} className="w-full">
                  {mannerLabels[manner]}
                </SubmitButton>
              </ActionForm>
            ))}
          </div>
        ) : (
          <Note title="这笔订单已经付过，或已关闭。">
            <a href={order.returnUrl} className="inline-flex min-h-11 items-center">
              返回会员管理系统
            </a>
          </Note>
        )}
      </Panel>
    </main>
  );
}
