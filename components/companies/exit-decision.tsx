'use client';

import { ActionForm } from '@/components/form/action-form';
import { LineField } from '@/components/form/line-field';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { TickField } from '@/components/form/tick-field';
import { DialogButton } from '@/components/ui/dialog-button';
import type { FormAction } from '@/lib/actions/action-state';
import type { Day } from '@/lib/days';
import type { ExitConsequence } from '@/lib/members/exit-consequence';
import { formatFen } from '@/lib/money';

type ExitDecisionProps = {
  changeId: string;
  consequence: ExitConsequence;
  actions: Record<'acceptExit' | 'declineExit', FormAction>;
  today: Day;
};

/** What staff decide about 退会申请, each way in a dialog that says what will happen. */
export function ExitDecision({ changeId, consequence, actions, today }: ExitDecisionProps) {
  const untouched = consequence.open.filter((charge) => charge.untouched);
  const fen = untouched.reduce((sum, { openFen }) => sum + openFen, 0);
  return (
    <>
      <DialogButton look="secondary" label="不予办理">
        <ActionForm action={actions.declineExit} hidden={{ changeId }} className="flex flex-col gap-4">
          <p>会员资格不变。第一联络员会收到短信，可以看到下面的原因。</p>
          <ReasonField name="reason" label="不予办理的原因" />
          <SubmitButton>确认不予办理</SubmitButton>
        </ActionForm>
      </DialogButton>
      <DialogButton label="同意退会">
        <ActionForm action={actions.acceptExit} hidden={{ changeId }} labels={{ on: '退会日期' }} className="flex flex-col gap-4">
          <p>会员状态改为“已退会”，会员证失效，不再生成会费，也不再催交。资料和记录都保留，以后可以恢复。第一联络员会收到短信。</p>
          <LineField name="on" label="退会日期" type="date" max={today} value={today} required />
          {untouched.length > 0 && (
            <TickField name="cancelDues">
              同时取消没有交过的会费（{untouched.length} 笔，{formatFen(fen)}）；不勾选则仍列为应交
            </TickField>
          )}
          <SubmitButton look="danger" waiting="正在办理…">
            确认同意退会
          </SubmitButton>
        </ActionForm>
      </DialogButton>
    </>
  );
}
