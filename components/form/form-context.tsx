'use client';

import { createContext, useContext } from 'react';
import type { ActionState, FormValue, FormValues } from '@/lib/actions/action-state';

type FormContext = {
  state: ActionState;
  pending: boolean;
  /** What the fields show before anybody types; on the server this is all there is. */
  start: FormValues;
  errors: Record<string, string>;
  /** What a reader of the form asks to correct, by field. */
  notes?: Record<string, string>;
  /** Before the ids of all its fields, where a page has several forms with fields of the same names. */
  prefix?: string;
};

const Context = createContext<FormContext | null>(null);

export const FormContextProvider = Context;

export function useFormContext(): FormContext {
  const context = useContext(Context);
  if (!context) throw new Error('a field stands outside of a Form');
  return context;
}

/** The id of a field's control: its name, where a summary or an address leads to, with the form's prefix. */
export function useFieldId(name: string): string {
  return `${useFormContext().prefix ?? ''}${name}`;
}

/** The value at a field's name (`liaisons.0.mobile`) in nested values. */
export function valueAt(values: FormValues, name: string): FormValue {
  return name.split('.').reduce<FormValue>((inside, part) => {
    if (!inside || typeof inside !== 'object') return undefined;
    return Array.isArray(inside) ? inside[Number(part)] : inside[part];
  }, values);
}
