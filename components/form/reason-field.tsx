'use client';

import { controlClass, Field, useControl } from './field';
import { useFormContext, valueAt } from './form-context';

/** A reason in a sentence or two, inside an ActionForm. */
export function ReasonField({ name, label, value = '' }: { name: string; label: string; value?: string }) {
  const { start } = useFormContext();
  const typed = valueAt(start, name);
  return (
    <Field name={name} label={label} required>
      <textarea
        {...useControl(name, true)}
        name={name}
        rows={3}
        maxLength={500}
        defaultValue={typeof typed === 'string' ? typed : value}
        className={`${controlClass} resize-y`}
      />
    </Field>
  );
}
