'use client';

import type { ComponentProps } from 'react';
import type { Option } from '@/lib/dictionaries/option';
import { Field, type FieldFrameProps, useControl } from './field';
import { useFormContext, valueAt } from './form-context';

type LineFieldProps = FieldFrameProps &
  Pick<ComponentProps<'input'>, 'type' | 'max' | 'min' | 'maxLength' | 'inputMode' | 'autoComplete'> & { value?: string };

/** One line, a day or an amount, inside an ActionForm. */
export function LineField({ name, label, hint, required = false, className, value = '', ...input }: LineFieldProps) {
  const { start } = useFormContext();
  const typed = valueAt(start, name);
  const isNumeric = input.type === 'date' || input.inputMode === 'decimal';
  return (
    <Field {...{ name, label, hint, required, className }}>
      <input
        {...useControl(name, required)}
        {...input}
        name={name}
        defaultValue={typeof typed === 'string' ? typed : value}
        className={`control ${isNumeric ? 'num' : ''}`}
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
  const chosen = typeof typed === 'string' ? typed : value;
  return (
    <Field {...{ name, label, hint, required }}>
      {/* A form that was sent is reset to what each select was made with: another choice is another select. */}
      <select key={chosen} {...useControl(name, required)} name={name} defaultValue={chosen} className="control">
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
