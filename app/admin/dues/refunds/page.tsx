import type { Metadata } from 'next';
import { DuesNav } from '@/components/dues/dues-nav';
import { ActionForm } from '@/components/form/action-form';
import { LineField } from '@/components/form/line-field';
import { ReasonDialog } from '@/components/form/reason-dialog';
import { SubmitButton } from '@/components/form/submit-button';
import { DialogButton } from '@/components/ui/dialog-button';
import { Link } from '@/components/ui/link';
import { FilterTabs, Pagination } from '@/components/ui/list-controls';
import { PageTitle } from '@/components/ui/page-title';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { today } from '@/lib/clock';
import { refundStateLabels } from '@/lib/copy/dues';
import { formatDay, formatMoment } from '@/lib/days';
import { listRefunds, REFUNDS_PAGE, type RefundRow, sumOpenRefunds } from '@/lib/dues/list-refunds';
import { OPEN_REFUND, refundStates } from '@/lib/dues/states';
import { listQuery, pageOf } from '@/lib/list-query';
import { formatAmount, formatFen } from '@/lib/money';
import { requireAccount } from '@/lib/session';
import { orNotFound } from '../../../or-not-found';
import { approveRefundAction, payRefundAction, refuseRefundAction } from './actions';

export const metadata: Metadata = { title: '退费' };

const PATH = '/admin/dues/refunds';

const facts: readonly Column<RefundRow>[] = [
  {
    key: 'name',
    heading: '单位名称',
    cell: ({ name, chargeId }) => (chargeId ? <Link href={`/admin/dues/charges/${chargeId}`}>{name}</Link> : name),
  },
  { key: 'year', heading: '年度', cell: ({ year }) => <span className="num">{year ?? '多交'}</span> },
  { key: 'amount', heading: '金额(元)', numeric: true, cell: ({ amountFen }) => formatAmount(amountFen) },
  { key: 'reason', heading: '原因', cell: ({ reason }) => <span className="block max-w-80 min-w-40 whitespace-normal">{reason}</span> },
  {
    key: 'requested',
    heading: '发起',
    cell: ({ requestedBy, requestedAt }) => (
      <span className="num">
        {requestedBy} {formatMoment(requestedAt)}
      </span>
    ),
  },
  {
    key: 'state',
    heading: '状态',
    cell: ({ state, paidOn, serial }) => (
      <span className="num">
        <Tag tone={refundStateLabels[state].tone}>{refundStateLabels[state].text}</Tag>
        {paidOn && (
          <span className="block text-sm text-ink-3">
            {formatDay(paidOn)} {serial}
          </span>
        )}
      </span>
    ),
  },
];

export default async function RefundsPage({ searchParams }: PageProps<'/admin/dues/refunds'>) {
  const actor = await requireAccount();
  const query = listQuery(await searchParams, ['state']);
  const state = query.state === 'all' ? 'all' : (refundStates.find((each) => each === query.state) ?? 'requested');
  const page = pageOf(query.page);
  const [{ rows, total }, { counts }] = await orNotFound(Promise.all([listRefunds(actor, { state, page }), sumOpenRefunds(actor)]));
  const day = await today();
  const columns: Column<RefundRow>[] = [...facts, { key: 'do', heading: '操作', cell: (row) => <Deeds row={row} day={day} /> }];
  return (
    <>
      <DuesNav current={PATH} />
      <PageTitle>退费</PageTitle>
      <Panel flush>
        <div className="border-b border-line-2 px-2 py-1.5 md:px-4">
          <FilterTabs
            path={PATH}
            query={query}
            name="state"
            label="按状态"
            tabs={[
              ...refundStates.map((each) => ({
                value: each === 'requested' ? '' : each,
                label: refundStateLabels[each].text,
                count: counts[each],
              })),
              { value: 'all', label: '全部' },
            ]}
          />
        </div>
        <Table
          columns={columns}
          rows={rows}
          rowKey={({ id }) => id}
          caption="退费"
          cards
          empty="这里没有退费。退费从“应交会费”里的某一笔发起。"
          total={total}
        />
        <Pagination path={PATH} query={query} page={page} size={REFUNDS_PAGE} total={total} />
      </Panel>
    </>
  );
}

function Deeds({ row: { id, state, amountFen, isOwn, mayApprove, mayPay, name }, day }: { row: RefundRow; day: string }) {
  if (!OPEN_REFUND.includes(state)) return null;
  const hidden = { refundId: id };
  const no = isOwn ? '撤回' : '不同意';
  return (
    <span className="flex flex-wrap gap-2">
      {mayApprove && (
        <DialogButton label="同意退费">
          <ActionForm action={approveRefundAction} hidden={hidden} className="flex flex-col gap-4">
            <p>
              {name} {formatFen(amountFen)}。
            </p>
            <SubmitButton>确认同意</SubmitButton>
          </ActionForm>
        </DialogButton>
      )}
      {mayPay && (
        <DialogButton label="登记已退">
          <ActionForm
            action={payRefundAction}
            hidden={hidden}
            labels={{ paidOn: '退款日期', serial: '银行流水号' }}
            className="flex flex-col gap-4"
          >
            <p>
              {name} {formatFen(amountFen)} 已从银行账户退出。
            </p>
            <LineField name="paidOn" label="退款日期" type="date" max={day} value={day} required />
            <LineField name="serial" label="银行流水号" required />
            <SubmitButton>确认登记</SubmitButton>
          </ActionForm>
        </DialogButton>
      )}
      <ReasonDialog label={no} action={refuseRefundAction} hidden={hidden} />
    </span>
  );
}
