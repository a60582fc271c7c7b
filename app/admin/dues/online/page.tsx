import type { Metadata } from 'next';
import { DuesNav } from '@/components/dues/dues-nav';
import { ActionForm } from '@/components/form/action-form';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { DialogButton } from '@/components/ui/dialog-button';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { differenceLabels } from '@/lib/copy/dues';
import { formatMoment } from '@/lib/days';
import { formatAmount } from '@/lib/money';
import { type DifferenceView, listDifferences } from '@/lib/online-payments/queries';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import { resolveDifferenceAction } from './actions';

export const metadata: Metadata = { title: '在线支付对账' };

const columns: readonly Column<DifferenceView>[] = [
  {
    key: 'kind',
    heading: '差异',
    cell: ({ kind }) => (
      <>
        {differenceLabels[kind].text}
        <span className="block max-w-96 text-sm whitespace-normal text-ink-3">{differenceLabels[kind].advice}</span>
      </>
    ),
  },
  {
    key: 'order',
    heading: '订单号、交易号',
    cell: ({ orderNumber, tradeNumber }) => (
      <span className="num">
        {orderNumber}
        <span className="block text-sm text-ink-3">{tradeNumber}</span>
      </span>
    ),
  },
  { key: 'expected', heading: '我方(元)', numeric: true, cell: ({ expectedFen }) => formatAmount(expectedFen) },
  { key: 'actual', heading: '支付方(元)', numeric: true, cell: ({ actualFen }) => formatAmount(actualFen) },
  { key: 'at', heading: '发现时间', numeric: true, cell: ({ createdAt }) => formatMoment(createdAt) },
  {
    key: 'do',
    heading: '处理结果',
    cell: ({ id, resolution }) =>
      resolution ?? (
        <DialogButton look="secondary" label="登记处理结果">
          <ActionForm
            action={resolveDifferenceAction}
            hidden={{ differenceId: id }}
            labels={{ resolution: '处理结果' }}
            className="flex flex-col gap-4"
          >
            <ReasonField name="resolution" label="处理结果" />
            <SubmitButton>确认登记</SubmitButton>
          </ActionForm>
        </DialogButton>
      ),
  },
];

export default async function DifferencesPage() {
  const actor = await requireAccount();
  const rows = await orNotFound(listDifferences(actor));
  return (
    <>
      <DuesNav current="/admin/dues/online" />
      <PageTitle hint="每天上午与支付方的账单逐笔核对；对不上的，和有问题的通知，都列在这里。">在线支付对账</PageTitle>
      <Panel flush>
        <Table columns={columns} rows={rows} rowKey={({ id }) => id} caption="在线支付的差异" empty="没有差异，账都对得上。" />
      </Panel>
    </>
  );
}
