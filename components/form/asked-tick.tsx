'use client';

import type { ReactNode } from 'react';
import { useFormContext } from './form-context';
import { TickField } from './tick-field';

/** A box that stands there once the answer to an ActionForm was the question it settles. */
export function AskedTick({ name, children }: { name: string; children: ReactNode }) {
  const { errors, state } = useFormContext();
  const wasTicked = state.status === 'error' && state.values?.[name] === 'true';
  return (errors[name] || wasTicked) && <TickField name={name}>{children}</TickField>;
}
