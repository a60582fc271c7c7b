'use client';

import { useEffect, useState } from 'react';
import { useFormContext as useHookForm } from 'react-hook-form';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import type { ActionState } from '@/lib/actions/action-state';
import type { SmsPurpose } from '@/lib/generated/prisma/enums';
import { Field, useControl } from './field';
import { useFormContext } from './form-context';

type PictureFieldProps = {
  purpose: SmsPurpose;
  /** The form's random id, under which its pictures are drawn. */
  id: string;
  answer: ActionState;
  /** A code is on its way: only who wants another one reads another picture. */
  sent: boolean;
  /** The person has just been sent here. */
  focus: boolean;
};

/** 图片验证码, where the browser cannot solve a challenge. Each answer of the server brings another picture. */
export function PictureField({ purpose, id, answer, sent, focus }: PictureFieldProps) {
  const { register, setValue } = useHookForm();
  const { state } = useFormContext();
  const [turn, setTurn] = useState(0);

  function change() {
    setTurn((turns) => turns + 1);
    setValue('pictureAnswer', '');
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer used the picture up, also an equal one
  useEffect(() => {
    if (answer.status !== 'idle') change();
  }, [answer]);

  return (
    <Field
      name="pictureAnswer"
      label="图片验证码"
      hint={sent ? '重新获取验证码时才填' : '图中的 5 个字符，不分大小写'}
      required={!sent}
      under={
        <p className="mt-1.5 text-sm text-ink-3">
          看不清请点“换一张”。无法看图的，请
          <Link href="/contact" target="_blank" className="py-3 md:py-0">
            致电协会
          </Link>
          ，由工作人员协助。
        </p>
      }
    >
      <input type="hidden" name="pictureId" value={id} />
      <div className="flex flex-wrap items-center gap-3">
        {/* biome-ignore lint/performance/noImgElement: different each time, nothing to optimise */}
        <img
          src={`/api/picture-codes/${purpose}/${id}?turn=${turn}`}
          alt="图片验证码：5 个字母或数字"
          width={200}
          height={64}
          className="rounded-md border border-line-3"
        />
        <Button
          type="submit"
          look="quiet"
          size="small"
          name="pressed"
          value="changePicture"
          formNoValidate
          onClick={(event) => {
            event.preventDefault();
            change();
          }}
        >
          换一张
        </Button>
        <input
          {...register('pictureAnswer')}
          {...useControl('pictureAnswer', !sent)}
          // Without JavaScript the page starts at its top again: this leads back to where the person was.
          // biome-ignore lint/a11y/noAutofocus: only where the person is sent to this very field
          autoFocus={focus || state.fieldErrors?.pictureAnswer !== undefined || (state.status === 'success' && !state.data)}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={20}
          className="control num basis-full md:flex-1 md:basis-32"
        />
      </div>
    </Field>
  );
}
