import { ActionForm } from '@/components/form/action-form';
import { ReasonDialog } from '@/components/form/reason-dialog';
import { SubmitButton } from '@/components/form/submit-button';
import { DialogButton } from '@/components/ui/dialog-button';
import { Note } from '@/components/ui/note';
import type { FormAction } from '@/lib/actions/action-state';
import { chargeDecisionLabels } from '@/lib/copy/dues';
import { formatMoment } from '@/lib/days';
import type { ChargePage } from '@/lib/dues/charge-page';
import { formatFen } from '@/lib/money';

type WaitingDecisionProps = { charge: ChargePage; agree: FormAction; refuse: FormAction };

/** 免交 or 取消应交 that waits for a second person: who wants it and why, and the second person's answer. */
export function WaitingDecision({ charge: { row, proposal }, agree, refuse }: WaitingDecisionProps) {
  if (!proposal) return null;
  const { decision, reason, by, at, isOwn, mayAgree } = proposal;
  const label = chargeDecisionLabels[decision];
  const hidden = { chargeId: row.id };
  return (
    <Note tone="warn" title={`${label}待同意：${formatFen(row.openFen)} 不再收取`}>
      <p>
        {by} 于 <span className="num">{formatMoment(at)}</span> 申请，原因：{reason}
      </p>
      <p>{isOwn ? '须由另一位财务人员或秘书长同意；同意之前仍然应交。' : '同意之前仍然应交。'}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        {mayAgree && (
          <DialogButton label={`同意${label}`}>
            <ActionForm action={agree} hidden={hidden} className="flex flex-col gap-4">
              <p>
                {formatFen(row.openFen)} 不再收取。原因：{reason}
              </p>
              <SubmitButton>确认同意</SubmitButton>
            </ActionForm>
          </DialogButton>
        )}
        <ReasonDialog label={isOwn ? '撤回申请' : '不同意'} action={refuse} hidden={hidden} />
      </div>
    </Note>
  );
}
