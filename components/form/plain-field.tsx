'use client';

import type { ComponentProps } from 'react';
import { useId } from 'react';
import { controlClass, Field, useControl } from './field';
import { useFormContext, valueAt } from './form-context';

type PlainFieldProps = Pick<ComponentProps<'input'>, 'type' | 'inputMode' | 'max'> & {
  name: string;
  label: string;
  hint?: string;
  value?: string;
  required?: boolean;
};

/** One line of text inside an ActionForm; a page has several of a name. */
export function PlainField({ name, label, hint, value = '', required = true, type = 'text', ...input }: PlainFieldProps) {
  const { start } = useFormContext();
  const typed = valueAt(start, name);
  const id = useId();
  return (
    <Field id={id} name={name} label={label} hint={hint} required={required}>
      <input
        {...useControl(name, required, id)}
        {...input}
        type={type}
        name={name}
        defaultValue={typeof typed === 'string' ? typed : value}
        className={`${controlClass} num`}
      />
    </Field>
  );
}
