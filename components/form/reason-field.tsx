'use client';

import { Field, useControl } from './field';
import { useFormContext, valueAt } from './form-context';

type ReasonFieldProps = { name: string; label: string; value?: string; optional?: boolean };

/** A reason in a sentence or two, inside an ActionForm. */
export function ReasonField({ name, label, value = '', optional = false }: ReasonFieldProps) {
  const { start } = useFormContext();
  const typed = valueAt(start, name);
  return (
    <Field name={name} label={label} required={!optional}>
      <textarea
        {...useControl(name, !optional)}
        name={name}
        rows={3}
        maxLength={500}
        defaultValue={typeof typed === 'string' ? typed : value}
        className="control resize-y"
      />
    </Field>
  );
}
