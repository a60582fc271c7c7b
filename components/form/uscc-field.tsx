'use client';

import { useWatch } from 'react-hook-form';
import { hasUsccCheck, hasUsccShape, normaliseUscc } from '@/lib/uscc';
import { CheckboxField } from './checkbox-field';
import type { FieldFrameProps } from './field';
import { useFormContext, valueAt } from './form-context';
import { TextField } from './text-field';

/** 信用代码: where its check character is off, the person compares it with the licence and may go on. */
export function UsccField(props: Omit<FieldFrameProps, 'name'>) {
  const { start } = useFormContext();
  const typed = useWatch({ name: 'uscc', defaultValue: valueAt(start, 'uscc') });
  const code = normaliseUscc(typeof typed === 'string' ? typed : '');
  const doubtful = hasUsccShape(code) && !hasUsccCheck(code);
  return (
    <div className={props.className}>
      <TextField {...props} className="" name="uscc" numeric autoComplete="off" maxLength={30} />
      {doubtful && (
        <div className="mt-2 rounded-md bg-warn-soft px-3 py-2 text-sm">
          <p className="text-warn">校验位不符，请对照营业执照再核对一遍。</p>
          <CheckboxField name="usccConfirmed">核对无误，继续提交</CheckboxField>
        </div>
      )}
    </div>
  );
}
