'use client';

import type { ReactNode } from 'react';
import { useFieldId, useFormContext, valueAt } from './form-context';

/** A box with its words, inside an ActionForm. */
export function TickField({ name, checked = false, children }: { name: string; checked?: boolean; children: ReactNode }) {
  const { start, state } = useFormContext();
  const id = useFieldId(name);
  const before = state.values ? valueAt(start, name) === 'true' : checked;
  return (
    <label htmlFor={id} className="flex min-h-11 items-center gap-2.5">
      <input id={id} type="checkbox" name={name} value="true" defaultChecked={before} className="size-5 flex-none accent-brand" />
      <span>{children}</span>
    </label>
  );
}
