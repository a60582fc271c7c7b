'use client';

import type { ReactNode } from 'react';
import { useFormContext as useHookForm } from 'react-hook-form';
import { useControl } from './field';
import { useFormContext, valueAt } from './form-context';

type CheckboxFieldProps = { name: string; value?: string; id?: string; children: ReactNode };

/** One box with its words; several of one name make a list. The message belongs to the single one. */
export function CheckboxField({ name, value = 'true', id = name, children }: CheckboxFieldProps) {
  const { start, errors } = useFormContext();
  const first = valueAt(start, name);
  const checked = Array.isArray(first) ? first.some((entry) => entry === value) : first === value;
  const error = id === name ? errors[name] : undefined;
  return (
    <div>
      <label className="flex min-h-11 items-center gap-2.5">
        <input
          {...useHookForm().register(name)}
          {...useControl(name, false)}
          id={id}
          type="checkbox"
          value={value}
          defaultChecked={checked}
          className="size-5 flex-none accent-brand"
        />
        <span>{children}</span>
      </label>
      {error && (
        <p id={`${name}-error`} className="text-sm text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
