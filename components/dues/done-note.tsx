'use client';

import { useFormContext } from '@/components/form/form-context';
import { Note } from '@/components/ui/note';

/** What the form's action has done, in its own words. */
export function DoneNote() {
  const { state } = useFormContext();
  return <div role="status">{state.data?.done && <Note tone="ok" title={state.data.done} />}</div>;
}
