'use client';

import { useFormContext as useHookForm } from 'react-hook-form';
import type { Option } from '@/lib/dictionaries/option';
import { Field, type FieldFrameProps, useControl } from './field';
import { useFormContext, valueAt } from './form-context';

type SelectFieldProps = FieldFrameProps & { options: readonly Option[]; placeholder?: string };

/** A choice from a list, native: works without JavaScript and with every phone's own picker. */
export function SelectField({ name, label, hint, required = false, className, options, placeholder = '请选择' }: SelectFieldProps) {
  const { start } = useFormContext();
  const value = valueAt(start, name);
  return (
    <Field {...{ name, label, hint, required, className }}>
      <select
        {...useHookForm().register(name)}
        {...useControl(name, required)}
        defaultValue={typeof value === 'string' ? value : ''}
        className="control"
      >
        <option value="">{placeholder}</option>
        {options.map(({ code, label: text }) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
