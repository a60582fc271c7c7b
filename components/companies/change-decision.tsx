'use client';

import { ActionForm } from '@/components/form/action-form';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { DialogButton } from '@/components/ui/dialog-button';
import type { FormAction } from '@/lib/actions/action-state';
import type { Day } from '@/lib/days';
import type { ChangeKind, ChangeState } from '@/lib/generated/prisma/enums';
import type { ExitConsequence } from '@/lib/members/exit-consequence';
import { ExitDecision } from './exit-decision';

type ChangeDecisionProps = {
  change: { id: string; kind: ChangeKind; state: ChangeState; consequence: ExitConsequence | null };
  actions: Record<'acknowledge' | 'undo' | 'confirm' | 'return' | 'acceptExit' | 'declineExit', FormAction>;
  today: Day;
};

/** What staff can do with a change as it stands now, each way in a dialog that says what will happen. */
export function ChangeDecision({ change: { id: changeId, kind, state, consequence }, actions, today }: ChangeDecisionProps) {
  if (kind === 'exit') return consequence && <ExitDecision changeId={changeId} consequence={consequence} actions={actions} today={today} />;
  if (kind === 'request') return state === 'pending' && <RequestDecision changeId={changeId} actions={actions} />;
  if (state === 'undone') return null;
  return (
    <>
      <DialogButton look="danger" label="撤销修改">
        <ActionForm action={actions.undo} hidden={{ changeId }} className="flex flex-col gap-4">
          <p>恢复为修改前的内容。第一联络员会收到短信，可以看到下面的原因。</p>
          <ReasonField name="reason" label="撤销的原因" />
          <SubmitButton look="danger">确认撤销</SubmitButton>
        </ActionForm>
      </DialogButton>
      {state === 'pending' && (
        <ActionForm action={actions.acknowledge} hidden={{ changeId }}>
          <SubmitButton>知悉</SubmitButton>
        </ActionForm>
      )}
    </>
  );
}

function RequestDecision({ changeId, actions }: { changeId: string; actions: ChangeDecisionProps['actions'] }) {
  return (
    <>
      <DialogButton look="secondary" label="退回">
        <ActionForm action={actions.return} hidden={{ changeId }} className="flex flex-col gap-4">
          <p>第一联络员会收到短信，可以看到下面的原因，修改后重新提交。</p>
          <ReasonField name="reason" label="退回的原因" />
          <SubmitButton>确认退回</SubmitButton>
        </ActionForm>
      </DialogButton>
      <DialogButton label="确认变更">
        <ActionForm action={actions.confirm} hidden={{ changeId }} className="flex flex-col gap-4">
          <p>请先与右侧的新营业执照逐字核对。确认后各处显示新的名称和信用代码，原名称保留并可查询；会员证换发，原会员证作废。</p>
          <SubmitButton waiting="正在确认…">已核对，确认变更</SubmitButton>
        </ActionForm>
      </DialogButton>
    </>
  );
}
