'use client';

import { unstable_isUnrecognizedActionError, unstable_rethrow } from 'next/navigation';
import { useActionState, useMemo } from 'react';
import { type FormAction, idle } from '@/lib/actions/action-state';
import { useHydrated } from './use-hydrated';

/**
 * An action whose failure on the way leaves the form where it is: the network is gone, or the server is newer than this
 * page and does not know the action any more. In the server's HTML stands the action itself, for people without JavaScript.
 */
export function useGuardedAction(action: FormAction) {
  const hydrated = useHydrated();
  const guarded = useMemo(() => guard(action), [action]);
  return useActionState(hydrated ? guarded : action, idle);
}

function guard(action: FormAction): FormAction {
  return async (previous, form) => {
    try {
      return await action(previous, form);
    } catch (error) {
      unstable_rethrow(error); // redirect() travels as an error
      if (unstable_isUnrecognizedActionError(error)) return { status: 'outdated' };
      return { status: 'error', formError: '没有发送成功，内容还在本页。请检查网络，稍后再试一次。' };
    }
  };
}
