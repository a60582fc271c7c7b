'use client';

import { useId } from 'react';
import { controlClass, Field, useControl } from './field';
import { useFormContext, valueAt } from './form-context';

/** A reason in a sentence or two, inside an ActionForm. Where the page asks for one, the name is its id, and a summary leads to it. */
export function ReasonField({ name, id: given, label, value = '' }: { name: string; id?: string; label: string; value?: string }) {
  const { start } = useFormContext();
  const typed = valueAt(start, name);
  const own = useId(); // a page has several reasons to ask for
  const id = given ?? own;
  return (
    <Field id={id} name={name} label={label} required>
      <textarea
        {...useControl(name, true, id)}
        name={name}
        rows={3}
        maxLength={500}
        defaultValue={typeof typed === 'string' ? typed : value}
        className={`${controlClass} resize-y`}
      />
    </Field>
  );
}
