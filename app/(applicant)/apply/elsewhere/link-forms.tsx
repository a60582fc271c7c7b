'use client';

import { useState } from 'react';
import * as z from 'zod/mini';
import { ActionForm } from '@/components/form/action-form';
import { Form } from '@/components/form/form';
import { useFormContext } from '@/components/form/form-context';
import { SubmitButton } from '@/components/form/submit-button';
import { TextField } from '@/components/form/text-field';
import type { StepId } from '@/lib/applications/steps';
import { email } from '@/lib/fields';
import { linkToMailboxAction, linkToPhoneAction } from './actions';

type LinkProps = { applicationId: string; step: StepId };

const schema = z.object({ mailbox: email });

export function LinkToPhone({ applicationId, step, phone }: LinkProps & { phone: string }) {
  return (
    <ActionForm action={linkToPhoneAction} hidden={{ applicationId, step }} className="flex flex-wrap items-center gap-3">
      <SubmitButton look="secondary" waiting="正在发送…">
        发短信到 {phone}
      </SubmitButton>
      <Sent to="手机" />
    </ActionForm>
  );
}

export function LinkToMailbox({ applicationId, step, mailbox }: LinkProps & { mailbox: string }) {
  const [start] = useState({ mailbox });
  return (
    <Form action={linkToMailboxAction} schema={schema} values={start} labels={{ mailbox: '电子邮件' }} hidden={{ applicationId, step }}>
      <div className="flex flex-wrap items-end gap-3">
        <TextField
          name="mailbox"
          label="电子邮件"
          type="email"
          inputMode="email"
          autoComplete="email"
          className="min-w-0 flex-1"
          required
        />
        <SubmitButton look="secondary" waiting="正在发送…">
          发邮件
        </SubmitButton>
      </div>
      <Sent to="邮箱" />
    </Form>
  );
}

function Sent({ to }: { to: string }) {
  const { state, pending } = useFormContext();
  return (
    <p aria-live="polite" className="text-sm text-ok empty:hidden">
      {!pending && state.status === 'success' && `✓ 已发送，请在${to}里查看。一两分钟还没有收到，可以再发一次。`}
    </p>
  );
}
