import { ActionForm } from '@/components/form/action-form';
import { LineField } from '@/components/form/line-field';
import { ReasonDialog } from '@/components/form/reason-dialog';
import { SubmitButton } from '@/components/form/submit-button';
import { ButtonLink } from '@/components/ui/button-link';
import { DialogButton } from '@/components/ui/dialog-button';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/table';
import type { FormAction } from '@/lib/actions/action-state';
import { formatDay } from '@/lib/days';
import { formatAmount, formatFen } from '@/lib/money';
import type { BankRowView } from '@/lib/statements/list-rows';
import { Proposals } from './proposals';

export type RowActions = { settle: FormAction; note: FormAction; ignore: FormAction; reopen: FormAction };
type Props = { rows: readonly BankRowView[]; path: string; actions: RowActions; mayWork: boolean; empty: string };

const facts: readonly Column<BankRowView>[] = [
  {
    key: 'payer',
    heading: '付款户名',
    cell: ({ payerName, payerAccount, note, reason }) => (
      <>
        <span className="font-semibold">{payerName || '（没有户名）'}</span>
        <span className="num block text-sm text-ink-3">{payerAccount}</span>
        {note && <span className="block text-sm text-warn">备注：{note}</span>}
        {reason && <span className="block text-sm text-ink-2">忽略原因：{reason}</span>}
      </>
    ),
  },
  {
    key: 'amount',
    heading: '金额(元)',
    numeric: true,
    cell: ({ amountFen, leftFen, state }) => (
      <>
        {formatAmount(amountFen)}
        {state !== 'settled' && leftFen < amountFen && <span className="block text-sm text-warn">还有 {formatAmount(leftFen)}</span>}
      </>
    ),
  },
  { key: 'paidOn', heading: '日期', numeric: true, cell: ({ paidOn }) => formatDay(paidOn) },
  {
    key: 'memo',
    heading: '附言、流水号',
    cell: ({ memo, serial }) => (
      <span className="block max-w-64 min-w-40 break-all whitespace-normal">
        {memo}
        <span className="num block text-sm text-ink-3">{serial}</span>
      </span>
    ),
  },
];

/** Rows of a statement: the facts, what they are for, and what can be done with each. */
export function RowTable({ rows, path, actions, mayWork, empty }: Props) {
  const columns: Column<BankRowView>[] = [
    ...facts,
    {
      key: 'for',
      heading: '用于',
      cell: (row) => (
        <>
          <Payments {...row} />
          {row.state === 'open' && <Proposals row={row} action={actions.settle} mayWork={mayWork} />}
        </>
      ),
    },
    ...(mayWork ? [{ key: 'do', heading: '操作', cell: (row: BankRowView) => <Deeds row={row} path={path} actions={actions} /> }] : []),
  ];
  return <Table columns={columns} rows={rows} rowKey={({ id }) => id} caption="银行流水" empty={empty} />;
}

function Payments({ payments }: BankRowView) {
  if (!payments.length) return null;
  return (
    <ul>
      {payments.map(({ id, name, amountFen, filingId, chargeId }) => (
        <li key={id} className="num">
          <Link
            href={filingId ? `/admin/dues/${filingId}` : `/admin/dues/charges/${chargeId}`}
            className="inline-flex min-h-11 items-center"
          >
            {name}
          </Link>{' '}
          {formatFen(amountFen)}
        </li>
      ))}
    </ul>
  );
}

function Deeds({ row: { id, state, note, payerName }, path, actions }: { row: BankRowView; path: string; actions: RowActions }) {
  const hidden = { rowId: id };
  return (
    <span className="flex gap-2">
      {state === 'open' && (
        <ButtonLink href={`${path}?row=${id}`} look="secondary" size="small" aria-label={`另选单位 ${payerName}`}>
          另选单位
        </ButtonLink>
      )}
      <DialogButton look="quiet" size="small" label="备注">
        <ActionForm action={actions.note} hidden={hidden} labels={{ note: '备注' }} className="flex flex-col gap-4">
          <LineField name="note" label="备注" value={note} />
          <SubmitButton>保存备注</SubmitButton>
        </ActionForm>
      </DialogButton>
      {state === 'open' && (
        <ReasonDialog look="quiet" size="small" label="忽略" action={actions.ignore} hidden={hidden}>
          不是会费，或者已经在别处登记过的，写明原因后忽略。以后可以取回。
        </ReasonDialog>
      )}
      {state === 'ignored' && (
        <ActionForm action={actions.reopen} hidden={hidden}>
          <SubmitButton look="secondary" size="small">
            取回
          </SubmitButton>
        </ActionForm>
      )}
    </span>
  );
}
