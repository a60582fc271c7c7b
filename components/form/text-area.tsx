'use client';

import { useFormContext as useHookForm, useWatch } from 'react-hook-form';
import { Field, type FieldFrameProps, useControl } from './field';
import { useFormContext, valueAt } from './form-context';

/** Several lines with a live count of characters (code points, as the server counts). */
export function TextArea({
  name,
  label,
  hint,
  required = false,
  className,
  limit,
  tall = false,
}: FieldFrameProps & { limit: number; tall?: boolean }) {
  const { start } = useFormContext();
  const first = valueAt(start, name);
  const text = useWatch({ name, defaultValue: first });
  const count = typeof text === 'string' ? [...text.trim()].length : 0;
  const under = (
    <div className="mt-1.5 flex justify-between text-xs text-ink-3">
      <span>{limit} 字以内</span>
      <span className={`num ${count > limit ? 'font-semibold text-bad' : ''}`}>
        {count} / {limit}
      </span>
    </div>
  );
  return (
    <Field {...{ name, label, hint, required, className, under }}>
      <textarea
        {...useHookForm().register(name)}
        {...useControl(name, required)}
        defaultValue={typeof first === 'string' ? first : ''}
        rows={tall ? 20 : 4}
        className="control min-h-26 resize-y"
      />
    </Field>
  );
}
