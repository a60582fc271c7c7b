'use client';

import { useFormContext } from '@/components/form/form-context';
import { TickField } from '@/components/form/tick-field';

/** Asked once the answer was that this money seems to be recorded already. */
export function AnotherTick({ label = '已核对，这是另一笔款' }: { label?: string }) {
  const { errors, state } = useFormContext();
  if (!errors.isAnother && state.values?.isAnother !== 'true') return null;
  return <TickField name="isAnother">{label}</TickField>;
}
