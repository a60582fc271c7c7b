'use client';

import { ActionForm } from '@/components/form/action-form';
import { ReasonField } from '@/components/form/reason-field';
import { SubmitButton } from '@/components/form/submit-button';
import { DialogButton } from '@/components/ui/dialog-button';
import type { FormAction } from '@/lib/actions/action-state';
import { erasureTexts } from '@/lib/copy/personal';

type ErasureDecisionProps = { requestId: string; blocked: boolean; accept: FormAction; decline: FormAction };

/** What staff decide about 注销申请, each way in a dialog that says what will happen. */
export function ErasureDecision({ requestId, blocked, accept, decline }: ErasureDecisionProps) {
  return (
    <>
      <DialogButton look="secondary" label="不予办理">
        <ActionForm action={decline} hidden={{ requestId }} className="flex flex-col gap-4">
          <p>账号不变。本人会收到短信，可以看到下面的原因。</p>
          <ReasonField name="reason" label="不予办理的原因" />
          <SubmitButton>确认不予办理</SubmitButton>
        </ActionForm>
      </DialogButton>
      {!blocked && (
        <DialogButton label="办理注销">
          <ActionForm action={accept} hidden={{ requestId }} className="flex flex-col gap-4">
            <p>{erasureTexts.erased}</p>
            <p>不能恢复。本人会收到短信。</p>
            <SubmitButton look="danger" waiting="正在办理…">
              确认注销
            </SubmitButton>
          </ActionForm>
        </DialogButton>
      )}
    </>
  );
}
