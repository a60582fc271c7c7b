'use client';

import { useFormContext } from './form-context';

/** Says quietly that the last sending was kept. */
export function SavedNote() {
  const { state, pending } = useFormContext();
  return (
    <p aria-live="polite" className="text-sm text-ok">
      {!pending && state.status === 'success' && '✓ 已保存'}
    </p>
  );
}
