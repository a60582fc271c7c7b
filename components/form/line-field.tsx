'use client';

import { type ComponentProps, useId } from 'react';
import type { Option } from '@/lib/dictionaries/option';
import { controlClass, Field, type FieldFrameProps, useControl } from './field';
import { useFormContext, valueAt } from './form-context';

type LineFieldProps = FieldFrameProps &
  Pick<ComponentProps<'input'>, 'type' | 'max' | 'min' | 'maxLength' | 'inputMode' | 'autoComplete'> & { value?: string };

/** One line or a day, inside an ActionForm. Where the page has one field of the name, that is its id, and a summary leads to it. */
export function LineField({ name, id: given, label, hint, required = false, className, value = '', ...input }: LineFieldProps) {
  const { start } = useFormContext();
  const typed = valueAt(start, name);
  const own = useId(); // a page has several forms with the same fields
  const id = given ?? own;
  return (
    <Field {...{ id, name, label, hint, required, className }}>
      <input
        {...useControl(name, required, id)}
        {...input}
        name={name}
        defaultValue={typeof typed === 'string' ? typed : value}
        className={`${controlClass} ${input.type === 'date' ? 'num' : ''}`}
      />
    </Field>
  );
}

/** A choice of a few, inside an ActionForm or an ordinary GET form around it. */
export function LineSelect({
  name,
  label,
  hint,
  required = false,
  value = '',
  options,
}: FieldFrameProps & { value?: string; options: readonly Option[] }) {
  const { start } = useFormContext();
  const typed = valueAt(start, name);
  const id = useId();
  return (
    <Field {...{ id, name, label, hint, required }}>
      <select
        {...useControl(name, required, id)}
        name={name}
        defaultValue={typeof typed === 'string' ? typed : value}
        className={controlClass}
      >
        <option value="">请选择</option>
        {options.map(({ code, label: text }) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
