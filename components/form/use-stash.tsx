'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useState } from 'react';
import type { FieldValues, UseFormReturn } from 'react-hook-form';
import { Note } from '@/components/ui/note';
import type { ActionState } from '@/lib/actions/action-state';

/**
 * When the session had expired on sending, keeps what was typed in this tab until the person is back on the page after
 * signing in. Bound to the record of the form, which only its owner can open again. Passwords are never kept.
 */
export function useStash(form: UseFormReturn<FieldValues>, hidden: Record<string, string>, state: ActionState): ReactNode {
  const path = usePathname();
  const place = `stash:${path}:${hidden.applicationId ?? hidden.filingId ?? ''}`;
  const [restored, setRestored] = useState(false);

  useEffect(() => {
    if (state.status === 'signedOut') sessionStorage.setItem(place, JSON.stringify(form.getValues(), withoutSecrets));
  }, [form, state, place]);
  useEffect(() => {
    const kept = sessionStorage.getItem(place);
    if (!kept) return;
    sessionStorage.removeItem(place);
    const values: unknown = JSON.parse(kept);
    if (!values || typeof values !== 'object') return;
    form.reset({ ...form.getValues(), ...values });
    setRestored(true);
  }, [form, place]);

  return restored && state.status === 'idle' && <Note tone="ok" title="已恢复登录超时前填写的内容，请核对后提交。" />;
}

function withoutSecrets(name: string, value: unknown): unknown {
  return /password/i.test(name) ? undefined : value;
}
