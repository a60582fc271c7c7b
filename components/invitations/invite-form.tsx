'use client';

import { ActionForm } from '@/components/form/action-form';
import { useFormContext } from '@/components/form/form-context';
import { SubmitButton } from '@/components/form/submit-button';
import type { FormAction } from '@/lib/actions/action-state';

type InviteManyProps = { action: FormAction; hidden: Record<string, string>; count: number };

/** Sends the next batch to everybody whom the filter means. */
export function InviteMany({ action, hidden, count }: InviteManyProps) {
  return (
    <ActionForm action={action} hidden={hidden} className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {count > 0 && <SubmitButton waiting="正在发送…">发送 {count} 条邀请短信</SubmitButton>}
      <Sent />
    </ActionForm>
  );
}

/** Sends one person another invitation. */
export function InviteOne({ action, accountId, name }: { action: FormAction; accountId: string; name: string }) {
  return (
    <ActionForm action={action} hidden={{ accountId }}>
      <SubmitButton look="secondary" size="small" waiting="正在发送…" aria-label={`给 ${name} 发送邀请`}>
        发送
      </SubmitButton>
    </ActionForm>
  );
}

function Sent() {
  const { state, pending } = useFormContext();
  const sent = state.data?.sent;
  return (
    <p aria-live="polite" className="text-ok">
      {!pending && sent && `✓ 已交给短信服务 ${sent} 条，送达情况稍后显示在“未激活”和“短信失败”里。`}
    </p>
  );
}
