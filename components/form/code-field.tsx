'use client';

import { startTransition, useEffect, useState } from 'react';
import { useFormContext as useHookForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import type { ActionState } from '@/lib/actions/action-state';
import { controlClass, Field, useControl } from './field';
import { useFormContext, valueAt } from './form-context';

const PAUSE_SECONDS = 60;

type CodeFieldProps = { label: string; answer: ActionState; send: (form: FormData) => void; sending: boolean; sent: string };

/** 验证码 with the button that has it sent to the phone above. */
export function CodeField({ label, answer, send, sending, sent }: CodeFieldProps) {
  const { start } = useFormContext();
  const { register, trigger } = useHookForm();
  const left = useCountdown(answer);
  const flow = answer.data?.flow ?? valueAt(start, 'flow');
  const refused = answer.fieldErrors?.phone ?? answer.formError;

  async function askForCode(form: HTMLFormElement | null) {
    if (left || sending || !form || !(await trigger('phone'))) return;
    startTransition(() => send(new FormData(form)));
  }

  return (
    <Field name="code" label={label} required>
      <input type="hidden" name="flow" value={typeof flow === 'string' ? flow : ''} />
      <div className="flex gap-3">
        <input
          {...register('code')}
          {...useControl('code', true)}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          className={`${controlClass} num flex-1`}
        />
        <Button
          type="submit"
          look="secondary"
          formAction={send}
          formNoValidate
          aria-disabled={left > 0 || sending || undefined}
          onClick={(event) => {
            event.preventDefault();
            void askForCode(event.currentTarget.form);
          }}
        >
          {sending ? '正在发送…' : left ? `${left} 秒后可重发` : '获取验证码'}
        </Button>
      </div>
      <p aria-live="polite" className="mt-1.5 text-sm empty:hidden">
        {answer.status === 'success' && <span className="text-ok">{sent}没有收到请核对手机号，一分钟后可重发。</span>}
        {refused && <span className="text-bad">{refused}</span>}
      </p>
    </Field>
  );
}

// The server keeps the real count; this only saves a useless click.
function useCountdown(answer: ActionState): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (answer.status !== 'success') return;
    setLeft(PAUSE_SECONDS);
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(timer);
  }, [answer]);
  return left;
}
