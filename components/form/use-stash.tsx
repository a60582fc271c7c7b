'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { Note } from '@/components/ui/note';
import type { ActionState } from '@/lib/actions/action-state';
import { keepInTab, takeFromTab } from './stash';

/**
 * When the session had expired on sending, or the page was older than the server, keeps what was typed in this tab until
 * the person is back on the page. Bound to the record of the form, which only its owner can open again.
 */
export function useStash(form: UseFormReturn<FieldValues>, hidden: Record<string, string>, state: ActionState): ReactNode {
  const path = usePathname();
  const place = `stash:${path}:${hidden.applicationId ?? hidden.filingId ?? hidden.companyId ?? ''}`;
  const [restored, setRestored] = useState(false);

  useEffect(() => {
    if (state.status === 'signedOut' || state.status === 'outdated') keepInTab(place, form.getValues());
  }, [form, state, place]);
  useEffect(() => {
    const values = takeFromTab(place);
    if (!values) return;
    form.reset({ ...form.getValues(), ...values });
    setRestored(true);
  }, [form, place]);

  return restored && state.status === 'idle' && <Note tone="ok" title="已恢复之前填写的内容，请核对后提交。" />;
}
