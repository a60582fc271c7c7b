'use client';

import type { ComponentProps, ReactNode } from 'react';
import { useFormContext as useHookForm } from 'react-hook-form';
import { Field, type FieldFrameProps, useControl } from './field';
import { useFormContext, valueAt } from './form-context';

type TextFieldProps = FieldFrameProps &
  Pick<ComponentProps<'input'>, 'type' | 'inputMode' | 'autoComplete' | 'maxLength' | 'placeholder' | 'readOnly' | 'max'> & {
    under?: ReactNode;
    numeric?: boolean;
  };

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  required = false,
  className,
  under,
  numeric = false,
  type = 'text',
  ...input
}: TextFieldProps) {
  const { start } = useFormContext();
  const value = valueAt(start, name);
  return (
    <Field {...{ name, label, hint, required, className, under }}>
      <input
        {...useHookForm().register(name)}
        {...useControl(name, required)}
        {...input}
        type={type}
        defaultValue={typeof value === 'string' ? value : ''}
        className={`control ${numeric ? 'num' : ''}`}
      />
    </Field>
  );
}
