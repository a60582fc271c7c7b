'use client';

import { Field, useControl } from '@/components/form/field';
import { useFormContext, valueAt } from '@/components/form/form-context';
import { Button } from '@/components/ui/button';

type CodeLineProps = {
  name: string;
  /** Where the form carries the number of the SMS that the code came with. */
  flow: string;
  label: string;
  hint?: string;
  /** The value of the button, by which the form's action knows what is asked for (`byButton`). */
  pressed: string;
};

/** 验证码 inside an ActionForm, with the button that has it sent; for people who are signed in. */
export function CodeLine({ name, flow, label, hint, pressed }: CodeLineProps) {
  const { start, pending } = useFormContext();
  const [typed, sent] = [valueAt(start, name), valueAt(start, flow)];
  const words = sent ? '重新获取' : '获取验证码';
  return (
    <Field {...{ name, label, hint }} required>
      <input type="hidden" name={flow} value={typeof sent === 'string' ? sent : ''} readOnly />
      <div className="flex gap-3">
        <input
          {...useControl(name, true)}
          name={name}
          defaultValue={typeof typed === 'string' ? typed : ''}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          className="control num flex-1"
        />
        <Button
          type="submit"
          look="secondary"
          name="pressed"
          value={pressed}
          formNoValidate
          aria-disabled={pending || undefined}
          aria-label={`${words}（${label}）`}
        >
          {words}
        </Button>
      </div>
      <p aria-live="polite" className="mt-1.5 text-sm text-ok empty:hidden">
        {sent && '验证码已发出，5 分钟内有效。没有收到请核对手机号，一分钟后可重发。'}
      </p>
    </Field>
  );
}

/** First in a form of such lines: Enter in a field presses the first button, and shall send the form, not an SMS. */
export function EnterSends() {
  const { pending } = useFormContext();
  return <button type="submit" tabIndex={-1} aria-hidden="true" disabled={pending} className="sr-only" />;
}
