'use client';

import { startTransition, useEffect, useState } from 'react';
import { useFormContext as useHookForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import type { ActionState } from '@/lib/actions/action-state';
import type { SmsPurpose } from '@/lib/generated/prisma/enums';
import { Field, useControl } from './field';
import { useFormContext, valueAt } from './form-context';
import { PictureField } from './picture-field';
import { useSentCode } from './use-sent-code';
import { useSolution } from './use-solution';

const PAUSE_SECONDS = 60;

type CodeFieldProps = {
  label: string;
  purpose: SmsPurpose;
  /** The form's random id, under which its pictures are drawn. */
  pictureId: string;
  /** The action that has a code sent. Without JavaScript its answer comes as the form's own (`byButton`). */
  answer: ActionState;
  send: (form: FormData) => void;
  sending: boolean;
  sent: string;
};

/**
 * 验证码 with the button that has it sent to the phone above. Before that the browser solves a challenge, unseen; where
 * it cannot, the person reads a picture.
 */
export function CodeField({ label, purpose, pictureId, answer, send, sending, sent }: CodeFieldProps) {
  const { start, state, pending } = useFormContext();
  const { register, trigger } = useHookForm();
  const left = useCountdown(answer);
  const { take, waiting, slow } = useSolution(purpose);
  const [unsolvable, setUnsolvable] = useState(false);
  useRefusalAtField(answer);
  const flow = useSentCode(purpose, answer) ?? state.data?.flow ?? valueAt(start, 'flow');
  const refusedPicture = answer.fieldErrors?.pictureAnswer ?? state.fieldErrors?.pictureAnswer;
  const pictureShown = unsolvable || refusedPicture !== undefined;
  const picture = <PictureField purpose={purpose} id={pictureId} answer={answer} sent={Boolean(flow)} focus={unsolvable} />;
  const busy = left > 0 || sending || waiting;

  async function askForCode(form: HTMLFormElement | null) {
    if (busy || !form || !(await trigger('phone'))) return;
    const data = new FormData(form);
    if (!pictureShown) {
      const solution = await take();
      if (!solution) return setUnsolvable(true);
      data.set('solution', solution);
    }
    startTransition(() => send(data));
  }

  return (
    <>
      {/* Enter in a field presses the first button: it shall send the form, not another SMS. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" disabled={pending} className="sr-only" />
      {pictureShown ? picture : <noscript>{picture}</noscript>}
      <Field name="code" label={label} required>
        <input type="hidden" name="flow" value={typeof flow === 'string' ? flow : ''} />
        <div className="flex gap-3">
          <input
            {...register('code')}
            {...useControl('code', true)}
            // biome-ignore lint/a11y/noAutofocus: without JavaScript the page starts at its top again, and this is what comes next
            autoFocus={state.data?.flow !== undefined}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            className="control num flex-1"
          />
          <Button
            type="submit"
            look="secondary"
            name="pressed"
            value="sendCode"
            formNoValidate
            aria-disabled={busy || undefined}
            onClick={(event) => {
              event.preventDefault();
              void askForCode(event.currentTarget.form);
            }}
          >
            {sending || waiting ? '正在发送…' : left ? `${left} 秒后可重发` : '获取验证码'}
          </Button>
        </div>
        <p aria-live="polite" className="mt-1.5 text-sm empty:hidden">
          {slow && <span className="text-ink-3">正在做发送前的安全检查，请稍等几秒…</span>}
          {unsolvable && answer.status === 'idle' && <span>请看图填写上面的图片验证码，再点一次“获取验证码”。</span>}
          {flow && answer.status !== 'error' && <span className="text-ok">{sent}没有收到请核对手机号，一分钟后可重发。</span>}
          {answer.formError && <span className="text-bad">{answer.formError}</span>}
        </p>
      </Field>
    </>
  );
}

// The form shows its own action's messages; this one's are said at the same fields.
function useRefusalAtField({ fieldErrors }: ActionState): void {
  const { setError } = useHookForm();
  useEffect(() => {
    for (const [name, message] of Object.entries(fieldErrors ?? {})) setError(name, { message });
  }, [fieldErrors, setError]);
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
