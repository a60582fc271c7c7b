'use client';

import { useEffect, useRef } from 'react';
import { Note } from '@/components/ui/note';
import { Field, useControl } from './field';
import { useFormContext } from './form-context';
import { SubmitButton } from './submit-button';

/** Step-up: appears in a form that asks for the second factor anew, and sends the form again as it stands, with the code. */
export function FactorCheck() {
  const { state } = useFormContext();
  const field = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is a reason to ask, also an equal one
  useEffect(() => field.current?.focus(), [state]);
  const control = useControl('factorCode', true);
  if (!state.stepUp) return null;
  return (
    <Note tone="warn" title="请确认是您本人">
      <p className="mb-3">这一步很重要，请再填一次验证器里的动态码。已填写的内容都还在，10 分钟内不再询问。</p>
      <div className="flex flex-wrap items-start gap-3">
        <Field name="factorCode" label="动态码" hint="6 位数字，或一个恢复码" required className="min-w-56 flex-1">
          <input
            {...control}
            ref={field}
            name="factorCode"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={20}
            className="control num"
          />
        </Field>
        <SubmitButton waiting="正在确认…" className="sm:mt-7.5">
          确认
        </SubmitButton>
      </div>
    </Note>
  );
}
