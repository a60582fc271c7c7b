import { ActionForm } from '@/components/form/action-form';
import { AskedTick } from '@/components/form/asked-tick';
import { SubmitButton } from '@/components/form/submit-button';
import { TickField } from '@/components/form/tick-field';
import { Tag } from '@/components/ui/tag';
import type { FormAction } from '@/lib/actions/action-state';
import { formatDay } from '@/lib/days';
import { formatAmount, formatFen } from '@/lib/money';
import type { BankRowView } from '@/lib/statements/list-rows';
import type { ProposalView } from '@/lib/statements/propose';

/** How a refusal calls what it is about. */
export const settleLabels = { amount: '其中金额', chargeIds: '年度', isAnother: '另一笔款' };

/** What a row may be for, the best first: why, how much, and one button. */
export function Proposals({ row, action, mayWork }: { row: BankRowView; action: FormAction; mayWork: boolean }) {
  if (!row.proposals.length) return <span className="text-ink-3">没有找到</span>;
  return (
    <ul className="flex min-w-80 flex-col gap-2.5 whitespace-normal">
      {row.proposals.map((proposal, at) => (
        <li key={JSON.stringify(proposal.target)} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <Words {...proposal} isSure={at === 0 && row.isSure} />
          {mayWork && <SettleButton row={row} proposal={proposal} isFirst={at === 0} action={action} />}
        </li>
      ))}
    </ul>
  );
}

function Words({ name, isFiled, recordedOn, years, dueFen, openFen, reasons, isSure }: ProposalView & { isSure: boolean }) {
  return (
    <div>
      <span className="font-semibold">{name}</span>{' '}
      <span className="num">
        {years.length > 0 && `${years.join('、')} 年`} {formatAmount(dueFen)}
      </span>{' '}
      {isSure && <Tag tone="ok">很可能</Tag>} {!isFiled && !recordedOn && <Tag tone="warn">未填汇款信息</Tag>}
      {isFiled && openFen !== dueFen && (
        <span className="num block text-sm text-warn">填写的金额与应交 {formatAmount(openFen)} 不一致</span>
      )}
      {recordedOn && <span className="block text-sm font-semibold text-ok">已按登记于 {formatDay(recordedOn)} 确认，应是同一笔</span>}
      <span className="block text-sm text-ink-3">{reasons.join('；')}</span>
    </div>
  );
}

type SettleProps = { row: BankRowView; proposal: ProposalView; isFirst: boolean; action: FormAction };

function SettleButton({ row: { id, leftFen }, proposal: { target, dueFen, name }, isFirst, action }: SettleProps) {
  const about = 'chargeIds' in target ? { chargeIds: target.chargeIds.join(',') } : target;
  const hidden = { rowId: id, key: crypto.randomUUID(), ...about };
  const isLink = 'paymentId' in target;
  const difference = leftFen - dueFen;
  return (
    <ActionForm action={action} hidden={hidden} labels={settleLabels} className="flex flex-wrap items-center gap-2">
      {difference !== 0 && !isLink && (
        <span className="num text-sm text-warn">
          {difference > 0
            ? `多 ${formatFen(difference)}`
            : 'filingId' in target
              ? `只到一部分，差 ${formatFen(-difference)}`
              : `少 ${formatFen(-difference)}`}
        </span>
      )}
      {difference < 0 && 'filingId' in target && <TickField name="onlyArrived">不会再有了，按实到确认</TickField>}
      <AskedTick name="isAnother">已核对，这是另一笔款</AskedTick>
      <SubmitButton size="small" look={isFirst ? 'primary' : 'secondary'} aria-label={`${isLink ? '是同一笔，关联' : '确认到账'} ${name}`}>
        {isLink ? '是同一笔，关联' : '确认到账'}
      </SubmitButton>
    </ActionForm>
  );
}
