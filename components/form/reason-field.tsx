'use client';

import { useId } from 'react';
import { controlClass, Field, useControl } from './field';
import { useFormContext, valueAt } from './form-context';

type ReasonFieldProps = { name: string; id?: string; label: string; value?: string; optional?: boolean };

/** A reason in a sentence or two, inside an ActionForm. Where the page asks for one, the name is its id, and a summary leads to it. */
export function ReasonField({ name, id: given, label, value = '', optional = false }: ReasonFieldProps) {
  const { start } = useFormContext();
  const typed = valueAt(start, name);
  const own = useId(); // a page has several reasons to ask for
  const id = given ?? own;
  return (
    <Field id={id} name={name} label={label} required={!optional}>
      <textarea
        {...useControl(name, !optional, id)}
        name={name}
        rows={3}
        maxLength={500}
        defaultValue={typeof typed === 'string' ? typed : value}
        className={`${controlClass} resize-y`}
      />
    </Field>
  );
}
